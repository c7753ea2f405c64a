"""What is wrong on rows one under the other is one fault where it seems pasted; slips are not."""

from typing import Any

import pytest

from tests.desk.workbook.data import Desk, told
from tests.desk.workbook.pasting import FIVE, block, desk_of, desk_of_sample, paste, with_sums

SAMPLE = "air-minum-negosiasi"
# Cells and what is typed into them.
Typed = dict[str, Any]
WIDE = [None] * 7


def typed(sheet: str, cells: Typed) -> Desk:
    """The workbook of a sample with something else in some cells of a sheet."""
    desk = desk_of_sample(SAMPLE)
    for cell, value in cells.items():
        desk.book[sheet][cell] = value
    return desk


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        # in two columns, from row to row
        (
            {"C6": "x", "F6": "besok", "C7": "y", "F7": "lusa", "F8": "nanti"},
            "Ini satu dari 5 sel yang salah di C6:F8 (PKT015, XLS035).",
        ),
        # in one, where nobody slips so
        (
            {"F6": "besok", "F7": "lusa", "F8": "nanti"},
            "Ini satu dari 3 sel yang salah di F6:F8 (XLS035).",
        ),
    ],
)
def test_rows_that_seem_pasted_are_one_fault(cells: Typed, said: str) -> None:
    """With its cells, what is told of the first of them, and what to do."""
    desk = typed("Penilaian", cells)
    (fault,) = desk.read().diagnose()

    first = next(iter(cells))
    assert (fault.cell, fault.code) == (f"Penilaian!{first}", "XLS238")
    assert said in fault.message
    assert cells[first] in fault.message
    assert "batalkan tempelannya" in fault.hint
    assert "F6:F8" in fault.hint
    (english,) = desk.read().diagnose(lang="en")
    assert "cells that are wrong" in english.message
    assert "undo that" in english.hint


@pytest.mark.parametrize(
    "cells",
    [
        {"C6": "memenihi", "F7": "20/13/2022 15:00", "E8": "m7"},
        {"C6": "memenihi", "C7": "mememuhi"},
        {"F6": "32/06/2022 10:00", "F7": "20/13/2022 15:00", "F8": "23/06/2022 25:00"},
        {"F6": "besok", "F8": "nanti", "C7": "memenihi"},
    ],
)
def test_slips_of_the_hand_are_told_each_for_itself(cells: Typed) -> None:
    """Whatever few of them stand beside each other."""
    found = told(typed("Penilaian", cells).read())

    assert sorted(cell for cell, _ in found) == sorted(f"Penilaian!{cell}" for cell in cells)


def test_what_follows_from_a_paste_is_not_told() -> None:
    """Bids name lines whose codes are lost, and sums are none of those that are left."""
    desk = desk_of(FIVE, *FIVE)
    for sheet in ("HPS", "Harga p1"):
        paste(desk, sheet, [row or WIDE for row in with_sums(block())])
    for row, words in zip((11, 12, 13), ("satu baris", "dua baris", "tiga baris"), strict=True):
        desk.book["HPS"].cell(row, 1).value = words
        desk.book["HPS"].cell(row, 4).value = "banyak"

    assert [code for _, code in told(desk.read())] == ["XLS238"]


def test_columns_side_by_side_of_which_none_is_known_are_one_fault() -> None:
    """A block that stands to the right of all heads."""
    desk = desk_of_sample(SAMPLE)
    page = desk.book["Pokja"]
    for row in (5, 6, 7):
        for column in (1, 2, 3):
            page.cell(row, column + 5).value = page.cell(row, column).value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Pokja!F5", "XLS022")
    assert "Kolom F, G, H " in fault.message


@pytest.mark.parametrize(
    ("sheet", "cells", "to", "found"),
    [
        # below all others, so that rows lack whose they are
        ("Pengurus", "B5:D6", "B12", "Pengurus!A12"),
        # a form whose names were laid over
        ("Paket", "A14:B18", "A10", "Paket!B15"),
    ],
)
def test_a_copy_is_one_fault(sheet: str, cells: str, to: str, found: str) -> None:
    """It is known by what it says, which stands where it was copied from."""
    desk = desk_of_sample(SAMPLE)
    page = desk.book[sheet]
    for down, row in enumerate([[one.value for one in row] for row in page[cells]]):
        for right, value in enumerate(row):
            page.cell(page[to].row + down, page[to].column + right).value = value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (found, "XLS238")


def test_each_other_reason_of_a_paste_is_told() -> None:
    """With the first cell of which it is, in both languages."""
    desk = typed("Penilaian", {"C6": "x", "F6": "besok", "C7": "y", "F7": "lusa"})
    (fault,) = desk.read().diagnose()
    (english,) = desk.read().diagnose(lang="en")

    assert fault.message.endswith("Ini satu dari 4 sel yang salah di C6:F7 (PKT015, XLS035).")
    assert "Yang lain yang salah: F6: besok bukan waktu" in fault.hint
    assert "What else is wrong: F6: besok is not a time" in english.hint


def test_slips_of_which_others_follow_are_no_paste() -> None:
    """Of a line that is nowhere follows what its row is told to lack, in each of two rows."""
    desk = desk_of_sample("irigasi-bawah-80")
    desk.book["Analisa Harga"]["B5"], desk.book["Analisa Harga"]["B6"] = "L03z", "L04y"

    assert "XLS238" not in {code for _, code in told(desk.read())}


def test_lines_that_lack_a_cell_each_are_faults_each() -> None:
    """Where nothing tells that they were copied."""
    desk = typed("Pengurus", {"A6": None, "A7": None})

    assert told(desk.read()) == [("Pengurus!A6", "XLS041"), ("Pengurus!A7", "XLS041")]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        # rows that lack the same several cells
        ({"Pokja!A5": None, "Pokja!B5": None, "Pokja!A6": None, "Pokja!B6": None}, "Pokja!A5"),
        # what stands beyond the heads, in a row that lacks several cells
        ({"Pokja!A5": None, "Pokja!B5": None, "Pokja!G5": "x"}, "Pokja!A5"),
        # names of fields of which one is like none
        (
            {"Paket!A40": "Sewa", "Paket!B40": "x", "Paket!A41": "Zat", "Paket!B41": "y"},
            "Paket!B40",
        ),
        # fields that both hold what neither can
        ({"Paket!B13": "menengah", "Paket!B14": "menengah"}, "Paket!B13"),
        # three cells that hold what belongs elsewhere, though rows are between
        ({"Penilaian!F5": "besok", "Penilaian!D7": "x", "Penilaian!F8": "nanti"}, "Penilaian!F5"),
    ],
)
def test_what_a_block_left_or_reached_is_one_fault(cells: Typed, found: str) -> None:
    """No hand slips so, cell by cell."""
    desk = desk_of_sample(SAMPLE)
    for cell, value in cells.items():
        sheet, _, name = cell.partition("!")
        desk.book[sheet][name] = value

    assert told(desk.read()) == [(found, "XLS238")]


def test_what_was_cut_on_another_sheet_is_told_with_the_paste() -> None:
    """By name, as the paste is what has to be undone."""
    desk = typed("Penilaian", {"C6": "x", "F6": "besok", "C7": "y", "F7": "lusa"})
    desk.book["Pokja"]["B5"], desk.book["Pokja"]["B6"] = None, None
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Penilaian!C6", "XLS238")
    assert "Pokja!B5: Nama wajib diisi." in fault.hint


def test_what_was_forgotten_on_another_sheet_is_told_for_itself() -> None:
    """Two names are no block of three rows, nor are two that no paste can have left apart."""
    three = {"C6": "x", "F6": "besok", "C7": "y", "F7": "lusa", "C8": "z", "F8": "nanti"}
    for cells, rows in (
        (three, (5, 6)),
        ({"C6": "x", "F6": "besok", "C7": "y", "F7": "z"}, (5, 7)),
    ):
        desk = typed("Penilaian", cells)
        for row in rows:
            desk.book["Pokja"].cell(row, 2).value = None
        found = told(desk.read())

        assert sorted(found) == sorted(
            [*((f"Pokja!B{row}", "XLS041") for row in rows), ("Penilaian!C6", "XLS238")]
        )


def test_a_block_of_another_sheet_is_one_fault() -> None:
    """Names of members where stages belong: they are known by what stands on their own sheet."""
    desk = desk_of_sample(SAMPLE)
    for row in (6, 7):
        desk.book["Kriteria"].cell(row, 1).value = desk.book["Pokja"].cell(row, 2).value

    assert told(desk.read()) == [("Kriteria!A6", "XLS238")]


def test_what_lacks_beside_a_copy_is_told_for_itself() -> None:
    """A copy leaves nothing behind."""
    desk = desk_of_sample(SAMPLE)
    page = desk.book["Pengurus"]
    for down, cells in enumerate([[one.value for one in row] for row in page["B5:D6"]]):
        for right, value in enumerate(cells):
            page.cell(12 + down, 2 + right).value = value
    page["B8"] = None

    assert told(desk.read()) == [("Pengurus!B8", "XLS041"), ("Pengurus!A12", "XLS238")]


def test_two_lost_columns_are_one_fault() -> None:
    """Their titles are told together."""
    desk = typed("Surat", dict.fromkeys(("G4", "J4", "G5", "J5")))
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Surat!A4", "XLS102")
    assert "Kolom Nomor, Tempat tidak ada" in fault.message


def test_a_row_that_lacks_a_cell_is_none_that_went_down() -> None:
    """Its neighbour says the same in another, as many do."""
    desk = typed("Pengurus", {"B7": None, "A8": None})

    assert told(desk.read()) == [("Pengurus!B7", "XLS041"), ("Pengurus!A8", "XLS041")]
