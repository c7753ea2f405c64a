"""What a bid claims of a preference by TKDN, so that its HEA can follow its prices."""

from tender_engine.law import Ask
from tender_engine.seals import Seals
from tender_rules.stages.corrected import by_bidders_rate, schedule_for
from tender_rules.stages.files import Bid, file_of
from tender_rules.stages.preference import Preference, preference_of
from tender_rules.whatif.prices import opened_price
from tender_rules.whatif.replay import Given

__all__ = ["claims_of"]


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
