"""A reading beside the lines of the document, told without any amount: a price may be sealed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from tender_desk.schedules.schedule_reading import Compared
from tender_engine.model import HpsLine
from tender_engine.numbers import exact

__all__ = ["compared", "net_of"]


def net_of(line: Mapping[str, Any]) -> Decimal | None:
    """A line's volume times its price, or else its amount, net of PPN; `None` without both."""
    given = [line.get(key) for key in ("quantity", "unit_price", "amount")]
    quantity, price, amount = (None if text is None else Decimal(text) for text in given)
    if quantity is None or price is None:
        return amount
    with exact():
        return quantity * price * Decimal(line.get("person_months") or 1)


def compared(read: Sequence[Mapping[str, Any]], wanted: Sequence[HpsLine]) -> Compared:
    """What the lines that were read are beside those of the document."""
    known = {line.id: line for line in wanted}
    pairs = [(line, known[line["id"]]) for line in read if not line.get("extra")]
    volumes = [(line, hps) for line, hps in pairs if line.get("quantity") is not None]
    return Compared(
        lines=len(read),
        volumes_differ=sum(Decimal(line["quantity"]) != hps.quantity for line, hps in volumes),
        blank_prices=sum(line.get("unit_price") is None for line in read),
        missing=len(known.keys() - {line["id"] for line, _ in pairs}),
        extra=len(read) - len(pairs),
    )
