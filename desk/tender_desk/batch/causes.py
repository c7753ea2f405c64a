"""What was published of a tender beside its evaluation: one cause of a closed list.

It needs no more of an evaluation than its `Facts`, which a worker sends along with the row.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from tender_desk.batch.published_cells import PublishedRow
from tender_desk.spse.whose_row import Doubt, Known, match
from tender_engine.evaluation import Evaluation, Result, State
from tender_engine.findings import Verdict
from tender_engine.numbers import exact, plain
from tender_rules.words import to_sen

__all__ = ["DIFFERENT", "UNPAIRED", "Cause", "Compared", "Facts", "compared", "facts_of"]


class Cause(StrEnum):
    """How a tender stands to what was published of it; the last two are of what was published."""

    SAMA = "sama"
    MENUNGGU = "menunggu"
    DITOLAK = "ditolak"
    HASIL_LAIN = "hasil_lain"
    PEMENANG_LAIN = "pemenang_lain"
    BUKAN_PESERTA = "bukan_peserta"
    PEMENANG_TIDAK_PASTI = "pemenang_tidak_pasti"
    HARGA_LAIN = "harga_lain"
    DASAR_LAIN = "dasar_lain"
    TANPA_PENGUMUMAN = "tanpa_pengumuman"
    PENGUMUMAN_GANDA = "pengumuman_ganda"
    TANPA_PAKET = "tanpa_paket"
    PAKET_GANDA = "paket_ganda"


# What was compared and is otherwise, and what has nothing, or too much, to be compared with.
DIFFERENT = frozenset(
    {
        *(Cause.HASIL_LAIN, Cause.PEMENANG_LAIN, Cause.BUKAN_PESERTA),
        *(Cause.PEMENANG_TIDAK_PASTI, Cause.HARGA_LAIN, Cause.DASAR_LAIN),
    }
)
UNPAIRED = frozenset(
    {Cause.TANPA_PENGUMUMAN, Cause.PENGUMUMAN_GANDA, Cause.TANPA_PAKET, Cause.PAKET_GANDA}
)


@frozen
class Facts:
    """What of an evaluation is compared. The price of the winner is one that was opened.

    Attributes:
        state: how far the evaluation has come.
        result: what it comes to, if it does.
        winner: the id of the winner.
        participants: everybody, as the package names them.
        fell: by id, the stage at which each fell who did.
        ranks: by id, the place in the order of each who has one.
        price: the final total of the winner, with PPN.
        ground: on which it failed.
        needs: what it waits for, each once.
    """

    state: State
    result: Result | None = None
    winner: str | None = None
    participants: tuple[Known, ...] = ()
    fell: Mapping[str, str] = field(factory=dict)
    ranks: Mapping[str, int] = field(factory=dict)
    price: Decimal | None = None
    ground: str | None = None
    needs: tuple[str, ...] = ()


@frozen
class Compared:
    """The cause, and what goes with it, each under a key of its own."""

    cause: Cause
    told: Mapping[str, Any] = field(factory=dict)


def facts_of(evaluation: Evaluation) -> Facts:
    """What of an evaluation is compared."""
    people, failure = evaluation.given.participants, evaluation.failure
    won = evaluation.price(evaluation.winner) if evaluation.winner else None
    # Of several stages the first counts.
    fell = {
        name: str(stage.id)
        for stage in reversed(evaluation.stages)
        for name in stage.of(Verdict.GUGUR)
    }
    return Facts(
        evaluation.state,
        evaluation.result,
        evaluation.winner,
        tuple(Known(who.id, who.name, who.npwp) for who in people),
        fell,
        {place.participant: place.rank for place in evaluation.ranking},
        None if won is None else won.final_total,
        None if failure is None else failure.ground,
        tuple(dict.fromkeys(item.needs for item in evaluation.awaiting)),
    )


def compared(facts: Facts, published: Sequence[PublishedRow]) -> Compared:
    """The one cause of a tender whose code these rows of the table have."""
    if not published:
        return Compared(Cause.TANPA_PENGUMUMAN)
    if len(published) > 1:
        return Compared(Cause.PENGUMUMAN_GANDA, {"count": len(published)})
    (row,) = published
    if facts.state is State.MENUNGGU:
        return Compared(Cause.MENUNGGU, {"needs": list(facts.needs)})
    if facts.result is not row.result:
        ours = None if facts.result is None else str(facts.result)
        theirs = None if row.result is None else str(row.result)
        return Compared(Cause.HASIL_LAIN, {"published": theirs, "computed": ours})
    found = None
    if facts.result is Result.PEMENANG:
        found = _winner(facts, row) or _price(facts, row)
    elif row.ground is not None and row.ground != facts.ground:
        grounds = {"published": row.ground, "computed": facts.ground}
        found = Compared(Cause.DASAR_LAIN, grounds)
    return found or Compared(Cause.SAMA)


def _winner(facts: Facts, row: PublishedRow) -> Compared | None:
    """What is otherwise with who won; `None` where nothing is."""
    ours = {"computed": facts.winner}
    found = _named(row, facts)
    if found is Doubt.NONE:
        return Compared(Cause.BUKAN_PESERTA, ours)
    if isinstance(found, Doubt):
        return Compared(Cause.PEMENANG_TIDAK_PASTI, {"doubt": str(found), **ours})
    if found == facts.winner:
        return None
    told = {"published": found, **ours, "stage": facts.fell.get(found)}
    return Compared(Cause.PEMENANG_LAIN, {**told, "rank": facts.ranks.get(found)})


def _named(row: PublishedRow, facts: Facts) -> str | Doubt:
    """Who was published as the winner: by id where a summary of ours says it so."""
    if row.winner_id:
        known = {who.id for who in facts.participants}
        return row.winner_id if row.winner_id in known else Doubt.NONE
    return match(Known("", row.winner, row.winner_npwp or None), facts.participants)


def _price(facts: Facts, row: PublishedRow) -> Compared | None:
    """What is otherwise with the price of who won; a price is published to the sen."""
    ours, theirs = facts.price, row.price
    if theirs is None:
        return None
    if ours is None:  # one that was not opened is no price that another differs from
        return Compared(Cause.MENUNGGU, {"needs": list(facts.needs)})
    if theirs in (ours, to_sen(ours)):
        return None
    with exact():
        sides = {"published": theirs, "computed": ours, "difference": theirs - ours}
    return Compared(Cause.HARGA_LAIN, {name: plain(side) for name, side in sides.items()})
