"""Counting days, held to a slow counting that walks from one day to the next."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.days import (
    DaysOff,
    LocalDays,
    after,
    end_of,
    first_worked,
    is_worked,
    span,
)
from tender_engine.findings import Citation, Source
from tender_engine.terms import CountedBy

KALENDER, KERJA = CountedBy.HARI_KALENDER, CountedBy.HARI_KERJA
JULY = DaysOff({dt.date(2023, 7, 19): "Tahun Baru Islam"})
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2027, 12, 31))


def slowly_worked(day, off):
    return f"{day:%A}" in WEEKDAYS and day.isoformat() not in {d.isoformat() for d in off}


def slowly_after(day, count, counted, off):
    """Tick off one day after the other."""
    ticked = []
    while len(ticked) < count:
        day = dt.date.fromordinal(day.toordinal() + 1)
        if counted == "hari_kalender" or slowly_worked(day, off):
            ticked.append(day)
    return ticked[-1] if ticked else day


@given(DAYS, st.integers(0, 40), st.sampled_from(CountedBy), st.sets(DAYS, max_size=9), st.data())
def test_counting_is_ticking_off(day, count, counted, off, data):
    """Also where holidays lie thick around the day."""
    near = st.integers(-3, 30).map(lambda days: day + dt.timedelta(days))
    off = off | data.draw(st.sets(near, max_size=12))
    known = DaysOff(dict.fromkeys(off, "libur"))

    assert after(day, count, counted, known) == slowly_after(day, count, counted, off)
    assert is_worked(day, known) == slowly_worked(day, off)
    first = first_worked(day, known)
    assert is_worked(first, known)
    assert not [d for d in span(day, first) if d != first and slowly_worked(d, off)]


@pytest.mark.parametrize(
    ("day", "counted", "ends"),
    [
        # Tuesday 18 July 2023; Wednesday is a holiday, Saturday and Sunday lie in between.
        (18, KALENDER, 21),
        (18, KERJA, 24),
        # A Friday, and a Saturday, after which work begins on Monday.
        (14, KERJA, 20),
        (15, KERJA, 20),
    ],
)
def test_three_days_after_a_day_of_july(day, counted, ends):
    assert after(dt.date(2023, 7, day), 3, counted, JULY) == dt.date(2023, 7, ends)


def test_no_days_after_a_day_is_the_day():
    """Even where nobody works on it."""
    assert {after(dt.date(2023, 7, 19), 0, counted, JULY).day for counted in CountedBy} == {19}


def test_a_span_has_both_ends_and_over_the_end_of_a_year():
    days = list(span(dt.date(2023, 12, 30), dt.date(2024, 1, 1)))

    assert days == [dt.date(2023, 12, 30), dt.date(2023, 12, 31), dt.date(2024, 1, 1)]
    assert list(span(dt.date(2024, 1, 1), dt.date(2024, 1, 1))) == [dt.date(2024, 1, 1)]


def test_a_day_ends_in_its_zone():
    wit = dt.timezone(dt.timedelta(hours=9))

    assert end_of(dt.date(2023, 7, 18), dt.time(16), wit).isoformat() == "2023-07-18T16:00:00+09:00"


def test_days_of_a_region_come_on_top_and_are_of_its_own_text():
    """A national one that a region names too stays national; of a Saturday there is no text."""
    decree, ours = (Citation(name, "", Source.TEXT) for name in ("SKB", "Keputusan Bupati"))
    names = {dt.date(2023, 7, 19): "x", dt.date(2023, 7, 20): "Hari jadi"}
    july = evolve(JULY, decrees={2023: decree})
    local = july.with_local(LocalDays({**names, dt.date(2023, 7, 22): "Pasar"}, ours))

    assert after(dt.date(2023, 7, 18), 3, KERJA, local) == dt.date(2023, 7, 25)
    assert local.named[dt.date(2023, 7, 19)] == "Tahun Baru Islam"
    texts = {
        day.day: local.named_by(day) for day in span(dt.date(2023, 7, 18), dt.date(2023, 7, 22))
    }
    assert texts == {18: None, 19: decree, 20: ours, 21: None, 22: None}
    assert july.with_local(LocalDays({}, ours)) == july
