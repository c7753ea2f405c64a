"""Writes anew what the program makes of each sample: `python samples/remake.py [NAME ...]`.

Root and digest change with every word of the law that does something. One sample shows them; in the
others zeros stand in their place, so that a change of the law changes what it is about.
"""

import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

from tender_cli.commands.init import CHECKLISTS as SHIPPED
from tender_desk.any_file import read_path
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_desk.documents.record import view_for
from tender_desk.documents.report.page import report
from tender_desk.documents.word.word_writer import docx_bytes
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.layouts.blank import checklist_bytes
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import package_dict
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.model import Package
from tender_engine.trail import FOOT_DIGITS, root
from tender_rules import flips, national

SAMPLES = Path(__file__).parent
# Whole evaluations are long: a determined one, a waiting one and a Seleksi guard their layout.
SHOWN = "jalan-kabupaten"
# Which package a repeat repeats, where that is a sample too.
BEFORE = {
    "drainase-pasar-evaluasi-ulang": "drainase-pasar-sanggah",
    "tanpa-penawaran-ulang": "tanpa-penawaran",
}
# Whose report tells what would have changed its result.
TURNING = "aplikasi-selisih-tipis"
WHOLE = (SHOWN, "drainase-setengah-dinilai", "pengawasan-rumah-sakit")
# Which sample the checklists that ship take what is asked from; another is a name here and in
# `tender_cli.commands.init.CHECKLISTS`.
CHECKLISTS = {
    "konstruksi": "gedung-puskesmas",
    "barang": "mebel-sekolah",
    "konsultansi": "pengawasan-rumah-sakit",
}
# What only one tender has: where its document says it, and its own days, sums, sizes and numbers.
OF_ONE = frozenset(
    {
        *("clause", "clauses", "bid_bond", "bid_validity_days", "completion_days", "lowest"),
        *("business_size", "weight", "threshold", "panel", "scope"),
    }
)
# Of a criterion what offices share, where the sample says more: that is of its one building, its
# one school or its one hospital.
SHARED = (
    *("NIB dan SBU", "NIB", "Peralatan utama", "Metode pelaksanaan", "Personel manajerial"),
    *("Surat dukungan pabrikan", "Jadwal dan cara pengiriman"),
    "Surat penawaran",
)

# What `MANY` holds, a line each, for `tender batch`; the last of them with an amount that is none.
MANY = "dua-puluh-tender/paket.jsonl"
OF_MANY = (
    *("air-minum-negosiasi", "alat-kesehatan-tkdn", "aplikasi-selisih-tipis", "bendung-irigasi"),
    *("drainase-setengah-dinilai", "jalan-desa-skp", "jembatan-kd-skn"),
    *("jembatan-sanggah-banding", "jembatan-satu-penawar", "keamanan-jaringan"),
    *("kebersihan-gedung", "laptop-reverse-auction", "limbah-rumah-sakit-ulang", "mebel-sekolah"),
    *("pengawasan-rumah-sakit", "peringatan-banjir-ulang", "rencana-induk-wisata"),
    *("tanpa-penawaran-ulang", "trotoar-sbu-berakhir", "saluran-dua-salinan"),
)


def outputs(name: str) -> dict[str, bytes]:
    """By file name, what the program makes of the sample `name`."""
    package = _read(name)
    evaluation = evaluate(package, national())
    before = evaluate(_read(BEFORE[name]), national()) if name in BEFORE else None
    record = paper(evaluation, BAHP, before=before, under=national())
    turning = flips(package, national()) if name == TURNING else None
    made = {
        # A folder with two packages would be refused: this is the same one, under another name.
        "buku-kerja.xlsx": workbook_bytes(package, national()),
        "bahp.md": markdown(record).encode(),
        "bahp.docx": docx_bytes(record),
        "laporan.html": report(evaluation, before=before, what_if=turning).encode(),
    }
    if name in WHOLE:
        text = json.dumps(evaluation_dict(evaluation), ensure_ascii=False, indent=2)
        made["evaluasi.json"] = f"{text}\n".encode()
    if name == SHOWN:
        return made
    # Minutes of a result that was undone are of what was recorded up to them.
    shown = [evaluation, view_for(evaluation, BAHP, before, national()).evaluation]
    shown += [before] if before else []
    return {file: masked(content, *shown) for file, content in made.items()}


def many() -> bytes:
    """Packages of samples, a line each."""
    texts = ((SAMPLES / name / "paket.json").read_text("utf-8") for name in OF_MANY)
    packages = [json.loads(text) for text in texts]
    packages[-1]["participants"][0]["price"]["stated_total"] = "Rp1.279.497.000,00"
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in packages)
    return "".join(f"{line}\n" for line in lines).encode()


def checklist(name: str) -> bytes:
    """The checklist of that name: what its sample asks, without what is of that tender alone."""
    asked = package_dict(_read(CHECKLISTS[name]))["tender"]["requirements"]
    return checklist_bytes(national(), _of_any(asked))


def _of_any(asked: Any) -> Any:
    if isinstance(asked, list):
        return [_of_any(one) for one in asked]
    if not isinstance(asked, dict):
        return asked
    kept = {key: _of_any(one) for key, one in asked.items() if key not in OF_ONE}
    if "title" in kept:
        title = kept["title"]
        kept["title"] = next((one for one in SHARED if title.startswith(one)), title)
    return {key: one for key, one in kept.items() if one != {}}


def _read(name: str) -> Package:
    package = read_path(SAMPLES / name / "paket.json", national()).package
    if package is None:
        raise ValueError(f"{name}: the package is refused; see tender check")
    return package


def masked(content: bytes, *evaluations: Evaluation) -> bytes:
    """`content`, a text or a zip of texts, with zeros for roots and digests of `evaluations`."""
    if content.startswith(b"PK"):
        return _masked_parts(content, *evaluations)
    for shown in (text for each in evaluations for text in (root(each), each.basis.digest or "")):
        digits = shown.removeprefix("sha256:")
        for length in (len(digits), FOOT_DIGITS):
            content = content.replace(digits[:length].encode(), b"0" * length)
    return content


def _masked_parts(content: bytes, *evaluations: Evaluation) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for part in before.infolist():
            after.writestr(part, masked(before.read(part), *evaluations), part.compress_type)
    return made.getvalue()


if __name__ == "__main__":
    for sample in sys.argv[1:] or sorted(path.parent.name for path in SAMPLES.glob("*/paket.json")):
        for file, content in outputs(sample).items():
            (SAMPLES / sample / file).write_bytes(content)
    (SAMPLES / MANY).write_bytes(many())
    for kind, file in SHIPPED.items():
        (SAMPLES.parent / "cli" / "tender_cli" / "example" / file).write_bytes(checklist(kind))
