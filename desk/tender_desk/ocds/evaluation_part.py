"""`evaluation`, of this program's own extension: verdict, reason, rule and citation."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.documents.failing import ground_of
from tender_desk.documents.results import called
from tender_desk.documents.view import View
from tender_desk.ocds.criteria import DECIMALS
from tender_desk.ocds.parties import reference
from tender_desk.ocds.result_parts import agreed
from tender_desk.ocds.tender_part import money
from tender_desk.ocds.told import Told, public
from tender_engine.evaluation import Failure, Score, StageVerdict
from tender_engine.events import Cancellation
from tender_engine.findings import Finding
from tender_engine.numbers import half_up
from tender_engine.terms import StageId

__all__ = ["evaluation_part"]


def evaluation_part(told: Told) -> dict[str, Any] | None:
    """Each public verdict with its grounds, prices, scores and the order; why it failed."""
    made: dict[str, Any] = {"stages": [*_stages(told)]}
    if told.bids:
        made |= _order(told)
    failure = told.evaluation.failure
    if told.failed and failure is not None:
        made["failure"] = _failure(told.view, failure)
    made = {key: value for key, value in made.items() if value}
    if not made:
        return None
    basis = told.evaluation.basis
    return {"rulebook": {"version": basis.version, "digest": basis.digest}, **made}


def _stages(told: Told) -> Iterator[dict[str, Any]]:
    for view, stage in told.stages():
        found = told.evaluation.stage(stage).verdicts
        if found:
            verdicts = [_verdict(told, view, stage, one) for one in found]
            yield {"id": stage.value, "title": view.stage(stage), "verdicts": verdicts}


def _verdict(told: Told, view: View, stage: StageId, of: StageVerdict) -> dict[str, Any]:
    made: dict[str, Any] = {
        "bidder": reference(told, of.participant),
        "verdict": of.verdict.value,
        "title": called(view, stage, of),
        "reason": of.reason,
    }
    findings = [_finding(view, one) for one in of.findings if public(one)]
    return made | ({"findings": findings} if findings else {})


def _finding(view: View, finding: Finding) -> dict[str, Any]:
    """What was looked at and on which provision; figures and words behind it stay inside."""
    return {
        "rule": finding.rule,
        "title": view.kind.said(view.rule(finding.rule)),
        "verdict": finding.verdict.value,
        "citation": view.behind(finding),
    }


def _order(told: Told) -> dict[str, Any]:
    evaluation = told.evaluation
    return {
        "prices": [*_prices(told)],
        "scores": [_score(told, one) for one in evaluation.scores],
        "ranking": [
            {"rank": place.rank, "bidder": reference(told, place.participant), "by": place.by}
            for place in evaluation.ranking
        ],
        "reserves": [reference(told, name) for name in evaluation.reserves],
    }


def _prices(told: Told) -> Iterator[dict[str, Any]]:
    for price in told.evaluation.prices:
        totals: dict[str, Decimal | None] = {
            "stated": price.stated_total,
            "corrected": price.corrected_total,
            "final": agreed(told, price),
        }
        known = {name: money(total) for name, total in totals.items() if total is not None}
        yield {"bidder": reference(told, price.participant), **known}


def _score(told: Told, score: Score) -> dict[str, Any]:
    given: dict[str, Fraction | None] = {
        "qualification": score.qualification,
        "technical": score.technical,
        "price": score.price,
        "combined": score.combined,
    }
    known = {name: half_up(value, DECIMALS) for name, value in given.items() if value is not None}
    return {"bidder": reference(told, score.participant), **known}


def _failure(view: View, failure: Failure) -> dict[str, Any]:
    made: dict[str, Any] = {"ground": failure.ground, "title": ground_of(view, failure)}
    if failure.citations:
        made["citation"] = view.cited(failure.citations)
    if failure.follow_up is not None:
        made["followUp"] = view.follow_up(failure.follow_up)[0]
    made["reason"] = " ".join(act.reason for act in view.events(Cancellation))
    return {key: said for key, said in made.items() if said}
