"""Pemasukan kualifikasi: when a number of applicants stands (Perpres 16/2018 Pasal 51 ayat (1)).

Every count in every round is in `tests/properties/test_rounds.py`.
"""

import pytest

from tender_engine.events import Closing
from tender_engine.findings import Verdict
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import Phase, StageId
from tests.builders import (
    DAFTAR,
    KUALIFIKASI,
    PEMBUKTIAN,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    needs,
    refusal,
    verdict,
)
from tests.happenings import closing, extended
from tests.procurements import applicant, applicants, screened

INTAKE = StageId.PEMASUKAN_KUALIFIKASI


def document_sets(param, value):
    """A value of the law as the tender's own document has it."""
    item = DocumentValue(param, value, "LDK huruf A", "Dokumen Kualifikasi menetapkannya")
    return Regulation(values=(item,))


@pytest.mark.parametrize(
    "events",
    [
        [extended("penawaran"), closing("penawaran")],
        [extended(), closing("penawaran")],
        [extended(day=5), closing(day=4)],
        [extended(day=5), closing(day=6), extended(day=6)],
        [extended("penawaran"), closing()],
        [extended(day=5), extended(day=6), closing(day=7)],
        [extended(day=6), extended(day=5), closing(day=7)],
    ],
    ids=[
        "of the bids",
        "other closing",
        "closed before",
        "extended again",
        "other extension",
        "closed at the first",
        "written backwards",
    ],
)
def test_a_closing_of_something_else_closes_nothing(events):
    """What is extended and closed is the qualification, as it was extended last."""
    evaluation = evaluated(screened(*applicants(2), events=events))

    assert evaluation.state == "menunggu"
    assert needs(evaluation)[0][0] == "pemasukan_kualifikasi"


def test_registered_only_is_no_applicant():
    """Who handed nothing in is counted nowhere; nor is a bid a qualification."""
    others = (bidder("p3", submitted=False), bidder("p4"))
    evaluation = evaluated(screened(*applicants(2), *others))

    assert needs(evaluation) == [("pemasukan_kualifikasi", None, None, "perpanjangan")]
    assert evaluation.stage(INTAKE).of(Verdict.LULUS) == ("p1", "p2")
    assert verdict(evaluation, INTAKE, "p4") is None


def test_enough_after_the_extension_need_no_closing():
    """Only a number below the minimum has to wait until nobody can hand in any more."""
    evaluation = evaluated(screened(*applicants(3), events=[extended()]))

    assert (evaluation.state, evaluation.result) == ("dihitung", "daftar_peserta")


@pytest.mark.parametrize(("least", "waits"), [("1", False), ("2", True), ("3", True)])
def test_the_document_may_say_when_a_repeat_is_extended(least, waits):
    """No text sets it for a repeat with one applicant, so the tender's document may."""
    given = screened(
        applicant(),
        qualification_round=2,
        regulation=document_sets("qualification.extension_below_repeat", least),
    )

    assert (evaluated(given).state == "menunggu") == waits


def test_below_the_minimum_they_are_evaluated_in_full():
    """One and two are judged, and fail only once nothing is pending; the record says why."""
    undecided = screened(
        *applicants(2), events=[extended(), closing()], general=(PEMBUKTIAN,)
    )  # fmt: skip
    decided = screened(*applicants(2), events=[extended(), closing()])

    assert evaluated(undecided).state == "menunggu"
    assert evaluated(undecided).failure is None
    assert {n[0] for n in needs(evaluated(undecided))} == {"evaluasi_kualifikasi"}
    failure = evaluated(decided).failure
    assert (failure.ground, failure.declared_by, failure.effective) == (
        "perpres-16-2018:51(1)b", "pokja", "segera",
    )  # fmt: skip
    assert [c.article for c in failure.citations] == [
        "Pasal 51 ayat (1) huruf b", "Pasal 51 ayat (4)", "Pasal 51 ayat (6)",
    ]  # fmt: skip
    assert "PEMASUKAN_KURANG_DARI_TIGA" in codes(evaluated(decided))


def test_nobody_after_the_extension_fails_at_once():
    """51(1)a, declared by the Pokja; there is nobody to evaluate."""
    nobody = bidder("p1", submitted=False, price=None)
    evaluation = evaluated(screened(nobody, events=[extended(), closing()]))

    assert evaluation.failure.ground == "perpres-16-2018:51(1)a"
    assert evaluation.failure.citations[0].article == "Pasal 51 ayat (1) huruf a"
    assert evaluation.next == "prakualifikasi_ulang"
    assert "PEMASUKAN_KURANG_DARI_TIGA" not in codes(evaluation)


def test_one_undecided_keeps_the_list_open():
    """Three passed already, but a fourth is undecided: the list is of all who pass."""
    silent = failed(PEMBUKTIAN, "p4", by="m1")
    evaluation = evaluated(screened(*applicants(4), assessments=silent))

    assert evaluation.state == "menunggu"
    assert evaluation.shortlist == ()
    assert evaluation.stage(DAFTAR).verdicts == ()


def test_who_falls_at_evaluation_is_not_called_to_the_proof():
    """Whoever passed the evaluation is called, and nobody else."""
    evaluation = evaluated(screened(*applicants(4), assessments=failed(KUALIFIKASI, "p2")))

    assert verdict(evaluation, PEMBUKTIAN, "p2") is None
    assert evaluation.shortlist == ("p1", "p3", "p4")


@pytest.mark.parametrize(("hour", "over"), [(8, False), (9, True)])
def test_a_deadline_has_passed_at_its_hour(hour, over):
    """Extended until the 7th at nine: a closing an hour before it closes nothing."""
    events = [extended(), Closing(at(7, hour), Phase.KUALIFIKASI)]
    evaluation = evaluated(screened(applicant(), events=events))

    waits = ("pemasukan_kualifikasi", None, None, "penutupan") in needs(evaluation)
    assert waits is not over


@pytest.mark.parametrize(
    ("param", "value", "taken"),
    [
        ("qualification.shortlist_most", "3", True),
        ("qualification.shortlist_most", "2", False),
        ("qualification.shortlist_most", "0.5", False),
        ("qualification.shortlist_most", "-1", False),
        ("qualification.shortlist_most", "8", False),
        ("qualification.extension_below", "1", True),
        ("qualification.extension_below", "0", False),
        ("qualification.extension_below", "2.5", False),
        ("qualification.extension_below_repeat", "1", True),
        ("qualification.extension_below_repeat", "0", False),
        ("award.next_for_one_bid", "negosiasi", True),
        ("award.next_for_one_bid", "apa saja", False),
    ],
)
def test_a_document_sets_only_numbers_that_can_be(param, value, taken):
    """Participants are whole, and no fewer than the law itself sets (Pasal 51 ayat (1))."""
    given = screened(*applicants(3), regulation=document_sets(param, value))

    if taken:
        assert evaluated(given).shortlist == ("p1", "p2", "p3")
    else:
        assert [code for code, _ in refusal(given)] == ["ATR007"]


def test_taking_part_cites_the_stage_and_its_order():
    """Pasal 44 ayat (6) has qualification come first, Pasal 50 ayat (1) a begins with it."""
    found = finding(evaluated(screened(*applicants(3))), INTAKE, "intake.submitted")

    assert [c.article for c in found.citations] == [
        "Pasal 44 ayat (6)", "Pasal 50 ayat (1) huruf a",
    ]  # fmt: skip
