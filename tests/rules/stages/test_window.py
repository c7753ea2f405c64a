"""The years within which experience counts, and the deadline from which they count back."""

import datetime as dt

import pytest

from tender_engine.judgement import whole_panel
from tender_engine.law import Ask
from tender_engine.terms import Phase, ProcedureName
from tender_engine.workflow import Case
from tender_rules import national
from tender_rules.stages.counting import due
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.window import window
from tests.builders import KUALIFIKASI, PEMBUKTIAN, TEKNIS, at, package
from tests.happenings import deadline, extended

BOOK = national()


def ask():
    """Questions to the law of a tender of these tests."""
    return Ask(BOOK.law_for(package().tender))


def years(until, count):
    """The window of `count` years before that moment."""
    return window(BidFile(None, None, None, None, until), count, ask())


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        ("2012-05-11", False),
        ("2012-05-12", True),
        ("2022-05-12", True),
        ("2022-05-13", False),
    ],
)
def test_both_ends_are_in(day, inside):
    """Ten years back from 12 May 2022, whatever the hour of the deadline."""
    assert (dt.date.fromisoformat(day) in years(at(12, 23), 10)) is inside


def test_a_leap_day_counts_back_to_the_last_of_february():
    """29 February 2024 less one year, and less four."""
    until = dt.datetime(2024, 2, 29, 9, tzinfo=dt.UTC)

    assert years(until, 1).first == dt.date(2023, 2, 28)
    assert years(until, 4).first == dt.date(2020, 2, 29)


def test_without_a_deadline_there_is_no_window_and_the_reading_is_remembered():
    """The value is unverified, and whoever used it says so."""
    asked = ask()

    assert window(BidFile(None, None, None, None, None), 10, asked) is None
    assert [(v.param, str(v.source)) for v in asked.used.values()] == [
        ("qualification.window", "unverified")
    ]


def test_the_latest_extension_is_in_force():
    """It goes before the first deadline though that is noted later, and each phase has its own."""
    given = package(
        events=[extended("penawaran", 13), deadline("penawaran", 20), deadline("kualifikasi", 3)]
    )

    assert due(given, Phase.PENAWARAN) == at(15)
    assert due(given, Phase.KUALIFIKASI) == at(3)
    assert due(package(), Phase.PENAWARAN) is None


@pytest.mark.parametrize(
    ("procedure", "stage", "phase"),
    [
        ("pascakualifikasi", KUALIFIKASI, "penawaran"),
        ("prakualifikasi", KUALIFIKASI, "kualifikasi"),
        ("prakualifikasi", PEMBUKTIAN, "kualifikasi"),
        ("prakualifikasi", TEKNIS, "penawaran"),
    ],
)
def test_the_deadline_is_that_of_the_file_that_shows_it(procedure, stage, phase):
    """Qualifications come in with the bids, or before any of them."""
    days = {"kualifikasi": 3, "penawaran": 12}
    given = package(
        procedure=ProcedureName(procedure),
        events=[deadline(name, day) for name, day in days.items()],
    )
    graph = BOOK.procedures[procedure]
    case = Case.of(given, BOOK.law_for(given.tender), graph, whole_panel(given))

    assert bid_file(case, stage, given.participants[0]).due == at(days[phase])
