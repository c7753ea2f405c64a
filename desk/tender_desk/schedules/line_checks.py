"""Figures of one line that may mean another number, or stand in each other's places."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_desk.schedules.amounts import Taxes
from tender_desk.schedules.candidates import Match
from tender_desk.schedules.cells import BY_COMMA, Cells
from tender_desk.schedules.given import Given
from tender_desk.schedules.headers import Header
from tender_desk.schedules.rates import taxed

__all__ = ["tell_price_alone", "tell_signs", "tell_swapped"]

_THOUSAND = 1_000
_BY_DOT = re.compile(r"(Rp\.? ?)?[0-9]{1,3}\.[0-9]{3}", re.IGNORECASE | re.ASCII)


def tell_signs(
    cells: Cells, header: Header, one: Given, match: Match | None, taxes: Taxes | None
) -> None:
    """Tell a text such as `1.500` or `1,500` that its amount, or else the HPS, is against.

    With a comma it was read as a fraction, which the amount has to bear out; with a dot as
    thousands, as is usual, unless the amount is made of the fraction alone.
    """
    for key, code in (("quantity", "XLS082"), ("unit_price", "XLS163")):
        said, column = getattr(one, key), header.column(key)
        typed = cells.typed(one.row, column).strip()
        by_comma, by_dot = BY_COMMA.fullmatch(typed), _BY_DOT.fullmatch(typed)
        if said is None or not (by_comma or by_dot):
            continue
        other = evolve(one, **{key: said * _THOUSAND if by_comma else said / _THOUSAND})
        amount, product = _amount(cells, header, one), one.product(one.person_months)
        if amount is not None and product is not None:
            fits = [_fits(reading, amount, taxes) for reading in (one, other)]
            doubted = not fits[0] and (fits[1] or bool(by_comma))
        else:
            volume = match.line.quantity if match is not None else None
            doubted = key == "quantity" and volume == getattr(other, key)
        if doubted:
            cells.fault(code, one.row, column)


def _amount(cells: Cells, header: Header, one: Given) -> Decimal | None:
    """The amount of a row; of a formula what Excel kept, which took the text in its own way."""
    place = one.row, header.column("amount") or header.column("amount_with_vat")
    return cells.stored(*place) if cells.is_formula(*place) else one.amount


def _fits(one: Given, amount: Decimal, taxes: Taxes | None) -> bool:
    """Whether an amount is what a row makes, with the PPN that is in it."""
    product = one.product(one.person_months) or Decimal(0)
    rate = taxes.get(one.vat_percent) if taxes and one.vat_percent is not None else None
    return abs(Fraction(amount) - taxed(product, rate or Fraction(0))) <= 1


def tell_swapped(cells: Cells, header: Header, lines: Sequence[tuple[Given, Match | None]]) -> None:
    """Tell lines whose unit price is the volume of the document, and whose volume is not.

    The volume is corrected by law, so the price would be multiplied with itself. Where most lines
    are like that it is told of the columns.
    """
    found = [one for one, match in lines if match is not None and _is_swapped(one, match)]
    for one in found if 2 * len(found) <= len(lines) else ():
        cells.fault("XLS162", one.row, header.column("unit_price"))


def _is_swapped(one: Given, match: Match) -> bool:
    volume = match.line.quantity
    return one.unit_price == volume != 1 and one.quantity not in (None, volume)


def tell_price_alone(
    cells: Cells, header: Header, lines: Sequence[tuple[Given, Match | None]]
) -> None:
    """Tell lines with a price and neither volume nor amount, where most lines have all three.

    Such a price may be shown for information only: correction would pay for the whole volume.
    """
    columns = header.column("quantity"), header.column("amount") or header.column("amount_with_vat")
    if not all(columns):
        return
    priced = [(one, match) for one, match in lines if one.unit_price]
    empty = [[cells.empty(one.row, column) for column in columns] for one, _ in priced]
    alone = [pair for pair, blank in zip(priced, empty, strict=True) if all(blank)]
    if 2 * sum(not any(blank) for blank in empty) <= len(priced):
        return
    for one, match in alone:
        if match is not None:
            cells.fault("XLS167", one.row, header.column("unit_price"), line=match.line.id)
