"""Rows that are sums by their figure alone: of what they make, the whole has to come out."""

import pytest

from tests.formats.schedules.books import codes, hps, read, written

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
        [summed("Biaya bangunan", 57_250_000)],
    ],
)
def test_amounts_below_the_list_that_do_not_make_it_are_faults(rows):
    """Each may be a cost that the total has, or has not."""
    reading = listed([["I", "TANAH"]], [["II", "DINDING"]], *rows)

    assert {code for code, _ in codes(reading)} == {"XLS067"}
    assert len(codes(reading)) == len(rows)
