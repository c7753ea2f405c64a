"""Rows are the lines that they are by code, section, order and words, alone or parted over two."""

from decimal import Decimal
from pathlib import Path

import pytest

from tender_engine.engine import evaluate
from tender_rules import national
from tests.desk.schedules.books import codes, written
from tests.faults.schedules import accepted


def total(folder: str, at: Path) -> Decimal | None:
    """The corrected total of the first bidder of an accepted folder."""
    reading = accepted(folder, at)
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    evaluation = evaluate(reading.package, national())
    return next(price.corrected_total for price in evaluation.prices if price.participant == "p1")


def test_the_volume_that_is_to_be_corrected_does_not_decide(tmp_path: Path) -> None:
    """Floor 1 at its 100 m2 and floor 2 at its 150: 7,280,000 with 11 percent is 8,080,800."""
    (attached,) = accepted("04", tmp_path).attached

    assert codes(attached.reading) == []
    assert [line[0] for line in written(attached.reading)] == ["L1", "L2", "L3", "L4"]
    assert total("04", tmp_path) == Decimal("8080800")


def test_words_and_figures_on_two_rows_are_one_line(tmp_path: Path) -> None:
    """40 m3 at 900,000 among 57,250,000, which with 11 percent is 63,547,500."""
    (attached,) = accepted("07", tmp_path).attached

    assert codes(attached.reading) == []
    assert written(attached.reading)[1] == ("L2", "40", "900000", "36000000")
    assert total("07", tmp_path) == Decimal("63547500")


def test_another_sheet_that_is_wide_refuses_nothing(tmp_path: Path) -> None:
    """A curve S of 130 weeks beside 57,250,000, which with 11 percent is 63,547,500."""
    (attached,) = accepted("08", tmp_path).attached

    assert (attached.reading.sheet, codes(attached.reading)) == ("RAB", [])
    assert total("08", tmp_path) == Decimal("63547500")


def test_what_is_shown_is_the_price_where_its_amount_is_made_of_it(tmp_path: Path) -> None:
    """50,000 is shown, 50,000.4567 is stored, and 5,000,000 is the amount for a hundred."""
    (attached,) = accepted("11", tmp_path).attached

    assert codes(attached.reading) == []
    assert [(n.cell, n.value) for n in attached.reading.notes if n.code == "as_shown"] == [
        ("Rincian!E4", "50000 → 50000.4567")
    ]
    assert total("11", tmp_path) == Decimal("63547500")


@pytest.mark.parametrize("named", [{}, {"Lembar_berkas": "I; II"}])
def test_lines_on_several_sheets_are_one_list(named: dict[str, str], tmp_path: Path) -> None:
    """One line on the first, two on the second, and 63,547,500 in the recapitulation."""
    reading = accepted("12", tmp_path, **named)
    (attached,) = reading.attached

    assert codes(attached.reading) == []
    assert [line[0] for line in written(attached.reading)] == ["L1", "L2", "L3"]
    assert attached.reading.schedule_total_cell == "REKAP!C7"
    assert reading.package is not None
    prices = evaluate(reading.package, national()).prices
    assert next(p.corrected_total for p in prices if p.participant == "p1") == Decimal(63547500)
