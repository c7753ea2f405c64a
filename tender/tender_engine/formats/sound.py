"""The part of a draft that was readable, for those who may only be asked about what is there.

Items of lists that could not be read whole are left out; a fault that is found in the rest is told
at the place where it stands in the file. What is left out gives rise to no fault of its own.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from tender_engine.faults import Fault, Path
from tender_engine.model import Package

__all__ = ["SoundPart", "sound_part"]

_MISSING_KEY, _UNKNOWN_KEY = "PKT011", "PKT010"


@attrs.frozen
class SoundPart:
    """What could be read.

    Attributes:
        package: the draft without the items that could not be read. A value that every package has
            and that could not be read is `None` in it, against its type.
    """

    package: Package
    _draft: Package
    _unread: frozenset[Path]
    _above: frozenset[Path]
    _misspelt: frozenset[Path]
    _kept: Mapping[Path, tuple[int, ...]]

    def has(self, place: Path) -> bool:
        """Whether the value at `place` was readable, or is truly absent; its parts may not be."""
        if any(place[:end] in self._unread for end in range(len(place) + 1)):
            return False
        return place[:-1] not in self._misspelt or _value(self._draft, place) is not None

    def is_whole(self, place: Path) -> bool:
        """Whether everything at and under `place` was readable."""
        return self.has(place) and place not in self._above

    def in_file(self, found: Iterable[Fault]) -> Iterable[Fault]:
        """Faults of the sound part at their places in the file; none of what was not read."""
        for fault in found:
            path = self._original(fault.path)
            if self.is_whole(path):
                yield attrs.evolve(fault, path=path)

    def _original(self, path: Path) -> Path:
        made: Path = ()
        for step in path:
            kept = self._kept.get(made)
            made += (kept[step] if kept is not None and isinstance(step, int) else step,)
        return made


def sound_part(draft: Package, reading: Iterable[Fault]) -> SoundPart:
    """What of `draft` its `reading` found no fault in."""
    faults = tuple(reading)
    misspelt = frozenset(fault.path[:-1] for fault in faults if fault.code == _UNKNOWN_KEY)
    unread = frozenset(map(_place, faults))
    above = frozenset(path[:end] for path in unread for end in range(len(path)))
    kept: dict[Path, tuple[int, ...]] = {}
    package = _without(draft, (), unread | above, kept)
    return SoundPart(package, draft, unread, above, misspelt, kept)


def _place(fault: Fault) -> Path:
    """Where something could not be read: at a key that is missing, not at what lacks it."""
    key = fault.params.get("key") if fault.code == _MISSING_KEY else None
    return fault.path if key is None or fault.path[-1:] == (key,) else (*fault.path, key)


def _value(value: Any, path: Path) -> Any:
    """What stands at `path`; `None` where there is nothing."""
    for step in path:
        if isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        elif isinstance(value, dict):
            value = {str(key): part for key, part in value.items()}.get(str(step))
        else:
            value = getattr(value, str(step), None)
    return value


def _without(
    value: Any, path: Path, blemished: frozenset[Path], kept: dict[Path, tuple[int, ...]]
) -> Any:
    """`value` without the `blemished` items of its lists; `kept` takes which of each are left."""
    if path not in blemished:
        return value
    if isinstance(value, tuple):
        left = tuple(at for at in range(len(value)) if (*path, at) not in blemished)
        kept[path] = left
        return tuple(value[at] for at in left)
    if isinstance(value, dict):
        parts = {
            key: _without(part, (*path, str(key)), blemished, kept) for key, part in value.items()
        }
        return {key: part for key, part in parts.items() if part is not None}
    if not attrs.has(type(value)):
        return value
    made = {}
    for field in filter(lambda field: field.init, attrs.fields(type(value))):
        part = getattr(value, field.name)
        if part is None:
            made[field.name] = _instead(field)
        else:
            made[field.name] = _without(part, (*path, field.name), blemished, kept)
    return attrs.evolve(value, **made)


def _instead(field: Any) -> Any:
    """What an attribute is when its part is missing: its default, and `None` without one."""
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return field.default.factory()
    return None if field.default is attrs.NOTHING else field.default
