"""How the price of a bid moves everything that follows from it."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from tender_engine.law import Ask
from tender_engine.model import Price
from tender_engine.numbers import exact, with_vat
from tender_engine.terms import FIXED_PRICE, Binding, Contract, Rounding, StageId
from tender_rules.stages.auction import last_auction
from tender_rules.stages.corrected import by_bidders_rate, schedule_for
from tender_rules.stages.correction import correct
from tender_rules.stages.offered import offered_by
from tender_rules.stages.preference import Preference
from tender_rules.stages.schedule import Schedule
from tender_rules.whatif.claims import claims_of
from tender_rules.whatif.forms import Form
from tender_rules.whatif.prices import opened_price
from tender_rules.whatif.replay import Given
from tender_rules.whatif.sketch import Key, Move

__all__ = ["Bidding", "bidding_of", "governing", "line_rates", "schedule_of"]

_ONE = Decimal(1)


@frozen(eq=False)
class Bidding:
    """An opened price, and the moves that any number in it may make."""

    name: str
    price: Price
    total: Fraction
    compared: Fraction
    unit: Fraction | None
    claims: Preference | None
    auctioned: bool
    _moves: dict[Fraction | None, Move]

    @property
    def asking(self) -> bool:
        """Whether no line that can be drawn leads from the price to what is compared."""
        return self.claims is not None and self.unit is not None

    def plain_move(self) -> Move | None:
        """The one move of all its numbers; `None` where a preference is taken off by line."""
        if self.claims is not None and not self.auctioned:
            return None
        return self._move(None if self.auctioned else Fraction(1))

    def move(self, total: Decimal, compared: Decimal) -> tuple[Move, Decimal]:
        """The move of a number of which one unit is so much in total and as compared.

        With it, how much of what is moved one unit is.
        """
        if self.auctioned or not compared:
            return self._move(None), total
        return self._move(Fraction(total) / Fraction(compared)), compared

    def _move(self, ratio: Fraction | None) -> Move:
        """A move of what is compared, with `ratio` times as much in total; or of a total alone."""
        if ratio in self._moves:
            return self._moves[ratio]
        itself, start = Form(Fraction(0), Fraction(1)), self.total
        forms: dict[Key, Form] = {("total", self.name): itself}
        if ratio is not None:
            start = self.compared
            forms["compared", self.name] = itself
            forms["total", self.name] = Form(self.total - ratio * self.compared, ratio)
        self._moves[ratio] = made = Move(start, forms, self.name, self.unit)
        return made


def schedule_of(given: Given) -> Schedule:
    """The document's lines."""
    return schedule_for(given.package.tender, Ask(given.evaluation.law))


def bidding_of(given: Given, name: str) -> Bidding | None:
    """The price of `name`; `None` where it was not opened or has no corrected total."""
    price, found = opened_price(given, name), given.evaluation.price(name)
    if price is None or found is None or found.corrected_total is None:
        return None
    rounding = given.package.tender.asks(StageId.KOREKSI_ARITMATIK).rounding
    claims = claims_of(given, name)
    total = Fraction(found.corrected_total)
    compared = total
    if claims is not None and claims.hea is not None:
        compared = Fraction(claims.hea)
    unit = None
    if rounding is not Rounding.NONE:
        unit = Fraction(10) ** -(rounding.places or 0)
        total = compared = _unrounded(given, price)
    auctioned = last_auction(given.package) is not None
    return Bidding(name, price, total, compared, unit, claims, auctioned, {})


def _unrounded(given: Given, price: Price) -> Fraction:
    tender, law = given.package.tender, given.evaluation.law
    asked = evolve(tender.asks(StageId.KOREKSI_ARITMATIK), rounding=Rounding.NONE)
    binding = asked.binding or law.value("correction.binding_total").value
    with exact():
        made, _ = correct(
            price, schedule_of(given), asked, binding=binding, bidder_rate=by_bidders_rate(law)
        )
    if made is None:
        raise TypeError("a price with a corrected total cannot be corrected")
    return Fraction(made.total)


def governing(given: Given, price: Price) -> str | None:
    """Which stated total the price is, where its lines are none; `None` where lines make it."""
    tender, law = given.package.tender, given.evaluation.law
    if tender.contract in FIXED_PRICE:
        asked = tender.asks(StageId.KOREKSI_ARITMATIK)
        binding = asked.binding or law.value("correction.binding_total").value
        by_list = binding == Binding.DAFTAR_KUANTITAS and price.schedule_total is not None
        return "schedule_total" if by_list else "stated_total"
    if price.lines is None and tender.contract is not Contract.GABUNGAN:
        return "corrected_total" if price.corrected_total is not None else None
    return None


def line_rates(given: Given, price: Price, schedule: Schedule) -> dict[str, Decimal]:
    """What a rupiah of each line is with PPN, in the total."""
    if not by_bidders_rate(given.evaluation.law):
        general = with_vat(_ONE, schedule.general)
        apart = {name: with_vat(_ONE, rate) for name, rate in schedule.apart.items()}
        return {line.id: apart.get(line.id, general) for line in price.lines or ()}
    offered = offered_by(price, schedule)
    return {line.id: with_vat(_ONE, offered.rate(line)) for line in price.lines or ()}
