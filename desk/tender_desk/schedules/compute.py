"""Formulas computed anew, exactly: what Excel kept as their results is never relied on."""

from collections.abc import Iterator
from fractions import Fraction

from tender_desk.schedules.calls import called
from tender_desk.schedules.evaluate import Evaluation
from tender_desk.schedules.formula_trees import Trees
from tender_desk.schedules.grid import Grid, Place
from tender_desk.schedules.nodes import Area, areas
from tender_desk.schedules.ranges import Found, Ranges
from tender_desk.schedules.worths import NotComputedError

__all__ = ["Computer", "NotComputedError"]


class Computer:
    """Computes cells of a `grid`, each once."""

    def __init__(self, grid: Grid) -> None:
        self._trees = Trees(grid)
        self._ranges = Ranges(grid, self._trees)
        self._settled: set[tuple[int, Area]] = set()

    def texts_of(self, place: Place) -> frozenset[Place]:
        """The texts that a computed cell took for numbers, itself or through others."""
        return self._ranges.texts_of(place)

    def worth(self, place: Place) -> Fraction | str | None:
        """What the cell at `place` is worth.

        Raises:
            NotComputedError: it is a formula that is not understood, or rests on one.
        """
        cell = self._ranges.cell(place)
        if cell is not None and cell.formula is not None:
            self._settle(place)
        worth = self._ranges.known(place)
        if isinstance(worth, bool):
            raise NotComputedError("logical", place)
        return worth

    def named(self, place: Place) -> tuple[Area, ...]:
        """The areas that the formula in a cell names; none where there is no formula."""
        cell = self._ranges.cell(place)
        if cell is None or cell.formula is None:
            return ()
        try:
            return tuple(areas(self._trees.of(place)))
        except NotComputedError:
            return ()

    def _settle(self, place: Place) -> None:
        """Compute a formula after all that it rests on, without going deep."""
        found = self._ranges.found
        if place in found:
            return
        waiting = [(place, self._rests_on(place))]
        open_now = {place}
        while waiting:
            here, before = waiting[-1]
            for needed in before:
                if needed in open_now:
                    found[needed] = Found(fails=NotComputedError("circle", needed))
                elif needed not in found:
                    open_now.add(needed)
                    waiting.append((needed, self._rests_on(needed)))
                    break
            else:
                waiting.pop()
                open_now.discard(here)
                if here not in found:
                    found[here] = self._computed(here)

    def _rests_on(self, place: Place) -> Iterator[Place]:
        """The formulas that the one at `place` names, but those that are surely computed."""
        try:
            for area in areas(self._trees.of(place)):
                key = self._ranges.sheet_of(area, place).index, area
                if key not in self._settled:
                    yield from self._ranges.within(area, place, formulas=True)
                    self._settled.add(key)
        except NotComputedError as error:
            self._ranges.found[place] = Found(fails=error.again())

    def _computed(self, place: Place) -> Found:
        cell = self._ranges.cell(place)
        array = None if cell is None else cell.array
        many = array is not None and array.size != (1, 1)
        spot = array.spot if array and many else None
        own = Evaluation(self._ranges, place, called, array, element=spot)
        try:
            worth = own.of(self._trees.of(place))
        except NotComputedError as error:
            return Found(fails=error.again(), texts=frozenset(own.texts))
        # A formula that names an empty cell is worth nothing, in both senses.
        return Found(Fraction(0) if worth is None else worth, None, frozenset(own.texts))
