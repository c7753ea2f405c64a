"""How many ratios of two bids may lie near each other, counted for all lines at once.

The logarithm of each price is counted in classes, of which only the last eight bits are kept. All
lines of a bid are one whole number, so that one subtraction gives the classes of all ratios of two
bids. Classes that eight bits take for one let through a pair that has no ratio; none is kept out.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from math import floor, log

from attrs import frozen

__all__ = ["Classes", "classes_of", "may_agree"]

_TWO, _KEPT = 2, 256
# In how many classes the ratios of two lines lie at most that allow a common one, taken exactly;
# the difference of two classes is one off on either side, and so may a logarithm be.
_CLASSES = 3
_WIDTH = _CLASSES + 3


@frozen
class Classes:
    """The classes of the prices of a bid, 16 bits a line; `known` are the lines with a price.

    `lifted` are the same with the highest bit of each field set, so that nothing is borrowed from
    the next field when another bid is taken off.
    """

    lines: int
    fields: int
    lifted: int
    known: int


def classes_of(prices: Sequence[int | None], steps: int) -> Classes:
    """The classes of prices that have `steps` rounding steps or more each.

    With n steps in a price a line allows ratios up to `(2n + 1) / (2n - 1)` away from that of its
    prices, on either side: so far apart, twice, are those of lines with a ratio in common.
    """
    each = _TWO * log((_TWO * steps + 1) / (_TWO * steps - 1)) / _CLASSES
    kept = bytes(0 if price is None else floor(log(price) / each) % _KEPT for price in prices)
    low = int.from_bytes(b"\0".join([kept[n : n + 1] for n in range(len(kept))]), "little")
    high = int.from_bytes(b"\0\x80" * len(prices), "little")
    known = bytes(price is not None for price in prices)
    return Classes(len(prices), low, low | high, int.from_bytes(known, "little"))


def may_agree(one: Classes, other: Classes, least: int) -> bool:
    """Whether `least` ratios of the two lie in so many classes as may have a ratio in common."""
    apart = (one.lifted - other.fields).to_bytes(_TWO * one.lines, "little")[::_TWO]
    both = (one.known & other.known).to_bytes(one.lines, "little")
    counted = Counter(compress(apart, both))
    # The fullest of the classes that hold so many holds its share of them.
    for each in [each for each, count in counted.items() if count * _WIDTH >= least]:
        near = range(each - _WIDTH + 1, each + _WIDTH)
        around = [counted.get(place % _KEPT, 0) for place in near]
        if any(sum(around[start : start + _WIDTH]) >= least for start in range(_WIDTH)):
            return True
    return False
