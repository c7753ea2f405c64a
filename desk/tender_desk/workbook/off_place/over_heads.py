"""A block that was pasted over the heads of its columns: it stands some rows too high."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from tender_desk.ooxml.addresses import cell_name, cells_of
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.off_place.displaced import OVER_HEADS
from tender_desk.workbook.off_place.lone_column import like_a_code
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, is_blank, is_own, title_key
from tender_engine.faults import Fault

__all__ = ["over_heads", "over_heads_of"]

# The cells of rows by their columns.
Rows: TypeAlias = Mapping[int, Mapping[int, Any]]

# So many rows a block may stand too high; of so many heads that are lost the names are told.
_HIGH, _NAMED = 3, 5
# So many cells below a text at the head of a column tell that it is the first of them.
_LEAST = 2
# One in so many rows may be a blank one of a block.
_GAPS = 8
_OF_A_TITLE = re.compile(r"[IVXL]{1,5}\.?|[A-Z]\.?")


def over_heads_of(cells: Cells, table: Table) -> Fault | None:
    """That a block stands over heads of the sheet of a `table`.

    A text tells it where it seems to be the first of its column, which has to be there, and so does
    what looks like a code where codes have lost their head.
    """
    columns = {title_key(c.title): c for c in (*table.parents, *table.columns)}
    head, found = heads(cells, columns)
    there = {title_key(title) for title in found.values()}
    lost = [column for key, column in columns.items() if key not in there]
    needed = any(column.needed for column in lost)
    codes = any(column.needed and column.key == ("id",) for column in lost)
    return over_heads(
        cells,
        head,
        lambda title: title_key(title) in columns,
        [column.title for column in lost],
        lambda cell, below: (
            (needed and _is_first(below, cell.column)) or (codes and _may_be_code(str(cell.value)))
        ),
    )


def over_heads(
    cells: Cells,
    head: int,
    is_a_head: Callable[[str], bool],
    lost: Sequence[str],
    tells: Callable[[Any, Rows], bool],
) -> Fault | None:
    """That a block stands over heads, which are lost by it; told at its first cell.

    Args:
        cells: the sheet, to be gone over any number of times.
        head: the row of the heads; 0 where there is none.
        is_a_head: whether a title is that of a column.
        lost: the heads that are not there.
        tells: whether a text at the head of a column, above these rows, is none; a number or a
            date never is one.
    """
    rows = {number: {c.column: c for c in filled if _holds(c)} for number, filled in cells.rows()}
    strange = {
        column: cell
        for column, cell in rows.get(head, {}).items()
        if not (is_a_head(str(cell.value)) or is_own(str(cell.value)))
    }
    below = {number: row for number, row in rows.items() if number > head}
    telling = [n for n, cell in strange.items() if _is_figure(cell) or tells(cell, below)]
    if not (lost and telling):
        return None
    left, right = min(telling), max(telling)
    while left - 1 in strange:
        left -= 1
    while right + 1 in strange:
        right += 1
    block = range(left, right + 1)
    high = _short_of(below, block) or 1
    top = max(1, head - (high if high <= _HIGH else 1) + 1)
    while top < head and not {*rows.get(top, {})} & {*block}:
        top += 1
    last = max((number for number, row in below.items() if {*row} & {*block}), default=head)
    params = {
        "range": cells_of(top, left, last, right),
        "cells": cells_of(head, left, head, right),
        "title": ", ".join([*lost[:_NAMED], *(("...",) if len(lost) > _NAMED else ())]),
        "cell": cell_name(head + 1, left),
    }
    return Fault(OVER_HEADS, (), params, spot=Grid(cells.title, cells.number).spot(top, left))


def _may_be_code(text: str) -> bool:
    """Whether a text looks like the code of a line, or of a title above lines."""
    return like_a_code(text) or _OF_A_TITLE.fullmatch(text.strip()) is not None


def _holds(cell: Any) -> bool:
    return cell.value is not None and not is_blank(cell)


def _is_figure(cell: Any) -> bool:
    return isinstance(cell.value, int | float | dt.date) and not isinstance(cell.value, bool)


def _is_first(below: Rows, column: int) -> bool:
    """Whether a column is full but for the last of the rows that hold anything beside it.

    Where there are titles and sums, few of the others may have nothing either.
    """
    filled = [column in row for row in below.values() if {*row} - {column}]
    short = filled[::-1].index(True) if True in filled else 0
    gaps = filled[: len(filled) - short].count(False)
    return sum(filled) >= _LEAST and 0 < short <= _HIGH and gaps * _GAPS <= sum(filled)


def _short_of(below: Rows, block: range) -> int:
    """How many of the last rows, which hold something beside a block, have nothing of it."""
    filled = [bool({*row} & {*block}) for row in below.values() if {*row} - {*block}]
    return filled[::-1].index(True) if True in filled else len(filled)
