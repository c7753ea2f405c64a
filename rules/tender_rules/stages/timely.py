"""Which judgements on the proof are in time: none that is older than what the proof rests on.

Where qualification comes with the bids, the proof follows the evaluation of all the rest: a word on
it that was given before the prices were opened, or before an earlier stage was judged, was on
nothing that had been shown.
"""

from collections.abc import Iterator
from datetime import datetime

from tender.events import Negotiation
from tender.judgement import Counts, always
from tender.model import Assessment, Participant
from tender.terms import StageId
from tender.workflow import Case
from tender_rules.kinds import has_prakualifikasi
from tender_rules.stages.auction import auction_of
from tender_rules.stages.unsealing import opened_at

__all__ = ["in_time"]

_STAGE = StageId.PEMBUKTIAN_KUALIFIKASI


def in_time(case: Case, bidder: Participant) -> Counts:
    """Whether a judgement on the proof of `bidder` counts; equal moments are in time.

    Where qualification comes before any bid there is no such bound. What is judged of a price
    because of an auction or talks that came after the proof is not looked at.
    """
    if has_prakualifikasi(case.package.tender):
        return always
    opened = opened_at(case, bidder.id)
    judged = list(_judged_before(case, bidder.id))
    turns = list(_turns_of_the_price(case, bidder.id))
    of_the_price = [at for stage, at in judged if stage is StageId.EVALUASI_HARGA] if turns else []
    bounds = [at for stage, at in judged if not turns or stage is not StageId.EVALUASI_HARGA]
    newest = max([*bounds, opened] if opened else bounds, default=None)

    def counts(entry: Assessment) -> bool:
        if newest is not None and entry.at < newest:
            return False
        return all(entry.at >= at or _is_between(entry.at, turns, at) for at in of_the_price)

    return counts


def _is_between(at: datetime, turns: list[datetime], judged: datetime) -> bool:
    """Whether a price was judged because it changed after `at`."""
    return any(at < turn <= judged for turn in turns)


def _judged_before(case: Case, name: str) -> Iterator[tuple[StageId, datetime]]:
    """Every judgement that counts on `name` at a stage before the proof, and when it was made."""
    for stage in case.leading_to(_STAGE):
        found = case.verdicts.get(stage, {}).get(name)
        for vote in found.votes if found else ():
            if vote.counts:
                yield stage, vote.entry.at


def _turns_of_the_price(case: Case, name: str) -> Iterator[datetime]:
    """When an auction was held and when the price of `name` was talked over."""
    auction = auction_of(case)
    if auction is not None:
        yield auction.at
    talks = (event for event in case.package.events if isinstance(event, Negotiation))
    yield from (event.at for event in talks if event.participant == name)
