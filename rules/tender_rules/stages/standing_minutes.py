"""Minutes of a result: which act they tell, what replaced that act since, and which tell nothing.

Minutes that were signed stay what they are. What is determined after them has minutes of its own.
"""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from tender_engine.events import (
    AppealAnswer,
    Appointment,
    Award,
    Cancellation,
    Event,
    FailureAct,
    Minutes,
    ObjectionAnswer,
    Refusal,
    Withdrawal,
)
from tender_engine.model import Package
from tender_engine.terms import Decider, Refuser, Subject
from tender_rules.stages.standing_acts import acts_on

__all__ = ["idle_minutes", "minutes_on", "replaced_by", "unwritten_award"]


@frozen
class _Told:
    """Minutes, and the award that they tell."""

    minutes: Minutes
    award: Award


def minutes_on(package: Package, of: Subject) -> list[Minutes]:
    """The minutes of the result `of`, oldest first.

    Such as come after the appointment of the winner are none of it, unless there are no others.
    """
    found = sorted((e for e in package.happened.of(Minutes) if e.of == of), key=lambda act: act.at)
    appointed = min((act.at for act in package.happened.of(Appointment)), default=None)
    until = [act for act in found if appointed is None or act.at <= appointed]
    return until or found


def replaced_by(package: Package, of: Subject) -> Event | None:
    """What ended the award that the last minutes tell, and has no minutes of its own as yet.

    A new award does, and so does that somebody leaves whom the award names.
    """
    return min(_later(package, of), key=lambda event: event.at, default=None)


def unwritten_award(package: Package, of: Subject) -> Award | None:
    """The last award, where it is later than the one that the last minutes tell."""
    later = [event for event in _later(package, of) if isinstance(event, Award)]
    return max(later, key=lambda act: act.at, default=None)


def _later(package: Package, of: Subject) -> list[Event]:
    told = _last_told(package, of)
    if told is None:
        return []
    events = [*_awards(package, of), *_left(package, told.award)]
    return [event for event in events if event.at > max(told.minutes.at, told.award.at)]


def _last_told(package: Package, of: Subject) -> _Told | None:
    minutes = minutes_on(package, of)
    award = _told_by(package, of, minutes[-1]) if minutes else None
    return _Told(minutes[-1], award) if award else None


def _told_by(package: Package, of: Subject, minutes: Minutes) -> Award | None:
    """The award before the minutes; else, where that had ended by then, the PA's after them."""
    awards = _awards(package, of)
    before = [act for act in awards if act.at <= minutes.at]
    after = [act for act in awards if act.at > minutes.at]
    if before and not any(end.at <= minutes.at for end in _ended(package, before[-1])):
        return before[-1]
    proposed = after and (after[0].by is Decider.PA or bool(before))
    return after[0] if proposed else None


def _ended(package: Package, award: Award) -> Iterator[Event]:
    """Whatever ended an award since: somebody left whom it names, or the PA refused it."""
    refused = (event for event in package.happened.of(Refusal) if event.by is Refuser.PA)
    for event in (*_left(package, award), *refused):
        if event.at > award.at:
            yield event


def _left(package: Package, award: Award) -> list[Withdrawal]:
    named = {award.winner, *(award.reserves or ())}
    return [event for event in package.happened.of(Withdrawal) if event.participant in named]


def _awards(package: Package, of: Subject) -> list[Award]:
    acts = (act for act in acts_on(package, of) if isinstance(act, Award))
    return sorted(acts, key=lambda act: act.at)


_BETWEEN = (Award, FailureAct, Cancellation, ObjectionAnswer, AppealAnswer, Refusal, Withdrawal)


def idle_minutes(package: Package, of: Subject) -> Iterator[tuple[Minutes, Minutes]]:
    """Minutes that number no paper, each with those that do so in their place.

    Of several with nothing between them that could have led to others the last count, and what
    came after the appointment of the winner counts only where nothing came before it.
    """
    counted = minutes_on(package, of)
    for event in sorted(package.happened.of(Minutes), key=lambda event: event.at):
        if event.of == of and event not in counted:
            yield event, counted[-1]
    acts = sorted(event.at for kind in _BETWEEN for event in package.happened.of(kind))
    for event, following in pairwise(counted):
        if not any(event.at < at <= following.at for at in acts):
            yield event, following
