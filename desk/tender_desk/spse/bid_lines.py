"""A bid's lines with all that any computation of its total may take: the two volumes, two rates."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from tender_engine.model import HpsLine, Price, PriceLine
from tender_engine.numbers import ZERO
from tender_engine.terms import FIXED_PRICE, Contract
from tender_rules.stages.offered import Offered, offered_by, written
from tender_rules.stages.schedule import Schedule

__all__ = ["BidLine", "bid_lines"]

# No line of a package can have this id.
UNLISTED = "(lumsum)"


@frozen
class BidLine:
    """One line of a bid, amounts net of PPN, rates in percent.

    Attributes:
        id: of the document's line, or of the bidder's own.
        document: the volume of the document; `None` for a line that it does not have.
        offered: the volume of the bid; the document's where the bid is silent.
        unit_price: `None` where it was left blank.
        written: the amount as written, or what volume and price make where none is.
        rate: the document's PPN.
        own_rate: the PPN of the bid.
        fixed: whether it belongs to a price that is lumsum.
    """

    id: str
    document: Decimal | None
    offered: Decimal | None
    unit_price: Decimal | None
    written: Decimal
    rate: Decimal
    own_rate: Decimal
    fixed: bool

    @property
    def extra(self) -> bool:
        """Whether the document does not have this line."""
        return self.document is None

    @property
    def unlisted(self) -> bool:
        """Whether it is what a price states beyond the lines that it lists, and so no line."""
        return self.id == UNLISTED

    @property
    def blank(self) -> bool:
        """Whether an amount is written where the unit price was left blank."""
        return self.unit_price is None and self.written != 0 and not self.extra


def bid_lines(price: Price, schedule: Schedule) -> tuple[BidLine, ...]:
    """The lines of `price`, and what a *gabungan* states as lumsum beyond its lines as one more."""
    offered = offered_by(price, schedule)
    lines = tuple(_line(line, offered) for line in price.lines or ())
    return (*lines, *_unlisted(lines, offered))


def _line(line: PriceLine, offer: Offered) -> BidLine:
    schedule = offer.schedule
    fixed = schedule.fixed.get(line.id)
    document = schedule.wanted.get(line.id) if fixed is None else fixed.volume
    rate = schedule.rate(line.id)
    own_rate = offer.rate(line)
    if fixed is not None and schedule.contract is Contract.GABUNGAN:
        # Of a lumsum part the bid states one net amount: its rate is that of the whole bid.
        own_rate = offer.general if rate == schedule.general else rate
    offered = _volume(line, fixed or schedule.by_months.get(line.id))
    return BidLine(
        id=line.id,
        document=document,
        offered=document if offered is None else offered,
        unit_price=line.unit_price,
        written=written(line),
        rate=rate,
        own_rate=own_rate,
        fixed=fixed is not None or (document is None and schedule.contract in FIXED_PRICE),
    )


def _volume(line: PriceLine, wanted: HpsLine | None) -> Decimal | None:
    """What the bid multiplies its price by; months that it does not say are the document's."""
    months = line.person_months
    if months is None and wanted is not None:
        months = wanted.person_months
    if line.quantity is None or months is None:
        return line.quantity
    return line.quantity * months


def _unlisted(lines: tuple[BidLine, ...], offer: Offered) -> Iterator[BidLine]:
    price, schedule = offer.price, offer.schedule
    if price.stated_parts is None or schedule.contract is not Contract.GABUNGAN:
        return
    fixed = [line for line in lines if line.fixed]
    rest = price.stated_parts.lumsum - sum((line.written for line in fixed), ZERO)
    if not rest:
        return
    rates = {schedule.rate(name) for name in schedule.fixed}
    rate = next(iter(rates)) if len(rates) == 1 else schedule.general
    own = offer.general if rate == schedule.general else rate
    yield BidLine(UNLISTED, ZERO, ZERO, ZERO, rest, rate, own, fixed=True)
