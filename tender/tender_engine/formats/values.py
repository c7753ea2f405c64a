"""Reads a package from what a program holds already: plain values, or a package's own objects.

All of it goes through the shapes and checks that a file goes through, so nothing is let in here
that a file would be refused for.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from tender_engine.events import Event
from tender_engine.faults import (
    Fault,
    Faults,
    PackageRefusedError,
    Spot,
    TooManyFaultsError,
    show,
)
from tender_engine.formats.package import package_shape
from tender_engine.formats.reader import Reading, accept, check_read, read_value
from tender_engine.formats.shapes import kind
from tender_engine.model import Assessment, Package, Participant
from tender_engine.rulebook import Rulebook

__all__ = ["amended", "from_values", "read_again", "reduced"]

_NAME = "paket"


class _Keys:
    """Places where there is no text: the keys themselves."""

    def spot(self, fault: Fault) -> Spot:
        """The key path of `fault`."""
        return Spot(cell=show(fault.path))


def from_values(values: object, rulebook: Rulebook) -> Reading:
    """Read a package from plain Python values, keyed as `tender-package/1` is.

    Args:
        values: dicts and lists of `Decimal`, `int`, `str`, `bool`, `date` and `datetime`. A float
            is refused, as it is not exact; so is what no file could say.
        rulebook: whose declarations a package has to fit.
    """
    faults = Faults()
    return _reading(read_value(values, rulebook, faults), rulebook, faults)


def amended(
    package: Package,
    rulebook: Rulebook,
    *,
    participants: Iterable[Participant] | None = None,
    assessments: Iterable[Assessment] | None = None,
    events: Iterable[Event] | None = None,
) -> Reading:
    """The package with other participants, assessments or events, checked as a whole.

    Each list that is given stands in the place of the package's own; its entries are the package's
    own objects, whose prices stay sealed. With none given, the package is only checked. What the
    package had already is not read anew, if the reader made it under this rulebook.
    """
    given = {"participants": participants, "assessments": assessments, "events": events}
    changed: dict[str, Any] = {key: tuple(new) for key, new in given.items() if new is not None}
    return _read_new(package, changed, rulebook) or read_again(evolve(package, **changed), rulebook)


def _read_new(package: Package, changed: Mapping[str, Any], rulebook: Rulebook) -> Reading | None:
    """The package with other lists, of which only what it did not have already is read.

    `None` wherever anything is wrong: all of it is told of what is read whole.
    """
    known = type(package) is Package and package.is_checked(rulebook.declared)
    if not known or package.entries is None:
        return None
    faults = Faults(package.entries)
    lists: dict[str, Any] = {k.name: k.shape for k in package_shape(rulebook.declarations).keys}
    try:
        made = {
            name: lists[name].read_new(new, getattr(package, name), name, faults)
            for name, new in changed.items()
        }
        draft = check_read(evolve(package, **made), rulebook, faults, package)
    except TooManyFaultsError:
        return None
    if faults:
        return None
    return Reading(accept(draft, rulebook, faults.entries), draft, (), _NAME, _Keys())


def read_again(package: Package, rulebook: Rulebook) -> Reading:
    """Read a package that anybody may have made, as one made anew; no type is taken on trust."""
    faults = Faults()
    if type(package) is Package:
        return _reading(read_value(package, rulebook, faults), rulebook, faults)
    faults.at_path("PKT012", (), expected="object", found=kind(package))
    return _reading(None, rulebook, faults)


def reduced(package: Package, rulebook: Rulebook) -> Package:
    """A package whose entries were all checked under `rulebook`, of which some were left out.

    What each of them says was read once already: only what has to hold between them is checked, so
    that a moment of a large package is not read whole again.

    Raises:
        PackageRefusedError: what is left rests on what was left out; `faults` says where.
    """
    faults = Faults()
    left = accept(check_read(package, rulebook, faults), rulebook)
    if left is None or faults:
        raise PackageRefusedError(faults.found.whole())
    return left


def _reading(draft: Package | None, rulebook: Rulebook, faults: Faults) -> Reading:
    unread = tuple(faults.found)
    draft = check_read(draft, rulebook, faults)
    package = None if faults else accept(draft, rulebook, faults.entries)
    return Reading(package, draft, faults.found.whole(), _NAME, _Keys(), unread=unread)
