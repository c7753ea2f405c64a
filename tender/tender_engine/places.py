"""What two packages do not say alike, place by place, as their canonical forms have it.

A place is a key path in which an entry of a list stands by its id, or by what it is about where it
has none: `participants[p2].price.lines[L1].quantity`. The order of entries means nothing.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from attrs import fields

from tender_engine.changes import Change, paired
from tender_engine.clarified import CLARIFIED
from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Assessment, Package
from tender_engine.terms import PropertiesOf, StageId

__all__ = [
    "PlaceError",
    "Secret",
    "entry_label",
    "names_key",
    "package_changes",
    "place_changes",
    "put_at",
]

# What is only carried along is one value: nobody knows what its lists mean.
_CARRIED = frozenset({"extensions"})
_STAGE = str(StageId.EVALUASI_HARGA)
# What an entry without an id is about.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "addenda": ("number",),
    "assessments": ("stage", "participant", "criterion", "by"),
    "deeds": ("number", "date"),
    "events": ("type", "of", "participant", "param"),
    "evidence": ("file", "page"),
    "file_metadata": ("file", "of"),
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


def package_changes(before: Package, after: Package) -> tuple[Change[Any], ...]:
    """Every place at which two packages differ, sealed prices too: for who may read both whole."""
    found = _differences("", "", dict(package_dict(before)), dict(package_dict(after)))
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
        files = who.get("file_metadata", ())
        if priced := [one for one in files if one["of"] == PropertiesOf.PRICE]:
            yield (f"{place}.file_metadata", name), priced
            who["file_metadata"] = [one for one in files if one not in priced]
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


def entry_label(entry: Assessment) -> str:
    """How an entry of the panel is named in a place."""
    about = {"stage": entry.stage, "participant": entry.participant, "criterion": entry.criterion}
    return _label("assessments", {**about, "by": sorted(entry.by, key=natural)})


class PlaceError(ValueError):
    """A place that a package does not have; `where` is as far as it has it, `known` what is there.

    `several` says that there is more than one such.
    """

    def __init__(self, where: str, known: list[str], *, several: bool = False) -> None:
        super().__init__(where)
        self.where, self.known, self.several = where, known, several


def put_at(package: dict[str, Any], place: str, value: str) -> None:
    """Put a single value at a place of a package as plain values, read as what is there is.

    An entry of a list is named as above; where several share a name, the time is added to it.

    Raises:
        PlaceError: there is no such place, or more than one.
    """
    *way, (name, label) = _parsed(place)
    inside, gone = package, ""
    for part, of in way:
        inside, gone = _into(inside, part, of, gone)
    if label is not None or isinstance(inside.get(name), dict | list) or not name:
        raise PlaceError(place, sorted(inside))
    inside[name] = _read_as(inside.get(name), value)


def names_key(package: Package, place: str) -> bool:
    """Whether a place begins as one of a package does, and is no words of people."""
    return _parsed(place)[0][0] in {field.name for field in fields(type(package))}


def _parsed(place: str) -> list[tuple[str, str | None]]:
    """The steps of a place: a key, and of a list which entry."""
    found = re.findall(r"([^.\[\]]*)(?:\[([^\]]*)\])?(?:\.|$)", place)[:-1]
    return [(name, label or None) for name, label in found] or [("", None)]


def _into(inside: dict[str, Any], name: str, label: str | None, gone: str) -> tuple[Any, str]:
    where = f"{gone}.{name}" if gone else name
    found = inside.get(name)
    if isinstance(found, dict) and label is None:
        return found, where
    if not isinstance(found, list) or label is None:
        raise PlaceError(where, sorted(inside))
    named = [(entry, _label(name, entry)) for entry in found if isinstance(entry, dict)]
    timed = [(entry, f"{own} {entry.get('at', '')}") for entry, own in named]
    fitting = [entry for entry, own in (*named, *timed) if own == label]
    if len(fitting) != 1:
        known = [own for _, own in (timed if fitting else named)]
        raise PlaceError(f"{where}[{label}]", known, several=bool(fitting))
    return fitting[0], f"{where}[{label}]"


_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None}


def _read_as(there: Any, value: str) -> Any:
    """A text as what it stands for: a truth or nothing by its word, a count where one is there."""
    if value in _WORDS:
        return _WORDS[value]
    if isinstance(there, int) and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    return value


def _label(key: str, entry: Mapping[str, Any]) -> str:
    if "id" in entry:
        return str(entry["id"])
    about = (entry.get(name) for name in _ABOUT.get(key, ()))
    words = (" ".join(part) if isinstance(part, list) else str(part) for part in about if part)
    return " ".join(words)
