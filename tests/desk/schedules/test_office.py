"""Our formulas beside LibreOffice's, where it is installed."""

import shutil
import subprocess
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from tender_desk.schedules.compute import Computer
from tender_desk.schedules.grid import Grid
from tests.desk.schedules import test_formulas, test_lookups
from tests.desk.schedules.books import book

# A text that is a number in Indonesia, and a function that not every version has.
LEFT_OUT = ("H1*2", '"B.3"', "XLOOKUP")


def formulas():
    """Those that the other tests compute, and what they have to come to."""
    every = {**test_formulas.COMPUTED, **test_lookups.COMPUTED}
    kept = {}
    for formula, wanted in every.items():
        if wanted is not None and not any(part in formula for part in LEFT_OUT):
            kept[formula] = wanted
    return kept


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_another_program_comes_to_the_same(tmp_path):
    """One file with all formulas, computed by both; they differ by floating point alone."""
    wanted = formulas()

    def fill(made):
        for name, value in test_formulas.CELLS.items():
            made.active[name] = value
        for row, formula in enumerate(wanted, 101):
            made.active[f"Z{row}"] = formula

    data = book(
        [], fill, "Rincian", AHS=test_lookups.CATALOGUE, **{"Analisa Harga": [[], [None, 42]]}
    )
    (tmp_path / "buku.xlsx").write_bytes(data)
    words = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    words += ["--convert-to", "xlsx", "--outdir", tmp_path / "hitung", tmp_path / "buku.xlsx"]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    theirs = load_workbook(tmp_path / "hitung/buku.xlsx", data_only=True)["Rincian"]
    machine = Computer(Grid(data))

    differ = {}
    for row, formula in enumerate(wanted, 101):
        ours, other = machine.worth((0, row, 26)), theirs[f"Z{row}"].value
        number = isinstance(ours, Fraction) and isinstance(other, int | float)
        close = number and abs(ours - Fraction(other)) <= abs(ours) / 10**12
        if not close and ours != (other or ""):
            differ[formula] = ours, other
    assert differ == {}
