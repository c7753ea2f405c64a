"""`tender worksheet`: a new workbook beside the package, that is filled further and read again."""

import io
import json
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


def test_it_is_written_beside_the_package(run: Run, package: Package) -> None:
    """And is the same package still."""
    folder = package()
    result = run("worksheet", folder)

    assert (result.exit_code, result.stdout) == (0, "")
    assert NAME in result.stderr
    assert f'tender evaluate "{folder / NAME}"' in result.stderr
    assert digest(run, folder / NAME) == digest(run, folder / "paket.json")
    assert "Hasil Peringkat" in load_workbook(folder / NAME).sheetnames


def test_a_worksheet_has_a_worksheet(run: Run, package: Package, tmp_path: Path) -> None:
    """Filled further and made again; nothing more was found, so it is the same to the byte."""
    folder = package()
    run("worksheet", folder)
    result = run("worksheet", folder / NAME, "--output", tmp_path / "lagi.xlsx")

    assert result.exit_code == 0
    assert (tmp_path / "lagi.xlsx").read_bytes() == (folder / NAME).read_bytes()


def test_what_stands_there_is_never_overwritten(run: Run, package: Package) -> None:
    """The same again is fine; a worksheet that somebody filled further stays as it is."""
    folder = package()
    source = folder / "paket.json"
    assert [run("worksheet", source).exit_code for _ in range(2)] == [0, 0]
    book = load_workbook(folder / NAME)
    book["Peserta"]["B5"] = "PT Lain"
    book.save(folder / NAME)
    before = (folder / NAME).read_bytes()
    result = run("worksheet", source)

    assert result.exit_code == 2
    assert "tidak ditimpa" in result.stderr
    assert (folder / NAME).read_bytes() == before


def test_waiting_is_exit_3_and_says_where_to_write(run: Run, package: Package) -> None:
    """The worksheet is for exactly this."""

    def judge_nobody(content: dict[str, Any]) -> None:
        content["assessments"] = []

    folder = package(judge_nobody)

    assert run("worksheet", folder).exit_code == 3
    sheet = load_workbook(folder / NAME)["Hasil Ditunggu"]
    places = [row[-1] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert places
    assert all(str(place).startswith("Penilaian: Tahap") for place in places)


def test_an_invalid_package_has_no_worksheet(run: Run, package: Package) -> None:
    """Exit 1 with every fault, and nothing is written."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["hps"]["total"] = "x"

    folder = package(spoil)
    result = run("worksheet", folder)

    assert result.exit_code == 1
    assert ": PKT013 " in result.stderr
    assert not (folder / NAME).exists()


def test_standard_input_needs_a_place_to_write(run: Run, package: Package, tmp_path: Path) -> None:
    """There is no folder beside it."""
    given = (package() / "paket.json").read_bytes()
    told = run("worksheet", "-", given=given)
    written = run("worksheet", "-", "--output", tmp_path / "k.xlsx", given=given)

    assert told.exit_code == 2
    assert "--output" in told.stderr
    assert written.exit_code == 0
    assert (tmp_path / "k.xlsx").exists()


def test_a_signed_workbook_is_refused_in_words(run: Run, package: Package, tmp_path: Path) -> None:
    """A code, the file, and what to do; in either language."""
    folder = package()
    run("worksheet", folder)
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
    """What it saves is the same package, and its worksheet holds the engine's columns once."""
    folder = package()
    run("worksheet", folder)
    saved = tmp_path / "saved"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(saved)]
    done = subprocess.run([*words, str(folder / NAME)], capture_output=True, check=False)
    assert (saved / NAME).exists(), done.stderr

    assert digest(run, saved / NAME) == digest(run, folder / "paket.json")
    again = run("worksheet", saved / NAME, "--output", tmp_path / "lagi.xlsx")
    assert again.exit_code == 0
    book = load_workbook(io.BytesIO((tmp_path / "lagi.xlsx").read_bytes()))
    heads = [str(cell.value) for cell in book["Harga p2"][4]]
    assert heads.count("Mesin: Total") == 1
    assert book.sheetnames == load_workbook(folder / NAME).sheetnames
