"""Prices that hold PPN and say so nowhere: told by what they come to, and by what stands beside."""

from collections.abc import Sequence
from fractions import Fraction

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.drafts import Draft
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.rates import WHOLE_RATES, Rates
from tender_desk.schedules.schedule_reading import Offer
from tender_desk.schedules.unread import unread_columns

__all__ = ["tell_gross"]

# A total is written to thousands at most where it is rounded.
_THOUSAND = 1000
_MILLION = 1_000_000
_OF_VAT = ("vat_percent", "vat_amount", "amount_with_vat")


def tell_gross(drafts: Sequence[Draft], rates: Rates, offer: Offer) -> None:
    """Tell, as faults, unit prices that seem to hold PPN.

    That is so where lines without any PPN come to the total of the bid, which holds it; and where
    a column of PPN stands beside prices that are others with that PPN.
    """
    for draft in drafts:
        _tell_taxed(draft)
    lines = [line for draft in drafts for line in draft.read.lines]
    total = sum((Fraction(net_of(line) or 0) for line in lines), Fraction(0))
    stated = offer.stated_total
    if stated is None or not total or any(draft.cells.faults for draft in drafts):
        return
    if _in_other_units(Fraction(stated), total, rates):
        header = drafts[0].header
        column = header.column("unit_price") or header.column("amount")
        letter = column_letter(column)
        drafts[0].cells.fault("XLS169", header.last, column, column=letter)
    if not any(rates.known) or any(map(_shows_vat, drafts)):
        return
    apart = abs(Fraction(stated) - total)
    if apart <= 1 or (apart < _THOUSAND and stated % _THOUSAND == 0):
        header = drafts[0].header
        column = header.column("unit_price") or header.column("amount")
        drafts[0].cells.fault("XLS080", header.last, column)


def _in_other_units(stated: Fraction, total: Fraction, rates: Rates) -> bool:
    """Whether a stated total is a thousand or a million times what lines come to with PPN."""
    grosses = [total, *(total * (100 + rate) / 100 for rate in rates.known)]
    return any(
        abs(stated - gross * power) <= power for gross in grosses for power in (_THOUSAND, _MILLION)
    )


def _shows_vat(draft: Draft) -> bool:
    """Whether PPN has a column, or a row with a figure."""
    column = draft.header.column("amount")
    rows = [row.row for row in draft.rows.footer if row.kind == "ppn"]
    shown = any(draft.cells.quiet(row, column) for row in rows if column)
    return shown or any(map(draft.header.column, _OF_VAT))


def _tell_taxed(draft: Draft) -> None:
    """Tell a unit price that on most lines is another column's with a rate of PPN."""
    cells, header = draft.cells, draft.header
    price = header.column("unit_price")
    if not price or not any(map(header.column, _OF_VAT)):
        return
    for column in unread_columns(cells, header, draft.rows):
        both = [(cells.quiet(row, column), cells.quiet(row, price)) for row in draft.rows.lines]
        told = [(net, gross) for net, gross in both if net and gross]
        fits = (
            sum(makes(net * (100 + rate) / 100, gross) for net, gross in told)
            for rate in WHOLE_RATES
        )
        if told and 2 * max(fits) > len(told):
            cells.fault("XLS076", header.last, price, column=column_letter(price))
            return
