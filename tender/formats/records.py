"""Shapes made of shapes: objects, lists, maps by stage, events by type, and what is carried along."""

import json
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from tender.faults import Chain, Faults
from tender.formats.shapes import Shape, kind, suggest
from tender.formats.source import NumberText
from tender.numbers import plain
from tender.seals import Sealed, reveal_for_storage

__all__ = ["BoolOr", "Carried", "Key", "ListOf", "MapOf", "Record", "SealedRecord", "Tagged"]

_ABSENT = object()
_DEEPEST_CARRIED = 32


@attrs.frozen
class Key:
    """A key of an object. `nullable` keys must be there but may be null."""

    name: str
    shape: Shape
    required: bool = False
    nullable: bool = False
    attribute: str = ""


class Record:
    """An object that becomes an instance of an attrs class."""

    def __init__(
        self, made: type[Any], *keys: Key, refused: Mapping[str, str] | None = None, tag: str = ""
    ) -> None:
        self.made = made
        self.keys = keys
        self._refused = refused or {}
        self._names = {key.name for key in keys} | ({"type"} if tag else set())
        self._tag = tag
        by_attribute = {key.attribute or key.name: key for key in keys}
        # In the order of the class, so that an instance is made from positions alone.
        self._plan = [
            (by_attribute.get(field.alias or field.name), _default(field))
            for field in attrs.fields(made)
        ]
        unknown = by_attribute.keys() - {field.name for field in attrs.fields(made)}
        if unknown:
            raise TypeError(f"{made.__name__} has no {', '.join(sorted(unknown))}")

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        here = (at, key) if key != "" else at
        blank = type(value) is not dict
        if blank:
            faults.add("PKT012", here, expected="object", found=kind(value))
            value = {}
        elif not value.keys() <= self._names:
            self._report_unknown(value, here, faults)
        parts = []
        for known, default in self._plan:
            raw = _ABSENT if known is None else value.get(known.name, _ABSENT)
            if known is None or raw is _ABSENT or raw is None:
                if known is not None and known.required and not blank:
                    self._report_missing(known, raw, here, faults)
                parts.append(default() if callable(default) else default)
            else:
                parts.append(known.shape.read(raw, here, known.name, faults))
        return self.made(*parts)

    def _report_unknown(self, value: Mapping[str, Any], here: Chain, faults: Faults) -> None:
        for name in value.keys() - self._names:
            if name in self._refused:
                reason = self._refused[name]
                faults.add("PKT022", (here, name), on_key=True, what=name, reason=reason)
            else:
                near = suggest(name, self._names)
                faults.add("PKT010", (here, name), on_key=True, found=name[:80], known=near)

    def _report_missing(self, known: Key, raw: Any, here: Chain, faults: Faults) -> None:
        if raw is _ABSENT:
            faults.add("PKT011", here, key=known.name)
        elif not known.nullable:
            faults.add("PKT011", (here, known.name), key=known.name)

    def write(self, value: Any) -> dict[str, Any]:
        """Only what says something: a default stands for its absence."""
        written = {"type": self._tag} if self._tag else {}
        for key, default in self._plan:
            if key is None:
                continue
            part = getattr(value, key.attribute or key.name)
            if part is None:
                if key.nullable and key.required:
                    written[key.name] = None
            elif key.required or part != (default() if callable(default) else default):
                written[key.name] = key.shape.write(part)
        return written

    def schema(self) -> dict[str, Any]:
        properties = {key.name: _nullable(key) for key in self.keys}
        if self._tag:
            properties = {"type": {"const": self._tag}, **properties}
        required = [key.name for key in self.keys if key.required]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [*(["type"] if self._tag else []), *required],
            "properties": properties,
        }


def _default(field: Any) -> Any:
    default = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default.factory
    return None if default is attrs.NOTHING else default


def _nullable(key: Key) -> dict[str, Any]:
    schema = key.shape.schema()
    if key.required and not key.nullable:
        return schema
    return {"anyOf": [{"type": "null"}, schema]} if schema else {}


class SealedRecord:
    """A price file: read and stored like any object, but sealed in between."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Sealed[Any]:
        return Sealed(self._record.read(value, at, key, faults))

    def write(self, value: Any) -> dict[str, Any]:
        return self._record.write(reveal_for_storage(value))

    def schema(self) -> dict[str, Any]:
        return self._record.schema()


class ListOf:
    """A list that becomes a tuple; `single` lets one item stand without its brackets.

    `kept` lists mean their order. Others are written sorted: by id, else by their own bytes.
    """

    def __init__(
        self, item: Shape, *, kept: bool = False, single: bool = False, least: int = 0
    ) -> None:
        self._item, self._kept, self._single, self._least = item, kept, single, least

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> tuple[Any, ...] | None:
        if type(value) is not list:
            if self._single:
                return (self._item.read(value, at, key, faults),)
            faults.add("PKT012", (at, key), expected="array", found=kind(value))
            return None
        if len(value) < self._least:
            faults.add("PKT023", (at, key), least=str(self._least))
        here = (at, key)
        read = self._item.read
        return tuple([read(item, here, index, faults) for index, item in enumerate(value)])

    def write(self, value: Any) -> list[Any]:
        written = [self._item.write(item) for item in value]
        return written if self._kept else sorted(written, key=_sort_key)

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "array", "items": self._item.schema()}
        if self._least:
            made["minItems"] = self._least
        return {"anyOf": [made, self._item.schema()]} if self._single else made


def _sort_key(written: Any) -> tuple[str, str]:
    own = written.get("id", "") if isinstance(written, dict) else ""
    return own, json.dumps(written, sort_keys=True, ensure_ascii=False)


class MapOf:
    """An object keyed by terms, each with its own shape, or any keys with one shape."""

    def __init__(self, shapes: Mapping[StrEnum, Shape] | Shape) -> None:
        self._shapes = shapes

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> dict[Any, Any]:
        here = (at, key)
        if type(value) is not dict:
            faults.add("PKT012", here, expected="object", found=kind(value))
            return {}
        read = {}
        for name, part in value.items():
            shape = self._shape(name)
            if shape is None:
                known = suggest(name, map(str, self._terms()))
                faults.add("PKT010", (here, name), on_key=True, found=name[:80], known=known)
            elif part is not None:
                term = next((term for term in self._terms() if term == name), name)
                read[term] = shape.read(part, here, name, faults)
        return read

    def _terms(self) -> Mapping[StrEnum, Shape]:
        return self._shapes if isinstance(self._shapes, Mapping) else {}

    def _shape(self, name: Any) -> Shape | None:
        return self._shapes.get(name) if isinstance(self._shapes, Mapping) else self._shapes

    def write(self, value: Any) -> dict[str, Any]:
        written = {}
        for name, part in value.items():
            shape = self._shape(name)
            if shape is not None and part is not None:
                written[str(name)] = shape.write(part)
        return written

    def schema(self) -> dict[str, Any]:
        if not isinstance(self._shapes, Mapping):
            return {"type": "object", "additionalProperties": self._shapes.schema()}
        properties = {str(name): shape.schema() for name, shape in self._shapes.items()}
        nullable = {name: {"anyOf": [{"type": "null"}, made]} for name, made in properties.items()}
        return {"type": "object", "additionalProperties": False, "properties": nullable}


class Tagged:
    """An object whose `type` chooses its shape. `refused` types are known but not evaluated."""

    def __init__(self, records: Mapping[str, Record], refused: Mapping[str, str]) -> None:
        self._records, self._refused = records, refused
        self._by_class = {record.made: record for record in records.values()}

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        here = (at, key)
        if type(value) is not dict:
            faults.add("PKT012", here, expected="object", found=kind(value))
            return None
        name = value.get("type")
        if not isinstance(name, str):
            faults.add("PKT011", here, key="type")
        elif name in self._refused:
            faults.add("PKT022", (here, "type"), what=name, reason=self._refused[name])
        elif name not in self._records:
            known = suggest(name, self._records)
            faults.add("PKT015", (here, "type"), found=name[:80], known=known)
        else:
            return self._records[name].read(value, at, key, faults)
        return None

    def write(self, value: Any) -> dict[str, Any]:
        return self._by_class[type(value)].write(value)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [record.schema() for record in self._records.values()]}


class BoolOr:
    """Either `false`/`true` or the shape itself: `false` says that there is none."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        return value if isinstance(value, bool) else self._shape.read(value, at, key, faults)

    def write(self, value: Any) -> Any:
        return value if isinstance(value, bool) else self._shape.write(value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "boolean"}, self._shape.schema()]}


class TextOr:
    """Either an object or a bare text, which stands for the object's first key."""

    def __init__(self, text: Shape, record: Record) -> None:
        self._text, self._record = text, record

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        if type(value) is str:
            return self._record.made(self._text.read(value, at, key, faults))
        return self._record.read(value, at, key, faults)

    def write(self, value: Any) -> Any:
        return self._record.write(value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self._text.schema(), self._record.schema()]}


class Carried:
    """Anything, carried along and never read; number literals stay exact."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        return self._carry(value, (at, key), faults, _DEEPEST_CARRIED)

    def _carry(self, value: Any, here: Chain, faults: Faults, room: int) -> Any:
        if not room:
            faults.add("PKT005", here)
            return None
        if isinstance(value, dict):
            return {
                name: self._carry(part, (here, name), faults, room - 1)
                for name, part in value.items()
            }
        if isinstance(value, list):
            parts = enumerate(value)
            return [self._carry(part, (here, index), faults, room - 1) for index, part in parts]
        if isinstance(value, NumberText):
            return _exact_literal(value, here, faults)
        if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
            faults.add("PKT017", here, sign="U+D800", position="1")
            return None
        return value

    def write(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.write(part) for name, part in value.items()}
        if isinstance(value, list):
            return [self.write(part) for part in value]
        return value

    def schema(self) -> dict[str, Any]:
        return {}


def _exact_literal(value: NumberText, here: Chain, faults: Faults) -> int | Decimal | None:
    if "N" in value or "I" in value:
        faults.add("PKT007", here, found=str(value), expected="number")
    elif "e" in value.lower() or len(value) > 40:
        faults.add("PKT013", here, found=str(value)[:40], expected="number")
    elif "." in value:
        return Decimal(plain(Decimal(value)))
    else:
        return int(value)
    return None
