# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""Objects: what keys may stand in one, and the instance of an attrs class that it becomes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard

import attrs

from tender_engine.faults import Chain, Faults
from tender_engine.formats.annotated import Annotated, known_of
from tender_engine.formats.containers import MapOf, default_of, plainly
from tender_engine.formats.shapes import EMPTY, Shape, Text, add_unknown, key_text, kind
from tender_engine.numbers import plain

__all__ = ["Key", "Record", "named_key", "titled"]


@attrs.frozen
class Key:
    """A key of an object.

    One that is `nullable` may be null, which is then no absence: its attribute is `None`, and has
    another default where it need not be there.

    `about` is what the schema says of it in words: of an amount, whether PPN is in it; an amount
    `within` another key's is at most that. What is
    `named` is no attribute of its own, but an entry of the attribute `named`; a form calls it by
    `title`.
    """

    name: str
    shape: Shape
    required: bool = False
    nullable: bool = False
    attribute: str = ""
    about: str = ""
    named: bool = False
    title: str = ""
    within: str = ""


def named_key(name: str, shape: Shape | None) -> Key:
    """The key of a named check, whose rulebook declares its shape.

    Raises:
        TypeError: it declares none, so that nothing could stand there.
    """
    if shape is None:
        raise TypeError(f"{name} is a key without a shape")
    return Key(name, shape, named=True)


def titled(stage: str) -> str:
    """The end of a title of what is of a stage.

    >>> titled("evaluasi_harga")
    'EvaluasiHarga'
    """
    return "".join(word.capitalize() for word in stage.split("_"))


class _Written(NamedTuple):
    """How a key is written.

    `null` says that its absence is; what is `default` and not None is not written, nor an empty map
    where `is_map`.
    """

    name: str
    null: bool
    default: Any
    write: Callable[[Any], Any]
    is_map: bool

    @classmethod
    def of(cls, key: Key, default: Any) -> "_Written":
        """How `key` is, whose attribute is `default` where nothing is given."""
        return cls(
            key.name,
            key.nullable and key.required,
            None if key.required else default,
            key.shape.write,
            isinstance(key.shape, MapOf) and not key.required,
        )


class Record:
    """An object that becomes an instance of an attrs class."""

    def __init__(
        self,
        made: type[Any],
        *keys: Key,
        refused: Mapping[str, str] | None = None,
        tag: str = "",
        title: str = "",
    ) -> None:
        self.made = made
        self._title = title
        self.keys = keys
        self._named = tuple(key.name for key in keys if key.named)
        self._within = tuple(key for key in keys if key.within)
        self._refused = refused or {}
        self._tag = tag
        self._names = {key.name for key in keys} | ({"type"} if tag else set())
        self._readers = {key.name: (key.attribute or key.name, key.shape.read) for key in keys}
        self._said = {key.name: key.shape.is_empty for key in keys if _has_to_say(key.shape)}
        self._nullable = {key.name for key in keys if key.nullable and not key.required}
        fields = attrs.fields(made)
        self._needed = frozenset(key.attribute or key.name for key in keys if key.required).union(
            field.name for field in fields if field.default is attrs.NOTHING
        )
        self._defaults = {field.name: default_of(field) for field in fields if field.init}
        own = {key.attribute or key.name: key for key in keys if not key.named}
        self._own = [_Written.of(key, self._defaults.get(name)) for name, key in own.items()]
        self._values_of = _getter([*own])
        self._names_of = {name: own[name].name if name in own else name for name in self._defaults}
        unknown = own.keys() - self._defaults.keys()
        if unknown:
            raise TypeError(f"{made.__name__} has no {', '.join(sorted(unknown))}")

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        here = (at, key)
        if type(value) is self.made:
            return self._read_again(value, at, key, faults)
        if type(value) is not dict:
            faults.add("PKT012", here, expected="object", found=kind(value))
            return None
        readers = self._readers
        parts = {}
        for name, raw in (self._telling(value) if self._said else value).items():
            reader = readers.get(name)
            if reader is None:
                self._refuse(name, here, faults)
            elif raw is not None or name in self._nullable:
                attribute, read = reader
                parts[attribute] = None if raw is None else read(raw, here, name, faults)
        if not self._needed <= parts.keys():
            self._fill(parts, value, here, faults)
        for bounded in self._within:
            part, most = parts.get(bounded.name), parts.get(bounded.within)
            if part is not None and most is not None and part > most:
                faults.add("PKT086", (here, bounded.name), found=plain(part), most=plain(most))
        if self._named:
            parts["named"] = {name: parts.pop(name) for name in self._named if name in parts}
        return self.made(**parts)

    def _telling(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """What a value has to say: a text that has to, and is empty, is not there."""
        return {
            name: raw
            for name, raw in value.items()
            if not (name in self._said and self._said[name](raw))
        }

    def _read_again(self, made: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        """Read an instance by its parts: whoever made it, reading them has to give it again.

        A text in the place of an amount would be read as one, and yet is of another type.
        """
        parts = {attribute: getattr(made, attribute, None) for attribute in self._names_of}
        said = {
            self._names_of[attribute]: part
            for attribute, part in parts.items()
            if attribute in self._needed or not _is_default(part, self._defaults[attribute])
        }
        if isinstance(named := said.pop("named", None), Mapping):
            said.update(named)
            # What nobody declares is refused by its key, and no part of what is read.
            parts["named"] = {name: named[name] for name in named if name in self._named}
        again = self.read(said, at, key, faults)
        for attribute, part in parts.items():
            read = getattr(again, attribute)
            if read is not None and not _is_alike(part, read):
                here = ((at, key), self._names_of[attribute])
                faults.add("PKT012", here, expected=kind(read), found=kind(part))
        return again

    def _refuse(self, given: object, at: Chain, faults: Faults) -> None:
        name = key_text(given)
        if name == "type" and self._tag:
            return
        if code := self._refused.get(name):
            faults.add(code, (at, name), on_key=True, what=name)
        else:
            add_unknown(faults, "PKT010", (at, name), name, self._names, on_key=True)

    def _fill(
        self, parts: dict[str, Any], value: Mapping[str, Any], here: Chain, faults: Faults
    ) -> None:
        """Put `None` for each needed key that is missing or null; a fault unless it may be null."""
        for key in self.keys:
            attribute = key.attribute or key.name
            if attribute in self._needed and attribute not in parts:
                parts[attribute] = None
                if not key.required:
                    continue
                if key.name not in value:
                    faults.add("PKT011", here, key=key.name)
                elif not key.nullable:
                    faults.add("PKT011", (here, key.name), key=key.name)

    def write(self, value: Any) -> dict[str, Any]:
        """Only what says something: a default stands for its absence."""
        written: dict[str, Any] = {"type": self._tag} if self._tag else {}
        for name, part in getattr(value, "named", {}).items():
            if part is not None:
                written[name] = plainly(part)
        for part, own in zip(self._values_of(value), self._own, strict=True):
            if part is None:
                if own.null:
                    written[own.name] = None
            # Nothing but None says what None says: a number would take long to find that out.
            elif own.default is None or part != own.default:
                made = own.write(part)
                if made or not own.is_map:
                    written[own.name] = made
        return written

    def schema(self) -> dict[str, Any]:
        properties = {key.name: _nullable(key) for key in self.keys}
        if self._tag:
            properties = {"type": {"const": self._tag}, **properties}
        required = [key.name for key in self.keys if key.required]
        made = {
            "title": self.made.__name__,
            "type": "object",
            "additionalProperties": False,
            "required": [*(["type"] if self._tag else []), *required],
            "properties": properties,
        }
        # Several objects may become one class, each with its own keys.
        return Annotated(made, title=self._title)


def _getter(attributes: Sequence[str]) -> Callable[[Any], Iterable[Any]]:
    """What gives the values of these attributes of an object, one after the other."""
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda value: [getattr(value, attribute) for attribute in attributes]


def _is_default(part: Any, default: Any) -> bool:
    return part is default or (type(part) is type(default) and bool(part == default))


def _is_alike(given: Any, read: Any) -> bool:
    """Whether a given value, and each of its parts, has the type that reading it makes.

    What has parts of its own was read by itself; an id or a term may be the text that it is.
    """
    if isinstance(read, tuple):
        return type(given) in (tuple, type(read)) and all(map(_is_alike, given, read))
    if isinstance(read, dict):
        return (
            isinstance(given, Mapping)
            and given.keys() == read.keys()
            and all(_is_alike(given[name], part) for name, part in read.items() if part is not None)
        )
    if isinstance(read, str):
        return isinstance(given, str)
    return read is None or type(given) is type(read)


def _has_to_say(shape: Any) -> TypeGuard[Text]:
    """Whether a text stands there, alone or beside a truth, that is not there while it is empty."""
    return hasattr(shape, "is_empty") and shape.said


def _nullable(key: Key) -> dict[str, Any]:
    own = key.shape.schema()
    schema = own
    if schema and not (key.required and not key.nullable):
        empty = [EMPTY] if _has_to_say(key.shape) else []
        schema = {"anyOf": [{"type": "null"}, *empty, schema]}
    told = [key.about, f"at most {key.within}" if key.within else ""]
    about = "; ".join(filter(None, told))
    # The title is that of the object itself, not of what may stand in its place.
    known = {**known_of(own), "called": key.title}
    known["unit"] = about or known.get("unit", "")
    if schema is not own:
        known.pop("title", "")
    return Annotated({"description": about, **schema} if about else schema, **known)
