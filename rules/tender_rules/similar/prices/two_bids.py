"""Two bids line by line: their most frequent difference, and the ratio that most lines allow."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from tender_rules.similar.prices.classes import Classes, classes_of, may_agree
from tender_rules.similar.prices.overlap import meeting, precision
from tender_rules.similar.prices.own_ratio import OwnRatio
from tender_rules.similar.prices.table import Bid, mask_of

__all__ = ["Difference", "Looked", "Ratio", "difference_of", "looked_at", "only", "ratio_of"]

_TWO = 2


@frozen(eq=False, slots=False)
class Looked:
    """What is looked at of a bid: `open` are the lines that depart from its own ratio.

    Those of `steps` rounding steps or more are fine. All but the open lines is made when it is
    first asked for: most bids have too few of them to share anything.
    """

    bid: Bid
    open: int
    steps: int

    @cached_property
    def fine(self) -> int:
        """The lines whose price is written in many steps.

        A ratio with one in few steps agrees with so many others that it says little.
        """
        least = self.steps * self.bid.step
        return mask_of(price is not None and price >= least for price in self.bid.prices)

    @cached_property
    def prices(self) -> tuple[int | None, ...]:
        """Those of the open lines."""
        return only(self.bid.prices, self.open)

    @cached_property
    def fine_prices(self) -> tuple[int | None, ...]:
        """Those of the open lines that are fine as well."""
        return only(self.prices, self.fine)

    @cached_property
    def classes(self) -> Classes:
        """The fine prices as they are divided, in classes."""
        return classes_of(self.fine_prices, self.steps)


def looked_at(bid: Bid, own: OwnRatio | None, steps: int) -> Looked:
    """The lines of `bid` beside its `own` ratio; those are fine that have `steps` or more."""
    return Looked(bid, bid.priced & ~(own.lines if own else 0), steps)


def only(prices: Sequence[int | None], mask: int) -> tuple[int | None, ...]:
    """The prices of the lines in `mask`."""
    flags = reversed(f"{mask:0{len(prices)}b}")
    return tuple([p if flag == "1" else None for p, flag in zip(prices, flags, strict=True)])


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


def ratio_of(one: Looked, other: Looked, least: int) -> Ratio | None:
    """The ratio that most fine lines allow, if so many do; of several the lowest.

    Each of the two prices may be rounded by half a step: a fine line allows the ratios from
    `(p - half) / (q + half)` to `(p + half) / (q - half)`. A bid may also be rounded up or down
    throughout, by a whole step: whoever may be in a relation on a line is seen by that.
    """
    if not may_agree(one.classes, other.classes, least):
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
    inside = {place for (place, _, _), start, end in ranges if start <= low and high <= end}
    its = mask_of(place in inside for place in range(len(one.prices)))
    return Ratio(lowest, highest, _allowing(one, other, lowest, highest), its)


def _allowing(one: Looked, other: Looked, low: Fraction, high: Fraction) -> int:
    """The lines that allow a ratio from `low` to `high`, each price rounded by up to a step."""
    step, others = one.bid.step, other.bid.step
    over, below = high.as_integer_ratio()
    least, under = low.as_integer_ratio()
    pairs = zip(one.prices, other.prices, strict=True)
    return mask_of(
        p is not None
        and q is not None
        and (p - step) * below <= over * (q + others)
        and (p + step) * under >= least * (q - others)
        for p, q in pairs
    )
