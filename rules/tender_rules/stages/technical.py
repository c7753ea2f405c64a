"""Evaluasi teknis by sistem gugur: whoever passed administration and qualification, judged."""

from tender.judgement import Ballot
from tender.law import Ask, Outcome, rule
from tender.model import Participant
from tender.terms import StageId
from tender.workflow import Case, Decision, Stage
from tender_rules.citations import perpres
from tender_rules.stages.files import bid_file
from tender_rules.stages.judged import decide_stage, outcome_of

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


def _decide(case: Case, bidder: Participant) -> Decision:
    file = bid_file(case, _STAGE, bidder)
    return decide_stage(case, _STAGE, bidder, (), file, criteria, "Memenuhi persyaratan teknis.")


technical = Stage(_STAGE, "Evaluasi teknis", _decide, rules=(criteria,))
