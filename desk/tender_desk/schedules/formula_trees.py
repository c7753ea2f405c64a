"""The formulas of a workbook as trees, with what its names mean in their place."""

import re
from typing import TYPE_CHECKING

from attrs import Factory, define

from tender_desk.schedules.formulas import FormulaError, check_length, parsed, tokens_of
from tender_desk.schedules.grid import Grid, Place
from tender_desk.schedules.nodes import Area, Node, is_plain, with_names
from tender_desk.schedules.worths import NotComputedError

if TYPE_CHECKING:
    from tender_desk.ooxml.openpyxl_inside import SharedFormula

__all__ = ["Trees"]

_LONGEST_NAMED = 300
# Of all formulas of a file together: the work of reading them.
_MOST_SIGNS, _MOST_TOKENS = 4_000_000, 400_000
# What a name means may hang on where it is used, unless each part of it is fixed.
_FIXED = re.compile(
    r".*!(?:\$[A-Z]{1,3}\$[0-9]+(?::\$[A-Z]{1,3}\$[0-9]+)?|\$[A-Z]{1,3}:\$[A-Z]{1,3}|\$[0-9]+:\$[0-9]+)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)


@define
class Trees:
    """Parses each formula of a `grid` once."""

    _grid: Grid
    _trees: dict[Place, Node | FormulaError] = Factory(dict)
    _names: dict[tuple[int, str], Node | FormulaError] = Factory(dict)
    _signs: int = 0
    _tokens: int = 0

    def of(self, place: Place) -> Node:
        """The tree of the formula at `place`.

        Raises:
            NotComputedError: it is not understood.
        """
        if place not in self._trees:
            cell = self._grid.sheet(place[0]).cells.get(place[1:])
            try:
                tree = self._parsed(cell.formula or "" if cell else "")
                self._trees[place] = with_names(tree, lambda said: self._meant(place[0], said))
            except FormulaError as error:
                self._trees[place] = FormulaError(error.kind)
        kept = self._trees[place]
        if isinstance(kept, FormulaError):
            raise NotComputedError(kept.kind, place)
        return kept

    def _parsed(self, formula: "str | SharedFormula") -> Node:
        if self._tokens > _MOST_TOKENS or self._signs > _MOST_SIGNS:
            raise FormulaError("too_long")
        said = formula if isinstance(formula, str) else formula.text
        check_length(said)
        self._signs += len(said)
        tokens = tokens_of(said if isinstance(formula, str) else formula.spelled())
        self._tokens += len(tokens)
        return parsed(tokens)

    def _meant(self, sheet: int, said: str) -> Node:
        """What a name means on a sheet: a fixed area, or a number or text."""
        key = sheet, said.casefold()
        if key not in self._names:
            try:
                self._names[key] = self._defined(self._grid.names(sheet).get(key[1], ""))
            except FormulaError as error:
                self._names[key] = FormulaError(error.kind)
        meant = self._names[key]
        if isinstance(meant, FormulaError):
            raise FormulaError(meant.kind)
        return meant

    def _defined(self, text: str) -> Node:
        if not text or len(text) > _LONGEST_NAMED:
            raise FormulaError("name")
        node = self._parsed(f"={text}")
        if isinstance(node, Area) and _FIXED.fullmatch(text):
            return node
        if not is_plain(node):
            raise FormulaError("name")
        return node
