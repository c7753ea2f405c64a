"""The total of a line of the document, which a pasted block brings along: held against its line."""

from decimal import Decimal
from fractions import Fraction

from tender.faults import Fault, Noted
from tender.formats.excel.rows import Entry

__all__ = ["tell_odd_total"]

_KEY = "amount"


def tell_odd_total(entry: Entry, rate: Fraction | None, faults: Noted) -> None:
    """Take the total out of a line, which is no key of it; note one that is not its product.

    SPSE shows it with PPN and a bill of quantities without: either is the product. `rate` is the
    part that PPN is of a net amount.
    """
    total = entry.said.pop(_KEY, None)
    given = [entry.said.get(key) for key in ("quantity", "unit_price")]
    if total is None or None in given:
        return
    product = Fraction(1)
    for text in (*given, entry.said.get("person_months") or "1"):
        product *= Fraction(Decimal(str(text)))
    own = entry.said.get("vat_percent")
    if own is not None:
        rate = Fraction(Decimal(str(own))) / 100 * Fraction(str(entry.said.get("vat_base") or "1"))
    wanted = (product, product * (1 + (rate or 0)))
    if all(abs(Fraction(Decimal(total)) - each) > 1 for each in wanted):
        column = entry.grid.columns[_KEY,]
        faults.append(Fault("XLS107", (), {}, spot=entry.grid.spot(entry.row, column)))
