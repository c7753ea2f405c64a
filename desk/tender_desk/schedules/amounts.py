"""The amounts of lines, net of PPN: whether PPN is in them, and what they are without it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.given import Given
from tender_desk.schedules.headers import Header
from tender_desk.schedules.rates import WHOLE_RATES, Rates, is_taxed
from tender_engine.numbers import plain, terminating

__all__ = ["Taxes", "net_amount", "taxes_in_amounts"]

_DECIMALS = 6
# One line may be a slip.
_FEWEST = 2
# What each rate that was written comes to in amounts with PPN, in percent of the whole price, and
# `None` where that is not clear.
Taxes = Mapping[Decimal, Fraction | None]


def taxes_in_amounts(
    cells: Cells, header: Header, given: Sequence[Given], rates: Rates
) -> Taxes | None:
    """The PPN that amounts include; `None` where they are net of it.

    That is what the header says, or else what most of the lines are. Where volume times price fits
    neither way, or both, an amount with a column of PPN is in doubt.
    """
    written = {line.vat_percent for line in given} - {None}
    taxes = {rate: rates.meant(rate, given) for rate in written if rate is not None}
    if not header.column("amount"):
        return taxes if header.column("amount_with_vat") else None
    said_net = header.column("amount") in header.net or bool(header.column("amount_with_vat"))
    if said_net or not header.column("vat_percent"):
        if not said_net and _all_taxed(given):
            letter = column_letter(header.column("amount"))
            cells.fault("XLS072", header.last, header.column("amount"), column=letter)
        return None
    net = gross = 0
    told = [line for line in given if line.vat_percent and line.amount is not None]
    told = [line for line in told if line.product(line.person_months) is not None]
    for line in told:
        rate = taxes.get(line.vat_percent or Decimal(0))
        net += is_taxed(line, Fraction(0))
        gross += rate is not None and is_taxed(line, rate)
    if told and (not net) == (not gross):
        letter = column_letter(header.column("amount"))
        cells.fault("XLS072", header.last, header.column("amount"), column=letter)
    return taxes if gross > 0 else None


def _all_taxed(given: Sequence[Given]) -> bool:
    """Whether every amount, of two at least, is its product with the same whole rate of PPN."""
    whole = [line for line in given if line.product(line.person_months) and line.amount]
    return len(whole) >= _FEWEST and any(
        all(is_taxed(line, Fraction(rate)) and not is_taxed(line, Fraction(0)) for line in whole)
        for rate in WHOLE_RATES
    )


def net_amount(cells: Cells, one: Given, column: int, taxes: Taxes) -> Decimal | None:
    """The amount of a line net of PPN, exactly."""
    if one.amount is None:
        return one.amount
    rate = None if one.vat_percent is None else taxes.get(one.vat_percent)
    if rate is None:
        cells.fault("XLS075", one.row, column)
        return None
    net = terminating(Fraction(one.amount) * 100 / (100 + rate))
    if net is not None and len(plain(net).partition(".")[2]) <= _DECIMALS:
        return net
    if is_taxed(one, rate):
        cells.note("rounded_with_vat", one.row, column, plain(one.amount))
    else:
        cells.fault("XLS075", one.row, column)
    return None
