"""The one verdict of a stage, from named checks by rule and criteria by verdict or by score."""

from collections.abc import Collection
from typing import Any

from tender_engine.judgement import Ballot
from tender_engine.law import Rule
from tender_engine.model import Participant
from tender_engine.terms import StageId
from tender_engine.workflow import Case, Decision, decide_by
from tender_rules.stages.files import bid_file
from tender_rules.stages.judged import Found, apply_rules, by_judgement, on_stage
from tender_rules.stages.scoring import by_scores

__all__ = ["added_checks", "decide_stage"]


def added_checks(
    case: Case, stage: StageId, bidder: Participant, own: Collection[Rule[Any]]
) -> list[Found]:
    """What named checks of `stage` come to that a rulebook has beside the stage's `own` rules."""
    rules = case.once(
        ("added", stage), lambda: tuple(r for r in case.checking(stage) if r not in own)
    )
    return apply_rules(case, stage, bidder, rules, bid_file(case, stage, bidder)) if rules else []


def decide_stage(
    case: Case,
    stage: StageId,
    bidder: Participant,
    file: object,
    judged: Rule[Ballot],
    met: str,
) -> Decision:
    """The verdict on `bidder` at `stage`; `judged` is the rule for what takes a verdict.

    Where the document asks nothing that can be looked at, the panel judges the stage as a whole.
    """
    rules = case.checking(stage)
    found = apply_rules(case, stage, bidder, rules, file)
    voted = [(ballot.votes, pair) for ballot, pair in by_judgement(case, stage, bidder, judged)]
    voted += by_scores(case, stage, bidder.id)
    spoke = {finding.rule for finding, _ in found}
    checks = (rule.check for rule in rules if rule.check and rule.id in spoke)
    if not case.package.tender.asks(stage).asks_any(checks):
        ballot, pair = on_stage(case, stage, bidder, judged)
        voted.append((ballot.votes, pair))
    votes = tuple([vote for cast, _ in voted for vote in cast])
    return decide_by([*found, *[pair for _, pair in voted]], votes, met)
