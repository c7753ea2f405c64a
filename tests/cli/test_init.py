"""`tender init`: an example that is valid, explained, and never written over anything."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tender_cli.main import COMMANDS
from tests.cli.filling import fill, one_judgement
from tests.cli.screens import Run


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Path:
    """A fresh example."""
    folder = tmp_path / "baru" / "contoh"
    assert run("init", folder).exit_code == 0
    return folder


def test_the_example_is_valid(run: Run, made: Path) -> None:
    """As `tender check` says."""
    assert run("check", made).exit_code == 0


def test_the_example_is_all_judged_and_has_a_winner(run: Run, made: Path) -> None:
    """Nothing is awaited; every winner's price is the product of its lines, by fractions."""
    told = json.loads(run("evaluate", made, "--json").stdout)
    package = json.loads((made / "paket.json").read_text("utf-8"))
    volumes = {line["id"]: line["quantity"] for line in package["tender"]["hps"]["lines"]}

    assert (told["state"], told["result"], told["awaiting"]) == ("dihitung", "pemenang", [])
    for who, price in zip(package["participants"], told["prices"], strict=True):
        net = sum(
            Fraction(volumes[line["id"]]) * Fraction(line["unit_price"])
            for line in who["price"]["lines"]
        )
        assert Fraction(price["corrected_total"]) == net * Fraction(111, 100)


def test_the_page_tells_the_figures_of_the_example(run: Run, made: Path) -> None:
    """The table worked by hand and the evaluation agree."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    told = json.loads(run("evaluate", made, "--json").stdout)
    rows = dict(re.findall(r"^\| (p\d) \|[^|]*\| ([\d.]+) \|", page, re.MULTILINE))

    assert {who: Decimal(total.replace(".", "")) for who, total in rows.items()} == {
        price["participant"]: Decimal(price["corrected_total"]) for price in told["prices"]
    }
    assert f"calon pemenang {told['winner']}" in page


def test_the_act_that_the_page_proposes_fits(run: Run, made: Path) -> None:
    """Put into the package as the page says, it makes the result `ditetapkan`."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    act = json.loads(page.partition("```json")[2].partition("```")[0])
    file = made / "paket.json"
    package = json.loads(file.read_text("utf-8"))
    package["events"].append(act)
    file.write_text(json.dumps(package), "utf-8")

    assert json.loads(run("evaluate", made, "--json").stdout)["state"] == "ditetapkan"


def test_every_command_that_the_page_names_works(
    run: Run, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run from the folder, in the order of the page."""
    page = (made / "BACA-SAYA.md").read_text("utf-8")
    monkeypatch.chdir(made)
    commands = re.findall(r"^\| `tender ([^`]+)`", page, re.MULTILINE)

    assert len(commands) == 7
    for command in commands:
        assert run(*command.split()).exit_code == 0, command


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    """A folder that holds anything is left as it is."""
    own = tmp_path / "catatan.txt"
    own.write_text("milik sendiri", "utf-8")
    result = run("init", tmp_path)

    assert result.exit_code == 2
    assert "tidak ada yang diubah" in result.stderr
    assert list(tmp_path.iterdir()) == [own]


def test_a_second_time_changes_nothing(run: Run, made: Path) -> None:
    """What the Pokja wrote in the meantime stays."""
    (made / "paket.json").write_text("{}", "utf-8")

    assert run("init", made).exit_code == 2
    assert (made / "paket.json").read_text("utf-8") == "{}"


def test_an_empty_folder_is_taken(run: Run, tmp_path: Path) -> None:
    """It holds nothing that could be lost."""
    assert run("init", tmp_path).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["BACA-SAYA.md", "paket.json"]


def test_a_file_in_the_place_of_the_folder(run: Run, tmp_path: Path) -> None:
    """Exit 2, and the file is as it was."""
    file = tmp_path / "x"
    file.write_text("isi", "utf-8")

    assert run("init", file).exit_code == 2
    assert run("init", file / "dalam").exit_code == 2
    assert file.read_text("utf-8") == "isi"


def test_json_names_what_was_made(run: Run, tmp_path: Path) -> None:
    """One object; where nothing was made, what stands in the way."""
    made = run("init", tmp_path / "contoh", "--json")
    refused = run("init", tmp_path / "contoh", "--json")

    assert made.exit_code == 0
    assert json.loads(made.stdout) == {"created": ["paket.json", "BACA-SAYA.md"]}
    assert refused.exit_code == 2
    assert "tidak ada yang diubah" in json.loads(refused.stdout)["error"]
    assert "tidak ada yang diubah" in refused.stderr


@pytest.fixture
def empty(run: Run, tmp_path: Path) -> Path:
    """A fresh workbook."""
    folder = tmp_path / "buku kerja"
    assert run("init", folder, "--workbook").exit_code == 0
    return folder


# Codes that stand ready for who is not known yet.
CODED = {
    "Pokja": [f"m{number}" for number in range(1, 8)],
    "Peserta": [f"p{number}" for number in range(1, 21)],
    "Kriteria": [
        *["evaluasi administrasi"] * 2,
        *["evaluasi kualifikasi"] * 4,
        *["evaluasi teknis"] * 6,
        *["pembuktian kualifikasi"] * 2,
    ],
}
# In every cell that has to be filled, by the sheets of the workbook: `Paket` and `Pokja`.
NEEDED = {*(f"Paket!B{row}" for row in range(5, 21)), "Pokja!A5"}


def test_an_empty_workbook_asks_for_what_it_needs(run: Run, empty: Path) -> None:
    """Each needed cell by its name, and no other; sheets for bidders who may come say nothing."""
    result = run("check", empty)
    told = re.findall(r"paket\.xlsx:([^:]+): (\w+) ", result.stderr)

    assert result.exit_code == 1
    assert {cell for cell, _ in told} == NEEDED
    assert {code for _, code in told} == {"XLS041"}
    assert "Traceback" not in result.stderr


def test_an_empty_workbook_is_laid_out(empty: Path) -> None:
    """Three bidders have a price sheet; the guide comes first, and nothing but codes is there."""
    book = load_workbook(empty / "paket.xlsx")
    prices = [title for title in book.sheetnames if title.startswith("Harga ")]

    assert book.sheetnames[0] == "Petunjuk"
    assert prices == ["Harga p1", "Harga p2", "Harga p3"]
    assert [book[title]["B3"].value for title in prices] == ["p1", "p2", "p3"]
    for title in ("Pokja", "HPS", "Peserta", "Kriteria", "Penilaian", "Peristiwa", *prices):
        rows = [[*row] for row in book[title].iter_rows(min_row=5, values_only=True)]
        if title in CODED:
            assert [row.pop(0) for row in rows if row[0]] == CODED[title]
        assert not [value for row in rows for value in row if value is not None], title


def test_the_page_of_the_workbook_fits_it(empty: Path) -> None:
    """Every command that it names is one, and every sheet is there."""
    page = (empty / "BACA-SAYA.md").read_text("utf-8")
    book = load_workbook(empty / "paket.xlsx")
    named = re.findall(r"`((?:[A-Z][a-z]+|HPS)(?: p\d)?)`", page)

    assert set(re.findall(r"`tender (\w+)", page)) <= set(COMMANDS)
    assert len(named) > 8
    # The engine's own, the panel's own, and the sheets of prices begin so.
    begun = {"Hasil", "Mesin", "Catatan", "Harga"}
    assert {name for name in named if name not in book.sheetnames} == begun


def test_the_requirements_of_the_last_tender_are_taken(
    run: Run, made: Path, tmp_path: Path
) -> None:
    """Requirements, criteria with clauses, and the panel; of bids and figures nothing."""
    result = run("init", tmp_path / "lagi", "--workbook", "--from", made)
    book = load_workbook(tmp_path / "lagi" / "paket.xlsx")
    old = json.loads((made / "paket.json").read_text("utf-8"))
    criteria = [
        (criterion["id"], criterion["title"], criterion.get("clause"))
        for stage in old["tender"]["requirements"].values()
        for criterion in stage.get("criteria", ())
    ]
    cells = {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }

    assert result.exit_code == 0
    rows = book["Kriteria"].iter_rows(min_row=5, min_col=2, max_col=4, values_only=True)
    assert sorted(row for row in rows if row[0]) == sorted(criteria)
    members = [row[:2] for row in book["Pokja"].iter_rows(min_row=5, values_only=True) if row[0]]
    assert members == [(member["id"], member["name"]) for member in old["pokja"]["members"]]
    assert old["pokja"]["decree"] in cells
    secret = [who["name"] for who in old["participants"]]
    secret += [line["description"] for line in old["tender"]["hps"]["lines"]]
    assert not {*secret, old["tender"]["code"], old["tender"]["hps"]["total"]} & cells


def test_the_last_tender_may_be_a_workbook(run: Run, made: Path, tmp_path: Path) -> None:
    """Both give the same."""
    run("worksheet", made, "--output", made / "buku.xlsx")
    for name, old in (("a", made / "paket.json"), ("b", made / "buku.xlsx")):
        assert run("init", tmp_path / name, "--workbook", "--from", old).exit_code == 0

    first, second = (tmp_path / name / "paket.xlsx" for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_a_last_tender_with_faults_is_told_and_nothing_is_made(
    run: Run, made: Path, tmp_path: Path
) -> None:
    """Exit 1 with the faults of the old file; exit 2 where there is none."""
    (made / "paket.json").write_text("{}", "utf-8")
    result = run("init", tmp_path / "x", "--workbook", "--from", made)
    nowhere = run("init", tmp_path / "x", "--workbook", "--from", tmp_path / "tidak-ada")

    assert (result.exit_code, nowhere.exit_code) == (1, 2)
    assert "PKT021" in result.stderr
    assert not (tmp_path / "x").exists()


def test_from_is_for_a_workbook_alone(run: Run, made: Path, tmp_path: Path) -> None:
    """A usage error, before anything is made."""
    result = run("init", tmp_path / "x", "--from", made)

    assert result.exit_code == 2
    assert "--workbook" in result.stderr
    assert not (tmp_path / "x").exists()


def test_a_workbook_is_never_made_over_anything(run: Run, empty: Path) -> None:
    """What was filled in meanwhile stays."""
    before = (empty / "paket.xlsx").read_bytes()
    result = run("init", empty, "--workbook", "--json")

    assert result.exit_code == 2
    assert "tidak ada yang diubah" in json.loads(result.stdout)["error"]
    assert (empty / "paket.xlsx").read_bytes() == before


def test_a_workbook_that_is_filled_in_is_the_same_tender(run: Run, made: Path, empty: Path) -> None:
    """Filled as a Pokja would, by the words of the sheets, it evaluates to the very same."""
    package = one_judgement(json.loads((made / "paket.json").read_text("utf-8")))
    (made / "paket.json").write_text(json.dumps(package), "utf-8")
    fill(empty / "paket.xlsx", package)
    told = [json.loads(run("evaluate", path, "--json").stdout) for path in (made, empty)]

    assert told[1].get("diagnostics") is None, told[1]
    assert told[0] == told[1]


def test_the_workbook_is_strict_enough_for_excel(empty: Path) -> None:
    """What Excel would call damaged: long rules, texts and titles, and formulas of the program."""
    book = load_workbook(empty / "paket.xlsx")
    for sheet in book:
        assert len(sheet.title) <= 31
        for offered in sheet.data_validations.dataValidation:
            assert len(offered.formula1) <= 255
            assert len(offered.error or "") <= 225
        for ranges in sheet.conditional_formatting:
            for formula in ranges.rules[0].formula:
                assert all(len(text) <= 255 for text in formula.split('"')[1::2]), formula
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert all(0 < column.width <= 255 for column in sheet.column_dimensions.values())
