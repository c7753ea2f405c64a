"""The column of a weight: a number, or a fraction written as text, such as `100/9`."""

from decimal import Decimal
from typing import Any

from tender_desk.workbook.kinds import PERCENT, Given, Kind, as_typed
from tender_desk.workbook.kinds.units import without_unit
from tender_engine.formats.weights import is_fraction

__all__ = ["WEIGHT"]


class _Weight(Kind):
    """Excel would keep only some of the decimals of a fraction, so it stays a text."""

    shown = PERCENT.shown

    def write(self, value: Any) -> Decimal | str:
        written: Decimal | str = value if is_fraction(str(value)) else PERCENT.write(value)
        return written

    def read(self, cell: Given) -> str | None:
        typed = without_unit(as_typed(cell.value), "%") if isinstance(cell.value, str) else ""
        text = "".join(typed.split())
        if is_fraction(text):
            return text
        read: str | None = PERCENT.read(cell)
        return read


WEIGHT = _Weight()
