"""The total at the foot agrees with the lines and PPN, or it is none; figures worked by hand."""

import pytest

from tests.formats.schedules.books import DOCUMENT, codes, read

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
# 5,000,000 and 50,000 make 5,050,000; PPN of 11 % is 555,500; together 5,605,500.
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000],
]
SUM, TAX, TOTAL = ("Jumlah", 5_050_000), ("PPN 11%", 555_500), ("Total", 5_605_500)


def footed(*foot, lines=LINES, head=HEAD):
    rows = [[words, None, None, None, figure] for words, figure in foot]
    return read([head, *lines, *rows], DOCUMENT[:2])


def noted(reading, code):
    return [note.cell for note in reading.notes if note.code == code]


@pytest.mark.parametrize(
    "other",
    [
        ("Jumlah HPS", 70_000_000),
        ("Total Pagu", 7_000_000),
        ("Total TKDN", 3_000_000),
        ("Nilai total kontrak tahun lalu", 5_100_000),
        ("Jumlah HPS dibulatkan", 6_000_000),
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_a_sum_of_another_thing_is_not_the_total(other, before):
    """Whatever stands before or below it."""
    foot = (other, SUM, TAX, TOTAL) if before else (SUM, TAX, TOTAL, other)
    reading = footed(*foot)

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"
    assert noted(reading, "not_a_total") == ["Rincian!E4" if before else "Rincian!E7"]


@pytest.mark.parametrize("left", [-500, 500])
def test_what_rounding_left_is_no_total(left):
    """A row *pembulatan* may hold the difference alone."""
    rounded = ("Jumlah dibulatkan", 5_605_000 if left < 0 else 5_606_000)

    assert footed(SUM, TAX, TOTAL, ("Pembulatan", abs(left))).schedule_total == "5605500"
    reading = footed(SUM, TAX, TOTAL, ("Pembulatan", left), rounded)
    assert codes(reading) == []
    assert reading.schedule_total == str(rounded[1])


@pytest.mark.parametrize(
    ("foot", "cell"),
    [
        ([SUM, TAX, TOTAL, ("Total", 5_300_000)], "Rincian!E7"),
        ([SUM, TAX, ("Total", 5_700_000)], "Rincian!E6"),
        ([SUM, TAX, TOTAL, ("Total", 5_000_000)], "Rincian!E7"),
        ([("Jumlah", 5_150_000), TAX], "Rincian!E4"),
        ([SUM, TAX, TOTAL, ("Dibulatkan", 5_000_000)], "Rincian!E7"),
        ([SUM, TAX, TOTAL, ("Dibulatkan", 6_000_000)], "Rincian!E7"),
        ([("Total termasuk PPN", 5_605_900)], "Rincian!E4"),
    ],
)
def test_a_total_that_agrees_with_nothing_is_a_fault(foot, cell):
    """5,605,900 is no whole percentage above 5,050,000, and no rounding of one."""
    reading = footed(*foot)

    assert codes(reading) == [("XLS130", cell)]


@pytest.mark.parametrize(
    ("rounded", "words"),
    [
        (5_605_000, "Total"),
        (5_606_000, "Jumlah total"),
        (5_600_000, "Dibulatkan"),
        (5_605_501, "Total"),
    ],
)
def test_a_total_may_be_rounded_within_reason(rounded, words):
    """To thousands without a word of it, further where it is called so."""
    reading = footed(SUM, TAX, (words, rounded))

    assert codes(reading) == []
    assert reading.schedule_total == str(rounded)


def test_sums_of_some_lines_at_the_foot_are_no_totals():
    """A recapitulation by sections; their sum is 5,050,000."""
    reading = footed(("Jumlah I", 5_000_000), ("Jumlah II", 50_000), SUM, TAX, TOTAL)

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"


def test_a_total_is_held_against_what_the_lines_make_not_only_what_they_say():
    """50,000 was written as 40,000; the foot was computed from the right product."""
    reading = footed(SUM, TAX, TOTAL, lines=[LINES[0], [*LINES[1][:4], 40_000]])

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"


@pytest.mark.parametrize(
    "words",
    [
        "DPP Nilai Lain",
        "DPP Nilai Lain (11/12 x Jumlah)",
        "Nilai Lain",
        "Dasar Pengenaan Pajak",
        "Dasar Pengenaan Pajak Nilai Lain (11/12)",
        "11/12 x Jumlah Harga",
        "B. DPP = 11/12 x A",
        "Jumlah DPP",
    ],
)
def test_the_base_of_ppn_is_known_and_added_to_nothing(words):
    """11/12 of 5,050,000 is 4,629,166.67, and 12 % of that 555,500."""
    reading = footed(SUM, (words, 4_629_166.67), ("PPN 12% x DPP Nilai Lain", 555_500), TOTAL)

    assert codes(reading) == []
    assert {row.cell: row.why for row in reading.rows}["Rincian!A5"] == "dasar_pajak"
    assert reading.schedule_total == "5605500"


def test_a_tax_on_eleven_twelfths_is_no_base():
    reading = footed(SUM, ("PPN 11/12 x 12%", 555_500), TOTAL)

    assert [row.why for row in reading.rows][-3:] == ["total", "ppn", "total"]
    assert reading.schedule_total == "5605500"


def test_sums_in_english():
    reading = footed(("Sub Total", 5_050_000), ("VAT 11%", 555_500), ("Grand Total", 5_605_500))

    assert codes(reading) == []
    assert [row.why for row in reading.rows][-3:] == ["subjumlah", "ppn", "total"]
    assert reading.schedule_total == "5605500"
