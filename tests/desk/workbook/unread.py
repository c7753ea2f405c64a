"""Workbooks that a test opens, changes in a cell or two, and saves.

openpyxl makes objects of every cell of some thirty sheets for that, and writes each of them anew:
two fifths of the time of these tests. Here a sheet is gone through once a test asks for it; any
other is saved as it stands. Its formats keep their numbers, as a book keeps those it was opened
with.
"""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.writer.excel import ExcelWriter

__all__ = ["open_book"]


def open_book(data: bytes) -> Any:
    """The workbook, to be changed and saved; as openpyxl opens it where it has more than cells."""
    reader = _Reader(BytesIO(data))
    reader.read()
    return reader.wb


class _Book(Workbook):
    """A workbook that knows which of its sheets nobody has asked for, and their bytes."""

    unread: dict[Any, bytes]
    _saving = False

    def _seen(self, sheet: Any) -> Any:
        if not self._saving and sheet in self.unread:
            WorksheetReader(sheet, BytesIO(self.unread.pop(sheet)), [], False, False).bind_all()
        return sheet

    def __getitem__(self, title: str) -> Any:
        found = [sheet for sheet in self._sheets if sheet.title == title]
        return self._seen(found[0]) if found else super().__getitem__(title)

    @property
    def worksheets(self) -> list[Any]:
        return [self._seen(sheet) for sheet in super().worksheets]

    @property
    def epoch(self) -> Any:
        return super().epoch

    @epoch.setter
    def epoch(self, value: Any) -> None:
        _ = self.worksheets  # the numbers of all their days are others then
        Workbook.epoch.fset(self, value)

    @property
    def active(self) -> Any:
        return self._seen(super().active)

    @active.setter
    def active(self, value: Any) -> None:
        Workbook.active.fset(self, value)

    def save(self, filename: Any) -> None:
        self._saving = True
        _Writer(self, ZipFile(filename, "w", ZIP_DEFLATED)).save()
        self._saving = False


class _Reader(ExcelReader):
    def read_worksheets(self) -> None:
        sheets = [(sheet, rel.target) for sheet, rel in self.parser.find_sheets()]
        parts = {target: self.archive.read(target) for _, target in sheets}
        # What a sheet names outside of itself has other numbers once it is saved.
        related = any(get_rels_path(target) in self.valid_files for target in parts)
        if related or any(b't="s"' in part for part in parts.values()):
            super().read_worksheets()
            return
        self.wb.__class__, self.wb.unread = _Book, {}
        for sheet, target in sheets:
            made = self.wb.create_sheet(sheet.name)
            made.sheet_state = sheet.state
            self.wb.unread[made] = parts[target]


class _Writer(ExcelWriter):
    def write_worksheet(self, ws: Any) -> None:
        if ws not in self.workbook.unread:
            super().write_worksheet(ws)
            return
        ws._drawing = SpreadsheetDrawing()
        self._archive.writestr(ws.path[1:], self.workbook.unread[ws])
        self.manifest.append(ws)
