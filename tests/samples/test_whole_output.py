"""What stands in the samples is what the program makes of them: the layout's guard."""

from samples.remake import outputs
from tests.samples.dossiers import SAMPLES, samples

MADE = ("bahp.md", "evaluasi.json")


@samples
def test_whole_output(name):
    """`python samples/remake.py` would change nothing, and leave nothing behind."""
    folder = SAMPLES / name
    standing = {file: (folder / file).read_bytes() for file in MADE if (folder / file).exists()}

    assert standing == {file: text.encode() for file, text in outputs(name).items()}
