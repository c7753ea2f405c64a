"""Codes that Excel keeps as numbers, of which 1.10 and 1.1 are one."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.desk.workbook.data import told
from tests.desk.workbook.pasting import block, desk_of, paste

TEN = [f"1.{number}" for number in range(1, 11)]


def numeric(codes: Sequence[str]) -> list[list[Any]]:
    """The lines with their codes as Excel keeps them when they are typed: as numbers."""
    return [[float(row[0]), *row[1:]] for row in block(codes)]


def test_a_code_that_became_another_is_one_fault_that_says_what_to_do() -> None:
    """1.10 is 1.1 to Excel; the document's sheet and a bid's."""
    for sheet, codes, first in (("HPS", [], "A14"), ("HPS", TEN, "A14"), ("Harga p1", TEN, "A5")):
        desk = desk_of(TEN, *codes)
        paste(desk, sheet, numeric(TEN))
        (fault,) = desk.read().diagnose()

        assert (fault.cell, fault.code) == (f"{sheet}!{first}", "XLS109")
        assert "1.1 mungkin semula 1.10" in fault.message
        assert "Teks" in fault.hint
        assert "A14" in fault.hint


@pytest.mark.parametrize(
    ("codes", "doubted"),
    [
        (TEN[:9], []),  # 1.1 to 1.9 leave no doubt
        (["2.1", "3.5", "10.2"], []),
        (["1.8", "1.9", "1.10", "1.11"], ["HPS!A7"]),  # counted on, and 1.1 is not there
        (["1.19", "1.20", "1.21"], ["HPS!A6"]),
    ],
)
def test_numbers_that_leave_no_doubt_are_codes(codes: list[str], doubted: list[str]) -> None:
    """Where the codes about one tell that it lost a nought, it is told."""
    desk = desk_of(codes)
    paste(desk, "HPS", numeric(codes))

    assert told(desk.read()) == [(cell, "XLS109") for cell in doubted]


def test_a_number_that_two_codes_of_the_document_are() -> None:
    """A bid that names one of them, and a cell that shows a nought."""
    codes = ["1.1", "1.2", "1.10"]
    desk = desk_of(codes, *codes)
    paste(desk, "Harga p1", [[1.1, *block(codes)[2][1:]], block(codes)[1]])
    assert ("Harga p1!A5", "XLS109") in told(desk.read())

    desk = desk_of(codes)
    paste(desk, "HPS", [[1.3, *block()[2][1:]]])
    desk.book["HPS"]["A5"].number_format = "0.00"
    assert told(desk.read()) == [("HPS!A5", "XLS109")]
