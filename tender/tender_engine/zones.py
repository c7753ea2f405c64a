"""The zone of a tender: in which its papers print times, and in which its days end.

A package that names one holds all its times in it, so that the date of any of them is the day
there, and its canonical text says each of them in one way. This is the only place where a time is
moved: whoever takes a date from a time of a package takes it as it stands.

The three zones of Indonesia (Keputusan Presiden 41/1987) have kept the same whole hours ahead of
UTC in all years that a tender here can be of, with no summer time. So no table of zones is needed,
which not every machine has.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs
from attrs import evolve

from tender_engine.model import Package, Participant
from tender_engine.terms import TimeZone

__all__ = ["ABBREVIATED", "HOURS", "in_zone", "zone_of"]

Timed = TypeVar("Timed")

# Hours ahead of UTC, and what people call the time there.
HOURS: Mapping[str, int] = {
    TimeZone.JAKARTA: 7,
    TimeZone.MAKASSAR: 8,
    TimeZone.JAYAPURA: 9,
}
ABBREVIATED: Mapping[str, str] = {
    TimeZone.JAKARTA: "WIB",
    TimeZone.MAKASSAR: "WITA",
    TimeZone.JAYAPURA: "WIT",
}


def in_zone(package: Package) -> Package:
    """`package` with its times in the zone of its tender; as it is where none is named."""
    if package.tender.time_zone is None:
        return package
    zone = _zone(package.tender.time_zone)
    return evolve(
        package,
        participants=tuple(_handed_in(who, zone) for who in package.participants),
        assessments=_all_moved(package.assessments, zone),
        events=_all_moved(package.events, zone),
    )


def zone_of(package: Package) -> dt.tzinfo | None:
    """The zone in which days of `package` begin: of its tender, or of its first event if any."""
    named = package.tender.time_zone
    if named is not None:
        return _zone(named)
    first = min(package.events, key=lambda event: (event.at, str(event.at)), default=None)
    return None if first is None else first.at.tzinfo


def _zone(named: TimeZone) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=HOURS[named]))


def _handed_in(who: Participant, zone: dt.timezone) -> Participant:
    moved = _moved(who.submitted, zone)
    return who if moved is who.submitted else evolve(who, submitted=moved)


def _all_moved(items: Iterable[Timed], zone: dt.timezone) -> tuple[Timed, ...]:
    return tuple(_moved(item, zone) for item in items)


def _moved(item: Timed, zone: dt.timezone) -> Timed:
    made: Any = item
    parts = {part.name: getattr(made, part.name) for part in attrs.fields(type(made))}
    times = {
        name: part.astimezone(zone)
        for name, part in parts.items()
        if isinstance(part, dt.datetime) and part.tzinfo != zone
    }
    moved: Timed = evolve(made, **times) if times else made
    return moved
