"""What a kind of fact about prices is, and what it is found from.

To add a kind: declare a `Kind` in the `KINDS` of one of the modules here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from attrs import frozen

from tender_engine.law import Ask
from tender_engine.model import HpsLine
from tender_engine.similarity import BaseRate, Similarity, Strength
from tender_rules.similar.kind_of_fact import KindOfFact
from tender_rules.similar.prices.candidates import Pair
from tender_rules.similar.prices.own_ratio import OwnRatio, own_ratio
from tender_rules.similar.prices.relations import Relations, related
from tender_rules.similar.prices.table import Least, Table
from tender_rules.similar.rarity import Rarity

__all__ = ["MOST_TOLD", "Kind", "Looking", "Shared", "told_of_pairs"]

# How many lines are told of a fact; the count is of all.
MOST_TOLD = 20
# Of one step a price may be rounded to nothing.
_FEWEST_STEPS = 2


@frozen(eq=False, slots=False)
class Looking:
    """The opened bids, and what is made of them once for all kinds."""

    estimate: tuple[HpsLine, ...]
    table: Table
    ask: Ask

    @cached_property
    def least(self) -> Least:
        """From how many lines on a fact is listed."""
        return Least.asked(self.ask)

    @cached_property
    def rarity(self) -> Rarity:
        """Up to which chance a fact is listed."""
        return Rarity.asked(self.ask)

    @cached_property
    def own(self) -> tuple[OwnRatio | None, ...]:
        """The ratio of each bid to the estimate."""
        table = self.table
        return tuple(own_ratio(table.estimate, bid, self.least) for bid in table.bids)

    @cached_property
    def steps(self) -> int:
        """How many of its rounding steps a price has at least, from which a ratio is taken."""
        return max(_FEWEST_STEPS, int(self.ask.decimal("similar.ratio_steps_least")))

    @cached_property
    def relations(self) -> Relations:
        """Ratios and differences between bids."""
        return related(self.table, self.own, self.least, self.steps)


@frozen
class Kind(KindOfFact):
    """A kind of fact about prices, and how it is found."""

    find: Callable[["Kind", Looking], Iterable[Similarity]]


@frozen
class Shared:
    """What two bids share: in how many places of those compared, in which lines, what else."""

    count: int
    compared: int
    lines: tuple[str, ...] | None
    facts: Mapping[str, str]
    base_rate: BaseRate


def told_of_pairs(
    kind: Kind, looking: Looking, found: Mapping[Pair, Shared | None]
) -> Iterator[Similarity]:
    """The facts of pairs, in their order, each with how many other pairs have one of its kind.

    `None` is a pair that has none. A fact whose rarity cannot be told is a weak one.
    """
    bids = looking.table.bids
    listed = {pair: shared for pair, shared in found.items() if shared is not None}
    for pair, shared in sorted(listed.items(), key=itemgetter(0)):
        rated = shared.base_rate.model is None or shared.base_rate.chance is not None
        yield Similarity(
            kind=kind.id,
            strength=kind.strength if rated else Strength.LEMAH,
            participants=tuple(bids[bid].name for bid in pair),
            count=shared.count,
            compared=shared.compared,
            rule=kind.rule,
            lines=None if shared.lines is None else shared.lines[:MOST_TOLD],
            facts={**shared.facts, "pasangan_lain": str(len(listed) - 1)},
            base_rate=shared.base_rate,
        )
