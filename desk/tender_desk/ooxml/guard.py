"""Opens a workbook that somebody sent: hostile files are refused before anything reads them."""

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

from tender_desk.ooxml.addresses import cell_name, column_letter
from tender_desk.ooxml.archive import HostileFileError, checked_archive
from tender_desk.ooxml.parts import check_parts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.read_only import ReadOnlyCell

__all__ = [
    "COLUMNS",
    "ROWS",
    "HostileFileError",
    "Layout",
    "guarded",
    "open_views",
    "open_workbook",
    "rows_of",
]

# Far above any tender, and far below what a program may be kept busy with for hours.
ROWS = 10_000
COLUMNS = 100


@define
class Layout:
    """What else a sheet says of its rows and columns; filled by `rows_of` once it is through.

    `merged` holds ranges such as `A1:C1`; columns are numbered from 1.
    """

    hidden_rows: set[int] = Factory(set)
    hidden_columns: set[int] = Factory(set)
    merged: list[str] = Factory(list)


def guarded(data: bytes) -> None:
    """Let pass what is an ordinary .xlsx, whatever it holds.

    Raises:
        HostileFileError: it is no workbook, or one that nobody may be asked to open.
    """
    with checked_archive(data) as archive:
        check_parts(archive)


def open_workbook(data: bytes, *, read_only: bool = True, values: bool = False) -> "Workbook":
    """The workbook in `data`, guarded first.

    Args:
        data: the bytes of the file.
        read_only: for cells alone, row by row; otherwise the whole book is held in memory.
        values: the results that Excel kept in place of the formulas.

    Raises:
        HostileFileError: it is refused, or nothing can be made of it.
    """
    guarded(data)
    return _opened(data, read_only=read_only, values=values)


def open_views(data: bytes) -> "tuple[Workbook, Workbook]":
    """The workbook twice, row by row: with its formulas, and with what Excel kept of them.

    Raises:
        HostileFileError: it is refused, or nothing can be made of it.
    """
    # Excel's results are only ever shown: what counts is computed anew from the formulas.
    guarded(data)
    return (
        _opened(data, read_only=True, values=False),
        _opened(data, read_only=True, values=True),
    )


def _opened(data: bytes, *, read_only: bool, values: bool) -> "Workbook":
    # Not before the file is guarded: nothing of openpyxl is loaded for one that is refused.
    from tender_desk.ooxml.openpyxl_inside import opened

    try:
        book = opened(data, read_only=read_only, values=values)
    except Exception as error:  # openpyxl has no error of its own for a damaged book
        raise HostileFileError("XLS019") from error
    if not book.worksheets:
        raise HostileFileError("XLS014")
    return book


def rows_of(
    sheet: Any, layout: Layout | None = None, *, bounded: bool = True
) -> Iterator[tuple[int, "list[ReadOnlyCell]"]]:
    """Each row of a sheet opened with `read_only=True` that holds something, in order.

    Gives the number of the row and those of its cells that are not empty, by column. Nothing is
    made for what is not there, whatever size the sheet claims to have.

    Args:
        sheet: the sheet.
        layout: what is filled with what it hides and merges.
        bounded: whether it is one of ours, which are no larger; whoever reads another sets bounds
            of his own.

    Raises:
        HostileFileError: something stands beyond `ROWS` and `COLUMNS`, the sheet claims to reach
            beyond them and does not, or it is damaged.
    """
    from openpyxl.cell.read_only import ReadOnlyCell

    from tender_desk.ooxml.openpyxl_inside import looks_of

    before, looks = 0, looks_of(sheet.parent)
    lowest, widest = ROWS, COLUMNS
    for number, cells in _parsed(sheet, layout):
        lowest = max(lowest, number)
        if cells:
            widest = max(widest, cells[-1]["column"])
        if not (filled := [cell for cell in cells if cell["value"] is not None]):
            continue
        columns = [cell["column"] for cell in filled]
        # Each cell says where it stands. Where that is not the order of the file, programs differ
        # in what they show, and a person would not see what is read here.
        astray = any(c["row"] != number or not _is_look(c["style_id"], looks) for c in filled)
        if astray or number <= before or columns != sorted(set(columns)):
            raise HostileFileError("XLS019")
        if bounded and (number > ROWS or columns[-1] > COLUMNS):
            place = cell_name(number, columns[-1], sheet.title)
            bounds = {"rows": f"{ROWS}", "columns": column_letter(COLUMNS)}
            raise HostileFileError("XLS018", cell=place, **bounds)
        before = number
        yield number, [ReadOnlyCell(sheet, **cell) for cell in filled]
    # Whatever goes by the size that a sheet states would make millions of empty cells of it.
    if bounded and ((sheet.max_row or 0) > lowest or (sheet.max_column or 0) > widest):
        raise HostileFileError("XLS103", sheet=sheet.title)


def _is_look(number: object, looks: int) -> bool:
    """Whether a cell's style is one of the book's; an empty one is left as the text it is."""
    return isinstance(number, int) and 0 <= number < looks


def _parsed(sheet: Any, layout: Layout | None) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows as openpyxl parses them, without the rows and cells that it fills in."""
    from tender_desk.ooxml.openpyxl_inside import parser_of

    with parser_of(sheet) as parser:
        rows = parser.parse()
        while True:
            try:
                # What openpyxl warns of (a look, a rule for typing) is nothing that is read.
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    row = next(rows, None)
            except Exception as error:  # a damaged cell ends in any of a dozen errors
                raise HostileFileError("XLS019") from error
            if row is None:
                break
            yield row
    # Merged cells stand behind the rows in the file.
    if layout is not None:
        try:
            _note(layout, parser)
        except (KeyError, ValueError) as error:
            raise HostileFileError("XLS019") from error


def _note(layout: Layout, parser: Any) -> None:
    hidden = ("1", "true")
    for row, attributes in parser.row_dimensions.items():
        if attributes.get("hidden") in hidden:
            layout.hidden_rows.add(int(row))
    for attributes in parser.column_dimensions.values():
        if attributes.get("hidden") in hidden:
            # One entry may hide all to the right, up to the last of 16,384.
            last = min(int(attributes["max"]), COLUMNS)
            layout.hidden_columns.update(range(int(attributes["min"]), last + 1))
    if parser.merged_cells is not None:
        layout.merged.extend(merged.ref for merged in parser.merged_cells.mergeCell)
