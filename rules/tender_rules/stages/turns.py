"""Talks of a Seleksi go down the order: with who follows only once those with all before failed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import groupby

from tender.events import Negotiation
from tender.model import Package
from tender.terms import NegotiationOutcome, StageId
from tender_rules.stages.acts import left

__all__ = ["in_turn"]


def in_turn(package: Package, order: Sequence[str]) -> set[tuple[str, datetime]]:
    """The talks, by whom with and when, that were held when those with all before had failed.

    Gone through once by time: the first in `order` with whom talks have not failed is the only one
    whose place has to be known.
    """
    places = {name: place for place, name in enumerate(order)}
    turns = sorted(_turns(package, places), key=lambda turn: turn[0])
    failed, gone = [False] * len(order), [False] * len(order)
    open_ = list(range(len(order)))
    heapify(open_)
    found: set[tuple[str, datetime]] = set()
    for at, group in groupby(turns, key=lambda turn: turn[0]):
        held = list(group)
        for _, place, has_left, fails in held:
            gone[place] = gone[place] or has_left
            was, failed[place] = failed[place], gone[place] or fails
            if was and not failed[place]:
                heappush(open_, place)
        while open_ and failed[open_[0]]:
            heappop(open_)
        first = open_[0] if open_ else len(order)
        found |= {(order[place], at) for _, place, has_left, _ in held if place <= first}
    return found


def _turns(package: Package, places: dict[str, int]) -> Iterator[tuple[datetime, int, bool, bool]]:
    """When, at which place, whether that bidder left, whether talks with it failed then."""
    for event in package.happened.of(Negotiation):
        if event.participant in places:
            fails = event.outcome is NegotiationOutcome.GAGAL
            yield event.at, places[event.participant], False, fails
    for name, place in places.items():
        gone = left(package, name, StageId.NEGOSIASI)
        if gone is not None:
            yield gone.at, place, True, True
