# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""Shapes around shapes: lists, maps by term or by participant, what is sealed or never repeated."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs

from tender_engine.faults import Chain, Faults
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.bounds import IN_ALL, OTHERS
from tender_engine.formats.json_bytes import canonical_bytes
from tender_engine.formats.shapes import Id, Shape, add_unknown, key_text, kind
from tender_engine.numbers import plain
from tender_engine.seals import Sealed, reveal_for_storage

__all__ = [
    "ById",
    "ListOf",
    "MapOf",
    "SealedShape",
    "SealedWhere",
    "Unsaid",
    "default_of",
    "plainly",
]

_PAIR = 2


def default_of(field: Any) -> Any:
    """What an attribute of an attrs class is where nothing is given; `None` where it must be."""
    default = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default.factory()
    return None if default is attrs.NOTHING else default


def plainly(value: Any) -> Any:
    """The value of a named check as canonical JSON, by its type alone.

    So a package is written without its rulebook: it may have been read under any. An object says
    what differs from its defaults, and the order of a list means nothing.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {name: plainly(value[name]) for name in sorted(value)}
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return sorted(map(plainly, value), key=_sort_key)
    if attrs.has(type(value)):
        parts = ((part, getattr(value, part.name)) for part in attrs.fields(type(value)))
        return {part.name: plainly(one) for part, one in parts if one != default_of(part)}
    return str(value)


class SealedShape:
    """A price file and what belongs to it: read and stored like any other, but sealed between."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Sealed[Any] | None:
        if type(value) is Sealed:
            value = reveal_for_storage(value)
        # Not even a diagnostic may tell what an envelope says that nobody has opened.
        price = Unsaid(self._shape).read(value, at, key, faults)
        return None if price is None else Sealed(price)

    def write(self, value: Any) -> Any:
        return self._shape.write(reveal_for_storage(value))

    def schema(self) -> dict[str, Any]:
        return self._shape.schema()


class SealedWhere:
    """An object that is sealed where its key `key` has the value `value`, and open elsewhere."""

    def __init__(self, shape: Shape, key: str, value: str) -> None:
        self._open, self._sealed = shape, SealedShape(shape)
        self._key, self._value = key, value

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        said = value.get(self._key) if isinstance(value, Mapping) else getattr(value, self._key, "")
        shape = self._sealed if type(value) is Sealed or said == self._value else self._open
        return shape.read(value, at, key, faults)

    def write(self, value: Any) -> Any:
        return (self._sealed if type(value) is Sealed else self._open).write(value)

    def schema(self) -> dict[str, Any]:
        return self._open.schema()


class ListOf:
    """A list that becomes a tuple; `single` lets one item stand without its brackets.

    `kept` lists mean their order. Others are written sorted: by id, else by their own bytes. Of one
    with more than `most` items nothing is read.
    """

    def __init__(
        self,
        item: Shape,
        *,
        kept: bool = False,
        single: bool = False,
        least: int = 0,
        most: int = OTHERS,
    ) -> None:
        self.item, self.most, self._kept, self._single = item, most, kept, single
        self._least = least

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> tuple[Any, ...] | None:
        if type(value) is not list and type(value) is not tuple:
            if self._single:
                return (self.item.read(value, at, key, faults),)
            faults.add("PKT012", (at, key), expected="array", found=kind(value))
            return None
        if len(value) < self._least:
            faults.add("PKT023", (at, key), least=str(self._least))
        here = (at, key)
        if len(value) > self.most:
            faults.add("PKT096", here, what=str(key), most=f"{self.most}")
            return None
        if self.most in IN_ALL:
            faults.count(len(value), *IN_ALL[self.most], here)
        return self._each(value, here, faults)

    def _each(self, value: Sequence[Any], here: Chain, faults: Faults) -> tuple[Any, ...]:
        read = self.item.read
        return tuple([read(item, here, index, faults) for index, item in enumerate(value)])

    def read_new(
        self, value: tuple[Any, ...], known: Iterable[object], key: str, faults: Faults
    ) -> tuple[Any, ...]:
        """A list of which the items that are the very ones that are `known` were read before."""
        before = {*map(id, known)}
        new = [item for item in value if id(item) not in before]
        # As many as are too many are refused as a whole.
        read = self.read(value if len(value) > self.most else new, None, key, faults)
        made = iter(read or ())
        return tuple(item if id(item) in before else next(made, None) for item in value)

    def write(self, value: Any) -> list[Any]:
        written = [self.item.write(item) for item in value]
        # Of one item no text is made to sort it by.
        return written if self._kept or len(written) < _PAIR else sorted(written, key=_sort_key)

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "array", "items": self.item.schema()}
        if self._least:
            made["minItems"] = self._least
        made["maxItems"] = self.most
        return {"anyOf": [made, self.item.schema()]} if self._single else made


def _sort_key(written: Any) -> tuple[str, bytes]:
    own = written.get("id", "") if isinstance(written, dict) else ""
    return own, b"" if own else canonical_bytes(written)


class MapOf:
    """An object keyed by terms, each with its own shape. An entry that says nothing is not kept."""

    def __init__(self, shapes: Mapping[Any, Shape], title: str = "", about: str = "") -> None:
        self._shapes = {str(term): (term, shape) for term, shape in shapes.items()}
        self._title, self._about = title, about

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> dict[Any, Any] | None:
        here = (at, key)
        if not isinstance(value, Mapping):
            faults.add("PKT012", here, expected="object", found=kind(value))
            return None
        read = {}
        for given, part in value.items():
            name = key_text(given)
            if name not in self._shapes:
                add_unknown(faults, "PKT010", (here, name), name, self._shapes, on_key=True)
            elif part is not None:
                term, shape = self._shapes[name]
                read[term] = shape.read(part, here, name, faults)
        return read

    def write(self, value: Any) -> dict[str, Any]:
        written = {str(term): self._written(str(term), part) for term, part in value.items()}
        return {name: part for name, part in written.items() if part != {}}

    def _written(self, name: str, part: Any) -> Any:
        # The clause of a named check is written without its rulebook, too.
        return self._shapes[name][1].write(part) if name in self._shapes else plainly(part)

    def schema(self) -> dict[str, Any]:
        properties = {
            name: Annotated({"anyOf": [{"type": "null"}, shape.schema()]}, about=self._about)
            for name, (_, shape) in self._shapes.items()
        }
        made = {"type": "object", "additionalProperties": False, "properties": properties}
        return Annotated(made, title=self._title, about=self._about)


class Unsaid:
    """A value that may speak of an envelope nobody has opened: no diagnostic repeats it."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        before = len(faults.found)
        read = self._shape.read(value, at, key, faults)
        faults.hide_values(before)
        return read

    def write(self, value: Any) -> Any:
        return self._shape.write(value)

    def schema(self) -> dict[str, Any]:
        return self._shape.schema()


class ById:
    """An object of at most `most` keys that are ids, each with the same shape."""

    def __init__(self, shape: Shape, most: int = OTHERS) -> None:
        self._id, self.shape, self._most = Id(), shape, most

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> dict[str, Any] | None:
        here = (at, key)
        if not isinstance(value, Mapping):
            faults.add("PKT012", here, expected="object", found=kind(value))
            return None
        if len(value) > self._most:
            faults.add("PKT096", here, what=str(key), most=f"{self._most}")
            return None
        faults.count(len(value), *IN_ALL[OTHERS], here)
        read = {}
        for given, part in value.items():
            name = key_text(given)
            if self._id.read(name, here, name, faults) is not None and part is not None:
                read[name] = self.shape.read(part, here, name, faults)
        return read

    def write(self, value: Any) -> dict[str, Any]:
        return {name: self.shape.write(value[name]) for name in sorted(value)}

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "maxProperties": self._most,
            "propertyNames": self._id.schema(),
            "additionalProperties": {"anyOf": [{"type": "null"}, self.shape.schema()]},
        }
