"""In which ratio, and at which difference, two bids stand on most of their lines.

Both are looked for on lines that depart from the own ratio of either bid. They are found as if each
two bids were compared line by line: `candidates` only leaves out who cannot have enough of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from attrs import define, field

from tender_rules.similar.prices.candidates import Column, Pair, candidates
from tender_rules.similar.prices.own_ratio import OwnRatio
from tender_rules.similar.prices.table import Least, Table
from tender_rules.similar.prices.two_bids import (
    Difference,
    Looked,
    Ratio,
    difference_of,
    looked_at,
    only,
    ratio_of,
)

__all__ = ["Relations", "related"]

_TWO = 2
# Bits of a ratio of two lines when pairs are only sifted; to round them loses no pair.
_COARSE = 32


@define
class Relations:
    """Who stands in a relation to whom, on which lines.

    A relation that a bid has with one other alone is theirs. One that it has with a third as well
    has a cause that they share, a price list or a supplier, and is no fact about two of them.

    `of_any` are the lines of a bid on which it has one with anybody, `of_more` those on which it
    has one with two others or more, and `of_both` those of a pair.
    """

    looked: tuple[Looked, ...]
    of_any: list[int]
    of_more: list[int]
    of_both: dict[Pair, int] = field(factory=dict)
    ratios: dict[Pair, Ratio] = field(factory=dict)
    differences: dict[Pair, Difference] = field(factory=dict)

    def of_pair_alone(self, pair: Pair) -> int:
        """The lines that depart in both bids and on which neither has a relation with a third."""
        one, other = pair
        theirs = self.of_both.get(pair, 0)
        thirds = (self.of_any[one] | self.of_any[other]) & ~theirs
        thirds |= self.of_more[one] | self.of_more[other]
        return self.looked[one].open & self.looked[other].open & ~thirds

    def note(self, pair: Pair, lines: int) -> None:
        """Two bids have a relation on `lines`."""
        theirs = self.of_both.get(pair, 0)
        self.of_both[pair] = theirs | lines
        for bid in pair:
            self.of_more[bid] |= self.of_any[bid] & lines & ~theirs
            self.of_any[bid] |= lines

    def left(self, bid: int) -> int:
        """The lines on which it may still have a relation with one other bid alone."""
        return self.looked[bid].open & ~self.of_more[bid]


def related(table: Table, own: Sequence[OwnRatio | None], least: Least, steps: int) -> Relations:
    """Every relation, on the least count of lines, that a fact may hang on.

    `steps` are how many of its rounding steps a price has at least from which a ratio is taken. Of
    two bids that neither can have a fact with anybody any more no relation is looked for.
    """
    looked = tuple(looked_at(bid, ratio, steps) for bid, ratio in zip(table.bids, own, strict=True))
    found = Relations(looked, [0] * len(looked), [0] * len(looked))
    pairs = combinations([each.open for each in looked], _TWO)
    if all((one & other).bit_count() < least.lines for one, other in pairs):
        return found  # no relation has so few lines
    priced = _least_of_pairs([each.bid.priced for each in looked], least)
    fine = _least_of_pairs([each.fine for each in looked], least)
    hopes = _Hopes(table, found, priced, fine)
    for pair in _differing(looked, [each.open for each in looked], priced):
        if hopes.of(pair):
            difference = difference_of(looked[pair[0]], looked[pair[1]], priced[pair])
            if difference is not None:
                found.differences[pair] = difference
                found.note(pair, difference.lines)
    for pair in _in_ratio(looked, [each.open for each in looked], fine):
        if hopes.of(pair):
            ratio = ratio_of(looked[pair[0]], looked[pair[1]], fine[pair])
            if ratio is not None:
                found.ratios[pair] = ratio
                found.note(pair, ratio.lines)
    return found


@define
class _Hopes:
    """Which bids may still have a fact with anybody: on lines that are `left` to both of them.

    A bid has its lines with two others and more soon after a list was found that many took. Then
    what is left is sifted again, each time that twice as many relations are known.
    """

    table: Table
    found: Relations
    priced: Mapping[Pair, int]
    fine: Mapping[Pair, int]
    open: set[int] = field(init=False)
    fewest: dict[int, int] = field(init=False)
    due: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.open = set(range(len(self.table.bids)))
        self.fewest = _fewest(self.priced, self.fine)
        self.due = len(self.table.bids)

    def of(self, pair: Pair) -> bool:
        """Whether either bid of `pair` may, so that a relation between the two counts."""
        if len(self.found.ratios) + len(self.found.differences) >= self.due:
            self.due *= _TWO
            self.open = {bid for each in self._pairs() for bid in each}
        left = self.found.left
        return any(bid in self.open and left(bid).bit_count() >= self.fewest[bid] for bid in pair)

    def _pairs(self) -> Iterator[Pair]:
        """The pairs that may have equal prices, one difference or one ratio on lines left."""
        left = [self.found.left(bid) for bid in range(len(self.table.bids))]
        for pair, same in self.table.held_by_two.items():
            if (same & left[pair[0]] & left[pair[1]]).bit_count() >= self.priced[pair]:
                yield pair
        yield from _differing(self.found.looked, left, self.priced)
        yield from _in_ratio(self.found.looked, left, self.fine)


def _least_of_pairs(masks: Sequence[int], least: Least) -> dict[Pair, int]:
    """The least count of each two bids, of the lines that both have."""
    pairs = combinations(range(len(masks)), _TWO)
    return {(one, other): least.of((masks[one] & masks[other]).bit_count()) for one, other in pairs}


def _fewest(*leasts: Mapping[Pair, int]) -> dict[int, int]:
    """The fewest lines from which on a bid can have a fact with anybody."""
    fewest: dict[int, int] = {}
    for pair, count in chain.from_iterable(each.items() for each in leasts):
        for bid in pair:
            fewest[bid] = min(count, fewest.get(bid, count))
    return fewest


def _possible(masks: Sequence[int], least: Mapping[Pair, int]) -> dict[Pair, int]:
    """The pairs that have so many lines to look at, both of them."""
    return {
        pair: count
        for pair, count in least.items()
        if (masks[pair[0]] & masks[pair[1]]).bit_count() >= count
    }


def _differing(
    looked: Sequence[Looked], lines: Sequence[int], least: Mapping[Pair, int]
) -> Iterator[Pair]:
    """The pairs that may have one difference on so many of the `lines` of each."""

    def spans(one: Column, other: Column) -> tuple[list[int], list[int], list[int]]:
        known = [
            (bid, p - q)
            for bid, (p, q) in enumerate(zip(one, other, strict=True))
            if p is not None and q is not None
        ]
        apart = [each for _, each in known]
        return [bid for bid, _ in known], apart, apart

    rows = (only(each.prices, mask) for each, mask in zip(looked, lines, strict=True))
    return candidates(list(zip(*rows, strict=True)), _possible(lines, least), spans)


def _in_ratio(
    looked: Sequence[Looked], lines: Sequence[int], least: Mapping[Pair, int]
) -> Iterator[Pair]:
    """The pairs that may have one ratio on so many of the `lines` of each."""
    halves = [each.bid.step for each in looked]  # of twice the price

    def spans(one: Column, other: Column) -> tuple[list[int], list[int], list[int]]:
        known = [
            (bid, _TWO * p, _TWO * q, half)
            for bid, (p, q, half) in enumerate(zip(one, other, halves, strict=True))
            if p is not None and q is not None
        ]
        lows = [((p - half) << _COARSE) // (q + half) for _, p, q, half in known]
        highs = [((p + half) << _COARSE) // (q - half) for _, p, q, half in known]
        return [bid for bid, *_ in known], lows, highs

    rows = (only(each.fine_prices, mask) for each, mask in zip(looked, lines, strict=True))
    masks = [each.fine & mask for each, mask in zip(looked, lines, strict=True)]
    return candidates(list(zip(*rows, strict=True)), _possible(masks, least), spans)
