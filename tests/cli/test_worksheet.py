"""`tender worksheet`: a workbook refreshed where it lies, or a new one of another package."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.screens import Package, Run

NAME = "kertas-kerja.xlsx"


def digest(run: Run, path: Path) -> str:
    """The digest of the package at `path`, as the evaluation tells it."""
    return str(json.loads(run("evaluate", path, "--json").stdout)["package"])


def test_of_a_json_package_it_is_a_new_file(run: Run, package: Package) -> None:
    """Under the name that is given, and the same package still."""
    folder = package()
    result = run("worksheet", folder, "--output", folder / NAME)

    assert (result.exit_code, result.stdout) == (0, "")
    assert NAME in result.stderr
    assert f'tender evaluate "{folder / NAME}"' in result.stderr
    assert digest(run, folder / NAME) == digest(run, folder / "paket.json")
    assert "Hasil Peringkat" in load_workbook(folder / NAME).sheetnames


@pytest.mark.parametrize("named", ["", "paket.json", "-"])
def test_what_is_no_workbook_needs_a_place_to_write(run: Run, package: Package, named: str) -> None:
    """Only a workbook is refreshed where it lies."""
    folder = package()
    result = run("worksheet", "-" if named == "-" else folder / named, given=b"{}")

    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert [file.name for file in folder.iterdir() if file.suffix == ".xlsx"] == []


def test_a_new_file_never_overwrites(run: Run, package: Package) -> None:
    """The same of the same time is fine; what somebody filled further stays as it is."""
    folder = package()
    words = ("worksheet", folder / "paket.json", "--output", folder / NAME, "--at", "2026-11-30")
    assert [run(*words).exit_code for _ in range(2)] == [0, 0]
    before = (folder / NAME).read_bytes() + b" "
    (folder / NAME).write_bytes(before)
    result = run(*words)

    assert result.exit_code == 2
    assert "tidak ditimpa" in result.stderr
    assert (folder / NAME).read_bytes() == before


def test_waiting_is_exit_3_and_says_where_to_write(run: Run, package: Package) -> None:
    """The worksheet is for exactly this."""

    def judge_nobody(content: dict[str, Any]) -> None:
        content["assessments"] = []

    folder = package(judge_nobody)

    assert run("worksheet", folder, "--output", folder / NAME).exit_code == 3
    sheet = load_workbook(folder / NAME)["Hasil Ditunggu"]
    places = [row[-1] for row in sheet.iter_rows(min_row=6, values_only=True)]
    assert len(places) == 9  # three criteria of three bidders, and nothing else keeps it a draft
    # A cell of the matrix first, and the long form after it.
    assert all(re.match(r"Matriks: .+\nPenilaian: Tahap", place) for place in places)


def test_an_invalid_package_has_no_worksheet(run: Run, package: Package) -> None:
    """Exit 1 with every fault, and nothing is written."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["hps"]["total"] = "x"

    folder = package(spoil)
    result = run("worksheet", folder, "--output", folder / NAME)

    assert result.exit_code == 1
    assert ": PKT013 " in result.stderr
    assert not (folder / NAME).exists()


def test_standard_input_goes_to_the_place_that_is_given(
    run: Run, package: Package, tmp_path: Path
) -> None:
    given = (package() / "paket.json").read_bytes()

    assert run("worksheet", "-", "--output", tmp_path / "k.xlsx", given=given).exit_code == 0
    assert (tmp_path / "k.xlsx").exists()


def test_a_signed_workbook_is_refused_in_words(run: Run, package: Package, tmp_path: Path) -> None:
    """A code, the file, and what to do; in either language."""
    folder = package()
    run("worksheet", folder, "--output", folder / NAME)
    signed = tmp_path / "bertanda tangan.xlsx"
    shutil.copy(folder / NAME, signed)
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    results = [run("worksheet", signed, "--lang", lang) for lang in ("id", "en")]

    assert [result.exit_code for result in results] == [1, 1]
    assert "bertanda tangan.xlsx" in results[0].stderr
    assert ": XLS090 Buku kerja ini ditandatangani" in results[0].stderr
    assert ": XLS090 This workbook is signed" in results[1].stderr
    assert not (tmp_path / NAME).exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_saves_it_clean(run: Run, package: Package, tmp_path: Path) -> None:
    """What it saves is the same package with the same last state, and has these results already."""
    folder = package()
    run("worksheet", folder, "--output", folder / NAME)
    saved = tmp_path / "saved"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(saved)]
    done = subprocess.run([*words, str(folder / NAME)], capture_output=True, check=False)
    assert (saved / NAME).exists(), done.stderr

    assert digest(run, saved / NAME) == digest(run, folder / "paket.json")
    assert (saved / NAME).read_bytes() != (folder / NAME).read_bytes()
    result = run("worksheet", saved / NAME)
    assert result.exit_code == 0
    assert "Tidak ada isian yang berbeda" in result.stderr
    assert "tidak ada yang diubah" in result.stderr
    assert [file.name for file in saved.iterdir()] == [NAME]
