"""Doubts about typing on the screen: both readings, the cell, and the event that answers.

p1 wrote `B6` at 1.080.000, 12.960.000 for 12; here its unit price is typed as 108.000.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.screens import Package, Run, flat
from tests.cli.test_workbooks import as_workbook

ANSWER = {
    "Jenis *": "konfirmasi isian",
    "Waktu *": "21/3/2024 10:00",
    "Peserta": "p1",
    "Anggota": "m1; m2; m3",
    "Keraguan": "harga berlipat",
    "Baris": "B6",
    "Angka tertulis": "108.000",
    "Penjelasan": "benar tertulis demikian",
}


def slip(content: dict[str, Any]) -> None:
    """One nought is missing."""
    content["participants"][0]["price"]["lines"][5]["unit_price"] = "108000"


def answered(content: dict[str, Any]) -> None:
    """The same, and the panel says that it is written so."""
    slip(content)
    event = {
        "type": "konfirmasi_isian",
        "at": "2024-03-21T10:00:00+07:00",
        "participant": "p1",
        "by": ["m1", "m2", "m3"],
        "doubt": "harga_berlipat",
        "line": "B6",
        "figure": "108000",
        "note": "benar tertulis demikian",
    }
    content["events"].append(event)


def rows(run: Run, path: Path, code: int = 0) -> list[str]:
    """What stands under the title, to the sentence that says what to do."""
    result = run("check", path)
    assert result.exit_code == code, result.output
    lines = flat(result)
    return [line for line in lines if line.startswith("p1 ")]


def test_a_doubt_is_a_row_with_both_readings_and_the_cell(run: Run, package: Package) -> None:
    """In a workbook the cell of the unit price, in JSON line and column; it is net of PPN."""
    folder = package(slip)
    book = as_workbook(folder, "buku.xlsx")
    (by_line,), (by_cell,) = rows(run, folder / "paket.json"), rows(run, book)

    said = "108.000 1.080.000 tanpa belum dikonfirmasi"
    words = "p1 harga satuan berlipat sepuluh dari HPS B6"
    assert by_cell == f"{words} Harga p1!E10 {said}"
    assert by_line.startswith(words)
    assert by_line.endswith(said)
    assert "catat peristiwa konfirmasi isian" in run("check", book).stdout


def turned(content: dict[str, Any]) -> None:
    """The same slip in a file that somebody typed from the end."""
    slip(content)
    for bid in content["participants"]:
        bid["price"]["lines"].reverse()
    content["participants"].reverse()


def test_the_place_is_the_cell_that_was_typed_whatever_the_order_of_the_file(
    run: Run, package: Package
) -> None:
    """Nobody else's, and no other line's."""
    file = package(turned) / "paket.json"
    (row,) = rows(run, file)
    line, column = map(int, row.removeprefix("p1 ").split(" B6 ")[1].split()[0].split(":"))

    assert file.read_text("utf-8").splitlines()[line - 1][column - 1 :].startswith('"108000"')


def test_an_answer_typed_in_the_columns_of_events_is_the_event_in_json(
    run: Run, package: Package
) -> None:
    """The doubt is told as confirmed, and both have one digest."""
    file = as_workbook(package(slip), "buku.xlsx")
    book = load_workbook(file)
    sheet: Any = book["Peristiwa"]
    heads = {cell.value: cell.column for cell in sheet[4]}
    free = next(row for row in range(5, 100) if sheet.cell(row, 1).value is None)
    for head, value in ANSWER.items():
        sheet.cell(free, heads[head]).value = value
    book.save(file)
    as_json = package(answered) / "paket.json"

    assert [row.endswith("tanpa dikonfirmasi") for row in rows(run, file)] == [True]
    read = [json.loads(run("evaluate", path, "--json").stdout) for path in (file, as_json)]
    assert read[0]["package"] == read[1]["package"]
    assert [x for x in read[0]["awaiting"] if x["needs"] == "konfirmasi_isian"] == []


def other_words(content: dict[str, Any]) -> None:
    """The words of B2 at B1."""
    line = content["participants"][0]["price"]["lines"][0]
    line["description"] = content["tender"]["hps"]["lines"][1]["description"]


def other_volumes(content: dict[str, Any]) -> None:
    """Four of six."""
    for line in content["participants"][0]["price"]["lines"][:4]:
        line["quantity"] = str(int(line["quantity"]) + 1)


def test_no_more_doubts_are_told_than_faults(
    run: Run, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the screen as in JSON: the first, and how many more there are."""
    path = package(slip) / "paket.json"
    monkeypatch.setattr("tender_engine.faults.TOLD", 0)
    told = json.loads(run("check", path, "--json").stdout)

    assert "doubts" in told
    assert (told["doubts"], told["doubts_more"]) == ([], 1)


def test_where_words_differ_both_are_told_at_the_cell_of_the_words(
    run: Run, package: Package
) -> None:
    """The volume is the same, so it alone would say nothing."""
    folder = package(other_words)
    (row,) = rows(run, as_workbook(folder, "buku.xlsx"))

    assert "B1 Harga p1!B5 300 (Kursi siswa SD, rangka besi) 300 (Meja siswa SD" in row
    (doubt,) = json.loads(run("check", folder / "paket.json", "--json").stdout)["doubts"]
    assert doubt["words"] == [
        "Kursi siswa SD, rangka besi",
        "Meja siswa SD, rangka besi, daun meja kayu lapis",
    ]


@pytest.mark.parametrize(("change", "told"), [(slip, False), (other_volumes, True)])
def test_one_answer_for_all_lines_is_offered_where_there_is_one(
    run: Run, package: Package, change: Any, told: bool
) -> None:
    """Volumes of a whole sheet, never prices."""
    shown = run("check", package(change) / "paket.json").stdout

    assert ("tanpa baris, dengan angka harga penawarannya" in shown) is told
