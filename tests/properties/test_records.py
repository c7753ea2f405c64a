"""No verdict without a record: what nobody answered is never decided, whatever people declare."""

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import Award, Event, FailureAct, PriceOpening
from tender_engine.faults import PackageRefusedError
from tender_engine.model import Facts, Package, Requirements
from tender_engine.terms import Decider, StageId
from tender_rules import national
from tender_rules.testing import packages, procurements
from tests.builders import known
from tests.properties.recorded import AS_A_WHOLE, PRICE, PROOF, silent_questions
from tests.tries import tries

# The proof comes last, so it is seldom reached: it is looked at more often than the others.
_WHERE = (*AS_A_WHOLE, PROOF, PROOF)
_FACTS = (PROOF, StageId.EVALUASI_ADMINISTRASI, StageId.EVALUASI_KUALIFIKASI)
_ACTED_AT = dt.datetime(2022, 8, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
_GROUND = "perpres-16-2018:51(2)"
# Collusion is a ground that only people find; that nobody passes is one that the record shows.
_FOUND, _SHOWN = f"{_GROUND}e", f"{_GROUND}c"
Hole = Callable[[DrawFn, Package], Package]


def _a_name(draw: DrawFn, package: Package) -> str:
    return draw(st.sampled_from([*(who.id for who in package.participants), "*"]))


def _no_words(draw: DrawFn, package: Package) -> Package:
    """Nobody judged a stage, of everybody or of one."""
    stage = draw(st.sampled_from(_WHERE))
    name = _a_name(draw, package)
    kept = [
        e for e in package.assessments if e.stage is not stage or name not in ("*", e.participant)
    ]
    return evolve(package, assessments=tuple(kept))


def _one_voice(draw: DrawFn, package: Package) -> Package:
    """What was said at a stage was said by one member alone."""
    stage = draw(st.sampled_from(_WHERE))
    words = [evolve(e, by=e.by[:1]) if e.stage is stage else e for e in package.assessments]
    return evolve(package, assessments=tuple(words))


def _nothing_listed(draw: DrawFn, package: Package) -> Package:
    """The document asks nothing at a stage; general words on it may be there or not."""
    stage = draw(st.sampled_from(_WHERE))
    asked = package.tender.asks(stage)
    empty = Requirements(scope=asked.scope)
    tender = evolve(package.tender, requirements={**package.tender.requirements, stage: empty})
    of_it = [e for e in package.assessments if e.stage is stage]
    whole = draw(st.booleans())
    gone = {id(e) for e in of_it if e.criterion is not None or not whole}
    words = tuple(e for e in package.assessments if id(e) not in gone)
    return evolve(package, tender=tender, assessments=words)


def _early_proof(draw: DrawFn, package: Package) -> Package:
    """The proof was judged before anything else, or a second before the prices were opened."""
    opened = [event.at for event in package.events if isinstance(event, PriceOpening)]
    early, second = dt.timedelta(days=draw(st.integers(1, 60))), dt.timedelta(seconds=1)
    at = min(opened) - second if opened and draw(st.booleans()) else None
    words = (
        evolve(e, at=at or e.at - early) if e.stage is PROOF else e for e in package.assessments
    )
    return evolve(package, assessments=tuple(words))


def _unknown_facts(draw: DrawFn, package: Package) -> Package:
    """Nothing is known of a bidder at a stage, or of all."""
    stage, name = draw(st.sampled_from(_FACTS)), _a_name(draw, package)
    return evolve(
        package,
        participants=tuple(
            evolve(who, facts={**who.facts, stage: Facts()}) if name in ("*", who.id) else who
            for who in package.participants
        ),
    )


def _no_attendance(draw: DrawFn, package: Package) -> Package:
    """The document asks for attendance, or the first came; of the others nobody wrote it down."""
    tender, (first, *others) = package.tender, package.participants
    if draw(st.booleans()):
        asked = evolve(tender.asks(PROOF), clauses={"attended": "LDP 9"})
        tender = evolve(tender, requirements={**tender.requirements, PROOF: asked})
    came = evolve(first, facts={**first.facts, PROOF: known(attended=True)})
    silent = (evolve(who, facts={**who.facts, PROOF: Facts()}) for who in others)
    return evolve(package, tender=tender, participants=(came, *silent))


def _no_word_on_prices(draw: DrawFn, package: Package) -> Package:
    """Low prices are judged by nobody, or by one member."""
    alone = draw(st.booleans())
    words = (
        evolve(e, by=e.by[:1]) if e.stage is PRICE else e
        for e in package.assessments
        if alone or e.stage is not PRICE
    )
    return evolve(package, assessments=tuple(words))


def _no_price(draw: DrawFn, package: Package) -> Package:
    """The price of one, or of all, is not there."""
    name = _a_name(draw, package)
    bids = (evolve(w, price=None) if name in ("*", w.id) else w for w in package.participants)
    return evolve(package, participants=tuple(bids))


HOLES: tuple[Hole, ...] = (
    _no_words,
    _one_voice,
    _nothing_listed,
    _early_proof,
    _unknown_facts,
    _no_attendance,
    _no_word_on_prices,
    _no_price,
)


def _acts(data: DataObject, before: Evaluation) -> tuple[Event, ...]:
    """What people declare all the same: what the whole package comes to, or a failure."""
    winner, by = before.winner, Decider.POKJA
    acts: list[Event] = [
        FailureAct(_ACTED_AT, "pemilihan", by, ground) for ground in (_FOUND, _SHOWN)
    ]
    if winner is not None:
        act = Award(_ACTED_AT, "pemilihan", by, "BA-1", winner, before.reserves)
        acts += [act, act]
    drawn = data.draw(st.sampled_from([None, *acts]))
    return () if drawn is None else (drawn,)


def _evaluated(package: Package) -> Evaluation | None:
    try:
        return evaluate(package, national())
    except PackageRefusedError:
        return None


def check(data: DataObject, whole: Package, hole: Hole) -> None:
    """The sentence itself, of a package from which some of what was known is taken away."""
    made = data.draw(_taken(hole, whole))
    before = _evaluated(whole)
    assume(before is not None)
    assert before is not None
    found = _evaluated(evolve(made, events=(*made.events, *_acts(data, before))))
    assume(found is not None)
    assert found is not None
    declared = found.failure is not None and found.failure.ground == _FOUND
    if found.state != "menunggu" and not declared:
        assert silent_questions(made, found) == []


@st.composite
def _taken(draw: DrawFn, hole: Hole, package: Package) -> Package:
    made = hole(draw, package)
    return draw(st.sampled_from(HOLES))(draw, made) if draw(st.booleans()) else made


@pytest.mark.parametrize("hole", HOLES)
@given(whole=packages(bidders=(1, 4), complete=True), data=st.data())
@tries(12)
def test_what_has_no_record_is_not_decided(hole: Hole, whole: Package, data: DataObject) -> None:
    """Lowest price in one file, with pools, scopes, KSO and named checks."""
    check(data, whole, hole)


@pytest.mark.parametrize("hole", HOLES)
@given(whole=procurements(bidders=(1, 4)), data=st.data())
@tries(8)
def test_what_has_no_record_is_not_decided_in_any_procedure(
    hole: Hole, whole: Package, data: DataObject
) -> None:
    """Every procedure, envelope and method, before bids as well."""
    check(data, whole, hole)
