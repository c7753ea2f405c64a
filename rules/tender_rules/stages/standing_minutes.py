"""Minutes of a result: which act they tell, what replaced that act since, and which tell nothing.

Minutes that were signed stay what they are. What is determined after them has minutes of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from attrs import frozen

from tender_engine.evaluation import Ended
from tender_engine.events import (
    AppealAnswer,
    Appointment,
    Award,
    Cancellation,
    FailureAct,
    Minutes,
    ObjectionAnswer,
    Refusal,
    Withdrawal,
)
from tender_engine.model import Package
from tender_engine.terms import Decider, Refuser, Subject
from tender_rules.stages.standing_acts import acts_on

__all__ = ["idle_minutes", "left_at", "minutes_on", "replaced_at", "unwritten_award"]


@frozen
class _Told:
    """Minutes, and the award that they tell."""

    minutes: Minutes
    award: Award

    @property
    def by(self) -> datetime:
        """By when both were there."""
        return max(self.minutes.at, self.award.at)


def minutes_on(package: Package, of: Subject) -> list[Minutes]:
    """The minutes of the result `of`, oldest first.

    Such as come after the appointment of the winner are none of it, unless there are no others.
    """
    found = sorted((e for e in package.happened.of(Minutes) if e.of == of), key=lambda act: act.at)
    appointed = min((act.at for act in package.happened.of(Appointment)), default=None)
    until = [act for act in found if appointed is None or act.at <= appointed]
    return until or found


def replaced_at(package: Package, of: Subject, ended: Iterable[Ended] = ()) -> datetime | None:
    """When the award ended that the last minutes tell, which has no minutes of its own as yet.

    A new award ends it, and so does that somebody leaves whom the award names. What else undid it
    is known once all is worked out: those are the results that have `ended`.
    """
    return min(_later(package, of, [*ended]), default=None)


def left_at(package: Package, of: Subject) -> datetime | None:
    """When somebody left whom the last determination names, if that is the last act on `of`."""
    last = max(acts_on(package, of), key=lambda act: act.at, default=None)
    left = _left(package, last) if isinstance(last, Award) else []
    return min((e.at for e in left if last is not None and e.at > last.at), default=None)


def unwritten_award(package: Package, of: Subject) -> Award | None:
    """The last award, where it is later than the one that the last minutes tell."""
    told = _last_told(package, of, [])
    later = [] if told is None else [a for a in _awards(package, of) if a.at > told.by]
    return max(later, key=lambda act: act.at, default=None)


def _later(package: Package, of: Subject, ended: list[Ended]) -> Iterator[datetime]:
    told = _last_told(package, of, ended)
    if told is None:
        return
    events = (*_awards(package, of), *_left(package, told.award))
    for at in (*(event.at for event in events), *_undone(told.award, ended)):
        if at > told.by:
            yield at


def _last_told(package: Package, of: Subject, ended: list[Ended]) -> _Told | None:
    minutes = minutes_on(package, of)
    award = _told_by(package, of, minutes[-1], ended) if minutes else None
    return _Told(minutes[-1], award) if award else None


def _told_by(package: Package, of: Subject, minutes: Minutes, ended: list[Ended]) -> Award | None:
    """The award before the minutes; else, where that had ended by then, the PA's after them."""
    awards = _awards(package, of)
    before = [act for act in awards if act.at <= minutes.at]
    after = [act for act in awards if act.at > minutes.at]
    if before and not any(at <= minutes.at for at in _ended(package, before[-1], ended)):
        return before[-1]
    proposed = after and (after[0].by is Decider.PA or bool(before))
    return after[0] if proposed else None


def _ended(package: Package, award: Award, ended: list[Ended]) -> Iterator[datetime]:
    """Whatever ended an award: somebody left whom it names, the PA refused it, it was undone."""
    refused = (event for event in package.happened.of(Refusal) if event.by is Refuser.PA)
    yield from (e.at for e in (*_left(package, award), *refused) if e.at > award.at)
    yield from _undone(award, ended)


def _undone(award: Award, ended: list[Ended]) -> Iterator[datetime]:
    return (each.at for each in ended if isinstance(each.act, Award) and each.act.at == award.at)


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
