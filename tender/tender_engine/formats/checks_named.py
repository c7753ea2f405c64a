"""Checks between what a document asks by name and what is known: ids in lists of named checks.

What a check is about only a rulebook knows; here its shapes tell which ids belong together.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tender_engine.declared import Check, Declarations
from tender_engine.faults import Faults, Path
from tender_engine.formats.containers import ById, ListOf
from tender_engine.formats.draft import Draft, Names, each, find_repeated, names, refer
from tender_engine.formats.records import Record
from tender_engine.formats.shapes import BusinessId
from tender_engine.model import Member, Participant

__all__ = ["CHECKS"]

_ID = "id"


def asked_ids_are_unique(draft: Draft, faults: Faults) -> None:
    """An id stands once among the things that a document asks by one name."""
    for _, path, asked in _asked(draft):
        find_repeated([item and item.id for item in asked], "PKT030", path, faults, _ID)


def facts_are_of_what_is_asked(draft: Draft, faults: Faults) -> None:
    """What is known by an id is known of something that the document asks by it."""
    lists = {check.key: names(asked) for check, _, asked in _asked(draft)}
    checks = [check for check in draft.declared.checks if isinstance(check.fact, ById)]
    for check in checks:
        root = ("tender", "requirements", check.stage.value)
        silent: Names = frozenset() if draft.tells(root, check.key) else None
        known = lists.get(check.key, silent)
        for path, business in _businesses(draft):
            said = business.facts.get(check.stage) if business.facts else None
            facts = said.of(check) if said else None
            for name in facts or ():
                here = (*path, "facts", check.stage.value, check.key, name)
                refer(known, name, "PKT115", here, faults)


def asked_businesses_are_there(draft: Draft, faults: Faults) -> None:
    """Of whom alone something is asked is a member of a KSO: of who bids alone it always is."""
    known: Names = None
    if draft.package.participants and draft.is_whole(("participants",)):
        businesses = (business for _, business in _businesses(draft))
        known = frozenset(one.id for one in businesses if isinstance(one, Member))
    for check, path, asked in _asked(draft):
        for key in _of_businesses(check):
            for place, item in each(asked, *path):
                for index, name in enumerate(getattr(item, key) or ()):
                    refer(known, name, "PKT116", (*place, key, index), faults)


def clauses_are_said_once(draft: Draft, faults: Faults) -> None:
    """What is asked says its own clause, or `clauses` does; where both do it is the same one."""
    for check in draft.declared.checks:
        asked = draft.asked(check.stage)
        among = asked.clauses.get(check.key) if asked and asked.clauses else None
        if asked is None or among is None:
            continue
        root = ("tender", "requirements", check.stage.value)
        for path, own in _clauses(asked.of(check), (*root, check.key)):
            if own is not None and own != among:
                faults.at_path("PKT118", (*path, "clause"), found=own, other=among)


def _clauses(asked: object, path: Path) -> Iterator[tuple[Path, str | None]]:
    """The own clause of what is asked, or of each of several things."""
    if isinstance(asked, tuple):
        for place, one in each(asked, *path):
            yield place, getattr(one, "clause", None)
    else:
        yield path, getattr(asked, "clause", None)


def _asked(draft: Draft) -> Iterator[tuple[Check[Any, Any], Path, tuple[Any, ...]]]:
    """Each list of things with ids that the document asks by a name, as far as it was readable."""
    for check in _of_ids(draft.declared):
        asked = draft.asked(check.stage)
        listed = None if asked is None else asked.of(check)
        if listed is not None:
            yield check, ("tender", "requirements", check.stage.value, check.key), listed


@lru_cache(maxsize=16)
def _of_ids(declared: Declarations) -> tuple[Check[Any, Any], ...]:
    """The checks by whose name things with ids are asked."""
    return tuple(check for check in declared.checks if _is_of_ids(check))


def _is_of_ids(check: Check[Any, Any]) -> bool:
    shape = check.demand.item if isinstance(check.demand, ListOf) else None
    return isinstance(shape, Record) and any(key.name == _ID for key in shape.keys)


def _of_businesses(check: Check[Any, Any]) -> Iterator[str]:
    """The keys of what is asked that hold ids of businesses."""
    shape = check.demand.item if isinstance(check.demand, ListOf) else None
    for key in shape.keys if isinstance(shape, Record) else ():
        if isinstance(key.shape, ListOf) and isinstance(key.shape.item, BusinessId):
            yield key.name


def _businesses(draft: Draft) -> Iterator[tuple[Path, Participant | Member]]:
    """Every bidder, and every member of one."""
    for path, who in draft.participants:
        yield path, who
        yield from each(who.members, *path, "members")


CHECKS = (
    asked_ids_are_unique,
    facts_are_of_what_is_asked,
    asked_businesses_are_there,
    clauses_are_said_once,
)
