"""Rows that stand ready: what is laid out for a person is no entry before a person has typed."""

from typing import Any

from tender_engine.terms import StageId
from tests.builders import bidder
from tests.builders import package as built
from tests.desk.documents.worksheet.books import HEAD, changed, opened, worked
from tests.reading import blank_bytes, read_bytes, read_workbook, workbook_bytes

ADMIN = StageId.EVALUASI_ADMINISTRASI


def codes(sheet: str) -> list[Any]:
    """The codes that stand ready on a sheet of a new workbook."""
    rows = opened(blank_bytes())[sheet].iter_rows(HEAD + 1, values_only=True)
    return [row[0] for row in rows if row[0]]


def members(data: bytes) -> list[tuple[Any, ...]]:
    """The members of KSO on their sheet: of whom, by what code, and their names."""
    rows = opened(data)["KSO"].iter_rows(HEAD + 1, max_col=3, values_only=True)
    return [row for row in rows if any(row)]


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


def test_nobody_types_the_stages_of_the_criteria() -> None:
    """Rows of each stage stand ready, and one that says nothing else is no criterion."""
    stages = ["evaluasi administrasi"] * 2 + ["evaluasi kualifikasi"] * 4
    stages += ["evaluasi teknis"] * 6 + ["pembuktian kualifikasi"] * 2
    assert codes("Kriteria") == stages

    def asked(book: Any) -> None:
        for column, value in enumerate(("tek.alat", "Peralatan utama"), 2):
            book["Kriteria"].cell(HEAD + 7, column).value = value
        book["Kriteria"].cell(HEAD + 13, 3).value = "Dokumen asli"

    data = changed(blank_bytes(), asked)
    asks = (read_workbook(data).value or {})["tender"]["requirements"]
    assert asks["evaluasi_teknis"] == {"criteria": [{"id": "tek.alat", "title": "Peralatan utama"}]}
    assert "evaluasi_administrasi" not in asks
    told = [one.cell for one in read_bytes(data, "paket.xlsx").diagnose()]
    assert [one for one in told if one.startswith("Kriteria")] == [f"Kriteria!B{HEAD + 13}"]


def test_nobody_types_whose_members_a_kso_has() -> None:
    """Who has handed in an agreement has two ready, which are none before they have a name."""
    kso = bidder("p1", facts={ADMIN: {"kso_agreement": True}})
    alone = bidder("p2", facts={ADMIN: {"kso_agreement": False}})
    given = worked(workbook_bytes(built(kso, alone)))
    assert members(given) == [("p1", "a", None), ("p1", "b", None)]
    value = read_workbook(given).value or {}
    assert value["participants"][0].get("members") is None
    assert members(worked(given)) == members(given)

    def named_members(book: Any) -> None:
        book["KSO"].cell(HEAD + 1, 3).value = "PT Satu"

    value = read_workbook(changed(given, named_members)).value or {}
    assert value["participants"][0]["members"] == [{"id": "a", "name": "PT Satu"}]


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
