"""A line whose words and figures stand on different rows is one line or a fault at each of them."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import book, codes, hps, read, written

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pasangan batu kali", "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
FIRST = [1, "Galian tanah biasa", "m3", 100, 50000, 5000000]
LAST = [3, "Plesteran 1:4", "m2", 250, 65000, 16250000]


def between(*rows):
    return read([HEAD, FIRST, *rows, LAST], DOCUMENT)


def test_words_above_their_figures_are_one_line():
    """Forty cubic metres at 900,000 are 36,000,000."""
    reading = between(
        [2, "Pasangan batu kali"], [None, "camp. 1PC : 4PS", "m3", 40, 900000, "=D4*E4"]
    )

    assert codes(reading) == []
    assert written(reading)[1] == ("L2", "40", "900000", "36000000")
    assert [(n.cell, dict(n.params)) for n in reading.notes if n.code == "joined"] == [
        ("Rincian!B3", {"at": "Rincian!B4"})
    ]
    assert reading.cells[1, "id"] == "Rincian!B3"
    assert reading.cells[1, "unit_price"] == "Rincian!E4"


@pytest.mark.parametrize(
    "rows",
    [
        # Two prices for one line, in whatever they are counted.
        [["a", "batu belah", "m3", 20, 900000, 1], ["b", "batu kali", "m3", 20, 950000, 1]],
        [[None, "batu belah", "m3", 20, 900000, 1], [None, "batu kali", "m3", 20, 950000, 1]],
        # One row that may be a part, or a line of its own.
        [["a", "camp. 1PC : 4PS", "m3", 40, 900000, 36000000]],
        [[None, "a. camp. 1PC : 4PS", "m3", 40, 900000, 36000000]],
        [[None, "camp. 1PC : 4PS", "ls", 40, 900000, 36000000]],
        [[None, "camp. 1PC : 4PS", "m3", None, 900000, 36000000]],
        [[None, "dengan adukan"], [None, "camp. 1PC : 4PS", "m3", 40, 900000, 36000000]],
        [[3, "Papan nama", "m3", 40, 900000, 36000000]],
    ],
)
def test_what_may_be_parts_of_a_line_is_a_fault_at_each_row(rows):
    """No price is dropped, nor is a line struck out that has one."""
    reading = between([2, "Pasangan batu kali"], *rows)
    told = [(code, cell) for code, cell in codes(reading) if code in ("XLS141", "XLS142")]
    figures = [number for number, row in enumerate(rows, 4) if len(row) > 3]

    assert told == [("XLS141", "Rincian!B3"), *(("XLS142", f"Rincian!B{n}") for n in figures)]


def test_a_volume_above_its_price_is_a_fault_too():
    reading = between([2, "Pasangan batu kali", "m3", 40], [None, "batu", None, None, 900000, 9])

    assert codes(reading) == [("XLS141", "Rincian!B3"), ("XLS142", "Rincian!B4")]


@pytest.mark.parametrize("blank", [0, "-"])
def test_a_zero_or_a_dash_before_a_line_of_its_own_is_an_answer(blank):
    reading = between(
        [2, "Pasangan batu kali", "m3", 40, blank], [None, "Papan nama", "bh", 1, 7, 7]
    )

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["L1", "L2", "tambahan-1", "L3"]
    assert not reading.lines[1]["unit_price"] or reading.lines[1]["unit_price"] == "0"


BLANK = [2, "Pasangan batu kali", "m3", 40]


@pytest.mark.parametrize(
    ("rows", "blank", "other"),
    [
        # The price stands above the words, or below under the next number.
        ([[None, "secara manual", None, None, 900000, 36000000], BLANK], "B4", "B3"),
        ([BLANK, [3, "Pasangan batu belah", "bh", 40, 900000, 36000000]], "B3", "B4"),
        ([BLANK, ["Catatan"], [3, "Pondasi", "bh", 40, 900000, 36000000]], "B3", "B5"),
        ([[None, "secara manual", None, None, 900000], BLANK], "B4", "B3"),
        # Elsewhere, in the unit or with the number of the line.
        ([BLANK, LAST, [4, "Pondasi", "m3", 1, 7, 7]], "B3", "B5"),
        ([BLANK, LAST, [2, "Pondasi", "bh", 1, 7, 7]], "B3", "B5"),
        ([[2, "Pondasi", "bh", 1, 7, 7], LAST, BLANK], "B5", "B3"),
    ],
)
def test_a_row_that_may_be_a_line_without_a_price_is_a_fault_with_it(rows, blank, other):
    """Other words for the line that is blank, perhaps; then its price would be struck out."""
    reading = read([HEAD, FIRST, *rows, *([] if LAST in rows else [LAST])], DOCUMENT)

    assert codes(reading) == [("XLS141", f"Rincian!{blank}"), ("XLS142", f"Rincian!{other}")]


def test_a_row_in_doubt_may_stand_on_another_sheet():
    sheets = {"II": [HEAD, LAST, [4, "Pondasi", "m3", 40, 7, 280]]}
    data = book([HEAD, FIRST, BLANK], title="I", **sheets)
    reading = read_schedule(data, "penawaran.xlsx", DOCUMENT, sheet="I; II")

    assert codes(reading) == [("XLS141", "I!B3"), ("XLS142", "II!B3")]


def test_a_row_of_another_unit_and_place_is_a_line_of_its_own():
    """And what is blank is blank."""
    reading = read([HEAD, FIRST, BLANK, LAST, [4, "Papan nama", "bh", 1, 7, 7]], DOCUMENT)

    assert codes(reading) == []
    assert written(reading)[1] == ("L2", "40", None, None)
    assert [line["id"] for line in reading.lines] == ["L1", "L2", "L3", "tambahan-1"]


@pytest.mark.parametrize(
    "head",
    [
        [None, None, None, 36000000],
        ["m3", 40, None, 36000000],
        ["m3", "=D4+D5", None, "=F4+F5"],
        ["m3", 40, "-", "-"],
        ["m3", 40, 0, 0],
        ["m3", 40, None, "-"],
        ["m3", 40, "-", 36000000],
    ],
)
@pytest.mark.parametrize(
    "counted", [(None, "a. ", "b. "), ("a", "", ""), ("2.1", "", ""), (None, "", ""), ("-", "", "")]
)
def test_parts_below_a_line_with_anything_but_a_unit_price_are_a_fault(head, counted):
    """An amount, a zero or a dash is no unit price, and parts below may be the price."""
    number, one, other = counted
    reading = between(
        [2, "Pasangan batu kali", *head],
        [number, f"{one}lantai 1", "m3", 20, 900000, 18000000],
        [number, f"{other}lantai 2", "m3", 20, 900000, 18000000],
    )
    told = [(code, cell) for code, cell in codes(reading) if code in ("XLS141", "XLS142")]

    assert told == [("XLS141", "Rincian!B3"), ("XLS142", "Rincian!B4"), ("XLS142", "Rincian!B5")]


@pytest.mark.parametrize("head", [[None, 36000000], ["-", "-"], [0, 0]])
def test_a_line_of_its_own_below_an_amount_or_a_dash_is_extra(head):
    reading = between([2, "Pasangan batu kali", "m3", 40, *head], [3, "Papan nama", "m3", 1, 7, 7])

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["L1", "L2", "tambahan-1", "L3"]


@pytest.mark.parametrize("head", [[None, 36000000], ["-", "-"], [0, 0], [None, None]])
def test_a_line_without_a_unit_price_and_without_parts_is_read(head):
    assert codes(between([2, "Pasangan batu kali", "m3", 40, *head])) == []


def test_a_blank_price_before_a_line_of_the_document_is_a_blank_price():
    assert codes(between([2, "Pasangan batu kali"])) == []
