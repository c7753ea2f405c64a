"""The ratio of each bid to the estimate: the one that most of its lines allow.

A price that was made from the estimate by one factor, and rounded, says nothing of who else did the
same. So what follows looks only at lines that depart from it. No price of the estimate is told.
"""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from tender_rules.similar.prices.overlap import meeting, precision
from tender_rules.similar.prices.table import Bid, Least, mask_of

__all__ = ["OwnRatio", "own_ratio"]


@frozen
class OwnRatio:
    """What the most lines of a bid allow: any ratio from `low` to `high`; `lines` are those."""

    low: Fraction
    high: Fraction
    lines: int


def own_ratio(estimate: Sequence[int], bid: Bid, least: Least) -> OwnRatio | None:
    """The ratio of `bid`; `None` where fewer lines than the least that is listed agree on one.

    A price may have been rounded up, down or to the nearest step. So a line allows each ratio under
    which the estimate comes to less than a step from the price, or to a whole one: `price - step`
    to `price + step`, divided by the estimate. Of several that as many lines allow, the lowest.
    """
    step = bid.step
    known = [
        (place, price, estimate[place])
        for place, price in enumerate(bid.prices)
        if price is not None and estimate[place]
    ]
    if len(known) < least.lines:
        return None
    shift = precision(max(below for _, _, below in known))
    lows = [((price - step) << shift) // below for _, price, below in known]
    highs = [((price + step) << shift) // below for _, price, below in known]
    count, low, high = meeting(lows, highs)
    if count < least.of(bid.priced.bit_count()):
        return None
    at, until = known[lows.index(low)], known[highs.index(high)]
    inside = {
        place
        for (place, _, _), one, other in zip(known, lows, highs, strict=True)
        if one <= low and high <= other
    }
    return OwnRatio(
        Fraction(at[1] - step, at[2]),
        Fraction(until[1] + step, until[2]),
        mask_of(place in inside for place in range(len(estimate))),
    )
