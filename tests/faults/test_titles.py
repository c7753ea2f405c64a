"""Schedules whose titles or sums used to be taken for others come out as they are meant."""

from decimal import Decimal
from pathlib import Path

import pytest

from tender_engine.engine import evaluate
from tender_rules import national
from tests.desk.schedules.books import codes, written
from tests.faults.schedules import accepted

# 5,000,000 + 36,000,000 + 16,250,000 = 57,250,000; with 11 percent 63,547,500.
LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "40", "900000", "36000000"),
    ("L3", "250", "65000", "16250000"),
]
TOTAL = Decimal(63547500)


@pytest.mark.parametrize("folder", ["01", "02", "03", "05", "09", "18"])
def test_the_lines_are_read_and_the_total_is_the_bids(folder: str, tmp_path: Path) -> None:
    """By titles abbreviated, grouped or merged, and whatever stands below the total."""
    reading = accepted(folder, tmp_path)
    (attached,) = reading.attached

    assert codes(attached.reading) == []
    assert written(attached.reading) == LINES
    assert Decimal(attached.reading.schedule_total or 0) == TOTAL
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    prices = evaluate(reading.package, national()).prices
    assert next(p.corrected_total for p in prices if p.participant == "p1") == TOTAL


def test_two_columns_of_descriptions_under_a_row_of_labels_are_told(tmp_path: Path) -> None:
    """The header is one row, and each of its columns is named."""
    (attached,) = accepted("15", tmp_path).attached

    assert codes(attached.reading) == [("XLS054", "Rincian!C3")]
