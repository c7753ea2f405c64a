"""The sheet `Hasil Nilai`: what each member scored, how far apart, and what it comes to."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet, Shown, Value
from tender_desk.worksheet_book.verdicts import INSIDE, WHO
from tender_engine.judgement import Scoring
from tender_engine.numbers import ratio_shown
from tender_engine.terms import StageId
from tender_rules.stages.panel import PanelScores, scores_in, weighted

__all__ = ["scored_sheets"]

_TOTAL = "Jumlah"
_TITLES = (
    ("Rata-rata", 12),
    ("Selisih tertinggi dan terendah", 14),
    ("Nilai tertinggi", 12),
    ("Ambang batas", 12),
    ("Bobot (%)", 10),
    ("Nilai terbobot", 14),
)


def scored_sheets(view: View) -> Iterator[FoundSheet]:
    """The sheet, where the document lets anything be scored."""
    rows = [row for stage in view.stages for row in _of_stage(view, stage.id)]
    if rows:
        members = (FoundColumn(member.id, 10) for member in view.members)
        columns = (
            FoundColumn("Tahapan", 26),
            *WHO,
            FoundColumn("Kriteria", 40),
            *members,
            *(FoundColumn(title, width) for title, width in _TITLES),
        )
        title = "Nilai setiap anggota, rata-rata, selisih, dan jumlah"
        yield FoundSheet("Hasil Nilai", title, INSIDE, columns, tuple(rows))


def _of_stage(view: View, stage: StageId) -> Iterator[tuple[Value, ...]]:
    """Every criterion of every bidder that was evaluated there, and what they come to."""
    names = [verdict.participant for verdict in view.evaluation.stage(stage).verdicts]
    panel = scores_in(view.evaluation, stage, names)
    for name in names if panel.criteria else ():
        who = (view.stage(stage), name, view.participants[name].name)
        for scoring in panel.of(name):
            yield (*who, *_of_criterion(view, scoring))
        yield (*who, *_of_all(view, stage, panel, name))


def _of_criterion(view: View, scoring: Scoring) -> Iterator[Value]:
    """What each member gave, and what that makes."""
    asked = scoring.criterion
    given = {v.member: v.score for v in scoring.votes if v.counts and v.score is not None}
    yield asked.title
    for member in view.members:
        yield given.get(member.id)
    yield _ratio(scoring.mean)
    yield max(given.values()) - min(given.values()) if given else None
    yield asked.max_score
    yield asked.threshold
    yield _ratio(asked.weight)
    yield _ratio(weighted(scoring))


def _of_all(view: View, stage: StageId, panel: PanelScores, name: str) -> Iterator[Value]:
    """The sum of what the criteria give, beside what it has to be."""
    yield _TOTAL
    yield from (None for _ in view.members)
    yield from (None, None, None)
    yield _ratio(view.package.tender.asks(stage).threshold)
    yield None
    yield _ratio(panel.total(name))


def _ratio(value: Fraction | Decimal | None) -> Value:
    """A number of which two decimals are shown and ten can be used."""
    if isinstance(value, Fraction):
        return Shown(Decimal(ratio_shown(value)))
    return value
