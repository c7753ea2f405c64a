"""Papers with a day: each valid through its last day, on the day for which it is asked."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Member
from tender_engine.terms import TimeZone
from tender_rules.stages.papers import HeldPaper, PaperDay, WantedPaper
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKTIAN,
    PROVEN_AT,
    asked,
    at,
    bidder,
    codes,
    evaluated,
    finding,
    judged,
    known,
    needs,
    package,
    unverified,
    verdict,
)
from tests.happenings import award, deadline, extended
from tests.procurements import applicant, applicants, screened
from tests.reading import read_text

FOREVER, RULE = None, "qualification.papers"
BATAS, BUKTI, TETAP = PaperDay
DAY = dt.timedelta(days=1)
# The stages that everybody passes beside those of papers.
REST = ("evaluasi_teknis",)


def sbu(on=BATAS, name="sbu", **more):
    """A certificate that the document asks for that day."""
    return WantedPaper(name, "SBU Jalan", on, **more)


def until(day, number="12"):
    """A paper of that number, valid through that day of May 2022, or of another month."""
    return HeldPaper(number, day if day is FOREVER else at(day).date())


def held(*papers, name="p1", **more):
    """A bidder with these papers, as (id, paper)."""
    return bidder(name, facts={KUALIFIKASI: {"papers": dict(papers)}}, **more)


def of(who, *wanted, events=None, **more):
    """The evaluation of a bid that came in by 12 May 2022 and was proven on 19 May."""
    asks = asked(KUALIFIKASI, papers=wanted or (sbu(),))
    return evaluated(package(who, asks=asks, events=events or [deadline()], **more))


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (until(11), "gugur"),
        (until(12), "lulus"),
        (until(13), "lulus"),
        (until(FOREVER), "lulus"),
        (HeldPaper("12"), "belum_dinilai"),
        (HeldPaper(), "belum_dinilai"),
        (HeldPaper(None, at(12).date()), "lulus"),
        (False, "gugur"),
        (None, "belum_dinilai"),
    ],
)
def test_a_paper_is_valid_through_its_last_day(paper, expected):
    """For ever where it has no end; what is not known waits, and what is not there falls."""
    made = of(held(*([("sbu", paper)] if paper is not None else [])))
    waiting = [(str(KUALIFIKASI), "p1", "papers", "fakta")]

    assert verdict(made, KUALIFIKASI) == expected
    assert needs(made)[:1] == (waiting if expected == "belum_dinilai" else [])


def test_who_falls_by_an_expired_paper_is_told_both_dates_and_the_clause():
    """The day on which it ended, and that on which it had to be valid."""
    found = finding(of(held(("sbu", until(11))), sbu(clause="LDK huruf B")), KUALIFIKASI, RULE)

    assert found.reason == (
        "SBU Jalan nomor 12 berlaku sampai dengan 11 Mei 2022, sudah berakhir pada batas akhir"
        " pemasukan dokumen 12 Mei 2022 (LDK huruf B)"
    )
    assert {c.clause for c in found.citations} == {"LDK huruf B"}
    assert found.facts == {
        "berlaku_pada": "2022-05-12",
        "sbu.nomor": "12",
        "sbu.berlaku_sampai": "2022-05-11",
    }


def test_who_falls_by_one_paper_is_told_its_clause_and_none_of_the_others():
    """The document asks two papers in two places; one of them has ended."""
    other = WantedPaper("skk", "SKK", PaperDay.BATAS_PEMASUKAN, clause="LDK huruf C")
    who = held(("sbu", until(11)), ("skk", until(12)))
    found = finding(of(who, sbu(clause="LDK huruf B"), other), KUALIFIKASI, RULE)

    assert {c.clause for c in found.citations} == {"LDK huruf B"}


@pytest.mark.parametrize(("last", "expected"), [(14, "gugur"), (15, "lulus")])
def test_the_extension_counts(last, expected):
    """From 12 to 15 May."""
    events = [deadline(), extended("penawaran", 13)]

    assert verdict(of(held(("sbu", until(last))), events=events), KUALIFIKASI) == expected


def test_without_a_deadline_its_record_is_awaited():
    """Whatever the paper says."""
    asks = asked(KUALIFIKASI, papers=(sbu(),))
    made = evaluated(package(held(("sbu", until(FOREVER))), asks=asks))

    assert (str(KUALIFIKASI), "p1", "papers", "batas_pemasukan") in needs(made)


@pytest.mark.parametrize(("last", "expected"), [(4, "gugur"), (5, "lulus")])
def test_before_bids_the_deadline_is_that_of_qualifications(last, expected):
    """Of a prakualifikasi, on 5 May."""
    asks = asked(KUALIFIKASI, papers=(sbu(),))
    who = evolve(applicant("p1"), facts=held(("sbu", until(last))).facts)
    others = [evolve(applicant(name), facts=who.facts) for name in ("p2", "p3")]
    made = evaluated(screened(who, *others, asks=asks, events=[deadline("kualifikasi", 5)]))

    assert verdict(made, KUALIFIKASI) == expected


def test_one_that_is_not_valid_fells_though_another_is_unknown():
    """All that fail are told, in the order of their ids."""
    wanted = (sbu(name="c"), sbu(name="b"), sbu(name="a"))
    made = of(held(("a", until(11, "1")), ("c", until(10, "3"))), *wanted)

    assert finding(made, KUALIFIKASI, RULE).reason == (
        "SBU Jalan nomor 1 berlaku sampai dengan 11 Mei 2022, sudah berakhir pada batas akhir"
        " pemasukan dokumen 12 Mei 2022; SBU Jalan nomor 3 berlaku sampai dengan 10 Mei 2022,"
        " sudah berakhir pada batas akhir pemasukan dokumen 12 Mei 2022"
    )
    assert verdict(of(held(("a", until(12))), *wanted), KUALIFIKASI) == "belum_dinilai"


@pytest.mark.parametrize(("last", "expected"), [(18, "gugur"), (19, "lulus")])
def test_at_the_proof_it_is_valid_on_the_day_of_the_newest_word_that_counts(last, expected):
    """The qualification says nothing of it."""
    made = of(held(("sbu", until(last))), sbu(BUKTI))

    assert verdict(made, KUALIFIKASI) == "lulus"
    assert finding(made, KUALIFIKASI, RULE) is None
    assert verdict(made, PEMBUKTIAN) == expected
    assert ("19 Mei 2022" in finding(made, PEMBUKTIAN, "proof.papers").reason) is True


@pytest.mark.parametrize(("second", "expected"), [(19, "lulus"), (20, "gugur")])
def test_a_later_word_on_this_bidder_makes_the_day_a_later_one(second, expected):
    """Each bidder has its own day; the first word on all was on 19 May."""
    words = judged(PEMBUKTIAN, participant="p1", when=at(second, 11))
    totals = {"p1": "1100000000", "p2": "1150000000"}
    both = [held(("sbu", until(19)), name=name, total=total) for name, total in totals.items()]
    asks = asked(KUALIFIKASI, papers=(sbu(BUKTI),))
    made = evaluated(package(*both, asks=asks, events=[deadline()], assessments=[words]))

    assert verdict(made, PEMBUKTIAN) == expected
    assert verdict(made, PEMBUKTIAN, "p2") == "lulus"


@pytest.mark.parametrize(("last", "expected"), [(19, "gugur"), (20, "lulus")])
def test_of_members_who_judge_on_several_days_the_last_makes_the_day(last, expected):
    """Two on 19 May, and the third on 20 May, though two had been enough."""
    words = [
        judged(PEMBUKTIAN, by="m1 m2", when=at(19)),
        judged(PEMBUKTIAN, by="m3", when=at(20)),
    ]
    who = held(("sbu", until(last)))
    general = (ADMINISTRASI, KUALIFIKASI, *REST)
    made = of(who, sbu(BUKTI), general=general, assessments=words)

    assert verdict(made, PEMBUKTIAN) == expected


@pytest.mark.parametrize(
    ("by", "last", "expected"),
    [
        ("m1", 19, "belum_dinilai"),
        ("m1 m2", 19, "gugur"),
        ("m1 m2", 20, "lulus"),
    ],
)
def test_an_exception_that_one_of_three_makes_gives_no_day(by, last, expected):
    """It opens the question again: on 20 May nobody fell until more than half say it."""
    words = judged(PEMBUKTIAN, participant="p1", by=by, when=at(20))
    made = of(held(("sbu", until(last))), sbu(BUKTI), assessments=[words])
    found = finding(made, PEMBUKTIAN, "proof.papers")

    assert verdict(made, PEMBUKTIAN) == expected
    assert (found and found.facts["berlaku_pada"]) == (None if by == "m1" else "2022-05-20")
    assert finding(made, PEMBUKTIAN, "proof.criteria").verdict == (
        "belum_dinilai" if by == "m1" else "lulus"
    )


def test_a_word_that_is_replaced_makes_no_day():
    """Only what counts: the same members said it again on 20 May."""
    first = judged(PEMBUKTIAN, participant="p1", when=at(18, 11))
    again = judged(PEMBUKTIAN, participant="p1", when=at(20, 11))
    who = held(("sbu", until(20)))
    asks = asked(KUALIFIKASI, papers=(sbu(BUKTI),))
    made = evaluated(package(who, asks=asks, events=[deadline()], assessments=[first, again]))

    assert verdict(made, PEMBUKTIAN) == "lulus"
    assert finding(made, PEMBUKTIAN, "proof.papers").facts["berlaku_pada"] == "2022-05-20"


def test_without_a_word_on_the_proof_the_proof_waits_and_an_unknown_paper_after_it():
    """What is awaited is told once."""
    nobody = of(held(), sbu(BUKTI), general=(ADMINISTRASI, KUALIFIKASI, *REST))
    unknown = of(held(), sbu(BUKTI))

    assert finding(nobody, PEMBUKTIAN, "proof.papers") is None
    assert [code for *_, code in needs(nobody)] == ["catatan_pembuktian", "penilaian"]
    assert needs(unknown) == [(str(PEMBUKTIAN), "p1", "papers", "fakta")]


@pytest.mark.parametrize(
    ("zone", "last", "expected"),
    [
        (None, 19, "lulus"),
        (TimeZone.JAKARTA, 19, "lulus"),
        (TimeZone.JAYAPURA, 19, "gugur"),
        (TimeZone.JAYAPURA, 20, "lulus"),
    ],
)
def test_the_day_of_the_proof_is_that_of_the_tenders_zone(zone, last, expected):
    """Half past eleven in the evening in the west is half past one in the east."""
    late = PROVEN_AT.replace(hour=23, minute=30)
    words = judged(PEMBUKTIAN, when=late)
    made = of(
        held(("sbu", until(last))),
        sbu(BUKTI),
        general=(ADMINISTRASI, KUALIFIKASI, *REST),
        assessments=[words],
        time_zone=zone,
    )

    assert verdict(made, PEMBUKTIAN) == expected


def test_who_is_qualified_in_sikap_has_no_day_of_proof():
    """Unless the panel has said something all the same."""
    facts = {KUALIFIKASI: {"papers": {"sbu": until(1)}}, PEMBUKTIAN: {"sikap_qualified": True}}
    silent = of(bidder(facts=facts), sbu(BUKTI), general=(ADMINISTRASI, KUALIFIKASI, *REST))
    proven = of(bidder(facts=facts), sbu(BUKTI))

    assert verdict(silent, PEMBUKTIAN) == "lulus"
    assert verdict(proven, PEMBUKTIAN) == "gugur"


def test_where_nothing_is_asked_before_the_proof_the_stage_is_judged_as_a_whole():
    """A paper for a later day is nothing that could be looked at in the qualification."""
    asks = asked(KUALIFIKASI, criteria=(), papers=(sbu(BUKTI),))
    who = held(("sbu", until(FOREVER)))
    general = (ADMINISTRASI, *REST, PEMBUKTIAN)
    made = evaluated(package(who, asks=asks, events=[deadline()], general=general))
    none = asked(KUALIFIKASI, criteria=(), papers=())
    empty = evaluated(package(asks=none, events=[deadline()], general=general))

    for one in (made, empty):
        assert (str(KUALIFIKASI), "p1", None, "penilaian_tahap") in needs(one)


@pytest.mark.parametrize(
    ("paper", "told"),
    [(until(19), "sudah berakhir pada hari penetapan pemenang 20 Mei 2022."), (until(20), None)],
)
def test_on_the_day_of_the_determination_a_notice_says_it(paper, told):
    """It fells nobody and is told to those inside, once the act is recorded."""
    who = held(("sbu", paper))
    before = of(who, sbu(TETAP))
    after = of(who, sbu(TETAP), events=[deadline(), award()])
    said = [n for n in after.notices if n.code == "SURAT_PADA_PENETAPAN"]

    assert "SURAT_PADA_PENETAPAN" not in codes(before)
    assert after.winner == before.winner == "p1"
    assert after.state == "ditetapkan"
    assert [(n.participant, n.audience) for n in said] == ([("p1", "internal")] if told else [])
    assert all(n.message.endswith(told) for n in said)


@pytest.mark.parametrize(
    ("paper", "at_proof"),
    [(HeldPaper("12"), "belum_dinilai"), (None, "belum_dinilai"), (False, "gugur")],
)
def test_nobody_wins_without_a_paper_for_the_determination(paper, at_proof):
    """It is shown at the proof; whether it is still valid later is another question."""
    who = held(*([] if paper is None else [("sbu", paper)]))
    made = of(who, sbu(TETAP), events=[deadline(), award()])

    assert (verdict(made, KUALIFIKASI), verdict(made, PEMBUKTIAN)) == ("lulus", at_proof)
    assert made.winner is None
    waits = [("pembuktian_kualifikasi", "p1", "papers", "fakta")]
    assert needs(made) == (waits if at_proof == "belum_dinilai" else [])


def test_a_paper_for_the_determination_is_not_yet_asked_of_who_has_still_to_bid():
    """Between the proof of a prakualifikasi and the determination lie the bids."""
    asks = asked(KUALIFIKASI, papers=(sbu(TETAP),))
    bidders = applicants(3)

    assert evaluated(screened(*bidders, asks=asks)).result == "daftar_peserta"


def member(name, *papers):
    """A member of a KSO with these papers."""
    facts = {KUALIFIKASI: known(papers=dict(papers))}
    return Member(name, f"CV {name}", lead=name == "a", facts=facts)


def kso(*members):
    """A KSO that has handed in its agreement."""
    return bidder(members=members, facts={ADMINISTRASI: {"kso_agreement": True}})


GOOD, BAD = ("sbu", until(12)), ("sbu", until(11))


@pytest.mark.parametrize(
    ("first", "second", "named", "expected"),
    [
        ([GOOD], [GOOD], None, "lulus"),
        ([GOOD], [BAD], None, "gugur"),
        ([], [BAD], None, "gugur"),
        ([GOOD], [], None, "belum_dinilai"),
        ([GOOD], [BAD], ("a",), "lulus"),
        ([GOOD], [], ("a",), "lulus"),
        ([BAD], [GOOD], ("a",), "gugur"),
        ([BAD], [GOOD], ("b", "c"), "lulus"),
        ([GOOD], [BAD], ("c",), "gugur"),
    ],
)
def test_of_a_kso_every_member_shows_it_or_those_that_are_named(first, second, named, expected):
    """A paper that names none of them is asked of all: nobody passes because of a name."""
    who = kso(member("a", *first), member("b", *second))
    asks = asked(KUALIFIKASI, papers=(sbu(members=named),))
    other = evolve(kso(evolve(member("c", GOOD), lead=True), member("d", GOOD)), id="p9")
    made = evaluated(package(who, other, asks=asks, events=[deadline()]))

    assert verdict(made, KUALIFIKASI) == expected
    assert "kso.members" in unverified(made)


def test_a_single_bidder_is_asked_whoever_is_named():
    """Names part the members of a KSO, and let nobody else off."""
    asks = asked(KUALIFIKASI, papers=(sbu(members=("a",)),))
    both = (kso(member("a", GOOD), member("b")), bidder("p2"))
    made = evaluated(package(*both, asks=asks, events=[deadline()]))

    assert verdict(made, KUALIFIKASI) == "lulus"
    assert verdict(made, KUALIFIKASI, "p2") == "belum_dinilai"


@given(st.dates(dt.date(2020, 2, 20), dt.date(2020, 3, 10)), st.integers(0, 20))
def test_a_slow_count_of_days_agrees(last, late):
    """From the day of its issue a paper is valid day after day, until its last; around a 29th."""
    due = dt.date(2020, 2, 20) + late * DAY
    valid, day = set(), dt.date(2020, 1, 1)
    while day != last + DAY:
        valid.add(day)
        day += DAY
    events = [evolve(deadline(), until=at(1).replace(year=2020, month=due.month, day=due.day))]
    who = held(("sbu", HeldPaper("1", last)))
    who = evolve(who, submitted=evolve(who.submitted, penawaran=events[0].until))
    made = evaluated(package(who, asks=asked(KUALIFIKASI, papers=(sbu(),)), events=events))

    assert verdict(made, KUALIFIKASI) == ("lulus" if due in valid else "gugur")


def faults(change):
    """What is told of a package in whose text something was changed."""
    who = kso(member("a", GOOD), member("b", GOOD))
    asks = asked(KUALIFIKASI, papers=(sbu(members=("a",)), sbu(BUKTI, "skk")))
    text = canonical_package(package(who, held(GOOD, name="p2"), asks=asks))
    changed = change(text)
    assert changed != text
    reading = read_text(changed, "paket.json")
    return [(fault.code, fault.path[-1]) for fault in reading.faults]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"id":"skk"', '"id":"sbu"', [("PKT030", "id")]),
        ('"members":["a"]', '"members":["c"]', [("PKT116", 0)]),
        ('"members":["a"]', '"members":["b","a"]', []),
        # The KSO itself, and who bids alone: neither would have any effect.
        ('"members":["a"]', '"members":["a","p1"]', [("PKT116", 1)]),
        ('"members":["a"]', '"members":["p2","a"]', [("PKT116", 0)]),
        ('"members":["a"]', '"members":[]', [("PKT023", "members")]),
        ('"papers":{"sbu":{"number"', '"papers":{"sub":{"number"', [("PKT115", "sub")] * 3),
        ('{"number":"12","valid_until":"2022-05-12"}', "true", [("PKT117", "sbu")] * 3),
        ('"valid_until":"2022-05-12"', '"valid_until":null', []),
        ('"valid_on":"pembuktian"', '"valid_on":"hari ini"', [("PKT015", "valid_on")]),
    ],
)
def test_what_does_not_fit_together_is_told_at_its_place(before, after, told):
    """Twice the same id, a member that is nobody, a fact of what nobody asks."""
    assert faults(lambda text: text.replace(before, after)) == told


def test_a_fact_is_of_nothing_where_no_paper_is_asked():
    """And the nearest id is named where there is one."""
    text = canonical_package(package(held(GOOD), asks=asked(KUALIFIKASI, papers=(sbu(),))))
    start = text.index('"papers":[')
    end = text.index("]", start) + 1
    reading = read_text(text[:start] + '"papers":[]' + text[end:], "paket.json")
    (diagnostic,) = reading.diagnose()

    assert diagnostic.code == "PKT115"
    assert diagnostic.hint.endswith("tambahkan permintaannya di sana.")
