"""Asking the law what it objects to in a package of which a part could not be read.

An objection says what it has to know (`needs`): it is asked where that was readable, and hears of
nothing else. So one that meets `None` has a bug, which is not passed over.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tender_engine.faults import Fault, Path
from tender_engine.formats.sound import SoundPart, sound_part
from tender_engine.model import Package
from tender_engine.rulebook import Objection, Rulebook

__all__ = ["needs", "objections_to"]

F = TypeVar("F", bound=Callable[..., object])

_NEEDS = "needs"
# What an objection that does not say it has to know: all that is not one of many.
_ALL = (("tender", True), ("pokja", True), ("previous", True))


def needs(*places: str, whole: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Mark an objection with what it has to know of a package.

    Args:
        places: key paths such as `tender.method` whose value it uses, if there is one. Of a list it
            is given the items that could be read.
        whole: those in which it may overlook nothing, because it counts, sums or seeks the last.
    """
    told = (*((place, False) for place in places), *((place, True) for place in whole))

    def mark(objection: F) -> F:
        setattr(objection, _NEEDS, told)
        return objection

    return mark


def objections_to(draft: Package, unread: Iterable[Fault], rulebook: Rulebook) -> Iterator[Fault]:
    """What the law objects to in what could be read of `draft`.

    Args:
        draft: a package as far as it could be read.
        unread: the faults for which something of it is missing.
        rulebook: whose objections are asked.
    """
    part = sound_part(draft, unread)
    for objection in rulebook.objections:
        if _is_answerable(objection, part):
            yield from part.in_file(objection(part.package, rulebook))


def _is_answerable(objection: Objection, part: SoundPart) -> bool:
    return all(
        part.is_whole(_path(place)) if whole else part.has(_path(place))
        for place, whole in getattr(objection, _NEEDS, _ALL)
    )


def _path(place: str) -> Path:
    return tuple(place.split("."))
