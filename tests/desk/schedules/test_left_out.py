"""A line that is missing while its words stand elsewhere in the file is not taken as left out."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import DOCUMENT, book, codes

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
FIRST = [1, "Galian tanah biasa", "m3", 100, 50000, 5000000]
SECOND = [2, "Beton mutu sedang", "m3", 12.5, 3000000, 37500000]
THIRD = [3, "Besi tulangan polos", "kg", 1000, 20000, 20000000]
TWO = [HEAD, FIRST, SECOND]


def schedule(rows, sheet=None, **sheets):
    return read_schedule(book(rows, **sheets), "penawaran.xlsx", DOCUMENT, sheet=sheet)


def test_a_line_on_a_sheet_without_titles_is_told_at_its_cell():
    reading = schedule(TWO, Lanjutan=[THIRD])

    assert codes(reading) == [("XLS149", "Lanjutan!B1")]
    assert reading.faults[0].params["line"] == "L3"


def test_the_sheet_that_people_name_is_the_whole_list():
    reading = schedule(TWO, "Rincian", Lanjutan=[THIRD])

    assert (codes(reading), len(reading.lines)) == ([], 2)


@pytest.mark.parametrize("sheet", [None, "Rincian"])
@pytest.mark.parametrize("row", [1, 3, 4])
def test_a_line_right_of_the_list_or_below_it_is_told(row, sheet):
    """Whatever sheet is named: it stands on that one."""
    rows = [[*each] for each in (*TWO, [None] * 6, [None, "Jumlah", *[None] * 3, 42500000])]
    rows[row] += [None, None, *THIRD]

    assert codes(schedule(rows, sheet)) == [("XLS151", f"Rincian!J{row + 1}")]


@pytest.mark.parametrize(
    "row",
    [
        ["Besi tulangan polos"],
        [3, "Besi tulangan polos"],
        [3, "Besi tulangan polos", "SNI 2052", "2 minggu"],
        [3, "Besi tulangan ulir", "kg", 1000, 20000, 20000000],
    ],
)
def test_words_without_figures_or_other_words_are_no_line(row):
    reading = schedule(TWO, Spesifikasi=[row])

    assert (codes(reading), len(reading.lines)) == ([], 2)


def test_a_list_that_is_whole_does_not_ask_of_other_sheets():
    assert codes(schedule([*TWO, THIRD], Analisa=[THIRD])) == []


def recap(total, before):
    return [
        ["No", "Uraian Pekerjaan", "Jumlah Harga"],
        ["I", "Pekerjaan Tanah", before],
        [None, "Jumlah", before],
        [None, "Total termasuk PPN", total],
    ]


def test_a_recapitulation_of_more_than_was_read_is_told_while_a_line_is_missing():
    """42,500,000 with 11 percent is 47,175,000; with the steel 69,375,000."""
    assert codes(schedule(TWO, REKAP=recap(47175000, 42500000))) == []
    assert [code for code, _ in codes(schedule(TWO, REKAP=recap(69375000, 62500000)))] == ["XLS146"]
    assert codes(schedule(TWO, "Rincian", REKAP=recap(69375000, 62500000))) == []
