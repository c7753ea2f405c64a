"""Amounts that are volume times unit price times something that nobody read."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tender.formats.excel.addresses import column_letter
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.comparing import net_of
from tender.formats.schedules.headers import Header

__all__ = ["tell_factor"]

_WHOLE = ("quantity", "unit_price", "amount")
# One line may be a slip.
_FEWEST = 2


def tell_factor(cells: Cells, header: Header, lines: Sequence[Mapping[str, Any]]) -> None:
    """Tell amounts that on most lines are the same multiple of volume times unit price.

    Slips part from the product by chance, so correction mends them; where one factor parts all, as
    twelve months or a discount, it belongs to the price, and what is corrected would be another.
    """
    whole = [line for line in lines if all(line.get(key) is not None for key in _WHOLE)]
    pairs = [(Fraction(net_of(line) or 0), Fraction(line["amount"])) for line in whole]
    pairs = [(product, amount) for product, amount in pairs if product and amount]
    # The largest amount is rounded least.
    product, amount = max(pairs, key=lambda pair: pair[1], default=(Fraction(1), Fraction(1)))
    apart = [(made, said) for made, said in pairs if abs(made - said) > 1]
    alike = sum(abs(made * amount / product - said) <= 1 for made, said in apart)
    if alike >= _FEWEST and 2 * alike > len(pairs):
        column = header.column("amount") or header.column("amount_with_vat")
        cells.fault("XLS153", header.last, column, column=column_letter(column))
