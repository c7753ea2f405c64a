"""What two packages do not say alike, place by place, as their canonical forms have it.

A place is a key path in which an entry of a list stands by its id, or by what it is about where it
has none: `participants[p2].price.lines[L1].quantity`. The order of entries means nothing.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from tender_engine.changes import Change, paired
from tender_engine.clarified import CLARIFIED
from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.formats.canonical import package_dict
from tender_engine.terms import StageId

__all__ = ["Secret", "place_changes"]

# What is only carried along is one value: nobody knows what its lists mean.
_CARRIED = frozenset({"extensions", "file_metadata"})
_STAGE = str(StageId.EVALUASI_HARGA)
# What an entry without an id is about.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "addenda": ("number",),
    "assessments": ("stage", "participant", "criterion", "by"),
    "events": ("type", "of", "participant", "param"),
    "evidence": ("file", "page"),
    "key_personnel": ("name",),
    "officers": ("name",),
    "shareholders": ("name",),
    "values": ("param",),
}


class Secret(Enum):
    """Stands for a value that may not be told."""

    SEALED = "sealed"


def place_changes(before: Evaluation, after: Evaluation) -> tuple[Change[Any], ...]:
    """Every place at which the packages of two evaluations differ, in order of the places.

    Values are those of the format: texts, truths, lists and objects; `None` where there is none.
    A price that neither evaluation opened is one place, sealed on both sides. One that only one
    opened is there whole, and sealed on the other side: which part of it differs would tell. So is
    what was clarified about it, or came of it in an auction.
    """
    one, other = (dict(package_dict(each.package)) for each in (before, after))
    sealed = (dict(_take_sealed(one)), dict(_take_sealed(other)))
    found = [*_differences("", "", one, other), *_unsealed(before, after, *sealed)]
    return tuple(sorted(found, key=_order))


def _order(change: Change[Any]) -> tuple[object, list[str]]:
    """By place; where two entries share one, by what they say, whichever side says it."""
    return natural(change.name), sorted((str(change.before), str(change.after)))


# A place, and whose price it tells of.
_Sealed = tuple[str, str]


def _take_sealed(package: dict[str, Any]) -> Iterator[tuple[_Sealed, Any]]:
    """What tells of the price of a participant, taken out of `package`."""
    for who in package.get("participants", ()):
        name, place = who["id"], f"participants[{who['id']}]"
        if "price" in who:
            yield (f"{place}.price", name), who.pop("price")
        facts = who.get("facts", {})
        known = facts.get(_STAGE, {})
        for key in CLARIFIED:
            if key in known:
                yield (f"{place}.facts.{_STAGE}.{key}", name), known.pop(key)
        if not known:
            facts.pop(_STAGE, None)
        if not facts:
            who.pop("facts", None)
    for event in package.get("events", ()):
        totals = event.get("totals", {})
        for name in [*totals]:
            place = f"events[{event['type']} {event['at']}].totals.{name}"
            yield (place, name), totals.pop(name)


def _unsealed(
    before: Evaluation, after: Evaluation, one: dict[_Sealed, Any], other: dict[_Sealed, Any]
) -> Iterator[Change[Any]]:
    for place, name in one.keys() | other.keys():
        said, changed = one.get((place, name)), other.get((place, name))
        opened = [evaluation.price(name) is not None for evaluation in (before, after)]
        if all(opened):
            yield from _differences(place, place.rpartition(".")[2], said, changed)
        elif said != changed:
            yield Change(place, _told(said, opened[0]), _told(changed, opened[1]))


def _told(price: Any, opened: bool) -> Any:
    return price if opened or price is None else Secret.SEALED


def _differences(place: str, key: str, one: Any, other: Any) -> Iterator[Change[Any]]:
    if one == other:
        return
    if key not in _CARRIED:
        if _both(dict, one, other):
            one, other = one or {}, other or {}
            for name in one.keys() | other.keys():
                inside = f"{place}.{name}" if place else name
                yield from _differences(inside, name, one.get(name), other.get(name))
            return
        if _both(list, one, other) and _is_of_objects(one) and _is_of_objects(other):
            yield from _entries(place, key, one or [], other or [])
            return
    yield Change(place, one, other)


def _both(kind: type, one: Any, other: Any) -> bool:
    """Whether both are of `kind`, or one is and holds something where the other is absent."""
    return all(type(part) in (kind, type(None)) for part in (one, other)) and bool(one or other)


def _is_of_objects(entries: list[Any] | None) -> bool:
    return all(isinstance(entry, dict) for entry in entries or ())


def _entries(place: str, key: str, one: list[Any], other: list[Any]) -> Iterator[Change[Any]]:
    for change in paired(one, other, lambda entry: _label(key, entry)):
        inside = f"{place}[{change.name}]"
        if change.before is None or change.after is None:
            yield Change(inside, change.before, change.after)
        else:
            yield from _differences(inside, "", change.before, change.after)


def _label(key: str, entry: Mapping[str, Any]) -> str:
    if "id" in entry:
        return str(entry["id"])
    about = (entry.get(name) for name in _ABOUT.get(key, ()))
    words = (" ".join(part) if isinstance(part, list) else str(part) for part in about if part)
    return " ".join(words)
