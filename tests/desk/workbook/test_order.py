"""The sheets of lines stand in the order of the document, and that order shows nowhere else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tender_engine.engine import evaluate
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_rules import national
from tests.desk.workbook.data import HEAD, parsed
from tests.desk.workbook.listing import CODES, listed
from tests.reading import read_bytes, workbook_bytes, worksheet
from tests.tries import tries

FEW = tries(3)


def codes_on(data: bytes, sheet: str) -> list[str]:
    """The codes on a sheet, from its head down."""
    rows = load_workbook(io.BytesIO(data))[sheet].iter_rows(min_row=HEAD + 1, max_col=1)
    return [cell.value for (cell,) in rows if cell.value is not None]


def reading_of(package: Package) -> bytes:
    """The worksheet of a package that was read from its workbook."""
    reading = read_bytes(workbook_bytes(package), "paket.xlsx")
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return worksheet(evaluate(reading.package, national()), reading)


@FEW
@given(CODES, st.data())
def test_both_sheets_stand_as_the_package_lists_its_lines(
    codes: list[str], data: st.DataObject
) -> None:
    """Whatever the codes, and in whatever order the bid has its lines."""
    book = workbook_bytes(parsed(listed(codes, *data.draw(st.permutations(codes)))))

    assert codes_on(book, "HPS") == codes
    assert codes_on(book, "Harga p1") == codes


@pytest.mark.parametrize("priced", [True, False], ids=["priced", "laid out"])
def test_a_worksheet_keeps_the_order(priced: bool) -> None:
    """Its price sheets too, be they there already or laid out for prices to come."""
    codes = ["1.1", "1.2", "1.10", "A.2", "10", "A.1"]
    book = reading_of(parsed(listed(codes, *(sorted(codes) if priced else ()))))

    assert codes_on(book, "HPS") == codes
    assert codes_on(book, "Harga p1") == codes


@FEW
@given(CODES, st.data())
def test_the_order_is_in_no_digest(codes: list[str], data: st.DataObject) -> None:
    """The same document with its lines in another order is the same."""
    other = data.draw(st.permutations(codes))
    one, two = (parsed(listed(order, *codes)) for order in (codes, other))
    again = read_bytes(workbook_bytes(two), "paket.xlsx").package

    assert again is not None
    # What a line says goes with its code here, and not with its place.
    assert (package_digest(one) == package_digest(two)) is (list(codes) == list(other))
    assert package_digest(again) == package_digest(two)


def test_lines_that_the_document_does_not_have_stand_below() -> None:
    """In the order of their numbers, which is not that of their signs."""
    value = listed(["2", "1"])
    extra = {"extra": True, "description": "Lain", "unit": "ls", "unit_price": "1"}
    value["participants"][0]["price"]["lines"] = [
        {"id": "X10", **extra},
        {"id": "1", "unit_price": "900"},
        {"id": "X9", **extra},
        {"id": "2", "unit_price": "900"},
    ]

    assert codes_on(workbook_bytes(parsed(value)), "Harga p1") == ["2", "1", "X9", "X10"]


def test_criteria_stand_in_every_sheet_as_the_document_has_them() -> None:
    """A column of answers that is pasted in that order stands beside what it is about."""
    value, named = listed(["1"], "1"), ("tek.personel", "tek.alat", "tek.metode")
    value["tender"]["requirements"]["evaluasi_teknis"]["criteria"] = [
        {"id": code, "title": code} for code in named
    ]
    value["assessments"] = []
    book = load_workbook(io.BytesIO(reading_of(parsed(value))))

    for sheet in ("Kriteria", "Matriks"):
        shown = [row[1].value for row in book[sheet].iter_rows(min_row=HEAD + 1)]
        assert tuple(code for code in shown if code in named) == named
