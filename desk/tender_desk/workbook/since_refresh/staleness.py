"""What a sheet of the engine's was made from, and whether that is still what the workbook says.

A formula in its title counts what is typed. It sees no change that alters no count and no sum, and
the sheet says so: whoever asks `tender check` is told by the digest of what was read.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from tender_desk.workbook.growing.container import Container
from tender_desk.workbook.growing.counted import condition, counted
from tender_desk.workbook.growing.sheet import SheetXml
from tender_desk.workbook.kinds import CellError, Part
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.names import FOUND_SHEET
from tender_desk.workbook.layouts.tables import Layout
from tender_desk.workbook.since_refresh.last_state import known_heads, typed_sheets
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_rules.words import date_and_clock

__all__ = ["made_at", "made_of", "stale_sheets", "watching", "without_time"]

_FROM = "dari isian"
_MADE = re.compile(rf"(?<=^Dibuat )(.*)(?={_FROM} ([0-9a-f]{{16}})\b)")
# A zone that is none of Indonesia, as times are printed.
_ZONE = re.compile(r" UTC([+-]\d\d:\d\d)?$")
_LIMIT = "Tanda USANG hanya menghitung isian; selebihnya disebut tender check."
_STALE = "USANG: isian berubah sejak lembar ini dibuat. Jalankan tender worksheet lagi."
# Where a sheet says what it was made from.
_ROW = 3


def made_of(package: Package, at: dt.datetime | None) -> str:
    """What a sheet of the engine's says of its making: when, and the digest of what was read."""
    when = f"{date_and_clock(at)} " if at else ""
    return f"Dibuat {when}{_FROM} {_digest(package)}. {_LIMIT}"


def _digest(package: Package) -> str:
    return package_digest(package).partition(":")[2][:16]


def made_at(texts: Iterable[str]) -> dt.datetime | None:
    """The last time that any of these says as the engine's sheets say that of their making."""
    return max(filter(None, map(_time_in, texts)), default=None)


def _time_in(text: str) -> dt.datetime | None:
    found = _MADE.search(text)
    if found is None or not found[1].strip():
        return None
    said = _ZONE.sub(lambda zone: zone[1] or "Z", found[1].strip())
    try:
        return dt.datetime.fromisoformat(str(TIME.read(Part(said))))
    except (CellError, ValueError):
        return None


def without_time(text: str) -> str:
    """What a sheet says of its making but for the time, of which nothing else depends."""
    return _MADE.sub("", text)


def stale_sheets(data: bytes, package: Package) -> tuple[str, ...]:
    """The sheets of the workbook `data` that were made from another package than was read of it."""
    digest = _digest(package)
    try:
        found = [*_made_from(Container(data))]
    except PackageRefusedError:  # nothing is ever added to it
        return ()
    return tuple(title for title, _, made_from in found if made_from != digest)


def _made_from(container: Container) -> Iterator[tuple[str, str, str]]:
    """The engine's sheets that say what they were made from: title, part, and that digest.

    Nothing else has looked into a sheet with such a name, which may be somebody's own.
    """
    for title, part in container.worksheets():
        if title.startswith(FOUND_SHEET):
            try:
                rows = SheetXml(container.read(part), container.shared).texts(_ROW)
            except (PackageRefusedError, ValueError):
                continue
            texts = (text.value for _, row in rows for text in row)
            if found := next(filter(None, map(_MADE.search, texts)), None):
                yield title, part, found[2]


def watching(data: bytes, layout: Layout) -> bytes:
    """The workbook `data`, in which the titles of the engine's sheets tell when it was changed."""
    container = Container(data)
    same = condition(counted(container, typed_sheets(container), known_heads(layout)))
    for _, part, _ in [*_made_from(container)]:
        sheet = SheetXml(container.read(part), container.shared)
        (_, (title, *_)), *_ = sheet.texts(1)
        quoted = title.value.replace('"', '""')
        formula = f'IF(IFERROR({same},FALSE),"{quoted}","{_STALE}")'
        sheet.compute(1, title.column, formula, title.value)
        container.write(part, sheet.xml())
    return container.packed()
