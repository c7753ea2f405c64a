"""The acts of people: which one stands."""

from bisect import bisect_right
from datetime import datetime

from tender_engine.events import (
    Award,
    Cancellation,
    FailureAct,
    Negotiation,
    ObjectionAnswer,
    Withdrawal,
)
from tender_engine.findings import Notice
from tender_engine.law import Outcome, passes
from tender_engine.model import Package
from tender_engine.terms import NegotiationOutcome, ObjectionDecision, StageId, Subject
from tender_engine.workflow import Case
from tender_rules.procurement_kind import has_prakualifikasi

__all__ = [
    "beside_computation",
    "called_off",
    "comes_before_the_list",
    "failed_since",
    "last_act",
    "last_talks",
    "left",
    "talks_failed",
]

_UNDONE = {
    Subject.PEMILIHAN: "Sanggah benar dan substansial: tender dinyatakan gagal (IKP 34).",
    Subject.KUALIFIKASI: (
        "Sanggah atas hasil kualifikasi benar dan substansial: penetapan sebelumnya tidak berlaku."
    ),
}


def last_act(case: Case, of: Subject) -> Award | FailureAct | None:
    """The standing act on `of`: the latest, unless an objection found right has undone it since."""
    standing = case.once(("last act", of), lambda: _standing(case.package, of))
    if standing is None:
        return None
    answers = case.package.happened.of(ObjectionAnswer)
    undone = any(
        event.decision is ObjectionDecision.BENAR_SUBSTANSIAL
        and event.of == of
        and event.at > standing.at
        for event in answers
    )
    if undone:
        case.notice(Notice("SANGGAH_BENAR_SUBSTANSIAL", _UNDONE[of], audience="publik"))
    return None if undone else standing


def _standing(package: Package, of: Subject) -> Award | FailureAct | None:
    """The latest act on `of`."""
    acts = (e for e in package.events if isinstance(e, Award | FailureAct))
    events = [e for e in acts if _concerns(package, e) == of]
    return max(events, key=lambda event: event.at, default=None)


def _concerns(package: Package, act: Award | FailureAct) -> str:
    """The result that an act is about: before there is a list, all that can fail is about it."""
    early = isinstance(act, FailureAct) and comes_before_the_list(package, act)
    return Subject.KUALIFIKASI if early else act.of


def comes_before_the_list(package: Package, act: FailureAct) -> bool:
    """Whether `act` says that the bids failed, when nobody had been determined who could bid."""
    if act.of != Subject.PEMILIHAN or not has_prakualifikasi(package.tender):
        return False
    lists = (e.at for e in package.happened.of(Award) if e.of == Subject.KUALIFIKASI)
    return not any(at <= act.at for at in lists)


def called_off(package: Package) -> Cancellation | None:
    """The decision by which the procurement ended, if there is one."""
    return next(iter(package.happened.of(Cancellation)), None)


def last_talks(package: Package, name: str, by: datetime | None = None) -> Negotiation | None:
    """The last klarifikasi dan negosiasi with `name`, of those held until `by` if it is given."""
    held = package.happened.about(Negotiation, name)
    count = len(held) if by is None else bisect_right(held, by, key=lambda event: event.at)
    return held[count - 1] if count else None


def failed_since(package: Package, name: str) -> datetime | None:
    """When talks with `name` failed first, or it left instead of talking."""
    held = package.happened.about(Negotiation, name)
    failed = [e.at for e in held if e.outcome is NegotiationOutcome.GAGAL]
    gone = left(package, name, StageId.NEGOSIASI)
    if gone is not None:
        failed.append(gone.at)
    return min(failed, default=None)


def talks_failed(package: Package, name: str, by: datetime | None = None) -> bool:
    """Whether the last talks with `name` until `by` failed, or it had left instead of talking."""
    gone = left(package, name, StageId.NEGOSIASI)
    if gone is not None and (by is None or gone.at <= by):
        return True
    held = last_talks(package, name, by)
    return held is not None and held.outcome is NegotiationOutcome.GAGAL


def left(package: Package, name: str, stage: StageId) -> Withdrawal | None:
    """How `name` withdrew at `stage`, if it did."""
    for event in package.happened.about(Withdrawal, name):
        if event.stage is stage:
            return event
    return None


def beside_computation(act: Award, *, agrees: bool, **named: object) -> Outcome:
    """An act set beside the computation, with whom it names; a difference is said, not mended."""
    words = "Penetapan sesuai perhitungan" if agrees else "Penetapan berbeda dari perhitungan"
    return passes(words, nomor=act.number, **named, sesuai=agrees)
