"""All that is used of openpyxl beyond what it promises: opening a book, and going through its rows.

openpyxl promises to open a book and to give its cells. That costs twice what it has to: it looks
for the size of each sheet by going through its rows, spells every shared formula, and makes cells
for places where nothing stands, as far as a sheet claims to reach. It makes an object of every rule
for typing, and has each element looked at in Python for entities, of which a guarded file has none.
What is done otherwise here
rests on names that begin with an underscore and may change with any release; hence `openpyxl<3.2`,
and hence one module: whoever moves the bound has this file to look at.
"""

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse

from attrs import frozen
from openpyxl import Workbook, load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import (
    COL_TAG,
    DATA_TAG,
    DIMENSION_TAG,
    FORMULA_TAG,
    MERGE_TAG,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.merge import MergeCells

__all__ = ["SharedFormula", "SheetParser", "looks_of", "opened", "parser_of"]


def opened(data: bytes, *, read_only: bool, values: bool) -> Workbook:
    """The workbook in `data`.

    Args:
        data: the bytes of a file that was guarded.
        read_only: for cells alone, row by row; otherwise the whole book is held in memory.
        values: the results that Excel kept in place of the formulas.

    Raises:
        Exception: whatever openpyxl makes of a damaged book; it has no error of its own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if not read_only:
            return load_workbook(BytesIO(data), data_only=values, keep_links=False)
        reader = _Reader(BytesIO(data), read_only=True, data_only=values, keep_links=False)
        reader.read()
        return reader.wb


class _Reader(ExcelReader):
    """As `load_workbook` opens a book for its cells, but no sheet is gone through beforehand."""

    def read_worksheets(self) -> None:
        """Put each sheet into the book, its rows unread."""
        own: Any = self
        for sheet, rel in own.parser.find_sheets():
            if rel.target not in own.valid_files:
                continue
            if "chartsheet" in rel.Type:
                own.read_chartsheet(sheet, rel)
                continue
            made = _Sheet(own.wb, sheet.name, rel.target, own.shared_strings)
            made.sheet_state = sheet.state
            own.wb._sheets.append(made)


class _Sheet(ReadOnlyWorksheet):
    def _get_size(self) -> None:
        """What the sheet says of its size, which stands before its rows; if nothing, none."""
        own: Any = self
        with own._get_source() as source:
            for event, element in iterparse(source, ("start", "end")):
                if element.tag == DATA_TAG:
                    return
                if event == "end" and element.tag == DIMENSION_TAG:
                    found: Any = SheetDimension.from_tree(element)
                    states = found.boundaries
                    own._min_column, own._min_row, own._max_column, own._max_row = states
                    return


def looks_of(book: Any) -> int:
    """How many formats a book has, of which each cell names one by its number."""
    return len(book._cell_styles)


@contextmanager
def parser_of(sheet: Any) -> "Iterator[SheetParser]":
    """What parses the rows of a sheet opened with `read_only=True`."""
    book = sheet.parent
    with sheet._get_source() as source:
        yield SheetParser(
            source,
            sheet._shared_strings,
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )


@frozen
class SharedFormula:
    """A formula that the cell `here` shares with the one at `origin`, where it says `text`."""

    text: str
    origin: str
    here: str

    def spelled(self) -> str:
        """The formula as the cell itself would say it."""
        spelled: str = Translator(self.text, self.origin).translate_formula(self.here)
        return spelled


class SheetParser(WorkSheetParser):
    """A parser of rows, hidden columns and merged cells alone, of a sheet that was guarded.

    Its shared formulas are `SharedFormula`, but where they are said.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._shared: dict[str | None, tuple[str, str]] = {}

    def parse(self) -> Generator[Any, None, None]:
        """Each row; what stands behind them is known at the end."""
        own: Any = self
        element: Any
        for _, element in iterparse(own.source):
            if element.tag == ROW_TAG:
                row = own.parse_row(element)
                element.clear()
                yield row
            elif element.tag == COL_TAG:
                own.parse_column_dimensions(element)
            elif element.tag == MERGE_TAG:
                own.merged_cells = MergeCells.from_tree(element)

    def parse_formula(self, element: Any) -> Any:
        """The formula of a cell."""
        formula = element.find(FORMULA_TAG)
        if formula.get("t") != "shared":
            return super().parse_formula(element)  # type: ignore[no-untyped-call]
        which = formula.get("si")
        here = element.get("r") or f"{get_column_letter(self.col_counter)}{self.row_counter}"
        if formula.text:
            self._shared[which] = f"={formula.text}", here
            return f"={formula.text}"
        if which not in self._shared:
            return "="
        return SharedFormula(*self._shared[which], here)
