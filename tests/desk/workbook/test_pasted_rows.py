"""Which rows of a pasted block are lines, and what is told of a whole column at once."""

from typing import Any

import pytest

from tests.desk.workbook.data import told
from tests.desk.workbook.pasting import FIRST, bid_of, block, desk_of, lines_of, paste, with_sums


@pytest.mark.parametrize(
    ("row", "skipped"),
    [
        (["3.1", "Pekerjaan lain"], False),  # a line that somebody began to type
        ([None, "Pekerjaan lain"], False),
        (["3", "Pekerjaan lain", "m3"], False),
        (["3.1", "Total station", "hari", 2, 500], False),
        (["3.1", "Jumlah lampu", None, 2, 500], False),
        ([1, 2, 3, 4, 5, 6, 7], True),
        (["Kode", "Uraian Pekerjaan", "Satuan", "Volume", "Harga Satuan", "Pajak", "Jumlah"], True),
        (["II", "PEKERJAAN TANAH"], None),
    ],
)
def test_what_may_be_a_line_is_no_title(row: list[Any], skipped: bool | None) -> None:
    """A row that is like the lines, or stands under them, is one: it is read, or told as unwhole.

    `None` is a title where lines follow it, and else what nobody can know.
    """
    desk = desk_of()
    paste(desk, "HPS", [*block(), row])
    reading = desk.read()
    above = desk_of()
    paste(above, "HPS", [row, *block()])

    kept = reading.package is not None and len(lines_of(reading)) == 6
    if skipped is False:
        assert kept or told(reading)
    elif skipped:
        assert lines_of(reading) == lines_of(above.read())
        assert len(lines_of(reading)) == 5
    else:
        assert told(reading)
        assert len(lines_of(above.read())) == 5


def test_columns_that_are_numbered_as_lines_are() -> None:
    """The first number of such a row is a code of the document as well."""
    codes = ["1", "2", "3"]
    desk = desk_of(codes, *codes)
    paste(desk, "Harga p1", [["1", "2", "3", "4", "5", None, "6 = 4 x 5"], *block(codes)])

    assert bid_of(desk.read().package).keys() == {*codes}


@pytest.mark.parametrize("row", [FIRST, FIRST + 3, FIRST + 4, FIRST + 12])
def test_a_mark_on_a_row_that_is_no_line_is_told(row: int) -> None:
    """Left from before the paste: on a title, a sum, an empty row, a row below; once, there."""
    desk = desk_of()
    paste(desk, "HPS", with_sums(block()))
    assert told(desk.read()) == []
    cell = f"I{row}"
    desk.book["HPS"][cell] = "ya"
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"HPS!{cell}", "XLS111")
    assert "Pembayaran utama" in fault.message


def test_one_paste_never_makes_thirty_faults() -> None:
    """Thirty lines a column off, with amounts under PPN, or with numbers that are none."""
    codes = [f"{n}" for n in range(1, 31)]
    for change in (
        lambda row: row[:5] + row[6:],  # no column for PPN: amounts stand in it
        lambda row: [None, *row[:6]],
        lambda row: [*row[:3], "abc", "def", None, "ghi"],
        lambda row: ["9 9", *row[1:]],
        lambda row: ["1", *row[1:]],
    ):
        desk = desk_of(codes)
        paste(desk, "HPS", [change(row) for row in block(codes)])
        found = told(desk.read())

        assert 0 < len(found) <= 10, found
        assert "XLS110" not in {code for _, code in found}


def test_the_same_in_a_column_is_told_with_its_cells() -> None:
    """One fault: the first in its words, and all of them by name."""
    desk = desk_of()
    paste(desk, "HPS", [[*row[:3], "abc", *row[4:]] for row in block()])
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("HPS!D5", "XLS238")
    assert fault.message == "abc bukan angka. Ini satu dari 5 sel yang salah di D5:D9 (XLS030)."
    assert "periksa sel D5:D9." in fault.hint
