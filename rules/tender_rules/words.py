"""Amounts, days and times as an Indonesian official record writes them. Nothing is ever rounded."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender.numbers import plain, ratio_shown, terminating

__all__ = [
    "amount_in_full",
    "clock",
    "date_and_clock",
    "dated",
    "day_and_date",
    "long_date",
    "number",
    "rupiah",
    "rupiah_of",
    "score",
    "terbilang",
]

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# The three times of the country, by hours ahead of UTC.
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
_LEAST_DECIMALS = 2


def terbilang(amount: Decimal) -> str:
    """`amount` in words, in rupiah and sen.

    What is smaller than a sen is said digit by digit after the word *koma*, never rounded.

    >>> terbilang(Decimal("1001000"))
    'satu juta seribu rupiah'
    >>> terbilang(Decimal("100000000.89"))
    'seratus juta rupiah delapan puluh sembilan sen'

    Raises:
        ValueError: it is below zero, or 10^21 and more: no word here reaches it.
    """
    whole, decimals = _split(amount)
    if amount < 0 or len(whole) > 3 * len(_SCALES):
        raise ValueError(f"no words for {amount}")
    words = f"{_cardinal(whole)} rupiah"
    sen, rest = decimals[:_LEAST_DECIMALS], decimals[_LEAST_DECIMALS:]
    if not int(decimals):
        return words
    spoken = _cardinal(sen)
    if rest:
        spoken += " koma " + " ".join(_DIGITS[int(digit)] for digit in rest)
    return f"{words} {spoken} sen"


def _split(amount: Decimal) -> tuple[str, str]:
    """Digits before and after the point; at least two after it."""
    whole, _, decimals = plain(amount.copy_abs()).partition(".")
    return whole, decimals.ljust(_LEAST_DECIMALS, "0")


def _cardinal(digits: str) -> str:
    return " ".join(_groups(digits)) or _DIGITS[0]


def _groups(digits: str) -> Iterator[str]:
    """The words of each group of three digits, from the left, with its scale."""
    width = -(-len(digits) // 3) * 3
    padded = digits.zfill(width)
    for start in range(0, width, 3):
        group, scale = padded[start : start + 3], _SCALES[(width - start) // 3 - 1]
        if group == "001" and scale == "ribu":
            yield "seribu"
        elif group != "000":
            yield from _below_thousand(group)
            if scale:
                yield scale


def _below_thousand(group: str) -> Iterator[str]:
    hundreds, tens, ones = map(int, group)
    if hundreds:
        yield "seratus" if hundreds == 1 else f"{_DIGITS[hundreds]} ratus"
    if tens == 1:
        yield {0: "sepuluh", 1: "sebelas"}.get(ones) or f"{_DIGITS[ones]} belas"
        return
    if tens:
        yield f"{_DIGITS[tens]} puluh"
    if ones:
        yield _DIGITS[ones]


def rupiah(amount: Decimal) -> str:
    """`amount` in figures: at least two decimals, and all that there are.

    >>> rupiah(Decimal("1104450000")), rupiah(Decimal("-0.125"))
    ('Rp1.104.450.000,00', '-Rp0,125')
    """
    whole, decimals = _split(amount)
    return f"{'-' if amount < 0 else ''}Rp{_grouped(whole)},{decimals}"


def rupiah_of(ratio: Fraction) -> str:
    """An amount in figures; one whose decimals have no end to the sen, half up, and marked so.

    >>> rupiah_of(Fraction(690000000)), rupiah_of(Fraction(200, 3))
    ('Rp690.000.000,00', '≈ Rp66,67')
    """
    exactly = terminating(ratio)
    if exactly is not None:
        return rupiah(exactly)
    return f"≈ {rupiah(Decimal(ratio_shown(ratio, _LEAST_DECIMALS)))}"


def amount_in_full(amount: Decimal) -> str:
    """`amount` in figures with its words, as minutes state what binds.

    >>> amount_in_full(Decimal(1000))
    'Rp1.000,00 (seribu rupiah)'
    """
    return f"{rupiah(amount)} ({terbilang(amount)})"


def number(value: Decimal) -> str:
    """A quantity or a percentage with Indonesian separators, without trailing zeros.

    >>> number(Decimal("1234.50")), number(Decimal("-90.4545"))
    ('1.234,5', '-90,4545')
    """
    whole, _, decimals = plain(value.copy_abs()).partition(".")
    sign = "-" if value < 0 else ""
    return sign + _grouped(whole) + (f",{decimals}" if decimals else "")


def score(value: Fraction) -> str:
    """A score with Indonesian separators and at most ten decimals, without trailing zeros.

    >>> score(Fraction(79)), score(Fraction(1600, 19))
    ('79', '84,2105263158')
    """
    return number(Decimal(ratio_shown(value)))


def _grouped(whole: str) -> str:
    return f"{int(whole):,}".replace(",", ".")


def long_date(day: dt.date) -> str:
    """The date with the month's name.

    >>> long_date(dt.date(2022, 5, 2))
    '2 Mei 2022'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dated(day: dt.date) -> str:
    """The day of the week and the date, in the time that `day` itself carries.

    >>> dated(dt.date(2022, 5, 2))
    'Senin, 2 Mei 2022'
    """
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def day_and_date(moment: dt.date) -> str:
    """The same as the opening line of minutes says it.

    >>> day_and_date(dt.datetime(2022, 5, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))))
    'Senin tanggal 2 Mei 2022'
    """
    return f"{_DAYS[moment.weekday()]} tanggal {long_date(moment)}"


def clock(moment: dt.datetime) -> str:
    """The time of day with its zone; seconds only where there are any.

    >>> clock(dt.datetime(2022, 5, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))))
    '09.00 WIB'
    """
    time = f"{moment:%H.%M.%S}" if moment.second else f"{moment:%H.%M}"
    return f"{time} {_zone(moment)}".rstrip()


def _zone(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    hours, rest = divmod(offset, dt.timedelta(hours=1))
    if not rest and hours in _ZONES:
        return _ZONES[hours]
    ahead = f"{moment:%z}"
    return "UTC" if not offset else f"UTC{ahead[:3]}:{ahead[3:5]}"


def date_and_clock(moment: dt.datetime) -> str:
    """Day of the week, date and time of day.

    >>> date_and_clock(dt.datetime(2022, 5, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=8))))
    'Senin, 2 Mei 2022 pukul 09.00 WITA'
    """
    return f"{dated(moment)} pukul {clock(moment)}"
