"""Lines that may not be offered: struck out, or with a price that counts nowhere."""

import pytest
from openpyxl.styles import Font

from tests.desk.schedules.books import codes, hps, read

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pasangan batu kali", "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
ONE = [1, "Galian tanah biasa", "m3", 100, 50000, 5_000_000]
TWO = [2, "Pasangan batu kali", "m3", 40, 900000, 36_000_000]
THREE = [3, "Plesteran 1:4", "m2", 250, 65000, 16_250_000]
WHOLE = 57_250_000


def struck(*cells):
    def change(made):
        for cell in cells:
            made.active[cell].font = Font(strike=True)

    return change


def under(*lines, total=None, change=None):
    foot = [] if total is None else [[None, "Jumlah", None, None, None, total]]
    return read([HEAD, *lines, *foot], DOCUMENT, change)


def noted(reading):
    return [note.code for note in reading.notes]


@pytest.mark.parametrize("cell", ["B4", "E4", "F4"])
def test_a_line_that_is_struck_out_and_not_counted_is_a_fault(cell):
    reading = under(ONE, TWO, THREE, total=WHOLE - 16_250_000, change=struck(cell))

    assert codes(reading) == [("XLS154", "Rincian!F4")]


def test_a_line_that_is_struck_out_where_no_sum_tells_is_a_fault():
    for total in (None, 60_000_000):
        reading = under(ONE, TWO, THREE, total=total, change=struck("B4", "E4"))

        assert codes(reading) == [("XLS166", "Rincian!B4")]


def test_a_line_that_is_struck_out_and_counted_is_read_and_noted():
    reading = under(ONE, TWO, THREE, total=WHOLE, change=struck("B4"))

    assert (codes(reading), len(reading.lines)) == ([], 3)
    assert "struck_row" in noted(reading)


@pytest.mark.parametrize(
    ("third", "cell"),
    [
        # Nothing is offered there anyway; a number, a unit and the titles say nothing of a price.
        ([3, "Plesteran 1:4", "m2", 250], "B4"),
        (THREE, "A4"),
        (THREE, "C4"),
        (THREE, "B1"),
    ],
)
def test_what_else_is_struck_out_does_not_matter(third, cell):
    reading = under(ONE, TWO, third, change=struck(cell))

    assert (codes(reading), len(reading.lines)) == ([], 3)
    assert "struck_row" not in noted(reading)


@pytest.mark.parametrize("total", [None, WHOLE, WHOLE - 16_250_000])
@pytest.mark.parametrize("rest", [[None, 65000], ["-", 65000, "-"], [0, 65000, "=D4*E4"]])
def test_a_price_without_volume_and_amount_is_a_fault(rest, total):
    reading = under(ONE, TWO, [3, "Plesteran 1:4", "m2", *rest], total=total)

    assert codes(reading) == [("XLS167", "Rincian!E4")]


@pytest.mark.parametrize(
    "third",
    [
        [3, "Plesteran 1:4", "m2", 250, 65000],
        [3, "Plesteran 1:4", "m2", None, 65000, 16_250_000],
        [3, "Plesteran 1:4", "m2", 250],
        [3, "Plesteran 1:4", "m2", 250, 0, 0],
        [3, "Plesteran 1:4", "m2", None, 0],
    ],
)
def test_a_price_with_a_volume_or_an_amount_and_a_line_without_one_are_read(third):
    assert [line["id"] for line in under(ONE, TWO, third).lines] == ["L1", "L2", "L3"]
    assert codes(under(ONE, TWO, third)) == []


def test_a_list_that_leaves_volumes_and_amounts_blank_is_a_list_of_prices():
    """Where most lines have a price alone, volumes are the document's."""
    lines = [[*line[:3], None, line[4]] for line in (ONE, TWO)]

    assert codes(under(*lines, THREE)) == []
