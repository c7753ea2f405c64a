"""The scores of the panel as a record tells them: means and totals, never a member's own score.

Scores stand with two decimals, or with as many as part two that are not equal, so that they never
look alike; in the working paper they stand exactly.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from tender_desk.documents.blocks import Block, Paragraph, Subheading, table
from tender_desk.documents.view import View
from tender_desk.documents.wording import ROUNDING_GAP
from tender_engine.evaluation import Evaluation, Score, StageVerdict
from tender_engine.judgement import Scoring
from tender_engine.numbers import ZERO, half_up
from tender_engine.terms import StageId
from tender_rules.procurement_kind import WEIGHED, WEIGHED_STAGES
from tender_rules.stages.panel import PanelScores, scores_in, weighted
from tender_rules.words import apart, number, weight

__all__ = ["own_scores", "scores", "scores_compared", "scores_title"]

_NOT_COMPLETE = "belum lengkap"
# A score in the evaluation before and in this one.
_Sides: TypeAlias = tuple[Fraction | None, Fraction | None]


def _stages(view: View) -> list[StageId]:
    """The stages of this record at which something is scored."""
    asks = view.package.tender.asks
    scored = (s.id for s in view.stages if f"stage.score.{s.id}" in view.words.texts)
    return [stage for stage in scored if any(c.scored for c in asks(stage).criteria)]


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
    how = (
        "tanpa pembulatan"
        if view.exactly
        else "dengan dua desimal, lebih banyak hanya untuk membedakan nilai yang tidak sama"
    )
    words = (
        "Nilai setiap kriteria adalah rata-rata nilai seluruh anggota Pokja Pemilihan. Nilai "
        f"ditulis {how}; perbandingan memakai nilai tanpa pembulatan."
    )
    blocks: list[Block] = [Paragraph(words)]
    for stage in _stages(view):
        blocks += _scored(view, stage)
    return (*blocks, *_combined(view))


def own_scores(view: View, name: str) -> Iterator[Block]:
    """The mean of each criterion of one bidder, beside what it could be and had to be."""
    for stage in _stages(view):
        if view.evaluation.stage(stage).on(name) is None:
            continue
        panel = scores_in(view.evaluation, stage, [name])
        told = "; ".join(_own(view, each) for each in panel.of(name))
        yield Paragraph(
            f"Nilai Saudara pada tahap {view.stage(stage).lower()}, rata-rata seluruh anggota "
            f"Pokja Pemilihan: {told}."
        )


def _own(view: View, scoring: Scoring) -> str:
    asked, mean = scoring.criterion, scoring.mean
    places = apart([mean, asked.threshold])
    got = _NOT_COMPLETE if mean is None else view.score(mean, places)
    least = "" if asked.threshold is None else f", ambang batas {number(asked.threshold)}"
    most = number(asked.max_score or ZERO)
    return f"{asked.title} {got} dari {most}, bobot {weight(asked.weight)}{least}"


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
    names = [verdict.participant for verdict in verdicts]
    panel = scores_in(view.evaluation, stage, names)
    columns = [
        (apart((*panel.means(index), asked.threshold)), apart(panel.weighted(index)))
        for index, asked in enumerate(panel.criteria)
    ]
    places = _places_of_totals(view, stage)
    rows = [row for name in names for row in _of_bidder(view, name, panel, columns, places)]
    yield Subheading(f"Nilai per kriteria: {view.stage(stage).lower()}")
    yield table(headers, rows)
    yield from _totals(view, stage, verdicts)


def _of_bidder(
    view: View, name: str, panel: PanelScores, columns: list[tuple[int, int]], of_total: int
) -> Iterator[tuple[str, ...]]:
    """Every criterion of a participant, and what their shown scores lack of the shown total.

    `columns` are the decimals of mean and weighted score of each criterion, `of_total` of the sum.
    """
    shown = []
    for scoring, (of_mean, of_made) in zip(panel.of(name), columns, strict=True):
        asked, mean, made = scoring.criterion, scoring.mean, weighted(scoring)
        shown.append(half_up(made or Fraction(0), of_made))
        yield (
            view.who(name),
            asked.title,
            _NOT_COMPLETE if mean is None else view.score(mean, of_mean),
            number(asked.max_score or ZERO),
            weight(asked.weight),
            _NOT_COMPLETE if made is None else view.score(made, of_made),
            "–" if asked.threshold is None else number(asked.threshold),
        )
    total = panel.total(name)
    if total is not None and (gap := view.gap(half_up(total, of_total), shown)):
        yield (view.who(name), ROUNDING_GAP, "", "", "", number(gap), "")


def _places_of_totals(view: View, stage: StageId) -> int:
    found = (_total(score, stage) for score in view.evaluation.scores)
    return apart((*found, view.package.tender.asks(stage).threshold))


def _totals(view: View, stage: StageId, verdicts: tuple[StageVerdict, ...]) -> Iterator[Block]:
    title = view.words.said("stage.score", stage).capitalize()
    limit = view.package.tender.asks(stage).threshold
    places = _places_of_totals(view, stage)
    rows = []
    for verdict in verdicts:
        value = _total(view.evaluation.score(verdict.participant), stage)
        rows.append(
            (
                view.who(verdict.participant),
                _NOT_COMPLETE if value is None else view.score(value, places),
                "–" if limit is None else number(limit),
                view.term(verdict.verdict),
            )
        )
    yield Subheading(title)
    yield table({"Nama peserta": "<", title: ">", "Ambang batas": ">", "Hasil": "<"}, rows)


def _total(found: Score | None, stage: StageId) -> Fraction | None:
    if found is None:
        return None
    return found.qualification if stage is StageId.EVALUASI_KUALIFIKASI else found.technical


def scores_compared(view: View, before: Evaluation) -> Iterator[Block]:
    """Each mean and each total that differs from those of the evaluation `before`; no member's own.

    What a price came to is told of a price alone that both have opened.
    """
    rows = []
    for name in view.participants:
        for title, sides in _compared(view, before, name):
            if sides[0] != sides[1]:
                places = apart(sides)
                said = ("–" if side is None else view.score(side, places) for side in sides)
                rows.append((view.who(name), title, *said))
    if rows:
        yield Subheading("Nilai yang berbeda")
        yield table({"Nama peserta": "<", "Nilai": "<", "Semula": ">", "Menjadi": ">"}, rows)


def _compared(view: View, before: Evaluation, name: str) -> Iterator[tuple[str, _Sides]]:
    """By what it is called, each score of a participant in both evaluations."""
    both = before, view.evaluation
    found = [each.score(name) for each in both]
    for stage in _stages(view):
        title = view.words.said("stage.score", stage).capitalize()
        panels = [scores_in(each, stage, _evaluated(each, stage, name)) for each in both]
        for index, asked in enumerate(panels[1].criteria):
            means = [panel.of(name)[index].mean if panel.of(name) else None for panel in panels]
            yield f"{title}: {asked.title}", (means[0], means[1])
        yield title, (_total(found[0], stage), _total(found[1], stage))
    opened = all(each.price(name) is not None for each in both)
    if opened and not view.kind.listing and view.package.tender.method in WEIGHED:
        for title, key in ((view.kind.said("Nilai harga"), "price"), ("Nilai akhir", "combined")):
            sides = [getattr(each, key) if each else None for each in found]
            yield title, (sides[0], sides[1])


def _evaluated(evaluation: Evaluation, stage: StageId, name: str) -> tuple[str, ...]:
    """`name`, where it came to a stage."""
    found = evaluation.stage(stage).on(name)
    return (name,) if found is not None and found.entered else ()


def _combined(view: View) -> Iterator[Block]:
    """Technical and price scores of the ranked, each under its weight, and their sum."""
    asks = view.package.tender.asks
    if view.kind.listing or view.package.tender.method not in WEIGHED:
        return
    weights = [asks(s).weight or Fraction(0) for s in WEIGHED_STAGES]
    parts = {
        place.participant: made
        for place in view.evaluation.ranking
        if (made := _parts(view.evaluation.score(place.participant), weights)) is not None
    }
    if not parts:
        return
    said = view.kind.said
    headers = {"Nama peserta": "<"} | dict.fromkeys(
        (
            "Nilai teknis",
            f"Nilai teknis × {weight(weights[0])}",
            said("Nilai harga"),
            said(f"Nilai harga × {weight(weights[1])}"),
            "Nilai akhir",
        ),
        ">",
    )
    columns = [apart(column) for column in zip(*parts.values(), strict=True)]
    yield Subheading("Nilai akhir")
    yield table(headers, [row for name in parts for row in _sum(view, name, parts[name], columns)])


def _parts(found: Score | None, weights: list[Fraction]) -> tuple[Fraction, ...] | None:
    """Each score alone and under its weight, and the sum of the weighted."""
    if not found or found.technical is None or found.price is None or found.combined is None:
        return None
    technical, price = (of_all / 100 for of_all in weights)
    return (
        found.technical,
        found.technical * technical,
        found.price,
        found.price * price,
        found.combined,
    )


def _sum(
    view: View, name: str, parts: tuple[Fraction, ...], columns: list[int]
) -> Iterator[tuple[str, ...]]:
    """The scores of a participant, and where what is shown does not add up, by how much."""
    yield (view.who(name), *map(view.score, parts, columns))
    shown = [half_up(value, places) for value, places in zip(parts, columns, strict=True)]
    if gap := view.gap(shown[-1], (shown[1], shown[3])):
        yield (f"{view.who(name)}: {ROUNDING_GAP}", "", "", "", "", number(gap))
