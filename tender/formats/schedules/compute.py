"""Formulas computed anew, exactly: what Excel kept as their results is never relied on."""

import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import Factory, define

from tender.formats.excel.numerals import amount_of
from tender.formats.schedules.formulas import (
    COMPARED,
    Area,
    Binary,
    Call,
    FormulaError,
    Node,
    Number,
    Text,
    areas,
    calls,
    parsed,
)
from tender.formats.schedules.functions import FUNCTIONS, raised
from tender.formats.schedules.grid import Cell, Grid, Odd, Place, Sheet

__all__ = ["Computer", "NotComputedError"]

# What all formulas of one file may cost together, in cells visited.
_MOST_VISITS = 1_000_000
_MOST_BITS = 2_000
_FIRST_CUSTOM = 100
_COMPARE: Mapping[str, Callable[[Fraction, Fraction], bool]] = dict(
    zip(
        COMPARED,
        (operator.eq, operator.ne, operator.lt, operator.gt, operator.le, operator.ge),
        strict=True,
    )
)

# What a cell is worth: nothing, a text, or a number.
Worth: TypeAlias = Fraction | str | None


class NotComputedError(ValueError):
    """A cell whose value is not known; `kind` says why, `place` where the reason is."""

    def __init__(self, kind: str, place: Place) -> None:
        super().__init__(kind)
        self.kind, self.place = kind, place


@define
class _Found:
    """What became of a formula: its worth, or why it has none."""

    worth: Worth = None
    fails: NotComputedError | None = None
    texts: frozenset[Place] = frozenset()


@define
class Computer:
    """Computes cells of a `grid`. Each is computed once; `texts` holds what was read as a number.

    `texts_of` tells which texts a formula took for numbers, itself or through others.
    """

    _grid: Grid
    _found: dict[Place, _Found] = Factory(dict)
    _trees: dict[Place, Node | FormulaError] = Factory(dict)
    _visits: int = 0

    def texts_of(self, place: Place) -> frozenset[Place]:
        """The texts that the formula in a computed cell took for numbers."""
        return self._found[place].texts if place in self._found else frozenset()

    def worth(self, place: Place) -> Worth:
        """What the cell at `place` is worth.

        Raises:
            NotComputedError: it is a formula that is not understood, or rests on one.
        """
        cell = self._cell(place)
        if cell is None or cell.formula is None:
            return self._plain(cell, place)
        self._settle(place)
        found = self._found[place]
        if found.fails is not None:
            raise found.fails
        return found.worth

    def named(self, place: Place) -> tuple[Area, ...]:
        """The areas that the formula in a cell names; none where there is no formula."""
        cell = self._cell(place)
        if cell is None or cell.formula is None:
            return ()
        try:
            return tuple(areas(self._tree(place)))
        except NotComputedError:
            return ()

    def _sheet(self, index: int) -> Sheet:
        return self._grid.sheet(index)

    def _cell(self, place: Place) -> Cell | None:
        return self._sheet(place[0]).cells.get(place[1:])

    def _plain(self, cell: Cell | None, place: Place) -> Worth:
        value = None if cell is None else cell.value
        if isinstance(value, Odd):
            raise NotComputedError(value.kind, place)
        return Fraction(value) if isinstance(value, Decimal) else value

    def _settle(self, place: Place) -> None:
        """Compute a formula after all that it rests on, without going deep."""
        waiting: list[tuple[Place, Iterator[Place]]] = []
        open_now: set[Place] = set()
        self._enter(place, waiting, open_now)
        while waiting:
            here, before = waiting[-1]
            for needed in before:
                if needed in open_now:
                    self._found[needed] = _Found(fails=NotComputedError("circle", needed))
                elif needed not in self._found:
                    self._enter(needed, waiting, open_now)
                    break
            else:
                waiting.pop()
                open_now.discard(here)
                if here not in self._found:
                    self._found[here] = self._computed(here)

    def _enter(
        self, place: Place, waiting: list[tuple[Place, Iterator[Place]]], open_now: set[Place]
    ) -> None:
        open_now.add(place)
        waiting.append((place, self._rests_on(place)))

    def _tree(self, place: Place) -> Node:
        if place not in self._trees:
            cell = self._cell(place)
            try:
                self._trees[place] = parsed(cell.formula or "" if cell else "")
            except FormulaError as error:
                self._trees[place] = error
        tree = self._trees[place]
        if isinstance(tree, FormulaError):
            raise NotComputedError(tree.kind, place)
        return tree

    def _rests_on(self, place: Place) -> Iterator[Place]:
        """The formulas that the one at `place` names."""
        try:
            for area in areas(self._tree(place)):
                for other, cell in self._within(area, place):
                    if cell.formula is not None:
                        yield other
        except NotComputedError as error:
            self._found[place] = _Found(fails=error)

    def _within(self, area: Area, place: Place) -> Iterator[tuple[Place, Cell]]:
        """The cells of an area that are not empty."""
        index = self._grid.index(area.sheet) if area.sheet else place[0]
        if index is None:
            raise NotComputedError("name", place)
        sheet = self._sheet(index)
        cells = sheet.cells
        if area.bottom > sheet.held[0] or area.right > sheet.held[1]:
            raise NotComputedError("beyond", place)
        high, wide = area.bottom - area.top + 1, area.right - area.left + 1
        self._visits += min(high * wide, len(cells))
        if self._visits > _MOST_VISITS:
            raise NotComputedError("too_long", place)
        if high * wide <= len(cells):
            spots: Iterator[tuple[int, int]] = (
                (row, column)
                for row in range(area.top, area.bottom + 1)
                for column in range(area.left, area.right + 1)
            )
            yield from (((index, *spot), cells[spot]) for spot in spots if spot in cells)
            return
        for spot, cell in cells.items():
            if area.top <= spot[0] <= area.bottom and area.left <= spot[1] <= area.right:
                yield (index, *spot), cell

    def _computed(self, place: Place) -> _Found:
        texts: set[Place] = set()
        try:
            worth = self._of(self._tree(place), place, texts)
            if isinstance(worth, Fraction):
                bits = max(worth.numerator.bit_length(), worth.denominator.bit_length())
                if bits > _MOST_BITS:
                    raise NotComputedError("too_long", place)
            # A formula that names an empty cell is worth nothing, in both senses.
            return _Found(Fraction(0) if worth is None else worth, None, frozenset(texts))
        except NotComputedError as error:
            return _Found(fails=error, texts=frozenset(texts))

    def _of(self, node: Node, place: Place, texts: set[Place]) -> Worth:
        if isinstance(node, Number | Text):
            return node.value
        if isinstance(node, Area):
            return self._of_area(node, place, texts)
        if isinstance(node, Call):
            return self._called(node, place, texts)
        if node.sign in _COMPARE:
            raise NotComputedError("operator", place)
        left = self._number(node.left, place, texts)
        return _joined(node, left, self._number(node.right, place, texts), place)

    def _of_area(self, area: Area, place: Place, texts: set[Place]) -> Worth:
        if not area.single:
            raise NotComputedError("operator", place)
        for other, _ in self._within(area, place):
            texts |= self.texts_of(other)
            return self._known(other)
        return None

    def _known(self, place: Place) -> Worth:
        """What a cell that the formula rests on is worth: it was computed before."""
        if (found := self._found.get(place)) is not None:
            if found.fails is not None:
                raise found.fails
            return found.worth
        return self._plain(self._cell(place), place)

    def _number(self, node: Node, place: Place, texts: set[Place]) -> Fraction:
        """An operand as a number: nothing is zero, and a text may be a number in words."""
        worth = self._of(node, place, texts)
        if not isinstance(worth, str):
            return worth or Fraction(0)
        number = None if isinstance(node, Text) else amount_of(worth)
        if number is None:
            raise NotComputedError("text", place)
        texts |= {other for area in areas(node) for other, _ in self._within(area, place)}
        return Fraction(number)

    def _called(self, call: Call, place: Place, texts: set[Place]) -> Worth:
        name, arguments = call.name, call.arguments
        if name in FUNCTIONS:
            numbers = [self._number(argument, place, texts) for argument in arguments]
            worth = FUNCTIONS[name](numbers)
            if worth is None:
                raise NotComputedError("arguments", place)
            return worth
        many: dict[str, Callable[[tuple[Node, ...]], Worth]] = {
            "SUM": lambda them: sum(self._listed(them, place, texts), Fraction(0)),
            "PRODUCT": lambda them: self._product(them, place, texts),
            "SUMPRODUCT": lambda them: self._sum_of_products(them, place, texts),
            "SUBTOTAL": lambda them: self._subtotal(them, place, texts),
            "MIN": lambda them: min(self._listed(them, place, texts), default=Fraction(0)),
            "MAX": lambda them: max(self._listed(them, place, texts), default=Fraction(0)),
            "IF": lambda them: self._chosen(them, place, texts),
        }
        if name not in many or not arguments:
            raise NotComputedError("function", place)
        return many[name](arguments)

    def _listed(
        self,
        nodes: tuple[Node, ...],
        place: Place,
        texts: set[Place],
        left_out: Callable[[Place], bool] = lambda _: False,
    ) -> Iterator[Fraction]:
        """The numbers in some areas; a text that may be a number leaves in doubt what they are."""
        for node in nodes:
            if not isinstance(node, Area):
                yield self._number(node, place, texts)
                continue
            for other, _ in self._within(node, place):
                if left_out(other):
                    continue
                worth = self._known(other)
                texts |= self.texts_of(other)
                if isinstance(worth, Fraction):
                    yield worth
                elif isinstance(worth, str) and amount_of(worth) is not None:
                    raise NotComputedError("text_in_sum", other)

    def _chosen(self, nodes: tuple[Node, ...], place: Place, texts: set[Place]) -> Worth:
        """One of two, by a plain comparison; the other is not looked at."""
        if len(nodes) != 3 or not (isinstance(nodes[0], Binary) and nodes[0].sign in _COMPARE):
            raise NotComputedError("arguments", place)
        return self._of(nodes[1 if self._holds(nodes[0], place, texts) else 2], place, texts)

    def _holds(self, node: Binary, place: Place, texts: set[Place]) -> bool:
        """Whether a comparison holds; texts are only the same or not, as an empty cell is to both.

        Whether a text that may be a number is one in a comparison is not clear.
        """
        left, right = (self._of(part, place, texts) for part in (node.left, node.right))
        if not isinstance(left, str) and not isinstance(right, str):
            return _COMPARE[node.sign](left or Fraction(0), right or Fraction(0))
        said = [part for part in (left, right) if isinstance(part, str)]
        if node.sign not in ("=", "<>") or any(amount_of(text) is not None for text in said):
            raise NotComputedError("text", place)
        one, other = ("" if part is None else part for part in (left, right))
        same = str(one).casefold() == str(other).casefold() and isinstance(one, type(other))
        return same is (node.sign == "=")

    def _product(self, nodes: tuple[Node, ...], place: Place, texts: set[Place]) -> Fraction:
        product, any_number = Fraction(1), False
        for number in self._listed(nodes, place, texts):
            product, any_number = product * number, True
            if product.numerator.bit_length() > _MOST_BITS:
                raise NotComputedError("too_long", place)
        return product if any_number else Fraction(0)

    def _sum_of_products(
        self, nodes: tuple[Node, ...], place: Place, texts: set[Place]
    ) -> Fraction:
        """Areas of one shape, multiplied cell by cell."""
        columns: list[dict[tuple[int, int], Fraction]] = []
        shapes = set()
        for node in nodes:
            if not isinstance(node, Area):
                raise NotComputedError("arguments", place)
            shapes.add((node.bottom - node.top, node.right - node.left))
            found: dict[tuple[int, int], Fraction] = {}
            for other, _ in self._within(node, place):
                numbers = list(self._listed((_one(node, other),), place, texts))
                if numbers:
                    found[(other[1] - node.top, other[2] - node.left)] = numbers[0]
            columns.append(found)
        if len(shapes) != 1:
            raise NotComputedError("arguments", place)
        total = Fraction(0)
        for spot, product in columns[0].items():
            for column in columns[1:]:
                product *= column.get(spot, Fraction(0))
            total += product
        return total

    def _subtotal(self, nodes: tuple[Node, ...], place: Place, texts: set[Place]) -> Fraction:
        """A sum that leaves out other subtotals; with hidden rows it is not clear what is in it."""
        which = self._number(nodes[0], place, texts)
        if which not in (9, 9 + _FIRST_CUSTOM) or not all(isinstance(n, Area) for n in nodes[1:]):
            raise NotComputedError("arguments", place)
        for node in nodes[1:]:
            for (index, row, _), _cell in self._within(node, place):  # type: ignore[arg-type]
                if row in self._sheet(index).layout.hidden_rows:
                    raise NotComputedError("hidden", place)

        def left_out(other: Place) -> bool:
            cell = self._cell(other)
            return bool(cell and cell.formula) and calls(self._tree(other), "SUBTOTAL")

        return sum(self._listed(nodes[1:], place, texts, left_out), Fraction(0))


def _one(area: Area, place: Place) -> Area:
    """The single cell at `place`, in the sheet of `area`."""
    return Area(area.sheet, place[1], place[2], place[1], place[2], single=True)


def _joined(node: Binary, left: Fraction, right: Fraction, place: Place) -> Fraction:
    if node.sign == "+":
        return left + right
    if node.sign == "-":
        return left - right
    if node.sign == "*":
        return left * right
    if node.sign == "/":
        if not right:
            raise NotComputedError("error", place)
        return left / right
    power = raised(left, right)
    if power is None:
        raise NotComputedError("arguments", place)
    return power
