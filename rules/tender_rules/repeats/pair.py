"""A repeat beside the package before it, and what of both is new."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import Event
from tender_engine.faults import Fault, Path
from tender_engine.formats.canonical import canonical_json
from tender_engine.formats.package_events import EVENT
from tender_engine.zones import in_zone
from tender_rules.repeats.causes import not_before
from tender_rules.words import date_and_clock

__all__ = ["Pair", "unlike"]


@frozen
class Pair:
    """Both evaluations; what is new cannot be older than what led to the repeat."""

    old: Evaluation
    new: Evaluation

    @cached_property
    def since(self) -> datetime | None:
        """The moment before which nothing new can be."""
        return not_before(self.old)

    def too_old(self, at: datetime | None) -> bool:
        """Whether something new would be older than that."""
        return at is not None and self.since is not None and at < self.since

    def told_old(self, path: Path, what: str, at: datetime) -> Fault:
        """The fault of something that is."""
        since = date_and_clock(self.since or at)
        return Fault("ATR087", path, {"what": what, "at": date_and_clock(at), "since": since})

    @cached_property
    def new_events(self) -> tuple[tuple[int, Event], ...]:
        """Events that only the new package has, by their place in it."""
        return tuple(_only_in(self.new, self.old))

    @cached_property
    def gone_events(self) -> tuple[Event, ...]:
        """Events that only the old package has."""
        return tuple(event for _, event in _only_in(self.old, self.new))


def _only_in(one: Evaluation, other: Evaluation) -> Iterator[tuple[int, Event]]:
    known = Counter(_texts(other))
    for index, text in enumerate(_texts(one)):
        if known[text]:
            known[text] -= 1
        else:
            yield index, one.given.events[index]


def _texts(evaluation: Evaluation) -> list[str]:
    return [canonical_json(EVENT.write(event)) for event in in_zone(evaluation.given).events]


def unlike(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The keys of which two records of a package say something else."""
    return sorted(key for key in {*one, *other} if one.get(key) != other.get(key))
