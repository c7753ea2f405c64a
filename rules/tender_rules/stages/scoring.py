"""Scored criteria: what a panel's scores make of each, their total, and the thresholds of both.

A criterion gives weight x mean / highest score, as an exact fraction; the total is on 0 to 100,
before the weight of the stage. Nothing is rounded but for showing.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender_engine.findings import Awaiting
from tender_engine.judgement import Scoring, Vote
from tender_engine.law import Ask, Outcome, Rule, fails, passes, rule, waits
from tender_engine.numbers import fraction_said
from tender_engine.terms import StageId
from tender_engine.workflow import Case, once
from tender_rules.citations import DOCUMENT
from tender_rules.stages.judged import IN_WAIT, REPLACEMENT, Found
from tender_rules.stages.panel import PanelScores, panel_scores, points
from tender_rules.words import apart, number, score

__all__ = ["RULES", "ScoreFile", "TotalFile", "by_scores", "places_of", "total_score"]

_NOT_DECIDED = "Nilai {} belum diberikan seluruh anggota Pokja Pemilihan"


@frozen
class TotalFile:
    """All that the scored criteria of a stage make together, and what the document asks of it.

    `places` are the decimals that part the total from those of others.
    """

    total: Fraction
    threshold: Decimal | None
    clause: str | None = None
    places: int = 2


@frozen
class ScoreFile:
    """How a criterion was scored, and the decimals that part its mean from those of others."""

    scoring: Scoring
    places: int = 2


@rule(
    "score.criterion",
    "Nilai kriteria dan ambang batasnya",
    DOCUMENT,
    since="2018-03-22",
)
def criterion_score(file: ScoreFile, ask: Ask) -> Outcome | None:
    """The mean of the scores of all members reaches the criterion's threshold, where it has one."""
    asked, mean = file.scoring.criterion, file.scoring.mean
    where = f" ({asked.clause})" if asked.clause else ""
    title = f"{asked.title}{where}"
    if not file.scoring.seated:
        words = f"Nilai {title} {IN_WAIT}"
        return waits(words, REPLACEMENT, asked.clause, kriteria=asked.id)
    if mean is None:
        return waits(_NOT_DECIDED.format(title), "nilai", asked.clause, kriteria=asked.id)
    facts: dict[str, object] = {
        "kriteria": asked.id,
        "rata_rata": mean,
        "nilai_tertinggi": asked.max_score,
        "bobot": None if asked.weight is None else fraction_said(asked.weight),
        "nilai_terbobot": points(asked, mean),
    }
    words = f"Nilai {title} {score(mean, file.places)}"
    if asked.threshold is None:
        return passes(words, asked.clause, **facts)
    facts["ambang_batas"] = asked.threshold
    limit = number(asked.threshold)
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
    words = f"Nilai total {score(file.total, file.places)}"
    if file.threshold is None:
        return passes(words, file.clause, nilai_total=file.total)
    facts = {"nilai_total": file.total, "ambang_batas": file.threshold}
    limit = number(file.threshold)
    if file.total < Fraction(file.threshold):
        return fails(f"{words}, di bawah ambang batas {limit}", file.clause, **facts)
    return passes(f"{words}, ambang batas {limit}", file.clause, **facts)


RULES: tuple[Rule[ScoreFile] | Rule[TotalFile], ...] = (criterion_score, total_reaches_threshold)


@once
def panel_of(case: Case, stage: StageId) -> PanelScores:
    """How the panel scored everybody at `stage`."""
    return panel_scores(case.package, case.judgements, stage, case.participants)


@once
def total_score(case: Case, stage: StageId, name: str) -> Fraction | None:
    """The total of `name` at `stage`, 0 to 100; `None` while a member is silent or if unscored."""
    return panel_of(case, stage).total(name)


@once
def places_of(case: Case, stage: StageId) -> tuple[tuple[int, ...], int]:
    """The decimals that part the means on each criterion of `stage`, and the totals."""
    panel, asked = panel_of(case, stage), case.package.tender.asks(stage)
    means = (
        apart((*panel.means(index), criterion.threshold))
        for index, criterion in enumerate(panel.criteria)
    )
    totals = (total_score(case, stage, name) for name in case.participants)
    return tuple(means), apart((*totals, asked.threshold))


def by_scores(case: Case, stage: StageId, name: str) -> Iterator[tuple[tuple[Vote, ...], Found]]:
    """Every scored criterion of `stage` with its votes, and at last their total."""
    panel = panel_of(case, stage)
    if not panel.criteria:
        return
    asked = case.package.tender.asks(stage)
    of_means, of_totals = places_of(case, stage)
    for scoring, places in zip(panel.of(name), of_means, strict=False):
        answer = criterion_score.apply(ScoreFile(scoring, places), case.law)
        if answer is not None:
            finding, needs = answer
            who = scoring.silent if scoring.seated else ("pa",)
            item = Awaiting(stage, name, scoring.criterion.id, needs, who)
            yield scoring.votes, (finding, (item,) if needs else ())
    total = total_score(case, stage, name)
    if total is not None:
        file = TotalFile(total, asked.threshold, asked.clauses.get("threshold"), of_totals)
        answer = total_reaches_threshold.apply(file, case.law)
        if answer is not None:
            yield (), (answer[0], ())
