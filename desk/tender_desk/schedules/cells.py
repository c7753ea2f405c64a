"""The cells of one sheet as numbers and texts, with a note or a fault for whatever is not plain."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from tender_desk.ooxml.addresses import cell_name
from tender_desk.ooxml.numerals import amount_of, like_figure
from tender_desk.schedules.areas import Merged, merged_area
from tender_desk.schedules.compute import Computer, NotComputedError
from tender_desk.schedules.grid import Cell, Grid, Odd, Place, Sheet
from tender_desk.schedules.read_instead import Overlay
from tender_desk.schedules.schedule_reading import Note
from tender_desk.schedules.shown import Digits, shown
from tender_engine.faults import Fault, Noted, Spot
from tender_engine.formats.signs import HIDDEN, composed
from tender_engine.numbers import half_up, plain, terminating

__all__ = ["BY_COMMA", "Cells"]

# What stands for no figure: a dash, be it of money, or the sign of money alone.
_DASH = re.compile(r"(?:(?:Rp\.?|IDR)\s*)?[-–—](?:,-)?|(?:Rp\.?|IDR)", re.IGNORECASE)
_DECIMALS = 6
_TOO_LARGE = 10**18
_ALMOST = Fraction(1, 10**12)
_WHOLE = 100
_HIDDEN = re.compile(f"[{HIDDEN}]")
BY_COMMA = re.compile(r"(Rp\.? ?)?[0-9]{1,3},[0-9]{3}", re.IGNORECASE | re.ASCII)
# Other kinds of space are hidden signs, and told as such.
_SPACES = re.compile("[ \t\r\n\xa0]+")
_SHOWN = 12
_FAULTS = {
    "other_file": "XLS061",
    "lost_cell": "XLS061",
    "circle": "XLS062",
    "text": "XLS063",
    "error": "XLS063",
    "date": "XLS063",
    "logical": "XLS063",
    "digits": "XLS063",
    "text_in_sum": "XLS064",
    "hidden": "XLS064",
    "unclear": "XLS147",
    "missing": "XLS148",
}


class Cells:
    """Reads the cells of the sheet `index`; `name` is the file as faults name it."""

    def __init__(self, grid: Grid, computer: Computer, index: int, name: str) -> None:
        self.sheet: Sheet = grid.sheet(index)
        self.notes: list[Note] = []
        self.faults = Noted()
        self.computed = 0
        self._grid, self._computer, self._name = grid, computer, name
        areas = map(merged_area, self.sheet.layout.merged)
        self.merged: tuple[Merged, ...] = tuple(area for area in areas if area is not None)
        self.read = Overlay()
        self._filled = sorted({row for row, _ in self.sheet.cells})

    def at(self, row: int, column: int) -> str:
        """A cell as people look it up."""
        _, where = self.read.moved(row).get(column, ("", column))
        return cell_name(row, where, self.sheet.title)

    def texts(self, row: int, columns: Iterable[int]) -> dict[int, str]:
        """The texts of a row by column, those included that are read from elsewhere."""
        moved = self.read.moved(row)
        return {column: self.text(row, column) for column in sorted({*columns, *moved})}

    def note(self, code: str, row: int, column: int, value: str = "", /, **params: str) -> None:
        """Note something about a cell."""
        self.notes.append(Note(code, self.at(row, column), params, value))

    def fault(self, code: str, row: int, column: int, /, **params: str) -> None:
        """Note a fault in a cell."""
        order = (self.sheet.index, row, column)
        spot = Spot(file=self._name, cell=self.at(row, column), order=order)
        self.faults.append(Fault(code, (), params, spot=spot))

    def text(self, row: int, column: int) -> str:
        """The text of a cell in NFC, with single spaces; a number as written; else nothing."""
        if column in (moved := self.read.moved(row)):
            return moved[column][0]
        worth = self._worth(row, column)
        if isinstance(worth, str):
            return composed(_SPACES.sub(" ", worth).strip(" "))
        number = terminating(worth) if isinstance(worth, Fraction) else None
        return "" if number is None else plain(number)

    def typed(self, row: int, column: int) -> str:
        """The text of a cell as it was typed, with its breaks; nothing of what is none."""
        cell = self._cell(row, column)
        plainly = cell is not None and cell.formula is None and isinstance(cell.value, str)
        return f"{cell.value}" if cell is not None and plainly else ""

    def checked_text(self, row: int, column: int, limit: int) -> str:
        """The text of a cell that goes into the record: nothing hidden in it, not too long."""
        text = self.text(row, column)
        if found := _HIDDEN.search(text):
            self.fault("XLS065", row, column, sign=f"U+{ord(found.group()):04X}")
            return _HIDDEN.sub("?", text)
        if len(text) > limit:
            self.fault("XLS066", row, column, limit=f"{limit}")
        return text

    def empty(self, row: int, column: int) -> bool:
        """Whether there is nothing, zero or a dash; what cannot be computed is something."""
        if not column or (cell := self._cell(row, column)) is None:
            return True
        if isinstance(cell.value, Odd) and cell.formula is None:
            return False
        if (row, column) in self.read.figures:
            return amount_of(self.read.figures[row, column]) == 0
        try:
            worth = self._computer.worth(self._place(row, column))
        except NotComputedError:
            return False
        if isinstance(worth, str):
            return worth.strip() in ("", "0") or _is_dash(worth)
        return not worth

    def unsaid(self, row: int, column: int) -> bool:
        """Whether nothing was typed in a cell, not even a zero or a dash."""
        cell = self._cell(row, column)
        if cell is None or cell.formula is not None:
            return self.empty(row, column)
        return isinstance(cell.value, str) and not cell.value.strip()

    def figure(self, row: int, column: int) -> bool:
        """Whether a cell holds a number or a formula, or a text that begins with digits."""
        cell = self._cell(row, column)
        if cell is None or self.empty(row, column):
            return False
        if not isinstance(cell.value, str):
            return True
        return like_figure(cell.value)

    def is_sum(self, row: int, column: int) -> bool:
        """Whether the cell is computed from cells of its own column and nothing else."""
        named = self._computer.named(self._place(row, column))
        return bool(named) and all(
            area.left == area.right == column
            and area.sheet.casefold() in ("", self.sheet.title.casefold())
            for area in named
        )

    def names_sheet(self, row: int, column: int, title: str) -> bool:
        """Whether a formula stands in the cell that names another sheet."""
        named = self._computer.named(self._place(row, column))
        return any(area.sheet.casefold() == title.casefold() for area in named)

    def is_formula(self, row: int, column: int) -> bool:
        """Whether a formula stands in the cell."""
        cell = self._cell(row, column)
        return cell is not None and cell.formula is not None

    def stored(self, row: int, column: int) -> Decimal | None:
        """The number in a cell as the file has it, of a formula the result that Excel kept."""
        cell = self._cell(row, column)
        return cell.value if cell is not None and isinstance(cell.value, Decimal) else None

    def quiet(self, row: int, column: int) -> Fraction | None:
        """The number in a cell, computed or spelled; nothing is told of it."""
        worth = self._worth(row, column)
        if not isinstance(worth, str):
            return worth
        number = amount_of(worth)
        return None if number is None else Fraction(number)

    def number(
        self,
        row: int,
        column: int,
        *,
        percent: bool = False,
        money: bool = False,
        share: bool = False,
        finely: bool = False,
    ) -> Decimal | None:
        """The number in a cell; `None` where it is empty or, with a fault, where it is none.

        It is exact but for decimals behind the sixth, which `digits` knows. A percentage is given
        in percent; where it is a `share` of one, as its column tells, it is made that. It has no
        more decimals, unless it is told `finely`: computed, and no whole number but for them. Of
        `money`, a text such as `50,000` is in doubt: whoever typed it may have meant thousands.
        """
        cell = self._cell(row, column) if column else None
        if cell is None:
            return None
        self._whose(row, column)
        if money and isinstance(cell.value, str) and BY_COMMA.fullmatch(cell.value.strip()):
            self.fault("XLS055", row, column)
            return None
        if money and cell.foreign:
            self.fault("XLS081", row, column, found=cell.foreign[:_SHOWN])
            return None
        read = self._formula if cell.formula else self._typed
        number = read(cell, row, column, percent)
        if number is None:
            return None
        if (formatted := cell.percent and not isinstance(cell.value, str)) and not percent:
            self.fault("XLS059", row, column)
            return None
        if share or formatted:
            number *= _WHOLE
            code = "share" if formatted else "share_of_one"
            self.note(code, row, column, plain(half_up(number, _DECIMALS)))
        if finely and half_up(number, _DECIMALS) % 1:
            number = Fraction(half_up(number, _DECIMALS))
        return self._bounded(number, row, column, percent=percent, share=share or cell.percent)

    def in_percent(self, row: int, column: int) -> bool:
        """Whether a cell is shown as a percentage, by its format or by a sign in its text."""
        cell = self._cell(row, column)
        return cell is not None and (cell.percent or "%" in f"{cell.value}")

    def like_rate(self, row: int, column: int) -> bool:
        """Whether a cell may hold a rate: a percentage, or no more than a hundred."""
        number = self.quiet(row, column)
        return self.in_percent(row, column) or (number is not None and number <= _WHOLE)

    def is_date(self, row: int, column: int) -> bool:
        """Whether a date was typed in a cell."""
        cell = self._cell(row, column)
        return cell is not None and cell.formula is None and cell.value == Odd("date")

    def digits(self, row: int, column: int) -> Digits | None:
        """What a cell of which `number` read a number holds, and what it shows."""
        cell, stored = self._cell(row, column), self.quiet(row, column)
        if cell is None or stored is None:
            return None
        plainly = isinstance(cell.value, str) and cell.formula is None
        return Digits(stored, stored if plainly else shown(cell.form, stored))

    def _bounded(
        self, number: Fraction, row: int, column: int, *, percent: bool, share: bool
    ) -> Decimal | None:
        rounded = half_up(number, _DECIMALS)
        cut = rounded != number
        if number < 0:
            self.fault("XLS058", row, column)
        elif cut and (percent or not rounded):
            self.fault("XLS057", row, column)
        elif rounded >= _TOO_LARGE:
            self.fault("XLS056", row, column)
        elif percent and (number > _WHOLE or (0 < number < 1 and not share)):
            self.fault("XLS059", row, column)
        else:
            return rounded
        return None

    def _cell(self, row: int, column: int) -> Cell | None:
        figure = self.read.figures.get((row, column))
        return self.sheet.cells.get((row, column)) if figure is None else Cell(figure)

    def _place(self, row: int, column: int) -> Place:
        return (self.sheet.index, row, column)

    def _worth(self, row: int, column: int) -> Fraction | str | None:
        if (row, column) in self.read.figures:
            return self.read.figures[row, column]
        try:
            return self._computer.worth(self._place(row, column))
        except NotComputedError:
            return None

    def _whose(self, row: int, column: int) -> None:
        """A figure that is merged over several rows is of none, unless they are one line."""
        for area in self.merged:
            if area.top == row and area.left == column and self._others_in(row, area.bottom):
                self.fault("XLS071", row, column, range=area.name)

    def _others_in(self, row: int, bottom: int) -> bool:
        """Whether rows below one, down to the last of a merged area, hold more than its words."""
        below = self._filled[bisect_right(self._filled, row) : bisect_right(self._filled, bottom)]
        return any(self.read.continued.get(other) != row for other in below)

    def _typed(self, cell: Cell, row: int, column: int, percent: bool) -> Fraction | None:
        if isinstance(cell.value, Odd):
            self.fault("XLS056", row, column)
            return None
        if isinstance(cell.value, str):
            return self._spelled(cell.value, row, column, percent)
        if cell.trimmed and cell.value is not None:
            self.note("trimmed", row, column, plain(cell.value))
        return None if cell.value is None else Fraction(cell.value)

    def _spelled(self, text: str, row: int, column: int, percent: bool) -> Fraction | None:
        said = text.strip()
        if _is_dash(said):
            self.note("dash", row, column)
            return None
        if not said:
            return None
        number = amount_of(said.removesuffix("%") if percent else said)
        if number is None:
            self.fault("XLS055", row, column)
            return None
        if (row, column) in self.read.figures:
            said = f"{self.sheet.cells[row, column].value}".strip()
        self.note("text_number", row, column, f"{said} → {plain(number)}")
        return Fraction(number)

    def _formula(self, cell: Cell, row: int, column: int, percent: bool) -> Fraction | None:
        place = self._place(row, column)
        self.computed += 1
        try:
            worth = self._computer.worth(place)
        except NotComputedError as error:
            index, at_row, at_column = error.place
            at = cell_name(at_row, at_column, self._grid.titles[index])
            self.fault(_FAULTS.get(error.kind, "XLS060"), row, column, at=at)
            if isinstance(cell.value, Decimal):
                self.note("kept", row, column, plain(cell.value))
            return None
        self._texts(place)
        if isinstance(worth, str):
            return self._spelled(worth, row, column, percent)
        number = worth or Fraction(0)
        self._compare(cell, number, row, column)
        return number

    def _texts(self, place: Place) -> None:
        """Name the texts that a formula took for numbers."""
        for index, row, column in sorted(self._computer.texts_of(place)):
            text = self._grid.sheet(index).cells[row, column].value
            number = amount_of(text) if isinstance(text, str) else None
            if number is not None and isinstance(text, str):
                at = cell_name(row, column, self._grid.titles[index])
                note = Note("text_number", at, {}, f"{text.strip()} → {plain(number)}")
                if note not in self.notes:
                    self.notes.append(note)

    def _compare(self, cell: Cell, ours: Fraction, row: int, column: int) -> None:
        """Tell where the file keeps another result, beyond what floating point explains."""
        if not isinstance(cell.value, Decimal):
            return
        kept = Fraction(cell.value)
        if abs(ours - kept) > _ALMOST * max(abs(ours), Fraction(1)):
            told = terminating(ours) or half_up(ours, _DECIMALS)
            self.note("differs", row, column, f"{plain(cell.value)} → {plain(told)}")


def _is_dash(text: str) -> bool:
    """Whether a text stands for no figure: it is read as a cell that was left blank."""
    return bool(_DASH.fullmatch(text.strip()))
