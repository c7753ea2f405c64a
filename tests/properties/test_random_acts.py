"""Random packages with all that people do after a result.

They are read back, count in any order, and go along the graph; what does not count does nothing.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    TYPES,
    Appointment,
    Award,
    Cancellation,
    Event,
    FailureAct,
    Letter,
    RankingDecision,
)
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_rules import national
from tender_rules.procedures.after_award import AFTER_AWARD
from tender_rules.testing import acted_on, packages, procurements, reordered
from tender_rules.testing.happenings import in_sen
from tender_rules.words import date_and_clock
from tests.properties.drawing import never_seen
from tests.properties.test_order import outcome
from tests.reading import read_text
from tests.samples.dossiers import evaluation
from tests.tries import tries

CLEAR = packages(complete=True, bidders=(1, 3), lines=1, clean_prices=True)
DRAWN = st.one_of(CLEAR, procurements(bidders=(1, 3))).flatmap(acted_on)
# What comes after a result, is told of the meetings before it, or takes a member out of them.
KINDS = {*TYPES} - {"reverse_auction", "konfirmasi_isian", "konfirmasi_nilai"}


def kinds_of(package: Package) -> set[str]:
    """The events of a package by their type."""
    return {name for name, kind in TYPES.items() if package.happened.of(kind)}


def test_every_kind_of_act_is_drawn() -> None:
    """Else what holds of all that is drawn says nothing of them."""
    assert never_seen(KINDS, DRAWN, kinds_of, seed=4) == set()


def with_an_order_of_unequal_bids() -> Package:
    """As one is left where an answer or an interest undid what made two bids equal."""
    package = evaluation("jalan-kabupaten").package
    at = max(event.at for event in package.events)
    by = tuple(member.id for member in package.pokja.members)
    first, second, *_ = (who.id for who in package.participants)
    order = RankingDecision(at, by, (first, second), "urutan menurut waktu penyampaian")
    return evolve(package, events=(*package.events, order))


@given(acted_on(with_an_order_of_unequal_bids()))
@tries(2)
def test_an_order_of_bids_that_are_equal_no_longer_is_left_out(given: Package) -> None:
    """Else the reader would refuse what was drawn, and the suite of who draws it would stop."""
    assert not given.happened.of(RankingDecision)


@pytest.mark.parametrize("amount", ["653522109.7149999", "653522109.71"])
def test_talks_end_at_an_amount_that_can_be_typed(amount: str) -> None:
    """Never above the price; that of corrected lines has more digits than a file may."""
    assert in_sen(Decimal(amount)) == Decimal("653522109.71")


@given(DRAWN, st.data())
@tries(8)
def test_acts_are_read_back_and_count_in_any_order(given: Package, data: DataObject) -> None:
    """Unconditional: the same text, digest and root; and each step is one of the graph."""
    found = evaluate(given, national())
    read = read_text(canonical_package(given), "paket.json")

    assert read.package is not None
    assert package_digest(read.package) == package_digest(given)
    assert outcome(data.draw(reordered(given))) == outcome(given) == outcome(read.package)
    if found.after_award is not None:
        assert set(found.after_award.taken) <= set(AFTER_AWARD)
        assert found.after_award.path[-1] == str(found.after_award.state)


# That it is not used, or that and how it differs from what was computed.
OF_IDLE = {"TINDAKAN_TIDAK_DIPAKAI", "TINDAKAN_BERBEDA"}


def told_of(found: Evaluation) -> dict[str, Any]:
    """All that an evaluation says, but for what it tells of acts that count for nothing."""
    kept = ("state", "result", "stages", "prices", "scores", "ranking", "winner", "reserves")
    more = ("shortlist", "next", "failure", "awaiting", "values", "calendar", "after_award")
    said = {name: getattr(found, name) for name in (*kept, *more)}
    notices = {notice for notice in found.notices if notice.code not in OF_IDLE}
    return said | {"notices": notices}


def recorded_on(given: Package) -> Package:
    """The package, on record until long after all its acts, so that none is the last word."""
    if not given.events:
        return given
    last = max(event.at for event in given.events) + dt.timedelta(days=30)
    return evolve(given, events=(*given.events, Letter(last, "surat", "S-1", last.date())))


def idle(found: Evaluation) -> list[Event]:
    """Events of which it is told that they are not used, after some act that counts was on record.

    An appointment, and that a procurement was called off, stand in spite of it.
    """
    said = [n.message for n in found.notices if n.code in OF_IDLE]
    names = {kind: name.replace("_", " ").capitalize() for name, kind in TYPES.items()}
    events, counted = found.given.events, found.counted.events
    begun = min((e.at for e in counted if isinstance(e, Award | FailureAct)), default=None)
    return [
        e
        for e in events
        if (isinstance(e, Award | FailureAct) or (begun is not None and e.at > begun))
        and not isinstance(e, Appointment | Cancellation)
        and any(f"{names[type(e)]} {date_and_clock(e.at)} tidak" in w for w in said)
    ]


@given(DRAWN.map(recorded_on))
@tries(12)
def test_an_act_that_counts_for_nothing_does_nothing(drawn: Package) -> None:
    """Without any of them all is as with it, but that it is not told."""
    found = evaluate(drawn, national())

    for event in idle(found):
        others = tuple(other for other in found.given.events if other is not event)
        assert told_of(evaluate(evolve(drawn, events=others), national())) == told_of(found)
