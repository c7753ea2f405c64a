"""What a sheet of the engine's was made from, and whether that is still what the workbook says.

A formula in its title counts what is typed. It sees no change that alters no count and no sum, and
the sheet says so: whoever asks `tender check` is told by the digest of what was read.
"""

import datetime as dt
import re
from collections.abc import Iterator

from tender_desk.workbook.growing.container import Container
from tender_desk.workbook.growing.counted import condition, counted
from tender_desk.workbook.growing.sheet import SheetXml
from tender_desk.workbook.last_state import known_heads, typed_sheets
from tender_desk.workbook.names import FOUND_SHEET
from tender_desk.workbook.tables import Layout
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_rules.words import date_and_clock

__all__ = ["made_of", "stale_sheets", "watching", "without_time"]

_FROM = "dari isian"
_MADE = re.compile(rf"(?<=^Dibuat )(.*)(?={_FROM} ([0-9a-f]{{16}})\b)")
_LIMIT = (
    "Tanda USANG hanya menghitung isian; perubahan yang tidak mengubah banyak dan jumlahnya disebut"
    " tender check."
)
_STALE = "USANG: isian berubah sejak lembar ini dibuat. Jalankan tender worksheet lagi."
# Where a sheet says what it was made from.
_ROW = 3


def made_of(package: Package, at: dt.datetime | None) -> str:
    """What a sheet of the engine's says of its making: when, and the digest of what was read."""
    when = f"{date_and_clock(at)} " if at else ""
    return f"Dibuat {when}{_FROM} {_digest(package)}. {_LIMIT}"


def _digest(package: Package) -> str:
    return package_digest(package).partition(":")[2][:16]


def without_time(text: str) -> str:
    """What a sheet says of its making but for the time, of which nothing else depends."""
    return _MADE.sub("", text)


def stale_sheets(data: bytes, package: Package) -> tuple[str, ...]:
    """The sheets of the workbook `data` that were made from another package than was read of it."""
    digest = _digest(package)
    return tuple(title for title, made_from in _made_from(data) if made_from != digest)


def _made_from(data: bytes) -> Iterator[tuple[str, str]]:
    """The engine's sheets that say what they were made from, with that digest."""
    try:
        container = Container(data)
    except PackageRefusedError:  # nothing is ever added to it
        return
    for title, part in container.worksheets():
        if title.startswith(FOUND_SHEET):
            rows = SheetXml(container.read(part), container.shared).texts(_ROW)
            texts = (text.value for _, row in rows for text in row)
            found = next(filter(None, map(_MADE.search, texts)), None)
            if found:
                yield title, found[2]


def watching(data: bytes, layout: Layout) -> bytes:
    """The workbook `data`, in which the titles of the engine's sheets tell when it was changed."""
    container = Container(data)
    same = condition(counted(container, typed_sheets(container), known_heads(layout)))
    for title, part in [*container.worksheets()]:
        if not title.startswith(f"{FOUND_SHEET} "):
            continue
        sheet = SheetXml(container.read(part), container.shared)
        said = [text.value for row, texts in sheet.texts(1) for text in texts if row == 1]
        if said and said[0] and _is_made(sheet):
            quoted = said[0].replace('"', '""')
            sheet.compute(1, 1, f'IF(IFERROR({same},FALSE),"{quoted}","{_STALE}")', said[0])
            container.write(part, sheet.xml())
    return container.packed()


def _is_made(sheet: SheetXml) -> bool:
    return any(_MADE.search(text.value) for _, row in sheet.texts(_ROW) for text in row)
