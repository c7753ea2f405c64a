"""Which questions of a package have no record: a slow second look that knows nothing of ballots.

A question is open to whoever entered its stage. It asks only whether somebody said anything that
could answer it, never what was said: who fell is left to the evaluation.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from tender_engine.evaluation import Evaluation
from tender_engine.events import PriceOpening
from tender_engine.findings import Verdict
from tender_engine.model import Assessment, Facts, Package, Participant, Requirements
from tender_engine.terms import Category, Method, ProcedureName, StageId

__all__ = ["silent_questions"]

ADMINISTRATION, QUALIFICATION = StageId.EVALUASI_ADMINISTRASI, StageId.EVALUASI_KUALIFIKASI
TECHNICAL, PRICE = StageId.EVALUASI_TEKNIS, StageId.EVALUASI_HARGA
PROOF, EQUALIZED = StageId.PEMBUKTIAN_KUALIFIKASI, StageId.PENYETARAAN_TEKNIS
AS_A_WHOLE = (ADMINISTRATION, QUALIFICATION, TECHNICAL, PROOF)
OFFERED = ("bid_validity_days", "completion_days", "bid_bond")
FAIRNESS, LOW = "kewajaran_harga", Decimal("0.8")
CONSULTANTS = (Category.JASA_KONSULTANSI_BADAN_USAHA, Category.JASA_KONSULTANSI_PERORANGAN)


def silent_questions(package: Package, evaluation: Evaluation) -> list[tuple[str, str, str]]:
    """Every question that was opened to somebody who stands, and that nobody answered."""
    fallen = {
        found.participant
        for stage in evaluation.stages
        for found in stage.verdicts
        if found.verdict is Verdict.GUGUR
    }
    return [
        (str(stage.id), who.id, question)
        for stage in evaluation.stages
        for who in package.participants
        if who.id not in fallen and _entered(evaluation, stage.id, who.id)
        for question in _silent(package, evaluation, stage.id, who)
    ]


def _entered(evaluation: Evaluation, stage: StageId, name: str) -> bool:
    """Whether `name` went into `stage`: of whom a pool or scope kept out nothing is found."""
    found = [v for v in evaluation.stage(stage).verdicts if v.participant == name]
    return any(v.verdict is not Verdict.TIDAK_DIEVALUASI or v.findings for v in found)


def _silent(
    package: Package, evaluation: Evaluation, stage: StageId, who: Participant
) -> Iterator[str]:
    asked = package.tender.requirements.get(stage, Requirements())
    known = who.facts.get(stage, Facts())
    if stage is StageId.KOREKSI_ARITMATIK:
        price = evaluation.price(who.id)
        if price is None or price.corrected_total is None:
            yield "price"
    elif stage is StageId.PEMBUKAAN_HARGA:
        if not any(isinstance(event, PriceOpening) for event in package.events):
            yield "opening"
    elif stage is PROOF:
        yield from _at_the_proof(package, evaluation, who, asked)
    elif stage in (ADMINISTRATION, QUALIFICATION, TECHNICAL, EQUALIZED, PRICE):
        yield from _facts(stage, asked, known, who)
        yield from _people(package, stage, who.id, asked)
        if stage is PRICE:
            yield from _on_its_price(package, evaluation, who)


def _facts(stage: StageId, asked: Requirements, known: Facts, who: Participant) -> Iterator[str]:
    """What the document asks by name, of the bidder or of each member of a KSO."""
    if stage is ADMINISTRATION:
        for name in OFFERED:
            if asked.named.get(name) not in (None, False) and name not in known.named:
                yield name
        if asked.named.get("kso_agreement") and who.members and "kso_agreement" not in known.named:
            yield "kso_agreement"
    if stage is QUALIFICATION:
        for firm in who.members or (who,):
            if (
                asked.named.get("blacklist")
                and "blacklist" not in firm.facts.get(stage, Facts()).named
            ):
                yield "blacklist"
            if asked.named.get("business_size") and "business_size" not in firm.named:
                yield "business_size"


def _people(
    package: Package,
    stage: StageId,
    name: str,
    asked: Requirements,
    since: dt.datetime | None = None,
) -> Iterator[str]:
    """Criteria on which fewer spoke than can decide; or the stage as a whole."""
    panel = [member.id for member in package.pokja.members]
    words = [entry for entry in package.assessments if since is None or entry.at >= since]
    words = [entry for entry in words if entry.stage is stage]
    for criterion in asked.criteria:
        own = [e for e in words if e.participant == name and e.criterion == criterion.id]
        if criterion.max_score is not None:
            given = {member for entry in own if entry.score is not None for member in entry.by}
            if given < set(panel):
                yield criterion.id
        elif criterion.id != FAIRNESS and not _is_said(_on(words, name, criterion.id), panel):
            yield criterion.id
    nothing = not asked.criteria and not _checks(asked)
    if stage in AS_A_WHOLE and nothing and not _is_said(_on(words, name, None), panel):
        yield "the stage as a whole"


def _checks(asked: Requirements) -> list[str]:
    named = (*OFFERED, "kso_agreement", "business_size", "blacklist")
    return [name for name in named if asked.named.get(name) not in (None, False)]


def _on(words: list[Assessment], name: str, criterion: str | None) -> list[Assessment]:
    """The entries on one question; one that names no criterion is on all of its stage."""
    mine = [entry for entry in words if entry.participant in (name, "*")]
    return [e for e in mine if e.score is None and e.criterion in (None, criterion)]


def _is_said(entries: list[Assessment], panel: list[str]) -> bool:
    """Whether more than half of the panel said anything."""
    return 2 * len({member for entry in entries for member in entry.by}) > len(panel)


def _at_the_proof(
    package: Package, evaluation: Evaluation, who: Participant, asked: Requirements
) -> Iterator[str]:
    known = who.facts.get(PROOF, Facts())
    if known.named.get("sikap_qualified"):
        return
    others = [x for x in package.participants if _entered(evaluation, PROOF, x.id)]
    told = ["attended" in x.facts.get(PROOF, Facts()).named for x in others]
    if "attended" not in known.named and ("attended" in asked.clauses or any(told)):
        yield "attended"
    after = package.tender.procedure is ProcedureName.PASCAKUALIFIKASI
    since = _since(package, evaluation, who.id) if after else None
    yield from _people(package, PROOF, who.id, asked, since)


def _since(package: Package, evaluation: Evaluation, name: str) -> dt.datetime | None:
    """What the proof rests on: the first opening of prices, and the words that counted before it.

    Words on the price are left out: these may have come because of an auction or talks.
    """
    times = [event.at for event in package.events if isinstance(event, PriceOpening)]
    earlier = (ADMINISTRATION, QUALIFICATION, TECHNICAL, EQUALIZED)
    words = (v.votes for stage, v in evaluation.verdicts_of(name) if stage in earlier)
    counted = [vote.entry.at for votes in words for vote in votes if vote.counts]
    return max([*([min(times)] if times else []), *counted], default=None)


def _on_its_price(package: Package, evaluation: Evaluation, who: Participant) -> Iterator[str]:
    tender, price = package.tender, evaluation.price(who.id)
    if price is None or price.corrected_total is None:
        yield "price"
        return
    low = price.corrected_total < LOW * tender.hps.total
    if low and tender.category not in CONSULTANTS:
        own = [e for e in package.assessments if e.stage is PRICE and e.participant == who.id]
        panel = [member.id for member in package.pokja.members]
        if not _is_said([e for e in own if e.criterion == FAIRNESS], panel):
            yield FAIRNESS
    if tender.method is Method.UMUR_EKONOMIS and not any(
        f.rule == "price.life_cycle" and f.verdict is Verdict.LULUS
        for v in evaluation.stage(PRICE).verdicts
        if v.participant == who.id
        for f in v.findings
    ):
        yield "life_cycle"
