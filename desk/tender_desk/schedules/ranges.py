"""The cells that formulas name: what each is worth, and how often they may be gone through."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from heapq import merge

from attrs import Factory, define

from tender_desk.schedules.formula_trees import Trees
from tender_desk.schedules.grid import Cell, Grid, Odd, Place, Sheet
from tender_desk.schedules.index import Index, Spot
from tender_desk.schedules.nodes import Area
from tender_desk.schedules.worths import NotComputedError, ShownError, Worth

__all__ = ["Found", "Ranges"]

# What all formulas of one file may cost together, in cells visited.
_MOST_VISITS = 1_000_000
_MOST_BITS = 2_000
# A number of so many more bits is as much work as another cell.
_BITS_A_VISIT = 64


@define
class Found:
    """What became of a formula: its worth, or why it has none.

    `texts` are the places of the texts that it took for numbers, itself or through others.
    """

    worth: Worth = None
    fails: NotComputedError | None = None
    texts: frozenset[Place] = frozenset()


@define
class Ranges:
    """The cells of a `grid`; `found` holds each formula that was computed."""

    grid: Grid
    trees: Trees
    found: dict[Place, Found] = Factory(dict)
    _visits: int = 0
    _numbers: dict[Place, Fraction] = Factory(dict)
    # By sheet, and whether formulas alone are meant: the rows of each column, in order.
    _columns: dict[tuple[int, bool], dict[int, list[int]]] = Factory(dict)
    _indexes: dict[tuple[int, Area], Index] = Factory(dict)

    def cell(self, place: Place) -> Cell | None:
        """The cell at `place`; `None` where nothing is."""
        return self.grid.sheet(place[0]).cells.get(place[1:])

    def plain(self, place: Place) -> Worth:
        """What was typed into a cell.

        Raises:
            NotComputedError: it is neither text nor number.
        """
        cell = self.cell(place)
        value = None if cell is None else cell.value
        if isinstance(value, Odd):
            kind = ShownError if value.kind == "error" else NotComputedError
            raise kind(value.kind, place)
        if not isinstance(value, Decimal):
            return value
        if (number := self._numbers.get(place)) is None:
            number = self._numbers[place] = Fraction(value)
        return number

    def known(self, place: Place) -> Worth:
        """What a cell that a formula rests on is worth: it was computed before.

        Raises:
            NotComputedError: it has no worth that is known.
        """
        if (found := self.found.get(place)) is None:
            cell = self.cell(place)
            if cell is not None and cell.formula is not None:
                # What the file keeps as its result is never taken for it.
                raise NotComputedError("circle", place)
            return self.plain(place)
        if found.fails is not None:
            raise found.fails.again()
        return found.worth

    def texts_of(self, place: Place) -> frozenset[Place]:
        """The texts that the formula in a computed cell took for numbers."""
        return self.found[place].texts if place in self.found else frozenset()

    def sheet_of(self, area: Area, place: Place) -> Sheet:
        """The sheet of an area that the formula at `place` names.

        Raises:
            NotComputedError: it is not there, or too large to be read that far.
        """
        index = self.grid.index(area.sheet) if area.sheet else place[0]
        if index is None:
            raise NotComputedError("name", place)
        sheet = self.grid.sheet(index)
        if area.bottom > sheet.held[0] or area.right > sheet.held[1]:
            raise NotComputedError("beyond", place)
        return sheet

    def charge(self, visits: int, place: Place) -> None:
        """Count work that a formula makes.

        Raises:
            NotComputedError: it was too much, of all formulas together.
        """
        self._visits += visits
        if self._visits > _MOST_VISITS:
            raise NotComputedError("too_long", place)

    def bounded(self, number: Fraction, place: Place) -> Fraction:
        """A result on the way, which may not grow without end."""
        bits = max(number.numerator.bit_length(), number.denominator.bit_length())
        if bits > _MOST_BITS:
            raise NotComputedError("too_long", place)
        if bits > _BITS_A_VISIT:
            self.charge(bits // _BITS_A_VISIT, place)
        return number

    def within(self, area: Area, place: Place, *, formulas: bool = False) -> Iterator[Place]:
        """The cells of an area that are not empty, row by row; or those with formulas alone."""
        sheet = self.sheet_of(area, place)
        columns = self._by_column(sheet, formulas=formulas)
        parts = []
        for column, rows in columns.items():
            if area.left <= column <= area.right:
                some = rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
                parts.append([(sheet.index, row, column) for row in some])
        self.charge(len(columns) + sum(map(len, parts)), place)
        return iter(parts[0]) if len(parts) == 1 else merge(*parts)

    def lowest(self, area: Area, place: Place) -> tuple[int, int]:
        """How many rows and columns of an area may hold something: beyond them it is empty."""
        columns = self._by_column(self.sheet_of(area, place), formulas=False)
        rows = max((rows[-1] for rows in columns.values()), default=0)
        widest = max(columns, default=0)
        return (
            max(0, min(area.bottom, rows) - area.top + 1),
            max(0, min(area.right, widest) - area.left + 1),
        )

    def index(self, area: Area, place: Place) -> Index:
        """Where each worth stands in an area; made once for all formulas that look there."""
        key = self.sheet_of(area, place).index, area
        if key not in self._indexes:
            self._indexes[key] = Index.of(area, self.within(area, place), self.known)
        return self._indexes[key]

    def _by_column(self, sheet: Sheet, *, formulas: bool) -> dict[int, list[int]]:
        key = sheet.index, formulas
        if key not in self._columns:
            made: dict[int, list[int]] = {}
            # A sheet is read row by row.
            for (row, column), cell in sheet.cells.items():
                if cell.formula is not None or not formulas:
                    made.setdefault(column, []).append(row)
            self._columns[key] = made
        return self._columns[key]

    def at(self, area: Area, spot: Spot, place: Place) -> Place:
        """The cell at a spot counted from the first one of an area."""
        self.charge(1, place)
        return self.sheet_of(area, place).index, area.top + spot[0], area.left + spot[1]
