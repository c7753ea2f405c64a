"""A workbook in which somebody types a matrix of judgements, and what it has to say."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from tender_desk.workbook.layouts.tables import NAMED
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Package
from tests.desk.workbook.data import Desk, parsed
from tests.desk.workbook.unread import open_book
from tests.engine.formats.data import small_package

__all__ = ["AT", "HEADS", "MINUTE", "Typed", "bare_package", "entry", "said"]

AT = dt.datetime.fromisoformat("2022-05-17T10:00:00")
MINUTE = dt.timedelta(minutes=1)
HEADS = (
    *("Tahap", "Kriteria", "Uraian", "Semua", "Alasan Semua", "Waktu Semua"),
    *("p1", "Alasan p1", "Waktu p1", "p2", "Alasan p2", "Waktu p2"),
)
ROWS = (
    ("semua tahap", None),
    ("evaluasi administrasi", None),
    ("evaluasi administrasi", "adm.surat"),
    ("evaluasi teknis", "tek.alat"),
    ("evaluasi teknis", "tek.metode"),
)


@cache
def bare_package() -> Package:
    """The small package before anybody has judged anything."""
    value = small_package()
    value["assessments"] = []
    return parsed(value)


@cache
def _bytes() -> bytes:
    """The workbook before, without the sheets that most tenders leave empty."""
    desk = Desk(bare_package())
    for table in NAMED.tables:
        if table.rare and table.name in desk.book:
            del desk.book[table.name]
    return desk.bytes()


class Typed(Desk):
    """The workbook with a matrix of two bidders; `put` types into it by row and head."""

    def __init__(self, title: str = "Matriks", by: Any = "m1; m2; m3", at: Any = AT) -> None:
        self.book: Any = open_book(_bytes())
        self.sheet: Any = self.matrix(title, by, at)

    def matrix(self, title: str, by: Any, at: Any) -> Any:
        """A matrix laid out in another sheet."""
        sheet = self.book.create_sheet(title)
        sheet.append(["Matriks penilaian"])
        sheet.append(["Satu sel satu penilaian."])
        sheet.append(["Oleh", by, "Waktu", at])
        sheet.append(HEADS)
        for row in ROWS:
            sheet.append(row)
        return sheet

    def put(self, row: Sequence[str | None], head: str, value: Any, sheet: Any = None) -> Any:
        """Type into a cell, which is given back."""
        sheet = sheet or self.sheet
        column = next(c.column for c in sheet[4] if c.value == head)
        rows = sheet.iter_rows(min_row=5, max_col=2)
        number = next(cells[0].row for cells in rows if tuple(c.value for c in cells) == row)
        cell = sheet.cell(number, column)
        cell.value = value
        return cell


def entry(stage: str, who: str, answer: str, *, at: str = "10:00", **more: Any) -> dict[str, Any]:
    """A judgement as the format has it, by all three at ten o'clock if not otherwise."""
    key = "score" if answer.isdigit() else "verdict"
    moment = f"2022-05-17T{at}:00+07:00"
    said = {"stage": stage, "participant": who, "by": ["m1", "m2", "m3"], key: answer, "at": moment}
    return {**said, **more}


def said(desk: Desk) -> list[dict[str, Any]]:
    """The judgements that are read of a workbook, in the order of their texts."""
    reading = desk.read()
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    entries = package_dict(reading.package).get("assessments", ())
    return sorted(map(dict, entries), key=repr)
