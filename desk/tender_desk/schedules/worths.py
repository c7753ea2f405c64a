"""What cells are worth to a formula, and how two of them are compared."""

import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

from tender_desk.ooxml.numerals import amount_of
from tender_desk.schedules.grid import Place
from tender_desk.schedules.nodes import COMPARED

__all__ = ["NotComputedError", "ShownError", "Worth", "compared", "has_digits", "written"]

# Nothing, a text, a number, or true and false.
Worth: TypeAlias = Fraction | str | bool | None

_COMPARE: Mapping[str, Callable[[Fraction, Fraction], bool]] = dict(
    zip(
        COMPARED,
        (operator.eq, operator.ne, operator.lt, operator.gt, operator.le, operator.ge),
        strict=True,
    )
)
_DIGIT = re.compile(r"\d")
# Beyond it a spreadsheet writes a whole number otherwise in some places.
_LONGEST_WHOLE = 10**11


class NotComputedError(ValueError):
    """A cell whose value is not known; `kind` says why, `place` where the reason is."""

    def __init__(self, kind: str, place: Place) -> None:
        super().__init__(kind)
        self.kind, self.place = kind, place

    def again(self) -> "NotComputedError":
        """The same error anew: one that is kept holds nothing of where it was raised."""
        return NotComputedError(self.kind, self.place)


class ShownError(NotComputedError):
    """A cell that surely shows an error, which other formulas may ask about.

    `missing` tells the one of what was looked for and not found, `#N/A`.
    """

    def __init__(self, kind: str, place: Place, *, missing: bool = False) -> None:
        super().__init__(kind, place)
        self.missing = missing

    def again(self) -> "ShownError":
        """The same error anew."""
        return ShownError(self.kind, self.place, missing=self.missing)


def has_digits(text: str) -> bool:
    """Whether a text may be a number, a date or a share to somebody."""
    return _DIGIT.search(text) is not None


def compared(sign: str, left: Worth, right: Worth) -> bool | None:
    """Whether a comparison holds; `None` where that is not clear.

    Texts are only the same or not, in any case of letters; an empty cell is the same as zero and
    as an empty text. A text beside a number is another, unless it may be a number itself.

    >>> compared(">", Fraction(2), None), compared("=", "Baja", "baja"), compared("=", "1.000", 1)
    (True, True, None)
    """
    if isinstance(left, bool) or isinstance(right, bool):
        same: bool = left is right
        clear = isinstance(left, bool) and isinstance(right, bool)
    elif not isinstance(left, str) and not isinstance(right, str):
        return _COMPARE[sign](left or Fraction(0), right or Fraction(0))
    else:
        one, other = ("" if part is None else part for part in (left, right))
        both = isinstance(one, str) and isinstance(other, str)
        said = [part for part in (one, other) if isinstance(part, str)]
        same = both and str(one).casefold() == str(other).casefold()
        clear = both or not any(amount_of(text) is not None for text in said)
    if not clear or sign not in ("=", "<>"):
        return None
    return same is (sign == "=")


def written(worth: Worth) -> str | None:
    """A worth as a part of a longer text; `None` where countries write it differently."""
    if worth is None or isinstance(worth, str):
        return worth or ""
    if isinstance(worth, bool) or worth.denominator != 1 or abs(worth) >= _LONGEST_WHOLE:
        return None
    return str(worth.numerator)
