"""Amounts that are volume times unit price times something that nobody read."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.rates import Rates
from tender_desk.schedules.row_kinds import Rows
from tender_desk.schedules.titles import read_title, speaks_of_another_time
from tender_desk.schedules.unread import unread_columns
from tender_engine.formats.signs import plain_words

__all__ = ["tell_factor", "tell_other_amounts"]

_WHOLE = ("quantity", "unit_price", "amount")
# One line may be a slip.
_FEWEST = 2
# A share of the amount as a weight or a tax is less than half of it, and nobody charges twice.
_LEAST, _MOST = Fraction(1, 2), 2
_MUCH = Fraction(1, 100)


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
    if (alike >= _FEWEST and 2 * alike > len(pairs)) or _in_some(apart):
        column = header.column("amount") or header.column("amount_with_vat")
        cells.fault("XLS153", header.last, column, column=column_letter(column))


def _in_some(apart: Sequence[tuple[Fraction, Fraction]]) -> bool:
    """Whether three lines that come to different amounts are apart by one factor, and by much.

    Rounding parts them by little, and slips not by the same; a section may have a discount.
    """
    # The largest of those with one factor is rounded least; equal factors stand side by side.
    ordered = sorted(apart, key=lambda pair: (pair[1] / pair[0], pair[0]))
    for (made, said), *others in zip(ordered, ordered[1:], ordered[2:], strict=False):
        factor = said / made
        fits = [abs(one * factor - other) <= 1 for one, other in others]
        different = len({made, *(one for one, _ in others)}) == 1 + len(others)
        if different and all(fits) and abs(factor - 1) >= _MUCH:
            return True
    return False


def tell_other_amounts(
    cells: Cells, header: Header, rows: Rows, lines: Sequence[Mapping[str, Any]], rates: Rates
) -> None:
    """Tell a column that nobody read and that holds the amounts with one factor in all of them.

    It may be the bid after a discount or with a fee. What is the owner's, of another time, local
    content, or the amount with PPN is none.
    """
    made = dict(_products(header, cells, rows))
    known = {Fraction(1), *((100 + rate) / 100 for rate in rates.known)}
    for column in unread_columns(cells, header, rows) if lines else ():
        title = header.titles.get(column, "")
        if read_title(title).owner or speaks_of_another_time(title) or "kdn" in plain_words(title):
            continue
        told = [(cells.quiet(row, column), product) for row, product in made.items()]
        pairs = [(figure, product) for figure, product in told if figure]
        figure, product = max(pairs, default=(Fraction(0), Fraction(1)))
        factor = figure / product
        alike = sum(makes(each * factor, said) for said, each in pairs)
        factor_known = any(makes(product * one, figure) for one in known)
        if not _LEAST < factor < _MOST or factor_known:
            continue
        if alike > _FEWEST and 2 * alike > len(made):
            cells.fault("XLS168", header.last, column, column=column_letter(column))


def _products(header: Header, cells: Cells, rows: Rows) -> Iterator[tuple[int, Fraction]]:
    """The rows of lines with their volumes times unit prices; a volume of 1 makes no amount."""
    columns = [header.column(role) for role in ("quantity", "unit_price")]
    for row in rows.lines if all(columns) else ():
        volume, price = (cells.quiet(row, column) for column in columns)
        if volume and volume != 1 and price:
            yield row, volume * price
