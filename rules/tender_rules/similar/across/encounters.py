"""Who met whom: how often two bid together, at which ranks, how far apart, and who won."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_rules.awarded import Awarded
from tender_rules.similar.across.joined import Edge
from tender_rules.similar.across.who_is_who import Given, WhoIsWho, has_bid

__all__ = ["Encounter", "Met", "encounters"]

Pair = tuple[str, str]


@frozen
class Encounter:
    """One tender in which both bid; `ranks` and `distance` as far as they are known.

    `distance` is how much the higher of two opened prices is above the lower, as a share of that.
    `winner` is the bidder that was determined. `work` is the number of the first tender for the
    same work: a repeat is no other occasion.
    """

    n: int
    work: int
    ranks: tuple[int | None, int | None]
    distance: Fraction | None
    winner: str | None


@frozen
class Met:
    """Two bidders, the tenders in which both bid, and what joins them, if anything does."""

    bidders: Pair
    encounters: tuple[Encounter, ...]
    edge: Edge | None

    @property
    def together(self) -> int:
        """For how many works both bid; a tender and its repeats are of one."""
        return len({met.work for met in self.encounters})

    @property
    def won(self) -> tuple[int, int]:
        """How many of these tenders each of the two won."""
        one, other = (sum(met.winner == name for met in self.encounters) for name in self.bidders)
        return one, other


def encounters(
    tenders: Sequence[Given],
    who: WhoIsWho,
    awards: Mapping[int, Awarded],
    edges: Mapping[Pair, Edge],
    ask: Ask,
    work: Callable[[int], int],
) -> list[Met]:
    """Pairs that bid together often, or that a fact joins; these first, then the most often met.

    `work` says by which number the work of a tender is counted.
    """
    found: dict[Pair, list[Encounter]] = defaultdict(list)
    for given in tenders:
        for pair, met in _in_one(given, who, awards.get(given.n), work(given.n)):
            found[pair].append(met)
    least = int(ask.decimal("similar.together_least"))
    pairs = found.keys() | edges.keys()
    every = (Met(pair, tuple(found.get(pair, ())), edges.get(pair)) for pair in pairs)
    return sorted((one for one in every if one.edge or one.together >= least), key=_order)


def _order(met: Met) -> tuple[object, ...]:
    return met.edge is None, -met.together, *map(natural, met.bidders)


def _in_one(
    given: Given, who: WhoIsWho, award: Awarded | None, work: int
) -> Iterator[tuple[Pair, Encounter]]:
    evaluation = given.evaluation
    bids = sorted(
        (
            (who.of(given.n, participant.id), participant.id)
            for participant in evaluation.given.participants
            if has_bid(participant)
        ),
        key=lambda bid: natural(bid[0]),
    )
    ranks = {place.participant: place.rank for place in evaluation.ranking}
    prices = {bid: _price(evaluation, bid) for _, bid in bids}
    winner = None if award is None else who.of(given.n, award.winner)
    for (one, first), (other, second) in combinations(bids, 2):
        yield (
            (one, other),
            Encounter(
                given.n,
                work,
                (ranks.get(first), ranks.get(second)),
                _distance(prices[first], prices[second]),
                winner,
            ),
        )


def _price(evaluation: Evaluation, participant: str) -> Decimal | None:
    """The opened price as it was corrected, else as it was stated."""
    result = evaluation.price(participant)
    if result is None:
        return None
    return result.stated_total if result.corrected_total is None else result.corrected_total


def _distance(one: Decimal | None, other: Decimal | None) -> Fraction | None:
    if one is None or other is None or min(one, other) <= 0:
        return None
    return Fraction(max(one, other)) / Fraction(min(one, other)) - 1
