"""All that is the same over several tenders: a call of its own, which decides nothing."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from tender_engine.declared import Words
from tender_engine.law import Ask
from tender_engine.similarity import Similarity
from tender_rules.awarded import Awarded, awarded
from tender_rules.similar.across.bid_spans import Span, span_of
from tender_rules.similar.across.encounters import Met, encounters
from tender_rules.similar.across.joined import (
    Group,
    edges_of,
    groups_of,
    joins_of_prices,
    joins_of_values,
)
from tender_rules.similar.across.offered_at_once import KINDS, offered_at_once
from tender_rules.similar.across.packages_left import KIND, WORDS, packages_left
from tender_rules.similar.across.told_once import LeftOut, Repeats, told_once
from tender_rules.similar.across.who_is_who import Given, WhoIsWho, bid_of, who_is_who
from tender_rules.similar.held import Held, held_by_all
from tender_rules.similar.identity import sharing_of, told
from tender_rules.similar.prices import facts_of, looking_at
from tender_rules.similar.prices.kinds import Looking
from tender_rules.similar.prices.of_many import OfMany, of_many
from tender_rules.stages.opened import opened_prices

__all__ = ["Overview", "kinds_across", "overview_of"]


@frozen
class Overview:
    """What is the same between the bidders of `tenders`, who hangs together, who met whom.

    `left_out` are the numbers of those that have the same bids as another, which stands for them;
    `repeats` of those that are of the same work as another, with bids of their own. By number,
    `equal_of_many` are the prices that three bids or more share, which are no fact about two.
    """

    tenders: tuple[Given, ...]
    left_out: Mapping[int, LeftOut]
    repeats: Mapping[int, Repeats]
    who: WhoIsWho
    awards: Mapping[int, Awarded]
    ask: Ask
    similarities: tuple[Similarity, ...]
    groups: tuple[Group, ...]
    pairs: tuple[Met, ...]
    equal_of_many: Mapping[int, OfMany]


def overview_of(given: Sequence[Given]) -> Overview:
    """The facts of all tenders together; prices are compared inside each alone.

    Nothing of a price that no stage opened enters. Every fact is internal, and none is a verdict.
    Thresholds are those in force for the tender that was announced last.
    """
    once, several = told_once(given), len(given) > 1
    tenders = [each for each in given if each.n not in once.left_out]
    who = who_is_who(tenders, several=several)
    ask = Ask(max((each.evaluation for each in tenders), key=lambda one: one.law.day).law)
    awards = {each.n: award for each in tenders if (award := awarded(each.evaluation)) is not None}
    spans = _spans(tenders, who)
    held = [each for one in tenders for each in _held(one, who, several=several)]
    shared = list(sharing_of(held, ask))
    prices: list[Similarity] = []
    equal: dict[int, OfMany] = {}
    for one in tenders:
        looking = _looking(one)
        prices += _prices(one, looking, who, several=several)
        if (many := of_many(looking)) is not None:
            equal[one.n] = many
    edges = edges_of(
        [
            *joins_of_values(shared, lambda one, other: _meet(spans, one, other), ask),
            *joins_of_prices(prices),
        ]
    )
    return Overview(
        tuple(tenders),
        once.left_out,
        once.repeats,
        who,
        awards,
        ask,
        (
            *map(told, shared),
            *offered_at_once(held, spans),
            *packages_left(tenders, who, awards, spans),
            *prices,
        ),
        tuple(groups_of(edges, ask)),
        tuple(encounters(tenders, who, awards, edges, ask, once.work)),
        equal,
    )


def kinds_across() -> Mapping[str, Words]:
    """What each kind of fact is called that only several tenders show."""
    return {kind.id: kind.words for kind in KINDS.values()} | {KIND: WORDS}


def _spans(tenders: Sequence[Given], who: WhoIsWho) -> dict[tuple[int, str], Span]:
    spans = {}
    for given in tenders:
        for participant in given.evaluation.given.participants:
            span = span_of(given, participant)
            if span is not None:
                spans[given.n, who.of(given.n, participant.id)] = span
    return spans


def _meet(spans: Mapping[tuple[int, str], Span], one: Held, other: Held) -> bool:
    first, second = (spans.get((each.tender, each.bidder or "")) for each in (one, other))
    return first is not None and second is not None and first.meets(second)


def _held(given: Given, who: WhoIsWho, *, several: bool) -> Iterator[Held]:
    """What is held in one tender, each by its bidder, at a place that names the tender."""
    for each in held_by_all(given.evaluation):
        bidder = None if each.bidder is None else who.of(given.n, each.bidder)
        at = bid_of(given.n, each.at, several=several)
        yield evolve(each, bidder=bidder, at=at, tender=given.n)


def _looking(given: Given) -> Looking:
    evaluation = given.evaluation
    opened = opened_prices(evaluation.given, evaluation.prices)
    return looking_at(evaluation.given.tender.hps, opened, Ask(evaluation.law))


def _prices(
    given: Given, looking: Looking, who: WhoIsWho, *, several: bool
) -> Iterator[Similarity]:
    for fact in facts_of(looking):
        named = tuple(who.of(given.n, name) for name in fact.participants)
        facts = {**fact.facts, "paket": str(given.n)} if several else fact.facts
        yield evolve(fact, participants=named, facts=facts)
