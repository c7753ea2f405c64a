"""Reads a package from any file that a panel has: a workbook and what lies beside it, or JSON."""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path as FilePath
from typing import Any

from attrs import evolve, field, frozen

from tender_desk.documents.paper_faults import paper_faults
from tender_desk.reader_texts import ON_SHEETS, TEXTS
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.reading.attached import Attached
from tender_desk.workbook.reading.places import CellPlaces
from tender_desk.workbook.reading.workbook_reading import Progress, read_workbook
from tender_desk.workbook.told.fitting import with_fitting
from tender_desk.workbook.told.gathering import gathered
from tender_desk.workbook.told.wording import in_words
from tender_engine.events import Letter
from tender_engine.faults import Diagnostic, Fault, Faults, FaultText
from tender_engine.formats.fault_texts import diagnose
from tender_engine.formats.reader import (
    ARCHIVES,
    EXCEL,
    LARGEST,
    Reading,
    accept,
    check_read,
    chosen,
    content,
    read_json,
    read_text,
    read_value,
)
from tender_engine.formats.source import NumberText
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.in_english import fault_in_english
from tender_rules.objections import OBJECTION_TEXTS, SHEET_TEXTS
from tender_rules.repeats.naming import naming_faults
from tender_rules.words import CALENDAR, in_english_figures

__all__ = ["FileReading", "read", "read_bytes", "read_checklist", "read_path"]

_PACKAGE_FILE = "paket.json"
# Told with the time or the word that stood there at the last refresh, or with a day of it.
_OF_THEN = frozenset(
    {"XLS202", "XLS203", "XLS204", "XLS205", "XLS221", "XLS224", "XLS228", "SRT006", "SRT007"}
)
# A time alone, and a score before the reason that people gave.
_TOLD_THEN = re.compile(
    rf"(?:(?:{'|'.join(CALENDAR)}), )?\d\d? [A-Z][a-z]+ \d{{4}}.*"
    r"|(?:^|(?<=: ))[\d.]+,\d+(?=$| \(|;)"
)
_ASKED = ("tender", "requirements")


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

    attached: tuple[Attached, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    lacking: tuple[str, ...] = ()
    kept: tuple[Mapping[str, Any], ...] = field(default=(), repr=False, eq=False)
    matrices: Mapping[str, MatrixSheet] = field(factory=dict, repr=False, eq=False)
    workbook: bytes | None = field(default=None, repr=False, eq=False)
    _rulebook: Rulebook | None = field(default=None, repr=False, eq=False)

    def diagnose(
        self,
        extra: Iterable[Fault] = (),
        lang: str = "id",
        texts: Mapping[str, FaultText] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """All faults in words, and what the law objects to among the `extra` ones.

        Those of a workbook are told in the words of who typed it, sheet by sheet.
        """
        if lang == "en":
            found = tuple(map(_in_english, self._found))
            return evolve(self, faults=found)._told(map(_in_english, extra), lang, texts)
        return self._told(extra, lang, texts)

    def _told(
        self, extra: Iterable[Fault], lang: str, texts: Mapping[str, FaultText] | None
    ) -> tuple[Diagnostic, ...]:
        words = {**TEXTS, **OBJECTION_TEXTS, **(texts or {})}
        places = self._places
        if self._rulebook is None or not isinstance(places, CellPlaces):
            return super().diagnose(extra, lang, words)
        told = self._found if self.draft is None else (*self._found, *extra)
        layout = layout_of(self._rulebook.declarations)
        known = in_words(gathered(told, places, layout), places, self._rulebook, lang)
        said = {**words, **ON_SHEETS, **SHEET_TEXTS}
        return diagnose(known, places, self.name, lang, said)


def read(
    source: str | bytes | FilePath, rulebook: Rulebook, *, progress: Progress | None = None
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
    path: str | FilePath, rulebook: Rulebook, *, progress: Progress | None = None
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
    folder: FilePath | None = None,
    progress: Progress | None = None,
) -> FileReading:
    """Read the bytes of a file that is shown as `name`.

    A workbook is known by how it begins; all else is JSON in UTF-8, with or without its mark. Price
    schedules that a workbook names are looked for in `folder`, and `progress` is told of sheets.
    """
    workbook = data.startswith(ARCHIVES) or FilePath(name).suffix.lower() == EXCEL
    if not workbook or len(data) > LARGEST:
        return _of_json(read_json(data, name, rulebook))
    with _no_collection():
        found = read_workbook(data, rulebook, folder, progress)
        faults = Faults()
        draft = None if found.value is None else read_value(found.value, rulebook, faults)
        unheard = found.places.unheard(found.faults, found.value or {})
        unread = (*faults.found, *unheard)
        draft = check_read(draft, rulebook, faults)
        in_words = with_fitting(faults.found.whole(), found.value, draft, found.places, rulebook)
        told = tuple(found.told((*in_words, *_of_papers(draft))))
    return FileReading(
        None if told else accept(draft, rulebook),
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
    )


def read_checklist(
    data: bytes, name: str, rulebook: Rulebook
) -> tuple[Mapping[str, Any], FileReading]:
    """What a document asks by the workbook shown as `name`, whatever else is on its sheets.

    There is never a package; the reading tells what is wrong.
    """
    found = read_workbook(data, rulebook, checklist=True)
    faults = Faults()
    read_value(found.value, rulebook, faults)
    asked = [fault for fault in faults.found.whole() if fault.path[:2] == _ASKED]
    told = (*found.faults, *found.places.named(asked, found.faults))
    reading = FileReading(
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


def _of_papers(draft: Package | None) -> tuple[Fault, ...]:
    """What is wrong with papers that a package names, and with what it names to be judged anew."""
    if draft is None:
        return ()
    events = draft.events or ()  # none where they could not be read
    if not (draft.extensions or any(isinstance(event, Letter) for event in events)):
        return ()
    return (*paper_faults(draft), *naming_faults(draft))


def _of_json(reading: Reading) -> FileReading:
    told = _of_papers(reading.draft)
    return FileReading(
        None if told else reading.package,
        reading.draft,
        (*reading._found, *told),
        reading.name,
        reading._places,
        reading.unread,
    )


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


def _in_english(fault: Fault) -> Fault:
    """A fault with what it names in words in English, and what stood there at the last refresh."""
    if fault.code not in _OF_THEN:
        return fault_in_english(fault)
    told = {k: _TOLD_THEN.sub(_figured, v) for k, v in fault.params.items()}
    return evolve(fault, params=told)


def _figured(found: re.Match[str]) -> str:
    return in_english_figures(found[0])
