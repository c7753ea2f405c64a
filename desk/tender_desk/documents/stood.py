"""A result that a failure took the place of, looked at as it was on the day of its own minutes."""

from attrs import evolve

from tender_desk.documents.view import View
from tender_engine.engine import evaluate
from tender_engine.events import Announcement, Award, Minutes
from tender_engine.faults import PackageRefusedError
from tender_engine.model import Package

__all__ = ["as_it_stood", "was_announced"]


def as_it_stood(view: View) -> View:
    """`view` of what was recorded by the day of the minutes that a failure left behind.

    It stays as it is where no failure did that, and where the rulebook of the evaluation is not at
    hand: under another one the minutes might say something else.
    """
    older, law = view.superseded, view.under
    if older is None or law is None or law.digest != view.evaluation.basis.digest:
        return view
    try:
        then = evaluate(_until(view, older), law)
    except PackageRefusedError:
        return view
    return View.of(
        then, internal=view.internal, exactly=view.exactly, before=view.before, under=law
    )


def was_announced(view: View) -> bool:
    """Whether the result that a failure took the place of was public before that undid it."""
    undone = view.undone_by
    since = max((act.at for act in _determined(view)), default=None)
    return any(
        (since is None or since <= told.at) and (undone is None or told.at < undone.at)
        for told in view.about_it(view.events(Announcement))
    )


def _determined(view: View) -> list[Award]:
    """The acts that determined the result, before it was undone."""
    undone = view.undone_by
    acts = view.about_it(view.events(Award))
    return [act for act in acts if undone is None or act.at < undone.at]


def _until(view: View, minutes: Minutes) -> Package:
    """The package with its minutes and with the act that they are of, and nothing that came later.

    Whoever determines the winner may do so after the minutes: on the proposal that they go with.
    """
    day = max([minutes.at, *(act.at for act in _determined(view))])
    given = view.evaluation.given
    return evolve(
        given,
        events=tuple(event for event in given.events if event.at <= day),
        assessments=tuple(each for each in given.assessments if each.at <= day),
    )
