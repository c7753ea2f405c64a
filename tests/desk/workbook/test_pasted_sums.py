"""Sums, PPN and titles in a block that was pasted into a sheet of lines: known, and checked."""

import io
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tender_desk.ooxml.guard import open_workbook
from tender_desk.workbook.reading.sheet_cells import Cells
from tests.desk.workbook.data import told
from tests.desk.workbook.pasting import (
    FIRST,
    FIVE,
    bid_of,
    block,
    desk_of,
    lines_of,
    paste,
    with_sums,
    words,
)
from tests.tries import tries

FEW = tries(6)


def test_a_document_with_titles_and_sums_is_read_as_its_lines() -> None:
    """And they are told as skipped, each with what it is."""
    plain, pasted = (desk_of() for _ in range(2))
    paste(plain, "HPS", block())
    paste(pasted, "HPS", with_sums(block()))
    reading = pasted.read()

    assert lines_of(reading) == lines_of(plain.read())
    assert [(row.cell, row.why) for row in reading.skipped] == [
        ("HPS!B5", "judul_bagian"),
        ("HPS!B8", "subjumlah"),
        ("HPS!B10", "judul_bagian"),
        ("HPS!B14", "subjumlah"),
        ("HPS!B15", "total"),
        ("HPS!B16", "ppn"),
        ("HPS!B17", "total"),
        ("HPS!B18", "dibulatkan"),
        ("HPS!B19", "terbilang"),
    ]
    assert plain.read().skipped == ()


def test_a_bid_with_titles_and_sums_is_read_as_its_lines() -> None:
    """No words of its rows are told: the envelope may be sealed."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, "Harga p1", with_sums(block(price=90_000)))
    reading = desk.read()

    assert {code: int(x.unit_price) for code, x in bid_of(reading.package).items()} == (
        dict.fromkeys(FIVE, 90_000)
    )
    assert len(reading.skipped) == 9
    assert {row.text for row in reading.skipped} == {""}


@FEW
@given(st.integers(0, 12), st.integers(1, 500))
def test_a_sum_that_is_none_of_the_lines_is_told_and_its_figure_is_not(
    where: int, off: int
) -> None:
    """Whichever sum it is; a line of the block that was lost is told by the sums as well."""
    rows = with_sums(block(price=90_000))
    sums = [n for n, row in enumerate(rows) if row and row[3] is None and row[6]]
    number = sums[where % len(sums)]
    rows[number][6] += off * 100_000 + 3
    desk = desk_of(FIVE, *FIVE)
    paste(desk, "Harga p1", rows)
    reading = desk.read()

    assert (f"Harga p1!G{FIRST + number}", "XLS106") in told(reading)
    said = " ".join(one.message + one.hint for one in reading.diagnose())
    assert f"{rows[number][6]}" not in re.sub(r"[.,]", "", said)


def test_a_line_that_was_lost_is_told_by_the_sums() -> None:
    """The block of the document without one of its lines adds up to nothing."""
    rows = with_sums(block())
    del rows[2]
    desk = desk_of()
    paste(desk, "HPS", rows)

    assert ("HPS!G7", "XLS106") in told(desk.read())


def test_a_total_of_the_document_is_its_product_with_ppn_or_without() -> None:
    """As a bill of quantities has it, or SPSE; what is neither is told."""
    for wrong, factor in ((0, 100), (0, 111), (7, 100)):
        desk = desk_of()
        rows = [[*row[:6], row[6] * factor // 100] for row in block()]
        rows[1][6] += wrong
        paste(desk, "HPS", rows)

        assert told(desk.read()) == ([("HPS!G6", "XLS107")] if wrong else [])


def test_merged_titles_and_sums_of_a_block_are_sound() -> None:
    """As bills of quantities have them."""
    desk = desk_of()
    rows = with_sums(block())
    rows[0] = ["DIVISI 1. UMUM"]
    paste(desk, "HPS", rows)
    for cells in ("A5:G5", "B14:F14", "B15:F15"):
        desk.book["HPS"].merge_cells(cells)

    assert len(lines_of(desk.read())) == 5


def test_a_sum_knows_of_what_ppn_is_taken() -> None:
    """A line has 12 percent of eleven twelfths, which is 11, and one 12 of the whole."""
    desk = desk_of()
    page = desk.book["HPS"]
    base, rate = desk.column("HPS", "Dasar PPN"), desk.column("HPS", "Pajak (%)")
    rows = block()
    # Volumes 1 to 5 of 100.000: 200.000 of 12 percent, 1.300.000 of 11.
    for tax, found in ((24_000 + 143_000, []), (24_000 + 156_000, [("HPS!G10", "XLS106")])):
        paste(desk, "HPS", [*rows, words("PPN", tax)])
        for row in range(FIRST, FIRST + 5):
            page.cell(row, rate).value = 12
            page.cell(row, base).value = "1" if row == FIRST + 1 else "11/12"
        assert told(desk.read()) == found


@pytest.mark.parametrize("label", ["REAL COST", "Biaya Langsung", "A"])
def test_a_sum_under_any_name_is_known_by_its_figure(label: str) -> None:
    """To the rupiah, of all lines or of several; one that is no sum has to be a line."""
    desk = desk_of()
    for figure, sound in ((1_500_000, True), (1_400_000, True), (1_500_002, False)):
        paste(desk, "HPS", [*block(), words(label, figure)])
        assert (desk.read().package is not None) == sound

    # An amount like that of the line before is more likely a line whose volume is missing.
    paste(desk, "HPS", [*block(), words(label, 500_000)])
    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.code) == ("HPS!A10", "XLS041")
    assert fault.message == "Kode, Satuan, Volume, Harga Satuan wajib diisi."


def summed_in(column: int, *, off: int = 0) -> list[list[Any]]:
    """The lines, and below them their sums in one column, with words where lines have theirs."""
    rows = block()
    whole = sum(row[6] for row in rows)
    for code, label, figure in (
        ("A", "JUMLAH HARGA", whole + off),
        ("B", "PPN 11%", whole * 11 // 100),
        ("C", "TOTAL HPS", whole * 111 // 100),
        ("D", "Dibulatkan", whole * 111 // 100 // 1000 * 1000),
    ):
        row: list[Any] = [None] * 16
        row[0], row[1], row[column - 1] = code, label, figure
        rows.append(row)
    return rows


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        *(("HPS", column) for column in (4, 5, 6, 8, 10, 12, 16)),
        *(("Harga p1", column) for column in (5, 7, 9, 11, 14)),
    ],
)
def test_sums_are_known_and_checked_in_whatever_column_they_stand(sheet: str, column: int) -> None:
    """Under the unit price, a mark, or no head at all; one that is none is told at its cell."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, sheet, summed_in(column))
    reading = desk.read()

    assert told(reading) == []
    assert [row.why for row in reading.skipped] == ["total", "ppn", "total", "dibulatkan"]
    paste(desk, sheet, summed_in(column, off=777_777))
    cell = desk.book[sheet].cell(FIRST + 5, column).coordinate
    assert told(desk.read()) == [(f"{sheet}!{cell}", "XLS106")]


def test_a_sum_with_the_letter_of_a_line_is_none_of_its_own() -> None:
    """Beside the line itself; alone it is the line, though its words are those of a sum."""
    desk = desk_of(["A", "B", "C"], *"ABC")
    rows = block(["A", "B", "C"])
    paste(desk, "Harga p1", [*rows, ["A", "JUMLAH", None, None, None, None, 600_000]])
    assert len(bid_of(desk.read().package)) == 3

    rows[2][1] = "Jumlah"
    paste(desk, "Harga p1", [*rows[:2], [*rows[2][:2], None, None, 300_000]])
    assert told(desk.read()) == [("Harga p1!B7", "XLS105")]


def test_a_line_of_sums_words_with_volume_and_price_is_a_line() -> None:
    """A total station is none of all prices, and neither is what has the code of lines."""
    desk = desk_of()
    paste(desk, "HPS", [*block(), ["2.4", "Total station", "", 2, 500_000, None, 1_000_000]])
    assert told(desk.read()) == [("HPS!C10", "XLS041")]
    paste(desk, "HPS", [*block(), ["2.4", "Jumlah lampu", None, None, 500]])
    assert told(desk.read()) == [("HPS!C10", "XLS041")]  # with the volume


def test_each_sum_under_no_head_is_checked_and_not_the_first_alone() -> None:
    """The total, two rows below the sum of the lines, is a million off."""
    desk = desk_of()
    rows = summed_in(16)
    rows[7][15] += 1_000_000
    paste(desk, "HPS", rows)

    assert told(desk.read()) == [("HPS!P12", "XLS106")]


def test_the_rate_of_ppn_beside_its_amount_is_no_amount() -> None:
    """A wrong amount under the unit price is told there, and not at the rate."""
    desk = desk_of()
    paste(desk, "HPS", [*block(), [None, "PPN 11%", None, None, 166_000, 11]])

    assert told(desk.read()) == [("HPS!E10", "XLS106")]


def test_a_sum_in_a_column_of_its_own_below_many_lines() -> None:
    """Right of the columns of the sheet, and below the rows among which its heads are."""
    codes = [f"{number}" for number in range(1, 21)]
    desk = desk_of(codes)
    whole = sum(number * 100_000 for number in range(1, 21))
    for figure, found in ((whole, []), (whole + 5, [("HPS!N25", "XLS106")])):
        total = [None, "JUMLAH", *[None] * 11, figure]
        paste(desk, "HPS", [*block(codes), total])
        assert told(desk.read()) == found


def test_of_a_column_that_nobody_knows_the_first_cells_are_held() -> None:
    """A sheet full of them costs nothing; two hundred are enough for the sums of a block."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("HPS")
    sheet.append(["Kode", "Jenis"])
    for number in range(1_000):
        sheet.append([f"{number}", None, "asing"])
    stream = io.BytesIO()
    book.save(stream)
    page = open_workbook(stream.getvalue())["HPS"]
    cells = Cells.of(page, 0, lambda *_: None).held({"kode": 1, "jenis": 2})
    columns = Counter(cell.column for _, row in cells.rows() for cell in row)

    assert columns[1] == 1_001
    assert 200 <= columns[3] < 300
