"""The sketch of a tender, from what was given and what it came to."""

from fractions import Fraction

from tender_engine.evaluation import Evaluation
from tender_engine.events import Negotiation, ReverseAuction, Withdrawal
from tender_engine.law import Ask
from tender_engine.model import Package
from tender_engine.terms import Envelope, Method, ProofScope, StageId
from tender_rules.procurement_kind import WEIGHED, has_prakualifikasi, is_seleksi
from tender_rules.stages.panel import points, scores_in
from tender_rules.stages.preference import applies
from tender_rules.whatif.changes import Given
from tender_rules.whatif.held_to_hps import held_to_hps
from tender_rules.whatif.prices import claims_of
from tender_rules.whatif.sketch import STANDS, Key, Sketch, Standing
from tender_rules.whatif.standings import SCORED_STAGES, standings

__all__ = ["is_of_bids", "is_settled", "sketch_of"]

_BY_TECHNICAL = (Method.KUALITAS, Method.PAGU_ANGGARAN)
_PARTED = (
    *WEIGHED,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.BIAYA_TERENDAH,
)
_PROOF = StageId.PEMBUKTIAN_KUALIFIKASI
_OF_LIST = (
    StageId.PEMASUKAN_KUALIFIKASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.PEMBUKTIAN_KUALIFIKASI,
    StageId.PENETAPAN_HASIL_KUALIFIKASI,
)


def is_of_bids(evaluation: Evaluation) -> bool:
    """Whether it came to the bids, and not only to the list of a prakualifikasi."""
    opened = bool(evaluation.stage(StageId.PEMBUKAAN).verdicts)
    return opened or not has_prakualifikasi(evaluation.given.tender)


def sketch_of(given: Given) -> tuple[Sketch, bool]:
    """The sketch, and whether it tells what a change comes to; else only where to look."""
    found = standings(given) if _is_plain(given) else None
    bidders = _as_found(given) if found is None else found
    base, tender = given.evaluation, given.package.tender
    ask = Ask(base.law)
    preferred = applies(tender, ask)
    proof = _PROOF in given.rulebook.procedures[base.procedure].leading.get(StageId.PENETAPAN, ())
    scope = tender.asks(_PROOF).scope or ask.text("proof.scope")
    called = proof and scope != ProofScope.SEMUA_LULUS_HARGA
    equalized = tender.envelope is Envelope.DUA_TAHAP
    sketch = Sketch(
        bidders={one.name: one for one in bidders},
        scored=_scored(given),
        limits=_limits(given, ask),
        by="combined"
        if tender.method in WEIGHED
        else "technical"
        if tender.method in _BY_TECHNICAL
        else "compared",
        highest=tender.method in (*WEIGHED, *_BY_TECHNICAL),
        parted=tender.method in _PARTED and not equalized,
        tkdn=_tkdn(given) if preferred and tender.method not in WEIGHED else None,
        size=int(ask.decimal("award.reserves_most")) + 1 if called else 0,
        pool=tender.asks(StageId.PENAWARAN_DIEVALUASI).lowest or 0,
        leads=given.rulebook.procedures[base.procedure].leading,
        marks=tuple(_marks(given.package)),
        hps_marks=(*_marks(given.package), *held_to_hps(given)),
    )
    return sketch, found is not None


def _is_plain(given: Given) -> bool:
    """Whether one order of bids decides: no talks, no auction, no price opened in turn."""
    package = given.package
    if not is_of_bids(given.evaluation) or package.tender.method is Method.KUALITAS:
        return False
    late = (StageId.PENETAPAN, StageId.NEGOSIASI)
    gone = any(event.stage in late for event in package.happened.of(Withdrawal))
    talks, auctions = package.happened.of(Negotiation), package.happened.of(ReverseAuction)
    return not (gone or talks or auctions)


def _as_found(given: Given) -> tuple[Standing, ...]:
    """Everybody with the figures that are known, where nothing tells how they stand."""
    base = given.evaluation
    names = [who.id for who in given.package.participants]
    scores = {stage: scores_in(base, stage, names) for stage in SCORED_STAGES}
    made = []
    for name in names:
        price = base.price(name)
        means = {
            (stage, index): scoring.mean
            for stage, panel in scores.items()
            for index, scoring in enumerate(panel.of(name))
        }
        totals = (price.corrected_total, price.compared) if price else (None, None)
        total, compared = (None if x is None else Fraction(x) for x in totals)
        made.append(Standing(name, total, compared, Fraction(0), means, STANDS))
    return tuple(made)


def _scored(given: Given) -> dict[StageId, tuple[Fraction, ...]]:
    """What a point of the mean gives on each scored criterion, of stages that are decided here."""
    found = {}
    for stage in SCORED_STAGES:
        if is_settled(given, stage):
            continue
        criteria = scores_in(given.evaluation, stage, ()).criteria
        if criteria:
            found[stage] = tuple(points(criterion, Fraction(1)) for criterion in criteria)
    return found


def is_settled(given: Given, stage: StageId) -> bool:
    """Whether the list of a prakualifikasi rests on `stage`, which an act has closed."""
    of_list = stage in _OF_LIST and has_prakualifikasi(given.package.tender)
    return of_list and is_of_bids(given.evaluation)


def _limits(given: Given, ask: Ask) -> dict[Key, Fraction]:
    tender = given.package.tender
    found: dict[Key, Fraction] = {("hps",): Fraction(tender.hps.total)}
    if not is_seleksi(tender):
        found["ceiling",] = Fraction(ask.decimal("price.ceiling_share"))
        found["share",] = Fraction(ask.decimal("price.fairness_below_share"))
    if tender.method is Method.PAGU_ANGGARAN:
        found["pagu",] = Fraction(tender.pagu)
    if tender.method in WEIGHED:
        weight = tender.asks(StageId.EVALUASI_TEKNIS).weight
        found["weight",] = weight if weight is not None else Fraction(0)
    for stage in SCORED_STAGES:
        asked = tender.asks(stage)
        for index, criterion in enumerate(scores_in(given.evaluation, stage, ()).criteria):
            if criterion.threshold is not None:
                found["threshold", stage, index] = Fraction(criterion.threshold)
        if asked.threshold is not None:
            found["threshold", stage, None] = Fraction(asked.threshold)
    return found


def _tkdn(given: Given) -> dict[str, Fraction]:
    found = {}
    for who in given.package.participants:
        claims = claims_of(given, who.id)
        if claims is not None and claims.tkdn is not None:
            found[who.id] = Fraction(claims.tkdn)
    return found


def _marks(package: Package) -> list[Fraction]:
    """Totals that talks and auctions came to: bids are held to them."""
    talks = [event.total for event in package.happened.of(Negotiation) if event.total is not None]
    auctions = package.happened.of(ReverseAuction)
    came_to = [total for event in auctions for total in (event.totals or {}).values()]
    return [Fraction(total) for total in {*talks, *came_to}]
