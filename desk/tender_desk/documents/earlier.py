"""Papers that went out once and whose place others took: of an earlier result, or of the list.

Each is what it was when it was final the last time; whoever writes all papers writes these too.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeAlias

from attrs import evolve

from tender_desk.documents.announced_ends import ANNOUNCED_FAILURE
from tender_desk.documents.announcements import ANNOUNCED_LIST, ANNOUNCED_WINNER
from tender_desk.documents.bahp import BAHP
from tender_desk.documents.failure_minutes import FAILED
from tender_desk.documents.letter import LETTER
from tender_desk.documents.letters_to_offices import DETERMINATION, PROPOSAL
from tender_desk.documents.list_minutes import LISTED
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.particulars import OF_BOTH, bids_due, letter_of
from tender_desk.documents.record import Paper, view_of
from tender_desk.documents.report_to_ppk import REPORT
from tender_desk.documents.stood import until
from tender_desk.documents.view import View, of_qualification
from tender_engine.events import (
    Announcement,
    Award,
    AwardProposal,
    Cancellation,
    Event,
    FailureAct,
    Minutes,
)
from tender_engine.terms import Subject

__all__ = ["earlier"]

# Of each result there is one of these, and of the next there is another.
_KEPT = frozenset(
    kind.key
    for kind in (
        *(BAHP, ANNOUNCED_LIST, PROPOSAL, DETERMINATION, ANNOUNCED_WINNER),
        *(FAILED, ANNOUNCED_FAILURE, LETTER, ANSWER, REPORT),
    )
)
_Issued: TypeAlias = tuple[str, Subject, str | None, datetime | date | None]


def earlier(
    whole: View, kinds: Iterable[Paper], now: Iterable[tuple[Paper, View]]
) -> Iterator[tuple[Paper, View]]:
    """The papers that were final before a later act took their place, oldest first.

    Such as are still written `now` are not among them.
    """
    written = {_issued(kind, view) for kind, view in now}
    for kind, view in _before(whole, tuple(kinds)):
        issued = _issued(kind, view)
        if issued not in written and not kind.standing(view).draft:
            written.add(issued)
            yield kind, view


def _before(whole: View, kinds: tuple[Paper, ...]) -> Iterator[tuple[Paper, View]]:
    kept = [kind for kind in kinds if kind.key in _KEPT]
    for at in _followed(whole):
        if then := _just_before(whole, at):
            yield from _of(then, kept)
    if of_qualification(whole).is_past:
        due = bids_due(whole)
        listed = evolve(whole, ends=due - timedelta(days=1)) if due else whole
        yield from _of(listed, [_of_list(kind) for kind in kinds if kind.key in OF_BOTH])


def _of_list(kind: Paper) -> Paper:
    """The same paper of the qualification, once bids are due."""

    def scope(view: View) -> View:
        listed = of_qualification(view)
        return of_qualification(kind.scope(listed)) if kind.scope else listed

    return evolve(kind, scope=scope)


def _followed(view: View) -> Iterator[datetime]:
    """When an act came that may have taken the place of an earlier one, with papers of its own."""
    acts: list[Event] = [*view.events(Award), *view.events(FailureAct), *view.events(AwardProposal)]
    minutes, told = view.events(Minutes), view.events(Announcement)
    for of in Subject:
        acted, written, known = (_of_subject(of, found) for found in (acts, minutes, told))
        yield from (at for at in acted if at > min([*acted[:1], *known[:1]]))
        yield from (*written[1:], *known[1:])
    yield from (event.at for event in view.events(Cancellation))


def _of_subject(of: Subject, events: Iterable[Event]) -> list[datetime]:
    """When such as are about one result were, oldest first; some are about that of the bids."""
    return sorted(e.at for e in events if getattr(e, "of", Subject.PEMILIHAN) == of)


def _just_before(view: View, at: datetime) -> View | None:
    """What stood before a moment; nothing where that cannot be evaluated."""
    given = view.evaluation.given
    moments = [*(e.at for e in given.events), *(entry.at for entry in given.assessments)]
    last = max((moment for moment in moments if moment < at), default=None)
    if last is None:
        return None
    then = until(view, last)
    return None if then.evaluation is view.evaluation else evolve(then, ends=at.date())


def _of(then: View, kinds: Iterable[Paper]) -> Iterator[tuple[Paper, View]]:
    """Each kind that there is something to write of, once for each of whom it is or may be."""
    for kind in kinds:
        view = kind.scope(then) if kind.scope else then
        of_one = [*view.participants] if kind.of_each or kind.of_one else []
        for name in of_one if kind.of_each else (None, *of_one):
            found = view_of(view, kind, name)
            undated = kind.key == REPORT.key and letter_of(found, kind.key) is None
            if kind.due(found).reason is None and not undated:
                yield kind, found


def _issued(kind: Paper, view: View) -> _Issued:
    """What tells a paper from another of its kind: the act that made it."""
    key = BAHP.key if kind.key == LISTED.key else kind.key
    return key, view.kind.of, view.bidder, _made(kind, view)


def _made(kind: Paper, view: View) -> datetime | date | None:
    """When it was made: by its act, by the announcement with which it went out, or its day."""
    if kind.key == REPORT.key:
        own = letter_of(view, kind.key)
        return own.dated if own else None
    if kind.key == FAILED.key:
        return max(kind.moments(view), default=None)
    told = view.about_it(view.events(Announcement))
    return kind.told_by(view).at or max((event.at for event in told), default=None)
