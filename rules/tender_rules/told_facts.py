"""The facts of a finding as people read them: their names in words, figures, days and answers.

A record keeps them as a program writes them, so that its digest is the same in any language.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from tender_rules.words import date_and_clock, in_english_figures, long_date, number

__all__ = ["fact_in_english", "told_fact"]

# Facts that hold what people typed, or a code.
_TYPED = frozenset({"alasan", "dibandingkan_sebagai", "kriteria", "nomor", "pada", "uraian"})
# Those that name lines, bidders and the like by their codes, which may look like figures: `5.10`.
_CODES = _TYPED | {
    "berbagi", "dibandingkan_sebagai", "dimenangkan", "pada", "paket",
    "baris", "baris_disesuaikan", "daftar", "pemenang", "tidak_diperiksa", "tidak_timpang",
    "timpang",
}  # fmt: skip
_ANSWERS = {"true": "ya", "false": "tidak", "null": "belum diketahui", "pa": "PA/KPA"}
_NAMED = {"rata_rata": "rata-rata"}
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(rf"{_DAY.pattern}T[0-9:.]+(?:[-+][0-9:]+|Z)?")


@cache
def _english() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_name("facts_en.toml").read_text("utf-8")
    return tomllib.loads(text)


def told_fact(name: str, value: str) -> tuple[str, str]:
    """A fact of a finding by its name and value in Indonesian; codes and what people typed stay.

    >>> told_fact("nilai_total", "78.5000000000"), told_fact("p1.disampaikan", "true")
    (('nilai total', '78,5'), ('p1.disampaikan', 'ya'))
    >>> told_fact("baris", "5.10"), told_fact("selesai", "2019-08-15")
    (('baris', '5.10'), ('selesai', '15 Agustus 2019'))
    """
    of, point, last = name.rpartition(".")
    known = last in _english()["names"]
    named = _NAMED.get(last, last.replace("_", " ")) if known else last
    return f"{of}{point}{named}", _told(last, value)


def _told(name: str, value: str) -> str:
    if name in _TYPED:
        return _word(value) if "_" in value else value
    if name not in _CODES:
        if _FIGURE.fullmatch(value):
            return number(Decimal(value))
        if _MOMENT.fullmatch(value):
            return date_and_clock(dt.datetime.fromisoformat(value))
        if _DAY.fullmatch(value):
            return long_date(dt.date.fromisoformat(value))
    return ", ".join(map(_word, value.split(", ")))


def _word(part: str) -> str:
    """A word of the law with its spaces, or an answer; what is no word of ours stays."""
    spaced = part.replace("_", " ")
    return _ANSWERS.get(part) or (spaced if spaced in _english()["values"] else part)


def fact_in_english(name: str, value: str) -> tuple[str, str]:
    """A fact as `told_fact` tells it, in English; codes and what people typed stay.

    >>> fact_in_english("p1.diminta", "kecil, koperasi"), fact_in_english("nilai total", "78,5")
    (('p1.asked', 'small, cooperative'), ('total score', '78.5'))
    """
    of, point, last = name.rpartition(".")
    key, values = re.sub("[ -]", "_", last), _english()["values"]
    named = _english()["names"].get(key, last)
    told = value
    if key not in _TYPED or (key == "kriteria" and " " in value):
        told = ", ".join(values.get(part, part) for part in value.split(", "))
    if key not in _CODES and told == value:
        told = in_english_figures(value)
    return f"{of}{point}{named}", told
