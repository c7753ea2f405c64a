"""The one block of a sheet that has to be moved so that all is right, found by reading it moved.

What reads the sheet judges each place in which a block may belong, so that whatever is known of its
rows tells it. Only a sheet on which several things are wrong is looked at.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import combinations_with_replacement, islice, pairwise, product
from typing import Any, TypeAlias

from attrs import define, evolve, field, frozen

from tender_desk.workbook.off_place.block import Block, Judged, Place
from tender_desk.workbook.reading.sheet_cells import Cells, is_blank
from tender_engine.faults import Fault

__all__ = ["Judge", "Mended", "Tries", "one_move"]

Rows: TypeAlias = Mapping[int, Mapping[int, Any]]

# How far a block may be off, rows down and columns to the right.
_STRAIGHT = [off for n in (1, -1, 2, -2, 3, -3) for off in ((n, 0), (0, n))]
_OFF = [*_STRAIGHT, *product((1, -1), repeat=2)]
# So much has to be wrong, on so many rows; so many rows below the first of them are looked at, with
# so many above.
_LEAST, _ROWS, _ABOVE = 2, 60, 4
# So many rows are judged moved on one sheet, and on all of a workbook: where many sheets are wrong,
# they are so by more than blocks. To look for the blocks takes as long as to judge so many rows.
_JUDGED, _IN_ALL, _LOOK = 1000, 5000, 250
# So many rows below the last that is wrong may belong to the block.
_MORE = 3
# Figures have their bits so much farther up than texts.
_HALF = 256
_BOTH = 1 + (1 << _HALF)


Judge: TypeAlias = Callable[[Cells], Judged]


@define
class Tries:
    """How many rows may still be judged moved on the sheets of one workbook."""

    left: int = _IN_ALL

    @property
    def suffice(self) -> bool:
        """Whether there are enough for another sheet."""
        return self.left >= _LOOK + _JUDGED


@frozen
class Mended:
    """A block that has to be moved, told as a fault, and the rows in which all is right then.

    It is `off` so far, down and to the right, where that was found by moving it.
    """

    fault: Fault
    rows: Set[int] = frozenset()
    off: Place | None = None


def one_move(
    cells: Cells, found: Mapping[int, str], head: int, judge: Judge, tries: Tries
) -> Mended | None:
    """The block that has to be moved, told at its first cell; `None` where no one block is it.

    Where what is wrong is as well mended by one that is off otherwise, neither is known to be it.

    Args:
        cells: the sheet, to be gone over any number of times.
        found: the heads of its known columns.
        head: the row in which these stand.
        judge: tells what is wrong with the sheet as it is read.
        tries: what is left of them, from which those on this sheet are taken.
    """
    if not tries.suffice:
        return None
    whole = judge(cells)
    wrong = {row for row, _ in whole.all}
    if not wrong or len(wrong | {row for row, _ in whole.odd}) < _LEAST:
        return None
    sheet = _Sheet.of(cells, found, head, min(wrong))
    now = judge(sheet.cells)
    if not now.all:
        return None  # what is wrong is so beside rows that no block reaches, as a code there twice
    best, left, in_doubt = None, (len(now.all), len(now.odd)), False
    tries.left -= _LOOK
    for block in islice(sheet.likeliest(now), _JUDGED // sheet.rows):
        tries.left -= sheet.rows
        then = judge(sheet.moved(block))
        worse = len(then.all) - then.fits + now.fits, len(then.odd)
        twins = sheet.twins(block) if block.aside else 0
        off = block.down, block.aside
        rival = best is not None and worse == left and off != best.off
        better = rival or worse < left or (twins and not best)
        if better and block.mends(now, then, twins) and not sheet.is_in_doubt(block):
            if rival:
                in_doubt = True
                continue
            mended = {row for row, _ in now.all - then.all}
            best, left = Mended(block.fault(cells, found), mended | block.rows, off), worse
            in_doubt = False
            if not (then.all or then.odd):
                break
    return None if in_doubt else best


@frozen
class _Sheet:
    """The rows of a sheet that are looked at, those of its heads, and what of them is read."""

    cells: Cells
    _head: int
    _rows: Rows
    _columns: tuple[int, ...]
    # Of each row a bit for each column that has a text, and farther up for each with a figure.
    _fills: Mapping[int, int]

    @classmethod
    def of(cls, cells: Cells, found: Mapping[int, str], head: int, first: int) -> "_Sheet":
        """That of the rows from a little above the `first` on, in known columns and those near."""
        last = max(found) + 3
        start = head if first - head < _ROWS else first - _ABOVE
        rows = {
            number: {c.column: c for c in filled if c.value is not None and not is_blank(c)}
            for number, filled in cells.rows()
            if head < number and start <= number < max(first, head) + _ROWS
        }
        columns = sorted({column for row in rows.values() for column in row if column <= last})
        heads = tuple(row for row in cells.first if row[0] <= head)
        rows = {number: row for number, row in rows.items() if row}
        read = evolve(cells, first=heads, rest=_listed(rows))
        fills = {n: sum(map(_bit, row.values())) for n, row in rows.items()}
        return cls(read, max(head, start - 1), rows, tuple(columns), fills)

    @property
    def rows(self) -> int:
        """How many rows are judged at each try."""
        return len(self._rows)

    def _blocks(self, now: Judged) -> Iterator[Block]:
        """The blocks that may have been moved and have to do with what is wrong."""
        rows, columns = {row for row, _ in now.all}, {column for _, column in now.all}
        first, ends = min(rows), {*_ends(sorted(rows)), max(rows & now.entries, default=max(rows))}
        for left, right in combinations_with_replacement(self._columns, 2):
            filled = [n for n, row in self._rows.items() if any(left <= c <= right for c in row)]
            for down, aside in _OFF if len(filled) >= _LEAST else ():
                # Of rows that are off others any column may be wrong.
                near = any(left <= c <= right or left <= c + aside <= right for c in columns)
                tops = {first, first + down, filled[0]} & {*filled}
                last = {end + more for end in ends for more in range(min(down, 0), _MORE)}
                bottoms = {*last, filled[-1]} & {*filled}
                if left > aside and (down or near):
                    for top, bottom in product(tops, bottoms):
                        block = Block(top, left, bottom, right, down, aside)
                        if top < bottom and self._may_belong(block):
                            yield block

    def _may_belong(self, block: Block) -> bool:
        """Whether nothing else stands where a block belongs, which makes no rows of its own.

        Nor does it leave blank ones above others by going down: then these are off, and not it.
        """
        if block.top - block.down <= self._head or self._leaves_gap(block):
            return False
        for place, cell in self._of(block):
            there = block.belongs(place)
            if not block.holds(there):
                other = self._rows.get(there[0], {}).get(there[1])
                if other is not None and other.value != cell.value:
                    return False
        return len(self._fills_after(block)) <= len(self._rows)

    def _leaves_gap(self, block: Block) -> bool:
        """Whether rows are blank once a block is moved down that stand above others."""
        if block.down >= 0:
            return False
        among = _among(block)
        there = [n for n in range(block.top, block.bottom + 1) if self._fills.get(n, 0) & among]
        filled = {n for n, fill in self._fills.items() if n not in there or fill & ~among}
        filled |= {n - block.down for n in there}
        return any(n < max(filled) for n in {*there} - filled)

    def twins(self, block: Block) -> int:
        """How many different words and dates of a block stand where it belongs as well."""
        found = set[Any]()
        for place, cell in self._of(block):
            row, column = block.belongs(place)
            there = None if block.holds((row, column)) else self._rows.get(row, {}).get(column)
            if there is not None and isinstance(there.value, str | dt.date):
                found.add(cell.value)
        return len(found)

    def is_in_doubt(self, block: Block) -> bool:
        """Whether not the block was moved, but what stands beside it, or from another row.

        What stands beside it says the same so far off the other way. What stands where the block
        belongs as well, and would say the same a row higher or lower, tells of no row.
        """
        if block.down and any(self._is_copied(at, block) for at in self._columns):
            return True
        if not block.aside and self._is_like_by_chance(block):
            return True
        rows = [block.down - 1, block.down + 1] if block.aside and not block.down else ()
        off = (evolve(block, down=down) for down in rows)
        return any(self.twins(one) and self._is_like(one) for one in off)

    def _is_copied(self, at: int, block: Block) -> bool:
        """Whether a column beside a block says, so far off the other way, all that it does."""
        rows = range(block.top, block.bottom + 1)
        here = {row: cell.value for row in rows if (cell := self._rows.get(row, {}).get(at))}
        there = {row: self._rows.get(row - block.down, {}).get(at) for row in here}
        same = all((cell := there[row]) and cell.value == value for row, value in here.items())
        return not block.left <= at <= block.right and same and len({*here.values()}) >= _LEAST

    def _is_like_by_chance(self, block: Block) -> bool:
        """Whether it has no first cell, and something that it says stands where it belongs."""
        there = (block.belongs(place) for place, _ in self._of(block))
        outside = ((row, column) for row, column in there if not block.holds((row, column)))
        taken = any(column in self._rows.get(row, ()) for row, column in outside)
        return taken and block.left not in self._rows.get(block.top, ())

    def _is_like(self, block: Block) -> bool:
        """Whether all of a block stands where it belongs as well, as far as it is not there."""
        there = (
            (cell, self._rows.get(row, {}).get(column))
            for place, cell in self._of(block)
            for row, column in [block.belongs(place)]
            if not block.holds((row, column))
        )
        return all(like is not None and like.value == cell.value for cell, like in there)

    def likeliest(self, now: Judged) -> Sequence[Block]:
        """The blocks in order: first those after whose move rows are most alike, and those near."""

        def order(block: Block) -> tuple[int, ...]:
            alike, far = len({*self._fills_after(block)}), abs(block.down) + abs(block.aside)
            return alike, far, block.top - block.down != self._head + 1, -block.size

        return sorted(self._blocks(now), key=order)

    def _fills_after(self, block: Block) -> list[int]:
        """What the rows hold in which anything stands once a block is moved."""
        among = _among(block)
        left = dict(self._fills)
        for n in range(block.top, block.bottom + 1):
            left[n] = left.get(n, 0) & ~among
        for n in range(block.top, block.bottom + 1):
            moved = self._fills.get(n, 0) & among
            moved = moved >> block.aside if block.aside > 0 else moved << -block.aside
            left[n - block.down] = left.get(n - block.down, 0) | moved
        return [fill for fill in left.values() if fill]

    def _of(self, block: Block) -> Iterator[tuple[Place, Any]]:
        for number in range(block.top, block.bottom + 1):
            for column, cell in self._rows.get(number, {}).items():
                if block.left <= column <= block.right:
                    yield (number, column), cell

    def moved(self, block: Block) -> Cells:
        """The sheet with a block where it belongs."""
        rows = {number: dict(row) for number, row in self._rows.items()}
        taken = [*self._of(block)]
        for (number, column), _ in taken:
            del rows[number][column]
        at = {}
        for place, cell in taken:
            row, column = block.belongs(place)
            rows.setdefault(row, {})[column] = _Moved(cell, row, column)
            at[row, column] = place
        compute = self.cells.compute
        return evolve(
            self.cells,
            rest=_listed(rows),
            compute=lambda sheet, *place: compute(sheet, *at.get(place, place)),
        )


def _ends(rows: Sequence[int]) -> Iterator[int]:
    """Where the first of several rows that are near each other ends, and the last of all.

    >>> [*_ends([6, 7, 9, 20, 21])]
    [9, 21]
    """
    yield next((one for one, other in pairwise(rows) if other - one > _MORE), rows[-1])
    yield rows[-1]


def _among(block: Block) -> int:
    """The bits of the columns of a block."""
    return ((1 << block.right + 1) - (1 << block.left)) * _BOTH


def _bit(cell: Any) -> int:
    column: int = cell.column
    return 1 << column + (0 if isinstance(cell.value, str) else _HALF)


def _listed(rows: Rows) -> list[tuple[int, list[Any]]]:
    """Rows in order, as a sheet gives them."""
    return [(n, [row[column] for column in sorted(row)]) for n, row in sorted(rows.items()) if row]


@frozen
class _Moved:
    """A cell elsewhere than it stands."""

    _cell: Any
    row: int
    column: int
    value: Any = field(init=False)
    data_type: str = field(init=False)
    number_format: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        for name in ("value", "data_type", "number_format"):
            object.__setattr__(self, name, getattr(self._cell, name))
