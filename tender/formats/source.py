"""JSON text to plain values, strictly; key paths to places in the text; plain values to JSON."""

import json
import re
from bisect import bisect_right
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from attrs import frozen

from tender.faults import Fault, Path, Spot
from tender.numbers import plain

__all__ = [
    "Lines",
    "NumberText",
    "Positions",
    "Syntax",
    "TextPlaces",
    "canonical_json",
    "parse",
]

_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")
_DEEPEST = 64
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')
# No accepted text holds the sign NUL, so nothing but a Decimal can look like this.
_LITERAL = re.compile(r'"\\u0000(-?[0-9.]+)\\u0000"')


class NumberText(str):
    """A number literal, kept as it was written."""

    __slots__ = ()


@frozen
class Syntax:
    """What parsing gave: the value, whether a key stood twice, and faults of the text itself."""

    value: Any
    repeated: bool = False
    faults: tuple[Fault, ...] = ()


def parse(text: str) -> Syntax:
    """Parse `text` with number literals kept as text and repeated keys noticed."""
    repeated = False

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        made = dict(items)
        if len(made) != len(items):
            repeated = True
        return made

    try:
        value = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_int=NumberText,
            parse_float=NumberText,
            parse_constant=NumberText,
        )
    except json.JSONDecodeError as error:
        fault = Fault("PKT004", (), {"detail": error.msg}, at=error.pos)
        return Syntax(None, faults=(fault,))
    except RecursionError:
        return Syntax(None, faults=(Fault("PKT005", (), {"deepest": str(_DEEPEST)}, at=0),))
    return Syntax(value, repeated)


class Lines:
    """Line and column of an offset in a text, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Where `offset` is."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Positions:
    """Where each key and value of a JSON text stands. Made only when there is a fault to place.

    Anything deeper than any place of the format is found through its ancestor.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._values: dict[Path, int] = {}
        self._keys: dict[Path, int] = {}
        self.repeated: list[tuple[Path, int]] = []
        self._value((), 0)

    def offset(self, path: Path, *, on_key: bool = False) -> int:
        """The offset of the value at `path`, or of its nearest ancestor that is there."""
        table = self._keys if on_key else self._values
        while path and path not in table:
            path, table = path[:-1], self._values
        return table.get(path, 0)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _value(self, path: Path, at: int) -> int:
        at = self._skip(at)
        self._values[path] = at
        opening = self._text[at]
        if len(path) > _DEEPEST and opening in "[{":
            return self._end_of_nest(at)
        if opening == "{":
            return self._object(path, at + 1)
        if opening == "[":
            return self._array(path, at + 1)
        if opening == '"':
            return int(scanstring(self._text, at + 1)[1])
        found = _SCALAR.match(self._text, at)
        return found.end() if found else at + 1

    def _end_of_nest(self, at: int) -> int:
        open_brackets = 0
        for found in _BRACKET.finditer(self._text, at):
            open_brackets += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
            if not open_brackets:
                return found.end()
        return len(self._text)

    def _object(self, path: Path, at: int) -> int:
        seen: set[str] = set()
        at = self._skip(at)
        while self._text[at] != "}":
            key, after = scanstring(self._text, at + 1)
            place = (*path, key)
            if key in seen:
                self.repeated.append((place, at))
            seen.add(key)
            self._keys[place] = at
            at = self._skip(self._value(place, self._skip(after) + 1))
            at = self._skip(at + 1) if self._text[at] == "," else at
        return at + 1

    def _array(self, path: Path, at: int) -> int:
        index = 0
        at = self._skip(at)
        while self._text[at] != "]":
            at = self._skip(self._value((*path, index), at))
            at = self._skip(at + 1) if self._text[at] == "," else at
            index += 1
        return at + 1


class TextPlaces:
    """Where the faults of a JSON text are; without a text, at its beginning."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._lines = Lines(text)
        self._positions: Positions | None = None

    def spot(self, fault: Fault) -> Spot:
        """The line and column of `fault`."""
        offset = fault.at
        if offset is None:
            if self._positions is None and self._text:
                self._positions = Positions(self._text)
            found = self._positions
            offset = found.offset(fault.path, on_key=fault.on_key) if found else 0
        place = self._lines.place(offset)
        return Spot("", *place, order=place)


def canonical_json(value: Any) -> str:
    """`value` as JSON with sorted keys and no spaces; a `Decimal` becomes its exact literal.

    >>> canonical_json({"b": Decimal("1.50"), "a": ["é", None]})
    '{"a":["é",null],"b":1.5}'
    """
    text = json.dumps(
        value,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
        default=_literal,
    )
    return _LITERAL.sub(r"\1", text)


def _literal(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\0{plain(value)}\0"
    raise TypeError(f"{type(value).__name__} is not JSON")
