"""How each bidder stands apart from the numbers that are moved: what its records come to."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation, StageVerdict
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Verdict
from tender_engine.formats.reader import accept
from tender_engine.model import Criterion, Requirements
from tender_engine.terms import AssessmentVerdict, Method, ProofScope, StageId
from tender_rules.stages.low_bids import FAIRNESS
from tender_rules.stages.panel import scores_in
from tender_rules.whatif.changes import Given, with_value
from tender_rules.whatif.prices import opened_price
from tender_rules.whatif.sketch import ABSENT, FALLS, LACKS, STANDS, Standing

__all__ = ["SCORED_STAGES", "probed", "standings"]

SCORED_STAGES = (StageId.EVALUASI_KUALIFIKASI, StageId.EVALUASI_TEKNIS)
# What these rules find follows from numbers that are moved; all else stays as it was found.
_BY_NUMBERS = frozenset(
    {"score.criterion", "score.total", "price.ceiling", "price.budget", "price.fairness"}
)
_JUDGED_LOW = "price.fairness"
_AFTER_ORDER = (StageId.PEMBUKTIAN_KUALIFIKASI, StageId.PENETAPAN, StageId.NEGOSIASI)
_MORE = Decimal(10) ** 6


def standings(given: Given) -> tuple[Standing, ...] | None:
    """Everybody, by id; `None` where no evaluation tells how somebody stands."""
    dear, low = (probed(given, share) for share in (Decimal(0), _MORE))
    if dear is None or low is None:
        return None
    names = [who.id for who in given.package.participants]
    scores = {stage: scores_in(given.evaluation, stage, names) for stage in SCORED_STAGES}
    found = []
    for name in names:
        means = {
            (stage, index): scoring.mean
            for stage, panel in scores.items()
            for index, scoring in enumerate(panel.of(name))
        }
        one = _standing(given, dear, low, name, means)
        if one is None:
            return None
        found.append(one)
    return tuple(found)


def _standing(
    given: Given,
    dear: Evaluation,
    low: Evaluation,
    name: str,
    means: Mapping[tuple[StageId, int], Fraction | None],
) -> Standing | None:
    """How one stands: `dear` is an evaluation in which no price is low, in `low` all are."""
    base = given.evaluation
    state, stage = _state(base, dear, name)
    fair, proof, proof_low = _fair(base, name), ABSENT, ABSENT
    if state == STANDS:
        proofs = _proof(base, dear, name, low=False), _proof(base, low, name, low=True)
        if proofs[0] is None or (fair and proofs[1] is None):
            return None
        proof, proof_low = proofs[0], proofs[1] or ABSENT
    price = dear.price(name) or base.price(name)
    total, compared = (price.corrected_total, price.compared) if price else (None, None)
    return Standing(
        name,
        None if total is None else Fraction(total),
        None if compared is None else Fraction(compared),
        _added(given, name),
        means,
        state,
        stage,
        proof,
        proof_low,
        fair,
    )


def probed(given: Given, share: Decimal) -> Evaluation | None:
    """An evaluation in which no number keeps anybody out, so that everybody's records speak.

    Below `share` of the HPS prices are low.
    """
    tender = given.package.tender
    asked = {stage: _without_numbers(stage, found) for stage, found in tender.requirements.items()}
    asked.setdefault(StageId.PEMBUKTIAN_KUALIFIKASI, Requirements())
    proof = asked[StageId.PEMBUKTIAN_KUALIFIKASI]
    asked[StageId.PEMBUKTIAN_KUALIFIKASI] = evolve(proof, scope=ProofScope.SEMUA_LULUS_HARGA)
    pagu = tender.pagu * _MORE if tender.method is Method.PAGU_ANGGARAN else tender.pagu
    law = with_value(given.rulebook, "price.ceiling_share", _MORE)
    law = with_value(law, "price.fairness_below_share", share)
    changed = evolve(given.package, tender=evolve(tender, requirements=asked, pagu=pagu))
    package = accept(changed, law)
    try:
        return evaluate(package, law) if package else None
    except PackageRefusedError:
        return None


def _without_numbers(stage: StageId, asked: Requirements) -> Requirements:
    if stage is StageId.PENAWARAN_DIEVALUASI:
        return evolve(asked, lowest=None)
    if stage not in SCORED_STAGES:
        return asked
    criteria = tuple(evolve(each, threshold=_none_of(each.threshold)) for each in asked.criteria)
    return evolve(asked, criteria=criteria, threshold=_none_of(asked.threshold))


def _none_of(threshold: Decimal | None) -> Decimal | None:
    """A threshold that everybody reaches, where there is one."""
    return None if threshold is None else Decimal(0)


def _state(base: Evaluation, probe: Evaluation, name: str) -> tuple[str, StageId | None]:
    if base.stage(StageId.PEMBUKAAN).on(name) is None:
        return ABSENT, None
    for evaluation in (base, probe):
        for stage, found in _before_order(evaluation, name):
            fell = (each for each in found.findings if each.verdict is Verdict.GUGUR)
            if any(finding.rule not in _BY_NUMBERS for finding in fell):
                return FALLS, stage
    entered = base.stage(StageId.EVALUASI_HARGA).on(name)
    if entered is not None and entered.verdict is Verdict.LULUS:
        return STANDS, None
    for stage, found in _before_order(probe, name):
        if found.verdict is not Verdict.LULUS:
            return LACKS, stage
    reached = probe.stage(StageId.EVALUASI_HARGA).on(name) is not None
    return (STANDS, None) if reached else (LACKS, StageId.PEMBUKAAN_HARGA)


def _before_order(evaluation: Evaluation, name: str) -> Iterator[tuple[StageId, StageVerdict]]:
    after = _AFTER_ORDER if _is_proved_last(evaluation) else _AFTER_ORDER[1:]
    for stage, found in evaluation.verdicts_of(name):
        if stage not in after:
            yield stage, found


def _is_proved_last(evaluation: Evaluation) -> bool:
    """Whether the proof comes after the order of the bids."""
    stages = [stage.id for stage in evaluation.stages]
    proof = StageId.PEMBUKTIAN_KUALIFIKASI
    return proof in stages and stages.index(proof) > stages.index(StageId.EVALUASI_HARGA)


def _proof(base: Evaluation, probe: Evaluation, name: str, *, low: bool) -> str | None:
    """How the proof of `name` ends, should it come to it with a price that is `low` or is not."""
    if not _is_proved_last(base):
        return STANDS
    known = (probe, base) if _is_low(base, name) == low else (probe,)
    for evaluation in known:
        found = evaluation.stage(StageId.PEMBUKTIAN_KUALIFIKASI).on(name)
        if found is not None and found.entered:
            ends = {Verdict.LULUS: STANDS, Verdict.GUGUR: FALLS}
            return ends.get(found.verdict, LACKS)
    return None


def _is_low(evaluation: Evaluation, name: str) -> bool:
    found = evaluation.stage(StageId.EVALUASI_HARGA).on(name)
    return found is not None and any(each.rule == _JUDGED_LOW for each in found.findings)


def _fair(base: Evaluation, name: str) -> bool | None:
    asked = Criterion(FAIRNESS.key, FAIRNESS.words.id)
    stage = StageId.EVALUASI_HARGA
    word = base.judgements.ballot(stage, name, asked, general=False).verdict
    return None if word is None else word is AssessmentVerdict.MEMENUHI


def _added(given: Given, name: str) -> Fraction:
    """What a purchase costs over its life beside its price, where the method counts that."""
    if given.package.tender.method is not Method.UMUR_EKONOMIS:
        return Fraction(0)
    price = opened_price(given, name)
    life = price.life_cycle if price else None
    if life is None:
        return Fraction(0)
    return sum(map(Fraction, (*life.operating, *life.maintenance)), -Fraction(life.residual))
