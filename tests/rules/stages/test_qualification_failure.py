"""A prakualifikasi that fails: by a cause that people find, or by the count."""

import datetime as dt

import pytest

from tender_engine.events import FailureAct
from tender_engine.terms import Decider, Envelope, StageId
from tender_rules.stages.qualification_failure import GROUNDS
from tests.builders import KUALIFIKASI, at, codes, evaluated, failed, priced, refusal
from tests.happenings import closing, extended
from tests.procurements import applicants, invited, screened

BIDDERS = applicants(3, bid=True, price=priced("1100000000"))
# Peraturan LKPP 12/2021 Lampiran I angka 4.1.1 huruf j, Tabel 2, cause by cause.
TABLE_2 = {
    "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi": "evaluasi_kualifikasi_ulang",
    "lkpp-12-2021:4.1.1.j:gangguan_spse": "penyampaian_kualifikasi_ulang",
    "lkpp-12-2021:4.1.1.j:kesalahan_dokumen": "penyampaian_kualifikasi_ulang",
    "lkpp-12-2021:4.1.1.j:persekongkolan": "prakualifikasi_ulang",
    "lkpp-12-2021:4.1.1.j:diskriminatif": "prakualifikasi_ulang",
    "lkpp-12-2021:4.1.1.j:kecurangan_pengumuman": "prakualifikasi_ulang",
}


def declares(ground, by="pokja", day=20):
    """A declaration that the prakualifikasi failed."""
    return FailureAct(at(day), "kualifikasi", Decider(by), ground)


@pytest.mark.parametrize(("ground", "follow_up"), TABLE_2.items())
@pytest.mark.parametrize("general", [(), (KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)])
def test_a_cause_that_people_find_is_the_acts(ground, follow_up, general):
    """Whatever the figures say or still lack: Tabel 2 says what follows."""
    given = screened(*applicants(3), general=general, events=[declares(ground)])
    evaluation = evaluated(given)

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
    assert evaluation.next == evaluation.failure.follow_up == follow_up
    assert "Tabel 2" in evaluation.failure.citations[0].article


def test_the_causes_are_those_of_the_texts():
    """Pasal 51 ayat (1) has two grounds, Tabel 2 six causes that no count shows."""
    assert {ground.id for ground in GROUNDS} == {
        "perpres-16-2018:51(1)a", "perpres-16-2018:51(1)b", *TABLE_2,
    }  # fmt: skip


@pytest.mark.parametrize("ground", TABLE_2)
def test_a_cause_declared_by_another_fails_nothing(ground):
    """Pasal 51 ayat (3): a prakualifikasi is declared failed by the Pokja."""
    evaluation = evaluated(screened(*applicants(3), events=[declares(ground, by="pa")]))

    assert (evaluation.state, evaluation.result) == ("dihitung", "daftar_peserta")
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


@pytest.mark.parametrize(
    ("ground", "by", "state"),
    [
        ("perpres-16-2018:51(1)b", "pokja", "ditetapkan"),
        ("perpres-16-2018:51(1)a", "pokja", "dihitung"),
        ("perpres-16-2018:51(1)b", "pa", "dihitung"),
    ],
)
def test_a_ground_that_the_count_shows_has_to_agree(ground, by, state):
    """Two of two passed in round 1: letter b, by the Pokja."""
    events = [extended(), closing(), declares(ground, by)]
    evaluation = evaluated(screened(*applicants(2), events=events))

    assert (evaluation.state, evaluation.result) == (state, "gagal")
    assert evaluation.failure.ground == "perpres-16-2018:51(1)b"
    assert ("TINDAKAN_BERBEDA" in codes(evaluation)) == (state == "dihitung")


def test_a_failure_declared_against_a_list_leaves_the_list():
    """Three pass, so letter b fails nothing."""
    evaluation = evaluated(
        screened(*applicants(3), events=[declares("perpres-16-2018:51(1)b")])
    )  # fmt: skip

    assert (evaluation.state, evaluation.result) == ("dihitung", "daftar_peserta")
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


def test_a_cause_found_after_the_bids_came_in_shuts_them():
    """The declaration is the later act: there is no list any more, and no bid is opened."""
    act = declares("lkpp-12-2021:4.1.1.j:persekongkolan", day=14)
    evaluation = evaluated(invited(*BIDDERS, events=[act], envelope=Envelope.SATU_FILE))

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
    assert evaluation.prices == ()


@pytest.mark.parametrize("ground", TABLE_2)
def test_a_declared_failure_leaves_no_list(ground):
    """All three passed, but what was found undoes the result: nobody is listed."""
    assert evaluated(screened(*applicants(3), events=[declares(ground)])).shortlist == ()


@pytest.mark.parametrize(("day", "known"), [((2021, 6, 1), False), ((2021, 6, 2), True)])
def test_a_cause_is_known_from_the_day_of_its_text(day, known):
    """Peraturan LKPP 12/2021 was not there before its day."""
    act = declares("lkpp-12-2021:4.1.1.j:kesalahan_evaluasi")
    given = screened(*applicants(3), events=[act], announced_on=dt.date(*day))

    if known:
        assert evaluated(given).failure.ground == act.ground
    else:
        assert [code for code, _ in refusal(given)] == ["ATR009"]


def test_a_repeat_that_fails_cites_where_its_follow_up_stands():
    """Pasal 51 ayat (5) has no case for nobody; Peraturan LKPP 12/2021 has."""
    nobody = failed(KUALIFIKASI, "p1", "p2", "p3")
    given = screened(*applicants(3), qualification_round=2, assessments=nobody)

    assert [(c.instrument, c.article) for c in evaluated(given).failure.citations] == [
        ("Perpres 16/2018", "Pasal 51 ayat (1) huruf b"),
        ("Perpres 16/2018", "Pasal 51 ayat (4)"),
        ("Peraturan LKPP 12/2021", "Lampiran II angka 4.1.1 huruf j"),
    ]
