"""What one formula is worth, once all the cells that it names are known."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import Factory, define

from tender_desk.ooxml.numerals import amount_of
from tender_desk.schedules.functions import FUNCTIONS, raised
from tender_desk.schedules.grid import Array, Place
from tender_desk.schedules.index import Index, Spot
from tender_desk.schedules.nodes import (
    COMPARED,
    Area,
    Binary,
    Call,
    Missing,
    Name,
    Node,
    Number,
    Text,
    Truth,
)
from tender_desk.schedules.ranges import Ranges
from tender_desk.schedules.worths import (
    NotComputedError,
    ShownError,
    Worth,
    compared,
    has_digits,
    written,
)

__all__ = ["Evaluation"]

_LONGEST_TEXT = 1_000
_COUNTED: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@define
class Evaluation:
    """Computes the formula at `place`; `texts` are those that it takes for numbers.

    `others` are the functions that take more than numbers, which in turn compute what they take.

    `array` is there where it was entered for many cells at once. `element` is the row and column
    that is meant of each area, where a formula goes through areas cell by cell.
    """

    ranges: Ranges
    place: Place
    others: "Callable[[Evaluation, Call], Worth]"
    array: Array | None = None
    texts: set[Place] = Factory(set)
    element: Spot | None = None
    # The cell that a text was read from, if the last worth was one.
    _source: Place | None = None

    def fails(self, kind: str) -> NotComputedError:
        """The error that this formula is not computed."""
        return NotComputedError(kind, self.place)

    def shows(self, kind: str = "error", *, missing: bool = False) -> ShownError:
        """The error that this formula surely shows an error."""
        return ShownError("missing" if missing else kind, self.place, missing=missing)

    def of(self, node: Node) -> Worth:
        """What a part of the formula is worth."""
        if isinstance(node, Area):
            return self._cell_of(node)
        self._source = None
        if isinstance(node, Number | Text | Truth):
            return node.value
        if isinstance(node, Missing):
            return None
        if isinstance(node, Binary):
            return self._joined(node)
        if isinstance(node, Name):
            raise self.fails("name")
        return self._called(node)

    def number(self, node: Node) -> Fraction:
        """A part as a number: nothing is zero, and a cell may hold a number in words."""
        return self.as_number(self.of(node))

    def whole(self, node: Node) -> int:
        """A part as a number that counts."""
        number = self.number(node)
        if number.denominator != 1 or abs(number) > 10**7:
            raise self.fails("arguments")
        return int(number)

    def truth(self, node: Node) -> bool:
        """A part as true or false, as every number but zero is true."""
        worth = self.of(node)
        if isinstance(worth, str):
            raise self.fails("text")
        return bool(worth)

    def area(self, node: Node) -> Area:
        """A part that has to be an area."""
        if not isinstance(node, Area) or self.element is not None:
            raise self.fails("arguments")
        return node

    def index(self, area: Area) -> Index:
        """Where everything stands in an area."""
        return self.ranges.index(area, self.place)

    def like(self, index: Index, pattern: str) -> list[Spot]:
        """Where in an area the texts stand that match a pattern such as `beton*`."""
        self.charge(len(index.texts) + index.signs * (1 + pattern.count("*")) // 8)
        return index.like(pattern)

    def charge(self, visits: int) -> None:
        """Count cells that are looked at: a file may ask for no more than so many."""
        self.ranges.charge(visits, self.place)

    def place_in(self, area: Area, spot: Spot) -> Place:
        """The cell at a spot of an area."""
        return self.ranges.at(area, spot, self.place)

    def spots(self, area: Area) -> Iterator[Spot]:
        """The cells of an area that are not empty, counted from its first."""
        for _, row, column in self.ranges.within(area, self.place):
            yield row - area.top, column - area.left

    def at(self, area: Area, spot: Spot) -> Worth:
        """What the cell at a spot of an area is worth."""
        return self._read(self.place_in(area, spot))

    def added(self, other: Place) -> Iterator[Fraction]:
        """A cell as sums take it: its number, or none.

        A text that may be a number leaves in doubt what the sum is.
        """
        worth = self._read(other)
        if isinstance(worth, Fraction):
            yield worth
        elif isinstance(worth, str) and amount_of(worth) is not None:
            raise NotComputedError("text_in_sum", other)

    def listed(self, nodes: Sequence[Node], *, adding: bool = False) -> Iterator[Fraction]:
        """The numbers in some areas and other parts.

        A part that comes to a text or to nothing may stand for a cell, and be left out as one:
        which matters but to what is only `adding`.
        """
        for node in nodes:
            if isinstance(node, Area):
                for other in self.ranges.within(node, self.place):
                    yield from self.added(other)
                continue
            worth = self.of(node)
            if isinstance(worth, str) or (worth is None and not adding):
                raise self.fails("text")
            yield self.as_number(worth)

    def total(self, numbers: Iterator[Fraction]) -> Fraction:
        """Their sum."""
        total = Fraction(0)
        for number in numbers:
            total = self.ranges.bounded(total + number, self.place)
        return total

    def mean(self, numbers: list[Fraction]) -> Fraction:
        """Their mean; of none, an error is shown."""
        if not numbers:
            raise self.shows()
        return self.total(iter(numbers)) / len(numbers)

    def _read(self, other: Place) -> Worth:
        worth = self.ranges.known(other)
        self.texts |= self.ranges.texts_of(other)
        self._source = other
        return worth

    def _cell_of(self, area: Area) -> Worth:
        """The one cell of an area that is meant: of a row or column, the one beside the formula."""
        if area.single:
            return self.at(area, (0, 0))
        if self.element is not None:
            return self.at(area, self._element_of(area))
        _, row, column = self.place
        if self.array:
            raise self.fails("operator")
        if area.left == area.right and area.top <= row <= area.bottom:
            return self.at(area, (row - area.top, 0))
        if area.top == area.bottom and area.left <= column <= area.right:
            return self.at(area, (0, column - area.left))
        raise self.fails("operator")

    def _element_of(self, area: Area) -> Spot:
        """Which cell of an area belongs to the one that is computed, of a formula over many cells.

        An area of a single row or column serves for all; one of another size is not understood.
        """
        row, column = self.element or (0, 0)
        if self.array is None:
            return row, column
        spot = []
        sizes = area.bottom - area.top + 1, area.right - area.left + 1
        for size, whole, at in zip(sizes, self.array.size, (row, column), strict=True):
            if size not in (1, whole):
                raise self.fails("arguments")
            spot.append(0 if size == 1 else at)
        return spot[0], spot[1]

    def as_number(self, worth: Worth) -> Fraction:
        """The worth that `of` gave last, as a number: a text may be one in words or in digits."""
        if isinstance(worth, Fraction):
            return worth
        if not isinstance(worth, str):
            return Fraction(bool(worth))
        if not has_digits(worth):
            raise self.shows("text")
        number = None if self._source is None else amount_of(worth)
        if number is None or self._source is None:
            raise self.fails("text")
        self.texts.add(self._source)
        return Fraction(number)

    def _joined(self, node: Binary) -> Worth:
        """Operands joined from left to right; a long sum is not gone into deeply."""
        right: list[tuple[str, Node]] = []
        left: Node = node
        while isinstance(left, Binary):
            right.append((left.sign, left.right))
            left = left.left
        worth = self.of(left)
        for sign, other in reversed(right):
            if sign in COMPARED:
                worth = self._held(compared(sign, worth, self.of(other)))
            elif sign == "&":
                worth = self.said(worth) + self.said(self.of(other))
            else:
                number = self.as_number(worth)
                worth = self._counted(sign, number, self.number(other))
            self._source = None
        return worth

    def _held(self, holds: bool | None) -> bool:
        if holds is None:
            raise self.fails("text")
        return holds

    def said(self, worth: Worth) -> str:
        """A worth as a part of a text."""
        text = written(worth)
        if text is None or len(text) > _LONGEST_TEXT:
            raise self.fails("text")
        return text

    def _counted(self, sign: str, left: Fraction, right: Fraction) -> Fraction:
        if sign == "/" and not right:
            raise self.shows()
        result = raised(left, right) if sign == "^" else _COUNTED[sign](left, right)
        if result is None:
            raise self.fails("arguments")
        return self.ranges.bounded(result, self.place)

    def _called(self, call: Call) -> Worth:
        if call.name.startswith("#"):
            raise self.shows(missing=call.name == "#N/A")
        if call.name in FUNCTIONS:
            worth = FUNCTIONS[call.name]([self.number(node) for node in call.arguments])
            if worth is None:
                raise self.fails("arguments")
            return worth
        return self.others(self, call)
