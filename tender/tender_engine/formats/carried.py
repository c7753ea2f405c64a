# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""What is only carried along: anything, kept exact and never read."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tender_engine.faults import Chain, Faults
from tender_engine.formats.bounds import CARRIED
from tender_engine.formats.shapes import key_text, kind
from tender_engine.formats.source import NumberText, literal
from tender_engine.numbers import plain

__all__ = ["Carried"]

_DEEPEST_CARRIED = 32
_LONGEST_LITERAL = 40
# A lone surrogate has no bytes; NUL is how the canonical text marks its exact literals.
_NEVER_CARRIED = "[\\x00\\ud800-\\udfff]"


class Carried:
    """Anything that JSON can say, carried along and never read; number literals stay exact."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        return self._carry(value, (at, key), faults, str(key), _DEEPEST_CARRIED)

    def _carry(self, value: Any, here: Chain, faults: Faults, what: str, room: int) -> Any:
        if not room:
            faults.add("PKT005", here, deepest=str(_DEEPEST_CARRIED))
            return None
        if type(value) in (dict, list):
            # A list of Python may hold itself, or one thing many times.
            faults.count(len(value), CARRIED, "PKT099", here, what=what)
        if type(value) is dict:
            return {
                name: self._carry(part, (here, name), faults, what, room - 1)
                for name, part in _named(value, here, faults)
            }
        if type(value) is list:
            parts = enumerate(value)
            return [
                self._carry(part, (here, index), faults, what, room - 1) for index, part in parts
            ]
        return _leaf(value, here, faults)

    def write(self, value: Any) -> Any:
        return value

    def schema(self) -> dict[str, Any]:
        return {}


def _named(value: dict[Any, Any], here: Chain, faults: Faults) -> Iterator[tuple[str, Any]]:
    """The parts of an object by their keys, each held to be a text."""
    for given, part in value.items():
        name = key_text(given)
        if isinstance(given, str):
            _check_signs(name, (here, name), faults, on_key=True)
        else:
            faults.add("PKT012", (here, name), on_key=True, expected="string", found=name)
        yield name, part


def _leaf(value: Any, here: Chain, faults: Faults) -> Any:
    if type(value) is int or type(value) is Decimal:
        value = literal(value)
    if isinstance(value, NumberText):
        return _exact_literal(value, here, faults)
    if type(value) is str:
        _check_signs(value, here, faults)
    elif not isinstance(value, bool | None):
        faults.add("PKT012", here, expected="number", found=kind(value))
        return None
    return value


def _check_signs(text: str, here: Chain, faults: Faults, *, on_key: bool = False) -> None:
    if found := re.search(_NEVER_CARRIED, text):
        sign, position = f"U+{ord(found.group()):04X}", str(found.start() + 1)
        faults.add("PKT017", here, on_key=on_key, sign=sign, position=position)


def _exact_literal(value: NumberText, here: Chain, faults: Faults) -> int | Decimal | None:
    if "N" in value or "I" in value:
        faults.add("PKT007", here)
    elif "e" in value.lower() or len(value) > _LONGEST_LITERAL:
        faults.add("PKT013", here, found=value[:_LONGEST_LITERAL])
    elif "." in value:
        return Decimal(plain(Decimal(value)))
    else:
        return int(value)
    return None
