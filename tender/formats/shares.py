# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""The shape of a share of something: a fraction as text, such as `11/12`, at most the whole."""

import re
from fractions import Fraction
from typing import Any

from tender.faults import Chain, Faults
from tender.formats.shapes import kind

__all__ = ["Share"]

_FORM = "(1|[1-9][0-9]{0,3}/[1-9][0-9]{0,3})"
_fits = re.compile(_FORM).fullmatch
_MOST = 10_000


class Share:
    """A fraction above nothing and of at most the whole, in lowest terms once it is written."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Fraction | None:
        if type(value) is Fraction:
            parts = (abs(value.numerator), value.denominator)
            value = str(value) if max(parts) < _MOST else "..."
        if not isinstance(value, str):
            faults.add("PKT012", (at, key), expected="string", found=kind(value))
        elif not _fits(value):
            faults.add("PKT084", (at, key), found=value[:40])
        elif (share := Fraction(value)) > 1:
            faults.add("PKT014", (at, key), found=value, bound="<= 1")
        else:
            return share
        return None

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": rf"^{_FORM}$(?!\n)"}
