"""The kinds of cells that hold a number: exact, in percent, a rate, a share, whole, or left blank.

Numbers never pass through arithmetic of floats: what a cell holds is taken by the 15 digits
that Excel shows of it, and a number of more digits, which Excel would cut, is written as a text.
"""

import re
from copy import copy
from decimal import Decimal
from typing import Any, Self

from attrs import evolve

from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kinds.kind import (
    NONE,
    CellError,
    Given,
    Kind,
    TextKind,
    as_typed,
    beginning,
    is_dash,
)
from tender_desk.workbook.kinds.units import RUPIAH, without_unit
from tender_desk.workbook.reading.local import Local
from tender_engine.formats.source import NumberText
from tender_engine.numbers import in_percent, plain

__all__ = [
    "BLANKABLE",
    "LEFT_BLANK",
    "NUMBER",
    "PERCENT",
    "RATE",
    "SHARE",
    "WHOLE",
    "grouped",
]

_EXACT_DIGITS = 15
# A thousand to who writes English, one and a part to who writes Indonesian; and the other way.
_TWO_WAYS = re.compile(r"(?:Rp\.? ?)?([1-9][0-9]{0,2}),([0-9]{3})(?:,-)?", re.IGNORECASE)
_OTHER_WAYS = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3})")
# A whole number of thousands, or one with decimals that are none.
_WHOLE_WAYS = re.compile(r"([1-9][0-9]{0,2})[.,]000")
_SPACE = re.compile(r"\s+")
# Thousands parted by blanks, at least twice; and as who writes English parts them, where it can be
# nothing else. Three digits behind its dot may be thousands once more.
_BY_BLANKS = re.compile(r"(?<![0-9.,])(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3}){2,}(?![0-9.]| [0-9])")
_ENGLISH = re.compile(
    r"(?<![0-9.,])([1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]{1,2}|(?:,[0-9]{3}){2,}))(?![0-9.]|,[0-9])"
)
_LINE_ENDS = re.compile(r"[\t\n\r]")
_TURNED = str.maketrans(".,", ",.")


class _Number(Kind):
    """An exact number, which a text may say with its unit."""

    shown = "#,##0.##"
    _unit, _parted = "", True

    def within(self, local: Local) -> Self:
        made = copy(self)
        made._unit = local.unit
        return made

    def write(self, value: Any) -> Decimal | str:
        number = Decimal(value)
        digits = len(number.normalize().as_tuple().digits)
        large = number.adjusted() >= _EXACT_DIGITS or digits > _EXACT_DIGITS
        return grouped(plain(number)) if large else number

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
            raise CellError("XLS030", found=beginning(value))
        number = self._typed(value) if isinstance(value, str) else _shown(value)
        if number is None or not number.is_finite():
            raise CellError("XLS030", found=beginning(value))
        if isinstance(value, int | float) and number.adjusted() >= _EXACT_DIGITS:
            raise CellError("XLS033")
        if not isinstance(value, str) and "%" in _unquoted(cell.number_format):
            number = in_percent(number)
        return plain(number)

    def _typed(self, text: str) -> Decimal | None:
        figure = without_unit(_in_our_form(text), self._unit)
        if not self._parted and (thousands := _WHOLE_WAYS.fullmatch(figure)):
            part, whole = thousands[1], f"{thousands[1]}000"
            raise CellError("XLS222", found=beginning(text), whole=whole, part=part)
        # No amount of money has three digits of sen, and no whole number any.
        dotted = self._parted and self._unit != RUPIAH
        two = _TWO_WAYS.fullmatch(figure) or (dotted and _OTHER_WAYS.fullmatch(figure))
        if two:
            params = {"whole": f"{two[1]}.{two[2]},00", "part": f"{two[1]},{two[2]}0"}
            raise CellError("XLS096", found=beginning(text), **params)
        return amount_of(figure)


class _Rate(_Number):
    """A rate of PPN in percent: what is below one is surely a share that lost its percent sign."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text is not None and 0 < Decimal(text) < 1:
            raise CellError("XLS097", found=beginning(grouped(text)))
        return text


class _Percent(_Number):
    """A percentage; below one it says its sign, without which it may be a share."""

    _unit = "%"

    def within(self, local: Local) -> Self:
        return super().within(evolve(local, unit="%"))

    def write(self, value: Any) -> Decimal | str:
        number = Decimal(value)
        return f"{grouped(plain(number))}%" if 0 < number < 1 else super().write(value)

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text is not None and 0 < Decimal(text) < 1 and not self._is_signed(cell):
            share = plain(in_percent(Decimal(text)))
            raise CellError("XLS217", found=grouped(text), known=grouped(share))
        return text

    def _is_signed(self, cell: Given) -> bool:
        if isinstance(cell.value, str):
            return without_unit(typed := as_typed(cell.value), self._unit) != typed
        return "%" in _unquoted(cell.number_format)


class _Share(TextKind):
    """A share of the price, such as `11/12`. Excel makes a date of one outside of a text cell."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        return None if text is None else _SPACE.sub("", as_typed(text))


class _Blankable(_Number):
    """A number that a bidder may have left blank, which a dash says: an empty cell says nothing."""

    of = str | None

    def write(self, value: Any) -> Decimal | str:
        return NONE if value is None else super().write(value)

    def read(self, cell: Given) -> Any:
        if isinstance(cell.value, str) and is_dash(cell.value):
            return LEFT_BLANK
        return super().read(cell)


class _Whole(_Number):
    """A whole number, which the format writes without quotes."""

    of = int
    shown = "0"
    _parted = False

    def read(self, cell: Given) -> NumberText | None:
        text = super().read(cell)
        return None if text is None else NumberText(text)


NUMBER, WHOLE, PERCENT = _Number(), _Whole(), _Percent()
BLANKABLE, RATE, SHARE = _Blankable(), _Rate(), _Share()
# What a dash says of a number: that there is none, and that this is known.
LEFT_BLANK: Any = object()


def grouped(number: str) -> str:
    """A plain number in Indonesian spelling.

    >>> grouped("1234567.5")
    '1.234.567,5'
    """
    whole, _, part = number.partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def _shown(value: float | Decimal) -> Decimal:
    """A number by the digits that Excel keeps and shows; what somebody computed by all of them."""
    return Decimal(f"{value:.{_EXACT_DIGITS}g}" if isinstance(value, float) else value)


def _in_our_form(text: str) -> str:
    r"""A text whose figure is parted in another way, which can be no other figure, as it is here.

    >>> _in_our_form("Rp\xa01\u202f250\u202f000,50"), _in_our_form("1,250,000.00")
    ('Rp 1.250.000,50', '1.250.000,00')
    >>> _in_our_form("12 500"), _in_our_form("1,250.000"), _in_our_form("1.250,5")
    ('12 500', '1,250.000', '1.250,5')
    """
    typed = as_typed(text)
    if not _LINE_ENDS.search(text.strip()):
        typed = _BY_BLANKS.sub(lambda found: found[0].replace(" ", "."), typed)
    return _ENGLISH.sub(lambda found: found[0].translate(_TURNED), typed)


def _unquoted(form: str) -> str:
    """A number format without its quoted parts."""
    return re.sub(r'"[^"]*"|\\.', "", form or "")
