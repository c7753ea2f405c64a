"""The documents that an evaluation leads to, by the name that people ask for them with."""

from enum import StrEnum

from tender.evaluation import Evaluation
from tender_rules.documents.bahp import minutes
from tender_rules.documents.blocks import Record
from tender_rules.documents.letter import letter
from tender_rules.documents.stage_minutes import (
    clarification_minutes,
    evaluation_minutes,
    proof_minutes,
)

__all__ = ["Paper", "paper"]


class Paper(StrEnum):
    """A document of the panel."""

    BAHP = "bahp"
    EVALUASI = "evaluasi"
    KLARIFIKASI = "klarifikasi"
    PEMBUKTIAN = "pembuktian"
    SURAT = "surat"

    @property
    def of_one(self) -> bool:
        """Whether it may be about one participant alone; a letter always is."""
        return self in (Paper.KLARIFIKASI, Paper.PEMBUKTIAN, Paper.SURAT)


def paper(evaluation: Evaluation, which: Paper, participant: str | None = None) -> Record:
    """The document `which`; of `participant` alone where one is named.

    Raises:
        KeyError: a letter to nobody, or to somebody who is not there.
        NothingToTellError: a letter to somebody who handed in nothing.
    """
    match which:
        case Paper.BAHP:
            return minutes(evaluation)
        case Paper.EVALUASI:
            return evaluation_minutes(evaluation)
        case Paper.KLARIFIKASI:
            return clarification_minutes(evaluation, participant)
        case Paper.PEMBUKTIAN:
            return proof_minutes(evaluation, participant)
        case Paper.SURAT:
            return letter(evaluation, participant or "")
