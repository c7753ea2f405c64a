"""What a rule may read at its stage. The price is in none of them but the last.

A rule of an earlier stage that asks for a price has no attribute to ask, which is a type error.
"""

from decimal import Decimal

from attrs import frozen

from tender.model import Facts, LifeCycle, Participant, Requirements, Tender
from tender.terms import StageId
from tender.workflow import Case

__all__ = ["BidFile", "PriceFile", "bid_file", "price_file"]

_NO_FACTS = Facts()


@frozen
class BidFile:
    """A bidder at a stage that knows no prices: the tender, what is asked, what is known."""

    tender: Tender
    bidder: Participant
    asked: Requirements
    facts: Facts

    def clause(self, check: str) -> str | None:
        """The clause of the tender's document that asks `check`, if it is given."""
        return self.asked.clauses.get(check)

    def where(self, check: str) -> str:
        """The same clause in brackets, to end a reason with; nothing where none is given."""
        clause = self.clause(check)
        return f" ({clause})" if clause else ""


@frozen
class PriceFile:
    """A bidder whose price is open: `total` is the corrected total, in rupiah with PPN.

    `life_cycle` is what else a purchase costs, where the bidder says so.
    """

    tender: Tender
    bidder: Participant
    total: Decimal
    life_cycle: LifeCycle | None = None


def bid_file(case: Case, stage: StageId, bidder: Participant) -> BidFile:
    """The file of `bidder` at `stage`."""
    tender = case.package.tender
    return BidFile(tender, bidder, tender.asks(stage), bidder.facts.get(stage) or _NO_FACTS)


def price_file(case: Case, bidder: Participant) -> PriceFile:
    """The file of `bidder` once its price has been opened and corrected.

    Raises:
        KeyError: its correction has not been decided, so it has no price to look at.
    """
    total = case.prices[bidder.id].corrected_total
    if total is None:
        raise KeyError(bidder.id)
    price = case.price(bidder.id)
    return PriceFile(case.package.tender, bidder, total, price.life_cycle if price else None)
