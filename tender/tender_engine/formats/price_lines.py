"""The lines of a price, which are nearly all that a large package says.

Nearly all of them give the same few keys, and each in the one way in which it is written again. So
they are read column by column, and what they say in the canonical text is known by then: it is kept
with them. All others are read and written as any other list is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import attrgetter, itemgetter
from sys import intern
from typing import Any

from attrs import fields

from tender_engine.faults import Chain, Faults
from tender_engine.formats.bounds import LINES
from tender_engine.formats.containers import ListOf
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
from tender_engine.formats.shapes import ID_FORM, NUMBER_FORM, Choice, Text
from tender_engine.formats.source import NumberText, canonical_json
from tender_engine.model import PriceLine
from tender_engine.numbers import plain
from tender_engine.terms import Part

__all__ = ["PRICE_LINE", "Lines", "PriceLines", "have_few_keys", "lines_text"]

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
# The few keys of nearly every line, in the order of its attributes, and what is made of a text.
_MADE: Mapping[str, Callable[[str], Any]] = {
    "id": intern,
    "quantity": OFFERED_QUANTITY.make,
    "unit_price": AMOUNT.make,
    "amount": AMOUNT.make,
}
_NEEDED = {"id", "unit_price"}
_by_id, _first = attrgetter("id"), itemgetter(0)
_others = attrgetter(*(f.name for f in fields(PriceLine) if f.name not in _MADE))
_NOTHING_ELSE = _others(PriceLine("", None, None, None))
# Texts with a line break after each.
_are_ids = re.compile(rf"(?:{ID_FORM}\n)*+").fullmatch
_are_numbers = re.compile(rf"(?:{NUMBER_FORM}\n)*+").fullmatch
# One of these is in whatever Python writes of a number in another way, and of `None`.
_SIGNS = "-ENI"
_ends_in_zero = re.compile(r'\.[0-9]*0"').search


class Lines(tuple[PriceLine, ...]):
    """Lines as they were read. Whoever changes any of them makes another tuple, without a text."""

    # Whether it is known that they say nothing beside the few keys of nearly every line.
    few_keys = False

    @cached_property
    def text(self) -> bytes:
        """What they say in the canonical text; it is kept."""
        return _written(self)


class PriceLines(ListOf):
    """The list of them."""

    def __init__(self) -> None:
        super().__init__(PRICE_LINE, most=LINES)

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        """As any list is read: not even lines that were read before are taken on trust."""
        return super().read(tuple(value) if type(value) is Lines else value, at, key, faults)

    def _each(self, value: Sequence[Any], here: Chain, faults: Faults) -> Lines:
        return _by_column(value) or Lines(super()._each(value, here, faults))


def have_few_keys(lines: Iterable[PriceLine]) -> bool:
    """Whether it is known of `lines` that none says more than nearly every line does."""
    return type(lines) is Lines and lines.few_keys


def lines_text(lines: tuple[PriceLine, ...]) -> bytes:
    """What `lines` say in the canonical text, in UTF-8."""
    return lines.text if type(lines) is Lines else _written(lines)


def _by_column(rows: Sequence[Any]) -> Lines | None:
    """Lines that all have the same few keys, and nothing wrong in them; else `None`."""
    if {*map(type, rows)} != {dict}:
        return None
    names = [name for name in _MADE if name in rows[0]]
    if not _NEEDED.issubset(names) or {*map(len, rows)} != {len(names)}:
        return None
    try:
        columns = {name: [row[name] for row in rows] for name in names}
    except KeyError:
        return None
    if not all(_is_sound(name, texts) for name, texts in columns.items()):
        return None
    read = (map(m, columns[name]) if name in columns else repeat(None) for name, m in _MADE.items())
    lines = Lines(map(PriceLine, *read))
    text = _columns_written(columns) or _few_keys_written(sorted(lines, key=_by_id))
    vars(lines).update(few_keys=True, text=text)
    return lines


def _columns_written(columns: Mapping[str, Sequence[str]]) -> bytes | None:
    """What sound texts say in the canonical text, where they are all there and as Python has them.

    A number that is sound is written as it is read, but for zeros at the end of its decimals.
    """
    if len(columns) < len(_MADE):
        return None
    rows = sorted(zip(*columns.values(), strict=True), key=_first)
    text = ",".join(
        [
            f'{{"amount":"{amount}","id":"{name}","quantity":"{quantity}","unit_price":"{price}"}}'
            for name, quantity, price, amount in rows
        ]
    )
    return None if _ends_in_zero(text) else f"[{text}]".encode()


def _is_sound(name: str, texts: Sequence[Any]) -> bool:
    """Whether all of a column is what may stand there."""
    kinds, are = ({str}, _are_ids) if name == "id" else ({str, NumberText}, _are_numbers)
    if not kinds.issuperset(map(type, texts)):
        return False
    said = "\n".join((*texts, ""))
    return said.count("\n") == len(texts) and are(said) is not None


def _written(lines: Sequence[PriceLine]) -> bytes:
    in_order = sorted(lines, key=_by_id)
    if not _is_sound("id", [line.id for line in in_order]):
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
    if _ends_in_zero(text) or any(text.count(sign) != ids.count(sign) for sign in _SIGNS):
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
