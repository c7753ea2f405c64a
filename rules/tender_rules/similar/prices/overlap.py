"""Where most of many ranges meet, exactly: what the most lines allow."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tender_engine.numbers import fraction_said, plain

__all__ = ["meeting", "precision", "shortest"]

_MOST_PLACES = 12


def precision(largest: int) -> int:
    """How many bits keep fractions apart whose denominators are no greater than `largest`.

    Two different ones lie at least `1 / largest**2` apart. So `floor(x * 2**bits)` puts them in
    their order, never makes two the same, and costs no fraction.
    """
    return 2 * largest.bit_length() + 1


def meeting(lows: Sequence[int], highs: Sequence[int]) -> tuple[int, int, int]:
    """How many of the closed ranges meet at most, and where: the first such place, both ends.

    >>> meeting([1, 2, 8, 9], [5, 3, 9, 9])
    (2, 2, 3)
    """
    ends = sorted(highs)
    best, low, high, passed = 0, 0, 0, 0
    for begun, start in enumerate(sorted(lows), 1):
        while ends[passed] < start:
            passed += 1
        if begun - passed > best:
            best, low, high = begun - passed, start, ends[passed]
    return best, low, high


def shortest(low: Fraction, high: Fraction) -> str:
    """The positive number from `low` to `high` that has the fewest decimals, as it is written.

    >>> shortest(Fraction(189, 200), Fraction(96, 100)), shortest(Fraction(1, 3), Fraction(1, 3))
    ('0.95', '1/3')
    """
    for places in range(_MOST_PLACES):
        first = max(1, -(-low.numerator * 10**places // low.denominator))
        if first * high.denominator <= high.numerator * 10**places:
            digits = Decimal(first).as_tuple().digits
            return plain(Decimal((0, digits, -places)))
    return fraction_said(low)
