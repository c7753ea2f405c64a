"""Where on a sheet the columns have their heads, found as the reader of workbooks finds them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tender_desk.workbook.growing.sheet import TextAt
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key

__all__ = ["TOP", "heads_in"]

# Heads stand in the first rows, wherever somebody has put a row above them.
TOP = 12


def heads_in(
    rows: Sequence[tuple[int, list[TextAt]]], known: Mapping[str, Any]
) -> tuple[int, dict[str, int]]:
    """The row of the heads (0: none), and the column of each head that stands there.

    `rows` are those up to `TOP`; `known` are the titles to look for, as `title_key` gives them, and
    so are the heads that were found.
    """
    head, told = heads(Cells("", 0, tuple(rows), _no_formula), known)
    return head, {title_key(title): column for column, title in told.items()}


def _no_formula(*cell: int) -> Any:
    raise NotImplementedError(cell)  # heads are texts
