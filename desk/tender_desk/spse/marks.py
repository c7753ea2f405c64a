"""SPSE's marks A, K, T, H and B beside the verdicts of this evaluation."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from tender_desk.spse.page_values import Mark, Meaning
from tender_engine.evaluation import Evaluation, StageVerdict
from tender_engine.findings import Citation, Verdict
from tender_engine.terms import StageId

__all__ = ["STAGES", "MarkCompared", "Parted", "compared_marks"]

STAGES: Mapping[Meaning, StageId] = {
    Meaning.A: StageId.EVALUASI_ADMINISTRASI,
    Meaning.K: StageId.EVALUASI_KUALIFIKASI,
    Meaning.T: StageId.EVALUASI_TEKNIS,
    Meaning.H: StageId.EVALUASI_HARGA,
    Meaning.B: StageId.PEMBUKTIAN_KUALIFIKASI,
}
_SAID = {Mark.LULUS: Verdict.LULUS, Mark.GUGUR: Verdict.GUGUR}
_NOTHING_DECIDED = (None, Verdict.BELUM_DINILAI, Verdict.TIDAK_DIEVALUASI)


class Parted(StrEnum):
    """How a mark and a verdict stand to each other."""

    SAMA = "sama"
    BERBEDA = "berbeda"
    TANPA_TANDA = "tanpa_tanda"
    BELUM_DINILAI = "belum_dinilai"
    TIDAK_MASUK = "tidak_masuk"


@frozen
class MarkCompared:
    """One mark: `verdict` is ours at its stage, null where the bidder did not enter it.

    `reason` and `citations` are those behind ours; of one that did not enter or was left alone,
    those of the stage at which it fell.
    """

    letter: Meaning
    stage: StageId
    mark: Mark
    verdict: Verdict | None
    state: Parted
    reason: str = ""
    citations: tuple[Citation, ...] = ()


def compared_marks(
    evaluation: Evaluation, bidder: str, marks: Mapping[Meaning, Mark]
) -> Iterator[MarkCompared]:
    """Every mark of a stage that this procedure has, beside our verdict at it."""
    held = {stage.id for stage in evaluation.stages}
    verdicts = dict(evaluation.verdicts_of(bidder))
    for letter, stage in STAGES.items():
        if letter not in marks or stage not in held:
            continue
        ours = verdicts.get(stage)
        state = _state(marks[letter], ours)
        left_alone = ours is None or ours.verdict is Verdict.TIDAK_DIEVALUASI
        behind = (_fall(verdicts) if left_alone else None) or ours
        verdict = ours.verdict if ours else None
        made = MarkCompared(letter, stage, marks[letter], verdict, state)
        if behind is not None and state is not Parted.SAMA:
            made = evolve(made, reason=behind.reason, citations=_citations(behind))
        yield made


def _state(mark: Mark, ours: StageVerdict | None) -> Parted:
    verdict = ours.verdict if ours else None
    if mark is Mark.TANPA_TANDA:
        return Parted.SAMA if verdict in _NOTHING_DECIDED else Parted.TANPA_TANDA
    if verdict is None or verdict is Verdict.TIDAK_DIEVALUASI:
        return Parted.TIDAK_MASUK
    if verdict is Verdict.BELUM_DINILAI:
        return Parted.BELUM_DINILAI
    return Parted.SAMA if _SAID.get(mark) is verdict else Parted.BERBEDA


def _fall(verdicts: Mapping[StageId, StageVerdict]) -> StageVerdict | None:
    return next((v for v in verdicts.values() if v.verdict is Verdict.GUGUR), None)


def _citations(ours: StageVerdict) -> tuple[Citation, ...]:
    """What our verdict cites: the findings that decided it, else all of them."""
    found = [f for f in ours.findings if f.verdict is ours.verdict] or list(ours.findings)
    return tuple(dict.fromkeys(cite for finding in found for cite in finding.citations))
