"""Shapes: what may stand at a place of a format. One shape reads, writes and describes itself.

A shape's `read` never raises: it notes each fault and goes on with `None` in the place of what it
could not read, so that all faults of a file are told together.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from tender.faults import Chain, Faults
from tender.formats.source import NumberText
from tender.numbers import plain

__all__ = ["Choice", "Date", "Flag", "Id", "Number", "Shape", "Text", "Time", "Whole"]

_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,6})?").fullmatch
_NUMERIC = re.compile(r"[+-]?[0-9.,]+(?:[eE][+-]?[0-9]+)?").fullmatch
_WHOLE = re.compile(r"(?:0|[1-9][0-9]{0,8})").fullmatch
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}").fullmatch
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
).fullmatch
# C0 and C1 controls, bidirectional marks, zero-width characters, surrogates, line separators.
_HIDDEN = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f"
    "\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff"
)
_FORBIDDEN = re.compile(f"[\\t\\n{_HIDDEN}]").search
_FORBIDDEN_IN_PROSE = re.compile(f"[{_HIDDEN}]").search


class Shape(Protocol):
    """What may stand at a place."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        """The typed value, or `None` with a fault noted at `key` under `at`."""

    def write(self, value: Any) -> Any:
        """The value as canonical JSON."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the place."""


def kind(value: Any) -> str:
    """The JSON type of `value`, for a message."""
    if isinstance(value, NumberText):
        return "number"
    names = {dict: "object", list: "array", str: "string", bool: "boolean"}
    return names.get(type(value), "null")


def suggest(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them, as the tail of a hint."""
    known = sorted(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else ", ".join(known)


class Number:
    """An exact non-negative number, by its text."""

    def __init__(self, maximum: str | None = None, *, positive: bool = False) -> None:
        self._maximum = Decimal(maximum) if maximum else None
        self._positive = positive

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Decimal | None:
        if not isinstance(value, str):
            faults.add("PKT012", (at, key), expected="number", found=kind(value))
            return None
        if not _PLAIN(value):
            code = "PKT013" if _NUMERIC(value) else "PKT012"
            if value in ("NaN", "Infinity", "-Infinity"):
                code = "PKT007"
            faults.add(code, (at, key), found=str(value), expected="number")
            return None
        number = Decimal(value)
        if self._maximum is not None and number > self._maximum:
            faults.add("PKT014", (at, key), found=value, bound=f"<= {self._maximum}")
        elif self._positive and not number:
            faults.add("PKT014", (at, key), found=value, bound="> 0")
        return number

    def write(self, value: Any) -> str:
        return plain(value)

    def schema(self) -> dict[str, Any]:
        pattern = r"^(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?$"
        return {"anyOf": [{"type": "string", "pattern": pattern}, {"type": "number", "minimum": 0}]}


class Whole:
    """A whole number literal between two bounds."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> int | None:
        if not isinstance(value, NumberText):
            faults.add("PKT012", (at, key), expected="integer", found=kind(value))
        elif not _WHOLE(value) or not self._low <= int(value) <= self._high:
            bound = f"{self._low}..{self._high}"
            faults.add("PKT014", (at, key), found=value, bound=bound)
        else:
            return int(value)
        return None

    def write(self, value: Any) -> int:
        return int(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self._low, "maximum": self._high}


class Flag:
    """True or false."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> bool | None:
        if isinstance(value, bool):
            return value
        faults.add("PKT012", (at, key), expected="boolean", found=kind(value))
        return None

    def write(self, value: Any) -> bool:
        return bool(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Text:
    """A text without hidden characters; `prose` may have line breaks and be empty."""

    def __init__(self, limit: int = 500, *, prose: bool = False) -> None:
        self._limit, self._prose = limit, prose
        self._forbidden = _FORBIDDEN_IN_PROSE if prose else _FORBIDDEN

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
            return None
        if hidden := self._forbidden(value):
            sign = f"U+{ord(hidden.group()):04X}"
            faults.add("PKT017", (at, key), sign=sign, position=str(hidden.start() + 1))
        elif len(value) > self._limit:
            faults.add("PKT016", (at, key), bound=f"1..{self._limit}")
        elif not self._prose and (not value or value != value.strip()):
            faults.add("PKT016", (at, key), bound=f"1..{self._limit}")
        else:
            return value
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "string", "maxLength": self._limit}
        if not self._prose:
            made["pattern"] = r"^\S([^\t\n]*\S)?$"
        return made


class Id:
    """An identifier; `also` is a further word that may stand there."""

    def __init__(self, also: str | None = None) -> None:
        self._also = also

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if type(value) is str and (_ID(value) or value == self._also):
            return value
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        else:
            faults.add("PKT018", (at, key))
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"}
        return {"anyOf": [{"const": self._also}, made]} if self._also else made


class Choice:
    """A term of an enumeration. `refused` are known terms that are never evaluated, with why."""

    def __init__(self, terms: type[StrEnum], refused: Mapping[str, str] | None = None) -> None:
        self._terms = {str(term): term for term in terms}
        self._refused = refused or {}

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> StrEnum | None:
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        elif value in self._refused:
            faults.add("PKT022", (at, key), what=value, reason=self._refused[value])
        elif value not in self._terms:
            near = suggest(value, self._terms)
            faults.add("PKT015", (at, key), found=value[:80], known=near)
        else:
            return self._terms[value]
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self._terms)}


class _Moment:
    """A date or a time in one of the ISO 8601 forms that leave no doubt."""

    def __init__(
        self, code: str, form: Callable[[str], Any], parse: Callable[[str], date], name: str
    ) -> None:
        self._code, self._form, self._parse, self._name = code, form, parse, name

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> date | None:
        if type(value) is str and self._form(value):
            try:
                return self._parse(value)
            except ValueError:
                pass
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        else:
            faults.add(self._code, (at, key), found=value[:40])
        return None

    def write(self, value: Any) -> str:
        return str(value.isoformat())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": self._name}


Date = _Moment("PKT019", _DATE, date.fromisoformat, "date")
Time = _Moment("PKT020", _TIME, datetime.fromisoformat, "date-time")
