"""Amounts in words and figures, against another library and a slow reverse parser."""

import ast
import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from tender_engine.numbers import half_up, percent_of, plain
from tender_rules import words
from tender_rules.words import (
    apart,
    clock,
    date_and_clock,
    dated,
    day_and_date,
    long_date,
    number,
    rupiah,
    rupiah_exact,
    score,
    score_exact,
    terbilang,
)

MOST = 10**18
ONES = dict(
    zip(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
        range(10),
        strict=True,
    )
)
SCALES = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "triliun": 10**12,
    "kuadriliun": 10**15,
    "kuintiliun": 10**18,
}


def read_back(text: str) -> int:
    """The number that Indonesian words say, word by word."""
    total = group = ones = 0
    for word in text.split():
        if word in ONES:
            ones = ONES[word]
        elif word in SCALES:
            total, group, ones = total + (group + ones) * SCALES[word], 0, 0
        elif word == "seribu":
            total += 1000
        else:
            group += {
                "puluh": ones * 10,
                "belas": ones + 10,
                "ratus": ones * 100,
                "sepuluh": 10,
                "sebelas": 11,
                "seratus": 100,
            }[word]
            ones = 0
    return total + group + ones


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0", "nol rupiah"),
        ("0.05", "nol rupiah lima sen"),
        ("10", "sepuluh rupiah"),
        ("11", "sebelas rupiah"),
        ("19", "sembilan belas rupiah"),
        ("110", "seratus sepuluh rupiah"),
        ("1000", "seribu rupiah"),
        ("1001000", "satu juta seribu rupiah"),
        ("1000001000", "satu miliar seribu rupiah"),
        ("21001", "dua puluh satu ribu satu rupiah"),
        ("101001", "seratus satu ribu satu rupiah"),
        (
            "1104450000",
            "satu miliar seratus empat juta empat ratus lima puluh ribu rupiah",
        ),
        ("12.89", "dua belas rupiah delapan puluh sembilan sen"),
        ("12.5", "dua belas rupiah lima puluh sen"),
        ("12.500", "dua belas rupiah lima puluh sen"),
        ("12.1205", "dua belas rupiah dua belas sen"),
        ("0.005", "nol rupiah satu sen"),
        ("0.0049", "nol rupiah"),
        ("12.995", "tiga belas rupiah"),
        ("1E+18", "satu kuintiliun rupiah"),
    ],
)
def test_an_amount_is_said_as_people_say_it(amount: str, expected: str) -> None:
    assert terbilang(Decimal(amount)) == expected


@given(st.integers(0, MOST))
def test_words_read_back_to_the_same_number(amount: int) -> None:
    assert read_back(terbilang(Decimal(amount)).removesuffix(" rupiah")) == amount


@given(st.integers(0, MOST - 1).filter(lambda n: n // 1000 % 1000 != 1))
def test_words_agree_with_another_library(amount: int) -> None:
    """num2words says "satu juta satu ribu": its thousands group of one is left out here."""
    assert terbilang(Decimal(amount)) == f"{num2words(amount, lang='id')} rupiah"


@given(st.integers(0, MOST - 1), st.integers(1, 99))
def test_sen_are_said_after_the_rupiah(whole: int, sen: int) -> None:
    text = terbilang(Decimal(whole) + Decimal(sen).scaleb(-2))

    rupiah_words, sen_words = text.removesuffix(" sen").split(" rupiah ")
    assert (read_back(rupiah_words), read_back(sen_words)) == (whole, sen)


@pytest.mark.parametrize("amount", ["-1", "-0.01", "1E+21"])
def test_what_has_no_words_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        terbilang(Decimal(amount))


@pytest.mark.parametrize(
    ("amount", "shown", "exactly"),
    [
        ("1104450000", "Rp1.104.450.000,00", "Rp1.104.450.000,00"),
        ("0", "Rp0,00", "Rp0,00"),
        ("999.5", "Rp999,50", "Rp999,50"),
        ("1000.123456", "Rp1.000,12", "Rp1.000,123456"),
        ("0.004999", "Rp0,00", "Rp0,004999"),
        ("0.005", "Rp0,01", "Rp0,005"),
        ("-0.004999", "Rp0,00", "-Rp0,004999"),
        ("-0.005", "-Rp0,01", "-Rp0,005"),
        ("99999999.995", "Rp100.000.000,00", "Rp99.999.999,995"),
        ("-105450000", "-Rp105.450.000,00", "-Rp105.450.000,00"),
        ("1E+9", "Rp1.000.000.000,00", "Rp1.000.000.000,00"),
    ],
)
def test_money_is_shown_to_the_sen_and_exactly(amount: str, shown: str, exactly: str) -> None:
    """A half goes away from zero, on either side of it."""
    assert rupiah(Decimal(amount)) == shown
    assert rupiah_exact(Decimal(amount)) == exactly


def test_an_amount_without_an_end_is_shown_to_the_sen() -> None:
    """200/3 = 66,666... and 2/300 = 0,00666..."""
    assert [rupiah(Fraction(n)) for n in ("200/3", "-200/3", "1/300")] == [
        "Rp66,67",
        "-Rp66,67",
        "Rp0,00",
    ]
    assert rupiah_exact(Fraction(200, 3)) == "≈ Rp66,67 (200/3)"
    assert rupiah_exact(Fraction(1, 8)) == "Rp0,125"


def test_a_ratio_is_rounded_once_whatever_the_callers_own_decimal_context_is() -> None:
    """1234567 / 3 is 411522.33..., and 1104450000 of 1221000000 are 90.45454... percent."""
    with localcontext(prec=3):
        shown = (
            half_up(Fraction(-1_234_567, 3), 2),
            percent_of(Decimal(1104450000), Decimal(1221000000)),
        )
    assert list(map(str, shown)) == ["-411522.33", "90.4545"]


@given(st.decimals(-(10**24), 10**24, allow_nan=False, allow_infinity=False, places=8))
def test_figures_read_back_exactly(amount: Decimal) -> None:
    """Exact whatever the caller's own decimal context is; the sen by counting whole sen."""
    with localcontext() as context:
        context.prec = 3
        texts = rupiah_exact(amount), number(amount)
        shown = rupiah(amount)
    for text in texts:
        assert Decimal(text.replace("Rp", "").replace(".", "").replace(",", ".")) == amount
    whole, rest = divmod(abs(Fraction(amount)) * 100, 1)
    sen = int(whole) + (rest >= Fraction(1, 2))
    sign = -1 if shown.startswith("-") else 1
    told = int("".join(sign for sign in shown if sign.isdigit()))
    assert sign * told == (sen if amount >= 0 else -sen)


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        ([], 2),
        (["79"], 2),
        (["79", "79"], 2),
        (["79.004", "79.006"], 2),  # 79,00 and 79,01
        (["79.001", "79.004"], 3),
        (["90.0001", "90", "12"], 4),
        (["200/3", "66.67"], 3),
    ],
)
def test_scores_have_the_decimals_that_part_them(scores: list[str], places: int) -> None:
    """Two, unless two that are not equal would look alike."""
    assert apart(map(Fraction, scores)) == places


def test_a_score_is_rounded_once_and_told_exactly() -> None:
    """84,004999... is nearer to 84,00; first rounded to ten decimals it would be 84,01."""
    near = Fraction("84.005") - Fraction(1, 10**12)

    assert score(near) == "84,00"
    assert score(Fraction(1600, 19)) == "84,21"
    assert [score_exact(Fraction(n)) for n in ("1600/19", "79", "84.125")] == [
        "1600/19",
        "79",
        "84,125",
    ]


def test_a_quantity_has_no_trailing_zeros() -> None:
    assert [number(Decimal(n)) for n in ("100", "90.4545", "1234567.50", "0.000")] == [
        "100",
        "90,4545",
        "1.234.567,5",
        "0",
    ]


def at(day: int, hour: int, offset: float, minute: int = 0, second: int = 0) -> dt.datetime:
    zone = dt.timezone(dt.timedelta(hours=offset))
    return dt.datetime(2022, 5, day, hour, minute, second, tzinfo=zone)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(2, 9, 7), "09.00 WIB"),
        (at(2, 23, 8, 59), "23.59 WITA"),
        (at(2, 0, 9), "00.00 WIT"),
        (at(2, 9, 7, 0, 5), "09.00.05 WIB"),
        (at(2, 9, 0), "09.00 UTC"),
        (at(2, 9, 5.5), "09.00 UTC+05:30"),
        (at(2, 9, -3), "09.00 UTC-03:00"),
    ],
)
def test_a_time_names_its_zone(moment: dt.datetime, expected: str) -> None:
    assert clock(moment) == expected


def test_days_and_dates_are_named() -> None:
    """2 May 2022 was a Monday; 17 August 1945 a Friday."""
    assert long_date(dt.date(2022, 5, 2)) == "2 Mei 2022"
    assert dated(dt.date(1945, 8, 17)) == "Jumat, 17 Agustus 1945"
    assert dated(at(8, 0, 9)) == "Minggu, 8 Mei 2022"
    assert day_and_date(at(2, 9, 7)) == "Senin tanggal 2 Mei 2022"
    assert day_and_date(dt.date(1945, 8, 17)) == "Jumat tanggal 17 Agustus 1945"
    assert day_and_date(at(8, 9, 7)) == "Minggu tanggal 8 Mei 2022"
    assert date_and_clock(at(2, 9, 8)) == "Senin, 2 Mei 2022 pukul 09.00 WITA"


def test_no_float_is_near_the_amounts() -> None:
    tree = ast.parse(Path(words.__file__).read_text("utf-8"))
    floats = [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert not floats


@pytest.mark.parametrize("zero", ["-0", "-0.00", "0.000000", "0"])
def test_zero_is_written_without_a_sign(zero):
    """A correction of nothing times minus one is a zero like any other."""
    assert plain(Decimal(zero)) == "0"
