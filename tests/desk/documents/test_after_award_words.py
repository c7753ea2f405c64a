"""Where a result stands, in words: of a masa sanggah that is over it is not said that it runs."""

import datetime as dt

import pytest

from tender_desk.documents.after_award import stands
from tender_desk.documents.status import status_of
from tender_engine.evaluation import Evaluation
from tender_engine.events import Event, Minutes
from tender_engine.terms import Subject
from tests.builders import TEKNIS, at, bidder, evaluated, failed, package
from tests.happenings import announced, answered, award, objection, objections_over
from tests.procurements import KUALITAS, contest

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
TOLD = (award("p1", "p2", "p3"), announced())
LATER = Minutes(at(27), Subject.PEMILIHAN, "BA-1", "Kantor")
TALKS = "masa sanggah sudah berakhir; menunggu klarifikasi dan negosiasi"
ALL_FALL = failed(TEKNIS, "p1", "p2", "p3")


def tender(*events: Event) -> Evaluation:
    return evaluated(package(*THREE, events=events))


def seleksi(*events: Event) -> Evaluation:
    bids = (KUALITAS, ("p1", "90", "1000000000"), ("p2", "80", "1000000000"))
    return evaluated(contest(*bids, events=[award("p1", "p2"), announced(), *events]))


@pytest.mark.parametrize(
    ("evaluation", "said", "untold"),
    [
        (tender(*TOLD), "masa sanggah", ("berakhirnya masa sanggah",)),
        (tender(*TOLD, LATER), "siap SPPBJ", ("SPPBJ oleh PPK",)),
        (seleksi(), "masa sanggah", ("berakhirnya masa sanggah",)),
        (seleksi(objections_over(26)), TALKS, ()),
        (evaluated(package(*THREE, events=(announced(), LATER), assessments=ALL_FALL)),
         "masa sanggah sudah berakhir; menunggu pernyataan gagal", ()),
        (tender(award("p2", "p3"), announced(), LATER),
         "masa sanggah sudah berakhir; menunggu tindakan yang sesuai dengan perhitungan", ()),
    ],
)  # fmt: skip
def test_what_is_over_is_not_said_to_run(
    evaluation: Evaluation, said: str, untold: tuple[str, ...]
) -> None:
    """In a Seleksi, of ground c, and where the act is another than what was computed."""
    found = stands(evaluation, evaluation.basis.vocabulary("id"))

    assert (found.state, found.untold) == (said, untold)
    assert evaluation.state == "menunggu" or said in status_of(evaluation, "id").stage


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (25, "masa sanggah"),
        (26, "masa sanggah sudah berakhir; menunggu pencatatan tindakan berikutnya"),
    ],
)
def test_as_of_a_day_on_which_it_is_over_it_is_so(day: int, said: str) -> None:
    """Until Wednesday 25 May 2022, of which the record does not tell yet."""
    status = status_of(tender(*TOLD), "id", dt.date(2022, 5, day))
    assert (status.stage, bool(status.days)) == (said, day == 25)


def test_so_it_is_with_an_appeal() -> None:
    """Answered on Friday 27 May: until Thursday 2 June."""
    heard = tender(*TOLD, objection(), answered())
    english = status_of(heard, "en", dt.date(2022, 6, 3))

    assert status_of(heard, "id", dt.date(2022, 6, 2)).stage == "masa sanggah banding"
    assert english.stage == "the appeal period is over; awaiting the next act on record"
    assert english.awaited == ("the next act on record",)
