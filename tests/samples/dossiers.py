"""The samples as the tests see them: what is evaluated, and the tables of their READMEs."""

import json
from functools import cache
from pathlib import Path

import pytest

from tender_engine.engine import evaluate
from tender_rules import national
from tests.reading import read_path
from tests.rules.pages.reading import number, section, tables

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/paket.json"))
NOTHING = "–"
# One of each kind of contract, of method and of how far a tender has come.
SHAPES = (
    "alat-kesehatan-tkdn",
    "aplikasi-selisih-tipis",
    "bendung-irigasi",
    "drainase-pasar-evaluasi-ulang",
    "drainase-setengah-dinilai",
    "jalan-kabupaten",
    "jembatan-kd-skn",
    "jembatan-sanggah-banding",
    "jembatan-satu-penawar",
    "keamanan-jaringan",
    "laptop-reverse-auction",
    "pengawasan-rumah-sakit",
    "rencana-induk-wisata",
    "saluran-dua-salinan",
    "tanpa-penawaran",
)
samples = pytest.mark.parametrize("name", NAMES)


@cache
def evaluation(name):
    """What the program makes of a sample."""
    return evaluate(read_path(SAMPLES / name).package, national())


@cache
def dossier(name):
    """The package as it stands in the file, prices and all."""
    return json.loads((SAMPLES / name / "paket.json").read_text("utf-8"))


@cache
def readme(name):
    return (SAMPLES / name / "README.md").read_text("utf-8")


def table(name, heading):
    """The table under `heading` in a sample's README."""
    return tables(section(readme(name), heading))[0]


def rows_of(name, heading):
    """The rows of a table that not every README has; none where it is missing."""
    return table(name, heading) if f"\n## {heading}\n" in readme(name) else []


def amount(cell):
    """A figure as a README writes it, `−1.234,5`; `None` where it writes a dash."""
    return None if cell == NOTHING else number(cell.replace("−", "-"))


def word(cell):
    return None if cell == NOTHING else cell


def listed(cell):
    return () if cell == NOTHING else tuple(cell.split(", "))
