"""Experience: so many jobs within so many years, and who is exempt."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.faults import PackageRefusedError
from tender_engine.model import DocumentValue, Member, Regulation
from tender_engine.terms import BusinessSize, ProcedureName
from tender_rules import national
from tender_rules.stages.experience import EXPERIENCE, Experience, Job, experience
from tender_rules.stages.files import BidFile
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    asked,
    at,
    bidder,
    demands,
    evaluated,
    finding,
    known,
    needs,
    package,
    refusal,
    sized,
    unverified,
    verdict,
)
from tests.happenings import deadline, extended
from tests.procurements import applicant, screened

RULE = "qualification.experience"
LAW = national().law_for(package().tender)
SIZES = ("mikro", "kecil", "koperasi", "menengah", "besar")


def jobs(*days):
    """Jobs completed on these days."""
    return tuple(Job(f"Pekerjaan {n}", dt.date.fromisoformat(day)) for n, day in enumerate(days))


def of(least, years, done, *, founded=None, size="besar", events=None, clause=None):
    """The evaluation of one bidder with these jobs; bids came in until 12 May 2022."""
    facts = {"experience": done, "founded_on": founded and dt.date.fromisoformat(founded)}
    who = bidder(facts={KUALIFIKASI: facts}, business_size=size and BusinessSize(size))
    asks = asked(KUALIFIKASI, experience=Experience(least, years, clause))
    return evaluated(package(who, asks=asks, events=[deadline()] if events is None else events))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2018-05-12", "2022-05-12"], "lulus"),
        (["2018-05-11", "2022-05-12"], "gugur"),
        (["2018-05-12", "2022-05-13"], "gugur"),
        (["2018-05-12"], "gugur"),
        ([], "gugur"),
    ],
)
def test_both_days_of_the_years_count_and_so_does_each_job(days, expected):
    """Two jobs in the four years until 12 May 2022."""
    assert verdict(of(2, 4, jobs(*days)), KUALIFIKASI) == expected


def test_a_job_typed_twice_is_one():
    """The same title on another day is another job."""
    twice = Job("Jalan Desa", dt.date(2021, 3, 1))
    other = evolve(twice, completed_on=dt.date(2021, 3, 2))

    assert verdict(of(2, 4, (twice, twice)), KUALIFIKASI) == "gugur"
    assert verdict(of(2, 4, (twice, other)), KUALIFIKASI) == "lulus"


def test_the_extension_moves_the_years():
    """From 12 to 15 May: what was completed on 12 May four years before is too old then."""
    events = [deadline(), extended("penawaran", 13)]

    assert verdict(of(1, 4, jobs("2018-05-15"), events=events), KUALIFIKASI) == "lulus"
    assert verdict(of(1, 4, jobs("2018-05-14"), events=events), KUALIFIKASI) == "gugur"


def test_without_a_deadline_its_record_is_awaited():
    """Though more jobs are known than are asked."""
    made = of(1, 4, jobs("2021-05-12"), events=[])

    assert (str(KUALIFIKASI), "p1", "experience", "batas_pemasukan") in needs(made)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("founded", ["2019-05-12", "2019-05-13", None])
def test_a_small_business_founded_less_than_three_years_before_is_exempt(size, founded):
    """To the day, and with what was not read told where it counted; who is large never is."""
    made = of(1, 4, (), founded=founded, size=size)
    small = size in ("mikro", "kecil", "koperasi")
    young = founded == "2019-05-13"
    expected = "gugur" if not small or founded == "2019-05-12" else "lulus"
    alike = "qualification.small" in unverified(made)

    assert verdict(made, KUALIFIKASI) == (
        "belum_dinilai" if small and founded is None else expected
    )
    assert alike is (young and size in ("mikro", "koperasi"))
    assert ("experience.exempt_below_years" in unverified(made)) is small


@pytest.mark.parametrize(
    ("param", "since"),
    [("experience.exempt_below_years", "2026-01-01"), ("kd.times_works", "2022-01-01")],
)
def test_a_value_is_as_well_read_as_the_text_of_its_day(param, since):
    """Labels of SPSE of 2026 and forms of 2022 say nothing of the years before them."""
    day = dt.date.fromisoformat(since)
    before, after = (
        national().law_on(each).value(param) for each in (day - dt.timedelta(days=1), day)
    )

    assert (before.source, after.source) == ("unverified", "secondary")
    assert (before.value, before.instrument) == (after.value, "tanpa teks")


def test_who_is_exempt_is_told_so_and_why():
    """By size, day of founding, and the count of years."""
    made = of(1, 4, (), founded="2019-05-13", size="koperasi")

    assert finding(made, KUALIFIKASI, RULE).reason == (
        "Dikecualikan dari syarat pengalaman: koperasi yang didirikan 13 Mei 2019, kurang dari 3"
        " tahun sebelum batas akhir pemasukan dokumen"
    )


def test_enough_jobs_ask_nothing_of_the_exemption():
    """A value that did not count is none of the evaluation's."""
    made = of(1, 4, jobs("2021-05-12"), size="kecil", founded="2021-01-01")

    assert {used.param for used in made.values} & {
        "experience.exempt_below_years",
        "qualification.small",
    } == set()


PLACE = "facts.evaluasi_kualifikasi.founded_on"


def refused(given):
    """Why a package is refused; nothing where it is evaluated."""
    try:
        evaluated(given)
    except PackageRefusedError:
        return refusal(given)
    return []


@pytest.mark.parametrize("day", ["2022-05-12", "2022-05-13"])
@pytest.mark.parametrize("size", ["kecil", "besar"])
def test_nobody_hands_in_before_it_was_founded(day, size):
    """A bid of 12 May: on the day itself the business may be new, after it the record is wrong."""
    facts = {"experience": (), "founded_on": dt.date.fromisoformat(day)}
    who = bidder(facts={KUALIFIKASI: facts}, business_size=BusinessSize(size))
    given = package(bidder("p2"), who, events=[deadline()])
    fits = day == "2022-05-12"

    assert refused(given) == ([] if fits else [("ATR065", f"participants.1.{PLACE}")])


@pytest.mark.parametrize(("day", "fits"), [("2022-05-12", True), ("2022-05-13", False)])
def test_each_business_of_a_kso_was_founded_before_its_bid(day, fits):
    """It is told at the member."""
    facts = {KUALIFIKASI: known(founded_on=dt.date.fromisoformat(day))}
    who = bidder(members=(Member("a", "CV a", lead=True), Member("b", "CV b", facts=facts)))

    where = f"participants.0.members.1.{PLACE}"
    assert refused(package(who)) == ([] if fits else [("ATR065", where)])


@pytest.mark.parametrize(("late", "fits"), [(0, True), (1, False)])
def test_before_bids_it_was_founded_when_its_qualification_came_in(late, fits):
    """Not when its bid did; and who is registered alone has handed in nothing."""
    came_in = applicant("p1").submitted.kualifikasi.date()
    facts = bidder(facts={KUALIFIKASI: {"founded_on": came_in + dt.timedelta(days=late)}}).facts
    given = screened(evolve(applicant("p1"), facts=facts), applicant("p2"), applicant("p3"))

    assert refused(given) == ([] if fits else [("ATR065", f"participants.0.{PLACE}")])
    absent = evolve(bidder(submitted=False), facts=facts)
    assert refused(package(absent, bidder("p2"))) == []


@pytest.mark.parametrize(
    ("done", "founded", "size", "expected"),
    [
        (None, "2021-01-01", "kecil", "lulus"),
        (None, None, "kecil", "belum_dinilai"),
        (None, None, "besar", "belum_dinilai"),
        ((), "2021-01-01", None, "belum_dinilai"),
        ((), "2010-01-01", None, "gugur"),
        ((), None, None, "belum_dinilai"),
    ],
)
def test_what_decides_and_is_unknown_waits(done, founded, size, expected):
    """And what does not decide need not be known."""
    made = of(1, 4, done, founded=founded, size=size)
    waiting = [(str(KUALIFIKASI), "p1", "experience", "fakta")]

    assert verdict(made, KUALIFIKASI) == expected
    assert needs(made)[:1] == (waiting if expected == "belum_dinilai" else [])


def test_the_reason_says_the_days_and_the_documents_clause():
    """The clause may stand with what is asked, or among the clauses of the stage."""
    words = (
        "0 pekerjaan selesai dari 12 Mei 2018 sampai dengan 12 Mei 2022, diminta paling"
        " sedikit 1 (LDK huruf F)"
    )
    own = finding(of(1, 4, (), clause="LDK huruf F"), KUALIFIKASI, RULE)
    among = asked(KUALIFIKASI, experience=Experience(1, 4), clauses={"experience": "LDK huruf F"})
    who = bidder(facts={KUALIFIKASI: {"experience": ()}}, business_size=BusinessSize.BESAR)
    other = finding(evaluated(package(who, asks=among, events=[deadline()])), KUALIFIKASI, RULE)

    assert (own.reason, other.reason) == (words, words)
    assert all(c.clause in (None, "LDK huruf F") for c in (*own.citations, *other.citations))
    assert any(c.clause for c in own.citations)


def member(name, done, size="besar"):
    """A member of a KSO with these jobs."""
    made = Member(name, f"CV {name}", lead=name == "a", facts={KUALIFIKASI: known(experience=done)})
    return sized(made, BusinessSize(size))


@pytest.mark.parametrize(
    ("first", "second", "expected", "told"),
    [
        (jobs("2021-01-01"), jobs("2021-01-01"), "lulus", "CV a: 1 "),
        (jobs("2021-01-01"), (), "gugur", "CV b: 0 "),
        ((), None, "gugur", "CV a: 0 "),
        (jobs("2021-01-01"), None, "belum_dinilai", "CV b: Pengalaman belum diketahui"),
    ],
)
def test_every_member_of_a_kso_shows_it(first, second, expected, told):
    """One that falls fells it, else one that is unknown waits; no text says so."""
    facts = {ADMINISTRASI: {"kso_agreement": True}}
    who = bidder(members=(member("a", first), member("b", second)), facts=facts)
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    made = evaluated(package(who, asks=asks, events=[deadline()]))

    assert verdict(made, KUALIFIKASI) == expected
    assert finding(made, KUALIFIKASI, RULE).reason.startswith(told)
    assert "kso.members" in unverified(made)


def test_before_bids_the_years_count_from_the_deadline_of_qualifications():
    """That is 5 May in a prakualifikasi, and no bid has a deadline yet."""
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    events = [deadline("kualifikasi", 5)]
    verdicts = {}
    for day in ("2018-05-04", "2018-05-05"):
        facts = {KUALIFIKASI: {"experience": jobs(day)}}
        who = evolve(applicant("p1"), facts=bidder(facts=facts).facts)
        three = (sized(who, BusinessSize.BESAR), applicant("p2"), applicant("p3"))
        made = evaluated(screened(*three, asks=asks, events=events))
        assert made.given.tender.procedure is ProcedureName.PRAKUALIFIKASI
        verdicts[day] = verdict(made, KUALIFIKASI)

    assert verdicts == {"2018-05-04": "gugur", "2018-05-05": "lulus"}


DAYS = st.dates(dt.date(2015, 2, 20), dt.date(2015, 3, 5))


def slowly(done, until, years):
    """How many days of completion are met on the way back from the deadline, a day at a time."""
    last, counted, on = (until.month, until.day), 0, until
    while True:
        counted += sum(job.completed_on == on for job in done)
        gone = until.year - on.year
        back = (on.month, on.day) == last
        # A 29 February that the year does not have is its 28th.
        short = last == (2, 29) and (on.month, on.day) == (2, 28) and on.year % 4
        if gone == years and (back or short):
            return counted
        on -= dt.timedelta(days=1)


@given(st.lists(DAYS, max_size=4, unique=True), st.integers(25, 29), st.sampled_from([1, 5]))
def test_a_slow_count_day_by_day_agrees(days, until, years):
    """Around the end of February of 2016, a leap year, and of 2020."""
    until = dt.date(2016 if years == 1 else 2020, 2, until)
    done, asks = jobs(*map(str, days)), demands(experience=Experience(1, years))
    who = bidder(facts={KUALIFIKASI: {"experience": done}}, business_size=BusinessSize.BESAR)
    moment = dt.datetime.combine(until, dt.time(9), at(12).tzinfo)
    file = BidFile(package().tender, who, asks, who.facts[KUALIFIKASI], moment)
    found, _ = experience.apply(file, LAW)

    assert int(found.facts["pekerjaan"]) == slowly(done, until, years)


def test_it_says_what_it_asks_in_the_words_of_a_record():
    """With the figures of the document."""
    assert EXPERIENCE.said(Experience(2, 10)) == (
        "Pengalaman paling sedikit 2 pekerjaan dalam 10 tahun terakhir"
    )


@pytest.mark.parametrize(
    ("years", "founded", "expected"),
    [
        ("2", "2020-05-12", "gugur"),
        ("2", "2020-05-13", "lulus"),
        ("5", "2017-05-12", "gugur"),
        ("5", "2017-05-13", "lulus"),
    ],
)
def test_the_document_may_set_the_years_of_the_exemption(years, founded, expected):
    """Its own count with its clause takes the place of three."""
    own = DocumentValue("experience.exempt_below_years", years, "LDK huruf F", "menurut LDK")
    facts = {"experience": (), "founded_on": dt.date.fromisoformat(founded)}
    who = bidder(facts={KUALIFIKASI: facts}, business_size=BusinessSize.KECIL)
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    terms = {"asks": asks, "events": [deadline()], "regulation": Regulation(values=(own,))}

    assert verdict(evaluated(package(who, **terms)), KUALIFIKASI) == expected
