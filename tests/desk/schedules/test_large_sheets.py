"""A sheet that is large, or full of other things, decides over nothing but itself."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import DOCUMENT, book, codes, written
from tests.desk.workbook.hostile import HOSTILE
from tests.fault_texts import SCHEDULE as TEXTS

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
LINE = ["Galian tanah biasa", "m3", 100, 50000, "=C2*D2"]
CURVE = ["Uraian", "Jumlah Harga", "Bobot"]
READ = [("L1", "100", "50000", "5000000")]


def reading(change, sheet=None, hidden=False, **sheets):
    """The reading of a plain schedule beside a sheet that `change` makes."""

    def changed(made):
        change(made["Lain"])
        made["Lain"].sheet_state = "hidden" if hidden else "visible"

    data = book([HEAD, LINE], changed, title="RAB", **{"Lain": [], **sheets})
    return read_schedule(data, "penawaran.xlsx", DOCUMENT[:1], sheet=sheet)


def weeks(count, titles=(), line=()):
    """Fills a sheet with a curve of some weeks, beside titles and a line."""

    def fill(sheet):
        sheet.append([*titles, *range(1, count + 1)])
        sheet.append([*line, *[0.5] * count])

    return fill


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        weeks(130),
        weeks(130, CURVE, [LINE[0], 5000000, 100]),
        weeks(700, CURVE, [LINE[0], 5000000, 100]),
        weeks(3_000),
        lambda sheet: sheet.cell(1_048_576, 16_384, "x"),
        lambda sheet: [sheet.cell(row, 1, "Semen") for row in (1, 15_000)],
    ],
)
def test_a_wide_or_long_sheet_does_not_refuse_the_file(change, hidden):
    for sheet in (None, "RAB"):
        found = reading(change, sheet, hidden)

        assert (found.sheet, codes(found), written(found)) == ("RAB", [], READ)


@pytest.mark.parametrize(("row", "column"), [(1, 105), (1, 500), (12_000, 2), (1_048_576, 16_384)])
def test_a_lone_blank_far_away_is_nothing(row, column):
    def change(made):
        made.active.cell(row, column, " ")

    found = read_schedule(book([HEAD, LINE], change), "penawaran.xlsx", DOCUMENT[:1])

    assert (codes(found), written(found)) == ([], READ)


@pytest.mark.parametrize(("row", "column"), [(1, 401), (3, 900), (10_001, 1)])
def test_what_is_not_read_of_the_schedule_itself_is_a_fault_there(row, column):
    """A price may stand in it, or a line."""

    def change(made):
        made.active.cell(row, column, 7)

    found = read_schedule(book([HEAD, LINE], change), "penawaran.xlsx", DOCUMENT[:1])

    assert [code for code, _ in codes(found)] == ["XLS143"]
    assert found.faults[0].spot.order[1:] == (row, column)


def test_a_schedule_with_its_weeks_beside_it_is_read():
    """A share for each day of a year, which are columns that nobody reads."""

    def change(made):
        for day in range(366):
            made.active.cell(2, 7 + day, 0.25)

    found = read_schedule(book([HEAD, LINE], change), "penawaran.xlsx", DOCUMENT[:1])

    assert (codes(found), written(found)) == ([], READ)


def test_a_formula_over_cells_that_are_not_held_is_a_fault():
    """The price of the fifteen thousandth row is not known here."""
    rows = [HEAD, [*LINE[:3], "=Lain!A15000", None]]
    data = book(rows, lambda made: made["Lain"].cell(15_000, 1, 7), title="RAB", Lain=[])

    assert codes(read_schedule(data, "x.xlsx", DOCUMENT[:1])) == [("XLS060", "RAB!D2")]


def test_many_cells_of_another_sheet_leave_the_named_one_whole(monkeypatch):
    """A bound on the cells of a file counts those that are wanted."""
    monkeypatch.setattr("tender_desk.schedules.grid._MOST_CELLS", 200)

    def fill(sheet):
        for _ in range(20):
            sheet.append(["x"] * 20)

    assert written(reading(fill, "RAB")) == READ
    assert codes(reading(fill, "Lain"))[0][0] == "XLS050"


@pytest.mark.parametrize("name", ["too large", "60,000 styles", "an object from outside"])
def test_too_much_in_a_bidders_file_asks_for_no_change_of_it(name):
    _, make = HOSTILE[name]

    assert codes(read_schedule(make(), "x.xlsx", DOCUMENT[:1])) == [("XLS144", "")]
    assert "tanpa diubah" in TEXTS["XLS144"].hint_id
