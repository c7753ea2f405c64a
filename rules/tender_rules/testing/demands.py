"""The strategy for what the document of a procurement asks, stage by stage."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.model import Criterion, Requirements
from tender_engine.terms import Category, Method, ProofScope, Rounding, StageId
from tender_rules.procurement_kind import SCORED
from tender_rules.stages.administration import BID_BOND, BID_VALIDITY
from tender_rules.testing.choosing import any_of
from tender_rules.testing.combinations import Combination
from tender_rules.testing.scores import scored_requirements

__all__ = ["BOND", "JUDGED", "VALIDITY", "YEARS", "criterion_of", "demands"]

# Technical weight by method: both ends of the range and something between.
_ON_TECHNICAL: Mapping[Method, tuple[str, ...]] = {
    Method.SISTEM_NILAI: ("60", "65.5", "70"),
    Method.KUALITAS_BIAYA: ("60", "75", "80"),
}
JUDGED = (
    StageId.EVALUASI_ADMINISTRASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.EVALUASI_TEKNIS,
    StageId.PENYETARAAN_TEKNIS,
    StageId.PEMBUKTIAN_KUALIFIKASI,
)
VALIDITY, (BOND,) = 60, BID_BOND.examples.met
YEARS = 2
_WHOLE = Decimal(100)


def criterion_of(stage: StageId) -> str:
    """The criterion that people find met or not at `stage`."""
    return f"{stage[:12]}.0"


def demands(draw: DrawFn, chosen: Combination) -> Mapping[StageId, Requirements]:
    """One requirement a stage for people to judge, and what the method needs."""
    asked = {
        stage: Requirements(criteria=(Criterion(criterion_of(stage), "Syarat", "LDP 1"),))
        for stage in JUDGED
    }
    stage = StageId.EVALUASI_ADMINISTRASI
    named: dict[str, Any] = {BID_VALIDITY.key: VALIDITY}
    if chosen.category is Category.PEKERJAAN_KONSTRUKSI:
        named[BID_BOND.key] = BOND
    asked[stage] = evolve(asked[stage], named=named)
    if chosen.method in SCORED:
        _add(asked, StageId.EVALUASI_TEKNIS, _technical(draw, chosen))
        weight = asked[StageId.EVALUASI_TEKNIS].weight
        if weight is not None:
            asked[StageId.EVALUASI_HARGA] = Requirements(weight=Fraction(_WHOLE) - weight)
    if chosen.method is Method.UMUR_EKONOMIS:
        asked[StageId.EVALUASI_HARGA] = Requirements(operating_years=YEARS)
    if chosen.seleksi and chosen.before:
        stage = StageId.EVALUASI_KUALIFIKASI
        _add(asked, stage, scored_requirements(draw, stage, unsur=False, optional=False))
    if not chosen.before:
        stage = StageId.PEMBUKTIAN_KUALIFIKASI
        scope = any_of(draw, [None, *ProofScope])
        asked[stage] = evolve(asked[stage], scope=scope)
    if draw(st.booleans()):
        asked[StageId.KOREKSI_ARITMATIK] = Requirements(
            rounding=any_of(draw, [Rounding.SEN, Rounding.RUPIAH])
        )
    return asked


def _technical(draw: DrawFn, chosen: Combination) -> Requirements:
    """The scored part of the technical stage, with a weight where the method weighs it."""
    weights = _ON_TECHNICAL.get(chosen.method)
    weight = None if weights is None else Decimal(any_of(draw, weights))
    optional = chosen.method is Method.SISTEM_NILAI
    unsur = chosen.seleksi and draw(st.booleans())
    stage = StageId.EVALUASI_TEKNIS
    return scored_requirements(draw, stage, unsur=unsur, optional=optional, weight=weight)


def _add(asked: dict[StageId, Requirements], stage: StageId, scored: Requirements) -> None:
    """Let `stage` ask what is scored beside what is met or not."""
    asked[stage] = evolve(scored, criteria=(*asked[stage].criteria, *scored.criteria))
