"""Rows that are sums by their figure alone: of what they make, the whole has to come out."""

import datetime

import pytest

from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pasangan batu kali", "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
SOIL = [[1, "Galian tanah biasa", "m3", 100, 50_000, 5_000_000]]
WALLS = [
    [1, "Pasangan batu kali", "m3", 40, 900_000, 36_000_000],
    [2, "Plesteran 1:4", "m2", 250, 65_000, 16_250_000],
]
READ = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "40", "900000", "36000000"),
    ("L3", "250", "65000", "16250000"),
]


def summed(words, figure, number=None):
    return [number, words, None, None, None, figure]


FOOT = [
    summed("Jumlah", 57_250_000), summed("PPN 11%", 6_297_500), summed("Total", 63_547_500),
]  # fmt: skip


def listed(soil, walls, *more):
    """A list of two sections under these rows, each its lines'."""
    return read([HEAD, *soil, *SOIL, *walls, *WALLS, *more], DOCUMENT)


def test_titles_may_have_the_sums_of_their_sections():
    """5,000,000, and 36,000,000 + 16,250,000."""
    soil, walls = summed("TANAH", 5_000_000, "I"), summed("DINDING", 52_250_000, "II")
    reading = listed([soil], [walls], *FOOT)

    assert (codes(reading), written(reading)) == ([], READ)
    assert reading.schedule_total == "63547500"
    whole = listed([summed("BANGUNAN", 57_250_000, "A"), soil], [walls], *FOOT)
    assert (codes(whole), written(whole)) == ([], READ)


@pytest.mark.parametrize(
    ("soil", "walls"),
    [
        # Not the sum, one with none, and one line alone with the figure of the next.
        ([summed("TANAH", 5_000_000)], [summed("DINDING", 52_250_005)]),
        ([summed("TANAH", 5_000_000)], [summed("DINDING", 36_000_000)]),
        ([], [summed("DINDING", 52_250_000)]),
        ([summed("Mobilisasi", 5_000_000)], [["II", "DINDING"]]),
    ],
)
def test_a_row_with_an_amount_that_is_no_title_of_all_lines_is_a_fault(soil, walls):
    reading = listed(soil, walls, *FOOT)

    assert {code for code, _ in codes(reading)} == {"XLS067"}


def test_an_amount_over_one_line_of_the_same_amount_is_no_title():
    """It may cost as much as the line."""
    reading = read([HEAD, summed("Mobilisasi", 5_000_000), *SOIL], DOCUMENT[:1])

    assert codes(reading) == [("XLS067", "Rincian!B2")]


def test_a_figure_without_words_is_the_sum_of_the_lines_above():
    rows = [["I", "TANAH"], *SOIL, summed(None, 5_000_000), ["II", "DINDING"], *WALLS]
    reading = read([HEAD, *rows, summed(None, 52_250_000), *FOOT], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], READ)
    other = read([HEAD, *rows, summed(None, 52_000_000), *FOOT], DOCUMENT)
    assert codes(other) == [("XLS067", "Rincian!F8")]


RECAP = [summed("Tanah", 5_000_000, "I"), summed("Dinding", 52_250_000, "II")]


def test_a_recapitulation_may_follow_the_list():
    again = [[], [None, "REKAPITULASI"], HEAD, *RECAP, *FOOT]
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], *FOOT, *again)

    assert (codes(reading), written(reading)) == ([], READ)
    assert reading.schedule_total == "63547500"


@pytest.mark.parametrize(
    "rows",
    [
        [summed("Biaya mobilisasi", 5_000_000)],
        [summed("Biaya mobilisasi", 5_000_000), summed("Biaya asuransi", 1_000_000)],
        [*RECAP, summed("Biaya asuransi", 1_000_000)],
    ],
)
def test_amounts_below_the_list_that_do_not_make_it_are_faults(rows):
    """Each may be a cost that the total has, or has not."""
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], *rows)

    assert {code for code, _ in codes(reading)} == {"XLS067"}
    assert len(codes(reading)) == len(rows)


@pytest.mark.parametrize("words", ["Nilai Fisik", "Real Cost", "Biaya Konstruksi", "JML"])
def test_what_makes_the_whole_list_is_its_sum_however_it_is_called(words):
    foot = [summed(words, 57_250_000), *FOOT[1:]]
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], *foot)

    assert (codes(reading), written(reading)) == ([], READ)
    assert reading.schedule_total == "63547500"


def test_the_total_may_stand_again_by_another_name():
    """Below itself, and not another figure."""
    groups = [["I", "TANAH"]], [["II", "DINDING"]]
    reading = listed(*groups, *FOOT, summed("Penawaran", 63_547_500))

    assert (codes(reading), written(reading)) == ([], READ)
    other = listed(*groups, *FOOT, summed("Penawaran", 63_000_000))
    assert {code for code, _ in codes(other)} == {"XLS067"}
    above = listed(*groups, summed("Penawaran", 63_547_500), *FOOT)
    assert {code for code, _ in codes(above)} == {"XLS067"}


def test_what_costs_as_much_as_the_total_of_one_line_is_not_that_total():
    rows = [HEAD, *SOIL, summed("Jumlah", 5_000_000), summed("Biaya asuransi", 5_000_000)]

    assert codes(read(rows, DOCUMENT[:1])) == [("XLS067", "Rincian!B4")]


def test_what_costs_as_much_as_the_only_line_is_no_sum():
    reading = read([HEAD, *SOIL, summed("Mobilisasi", 5_000_000)], DOCUMENT[:1])

    assert codes(reading) == [("XLS067", "Rincian!B3")]


@pytest.mark.parametrize("rate", [11, 0.11, "11%", "11 %"])
@pytest.mark.parametrize("column", [3, 4])
def test_the_rate_may_stand_where_lines_have_prices(rate, column):
    """It is no line that is called PPN and costs 11 rupiah."""
    tax = [None, "PPN", None, None, None, 6_297_500]
    tax[column] = rate
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], FOOT[0], tax, FOOT[2])

    assert (codes(reading), written(reading)) == ([], READ)
    assert reading.schedule_total == "63547500"


def test_what_is_priced_and_called_ppn_is_no_rate():
    tax = [None, "PPN", "ls", 1, 6_297_500, 6_297_500]
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], FOOT[0], tax, FOOT[2])

    assert codes(reading) or len(reading.lines) > 3


@pytest.mark.parametrize(
    "row",
    [
        ["Masa berlaku penawaran", None, None, 60, "hari"],
        [None, None, None, None, "Andai,", datetime.date(2025, 3, 12)],
        [None, None, None, None, "Andai,", None, datetime.date(2025, 3, 12)],
    ],
)
def test_what_is_said_under_the_total_is_no_line(row):
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], *FOOT, row)
    assert (codes(reading), written(reading)) == ([], READ)

    money = listed([["I", "TANAH"]], [["II", "DINDING"]], *FOOT, [*row[:5], 750_000])
    assert [code for code, _ in codes(money)] == ["XLS067"]
