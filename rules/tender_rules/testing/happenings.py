"""What happened in a procurement: deadlines, openings, the list, equal bids settled, talks."""

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Award,
    Cancellation,
    Closing,
    Deadline,
    Event,
    Extension,
    FailureAct,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
    RankingDecision,
)
from tender_engine.model import Package, Participant, Submitted
from tender_engine.rulebook import Rulebook
from tender_engine.terms import (
    Canceller,
    Decider,
    Envelope,
    Method,
    NegotiationOutcome,
    Phase,
    Subject,
)
from tender_rules.procurement_kind import bids_are_due, is_seleksi
from tender_rules.rulebook import national
from tender_rules.stages.failure import known_grounds
from tender_rules.testing.choosing import any_of
from tender_rules.testing.combinations import Combination
from tender_rules.testing.judgements import START
from tender_rules.testing.lowest_price import HANDED_IN, order_equal_bids

__all__ = [
    "APPLIED_AT",
    "PROVEN_AT",
    "REVISED_AT",
    "SCREENED_AT",
    "cancelled",
    "closed",
    "events",
    "failing",
    "in_sen",
    "listed",
]

_SEN = Decimal("0.01")
APPLIED_AT = HANDED_IN - dt.timedelta(days=30)
SCREENED_AT = START - dt.timedelta(days=30)
REVISED_AT = START + dt.timedelta(days=2)
_LISTED_AT = START - dt.timedelta(days=15)
_OPENED_AT = START + dt.timedelta(days=4)
PROVEN_AT = START + dt.timedelta(days=6)
_AWARDED_AT = START + dt.timedelta(days=10)


def events(draw: DrawFn, chosen: Combination, bids: int, *, complete: bool) -> tuple[Event, ...]:
    """Deadlines that were extended and have passed, and the opening of prices of so many bids."""
    first, came_in = Phase.PENAWARAN, HANDED_IN
    if chosen.before:
        first, came_in = Phase.KUALIFIKASI, APPLIED_AT
    made = _deadline(first, came_in + dt.timedelta(hours=1))
    if chosen.envelope is Envelope.DUA_TAHAP:
        until = _OPENED_AT - dt.timedelta(days=1)
        made.append(Closing(until, Phase.PENAWARAN_TAHAP_DUA))
    if chosen.envelope is not Envelope.SATU_FILE and (complete or draw(st.integers(0, 3))):
        turns = bids if chosen.method is Method.KUALITAS else 1
        made += [PriceOpening(_OPENED_AT + dt.timedelta(hours=n)) for n in range(turns)]
    return tuple(made)


@st.composite
def failing(draw: DrawFn, package: Package, rulebook: Rulebook | None = None) -> Package:
    """`package` after an act by which it failed, on a ground that people find.

    As long as no bids are due, its qualification. It stands apart from what `packages` and
    `procurements` draw: whoever failed has no order and no winner to hold a property of.
    """
    law = rulebook or national()
    of = Subject.PEMILIHAN if bids_are_due(package) else Subject.KUALIFIKASI
    known = [law.grounds[name] for name in known_grounds(package, law, of)]
    found = [each for each in known if not each.computed]
    ground = any_of(draw, found)
    at = max([_AWARDED_AT, *(event.at for event in package.events)]) + dt.timedelta(days=1)
    act = FailureAct(at, of, ground.declared_by, ground.id)
    return evolve(package, events=(*package.events, act))


@st.composite
def cancelled(draw: DrawFn, package: Package) -> Package:
    """`package` after the decision by which it was called off, whatever was missing in it."""
    at = max([_AWARDED_AT, *(event.at for event in package.events)]) + dt.timedelta(days=1)
    number = any_of(draw, [None, "900/1/2022"])
    decision = Cancellation(at, any_of(draw, Canceller), "kebutuhan berubah", number)
    return evolve(package, events=(*package.events, decision))


def _deadline(phase: Phase, until: dt.datetime) -> list[Event]:
    later = until + dt.timedelta(days=3)
    first = Deadline(until - dt.timedelta(days=9), phase, until)
    return [first, Extension(until, phase, later), Closing(later, phase)]


def listed(package: Package, members: Sequence[str], rulebook: Rulebook | None) -> Package:
    """The act on the computed list and the deadline for its bids, where there is a list."""
    found = _settled(_without_bids(package), members, rulebook or national())
    if found.result != "daftar_peserta" or found.next is not None:
        return found.given
    number, on_it = "BA-K/2022", found.shortlist
    act = Award(_LISTED_AT, Subject.KUALIFIKASI, Decider.POKJA, number, listed=on_it)
    until = HANDED_IN + dt.timedelta(hours=1)
    due = _deadline(Phase.PENAWARAN, until)
    kept = tuple(w if w.id in on_it else _without_bid(w) for w in package.participants)
    decisions = (e for e in found.given.events if isinstance(e, RankingDecision))
    happened = (*package.events, *decisions, act, *due)
    return evolve(package, participants=kept, events=happened)


def _without_bids(package: Package) -> Package:
    """The part of a package that there is before any bid."""
    early = tuple(
        e
        for e in package.events
        if not isinstance(e, PriceOpening | Closing)
        or (isinstance(e, Closing) and e.of is Phase.KUALIFIKASI)
    )
    kept = tuple(map(_without_bid, package.participants))
    return evolve(package, participants=kept, events=early)


def _without_bid(who: Participant) -> Participant:
    return evolve(who, submitted=Submitted(who.submitted.kualifikasi), price=None)


def closed(
    package: Package, members: Sequence[str], rulebook: Rulebook | None, *, talks: bool
) -> Package:
    """Equal bids ordered by the Pokja and, where they are due, the talks held."""
    law = rulebook or national()
    if not talks or not is_seleksi(package.tender):
        return order_equal_bids(evaluate(package, law), members)
    found = _settled(package, members, law)
    price = found.price(found.winner or "")
    if found.next != "negosiasi" or price is None or not price.corrected_total:
        return found.given
    agreed = in_sen(min(price.corrected_total, package.tender.hps.total))
    consultancy, winner = found.law.value("award.pokja_up_to_consultancy"), price.participant
    by = Decider.POKJA if package.tender.pagu <= Decimal(consultancy.value) else Decider.PA
    of, outcome = Subject.PEMILIHAN, NegotiationOutcome.SEPAKAT
    held = (
        Award(_AWARDED_AT, of, by, "BA-P/2022", winner, found.reserves),
        ObjectionPeriodEnd(_AWARDED_AT + dt.timedelta(days=5), of),
        Negotiation(_AWARDED_AT + dt.timedelta(days=6), winner, outcome, agreed),
    )
    return evolve(found.given, events=(*found.given.events, *held))


def in_sen(amount: Decimal) -> Decimal:
    """As people agree on it: in whole sen, and not above `amount`, which may have parts of one."""
    return amount.quantize(_SEN, ROUND_DOWN)


def _settled(package: Package, members: Sequence[str], law: Rulebook) -> Evaluation:
    """The evaluation once equal ones were ordered; it is made twice only where some were."""
    found = evaluate(package, law)
    ordered = order_equal_bids(found, members)
    return found if ordered is found.given else evaluate(ordered, law)
