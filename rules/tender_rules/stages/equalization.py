"""Penyetaraan teknis of dua tahap: who meets the equalized terms hands in a revised offer."""

from tender_engine.declared import Check, StageWords, Words
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, rule
from tender_engine.model import Criterion, Participant
from tender_engine.terms import StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary
from tender_rules.stages.deciding import added_checks
from tender_rules.stages.files import bid_file
from tender_rules.stages.judged import by_judgement, found_by, judge, outcome_of

__all__ = ["CHECKS", "EQUALIZED", "equalization"]

_STAGE = StageId.PENYETARAAN_TEKNIS
EQUALIZED: Check[None, None] = Check(
    "penyetaraan",
    _STAGE,
    Words("penyetaraan teknis", "technical equalization"),
    hint="hanya klausulnya",
    judged=True,
)
CHECKS = (EQUALIZED,)


@rule(
    "equalization.criteria",
    "Penyetaraan teknis dinilai Pokja Pemilihan",
    perpres("Pasal 40 ayat (4) huruf d"),
    secondary("Standar Dokumen Pengadaan sebelum Perpres 16/2018", "penyetaraan teknis"),
    since="2018-03-22",
    check=EQUALIZED,
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """Who cannot meet the equalized requirements is out; after it all are technically equal."""
    return outcome_of(ballot)


def _decide(case: Case, bidder: Participant) -> Decision:
    """What the document lists for it is judged, or else equalization as a whole."""
    judged = by_judgement(case, _STAGE, bidder, criteria)
    if not judged:
        clause = bid_file(case, _STAGE, bidder).clause(EQUALIZED)
        whole = Criterion(EQUALIZED.key, EQUALIZED.words.id, clause)
        ballot = judge(case, _STAGE, bidder, whole)
        judged = [(ballot, found_by(case, _STAGE, bidder, criteria, ballot))]
    votes = tuple(vote for ballot, _ in judged for vote in ballot.votes)
    found = [*added_checks(case, _STAGE, bidder, (criteria,)), *(pair for _, pair in judged)]
    return decide_by(found, votes, "Memenuhi penyetaraan teknis.")


equalization = Stage(
    _STAGE,
    StageWords(
        Words("Penyetaraan teknis", "Equalization (penyetaraan teknis)"), Words("Setara", "Equal")
    ),
    _decide,
    rules=(criteria,),
)
