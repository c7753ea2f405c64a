"""The documents that an evaluation leads to, each declared where its sections are."""

from tender_desk.documents.announced_ends import ANNOUNCED_CANCELLATION, ANNOUNCED_FAILURE
from tender_desk.documents.announcements import ANNOUNCED_LIST, ANNOUNCED_WINNER
from tender_desk.documents.bahp import BAHP, WORKING_PAPER
from tender_desk.documents.due import NothingToTellError
from tender_desk.documents.letter import LETTER
from tender_desk.documents.letters_to_offices import DETERMINATION, PROPOSAL
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.record import Audience, Paper, paper
from tender_desk.documents.report_to_ppk import REPORT
from tender_desk.documents.stage_minutes import CLARIFICATION, EVALUATION, PROOF

__all__ = [
    "BAHP",
    "CLARIFICATION",
    "EVALUATION",
    "LETTER",
    "PAPERS",
    "PROOF",
    "WORKING_PAPER",
    "Audience",
    "NothingToTellError",
    "Paper",
    "paper",
]

# What people choose from, in this order; the working paper stands behind the first of them.
PAPERS = (
    BAHP,
    EVALUATION,
    CLARIFICATION,
    PROOF,
    LETTER,
    ANNOUNCED_LIST,
    PROPOSAL,
    DETERMINATION,
    ANNOUNCED_WINNER,
    ANSWER,
    ANNOUNCED_FAILURE,
    ANNOUNCED_CANCELLATION,
    REPORT,
)
