"""The `criteria` of a tender, of the requirements extension, and what bids were found to answer."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tender_desk.ocds.told import Told, public
from tender_engine.evaluation import StageVerdict
from tender_engine.findings import Verdict
from tender_engine.model import Criterion
from tender_engine.numbers import fraction_said, half_up, terminating
from tender_engine.terms import StageId
from tender_rules.stages.panel import scores_in

__all__ = ["DECIMALS", "criteria", "responses"]

# With how many a mean that has no end is written, as in an evaluation.
DECIMALS = 10
_ANSWERS = {Verdict.LULUS: True, Verdict.GUGUR: False}


def criteria(told: Told) -> Iterator[dict[str, Any]]:
    """What the document asks: criteria that people judge, and what it asks by name."""
    view = told.view
    for stage, asked in view.package.tender.requirements.items():
        for criterion in asked.criteria:
            yield _criterion(stage, criterion)
    for one in view.evaluation.asked:
        title = view.kind.said(view.rule(one.rule))
        group = {"description": view.kind.said(one.said)}
        yield _asked(f"{one.stage}/{one.check}", title, {"stage": one.stage.value}, group)


def _criterion(stage: StageId, criterion: Criterion) -> dict[str, Any]:
    more: dict[str, Any] = {"stage": stage.value}
    answer: dict[str, Any] = {"dataType": "boolean", "expectedValue": True}
    if criterion.scored:
        answer = {"dataType": "number", "maxValue": criterion.max_score}
        if criterion.threshold is not None:
            answer["minValue"] = criterion.threshold
    if criterion.weight is not None:
        weight = Fraction(criterion.weight)
        ended = terminating(weight)
        more["weight"] = fraction_said(weight) if ended is None else ended
    if criterion.clause is not None:
        more["clause"] = criterion.clause
    if criterion.unsur is not None:
        more["unsur"] = criterion.unsur.value
    return _asked(f"{stage}/{criterion.id}", criterion.title, more, answer)


def _asked(id_: str, title: str, more: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """A criterion of one requirement, which has its id."""
    requirement = {"id": id_, "title": title, **answer}
    group = {"id": id_, "requirements": [requirement]}
    return {"id": id_, "title": title, **more, "requirementGroups": [group]}


def responses(told: Told, participant: str) -> list[dict[str, Any]]:
    """What the panel found of each criterion: met or not, or the mean of its scores."""
    found = dict(_answers(told, participant))
    return [
        {"id": f"{participant}/{asked}", "requirement": {"id": asked}, "value": value}
        for asked, value in found.items()
    ]


def _answers(told: Told, participant: str) -> Iterator[tuple[str, Any]]:
    for _, stage in told.stages():
        verdict = told.evaluation.stage(stage).on(participant)
        if verdict is None:
            continue
        listed = {c.id: c for c in told.view.package.tender.asks(stage).criteria}
        scored = {c.id for c in listed.values() if c.scored}
        yield from _judged(stage, verdict, set(listed) - scored)
        if scored:
            for one in scores_in(told.evaluation, stage, [participant]).of(participant):
                if one.mean is not None:
                    yield f"{stage}/{one.criterion.id}", half_up(one.mean, DECIMALS)


def _judged(stage: StageId, verdict: StageVerdict, asked: set[str]) -> Iterator[tuple[str, bool]]:
    """Only what a finding on the criterion itself says, and no member's own word."""
    for finding in verdict.findings:
        about = finding.facts.get("kriteria")
        if about in asked and finding.verdict in _ANSWERS and public(finding):
            yield f"{stage}/{about}", _ANSWERS[finding.verdict]
