"""How rare a fact would be by chance: an upper bound in closed form, with whole numbers only.

The model (`seragam`): the unit prices of all bids on a line are independent, and each is any of the
prices on the grid of its rounding step between the lowest and the highest bid on that line, all
equally likely. Bidders are not like that, and share causes; the figure says how much would be left
to chance if they did not.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from attrs import frozen

from tender_engine.law import Ask
from tender_engine.similarity import BaseRate

__all__ = ["MODEL", "Rarity", "anchored_chance", "equal_chance", "tail", "told"]

MODEL = "seragam"
_ONE = Fraction(1)
# Chances are rounded up to so many bits, so that what is made of them stays a bound.
_BITS = 40
_TWO, _TEN = 2, 10
_DIGITS = 3
# So many decimal digits are told by so many bits.
_ZEROS, _THEIR_BITS = 10_000, 33_220
# With fewer the range of the bids on a line is too thin to make a model of.
_LEAST_BIDS, _LEAST_LINES = 3, 10


def tail(lines: int, over: int, below: int, least: int) -> Fraction:
    """A bound of the chance that of `lines` at least `least` happen, each by `over` in `below`.

    The chance of exactly so many, and each further count is rarer than the one before by no less
    than the second is: a geometric series. From one above the mean on it has a sum, which is
    rounded up to three digits, as all digits of it would fill a page.

    >>> tail(3, 1, 4, 2)  # 9 in 64 by 1 / (1 - 1/9) is 81 in 512, and 10 in 64 are less
    Fraction(159, 1000)
    """
    once = comb(lines, least) * over**least * (below - over) ** (lines - least)
    first, second = (least + 1) * (below - over), (lines - least) * over
    return _rounded_up(once * first, below**lines * (first - second))


def _rounded_up(over: int, below: int) -> Fraction:
    """A fraction rounded up to three digits or four."""
    zeros = max(0, below.bit_length() - over.bit_length()) * _ZEROS // _THEIR_BITS
    scale = _TEN ** (zeros + _DIGITS)
    return Fraction(-(-over * scale // below), scale)


def bounded_tail(chances: Sequence[tuple[int, int]], least: int) -> Fraction:
    """A bound of the chance that at least `least` happen, each by its own (over, below).

    The likeliest ones may be taken to happen always, and the rest is then asked for so many fewer;
    that bounds it however many they are, and the least of these bounds is taken.
    """
    scaled = sorted((-((-over << _BITS) // below) for over, below in chances), reverse=True)
    total, bounds, certain = sum(scaled), [_ONE], 0
    while certain < least:
        bounds.append(_mean_tail(len(scaled) - certain, total, least - certain))
        more = max(1, certain)
        total -= sum(scaled[certain : certain + more])
        certain += more
    return min(bounds)


def _mean_tail(lines: int, total: int, least: int) -> Fraction:
    """The tail if all had the mean chance: the `total`, in parts of 2**40, by the lines.

    A count that is one above the mean or more is no likelier for any other chances with that mean
    (Hoeffding 1956, theorem 4).
    """
    if not total:
        return Fraction(0)
    below = lines << _BITS
    possible = total < below and (least - 1) * below >= lines * total
    return tail(lines, total, below, least) if possible else _ONE


def equal_chance(sizes: Sequence[int], bids: int, count: int) -> Fraction:
    """A bound of the chance that any pair of `bids` has `count` prices that no third bid has.

    `sizes` are how many prices the grid of each compared line has. On one of them the two are equal
    and no other is by `1/N x (1 - 1/N)**(bids - 2)`; a pair has so many of them by no more than
    `bounded_tail`, and any pair by no more than that times the number of pairs.
    """
    chances = [((size - 1) ** (bids - _TWO), size ** (bids - 1)) for size in sizes]
    return min(_ONE, comb(bids, _TWO) * bounded_tail(chances, count))


def anchored_chance(sizes: Sequence[int], agreeing: int, bids: int, count: int) -> Fraction:
    """A bound of the chance that any pair has one ratio, or one difference, on `count` lines.

    Whatever it is, one of these lines fixes it, and on each other one at most `agreeing` of the N
    prices of one bid agree with it, whatever the other bid is. That gives, for each line as the
    first, a bound on `count - 1` more; the sum over all lines and pairs bounds the chance of any.
    """
    chances = [(min(agreeing, size), size) for size in sizes]
    each = bounded_tail(chances, count - 1)
    return min(_ONE, comb(bids, _TWO) * len(sizes) * each)


@frozen
class Rarity:
    """Up to which chance a fact is listed: what comes about more often says nothing."""

    most: Fraction

    @classmethod
    def asked(cls, ask: Ask) -> "Rarity":
        """As the values in force have it."""
        return cls(Fraction(ask.decimal("similar.chance_most")))

    def lists(self, bids: int, chance: Fraction) -> bool:
        """Whether a fact is listed. Of two bids the model says nothing: all is what they differ."""
        return bids < _LEAST_BIDS or chance <= self.most


def told(bids: int, lines: int, chance: Fraction) -> BaseRate:
    """The chance where there are bids and lines enough to tell one, else why it is not told."""
    if bids < _LEAST_BIDS:
        return BaseRate(MODEL, reason="terlalu_sedikit_penawaran")
    if lines < _LEAST_LINES:
        return BaseRate(MODEL, reason="terlalu_sedikit_baris")
    return BaseRate(MODEL, chance)
