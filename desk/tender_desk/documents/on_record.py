"""What stands on record of a result: its minutes, and what they told that is no more.

When a result ended is the law's to say, by the graph of the acts after it; minutes that were
signed stay what they are.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from attrs import evolve

from tender_desk.documents.view import View
from tender_engine.events import (
    Announcement,
    Award,
    AwardProposal,
    Event,
    FailureAct,
    Minutes,
)
from tender_engine.terms import Decider
from tender_rules.stages.standing_acts import called_off
from tender_rules.stages.standing_minutes import minutes_on, replaced_at

__all__ = [
    "announced_since",
    "ended",
    "result_replaced_at",
    "stood_until",
    "superseded",
    "told",
    "was_told",
    "written",
]

E = TypeVar("E", bound=Event)


def ended(view: View) -> list[datetime]:
    """When a result that this record could be about stood no longer, in order.

    What the PA declares to have failed is never what the panel's own minutes told.
    """
    of = view.kind.of, view.kind.ends
    by_pa = [act.at for act in _failures(view) if act.by is Decider.PA]
    return sorted({*(each.at for each in view.evaluation.ended if each.of in of), *by_pa})


def written(view: View) -> Minutes | None:
    """The act that numbers this record, where there is one.

    Minutes that come after the appointment of the winner are not those of the result. Such as are
    older than what ended the result that they tell are of that one, and never of what followed.
    """
    decision = called_off(view.package)
    if decision is not None:
        return _last(act for act in view.events(Minutes) if act.at >= decision.at)
    at = result_replaced_at(view)
    return _last(act for act in _minutes(view) if at is None or act.at >= at)


def superseded(view: View) -> Minutes | None:
    """The minutes of a result that is no more: they stand as they are.

    What is recorded after them numbers the minutes of what took its place.
    """
    at = result_replaced_at(view)
    return None if at is None else _last(act for act in _minutes(view) if act.at < at)


def stood_until(view: View) -> datetime | None:
    """By when all was recorded that a result told which is no more; None where one still stands.

    It is told by its minutes, and whoever determines it may do so after them: on the proposal that
    they go with. Of one that nobody numbered the announcement is the last word.
    """
    at, older = result_replaced_at(view), superseded(view)
    if at is None:
        return None
    if older is not None:
        acts = [*_awards(view), *view.events(AwardProposal)]
        return max([older.at, *(act.at for act in acts if act.at < at)])
    if view.kind.seleksi and not view.kind.listing:
        return None
    return max((told.at for told in _announcements(view) if told.at < at), default=None)


def told(view: View, kind: type[E]) -> list[E]:
    """Those that had happened when the record was written; the working paper tells all."""
    found, act = view.events(kind), written(view)
    if view.internal or act is None:
        return found
    return [event for event in found if event.at <= act.at]


def announced_since(view: View, act: Event | None) -> Announcement | None:
    """The last announcement of what an act determined, while that stood."""
    since = act.at if act else None
    at = _end(view, since)
    return _last(
        told
        for told in _announcements(view)
        if (since is None or told.at >= since) and (at is None or told.at < at)
    )


def was_told(view: View, then: View) -> bool:
    """Whether what `then` was the result has been announced as long as it was."""
    view = evolve(view, kind=then.kind)
    acts = [*_awards(then), *_failures(then), *then.events(AwardProposal)]
    return announced_since(view, max(acts, key=lambda act: act.at, default=None)) is not None


def _end(view: View, since: datetime | None) -> datetime | None:
    """When what was determined at a moment ended, if it did."""
    return min((at for at in ended(view) if since is None or at > since), default=None)


def result_replaced_at(view: View) -> datetime | None:
    """When what the last minutes of a determination tell ended, if it has no successor in them."""
    awards = _awards(view)
    if view.evaluation.failure is not None:
        return _end_of_last(view, awards)
    of = view.kind.ends
    if _minutes(view):
        return replaced_at(view.package, of, view.evaluation.ended)
    last = _last(_announcements(view))
    return None if last is None else _end(view, last.at)


def _end_of_last(view: View, awards: list[Award]) -> datetime | None:
    """When the last that was determined ended, or what was announced before anybody acted."""
    since = awards[-1].at if awards else None
    return min((at for at in ended(view) if since is None or at >= since), default=None)


def _minutes(view: View) -> list[Minutes]:
    return minutes_on(view.package, view.kind.ends)


def _awards(view: View) -> list[Award]:
    return view.about_it(view.events(Award))


def _failures(view: View) -> list[FailureAct]:
    return view.about_it(view.events(FailureAct))


def _announcements(view: View) -> list[Announcement]:
    return view.about_it(view.events(Announcement))


def _last(events: Iterable[E]) -> E | None:
    return next(reversed([*events]), None)
