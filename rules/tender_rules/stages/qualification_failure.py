"""Prakualifikasi gagal: the grounds of Pasal 51 ayat (1), causes that people find, what follows.

What follows a cause is Tabel 2 of Peraturan LKPP 12/2021 Lampiran I angka 4.1.1 huruf j.
"""

from tender_engine.declared import Ground, Words
from tender_engine.evaluation import Failure
from tender_engine.terms import Decider, Phase, Subject
from tender_engine.workflow import Case
from tender_rules.citations import lkpp, perpres
from tender_rules.stages.counting import handed_in
from tender_rules.stages.failure import effective_of
from tender_rules.stages.rounds import is_repeat

__all__ = [
    "GROUNDS",
    "WRONG_QUALIFICATION_DOCUMENT",
    "computed_qualification_failure",
    "declared_qualification_failure",
]

_PERPRES = "perpres-16-2018:51(1)"
_LKPP = "lkpp-12-2021:4.1.1.j:"
WRONG_QUALIFICATION_DOCUMENT = f"{_LKPP}kesalahan_dokumen"
_TABLE = lkpp("Lampiran I angka 4.1.1 huruf j, Tabel 2")
_AGAIN, _NEW_DOCUMENTS = "prakualifikasi_ulang", "penyampaian_kualifikasi_ulang"


def _computed(letter: str, words: Words, again: Words | None = None) -> Ground:
    articles = (f"Pasal 51 ayat (1) huruf {letter}", "Pasal 51 ayat (3)", "Pasal 51 ayat (5)")
    cites, of, by = tuple(map(perpres, articles)), Subject.KUALIFIKASI, Decider.POKJA
    name = f"{_PERPRES}{letter}"
    letters = (letter,)
    return Ground(name, words, of, by, _AGAIN, cites, computed=True, again=again, letters=letters)


def _found(cause: str, words: Words, follow_up: str = _AGAIN) -> Ground:
    of, by = Subject.KUALIFIKASI, Decider.POKJA
    return Ground(f"{_LKPP}{cause}", words, of, by, follow_up, (_TABLE,), objected=True)


GROUNDS = (
    _computed(
        "a",
        Words(
            "setelah pemberian waktu perpanjangan, tidak ada peserta yang menyampaikan dokumen "
            "kualifikasi",
            "no participant handed in a qualification after the extension",
        ),
    ),
    _computed(
        "b",
        Words(
            "jumlah peserta yang lulus prakualifikasi kurang dari 3 (tiga) peserta",
            "fewer than three participants pass the prakualifikasi",
        ),
        again=Words(
            "tidak ada peserta yang lulus prakualifikasi ulang",
            "nobody passed the prakualifikasi ulang",
        ),
    ),
    _found(
        "kesalahan_evaluasi",
        Words(
            "evaluasi kualifikasi tidak sesuai dengan Dokumen Kualifikasi atau terdapat kesalahan "
            "evaluasi",
            "the evaluation of qualifications departs from its document, or has an error",
        ),
        "evaluasi_kualifikasi_ulang",
    ),
    _found(
        "gangguan_spse", Words("terjadi gangguan pada SPSE", "SPSE was disturbed"), _NEW_DOCUMENTS
    ),
    _found(
        "kesalahan_dokumen",
        Words(
            "ditemukan kesalahan dalam Dokumen Kualifikasi yang disusun Pokja Pemilihan",
            "the Pokja's qualification document is wrong",
        ),
        _NEW_DOCUMENTS,
    ),
    _found(
        "persekongkolan",
        Words("terdapat indikasi persekongkolan", "there are signs of collusion (persekongkolan)"),
    ),
    _found(
        "diskriminatif",
        Words("terdapat persyaratan yang diskriminatif", "a requirement discriminates"),
    ),
    _found(
        "kecurangan_pengumuman",
        Words("terdapat kecurangan dalam pengumuman", "the announcement was dishonest"),
    ),
)


def _failure(case: Case, name: str) -> Failure:
    ground = case.grounds[name]
    follow_up, cited = ground.follow_up, [*ground.citations]
    if ground.computed and is_repeat(case):
        follow_up = case.ask.text("qualification.none_again")
        cited[-1] = lkpp("Lampiran I angka 4.1.1 huruf j")
    citations = case.law.cite_all(tuple(cited))
    return Failure(name, ground.declared_by, effective_of(case, ground), follow_up, citations)


def computed_qualification_failure(case: Case) -> Failure:
    """The failure that the count shows: nobody handed in, or too few passed."""
    some = handed_in(case.package, Phase.KUALIFIKASI)
    return _failure(case, f"{_PERPRES}{'b' if some else 'a'}")


def declared_qualification_failure(case: Case, ground: str) -> Failure:
    """The failure as an act declares it on a cause that only people find."""
    return _failure(case, ground)
