"""The acts of people on a result, without which it is seen what the figures alone come to.

Talks and auctions stay: they are figures. In a Seleksi the act and the end of the masa sanggah that
talks rest on stay beside them, and decide nothing.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.events import (
    TYPES,
    Award,
    Event,
    FailureAct,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.reader import accept
from tender_engine.formats.values import read_again
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Subject
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi, is_seleksi
from tender_rules.whatif.answer import Aside, outcome_of
from tender_rules.whatif.changes import Given
from tender_rules.whatif.prices import without_unopened
from tender_rules.whatif.tender_sketch import is_of_bids

__all__ = ["asides", "given_of"]

_TYPES = {kind: name for name, kind in TYPES.items()}
_ACTS = (Award, FailureAct, RankingDecision)
_FIGURES = (Negotiation, ReverseAuction, PriceOpening)


def asides(events: Iterable[Event]) -> tuple[Aside, ...]:
    """What was set aside, as an answer names it."""
    return tuple(Aside(_TYPES[type(event)], event.at) for event in events)


def given_of(package: Package, rulebook: Rulebook) -> tuple[Given, tuple[Event, ...]]:
    """The package without acts on its result and unopened prices, evaluated; and these acts."""
    if not (type(package) is Package and package.is_checked(rulebook.declared)):
        reading = read_again(package, rulebook)
        if reading.package is None:
            raise PackageRefusedError(reading.faults)
        package = reading.package
    whole = evaluate(package, rulebook)
    bare, aside = _set_aside(package, of_bids=is_of_bids(whole))
    opened = evaluate(_marked(bare, rulebook), rulebook) if aside else whole
    bare = _marked(without_unopened(bare, opened), rulebook)
    evaluation = evaluate(bare, rulebook)
    return Given(bare, rulebook, evaluation, outcome_of(evaluation)), aside


def _set_aside(package: Package, *, of_bids: bool) -> tuple[Package, tuple[Event, ...]]:
    """The package without the acts on its result and what came after them; and these, by time.

    With `of_bids` the list of a prakualifikasi and what led to it stay: bids rest on it.
    """
    since = min((act.at for act in _acts(package, of_bids=of_bids)), default=None)
    if since is None:
        return package, ()
    kept = {id(event) for event in _kept(package)}
    left = [e for e in package.events if e.at >= since and id(e) not in kept]
    if of_bids and has_prakualifikasi(package.tender):
        left = [e for e in left if not _is_list(e)]
    gone = {id(event) for event in left}
    events = tuple(event for event in package.events if id(event) not in gone)
    return evolve(package, events=events), tuple(sorted(left, key=lambda event: event.at))


def _is_list(event: Event) -> bool:
    return isinstance(event, Award) and event.of == Subject.KUALIFIKASI


def _acts(package: Package, *, of_bids: bool) -> Iterator[Event]:
    lists = [e.at for e in package.happened.of(Award) if _is_list(e)]
    after_list = of_bids and has_prakualifikasi(package.tender) and bids_are_due(package)
    for event in package.events:
        early = after_list and bool(lists) and event.at <= max(lists)
        if isinstance(event, _ACTS) and not early and not (after_list and _is_list(event)):
            yield event


def _kept(package: Package) -> Iterator[Event]:
    """The talks and auctions, with what they rest on."""
    yield from (event for event in package.events if isinstance(event, _FIGURES))
    if is_seleksi(package.tender) and package.happened.of(Negotiation):
        acts = [e for e in package.happened.of(Award) if e.of == Subject.PEMILIHAN]
        ends = [e for e in package.happened.of(ObjectionPeriodEnd) if e.of == Subject.PEMILIHAN]
        for group in (acts, ends):
            yield from sorted(group, key=lambda event: event.at)[:1]


def _marked(package: Package, rulebook: Rulebook) -> Package:
    """A package of which less is left than was checked."""
    marked = accept(package, rulebook)
    if marked is None:
        raise TypeError("a package that is none cannot be evaluated")
    return marked
