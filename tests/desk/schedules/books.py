"""Workbooks as bidders send them, and the lines of the document that they are read against."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import ScheduleReading
from tender_engine.model import HpsLine

__all__ = ["DOCUMENT", "book", "codes", "hps", "read", "respelled", "written"]


def hps(name: str, description: str, unit: str, quantity: str, **more: str) -> HpsLine:
    """A line of the HPS; its price is of no matter here."""
    rest = {key: Decimal(value) for key, value in more.items()}
    return HpsLine(name, description, unit, Decimal(quantity), Decimal(1), **rest)


DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Beton mutu sedang", "m3", "12.5"),
    hps("L3", "Besi tulangan polos", "kg", "1000"),
)


def book(
    rows: Sequence[Sequence[Any]],
    change: Callable[[Any], None] | None = None,
    title: str = "Rincian",
    **sheets: Sequence[Sequence[Any]],
) -> bytes:
    """A workbook with `rows` in its first sheet, and other sheets by name."""
    made = Workbook()
    made.active.title = title
    for sheet, content in (
        (made.active, rows),
        *((made.create_sheet(n), r) for n, r in sheets.items()),
    ):
        for number, row in enumerate(content, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    if change is not None:
        change(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def respelled(data: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with what matches `old` in the text of its first sheet written as `new`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text, times = re.subn(old, new, text)
                assert times == 1, (times, old)
            after.writestr(name, text)
    return buffer.getvalue()


def read(
    rows: Sequence[Sequence[Any]],
    document: Sequence[HpsLine] = DOCUMENT,
    change: Callable[[Any], None] | None = None,
    **more: Any,
) -> ScheduleReading:
    """The reading of a workbook with `rows`."""
    return read_schedule(book(rows, change), "penawaran.xlsx", document, **more)


def written(reading: ScheduleReading) -> list[tuple[str | None, ...]]:
    """Each line as id, volume, unit price and amount."""
    keys = ("id", "quantity", "unit_price", "amount")
    return [tuple(line.get(key) for key in keys) for line in reading.lines]


def codes(reading: ScheduleReading) -> list[tuple[str, str]]:
    """The faults by code and cell."""
    return [(fault.code, fault.spot.cell if fault.spot else "") for fault in reading.faults]
