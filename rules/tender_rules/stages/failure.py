"""Tender/Seleksi gagal: the grounds of Pasal 51 ayat (2), who declares them and what follows."""

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from tender.evaluation import Failure
from tender.events import FailureAct
from tender.findings import Citation, Notice
from tender.model import Tender
from tender.terms import Decider, Method, StageId
from tender.workflow import Case
from tender_rules.citations import LKPP, lkpp, perpres
from tender_rules.kinds import is_seleksi

__all__ = [
    "GROUNDS",
    "NO_AGREEMENT",
    "Ground",
    "computed_failure",
    "declared_failure",
    "found_by_people",
    "grounds_for",
]

_PERPRES = "perpres-16-2018:51(2)"
_LKPP = "lkpp-12-2021:4.2.14.a."


@frozen
class Ground:
    """A ground of failure: who may declare it, what follows, and the texts for all three."""

    declared_by: Decider
    follow_up: str
    citations: tuple[Citation, ...]


def _ground(letter: str, follow_up: str, follows: str, by: Decider) -> Ground:
    declares = "Pasal 51 ayat (3)" if by is Decider.POKJA else "Pasal 51 ayat (4)"
    articles = (f"Pasal 51 ayat (2) huruf {letter}", declares, follows)
    return Ground(by, follow_up, tuple(map(perpres, articles)))


def _lkpp_ground(letter: str, by: Decider) -> Ground:
    """What follows these was not read; it depends on the cause."""
    cited = lkpp(f"Lampiran I angka 4.2.14 huruf a.{letter}")
    return Ground(by, "menurut_penyebab", (cited,))


NO_AGREEMENT = f"{_PERPRES}h"
_ALL_OVER_BUDGET = f"{_LKPP}c"
_UNKNOWN_PRICE = "DASAR_GAGAL_TIDAK_PASTI"
GROUNDS: Mapping[str, Ground] = (
    {
        f"{_PERPRES}{letter}": _ground(letter, follow_up, follows, by)
        for letter, follow_up, follows, by in (
            ("a", "evaluasi_penawaran_ulang", "Pasal 51 ayat (7)", Decider.POKJA),
            ("b", "tender_ulang", "Pasal 51 ayat (9)", Decider.POKJA),
            ("c", "tender_ulang", "Pasal 51 ayat (9)", Decider.POKJA),
            ("d", "penyampaian_penawaran_ulang", "Pasal 51 ayat (8)", Decider.POKJA),
            ("e", "tender_ulang", "Pasal 51 ayat (9)", Decider.POKJA),
            ("f", "tender_ulang", "Pasal 51 ayat (9)", Decider.POKJA),
            ("g", "tender_ulang", "Pasal 51 ayat (9)", Decider.POKJA),
            ("h", "penyampaian_penawaran_ulang", "Pasal 51 ayat (8)", Decider.POKJA),
            ("i", "tender_ulang", "Pasal 51 ayat (9)", Decider.PA),
        )
    }
    | {
        _ALL_OVER_BUDGET: Ground(
            Decider.POKJA,
            "tender_ulang",
            (
                lkpp("Lampiran I angka 4.2.14 huruf a.c"),
                perpres("Pasal 51 ayat (2) huruf c"),
                perpres("Pasal 51 ayat (9)"),
            ),
        )
    }
    | {
        f"{_LKPP}{letter}": _lkpp_ground(letter, by)
        for letter, by in (("i", Decider.POKJA), ("k", Decider.PA), ("l", Decider.PA))
    }
)
_COMPUTED = frozenset([*(f"{_PERPRES}{letter}" for letter in "bcg"), _ALL_OVER_BUDGET])
# Only a Tender fails on letter g; only a Seleksi on letter h and on its budget.
_NOT_FOR_TENDER = (NO_AGREEMENT, _ALL_OVER_BUDGET)
_NOT_FOR_SELEKSI = (f"{_PERPRES}g",)


def grounds_for(tender: Tender) -> tuple[str, ...]:
    """The grounds on which a tender of this kind can fail."""
    others = _NOT_FOR_SELEKSI if is_seleksi(tender) else _NOT_FOR_TENDER
    return tuple(name for name in GROUNDS if name not in others)


def found_by_people(act: FailureAct) -> bool:
    """Whether an act declares, by whom the law says, what no figures show: it is then the act's."""
    return act.ground not in _COMPUTED and act.by == GROUNDS[act.ground].declared_by


def _failure(case: Case, name: str) -> Failure:
    ground = GROUNDS[name]
    effective = "segera"
    if name == f"{_PERPRES}c":
        effective = case.ask(lambda ask: ask.text("failure.none_passes_effective"))
    follow_up, cited = ground.follow_up, [*ground.citations]
    if follow_up == "tender_ulang" and _is_repeat(case):
        follow_up = "penunjukan_langsung"
        cited.append(perpres("Pasal 51 ayat (10)"))
    citations = case.law.cite_all(tuple(cited))
    return Failure(name, ground.declared_by, effective, follow_up, citations)


def _is_repeat(case: Case) -> bool:
    """Whether this is a tender ulang, whose failure leads to penunjukan langsung."""
    first = case.ask(lambda ask: ask.decimal("failure.follow_up_round"))
    return case.package.tender.round >= first


def computed_failure(case: Case) -> Failure:
    """The failure that the figures show once nobody is left.

    No bid, talks that failed with all, all over the HPS or the budget, or none passes.
    """
    if not case.verdicts[StageId.PEMBUKAAN]:
        return _failure(case, f"{_PERPRES}b")
    if is_seleksi(case.package.tender) and case.verdicts.get(StageId.NEGOSIASI):
        case.ask(lambda ask: ask.text("negotiation.held_with"))
        return _failure(case, NO_AGREEMENT)
    if is_seleksi(case.package.tender):
        return _failure(case, _ALL_OVER_BUDGET if _budget_fails_all(case) else f"{_PERPRES}c")
    return _failure(case, f"{_PERPRES}{'g' if _ceiling_fails_all(case) else 'c'}")


def _ceiling_fails_all(case: Case) -> bool:
    """Whether every opened bid, those that fell earlier included, is above what the HPS allows."""
    apart = StageId.PEMBUKAAN_HARGA in case.verdicts
    stage = StageId.PEMBUKAAN_HARGA if apart else StageId.PEMBUKAAN
    share = case.ask(lambda ask: ask.decimal("price.ceiling_share"))
    return _all_above(case, stage, case.package.tender.hps.total * share, "nilai total HPS")


def _budget_fails_all(case: Case) -> bool:
    """Whether every opened cost is over the budget, which is a ground since the text of LKPP."""
    since = case.law.instruments.get(LKPP, case.law.day)
    if case.package.tender.method is not Method.PAGU_ANGGARAN or case.law.day < since:
        return False
    return _all_above(case, StageId.PEMBUKAAN_HARGA, case.package.tender.pagu, "Pagu Anggaran")


def _all_above(case: Case, opening: StageId, limit: Decimal, what: str) -> bool:
    """Whether every bid that `opening` opened is above `limit` once corrected.

    Where none is known to be within it but the price of some is not known, nobody can tell: that
    is said, and the failure stands on the ground that holds all the same.
    """
    opened = list(case.passed(opening))
    prices = [case.prices.get(name) for name in opened]
    totals = [price.corrected_total if price else None for price in prices]
    unknown = [name for name, total in zip(opened, totals, strict=True) if total is None]
    if not opened or any(total is not None and total <= limit for total in totals):
        return False
    if unknown:
        bidders = ", ".join(case.participants[name].name for name in unknown)
        words = f"Apakah seluruh penawaran di atas {what} tidak dapat dipastikan, karena harga"
        case.notice(Notice(_UNKNOWN_PRICE, f"{words} terkoreksi {bidders} tidak diketahui."))
    return not unknown


def declared_failure(case: Case, act: FailureAct) -> Failure:
    """The failure as an act declares it on a ground that only people find."""
    return _failure(case, act.ground)
