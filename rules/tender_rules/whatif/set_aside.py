"""The acts of people on a result, without which it is seen what the figures alone come to.

Talks and auctions stay: they are figures. In a Seleksi the act and the end of the masa sanggah that
talks rest on stay beside them, and decide nothing.
"""

from collections.abc import Iterator

from attrs import evolve

from tender_engine.events import (
    Award,
    Event,
    FailureAct,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
)
from tender_engine.model import Package
from tender_engine.terms import Subject
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi, is_seleksi

__all__ = ["set_aside"]

_ACTS = (Award, FailureAct, RankingDecision)
_FIGURES = (Negotiation, ReverseAuction, PriceOpening)


def set_aside(package: Package, *, of_bids: bool) -> tuple[Package, tuple[Event, ...]]:
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
