"""`tender init --from`: checklists, of which nothing but what a document asks is read."""

import io
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from samples.remake import CHECKLISTS as SOURCES
from samples.remake import checklist
from tender_cli import catalogue_help_en, catalogue_help_id
from tender_cli.commands.init import CHECKLISTS
from tender_desk.workbook.layouts.blank import blank_workbook_bytes, checklist_bytes
from tender_desk.workbook_file import read_checklist
from tender_engine.formats.canonical import package_dict
from tender_rules import national
from tests.cli.screens import Run
from tests.desk.documents.worksheet.books import sample


@pytest.mark.parametrize("name", CHECKLISTS)
def test_each_is_made_from_its_sample(name: str) -> None:
    """`python samples/remake.py` would change nothing."""
    shipped = resources.files("tender_cli") / "example" / CHECKLISTS[name]
    assert shipped.read_bytes() == checklist(name)


def _own(run: Run, folder: Path, cell: str, said: str | None) -> Path:
    """Somebody's own checklist: one that comes with it, with something else in a criterion."""
    run("init", folder / "a", "--workbook", "--from", "barang")
    book = load_workbook(folder / "a" / "paket.xlsx")
    for name in book.sheetnames:
        if name not in ("Persyaratan", "Kriteria", "Daftar"):
            del book[name]
    book["Kriteria"][cell] = said
    book.save(folder / "daftar.xlsx")
    return folder / "daftar.xlsx"


@pytest.mark.parametrize(("name", "of"), [*SOURCES.items()])
def test_what_comes_with_it(run: Run, tmp_path: Path, name: str, of: str) -> None:
    """Requirements and criteria without a clause, which is told once with its cells."""
    result = run("init", tmp_path / "a", "--workbook", "--from", name)
    assert result.exit_code == 0
    book = load_workbook(tmp_path / "a" / "paket.xlsx")
    criteria = [row for row in book["Kriteria"].iter_rows(5, values_only=True) if row[1]]
    assert len(criteria) > 5
    assert not any(row[3] for row in criteria)
    asked = sample(of).tender.requirements.values()
    own = sorted(x.title for each in asked for x in each.criteria or ())
    shared = sorted(row[2] for row in criteria)
    assert len(shared) == len(own)
    assert all(title.startswith(said) for title, said in zip(own, shared, strict=True))
    assert result.stderr.count("Klausul yang masih kosong") == 1
    assert f"Kriteria: D5:D{4 + len(criteria)}" in result.stderr
    # Each criterion that is judged by a word has its row in the matrix, where nothing is said yet.
    rows = [*book["Matriks"].iter_rows(4, values_only=True)]
    assert {row[1] for row in rows[1:] if row[1]} == {row[1] for row in criteria if not row[5]}
    assert {"p1", "Alasan p1", "p3"} <= {*rows[0]}
    assert not any(any(row[3:]) for row in rows[1:])


# Words of one building, one school, one hospital; what a document sets for one tender.
OF_ONE_TENDER = re.compile(r"BG005|RE201|\bKBLI\b|crane|pancang|sekolah|siswa|kesehatan", re.I)
FIGURES = ("hari", "Kualifikasi usaha", "Bobot", "Ambang", "Rp", "berlaku sampai", "menggabungkan")


@pytest.mark.parametrize("name", CHECKLISTS)
def test_it_says_what_offices_share(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing of the one tender from which it was taken: neither its building nor its figures."""
    run("init", tmp_path / "a", "--workbook", "--from", name)
    book = load_workbook(tmp_path / "a" / "paket.xlsx")
    criteria = [row for row in book["Kriteria"].iter_rows(5, values_only=True) if row[1]]
    assert [row[2] for row in criteria if OF_ONE_TENDER.search(row[2])] == []
    assert not any(row[4] or row[6] for row in criteria)  # weight and threshold
    asked = book["Persyaratan"].iter_rows(5, values_only=True)
    said = [row[0] for row in asked if row[1] not in (None, "Nilai")]
    assert [title for title in said if any(word in title for word in FIGURES)] == []


def test_a_seleksi_has_what_is_scored(run: Run, tmp_path: Path) -> None:
    """Its criteria have their highest scores and parts; each weight is its document's."""
    result = run("init", tmp_path / "a", "--workbook", "--from", "konsultansi")
    assert result.exit_code == 0
    book = load_workbook(tmp_path / "a" / "paket.xlsx")
    rows = [row for row in book["Kriteria"].iter_rows(5, values_only=True) if row[5]]
    assert [row[7] for row in rows if row[0] == "evaluasi teknis"] == [
        *("tenaga ahli", "tenaga ahli", "proposal teknis", "pengalaman", "proposal teknis")
    ]
    assert {row[5] for row in rows} == {100}


def test_ones_own(run: Run, tmp_path: Path) -> None:
    """A clause that is there is taken, and told no more."""
    own = _own(run, tmp_path, "D5", "IKP 28.10")
    result = run("init", tmp_path / "b", "--workbook", "--from", own)
    assert result.exit_code == 0
    made = load_workbook(tmp_path / "b" / "paket.xlsx")["Kriteria"]
    clauses = [row[3] for row in made.iter_rows(5, values_only=True) if row[1]]
    assert [clause for clause in clauses if clause] == ["IKP 28.10"]
    filled = f"D{5 + clauses.index('IKP 28.10')}"
    assert re.search(r"kosong: (\d+)\.", result.stderr)[1] == "7"  # type: ignore[index]
    assert filled not in result.stderr


@pytest.mark.parametrize("name", ["bendung-irigasi", "keamanan-jaringan", "pengawasan-rumah-sakit"])
def test_what_it_says_stands_in_the_workbook_cell_by_cell(name: str) -> None:
    """Days, money, weights, sizes, dates: the sheets are those of the checklist."""
    asked = canonical(package_dict(sample(name))["tender"]["requirements"])
    own = checklist_bytes(national(), asked)
    read, reading = read_checklist(own, "daftar.xlsx", national())

    assert [*reading.diagnose()] == []
    assert canonical(read) == asked
    made = blank_workbook_bytes(national(), asked=read)
    assert _cells(made) == _cells(own)
    assert any(isinstance(value, int) for value in _cells(made)["Persyaratan"])


def canonical(value: object) -> Any:
    """Plain values, in one order of keys."""
    return json.loads(json.dumps(value, sort_keys=True))


def _cells(data: bytes) -> dict[str, list[object]]:
    """What the sheets of what is asked say, row by row."""
    book = load_workbook(io.BytesIO(data))
    names = ("Persyaratan", "Kriteria")
    return {n: [c for row in book[n].iter_rows(5, values_only=True) for c in row] for n in names}


def test_what_is_wrong_is_told_at_its_cell(run: Run, tmp_path: Path) -> None:
    """And nothing is written."""
    own = _own(run, tmp_path, "C6", None)
    result = run("init", tmp_path / "b", "--workbook", "--from", own)
    assert result.exit_code == 1
    assert "Kriteria!C6" in result.stderr
    assert not (tmp_path / "b").exists()


def test_a_name_that_is_none_is_told_with_those_there_are(run: Run, tmp_path: Path) -> None:
    """Somebody may not know what they are called."""
    result = run("init", tmp_path / "b", "--workbook", "--from", "entah")
    assert result.exit_code == 2
    assert "konstruksi, barang, konsultansi" in result.stderr


def test_help_names_what_ships() -> None:
    """In both languages, in the same order."""
    for texts in (catalogue_help_id.HELP, catalogue_help_en.HELP):
        assert texts["option.from"].endswith(f": {', '.join(CHECKLISTS)}.")
