"""Why an answer has nothing left to be said of: what was said of it before, when and how."""

from tender_engine.events import AppealAnswer, BondClarification, ObjectionAnswer
from tender_engine.terms import Subject
from tender_engine.workflow import Case
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.made import made
from tender_rules.vocabulary import shipped
from tender_rules.words import date_and_clock

__all__ = ["why_nothing_is_asked", "why_stray"]

_CORRECTED = (
    "bila catatan itu keliru, perbaiki peristiwa tersebut, dan catatan yang lama tetap pada jejak"
)


def why_nothing_is_asked(case: Case, answer: ObjectionAnswer) -> str:
    """That its bidder has been answered, when and how; or that nothing of it was to be."""
    earlier = [each for each in made(case, Subject(answer.of)) if each.answered_by(answer.at)]
    theirs = [each.answer for each in earlier if each.objection.participant == answer.participant]
    said = max(filter(None, theirs), key=lambda event: event.at, default=None)
    if said is None:
        return "tidak ada sanggah yang masih menunggu jawaban"
    how = "tanpa putusan" if said.decision is None else shipped()[f"term.{said.decision}"].id
    return f"sanggahnya sudah dijawab {date_and_clock(said.at)} ({how}); {_CORRECTED}"


def why_stray(case: Case, stray: BondClarification | AppealAnswer) -> str:
    """That it was said of that appeal before, when and how; or that there is none."""
    theirs = [e for e in appealed(case) if e.appeal.participant == stray.participant]
    for each in reversed(theirs):
        bond, answer = each.bond, each.answer
        if isinstance(stray, BondClarification):
            if bond is not None and bond.at <= stray.at:
                at, how = date_and_clock(bond.at), _said(bond.result)
                return f"jaminannya sudah diklarifikasi {at} ({how}); {_CORRECTED}"
        elif answer is not None and answer.at <= stray.at:
            at, how = date_and_clock(answer.at), _said(answer.decision)
            return f"sanggah bandingnya sudah dijawab {at} ({how}); {_CORRECTED}"
    return "tidak ada sanggah banding yang mendahuluinya"


def _said(code: str) -> str:
    return code.replace("_", " ")
