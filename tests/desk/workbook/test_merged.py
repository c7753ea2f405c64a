"""Merged cells over inputs of the workbook are named; others are nobody's business."""

import pytest

from tests.desk.workbook.data import told
from tests.desk.workbook.pasting import FIVE, desk_of


@pytest.mark.parametrize(
    ("sheet", "cells", "where"),
    [
        ("HPS", "D5:D6", "HPS!D5"),
        ("HPS", "B5:C5", "HPS!B5"),
        ("HPS", "D4:E4", "HPS!D4"),
        ("Peserta", "B5:B6", "Peserta!B5"),
        ("Harga p1", "E6:E8", "Harga p1!E6"),
        ("Paket", "B6:C6", "Paket!B6"),
    ],
)
def test_merged_cells_over_inputs_are_named(sheet: str, cells: str, where: str) -> None:
    """With their range, and what to do; nothing is told of what they have swallowed."""
    desk = desk_of(FIVE, *FIVE)
    desk.book[sheet].merge_cells(cells)
    found = {(one.cell, one.code): one.message for one in desk.read().diagnose()}

    assert [*found] == [(where, "XLS108")]
    assert cells in found[where, "XLS108"]


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [("HPS", "A1:E1"), ("HPS", "A40:E41"), ("Harga p1", "C3:F3"), ("Paket", "A1:C2")],
)
def test_merged_cells_elsewhere_are_nobodys_business(sheet: str, cells: str) -> None:
    """Over the titles of a sheet, or where nothing stands."""
    desk = desk_of(FIVE, *FIVE)
    desk.book[sheet].merge_cells(cells)

    assert told(desk.read()) == []
