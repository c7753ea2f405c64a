"""Rows that do not follow the columns of their sheet: a block pasted a column off, told once.

Lines of prices have a look of their own, see `displaced`, unless hundreds of them are wrong.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from tender_desk.ooxml.addresses import cell_name, listed
from tender_desk.workbook.kinds import CellError, Choice, Word
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.off_place.displaced import COLUMNS, columns_shown
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, read_cell, title_key
from tender_engine.faults import Fault

__all__ = ["astray", "may_hold"]

# So many cells of a row are what their column cannot hold, on so many rows and most of the first.
_CELLS, _ROWS, _FIRST = 3, 3, 200


def astray(cells: Cells, table: Table, local: Local, *, of_many: bool = False) -> Fault | None:
    """That most rows of a sheet have in several columns what only others can hold.

    No more than the first rows are looked at; with `of_many` nothing is said of a sheet with fewer.
    """
    known = {title_key(c.title): c for c in (*table.parents, *table.columns)}
    head, found = heads(cells, known)
    titled = {number: title_key(title) for number, title in found.items()}
    at = {number: known[title] for number, title in titled.items() if title in known}
    # Where codes stand ready for names, one cell alone tells nothing of where it belongs.
    least = 2 if table.called else 1
    rows = ((n, filled) for n, filled in cells.rows() if n > head and len(filled) >= least)
    judged = [(row, _odd(cells, filled, at, local)) for row, filled in islice(rows, _FIRST)]
    odd = [(row, columns[0]) for row, columns in judged if len(columns) >= _CELLS]
    few = of_many and len(judged) < _FIRST
    if few or not head or len(odd) < _ROWS or 2 * len(odd) <= len(judged):
        return None
    row, column = odd[0]
    params = {
        "title": at[column].title,
        "cells": listed([cell_name(*place) for place in odd]),
        "columns": columns_shown(cells, table),
    }
    return Fault(COLUMNS, (), params, spot=Grid(cells.title, cells.number).spot(row, column))


def _odd(cells: Cells, filled: Sequence[Any], at: Mapping[int, Column], local: Local) -> list[int]:
    """The columns of a row in which stands what they cannot hold."""
    known = [(cell, at[cell.column]) for cell in filled if cell.column in at]
    return [cell.column for cell, column in known if not may_hold(cells, column, cell, local)]


def may_hold(cells: Cells, column: Column, cell: Any, local: Local) -> bool:
    """Whether what stands in a cell may be said in this column."""
    if cell.data_type == "f":
        return True
    kind = column.kind
    try:
        value = read_cell(cells, column.within(local), cell)
    except CellError as error:
        return error.code == "XLS036"  # no zone, which is another thing
    if isinstance(kind, Choice) and not isinstance(kind, Word) and kind is not ANSWER:
        return value is None or value in kind.words
    return True
