"""The scores of the panel as a record tells them: means and totals, never a member's own score.

Scores stand as `words.score` writes them, the same as in every reason: all their decimals up to
ten, so that two that differ in rank do not look alike.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender.evaluation import Score, StageVerdict
from tender.findings import Finding
from tender.numbers import ZERO
from tender.terms import StageId
from tender_rules.documents.blocks import Block, Paragraph, Subheading, table
from tender_rules.documents.labels import SCORES, TERMS
from tender_rules.documents.view import View
from tender_rules.kinds import WEIGHED, WEIGHED_STAGES
from tender_rules.stages import scoring
from tender_rules.words import number, score

__all__ = ["scores", "scores_title"]

_CRITERION, _TOTAL = scoring.RULES
_NOT_COMPLETE = "belum lengkap"


def _stages(view: View) -> list[StageId]:
    """The stages of this record at which something is scored."""
    asks = view.package.tender.asks
    return [s for s in SCORES if view.has(s) and any(c.scored for c in asks(s).criteria)]


def scores_title(view: View) -> str:
    """The title of the section; empty where nothing is scored."""
    if not _stages(view):
        return ""
    if view.kind.listing:
        return "Nilai Kualifikasi"
    if view.package.tender.method in WEIGHED:
        return view.kind.said("Nilai Teknis, Nilai Harga, dan Nilai Akhir")
    return "Nilai Teknis"


def scores(view: View) -> tuple[Block, ...]:
    """Each criterion with its mean and weight, the totals, and what they make with the price."""
    words = (
        "Nilai setiap kriteria adalah rata-rata nilai seluruh anggota Pokja Pemilihan. Nilai "
        "ditulis paling banyak dengan sepuluh desimal; perbandingan memakai nilai tanpa pembulatan."
    )
    blocks: list[Block] = [Paragraph(words)]
    for stage in _stages(view):
        blocks += _scored(view, stage)
    return (*blocks, *_combined(view))


def _scored(view: View, stage: StageId) -> Iterator[Block]:
    verdicts = view.evaluation.stage(stage).verdicts
    if not verdicts:
        yield Paragraph(f"Tidak ada peserta yang dinilai pada {view.stage(stage).lower()}.")
        return
    headers = {
        "Nama peserta": "<",
        "Kriteria": "<",
        "Rata-rata nilai": ">",
        "Nilai tertinggi": ">",
        "Bobot": ">",
        "Nilai terbobot": ">",
        "Ambang batas": ">",
    }
    rows = [
        _criterion(view, stage, verdict, finding)
        for verdict in verdicts
        for finding in verdict.findings
        if finding.rule == _CRITERION.id
    ]
    yield Subheading(f"Nilai per kriteria: {view.stage(stage).lower()}")
    yield table(headers, rows)
    yield from _totals(view, stage, verdicts)


def _criterion(
    view: View, stage: StageId, verdict: StageVerdict, finding: Finding
) -> tuple[str, ...]:
    name = finding.facts["kriteria"]
    asked = next(c for c in view.package.tender.asks(stage).criteria if c.id == name)
    return (
        view.who(verdict.participant),
        asked.title,
        _fact(finding, "rata_rata"),
        number(asked.max_score or ZERO),
        f"{number(asked.weight or ZERO)}%",
        _fact(finding, "nilai_terbobot"),
        "–" if asked.threshold is None else number(asked.threshold),
    )


def _fact(finding: Finding, name: str) -> str:
    """A score among the facts; there is none while a member is silent."""
    return number(Decimal(finding.facts[name])) if name in finding.facts else _NOT_COMPLETE


def _totals(view: View, stage: StageId, verdicts: tuple[StageVerdict, ...]) -> Iterator[Block]:
    title = SCORES[stage].capitalize()
    limit = view.package.tender.asks(stage).threshold
    rows = []
    for verdict in verdicts:
        found = view.evaluation.score(verdict.participant)
        value = _total(found, stage)
        rows.append(
            (
                view.who(verdict.participant),
                _NOT_COMPLETE if value is None else score(value),
                "–" if limit is None else number(limit),
                TERMS[verdict.verdict],
            )
        )
    yield Subheading(title)
    yield table({"Nama peserta": "<", title: ">", "Ambang batas": ">", "Hasil": "<"}, rows)


def _total(found: Score | None, stage: StageId) -> Fraction | None:
    if found is None:
        return None
    return found.qualification if stage is StageId.EVALUASI_KUALIFIKASI else found.technical


def _combined(view: View) -> Iterator[Block]:
    """Technical and price scores of the ranked, each under its weight, and their sum."""
    asks = view.package.tender.asks
    if view.kind.listing or view.package.tender.method not in WEIGHED:
        return
    weights = [asks(s).weight or ZERO for s in WEIGHED_STAGES]
    rows = [
        row
        for place in view.evaluation.ranking
        if (row := _sum(view, place.participant, weights)) is not None
    ]
    if not rows:
        return
    said = view.kind.said
    headers = {"Nama peserta": "<"} | dict.fromkeys(
        (
            "Nilai teknis",
            f"Nilai teknis × {number(weights[0])}%",
            said("Nilai harga"),
            said(f"Nilai harga × {number(weights[1])}%"),
            "Nilai akhir",
        ),
        ">",
    )
    yield Subheading("Nilai akhir")
    yield table(headers, rows)


def _sum(view: View, name: str, weights: list[Decimal]) -> tuple[str, ...] | None:
    found = view.evaluation.score(name)
    if not found or found.technical is None or found.price is None or found.combined is None:
        return None
    parts = [
        shown
        for value, weight in zip((found.technical, found.price), weights, strict=True)
        for shown in (score(value), score(value * Fraction(weight) / 100))
    ]
    return (view.who(name), *parts, score(found.combined))
