"""The law objects to nothing for want of what stands in a cell that is told, or stood in one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tender_engine.objecting import objections_to
from tender_rules import national
from tests.desk.workbook.data import Desk
from tests.desk.workbook.test_lost import refreshed
from tests.reading import read_path

SAMPLE = Path(__file__).parents[3] / "samples" / "keamanan-jaringan" / "paket.json"


def refreshed_sample() -> Desk:
    """A workbook that the law objects to nothing in, with its last state."""
    package = read_path(SAMPLE).package
    assert package is not None
    return refreshed(package)


def told_with_objections(desk: Desk) -> list[tuple[str, str]]:
    """The cell and the code of each fault, with those of the law."""
    reading = desk.read()
    assert reading.draft is not None
    objections = tuple(objections_to(reading.draft, reading.unread, national()))
    return [(fault.cell, fault.code) for fault in reading.diagnose(objections)]


def of_the_award(desk: Desk, title: str) -> str:
    """The cell of the award."""
    rows = range(1, 40)
    row = next(row for row in rows if desk.cell("Peristiwa", "Pemenang", row).value)
    return str(desk.cell("Peristiwa", title, row).coordinate)


def test_a_winner_mistyped_is_one_fault() -> None:
    """Nobody is asked besides to name a winner, and what is left blank is asked for."""
    desk = refreshed_sample()
    cell = of_the_award(desk, "Pemenang")
    desk.book["Peristiwa"][cell].value = "CV Tak Dikenal"
    assert told_with_objections(desk) == [(f"Peristiwa!{cell}", "XLS193")]

    kind = of_the_award(desk, "Jenis")
    desk.book["Peristiwa"][cell].value = None
    assert (f"Peristiwa!{kind}", "ATR010") in told_with_objections(desk)


def weight(desk: Desk) -> None:
    desk.field("Persyaratan", "Bobot teknis (%)").value = "abc"


def row_of_the_weight(desk: Desk) -> None:
    desk.book["Persyaratan"].delete_rows(desk.field("Persyaratan", "Bobot teknis (%)").row)


def column_of_the_winner(desk: Desk) -> None:
    desk.book["Peristiwa"].delete_cols(desk.column("Peristiwa", "Pemenang"))


@pytest.mark.parametrize(
    ("change", "code"),
    [(weight, "XLS030"), (row_of_the_weight, "XLS219"), (column_of_the_winner, "XLS220")],
)
def test_what_cannot_be_read_is_told_and_not_what_follows(
    change: Callable[[Desk], None], code: str
) -> None:
    """A cell, a row of a form and a column of a table, each once."""
    desk = refreshed_sample()
    change(desk)
    assert [one for _, one in told_with_objections(desk)] == [code]
