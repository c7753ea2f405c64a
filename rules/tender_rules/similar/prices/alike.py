"""Equal prices, one ratio and one difference of two bids, line by line.

A line counts where both prices depart from the own ratio of their bid to the estimate, no other
bid has either price, and neither bid stands in a relation with a third one there (`relations`).
Compared are all lines that both have a price for; of ratios those written in many steps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import floor

from tender_engine.declared import Words
from tender_engine.numbers import fraction_said
from tender_engine.similarity import Similarity, Strength
from tender_rules.similar.prices.candidates import Pair
from tender_rules.similar.prices.kinds import Kind, Looking, Shared, told_of_pairs
from tender_rules.similar.prices.overlap import shortest
from tender_rules.similar.prices.table import Table, bits, lines_of
from tender_rules.similar.rarity import anchored_chance, equal_chance, told

__all__ = ["KINDS"]

_ONE, _TWO = Fraction(1), 2
# Of ten lines one may have a range far wider than the others and is then taken to agree always.
_WIDE_ONE_IN = 10
# Of how far a range reaches, which is rounded up.
_BITS = 32


def _equal_prices(kind: Kind, looking: Looking) -> Iterator[Similarity]:
    """Lines on which both have one price."""
    table, found = looking.table, {}

    @cache
    def chance(step: int, compared: int, count: int) -> Fraction:
        sizes = [size for _, _, size in _grids(table, step, compared)]
        return equal_chance(sizes, len(table.bids), count)

    for pair, same in table.held_by_two.items():
        lines = same & looking.relations.of_pair_alone(pair)
        compared = table.bids[pair[0]].priced & table.bids[pair[1]].priced
        found[pair] = _shared(looking, pair, lines, compared, {}, chance)
    yield from told_of_pairs(kind, looking, found)


def _one_ratio(kind: Kind, looking: Looking) -> Iterator[Similarity]:
    """Lines on which the prices of both are in their most frequent ratio, and are not equal."""
    table, relations, found = looking.table, looking.relations, {}

    @cache
    def chance(step: int, compared: int, count: int) -> Fraction:
        grids = _grids(table, step, compared, looking.steps)
        return _ratio_chance(grids, len(table.bids), count)

    for pair, ratio in relations.ratios.items():
        if ratio.low <= _ONE <= ratio.high:
            continue  # rounding apart they are the same prices
        one, other = pair
        lines = ratio.fine & relations.of_pair_alone(pair) & ~(table.held[one] | table.held[other])
        compared = relations.looked[one].fine & relations.looked[other].fine
        facts = {"rasio": shortest(ratio.low, ratio.high)}
        found[pair] = _shared(looking, pair, lines, compared, facts, chance)
    yield from told_of_pairs(kind, looking, found)


def _one_difference(kind: Kind, looking: Looking) -> Iterator[Similarity]:
    """Lines on which the prices of both are apart by their most frequent difference.

    Where that is 0, either price is another's as well, so that no line counts.
    """
    table, relations, found = looking.table, looking.relations, {}

    @cache
    def chance(step: int, compared: int, count: int) -> Fraction:
        sizes = [size for _, _, size in _grids(table, step, compared)]
        return anchored_chance(sizes, 1, len(table.bids), count)

    for pair, difference in relations.differences.items():
        one, other = pair
        alone = relations.of_pair_alone(pair) & ~(table.held[one] | table.held[other])
        compared = table.bids[one].priced & table.bids[other].priced
        facts = {"selisih": fraction_said(table.amount(difference.units))}
        found[pair] = _shared(looking, pair, difference.lines & alone, compared, facts, chance)
    yield from told_of_pairs(kind, looking, found)


def _shared(
    looking: Looking,
    pair: Pair,
    lines: int,
    compared: int,
    facts: Mapping[str, str],
    chance: Callable[[int, int, int], Fraction],
) -> Shared | None:
    """What is told of a pair; `None` of too few lines, or of what chance brings about.

    The grid of the model has the coarser one of the rounding steps of the two.
    """
    table = looking.table
    count, of, bids = lines.bit_count(), compared.bit_count(), len(table.bids)
    if count < looking.least.of(of):
        return None
    found = chance(max(table.bids[bid].step for bid in pair), compared, count)
    if not looking.rarity.lists(bids, found):
        return None
    return Shared(count, of, lines_of(table, lines), facts, told(bids, of, found))


def _grids(
    table: Table, step: int, compared: int, steps: int = 0
) -> Sequence[tuple[int, int, int]]:
    """Of each line the lowest and highest price in steps, and how many there are on the grid.

    Prices of fewer `steps` are not compared.
    """
    grids = []
    for place in bits(compared):
        low, high = table.ranges[place]
        low = max(low, steps * step)
        grids.append((low // step, -(-high // step), max(0, high - low) // step + 1))
    return grids


def _ratio_chance(grids: Sequence[tuple[int, int, int]], bids: int, count: int) -> Fraction:
    """A bound of the chance that any pair is in one ratio on `count` lines.

    Let no line reach from its lowest to its highest price, a step added on either side, by more
    than T times. Of the lines in one ratio take the one with the most steps. An interval of ratios
    that a line allows is at most `(T + 1) x T + T + 1` steps wide, told in prices of a line with no
    more steps than it: so many and one prices of the other bid can agree. Lines wider than that are
    taken to agree always.
    """
    reach = [-((-(high + 1) << _BITS) // (low - 1)) for low, high, _ in grids]
    widest = sorted(reach)[len(reach) - 1 - len(reach) // _WIDE_ONE_IN]
    sizes = [size for (*_, size), each in zip(grids, reach, strict=True) if each <= widest]
    agreeing = floor((Fraction(widest, 1 << _BITS) + 1) ** _TWO) + 1
    return anchored_chance(sizes, agreeing, bids, count - (len(grids) - len(sizes)))


KINDS = (
    Kind(
        "harga_sama",
        Words("harga satuan yang sama", "equal unit prices"),
        Strength.KUAT,
        _equal_prices,
    ),
    Kind(
        "rasio_sama",
        Words("harga satuan dengan satu rasio", "unit prices in one ratio"),
        Strength.KUAT,
        _one_ratio,
    ),
    Kind(
        "selisih_sama",
        Words("harga satuan dengan satu selisih", "unit prices apart by one difference"),
        Strength.KUAT,
        _one_difference,
    ),
)
