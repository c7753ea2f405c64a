# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""Dates and times in cells. Excel knows no time zone, so the workbook names one for all its times.

A time of another zone, or one that Excel cannot keep, is written as a text that says it whole.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Self

from tender_desk.workbook.kinds import LEFT_BLANK, CellError, Given, Kind, as_typed
from tender_desk.workbook.kinds.clocks import (
    IN_WORDS,
    LONGEST,
    ZONES,
    apart,
)
from tender_desk.workbook.kinds.spelled import spelled
from tender_desk.workbook.reading.local import Local

__all__ = ["DATE", "ENDLESS", "TIME", "ZONES", "Time", "common_zone"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb", "pebruari", "peb"),
            ("maret", "mar"),
            ("april", "apr"),
            ("mei",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("agustus", "agu", "agt", "ags"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov", "nopember", "nop"),
            ("desember", "des"),
        ),
        1,
    )
    for name in names
}
_ENDLESS = ("tanpa batas waktu", "tanpa batas", "seumur hidup", "selamanya", "-")
_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_SUNDAY = "ahad"
_SHORT = {name[:3]: name for name in _WEEKDAYS}  # as Excel shows them
# As minutes begin: `hari Senin tanggal 4 Mei 2026`; the day may be a number in words.
_UNDER_TEN = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_SPELLED = rf"(?:{_UNDER_TEN}|sepuluh|sebelas)\b"
_BEFORE = re.compile(
    r"(?:pada\s+(?=hari\b))?(?:(?:hari\s+(?:ini\s*,?\s*)?)?"
    r"(?P<weekday>(?!tanggal\b)[a-z'\u2019]+)(?:\s*,\s*|\s+))?"
    rf"(?:tanggal\s+)?(?=[0-9]|{_SPELLED})",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})", re.ASCII)
# What programs write behind a day that has no time.
_MIDNIGHT = re.compile(r"(?<=\d)[T ]+00[:.]00(?:[:.]00(?:\.0+)?)?$", re.ASCII)
# A number in figures, in words, or in figures with its words behind it, as papers print it.
_WORDS = re.compile(
    rf"(?P<day>\d{{1,2}}(?:\s*\({IN_WORDS}\))?|{IN_WORDS}?)[\s-]+(?:bulan\s+)?"
    rf"(?P<month>{'|'.join(_MONTHS)})\.?[\s-]+(?:tahun\s+)?"
    rf"(?P<year>\d{{4}}(?:\s*\({IN_WORDS}\))?|{IN_WORDS})"
    r"(?:\s*\((?P<again>[0-9./-]+)\))?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?P<figure>\d+)\s*\((?P<words>{IN_WORDS})\)", re.IGNORECASE)
# Excel counts days from 1900 and gets the first two months of that year wrong.
_FIRST = dt.date(1901, 1, 1)
_LAST_YEAR = 2199


class _Date(Kind):
    """A day."""

    shown = "dd/mm/yyyy"

    def write(self, value: str) -> dt.date | str:
        day = dt.date.fromisoformat(value)
        return day if day >= _FIRST else value

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if value is None:
            return None
        if isinstance(value, dt.datetime) and value.time() == dt.time():
            return value.date().isoformat()
        if isinstance(value, str):
            text = as_typed(value)
            return _day(_MIDNIGHT.sub("", text)) if text else None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        raise CellError("XLS034", found=str(value)[:40])


class _Endless(_Date):
    """A day, or that there is none because no end is set."""

    of = str | None
    shown = "dd/mm/yyyy"

    def write(self, value: str | None) -> dt.date | str:
        return _ENDLESS[0] if value is None else super().write(value)

    def read(self, cell: Given) -> Any:
        if isinstance(cell.value, str) and as_typed(cell.value).casefold() in _ENDLESS:
            return LEFT_BLANK
        return super().read(cell)


DATE, ENDLESS = _Date(), _Endless()


class Time(Kind):
    """A time, in the zone that the workbook names."""

    shown = "dd/mm/yyyy hh:mm"

    def __init__(self, zone: str | None) -> None:
        self._zone = zone

    def within(self, local: Local) -> Self:
        return type(self)(local.zone)

    def write(self, value: str) -> dt.datetime | str:
        local, zone = value[:-6], value[-6:]
        moment = dt.datetime.fromisoformat(local)
        # A day alone would look like its midnight, which is therefore a text.
        if zone != self._zone or moment.date() < _FIRST or moment.time() == dt.time():
            return value
        return moment

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, dt.datetime) and value.year < dt.MAXYEAR:
            # A fraction of a day is a double: what is meant is the nearest second.
            moment = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
            if moment.year > _LAST_YEAR:
                raise CellError("XLS035", found=f"{moment:%d/%m/%Y %H:%M}")
            if moment.time() == dt.time():
                raise CellError("XLS098", found=f"{moment:%d/%m/%Y}")
            return moment.isoformat() + self._known()
        if isinstance(value, str):
            return self._text(as_typed(value))
        raise CellError("XLS035", found=str(value)[:40])

    def _text(self, text: str) -> str:
        found = apart(text)
        if found is None:
            raise CellError("XLS035", found=text[:40])
        day, clock, zone = found
        return f"{_day(day)}T{clock.isoformat()}{zone or self._known()}"

    def _known(self) -> str:
        if self._zone is None:
            raise CellError("XLS036")
        return self._zone


# Of a layout, which does not know the zone of a workbook yet.
TIME = Time(None)


def common_zone(times: Iterable[str]) -> str | None:
    """The zone of Indonesia that most `times` (ISO 8601, with an offset) are in."""
    count = Counter(time[-6:] for time in times)
    known = sorted(ZONES.values(), key=lambda zone: (-count[zone], zone))
    return known[0] if count[known[0]] else None


def _day(text: str) -> str:
    """The day that a text names, the month never first; a weekday before it has to be its own.

    >>> _day("6 Mei 2026"), _day("06/05/2026"), _day("Rabu tanggal 6 Mei 2026")
    ('2026-05-06', '2026-05-06', '2026-05-06')
    """
    before = _BEFORE.match(text)
    named, bare = (before["weekday"], text[before.end() :]) if before else (None, text)
    if found := _ISO.fullmatch(bare):
        year, month, day = map(int, found.groups())
    elif found := _NUMBERS.fullmatch(bare):
        day, month, year = map(int, found.groups())
    elif found := _WORDS.fullmatch(bare) if len(bare) <= LONGEST else None:
        day, month, year = (
            _said(found["day"]),
            _MONTHS[found["month"].lower()],
            _said(found["year"]),
        )
    else:
        raise CellError("XLS034", found=text[:40])
    try:
        date = dt.date(year, month, day)
    except ValueError as error:
        raise CellError("XLS034", found=text[:40]) from error
    if found.re is _WORDS and found["again"] and _day(found["again"]) != date.isoformat():
        raise CellError("XLS034", found=text[:40])
    if named:
        weekday, said = _WEEKDAYS[date.weekday()], re.sub(r"[^a-z]", "", named.lower())
        said = _WEEKDAYS[-1] if said == _SUNDAY else said
        if weekday not in (said, _SHORT.get(said)):
            raise CellError("XLS174", found=text[:40], day=weekday.capitalize())
    return date.isoformat()


def _said(number: str) -> int:
    """A number of a date in figures, in words, or in both, which have to be the same; 0 for none.

    >>> _said("31"), _said("dua ribu dua puluh  enam"), _said("4 (Empat)"), _said("4 (lima)")
    (31, 2026, 4, 0)
    """
    if both := _NUMBER.fullmatch(number):
        figure = int(both["figure"])
        return figure if _said(both["words"]) == figure else 0
    return int(number) if number.isdigit() else spelled(number)
