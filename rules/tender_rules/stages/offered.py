"""The PPN that a bid takes, in percent of the whole price, line by line.

A bid says a rate and seldom the share of the price that it is of. Silence agrees with the document.
But `12` beside a document that writes `11` (or the other way round) may be the same amount written
in another way, and `12` of the whole beside a document of eleven twelfths only a base that somebody
filled in; which of the two the bid means, its own total tells.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import define, field

from tender_engine.model import Price, PriceLine
from tender_engine.numbers import ZERO, with_vat
from tender_engine.terms import Contract
from tender_engine.vat import WHOLE, of_the_whole
from tender_rules.stages.schedule import Schedule

__all__ = ["Offered", "breakdown_gap", "line_prices", "offered_by", "written"]


@define  # quickly made: every bid has one
class Offered:
    """The rates of one bid. `alike` reads a rate as the document's, if it may be so written.

    `general` is the PPN of the bid where a line says nothing of its own.
    """

    price: Price
    schedule: Schedule
    alike: bool = False
    general: Decimal = field(init=False)

    @general.default
    def _general(self) -> Decimal:
        price, schedule = self.price, self.schedule
        return self._read(price.vat_percent, price.vat_base, schedule.base, schedule.general)

    def rate(self, line: PriceLine) -> Decimal:
        """The PPN of `line`; silence about a rate that the document sets apart agrees with it."""
        price, schedule = self.price, self.schedule
        if line.vat_percent is None and line.vat_base is None:
            return schedule.apart.get(line.id, self.general)
        percent = line.vat_percent
        if percent is None:
            percent = schedule.percents.get(line.id, price.vat_percent)
        own, stated = schedule.bases.get(line.id), line.vat_base
        if stated is None and own is None:
            stated = price.vat_base
        return self._read(percent, stated, own or schedule.base, schedule.rate(line.id))

    def _read(
        self, percent: Decimal, stated: Fraction | None, base: Fraction, document: Decimal
    ) -> Decimal:
        """A rate of the `stated` base, or of the document's; or a way to write the `document`'s."""
        rate = of_the_whole(percent, stated or base)
        if rate is not None and rate == document:
            return rate
        if rate is None or self.alike:
            for other in (WHOLE, base, self.schedule.other_base):
                if other is not None and of_the_whole(percent, other) == document:
                    return document
        return percent if rate is None else rate

    def total(self) -> Decimal:
        """What the lines make as they are written, with PPN; of a *gabungan* the stated lumsum."""
        schedule, parts = self.schedule, self.price.stated_parts
        lines = self.price.lines or ()
        made = ZERO
        if parts is not None:
            lines = tuple(line for line in lines if line.id not in schedule.fixed)
            made = with_vat(parts.lumsum, self.general)
        return made + sum((with_vat(written(line), self.rate(line)) for line in lines), ZERO)


def offered_by(
    price: Price, schedule: Schedule, telling: Sequence[PriceLine] | None = None
) -> Offered:
    """The rates of `price`; `telling` are its lines that say one, all of them by default.

    Of two readings the one counts that comes nearer to the total which the bid states; where
    nothing is broken down the two come to the same price.
    """
    plain = Offered(price, schedule)
    lines = (price.lines or ()) if telling is None else telling
    rates = [line for line in lines if line.vat_percent is not None or line.vat_base is not None]
    if not rates and plain.general == schedule.general:
        return plain
    alike = Offered(price, schedule, alike=True)
    same = plain.general == alike.general
    if same and all(plain.rate(line) == alike.rate(line) for line in rates):
        return plain
    if not price.lines:
        return alike
    gaps = [abs(price.stated_total - read.total()) for read in (plain, alike)]
    return alike if gaps[1] < gaps[0] else plain


def written(line: PriceLine) -> Decimal:
    """The amount as written, or where none is written what volume and price make."""
    if line.amount is not None:
        return line.amount
    months = 1 if line.person_months is None else line.person_months
    return (line.quantity or ZERO) * months * (line.unit_price or ZERO)


def line_prices(
    price: Price, schedule: Schedule, *, bidder_rate: bool = False, vat: bool = True
) -> dict[str, Decimal]:
    """What each line of the document costs in a bid once corrected, with PPN or without.

    A line of a lumsum price counts as it is written; one that the bid leaves out is not there.
    """
    made, offered = {}, offered_by(price, schedule)
    for line in price.lines or ():
        volume, rate = schedule.wanted.get(line.id), schedule.rate(line.id)
        if volume is not None:
            net = volume * (line.unit_price or ZERO)
            rate = offered.rate(line) if bidder_rate else rate
        elif line.id in schedule.fixed:
            net = written(line)
        else:
            continue
        made[line.id] = with_vat(net, rate) if vat else net
    return made


def breakdown_gap(price: Price, schedule: Schedule, total: Decimal) -> Decimal | None:
    """By how much the lines of a lumsum price exceed it, in rupiah; `None` if not told.

    The price is `total`, or of a *gabungan* the stated lumsum part.
    """
    fixed = [x for x in price.lines or () if x.id in schedule.fixed] if schedule.fixed else []
    if not fixed or any(line.amount is None and line.unit_price is None for line in fixed):
        return None
    if schedule.contract is Contract.GABUNGAN:
        net = sum(map(written, fixed), ZERO)
        return None if price.stated_parts is None else net - price.stated_parts.lumsum
    return sum((with_vat(written(x), schedule.rate(x.id)) for x in fixed), ZERO) - total
