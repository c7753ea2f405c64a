"""The documents that an evaluation leads to, each declared where its sections are."""

from tender_desk.documents.announced_ends import ANNOUNCED_CANCELLATION, ANNOUNCED_FAILURE
from tender_desk.documents.announcements import ANNOUNCED_LIST, ANNOUNCED_WINNER
from tender_desk.documents.bahp import BAHP, CANCELLATION, WORKING_PAPER
from tender_desk.documents.due import NothingToTellError
from tender_desk.documents.failure_minutes import FAILED
from tender_desk.documents.letter import LETTER
from tender_desk.documents.letters_to_offices import DETERMINATION, PROPOSAL
from tender_desk.documents.list_minutes import LISTED
from tender_desk.documents.meetings import ATTENDANCE_LISTS, INVITATIONS
from tender_desk.documents.negotiation_minutes import NEGOTIATION
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.opening import OPENED_BIDS, OPENED_PRICES, OPENED_QUALIFICATIONS
from tender_desk.documents.record import Audience, Paper, paper
from tender_desk.documents.report_to_ppk import REPORT
from tender_desk.documents.stage_minutes import CLARIFICATION, EVALUATION, PROOF
from tender_engine.terms import InvitedTo

__all__ = [
    "BAHP",
    "CANCELLATION",
    "CLARIFICATION",
    "EVALUATION",
    "LETTER",
    "NEGOTIATION",
    "PAPERS",
    "PROOF",
    "WORKING_PAPER",
    "Audience",
    "NothingToTellError",
    "Paper",
    "paper",
]

# What people choose from, in the order in which a tender comes to each; so a whole set is numbered.
PAPERS = (
    OPENED_QUALIFICATIONS,
    LISTED,
    OPENED_BIDS,
    EVALUATION,
    OPENED_PRICES,
    INVITATIONS[InvitedTo.KLARIFIKASI],
    ATTENDANCE_LISTS[InvitedTo.KLARIFIKASI],
    CLARIFICATION,
    INVITATIONS[InvitedTo.PEMBUKTIAN],
    ATTENDANCE_LISTS[InvitedTo.PEMBUKTIAN],
    PROOF,
    BAHP,
    ANNOUNCED_LIST,
    PROPOSAL,
    DETERMINATION,
    ANNOUNCED_WINNER,
    FAILED,
    ANNOUNCED_FAILURE,
    CANCELLATION,
    ANNOUNCED_CANCELLATION,
    LETTER,
    ANSWER,
    INVITATIONS[InvitedTo.NEGOSIASI],
    ATTENDANCE_LISTS[InvitedTo.NEGOSIASI],
    NEGOTIATION,
    REPORT,
)
