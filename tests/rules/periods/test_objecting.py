"""The masa sanggah, its answer, the appeal and its answer: days by hand, both sides of each end."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.events import Announcement, BondClarification, Objection, ObjectionAnswer
from tender_engine.law import LawError
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import (
    BondResult,
    Category,
    Channel,
    ObjectionDecision,
    ProcedureName,
    Subject,
    TimeZone,
)
from tender_rules import national
from tender_rules.words import dated
from tests.builders import at, bidder, evaluated, package
from tests.happenings import answered, award
from tests.procurements import applicant

BIDS, LIST = Subject.PEMILIHAN, Subject.KUALIFIKASI
WIB = dt.timezone(dt.timedelta(hours=7))
NOT_SO = ObjectionDecision.TIDAK_BENAR


def on(day, hour=9, minute=0, second=0):
    """A moment of a day written as `2023-07-13`."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour, minute, second), WIB)


def periods(*events, **terms):
    """The calendar of a package, by id."""
    return {p.id: p for p in evaluated(package(events=events, **terms)).calendar}


def last(*events, **terms):
    """The last day of each period, as a date."""
    return {name: str(p.until.date()) for name, p in periods(*events, **terms).items()}


@pytest.mark.parametrize(
    ("announced", "until", "answered"),
    [
        ("2023-07-13", "2023-07-18", "2023-07-21"),
        # Saturday 15 July, to the Monday after it.
        ("2023-07-10", "2023-07-17", "2023-07-20"),
        # Sunday 16 July.
        ("2023-07-11", "2023-07-17", "2023-07-20"),
        # Friday 14 July, the day before the weekend; the answer on Monday and not on Sunday.
        ("2023-07-09", "2023-07-14", "2023-07-17"),
        # Wednesday 19 July is a holiday, Thursday 20 July is not.
        ("2023-07-14", "2023-07-20", "2023-07-24"),
        ("2023-07-15", "2023-07-20", "2023-07-24"),
        # Saturday 30 April 2022, then Idulfitri with its cuti bersama and a weekend.
        ("2022-04-25", "2022-05-09", "2022-05-12"),
        # Thursday 28 April, the day before they begin; the answer after all of them.
        ("2022-04-23", "2022-04-28", "2022-05-09"),
        # Over the end of a year: 1 January 2024 is a Monday.
        ("2023-12-27", "2024-01-02", "2024-01-05"),
        ("2023-12-24", "2023-12-29", "2024-01-02"),
    ],
)
def test_the_masa_sanggah_ends_on_a_working_day(announced, until, answered):
    events = [Announcement(on(announced), BIDS), Objection(on(announced), BIDS, "p1")]

    assert last(*events) == {"masa_sanggah": until, "jawaban_sanggah": answered}


@pytest.mark.parametrize(
    ("announced", "answered"),
    [("2023-07-13", "2023-07-24"), ("2022-04-25", "2022-05-12"), ("2023-07-10", "2023-07-21")],
)
def test_an_answer_in_working_days_as_the_document_chooses(announced, answered):
    """From Tuesday 18, 20, 21 and 24 July; Monday 9 May, 10, 11, 12; Monday 17, 18, 20, 21 July."""
    own = DocumentValue("objection.answer_counted", "hari_kerja", "IKP 34.5", "jadwal SPSE")
    events = [Announcement(on(announced), BIDS), Objection(on(announced), BIDS, "p1")]
    found = periods(*events, regulation=Regulation(values=(own,)))["jawaban_sanggah"]

    assert (str(found.until.date()), found.counted) == (answered, "hari_kerja")
    assert "SPSE 4.5" in {cite.instrument for cite in found.citations}
    assert "IKP 34.5" in {cite.clause for cite in found.citations}


def test_a_period_says_how_it_was_counted():
    found = periods(Announcement(on("2023-07-13"), BIDS))["masa_sanggah"]

    assert (found.of, found.round, found.participant) == ("pemilihan", 1, None)
    assert found.begins.isoformat() == "2023-07-13T09:00:00+07:00"
    assert found.until.isoformat() == "2023-07-18T16:00:00+07:00"
    assert (found.counted, found.used, found.left) == ("hari_kalender", None, None)
    (cited,) = found.citations
    assert (cited.instrument, cited.article, cited.source) == (
        "Model Dokumen Pemilihan", "IKP 34.4", "secondary",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (on("2023-07-13"), "berjalan"),
        (on("2023-07-18", 16), "berjalan"),
        (on("2023-07-18", 16, 0, 1), "lewat"),
    ],
)
def test_sixteen_sharp_is_in_time(moment, state):
    """As of the latest thing recorded: a later objection here."""
    events = [Announcement(on("2023-07-13"), BIDS), Objection(moment, BIDS, "p1")]

    assert periods(*events)["masa_sanggah"].state == state


def test_an_answer_is_not_due_before_the_days_of_objections_are_over():
    events = [Announcement(on("2023-07-13"), BIDS), Objection(on("2023-07-14"), BIDS, "p1")]

    assert {name: p.state for name, p in periods(*events).items()} == {
        "masa_sanggah": "berjalan", "jawaban_sanggah": "belum",
    }  # fmt: skip
    assert periods(*events)["jawaban_sanggah"].begins == on("2023-07-18", 16)


def test_a_judgement_is_recorded_as_well_as_an_event():
    """The package judges on 16 and 19 May 2022: later than 16.00 on 9 May."""
    assert periods(Announcement(on("2022-04-25"), BIDS))["masa_sanggah"].state == "lewat"
    assert periods(Announcement(at(16), BIDS))["masa_sanggah"].state == "berjalan"


def test_nothing_is_counted_before_anything_is_announced():
    assert periods() == {}
    assert set(last(Announcement(on("2023-07-13"), BIDS))) == {"masa_sanggah"}


def test_each_announcement_has_its_days_and_an_objection_belongs_to_one():
    """The first was objected to, the second not yet."""
    events = [
        Announcement(on("2023-07-13"), BIDS),
        Objection(on("2023-07-14"), BIDS, "p1"),
        Announcement(on("2023-08-07"), BIDS),
    ]
    found = evaluated(package(events=events)).calendar

    assert [(p.id, str(p.until.date())) for p in found] == [
        ("masa_sanggah", "2023-07-18"),
        ("jawaban_sanggah", "2023-07-21"),
        ("masa_sanggah", "2023-08-14"),
    ]


def test_an_objection_to_the_later_announcement_is_answered_after_that_alone():
    """Nobody objected to the first."""
    events = [
        Announcement(on("2023-07-13"), BIDS),
        Announcement(on("2023-08-07"), BIDS),
        Objection(on("2023-08-08"), BIDS, "p1"),
    ]
    found = evaluated(package(events=events)).calendar

    assert [(p.id, str(p.until.date())) for p in found if p.id == "jawaban_sanggah"] == [
        ("jawaban_sanggah", "2023-08-18")
    ]


def test_the_list_has_days_of_its_own_that_no_text_says():
    events = [Announcement(on("2023-07-13"), LIST), Objection(on("2023-07-14"), LIST, "p1")]
    given = package(applicant(), events=events, procedure=ProcedureName.PRAKUALIFIKASI)
    found = {p.id: p for p in evaluated(given).calendar}

    assert {(p.of, p.citations[0].source) for p in found.values()} == {
        ("kualifikasi", "unverified")
    }
    assert [str(p.until.date()) for p in found.values()] == ["2023-07-18", "2023-07-21"]


def appealed(answered, clarified, result=BondResult.SAH, decision=NOT_SO):
    """An answer to an objection, and what the issuer said of the bond of an appeal."""
    right = decision is ObjectionDecision.BENAR_SUBSTANSIAL
    cause = "perpres-16-2018:51(2)a" if right else None
    return (
        ObjectionAnswer(on(answered), BIDS, "p1", decision, cause),
        BondClarification(on(clarified), "p1", result),
    )


@pytest.mark.parametrize(
    ("answered", "clarified", "until", "by"),
    [
        ("2023-07-21", "2023-07-27", "2023-07-26", "2023-08-10"),
        # Wednesday 19 April and after it are cuti bersama; the KPA's last day would be a Saturday.
        ("2023-04-14", "2023-04-29", "2023-04-26", "2023-05-15"),
        ("2023-04-13", "2023-04-28", "2023-04-18", "2023-05-12"),
    ],
)
def test_an_appeal_and_its_answer(answered, clarified, until, by):
    assert last(*appealed(answered, clarified)) == {
        "masa_sanggah_banding": until, "jawaban_sanggah_banding": by,
    }  # fmt: skip


def test_an_appeal_is_of_a_bidder_and_read_in_quotations():
    found = periods(*appealed("2023-07-21", "2023-07-27"))

    assert {p.participant for p in found.values()} == {"p1"}
    assert {p.citations[0].source for p in found.values()} == {"secondary"}
    earlier = periods(*appealed("2021-07-21", "2021-07-27"), announced_on=dt.date(2021, 6, 1))
    assert {p.citations[0].source for p in earlier.values()} == {"unverified"}


def test_only_works_know_an_appeal_and_only_of_an_answer_that_leaves_the_result():
    events = appealed("2023-07-21", "2023-07-27")
    right = appealed("2023-07-21", "2023-07-27", decision=ObjectionDecision.BENAR_SUBSTANSIAL)

    assert "masa_sanggah_banding" not in periods(*events, category=Category.BARANG)
    assert "masa_sanggah_banding" not in periods(*right)


def test_a_bond_that_is_none_begins_no_days():
    found = periods(*appealed("2023-07-21", "2023-07-27", BondResult.TIDAK_SAH))

    assert set(found) == {"masa_sanggah_banding"}


@pytest.mark.parametrize(
    ("announced", "cited"),
    [
        # No day off between Thursday and Tuesday; one holiday on a Wednesday.
        ("2023-07-13", []),
        ("2023-07-14", [("2023", "secondary")]),
        # Over the end of the year: 25 and 26 December 2023, 1 January 2024.
        ("2023-12-22", [("2023", "secondary")]),
        ("2023-12-27", [("2024", "secondary")]),
        ("2023-12-26", [("2023", "secondary"), ("2024", "secondary")]),
        # A Saturday that is a holiday too moves nothing more: 17 August 2024.
        ("2024-08-12", []),
        # Idulfitri 2027 is estimated; of 2028 no decree was read.
        ("2027-02-27", []),
        ("2027-02-01", [("2027", "secondary")]),
        ("2027-03-03", [("2027", "unverified")]),
        ("2027-03-05", [("2027", "unverified")]),
        ("2027-12-27", [("2028", "unverified")]),
        ("2027-12-23", [("2027", "secondary")]),
    ],
)
def test_a_period_says_on_which_days_off_it_rests(announced, cited):
    found = periods(Announcement(on(announced), BIDS))["masa_sanggah"]
    _, *days = found.citations

    assert [(cite.instrument.rpartition(" ")[2], cite.source) for cite in days] == cited


def in_a_house_that_closes(hour):
    """The end of the masa sanggah under an overlay with that end of working hours."""
    book = national()
    setting = next(p for p in book.provisions if p.param == "calendar.workday_end")
    local = evolve(book, overlays={"rumah": (evolve(setting, value=Decimal(hour)),)})
    announced = Announcement(on("2023-07-13"), BIDS)
    given = package(events=[announced], regulation=Regulation(overlays=("rumah",)))
    return evaluate(given, local).calendar[0].until


@pytest.mark.parametrize(("hour", "ends"), [("15.30", (15, 30)), ("8.05", (8, 5)), ("17", (17, 0))])
def test_hours_of_work_are_a_setting_of_the_house(hour, ends):
    """Written as hours and minutes."""
    assert (in_a_house_that_closes(hour).hour, in_a_house_that_closes(hour).minute) == ends


@pytest.mark.parametrize("hour", ["15.60", "24.00"])
def test_hours_that_no_day_has_are_refused(hour):
    with pytest.raises(LawError, match=r"calendar\.workday_end"):
        in_a_house_that_closes(hour)


@pytest.mark.parametrize(
    ("zone", "until"),
    [
        # 17.30 UTC on 12 July is 00.30 on 13 July in Jakarta, 02.30 in Jayapura.
        (TimeZone.JAKARTA, "2023-07-18T16:00:00+07:00"),
        (TimeZone.MAKASSAR, "2023-07-18T16:00:00+08:00"),
        (TimeZone.JAYAPURA, "2023-07-18T16:00:00+09:00"),
    ],
)
def test_a_day_ends_in_the_zone_of_the_tender(zone, until):
    """The same instant written in UTC and at home: one package, one calendar."""
    utc = dt.datetime(2023, 7, 12, 17, 30, tzinfo=dt.UTC)
    home = utc.astimezone(WIB)
    written = [package(events=[Announcement(when, BIDS)], time_zone=zone) for when in (utc, home)]
    made = [evaluate(each, national()) for each in written]

    assert {p.until.isoformat() for e in made for p in e.calendar} == {until}
    assert made[0] == made[1]


def test_without_a_zone_a_time_counts_as_it_is_written():
    """17.30 UTC on 12 July is that day: until Monday 17 July, at 16.00 UTC."""
    utc = dt.datetime(2023, 7, 12, 17, 30, tzinfo=dt.UTC)
    found = periods(Announcement(utc, BIDS))["masa_sanggah"]

    assert found.until.isoformat() == "2023-07-17T16:00:00+00:00"
    assert dated(found.until) == "Senin, 17 Juli 2023"


@pytest.mark.parametrize(("channel", "days"), [(Channel.SPSE, True), (Channel.LUAR, False)])
def test_a_complaint_that_was_answered_has_no_days_of_an_appeal(channel, days):
    """It counts for nothing, and so does what is said of a bond."""
    events = [
        Announcement(on("2023-07-13"), BIDS),
        Objection(on("2023-07-14"), BIDS, "p1", channel),
        ObjectionAnswer(on("2023-07-21"), BIDS, "p1", NOT_SO),
        BondClarification(on("2023-07-27"), "p1", BondResult.SAH),
    ]

    assert ("masa_sanggah_banding" in periods(*events)) == days
    assert ("jawaban_sanggah_banding" in periods(*events)) == days


@pytest.mark.parametrize("days", [(23, 24), (24, 23)])
def test_of_answers_to_nothing_the_last_begins_the_days_of_an_appeal(days):
    """Answered on the 23rd and 24th of May 2022: until Monday the 30th, however it was typed."""
    answers = [answered(day=day) for day in days]
    given = package(bidder("p1"), bidder("p2", "1150000000"), events=[award("p1", "p2"), *answers])
    (found,) = [p for p in evaluated(given).calendar if p.id == "masa_sanggah_banding"]

    assert (found.begins, found.until) == (at(24), at(30, 16))
