"""Dates and times in cells: as Excel keeps them, and as people type them."""

import datetime as dt
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.workbook.kinds import CellError, Kind
from tender_desk.workbook.kinds.moments import DATE, TIME, ZONES, Time, common_zone
from tender_desk.workbook.reading.local import Local
from tests.desk.workbook.test_kinds import Cell, refusal

moment, day = dt.datetime.fromisoformat, dt.date.fromisoformat
WIB = Time("+07:00")
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(dt.date.isoformat)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("6 Mei 2026", "2026-05-06"),
        ("06 mei 2026", "2026-05-06"),
        ("6  MEI  2026", "2026-05-06"),
        ("1 Agt 2026", "2026-08-01"),
        ("9 Pebruari 2026", "2026-02-09"),
        ("9 Nopember 2026", "2026-11-09"),
        ("9-Okt-2026", "2026-10-09"),
        ("9 Des. 2026", "2026-12-09"),
        ("1 Ags 2026", "2026-08-01"),
        ("31 Desember 2026", "2026-12-31"),
        ("6/5/2026", "2026-05-06"),
        ("06-05-2026", "2026-05-06"),
        ("06.05.2026", "2026-05-06"),
        ("2026-05-06", "2026-05-06"),
        ("2026-5-6", "2026-05-06"),
        (" 6/5/2026 ", "2026-05-06"),
        ("13/12/2026", "2026-12-13"),
        ("29 Feb 2024", "2024-02-29"),
        ("Rabu 6 Mei 2026", "2026-05-06"),
        ("Rabu tanggal 6 Mei 2026", "2026-05-06"),
        ("hari Rabu, tanggal 6 Mei 2026", "2026-05-06"),
        ("tanggal 6 Mei 2026", "2026-05-06"),
        ("Rabu, 6 Mei 2026", "2026-05-06"),
        ("JUM'AT, 8/5/2026", "2026-05-08"),
        ("Ahad , 10 Mei 2026", "2026-05-10"),
        (moment("2026-05-06"), "2026-05-06"),
        (day("2026-05-06"), "2026-05-06"),
        ("Rab, 06 Mei 2026", "2026-05-06"),
        ("hari Senin tanggal empat bulan Mei tahun dua ribu dua puluh enam", "2026-05-04"),
        ("Pada hari ini, Sabtu tanggal Dua Puluh Tiga Mei 2026", "2026-05-23"),
        ("dua puluh satu Mei dua ribu dua puluh enam", "2026-05-21"),
        ("Senin, 4 (empat) bulan Mei tahun 2026 (dua ribu dua puluh enam)", "2026-05-04"),
        ("Senin tanggal sebelas Mei tahun dua ribu dua puluh enam (11-05-2026)", "2026-05-11"),
        ("Min, 10/05/2026", "2026-05-10"),
        (moment("1901-01-01"), "1901-01-01"),
        (None, None),
        ("Jum`at,\xa08\u202fMei\n２０２６", "2026-05-08"),
        ("6 \u2013 5 \u2013 2026", "2026-05-06"),
        ("2026-05-06 00:00:00", "2026-05-06"),
        ("  ", None),
    ],
)
def test_a_day(value: Any, read: str | None) -> None:
    """The day stands first, however it is written."""
    assert DATE.read(Cell(value)) == read


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Kamis, 6 Mei 2026", "Rabu"),
        ("hari Kamis tanggal 6 Mei 2026", "Rabu"),
        ("hari Kamis tanggal enam bulan Mei tahun dua ribu dua puluh enam", "Rabu"),
        ("Sabtu, 10/5/2026", "Minggu"),
        ("Lusa, 6 Mei 2026", "Rabu"),
        ("Kam, 6 Mei 2026", "Rabu"),
        ("R, 6 Mei 2026", "Rabu"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date(value: str, day: str) -> None:
    """One of the two is wrong, and nobody knows which."""
    with pytest.raises(CellError) as raised:
        DATE.read(Cell(value))

    assert raised.value.code == "XLS174"
    assert raised.value.params["day"] == day


@pytest.mark.parametrize(
    "value",
    [
        "12/13/2026",
        "29/02/2026",
        "29 Feb 2026",
        "31 April 2026",
        "6/5/26",
        "May 6 2026",
        "6 May 2026",
        "6 Bulan 2026",
        "6 Mei",
        "Rabu, 6/5/26",
        "Rabu,",
        "6/5/2026 10:00",
        "0/5/2026",
        "٦/5/2026",
        "besok",
        moment("2026-05-06T10:00"),
        moment("2026-05-06T00:00:01"),
        dt.time(10),
        46148,
        True,
    ],
)
def test_no_day(value: Any) -> None:
    """A month that stands first, two digits of a year, and a day with a time are not guessed at."""
    assert refusal(DATE, value) == ("XLS034", str(value))


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("6/5/2026 10:00", "2026-05-06T10:00:00+07:00"),
        ("6 Mei 2026 10.30", "2026-05-06T10:30:00+07:00"),
        ("6 Mei 2026, pukul 10.30 WIB", "2026-05-06T10:30:00+07:00"),
        ("Rabu tanggal 6 Mei 2026 pukul 10.30 WITA", "2026-05-06T10:30:00+08:00"),
        ("Rabu, 6 Mei 2026 jam 10.30", "2026-05-06T10:30:00+07:00"),
        ("6 Mei 2026 pukul 10 WIB", "2026-05-06T10:00:00+07:00"),
        ("6 Mei 2026 pukul Sepuluh", "2026-05-06T10:00:00+07:00"),
        ("6 Mei 2026 pukul 02.00 (dua) WITA", "2026-05-06T02:00:00+08:00"),
        ("6 Mei 2026 10.30 Waktu Indonesia Timur (WIT)", "2026-05-06T10:30:00+09:00"),
        ("6 Mei 2026 pukul 10.30 (sepuluh lewat tiga puluh)", "2026-05-06T10:30:00+07:00"),
        (
            "Rabu tanggal enam Mei dua ribu dua puluh enam pukul empat belas lewat lima menit WITA",
            "2026-05-06T14:05:00+08:00",
        ),
        ("6 Mei 2026 10:30:15 WITA", "2026-05-06T10:30:15+08:00"),
        ("6 Mei 2026 10:30 wit", "2026-05-06T10:30:00+09:00"),
        ("2026-05-06T10:30:00+07:00", "2026-05-06T10:30:00+07:00"),
        ("2026-05-06T03:30Z", "2026-05-06T03:30:00+00:00"),
        ("2026-05-06T10:30:00+05:30", "2026-05-06T10:30:00+05:30"),
        ("6/5/2026 0:00", "2026-05-06T00:00:00+07:00"),
        ("6/5/2026 23:59:59", "2026-05-06T23:59:59+07:00"),
        (moment("2026-05-06T10:00"), "2026-05-06T10:00:00+07:00"),
        (moment("2026-05-06T10:00:00.499999"), "2026-05-06T10:00:00+07:00"),
        (moment("2026-05-06T09:59:59.500000"), "2026-05-06T10:00:00+07:00"),
        (moment("2026-12-31T09:59:59.900000"), "2026-12-31T10:00:00+07:00"),
        (None, None),
        (" ", None),
    ],
)
def test_a_time(value: Any, read: str | None) -> None:
    """In the zone that it names itself, else in the workbook's; to the nearest second."""
    assert WIB.read(Cell(value)) == read


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("6/5/2026", "XLS035"),
        ("10:00", "XLS035"),
        ("6/5/2026 24:00", "XLS035"),
        ("6/5/2026 10:60", "XLS035"),
        ("6/5/2026 10:00:60", "XLS035"),
        ("6/5/2026 10:00 PM", "XLS035"),
        ("6 Mei 2026 pukul dua", "XLS035"),  # it may be in the afternoon
        ("6 Mei 2026 pukul enam", "XLS035"),
        ("6 Mei 2026 pukul 10.00 (sebelas) WIB", "XLS035"),
        ("6 Mei 2026 pukul 10.30 (sepuluh) WIB", "XLS035"),
        ("6 Mei 2026 pukul dua puluh lima", "XLS035"),
        ("6 Mei 2026 pukul sepuluh lewat enam puluh menit", "XLS035"),
        ("6 Mei 2026 pukul sepuluh lewat", "XLS035"),
        ("6 Mei 2026 pukul sepuluh dua", "XLS035"),
        ("6 Mei 2026 10.30 Waktu Indonesia Barat (WITA)", "XLS035"),
        ("6 Mei 2026 sepuluh", "XLS035"),
        ("Kamis, 6 Mei 2026 pukul sepuluh", "XLS174"),
        ("13/13/2026 10:00", "XLS034"),
        ("besok pagi", "XLS035"),
        (46148.5, "XLS035"),
        (dt.time(10), "XLS035"),
        (dt.timedelta(hours=30), "XLS035"),
        (day("2026-05-06"), "XLS035"),
        (moment("9999-12-31T23:59:59.999000"), "XLS035"),
        (True, "XLS035"),
    ],
)
def test_no_time(value: Any, code: str) -> None:
    """A time without its day, or no time at all."""
    assert refusal(WIB, value)[0] == code


def test_a_cell_full_of_spaces_takes_no_time() -> None:
    """The pattern of a time would go over it from each of its signs: half a minute a cell."""
    start = time.process_time()

    assert refusal(WIB, "1" + " " * 32_000 + "1")[0] == "XLS035"
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("value", ["6/5/2026 10:00", moment("2026-05-06T10:00")])
def test_a_time_of_an_unknown_zone(value: Any) -> None:
    """Neither the cell nor the workbook says it."""
    assert refusal(TIME, value) == ("XLS036", "")
    assert TIME.within(Local("+08:00")).read(Cell(value)) == "2026-05-06T10:00:00+08:00"
    assert TIME.read(Cell("6/5/2026 10:00 WIT")) == "2026-05-06T10:00:00+09:00"


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (DATE, "2026-05-06", day("2026-05-06")),
        (DATE, "1901-01-01", day("1901-01-01")),
        (DATE, "1900-12-31", "1900-12-31"),
        (WIB, "2026-05-06T10:00:00+07:00", moment("2026-05-06T10:00")),
        (WIB, "2026-05-06T10:00:00+08:00", "2026-05-06T10:00:00+08:00"),
        (WIB, "1900-12-31T10:00:00+07:00", "1900-12-31T10:00:00+07:00"),
    ],
)
def test_what_is_written(kind: Kind, value: str, written: Any) -> None:
    """As Excel's own where Excel can keep it, else as a text that says it whole."""
    cell = kind.write(value)

    assert (cell, type(cell)) == (written, type(written))
    assert kind.read(Cell(cell)) == value


@given(DAYS, st.times(), st.sampled_from([*ZONES.values(), "+00:00", "-11:30", "+14:00"]))
def test_every_day_and_time_of_the_format_reads_back(date: str, time: dt.time, zone: str) -> None:
    """Unconditional: of every year that a tender can have, in any zone."""
    value = f"{date}T{time.replace(microsecond=0).isoformat()}{zone}"

    assert DATE.read(Cell(DATE.write(date))) == date
    assert WIB.read(Cell(WIB.write(value))) == value


@given(DAYS)
def test_the_month_never_stands_first(date: str) -> None:
    """Unconditional: written by hand the day comes first, so another order is another day."""
    year, month, number = date.split("-")
    assert DATE.read(Cell(f"{number}/{month}/{year}")) == date
    if int(number) > 12:
        with pytest.raises(CellError):
            DATE.read(Cell(f"{month}/{number}/{year}"))


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        ([], None),
        (["2026-05-06T10:00:00+00:00"], None),
        (["2026-05-06T10:00:00+08:00"], "+08:00"),
        (["2026-05-06T10:00:00+09:00", "2026-05-06T10:00:00+07:00"], "+07:00"),
        (["2026-05-06T10:00:00+09:00"] * 2 + ["2026-05-06T10:00:00+07:00"], "+09:00"),
    ],
)
def test_the_zone_of_a_workbook_is_that_of_most_times(times: list[str], zone: str | None) -> None:
    """Of Indonesia's three; of two that are equal the more western one."""
    assert common_zone(times) == zone
