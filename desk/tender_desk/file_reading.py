"""What reading a file of any kind gave, and what its faults are called."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from tender_desk.reader_texts import TEXTS
from tender_engine.events import Letter
from tender_engine.faults import Diagnostic, Fault, FaultText
from tender_engine.formats.reader import Reading
from tender_engine.model import Package
from tender_rules.objections import OBJECTION_TEXTS

if TYPE_CHECKING:
    from tender_desk.schedules.schedule_reading import SkippedRow
    from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
    from tender_desk.workbook.reading.attached import Attached

__all__ = ["FileReading", "of_papers"]


@frozen
class FileReading(Reading):
    """What reading a file of any kind gave; of JSON as the engine reads it.

    Attributes:
        attached: price schedules beside a workbook, as they were read.
        skipped: rows of blocks pasted into a workbook that are no lines.
        lacking: rare sheets that workbooks have and this one has not.
        kept: judgements of the last refresh that matrices say otherwise now and no row has yet.
        matrices: the matrices of a workbook, by their titles.
        workbook: the bytes of the workbook that was read, if it was one.
    """

    attached: "tuple[Attached, ...]" = ()
    skipped: "tuple[SkippedRow, ...]" = ()
    lacking: tuple[str, ...] = ()
    kept: tuple[Mapping[str, Any], ...] = field(default=(), repr=False, eq=False)
    matrices: "Mapping[str, MatrixSheet]" = field(factory=dict, repr=False, eq=False)
    workbook: bytes | None = field(default=None, repr=False, eq=False)

    def doubted(self, lang: str = "id") -> tuple[Diagnostic, ...]:  # noqa: ARG002 - of a workbook
        """What may be wrong with a file and refuses nothing; of all but a workbook, nothing."""
        return ()

    def diagnose(
        self,
        extra: Iterable[Fault] = (),
        lang: str = "id",
        texts: Mapping[str, FaultText] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """All faults in words, and what the law objects to among the `extra` ones."""
        if lang == "en":
            from tender_desk.told_in_english import in_english  # loads the words of the law

            found = tuple(map(in_english, self._found))
            return evolve(self, faults=found)._told(map(in_english, extra), lang, texts)
        return self._told(extra, lang, texts)

    def _told(
        self, extra: Iterable[Fault], lang: str, texts: Mapping[str, FaultText] | None
    ) -> tuple[Diagnostic, ...]:
        return super().diagnose(extra, lang, {**TEXTS, **OBJECTION_TEXTS, **(texts or {})})


def of_papers(draft: Package | None) -> tuple[Fault, ...]:
    """What is wrong with papers that a package names, and with what it names to be judged anew."""
    if draft is None:
        return ()
    events = draft.events or ()  # none where they could not be read
    if not (draft.extensions or any(isinstance(event, Letter) for event in events)):
        return ()
    from tender_desk.documents.paper_faults import paper_faults  # loads every paper
    from tender_rules.repeats.naming import naming_faults

    return (*paper_faults(draft), *naming_faults(draft))
