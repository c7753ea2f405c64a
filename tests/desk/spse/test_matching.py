"""Whose row it is: NPWP before names, and nobody where that is not sure."""

import pytest

from tender_desk.spse.identity import split_npwp
from tender_desk.spse.page_values import Bidder, Meaning, Place
from tender_desk.spse.whose_row import Doubt, Known, gather, match, matches, winners
from tender_rules.similar.companies import company_name
from tender_rules.similar.taxpayers import npwp_agrees, sixteen
from tests.desk.spse.pages import CHECK, CROSS, ONE, STAR, TWO, read, table

SATU = Known("p1", "PT Satu Contoh", ONE)
DUA = Known("p2", "CV Dua Contoh", TWO)
TIGA = Known("p3", "Tiga Contoh")


def row(name, npwp=None):
    """A row that says no more than who it is of."""
    return Bidder(Place(1, 2), name, npwp, {}, {})


@pytest.mark.parametrize(
    ("name", "npwp", "whose"),
    [
        ("PT. SATU CONTOH", None, "p1"),
        ("Satu Contoh, PT", None, "p1"),
        ("P.T. Satu  Contoh (Persero)", None, "p1"),
        ("satu contoh", None, "p1"),
        ("CV Tiga Contoh", None, "p3"),
        ("Nama Lama Sekali", ONE, "p1"),
        ("Nama Lama Sekali", "0012345678901000", "p1"),
        ("PT Satu Contoh", "01.2**.***.*-***.***", "p1"),
        ("PT Tiga Contoh", "09.999.999.9-999.000", "p3"),
        ("CV Satu Contoh", None, Doubt.NONE),
        ("PT Satu Contoh Jaya", None, Doubt.NONE),
        ("PT", None, Doubt.NONE),
        ("PT Satu Contoh", "09.2**.***.*-***.***", Doubt.NPWP),
        ("PT Satu Contoh", "09.999.999.9-999.000", Doubt.NPWP),
    ],
)
def test_whose_row_it_is(name, npwp, whose):
    """A whole NPWP decides; a hidden one only confirms; another form is another business."""
    assert match(row(name, npwp), [SATU, DUA, TIGA]) == whose


def test_two_of_one_name_are_told_apart_by_a_whole_npwp_alone():
    """A hidden one that fits one of them confirms a name and does not choose."""
    both = [SATU, Known("p9", "PT Satu Contoh", TWO)]

    assert match(row("PT Satu Contoh"), both) is Doubt.SEVERAL
    assert match(row("PT Satu Contoh", "01.2**.***.*-***.***"), both) is Doubt.SEVERAL
    assert match(row("PT Satu Contoh", TWO), both) == "p9"
    assert match(row("PT Satu Contoh", ONE), [SATU, SATU]) is Doubt.SEVERAL


def test_two_rows_of_one_table_are_never_of_the_same():
    """Both are of nobody; in another table the same row is."""
    heads = ("Nama Peserta", "NPWP")
    twice = table(heads, [("PT Satu Contoh", ONE), ("Satu Contoh PT", "-")])
    found = matches([read(twice, table(heads, [("PT Satu Contoh", ONE)]))], [SATU])

    assert [one.doubt for one in found] == [Doubt.TWICE, Doubt.TWICE, None]


def test_two_rows_of_one_table_that_are_of_nobody_are_not_of_the_same():
    """Each is told why it is of nobody."""
    rows = table(("Nama Peserta", "NPWP"), [("PT Asing", ""), ("PT Entah", ""), ("PT Satu", TWO)])
    found = matches([read(rows)], [Known("p1", "PT Satu", ONE)])

    assert [one.doubt for one in found] == [Doubt.NONE, Doubt.NONE, Doubt.NPWP]


def test_tables_that_contradict_each_other_say_nothing():
    """Of what they contradict each other in, and all else stays."""
    one = table(("Nama Peserta", "NPWP", "Harga Penawaran", "A"), [("PT Satu", ONE, "1,00", CHECK)])
    two = table(("Nama Peserta", "Penawaran", "PT", "A"), [("PT Satu", "2,00", "3,00", CROSS)])
    said = gather(matches([read(one), read(two)], [Known("p1", "PT Satu")]))["p1"]

    assert said.contradicted == {Meaning.PENAWARAN, Meaning.A}
    assert list(said.amounts) == [Meaning.TERKOREKSI]
    assert not said.marks


def test_the_winner_by_its_mark_or_by_the_table_that_names_it():
    """A table of several names says of none that it is the first."""
    marked = table(("Nama Peserta", "NPWP", "P"), [("PT A", ONE, STAR), ("PT B", TWO, CROSS)])
    named = table(("Nama Pemenang", "NPWP"), [("PT C", ONE)])
    several = table(("Nama Pemenang", "NPWP"), [("PT D", ONE), ("PT E", TWO)])
    known = [Known(name, f"PT {name}") for name in "ABCDE"]

    assert [m.id for m in winners(matches([read(marked, named, several)], known))] == ["A", "C"]


def test_names_and_numbers_without_their_dress():
    """What is no NPWP has no digits; a name may end in figures of its own."""
    assert company_name("PT A & B").core == "ab"
    assert company_name("Perum Contoh").form == "perum"
    assert company_name("PT").core == "pt"
    assert sixteen("01.234") == sixteen("０１.234.567.8-901.000") == ""
    assert npwp_agrees("01.234.567.8-901.000", "0012345678901000")
    assert npwp_agrees("01.2**.***.*-***.000", "0012345678901000000123")
    assert not npwp_agrees("01.234.567.8-901.000", "01.234.567.8-901.001")
    assert split_npwp("CV Karya 2000") == ("CV Karya 2000", None)
    assert split_npwp(f"PT Satu ({ONE})") == ("PT Satu", ONE)
