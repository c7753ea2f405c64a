# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""What is only carried along: anything, kept exact and never read."""

import re
from decimal import Decimal
from typing import Any

from tender.faults import Chain, Faults
from tender.formats.source import NumberText
from tender.numbers import plain

__all__ = ["Carried"]

_DEEPEST_CARRIED = 32
_LONGEST_LITERAL = 40
# A lone surrogate has no bytes; NUL is how the canonical text marks its exact literals.
_NEVER_CARRIED = re.compile("[\\x00\\ud800-\\udfff]").search


class Carried:
    """Anything, carried along and never read; number literals stay exact."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        return self._carry(value, (at, key), faults, _DEEPEST_CARRIED)

    def _carry(self, value: Any, here: Chain, faults: Faults, room: int) -> Any:
        if not room:
            faults.add("PKT005", here, deepest=str(_DEEPEST_CARRIED))
            return None
        if isinstance(value, dict):
            for name in value:
                _check_signs(name, (here, name), faults, on_key=True)
            return {
                name: self._carry(part, (here, name), faults, room - 1)
                for name, part in value.items()
            }
        if isinstance(value, list):
            parts = enumerate(value)
            return [self._carry(part, (here, index), faults, room - 1) for index, part in parts]
        if isinstance(value, NumberText):
            return _exact_literal(value, here, faults)
        if isinstance(value, str):
            _check_signs(value, here, faults)
        return value

    def write(self, value: Any) -> Any:
        return value

    def schema(self) -> dict[str, Any]:
        return {}


def _check_signs(text: str, here: Chain, faults: Faults, *, on_key: bool = False) -> None:
    if found := _NEVER_CARRIED(text):
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
