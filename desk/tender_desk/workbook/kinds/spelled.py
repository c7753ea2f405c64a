"""Whole numbers in words, as papers print them, whatever is written together."""

import re
from decimal import Decimal

from tender_rules.words import terbilang

__all__ = ["joined", "spelled"]

_ONES = {terbilang(Decimal(one)).removesuffix(" rupiah"): one for one in range(1, 10)} | {"se": 1}
_TIMES = {"belas": 1, "puluh": 10, "ratus": 100}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
# The longer first: `sembilan` begins as `sepuluh` does.
_PARTS = re.compile("|".join(sorted((*_ONES, *_TIMES, *_SCALES), key=len, reverse=True)))


def joined(words: str) -> str:
    """Words without case and spaces; *milyar* is how papers write `miliar`."""
    return "".join(words.split()).casefold().replace("milyar", "miliar")


def spelled(words: str) -> int:
    """The number that is said so; 0 for none, and for what is no number.

    >>> spelled("dua ribu dua puluh  enam"), spelled("Sebelas"), spelled("duapuluh"), spelled("x")
    (2026, 11, 20, 0)
    >>> spelled("satu milyar sembilan ratus juta seribu"), spelled("dua dua")
    (1900001000, 0)
    """
    said = joined(words)
    whole, group, ones = 0, 0, 0
    for part in _PARTS.findall(said):
        if part in _ONES:
            ones = _ONES[part]
        elif part in _TIMES:
            teens = 10 if part == "belas" else 0
            group, ones = group + ones * _TIMES[part] + teens, 0
        else:
            whole, group, ones = whole + (group + ones) * _SCALES[part], 0, 0
    number = whole + group + ones
    # What is said otherwise than that number is, as by `dua dua`, is none.
    return number if number and _said(number) == said else 0


def _said(number: int) -> str:
    return joined(terbilang(Decimal(number)).removesuffix(" rupiah"))
