"""What a rule may read at its stage. The price is in none of them but the last.

A rule of an earlier stage that asks for a price has no attribute to ask, which is a type error.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import define

from tender_engine.clarified import FairnessAnalysis, Unbalanced
from tender_engine.declared import Check
from tender_engine.events import ReverseAuction
from tender_engine.model import (
    NOTHING_KNOWN,
    Facts,
    Participant,
    Price,
    PriceLine,
    Requirements,
    Tender,
)
from tender_engine.seals import Seals
from tender_engine.terms import Phase, StageId
from tender_engine.workflow import Case, once
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.stages.corrected import by_bidders_rate, corrected_of, schedule_of
from tender_rules.stages.counting import due
from tender_rules.stages.offered import line_prices
from tender_rules.stages.schedule import Schedule

__all__ = ["Bid", "BidFile", "PriceFile", "bid_file", "file_of", "phase_of", "price_file"]

_OF_QUALIFICATION = (
    StageId.PEMASUKAN_KUALIFIKASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.PEMBUKTIAN_KUALIFIKASI,
)


@define  # quickly made, as the next two are: every bidder has one at every stage
class BidFile:
    """A bidder at a stage that knows no prices: the tender, what is asked, what is known.

    `due` is until when it could hand in the documents that are looked at there, as last extended.
    """

    tender: Tender
    bidder: Participant
    asked: Requirements
    facts: Facts
    due: datetime | None = None

    def clause(self, check: Check[Any, Any]) -> str | None:
        """The clause of the tender's document that asks `check`, if it is given."""
        return self.asked.clause_of(check.key)

    def where(self, check: Check[Any, Any]) -> str:
        """The same clause in brackets, to end a reason with; nothing where none is given."""
        clause = self.clause(check)
        return f" ({clause})" if clause else ""


@define
class PriceFile:
    """A bidder whose price is open: `total` is the corrected total, in rupiah with PPN.

    `auctioned` is the total it came to, where it was `in_auction`; `schedule` holds the document's
    lines; `high` are those whose unit price is clarified; `analysis` and `unbalanced` are what
    clarifying the price brought.
    """

    tender: Tender
    bidder: Participant
    asked: Requirements
    price: Price
    total: Decimal
    schedule: Schedule
    bidder_rate: bool = False
    in_auction: bool = False
    auctioned: Decimal | None = None
    high: tuple[PriceLine, ...] = ()
    analysis: FairnessAnalysis | None = None
    unbalanced: tuple[Unbalanced, ...] = ()

    @property
    def offer(self) -> Decimal:
        """What the bid stands at: the corrected total, or what an auction lowered it to."""
        return self.total if self.auctioned is None else min(self.auctioned, self.total)

    def line_prices(self, *, vat: bool = True) -> Mapping[str, Decimal]:
        """The corrected price of each line, by its id, with PPN or without."""
        return line_prices(self.price, self.schedule, bidder_rate=self.bidder_rate, vat=vat)


def bid_file(case: Case, stage: StageId, bidder: Participant) -> BidFile:
    """The file of `bidder` at `stage`."""
    tender = case.package.tender
    facts = bidder.facts.get(stage) or NOTHING_KNOWN
    return BidFile(tender, bidder, tender.asks(stage), facts, _due(case, stage))


@once
def _due(case: Case, stage: StageId) -> datetime | None:
    return due(case.package, phase_of(case.package.tender, stage))


def phase_of(tender: Tender, stage: StageId) -> Phase:
    """With which documents that came in which is looked at in `stage`."""
    before_bids = has_prakualifikasi(tender) and stage in _OF_QUALIFICATION
    return Phase.KUALIFIKASI if before_bids else Phase.PENAWARAN


def price_file(case: Case, bidder: Participant, auction: ReverseAuction | None) -> PriceFile:
    """The file of `bidder` once its price has been opened and corrected.

    Raises:
        KeyError: its correction has not been decided, so it has no price to look at.
    """
    total, price = case.prices[bidder.id].corrected_total, case.price(bidder.id)
    if total is None or price is None:
        raise KeyError(bidder.id)
    corrected, _ = corrected_of(case, bidder.id)
    high = tuple(corrected.high) if corrected else ()
    bid = Bid(case.package.tender, bidder, price, total, high, case.seals)
    return file_of(bid, schedule_of(case), auction, bidder_rate=by_bidders_rate(case.law))


@define
class Bid:
    """An opened and corrected bid, with the seals behind which the rest of it lies."""

    tender: Tender
    bidder: Participant
    price: Price
    total: Decimal
    high: tuple[PriceLine, ...]
    seals: Seals


def file_of(
    bid: Bid, schedule: Schedule, auction: ReverseAuction | None, *, bidder_rate: bool
) -> PriceFile:
    """The price file of `bid`, with what clarification and an auction brought."""
    bidder, stage = bid.bidder, StageId.EVALUASI_HARGA
    known = bidder.facts.get(stage) or NOTHING_KNOWN
    analysis, unbalanced = known.kewajaran_harga, known.timpang
    return PriceFile(
        tender=bid.tender,
        bidder=bidder,
        asked=bid.tender.asks(stage),
        price=bid.price,
        total=bid.total,
        schedule=schedule,
        bidder_rate=bidder_rate,
        in_auction=auction is not None,
        auctioned=(auction.totals or {}).get(bidder.id) if auction else None,
        high=bid.high,
        analysis=None if analysis is None else bid.seals.read(bidder.id, analysis),
        unbalanced=() if unbalanced is None else bid.seals.read(bidder.id, unbalanced),
    )
