# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""Shapes: what may stand at a place of a format. One shape reads, writes and describes itself.

A shape's `read` never raises: it notes each fault and goes on with `None` in the place of what it
could not read, so that all faults of a file are told together. It takes what JSON has, and the
exact values of Python that it makes of that: whoever has no file gives those.
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, tzinfo
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from sys import intern
from typing import Any, Protocol

from tender_engine.faults import Chain, Faults, Noted
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.signs import HIDDEN, composed, for_schema, uncomposed_at
from tender_engine.formats.source import NumberText, literal
from tender_engine.formats.suggesting import suggest
from tender_engine.numbers import plain

__all__ = [
    "EMPTY",
    "BusinessId",
    "Choice",
    "Date",
    "Digest",
    "Flag",
    "Id",
    "Label",
    "Number",
    "Shape",
    "Text",
    "Time",
    "Whole",
]

# Nothing of it is given back once it is taken: what follows is never a part of it.
_NUMBER = r"(?:0|[1-9][0-9]{0,17}+)(?:\.[0-9]{1,6}+)?+"
_PLAIN = re.compile(_NUMBER).fullmatch
_WHOLE = re.compile(r"(?:0|[1-9][0-9]{0,8})").fullmatch
_ID = "[A-Za-z0-9._-]{1,64}"
_is_id = re.compile(_ID).fullmatch
# Years that a tender can have: a slip of the finger there should not reach the arithmetic of days.
_DATE = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_TIME = _DATE + "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
_FORBIDDEN = f"[\\t\\n{HIDDEN}]"
_FORBIDDEN_IN_PROSE = f"[{HIDDEN}]"
# A text without anything else says nothing.
_EMPTY = r"\s.\-\u2010-\u2015\u2212_"
_says_nothing = re.compile(f"[{_EMPTY}]*").fullmatch
EMPTY = {"type": "string", "pattern": rf"^[{_EMPTY}]*$(?!\n)"}
# The visible signs of ASCII that JSON writes as they are.
_BARE = r"!#-\[\]-~"
_DIGITS = 18
# How much of a text its fault repeats, so that it can be copied.
_SHOWN = 200
_NOT_A_NUMBER = frozenset({"NaN", "Infinity", "-Infinity"})


# A line break before the end still matches `$` in some engines; this does not let it.
_END = r"(?!\n)"


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
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value)) or type(value).__name__


def key_text(name: object) -> str:
    """A key as a path has it; of what is no text, its kind."""
    return str(name) if isinstance(name, str) else kind(name)


def add_unknown(
    faults: Faults, code: str, at: Chain, word: str, known: Collection[str], *, on_key: bool = False
) -> None:
    """Note that a word is none of the known, with the one that may be meant."""
    near = "" if faults.found.full else suggested(faults.found, word, known)
    faults.add(code, at, on_key=on_key, found=word[:80], known=near)


def suggested(noted: Noted, word: str, known: Collection[str]) -> str:
    """What `suggest` says, as long as it does not take too long."""
    return suggest(word, known, near=noted.may_compare(len(known)))


_shared = lru_cache(maxsize=8192)(Decimal)


class Number:
    """An exact non-negative number, by its text; a `percentage` is at most 100, a `share` 1.

    A `shared` one is made once for many places, as every bid repeats the document's quantities.
    In a text of the `form`, on a line of its own, nothing is wrong, and JSON writes it as it is.
    """

    def __init__(
        self,
        *,
        percentage: bool = False,
        share: bool = False,
        positive: bool = False,
        shared: bool = False,
    ) -> None:
        self.make: Callable[[str], Decimal] = _shared if shared else Decimal
        self.form = (r"(?!0(?:\.0+)?$)" if positive else "") + _NUMBER
        self._maximum = Decimal(100) if percentage else Decimal(1) if share else None
        self._positive = positive
        self._unit = "percent" if percentage else "share of the whole" if share else ""
        self._example = "11" if percentage else "0.5" if share else "1250000"
        self._bounded = self._maximum is not None or positive

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Decimal | None:
        if not isinstance(value, str):
            value, given = literal(value), value
            if value is None:
                faults.add("PKT012", (at, key), expected="number", found=kind(given))
                return None
        # Nearly every value is a whole amount, and three in four values of a package come this
        # way: telling those apart without the pattern is a tenth of the time of reading a file.
        if (
            value.isdigit() and value.isascii() and len(value) <= _DIGITS and value[0] != "0"
        ) or _PLAIN(value):
            number = self.make(value)
        else:
            self._refuse(value, (at, key), faults)
            return None
        return self._bound(number, (at, key), faults) if self._bounded else number

    def _bound(self, number: Decimal, here: Chain, faults: Faults) -> Decimal | None:
        if self._maximum is not None and number > self._maximum:
            faults.add("PKT014", here, found=plain(number), bound=f"<= {self._maximum}")
        elif self._positive and not number:
            faults.add("PKT014", here, found=plain(number), bound="> 0")
        else:
            return number
        return None

    def _refuse(self, value: str, here: Chain, faults: Faults) -> None:
        if value in _NOT_A_NUMBER:
            faults.add("PKT007", here)
        elif value.startswith("-") and _PLAIN(value[1:]):
            faults.add("PKT014", here, found=value, bound=">= 0")
        else:
            faults.add("PKT013", here, found=value[:40])

    def write(self, value: Any) -> str:
        return plain(value)

    def schema(self) -> dict[str, Any]:
        whole = "(0|[1-9][0-9]{0,17})"
        number: dict[str, Any] = {"type": "number", "minimum": 0}
        if self._maximum is not None:
            number["maximum"] = int(self._maximum)
        if self._positive:
            number = {"type": "number", "exclusiveMinimum": 0}
        nonzero = r"(?!0(\.0+)?$)" if self._positive else ""
        pattern = rf"^{nonzero}{whole}(\.[0-9]{{1,6}})?$"
        if self._maximum is not None:
            below = "0" if self._maximum == 1 else "(0|[1-9][0-9]?)"
            pattern = rf"^({self._maximum}(\.0{{1,6}})?|{below}(\.[0-9]{{1,6}})?)$"
        either = {"anyOf": [{"type": "string", "pattern": pattern + _END}, number]}
        return Annotated(either, unit=self._unit, example=self._example)


class Whole:
    """A whole number literal between two bounds."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> int | None:
        if type(value) is int:
            value = literal(value)
        if not isinstance(value, NumberText):
            faults.add("PKT012", (at, key), expected="integer", found=kind(value))
        elif not _WHOLE(value) or not self._low <= int(value) <= self._high:
            bound = f"{self._low}..{self._high}"
            faults.add("PKT014", (at, key), found=value[:40], bound=bound)
        else:
            return int(value)
        return None

    def write(self, value: Any) -> int:
        return int(value)

    def schema(self) -> dict[str, Any]:
        made = {"type": "integer", "minimum": self._low, "maximum": self._high}
        return Annotated(made, example=max(self._low, 1))


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
    """A text without hidden signs, in the form NFC.

    `prose` is as somebody wrote it: in any form, with line breaks, and it may be empty. It has to
    be `said`, as a number of an act has: as a part of a record a dash or a blank is its absence.
    In a text of the `form`, on a line of its own, nothing is wrong, and JSON writes it as it is.
    """

    make = str

    def __init__(self, limit: int = 500, *, prose: bool = False, said: bool = False) -> None:
        self._limit, self._prose, self.said = limit, prose, said or prose
        self._signs = _FORBIDDEN_IN_PROSE if prose else _FORBIDDEN
        self.form = rf"[{_BARE}](?:[ {_BARE}]{{0,{limit - 2}}}[{_BARE}])?"

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
            return None
        # Nearly every text is of signs that are neither hidden nor composed of others.
        if _is_of_ascii(value) and len(value) <= self._limit:
            return value
        if hidden := re.search(self._signs, value):
            sign = f"U+{ord(hidden.group()):04X}"
            faults.add("PKT017", (at, key), sign=sign, position=str(hidden.start() + 1))
        elif len(value) > self._limit:
            faults.add("PKT016", (at, key), limit=str(self._limit))
        elif not self._prose and (not value or value != value.strip()):
            faults.add("PKT026", (at, key))
        elif not self._prose and (place := uncomposed_at(value)) is not None:
            faults.add("PKT106", (at, key), position=str(place + 1), found=composed(value)[:_SHOWN])
        else:
            return value
        return None

    def is_empty(self, value: Any) -> bool:
        """Whether a text that has to say something says nothing."""
        return self.said and type(value) is str and _says_nothing(value) is not None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        ends = "" if self._prose else r"\S([\s\S]*\S)?$"
        told = rf"(?=[\s\S]*[^{_EMPTY}])" if self.said else ""
        pattern = rf"^(?![\s\S]*{for_schema(self._signs)}){told}{ends}"
        made = {"type": "string", "maxLength": self._limit, "pattern": pattern}
        return Annotated(made, example="Sesuai Dokumen Pemilihan")


class Label:
    """A number that only names something, such as a page or a year; a text may stand for it."""

    def __init__(self) -> None:
        self._text, self._number = Text(40), Whole(1, 100_000)

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if not isinstance(value, NumberText) and type(value) is not int:
            return self._text.read(value, at, key, faults)
        number = self._number.read(value, at, key, faults)
        return None if number is None else str(number)

    def write(self, value: Any) -> str:
        return self._text.write(value)

    def schema(self) -> dict[str, Any]:
        return Annotated({"anyOf": [self._text.schema(), self._number.schema()]}, example="12")


class Id:
    """An identifier; `also` is a further word that may stand there.

    In a text of the `form`, on a line of its own, nothing is wrong, and JSON writes it as it is.
    """

    form, make = _ID, staticmethod(intern)

    def __init__(self, also: str | None = None) -> None:
        self._also = also

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if type(value) is str and (_is_id(value) or value == self._also):
            return intern(value)  # every bid repeats the ids of the document's lines
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        else:
            faults.add("PKT018", (at, key), found=value[:40])
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        made = Annotated({"type": "string", "pattern": f"^{_ID}${_END}"}, example="p1")
        return {"anyOf": [{"const": self._also}, made]} if self._also else made


class Digest:
    """A SHA-256 in hexadecimal after `prefix`; anything else is the fault `code`."""

    def __init__(self, prefix: str, code: str) -> None:
        self._form, self._code = f"{prefix}[0-9a-f]{{64}}", code
        self._prefix = prefix
        self._fits = re.compile(self._form).fullmatch

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> str | None:
        if type(value) is str and self._fits(value):
            return value
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        else:
            faults.add(self._code, (at, key), found=value[:80])
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        made = {"type": "string", "pattern": f"^{self._form}${_END}"}
        return Annotated(made, example=self._prefix + sha256(b"").hexdigest())


class BusinessId(Id):
    """The id of a member of a KSO that has to be in the package."""


class Choice:
    """A term of an enumeration.

    `refused` are known terms that are not evaluated, with the code; `said` is what records call
    some of them.
    """

    def __init__(
        self,
        terms: type[StrEnum],
        refused: Mapping[str, str] | None = None,
        said: Mapping[Any, str] | None = None,
    ) -> None:
        self._made = terms
        self.said: Mapping[Any, str] = said or {}
        self.terms = {str(term): term for term in terms}
        self._refused = refused or {}

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> StrEnum | None:
        if type(value) is self._made:
            value = str(value)
        if type(value) is not str:
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        elif value in self._refused:
            faults.add(self._refused[value], (at, key), what=value)
        elif value not in self.terms:
            add_unknown(faults, "PKT015", (at, key), value, self.terms)
        else:
            return self.terms[value]
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.terms)}


def _is_of_ascii(value: str) -> bool:
    """Whether a text is of visible signs of ASCII, with blanks only inside."""
    return value.isascii() and value.isprintable() and value.strip() == value != ""


# Many places of a package say one and the same day or time.
@lru_cache(maxsize=8192)
def _moment(made: Any, value: str) -> date:
    moment: date = made.fromisoformat(value)
    # Times of one and the same zone are compared by their figures; of two that are equal each is
    # asked first how far ahead it is, which takes a hundred times as long.
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.replace(tzinfo=_shared_zone(moment.tzinfo))
    return moment


@lru_cache(maxsize=64)
def _shared_zone(zone: tzinfo) -> tzinfo:
    return zone


class _Moment:
    """A date or a time in one of the ISO 8601 forms that leave no doubt."""

    def __init__(self, code: str, form: str, made: type[date], name: str, example: str) -> None:
        self._example = example
        self._code, self._form, self._name = code, form, name
        self._made: Any = made
        self._fits = re.compile(form).fullmatch

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> date | None:
        if type(value) is self._made:
            value = value.isoformat()
        if type(value) is str and self._fits(value):
            try:
                return _moment(self._made, value)
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
        made = {"type": "string", "format": self._name, "pattern": f"^{self._form}${_END}"}
        return Annotated(made, example=self._example)


Date = _Moment("PKT019", _DATE, date, "date", "2023-03-01")
Time = _Moment("PKT020", _TIME, datetime, "date-time", "2023-03-01T09:00:00+07:00")
