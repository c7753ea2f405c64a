"""Which judgements on the proof are in time: none that is older than what the proof rests on.

Where qualification comes with the bids, the proof follows the evaluation of all the rest: a word on
it that was given before the prices were opened, or before an earlier stage was judged, was on
nothing that had been shown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tender_engine.events import Negotiation
from tender_engine.judgement import Counts, always
from tender_engine.model import Assessment, Participant
from tender_engine.terms import StageId
from tender_engine.workflow import Case
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.stages.auction import auction_of
from tender_rules.stages.unsealing import opened_at

__all__ = ["in_time"]

_STAGE = StageId.PEMBUKTIAN_KUALIFIKASI
_EVER = datetime.min.replace(tzinfo=UTC)


def in_time(case: Case, bidder: Participant) -> Counts:
    """Whether a judgement on the proof of `bidder` counts; equal moments are in time.

    Where qualification comes before any bid there is no such bound. What is judged of a price
    because of an auction or talks that came after the proof is not looked at.
    """
    if has_prakualifikasi(case.package.tender):
        return always
    opened = opened_at(case, bidder.id)
    judged = _judged_before(case, bidder.id)
    turns = sorted(_turns_of_the_price(case, bidder.id))
    of_the_price = [at for stage, at in judged if stage is StageId.EVALUASI_HARGA] if turns else []
    bounds = [at for stage, at in judged if not turns or stage is not StageId.EVALUASI_HARGA]
    newest = max([*bounds, opened] if opened else bounds, default=None)
    since, until = _before_the_price(of_the_price, turns)

    def counts(entry: Assessment) -> bool:
        if newest is not None and entry.at < newest:
            return False
        place = bisect_right(since, entry.at) - 1
        return place < 0 or entry.at >= until[place]

    return counts


def _before_the_price(
    judged: Iterable[datetime], turns: list[datetime]
) -> tuple[list[datetime], list[datetime]]:
    """Stretches of time in which a word on the proof is older than a judgement on the price.

    A stretch begins with the last of the sorted `turns` (an auction, talks) before the judgement,
    or with all time, since a turn makes a new judgement lawful. It ends right before the last
    judgement that comes before the next turn. Gives all beginnings and all ends, in order.
    """
    ends: dict[int, datetime] = {}
    for at in judged:
        turn = bisect_right(turns, at)
        ends[turn] = max(at, ends.get(turn, at))
    stretches = sorted(ends.items())
    return [turns[turn - 1] if turn else _EVER for turn, _ in stretches], [
        at for _, at in stretches
    ]


def _judged_before(case: Case, name: str) -> list[tuple[StageId, datetime]]:
    """Every judgement that counts on `name` at a stage before the proof, and when it was made."""
    tables = [(stage, case.verdicts.get(stage, {})) for stage in case.leading_to(_STAGE)]
    found = [(stage, table[name].votes) for stage, table in tables if name in table]
    return [(stage, vote.entry.at) for stage, votes in found for vote in votes if vote.counts]


def _turns_of_the_price(case: Case, name: str) -> Iterator[datetime]:
    """When an auction was held and when the price of `name` was talked over."""
    auction = auction_of(case)
    if auction is not None:
        yield auction.at
    yield from (event.at for event in case.package.happened.about(Negotiation, name))
