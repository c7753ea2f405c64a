"""Two bids line by line: their most frequent difference, and the ratio that most lines allow."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from operator import floordiv

from attrs import frozen

from tender_rules.similar.prices.overlap import meeting, precision
from tender_rules.similar.prices.own_ratio import OwnRatio
from tender_rules.similar.prices.table import Bid, mask_of

__all__ = ["Difference", "Looked", "Ratio", "difference_of", "looked_at", "ratio_of"]

_TWO = 2
# Bits of the ratio of two bids when its lines are first counted in classes.
_CLASSES = 8
_NEITHER = 1 << 256


@frozen
class Looked:
    """What is looked at of a bid: `open` are the lines that depart from its own ratio.

    `fine` are the lines whose price is written in many steps: a ratio with one in few steps agrees
    with so many others that it says little. `prices` are those of the open lines, and `fine_prices`
    of those that are fine as well; `over` and `below` are these as they are divided, in classes.
    """

    bid: Bid
    open: int
    fine: int
    prices: tuple[int | None, ...]
    fine_prices: tuple[int | None, ...]
    over: tuple[int, ...]
    below: tuple[int, ...]


def looked_at(bid: Bid, own: OwnRatio | None, steps: int) -> Looked:
    """The lines of `bid` beside its `own` ratio; those are fine that have `steps` or more."""
    departs = bid.priced & ~(own.lines if own else 0)
    fine = mask_of(price is not None and price >= steps * bid.step for price in bid.prices)
    prices = _only(bid.prices, departs)
    both = _only(prices, fine)
    # Without a price a quotient lies below 0 or far above all others, whatever the other one is.
    over = tuple(_NEITHER**_TWO if price is None else price << _CLASSES for price in both)
    below = tuple(-1 if price is None else price for price in both)
    return Looked(bid, departs, fine, prices, both, over, below)


def _only(prices: Sequence[int | None], mask: int) -> tuple[int | None, ...]:
    return tuple(price if mask >> place & 1 else None for place, price in enumerate(prices))


@frozen
class Difference:
    """The most frequent difference, the first bid less the second, and the lines that have it."""

    units: int
    lines: int


@frozen
class Ratio:
    """The ratio of the first to the second that most fine lines allow: any from `low` to `high`.

    `fine` are these lines; `lines` are all that allow it if prices are rounded by up to a step.
    """

    low: Fraction
    high: Fraction
    lines: int
    fine: int


def difference_of(one: Looked, other: Looked, least: int) -> Difference | None:
    """The most frequent difference, if on so many lines; of several the smallest, the lower one."""
    pairs = list(zip(one.prices, other.prices, strict=True))
    counted = Counter([p - q for p, q in pairs if p is not None and q is not None])
    most = max(counted.values(), default=0)
    if most < least:
        return None
    units = min((each for each in counted if counted[each] == most), key=lambda d: (abs(d), d))
    lines = mask_of(p is not None and q is not None and p - q == units for p, q in pairs)
    return Difference(units, lines)


def ratio_of(one: Looked, other: Looked, least: int, steps: int) -> Ratio | None:
    """The ratio that most fine lines allow, if so many do; of several the lowest.

    Each of the two prices may be rounded by half a step: a fine line allows the ratios from
    `(p - half) / (q + half)` to `(p + half) / (q - half)`. A bid may also be rounded up or down
    throughout, by a whole step: whoever may be in a relation on a line is seen by that.
    """
    if not _may_have_ratio(one, other, least, steps):
        return None
    step, others = one.bid.step, other.bid.step
    pairs = zip(one.fine_prices, other.fine_prices, strict=True)
    fine = [
        (place, _TWO * p, _TWO * q)
        for place, (p, q) in enumerate(pairs)
        if p is not None and q is not None
    ]
    shift = precision(max(q for _, _, q in fine) + others)
    lows = [((p - step) << shift) // (q + others) for _, p, q in fine]
    highs = [((p + step) << shift) // (q - others) for _, p, q in fine]
    count, low, high = meeting(lows, highs)
    if count < least:
        return None
    _, over, below = fine[lows.index(low)]
    lowest = Fraction(over - step, below + others)
    _, over, below = fine[highs.index(high)]
    highest = Fraction(over + step, below - others)
    ranges = zip(fine, lows, highs, strict=True)
    inside = [place for (place, _, _), start, end in ranges if start <= low and high <= end]
    return Ratio(lowest, highest, _allowing(one, other, lowest, highest), _set_of(inside))


def _allowing(one: Looked, other: Looked, low: Fraction, high: Fraction) -> int:
    """The lines that allow a ratio from `low` to `high`, each price rounded by up to a step."""
    step, others = one.bid.step, other.bid.step
    over, below = high.as_integer_ratio()
    least, under = low.as_integer_ratio()
    pairs = enumerate(zip(one.prices, other.prices, strict=True))
    return _set_of(
        place
        for place, (p, q) in pairs
        if p is not None
        and q is not None
        and (p - step) * below <= over * (q + others)
        and (p + step) * under >= least * (q - others)
    )


def _set_of(places: Iterable[int]) -> int:
    return sum(1 << place for place in places)


def _may_have_ratio(one: Looked, other: Looked, least: int, steps: int) -> bool:
    """Whether so many ratios lie as near to each other as those of lines that allow one.

    With prices of at least n steps they do so within `((2n + 1) / (2n - 1))**2`. Ratios are counted
    in classes of equal width, so that some who have none are let through and nobody is kept out.
    """
    classes = Counter(map(floordiv, one.over, other.below))
    above, below = (_TWO * steps + 1) ** _TWO, (_TWO * steps - 1) ** _TWO
    for first in classes:
        if 0 <= first < _NEITHER:
            last = -(-(first + 1) * above // below)
            if sum([classes.get(each, 0) for each in range(first, last)]) >= least:
                return True
    return False
