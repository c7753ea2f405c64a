"""One's own question, with what it is about written as a screen or sheet tells it."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from attrs import evolve, frozen

from tender_engine.faults import Fault
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.whatif.cells import CELLS
from tender_rules.whatif.changes import Changed, Given, Replay
from tender_rules.whatif.own_question import Asked, ask_whatif
from tender_rules.whatif.set_aside import asides, given_of
from tender_rules.whatif.singles import singles
from tender_rules.whatif.tender_sketch import sketch_of

__all__ = ["Subject", "Told", "ask_told"]

# So many are told of those that were meant, which are looked for among the first of all.
_TOLD, _LOOKED = 6, 2_000


@frozen
class Subject:
    """What may be asked about; of what is no number `after` is the other word, with its change."""

    kind: str
    place: str
    before: str = ""
    after: str = ""
    change: Callable[[], Changed] | None = None


@frozen
class Told:
    """A subject as it is told: its kind, its place, and the word that it is changed to."""

    kind: str
    place: str
    after: str = ""


def ask_told(
    package: Package,
    rulebook: Rulebook,
    place: str,
    value: str,
    telling: Callable[[Subject], Told],
) -> tuple[Asked, str]:
    """What the outcome is with `value` at what is told as `place`, and the place that is meant.

    It is one of the numbers, words, bidders and readings that `flips` looks at, with its kind
    before it or without; of what is no number the value is the other word. `place` comes back where
    no one of them is meant.

    Raises:
        PackageRefusedError: as `evaluate` does.
    """
    given, aside = given_of(package, rulebook)
    bare = Asked(given.outcome, asides(aside))
    named = [(subject, telling(subject)) for subject in _subjects(given)]
    wanted = _plain(place)
    whole = [each for each in named if wanted == _whole(each[1])]
    meant = whole or [each for each in named if wanted == _plain(each[1].place)]
    for subject, told in meant:
        # Of a reading there may be several: the value says which.
        if subject.change and _plain(value) in (_plain(told.after), subject.after):
            return evolve(bare, after=Replay().of(subject.change)), subject.place
    places = {subject.place for subject, _ in meant}
    if len(places) != 1:
        near = _near(place, [told for _, told in meant or named])
        params = {"where": place, "known": "; ".join(near)}
        return evolve(bare, faults=(Fault("WIF007" if meant else "WIF006", (), params),)), place
    (found,) = places
    if any(subject.change is None for subject, _ in meant):
        return ask_whatif(package, rulebook, found, value), found
    known = ", ".join(told.after for _, told in meant)
    fault = Fault("WIF004", (), {"where": place, "value": value, "known": known})
    return evolve(bare, faults=(fault,)), place


def _subjects(given: Given) -> Iterator[Subject]:
    """Every number that may be moved, and what is no number."""
    for kind in CELLS:
        for group in kind(given):
            for index in range(len(group.numbers.keys)):
                yield Subject(group.kind, group.place(group.numbers.cell(index)))
    sketch, told = sketch_of(given)
    for single in singles(given, sketch, told=told):
        yield Subject(single.kind, single.subject, single.before, single.after, single.change)


def _whole(told: Told) -> str:
    return _plain(f"{told.kind}: {told.place}")


def _plain(text: str) -> str:
    """Without what a screen that is broken into lines changes."""
    return " ".join(text.split()).casefold()


def _near(place: str, among: Sequence[Told]) -> list[str]:
    """Those that are told most alike."""
    whole = {_whole(told): f"{told.kind}: {told.place}" for told in among[:_LOOKED]}
    return [whole[each] for each in get_close_matches(_plain(place), whole, _TOLD, 0.0)]
