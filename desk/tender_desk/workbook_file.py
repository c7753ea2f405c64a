"""Reads a package from the bytes of a workbook, and from what lies beside it."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from attrs import field, frozen

from tender_desk.dossiers import Folder
from tender_desk.file_reading import FileReading, of_papers
from tender_desk.reader_texts import ON_SHEETS, TEXTS
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.off_place.typed_twice import typed_twice
from tender_desk.workbook.reading.places import CellPlaces
from tender_desk.workbook.reading.workbook_reading import Progress, read_workbook
from tender_desk.workbook.told.fitting import with_fitting
from tender_desk.workbook.told.gathering import gathered
from tender_desk.workbook.told.wording import in_words
from tender_engine.faults import Diagnostic, Fault, Faults, FaultText
from tender_engine.formats.fault_texts import diagnose
from tender_engine.formats.reader import accept, check_read, read_value
from tender_engine.formats.source import NumberText
from tender_engine.rulebook import Rulebook
from tender_rules.objections import OBJECTION_TEXTS, SHEET_TEXTS

__all__ = ["WorkbookReading", "of_workbook", "read_checklist"]

_ASKED = ("tender", "requirements")


@frozen
class WorkbookReading(FileReading):
    """What reading a workbook gave: its faults are told in the words of who typed it."""

    _rulebook: Rulebook | None = field(default=None, repr=False, eq=False)
    _doubts: tuple[Fault, ...] = field(default=(), repr=False, eq=False)

    def doubted(self, lang: str = "id") -> tuple[Diagnostic, ...]:
        """What stands on the sheets that may have been pasted or typed there by mistake."""
        if self._rulebook is None or not isinstance(self._places, CellPlaces):
            return ()
        said = in_words(self._doubts, self._places, self._rulebook, lang)
        return diagnose(said, self._places, self.name, lang, TEXTS)

    def _told(
        self, extra: Iterable[Fault], lang: str, texts: Mapping[str, FaultText] | None
    ) -> tuple[Diagnostic, ...]:
        """Sheet by sheet; as of any other file where it has no sheet that is known."""
        places = self._places
        if self._rulebook is None or not isinstance(places, CellPlaces):
            return super()._told(extra, lang, texts)
        told = self._found if self.draft is None else (*self._found, *extra)
        layout = layout_of(self._rulebook.declarations)
        words = {**TEXTS, **OBJECTION_TEXTS, **(texts or {}), **ON_SHEETS, **SHEET_TEXTS}
        rulebook = self._rulebook

        def in_full(faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
            return diagnose(
                in_words(faults, places, rulebook, lang), places, self.name, lang, words
            )

        def say(fault: Fault) -> tuple[str, str]:
            (said,) = in_full([fault])
            return said.message, said.hint

        return in_full(gathered(told, places, layout, say))


def of_workbook(
    data: bytes,
    name: str,
    rulebook: Rulebook,
    folder: Folder | None,
    progress: Progress | None,
) -> WorkbookReading:
    """Read the bytes of a workbook that is shown as `name`, with the schedules in `folder`."""
    with _no_collection():
        found = read_workbook(data, rulebook, folder, progress)
        faults = Faults()
        draft = None if found.value is None else read_value(found.value, rulebook, faults)
        unheard = found.places.unheard(found.faults, found.value or {})
        unread = (*faults.found, *unheard)
        draft = check_read(draft, rulebook, faults)
        fitting = with_fitting(faults.found.whole(), found.value, draft, found.places, rulebook)
        told = tuple(found.told((*fitting, *of_papers(draft))))
        package = None if told else accept(draft, rulebook, faults.entries)
        doubts = (*found.doubts, *(() if package is None else typed_twice(package)))
    return WorkbookReading(
        package,
        draft,
        told,
        name,
        found.places,
        unread,
        found.attached,
        found.skipped,
        () if found.value is None else found.lacking,
        found.kept,
        found.matrices,
        data,
        rulebook,
        doubts,
    )


def read_checklist(
    data: bytes, name: str, rulebook: Rulebook
) -> tuple[Mapping[str, Any], WorkbookReading]:
    """What a document asks by the workbook shown as `name`, whatever else is on its sheets.

    There is never a package; the reading tells what is wrong.
    """
    found = read_workbook(data, rulebook, checklist=True)
    faults = Faults()
    read_value(found.value, rulebook, faults)
    asked = [fault for fault in faults.found.whole() if fault.path[:2] == _ASKED]
    told = (*found.faults, *found.places.named(asked, found.faults))
    reading = WorkbookReading(
        None,
        None,
        told,
        name,
        found.places,
        workbook=data,
        rulebook=rulebook,
    )
    requirements = {} if found.value is None else found.value["tender"]["requirements"]
    return _counted(requirements), reading


def _counted(value: Any) -> Any:
    """A value of a workbook with whole numbers as a package has them: sheets hold no others."""
    if isinstance(value, Mapping):
        return {key: _counted(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_counted(part) for part in value]
    return int(value) if isinstance(value, NumberText) and value.isdecimal() else value


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the garbage collector: a package is a tree of new values, so there is no garbage."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
