"""The amounts of lines, net of PPN: whether PPN is in them, and what they are without it."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from tender.formats.excel.addresses import column_letter
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.figures import Given
from tender.formats.schedules.headers import Header
from tender.numbers import exact, plain, round_half_up, terminating, with_vat

__all__ = ["amounts_with_vat", "net_amount", "taxed"]

_DECIMALS = 6


def amounts_with_vat(cells: Cells, header: Header, given: Iterable[Given]) -> bool:
    """Whether amounts include PPN: what the header says, or else what most of the lines are.

    Where volume times price fits neither way, or both, an amount with a column of PPN is in doubt.
    """
    if not header.column("amount"):
        return bool(header.column("amount_with_vat"))
    said_net = header.column("amount") in header.net or bool(header.column("amount_with_vat"))
    if said_net or not header.column("vat_percent"):
        return False
    net = gross = 0
    any_taxed = False
    for line in given:
        product = line.product(line.person_months)
        if product is None or line.amount is None or not line.vat_percent:
            continue
        any_taxed = True
        net += _is(line.amount, product)
        gross += _is(line.amount, taxed(product, line.vat_percent))
    if any_taxed and (not net) == (not gross):
        letter = column_letter(header.column("amount"))
        cells.fault("XLS072", header.last, header.column("amount"), column=letter)
    return gross > 0


def net_amount(cells: Cells, one: Given, column: int) -> Decimal | None:
    """The amount of a line net of PPN, exactly."""
    if one.amount is None:
        return one.amount
    if one.vat_percent is None:
        cells.fault("XLS075", one.row, column)
        return None
    net = terminating(Fraction(one.amount) * 100 / (100 + Fraction(one.vat_percent)))
    if net is not None and len(plain(net).partition(".")[2]) <= _DECIMALS:
        return net
    product = one.product(one.person_months)
    if product is not None and _is(one.amount, taxed(product, one.vat_percent)):
        cells.note("rounded_with_vat", one.row, column, plain(one.amount))
    else:
        cells.fault("XLS075", one.row, column)
    return None


def taxed(net: Decimal, vat_percent: Decimal) -> Decimal:
    """An amount with PPN, exactly."""
    with exact():
        return with_vat(net, vat_percent)


def _is(amount: Decimal, product: Decimal) -> bool:
    """Whether an amount is a product, or what the product rounds to in rupiah or in sen."""
    return amount in (product, round_half_up(product), round_half_up(product, 2))
