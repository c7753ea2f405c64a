"""A reading beside what is known of the bid, told without any amount: a price may be sealed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender.formats.schedules.reading import Compared, Offer
from tender.model import HpsLine
from tender.numbers import exact, ratio_shown

__all__ = ["compared", "net_of"]

_PLACES = 2


def net_of(line: Mapping[str, Any]) -> Decimal | None:
    """A line's volume times its price, or else its amount, net of PPN; `None` without both."""
    given = [line.get(key) for key in ("quantity", "unit_price", "amount")]
    quantity, price, amount = (None if text is None else Decimal(text) for text in given)
    if quantity is None or price is None:
        return amount
    with exact():
        return quantity * price * Decimal(line.get("person_months") or 1)


def compared(
    read: Sequence[Mapping[str, Any]], wanted: Sequence[HpsLine], offer: Offer
) -> Compared:
    """What the lines that were read are beside the document and the bid's total with PPN."""
    known = {line.id: line for line in wanted}
    pairs = [(line, known[line["id"]]) for line in read if not line.get("extra")]
    volumes = [(line, hps) for line, hps in pairs if line.get("quantity") is not None]
    found = {line["id"] for line, _ in pairs}
    total, stated = _total(read, known, offer), offer.stated_total
    share = None if total is None or not stated else total / Fraction(stated) * 100
    return Compared(
        lines=len(read),
        volumes_differ=sum(Decimal(line["quantity"]) != hps.quantity for line, hps in volumes),
        blank_prices=sum(line.get("unit_price") is None for line in read),
        missing=len(known.keys() - found),
        extra=len(read) - len(pairs),
        share=None if share is None else ratio_shown(share, _PLACES),
        equal=share == 100,
    )


def _total(
    read: Sequence[Mapping[str, Any]], known: Mapping[str, HpsLine], offer: Offer
) -> Fraction | None:
    """The sum of the lines with PPN; `None` where a rate is not known."""
    total = Fraction(0)
    for line in read:
        own, hps = line.get("vat_percent"), known.get(line["id"])
        rate = Decimal(own) if own is not None else hps.vat_percent if hps else None
        rate = offer.vat_percent if rate is None else rate
        if rate is None:
            return None
        total += Fraction(net_of(line) or 0) * (100 + Fraction(rate)) / 100
    return total
