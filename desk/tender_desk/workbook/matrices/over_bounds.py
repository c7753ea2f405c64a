"""Scores that were pasted too far left: over what the engine shows of the document beside them."""

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, cells_of
from tender_desk.workbook.matrices.heads import BOUNDS
from tender_desk.workbook.off_place.displaced import BESIDE
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, is_blank, title_key
from tender_engine.faults import Fault
from tender_engine.numbers import plain

__all__ = ["Shown", "over_bounds", "shows_highest"]

# So many rows hold what the engine did not write there.
_LEAST = 2
_KEYS = {title_key(title): key for title, key in BOUNDS.items()}


@frozen
class Shown:
    """What the engine shows of each row: as the document has it, or had it at the last refresh.

    Of what was typed then only so much is known as tells whether a number was among it; nothing
    where there was `no_refresh`. What a row of the document lacks, and others have, may be lost.
    """

    by_row: Mapping[int, Mapping[str, Any]]
    was_typed: Callable[[str], bool]
    no_refresh: bool = False

    def has(self, row: int, key: str, number: str) -> bool:
        """Whether the engine may have written this number."""
        known = self.by_row.get(row)
        numbers = {one[key] for one in self.by_row.values() if key in one}
        lost = known is None or (key not in known and bool(numbers))
        return lost or number in numbers or self.was_typed(number)


def over_bounds(
    cells: Cells, head: int, found: Mapping[int, str], answers: Collection[int], shown: Shown
) -> Fault | None:
    """That scores stand so many columns left of their own as the last of these are blank.

    Args:
        cells: the matrix, to be gone over any number of times.
        head: the row of its heads.
        found: its heads, by their columns.
        answers: the columns in which answers stand.
        shown: what the engine shows.
    """
    bounds = {n: _KEYS[title_key(title)] for n, title in found.items() if title_key(title) in _KEYS}
    first = last = min(answers, default=0)
    while last + 1 in answers:
        last += 1
    rows = {number: {c.column: c for c in filled} for number, filled in cells.rows()}
    below = {number: row for number, row in rows.items() if number > head}
    # That the document was changed since explains a column, and hardly all of them.
    least = len(bounds) if shown.no_refresh else 1
    for off in range(len(bounds), least - 1, -1):
        column = first - off
        blank = not any(_number(row.get(n)) for row in below.values() for n in _last(last, off))
        typed = {number: _number(row.get(column)) for number, row in below.items()}
        odd = [
            number
            for number, text in typed.items()
            if column in bounds and text and not shown.has(number, bounds[column], text)
        ]
        if blank and len(odd) >= _LEAST and 2 * len(odd) > sum(map(bool, typed.values())):
            params = {
                "range": cells_of(odd[0], column, odd[-1], last - off),
                "title": found[first],
                "cell": cell_name(odd[0], first),
            }
            spot = Grid(cells.title, cells.number).spot(odd[0], column)
            return Fault(BESIDE, (), params, spot=spot)
    return None


def shows_highest(cells: Cells, found: Mapping[int, str]) -> frozenset[int] | None:
    """The rows beside which a highest score is shown; `None` where no column shows any."""
    at = {n for n, title in found.items() if _KEYS.get(title_key(title)) == "max_score"}
    rows = (number for number, row in cells.rows() for c in row if c.column in at and _number(c))
    return frozenset(rows) if at else None


def _last(last: int, off: int) -> range:
    return range(last - off + 1, last + 1)


def _number(cell: Any) -> str:
    """The number in a cell, in plain notation; empty for none."""
    if cell is None or is_blank(cell) or not isinstance(cell.value, int | float):
        return ""
    return str(plain(Decimal(str(cell.value))))
