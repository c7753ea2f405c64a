"""Whether a matrix stands as it stood at the last refresh, so that nothing on it was moved.

What does not fit it then is wrong on another sheet, and is told there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from tender_desk.ooxml.same_text import same_text
from tender_desk.workbook.reading.sheet_cells import Cells, is_own, title_key

if TYPE_CHECKING:
    from tender_desk.workbook.since_refresh.last_state import SheetState

__all__ = ["stands_as_then"]

# What stands in a row, by the keys of the heads above it.
Typed: TypeAlias = tuple[tuple[str, str], ...]


def stands_as_then(
    cells: Cells,
    head: int,
    found: Mapping[int, str],
    then: "SheetState | None",
    among: Collection[str] = (),
) -> bool:
    """Whether below each head stands in each row what stood there `then`, in whatever order.

    Args:
        cells: the matrix, to be gone over any number of times.
        head: the row of its heads.
        found: its heads, by their columns.
        then: the same sheet at the last refresh, if it is known.
        among: the heads below which it is asked; all, if none are named.
    """
    if then is None or not then.whole:
        return False
    keys = {*map(title_key, among)} or {*then.heads, *map(title_key, found.values())}
    before = sorted(_row(row.cells.items(), keys) for row in then.rows)
    now = (row for number, row in _typed(cells, found) if number > head)
    return [*filter(None, sorted(_row(row, keys) for row in now))] == [*filter(None, before)]


def _row(said: Iterable[tuple[str, str]], keys: Collection[str]) -> Typed:
    return tuple(sorted((key, text) for key, text in said if key in keys and text))


def _typed(
    cells: Cells, found: Mapping[int, str]
) -> Iterator[tuple[int, Sequence[tuple[str, str]]]]:
    """The rows with what is typed in each; a formula is kept otherwise, and is like none."""
    for number, filled in cells.rows():
        titles = (found.get(cell.column, "") for cell in filled)
        beside = zip(titles, filled, strict=True)
        yield number, [(title_key(t), same_text(cell.value)) for t, cell in beside if not is_own(t)]
