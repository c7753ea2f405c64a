"""A package that one bidder wins: made so, as waiting until one is drawn takes too long."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from tender_engine.model import Assessment, Package, Participant
from tender_engine.numbers import ZERO
from tender_engine.seals import Sealed, reveal_for_storage

__all__ = ["shares_of", "won_by"]

# In percent of the estimate: above the line below which a price is questioned.
_WINNING = 81
# In shares of the highest score: above every threshold that is drawn, and below the winner's.
_LEAST, _MOST = Decimal("0.8"), Decimal("0.9")


def shares_of(name: str, winner: str | None, shares: Sequence[int]) -> Sequence[int]:
    """Those of `shares` that `name` may bid at: all, but if one is to win, it is the lowest."""
    if winner is None:
        return shares
    higher = [share for share in shares if share > _WINNING]
    return (_WINNING,) if name == winner or not higher else higher


def won_by(package: Package, winner: str) -> Package:
    """`package` with the highest scores for `winner`, and nothing that outweighs its price."""
    highest = {
        (stage, criterion.id): criterion.max_score
        for stage, terms in package.tender.requirements.items()
        for criterion in terms.criteria
        if criterion.max_score is not None
    }

    def scored(entry: Assessment) -> Assessment:
        most = highest.get((entry.stage, entry.criterion or ""), ZERO)
        if entry.score is None:
            return entry
        others = min(max(entry.score, _LEAST * most), _MOST * most)
        return evolve(entry, score=most if entry.participant == winner else others)

    return evolve(
        package,
        participants=_of_one_life(package.participants),
        assessments=tuple(map(scored, package.assessments)),
    )


def _of_one_life(bids: Sequence[Participant]) -> tuple[Participant, ...]:
    """The bids with what the first of them costs over its life, so that prices alone differ."""
    files = [None if who.price is None else reveal_for_storage(who.price) for who in bids]
    lives = [file.life_cycle for file in files if file is not None]
    return tuple(
        who if file is None else evolve(who, price=Sealed(evolve(file, life_cycle=lives[0])))
        for who, file in zip(bids, files, strict=True)
    )
