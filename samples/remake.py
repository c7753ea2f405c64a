"""Writes anew what the program makes of each sample: `python samples/remake.py [NAME ...]`."""

import json
import sys
from pathlib import Path

from tender.engine import evaluate
from tender.formats.evaluation import evaluation_dict
from tender.formats.excel.drawing import workbook_bytes
from tender.formats.reader import read_path
from tender_rules import national
from tender_rules.documents.bahp import minutes
from tender_rules.documents.markdown import markdown
from tender_rules.documents.report.page import report
from tender_rules.documents.word.writer import docx_bytes

SAMPLES = Path(__file__).parent
# Whole evaluations are long: a determined one, a waiting one and a Seleksi guard their layout.
WHOLE = ("jalan-kabupaten", "drainase-setengah-dinilai", "pengawasan-rumah-sakit")


def outputs(name: str) -> dict[str, bytes]:
    """By file name, what the program makes of the sample `name`."""
    package = read_path(SAMPLES / name / "paket.json").package
    if package is None:
        raise ValueError(f"{name}: the package is refused; see tender check")
    evaluation = evaluate(package, national())
    record = minutes(evaluation)
    made = {
        # A folder with two packages would be refused: this is the same one, under another name.
        "buku-kerja.xlsx": workbook_bytes(package),
        "bahp.md": markdown(record).encode(),
        "bahp.docx": docx_bytes(record),
        "laporan.html": report(evaluation).encode(),
    }
    if name in WHOLE:
        text = json.dumps(evaluation_dict(evaluation), ensure_ascii=False, indent=2)
        made["evaluasi.json"] = f"{text}\n".encode()
    return made


if __name__ == "__main__":
    for sample in sys.argv[1:] or sorted(path.parent.name for path in SAMPLES.glob("*/paket.json")):
        for file, content in outputs(sample).items():
            (SAMPLES / sample / file).write_bytes(content)
