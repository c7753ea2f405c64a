"""Times of a day as papers print them: `pukul 14.05 WIB`, `pukul sepuluh lewat lima menit`."""

import datetime as dt
import re
from collections.abc import Mapping

from tender_desk.workbook.kinds.spelled import spelled
from tender_engine.zones import ABBREVIATED, HOURS

__all__ = ["IN_WORDS", "LONGEST", "NAMED_AFTER", "ZONES", "apart"]

# Of Indonesia, by the word that people write.
ZONES: Mapping[str, str] = {said: f"+{HOURS[zone]:02}:00" for zone, said in ABBREVIATED.items()}
# No time is longer, and a pattern that looks through pages of spaces takes its time.
LONGEST = 160
IN_WORDS = r"[a-z]+(?:\s+[a-z]+)*"
NAMED_AFTER = {"WIB": "barat", "WITA": "tengah", "WIT": "timur"}
_IN_FULL = {of: zone for zone, of in NAMED_AFTER.items()}
_NAMED = "|".join(rf"{name}(?:\s*\({said}\))?" for name, said in _IN_FULL.items())
_ZONE = rf"(?P<zone>Z|[+-]\d{{2}}:\d{{2}}|WIB|WITA|WIT|Waktu\s+Indonesia\s+(?:{_NAMED}))?"
_FIGURES = re.compile(
    r"(?P<day>.+?)[T ,]+(?:(?:pukul|jam) )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    rf"(?:[:.](?P<second>\d{{2}}))?(?:\s*\((?P<words>{IN_WORDS})\))?\s*{_ZONE}",
    re.ASCII | re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?P<day>.+?)[ ,]+(?:pukul|jam)\s+(?:(?P<hour>\d{{1,2}})|(?P<words>{IN_WORDS}?))\s*{_ZONE}",
    re.ASCII | re.IGNORECASE,
)
# Whoever says an hour in words and means the afternoon may say `dua` for `empat belas`.
_FIRST_SAID = 7


def apart(text: str) -> tuple[str, dt.time, str] | None:
    """The day of a text as it stands there, the time behind it and its zone, if it says one.

    `None` where no time stands there, or one in words that is another, or may be.

    >>> apart("6 Mei 2026 pukul 14.05 WIB")
    ('6 Mei 2026', datetime.time(14, 5), '+07:00')
    >>> apart("6 Mei 2026, pukul sepuluh lewat lima menit")[1], apart("6 Mei 2026 pukul dua")
    (datetime.time(10, 5), None)
    """
    if len(text) > LONGEST:
        return None
    found = _FIGURES.fullmatch(text) or _SPOKEN.fullmatch(text)
    time = _time(found.groupdict()) if found else None
    if found is None or time is None:
        return None
    return found["day"].strip(" ,"), time, _zone(found["zone"] or "")


def _time(said: Mapping[str, str | None]) -> dt.time | None:
    """The time in figures, in words, or in both if they are the same."""
    hour, words = said["hour"], said["words"]
    try:
        if hour is None:
            time = _said(words or "")
            return time if time and time.hour >= _FIRST_SAID else None
        time = dt.time(int(hour), int(said.get("minute") or 0), int(said.get("second") or 0))
        return None if words and _said(words) != time.replace(second=0) else time
    except ValueError:
        return None


def _said(words: str) -> dt.time | None:
    hour, lewat, past = " ".join(words.lower().split()).partition(" lewat ")
    at, minute = spelled(hour), spelled(past.removesuffix(" menit"))
    return dt.time(at, minute) if at and (minute or not lewat) else None


def _zone(said: str) -> str:
    for name, zone in _IN_FULL.items():
        if name in said.lower():
            return ZONES[zone]
    return ZONES.get(said.upper(), "+00:00" if said.upper() == "Z" else said)
