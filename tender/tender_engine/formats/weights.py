# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""The shape of a weight in percent: a number, or as text a fraction without an end of decimals."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_engine.faults import Chain, Faults
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.shapes import Number
from tender_engine.formats.source import literal
from tender_engine.numbers import fraction_said

__all__ = ["Weight", "is_fraction"]

_FORM = "[1-9][0-9]{0,17}/[1-9][0-9]{0,17}"
_fits = re.compile(_FORM).fullmatch
_PERCENT = Number(percentage=True)
_MOST = 100


def is_fraction(text: str) -> bool:
    """Whether a weight is written as a fraction, such as `100/9`."""
    return _fits(text) is not None


class Weight:
    """A percentage of at most 100, exactly: nine equal ones of `100/9` make a hundred."""

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Fraction | None:
        if type(value) is Fraction:
            value = literal(value)
        if not isinstance(value, str) or "/" not in value:
            number: Decimal | None = _PERCENT.read(value, at, key, faults)
            return None if number is None else Fraction(number)
        if not is_fraction(value):
            faults.add("PKT079", (at, key), found=value[:40])
        elif (weight := Fraction(value)) > _MOST:
            faults.add("PKT014", (at, key), found=value, bound=f"<= {_MOST}")
        else:
            return weight
        return None

    def write(self, value: Any) -> str:
        return fraction_said(value)

    def schema(self) -> dict[str, Any]:
        written = _PERCENT.schema()["anyOf"]
        fraction = {"type": "string", "pattern": rf"^{_FORM}$(?!\n)"}
        return Annotated({"anyOf": [*written, fraction]}, unit="percent", example="30")
