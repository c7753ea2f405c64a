"""The parts of an evaluation as plain values: what the format and the decision trail both say.

Every key is always there, `None` or an empty list where there is nothing. Amounts are texts in
plain notation; scores are texts with ten decimals, each with the fraction that it is exactly. The
order of every list is the evaluation's own, which no order of entry changes.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from tender_engine.evaluation import (
    AfterAward,
    Correction,
    Evaluation,
    Failure,
    Period,
    PriceResult,
    Rank,
    Score,
    StageResult,
)
from tender_engine.findings import Awaiting, Citation, Finding, Notice, UsedValue, Verdict, said
from tender_engine.formats.canonical import package_digest
from tender_engine.judgement import Vote
from tender_engine.numbers import plain, ratio_shown

if TYPE_CHECKING:
    from tender_engine.formats import typed_evaluation as t

__all__ = ["part", "parts"]

# What was written of an object, by its identity.
_Made: TypeAlias = dict[int, Any]
# As texts, which are found quicker than terms of an enumeration.
_VERDICTS = (_PASSED, _FAILED, _PENDING, _NOT_EVALUATED) = (
    str(Verdict.LULUS),
    str(Verdict.GUGUR),
    str(Verdict.BELUM_DINILAI),
    str(Verdict.TIDAK_DIEVALUASI),
)


def parts(evaluation: Evaluation) -> "t.EvaluationParts":
    """Everything that `evaluation` says: all keys of `tender-evaluation/1` but those that name it.

    The format, the version of the engine and the root are the caller's to add.
    """
    failure, after = evaluation.failure, evaluation.after_award
    made: _Made = {}
    return {
        "state": evaluation.state,
        "result": evaluation.result,
        "stages": [_stage(stage, made) for stage in evaluation.stages],
        "prices": [_price(price) for price in evaluation.prices],
        "scores": [_score(score) for score in evaluation.scores],
        "ranking": [_rank(rank) for rank in evaluation.ranking],
        "winner": evaluation.winner,
        "reserves": list(evaluation.reserves),
        "shortlist": list(evaluation.shortlist),
        "next": evaluation.next,
        "failure": None if failure is None else _failure(failure),
        "calendar": [_period(period) for period in evaluation.calendar],
        "after_award": None if after is None else _after_award(after),
        "awaiting": [_awaiting(item) for item in evaluation.awaiting],
        "notices": [_notice(notice) for notice in evaluation.notices],
        "regulation": _regulation(evaluation),
        "package": package_digest(evaluation.given),
    }


def part(value: Any) -> Any:
    """One thing that an evaluation says, as the format writes it: a price, a finding, a figure."""
    if isinstance(value, tuple):
        return [part(item) for item in value]
    write = _WRITERS.get(type(value))
    return value if write is None else write(value)


def _once(thing: Any, write: Callable[[Any], Any], made: _Made) -> Any:
    """A thing as it is written: once, where many say the very same one."""
    key = id(thing)
    if key not in made:
        made[key] = write(thing)
    return made[key]


def _stage(stage: StageResult, made: _Made) -> "t.StageDict":
    found_by: dict[str, list[str]] = {verdict: [] for verdict in _VERDICTS}
    verdicts: list[t.VerdictDict] = []
    for found in stage.verdicts:
        verdict = str(found.verdict)
        found_by[verdict].append(found.participant)
        verdicts.append(
            {
                "participant": found.participant,
                "verdict": verdict,
                "reason": found.reason,
                "findings": [_finding(finding, made) for finding in found.findings],
                "votes": _votes(found.votes, made),
            }
        )
    return {
        "id": str(stage.id),
        "verdicts": verdicts,
        "passed": found_by[_PASSED],
        "failed": found_by[_FAILED],
        "pending": found_by[_PENDING],
        "not_evaluated": found_by[_NOT_EVALUATED],
    }


def _finding(finding: Finding, made: _Made) -> "t.FindingDict":
    return {
        "rule": finding.rule,
        "verdict": str(finding.verdict),
        "reason": finding.reason,
        "facts": dict(finding.facts),
        "values": [_once(value, _value, made) for value in finding.values],
        "citations": _once(finding.citations, _citations, made),
    }


def _votes(votes: Iterable[Vote], made: _Made) -> "list[t.VoteDict]":
    """The words of the panel, of which one may stand under everybody."""
    for vote in votes:
        if id(vote) not in made:
            made[id(vote)] = _vote(vote, made)
    return [made[id(vote)] for vote in votes]


def _vote(vote: Vote, made: _Made) -> "t.VoteDict":
    return {
        "criterion": vote.criterion,
        "member": vote.member,
        "verdict": None if vote.verdict is None else str(vote.verdict),
        "score": _amount(vote.score),
        "note": vote.entry.note,
        "at": _once(vote.entry.at, datetime.isoformat, made),
        "counts": vote.counts,
    }


def _citations(citations: Iterable[Citation]) -> "list[t.CitationDict]":
    return [
        {
            "instrument": citation.instrument,
            "article": citation.article,
            "source": str(citation.source),
            "clause": citation.clause,
        }
        for citation in citations
    ]


def _value(value: UsedValue) -> "t.ValueDict":
    return {
        "param": value.param,
        "value": value.value,
        "instrument": value.instrument,
        "article": value.article,
        "since": value.since.isoformat(),
        "source": str(value.source),
        "set_by": value.set_by,
        "variant": value.variant,
        "clause": value.clause,
    }


def _price(price: PriceResult) -> "t.PriceDict":
    percent = price.percent_of_hps
    return {
        "participant": price.participant,
        "stated_total": plain(price.stated_total),
        "corrected_total": _amount(price.corrected_total),
        "negotiated_total": _amount(price.negotiated_total),
        "reverse_auction_total": _amount(price.reverse_auction_total),
        "final_total": _amount(price.final_total),
        "percent_of_hps": None if percent is None else f"{percent:.4f}",
        "hea": _amount(price.hea),
        "performance_bond": _amount(price.performance_bond),
        "corrections": [_correction(correction) for correction in price.corrections],
    }


def _correction(correction: Correction) -> "t.CorrectionDict":
    return {
        "line": correction.line,
        "rule": correction.rule,
        "field": correction.field,
        "from": _amount(correction.before),
        "to": _amount(correction.after),
        "effect": plain(correction.effect),
    }


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)


def _score(score: Score) -> "t.ScoreDict":
    return {
        "participant": score.participant,
        "qualification": _ratio(score.qualification),
        "technical": _ratio(score.technical),
        "price": _ratio(score.price),
        "combined": _ratio(score.combined),
    }


def _ratio(score: Fraction | None) -> "t.RatioDict | None":
    return None if score is None else {"value": ratio_shown(score), "exact": str(score)}


def _rank(rank: Rank) -> "t.RankDict":
    return {
        "rank": rank.rank,
        "participant": rank.participant,
        "basis": {
            "by": rank.by,
            "figure": said(rank.figure),
            "exact": str(rank.figure) if isinstance(rank.figure, Fraction) else None,
        },
    }


def _failure(failure: Failure) -> "t.FailureDict":
    return {
        "ground": failure.ground,
        "declared_by": failure.declared_by,
        "effective": failure.effective,
        "follow_up": failure.follow_up,
        "citations": _citations(failure.citations),
    }


def _period(period: Period) -> "t.PeriodDict":
    return {
        "id": period.id,
        "of": period.of,
        "participant": period.participant,
        "round": period.round,
        "from": period.begins.isoformat(),
        "until": period.until.isoformat(),
        "counted": str(period.counted),
        "used": period.used,
        "left": period.left,
        "citations": _citations(period.citations),
        "state": str(period.state),
    }


def _after_award(after: AfterAward) -> "t.AfterAwardDict":
    return {
        "state": str(after.state),
        "path": list(after.path),
        "waits_for": list(after.waits_for),
    }


def _awaiting(item: Awaiting) -> "t.AwaitingDict":
    return {
        "stage": str(item.stage),
        "participant": item.participant,
        "criterion": item.criterion,
        "needs": item.needs,
        "from": list(item.asked),
    }


def _notice(notice: Notice) -> "t.NoticeDict":
    return {
        "code": notice.code,
        "message": notice.message,
        "participant": notice.participant,
        "audience": notice.audience,
    }


def _regulation(evaluation: Evaluation) -> "t.RegulationDict":
    law = evaluation.law
    return {
        "rulebook": law.regime.id,
        "title": law.regime.title,
        "version": evaluation.basis.version,
        "digest": evaluation.basis.digest,
        "overlays": list(law.overlays),
        "values": [_value(value) for value in evaluation.values],
    }


_WRITERS: Mapping[type, Callable[[Any], Any]] = {
    Awaiting: _awaiting,
    Citation: lambda citation: _citations([citation])[0],
    Correction: _correction,
    Decimal: plain,
    Finding: lambda finding: _finding(finding, {}),
    Fraction: _ratio,
    AfterAward: _after_award,
    Notice: _notice,
    Period: _period,
    PriceResult: _price,
    Rank: _rank,
    UsedValue: _value,
}
