"""What a rate of PPN that a bidder wrote may come to, in percent of the whole price.

`12` of a share of 11/12 is 11, and who writes `12` without its base may mean either. Which of them
the amounts of a sheet hold, only they tell.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender_desk.schedules.given import Given
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.schedule_reading import Offer
from tender_engine.model import HpsLine
from tender_engine.vat import WHOLE

__all__ = ["WHOLE_RATES", "Rates", "is_taxed", "taxed"]

# A tax that nobody names is one of these percentages.
WHOLE_RATES = range(1, 26)


@frozen
class Rates:
    """The rates that are known of document and bid, of the whole price, and the shares they are of.

    `bases` holds only shares that are not the whole.
    """

    known: tuple[Fraction, ...] = ()
    bases: tuple[Fraction, ...] = ()

    @classmethod
    def of(cls, lines: Sequence[HpsLine], offer: Offer) -> "Rates":
        """What the lines of a document and a bid say of PPN."""
        said = {(line.vat_percent, line.vat_base) for line in lines}
        said |= {(offer.vat_percent, offer.vat_base), (offer.document_vat, None)}
        bases = {base for _, base in said if base is not None} - {WHOLE}
        percents = {Fraction(percent) for percent, _ in said if percent is not None}
        known = percents | {percent * base for percent in percents for base in bases}
        return cls(tuple(sorted(known)), tuple(sorted(bases)))

    def meant(self, percent: Decimal, given: Iterable[Given]) -> Fraction | None:
        """What a rate comes to in the amounts with PPN of some lines; `None` if they do not tell.

        That is what makes most of the amounts; where none is made, the rate, if it has no base.
        """
        own = Fraction(percent)
        possible = dict.fromkeys((own, *(own * base for base in self.bases), *self.known))
        lines = [line for line in given if line.vat_percent == percent]
        fits = {rate: sum(is_taxed(line, rate) for line in lines) for rate in possible}
        best = max(fits, key=lambda rate: fits[rate])
        return best if fits[best] or not self.bases else None


def is_taxed(line: Given, rate: Fraction) -> bool:
    """Whether the amount of a line is its volume times its price with PPN, rounded perhaps."""
    product = line.product(line.person_months)
    if product is None or line.amount is None:
        return False
    return makes(taxed(product, rate), Fraction(line.amount))


def taxed(net: Decimal, rate: Fraction) -> Fraction:
    """An amount with PPN, exactly."""
    return Fraction(net) * (100 + rate) / 100
