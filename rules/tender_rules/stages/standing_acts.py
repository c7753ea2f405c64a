"""The acts of people: which one stands."""

from bisect import bisect_right
from datetime import datetime

from tender_engine.events import (
    Award,
    Cancellation,
    FailureAct,
    Negotiation,
    Withdrawal,
)
from tender_engine.law import Outcome, passes
from tender_engine.model import Package
from tender_engine.terms import NegotiationOutcome, StageId, Subject
from tender_engine.workflow import Case, once
from tender_rules.procurement_kind import has_prakualifikasi, is_seleksi
from tender_rules.sanggah.undone import undone
from tender_rules.stages.rulings import rulings

__all__ = [
    "act_made",
    "acts_on",
    "beside_computation",
    "called_off",
    "comes_before_the_list",
    "failed_since",
    "last_act",
    "last_talks",
    "left",
    "talks_failed",
    "withdrawals",
]


def last_act(case: Case, of: Subject) -> Award | FailureAct | None:
    """The standing act on `of`: the latest, unless something has undone it since.

    An objection or appeal does, and so does that the winner is there no more: the act was right on
    its day, and says nothing of who is to be determined now.
    """
    act = act_made(case, of)
    return None if isinstance(act, Award) and _is_gone(case, act) else act


@once
def act_made(case: Case, of: Subject) -> Award | FailureAct | None:
    """The latest act on `of` unless an objection or appeal has undone it, whoever left since."""
    acts = acts_on(case.package, of)
    standing = max(acts, key=lambda event: event.at, default=None)
    by = None if standing is None else undone(case, of)
    return None if by is not None and by.act == standing else standing


def _is_gone(case: Case, act: Award) -> bool:
    """Whether the winner left after it was determined, or the talks of a Seleksi failed with it."""
    name = act.winner or ""
    gone = [event.at for event in withdrawals(case, name)]
    if is_seleksi(case.package.tender):
        talks = case.package.happened.about(Negotiation, name)
        gone += [event.at for event in talks if event.outcome is NegotiationOutcome.GAGAL]
    return any(at >= act.at for at in gone)


def withdrawals(case: Case, name: str | None = None) -> list[Withdrawal]:
    """By which anybody, or `name`, is out: where no talks are held nobody leaves them."""
    happened, talking = case.package.happened, case.verdicts.get(StageId.NEGOSIASI, {})
    told = happened.of(Withdrawal) if name is None else happened.about(Withdrawal, name)
    return [e for e in told if e.stage is not StageId.NEGOSIASI or e.participant in talking]


def acts_on(package: Package, of: Subject) -> list[Award | FailureAct]:
    """The acts on the result `of`, as they stand in the package; a ruling is none of them."""
    ruled = {id(act) for act in rulings(package)}
    acts = (e for e in package.events if isinstance(e, Award | FailureAct) and id(e) not in ruled)
    return [e for e in acts if _concerns(package, e) == of]


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
