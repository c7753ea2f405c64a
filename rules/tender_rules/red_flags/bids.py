"""What became of each bid of a tender, in the terms of the open contracting data standard."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import Withdrawal
from tender_engine.findings import Verdict
from tender_engine.terms import Method
from tender_rules.similar.across.who_is_who import has_bid

__all__ = ["Bid", "Fate", "bids_of", "is_by_price"]

# Where the price alone orders those who passed everything else.
_BY_PRICE = (
    Method.HARGA_TERENDAH_SISTEM_GUGUR,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.BIAYA_TERENDAH,
)


class Fate(StrEnum):
    """Whether a bid is valid, disqualified, or neither so far."""

    SAH = "sah"
    GUGUR = "gugur"
    LAIN = "lain"


@frozen
class Bid:
    """A bid that was handed in and not withdrawn, in rupiah with PPN where its price was opened.

    `stated` is as it was handed in, `compared` as it counts beside the others; `joint` is a KSO's.
    """

    participant: str
    fate: Fate
    stated: Decimal | None
    compared: Decimal | None
    joint: bool


def bids_of(evaluation: Evaluation) -> tuple[Bid, ...]:
    """Every bid of a tender, in the order of the package."""
    return tuple(_bids(evaluation))


def _bids(evaluation: Evaluation) -> Iterator[Bid]:
    left = {event.participant for event in evaluation.counted.happened.of(Withdrawal)}
    for who in evaluation.given.participants:
        if not has_bid(who) or who.id in left:
            continue
        price, fate = evaluation.price(who.id), _fate(evaluation, who.id)
        if price is None:
            yield Bid(who.id, fate, None, None, bool(who.members))
            continue
        # As corrected, or what a reverse auction made of it; a preference changes no bid.
        auctioned = price.reverse_auction_total
        compared = price.corrected_total if auctioned is None else auctioned
        yield Bid(who.id, fate, price.stated_total, compared, bool(who.members))


def _fate(evaluation: Evaluation, participant: str) -> Fate:
    """Valid is what has a place in the order and fell nowhere."""
    verdicts = [found.verdict for _, found in evaluation.verdicts_of(participant)]
    if Verdict.GUGUR in verdicts:
        return Fate.GUGUR
    return Fate.LAIN if evaluation.place(participant) is None else Fate.SAH


def is_by_price(evaluation: Evaluation) -> bool:
    """Whether the award goes by the price alone among those who passed."""
    return evaluation.given.tender.method in _BY_PRICE
