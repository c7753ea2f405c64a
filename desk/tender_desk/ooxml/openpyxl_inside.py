"""All that is used of openpyxl beyond what it promises: opening a book, and going through its rows.

openpyxl promises to open a book and to give its cells. That costs twice what it has to: it looks
for the size of each sheet by going through its rows, spells every shared formula, and makes cells
for places where nothing stands, as far as a sheet claims to reach. It makes objects of every text
and of every rule for typing, and has each element looked at in Python for entities, of which a
guarded file has none. What is done otherwise here rests on names that begin
with an underscore and may change with any release; hence `openpyxl<3.2`, and hence one module:
whoever moves the bound has this file to look at.
"""

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse

from attrs import frozen
from openpyxl import Workbook, load_workbook
from openpyxl.cell.text import Text
from openpyxl.formula.translate import Translator
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import (
    COL_TAG,
    DATA_TAG,
    DIMENSION_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.merge import MergeCells
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

__all__ = [
    "CellParser",
    "SharedFormula",
    "SheetParser",
    "looks_of",
    "opened",
    "parser_of",
    "shared_strings",
]

_STRING, _TEXT = f"{{{SHEET_MAIN_NS}}}si", f"{{{SHEET_MAIN_NS}}}t"


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

    def read_strings(self) -> None:
        """Read the texts that cells share."""
        own: Any = self
        part = own.package.find(SHARED_STRINGS)
        if part is not None:
            with own.archive.open(part.PartName[1:]) as source:
                own.shared_strings = shared_strings(source)

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


def shared_strings(source: Any) -> list[str]:
    """The texts that the cells of a book share, as openpyxl reads them, in a fifth of its time.

    It makes objects of each; nearly all are an element with a text and nothing else.
    """
    found = []
    element: Any
    for _, element in iterparse(source):
        if element.tag == _STRING:
            found.append(_text_of(element).replace("x005F_", ""))
            element.clear()
    return found


def _text_of(element: Any) -> str:
    text = _plain(element)
    if text is None:
        made: Any = Text.from_tree(element)
        text = str(made.content)
    return text


def _plain(element: Any) -> str | None:
    """The text of an element that holds one and nothing else."""
    if len(element) == 1 and element[0].tag == _TEXT and not element.attrib:
        return element[0].text or ""
    return None


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


class CellParser(WorkSheetParser):
    """A parser that makes no objects of the texts that stand in cells themselves."""

    def parse_cell(self, element: Any) -> Any:
        """What a cell holds."""
        text = None
        if element.get("t") == "inlineStr" and (child := element.find(INLINE_STRING)) is not None:
            text = _plain(child)
            if text is not None:
                element.remove(child)
        own: Any = super()
        cell = own.parse_cell(element)
        if text is not None and cell["data_type"] != "f":
            cell["value"], cell["data_type"] = text, "s"
        return cell


class SheetParser(CellParser):
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
