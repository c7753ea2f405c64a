"""Which minutes tell which act, what replaced it since, and which minutes number nothing."""

import pytest
from attrs import evolve

from tender_engine.events import Minutes, Refusal
from tender_engine.terms import Decider, Refuser, Subject
from tender_rules.stages.standing_minutes import idle_minutes, replaced_at
from tests.builders import at, bidder, evaluated, package
from tests.happenings import award, gone, sppbj

FIRST = Minutes(at(21), Subject.PEMILIHAN, "BA-1", "Contoh")
SECOND = Minutes(at(29), Subject.PEMILIHAN, "BA-2", "Contoh")
LEFT = gone("p1", "penetapan", day=25)
ANEW = award("p2", day=28, number="BA-P2")
BY_PA = {"by": "pa"}
UNWRITTEN = (
    "Penetapan Sabtu, 28 Mei 2022 belum dimuat dalam berita acara; berita acara BA-1 tanggal "
    "Sabtu, 21 Mei 2022 tetap sebagaimana adanya."
)
IDLE = (
    "Berita acara BA-1 tanggal Sabtu, 21 Mei 2022 tidak dipakai; yang dipakai berita acara BA-2 "
    "tanggal Minggu, 29 Mei 2022."
)


def given(*events):
    """Three bids, of which p1 is determined on the 20th with p3 as reserve."""
    bids = (bidder(f"p{n}", f"1{n}00000000") for n in (1, 2, 3))
    return package(*bids, events=events)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ((award("p1", "p3"), FIRST), None),
        ((award("p1", "p3"), FIRST, ANEW), ANEW),
        ((award("p1", "p3"), FIRST, LEFT), LEFT),
        (
            (award("p1", "p3"), FIRST, gone("p3", "penetapan", day=25)),
            gone("p3", "penetapan", day=25),
        ),
        ((award("p1", "p3"), FIRST, gone("p2", "penetapan", day=25)), None),
        ((award("p1", "p3"), FIRST, LEFT, ANEW), LEFT),
        ((award("p1", "p3"), FIRST, LEFT, ANEW, SECOND), None),
        # The panel's own act after minutes that nothing came before: they should have told it.
        ((FIRST, award("p1", "p3", day=22)), None),
        ((FIRST, award("p1", "p3", day=22), ANEW), None),
        # What the PA determines may follow the minutes; new ones follow what ended the first.
        ((FIRST, award("p1", "p3", day=22, **BY_PA)), None),
        ((FIRST, award("p1", "p3", day=22, **BY_PA), ANEW), ANEW),
        (
            (
                award("p1", **BY_PA),
                FIRST,
                LEFT,
                evolve(SECOND, at=at(27)),
                evolve(ANEW, by=Decider.PA),
            ),
            None,
        ),
        ((ANEW,), None),
    ],
)
def test_what_replaced_the_act_that_minutes_tell(events, found):
    """Nothing, as long as the last minutes tell the last award."""
    assert replaced_at(given(*events), Subject.PEMILIHAN) == (found and found.at)


@pytest.mark.parametrize(
    ("events", "idle"),
    [
        ((award(), FIRST), []),
        ((award(), FIRST, SECOND), ["BA-1"]),
        ((award(), FIRST, ANEW, SECOND), []),
        ((award(), FIRST, LEFT, SECOND), []),
        ((FIRST, Refusal(at(25), Refuser.PA, "Belum sependapat."), SECOND), []),
        ((award(), FIRST, sppbj(day=28, month=5), SECOND), ["BA-2"]),
        ((award(), sppbj(day=28, month=5), SECOND), []),
        ((award(), FIRST, evolve(SECOND, of=Subject.KUALIFIKASI)), []),
    ],
)
def test_minutes_that_number_no_paper(events, idle):
    """Of several in a row the last count; none after the appointment if there were any before."""
    found = idle_minutes(given(*events), Subject.PEMILIHAN)

    assert [one.number for one, _ in found] == idle


def test_both_are_told():
    """With the numbers and days of both, to those inside."""
    told = evaluated(given(award("p1"), FIRST, LEFT, ANEW)).notices
    again = evaluated(given(award("p1"), FIRST, SECOND)).notices

    assert [(n.message, n.audience) for n in told if n.code == "PENETAPAN_TANPA_BERITA_ACARA"] == [
        (UNWRITTEN, "internal")
    ]
    assert [n.message for n in again if n.code == "BERITA_ACARA_TIDAK_DIPAKAI"] == [IDLE]
