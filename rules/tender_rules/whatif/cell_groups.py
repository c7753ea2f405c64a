"""Numbers of one kind that move the same figures: one boundary, and each number's own way to it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import Any, TypeAlias

from attrs import frozen

from tender_engine.numbers import exact
from tender_rules.whatif.changes import Changed
from tender_rules.whatif.sketch import Move, Step, rounded

__all__ = ["SEN", "SMALLEST", "Cell", "Group", "Number", "Numbers", "Target"]

Number: TypeAlias = Decimal | Fraction
SEN, SMALLEST = Decimal("0.01"), Decimal("0.000001")


@frozen
class Cell:
    """One number: which it is, what it is now, and by how much the moved figure follows it."""

    key: object
    now: Fraction
    follows: Fraction


@frozen
class Target:
    """A boundary of one cell: the figure itself, and the nearest that can be written beside it."""

    exact: Fraction
    near: Fraction
    far: Fraction
    written: bool


@frozen(eq=False)
class Numbers:
    """The cells of a group in columns: there may be a hundred thousand, and few are told of."""

    keys: Sequence[object]
    now: Sequence[Number]
    follows: Sequence[Number]
    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, cells: Sequence[Cell], low: Fraction, high: Fraction) -> "Numbers":
        """Those of a few cells."""
        keys = [cell.key for cell in cells]
        return cls(keys, [c.now for c in cells], [c.follows for c in cells], low, high)

    @cached_property
    def order(self) -> list[int]:
        """Their places, that which moves the figure most first: it has the shortest way to go."""
        sizes: list[Any] = [abs(each) for each in self.follows]
        return sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)

    def cell(self, index: int) -> Cell:
        """The cell at a place."""
        return Cell(self.keys[index], Fraction(self.now[index]), Fraction(self.follows[index]))

    def reaches(self, way: int) -> list[Number]:
        """How far each cell can take the moved figure `way`, the least first."""
        return self._up if way > 0 else self._down

    @cached_property
    def _up(self) -> list[Number]:
        return self._reached(1)

    @cached_property
    def _down(self) -> list[Number]:
        return self._reached(-1)

    def _reached(self, way: int) -> list[Number]:
        if not self.keys:
            return []
        kind = type(self.now[0])
        low, high = _as(kind, self.low), _as(kind, self.high)
        with exact():
            made = [
                ((high if (follows > 0) == (way > 0) else low) - now) * follows * way  # type: ignore[operator]
                for now, follows in zip(self.now, self.follows, strict=True)
            ]
        made.sort()
        return made


def _as(kind: type[Number], value: Fraction) -> Number:
    """An end of a range in the numbers of its cells."""
    if kind is Fraction:
        return value
    with exact():
        return Decimal(value.numerator) / Decimal(value.denominator)


@frozen(eq=False)
class Group:
    """Cells of one kind that move one figure.

    Attributes:
        owner: the bidder whose they are, if they are one's.
        numbers: the cells, with the range in their own unit, both ends in it.
        grid: the smallest step that the format can write.
        place: where a cell stands in the package.
        change: what is given with a cell at another figure.
        asking: whether only an evaluation tells what it comes to.
    """

    kind: str
    owner: str | None
    move: Move
    numbers: Numbers
    grid: Decimal
    place: Callable[[Cell], str]
    change: Callable[[Cell, Decimal], Changed]
    asking: bool = False

    @property
    def span(self) -> Fraction:
        """The width of the range."""
        return self.numbers.high - self.numbers.low

    def is_out_of_reach(self, step: Step, way: int) -> bool:
        """Whether no cell can take the figure as far as `step`."""
        reaches = self.numbers.reaches(way)
        gap = (step.at - self.move.start) * way - (self.move.unit or 0)
        return not reaches or reaches[-1] < gap

    def reaching(self, step: Step, way: int) -> int:
        """How many of the cells can."""
        reaches = self.numbers.reaches(way)
        bound = self._bound(step, way)
        gap = ((step.at if bound is None else bound) - self.move.start) * way
        return len(reaches) - bisect_left(reaches, gap)

    def targets(self, step: Step, way: int) -> Iterator[tuple[Cell, Target]]:
        """The cells that come to `step` by a figure that can be written, the nearest first."""
        for index in self.numbers.order:
            cell = self.numbers.cell(index)
            target = self._target(cell, step, way)
            if target is not None:
                yield cell, target

    def _target(self, cell: Cell, step: Step, way: int) -> Target | None:
        """The boundary at which `step` begins for a cell; `None` where nothing in it is written."""
        bound = self._bound(step, way)
        if bound is None:
            return None
        exact_ = cell.now + (bound - self.move.start) / cell.follows
        units = exact_ / Fraction(self.grid)
        written = units.denominator == 1
        sides = (
            (units - 1, units + 1) if written else (Fraction(floor(units)), Fraction(ceil(units)))
        )
        below, above = (side * Fraction(self.grid) for side in sides)
        near, far = (below, above) if (way > 0) == (cell.follows > 0) else (above, below)
        if self._holds(cell, step, far, way):
            return Target(exact_, near, far, written)
        # At the very end of the range, or rounded, the boundary itself lies beyond it.
        if written and self._holds(cell, step, exact_, way):
            return Target(exact_, near, exact_, written)
        return None

    def _bound(self, step: Step, way: int) -> Fraction | None:
        """The moved figure, before it is rounded, at which `step` begins."""
        unit = self.move.unit
        if unit is None:
            return step.at
        if step.is_point:
            first = step.at if step.at % unit == 0 else None
        else:
            first = way * ((way * step.at) // unit + 1) * unit
        return None if first is None else first - way * unit / 2

    def _holds(self, cell: Cell, step: Step, figure: Fraction, way: int) -> bool:
        """Whether a figure lies in the range and in `step`."""
        if not self.numbers.low <= figure <= self.numbers.high:
            return False
        stands = self.move.start + (figure - cell.now) * cell.follows
        stands = rounded(stands, self.move.unit)
        if step.is_point:
            return stands == step.at
        beyond = (stands - step.at) * way > 0
        return beyond and (step.until is None or (step.until - stands) * way > 0)

    def ends_at(self, step: Step, way: int) -> bool:
        """Whether the range of its cells ends at the one figure of a step, or many come to it."""
        if self.move.unit is not None:
            return True
        reaches, gap = self.numbers.reaches(way), (step.at - self.move.start) * way
        index = bisect_left(reaches, gap)
        return index < len(reaches) and bool(reaches[index] == gap)
