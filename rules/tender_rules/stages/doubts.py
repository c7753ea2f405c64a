"""Doubts about typing: what in an opened price looks like a slip of the finger, line by line.

A doubt changes no figure and no verdict. It is told with both readings, and waits until somebody of
the Pokja says of that very figure that it is written so (`konfirmasi_isian`).
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender.formats.schedules.titles import plain_words
from tender.model import HpsLine, Price, PriceLine, Tender
from tender.numbers import ZERO
from tender.terms import Doubt
from tender_rules.stages.schedule import Schedule

__all__ = ["Doubted", "doubts_in"]

_TEN, _TWO, _RUPIAH = Decimal(10), 2, Decimal(1)
# A price may be ten to a thousand million times what was meant, or as small a part of it.
_POWERS = (*range(1, 10), *range(-9, 0))
# So many volumes have to differ, beside being more than half of those that are filled in.
_LEAST_VOLUMES = 3


@frozen
class Doubted:
    """A figure that may be a slip, as typed, and the `other` reading; `None` is a blank.

    `key` is where it stands in the price; `line` is of the document, where it is of one.
    """

    doubt: Doubt
    figure: Decimal
    other: Decimal | None
    key: tuple[str | int, ...]
    line: str | None = None


def doubts_in(
    price: Price, tender: Tender, schedule: Schedule, total: Decimal | None, apart: Decimal
) -> Iterator[Doubted]:
    """The doubts in an opened price, whose corrected `total` may not be known yet.

    Args:
        price: the price as it is written.
        tender: what it answers.
        schedule: the document's lines.
        total: the corrected total with PPN.
        apart: from which share of the stated total on the corrected one lies far from it.
    """
    known = {line.id: line for line in tender.hps.lines or ()}
    lines = [
        (number, line, known[line.id])
        for number, line in enumerate(price.lines or ())
        if line.id in known and not line.extra
    ]
    empty = _is_empty([line for _, line, _ in lines], schedule)
    if empty:
        yield Doubted(Doubt.PENAWARAN_KOSONG, price.stated_total, ZERO, ("stated_total",))
    if total is not None and abs(total - price.stated_total) >= apart * price.stated_total:
        yield Doubted(Doubt.TOTAL_JAUH, price.stated_total, total, ("stated_total",))
    for number, line, wanted in lines:
        key = ("lines", number, "unit_price")
        meant = _meant_price(line, wanted)
        if meant is not None and line.unit_price is not None:
            yield Doubted(Doubt.HARGA_BERLIPAT, line.unit_price, meant, key, line.id)
        if line.unit_price == ZERO and not empty and line.quantity != ZERO:
            yield Doubted(Doubt.BARIS_NOL, ZERO, None, key, line.id)
    yield from _other_volumes(lines)


def _is_empty(lines: list[PriceLine], schedule: Schedule) -> bool:
    """Whether every unit price is blank or 0; a lumsum may be broken down into amounts alone."""
    counted = [line for line in lines if line.id in schedule.priced]
    if counted:
        return not any(line.unit_price for line in counted)
    return bool(lines) and not any(line.unit_price or line.amount for line in lines)


def _meant_price(line: PriceLine, wanted: HpsLine) -> Decimal | None:
    """The price that the written amount fits, where the typed one is ten times it, or a part.

    It lies nearer to the estimate's than the typed one does.
    """
    price, amount = line.unit_price, line.amount
    if not price or not amount or not wanted.unit_price:
        return None
    if amount == wanted.volume * price:
        return None  # as nearly every line is
    volumes = {wanted.volume, _volume(line, wanted)}
    if any(_fits(amount, volume, price) for volume in volumes):
        return None
    off = _ratio(price, wanted.unit_price)
    for power in _POWERS:
        other = price.scaleb(power)
        nearer = _ratio(other, wanted.unit_price) < off
        if nearer and any(_fits(amount, volume, other) for volume in volumes):
            return other
    return None


def _volume(line: PriceLine, wanted: HpsLine) -> Decimal:
    """What the bid multiplies its price by; what it does not say is the document's."""
    quantity = wanted.quantity if line.quantity is None else line.quantity
    months = wanted.person_months if line.person_months is None else line.person_months
    return quantity if months is None else quantity * months


def _fits(amount: Decimal, volume: Decimal, price: Decimal) -> bool:
    return abs(amount - volume * price) <= _RUPIAH


def _ratio(one: Decimal, other: Decimal) -> Fraction:
    """How many times the smaller the greater is."""
    return Fraction(max(one, other)) / Fraction(min(one, other))


def _other_volumes(lines: list[tuple[int, PriceLine, HpsLine]]) -> Iterator[Doubted]:
    """Where most volumes are not the document's, or the words of a line are another's."""
    filled = [entry for entry in lines if entry[1].quantity is not None]
    odd = {number for number, line, wanted in filled if line.quantity != wanted.quantity}
    if len(odd) < _LEAST_VOLUMES or _TWO * len(odd) <= len(filled):
        odd = set()
    described = [entry for entry in lines if entry[1].description]
    words = {_words(wanted.description): wanted.id for _, _, wanted in lines} if described else {}
    odd |= {number for number, line, wanted in described if _is_another(line, wanted, words)}
    for number, line, wanted in lines:
        if number in odd:
            figure = wanted.quantity if line.quantity is None else line.quantity
            key = ("lines", number, "quantity")
            yield Doubted(Doubt.VOLUME_BERBEDA, figure, wanted.quantity, key, line.id)


def _is_another(line: PriceLine, wanted: HpsLine, words: dict[str, str]) -> bool:
    """Whether a description is another line's, or has words that the document's has not.

    A bidder may say less, or more, of the same thing.
    """
    said, own = _words(line.description or ""), _words(wanted.description)
    if said == own:
        return False
    if words.get(said, wanted.id) != wanted.id:
        return True
    one, other = set(said.split()), set(own.split())
    return not (one <= other or other <= one)


def _words(text: str) -> str:
    return plain_words(text) or " ".join(text.split())
