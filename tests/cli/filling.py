"""Fills the empty workbook with the example, as a Pokja would: by the words of its sheets."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

__all__ = ["fill", "one_judgement"]

HEAD = 4  # the row of the heads
WORDS = {"tidak_memenuhi": "tidak memenuhi", "batas_pemasukan": "batas pemasukan"}


def one_judgement(package: dict[str, Any]) -> dict[str, Any]:
    """The example as a panel has it that judged in one line; what it lists as empty is left out."""
    general = {"note": "diperiksa bersama", "at": "2024-03-20T10:00:00+07:00"}
    judged = [
        {**entry, **general} if entry["participant"] == "*" else entry
        for entry in package["assessments"]
    ]
    document = {k: v for k, v in package["tender"]["document"].items() if k != "addenda"}
    return {**package, "assessments": judged, "tender": {**package["tender"], "document": document}}


def fill(path: Path, package: Mapping[str, Any]) -> None:
    """Fill the workbook at `path`: days as days, times as times, and figures as figures."""
    book: Any = load_workbook(path)
    tender = package["tender"]
    form(book["Paket"], header(package))
    asked = tender["requirements"]
    form(
        book["Persyaratan"],
        {
            "Masa berlaku penawaran (hari)": asked["evaluasi_administrasi"]["bid_validity_days"],
            "Jangka waktu pelaksanaan (hari)": asked["evaluasi_administrasi"]["completion_days"],
            "Kualifikasi usaha": "kecil",
            "Tidak masuk Daftar Hitam": "ya",
        },
    )
    table(
        book["Pokja"],
        ({"Kode": m["id"], "Nama": m["name"], "Kedudukan": m["role"]} for m in people(package)),
    )
    table(book["HPS"], (line(given) for given in tender["hps"]["lines"]))
    table(book["Kriteria"], criteria(asked))
    table(book["Peserta"], (bidder(who) for who in package["participants"]))
    for who in package["participants"]:
        table(book[f"Harga {who['id']}"], (price(given) for given in who["price"]["lines"]))
    judgements(book, package["assessments"])
    table(book["Peristiwa"], (event(given) for given in package["events"]))
    book.save(path)


def people(package: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The members of the panel."""
    return [dict(member) for member in package["pokja"]["members"]]


def header(package: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the first sheet."""
    tender = package["tender"]
    return {
        "Kode tender": tender["code"],
        "Nama paket": tender["title"],
        "K/L/PD": tender["buyer"],
        "Satuan kerja": tender["work_unit"],
        "Nomor Dokumen Pemilihan": tender["document"]["number"],
        "Tanggal Dokumen Pemilihan": day(tender["document"]["date"]),
        "Jenis pengadaan": "barang",
        "Kualifikasi": "pascakualifikasi",
        "Pemasukan dokumen": "satu file",
        "Metode evaluasi": "harga terendah sistem gugur",
        "Jenis kontrak": "harga satuan",
        "Tanggal pengumuman": day(tender["announced_on"]),
        "Pagu anggaran (Rp)": int(tender["pagu"]),
        "Nilai total HPS (Rp)": int(tender["hps"]["total"]),
        "Tarif PPN (%)": int(tender["hps"]["vat_percent"]),
        "Surat keputusan Pokja": package["pokja"]["decree"],
        "Zona waktu": "WIB",
        "Kode RUP": tender["rup_code"],
        "Sumber dana": tender["funding"],
        "Tahun anggaran": tender["fiscal_year"],
        "Pekerjaan kompleks": "tidak",
    }


def line(given: Mapping[str, str]) -> dict[str, Any]:
    """A line of the estimate."""
    return {
        "Kode": given["id"],
        "Jenis Barang/Jasa": given["description"],
        "Satuan": given["unit"],
        "Volume": int(given["quantity"]),
        "Harga Satuan": int(given["unit_price"]),
    }


def price(given: Mapping[str, str]) -> dict[str, Any]:
    """A line of a bid, one of its figures as somebody types it in Indonesia."""
    return {
        "Kode": given["id"],
        "Volume": int(given["quantity"]),
        "Harga Satuan": f"{int(given['unit_price']):,}".replace(",", "."),
        "Total": int(given["amount"]),
    }


def criteria(asked: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The list of what people judge."""
    for stage, wanted in asked.items():
        for given in wanted.get("criteria", ()):
            yield {
                "Tahap": stage.replace("_", " "),
                "Kode": given["id"],
                "Uraian": given["title"],
                "Klausul": given["clause"],
            }


def bidder(who: Mapping[str, Any]) -> dict[str, Any]:
    """A participant with what was looked up."""
    facts = who["facts"]
    return {
        "Kode": who["id"],
        "Nama peserta": who["name"],
        "Kualifikasi usaha": who["business_size"],
        "Memasukkan penawaran": time(who["submitted"]["penawaran"]),
        "Harga penawaran (Rp)": int(who["price"]["stated_total"]),
        "Tarif PPN (%)": int(who["price"]["vat_percent"]),
        "Masa berlaku penawaran (hari)": facts["evaluasi_administrasi"]["bid_validity_days"],
        "Jangka waktu pelaksanaan (hari)": facts["evaluasi_administrasi"]["completion_days"],
        "Masuk Daftar Hitam": said(facts["evaluasi_kualifikasi"].get("blacklist")),
        "Hadir pembuktian": said(facts.get("pembuktian_kualifikasi", {}).get("attended")),
    }


def judgements(book: Any, given: Iterable[Mapping[str, Any]]) -> None:
    """One line that says that all the rest meets, and the exceptions."""
    general = next(entry for entry in given if entry["participant"] == "*")
    proof = next(e for e in given if e["stage"] == "pembuktian_kualifikasi")
    rest = [
        {
            "Tahap": stage,
            "Putusan": "memenuhi",
            "Oleh": "m1; m2; m3",
            "Waktu": time(said["at"]),
            "Catatan": said["note"],
        }
        for stage, said in (("semua tahap", general), ("pembuktian kualifikasi", proof))
    ]
    table(book["Penilaian"], rest)
    table(
        book["Pengecualian"],
        (
            {
                "Peserta": entry["participant"],
                "Tahap": entry["stage"].replace("_", " "),
                "Kriteria": entry["criterion"],
                "Putusan": WORDS[entry["verdict"]],
                "Oleh": "m1; m2; m3",
                "Waktu": time(entry["at"]),
                "Catatan": entry["note"],
            }
            for entry in given
            if entry["participant"] != "*"
        ),
    )


def event(given: Mapping[str, str]) -> dict[str, Any]:
    """What happened."""
    titles = {
        "of": "Tentang",
        "participant": "Peserta",
        "question": "Pertanyaan",
        "answer": "Jawaban",
    }
    row = {"Jenis": WORDS.get(given["type"], given["type"]), "Waktu": time(given["at"])}
    row |= {title: given[key] for key, title in titles.items() if key in given}
    if "until" in given:
        row["Sampai"] = time(given["until"])
    if "stage" in given:
        row["Tahap"] = given["stage"].replace("_", " ")
    return row


def form(sheet: Any, values: Mapping[str, Any]) -> None:
    """Type values beside the names of their fields."""
    rows = {str(cell.value or "").removesuffix(" *"): cell.row for cell in sheet["A"]}
    for title, value in values.items():
        sheet.cell(rows[title], 2).value = value


def table(sheet: Any, entries: Iterable[Mapping[str, Any]]) -> None:
    """Type entries below the heads of their columns."""
    columns = {str(cell.value or "").removesuffix(" *"): cell.column for cell in sheet[HEAD]}
    for row, entry in enumerate(entries, HEAD + 1):
        for title, value in entry.items():
            sheet.cell(row, columns[title]).value = value


def day(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


def time(text: str) -> dt.datetime:
    """A time as Excel keeps it: without a zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def said(fact: bool | None) -> str | None:
    """A fact in the words of a drop-down."""
    return None if fact is None else "ya" if fact else "tidak"
