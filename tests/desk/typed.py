"""The tender of docs/panduan-pokja.md, typed into an empty workbook as a panel types it.

What is typed is the sample `jalan-kabupaten`, whose figures were worked by hand: dates as dates,
numbers as numbers, words as the lists offer them.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.desk.workbook.data import HEAD, Desk

__all__ = [
    "BOOK",
    "FOLDER",
    "GIVEN",
    "HANDED_IN",
    "REFRESHED",
    "ROOT",
    "SAMPLE",
    "STEPS",
    "TENDER",
    "Opened",
    "moment",
]

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "jalan-kabupaten"
FOLDER = "Rehabilitasi Jalan"  # with a space, as folders of an office have
GIVEN: dict[str, Any] = json.loads((SAMPLE / "paket.json").read_text("utf-8"))
TENDER = GIVEN["tender"]
HANDED_IN = [who for who in GIVEN["participants"] if "price" in who]


_MINUTES, _MINUTES_SHEET = "berita acara", "Surat"


class Opened(Desk):
    """A workbook opened from a file, and saved to it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.book: Any = load_workbook(file)

    def save(self) -> None:
        """Save it where it was."""
        self.book.save(self.file)

    def row(self, sheet: str, values: dict[str, Any], entry: int) -> None:
        """Type an entry; of acts over whatever stands ready in its row."""
        if sheet in ("Peristiwa", "Surat"):
            for cell in self.book[sheet][HEAD + entry]:
                cell.value = None
        super().row(sheet, values, entry)

    def rows(self, sheet: str, *rows: Mapping[str, Any], first: int = 1) -> None:
        """Type entries below each other, from entry `first` on."""
        for number, row in enumerate(rows, first):
            self.row(sheet, dict(row), number)

    def event(self, typed: Mapping[str, Any]) -> None:
        """Type an event in the row that a refresh laid out for its kind, else in an empty one."""
        sheet = _MINUTES_SHEET if typed["Jenis"] == _MINUTES else "Peristiwa"
        free = [n for n in range(1, 40) if self.cell(sheet, "Waktu", n).value is None]
        kinds = {n: self.cell(sheet, "Jenis", n).value for n in free}
        laid_out = (n for n in free if kinds[n] == typed["Jenis"])
        empty = (n for n in free if kinds[n] is None)
        self.row(sheet, dict(typed), next(chain(laid_out, empty)))

    def fields(self, sheet: str, values: Mapping[str, Any], header: str = "Nilai") -> None:
        """Type values beside their names."""
        for title, value in values.items():
            self.field(sheet, title, header).value = value


def day(text: str) -> dt.date:
    """A date as Excel keeps it."""
    return dt.date.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    """A time as Excel keeps it, which knows no zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def words(term: str) -> str:
    """A term as the drop-down offers it."""
    return term.replace("_", " ")


def number(text: str | None) -> int | None:
    """A number as a number; all figures of this tender are whole."""
    return None if text is None else int(text)


def announcement(desk: Opened) -> None:
    """Sheets Paket, Pokja and HPS."""
    document, hps = TENDER["document"], TENDER["hps"]
    desk.fields(
        "Paket",
        {
            "Kode tender": int(TENDER["code"]),
            "Nama paket": TENDER["title"],
            "K/L/PD": TENDER["buyer"],
            "Satuan kerja": TENDER["work_unit"],
            "Nomor Dokumen Pemilihan": document["number"],
            "Tanggal Dokumen Pemilihan": day(document["date"]),
            "Jenis pengadaan": "pekerjaan konstruksi",
            "Kualifikasi": "pascakualifikasi",
            "Pemasukan dokumen": "satu file",
            "Metode evaluasi": "harga terendah sistem gugur",
            "Jenis kontrak": "harga satuan",
            "Tanggal pengumuman": day(TENDER["announced_on"]),
            "Pagu anggaran (Rp)": 2_950_000_000,
            "Nilai total HPS (Rp)": 2_919_000_000,
            "Tarif PPN (%)": 11,
            "Surat keputusan Pokja": GIVEN["pokja"]["decree"],
            "Zona waktu": "WIB",
            "Kode RUP": int(TENDER["rup_code"]),
            "Sumber dana": TENDER["funding"],
            "Tahun anggaran": 2023,
            "Tender ke-": 1,
            "Pekerjaan kompleks": "tidak",
            "Pekerjaan terintegrasi": "tidak",
            "Tender internasional": "tidak",
        },
    )
    for number_, member in enumerate(GIVEN["pokja"]["members"], 1):
        typed = {"Kode": member["id"], "Nama": member["name"], "NIP": member["nip"]}
        desk.row("Pokja", {**typed, "Kedudukan": member["role"]}, number_)
    lines = [(line, "ya" if line.get("main") else None) for line in hps["lines"]]
    desk.rows(
        "HPS",
        *(
            {
                "Kode": line["id"],
                "Jenis Barang/Jasa": line["description"],
                "Satuan": line["unit"],
                "Volume": number(line["quantity"]),
                "Harga Satuan": number(line["unit_price"]),
                "Pembayaran utama": main,
            }
            for line, main in lines
        ),
    )
    desk.rows(
        "Adendum",
        *(
            {"Nomor": one["number"], "Tanggal": day(one["date"]), "Tentang": one["subject"]}
            for one in document["addenda"]
        ),
    )


def asked(desk: Opened) -> None:
    """Sheets Persyaratan and Kriteria, with the clauses."""
    values = {
        "Masa berlaku penawaran (hari)": (60, "LDP huruf G"),
        "Jangka waktu pelaksanaan (hari)": (150, "LDP huruf E.2"),
        "Kualifikasi usaha": ("kecil; koperasi", "LDK huruf A.2"),
        "Tidak masuk Daftar Hitam": ("ya", "LDK huruf A.6"),
    }
    clauses = {"Kewajaran harga": "IKP 28.14", "Kehadiran pembuktian": "IKP 32.2"}
    desk.fields("Persyaratan", {title: value for title, (value, _) in values.items()})
    clauses |= {title: clause for title, (_, clause) in values.items()}
    desk.fields("Persyaratan", clauses, "Klausul")
    criteria = [
        (stage, one)
        for stage, asks in TENDER["requirements"].items()
        for one in asks.get("criteria", ())
    ]
    desk.rows(
        "Kriteria",
        *(
            {
                "Tahap": words(stage),
                "Kode": one["id"],
                "Uraian": one["title"],
                "Klausul": one["clause"],
            }
            for stage, one in criteria
        ),
    )


def bidders(desk: Opened) -> None:
    """Sheets Peserta and Pengurus: who registered, and what their bids state."""
    for number_, who in enumerate(GIVEN["participants"], 1):
        typed = {
            "Kode": who["id"],
            "Nama peserta": who["name"],
            "NPWP": who["npwp"],
            "Kualifikasi usaha": who["business_size"],
            "Alamat": who["address"],
        }
        desk.row("Peserta", typed, number_)
        officer = who["officers"][0]
        chief = {"Nama": officer["name"], "Jabatan": officer["position"]}
        desk.row("Pengurus", {"Peserta": who["id"], **chief}, number_)
    for number_, who in enumerate(HANDED_IN, 1):
        price = who["price"]
        typed = {
            "Memasukkan penawaran": moment(who["submitted"]["penawaran"]),
            "Harga penawaran (Rp)": number(price["stated_total"]),
            "Tarif PPN (%)": 11,
            "Total daftar harga (Rp)": number(price.get("schedule_total")),
            "Masa berlaku penawaran (hari)": 60,
            "Jangka waktu pelaksanaan (hari)": 150,
            "Masuk Daftar Hitam": "tidak",
        }
        desk.row("Peserta", typed, number_)


def prices(desk: Opened) -> None:
    """One sheet a bidder, on which the lines of the HPS stand already; as the bidder wrote it.

    A line that the bidder does not have is cleared; one that the document does not have goes below.
    """
    for who in HANDED_IN:
        sheet = f"Harga {who['id']}"
        column = desk.column(sheet, "Kode")
        rows = range(HEAD + 1, desk.book[sheet].max_row + 1)
        prepared = {desk.book[sheet].cell(row, column).value: row - HEAD for row in rows}
        after = sum(code is not None for code in prepared) + 1
        for line in who["price"]["lines"]:
            unit_price = number(line["unit_price"])
            typed = {
                "Volume": number(line["quantity"]),
                "Harga Satuan": "-" if unit_price is None else unit_price,
                "Total": number(line["amount"]),
            }
            if line.get("extra"):
                typed |= {"Kode": line["id"], "Jenis Barang/Jasa": line["description"]}
                typed |= {"Satuan": line["unit"], "Baris tambahan": "ya"}
            desk.row(sheet, typed, prepared.get(line["id"], after))
        for code in prepared.keys() - {line["id"] for line in who["price"]["lines"]} - {None}:
            desk.row(sheet, dict.fromkeys(("Kode", "Jenis Barang/Jasa", "Satuan")), prepared[code])


def _evidence(entry: Mapping[str, Any]) -> str | None:
    """One file a line, its page behind a bar."""
    found = [f"{one['file']} | {one['page']}" for one in entry.get("evidence", ())]
    return "\n".join(found) or None


def _event(entry: Mapping[str, Any]) -> dict[str, Any]:
    titles = {
        "number": "Nomor",
        "place": "Tempat",
        "participant": "Peserta",
        "question": "Pertanyaan",
        "answer": "Jawaban",
        "by": "Ditetapkan oleh",
        "winner": "Pemenang",
        "param": "Ketentuan",
        "value": "Nilai ketentuan",
        "clause": "Klausul",
    }
    typed = {titles[key]: value for key, value in entry.items() if key in titles}
    typed |= {"Jenis": words(entry["type"]), "Waktu": moment(entry["at"])}
    if "until" in entry:
        typed["Sampai"] = moment(entry["until"])
    of = "Berita acara tentang" if typed["Jenis"] == _MINUTES else "Tentang"
    for key, title in {"of": of, "stage": "Tahap"}.items():
        if key in entry:
            typed[title] = words(entry[key])
    if "reserves" in entry:
        typed["Cadangan"] = "; ".join(entry["reserves"])
    if "evidence" in entry:
        typed["Bukti"] = _evidence(entry)
    return typed


_LAST = ("konfirmasi_nilai", "penetapan", "berita_acara")


def judged(desk: Opened) -> None:
    """What was judged and what happened up to the proof of the qualification."""
    entries = {True: 0, False: 0}
    for one in GIVEN["assessments"]:
        general = one["participant"] == "*"
        entries[general] += 1
        typed = {
            "Tahap": words(one["stage"]),
            "Putusan": words(one["verdict"]),
            "Oleh": "; ".join(one["by"]),
            "Waktu": moment(one["at"]),
            "Catatan": one["note"],
            "Bukti": _evidence(one),
            "Kriteria": one.get("criterion"),
        }
        if not general:
            typed["Peserta"] = one["participant"]
        desk.row("Penilaian" if general else "Pengecualian", typed, entries[general])
    for one in GIVEN["events"]:
        if one["type"] not in _LAST:
            desk.event(_event(one))
    for number_, who in enumerate(GIVEN["participants"], 1):
        if who.get("facts", {}).get("pembuktian_kualifikasi"):
            desk.cell("Peserta", "Hadir pembuktian", number_).value = "ya"


def finished(desk: Opened) -> None:
    """The rest: the confirmed value, the act, and the number of the record."""
    for one in GIVEN["events"]:
        if one["type"] in _LAST:
            desk.event(_event(one))


def registered(desk: Opened) -> None:
    """Everything that stands in the workbook before the prices are typed."""
    for step in (announcement, asked, bidders):
        step(desk)


# The one workbook, and the steps of the guide by the name of the state that they lead to.
BOOK = "paket.xlsx"
STEPS: Mapping[str, Callable[[Opened], None]] = {
    "kosong": lambda _: None,
    "peserta": registered,
    "harga": prices,
    "dinilai": judged,
    "selesai": finished,
}
# Before it, the workbook is refreshed.
REFRESHED = "harga"
