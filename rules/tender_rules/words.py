"""Amounts, scores, days and times as an Indonesian official record writes them.

Two functions decide how money is written: `rupiah` for whoever reads a result, to the sen, and
`rupiah_exact` for those who check it. Both only write: what is compared is never rounded.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tender_engine.events import TYPES, Event
from tender_engine.numbers import fraction_said, half_up, plain, round_half_up, terminating
from tender_engine.zones import ABBREVIATED, HOURS

__all__ = [
    "CALENDAR",
    "amount_in_full",
    "apart",
    "clock",
    "date_and_clock",
    "dated",
    "day_and_date",
    "event_named",
    "in_english_figures",
    "long_date",
    "number",
    "rupiah",
    "rupiah_exact",
    "score",
    "score_exact",
    "signed",
    "terbilang",
    "to_sen",
    "weight",
]

_EVENTS = {kind: key.replace("_", " ") for key, kind in TYPES.items()}
# Of these the letters are said.
_EVENTS |= {TYPES[key]: key.upper() for key in ("sppbj",)}
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
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# The names of days and months, as a record writes them.
CALENDAR = (*_DAYS, *_MONTHS)
_IN_ENGLISH = dict(zip(CALENDAR, (*_ENGLISH_DAYS, *_ENGLISH_MONTHS), strict=True))
_CLOCK, _WORD = re.compile(r"\bpukul (\d\d)\.(\d\d)(?:\.(\d\d))?"), re.compile(r"\b[A-Z][a-z]+\b")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_SWAPPED = str.maketrans(",.", ".,")
# The three times of the country, by hours ahead of UTC.
_ZONES = {HOURS[zone]: said for zone, said in ABBREVIATED.items()}
_SEN = 2  # decimals of a rupiah, and those of a score


def to_sen(amount: Decimal | Fraction) -> Decimal:
    """`amount` as it is shown to people: two decimals, a half going away from zero.

    >>> to_sen(Decimal("-0.125")), to_sen(Fraction(200, 3))
    (Decimal('-0.13'), Decimal('66.67'))
    """
    exactly = terminating(amount) if isinstance(amount, Fraction) else amount
    return round_half_up(exactly, _SEN) if exactly is not None else half_up(Fraction(amount), _SEN)


def terbilang(amount: Decimal) -> str:
    """`amount` in words, in rupiah and sen: what `rupiah` writes in figures.

    >>> terbilang(Decimal("1001000"))
    'satu juta seribu rupiah'
    >>> terbilang(Decimal("100000000.894"))
    'seratus juta rupiah delapan puluh sembilan sen'

    Raises:
        ValueError: it is below zero, or 10^21 and more: no word here reaches it.
    """
    whole, sen = _split(to_sen(amount))
    if amount < 0 or len(whole) > 3 * len(_SCALES):
        raise ValueError(f"no words for {amount}")
    words = f"{_cardinal(whole)} rupiah"
    return f"{words} {_cardinal(sen)} sen" if int(sen) else words


def _split(amount: Decimal) -> tuple[str, str]:
    """Digits before and after the point; at least two after it."""
    whole, _, decimals = plain(amount.copy_abs()).partition(".")
    return whole, decimals.ljust(_SEN, "0")


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


def rupiah(amount: Decimal | Fraction) -> str:
    """`amount` in figures as people read it: rounded to the sen.

    >>> rupiah(Decimal("1104450000")), rupiah(Decimal("-0.125")), rupiah(Decimal("-0.004"))
    ('Rp1.104.450.000,00', '-Rp0,13', 'Rp0,00')
    """
    return _in_figures(to_sen(amount))


def rupiah_exact(amount: Decimal | Fraction) -> str:
    """`amount` in figures as those read it who check it: all the decimals that there are.

    Of an amount whose decimals have no end the fraction stands beside the sen.

    >>> rupiah_exact(Decimal("23341969.6864")), rupiah_exact(Fraction(200, 3))
    ('Rp23.341.969,6864', '≈ Rp66,67 (200/3)')
    """
    exactly = terminating(amount) if isinstance(amount, Fraction) else amount
    return f"≈ {rupiah(amount)} ({amount})" if exactly is None else _in_figures(exactly)


def _in_figures(amount: Decimal) -> str:
    whole, decimals = _split(amount)
    return f"{'-' if amount < 0 else ''}Rp{_grouped(whole)},{decimals}"


def signed(effect: Decimal, *, exactly: bool = False) -> str:
    """An effect on a total, in rupiah, with its sign.

    >>> signed(Decimal("0.002")), signed(Decimal("0.002"), exactly=True)
    ('Rp0,00', '+Rp0,002')
    """
    shown = effect if exactly else to_sen(effect)
    return f"{'+' if shown > 0 else ''}{_in_figures(shown)}"


def event_named(kind: type[Event]) -> str:
    """What an event is called within a sentence.

    >>> event_named(TYPES["pengunduran_diri"]), event_named(TYPES["sppbj"])
    ('pengunduran diri', 'SPPBJ')
    """
    return _EVENTS[kind]


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


def apart(scores: Iterable[Decimal | Fraction | None]) -> int:
    """With how many decimals scores are shown: two, or as many as part those that are not equal.

    >>> apart([Fraction(79), Fraction(1600, 19)]), apart([Fraction("84.2101"), Fraction("84.21")])
    (2, 4)
    """
    exact = sorted({Fraction(score) for score in scores if score is not None})
    places = _SEN
    # Sorted, only neighbours can look alike.
    while any(half_up(a, places) == half_up(b, places) for a, b in pairwise(exact)):
        places += 1
    return places


def score(value: Decimal | Fraction, places: int = _SEN) -> str:
    """A score as people read it, with as many decimals as `apart` says.

    >>> score(Fraction(79)), score(Fraction(1600, 19)), score(Fraction(1600, 19), 4)
    ('79,00', '84,21', '84,2105')
    """
    whole, _, decimals = f"{half_up(Fraction(value), places):f}".partition(".")
    return f"{_grouped(whole)},{decimals}"


def weight(value: Fraction | None) -> str:
    """A weight in percent as it was given: a number, or a fraction without an end of decimals.

    >>> weight(Fraction("12.5")), weight(Fraction(100, 9))
    ('12,5%', '100/9%')
    """
    said = fraction_said(value or Fraction(0))
    return f"{said if '/' in said else number(Decimal(said))}%"


def score_exact(value: Fraction) -> str:
    """A score as those read it who check it; one whose decimals have no end as a fraction.

    >>> score_exact(Fraction(79)), score_exact(Fraction(1600, 19))
    ('79', '1600/19')
    """
    exactly = terminating(value)
    return str(value) if exactly is None else number(exactly)


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


def in_english_figures(text: str) -> str:
    """Figures, days and times of a record as English writes them.

    >>> in_english_figures("Rp1.200.000,50 pada Senin, 4 Mei 2026 pukul 09.00 WIB")
    'Rp1,200,000.50 pada Monday, 4 May 2026 at 09:00 WIB'
    """
    text = _CLOCK.sub(lambda clock: f"at {':'.join(filter(None, clock.groups()))}", text)
    text = _WORD.sub(lambda word: _IN_ENGLISH.get(word[0], word[0]), text)
    return _GROUPED.sub(lambda figure: figure[0].translate(_SWAPPED), text)
