"""What a cell shows and what it holds are told apart; the one that the amount is made of counts."""

from fractions import Fraction

import pytest

from tender_desk.schedules.shown import shown
from tests.desk.schedules.books import DOCUMENT, codes, read, written

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]


def one(volume, price, amount, volume_form="General", price_form="General", amount_form="General"):
    """The reading of one line whose cells have these formats."""

    def change(made):
        for cell, form in (("C2", volume_form), ("D2", price_form), ("E2", amount_form)):
            made.active[cell].number_format = form

    return read([HEAD, ["Galian tanah biasa", "m3", volume, price, amount]], DOCUMENT[:1], change)


def told(reading, *kinds):
    return [(n.code, n.cell, n.value) for n in reading.notes if n.code in kinds]


KINDS = ("hidden_digits", "as_shown", "cut")


@pytest.mark.parametrize(
    ("form", "number", "wanted"),
    [
        ("General", "50000.4567", "50000.4567"),
        ("@", "50000.4567", "50000.4567"),
        ("0", "0.5", "1"),
        ("#,##0", "2.5", "3"),
        ("#,##0.00", "33.33333", "33.33"),
        ('_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "1234.567", "1234.57"),
        ("[$Rp-421]#,##0", "50000.4567", "50000"),
        ('"Rp"\\ #,##0_);[Red]\\("Rp"#,##0\\)', "50000.4567", "50000"),
        ("#,##0,", "50400", "50"),
        ("#,##0.0,,", "1260000", "1.3"),
        ("[>=1000000]#,##0.0,,;[>=1000]#,##0,;0", "1260000", "1.3"),
        ("[>=1000000]#,##0.0,,;[>=1000]#,##0,;0", "50400", "50"),
        ("[>=1000000]#,##0.0,,;[>=1000]#,##0,;0", "12.4", "12"),
        ("0.###", "1.23456", "1.235"),
        (".00", "0.456", "0.46"),
        ('0" m2"', "12.4", "12"),
        ('0",-"', "12.4", "12"),
        ("0.00E+00", "12345", "12345"),
        ("# ?/?", "0.3333", "0.3333"),
        ("#,##0;(#,##0)", "-2.5", "-3"),
        ('0".000"', "50", None),
        ("0\\0\\0\\0", "50", None),
        (";;;", "50", None),
        ('"termasuk"', "50", None),
        (";;;", "0", "0"),
    ],
)
def test_what_a_format_shows(form, number, wanted):
    found = shown(form, Fraction(number))

    assert found == (None if wanted is None else Fraction(wanted))


def test_a_price_whose_amount_is_made_of_what_is_shown_is_that():
    """A hundred times 50,000 is the amount that was written; of 50,000.4567 it is another."""
    reading = one(100, 50000.4567, 5000000, price_form="#,##0")

    assert (codes(reading), written(reading)) == ([], [("L1", "100", "50000", "5000000")])
    assert told(reading, *KINDS) == [("as_shown", "Rincian!D2", "50000 → 50000.4567")]


@pytest.mark.parametrize("amount", ["=C2*D2", 5000045.67, "=ROUND(C2*D2,0)", 5000046])
def test_a_price_whose_amount_is_made_of_what_is_stored_is_that(amount):
    """A hundred times 50,000.4567 is 5,000,045.67, which is 5,000,046 in whole rupiah."""
    reading = one(100, 50000.4567, amount, price_form="#,##0", amount_form="#,##0")

    assert codes(reading) == []
    assert written(reading)[0][2] == "50000.4567"
    assert told(reading, *KINDS) == [("hidden_digits", "Rincian!D2", "50000 → 50000.4567")]


def test_a_price_that_no_amount_decides_is_the_stored_one_and_noted():
    reading = one(100, 50000.4567, None, price_form="#,##0")

    assert (codes(reading), written(reading)[0][2]) == ([], "50000.4567")
    assert [code for code, _, _ in told(reading, *KINDS)] == ["hidden_digits"]


def test_a_price_whose_amount_is_made_of_neither_is_in_doubt():
    assert codes(one(100, 50000.4567, 5100000, price_form="#,##0")) == [("XLS145", "Rincian!D2")]


@pytest.mark.parametrize("form", ['0".000"', ";;;"])
def test_a_price_that_shows_what_it_is_not_is_in_doubt(form):
    """50 shown as 50.000, or as nothing."""
    assert codes(one(100, 50, "=C2*D2", price_form=form)) == [("XLS145", "Rincian!D2")]


def test_an_amount_is_the_shown_one_where_that_is_what_the_line_makes():
    """A hundred times 50,000 is 5,000,000, and what is behind the comma is no correction."""
    reading = one(100, 50000, 5000000.4, amount_form="#,##0")

    assert written(reading) == [("L1", "100", "50000", "5000000")]
    assert told(reading, *KINDS) == [("as_shown", "Rincian!E2", "5000000 → 5000000.4")]


def test_an_amount_in_thousands_of_a_line_without_price_is_in_doubt():
    """4,999,600 shown as 5,000 thousand."""

    def change(made):
        made.active["B2"].number_format = "#,##0,"

    rows = [["Uraian", "Jumlah Harga"], ["Galian tanah biasa", 4999600]]
    assert codes(read(rows, DOCUMENT[:1], change)) == [("XLS145", "Rincian!B2")]


@pytest.mark.parametrize(
    ("volume", "price", "amount", "wanted"),
    [
        ("=100/3", 60000, "=C2*D2", ("33.333333", "60000")),
        (100, 50000.4567891, "=C2*D2", ("100", "50000.456789")),
        (100, "=1000000/3", "=C2*D2", ("100", "333333.333333")),
        (100, "1,1234567", None, ("100", "1.123457")),
    ],
)
def test_decimals_without_end_are_read_to_the_sixth(volume, price, amount, wanted):
    """That changes no amount by a sen, or a volume that the document has to itself anyway."""
    reading = one(volume, price, amount)

    assert codes(reading) == []
    assert written(reading)[0][1:3] == wanted
    assert [code for code, _, _ in told(reading, *KINDS)] == ["cut"]


def test_a_volume_without_end_is_the_shown_one_where_its_digits_weigh():
    """A third of three milliard: the sixth decimal is a thousand rupiah."""
    reading = one("=1/3", 3_000_000_000, "=C2*D2", volume_form="0.00")

    assert codes(reading) == []
    assert written(reading)[0][1:3] == ("0.33", "3000000000")


def test_a_price_without_end_on_a_large_volume_is_a_fault():
    """A million times a third of a millionth is a third of a rupiah."""
    assert codes(one(1_000_000, "=1000000/3", "=C2*D2")) == [("XLS057", "Rincian!D2")]
    # With the digits that are shown the amount is made, so that they are the bid's.
    reading = one(1_000_000, "=1000000/3", 333333330000, price_form="0.00")
    assert (codes(reading), written(reading)[0][2]) == ([], "333333.33")


def test_plain_numbers_are_not_told_of():
    """An amount of decimals that its factors have hides nothing."""
    reading = one(12.5, 333.33, "=C2*D2", "0.0", "#,##0.00", "#,##0")

    assert (codes(reading), told(reading, *KINDS)) == ([], [])


def test_an_amount_with_ppn_is_made_of_the_price_with_it():
    """A hundred times 50,000 with 11 percent is 5,550,000."""

    def change(made):
        made.active["D2"].number_format = "#,##0"

    rows = [
        ["Uraian", "Satuan", "Volume", "Harga Satuan", "PPN (%)", "Jumlah Harga"],
        ["Galian tanah biasa", "m3", 100, 50000.4567, 11, 5550000],
    ]
    reading = read(rows, DOCUMENT[:1], change)

    assert (codes(reading), written(reading)[0][2]) == ([], "50000")
