"""Prakualifikasi gagal: the grounds of Pasal 51 ayat (1), causes that people find, what follows.

What follows a cause is Tabel 2 of Peraturan LKPP 12/2021 Lampiran I angka 4.1.1 huruf j.
"""

from collections.abc import Mapping

from tender.evaluation import Failure
from tender.events import FailureAct
from tender.findings import Citation
from tender.terms import Decider, Phase
from tender.workflow import Case
from tender_rules.citations import lkpp, perpres
from tender_rules.stages.counting import handed_in
from tender_rules.stages.failure import Ground
from tender_rules.stages.rounds import is_repeat

__all__ = [
    "CAUSES",
    "computed_qualification_failure",
    "declared_qualification_failure",
    "found_by_people",
]

_PERPRES = "perpres-16-2018:51(1)"
_LKPP = "lkpp-12-2021:4.1.1.j:"
_TABLE = lkpp("Lampiran I angka 4.1.1 huruf j, Tabel 2")
_AGAIN = "prakualifikasi_ulang"


def _article(letter: str) -> tuple[Citation, ...]:
    articles = (f"Pasal 51 ayat (1) huruf {letter}", "Pasal 51 ayat (3)", "Pasal 51 ayat (5)")
    return tuple(map(perpres, articles))


_COMPUTED: Mapping[str, Ground] = {
    f"{_PERPRES}{letter}": Ground(Decider.POKJA, _AGAIN, _article(letter)) for letter in "ab"
}
_FOUND: Mapping[str, Ground] = {
    f"{_LKPP}{cause}": Ground(Decider.POKJA, follow_up, (_TABLE,))
    for cause, follow_up in (
        ("kesalahan_evaluasi", "evaluasi_kualifikasi_ulang"),
        ("gangguan_spse", "penyampaian_kualifikasi_ulang"),
        ("kesalahan_dokumen", "penyampaian_kualifikasi_ulang"),
        ("persekongkolan", _AGAIN),
        ("diskriminatif", _AGAIN),
        ("kecurangan_pengumuman", _AGAIN),
    )
}
CAUSES: Mapping[str, Ground] = {**_COMPUTED, **_FOUND}


def found_by_people(act: FailureAct) -> bool:
    """Whether an act declares, by whom the law says, a cause that no figure shows."""
    return act.ground in _FOUND and act.by == CAUSES[act.ground].declared_by


def _failure(case: Case, name: str) -> Failure:
    ground = CAUSES[name]
    follow_up, cited = ground.follow_up, [*ground.citations]
    if name in _COMPUTED and is_repeat(case):
        follow_up = case.ask(lambda ask: ask.text("qualification.none_again"))
        cited[-1] = lkpp("Lampiran I angka 4.1.1 huruf j")
    citations = case.law.cite_all(tuple(cited))
    return Failure(name, ground.declared_by, "segera", follow_up, citations)


def computed_qualification_failure(case: Case) -> Failure:
    """The failure that the count shows: nobody handed in, or too few passed."""
    some = handed_in(case.package, Phase.KUALIFIKASI)
    return _failure(case, f"{_PERPRES}{'b' if some else 'a'}")


def declared_qualification_failure(case: Case, ground: str) -> Failure:
    """The failure as an act declares it on a cause that only people find."""
    return _failure(case, ground)
