"""Measures the bytes of a JSON file before anything is made of them.

A value of JSON takes two bytes in a file and a hundred in memory, so that a small file may cost a
gigabyte. Small files are not measured; the lists and keys of larger ones are counted, at the places
that the format knows, without making a single value.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import Factory, define

from tender_engine.declared import Declarations
from tender_engine.faults import Fault, Spot
from tender_engine.formats import bounds
from tender_engine.formats.source import DEEPEST

__all__ = ["measured"]

# Fewer values and keys than these cost little, whatever they are.
_FEW_VALUES, _FEW_KEYS = 1_000_000, 450_000
# Values that a piece of `CARRIED` signs can hold.
_MOST_CARRIED = bounds.CARRIED // 2
_BLOCK = bounds.LONGEST_TEXT // 2
_TEXT_OF_JSON = rb'"(?:[^"\\]|\\.)*+"'
# A small object without objects in it and the comma after it, a text, a bracket, or what stands
# between those.
_TOKEN = re.compile(
    rb'(\{(?:[^{}"]{0,40}+' + _TEXT_OF_JSON + rb'){0,66}+[^{}"]{0,40}+\}\s*+,?+\s*+)'
    rb"|(" + _TEXT_OF_JSON + rb")"
    rb"|([\[\]{}])"
    rb'|([^\[\]{}"]++)',
    re.DOTALL,
)
_FLAT, _TEXT, _BRACKET = 1, 2, 3
_TEXTS = re.compile(_TEXT_OF_JSON, re.DOTALL)
# More commas than this in a small object stand in its texts, in part.
_MANY_COMMAS = 100


@define
class _Place:
    """What may stand at a place of the format.

    Attributes:
        name: the key under which it stands.
        most: how many entries a list may have there.
        item: what an entry is.
        keys: what may stand under each key, which is in quotes.
        anything: whether any key may stand there.
        carried: the key of what is only carried along.
    """

    name: str = ""
    most: int = bounds.OTHERS
    item: "_Place | None" = None
    keys: dict[bytes, "_Place"] = Factory(dict)
    anything: bool = False
    carried: str = ""

    def take(self, schema: Mapping[str, Any]) -> None:
        """Know what the JSON `schema` of the place says, beside what is known."""
        for other in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
            self.take(other)
        self.most = max(self.most, schema.get("maxItems", 0))
        self.anything = self.anything or "propertyNames" in schema
        if "items" in schema:
            self.item = self.item or _Place()
            self.item.take(schema["items"])
        for name, inner in schema.get("properties", {}).items():
            key = f'"{name}"'.encode()
            place = self.keys.setdefault(key, _Place(name))
            place.carried = name if inner == {} else ""
            place.take(inner)


@lru_cache(maxsize=16)
def _package(declared: Declarations) -> _Place:
    from tender_engine.formats.package import package_shape

    place = _Place()
    place.take(package_shape(declared).schema())
    place.keys[b'"format"'] = _Place("format")
    return place


def measured(data: bytes, declared: Declarations) -> Fault | None:
    """What is too much in a file; `None` where its package may be read."""
    if len(data) < min(_FEW_KEYS, _FEW_VALUES):
        return None  # no room for so many of anything
    values = data.count(b",") + data.count(b"[") + data.count(b"{")
    if values >= _FEW_VALUES or data.count(b":") >= _FEW_KEYS:
        told = _Measuring(data, declared).fault()
        if told is not None:
            return told
    at = _endless(data)
    return None if at is None else _fault(data, at, "PKT097", bounds.LONGEST_TEXT)


def _endless(data: bytes) -> int | None:
    """Where a piece begins that is longer than any text may be, if there is one."""
    for at in range(0, len(data) - _BLOCK, _BLOCK):
        if data.find(b'"', at, at + _BLOCK) < 0:
            begins = data.rfind(b'"', 0, at) + 1
            ends = data.find(b'"', at)
            if (ends if ends >= 0 else len(data)) - begins > bounds.LONGEST_TEXT:
                return begins
    return None


def _fault(data: bytes, at: int, code: str, most: int, **params: str) -> Fault:
    begins = data.rfind(b"\n", 0, at) + 1
    # A sign of several bytes is one sign of the line.
    column = at - begins - sum(data.count(bytes([byte]), begins, at) for byte in range(0x80, 0xC0))
    place = (data.count(b"\n", 0, at) + 1, column + 1)
    return Fault(code, (), {"most": f"{most}", **params}, spot=Spot("", *place, order=place))


class _Measuring:
    """Goes over the tokens of one file, and stops at the first thing that is too much."""

    def __init__(self, data: bytes, declared: Declarations) -> None:
        self._data = data
        # The places and counts of the open brackets, the innermost apart.
        self._open: list[tuple[_Place | None, bool, int, str]] = []
        self._place: _Place | None = _Place(item=_package(declared), most=1)
        self._is_list, self._count, self._under = True, 0, ""
        self._key = b""
        self._values = self._stray = 0
        self._in_all: Counter[int] = Counter()
        self._carried: dict[str, int] = {}

    def fault(self) -> Fault | None:
        """What is too much, if anything is."""
        for found in _TOKEN.finditer(self._data):
            kind = found.lastindex
            if kind == _TEXT:
                self._key = found.group()
                continue
            token = found.group()
            if kind == _BRACKET:
                told = self._bracket(token, found.start())
            else:
                told = self._piece(token, found.start(), whole=kind == _FLAT)
            if told is not None:
                return told
        return None

    def _bracket(self, token: bytes, at: int) -> Fault | None:
        if token in b"]}":
            if self._open:
                self._place, self._is_list, self._count, self._under = self._open.pop()
            return None
        if len(self._open) >= DEEPEST:
            return _fault(self._data, at, "PKT005", DEEPEST, deepest=f"{DEEPEST}")
        place = self._place
        self._open.append((place, self._is_list, self._count, self._under))
        if place is not None:
            place = place.item if self._is_list else self._inner(place)
        if place is not None and place.carried:
            self._under = place.carried
        self._place, self._is_list, self._count = place, token == b"[", 0
        return self._add(1, at)

    def _inner(self, place: _Place) -> _Place | None:
        return _Place() if place.anything else place.keys.get(self._key)

    def _piece(self, token: bytes, at: int, *, whole: bool) -> Fault | None:
        """Take in an object without objects, or what stands between texts and brackets."""
        commas = token.count(b",")
        if whole:
            if commas > _MANY_COMMAS:
                commas = _TEXTS.sub(b"", token).count(b",")
            entries = int(token.rstrip().endswith(b","))
            return self._entries(entries, at) or self._add(commas + 1, at)
        place = self._place
        if place and not (self._is_list or place.anything) and token.lstrip()[:1] == b":":
            self._stray += self._key not in place.keys
        return self._entries(commas, at) or self._add(commas, at)

    def _entries(self, more: int, at: int) -> Fault | None:
        """Count what a list or a map has, of which the last has no comma after it."""
        place = self._place
        if not (more and place and (self._is_list or place.anything)) or self._under:
            return None
        self._count += more
        if self._count >= place.most:
            return _fault(self._data, at, "PKT096", place.most, what=place.name)
        if place.most in bounds.IN_ALL:
            self._in_all[place.most] += more
            most, code = bounds.IN_ALL[place.most]
            if self._in_all[place.most] > most:
                return _fault(self._data, at, code, most)
        return None

    def _add(self, values: int, at: int) -> Fault | None:
        """Count values where they are."""
        self._values += values
        if self._values > bounds.VALUES:
            return _fault(self._data, at, "PKT100", bounds.VALUES)
        if self._under:
            self._carried[self._under] = self._carried.get(self._under, 0) + values
            if self._carried[self._under] > _MOST_CARRIED:
                return _fault(self._data, at, "PKT099", bounds.CARRIED, what=self._under)
        elif self._place is None:
            self._stray += values
        if self._stray > bounds.STRAY:
            return _fault(self._data, at, "PKT101", bounds.STRAY)
        return None
