"""Opens a guarded workbook with openpyxl; for cells alone, no sheet is gone through beforehand."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["opened"]


def opened(data: bytes, *, read_only: bool, values: bool) -> "Workbook":
    """The workbook in `data`.

    Args:
        data: the bytes of a file that was guarded.
        read_only: for cells alone, row by row; otherwise the whole book is held in memory.
        values: the results that Excel kept in place of the formulas.

    Raises:
        Exception: whatever openpyxl makes of a damaged book; it has no error of its own.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if not read_only:
            return load_workbook(BytesIO(data), data_only=values, keep_links=False)
        return _opened_for_cells(data, values=values)


def _opened_for_cells(data: bytes, *, values: bool) -> "Workbook":
    """As `load_workbook` opens it, without its search for a size that not every sheet states.

    openpyxl goes through all rows of a sheet to find that it states none.
    """
    from openpyxl.reader.excel import ExcelReader

    class Reader(ExcelReader):
        def read_worksheets(self) -> None:
            _read_sheets(self)

    reader = Reader(BytesIO(data), read_only=True, data_only=values, keep_links=False)
    reader.read()
    return reader.wb


def _read_sheets(reader: Any) -> None:
    """Put each sheet into the book, its rows unread."""
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    class Sheet(ReadOnlyWorksheet):
        def _get_size(self) -> None:
            _read_size(self)

    for sheet, rel in reader.parser.find_sheets():
        if rel.target not in reader.valid_files:
            continue
        if "chartsheet" in rel.Type:
            reader.read_chartsheet(sheet, rel)
            continue
        made = Sheet(reader.wb, sheet.name, rel.target, reader.shared_strings)
        made.sheet_state = sheet.state
        reader.wb._sheets.append(made)


def _read_size(sheet: Any) -> None:
    """What a sheet says of its size, which stands before its rows."""
    from openpyxl.worksheet._reader import DATA_TAG, DIMENSION_TAG
    from openpyxl.worksheet.dimensions import SheetDimension
    from openpyxl.xml.functions import iterparse

    with sheet._get_source() as source:
        for event, element in iterparse(source, ("start", "end")):
            if element.tag == DATA_TAG:
                return
            if event == "end" and element.tag == DIMENSION_TAG:
                found: Any = SheetDimension.from_tree(element)
                states = found.boundaries
                sheet._min_column, sheet._min_row, sheet._max_column, sheet._max_row = states
                return
