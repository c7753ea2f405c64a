"""The lines of a price, which are nearly all that a large package says.

Nearly all of them give the same few keys, and each in the one way in which it is written again. So
they are read column by column, and what they say in the canonical text is known by then: it is kept
with them. All others are read and written as any other list is.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from attrs import fields

from tender_engine.formats.columns import Column, Lines, LinesOf, by_id, ends_in_zero, kept_text
from tender_engine.formats.fields import (
    AMOUNT,
    FLAG,
    ID,
    LINE,
    NET,
    OFFERED_QUANTITY,
    PERCENT,
    VAT_BASE,
)
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice, Text
from tender_engine.formats.source import canonical_json
from tender_engine.model import PriceLine
from tender_engine.numbers import plain
from tender_engine.terms import Part
from tender_engine.thawing import new, thawed

__all__ = ["PRICE_LINE", "PRICE_LINES", "have_few_keys", "lines_text"]

PRICE_LINE = Record(
    PriceLine,
    Key("id", ID, True),
    Key("quantity", OFFERED_QUANTITY),
    Key("unit_price", AMOUNT, True, nullable=True, about=NET),
    Key("amount", AMOUNT, about=NET),
    Key("vat_percent", PERCENT),
    Key("vat_base", VAT_BASE),
    Key("tkdn_percent", PERCENT),
    Key("extra", FLAG),
    Key("description", LINE),
    Key("unit", Text(40)),
    Key("part", Choice(Part)),
    Key("person_months", AMOUNT),
)
# The few keys of nearly every line, in the order of its attributes.
_FEW = ("id", "quantity", "unit_price", "amount")
_IDS = Column(ID)
_THAWED = thawed(PriceLine)
_id = attrgetter("id")
_others = attrgetter(*(f.name for f in fields(PriceLine) if f.name not in _FEW))
_NOTHING_ELSE = _others(PriceLine("", None, None, None))
# One of these is in whatever Python writes of a number in another way, and of `None`.
_SIGNS = "-ENI"


def have_few_keys(lines: Iterable[PriceLine]) -> bool:
    """Whether it is known of `lines` that none says more than nearly every line does."""
    return type(lines) is Lines and lines.few_keys


def lines_text(lines: tuple[PriceLine, ...]) -> bytes:
    """What `lines` say in the canonical text, in UTF-8."""
    return kept_text(lines, _written)


def _made(id: str, quantity: Any, unit_price: Any, amount: Any) -> PriceLine:  # noqa: A002
    """A line that says no more than this: most of what a large package is made of."""
    made = new(_THAWED)
    made.id, made.quantity, made.unit_price, made.amount = id, quantity, unit_price, amount
    made.vat_percent = made.tkdn_percent = made.description = made.unit = made.part = None
    made.person_months = made.vat_base = None
    made.extra = False
    made.__class__ = PriceLine
    line: PriceLine = made
    return line


def _columns_written(columns: Mapping[str, Sequence[str]]) -> bytes | None:
    """What sound texts say in the canonical text, where they are all there and as Python has them.

    A number that is sound is written as it is read, but for zeros at the end of its decimals.
    """
    if len(columns) < len(_FEW):
        return None
    rows = sorted(zip(*columns.values(), strict=True), key=by_id)
    text = ",".join(
        [
            f'{{"amount":"{amount}","id":"{name}","quantity":"{quantity}","unit_price":"{price}"}}'
            for name, quantity, price, amount in rows
        ]
    )
    return None if ends_in_zero(text) else f"[{text}]".encode()


PRICE_LINES = LinesOf(PRICE_LINE, _FEW, _made, _columns_written)


def _written(lines: Sequence[PriceLine]) -> bytes:
    in_order = sorted(lines, key=_id)
    if have_few_keys(lines):
        return _few_keys_written(in_order)
    if not _IDS.is_sound([line.id for line in in_order]):
        return canonical_json(list(map(PRICE_LINE.write, in_order))).encode()
    if [*map(_others, in_order)].count(_NOTHING_ELSE) == len(in_order):
        return _few_keys_written(in_order)
    return f"[{','.join(map(_said, in_order))}]".encode()


def _few_keys_written(in_order: Sequence[PriceLine]) -> bytes:
    # What nearly all lines come to: nothing is missing, and numbers are written as Python does.
    text = ",".join(
        [
            f'{{"amount":"{line.amount!s}","id":"{line.id}","quantity":"{line.quantity!s}",'
            f'"unit_price":"{line.unit_price!s}"}}'
            for line in in_order
        ]
    )
    ids = "".join([line.id for line in in_order])
    if ends_in_zero(text) or any(text.count(sign) != ids.count(sign) for sign in _SIGNS):
        text = ",".join(map(_said, in_order))
    return f"[{text}]".encode()


def _said(line: PriceLine) -> str:
    """A line as canonical JSON."""
    if _others(line) != _NOTHING_ELSE:
        return canonical_json(PRICE_LINE.write(line))
    amount = "" if line.amount is None else f'"amount":"{plain(line.amount)}",'
    quantity = "" if line.quantity is None else f'"quantity":"{plain(line.quantity)}",'
    price = "null" if line.unit_price is None else f'"{plain(line.unit_price)}"'
    return f'{{{amount}"id":"{line.id}",{quantity}"unit_price":{price}}}'
