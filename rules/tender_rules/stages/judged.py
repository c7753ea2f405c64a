"""Criteria that people judge, turned into findings."""

from functools import cache
from typing import TypeVar

from attrs import evolve

from tender_engine.findings import Awaiting, Finding
from tender_engine.judgement import EVERYBODY, Ballot, Counts, always
from tender_engine.law import Outcome, Rule, applied, fails, passes, waits
from tender_engine.model import Criterion, Participant
from tender_engine.terms import AssessmentVerdict, StageId
from tender_engine.workflow import Case, once

__all__ = [
    "IN_WAIT",
    "REPLACEMENT",
    "TOO_EARLY",
    "Found",
    "apply_rules",
    "by_judgement",
    "found_by",
    "judge",
    "on_stage",
    "outcome_of",
]

# What is said where every word on a question is older than what it would be about.
# Of whom nobody is left to judge: somebody else has to be appointed.
REPLACEMENT = "pengganti_anggota"
IN_WAIT = "menunggu pengganti anggota Pokja Pemilihan yang berhalangan"
# What is awaited of a stage as a whole, where of a criterion it is something else.
_ON_STAGE = {"penilaian": "penilaian_tahap"}
TOO_EARLY = "; penilaian yang ada mendahului yang dinilainya"
# Made once: an enumeration is slow to walk, and every question is tallied.
_WORDS = tuple((str(word), word) for word in AssessmentVerdict)
F = TypeVar("F")
Found = tuple[Finding, tuple[Awaiting, ...]]


def apply_rules(
    case: Case, stage: StageId, bidder: Participant, rules: tuple[Rule[F], ...], file: F
) -> list[Found]:
    """What every rule of the stage finds; none is skipped because another failed."""
    return [
        (finding, (Awaiting(stage, bidder.id, rule.awaited, needs, ("pokja",)),) if needs else ())
        for rule, finding, needs in applied(rules, file, case.rules_ask)
    ]


def outcome_of(ballot: Ballot) -> Outcome:
    """The panel's answer to one criterion, in words that would stand in a BAHP."""
    title = ballot.criterion.title
    clause = ballot.criterion.clause
    counted = [vote.verdict for vote in ballot.votes if vote.counts]
    tally = {name: counted.count(word) for name, word in _WORDS}
    facts: dict[str, object] = {"kriteria": ballot.criterion.id, **tally}
    where = f" ({clause})" if clause else ""
    if ballot.verdict is AssessmentVerdict.MEMENUHI:
        return passes(f"Memenuhi {title}{where}", clause, **facts)
    if ballot.verdict is AssessmentVerdict.TIDAK_MEMENUHI:
        notes = "; ".join(ballot.notes)
        return fails(f"Tidak memenuhi {title}{where}: {notes}", clause, alasan=notes, **facts)
    if not ballot.seated:
        reason = (
            f"Penilaian {title}{where} menunggu pengganti anggota Pokja Pemilihan yang berhalangan"
        )
        return waits(reason, REPLACEMENT, clause, **facts)
    reason = f"Penilaian {title}{where} belum disepakati lebih dari separuh anggota Pokja Pemilihan"
    if ballot.votes and not counted:
        reason += TOO_EARLY
    return waits(reason, "penilaian", clause, **facts)


def judge(
    case: Case,
    stage: StageId,
    bidder: Participant,
    criterion: Criterion,
    counts: Counts = always,
) -> Ballot:
    """The panel's vote on one criterion for one bidder."""
    return case.judgements.ballot(stage, bidder.id, criterion, counts=counts)


def by_judgement(
    case: Case,
    stage: StageId,
    bidder: Participant,
    rule: Rule[Ballot],
    counts: Counts = always,
) -> list[tuple[Ballot, Found]]:
    """Every criterion of `stage` that takes a verdict and no score, as the panel judged it."""
    ballots = _ballots(case, stage, bidder.id, counts)
    return [(ballot, found_by(case, stage, bidder, rule, ballot)) for ballot in ballots]


def _ballots(case: Case, stage: StageId, name: str, counts: Counts) -> list[Ballot]:
    """The vote on each; of whom nobody speaks by name it is that on everybody, looked for once."""
    if counts is always and not case.judgements.sets_apart(stage, name):
        return _ballots_on_all(case, stage)
    ballot = case.judgements.ballot
    return [ballot(stage, name, each, counts=counts) for each in _judged(case, stage)]


@once
def _ballots_on_all(case: Case, stage: StageId) -> list[Ballot]:
    return [case.judgements.ballot(stage, EVERYBODY, each) for each in _judged(case, stage)]


@once
def _judged(case: Case, stage: StageId) -> list[Criterion]:
    listed = (each for each in case.package.tender.asks(stage).criteria if not each.scored)
    return sorted(listed, key=lambda each: each.id)


@cache
def whole_of(stage: StageId) -> Criterion:
    """A stage as the one question that it is where the document lists nothing to look at."""
    return Criterion(stage, f"{stage.replace('_', ' ')} secara keseluruhan")


def on_stage(
    case: Case,
    stage: StageId,
    bidder: Participant,
    rule: Rule[Ballot],
    counts: Counts = always,
) -> tuple[Ballot, Found]:
    """The panel's vote on `stage` as a whole: who passes has a record, though nothing is listed."""
    ballot = case.judgements.ballot_on_stage(stage, bidder.id, whole_of(stage), counts=counts)
    finding, items = found_by(case, stage, bidder, rule, ballot)
    awaited = [
        evolve(item, criterion=None, needs=_ON_STAGE.get(item.needs, item.needs)) for item in items
    ]
    return ballot, (finding, tuple(awaited))


def found_by(
    case: Case, stage: StageId, bidder: Participant, rule: Rule[Ballot], ballot: Ballot
) -> Found:
    """A vote as a finding of `rule`, and whose word is still missing."""
    finding, needs = _applied(case, rule, ballot)
    if not needs:
        return finding, ()
    # Where everybody has spoken and no majority has come of it, each of them is asked again.
    asked = ballot.silent or case.judgements.seats.on(bidder.id)
    asked = ("pa",) if needs == REPLACEMENT else asked
    return finding, (Awaiting(stage, bidder.id, ballot.criterion.id, needs, asked),)


@once
def _applied(case: Case, rule: Rule[Ballot], ballot: Ballot) -> tuple[Finding, str]:
    result = rule.apply(ballot, case.law)
    if result is None:
        raise TypeError(f"{rule.id} has no answer to a vote")
    return result
