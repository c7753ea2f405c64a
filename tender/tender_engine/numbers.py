"""Exact numbers: one context in which nothing is ever rounded, and how a number is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    localcontext,
)
from fractions import Fraction

__all__ = [
    "ZERO",
    "below_a_sen",
    "exact",
    "figure_of",
    "fraction_said",
    "half_up",
    "in_percent",
    "percent_of",
    "plain",
    "ratio_shown",
    "round_half_up",
    "same_value",
    "terminating",
    "with_vat",
]

ZERO = Decimal(0)
# The smallest money that is paid or written.
_SEN = Decimal("0.01")

# A quantity, a price and a rate have at most 24 digits each; their product summed over a million
# lines stays under 80. Anything that would need rounding raises instead.
_EXACT = Context(prec=200, traps=[Inexact])
# In which a number of any size only moves its point.
_ANY_SIZE = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
_PLACES_OF_A_PERCENTAGE = 4
_PLACES_WRITTEN = 6
_PLACES_OF_A_SCORE = 10


@contextmanager
def exact() -> Iterator[None]:
    """Compute inside without rounding, whatever the caller's own decimal context is."""
    with localcontext(_EXACT):
        yield


def plain(number: Decimal) -> str:
    """`number` in plain notation: no exponent, no trailing zero, no sign on zero.

    >>> plain(Decimal("1104450000.00")), plain(Decimal("1E+3")), plain(Decimal("-0.50"))
    ('1104450000', '1000', '-0.5')
    """
    text = str(number)
    if "E" in text:
        text = f"{number:f}"  # which takes three times as long
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def figure_of(value: str) -> Decimal | None:
    """The number that a value of the law is; `None` of a term."""
    try:
        figure = Decimal(value)
    except InvalidOperation:
        return None
    return figure if figure.is_finite() else None


def same_value(one: str, other: str) -> bool:
    """Whether two values of the law are the same, `0.5` and `0.50` included.

    >>> same_value("0.1", "0.10"), same_value("0.1", "leadfirm")
    (True, False)
    """
    numbers = figure_of(one), figure_of(other)
    return one == other or (numbers[0] is not None and numbers[0] == numbers[1])


def with_vat(net: Decimal, vat_percent: Decimal) -> Decimal:
    """`net` plus PPN at `vat_percent`, exactly.

    >>> with_vat(Decimal(100), Decimal("11"))
    Decimal('111.00')
    """
    return net + (net * vat_percent).scaleb(-2)


def in_percent(share: Decimal) -> Decimal:
    """A finite `share` as a percentage, exactly, however many digits it has.

    >>> in_percent(Decimal("0.11"))
    Decimal('11')
    """
    # Made from its digits: arithmetic would round to the caller's context, or refuse to.
    sign, digits, exponent = share.as_tuple()
    return Decimal((sign, digits, int(exponent) + 2))


def below_a_sen(difference: Decimal) -> bool:
    """Whether a difference between amounts is less than one sen, on either side.

    >>> below_a_sen(Decimal("-0.0099")), below_a_sen(Decimal("0.01"))
    (True, False)
    """
    return difference.copy_abs() < _SEN


def round_half_up(number: Decimal, places: int = 0) -> Decimal:
    """`number` rounded to `places` decimals, a half going away from zero.

    >>> round_half_up(Decimal("2.5")), round_half_up(Decimal("2.49"))
    (Decimal('3'), Decimal('2'))
    """
    unit = Decimal(1).scaleb(-places)
    return number.quantize(unit, ROUND_HALF_UP, Context(prec=_EXACT.prec))


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` as a percentage of `whole`, four decimals, half up. For showing, never for deciding.

    >>> percent_of(Decimal("1104450000"), Decimal("1221000000"))
    Decimal('90.4545')
    """
    (top, over), (below, under) = part.as_integer_ratio(), whole.as_integer_ratio()
    return _half_up(100 * top * under, over * below, _PLACES_OF_A_PERCENTAGE)


def terminating(ratio: Fraction) -> Decimal | None:
    """`ratio` as the decimal that it is exactly; `None` where its decimals have no end.

    >>> terminating(Fraction(1, 8)), terminating(Fraction(1, 3))
    (Decimal('0.125'), None)
    """
    rest, digits = ratio.denominator, 0
    for prime in (2, 5):
        times = 0
        while rest % prime == 0:
            rest, times = rest // prime, times + 1
        digits = max(digits, times)
    if rest != 1:
        return None
    # Made from its digits: arithmetic would round to the caller's context.
    sign, figures, _ = Decimal(int(ratio * 10**digits)).as_tuple()
    return Decimal((sign, figures, -digits))


def fraction_said(ratio: Fraction) -> str:
    """A fraction exactly: in decimals where a package may write so many, else as a fraction.

    >>> fraction_said(Fraction(25, 2)), fraction_said(Fraction(200, 18))
    ('12.5', '100/9')
    """
    decimal = terminating(ratio)
    short = decimal is not None and (ratio * 10**_PLACES_WRITTEN).denominator == 1
    return plain(decimal) if decimal is not None and short else str(ratio)


def ratio_shown(score: Fraction, places: int = _PLACES_OF_A_SCORE) -> str:
    """A score with `places` decimals, half up. For showing, never for deciding.

    >>> ratio_shown(Fraction(1600, 19)), ratio_shown(Fraction(79), 2)
    ('84.2105263158', '79.00')
    """
    return f"{half_up(score, places):f}"


def half_up(ratio: Fraction, places: int) -> Decimal:
    """`ratio` with `places` decimals, a half going away from zero.

    >>> half_up(Fraction(200, 3), 2), half_up(Fraction(-1, 8), 2)
    (Decimal('66.67'), Decimal('-0.13'))
    """
    return _half_up(ratio.numerator, ratio.denominator, places)


def _half_up(numerator: int, divisor: int, places: int) -> Decimal:
    units = (2 * abs(numerator) * 10**places + divisor) // (2 * divisor)
    # Not in the caller's context, which might round.
    made = Decimal(units).scaleb(-places, _ANY_SIZE)
    return made.copy_negate() if numerator < 0 else made
