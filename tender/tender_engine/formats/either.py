# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""Shapes that let one of several stand at a place: by a type, a flag, or a bare text."""

from collections.abc import Mapping
from typing import Any

from tender_engine.faults import Chain, Faults
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.records import Record
from tender_engine.formats.shapes import Shape, Text, add_unknown, kind

__all__ = ["BoolOr", "Tagged", "TextOr"]


class Tagged:
    """An object whose `type` chooses its shape; `title` is what a schema calls them all."""

    def __init__(self, records: Mapping[str, Record], title: str) -> None:
        self._records, self._title = records, title
        self._by_class = {record.made: record for record in records.values()}

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        here = (at, key)
        if type(value) in self._by_class:
            return self._by_class[type(value)].read(value, at, key, faults)
        if type(value) is not dict:
            faults.add("PKT012", here, expected="object", found=kind(value))
            return None
        name = value.get("type")
        if name is None:
            faults.add("PKT011", here, key="type")
        elif type(name) is not str:
            faults.add("PKT012", (here, "type"), expected="string", found=kind(name))
        elif name not in self._records:
            add_unknown(faults, "PKT015", (here, "type"), name, self._records)
        else:
            return self._records[name].read(value, at, key, faults)
        return None

    def write(self, value: Any) -> dict[str, Any]:
        return self._by_class[type(value)].write(value)

    def schema(self) -> dict[str, Any]:
        either = {"oneOf": [record.schema() for record in self._records.values()]}
        return Annotated(either, title=self._title)


class BoolOr:
    """Either `false`/`true` or the shape itself: `false` says that there is none.

    Where `true` would say too little, it is refused with the code `true`.
    """

    def __init__(self, shape: Shape, *, true: str = "") -> None:
        self.shape, self._true = shape, true
        self.said = isinstance(shape, Text) and shape.said

    def is_empty(self, value: Any) -> bool:
        """Whether a text that has to say something says nothing."""
        return isinstance(self.shape, Text) and self.shape.is_empty(value)

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        if not isinstance(value, bool):
            return self.shape.read(value, at, key, faults)
        if value and self._true:
            faults.add(self._true, (at, key))
        return value

    def write(self, value: Any) -> Any:
        return value if isinstance(value, bool) else self.shape.write(value)

    def schema(self) -> dict[str, Any]:
        flag = {"const": False} if self._true else {"type": "boolean"}
        return {"anyOf": [flag, self.shape.schema()]}


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
