"""A workbook as cells: what was typed or computed in each, read sheet by sheet when asked for."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, frozen

from tender_desk.ooxml.escapes import unescaped
from tender_desk.ooxml.guard import HostileFileError, Layout, open_views, rows_of
from tender_desk.schedules.areas import merged_area
from tender_desk.schedules.money import foreign_money

if TYPE_CHECKING:
    from tender_desk.ooxml.openpyxl_inside import SharedFormula

__all__ = ["Array", "Cell", "Grid", "Odd", "Place", "Sheet"]

# Of any sheet, as Excel has them.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

# What of a sheet is held: a curve S of a year beside its lines, and no more cells in a whole file.
_MOST_CELLS = 300_000
_LOWEST, _WIDEST = 10_000, 400
_HEAD = 40
_EXACT = Decimal(10) ** 15
# No formula that could be computed.
_UNKNOWN = "=?"
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_SYMBOL = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OUR_SYMBOLS = {"", "rp", "idr"}

# Sheet by number from 0, row and column from 1.
Place: TypeAlias = tuple[int, int, int]


@frozen
class Odd:
    """What is in a cell and is neither text nor a usable number: `kind` says what."""

    kind: str


Value: TypeAlias = Decimal | str | Odd | None


@frozen
class Array:
    """Which of the cells of a formula one is, from (0, 0), and how many rows and columns it has."""

    spot: tuple[int, int]
    size: tuple[int, int]


@frozen
class Cell:
    """A cell that is not empty.

    Of a formula, `value` is what Excel kept as its result, which nothing relies on. `percent` tells
    that it is shown as a percentage; `trimmed`, that digits beyond the fifteenth were left out, as
    Excel itself does not show them; `foreign` is the sign of the money that it is shown in, if that
    is not rupiah; `form` is the format of its number. `array` is there of a formula that was
    entered for many cells at once; `struck` tells that a line goes through what is shown.
    """

    value: Value
    formula: "str | SharedFormula | None" = None
    percent: bool = False
    trimmed: bool = False
    foreign: str = ""
    form: str = "General"
    array: Array | None = None
    struck: bool = False


@frozen
class Sheet:
    """A sheet: its cells by row and column, and what it hides or merges.

    `beyond` is the first cell that holds something and is not among them, as the sheet is larger
    than what is read of one; `held` the last row and column to which they are all there.
    """

    index: int
    title: str
    hidden: bool
    cells: Mapping[tuple[int, int], Cell]
    layout: Layout
    beyond: tuple[int, int] | None = None
    held: tuple[int, int] = (LAST_ROW, LAST_COLUMN)

    def rows(self) -> dict[int, dict[int, Cell]]:
        """The cells by row, then by column, in order."""
        made: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.cells.items():
            made.setdefault(row, {})[column] = cell
        return made


class Grid:
    """The workbook in some bytes.

    Raises:
        HostileFileError: it is refused, whatever sheet of it is wanted.
    """

    def __init__(self, data: bytes) -> None:
        self._formulas, self._kept = open_views(data)
        self._sheets: dict[int, Sheet] = {}
        self._names: dict[int, dict[str, str]] = {}
        self._cells = self._entered = 0
        self.titles = tuple(sheet.title for sheet in self._formulas.worksheets)
        every = [*enumerate(self.titles)]
        self._by_title = {title.casefold(): index for index, title in reversed(every)}
        self.hidden = tuple(sheet.sheet_state != "visible" for sheet in self._formulas.worksheets)

    def index(self, title: str) -> int | None:
        """The number of the sheet with that name, in any case."""
        return self._by_title.get(title.casefold())

    def names(self, index: int) -> dict[str, str]:
        """What the names mean that a formula on a sheet may use, by name in small letters."""
        if index not in self._names:
            book, own = self._formulas, self._formulas.worksheets[index]
            every = {**book.defined_names, **own.defined_names}
            self._names[index] = {
                name.casefold(): meant.attr_text or "" for name, meant in every.items()
            }
        return self._names[index]

    def head(self, index: int) -> list[tuple[int, dict[int, Cell]]]:
        """The first rows of a sheet that hold something."""
        rows: list[tuple[int, dict[int, Cell]]] = []
        for number, cells in rows_of(self._formulas.worksheets[index], bounded=False):
            held = {c.column: _cell(c) for c in cells if c.column <= _WIDEST}
            if held:
                rows.append((number, held))
            if len(rows) == _HEAD:
                break
        return rows

    def sheet(self, index: int) -> Sheet:
        """The whole of a sheet, as far as it is read."""
        if index not in self._sheets:
            self._sheets[index] = self._read(index)
        return self._sheets[index]

    def _read(self, index: int) -> Sheet:
        source, layout = self._formulas.worksheets[index], Layout()
        cells, left_out = self._cells_of(source, layout)
        if any(cell.formula is not None for cell in cells.values()):
            for _, kept in rows_of(self._kept.worksheets[index], bounded=False):
                for one in kept:
                    place = (one.row, one.column)
                    if place in cells and cells[place].formula is not None:
                        cells[place] = evolve(cells[place], value=_value(one.value)[0])
        made = Sheet(index, source.title, self.hidden[index], cells, layout)
        if not left_out:
            return made
        lowest = min((row for row, column in left_out if column <= _WIDEST), default=LAST_ROW + 1)
        wide = any(column > _WIDEST for _, column in left_out)
        return evolve(
            made,
            beyond=left_out[0],
            held=(lowest - 1, _WIDEST if wide else LAST_COLUMN),
        )

    def _cells_of(
        self, source: Any, layout: Layout
    ) -> tuple[dict[tuple[int, int], Cell], list[tuple[int, int]]]:
        """The cells of a sheet, and those that are left out; a blank far away is neither.

        Of what is left out, the first cell of a row tells enough, and the first behind `_WIDEST`.
        """
        cells: dict[tuple[int, int], Cell] = {}
        left_out: dict[bool, tuple[int, int]] = {}
        together = []
        for number, row in rows_of(source, layout, bounded=False):
            for cell in row:
                wide = cell.column > _WIDEST
                if number <= _LOWEST and not wide and self._cells < _MOST_CELLS:
                    cells[number, cell.column] = _cell(cell)
                    self._cells += 1
                    if hasattr(cell.value, "ref"):
                        together.append(((number, cell.column), cell.value))
                elif str(cell.value).strip():
                    left_out.setdefault(wide, (number, cell.column))
        for spot, formula in together:
            self._enter(cells, spot, formula)
        return cells, sorted(left_out.values())

    def _enter(self, cells: dict[tuple[int, int], Cell], spot: tuple[int, int], value: Any) -> None:
        """Give each cell of an array formula or table its part of it, not what Excel kept."""
        area = merged_area(value.ref or "")
        if area is None:
            raise HostileFileError("XLS019")
        self._entered += min(area.size, len(cells))
        if self._entered > _MOST_CELLS:
            raise HostileFileError("XLS017", part=area.name)
        formula = _formula(value) if (area.top, area.left) == spot else _UNKNOWN
        for row, column in area.among(cells):
            part = Array((row - area.top, column - area.left), area.shape)
            cells[row, column] = evolve(cells[row, column], formula=formula, array=part)


def _cell(cell: Any) -> Cell:
    """A cell as openpyxl read it, in our terms."""
    try:
        form = cell.number_format
        struck = bool(cell.has_style and cell.font.strike)
    except (IndexError, KeyError, TypeError) as error:  # a look that the book has not, or half of
        raise HostileFileError("XLS019") from error
    percent, foreign = _look(form)
    if cell.data_type == "f":
        formula = _formula(cell.value)
        return Cell(None, formula, percent, foreign=foreign, form=form, struck=struck)
    if cell.data_type == "e":
        return Cell(Odd("error"), None, percent)
    value, trimmed = _value(cell.value)
    return Cell(value, None, percent, trimmed, foreign, form, struck=struck)


def _formula(value: Any) -> "str | SharedFormula":
    """A formula as it is said; of a table of data, nothing that could be computed."""
    said: str | SharedFormula = value
    if not isinstance(value, str) and not hasattr(value, "spelled"):
        said = getattr(value, "text", None) or _UNKNOWN
    return said


@lru_cache(512)
def _look(form: str) -> tuple[bool, str]:
    """Whether a format shows percentages, and the sign of a currency that is not rupiah."""
    symbols = [symbol.strip(" .") for symbol in _SYMBOL.findall(form)]
    foreign = next((sign for sign in symbols if sign.casefold() not in _OUR_SYMBOLS), "")
    return "%" in _QUOTED.sub("", form), foreign or foreign_money(_BRACKETS.sub("", form))


def _value(value: Any) -> tuple[Value, bool]:
    """A value, and whether digits that Excel does not show were left out of it."""
    if isinstance(value, str):
        return unescaped(value), False
    if isinstance(value, bool):
        return Odd("logical"), False
    if isinstance(value, int | float):
        return _number(value)
    return (None if value is None else Odd("date")), False


def _number(value: int | float) -> tuple[Value, bool]:
    # A whole number may have hundreds of digits, more than a float holds.
    if isinstance(value, float) and not math.isfinite(value):
        return Odd("digits"), False
    whole = Decimal(repr(value))
    number = Decimal(f"{value:.15g}") if isinstance(value, float) else whole
    # Excel keeps fifteen digits: what is longer was cut when it was typed.
    if abs(number) >= _EXACT:
        return Odd("digits"), False
    return number, number != whole
