"""The lines of the owner's estimate, of which nearly all say the same few things."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tender_engine import terms as t
from tender_engine.formats.columns import LinesOf, by_id, ends_in_zero, kept_text
from tender_engine.formats.fields import (
    AMOUNT,
    FLAG,
    ID,
    LINE,
    NET,
    PERCENT,
    POSITIVE,
    QUANTITY,
    VAT_BASE,
)
from tender_engine.formats.json_bytes import canonical_bytes
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice, Text
from tender_engine.model import HpsLine
from tender_engine.thawing import new, thawed

__all__ = ["HPS_LINE", "HPS_LINES", "hps_text"]

HPS_LINE = Record(
    HpsLine,
    Key("id", ID, True),
    Key("description", LINE, True),
    Key("unit", Text(40), True),
    Key("quantity", QUANTITY, True),
    Key("unit_price", AMOUNT, True, about=NET),
    Key("vat_percent", PERCENT),
    Key("vat_base", VAT_BASE),
    Key("part", Choice(t.Part)),
    Key("main", FLAG),
    Key("goods", FLAG),
    Key("person_months", POSITIVE),
)
_FEW = ("id", "description", "unit", "quantity", "unit_price")
_THAWED = thawed(HpsLine)


def hps_text(lines: tuple[HpsLine, ...]) -> bytes:
    """What `lines` say in the canonical text, in UTF-8."""
    return kept_text(lines, lambda lines: canonical_bytes(HPS_LINES.write(lines)))


def _made(
    id: str,  # noqa: A002
    description: str,
    unit: str,
    quantity: Decimal,
    unit_price: Decimal,
) -> HpsLine:
    """A line that says no more than this."""
    made = new(_THAWED)
    made.id, made.description, made.unit = id, description, unit
    made.quantity, made.unit_price = quantity, unit_price
    made.vat_percent = made.vat_base = made.part = made.main = made.goods = None
    made.person_months = None
    made.__class__ = HpsLine
    line: HpsLine = made
    return line


def _columns_written(columns: Mapping[str, Sequence[str]]) -> bytes | None:
    rows = sorted(zip(*columns.values(), strict=True), key=by_id)
    text = ",".join(
        [
            f'{{"description":"{description}","id":"{name}","quantity":"{quantity}",'
            f'"unit":"{unit}","unit_price":"{price}"}}'
            for name, description, unit, quantity, price in rows
        ]
    )
    return None if ends_in_zero(text) else f"[{text}]".encode()


HPS_LINES = LinesOf(HPS_LINE, _FEW, _made, _columns_written)
