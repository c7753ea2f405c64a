"""What a scored method needs of the document: scored criteria, thresholds, weights in range."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from tender_engine.faults import Fault, Path
from tender_engine.findings import said
from tender_engine.law import Law, LawError
from tender_engine.model import Criterion, Package, Requirements, Tender
from tender_engine.numbers import fraction_said
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Method, StageId, Unsur
from tender_rules.objections.values import document_values_permitted
from tender_rules.procurement_kind import (
    SCORED,
    WEIGHED,
    WEIGHED_STAGES,
    bids_are_due,
    has_prakualifikasi,
    is_seleksi,
)

__all__ = ["CHECKS"]

_WHOLE = Decimal(100)
# What says of which kind a tender is, and which law is its own.
_KIND = ("tender.category", "tender.method", "tender.procedure")
_LAW = ("tender.announced_on", "tender.regulation")
_RANGES: Mapping[Method, str] = {
    Method.SISTEM_NILAI: "weights.sistem_nilai_technical",
    Method.KUALITAS_BIAYA: "weights.kualitas_biaya_technical",
}


def _unset(stage: StageId, key: str, tender: Tender, *above: str | int) -> Fault:
    """What the method needs of a stage and the document has not set, told where it should be."""
    return Fault("ATR018", _at(stage, *above, key), {"what": key, "method": str(tender.method)})


def _at(stage: StageId, *keys: str | int) -> Path:
    return ("tender", "requirements", str(stage), *keys)


def _scored(asked: Requirements) -> list[Criterion]:
    return [criterion for criterion in asked.criteria if criterion.scored]


def _law(package: Package, rulebook: Rulebook) -> Law | None:
    """The law of this package; `None` where other checks say why there is none."""
    regulation = package.tender.regulation
    overlays = (regulation.overlays or ()) if regulation else ()
    unknown = not rulebook.overlays.keys() >= set(overlays)
    if unknown or any(document_values_permitted(package, rulebook)):
        return None
    try:
        return rulebook.law_for(package.tender)
    except LawError:
        return None


def _takes_scores(package: Package, stage: StageId) -> bool:
    tender = package.tender
    if stage is StageId.EVALUASI_TEKNIS:
        return tender.method in SCORED
    before = has_prakualifikasi(tender) and is_seleksi(tender)
    return stage is StageId.EVALUASI_KUALIFIKASI and before


@needs(*_KIND, "tender.requirements")
def scores_where_they_count(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Scores, weights and thresholds stand only where the method counts them."""
    tender = package.tender
    for stage, asked in tender.requirements.items():
        weighs = tender.method in WEIGHED and stage in WEIGHED_STAGES
        if asked.weight is not None and not weighs:
            params = {"what": "weight", "method": str(tender.method)}
            yield Fault("ATR017", _at(stage, "weight"), params)
        if _takes_scores(package, stage):
            continue
        if asked.threshold is not None:
            params = {"what": "threshold", "method": str(tender.method)}
            yield Fault("ATR017", _at(stage, "threshold"), params)
        for index, criterion in enumerate(asked.criteria):
            if criterion.scored:
                params = {"what": criterion.id, "method": str(tender.method)}
                yield Fault("ATR017", _at(stage, "criteria", index), params)


@needs(*_KIND, whole=("tender.requirements", "events"))
def scored_method_is_complete(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Where scores count there are scored criteria and a threshold to reach."""
    tender = package.tender
    stages = [StageId.EVALUASI_KUALIFIKASI]
    if bids_are_due(package):
        stages.append(StageId.EVALUASI_TEKNIS)
    for stage in stages:
        if not _takes_scores(package, stage):
            continue
        asked = tender.asks(stage)
        scored = _scored(asked)
        if not scored and asked.criteria:
            yield _unset(stage, "weight", tender, "criteria", 0)
        elif not scored:
            yield _unset(stage, "criteria", tender)
        reaches = asked.threshold is not None or any(c.threshold is not None for c in scored)
        optional = stage is StageId.EVALUASI_TEKNIS and tender.method is Method.SISTEM_NILAI
        if not reaches and not optional:
            yield _unset(stage, "threshold", tender)


@needs(*_KIND, *_LAW, "tender.requirements", whole=("events",))
def stage_weights_make_a_whole(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Technical and price share a hundred, the technical part within its range."""
    tender = package.tender
    if tender.method not in WEIGHED or not bids_are_due(package):
        return
    weights = [tender.asks(stage).weight for stage in WEIGHED_STAGES]
    for stage, weight in zip(WEIGHED_STAGES, weights, strict=True):
        if weight is None:
            yield _unset(stage, "weight", tender)
    technical, price = weights
    if technical is None or price is None:
        return
    whole = technical + price
    if whole != _WHOLE:
        params = {"total": fraction_said(whole)}
        yield Fault("ATR021", _at(StageId.EVALUASI_HARGA, "weight"), params)
    law = _law(package, rulebook)
    if law is not None:
        where = _at(StageId.EVALUASI_TEKNIS, "weight")
        yield from _within(law, _RANGES[tender.method], technical, where, tender)


def _within(law: Law, param: str, weight: Fraction, where: Path, tender: Tender) -> Iterator[Fault]:
    """A weight in its range, both ends included; the message says how a document sets another.

    Where it is out of an end that the document itself sets, that end is told.
    """
    least, most = law.value(f"{param}_least"), law.value(f"{param}_most")
    if Fraction(least.value) <= weight <= Fraction(most.value):
        return
    missed = least if weight < Fraction(least.value) else most
    params = {"found": fraction_said(weight), "least": least.value, "most": most.value}
    own = tender.regulation.values if tender.regulation else None
    for index, item in enumerate(own or ()):
        if item.param == missed.param:
            yield Fault("ATR106", ("tender", "regulation", "values", index, "value"), params)
            return
    source = f"{missed.instrument} {missed.article}"
    yield Fault("ATR022", where, {**params, "param": param, "source": source})


@needs(*_KIND, *_LAW, whole=("tender.requirements",))
def unsur_weights_in_range(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The parts of a consultant's proposal weigh within their ranges, where each is named."""
    tender, stage = package.tender, StageId.EVALUASI_TEKNIS
    criteria = _scored(tender.asks(stage))
    named = [criterion for criterion in criteria if criterion.unsur is not None]
    law = _law(package, rulebook) if named else None
    if named and not is_seleksi(tender):
        yield Fault("ATR017", _at(stage, "criteria"), {"what": "unsur", "method": tender.method})
    elif named and len(named) < len(criteria):
        missing = ", ".join(c.id for c in criteria if c.unsur is None)
        yield Fault("ATR023", _at(stage, "criteria"), {"found": missing})
    elif named and law is not None:
        for unsur in Unsur:
            weights = (c.weight for c in named if c.unsur is unsur and c.weight is not None)
            total = sum(weights, Fraction(0))
            where = _at(stage, "criteria")
            yield from _within(law, f"weights.unsur_{unsur}", total, where, tender)


@needs(*_KIND, "tender.requirements", whole=("events",))
def life_has_years(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Costs of a life are counted over a time that the document fixes (Pasal 39 ayat (3))."""
    tender, stage = package.tender, StageId.EVALUASI_HARGA
    counts = tender.method is Method.UMUR_EKONOMIS
    years = tender.asks(stage).operating_years
    if counts and years is None and bids_are_due(package):
        yield _unset(stage, "operating_years", tender)
    if not counts and years is not None:
        params = {"what": "operating_years", "method": str(tender.method)}
        yield Fault("ATR017", _at(stage, "operating_years"), params)


@needs(*_KIND, *_LAW, "tender.requirements")
def preference_is_in_percent(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A Tender may set a preference up to the law's highest; a share is a slip for a percentage."""
    tender = package.tender
    rate = tender.asks(StageId.EVALUASI_HARGA).tkdn_preference
    law = _law(package, rulebook) if rate else None
    if not rate or law is None:
        return
    where = _at(StageId.EVALUASI_HARGA, "tkdn_preference")
    most = law.value("preference.most")
    if is_seleksi(tender):
        yield Fault("ATR017", where, {"what": "tkdn_preference", "method": str(tender.method)})
    elif rate < 1:
        yield Fault("ATR035", where, {"found": said(rate), "percent": said(rate.scaleb(2))})
    elif rate > Decimal(most.value):
        params = {"found": said(rate), "most": most.value, "article": most.article}
        yield Fault("ATR038", where, params)


CHECKS = (
    scores_where_they_count,
    scored_method_is_complete,
    stage_weights_make_a_whole,
    unsur_weights_in_range,
    life_has_years,
    preference_is_in_percent,
)
