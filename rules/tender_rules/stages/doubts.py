"""Doubts about typing: what in an opened price looks like a slip of the finger, line by line.

A doubt changes no figure and no verdict. It is told with both readings, and waits until somebody of
the Pokja says of that very figure that it is written so (`konfirmasi_isian`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from attrs import frozen

from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine, Price, PriceLine
from tender_engine.numbers import ZERO
from tender_engine.terms import Doubt
from tender_rules.stages.schedule import Schedule

__all__ = ["Doubted", "doubts_in", "is_near"]

# Where a figure stands in a price.
Key: TypeAlias = tuple[str | int, ...]
_TWO, _RUPIAH = 2, Decimal(1)
# A price may be ten to a thousand million times what was meant, or as small a part of it.
_MOST_POWER = 9
# So many volumes have to differ, beside being more than half of those that are filled in.
_LEAST_VOLUMES = 3


@frozen
class Doubted:
    """A figure that may be a slip, as typed, and the `other` reading; `None` is a blank.

    `key` is where it stands in the price; `line` is of the document, where it is of one. `words`
    are the bidder's and the document's, where it is these that differ.
    """

    doubt: Doubt
    figure: Decimal
    other: Decimal | None
    key: Key
    line: str | None = None
    words: tuple[str, str] | None = None


def doubts_in(
    price: Price,
    known: Mapping[str, HpsLine],
    schedule: Schedule,
    total: Decimal | None,
    apart: Decimal,
    odd: Sequence[PriceLine] | None = None,
) -> Iterator[Doubted]:
    """The doubts in an opened price, whose corrected `total` may not be known yet.

    Args:
        price: the price as it is written.
        known: the document's lines by code.
        schedule: the document's lines.
        total: the corrected total with PPN.
        apart: from which share of the stated total on the corrected one lies far from it.
        odd: the lines that correction found odd; without them all are looked at.
    """
    looked = (price.lines or ()) if odd is None else odd
    lines = [(line, known[line.id]) for line in looked if line.id in known and not line.extra]
    empty = _is_empty(price, known, schedule)
    if empty:
        yield Doubted(Doubt.PENAWARAN_KOSONG, price.stated_total, ZERO, ("stated_total",))
    if total is not None and abs(total - price.stated_total) >= apart * price.stated_total:
        yield Doubted(Doubt.TOTAL_JAUH, price.stated_total, total, ("stated_total",))
    if not lines:
        return
    key = _keys_of(price)
    for line, wanted in lines:
        meant = _meant_price(line, wanted)
        if meant is not None and line.unit_price is not None:
            where = key(line, "unit_price")
            yield Doubted(Doubt.HARGA_BERLIPAT, line.unit_price, meant, where, line.id)
        if line.unit_price == ZERO and not empty and line.quantity != ZERO:
            yield Doubted(Doubt.BARIS_NOL, ZERO, None, key(line, "unit_price"), line.id)
    yield from _other_volumes(lines, len(price.lines or ()) - len(looked), known, key)


def _keys_of(price: Price) -> Callable[[PriceLine, str], Key]:
    """Where a figure of a line stands in the price; they are counted once one is asked."""

    @cache
    def places() -> dict[int, int]:
        return {id(line): at for at, line in enumerate(price.lines or ())}

    return lambda line, field: ("lines", places()[id(line)], field)


def _is_empty(price: Price, known: Mapping[str, HpsLine], schedule: Schedule) -> bool:
    """Whether every unit price is blank or 0; a lumsum may be broken down into amounts alone."""
    if any(line.unit_price and line.id in known and not line.extra for line in price.lines or ()):
        return False
    lines = [line for line in price.lines or () if line.id in known and not line.extra]
    counted = any(line.id in schedule.priced for line in lines)
    return bool(lines) and (counted or not any(line.amount for line in lines))


def _meant_price(line: PriceLine, wanted: HpsLine) -> Decimal | None:
    """The price that the written amount fits, where the typed one is ten times it, or a part.

    It lies nearer to the estimate's than the typed one does.
    """
    price, amount = line.unit_price, line.amount
    if not price or not amount:
        return None
    product = wanted.volume * price
    if is_near(amount, product) or not wanted.unit_price:
        return None
    products = {product, _volume(line, wanted) * price}
    if any(is_near(amount, each) for each in products):
        return None
    for power in _powers(amount, products):
        other = price.scaleb(power)
        fits = any(abs(amount - product.scaleb(power)) <= _RUPIAH for product in products)
        if fits and _ratio(other, wanted.unit_price) < _ratio(price, wanted.unit_price):
            return other
    return None


def is_near(amount: Decimal, product: Decimal) -> bool:
    """Whether the two are too near for one to be ten times the other; amounts may be rounded."""
    apart = abs(amount - product)
    return apart + apart <= product or apart <= _RUPIAH


def _powers(amount: Decimal, products: Iterable[Decimal]) -> list[int]:
    """By which powers of ten a product may come to the amount, the smallest change first."""
    found = {
        amount.adjusted() - product.adjusted() + more
        for product in products
        if product
        for more in (-1, 0, 1)
    }
    return sorted((p for p in found if 0 < abs(p) <= _MOST_POWER), key=lambda p: (p < 0, abs(p)))


def _volume(line: PriceLine, wanted: HpsLine) -> Decimal:
    """What the bid multiplies its price by; what it does not say is the document's."""
    quantity = wanted.quantity if line.quantity is None else line.quantity
    months = wanted.person_months if line.person_months is None else line.person_months
    return quantity if months is None else quantity * months


def _ratio(one: Decimal, other: Decimal) -> Fraction:
    """How many times the smaller the greater is."""
    return Fraction(max(one, other)) / Fraction(min(one, other))


def _other_volumes(
    lines: list[tuple[PriceLine, HpsLine]],
    agreeing: int,
    known: Mapping[str, HpsLine],
    key: Callable[[PriceLine, str], Key],
) -> Iterator[Doubted]:
    """Where most volumes are not the document's, or the words of a line are another's.

    `agreeing` lines beside these have the document's volume.
    """
    filled = [pair for pair in lines if pair[0].quantity is not None]
    odd = {line.id for line, wanted in filled if line.quantity != wanted.quantity}
    if len(odd) < _LEAST_VOLUMES or _TWO * len(odd) <= len(filled) + agreeing:
        odd = set()
    described = [pair for pair in lines if pair[0].description]
    if not odd and not described:
        return
    words = {_words(wanted.description): wanted.id for wanted in known.values()}
    other = {line.id for line, wanted in described if _is_another(line, wanted, words)}
    for line, wanted in lines if odd or other else ():
        figure = wanted.quantity if line.quantity is None else line.quantity
        said = (line.description or "", wanted.description) if line.id in other else None
        if line.id in odd or said:
            where = key(line, "description" if said else "quantity")
            code = Doubt.VOLUME_BERBEDA
            yield Doubted(code, figure, wanted.quantity, where, line.id, said)


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
