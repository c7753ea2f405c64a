"""A workbook that a test changes as somebody would in Excel, and what is told of it then."""

import io
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook

from tender_engine.formats.reader import Reading
from tender_engine.model import Package
from tests.desk.workbook.unread import open_book
from tests.engine.formats.data import read, small_package
from tests.reading import read_bytes, workbook_bytes

__all__ = ["Desk", "bare_workbook", "parsed", "small", "told", "workbook"]

HEAD = 4  # the row of the heads in every sheet that the program makes


class Desk:
    """A workbook of the program's own, opened by somebody: the small package's if no other.

    The small one is of values alone, which is read as the drawn one is and opened and saved in
    half of its time. `drawn`, it has what the program draws as well: lists, formats of cells that
    are empty.
    """

    def __init__(self, package: Package | None = None, *, drawn: bool = False) -> None:
        bare = package is None and not drawn
        self.book: Any = open_book(_small_bare() if bare else workbook(package))

    def cell(self, sheet: str, title: str, entry: int = 1) -> Any:
        """The cell of a table under the head `title`, of entry `entry` from 1."""
        return self.book[sheet].cell(HEAD + entry, self.column(sheet, title))

    def field(self, sheet: str, title: str, header: str = "Nilai") -> Any:
        """The cell of a form beside the name `title`."""
        rows = self.book[sheet].iter_rows(min_row=HEAD + 1, max_col=1)
        row = next(cell.row for (cell,) in rows if bare(cell.value) == title)
        return self.book[sheet].cell(row, self.column(sheet, header))

    def column(self, sheet: str, title: str) -> int:
        """The number of the column with the head `title`."""
        found = [cell.column for cell in self.book[sheet][HEAD] if bare(cell.value) == title]
        return int(found[0])

    def row(self, sheet: str, values: dict[str, Any], entry: int) -> None:
        """Type an entry."""
        for title, value in values.items():
            self.cell(sheet, title, entry).value = value

    def bytes(self) -> bytes:
        """The file as it is saved now."""
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self) -> Reading:
        """What the program reads of it."""
        return read_bytes(self.bytes(), "paket.xlsx")


def bare(title: object) -> str:
    """The title of a column without the star of one that has to be filled."""
    return str(title or "").removesuffix(" *")


def told(reading: Reading) -> list[tuple[str, str]]:
    """The cell and the code of each fault, in the order in which they are told."""
    return [(told.cell, told.code) for told in reading.diagnose()]


@cache
def small() -> Package:
    """The package that uses nearly every key."""
    package = read(small_package()).package
    assert package is not None
    return package


@cache
def _small_workbook() -> bytes:
    return workbook(small())


@cache
def _small_bare() -> bytes:
    return bare_workbook(small())


def bare_workbook(package: Package) -> bytes:
    """The values of its workbook, each in its format."""
    drawn = load_workbook(io.BytesIO(workbook(package)))
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for sheet in drawn.worksheets:
        page = book.create_sheet(sheet.title)
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
        for cell in cells if sheet.title != "Daftar" else ():
            page.cell(cell.row, cell.column, cell.value).number_format = cell.number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook(package: Package | None = None) -> bytes:
    """The workbook of `package`, or of the small one."""
    return _small_workbook() if package is None else workbook_bytes(package)


def parsed(value: Any) -> Package:
    """The package that is given as plain values."""
    reading = read(value)
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return reading.package
