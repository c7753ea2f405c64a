"""Evaluasi teknis: each requirement judged by the panel, or scored against a threshold."""

from tender_engine.declared import StageWords, Words
from tender_engine.findings import Notice
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, rule
from tender_engine.model import Participant
from tender_engine.terms import StageId, Unsur
from tender_engine.workflow import Case, Decision, Stage, once
from tender_rules.citations import perpres
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages import scoring
from tender_rules.stages.deciding import decide_stage
from tender_rules.stages.judged import outcome_of

__all__ = ["technical"]

_STAGE = StageId.EVALUASI_TEKNIS


@rule(
    "technical.criteria",
    "Persyaratan teknis dinilai Pokja Pemilihan",
    perpres("Pasal 39 ayat (4)"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """Price decides only among bids that meet the technical requirements, as the panel judges."""
    return outcome_of(ballot)


@once
def _ranges_of_unsur(case: Case) -> None:
    """Remember the ranges that the weights of a consultant's unsur were held to."""
    scored = [c for c in case.package.tender.asks(_STAGE).criteria if c.scored]
    if not is_seleksi(case.package.tender) or not scored:
        return
    if any(criterion.unsur is None for criterion in scored):
        words = "Kriteria teknis tidak menyebut unsur; rentang bobot unsur tidak diperiksa."
        case.notice(Notice("UNSUR_TIDAK_DISEBUT", words))
        return
    for unsur in Unsur:
        for end in ("least", "most"):
            case.ask.decimal(f"weights.unsur_{unsur}_{end}")


def _decide(case: Case, bidder: Participant) -> Decision:
    _ranges_of_unsur(case)
    return decide_stage(case, _STAGE, bidder, criteria, "Memenuhi persyaratan teknis.")


technical = Stage(
    _STAGE,
    StageWords(
        Words("Evaluasi teknis", "Technical evaluation (evaluasi teknis)"),
        Words("Teknis", "Tech"),
        score=Words("nilai teknis", "technical score"),
    ),
    _decide,
    rules=(criteria, *scoring.RULES),
)
