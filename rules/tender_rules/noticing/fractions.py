"""What rests on less than one sen: an order, the pool, the ceiling, the line of fairness.

Papers show money to the sen, so there the figures look equal; exactly they are not.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tender.evaluation import Rank
from tender.findings import Notice, Verdict, natural
from tender.numbers import ZERO, below_a_sen, exact
from tender.terms import Method, StageId
from tender.workflow import Case
from tender_rules.kinds import WEIGHED, WEIGHED_STAGES, is_seleksi
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
    with exact():
        yield from _orders(case)
        yield from _pool(case)
        yield from _lines(case)


def _orders(case: Case) -> Iterator[Notice]:
    for before, after in pairwise(rank(case)):
        if before.figure != after.figure and _rests(case, before, after):
            yield _of_order(case, after.participant, before.participant)


def _of_order(case: Case, name: str, other: str) -> Notice:
    named = case.participants[other].name
    words = f"Urutan terhadap {named} bertumpu pada selisih kurang dari satu sen."
    return Notice(_CODE, words, name, audience="publik")


def _rests(case: Case, before: Rank, after: Rank) -> bool:
    """Whether less than one sen of either price would turn the order of two round."""
    if isinstance(before.figure, Decimal) and isinstance(after.figure, Decimal):
        return below_a_sen(before.figure - after.figure)
    if case.package.tender.method not in WEIGHED:
        return False
    names = before.participant, after.participant
    dearer, cheaper = {names[0]: _SEN}, {names[1]: -_SEN}
    return any(
        _combined(case, names[0], change) < _combined(case, names[1], change)
        for change in (dearer, cheaper)
    )


def _combined(case: Case, name: str, change: dict[str, Fraction]) -> Fraction:
    """The final score of `name`, were prices of the ranked other by `change`."""
    prices = {
        place.participant: Fraction(compared_total(case, place.participant) or ZERO)
        + change.get(place.participant, Fraction(0))
        for place in rank(case)
    }
    own, lowest = prices[name], min(prices.values())
    score = lowest / own if own > 0 else Fraction(1)
    technical, price = (
        case.package.tender.asks(stage).weight or Fraction(0) for stage in WEIGHED_STAGES
    )
    return technical * (technical_score(case, name) or Fraction(0)) / 100 + price * score


def _pool(case: Case) -> Iterator[Notice]:
    """Who is in the pool of the lowest, and who is not."""
    decided = case.verdicts.get(StageId.PENAWARAN_DIEVALUASI, {})
    out = Verdict.TIDAK_DIEVALUASI
    inside = [name for name, found in decided.items() if found.verdict is not out]
    if case.package.tender.asks(StageId.PENAWARAN_DIEVALUASI).lowest is None or not inside:
        return
    totals = _totals(case)
    ordered = sorted(totals, key=lambda name: (totals[name], natural(name)))
    for before, after in pairwise(ordered):
        parted = before in inside and after not in inside
        if parted and below_a_sen(totals[before] - totals[after]):
            yield _of_order(case, after, before)


def _lines(case: Case) -> Iterator[Notice]:
    """The lines that the law draws at a share of the HPS, and the pagu where it is one."""
    tender, totals = case.package.tender, _totals(case)
    limits: dict[str, Decimal] = {}
    if tender.method is Method.PAGU_ANGGARAN:
        limits["batas Pagu Anggaran"] = tender.pagu
    if not is_seleksi(tender):
        limits |= {
            title: tender.hps.total * Decimal(case.law.value(param).value)
            for param, title in _LINES.items()
        }
    for name in sorted(totals, key=natural):
        for title, limit in limits.items():
            if totals[name] != limit and below_a_sen(totals[name] - limit):
                words = f"Letaknya terhadap {title} bertumpu pada selisih kurang dari satu sen."
                yield Notice(_CODE, words, name)


def _totals(case: Case) -> dict[str, Decimal]:
    """The corrected totals of the opened bids."""
    known = {name: price.corrected_total for name, price in case.prices.items()}
    return {name: total for name, total in known.items() if total is not None}
