"""Why a procurement is repeated: the act that undid a result or declared a failure, and its day."""

from datetime import datetime

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    AppealAnswer,
    Award,
    Cancellation,
    Event,
    FailureAct,
    ObjectionAnswer,
)
from tender_engine.model import Package
from tender_engine.terms import AppealDecision, ObjectionDecision, Subject
from tender_rules.procurement_kind import is_seleksi
from tender_rules.words import dated

__all__ = ["Cause", "cause_of", "not_before"]


@frozen
class Cause:
    """What led to a repeat: the moment of the act, the result that it was about, and in words."""

    at: datetime
    of: Subject
    said: str


def cause_of(evaluation: Evaluation) -> Cause | None:
    """The latest act by which a result fell or a failure was declared; `None` where there is none.

    One after which the same was determined anew has been answered already. A failure that only
    figures show has nobody's act yet: then people say why they repeat.
    """
    awards = evaluation.given.happened.of(Award)
    acts = [
        event
        for event in evaluation.given.events
        if _undoes(event) and not any(a.of == _of(event) and a.at > event.at for a in awards)
    ]
    if not acts:
        return None
    last = max(acts, key=lambda event: event.at)
    return Cause(last.at, _of(last), _said(evaluation, last))


def _of(act: Event) -> Subject:
    """The result that an act is about; an appeal, and a cancellation, is about the bids."""
    return Subject(getattr(act, "of", Subject.PEMILIHAN))


def not_before(evaluation: Evaluation) -> datetime | None:
    """The moment before which nothing of a repeat can be: the cause, or else all that is recorded.

    `None` where nothing is recorded at all.
    """
    cause = cause_of(evaluation)
    if cause is not None:
        return cause.at
    return max(_moments(evaluation.given), default=None)


def _moments(package: Package) -> list[datetime]:
    events, entries = package.events, package.assessments
    return [*(event.at for event in events), *(entry.at for entry in entries)]


def _undoes(event: Event) -> bool:
    match event:
        case FailureAct() | Cancellation():
            return True
        case ObjectionAnswer():
            return event.decision is ObjectionDecision.BENAR_SUBSTANSIAL
        case AppealAnswer():
            return event.decision is AppealDecision.BENAR
        case _:
            return False


def _said(evaluation: Evaluation, act: Event) -> str:
    """The cause in one sentence, as `previous.reason` states it."""
    words, day = evaluation.basis.vocabulary("id"), dated(act.at)
    names = {who.id: who.name for who in evaluation.given.participants}
    noun = "Seleksi" if is_seleksi(evaluation.given.tender) else "Tender"
    match act:
        case ObjectionAnswer():
            ground = f": {words.said('ground', act.cause)}" if act.cause else ""
            whose = f"Sanggah {names[act.participant]} benar dan substansial"
            return f"{whose} menurut jawaban {day}{ground}."
        case AppealAnswer():
            return f"Sanggah banding {names[act.participant]} benar menurut jawaban {day}."
        case FailureAct():
            what = "Prakualifikasi" if _of(act) is Subject.KUALIFIKASI else noun
            return f"{what} dinyatakan gagal pada {day}: {words.said('ground', act.ground)}."
        case Cancellation():
            return f"{noun} dibatalkan pada {day}: {act.reason}"
        case _:
            raise TypeError(f"{type(act).__name__} undoes nothing")
