"""Tender gagal: the computed grounds of Pasal 51 ayat (2), who declares them and what follows."""

from collections.abc import Mapping

from attrs import frozen

from tender.evaluation import Failure
from tender.events import FailureAct
from tender.findings import Citation
from tender.terms import Decider, StageId
from tender.workflow import Case
from tender_rules.citations import lkpp, perpres
from tender_rules.stages.price import all_above_ceiling

__all__ = ["GROUNDS", "OF_A_TENDER", "computed_failure", "declared_failure", "found_by_people"]

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


GROUNDS: Mapping[str, Ground] = {
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
} | {
    f"{_LKPP}{letter}": _lkpp_ground(letter, by)
    for letter, by in (("i", Decider.POKJA), ("k", Decider.PA), ("l", Decider.PA))
}

# Letter h is about the negotiation of a Seleksi.
OF_A_TENDER = tuple(name for name in GROUNDS if name != f"{_PERPRES}h")

_COMPUTED = frozenset(f"{_PERPRES}{letter}" for letter in "bcg")


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
    citations = tuple(case.law.cite(citation) for citation in cited)
    return Failure(name, ground.declared_by, effective, follow_up, citations)


def _is_repeat(case: Case) -> bool:
    """Whether this is a tender ulang, whose failure leads to penunjukan langsung."""
    first = case.ask(lambda ask: ask.decimal("failure.follow_up_round"))
    return case.package.tender.round >= first


def computed_failure(case: Case) -> Failure:
    """The failure that the figures show once nobody is left: no bid, all above HPS, none passes."""
    if not case.verdicts[StageId.PEMBUKAAN]:
        return _failure(case, f"{_PERPRES}b")
    return _failure(case, f"{_PERPRES}{'g' if all_above_ceiling(case) else 'c'}")


def declared_failure(case: Case, act: FailureAct) -> Failure:
    """The failure as an act declares it on a ground that only people find."""
    return _failure(case, act.ground)
