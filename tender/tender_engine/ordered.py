"""A package with its lists in an order of their own, so that no paper tells in which it was typed.

What has an id stands in natural order of ids, what has none by when it was, or by its name. Only
the lists whose order means something stay as they are. The digest is not touched by any of this.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby, pairwise
from operator import is_
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from tender_engine.findings import natural
from tender_engine.model import Package
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import StageId

__all__ = ["ordered"]

# Lists that mean their order, and what is only carried along, of which nobody knows what it means.
_KEPT = frozenset(
    {"addenda", "items", "listed", "maintenance", "operating", "order", "overlays", "reserves"}
)
_CARRIED = frozenset({"extensions"})
# By what an item of a list is put in its place, the first of these that it has.
_LEADING = ("id", "at", "name", "file", "param")
_STAGES = {str(stage): place for place, stage in enumerate(StageId)}


def ordered(package: Package) -> Package:
    """`package` with every list that has no meaning in its order in the one it always has."""
    made: Package = _Arranger().arranged(package)
    return made


class _Arranger:
    """Arranges one package; remembers the keys of ids, which every bid repeats."""

    def __init__(self) -> None:
        self._natural: Callable[[str], Any] = lru_cache(maxsize=None)(natural)

    def arranged(self, value: Any) -> Any:
        """`value` with its lists in order; itself where they are."""
        if isinstance(value, tuple):
            return self._sorted(self._each(value))
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, Sealed):
            content = reveal_for_storage(value)
            made = self.arranged(content)
            return value if made is content else Sealed(made)
        changed = dict(self._changes(value))
        return attrs.evolve(value, **changed) if changed else value

    def _changes(self, value: Any) -> Iterator[tuple[str, Any]]:
        kind: Any = type(value)
        for name in _holders(kind):
            part = getattr(value, name)
            if part is not None:
                made = self._each(part) if name in _KEPT else self.arranged(part)
                if made is not part:
                    yield name, made

    def _each(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        return _same(items, tuple(self.arranged(item) for item in items))

    def _mapping(self, value: Mapping[Any, Any]) -> Mapping[Any, Any]:
        keys = sorted(value, key=lambda key: (_STAGES.get(str(key), -1), self._natural(str(key))))
        parts = [self.arranged(value[key]) for key in keys]
        same = keys == list(value) and all(map(is_, parts, value.values()))
        return value if same else dict(zip(keys, parts, strict=True))

    def _sorted(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        keys = [self._key(item) for item in items]
        if all(one < other for one, other in pairwise(keys)):
            return items
        groups = groupby(sorted(zip(keys, items, strict=True), key=_first), key=_first)
        # Where two have one key, what they say tells which comes first.
        tied = ([item for _, item in pairs] for _, pairs in groups)
        return _same(items, tuple(item for these in tied for item in _settled(these)))

    def _key(self, item: Any) -> Any:
        item = _open(item)
        for name in _LEADING:
            lead = getattr(item, name, None)
            if isinstance(lead, dt.datetime):
                return self._natural(lead.astimezone(dt.UTC).isoformat())
            if lead is not None:
                return self._natural(str(lead))
        return self._natural("" if attrs.has(type(item)) else str(item))


def _same(items: tuple[Any, ...], made: tuple[Any, ...]) -> tuple[Any, ...]:
    """`items` where the other ones are the very same."""
    return items if all(map(is_, items, made)) else made


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _settled(items: list[Any]) -> list[Any]:
    return items if len(items) == 1 else sorted(items, key=lambda item: repr(_open(item)))


def _open(item: Any) -> Any:
    return reveal_for_storage(item) if isinstance(item, Sealed) else item


@cache
def _holders(made: Any) -> tuple[str, ...]:
    """The attributes of a class in which a list can stand, at any depth."""
    if not attrs.has(made):
        return ()
    hints = get_type_hints(made)
    return tuple(
        field.name
        for field in attrs.fields(made)
        if field.init and field.name not in _CARRIED and _can_hold(hints[field.name])
    )


def _can_hold(hint: Any) -> bool:
    origin = get_origin(hint)
    if isinstance(origin, type) and issubclass(origin, tuple | Mapping | Sealed):
        return True
    if any(_can_hold(part) for part in get_args(hint)):
        return True
    return isinstance(hint, type) and bool(_holders(hint))
