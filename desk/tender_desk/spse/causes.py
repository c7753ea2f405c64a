"""What of one line SPSE takes otherwise, cause by cause, each with what it does to the total."""

from decimal import Decimal
from enum import StrEnum

from attrs import evolve, frozen

from tender_desk.spse.bid_lines import BidLine
from tender_desk.spse.computing import rate_of
from tender_desk.spse.explaining import LUMSUM_RULE, RULES, Aspect, Ours
from tender_desk.spse.page_values import Item
from tender_engine.numbers import ZERO, with_vat

__all__ = ["MISSING_RULE", "Cause", "Field", "causes_of", "gross_of"]

MISSING_RULE = "correction.missing_item"


class Field(StrEnum):
    """What of a line differs; `TOTAL` is all of it, where its parts do not tell why."""

    VOLUME = "volume"
    HARGA = "harga_satuan"
    PPN = "ppn"
    PEMBULATAN = "pembulatan"
    TOTAL = "total"


@frozen
class Cause:
    """SPSE's figure and ours of one field, and the rule that made ours another than the bid's.

    `effect` is on the total with PPN, in rupiah, after the causes before it; null where it is part
    of that of the line's total, or cannot be told.
    """

    field: Field
    theirs: Decimal | None
    ours: Decimal | None
    effect: Decimal | None
    rule: str | None = None


@frozen
class _Factors:
    volume: Decimal
    price: Decimal
    rate: Decimal

    @property
    def gross(self) -> Decimal:
        return with_vat(self.volume * self.price, self.rate)


def causes_of(item: Item, line: BidLine, value: Decimal, ours: Ours) -> tuple[Cause, ...]:
    """Volume before price before rate before rounding; the known effects are the line's whole.

    `value` is what the line comes to here, with PPN. Where the product of its factors is something
    else, as of a lumsum or of a line that does not count, the effect is that of its total.
    """
    volume = line.offered if line.extra else line.document
    rate = rate_of(ours.how, line, ours.general)
    mine = _Factors(volume or ZERO, line.unit_price or ZERO, rate)
    theirs = gross_of(item, rate)
    split = theirs is not None and mine.gross == value
    now, causes = mine, []
    for field, name, shown, own in (
        (Field.VOLUME, "volume", _volume(item), volume),
        (Field.HARGA, "price", item.price, line.unit_price),
        (Field.PPN, "rate", item.vat_percent, rate),
    ):
        if shown is not None and shown != getattr(mine, name):
            then = evolve(now, **{name: shown})
            effect = then.gross - now.gross if split else None
            causes.append(Cause(field, shown, own, effect, _rule(field, line)))
            now = then
    if theirs is None:
        causes.append(Cause(Field.TOTAL, item.total, value, None))
    elif split and theirs != now.gross:
        field = Field.PEMBULATAN
        causes.append(Cause(field, theirs, now.gross, theirs - now.gross, _rule(field, line)))
    elif not split and theirs != value:
        field = Field.TOTAL
        causes.append(Cause(field, theirs, value, theirs - value, _rule(field, line)))
    return tuple(causes)


def gross_of(item: Item, rate: Decimal) -> Decimal | None:
    """A line of SPSE with PPN; `None` where its total is neither with nor without it.

    Its total may be rounded to the rupiah. `rate` is taken where SPSE shows none.
    """
    own = rate if item.vat_percent is None else item.vat_percent
    volume = _volume(item)
    if volume is None or item.price is None:
        return None
    net = volume * item.price
    gross = with_vat(net, own)
    if item.total is None:
        return gross
    if abs(item.total - gross) < 1:
        return item.total
    return with_vat(item.total, own) if abs(item.total - net) < 1 else None


def _volume(item: Item) -> Decimal | None:
    """What the price is multiplied by; a second volume multiplies the first."""
    second = item.second_volume
    return item.volume if item.volume is None or second is None else item.volume * second


def _rule(field: Field, line: BidLine) -> str | None:
    """The rule by which our figure is not that of the bid, where one made it so."""
    if line.fixed and field is not Field.PPN:
        return LUMSUM_RULE
    aspects = {
        Field.VOLUME: (Aspect.VOLUME, not line.extra and line.offered != line.document),
        Field.HARGA: (Aspect.KOSONG, line.blank),
        Field.PPN: (Aspect.PPN, line.own_rate != line.rate),
        Field.PEMBULATAN: (Aspect.PEMBULATAN, True),
        Field.TOTAL: (Aspect.TAMBAHAN, line.extra),
    }
    aspect, holds = aspects[field]
    return RULES[aspect] if holds else None
