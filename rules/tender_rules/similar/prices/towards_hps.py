"""The ratio of each bid to the estimate, told once. No unit price of the estimate is."""

from collections.abc import Iterator

from tender_engine.declared import Words
from tender_engine.similarity import Similarity, Strength
from tender_rules.similar.prices.kinds import Kind, Looking
from tender_rules.similar.prices.overlap import shortest

__all__ = ["KINDS"]


def _own_ratios(kind: Kind, looking: Looking) -> Iterator[Similarity]:
    """Each bid that has one, with how many of its lines are by it; without rarity."""
    for bid, ratio in zip(looking.table.bids, looking.own, strict=True):
        if ratio is not None:
            yield Similarity(
                kind=kind.id,
                strength=kind.strength,
                participants=(bid.name,),
                count=ratio.lines.bit_count(),
                compared=bid.priced.bit_count(),
                rule=kind.rule,
                facts={"rasio": shortest(ratio.low, ratio.high)},
            )


KINDS = (
    Kind(
        "rasio_hps",
        Words("rasio terhadap harga satuan HPS", "ratio to the unit prices of the HPS"),
        Strength.LEMAH,
        _own_ratios,
    ),
)
