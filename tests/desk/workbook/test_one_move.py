"""A block some rows or columns off, with its titles and sums, is one fault that tells its place."""

from functools import cache
from typing import Any

import pytest

from tender_desk.workbook.off_place.one_move import Tries
from tender_desk.workbook.reading import moves
from tests.desk.workbook.data import Desk, told
from tests.desk.workbook.pasting import FIVE, block, desk_of, desk_of_sample, paste, with_sums
from tests.desk.workbook.unread import open_book

WIDE = [None] * 7


@cache
def _titled() -> bytes:
    desk = desk_of(FIVE, *FIVE)
    for sheet in ("HPS", "Harga p1"):
        paste(desk, sheet, [row or WIDE for row in with_sums(block())])
    assert told(desk.read()) == []
    return desk.bytes()


class Titled(Desk):
    """Lines with titles and sums of divisions, on the document's sheet and on that of p1."""

    def __init__(self) -> None:

        self.book: Any = open_book(_titled())

    def paste(self, sheet: str, cells: str, to: str, *, cut: bool = True) -> None:
        """A block from its place to another, its first cell at `to`."""
        page = self.book[sheet]
        values = [[one.value for one in row] for row in page[cells]]
        for one in [one for row in page[cells] for one in row if cut]:
            one.value = None
        for down, row in enumerate(values):
            for right, value in enumerate(row):
                page.cell(page[to].row + down, page[to].column + right).value = value


@pytest.mark.parametrize(
    ("sheet", "cells", "to", "cut", "found", "belongs"),
    [
        ("HPS", "B5:B19", "B6", True, "B6:B20", "B5"),  # the words alone
        ("Harga p1", "A5:B19", "A6", True, "A6:B20", "A5"),  # the codes and the words
        ("HPS", "B6:B8", "B7", True, "B7:B9", "B6"),  # the words of some lines
        ("Harga p1", "D5:E19", "D6", False, "D7:E14", "D6"),  # a copy over volumes and prices
        ("HPS", "C6:G8", "C5", False, "C5:G7", "C6"),  # a row too high
        ("Harga p1", "C5:G19", "A5", True, "A6:E18", "C6"),  # over codes and words
    ],
)
def test_a_block_with_titles_off_its_place(
    sheet: str, cells: str, to: str, cut: bool, found: str, belongs: str
) -> None:
    """Nothing else of the sheet is told, nor of the other that follows from it."""
    desk = Titled()
    desk.paste(sheet, cells, to, cut=cut)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!{found.partition(':')[0]}", "XLS216")
    assert f"Blok {found} " in fault.message
    assert f"semestinya mulai di {belongs}." in fault.message


def test_what_else_is_wrong_is_told_beside_the_block() -> None:
    """Of a row that has nothing to do with it."""
    desk = Titled()
    desk.paste("HPS", "B6:B8", "B7")
    desk.book["HPS"]["D13"] = "banyak"

    assert told(desk.read()) == [("HPS!B7", "XLS216"), ("HPS!D13", "XLS030")]


def test_prices_under_the_volume_of_the_document() -> None:
    """The volumes of a bid tell that no line has its own; the totals are asked of nobody."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, "HPS", [[*row[:3], row[4], None] for row in block()])
    paste(desk, "Harga p1", block())
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("HPS!D5", "XLS216")
    assert "semestinya mulai di E5." in fault.message


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_codes_with_those_of_titles_over_their_head(sheet: str) -> None:
    """One row too high the first of them is that of a title."""
    desk = Titled()
    desk.paste(sheet, "A5:A19", "A4")

    assert [code for _, code in told(desk.read())] == ["XLS233"]


def test_lines_that_stand_on_each_others_rows_are_no_block() -> None:
    """Words of all lines in another order: no move of one block mends that."""
    desk = desk_of(FIVE, *FIVE)
    rows = block()
    for row, number in zip(rows, (3, 1, 5, 2, 4), strict=True):
        row[1] = f"Pekerjaan {number}"
    paste(desk, "Harga p1", rows)

    assert [code for _, code in told(desk.read())] == ["XLS105"]


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_a_code_that_comes_again_far_below_is_one_fault(sheet: str) -> None:
    """Of the rows that are near the first of the two nothing is wrong without the other."""
    desk = desk_of(FIVE, *FIVE)
    for name in ("HPS", "Harga p1"):
        paste(desk, name, block())
    page = desk.book[sheet]
    for cell in page[5]:
        page.cell(80, cell.column).value = cell.value

    assert told(desk.read()) == [(f"{sheet}!A80", "PKT030")]


def test_prices_that_are_lacking_are_no_volumes_off_their_place() -> None:
    """Under the prices volumes would be right, but the prices then are no percentages."""
    desk = desk_of(FIVE, *FIVE)
    for name in ("HPS", "Harga p1"):
        paste(desk, name, block())
    page = desk.book["Harga p1"]
    page["E7"] = page["E8"] = None
    page["D9"] = 14

    assert told(desk.read()) == [("Harga p1!E7", "XLS100"), ("Harga p1!E8", "XLS100")]


def test_of_many_sheets_blocks_are_looked_for_on_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are: what a sheet takes is none of the others' any more."""
    tries = Tries()
    monkeypatch.setattr(moves, "Tries", lambda: tries)
    desk = Titled()
    desk.paste("HPS", "B6:B8", "B7")
    assert told(desk.read()) == [("HPS!B7", "XLS216")]

    assert tries.left < Tries().left
    tries.left = 0
    assert "XLS216" not in {code for _, code in told(desk.read())}


def test_weights_written_as_fractions_are_read_wherever_they_stand() -> None:
    """Also in a row whose own code is none, of which nothing else is told then."""
    desk = Desk()
    page = desk.book["Kriteria"]
    for row in range(5, page.max_row + 1):
        page.cell(row, 5).value = "100/3"
    page["A6"], page["B5"] = "x y", "! !"

    assert told(desk.read()) == [
        ("Kriteria!B5", "PKT018"),
        ("Kriteria!A6", "PKT015"),
        ("Kriteria!A7", "PKT038"),
    ]


@pytest.mark.parametrize(
    ("sheet", "cells", "to", "cut", "belongs"),
    [
        ("Pengurus", "A5:A8", "B5", True, "A5"),  # codes of bidders over their names
        ("Pengurus", "A5:C8", "B5", True, "A5"),  # where each column holds any text
        ("Penilaian", "C5:C8", "B5", True, "C5"),  # verdicts as criteria
        ("Penilaian", "E5:G8", "C5", False, "E5"),  # a copy, whose like stands in its place
        ("Kriteria", "C5:C8", "E5", False, "C5"),
        ("Peserta", "B5:U8", "A5", False, "B5"),
    ],
)
def test_a_block_that_is_known_by_what_it_names(
    sheet: str, cells: str, to: str, cut: bool, belongs: str
) -> None:
    """Terms, known names, and the like of a copy tell to which column it belongs."""
    desk = desk_of_sample("air-minum-negosiasi")
    Titled.paste(desk, sheet, cells, to, cut=cut)  # type: ignore[arg-type]
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!{to}", "XLS216")
    assert f"di {belongs}" in fault.hint
