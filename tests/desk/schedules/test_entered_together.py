"""Formulas that several cells have together: shared, entered for many at once, tables of data."""

from fractions import Fraction

import pytest
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from tender_desk.ooxml.guard import HostileFileError
from tender_desk.schedules.compute import Computer, NotComputedError
from tender_desk.schedules.grid import Grid
from tests.desk.schedules.books import book, respelled

# The results that a file keeps are all 999, which nothing may come to.
ROWS = [[2, 50_000], [3, 60_000], [4, None], ["x", 80_000]]


def computer(first, ref, **cells):
    """A computer of a book where `first`, which stands in D1, was entered for all of `ref`."""

    def fill(made):
        for row in range(1, 5):
            made.active[f"D{row}"] = 999
        made.active["D1"] = first(ref)
        for name, value in cells.items():
            made.active[name] = value

    return Computer(Grid(book(ROWS, fill)))


def array(text):
    return lambda ref: ArrayFormula(ref, text)


def down(machine, rows):
    """What D1 and the cells below are worth, or the kind of their fault."""
    found = []
    for row in range(1, rows + 1):
        try:
            found.append(machine.worth((0, row, 4)))
        except NotComputedError as error:
            found.append(error.kind)
    return found


COMPUTED = {
    "=A1:A3*B1:B3": [100_000, 180_000, 0],
    "=A1:A3*$A$1": [4, 6, 8],
    "=ROUND(A1:A3/3,2)": [Fraction("0.67"), 1, Fraction("1.33")],
    '=IF(B1:B3="",7,B1:B3)': [50_000, 60_000, 7],
    "=A1:A3*A1:B1": ["arguments"] * 3,
    "=A1:A2*2": ["arguments"] * 3,
    "=SUM(A1:A3)*B1:B3": ["arguments"] * 3,
}


@pytest.mark.parametrize("text", COMPUTED)
def test_each_cell_of_a_formula_for_many_is_computed_and_never_taken_as_kept(text):
    machine = computer(array(text), "D1:D3")

    assert down(machine, 4) == [*COMPUTED[text], 999]


def test_a_text_in_such_a_formula_shows_an_error_where_it_stands():
    assert down(computer(array("=A1:A4*B1:B4"), "D1:D4"), 4) == [100_000, 180_000, 0, "text"]


def test_the_cells_of_a_table_of_data_are_not_computed():
    machine = computer(lambda ref: DataTableFormula(ref, dt2D=False, r1="A1"), "D1:D3")

    assert down(machine, 4) == ["name"] * 3 + [999]


def test_a_formula_that_does_not_stand_first_in_its_cells_leaves_none_of_them_known():
    assert down(computer(array("=A1*2"), "D2:D3"), 4)[1:] == ["name", "name", 999]


@pytest.mark.parametrize("ref", ["D:D", "?"])
def test_cells_that_are_no_range_are_a_damaged_file(ref):
    with pytest.raises(HostileFileError, match="XLS019"):
        computer(array("=A1*2"), ref).worth((0, 1, 4))


def test_formulas_for_more_cells_than_there_are_are_refused():
    """Each of them goes over all the cells of the sheet."""

    def fill(made):
        for row in range(1, 801):
            made.active[f"D{row}"] = ArrayFormula(f"D{row}:Z9999", "=1")

    with pytest.raises(HostileFileError, match="XLS017"):
        Computer(Grid(book(ROWS, fill))).worth((0, 1, 4))


def shared(cells):
    """A computer of a book whose cells in column D have these parts of a shared formula."""
    data = book(ROWS, lambda made: [made.active.__setitem__(f"D{r}", "=1") for r in (1, 2, 3)])
    for row, part in enumerate(cells, 1):
        old = rb'(<c r="D%d"[^>]*>)<f>1</f>' % row
        data = respelled(data, old, rb"\1<f " + part.encode() + b"</f>")
    return Computer(Grid(data))


def test_a_shared_formula_means_the_cells_beside_each_of_its_own():
    first = 't="shared" si="0" ref="D1:D3">A1*$B$1+B2'
    machine = shared([first, 't="shared" si="0">', 't="shared" si="0">'])

    assert down(machine, 3) == [160_000, 150_000, 280_000]


def test_a_shared_formula_that_is_said_anew_counts_from_there():
    machine = shared(['t="shared" si="0">A1*2', 't="shared" si="0">A2*10', 't="shared" si="0">'])

    assert down(machine, 3) == [4, 30, 40]


def test_a_shared_formula_that_nobody_said_is_a_fault():
    assert down(shared(['t="shared" si="7">', 't="shared" si="0">A2*10', ">5"]), 3) == [
        "damaged",
        30,
        5,
    ]
