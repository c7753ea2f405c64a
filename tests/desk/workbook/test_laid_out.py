"""Rows that stand ready: what is laid out for a person is no entry before a person has typed."""

from typing import Any

from tests.builders import bidder
from tests.builders import package as built
from tests.desk.documents.worksheet.books import HEAD, changed, opened
from tests.reading import blank_bytes, read_bytes, read_workbook, workbook_bytes


def codes(sheet: str) -> list[Any]:
    """The codes that stand ready on a sheet of a new workbook."""
    rows = opened(blank_bytes())[sheet].iter_rows(HEAD + 1, values_only=True)
    return [row[0] for row in rows if row[0]]


def named(book: Any) -> None:
    """The second bidder and the first member have a name; all other codes stay as they are."""
    book["Peserta"].cell(HEAD + 2, 2).value = "CV Maju"
    book["Pokja"].cell(HEAD + 1, 2).value = "Hartati"


def test_nobody_types_a_code() -> None:
    """A new workbook has codes of bidders and members ready, and only who has a name is one."""
    assert codes("Peserta") == [f"p{number}" for number in range(1, 21)]
    assert codes("Pokja") == ["m1", "m2", "m3", "m4", "m5", "m6", "m7"]
    value = read_workbook(changed(blank_bytes(), named)).value or {}
    assert value["participants"] == [{"id": "p2", "name": "CV Maju"}]
    assert value["pokja"]["members"] == [{"id": "m1", "name": "Hartati"}]


def test_a_code_goes_with_its_row() -> None:
    """Whole rows may be sorted: the code is on the sheet, and follows from no place."""

    def sorted_down(book: Any) -> None:
        named(book)
        book["Peserta"].move_range(f"A{HEAD + 2}:B{HEAD + 2}", rows=30)

    value = read_workbook(changed(blank_bytes(), sorted_down)).value or {}
    assert value["participants"] == [{"id": "p2", "name": "CV Maju"}]


def test_another_code_without_a_name_is_told() -> None:
    """What stands ready is a letter and a number; whatever else somebody typed is a row begun."""

    def begun(book: Any) -> None:
        book["Peserta"].cell(HEAD + 2, 1).value = "maju"

    given = changed(workbook_bytes(built(bidder())), begun)
    told = read_bytes(given, "paket.xlsx").diagnose()
    assert [(one.code, one.cell) for one in told] == [("XLS041", f"Peserta!B{HEAD + 2}")]
