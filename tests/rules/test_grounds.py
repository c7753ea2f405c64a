"""Every ground of failure in its table, typed from the texts: who declares it, and what follows.

Perpres 16/2018 Pasal 51; Peraturan LKPP 12/2021 Lampiran I angka 4.2.14 and 4.1.1 Tabel 2.
"""

from itertools import product

import pytest
from attrs import evolve

from tender_engine.events import FailureAct
from tender_engine.terms import Decider, Subject
from tender_rules import national
from tests.builders import TEKNIS, at, bidder, codes, evaluated, failed, package, refusal
from tests.procurements import KUALITAS, applicants, contest, invited, screened

BIDS, LIST = Subject.PEMILIHAN, Subject.KUALIFIKASI
P, LKPP, TABLE = "perpres-16-2018:51(2)", "lkpp-12-2021:4.2.14.a.", "lkpp-12-2021:4.1.1.j:"
AGAIN, DIRECT = "tender_ulang", "penunjukan_langsung"
SOON, LATER = "segera", "setelah_masa_sanggah"
TENDER, SELEKSI = "tender", "seleksi"
# Ground: of what, of which procurement, who declares it, found by people or shown by figures, from
# when it holds, what follows a first and what follows a repeated procurement.
TYPED = {
    f"{P}a": (BIDS, {TENDER, SELEKSI}, "pokja", "found", SOON,
              "evaluasi_penawaran_ulang", "evaluasi_penawaran_ulang"),
    f"{P}b": (BIDS, {TENDER, SELEKSI}, "pokja", "shown", SOON, AGAIN, DIRECT),
    f"{P}c": (BIDS, {TENDER, SELEKSI}, "pokja", "shown", LATER, AGAIN, DIRECT),
    f"{P}d": (BIDS, {TENDER, SELEKSI}, "pokja", "found", SOON,
              "penyampaian_penawaran_ulang", "penyampaian_penawaran_ulang"),
    f"{P}e": (BIDS, {TENDER, SELEKSI}, "pokja", "found", SOON, AGAIN, DIRECT),
    f"{P}f": (BIDS, {TENDER, SELEKSI}, "pokja", "found", SOON, AGAIN, DIRECT),
    f"{P}g": (BIDS, {TENDER}, "pokja", "shown", SOON, AGAIN, DIRECT),
    f"{P}h": (BIDS, {SELEKSI}, "pokja", "shown", SOON,
              "penyampaian_penawaran_ulang", "penyampaian_penawaran_ulang"),
    f"{P}i": (BIDS, {TENDER, SELEKSI}, "pa", "found", SOON, AGAIN, DIRECT),
    f"{LKPP}c": (BIDS, {SELEKSI}, "pokja", "shown", SOON, AGAIN, DIRECT),
    f"{LKPP}i": (BIDS, {TENDER, SELEKSI}, "pokja", "found", SOON, "menurut_penyebab",
                 "menurut_penyebab"),
    f"{LKPP}k": (BIDS, {TENDER, SELEKSI}, "pa", "found", SOON, "menurut_penyebab",
                 "menurut_penyebab"),
    f"{LKPP}l": (BIDS, {TENDER, SELEKSI}, "pa", "found", SOON, "menurut_penyebab",
                 "menurut_penyebab"),
    "perpres-16-2018:51(1)a": (LIST, {TENDER, SELEKSI}, "pokja", "shown", SOON,
                               "prakualifikasi_ulang", None),
    "perpres-16-2018:51(1)b": (LIST, {TENDER, SELEKSI}, "pokja", "shown", SOON,
                               "prakualifikasi_ulang", None),
    **{f"{TABLE}{cause}": (LIST, {TENDER, SELEKSI}, "pokja", "found", SOON, follow_up, follow_up)
       for cause, follow_up in {
           "kesalahan_evaluasi": "evaluasi_kualifikasi_ulang",
           "gangguan_spse": "penyampaian_kualifikasi_ulang",
           "kesalahan_dokumen": "penyampaian_kualifikasi_ulang",
           "persekongkolan": "prakualifikasi_ulang",
           "diskriminatif": "prakualifikasi_ulang",
           "kecurangan_pengumuman": "prakualifikasi_ulang",
       }.items()},
}  # fmt: skip
THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))


def plain(events, round_):
    return package(*THREE, events=events, round=round_)


def after_a_list(events, round_):
    firms = applicants(3, bid=True)
    return invited(*firms, events=events, round=round_)


def consulted(events, round_):
    bids = (("p1", "90", "1000000000"), ("p2", "80", "1000000000"))
    return contest(KUALITAS, *bids, events=events, round=round_)


def before_a_list(events, round_):
    return screened(*applicants(3), events=events, qualification_round=round_)


PROCEDURES = {
    "pascakualifikasi": (plain, BIDS, TENDER, False),
    "prakualifikasi": (after_a_list, BIDS, TENDER, True),
    "seleksi": (consulted, BIDS, SELEKSI, False),
    "daftar": (before_a_list, LIST, TENDER, True),
}


def test_every_ground_is_in_the_table():
    """None that the rulebook holds is missing, and none is there of its own."""
    assert TYPED.keys() == national().grounds.keys()


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_ground_of_another_result_or_procurement_is_refused(procedure):
    """And every other is one that an act may name."""
    make, of, kind, _ = PROCEDURES[procedure]
    for ground, (fails, kinds, *_) in TYPED.items():
        act = FailureAct(at(28), of, Decider.POKJA, ground)
        fits = fails is of and kind in kinds
        given = make([act], 1)
        if fits:
            assert evaluated(given)
        else:
            assert "ATR009" in {code for code, _ in refusal(given)}, ground


@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("round_", [1, 2])
def test_who_declares_it_and_what_follows(procedure, round_):
    """A ground that people find stands if who may declares it; else the computation stays."""
    make, of, kind, _ = PROCEDURES[procedure]
    bare = evaluated(make([], round_))
    for ground, by in product(TYPED, Decider):
        fails, kinds, declares, how, since, first, again = TYPED[ground]
        if fails is not of or kind not in kinds:
            continue
        found = evaluated(make([FailureAct(at(28), of, by, ground)], round_))
        if how == "found" and by == declares:
            failure = found.failure
            assert (found.state, found.result) == ("ditetapkan", "gagal"), ground
            assert (failure.ground, failure.declared_by) == (ground, declares)
            assert failure.effective == since
            expected = again if round_ > 1 else first
            assert failure.follow_up == found.next == expected, ground
        else:
            assert (found.state, found.result) == (bare.state, bare.result), ground
            assert "TINDAKAN_BERBEDA" in codes(found)


@pytest.mark.parametrize(
    ("given", "ground"),
    [
        (package(*THREE, assessments=failed(TEKNIS, "p1", "p2", "p3")), "c"),
        (package(bidder("p1", "1221000000.01"), bidder("p2", "1300000000")), "g"),
    ],
    ids=["c", "g"],
)
@pytest.mark.parametrize("by", Decider)
def test_a_ground_that_figures_show_is_declared_by_the_pokja_alone(given, ground, by):
    """Nobody passes, or all are above the HPS."""
    act = FailureAct(at(28), BIDS, by, f"{P}{ground}")
    found = evaluated(evolve(given, events=(act,)))
    _, _, declares, _, since, first, _ = TYPED[act.ground]

    assert (found.failure.ground, found.failure.declared_by) == (act.ground, declares)
    assert (found.failure.effective, found.next) == (since, first)
    assert found.state == ("ditetapkan" if by == declares else "dihitung")
