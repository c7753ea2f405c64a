"""The total that stands beside a line of the document: no key of it, and held to its product."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.workbook.kinds.vat_values import part_of_vat
from tender_desk.workbook.reading.rows import Entry
from tender_engine.faults import Fault, Noted

__all__ = ["tell_odd_total"]

_TOTAL = "amount"


def tell_odd_total(entry: Entry, hps: Mapping[str, Any], faults: Noted) -> None:
    """Take the total out of a line, which is no key of it; note one that is not its product.

    SPSE shows it with PPN and a bill of quantities without: either is the product. `hps` is
    what the document says of PPN.
    """
    total = entry.said.pop(_TOTAL, None)
    given = [entry.said.get(key) for key in ("quantity", "unit_price")]
    if total is None or None in given:
        return
    product = Fraction(1)
    for text in (*given, entry.said.get("person_months") or "1"):
        product *= Fraction(Decimal(str(text)))
    wanted = (product, product * (1 + (part_of_vat(entry.said, hps) or 0)))
    if all(abs(Fraction(Decimal(total)) - each) > 1 for each in wanted):
        column = entry.grid.columns[_TOTAL,]
        faults.append(Fault("XLS107", (), {}, spot=entry.grid.spot(entry.row, column)))
