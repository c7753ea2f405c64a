"""The days off that ship with the law, read from TOML: of the nation by year, of a region."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from tender_engine.days import DaysOff, LocalDays
from tender_engine.findings import READ, Citation, Source
from tender_engine.law import LawError

__all__ = ["read_days_off", "read_local_days"]

# The joint decree of the ministers of religion, of manpower and of the apparatus of the state.
_CITED = ("instrument", "article", "source")
_DECREE = "Keputusan Bersama Menteri tentang Hari Libur Nasional dan Cuti Bersama Tahun {year}"


def read_days_off(text: str, name: str) -> DaysOff:
    """The national days off of every year that `text` has.

    Raises:
        LawError: a day stands in another year, or is none; the message names it.
    """
    named: dict[dt.date, str] = {}
    estimated: set[dt.date] = set()
    decrees: dict[int, Citation] = {}
    for key, told in tomllib.loads(text).items():
        year = int(key)
        decrees[year] = Citation(_DECREE.format(year=year), told["decree"], Source(told["source"]))
        days = _days(told["days"], f"{name}: {year}")
        estimated |= set(told["estimated"])
        strays = [str(day) for day in sorted({*days, *told["estimated"]}) if day.year != year]
        if strays or not days.keys() >= set(told["estimated"]):
            raise LawError(f"{name}: {year}: no day off of that year: {', '.join(strays)}")
        named |= days
    return DaysOff(named, frozenset(estimated), decrees)


def read_local_days(told: Mapping[str, Any], name: str) -> LocalDays:
    """The days off that an overlay adds for its region, with the text that names them.

    Raises:
        LawError: a key is unknown or missing, or no date; the message names it.
    """
    wrong = told.keys() ^ {*_CITED, "off"}
    if wrong:
        raise LawError(f"{name}: days: unknown or missing keys {sorted(wrong)}")
    instrument, article, source = (told[key] for key in _CITED)
    if source not in READ:
        raise LawError(f"{name}: days: {source} is no mark of a text")
    if not isinstance(told["off"], dict):
        raise LawError(f"{name}: days: off is no table of dates")
    texts = (instrument, article, *told["off"].values())
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise LawError(f"{name}: days: instrument, article or the name of a day is no text")
    return LocalDays(_days(told["off"], name), Citation(instrument, article, Source(source)))


def _days(told: Mapping[str, Any], place: str) -> dict[dt.date, str]:
    made: dict[dt.date, str] = {}
    for day, name in told.items():
        try:
            made[dt.date.fromisoformat(day)] = str(name)
        except ValueError:
            raise LawError(f"{place}: days: {day} is no date such as 2023-07-18") from None
    return made
