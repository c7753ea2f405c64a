"""The zone of a tender: its times are instants, its papers print them there, its days end there."""

import datetime as dt
import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import EVALUATION, paper
from tender_engine.formats.canonical import canonical_package, package_dict, package_digest
from tender_engine.terms import BusinessSize, TimeZone
from tender_engine.trail import root
from tender_engine.zones import in_zone
from tender_rules.stages.experience import Experience, Job
from tests.builders import KUALIFIKASI, asked, bidder, evaluated, finding, package, verdict
from tests.desk.workbook.data import Desk, told
from tests.happenings import deadline
from tests.reading import read_bytes, read_text, workbook_bytes

ZONES = {"Asia/Jakarta": ("+07:00", "WIB"), "Asia/Makassar": ("+08:00", "WITA")} | {
    "Asia/Jayapura": ("+09:00", "WIT")
}


def tender(zone=None, events=None, **more):
    """A package in this zone, whose times are written seven hours ahead of UTC."""
    return package(events=[deadline()] if events is None else events, time_zone=zone, **more)


def written(one, offset):
    """The same with every time written so many hours ahead of UTC, as JSON."""

    def move(value):
        if isinstance(value, dict):
            return {key: move(part) for key, part in value.items()}
        if isinstance(value, list):
            return [move(part) for part in value]
        if isinstance(value, str) and len(value) > 20 and value[10] == "T":
            moment = dt.datetime.fromisoformat(value)
            return moment.astimezone(dt.timezone(dt.timedelta(hours=offset))).isoformat()
        return value

    return json.dumps(move(package_dict(one)))


@pytest.mark.parametrize("zone", TimeZone)
@pytest.mark.parametrize("offset", [-11, 0, 9])
def test_the_same_instants_with_another_offset_are_the_same_package(zone, offset):
    """Digest and root; the canonical text says each time in the zone of the tender."""
    one = tender(zone)
    again = read_text(written(one, offset), "paket.json").package

    assert again is not None
    assert package_digest(again) == package_digest(one)
    assert root(evaluated(again)) == root(evaluated(one))
    assert {time[-6:] for time in times(canonical_package(again))} == {ZONES[zone][0]}


def times(text):
    """Every time in a canonical text."""
    return [part for part in text.split('"') if len(part) == 25 and part[10] == "T"]


def test_without_a_zone_times_are_as_they_are_written():
    """Another offset is another package, though the instants are the same."""
    one = tender()
    again = read_text(written(one, 8), "paket.json").package

    assert again is not None
    assert package_digest(again) != package_digest(one)
    assert in_zone(again) is again


@pytest.mark.parametrize(("zone", "said"), [(None, "09.00 WIB"), ("Asia/Makassar", "10.00 WITA")])
def test_papers_print_the_time_of_the_zone_with_its_name(zone, said):
    """Bids came in by 09.00 in the west, which is an hour later in the middle of the country."""
    zone = zone and TimeZone(zone)
    text = markdown(paper(evaluated(tender(zone)), EVALUATION))

    assert said in text
    assert ("WIB" in text) is (zone is None)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        (None, "2018-05-12"),
        ("Asia/Jayapura", "2018-05-12"),
        ("Asia/Makassar", "2018-05-11"),
        ("Asia/Jakarta", "2018-05-11"),
    ],
)
def test_a_deadline_just_after_midnight_in_another_zone_ends_the_day_before(zone, day):
    """Half past midnight in the east is half past ten in the evening before in the west."""
    until = dt.datetime.fromisoformat("2022-05-12T00:30:00+09:00")
    first = Job("Jalan", dt.date.fromisoformat(day))
    before = evolve(first, completed_on=first.completed_on - dt.timedelta(days=1))
    verdicts = []
    for job in (before, first):
        facts = {KUALIFIKASI: {"experience": (job,)}}
        who = bidder(facts=facts, business_size=BusinessSize.BESAR, submitted=False)
        who = evolve(who, submitted=evolve(who.submitted, penawaran=until))
        made = evaluated(
            package(
                who,
                asks=asked(KUALIFIKASI, experience=Experience(1, 4)),
                events=[evolve(deadline(), until=until)],
                time_zone=zone and TimeZone(zone),
            )
        )
        verdicts.append(verdict(made, KUALIFIKASI))
        assert finding(made, KUALIFIKASI, "qualification.experience").facts["sejak"] == day

    assert verdicts == ["gugur", "lulus"]


@given(
    st.integers(0, 20 * 366 * 24 * 60),
    st.integers(-12, 14),
    st.sampled_from([*TimeZone]),
)
def test_a_slow_count_of_hours_agrees(minutes, offset, zone):
    """The clock of the zone, an hour after the other from that of the offset."""
    first = dt.datetime(2018, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
    moment = first + dt.timedelta(minutes=minutes)
    ahead = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}[zone]
    slow, step = moment, dt.timedelta(hours=1 if ahead > offset else -1)
    for _ in range(abs(ahead - offset)):
        slow += step
    at = moment.replace(tzinfo=dt.timezone(dt.timedelta(hours=offset)))
    one = tender(events=[])
    one = evolve(one, tender=evolve(one.tender, time_zone=zone))
    (event,) = in_zone(evolve(one, events=(evolve(deadline(), until=at),))).events

    assert event.until.replace(tzinfo=None) == slow
    assert event.until.date() == slow.date()


@pytest.mark.parametrize("zone", ["Asia/Jkt", "WIB", "Europe/Paris"])
def test_a_zone_that_is_none_of_the_country_is_refused(zone):
    """In JSON by its name; a slip is told with what may be meant."""
    text = canonical_package(tender(TimeZone.JAKARTA)).replace("Asia/Jakarta", zone)
    reading = read_text(text, "paket.json")

    assert [fault.code for fault in reading.faults] == ["PKT015"]


@pytest.mark.parametrize("zone", [None, *TimeZone])
def test_the_workbook_says_the_same(zone):
    """The zone by the word that people use."""
    one = tender(zone)
    again = read_bytes(workbook_bytes(one), "paket.xlsx").package
    desk = Desk(one)

    assert again is not None
    assert package_digest(again) == package_digest(one)
    assert desk.field("Paket", "Zona waktu tender").value == (zone and ZONES[zone][1])


def test_times_of_a_workbook_are_read_in_its_own_zone_or_else_in_the_tenders():
    """What is typed as 09.00 is 09.00 WIB where the workbook says so, and else 09.00 WITA."""
    desk = Desk(tender(TimeZone.MAKASSAR))
    assert desk.field("Paket", "Zona waktu").value == "WITA"
    desk.field("Paket", "Zona waktu").value = None
    own = desk.read().package
    desk.field("Paket", "Zona waktu").value = "WIB"
    other = desk.read().package

    assert own is not None
    assert other is not None
    assert (own.events[0].at.hour, other.events[0].at.hour) == (10, 11)
    cell = desk.field("Paket", "Zona waktu tender")
    cell.value = "WIBB"
    assert told(desk.read()) == [(f"Paket!{cell.coordinate}", "PKT015")]
