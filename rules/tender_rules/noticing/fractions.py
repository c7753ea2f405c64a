"""What rests on less than one sen: an order, the pool, the ceiling, the line of fairness.

Papers show money to the sen, so there the figures look equal; exactly they are not.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from heapq import nsmallest
from itertools import pairwise

from tender_engine.evaluation import Rank
from tender_engine.findings import Notice, Verdict, natural
from tender_engine.numbers import ZERO, below_a_sen
from tender_engine.terms import Method, StageId
from tender_engine.workflow import Case
from tender_rules.noticing.slips import corrected_totals
from tender_rules.procurement_kind import WEIGHED, WEIGHED_STAGES, is_seleksi
from tender_rules.stages.methods import compared_total, technical_score
from tender_rules.stages.ranking import rank

__all__ = ["resting_on_a_fraction"]

_CODE = "SELISIH_DI_BAWAH_SEN"
_SEN = Fraction(1, 100)
_LINES = {
    "price.ceiling_share": "batas tertinggi penawaran",
    "price.fairness_below_share": "batas evaluasi kewajaran harga",
}


def resting_on_a_fraction(case: Case) -> Iterator[Notice]:
    """Each place of the order and each line that less than one sen decides."""
    yield from _orders(case)
    yield from _pool(case)
    yield from _lines(case)


def _orders(case: Case) -> Iterator[Notice]:
    order = rank(case)
    parting = _by_weights if case.package.tender.method in WEIGHED else _by_amounts
    for before, after in parting(case, order):
        yield _of_order(case, after.participant, before.participant)


def _by_amounts(_: Case, order: Sequence[Rank]) -> Iterator[tuple[Rank, Rank]]:
    """Neighbours whose figures are amounts that differ by less than one sen; a score is none."""
    for before, after in pairwise(order):
        one, other = before.figure, after.figure
        if not (isinstance(one, Decimal) and isinstance(other, Decimal)):
            continue
        if one != other and below_a_sen(one - other):
            yield before, after


def _by_weights(case: Case, order: Sequence[Rank]) -> Iterator[tuple[Rank, Rank]]:
    """Neighbours whose order less than one sen of either price would turn round."""
    names = [place.participant for place in order]
    prices = {name: Fraction(compared_total(case, name) or ZERO) for name in names}
    # Whichever two bids are looked at, one of these is the lowest of the rest.
    lowest = dict(nsmallest(3, prices.items(), key=lambda pair: pair[1]))
    for before, after in pairwise(order):
        pair = before.participant, after.participant
        if before.figure != after.figure and _rests(case, pair, prices, lowest):
            yield before, after


def _of_order(case: Case, name: str, other: str) -> Notice:
    named = case.participants[other].name
    words = f"Urutan terhadap {named} bertumpu pada selisih kurang dari satu sen."
    return Notice(_CODE, words, name, audience="publik")


def _rests(
    case: Case, pair: tuple[str, str], prices: dict[str, Fraction], lowest: dict[str, Fraction]
) -> bool:
    """Whether less than one sen of either price would turn the order of a pair round."""
    first, second = pair
    known = lowest | {name: prices[name] for name in pair}
    dearer = known | {first: prices[first] + _SEN}
    cheaper = known | {second: prices[second] - _SEN}
    return any(
        _combined(case, first, changed) < _combined(case, second, changed)
        for changed in (dearer, cheaper)
    )


def _combined(case: Case, name: str, prices: dict[str, Fraction]) -> Fraction:
    """The final score of `name` at these prices, of which one is the lowest of all."""
    own, lowest = prices[name], min(prices.values())
    score = lowest / own if own > 0 else Fraction(1)
    technical, price = (
        case.package.tender.asks(stage).weight or Fraction(0) for stage in WEIGHED_STAGES
    )
    return technical * (technical_score(case, name) or Fraction(0)) / 100 + price * score


def _pool(case: Case) -> Iterator[Notice]:
    """Who is in the pool of the lowest, and who is not."""
    if case.package.tender.asks(StageId.PENAWARAN_DIEVALUASI).lowest is None:
        return
    decided = case.verdicts.get(StageId.PENAWARAN_DIEVALUASI, {})
    out = Verdict.TIDAK_DIEVALUASI
    inside = {name for name, found in decided.items() if found.verdict is not out}
    if not inside:
        return
    totals = corrected_totals(case)
    ordered = sorted(totals, key=lambda name: (totals[name], natural(name)))
    for before, after in pairwise(ordered):
        parted = before in inside and after not in inside
        if parted and below_a_sen(totals[before] - totals[after]):
            yield _of_order(case, after, before)


def _lines(case: Case) -> Iterator[Notice]:
    """The lines that the law draws at a share of the HPS, and the pagu where it is one."""
    tender = case.package.tender
    limits: dict[str, Decimal] = {}
    if tender.method is Method.PAGU_ANGGARAN:
        limits["batas Pagu Anggaran"] = tender.pagu
    if not is_seleksi(tender):
        limits |= {
            title: tender.hps.total * case.law.value(param).number
            for param, title in _LINES.items()
        }
    for name, total in corrected_totals(case).items():
        for title, limit in limits.items():
            if below_a_sen(total - limit) and total != limit:
                words = f"Letaknya terhadap {title} bertumpu pada selisih kurang dari satu sen."
                yield Notice(_CODE, words, name)
