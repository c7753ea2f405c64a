"""What a kind of paper tells, by the moments before which it cannot be there.

They are read of a package that may have gaps, so that a paper with a wrong day is told at once.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeAlias

from tender_engine.events import (
    Award,
    Clarification,
    Deadline,
    Event,
    Extension,
    FailureAct,
    Invitation,
)
from tender_engine.model import Assessment, Package
from tender_engine.terms import Decider, InvitedTo, Phase, StageId, Subject

__all__ = [
    "Telling",
    "acts_of",
    "awards_of",
    "deadlines_of",
    "judged_in",
    "meetings_for",
    "nothing_told",
    "result_of",
    "told_together",
]

# Of a package, and of the participant that the paper is about, if it is about one; what could not
# be read has no moment.
Telling: TypeAlias = Callable[[Package, str | None], Iterable[datetime | None]]


def nothing_told(_: Package, __: str | None) -> Iterable[datetime]:
    """Of a paper that may be signed before whatever it is about is recorded."""
    return ()


def acts_of(*kinds: type[Event], of_bidder: bool = False) -> Telling:
    """Acts of these kinds; only those about the participant, where the paper is `of_bidder`."""

    def told(package: Package, who: str | None) -> Iterator[datetime | None]:
        for event in package.events or ():
            about = not of_bidder or who in (None, getattr(event, "participant", None))
            if about and isinstance(event, kinds):
                yield event.at

    return told


def result_of(*subjects: Subject, by: Decider | None = None) -> Telling:
    """The acts that determine what came of these, or that they failed; only those `by` one."""

    def told(package: Package, _: str | None) -> Iterator[datetime | None]:
        for event in package.events or ():
            ends = isinstance(event, Award | FailureAct) and by in (None, event.by)
            if ends and getattr(event, "of", None) in subjects:
                yield event.at

    return told


def awards_of(subject: Subject) -> Telling:
    """The acts that determine it: a failure has papers of its own."""

    def told(package: Package, _: str | None) -> Iterator[datetime | None]:
        for event in package.events or ():
            if isinstance(event, Award) and event.of == subject:
                yield event.at

    return told


def deadlines_of(phase: Phase) -> Telling:
    """Until when its documents could be handed in."""

    def told(package: Package, _: str | None) -> Iterator[datetime | None]:
        for event in package.events or ():
            if isinstance(event, Deadline | Extension) and event.of == phase:
                yield event.until

    return told


def judged_in(*stages: StageId, judgements: bool = True) -> Telling:
    """What was asked in these stages, and their `judgements`."""

    def told(package: Package, who: str | None) -> Iterator[datetime | None]:
        found: list[Clarification | Assessment] = []
        found += (e for e in package.events or () if isinstance(e, Clarification))
        found += (package.assessments or ()) if judgements else ()
        for each in found:
            if each is not None and each.stage in stages and who in (None, each.participant):
                yield each.at

    return told


def meetings_for(of: InvitedTo) -> Telling:
    """For when the participant was called to such meetings."""

    def told(package: Package, who: str | None) -> Iterator[datetime | None]:
        for event in package.events or ():
            if isinstance(event, Invitation):
                about = event.of == of and who in (None, event.participant)
                yield event.for_ if about else None

    return told


def told_together(*tellings: Telling) -> Telling:
    """All that these tell."""

    def told(package: Package, who: str | None) -> Iterator[datetime | None]:
        for telling in tellings:
            yield from telling(package, who)

    return told
