"""Scored criteria: what a panel's scores make of each, their total, and the thresholds of both.

A criterion gives weight x mean / highest score, as an exact fraction; the total is on 0 to 100,
before the weight of the stage. Nothing is rounded but for showing.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender.findings import Awaiting, natural
from tender.judgement import Scoring, Vote
from tender.law import Ask, Outcome, Rule, fails, passes, rule, waits
from tender.model import Criterion
from tender.terms import StageId
from tender.workflow import Case
from tender_rules.citations import DOCUMENT
from tender_rules.stages.judged import Found
from tender_rules.words import score

__all__ = ["RULES", "by_scores", "points", "total_score"]

_NOT_DECIDED = "Nilai {} belum diberikan seluruh anggota Pokja Pemilihan"


@frozen
class TotalFile:
    """All that the scored criteria of a stage make together, and what the document asks of it."""

    total: Fraction
    threshold: Decimal | None
    clause: str | None = None


def points(criterion: Criterion, mean: Fraction) -> Fraction:
    """What a mean score gives under the weight of its criterion, from 0 to the weight.

    Raises:
        ValueError: the criterion is not scored.
    """
    if criterion.max_score is None or criterion.weight is None:
        raise ValueError(f"{criterion.id} is not scored")
    return Fraction(criterion.weight) * mean / Fraction(criterion.max_score)


@rule(
    "score.criterion",
    "Nilai kriteria dan ambang batasnya",
    DOCUMENT,
    since="2018-03-22",
)
def criterion_score(scoring: Scoring, ask: Ask) -> Outcome | None:
    """The mean of the scores of all members reaches the criterion's threshold, where it has one."""
    asked, mean = scoring.criterion, scoring.mean
    where = f" ({asked.clause})" if asked.clause else ""
    title = f"{asked.title}{where}"
    if mean is None:
        return waits(_NOT_DECIDED.format(title), "nilai", asked.clause, kriteria=asked.id)
    facts: dict[str, object] = {
        "kriteria": asked.id,
        "rata_rata": mean,
        "nilai_tertinggi": asked.max_score,
        "bobot": asked.weight,
        "nilai_terbobot": points(asked, mean),
    }
    words = f"Nilai {title} {score(mean)}"
    if asked.threshold is None:
        return passes(words, asked.clause, **facts)
    facts["ambang_batas"] = asked.threshold
    limit = score(Fraction(asked.threshold))
    if mean < Fraction(asked.threshold):
        return fails(f"{words}, di bawah ambang batas {limit}", asked.clause, **facts)
    return passes(f"{words}, ambang batas {limit}", asked.clause, **facts)


@rule(
    "score.total",
    "Nilai total dan ambang batasnya",
    DOCUMENT,
    since="2018-03-22",
)
def total_reaches_threshold(file: TotalFile, ask: Ask) -> Outcome | None:
    """The sum of the weighted scores reaches the threshold of the stage, where it has one."""
    words = f"Nilai total {score(file.total)}"
    if file.threshold is None:
        return passes(words, file.clause, nilai_total=file.total)
    facts = {"nilai_total": file.total, "ambang_batas": file.threshold}
    limit = score(Fraction(file.threshold))
    if file.total < Fraction(file.threshold):
        return fails(f"{words}, di bawah ambang batas {limit}", file.clause, **facts)
    return passes(f"{words}, ambang batas {limit}", file.clause, **facts)


RULES: tuple[Rule[Scoring] | Rule[TotalFile], ...] = (criterion_score, total_reaches_threshold)


def _scorings(case: Case, stage: StageId, name: str) -> tuple[Scoring, ...]:
    """How the panel scored `name` on every scored criterion of `stage`, by the ids of these."""
    criteria = case.once(("scored", stage), lambda: _scored(case, stage))
    if not criteria:
        return ()
    return case.once(
        ("scorings", stage, name),
        lambda: tuple(case.judgements.scoring(stage, name, each) for each in criteria),
    )


def _scored(case: Case, stage: StageId) -> list[Criterion]:
    criteria = [c for c in case.package.tender.asks(stage).criteria if c.scored]
    return sorted(criteria, key=lambda criterion: natural(criterion.id))


def total_score(case: Case, stage: StageId, name: str) -> Fraction | None:
    """The total of `name` at `stage`, 0 to 100; `None` while a member is silent or if unscored."""
    scorings = _scorings(case, stage, name)
    if not scorings:
        return None
    total = Fraction(0)
    for scoring in scorings:
        if scoring.mean is None:
            return None
        total += points(scoring.criterion, scoring.mean)
    return total


def by_scores(case: Case, stage: StageId, name: str) -> Iterator[tuple[tuple[Vote, ...], Found]]:
    """Every scored criterion of `stage` with its votes, and at last their total."""
    for scoring in _scorings(case, stage, name):
        answer = criterion_score.apply(scoring, case.law)
        if answer is not None:
            finding, needs = answer
            item = Awaiting(stage, name, scoring.criterion.id, needs, scoring.silent)
            yield scoring.votes, (finding, (item,) if needs else ())
    total = total_score(case, stage, name)
    if total is not None:
        asked = case.package.tender.asks(stage)
        file = TotalFile(total, asked.threshold, asked.clauses.get("threshold"))
        answer = total_reaches_threshold.apply(file, case.law)
        if answer is not None:
            yield (), (answer[0], ())
