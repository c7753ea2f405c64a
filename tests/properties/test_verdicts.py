"""Verdicts: one each, never met by what is missing, never flipped by what is added."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import RankingDecision
from tender_engine.findings import Finding, Verdict
from tender_engine.model import Facts, Member, Package, Participant
from tender_engine.terms import StageId
from tender_rules import national
from tender_rules.testing import packages
from tests.tries import tries

_ADMINISTRATION, _QUALIFICATION = StageId.EVALUASI_ADMINISTRASI, StageId.EVALUASI_KUALIFIKASI
# Each fact without which a check that a document asks waits, with its check and the rule that asks.
_ASKED_BY = {
    check.key: (check, rule.id)
    for rule in national().rules
    if (check := rule.check) and check.examples.asked and check.examples.unmet
}
Business = TypeVar("Business", Participant, Member)


def findings(evaluation: Evaluation) -> Iterator[tuple[StageId, str, Finding]]:
    for stage in evaluation.stages:
        for found in stage.verdicts:
            for finding in found.findings:
                yield stage.id, found.participant, finding


def decided(evaluation: Evaluation) -> dict[tuple[str, ...], Verdict]:
    """Every rule's lulus and gugur, by stage, participant, rule and criterion."""
    return {
        (stage, who, finding.rule, finding.facts.get("kriteria", "")): finding.verdict
        for stage, who, finding in findings(evaluation)
        if finding.verdict in (Verdict.LULUS, Verdict.GUGUR)
    }


def forget(bidder: Participant, fact: str, *, of_all: bool = True) -> Participant:
    """`bidder` with one named fact unknown, its own and its KSO members', or just the first's."""
    forgetful = bidder.members if of_all else bidder.members[:1]
    members = tuple(_forget_one(member, fact) for member in forgetful)
    return evolve(_forget_one(bidder, fact), members=members + bidder.members[len(members) :])


def _forget_one(business: Business, fact: str) -> Business:
    check, _ = _ASKED_BY[fact]
    if check.on_business:
        return evolve(business, named={k: v for k, v in business.named.items() if k != fact})
    return evolve(business, facts=_without(business.facts, check.stage, fact))


def _less(known: Facts, fact: str) -> Mapping[str, object]:
    return {name: value for name, value in known.named.items() if name != fact}


def _without(facts: Mapping[StageId, Facts], stage: StageId, fact: str) -> dict[StageId, Facts]:
    known = facts.get(stage)
    if known is None:
        return dict(facts)
    return {**facts, stage: evolve(known, named=_less(known, fact))}


@given(packages(bidders=(1, 3), complete=True), st.data())
@tries(40)
def test_a_missing_fact_is_never_met(package: Package, data: DataObject) -> None:
    """True of every fact that a rule asks: forgotten, its stage is not lulus.

    What was nobody's question stays nobody's.
    """
    events = tuple(e for e in package.events if not isinstance(e, RankingDecision))
    before = evaluate(evolve(package, events=events), national())
    bidder = data.draw(st.sampled_from(package.participants))
    asked_of = {finding.rule for _, who, finding in findings(before) if who == bidder.id}
    interesting = [fact for fact, (_, rule) in _ASKED_BY.items() if rule in asked_of]
    fact = data.draw(st.sampled_from(interesting * 3 + sorted(_ASKED_BY)))
    check, rule = _ASKED_BY[fact]
    stage = check.stage
    of_all = data.draw(st.booleans())
    forgot = forget(bidder, fact, of_all=of_all)
    others = tuple(forgot if who is bidder else who for who in package.participants)
    after = evaluate(evolve(package, participants=others, events=events), national())
    verdicts = {v.participant: v.verdict for v in after.stage(stage).verdicts}
    if rule in asked_of:
        assert verdicts[bidder.id] is not Verdict.LULUS
        verdict = next(
            finding.verdict
            for where, who, finding in findings(after)
            if (where, who, finding.rule) == (stage, bidder.id, rule)
        )
        # What is known of another member of the KSO may still fail it.
        assert verdict is Verdict.BELUM_DINILAI or (not of_all and verdict is Verdict.GUGUR)
    else:
        assert before.stage(stage) == after.stage(stage)


@given(packages(bidders=(1, 4)))
def test_every_gugur_has_rule_facts_citation_and_reason(package: Package) -> None:
    """Unconditional: nobody falls without a rule, the facts, a text of the law and a sentence."""
    evaluation = evaluate(package, national())
    rules = {rule.id for rule in national().rules}
    for stage in evaluation.stages:
        for found in stage.verdicts:
            if found.verdict is Verdict.GUGUR:
                against = [f for f in found.findings if f.verdict is Verdict.GUGUR]
                assert against
                assert found.reason.endswith(".")
                # A reason after the first begins as a clause, in lower case.
                assert all(f.reason.rstrip(" .")[1:] in found.reason for f in against)
    for _, _, finding in findings(evaluation):
        assert finding.rule in rules
        assert finding.reason.strip()
        assert finding.citations
        assert finding.facts or finding.verdict is not Verdict.GUGUR


@given(packages(bidders=(1, 5)))
def test_nobody_has_two_verdicts_in_a_stage_and_whoever_is_kept_out_has_one(
    package: Package,
) -> None:
    """Unconditional: whom a pool or scope keeps out is told so once, in the first not entered."""
    evaluation = evaluate(package, national())
    for stage in evaluation.stages:
        names = [found.participant for found in stage.verdicts]
        assert len(set(names)) == len(names)
    for bidder in package.participants:
        story = [found for _, found in evaluation.verdicts_of(bidder.id)]
        if any(not found.entered for found in story):
            assert not story[-1].entered
            assert {found.verdict for found in story[:-1]} <= {Verdict.LULUS}


@given(packages(bidders=(1, 5)))
def test_nothing_is_open_about_who_has_fallen(package: Package) -> None:
    """Unconditional: what was open is left alone with its findings, and asked of nobody."""
    evaluation = evaluate(package, national())
    left_alone, fallen = Verdict.TIDAK_DIEVALUASI, set()
    for bidder in package.participants:
        story = [found for _, found in evaluation.verdicts_of(bidder.id)]
        said = {found.verdict for found in story}
        if Verdict.GUGUR in said:
            fallen.add(bidder.id)
            assert Verdict.BELUM_DINILAI not in said
        else:
            assert not any(found.entered for found in story if found.verdict is left_alone)
    assert not fallen & {item.participant for item in evaluation.awaiting}


@given(packages(bidders=(1, 5), complete=True))
def test_once_all_is_known_everybodys_story_has_an_end(package: Package) -> None:
    """True once nothing is missing: a bid ends gugur, kept out, or in the proof or the award."""
    evaluation = evaluate(package, national())
    for bidder in package.participants:
        story = evaluation.verdicts_of(bidder.id)
        if bidder.submitted.penawaran is None:
            assert not story
            continue
        stage, last = story[-1]
        through = stage in (StageId.PEMBUKTIAN_KUALIFIKASI, StageId.PENETAPAN)
        fell = any(found.verdict is Verdict.GUGUR for _, found in story)
        assert fell or last.verdict is Verdict.TIDAK_DIEVALUASI or through
        assert Counter(found.verdict for _, found in story)[Verdict.BELUM_DINILAI] == 0


@given(packages())
def test_it_waits_exactly_while_something_is_open(package: Package) -> None:
    """True where no act of people stands: `menunggu` if and only if something is open.

    A doubt about typing keeps only a record from being final.
    """
    evaluation = evaluate(package, national())
    pending = any(stage.of(Verdict.BELUM_DINILAI) for stage in evaluation.stages)
    awaited = [item for item in evaluation.awaiting if item.needs != "konfirmasi_isian"]

    assert (evaluation.state == "menunggu") == (pending or bool(awaited))
    assert (evaluation.result is None) == (evaluation.state == "menunggu")


@given(packages(complete=True))
def test_a_complete_package_never_waits(package: Package) -> None:
    """What `complete=True` promises to those who use the strategy."""
    assert evaluate(package, national()).state == "dihitung"


@given(packages(bidders=(2, 4)))
def test_everything_open_says_whose_word_is_missing(package: Package) -> None:
    """Unconditional: who has `belum_dinilai` is awaited by name, with a code of what is needed."""
    evaluation = evaluate(package, national())
    awaited = {(item.stage, item.participant) for item in evaluation.awaiting}
    pending = [
        (stage.id, name) for stage in evaluation.stages for name in stage.of(Verdict.BELUM_DINILAI)
    ]
    assume(pending)

    assert set(pending) <= awaited
    assert all(item.needs and item.asked for item in evaluation.awaiting)
