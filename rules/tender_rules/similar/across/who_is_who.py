"""Which bids of several tenders are of one bidder: by its NPWP alone, never by its name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.model import Participant
from tender_engine.terms import Phase
from tender_rules.similar.taxpayers import masked, whole_npwp

__all__ = ["Bidder", "Given", "WhoIsWho", "bid_of", "has_bid", "who_is_who"]

# A participant of a tender, by the number of the tender and by its own id.
_Bid = tuple[int, str]
# What tells that two are one: the number of a business, or those of all members of a KSO.
_Key = tuple[str, ...]


@frozen
class Given:
    """One of the tenders that are looked at together, by its number from 1 and where it lies."""

    n: int
    source: str
    evaluation: Evaluation


@frozen
class Bidder:
    """Who bids, in one tender or in more; `id` is that of the first of its bids.

    `npwp` shows the last four digits alone; of a KSO, and of one that has told none, it is None.
    One that is `known` by its number would be found in another tender.
    """

    id: str
    name: str
    npwp: str | None
    bids: tuple[_Bid, ...]
    known: bool


@frozen
class WhoIsWho:
    """The bidders of all tenders, and which of them each bid is of."""

    bidders: Mapping[str, Bidder]
    _of: Mapping[_Bid, str]

    def of(self, n: int, participant: str) -> str:
        """The id of who bids as `participant` in the tender number `n`."""
        return self._of[n, participant]


def bid_of(n: int, participant: str, *, several: bool) -> str:
    """What a bid is called: its participant, among several tenders after the tender's number."""
    return f"{n}/{participant}" if several else participant


def has_bid(who: Participant) -> bool:
    """Whether it handed in a bid, and was not registered or qualified only."""
    return getattr(who.submitted, Phase.PENAWARAN) is not None


def who_is_who(tenders: Sequence[Given], *, several: bool) -> WhoIsWho:
    """Who is who in `tenders`; among `several` a bid is called by the number of its tender, too.

    A number that two participants of one tender have tells nobody from the other, so that all who
    have it stand for themselves, and share it. Without a whole number each does.
    """
    # Who stands for itself is known by its bid alone, which is no number.
    together: dict[tuple[_Key | None, _Bid | None], list[tuple[_Bid, Participant]]] = {}
    doubtful = _doubtful(tenders)
    for given in tenders:
        for who in sorted(given.evaluation.given.participants, key=lambda who: natural(who.id)):
            key, bid = _key(who), (given.n, who.id)
            alone = key is None or key in doubtful
            together.setdefault((None, bid) if alone else (key, None), []).append((bid, who))
    bidders: dict[str, Bidder] = {}
    of: dict[_Bid, str] = {}
    for (key, _), bids in together.items():
        first, who = bids[0]
        number = whole_npwp(who.npwp) if not who.members else ""
        name = bid_of(*first, several=several)
        told = masked(number) if number else None
        bidders[name] = Bidder(name, who.name, told, tuple(bid for bid, _ in bids), key is not None)
        of |= {bid: name for bid, _ in bids}
    return WhoIsWho(bidders, of)


def _key(who: Participant) -> _Key | None:
    """What it is known by in every tender."""
    if not who.members:
        number = whole_npwp(who.npwp)
        return (number,) if number else None
    numbers = sorted(whole_npwp(member.npwp) for member in who.members)
    return ("kso", *numbers) if all(numbers) else None


def _doubtful(tenders: Iterable[Given]) -> set[_Key]:
    return {key for given in tenders for key in _twice(given.evaluation.given.participants)}


def _twice(participants: Iterable[Participant]) -> Iterator[_Key]:
    counted = Counter(_key(who) for who in participants)
    yield from (key for key, count in counted.items() if key is not None and count > 1)
