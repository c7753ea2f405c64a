"""What stands in the samples is what the program makes of them: the layout's guard."""

import io
import zipfile

import pytest

from samples.remake import outputs
from tender_engine.engine import evaluate
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_rules import national
from tests.reading import read_path
from tests.samples.dossiers import SAMPLES, SHAPES, evaluation, samples

MADE = ("bahp.md", "bahp.docx", "buku-kerja.xlsx", "evaluasi.json", "laporan.html")


def content(data):
    """The bytes of a text; of a zip file its parts, for another zlib packs them otherwise."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@samples
def test_whole_output(name):
    """`python samples/remake.py` would change nothing, and leave nothing behind."""
    folder = SAMPLES / name
    standing = {file: (folder / file).read_bytes() for file in MADE if (folder / file).exists()}
    made = outputs(name)

    assert standing.keys() == made.keys()
    assert [file for file in made if content(standing[file]) != content(made[file])] == []


@pytest.mark.parametrize("name", SHAPES)
def test_the_workbook_leads_to_the_same_evaluation(name):
    """To the last byte of it, the root included."""
    read = read_path(SAMPLES / name / "buku-kerja.xlsx").package

    assert read is not None
    assert evaluation_dict(evaluate(read, national())) == evaluation_dict(evaluation(name))
