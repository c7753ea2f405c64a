"""The documents that an evaluation leads to, each declared where its sections are."""

from tender_desk.documents.bahp import BAHP, WORKING_PAPER
from tender_desk.documents.due import NothingToTellError
from tender_desk.documents.letter import LETTER
from tender_desk.documents.record import Audience, Paper, paper
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
PAPERS = (BAHP, EVALUATION, CLARIFICATION, PROOF, LETTER)
