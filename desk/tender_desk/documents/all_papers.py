"""Every paper that the state of a dossier allows, in their order; and what the others wait for."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from attrs import evolve, frozen

from tender_desk.documents.blocks import Record
from tender_desk.documents.calendar import as_of
from tender_desk.documents.draft_reasons import on_screen
from tender_desk.documents.due import announced, announced_once
from tender_desk.documents.earlier import earlier
from tender_desk.documents.on_record import was_told
from tender_desk.documents.particulars import recorded
from tender_desk.documents.record import Paper, record_of, view_for, view_of
from tender_desk.documents.view import Moments, View
from tender_engine.declared import Words
from tender_engine.evaluation import Evaluation
from tender_engine.numbers import exact
from tender_engine.rulebook import Rulebook
from tender_rules.repeats.holding import hold

__all__ = ["INSIDE", "MOST", "Awaited", "Plan", "Ready", "TooManyPapersError", "planned"]

# The folder of what nobody outside the panel may see as yet.
INSIDE = "dalam"
# So many papers are written at once.
MOST = 1_000
_DRAFT = "-KONSEP"
# A paper that is not written, of whom, for which reasons, and whether it can be as a draft.
_Open: TypeAlias = tuple[Paper, View, tuple[Words, ...], bool]


class TooManyPapersError(ValueError):
    """More papers than are written at once: `count` of them."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(str(count))


@frozen
class Ready:
    """A paper that can be written, of `view`; `stem` is the name of its file without an ending.

    A `secret` one is not announced as yet: it goes into a folder of its own, and says so. A draft
    says how the days stand `today`, where that is given.
    """

    kind: Paper
    view: View
    stem: str
    draft: bool
    secret: bool
    today: date | None = None

    @property
    def path(self) -> str:
        """Where it goes below the folder of all, without an ending."""
        return f"{INSIDE}/{self.stem}" if self.secret else self.stem

    def record(self) -> Record:
        """The paper, ready to be drawn."""
        with exact():
            made = evolve(record_of(self.view, self.kind), secret=self.secret)
            return as_of(made, self.view.evaluation, self.today) if self.today else made

    @property
    def words(self) -> Words:
        """What the paper itself is called."""
        return self.kind.called(self.view)


@frozen
class Awaited:
    """A kind of paper that is not written yet, of these participants, for these reasons.

    `words` are what it is called there, and `draft` says that it can be written as a KONSEP.
    """

    kind: Paper
    words: Words
    participants: tuple[str, ...]
    reasons: tuple[Words, ...]
    draft: bool


@frozen
class Plan:
    """What can be written, in order, and what is still awaited."""

    ready: tuple[Ready, ...]
    awaited: tuple[Awaited, ...]


def planned(
    evaluation: Evaluation,
    kinds: Iterable[Paper],
    *,
    drafts: bool,
    before: Evaluation | None = None,
    under: Rulebook | None = None,
    today: date | None = None,
) -> Plan:
    """What of `kinds` can be written of `evaluation`, day by day; drafts only if asked for.

    Those of one day stand in the order of `kinds`. Drafts say how the days stand `today`.

    What is of each participant stands once for each whom it concerns, minutes that may be of one
    beside those of all: only they have lines for that one to sign on. A repeat is held against the
    evaluation `before` it, where that is given, and shows it. With the rulebook that it was made
    `under`, minutes of a result that was undone are as they were, and papers whose place others
    took stand beside these.

    Raises:
        PackageRefusedError: it is not the repeat of `before`; `faults` says why.
        TooManyPapersError: there are more than are written at once.
    """
    ready: list[tuple[Paper, View, bool]] = []
    awaited: list[_Open] = []
    moments: Moments = {}
    kinds = tuple(kinds)
    hold(before, evaluation)
    with exact():
        for kind, view in _asked(evaluation, kinds, before, under, moments):
            due = kind.due(view)
            if due.reason is not None:
                if due.waits:
                    awaited.append((kind, view, (due.reason,), False))
                continue
            status = kind.standing(view)
            if status.draft and not drafts:
                reasons = tuple(on_screen(view, reason) for reason in status.reasons)
                awaited.append((kind, view, reasons, True))
            else:
                ready.append((kind, view, status.draft))
        whole = View.of(evaluation, before=before, under=under, moments=moments)
        final = [(kind, view) for kind, view, draft in ready if not draft]
        ready += [(kind, view, False) for kind, view in earlier(whole, kinds, final)]
        if len(ready) > MOST:
            raise TooManyPapersError(len(ready))
        return Plan(tuple(_named(ready, evaluation, today)), tuple(_gathered(awaited, ready)))


def _asked(
    evaluation: Evaluation,
    kinds: Iterable[Paper],
    before: Evaluation | None,
    under: Rulebook | None,
    moments: Moments,
) -> Iterator[tuple[Paper, View]]:
    """Each kind with what it looks at, once for each participant where it is or may be of one."""
    whole = View.of(evaluation, before=before, under=under, moments=moments)
    for kind in kinds:
        view = view_for(evaluation, kind, before, under, moments)
        of_one = [*view.participants] if kind.of_each or kind.of_one else []
        for name in of_one if kind.of_each else (None, *of_one):
            found = view_of(view, kind, name)
            yield kind, found
            new = evolve(whole, bidder=name)
            renewed = kind.renewed(whole) and _another(whole, found)
            if renewed and kind.is_final(found) and not kind.is_final(new):
                yield kind, new


def _another(whole: View, then: View) -> bool:
    """Whether what a paper looks at came to another result than stands by now, of the same."""
    told, now = then.evaluation, whole.evaluation
    if then.kind.of is not whole.kind.of or whole.kind.cancelled:
        return False
    undone = told.state == "ditetapkan" != now.state
    of = ("result", "winner", "shortlist")
    return undone or any(getattr(told, what) != getattr(now, what) for what in of)


def _named(
    ready: list[tuple[Paper, View, bool]], evaluation: Evaluation, today: date | None
) -> Iterator[Ready]:
    """The papers under their numbers, which stand in order in any list of files."""
    width = max(2, len(str(len(ready))))
    for number, (kind, view, draft) in enumerate(_by_day(ready), 1):
        whose = f"-{view.bidder}" if view.bidder else ""
        stem = f"{number:0{width}}-{kind.key}{whose}{_DRAFT if draft else ''}"
        secret = not _is_public(kind, view, evaluation)
        yield Ready(kind, view, stem, draft, secret, today)


def _by_day(ready: list[tuple[Paper, View, bool]]) -> list[tuple[Paper, View, bool]]:
    """The papers by their days; one without by that of what it tells, once it is final.

    Any other goes behind the one before it.
    """
    days, last = list[date](), date.min
    for kind, view, _ in ready:
        own, told = recorded(view, kind.key, kind.told_by(view)).dated, kind.moments(view)
        if own is None and view.stood:
            own = max((told if kind.held else []) or [view.stood]).date()
        last = own or max([last, *(at.date() for at in told)])
        days.append(last)
    order = sorted(range(len(ready)), key=lambda index: days[index])
    return [ready[index] for index in order]


def _is_public(kind: Paper, view: View, evaluation: Evaluation) -> bool:
    """Whether everybody may see a paper by now, whatever of `evaluation` it looks at."""
    now = evolve(View.of(evaluation), kind=view.kind)
    if kind.early:
        return True
    if view.evaluation is not evaluation and not (kind.held and kind.older):
        return was_told(now, view)
    return announced(now) or (kind.older is not None and announced_once(now, kind.older(view)))


def _gathered(awaited: list[_Open], ready: list[tuple[Paper, View, bool]]) -> Iterator[Awaited]:
    """Those of one kind that wait for the same, as one.

    Where one that went out stands among those that are written, what is awaited is a new one.
    """
    written = {(kind.called(view).id, view.bidder) for kind, view, _ in ready}
    groups: dict[tuple[str, Words, tuple[Words, ...], bool], list[tuple[Paper, View]]] = {}
    for kind, view, reasons, draft in awaited:
        words = kind.called(view)
        if (words.id, view.bidder) in written:
            words = Words(f"{words.id} yang baru", f"{words.en}, a new one")
        groups.setdefault((kind.key, words, reasons, draft), []).append((kind, view))
    for (_, words, reasons, draft), found in groups.items():
        names = tuple(each.bidder for _, each in found if each.bidder is not None)
        yield Awaited(found[0][0], words, names, reasons, draft)
