"""Papers of a result that another took the place of: they went out once, and are kept.

Each is what it was when it was final the last time; whoever writes all papers writes these too.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeAlias

from attrs import evolve

from tender_desk.documents.announcements import ANNOUNCED_WINNER
from tender_desk.documents.bahp import BAHP
from tender_desk.documents.letter import LETTER
from tender_desk.documents.letters_to_offices import DETERMINATION, PROPOSAL
from tender_desk.documents.record import Paper, view_of
from tender_desk.documents.stood import until
from tender_desk.documents.view import View
from tender_engine.events import Announcement, Award, AwardProposal, FailureAct, Minutes
from tender_engine.terms import Subject

__all__ = ["earlier"]

# Of each result there is one of these, and of the next there is another.
_OF_RESULT = frozenset(kind.key for kind in (BAHP, PROPOSAL, DETERMINATION, ANNOUNCED_WINNER))
_KEPT = _OF_RESULT | {LETTER.key}
_Issued: TypeAlias = tuple[str, str | None, datetime | None]


def earlier(
    whole: View, kinds: Iterable[Paper], now: Iterable[tuple[Paper, View]]
) -> Iterator[tuple[Paper, View]]:
    """The papers that were final before a later act took their place, oldest first.

    Such as are still written `now` are not among them.
    """
    written = {_issued(kind, view) for kind, view in now}
    kept = [kind for kind in kinds if kind.key in _KEPT]
    for at in _followed(whole):
        then = _just_before(whole, at)
        if then is None:
            continue
        for kind, view in _of(then, kept):
            issued = _issued(kind, view)
            if issued not in written and not kind.standing(view).draft:
                written.add(issued)
                yield kind, view


def _followed(view: View) -> Iterator[datetime]:
    """When an act came that may have taken the place of an earlier one, with papers of its own."""
    acts = [*view.events(Award), *view.events(FailureAct), *view.events(AwardProposal)]
    for found in (acts, view.events(Minutes), view.events(Announcement)):
        of = (e.at for e in found if getattr(e, "of", Subject.PEMILIHAN) == Subject.PEMILIHAN)
        yield from sorted(of)[1:]


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
    """Each kind that there is something to write of, once for each of whom it is."""
    for kind in kinds:
        view = kind.scope(then) if kind.scope else then
        for name in view.participants if kind.of_each else (None,):
            found = view_of(view, kind, name)
            if kind.due(found).reason is None:
                yield kind, found


def _issued(kind: Paper, view: View) -> _Issued:
    """What tells a paper from another of its kind: the act that made it."""
    act = kind.told_by(view).at
    told = view.about_it(view.events(Announcement))
    return kind.key, view.bidder, act or max((e.at for e in told), default=None)
