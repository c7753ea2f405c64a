"""What a cell shows of the number that it holds, by its format."""

import re
from fractions import Fraction

from attrs import frozen

from tender_engine.numbers import half_up

__all__ = ["Digits", "shown"]

_THOUSAND = 1_000
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|([^"\\\[_*])', re.DOTALL)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[_*].|\[[^\]]*\]|[^;"])*)(;)', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
_NUMBER = re.compile(
    r"[0#?,]*[0#?](?P<scaled>,*)(?:\.(?P<decimals>[0#?]*)(?P<behind>,*))?|\.[0#?]+"
)
# A literal that looks as if it were digits of the number.
_DIGITS = re.compile(r"[.,]?[0-9][0-9.,]*")
_HOLDS = {
    "<": Fraction.__lt__,
    ">": Fraction.__gt__,
    "<=": Fraction.__le__,
    ">=": Fraction.__ge__,
    "=": Fraction.__eq__,
    "<>": Fraction.__ne__,
}


@frozen
class Digits:
    """The number that a cell holds, and the one that it shows; `None` if what it shows is none."""

    stored: Fraction
    shown: Fraction | None

    @property
    def alike(self) -> bool:
        """Whether both are the same."""
        return self.stored == self.shown


def shown(form: str, number: Fraction) -> Fraction | None:
    """The number that a cell with the format `form` shows for a `number`.

    Where the format bounds no digits, as *General*, or is of a kind that this does not follow, that
    is the number itself. It is `None` where nothing is shown, or digits that are not the number's.

    >>> shown("#,##0", Fraction("50000.4567")), shown('"Rp"#,##0.00', Fraction("0.125"))
    (Fraction(50000, 1), Fraction(13, 100))
    >>> shown("#,##0,", Fraction(50000)), shown('0".000"', Fraction(50)), shown(";;;", Fraction(50))
    (Fraction(50, 1), None, None)
    """
    if not number:
        return number
    pieces = _PIECE.findall(_section(form, number))
    if any(_DIGITS.fullmatch(quoted or escaped) for quoted, escaped, _ in pieces):
        return None
    return _rounded("".join(bare for _, _, bare in pieces), number)


def _section(form: str, number: Fraction) -> str:
    """The part of a format that counts for a number."""
    parts: list[str] = [found[0] for found in _SECTION.findall(f"{form};")]
    conditions = [_CONDITION.search(part) for part in parts[:2]]
    for part, condition in zip(parts, conditions, strict=False):
        if condition and _HOLDS[condition[1]](number, Fraction(condition[2])):
            return part
    if any(conditions):
        return parts[-1]
    return parts[1] if number < 0 and len(parts) > 1 else parts[0]


def _rounded(bare: str, number: Fraction) -> Fraction | None:
    """The number as the placeholders of a section show it."""
    if "general" in bare.casefold() or any(sign in bare for sign in "@%/E"):
        return number
    found = _NUMBER.search(bare)
    if found is None:
        return None
    if _NUMBER.search(bare, found.end()):
        return number
    decimals = (
        found["decimals"] if found["decimals"] is not None else found.group().partition(".")[2]
    )
    scale = _THOUSAND ** len((found["scaled"] or "") + (found["behind"] or ""))
    return Fraction(half_up(number / scale, len(decimals)))
