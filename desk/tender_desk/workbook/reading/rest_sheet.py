"""Reads the sheet of what has no column: values of JSON by the names of their places."""

from collections.abc import Callable
from typing import Any

from tender_desk.workbook.kinds import PROSE, CellError
from tender_desk.workbook.layouts import names
from tender_desk.workbook.reading.assembly import Assembly
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, read_cell, title_key
from tender_desk.workbook.reading.trees import NowhereError
from tender_engine.faults import Fault, Noted
from tender_engine.formats.source import parse

__all__ = ["read_rest"]

# So many values of JSON are read on the sheet.
_MOST = 500_000


def read_rest(cells: Cells, assembly: Assembly, faults: Noted) -> None:
    """Put each value at its place; what cannot be read, or has no such place, is noted."""
    if not cells.first:
        return
    grid = Grid(cells.title, cells.number)

    def tell(code: str, row: int, column: int, **params: str) -> None:
        faults.append(Fault(code, (), params, spot=grid.spot(row, column)))

    head, _ = heads(cells, {title_key(title): title for title in names.REST_HEADERS})
    if not head:
        tell("XLS024", cells.first[0][0], 1, title=names.REST_HEADERS[0])
        return
    values = 0
    for row, filled in cells.rows():
        if row <= head:
            continue
        place, *parts = (_said(cells, cell, tell) for cell in filled)
        text = "".join(parts)
        values += 1 + sum(text.count(sign) for sign in ",[{")
        if values > _MOST:
            tell("XLS160", row, 2, most=f"{_MOST}")
            return
        syntax = parse(text)
        if syntax.faults or syntax.repeated:
            tell("XLS028", row, 2)
            continue
        try:
            assembly.place(place, syntax.value, grid.spot(row, 2))
        except NowhereError:
            tell("XLS027", row, 1, found=place[:80])


def _said(cells: Cells, cell: Any, tell: Callable[..., None]) -> str:
    """The text in a cell; an empty one, and a fault, where it cannot be read."""
    try:
        return read_cell(cells, PROSE, cell) or ""
    except CellError as error:
        tell(error.code, cell.row, cell.column, **error.params)
    return ""
