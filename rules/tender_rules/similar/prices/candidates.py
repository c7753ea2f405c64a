"""Which pairs of bids may have many lines in common, without comparing each pair line by line.

Lines are put into groups. Of more lines than there are groups some two lie in one group, and of
`least` lines at least `least - groups` pairs do. Where two bids stand in one ratio (or difference)
on two lines, the ratio (or difference) of the two lines is the same in both bids. So inside each
group every two lines are taken together, the bids are sorted by it, and those that meet are
counted. Whoever meets too seldom cannot have the least count: none is lost, and few are compared
in vain.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from operator import ge
from typing import TypeAlias

__all__ = ["Column", "Pair", "candidates"]

# Places of two bids in the table, the lower one first.
Pair: TypeAlias = tuple[int, int]
# The prices of one line by bid; `None` where a bid has none that is compared.
Column: TypeAlias = Sequence[int | None]
# What two lines are to each other in each bid, as a range: bids, lower and upper ends.
Spans: TypeAlias = Callable[[Column, Column], tuple[list[int], list[int], list[int]]]

# How many times less than all pairs need so many lines as make the groups, and no larger groups
# than this: more work than comparing the few pairs that are then left.
_ONE_IN, _LARGEST_GROUP = 20, 12
# After so many groups it is seen whether most pairs may have it, as where all took one price list.
_LOOKING_BACK = (16, 64)


def candidates(
    columns: Sequence[Column], least: Mapping[Pair, int], spans: Spans
) -> Iterator[Pair]:
    """Every pair that may have its `least` count of lines, in order, and few others.

    Pairs that are not in `least` are not looked at.
    """
    if not least:
        return
    groups = list(_groups(columns, sorted(least.values())[len(least) // _ONE_IN]))
    wanted = {pair: count - len(groups) for pair, count in sorted(least.items())}
    counts = _Counts(len(columns[0]))
    for done, group in enumerate(groups):
        if done in _LOOKING_BACK and _most_may(counts, wanted, done, len(groups)):
            yield from wanted
            return
        for one, other in combinations(group, 2):
            _meet(counts, *spans(one, other))
    for pair, count in wanted.items():
        if counts.of(pair) >= count:
            yield pair


def _most_may(counts: "_Counts", wanted: Mapping[Pair, int], done: int, of: int) -> bool:
    """Whether after `done` groups most pairs are on the way to what they want: few are left out."""
    likely = sum(counts.of(pair) * of >= count * done for pair, count in wanted.items())
    return 2 * likely > len(wanted)


def _groups(columns: Sequence[Column], least: int) -> Iterator[Sequence[Column]]:
    """The lines in groups, fewer of them than `least` where that can be."""
    compared = [c for c in columns if sum(price is not None for price in c) > 1]
    size = -(-len(compared) // max(1, least - 1))
    size = min(max(size, 1), _LARGEST_GROUP)
    for start in range(0, len(compared), size):
        yield compared[start : start + size]


class _Counts:
    """How often each two bids met, counted for all partners of a bid at once.

    Digit `k` of the count of a bid with each other one is a bit of `digits[k]`.
    """

    def __init__(self, bids: int) -> None:
        self.digits: list[list[int]] = [[] for _ in range(bids)]

    def add(self, bid: int, others: int) -> None:
        """Count one more for each of `others`, a set of bids."""
        digits = self.digits[bid]
        for place, digit in enumerate(digits):
            digits[place], others = digit ^ others, digit & others
            if not others:
                return
        digits.append(others)

    def of(self, pair: Pair) -> int:
        """How often the two met, whoever of them it was noted under."""
        one, other = pair
        return self._noted(one, other) + self._noted(other, one)

    def _noted(self, bid: int, other: int) -> int:
        return sum(((digit >> other) & 1) << k for k, digit in enumerate(self.digits[bid]))


def _meet(counts: _Counts, bids: list[int], lows: list[int], highs: list[int]) -> None:
    """Count every two whose ranges meet, under the one that begins first."""
    order = sorted(range(len(bids)), key=lows.__getitem__)
    begins = [lows[place] for place in order]
    ends = [highs[place] for place in order]
    if not any(map(ge, ends, begins[1:])):
        return
    upto = [0]
    for place in order:
        upto.append(upto[-1] | 1 << bids[place])
    for rank, end in enumerate(ends):
        until = bisect_right(begins, end, rank + 1)
        if until > rank + 1:
            counts.add(bids[order[rank]], upto[until] ^ upto[rank + 1])
