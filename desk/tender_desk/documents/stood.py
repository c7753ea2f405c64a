"""What a paper looks back at: the dossier as it was on the day that the paper bears."""

from collections.abc import Callable
from datetime import UTC, datetime, time

from attrs import evolve

from tender_desk.documents.particulars import letter_of
from tender_desk.documents.view import View
from tender_engine.engine import evaluate
from tender_engine.events import Announcement, Award, Confirmation, Letter
from tender_engine.faults import PackageRefusedError

__all__ = ["as_it_stood", "on_its_day", "until", "was_announced"]

_WHENEVER = (Letter, Confirmation)


def as_it_stood(view: View) -> View:
    """`view` of what was recorded by the day of the minutes that another result left behind.

    It stays as it is where none did that, and where the rulebook of the evaluation is not at
    hand: under another one the minutes might say something else.
    """
    older = view.superseded
    if older is None:
        return view
    # Whoever determines the winner may do so after the minutes: on the proposal that they go with.
    return until(view, max([older.at, *(act.at for act in _determined(view))]))


def on_its_day(key: str) -> Callable[[View], View]:
    """What a paper looks at whose `surat` says its day: what was recorded by the end of that."""

    def looked_at(view: View) -> View:
        letter, latest = letter_of(view, key), _latest(view)
        if letter is None or latest.date() <= letter.dated:
            return view
        return until(view, datetime.combine(letter.dated, time.max, latest.tzinfo))

    return looked_at


def until(view: View, moment: datetime) -> View:
    """`view` of what was recorded by a moment; as it is where it cannot be evaluated of that.

    What a paper is numbered by, and how the panel reads the document, hold whenever it was said;
    what it said of a value that nothing rested on by then does not.
    """
    given, law = view.evaluation.given, view.under
    if law is None or law.digest != view.evaluation.basis.digest:
        return view
    then = evolve(
        given,
        events=tuple(e for e in given.events if isinstance(e, _WHENEVER) or e.at <= moment),
        assessments=tuple(each for each in given.assessments if each.at <= moment),
    )
    try:
        found = evaluate(then, law)
        used = {value.param for value in found.values}
        idle = [e for e in then.happened.of(Confirmation) if e.at > moment and e.param not in used]
        if idle:
            events = tuple(e for e in then.events if e not in idle)
            found = evaluate(evolve(then, events=events), law)
    except PackageRefusedError:
        return view
    return View.of(
        found, internal=view.internal, exactly=view.exactly, before=view.before, under=law
    )


def was_announced(view: View) -> bool:
    """Whether the result in whose place another came was public before that undid it."""
    undone = view.replaced_by
    since = max((act.at for act in _determined(view)), default=None)
    return any(
        (since is None or since <= told.at) and (undone is None or told.at < undone.at)
        for told in view.about_it(view.events(Announcement))
    )


def _determined(view: View) -> list[Award]:
    """The acts that determined the result, before it was undone."""
    undone = view.replaced_by
    acts = view.about_it(view.events(Award))
    return [act for act in acts if undone is None or act.at < undone.at]


def _latest(view: View) -> datetime:
    """The last moment that is recorded."""
    judged = (entry.at for entry in view.package.assessments)
    happened = (event.at for event in view.package.events)
    return max((*judged, *happened), default=datetime.min.replace(tzinfo=UTC))
