"""The days off that ship with the law, read from TOML: of the nation by year, of a region."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from tender_engine.days import DaysOff
from tender_engine.findings import Citation, Source
from tender_engine.law import LawError

__all__ = ["read_days_off", "read_local_days"]

# The joint decree of the ministers of religion, of manpower and of the apparatus of the state.
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


def read_local_days(text: str, name: str) -> Mapping[dt.date, str]:
    """The days off that an overlay adds for its region, under `[days]`.

    Raises:
        LawError: a key is no date; the message names it.
    """
    return _days(tomllib.loads(text).get("days", {}), name)


def _days(told: Mapping[str, Any], place: str) -> dict[dt.date, str]:
    try:
        return {dt.date.fromisoformat(day): str(name) for day, name in told.items()}
    except ValueError as error:
        raise LawError(f"{place}: {error}") from None
