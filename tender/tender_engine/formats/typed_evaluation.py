# ruff: noqa: UP013 - several keys a line: classes would take two pages
"""`tender-evaluation/1` as it is written, for who checks types. Every key is always there.

`docs/format.md` says what each means.
"""

from typing import TypedDict

from tender_engine.evaluation import Result, State
from tender_engine.formats.typed_package import Day, Id, Moment, Number, Term

__all__ = ["EvaluationDict", "EvaluationParts"]

CitationDict = TypedDict("CitationDict", {
    "instrument": str, "article": str, "source": Term, "clause": str | None})  # fmt: skip
ValueDict = TypedDict("ValueDict", {
    "param": str, "value": str, "instrument": str, "article": str, "since": Day, "source": Term,
    "set_by": str, "variant": str | None, "clause": str | None})  # fmt: skip
FindingDict = TypedDict("FindingDict", {
    "rule": str, "verdict": Term, "reason": str, "facts": dict[str, str], "values": list[ValueDict],
    "citations": list[CitationDict]})  # fmt: skip
VoteDict = TypedDict("VoteDict", {
    "criterion": str, "member": Id, "verdict": Term | None, "score": Number | None, "note": str,
    "at": Moment, "counts": bool})  # fmt: skip
VerdictDict = TypedDict("VerdictDict", {
    "participant": Id, "verdict": Term, "reason": str, "findings": list[FindingDict],
    "votes": list[VoteDict]})  # fmt: skip
StageDict = TypedDict("StageDict", {
    "id": Term, "verdicts": list[VerdictDict], "passed": list[Id], "failed": list[Id],
    "pending": list[Id], "not_evaluated": list[Id]})  # fmt: skip
CorrectionDict = TypedDict("CorrectionDict", {
    "line": Id | None, "rule": str, "field": str, "from": Number | None, "to": Number | None,
    "effect": Number})  # fmt: skip
PriceDict = TypedDict("PriceDict", {
    "participant": Id, "stated_total": Number, "corrected_total": Number | None,
    "negotiated_total": Number | None, "reverse_auction_total": Number | None,
    "final_total": Number | None, "percent_of_hps": Number | None, "hea": Number | None,
    "performance_bond": Number | None, "corrections": list[CorrectionDict]})  # fmt: skip
RatioDict = TypedDict("RatioDict", {"value": Number, "exact": str})
ScoreDict = TypedDict("ScoreDict", {
    "participant": Id, "qualification": RatioDict | None, "technical": RatioDict | None,
    "price": RatioDict | None, "combined": RatioDict | None})  # fmt: skip
BasisDict = TypedDict("BasisDict", {"by": str, "figure": Number, "exact": str | None})
RankDict = TypedDict("RankDict", {"rank": int, "participant": Id, "basis": BasisDict})
FailureDict = TypedDict("FailureDict", {
    "ground": str, "declared_by": Term, "effective": Term, "follow_up": str | None,
    "citations": list[CitationDict]})  # fmt: skip
PeriodDict = TypedDict("PeriodDict", {
    "id": Term, "of": Term, "participant": Id | None, "round": int, "from": Moment, "until": Moment,
    "counted": Term, "used": int | None, "left": int | None, "citations": list[CitationDict],
    "state": Term})  # fmt: skip
AfterAwardDict = TypedDict("AfterAwardDict", {
    "state": Term, "path": list[str], "waits_for": list[str]})  # fmt: skip
AwaitingDict = TypedDict("AwaitingDict", {
    "stage": Term, "participant": Id | None, "criterion": str | None, "needs": str,
    "from": list[str]})  # fmt: skip
NoticeDict = TypedDict("NoticeDict", {
    "code": str, "message": str, "participant": Id | None, "audience": Term})  # fmt: skip
RegulationDict = TypedDict("RegulationDict", {
    "rulebook": str, "title": str, "version": str, "digest": str | None, "overlays": list[str],
    "values": list[ValueDict]})  # fmt: skip


class EvaluationParts(TypedDict):
    """What an evaluation says; the decision trail is made of it."""

    state: State
    result: Result | None
    stages: list[StageDict]
    prices: list[PriceDict]
    scores: list[ScoreDict]
    ranking: list[RankDict]
    winner: Id | None
    reserves: list[Id]
    shortlist: list[Id]
    next: str | None
    failure: FailureDict | None
    calendar: list[PeriodDict]
    after_award: AfterAwardDict | None
    awaiting: list[AwaitingDict]
    notices: list[NoticeDict]
    regulation: RegulationDict
    package: str


BaseRateDict = TypedDict("BaseRateDict", {
    "model": str | None, "chance": str | None, "exact": str | None,
    "reason": str | None})  # fmt: skip
SimilarityDict = TypedDict("SimilarityDict", {
    "kind": str, "strength": Term, "participants": list[Id], "count": int, "compared": int,
    "lines": list[Id] | None, "rule": str, "facts": dict[str, str],
    "base_rate": BaseRateDict | None})  # fmt: skip


class EvaluationDict(EvaluationParts):
    """An evaluation."""

    format: str
    similarities: list[SimilarityDict] | None
    engine: str
    root: str
