"""Validity of bids and bonds, days of service, SPSE's least times, and what each makes told."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import (
    Announcement,
    AppealAnswer,
    Appointment,
    BondClarification,
    Explanation,
    Invitation,
    Objection,
    ObjectionAnswer,
)
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import (
    AppealDecision,
    BondResult,
    Channel,
    Envelope,
    InvitedTo,
    ObjectionDecision,
    ProcedureName,
    Subject,
    TimeZone,
)
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    PEMBUKTIAN,
    asked,
    at,
    bidder,
    evaluated,
    judged,
    package,
    refusal,
)
from tests.happenings import (
    announced,
    answered,
    award,
    closing,
    deadline,
    gone,
    listing_act,
    objection,
    objections_over,
)
from tests.procurements import applicants, screened

LIST = Subject.KUALIFIKASI
OF, NOT_SO = Subject.PEMILIHAN, ObjectionDecision.TIDAK_BENAR
LOCAL = Regulation(overlays=("pasuruan-2022",))
WIB = dt.timezone(dt.timedelta(hours=7))


def of(evaluation, *names):
    """The periods of those ids."""
    return [period for period in evaluation.calendar if period.id in names]


def told(evaluation, code):
    """The sentences of a notice, with whom each is about."""
    return [(n.message, n.participant) for n in evaluation.notices if n.code == code]


def valid(days=None, until=None, total="1100000000", name="p1"):
    """A bid that is valid for so many days, and its bond until a day."""
    facts = {"bid_validity_days": days}
    if until is not None:
        facts["bid_bond"] = Bond(valid_until=until)
    return bidder(name, total, facts={ADMINISTRASI: facts})


def test_a_bid_is_valid_from_the_deadline_in_force():
    """60 days after 12 May 2022 is 11 July, whatever day of the week that is."""
    asks = asked(ADMINISTRASI, bid_validity_days=60, clauses={"bid_validity_days": "LDP 7"})
    (found,) = of(
        evaluated(package(valid(60), asks=asks, events=[deadline(), award()])),
        "masa_berlaku_penawaran",
    )

    assert (found.participant, found.of) == ("p1", "penawaran")
    assert found.begins == at(12)
    assert found.until.isoformat() == "2022-07-11T16:00:00+07:00"
    assert [(cite.clause, cite.source) for cite in found.citations] == [
        ("LDP 7", "secondary"), (None, "unverified"),
    ]  # fmt: skip


def test_a_bond_is_valid_until_its_own_day():
    """Also of a reserve; of who is not named in the act nothing is told."""
    made = evaluated(
        package(
            valid(60, dt.date(2022, 7, 2)),
            valid(None, dt.date(2022, 7, 3), "1150000000", "p2"),
            valid(60, None, "1180000000", "p3"),
            events=[deadline(), award("p1", "p2")],
        )
    )

    found = [(p.participant, str(p.until.date())) for p in of(made, "jaminan_penawaran")]
    assert found == [("p1", "2022-07-02"), ("p2", "2022-07-03")]
    assert {p.participant for p in of(made, "masa_berlaku_penawaran")} == {"p1"}


@pytest.mark.parametrize(("who", "left"), [("p1", set()), ("p2", {"p1"})])
def test_no_days_run_of_a_bid_that_has_left(who, left):
    """Nor of the reserves of a winner who left, until others are determined."""
    bids = (valid(60), valid(60, None, "1150000000", "p2"))
    events = [deadline(), award("p1", "p2"), gone(who, "penetapan", day=24)]
    made = evaluated(package(*bids, events=events))

    assert {p.participant for p in of(made, "masa_berlaku_penawaran")} == left
    assert not told(made, "TINDAKAN_BERBEDA")


def test_nothing_is_known_of_validity_without_deadline_or_act():
    for events in ([award()], [deadline()]):
        assert of(evaluated(package(valid(60), events=events)), "masa_berlaku_penawaran") == []


@pytest.mark.parametrize(("days", "expired"), [(7, True), (8, False), (9, False)])
def test_what_expires_before_the_act_is_told_with_both_days(days, expired):
    """Eight days after 12 May is 20 May, the day of the act."""
    made = evaluated(package(valid(days), events=[deadline(), award(day=20)]))
    words = (
        "Masa berlaku penawaran berakhir Kamis, 19 Mei 2022, sebelum penetapan Jumat, 20 Mei 2022."
    )

    assert told(made, "BERAKHIR_SEBELUM_WAKTUNYA") == ([(words, "p1")] if expired else [])


@pytest.mark.parametrize(("day", "expired"), [(29, True), (30, False)])
def test_what_expires_before_the_contract_is_told_of_the_winner(day, expired):
    """The bond until a day of May, the SPPBJ on Monday 30 May."""
    events = [
        deadline(), award(day=20), Announcement(at(20, 10), OF), objections_over(26),
        Appointment(at(30), "p1", "SPPBJ-1"),
    ]  # fmt: skip
    made = evaluated(package(valid(60, dt.date(2022, 5, day)), events=events))
    found = [words for words, _ in told(made, "BERAKHIR_SEBELUM_WAKTUNYA")]

    words = (
        "Masa berlaku jaminan penawaran berakhir Minggu, 29 Mei 2022, sebelum SPPBJ Senin, 30 Mei "
        "2022."
    )
    assert found == ([words] if expired else [])


@pytest.mark.parametrize(("done", "used", "left"), [(20, 8, 6), (26, 14, 0), (27, 15, -1)])
def test_days_of_service_from_the_opening_to_the_act(done, used, left):
    """Calendar days, until Thursday 26 May; that day is a holiday, and it does not move."""
    made = evaluated(package(events=[closing("penawaran", 12), award(day=done)], regulation=LOCAL))
    (found,) = of(made, "layanan")

    assert (found.used, found.left, found.of) == (used, left, "pemilihan")
    assert found.until.isoformat() == "2022-05-26T16:00:00+07:00"
    assert [cite.source for cite in found.citations] == ["unverified"]
    assert bool(told(made, "LEWAT_BATAS_WAKTU")) is (left < 0)


def test_days_of_service_before_the_act_run_until_the_latest_record():
    """The last judgement is of 19 May; the opening is where the deadline is, if none is told."""
    for events in ([closing("penawaran", 12)], [deadline()]):
        (found,) = of(evaluated(package(events=events, regulation=LOCAL)), "layanan")
        assert (found.used, found.left) == (7, 7)


def test_there_is_no_service_without_its_standard_or_before_the_opening():
    events = [closing("penawaran", 12), award(day=27)]

    assert of(evaluated(package(events=events)), "layanan") == []
    assert of(evaluated(package(events=[award()], regulation=LOCAL)), "layanan") == []


def test_days_of_service_of_a_prakualifikasi():
    """From 2 May to the announcement of the list on 17 May are 15 of 30 days."""
    made = evaluated(
        package(
            events=[listing_act("p1", day=16), Announcement(at(17), Subject.KUALIFIKASI)],
            procedure=ProcedureName.PRAKUALIFIKASI,
            regulation=LOCAL,
        )
    )
    (found,) = of(made, "layanan")

    assert (found.used, found.left, found.of) == (15, 15, "kualifikasi")
    assert found.begins.isoformat() == "2022-05-02T00:00:00+07:00"
    assert str(found.until.date()) == "2022-06-01"


@pytest.mark.parametrize("value", ["1001", "2.5", "-1"])
def test_a_document_sets_no_days_of_service_that_are_none(value):
    own = DocumentValue("service.pascakualifikasi_days", value, "IKP 1", "alasan")

    assert [code for code, _ in refusal(package(regulation=Regulation(values=(own,))))] == [
        "ATR007"
    ]


def in_2026(*events, announced=dt.date(2026, 4, 1), **terms):
    """A tender of 2026 with its events; nobody has judged anything yet."""
    return evaluated(
        package(bidder(submitted=False), general=(), events=events, announced_on=announced, **terms)
    )


def on(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=WIB)


def due(text):
    """A deadline of bids."""
    return evolve(deadline(), at=on("2026-04-01T10:00"), until=on(text))


def test_the_least_times_of_spse_are_told_as_days():
    """Announced Wednesday 1 April 2026; explained Tuesday 7 April, three days later is a Friday."""
    made = in_2026(due("2026-04-13T09:00"), Explanation(on("2026-04-07T09:00")))
    least = of(made, "pengumuman", "penjelasan", "pemasukan")

    assert [(p.id, str(p.until.date())) for p in least] == [
        ("penjelasan", "2026-04-04"),
        ("pengumuman", "2026-04-06"),
        ("pemasukan", "2026-04-10"),
    ]
    assert {cite.instrument for p in least for cite in p.citations} == {"SPSE 4.5"}
    assert told(made, "WAKTU_SPSE") == []


@pytest.mark.parametrize(
    ("zone", "begins"),
    [
        (TimeZone.JAYAPURA, "2026-04-01T00:00:00+09:00"),
        # As the first event is written, where the tender names no zone.
        (None, "2026-04-01T00:00:00+07:00"),
    ],
)
def test_a_day_of_the_announcement_begins_in_the_zone_of_the_tender(zone, begins):
    made = in_2026(due("2026-04-13T09:00"), time_zone=zone)

    assert {p.begins.isoformat() for p in made.calendar} == {begins}


SOON = "; menurut jadwal SPSE paling cepat"
IDLE = " tidak pada hari kerja, sebagaimana jadwal SPSE."
DUE, EXPLAINED = "Batas akhir pemasukan penawaran", "Penjelasan"
SIXTH = Explanation(on("2026-04-06T09:00"))


@pytest.mark.parametrize(
    ("events", "words"),
    [
        # One day too early, and on the day itself; Friday 3 April 2026 is a holiday.
        ([due("2026-04-05T09:00")], f"{DUE} Minggu, 5 April{SOON} Senin, 6 April 2026."),
        ([due("2026-04-06T09:00")], None),
        (
            [Explanation(on("2026-04-02T09:00"))],
            f"{EXPLAINED} Kamis, 2 April{SOON} Sabtu, 4 April 2026.",
        ),
        ([Explanation(on("2026-04-04T09:00"))], f"{EXPLAINED} Sabtu, 4 April{IDLE}"),
        ([SIXTH], None),
        ([SIXTH, due("2026-04-08T09:00")], f"{DUE} Rabu, 8 April{SOON} Kamis, 9 April 2026."),
        ([SIXTH, due("2026-04-09T09:00")], None),
        ([SIXTH, due("2026-04-11T09:00")], f"{DUE} Sabtu, 11 April{IDLE}"),
    ],
)
def test_less_time_than_spse_asks_is_told(events, words):
    """Every one of them at nine."""
    found = [sentence for sentence, _ in told(in_2026(*events), "WAKTU_SPSE")]

    assert [sentence.replace(" 2026 pukul 09.00 WIB", "") for sentence in found] == (
        [words] if words else []
    )


@pytest.mark.parametrize(
    "terms",
    [
        {"announced": dt.date(2025, 12, 31)},
        {"procedure": ProcedureName.PRAKUALIFIKASI},
        {"envelope": Envelope.DUA_FILE},
    ],
)
def test_other_kinds_and_earlier_tenders_have_no_least_times(terms):
    made = in_2026(Explanation(on("2026-01-02T09:00")), **terms)

    assert of(made, "pengumuman", "penjelasan", "pemasukan") == []
    assert told(made, "WAKTU_SPSE") == []


PROVED = Invitation(on("2026-04-20T09:00"), InvitedTo.PEMBUKTIAN, "p1", on("2026-04-21T09:00"))
LATER = "; menurut jadwal SPSE paling lambat Rabu, 22 April 2026."


def proved(determined, announced_at, decided=None, **terms):
    """What is told of a tender whose proof was on Tuesday 21 April 2026, or decided on a day."""
    entries = [judged(PEMBUKTIAN, when=on(decided))] if decided else []
    events = [PROVED, evolve(award(), at=on(determined)), Announcement(on(announced_at), OF)]
    found = in_2026(*events, assessments=entries, **terms)
    return [words for words, _ in told(found, "WAKTU_SPSE") if "paling lambat" in words]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        # To the last minute of the day after, and one minute more.
        (("2026-04-22T23:58", "2026-04-22T23:59"), []),
        (
            ("2026-04-22T23:59", "2026-04-23T00:00"),
            [f"Pengumuman pemenang Kamis, 23 April 2026 pukul 00.00 WIB{LATER}"],
        ),
        (
            ("2026-04-23T00:00", "2026-04-23T00:01"),
            [
                f"Penetapan Kamis, 23 April 2026 pukul 00.00 WIB{LATER}",
                f"Pengumuman pemenang Kamis, 23 April 2026 pukul 00.01 WIB{LATER}",
            ],
        ),
        # The proof was judged on the Wednesday, or only after all of it.
        (("2026-04-23T09:00", "2026-04-23T10:00", "2026-04-22T09:00"), []),
        (
            ("2026-04-22T09:00", "2026-04-23T09:00", "2026-04-23T10:00"),
            [f"Pengumuman pemenang Kamis, 23 April 2026 pukul 09.00 WIB{LATER}"],
        ),
    ],
)
def test_what_came_long_after_the_proof_is_told(days, words):
    assert proved(*days) == words


@pytest.mark.parametrize(
    "terms", [{"announced": dt.date(2025, 12, 31)}, {"envelope": Envelope.DUA_FILE}]
)
def test_nor_has_any_other_tender_a_day_after_the_proof(terms):
    assert proved("2026-04-25T09:00", "2026-04-26T09:00", **terms) == []


@pytest.mark.parametrize(
    ("answered", "late"),
    [("2023-07-21T16:00", False), ("2023-07-21T16:01", True)],
)
def test_a_late_answer_is_told_with_both_moments(answered, late):
    events = [
        Announcement(on("2023-07-13T09:00"), OF),
        Objection(on("2023-07-14T09:00"), OF, "p1"),
        ObjectionAnswer(on(answered), OF, "p1", NOT_SO),
    ]
    words = (
        "Sanggah dijawab Jumat, 21 Juli 2023 pukul 16.01 WIB; batasnya Jumat, 21 Juli 2023 pukul "
        "16.00 WIB."
    )
    found = told(evaluated(package(events=events)), "LEWAT_BATAS_WAKTU")
    outside = [evolve(e, channel=Channel.LUAR) if isinstance(e, Objection) else e for e in events]

    assert found == ([(words, "p1")] if late else [])
    # Nobody counts days of an answer to a pengaduan.
    assert told(evaluated(package(events=outside)), "LEWAT_BATAS_WAKTU") == []


@pytest.mark.parametrize(("day", "late"), [(10, False), (11, True)])
def test_a_late_answer_of_the_kpa_is_told(day, late):
    """The bond was clarified on 27 July 2023: until Thursday 10 August."""
    events = [
        BondClarification(on("2023-07-27T09:00"), "p1", BondResult.SAH),
        AppealAnswer(on(f"2023-08-{day}T10:00"), "p1", AppealDecision.TIDAK_BENAR),
    ]
    found = told(evaluated(package(events=events)), "LEWAT_BATAS_WAKTU")

    assert [words.split(" dijawab ")[0] for words, _ in found] == ["Sanggah banding"] * late


@pytest.mark.parametrize(
    ("day", "hour", "early"), [(25, 15, True), (25, 16, False), (26, 9, False)]
)
def test_an_end_that_is_recorded_too_early_is_told(day, hour, early):
    """Announced Friday 20 May 2022: until Wednesday 25 May at 16.00."""
    over = evolve(objections_over(day), at=at(day, hour))
    made = evaluated(package(events=[award(), Announcement(at(20, 10), OF), over]))
    words = (
        "Akhir masa sanggah tercatat Rabu, 25 Mei 2022 pukul 15.00 WIB; masa sanggah berakhir "
        "Rabu, 25 Mei 2022 pukul 16.00 WIB."
    )

    assert told(made, "MASA_SANGGAH_BELUM_BERAKHIR") == ([(words, None)] if early else [])


def test_an_end_of_what_nobody_announced_is_told():
    """Talks rest on it."""
    made = evaluated(package(events=[award(), objections_over(26)]))
    words = (
        "Akhir masa sanggah tercatat Kamis, 26 Mei 2022 pukul 09.00 WIB; pengumuman yang memulai "
        "masa sanggah itu tidak tercatat."
    )

    assert told(made, "MASA_SANGGAH_BELUM_BERAKHIR") == [(words, None)]


@pytest.mark.parametrize(
    ("day", "hour", "early"), [(20, 13, True), (25, 15, True), (25, 16, False), (26, 9, False)]
)
def test_bids_asked_for_before_the_list_stands_are_told(day, hour, early):
    """The list was announced Friday 20 May 2022 at 12.00: objections until Wednesday at 16.00."""
    asked = evolve(deadline(), at=at(day, hour), until=at(10, month=6))
    given = screened(
        *applicants(3), events=[listing_act("p1", "p2", "p3", day=20), announced(of=LIST), asked]
    )
    words = (
        f"Penawaran diminta {'Jumat' if day == 20 else 'Rabu'}, {day} Mei 2022 pukul {hour}.00 "
        "WIB; masa sanggah atas hasil kualifikasi berakhir Rabu, 25 Mei 2022 pukul 16.00 WIB."
    )

    assert ((words, None) in told(evaluated(given), "URUTAN_WAKTU")) == early
    assert any("diminta" in text for text, _ in told(evaluated(given), "URUTAN_WAKTU")) == early


def asked_of_the_listed(*events, day, hour):
    """A list that was announced on 20 May at 12.00, and bids that were asked for at a moment."""
    asked = evolve(deadline(), at=at(day, hour), until=at(10, month=6))
    list_ = listing_act("p1", "p2", "p3", day=20)
    given = screened(*applicants(3), events=[list_, announced(of=LIST), *events, asked])
    return [item for item in told(evaluated(given), "URUTAN_WAKTU") if "diminta" in item[0]]


def test_bids_asked_for_before_the_list_is_announced_are_told():
    """Announced Friday 20 May 2022 at 12.00; from then on its masa sanggah is what is told."""
    words = (
        "Penawaran diminta Jumat, 20 Mei 2022 pukul 11.00 WIB; hasil kualifikasi diumumkan "
        "Jumat, 20 Mei 2022 pukul 12.00 WIB."
    )

    assert asked_of_the_listed(day=20, hour=11) == [(words, None)]
    assert "masa sanggah" in asked_of_the_listed(day=20, hour=12)[0][0]


@pytest.mark.parametrize(
    ("events", "hour", "end"),
    [
        ((objection(of=LIST), answered(of=LIST)), 8, "dijawab Jumat, 27 Mei 2022 pukul 09.00 WIB"),
        ((objection(of=LIST), answered(of=LIST)), 9, None),
        ((objection(of=LIST),), 9, "belum dijawab"),
        ((objection(of=LIST, channel="luar"),), 9, None),
    ],
)
def test_bids_asked_for_while_an_objection_to_the_list_is_open_are_told(events, hour, end):
    """Made on Monday; answered on Friday 27 May 2022 at 9.00. A pengaduan keeps nobody waiting."""
    words = (
        f"Penawaran diminta Jumat, 27 Mei 2022 pukul 0{hour}.00 WIB; sanggah Senin, 23 Mei 2022 "
        f"pukul 09.00 WIB atas hasil kualifikasi {end}."
    )

    found = asked_of_the_listed(*events, day=27, hour=hour)
    assert found == ([] if end is None else [(words, "p2")])


def test_no_value_of_the_calendar_is_among_those_of_the_evaluation():
    """No verdict rests on one, so none is confirmed."""
    events = [closing("penawaran", 12), award(), Announcement(at(20, 10), OF)]
    made = evaluated(package(valid(60), events=[deadline(), *events], regulation=LOCAL))

    families = {"objection", "appeal", "service", "bid", "schedule", "calendar"}
    assert len(made.calendar) == 3
    assert not {value.param.partition(".")[0] for value in made.values} & families
