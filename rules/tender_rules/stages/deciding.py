"""The one verdict of a stage, from named checks by rule and criteria by verdict or by score."""

from collections.abc import Collection, Iterable
from typing import Any

from tender_engine.judgement import Ballot, Vote
from tender_engine.law import Rule
from tender_engine.model import Participant, Requirements
from tender_engine.terms import StageId
from tender_engine.workflow import Case, Decision, decide_by, once
from tender_rules.stages.files import bid_file
from tender_rules.stages.judged import Found, apply_rules, by_judgement, on_stage
from tender_rules.stages.scoring import by_scores

__all__ = ["added_checks", "decide_stage"]


def added_checks(
    case: Case, stage: StageId, bidder: Participant, own: Collection[Rule[Any]]
) -> list[Found]:
    """What named checks of `stage` come to that a rulebook has beside the stage's `own` rules."""
    added = tuple([rule for rule in case.checking(stage) if rule not in own])
    return _by_rules(case, stage, bidder, added)


def _by_rules(
    case: Case, stage: StageId, bidder: Participant, rules: tuple[Rule[Any], ...]
) -> list[Found]:
    return apply_rules(case, stage, bidder, rules, bid_file(case, stage, bidder)) if rules else []


def decide_stage(
    case: Case,
    stage: StageId,
    bidder: Participant,
    judged: Rule[Ballot],
    met: str,
) -> Decision:
    """The verdict on `bidder` at `stage`; `judged` is the rule for what takes a verdict.

    Where the document asks nothing that can be looked at, the panel judges the stage as a whole.
    """
    if not case.checking(stage) and not case.judgements.sets_apart(stage, bidder.id):
        alike = _decided_alike(case, stage, judged, met)
        if not alike.awaiting:  # whose word is missing is told of each
            return alike
    return _decided(case, stage, bidder, judged, met)


@once
def _decided_alike(case: Case, stage: StageId, judged: Rule[Ballot], met: str) -> Decision:
    """The verdict on all whom nothing tells apart."""
    return _decided(case, stage, _any_alike(case, stage), judged, met)


def _any_alike(case: Case, stage: StageId) -> Participant:
    """One of those who are judged as everybody is."""
    sets_apart = case.judgements.sets_apart
    return next(who for name, who in case.participants.items() if not sets_apart(stage, name))


def _decided(
    case: Case, stage: StageId, bidder: Participant, judged: Rule[Ballot], met: str
) -> Decision:
    rules = case.checking(stage)
    found = _by_rules(case, stage, bidder, rules)
    votes, voted = _by_panel(case, stage, bidder, judged)
    if not _asks_any(case.package.tender.asks(stage), rules, found):
        ballot, pair = on_stage(case, stage, bidder, judged)
        votes, voted = (*votes, *ballot.votes), (*voted, pair)
    return decide_by((*found, *voted), votes, met)


def _asks_any(asked: Requirements, rules: tuple[Rule[Any], ...], found: Iterable[Found]) -> bool:
    """Whether there is anything to look at: what is `asked`, by checks that have spoken."""
    if asked.criteria:
        return True
    spoke = [finding.rule for finding, _ in found]
    return asked.asks_any(rule.check for rule in rules if rule.check and rule.id in spoke)


def _by_panel(
    case: Case, stage: StageId, bidder: Participant, judged: Rule[Ballot]
) -> tuple[tuple[Vote, ...], tuple[Found, ...]]:
    """All votes at `stage` and what comes of them; of bidders that are judged alike, made once."""
    if not case.judgements.sets_apart(stage, bidder.id):
        alike = _voted_alike(case, stage, judged)
        if alike is not None:
            return alike
    return _voted(case, stage, bidder, judged)


@once
def _voted_alike(
    case: Case, stage: StageId, judged: Rule[Ballot]
) -> tuple[tuple[Vote, ...], tuple[Found, ...]] | None:
    """The same of all whom nothing tells apart; None while a word is missing, told of each."""
    votes, found = _voted(case, stage, _any_alike(case, stage), judged)
    return None if any(items for _, items in found) else (votes, found)


def _voted(
    case: Case, stage: StageId, bidder: Participant, judged: Rule[Ballot]
) -> tuple[tuple[Vote, ...], tuple[Found, ...]]:
    voted = [(ballot.votes, pair) for ballot, pair in by_judgement(case, stage, bidder, judged)]
    voted += by_scores(case, stage, bidder.id)
    votes = tuple([vote for cast, _ in voted for vote in cast])
    return votes, tuple([pair for _, pair in voted])
