"""What is doubted of the sheets of a workbook: told, counted, and in the answer of a program."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.screens import Run
from tests.desk.workbook.pasting import desk_of_sample

SAMPLE = Path(__file__).parents[2] / "samples" / "laptop-dua-penawar"
TOTAL = ("Paket", "Nilai total HPS (Rp)")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A tender of which the total of the HPS has other digits, and a position is no NIP."""
    desk = desk_of_sample(SAMPLE.name)
    desk.field(*TOTAL).value += 1234
    desk.cell("Pokja", "NIP").value = "Sekretaris"
    place = tmp_path / "satu" / "paket.xlsx"
    place.parent.mkdir()
    place.write_bytes(desk.bytes())
    return place


def test_they_are_in_the_answer_of_check(run: Run, book: Path) -> None:
    """Beside the faults, as these are told; and not there where nothing is doubted."""
    answer = json.loads(run("check", book, "--json").stdout)

    assert answer["diagnostics"] == []
    assert [(each["code"], each["cell"]) for each in answer["doubted"]] == [
        ("XLS239", "Paket!B18"),
        ("XLS243", "Pokja!C5"),
    ]
    assert "doubted" not in json.loads(run("check", SAMPLE, "--json").stdout)


def test_status_counts_them_and_tells_each_once(run: Run, book: Path) -> None:
    """In the block of one tender, in the line of one of many, and in both workbooks."""
    alone = run("status", book)
    assert "Keraguan isian: 2\n  Paket!B18: Nilai total HPS Rp" in alone.stdout
    assert "\n  Pokja!C5: Isi C5 tidak seperti" in alone.stdout
    assert "XLS" not in alone.stderr
    assert (
        "Doubts about typing: 2\n  Paket!B18: The total of"
        in run("status", book, "--lang", "en").stdout
    )

    folder = book.parents[1]
    (folder / "dua").mkdir()
    (folder / "dua" / "paket.json").write_text("{", "utf-8")
    heads, _, line, *_ = run("status", folder).stdout.splitlines()
    at = heads.index("Ragu")
    assert line[at : at + 4].strip() == "2"

    run("status", folder, "--output", folder / "status.xlsx")
    sheet = load_workbook(folder / "status.xlsx")["Hasil Status"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads_, row = next(n for n in rows if n[0] == "Folder"), next(n for n in rows if n[0] == "satu")
    told = dict(zip(heads_, row, strict=True))
    assert told["Keraguan isian"] == 2
    assert told["Keraguan pada lembar"].startswith("Paket!B18: Nilai total HPS Rp")

    assert run("worksheet", book).exit_code == 0
    found = [
        [cell.value for cell in row] for row in load_workbook(book)["Hasil Status"].iter_rows()
    ]
    assert ["Keraguan isian", "2"] in found
    assert [what for what, _ in found].count("Keraguan pada lembar") == 2


def test_a_total_that_a_notice_tells_is_told_once(run: Run, book: Path) -> None:
    """By the evaluation, which tells its notices; by all that tell none, at its cell."""
    evaluated = run("evaluate", book)
    assert "XLS239" not in evaluated.stderr
    assert "XLS243" in evaluated.stderr
    assert evaluated.stdout.count("RINCIAN_HPS_BERBEDA") == 1
    for command in ("check", "reasons"):
        assert run(command, book).stderr.count("XLS239") == 1, command
