"""Faults of the format find their cells."""

import pytest

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.reading.places import CellPlaces, Grid
from tender_engine.faults import Fault, Path, Spot

GRID = Grid(
    "Peserta",
    3,
    {("name",): 2, ("price",): 7, ("price", "stated_total"): 8},
    {("name",): "Nama peserta", ("price",): "Harga", ("price", "stated_total"): "Harga penawaran"},
)


def places() -> CellPlaces:
    """One field of a form, and two entries of a table."""
    made = CellPlaces()
    made.field(("tender", "title"), Spot(cell="Paket!B6", order=(1, 6, 2)), "Nama paket")
    made.entry(("participants",), 0, GRID, 5)
    made.entry(("participants",), 1, GRID, 9)
    return made


@pytest.mark.parametrize(
    ("column", "row", "name"),
    [
        (1, 1, "A1"),
        (26, 2, "Z2"),
        (27, 3, "AA3"),
        (52, 1, "AZ1"),
        (702, 9, "ZZ9"),
        (703, 1, "AAA1"),
    ],
)
def test_a_cell_has_the_name_that_excel_gives_it(column: int, row: int, name: str) -> None:
    """Letters count from 1 and have no zero."""
    assert cell_name(row, column) == name


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        (("tender", "title"), "Paket!B6"),
        (("participants", 0, "name"), "Peserta!B5"),
        (("participants", 1, "price", "stated_total"), "Peserta!H9"),
        (("participants", 1, "price", "lines", 3), "Peserta!G9"),
        (("participants", 1, "facts"), "Peserta!A9"),
        (("participants", 1), "Peserta!A9"),
        (("participants", 7), "Paket!A1"),
        (("tender",), "Paket!A1"),
        ((), "Paket!A1"),
    ],
)
def test_a_fault_is_at_its_cell_or_at_the_nearest_thing_above(path: Path, cell: str) -> None:
    """The longest key that has a column wins; without one, the first cell of the row."""
    assert places().spot(Fault("PKT013", path, {})).cell == cell


def test_a_missing_key_is_an_empty_cell() -> None:
    """Under its title; where no cell is meant for it, it stays a missing key."""
    missing = [
        Fault("PKT011", ("participants", 0), {"key": "name"}),
        Fault("PKT011", ("tender",), {"key": "code"}),
        Fault("PKT013", ("participants", 0, "name"), {"found": "x"}),
    ]
    empty, unplaced, other = places().named(missing, ())

    assert (empty.code, empty.params) == ("XLS041", {"title": "Nama peserta"})
    assert empty.spot is not None
    assert empty.spot.cell == "Peserta!B5"
    assert (unplaced, other) == (missing[1], missing[2])


def test_a_cell_that_cannot_be_read_is_not_also_empty() -> None:
    """Neither one that was told, nor one that waits for something else."""
    missing = [Fault("PKT011", ("participants", index), {"key": "name"}) for index in (0, 1)]
    known = places()
    known.unread([GRID.spot(9, 2)])

    assert [*known.named(missing, [Fault("XLS030", (), {}, spot=GRID.spot(5, 2))])] == []
    assert len([*places().named(missing, ())]) == 2
