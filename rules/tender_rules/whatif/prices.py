"""The opened price of a bid, and how a number in it moves everything that follows from it.

It is read through seals that only an evaluation breaks.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from tender_engine.evaluation import Evaluation
from tender_engine.law import Ask
from tender_engine.model import Facts, FileProperties, Package, Participant, Price
from tender_engine.numbers import exact, with_vat
from tender_engine.seals import Sealed, Seals
from tender_engine.terms import FIXED_PRICE, Binding, Contract, Rounding, StageId
from tender_rules.stages.auction import last_auction
from tender_rules.stages.corrected import by_bidders_rate, schedule_for
from tender_rules.stages.correction import correct
from tender_rules.stages.files import Bid, file_of
from tender_rules.stages.offered import offered_by
from tender_rules.stages.preference import Preference, preference_of
from tender_rules.stages.schedule import Schedule
from tender_rules.whatif.changes import Given
from tender_rules.whatif.sketch import Form, Key, Move

__all__ = [
    "Bidding",
    "bidding_of",
    "claims_of",
    "governing",
    "line_rates",
    "opened_price",
    "schedule_of",
    "with_price",
    "without_unopened",
]

_STAGE = StageId.EVALUASI_HARGA
_ONE = Decimal(1)


def without_unopened(package: Package, evaluation: Evaluation) -> Package:
    """The package without any price that `evaluation` did not open: no change can open one.

    Nor is there what the file of such a price says of itself, or was promised of it.
    """
    bids = tuple(_without(who, evaluation) for who in package.participants)
    return evolve(package, participants=bids)


def _without(who: Participant, evaluation: Evaluation) -> Participant:
    if evaluation.price(who.id) is not None:
        return who
    files = [file for file in who.file_metadata or () if isinstance(file, FileProperties)]
    bare = evolve(who, price=None, price_commitment=None, file_metadata=tuple(files) or None)
    known: Facts | None = who.facts.get(_STAGE)
    if known is None:
        return bare
    unclarified = evolve(known, kewajaran_harga=None, timpang=None)
    return evolve(bare, facts={**who.facts, _STAGE: unclarified})


def opened_price(given: Given, name: str) -> Price | None:
    """The price of `name` as written; `None` where no stage opened it."""
    if given.evaluation.price(name) is None:
        return None
    seals = Seals()
    seals.open(name)
    sealed = next((who.price for who in given.package.participants if who.id == name), None)
    return None if sealed is None else seals.read(name, sealed)


def with_price(package: Package, name: str, price: Price) -> Package:
    """The package in which the price of `name` is another."""
    return evolve(package, participants=tuple(_priced(package, name, price)))


def _priced(package: Package, name: str, price: Price) -> Iterator[Participant]:
    for who in package.participants:
        yield evolve(who, price=Sealed(price)) if who.id == name else who


def claims_of(given: Given, name: str) -> Preference | None:
    """The claims of an opened bid; `None` where the tender gives no preference."""
    base, price = given.evaluation, opened_price(given, name)
    found = base.price(name)
    if price is None or found is None or found.corrected_total is None:
        return None
    tender, ask, seals = given.package.tender, Ask(base.law), Seals()
    seals.open(name)
    bidder = next(who for who in given.package.participants if who.id == name)
    bid = Bid(tender, bidder, price, found.corrected_total, (), seals)
    rate = by_bidders_rate(base.law)
    return preference_of(file_of(bid, schedule_for(tender, ask), None, bidder_rate=rate), ask)


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
