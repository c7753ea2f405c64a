"""`bids` and `awards`: what was bid and who was determined, once that is announced."""

from decimal import Decimal
from typing import Any

from tender_desk.ocds.criteria import responses
from tender_desk.ocds.mapping import mapping
from tender_desk.ocds.parties import bidders, reference
from tender_desk.ocds.tender_part import money
from tender_desk.ocds.told import Told
from tender_engine.evaluation import PriceResult
from tender_engine.events import Award, Withdrawal
from tender_engine.model import Participant

__all__ = ["agreed", "awards", "bids"]


def bids(told: Told) -> dict[str, Any] | None:
    """Every bid with its value, and how many there were and were valid."""
    if not told.bids:
        return None
    details = [_bid(told, who) for who in bidders(told)]
    valid = sum(one["status"] == "valid" for one in details)
    counts = {"bids": len(details), "validBids": valid}
    statistics = [{"id": name, "measure": name, "value": n} for name, n in counts.items()]
    return {"statistics": statistics, "details": details} if details else {"statistics": statistics}


def _bid(told: Told, who: Participant) -> dict[str, Any]:
    times = who.submitted.penawaran, who.submitted.penawaran_tahap_dua
    at = next(time for time in times if time is not None)
    made: dict[str, Any] = {
        "id": who.id,
        "date": at.isoformat(),
        "status": _status(told, who.id),
        "tenderers": [reference(told, who.id)],
    }
    price = told.evaluation.price(who.id)
    if price is not None:
        corrected = price.corrected_total
        made["value"] = money(price.stated_total if corrected is None else corrected)
    if found := responses(told, who.id):
        made["requirementResponses"] = found
    return made


def _status(told: Told, participant: str) -> str:
    if told.view.package.happened.about(Withdrawal, participant):
        return "withdrawn"
    return "disqualified" if told.fell(participant) else "valid"


def awards(told: Told) -> list[dict[str, Any]]:
    """Each act that determined a winner and was announced: the last, and those that were undone."""
    return [_award(told, act, number) for number, act in enumerate(told.awards(), 1)]


def _award(told: Told, act: Award, number: int) -> dict[str, Any]:
    """Of an act that stands its price; one that stands no more has a winner and no more."""
    winner = act.winner or ""
    made: dict[str, Any] = {
        "id": str(number),
        "title": f"Penetapan pemenang Nomor {act.number}",
        "decisionNumber": act.number,
        "status": _award_status(told, act),
        "date": act.at.isoformat(),
        "suppliers": [reference(told, winner)],
    }
    if made["status"] != "cancelled":
        made["relatedBid"] = winner
        price = told.evaluation.price(winner)
        if price is not None and (amount := agreed(told, price)) is not None:
            made["value"] = money(amount)
    return made


def _award_status(told: Told, act: Award) -> str:
    after = told.evaluation.after_award
    stands = told.bids and told.evaluation.failure is None and after is not None
    last = max(told.view.events(Award), key=lambda one: one.at)
    if not stands or after is None or act is not last:
        return "cancelled"
    return str(mapping()["award"][after.state])


def agreed(told: Told, price: PriceResult) -> Decimal | None:
    """What a bid comes to; what is talked over after the announcement only once it is appointed."""
    return price.final_total if told.appointed else price.corrected_total
