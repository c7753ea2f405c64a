"""What a paper looks back at: the dossier as it was when what the paper tells was the result.

So a paper says for ever what it said when it went out, whatever came after it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time, timedelta

from attrs import evolve

from tender_desk.documents.as_of import without_bids
from tender_desk.documents.on_record import announced_since, result_replaced_at, stood_until
from tender_desk.documents.particulars import letter_of
from tender_desk.documents.view import View
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Award,
    AwardProposal,
    Cancellation,
    Closing,
    Confirmation,
    Event,
    FailureAct,
    Letter,
    PriceOpening,
    RankingDecision,
    TypingConfirmation,
    Withdrawal,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.values import reduced
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.trail import root

__all__ = [
    "as_announced",
    "as_it_stood",
    "at_act",
    "on_its_day",
    "root_then",
    "until",
    "when_final",
]

_WHENEVER = (Letter, Confirmation)
# What may end that something is awaited, with no judgement.
_SETTLING = (
    Award,
    AwardProposal,
    Closing,
    Confirmation,
    FailureAct,
    PriceOpening,
    RankingDecision,
    TypingConfirmation,
    Withdrawal,
)
# Under this name the root of its own moment is kept with an evaluation.
_ROOT = "root of its moment"
_SOON = timedelta(seconds=1)


def as_it_stood(view: View) -> View:
    """`view` of what was recorded by the day of the minutes that another result left behind.

    It stays as it is where none did that, and where the rulebook of the evaluation is not at
    hand: under another one the minutes might say something else.
    """
    moment, ended = stood_until(view), result_replaced_at(view)
    if moment is None or ended is None:
        return view
    then = until(view, moment)
    return view if then is view else evolve(then, ends=ended.date())


def at_act(act: Callable[[View], Event | None]) -> Callable[[View], View]:
    """What a paper looks at that an act is: what was recorded by then."""

    def looked_at(view: View) -> View:
        found = act(view)
        return view if found is None else _finished(view, found.at)

    return looked_at


def as_announced(*kinds: type[Event]) -> Callable[[View], View]:
    """What goes out with an announcement looks at: what was recorded by that.

    It is the announcement of the last act of these `kinds` on the result, or of what was announced
    before anybody acted. As long as there is none it is to come, and the paper tells all.
    """

    def looked_at(view: View) -> View:
        acts: list[Event] = [*view.events(Cancellation)]
        acts += [*view.about_it(view.events(Award)), *view.about_it(view.events(FailureAct))]
        own = [act for act in acts if isinstance(act, kinds)]
        if acts and not own:
            return view
        told = announced_since(view, max(own, key=lambda act: act.at, default=None))
        return view if told is None else _finished(view, told.at)

    return looked_at


def _finished(view: View, moment: datetime) -> View:
    """`view` of a moment by which nothing was awaited; else it was recorded in another order."""
    then = until(view, moment)
    return view if then.evaluation.state == "menunggu" else then


def on_its_day(key: str) -> Callable[[View], View]:
    """What a paper looks at whose `surat` says its day: what was recorded by the end of that.

    Where days stand is told as of that day as well, and not as of when the `surat` was typed: one
    that was typed on that very day says until when it had gone, and any other that it had begun.
    """

    def looked_at(view: View) -> View:
        letter = letter_of(view, key)
        if letter is None:
            return view
        zone = letter.at.tzinfo
        begins, ends = (datetime.combine(letter.dated, at, zone) for at in (time.min, time.max))
        since = letter.at if begins <= letter.at <= ends else begins
        return until(view, ends, since)

    return looked_at


def when_final(
    view: View,
    held: Iterable[datetime],
    scoped: Callable[[View], View],
    final: Callable[[View], bool],
) -> View:
    """What a paper of all that it has `held` looks at: what was recorded when it was final first.

    That is by the last that it has held, or once something else was settled since; what came after
    is none of its. It stays as it is as long as it was never final.
    """
    last = max(held, default=None)
    for moment in _since(view.evaluation.given, last) if last else ():
        then = until(view, moment, agreed=False)
        if then is not view and final(scoped(then)):
            return scoped(then)
    return view


def _since(given: Package, last: datetime) -> Iterator[datetime]:
    """`last`, the next that was recorded after it, and whatever may have settled something."""
    events = [event for event in given.events if event.at > last and not isinstance(event, Letter)]
    judged = [entry.at for entry in given.assessments if entry.at > last]
    following = sorted([*(event.at for event in events), *judged])
    settled = sorted(event.at for event in events if isinstance(event, _SETTLING))
    return iter(dict.fromkeys((last, *following[:1], *settled)))


def root_then(view: View) -> str:
    """The root of what was recorded by the moment that a view is of, and by the panel's reading.

    What numbers a paper may be typed at any time, and is in it only where it was there by then.
    """
    law, moment = view.under, view.stood
    if law is None or moment is None:
        return root(view.evaluation)
    given, used = view.evaluation.given, {value.param for value in view.evaluation.values}
    agreed: dict[str, datetime] = {}
    for event in sorted(given.happened.of(Confirmation), key=lambda each: each.at):
        agreed.setdefault(event.param, event.at)
    last = max([moment, *(at for param, at in agreed.items() if param in used)])
    kept, events = view.evaluation.kept, tuple(e for e in given.events if e.at <= last)
    if events == given.events and not given.happened.of(Letter):
        return root(view.evaluation)
    if _ROOT not in kept:
        kept[_ROOT] = root(evaluate(reduced(evolve(given, events=events), law), law))
    return kept[_ROOT]


def until(
    view: View, moment: datetime, since: datetime | None = None, *, agreed: bool = True
) -> View:
    """`view` of what was recorded by a moment; as it is where it cannot be evaluated of that.

    What a paper is numbered by holds whenever it was said, and so does how the panel reads the
    document where it is `agreed`: but not what it said of a value that nothing rested on by then.
    None of it says how late it had become by then: that is told by all else, or it is known that
    it was `since` a moment.
    """
    law = view.under
    if law is None or law.digest != view.evaluation.basis.digest:
        return view
    if since is None and _latest(view.evaluation.given) <= moment:
        return view
    later = (e for e in view.evaluation.given.happened.of(Confirmation) if e.at > moment)
    agreed = agreed and any(later)
    if (moment, agreed) not in view.moments:
        view.moments[moment, agreed] = _evaluated(view.evaluation, moment, since, law, agreed)
    found = view.moments[moment, agreed]
    if found is view.evaluation:
        return view
    then = View.of(
        found,
        internal=view.internal,
        exactly=view.exactly,
        before=view.before,
        under=law,
        moments=view.moments,
    )
    return evolve(then, bidder=view.bidder, ends=view.ends, stood=moment)


def _evaluated(
    evaluation: Evaluation, moment: datetime, since: datetime | None, law: Rulebook, agreed: bool
) -> Evaluation:
    given, whenever = evaluation.given, _WHENEVER if agreed else (Letter,)
    then = evolve(
        given,
        events=tuple(e for e in given.events if isinstance(e, whenever) or e.at <= moment),
        assessments=tuple(each for each in given.assessments if each.at <= moment),
    )
    then = without_bids(then)
    try:
        found = _of_its_time(then, moment, since, law)
        used = {value.param for value in found.values}
        idle = [e for e in then.happened.of(Confirmation) if e.at > moment and e.param not in used]
        if idle:
            events = tuple(e for e in then.events if e not in idle)
            found = _of_its_time(evolve(then, events=events), moment, since, law)
    except PackageRefusedError:
        return evaluation
    return found


def _of_its_time(
    then: Package, moment: datetime, since: datetime | None, law: Rulebook
) -> Evaluation:
    """What was recorded by `moment`, evaluated as if nothing had been said later than that.

    How late it had become is known by all that is not said whenever. What the panel confirmed only
    since comes after all of that, and of one value its last word counts.
    """
    told = [e.at for e in then.events if not isinstance(e, _WHENEVER) or e.at <= moment]
    told += [entry.at for entry in then.assessments]
    last = max([*told, *([since] if since else [])], default=moment)
    agreed = {e.param: e for e in then.happened.of(Confirmation)}

    def moved(event: Event) -> Event:
        if isinstance(event, Confirmation) and event.at > moment:
            return evolve(agreed[event.param], at=last + _SOON)
        late = isinstance(event, Letter) and (event.at > moment or since is not None)
        return evolve(event, at=last) if late else event

    events = tuple(map(moved, then.events))
    moment_of = reduced(evolve(then, events=events), law)
    return evolve(evaluate(moment_of, law), package=then)


def _latest(package: Package) -> datetime:
    """The last moment that is recorded."""
    judged = (entry.at for entry in package.assessments)
    happened = (event.at for event in package.events)
    return max((*judged, *happened), default=datetime.min.replace(tzinfo=UTC))
