"""Deadlines and counts: when a number of documents handed in is final."""

from datetime import datetime

from tender_engine.events import Closing, Deadline, Extension, in_force
from tender_engine.model import Package
from tender_engine.terms import Phase

__all__ = ["awaited_for_count", "closed", "due", "handed_in"]


def handed_in(package: Package, phase: Phase) -> list[str]:
    """Who handed in the documents of `phase`; the others are registered only."""
    return [who.id for who in package.participants if getattr(who.submitted, phase) is not None]


def _extensions(package: Package, phase: Phase) -> list[Extension]:
    """How often the deadline of `phase` was moved, oldest first."""
    found = [e for e in package.happened.of(Extension) if e.of == phase]
    return sorted(found, key=lambda event: event.at)


def due(package: Package, phase: Phase) -> datetime | None:
    """Until when the documents of `phase` may be handed in; `None` where that is not recorded."""
    set_ = [e for e in package.happened.of(Deadline) if e.of == phase]
    return in_force([*set_, *_extensions(package, phase)])


def closed(package: Package, phase: Phase) -> bool:
    """Whether the deadline of `phase`, as last extended, is recorded as passed."""
    moved = _extensions(package, phase)
    ends = (e.at for e in package.happened.of(Closing) if e.of == phase)
    return any(not moved or at >= moved[-1].until for at in ends)


def awaited_for_count(package: Package, phase: Phase) -> str | None:
    """The event without which a count below the minimum does not stand yet.

    Where nobody has come and no time is on record, the deadline has still to be set.
    """
    if _extensions(package, phase):
        return None if closed(package, phase) else "penutupan"
    begun = package.participants or closed(package, phase) or due(package, phase) is not None
    return "perpanjangan" if begun else "batas_pemasukan"
