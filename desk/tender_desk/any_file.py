"""Reads a package from any file that a panel has: a workbook and what lies beside it, or JSON."""

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from tender_desk.dossiers import Folder
from tender_desk.reader_texts import TEXTS
from tender_engine.events import Letter
from tender_engine.faults import Diagnostic, Fault, FaultText
from tender_engine.formats.reader import (
    ARCHIVES,
    EXCEL,
    LARGEST,
    Reading,
    chosen,
    content,
    read_json,
    read_text,
)
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.objections import OBJECTION_TEXTS

if TYPE_CHECKING:
    from tender_desk.schedules.schedule_reading import SkippedRow
    from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
    from tender_desk.workbook.reading.attached import Attached
    from tender_desk.workbook.reading.workbook_reading import Progress

__all__ = ["FileReading", "of_papers", "read", "read_bytes", "read_path"]

_PACKAGE_FILE = "paket.json"


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


def read(
    source: str | bytes | FilePath, rulebook: Rulebook, *, progress: "Progress | None" = None
) -> FileReading:
    """Read a package: a JSON text, the bytes of any file, or a file or folder by its path.

    Args:
        source: `str` is text; of a folder, its `paket.json` or its `paket.xlsx`.
        rulebook: whose declared checks a package may have.
        progress: told of each sheet of a workbook that was read: how many, of how many.

    Raises:
        OSError: the file cannot be read.
    """
    if isinstance(source, str):
        return _of_json(read_text(source, _PACKAGE_FILE, rulebook))
    if isinstance(source, bytes):
        return read_bytes(source, _PACKAGE_FILE, rulebook, progress=progress)
    return read_path(source, rulebook, progress=progress)


def read_path(
    path: str | FilePath, rulebook: Rulebook, *, progress: "Progress | None" = None
) -> FileReading:
    """Read a file, or a folder through its `paket.json` or its `paket.xlsx`.

    A folder that holds both, or a worksheet beside one of them, is refused: which of them counts is
    for people to say.

    Args:
        path: the file or folder.
        rulebook: whose declared checks a package may have.
        progress: told of each sheet of a workbook that was read: how many, of how many.

    Raises:
        FileNotFoundError: there is nothing at `path`.
    """
    place = chosen(FilePath(path))
    if isinstance(place, Reading):
        return _of_json(place)
    return read_bytes(content(place), str(place), rulebook, folder=place.parent, progress=progress)


def read_bytes(
    data: bytes,
    name: str,
    rulebook: Rulebook,
    *,
    folder: Folder | None = None,
    progress: "Progress | None" = None,
) -> FileReading:
    """Read the bytes of a file that is shown as `name`.

    A workbook is known by how it begins; all else is JSON in UTF-8, with or without its mark. Price
    schedules that a workbook names are looked for in `folder`, and `progress` is told of sheets.
    """
    workbook = data.startswith(ARCHIVES) or FilePath(name).suffix.lower() == EXCEL
    if not workbook or len(data) > LARGEST:
        return _of_json(read_json(data, name, rulebook))
    from tender_desk.workbook_file import of_workbook  # loads all that knows of sheets

    return of_workbook(data, name, rulebook, folder, progress)


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


def _of_json(reading: Reading) -> FileReading:
    told = of_papers(reading.draft)
    return FileReading(
        None if told else reading.package,
        reading.draft,
        (*reading._found, *told),
        reading.name,
        reading._places,
        reading.unread,
    )
