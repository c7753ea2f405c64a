"""The methods of evaluation: by which figure bids are ordered, and which provision says so.

Each figure is exact. Price scores compare with the lowest price among the bids that passed the
evaluation of prices. Where a preference is given, the HEA counts as the price.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from tender_engine.terms import Method, StageId
from tender_engine.workflow import Case, once
from tender_rules.procurement_kind import WEIGHED_STAGES
from tender_rules.stages.auction import auction_of
from tender_rules.stages.preference import applies
from tender_rules.stages.scoring import total_score

__all__ = [
    "BY_HEA",
    "Ordering",
    "combined_score",
    "compared_total",
    "ordering",
    "price_score",
    "technical_score",
]

Figure = Callable[[Case, str], Decimal | Fraction | None]
_WHOLE = 100
BY_HEA = "hea"


@frozen
class Ordering:
    """How a method orders bids: the figure and what it is called, and which end comes first.

    With `in_turn` prices are opened one bidder at a time, in the order of the scores; `scored` says
    that there are technical scores, `relative` that the figure of a bid rests on those of others.
    """

    by: str
    figure: Figure
    highest: bool = False
    scored: bool = False
    in_turn: bool = False
    relative: bool = False

    @property
    def after(self) -> StageId:
        """The stage after which the order is known."""
        return StageId.EVALUASI_TEKNIS if self.in_turn else StageId.EVALUASI_HARGA


@once
def ordering(case: Case) -> Ordering:
    """The ordering under the method of the tender: by the lowest price, by what that is called."""
    made = _ORDERINGS[case.package.tender.method]
    if made.figure is not compared_total:
        return made
    if applies(case.package.tender, case.ask):
        return evolve(made, by=BY_HEA)
    return evolve(made, by="harga_reverse_auction") if auction_of(case) else made


def compared_total(case: Case, name: str) -> Decimal | None:
    """The price of `name` as bids are compared, in rupiah with PPN."""
    price = case.prices.get(name)
    return None if price is None else price.compared


def technical_score(case: Case, name: str) -> Fraction | None:
    """The technical score of `name`, 0 to 100."""
    return total_score(case, StageId.EVALUASI_TEKNIS, name)


def life_cycle_cost(case: Case, name: str) -> Decimal | None:
    """Price plus operation plus maintenance minus what remains (Pasal 39 ayat (3)), in rupiah.

    Undiscounted: no text that was read discounts.
    """
    total, sealed = compared_total(case, name), case.price(name)
    life = sealed.life_cycle if sealed else None
    if total is None or life is None:
        return None
    case.ask.text("umur_ekonomis.discounting")
    return sum((*life.operating, *life.maintenance), total) - life.residual


def price_score(case: Case, name: str) -> Fraction | None:
    """100 times the lowest price divided by that of `name`; the lowest scores 100."""
    own = compared_total(case, name)
    lowest = case.until_decided("lowest", lambda: _lowest(case))
    if own is None or lowest is None:
        return None
    # The lowest scores a hundred even where blank prices made it zero.
    return _WHOLE * (Fraction(lowest) / Fraction(own) if own != lowest else Fraction(1))


def _lowest(case: Case) -> Decimal | None:
    """The lowest price among those that passed; what a bid that fell there says does not count."""
    passed = [compared_total(case, name) for name in case.passed(StageId.EVALUASI_HARGA)]
    lowest = min((total for total in passed if total is not None), default=None)
    entered = [compared_total(case, name) for name in case.verdicts[StageId.EVALUASI_HARGA]]
    if lowest is not None and any(total is not None and total < lowest for total in entered):
        case.ask.text("scores.lowest_among")
    return lowest


def combined_score(case: Case, name: str) -> Fraction | None:
    """The technical and the price score under their weights, 0 to 100."""
    technical, price = technical_score(case, name), price_score(case, name)
    if technical is None or price is None:
        return None
    asks = case.package.tender.asks
    on_technical, on_price = (asks(stage).weight or Fraction(0) for stage in WEIGHED_STAGES)
    return (on_technical * technical + on_price * price) / _WHOLE


_BY_PRICE = Ordering("harga_terkoreksi", compared_total)
_BY_PRICE_OVER_THRESHOLD = Ordering("harga_terkoreksi", compared_total, scored=True)
_BY_BOTH = Ordering("nilai_akhir", combined_score, highest=True, scored=True, relative=True)

_ORDERINGS: Mapping[Method, Ordering] = {
    Method.HARGA_TERENDAH_SISTEM_GUGUR: _BY_PRICE,
    Method.HARGA_TERENDAH_AMBANG_BATAS: _BY_PRICE_OVER_THRESHOLD,
    Method.SISTEM_NILAI: _BY_BOTH,
    Method.UMUR_EKONOMIS: Ordering("biaya_umur_ekonomis", life_cycle_cost),
    Method.KUALITAS_BIAYA: _BY_BOTH,
    Method.KUALITAS: Ordering(
        "nilai_teknis", technical_score, highest=True, scored=True, in_turn=True
    ),
    Method.PAGU_ANGGARAN: Ordering("nilai_teknis", technical_score, highest=True, scored=True),
    Method.BIAYA_TERENDAH: _BY_PRICE_OVER_THRESHOLD,
}
