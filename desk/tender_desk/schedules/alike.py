"""Texts that Excel takes for numbers in a condition; for which ones depends on its country."""

import re
from fractions import Fraction

from tender_desk.schedules.worths import has_digits
from tender_engine.numbers import plain, terminating

__all__ = ["ANY", "alike"]

# Texts that may be about any number: a date, a time, a fraction, a power of ten.
ANY = "?"
_LONGEST = 60
_WORDS = re.compile(r"[^\W\d_]+")
_MONTHS = re.compile(
    "jan(uari|uary)?|feb(ruari|ruary)?|mar(et|ch)?|apr(il)?|mei|may|jun[ie]?|jul[iy]?|ag[ust]|agustus|"
    "aug(ust)?|sept?(ember)?|o[kc]t(ober)?|no[vp](ember)?|de[sc](ember)?"
)
_MONEY = re.compile(r"^\W*(rp|idr|usd)\b")
_POWER_OR_HOUR = re.compile(r"[\d\s.,:]+(e[+-]?\d+|\s(am?|pm?)\.?)")
_PARTED = re.compile(r"[/:]|\d\s*-")
_OTHER = re.compile(r"[^0-9]")


def alike(worth: Fraction | str) -> str | None:
    """A key that two values share if they may be one number in some country's Excel.

    It is `None` for a text that is no number anywhere.

    >>> alike("1.10"), alike("1,1"), alike(Fraction(11, 10)), alike("3 Mei"), alike("A.1")
    ('11', '11', '11', '?', None)
    """
    if isinstance(worth, Fraction):
        exact = terminating(worth)
        return None if exact is None else _digits(plain(exact))
    text = worth.strip().casefold()
    if not has_digits(text) or len(text) > _LONGEST:
        return None
    text = _MONEY.sub("", text)
    words = _WORDS.findall(text)
    if not all(map(_MONTHS.fullmatch, words)) and not _POWER_OR_HOUR.fullmatch(text):
        return None
    plainly = not words and not _PARTED.search(text) and text.isascii()
    return _digits(text) if plainly else ANY


def _digits(text: str) -> str:
    return _OTHER.sub("", text).strip("0")
