"""The acts of people: which one stands."""

from datetime import datetime

from tender.events import Award, FailureAct, Negotiation, ObjectionAnswer, Withdrawal
from tender.findings import Notice
from tender.law import Outcome, passes
from tender.model import Package
from tender.terms import NegotiationOutcome, ObjectionDecision, StageId, Subject
from tender.workflow import Case

__all__ = [
    "beside_computation",
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
    events = [e for e in case.package.events if isinstance(e, Award | FailureAct) and e.of == of]
    if not events:
        return None
    standing = max(events, key=lambda event: event.at)
    undone = any(
        isinstance(event, ObjectionAnswer)
        and event.decision is ObjectionDecision.BENAR_SUBSTANSIAL
        and event.of == of
        and event.at > standing.at
        for event in case.package.events
    )
    if undone:
        case.notice(Notice("SANGGAH_BENAR_SUBSTANSIAL", _UNDONE[of], audience="publik"))
    return None if undone else standing


def _talks(package: Package, name: str) -> list[Negotiation]:
    """The klarifikasi dan negosiasi with `name`, oldest first."""
    held = [e for e in package.events if isinstance(e, Negotiation) and e.participant == name]
    return sorted(held, key=lambda event: event.at)


def last_talks(package: Package, name: str, by: datetime | None = None) -> Negotiation | None:
    """The last klarifikasi dan negosiasi with `name`, of those held until `by` if it is given."""
    held = _talks(package, name)
    return next((e for e in reversed(held) if by is None or e.at <= by), None)


def failed_since(package: Package, name: str) -> datetime | None:
    """When talks with `name` failed first, or it left instead of talking."""
    failed = [e.at for e in _talks(package, name) if e.outcome is NegotiationOutcome.GAGAL]
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
    for event in package.events:
        if isinstance(event, Withdrawal) and (event.participant, event.stage) == (name, stage):
            return event
    return None


def beside_computation(act: Award, *, agrees: bool, **named: object) -> Outcome:
    """An act set beside the computation, with whom it names; a difference is said, not mended."""
    words = "Penetapan sesuai perhitungan" if agrees else "Penetapan berbeda dari perhitungan"
    return passes(words, nomor=act.number, **named, sesuai=agrees)
