"""The column of a weight: a number, or a fraction written as text, such as `100/9`."""

from copy import copy
from decimal import Decimal
from typing import Any, Self

from tender_desk.workbook.kinds import NUMBER, Given, Kind
from tender_desk.workbook.local import Local
from tender_desk.workbook.units import without_unit
from tender_engine.formats.weights import is_fraction

__all__ = ["WEIGHT"]


class _Weight(Kind):
    """Excel would keep only some of the decimals of a fraction, so it stays a text."""

    shown = NUMBER.shown
    _unit, _number = "", NUMBER

    def within(self, local: Local) -> Self:
        made = copy(self)
        made._unit, made._number = local.unit, NUMBER.within(local)
        return made

    def write(self, value: Any) -> Decimal | str:
        written: Decimal | str = value if is_fraction(str(value)) else NUMBER.write(value)
        return written

    def read(self, cell: Given) -> str | None:
        typed = without_unit(cell.value, self._unit) if isinstance(cell.value, str) else ""
        text = "".join(typed.split())
        if is_fraction(text):
            return text
        read: str | None = self._number.read(cell)
        return read


WEIGHT = _Weight()
