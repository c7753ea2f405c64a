"""Each way in which a workbook of the program's own can be wrong: the code, the cell, the change.

The changes are made to the workbook of the small package, as `data.Desk` opens it. A cell of a
form may be named by its title: where it stands follows from what the law declares.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.since_refresh.last_state import state_of, with_state
from tender_rules import national
from tests.desk.workbook.data import Desk
from tests.desk.workbook.unread import open_book

__all__ = [
    "CASES",
    "Case",
    "Change",
    "auction",
    "filled",
    "headed",
    "put",
    "typed",
    "without_a_column",
]

Change: TypeAlias = Callable[[Desk], object]
Case: TypeAlias = tuple[str, str, Change]


def typed(sheet: str, title: str, value: Any, entry: int = 1, form: str = "") -> Change:
    """A value typed into a cell of a table, in the format of the cell or in another."""

    def change(desk: Desk) -> None:
        cell = desk.cell(sheet, title, entry)
        cell.value = value
        cell.number_format = form or cell.number_format

    return change


def filled(sheet: str, title: str, value: Any, header: str = "Nilai", form: str = "") -> Change:
    """A value typed into a form, in the format of the cell or in another."""

    def change(desk: Desk) -> None:
        cell = desk.field(sheet, title, header)
        cell.value = value
        cell.number_format = form or cell.number_format

    return change


def copied(desk: Desk) -> None:
    """A sheet of prices, whose bidder nobody has changed yet."""
    desk.book.copy_worksheet(desk.book["Harga p1"]).title = "Harga p2"


def another_line(desk: Desk) -> None:
    """Words of a line of the document that no price sheet has for it, of which there are two."""
    other = desk.book.copy_worksheet(desk.book["Harga p1"])
    other.title, other["B3"].value = "Harga p2", "p2"
    desk.cell("HPS", "Jenis Barang/Jasa").value = "Galian"


def headed(sheet: str, title: str, new: Any) -> Change:
    """Another head on a column."""

    def change(desk: Desk) -> None:
        desk.book[sheet].cell(4, desk.column(sheet, title)).value = new

    return change


def below(sheet: str, title: str, value: Any, many: int) -> Change:
    """The same value in the first cells of a column."""

    def change(desk: Desk) -> None:
        for entry in range(1, many + 1):
            typed(sheet, title, value, entry)(desk)

    return change


def put(sheet: str, cell: str, value: Any) -> Change:
    """A value in a cell that is named as Excel names it."""

    def change(desk: Desk) -> None:
        desk.book[sheet][cell].value = value

    return change


def twice(sheet: str, column: str, head: str) -> Change:
    """A column of a head that is there already, with something in it."""

    def change(desk: Desk) -> None:
        desk.book[sheet][f"{column}4"] = head
        desk.book[sheet][f"{column}5"] = "isi"

    return change


def renamed(sheet: str, title: str) -> Change:
    """Another name on a sheet."""

    def change(desk: Desk) -> None:
        desk.book[sheet].title = title

    return change


def added(title: str) -> Change:
    """A sheet of somebody's own."""

    def change(desk: Desk) -> None:
        desk.book.create_sheet(title)["A1"] = "isi"

    return change


def without_a_column(sheet: str, title: str) -> Change:
    """A sheet that has lost a column with all that stood in it."""

    def change(desk: Desk) -> None:
        desk.book[sheet].delete_cols(desk.column(sheet, title))

    return change


def without_heads(sheet: str) -> Change:
    """The row of the heads is gone."""

    def change(desk: Desk) -> None:
        desk.book[sheet].delete_rows(4)

    return change


def of_no_zone(desk: Desk) -> None:
    """One time needs the zone of the workbook, which has none; every other time names its own."""
    desk.field("Paket", "Zona waktu").value = None
    for name in ("Peserta", "Penilaian", "Pengecualian", "Peristiwa"):
        for row in desk.book[name].iter_rows(min_row=5):
            for cell in row:
                if isinstance(cell.value, datetime) and "hh" in cell.number_format:
                    cell.value = f"{cell.value:%d/%m/%Y %H:%M} WIB"
    typed("Peristiwa", "Sampai", datetime.fromisoformat("2022-05-12T16:00"), 2)(desk)


def without_the_zone(desk: Desk) -> None:
    """Somebody deleted the very row of the zone."""
    desk.book["Paket"].delete_rows(desk.field("Paket", "Zona waktu").row)


def auction(totals: str) -> Change:
    """An auction with these bids."""

    def change(desk: Desk) -> None:
        said = {"Jenis": "reverse auction", "Waktu": "2/6/2022 10:00", "Dilaksanakan": "ya"}
        said["Alasan"] = "dua penawar"
        desk.row("Peristiwa", {**said, "Penawaran auction": totals}, 10)

    return change


def done(*jobs: dict[str, Any]) -> Change:
    """Rows of the sheet of experience, whose bidder is `p1` and whose day is 1 March 2021."""

    def change(desk: Desk) -> None:
        for entry, job in enumerate(jobs, 1):
            dated = {"Peserta": "p1", "Pekerjaan": "Jalan", "Tanggal selesai": "1/3/2021"}
            desk.row("Pengalaman", {**dated, **job}, entry)

    return change


def judged_otherwise(desk: Desk) -> None:
    """A row that gives another score than the matrix, by the same member at the same time."""
    row = {"Peserta": "p1", "Tahap": "evaluasi teknis", "Kriteria": "tek.metode", "Nilai": 81}
    at = desk.book["Matriks m1"]["D3"].value
    desk.row("Pengecualian", {**row, "Oleh": "m1", "Waktu": at}, 2)


def since(change: Change) -> Change:
    """A change after a refresh."""

    def changed(desk: Desk) -> None:
        data = desk.bytes()
        state = state_of(data, layout_of(national().declarations))
        desk.book = open_book(with_state(data, state))
        change(desk)

    return changed


def sooner(desk: Desk) -> None:
    """Another score, with a time of its own that is before the old one."""
    typed("Matriks m1", "p1", 81)(desk)
    typed("Matriks m1", "Waktu p1", "Senin, 9 Mei 2022 09:00")(desk)


def of_one_name(desk: Desk) -> None:
    """Two bidders are called alike, and an objection is by one who is called so."""
    typed("Peserta", "Nama peserta", "CV. SATU CONTOH", 3)(desk)
    typed("Peristiwa", "Peserta", "CV Satu Contoh", 8)(desk)


# That there is none, and nothing else.
_NO_JOB = {"Pekerjaan": "-", "Tanggal selesai": None}

_IN_MONTHS = filled("Persyaratan", "Masa berlaku penawaran (hari)", "2 bulan")
_OF_TWO_NUMBERS = filled("Persyaratan", "Masa berlaku penawaran (hari)", "60 (enam belas) hari")


def answered(*rows: dict[str, Any]) -> Change:
    """Rows of the sheet `Konfirmasi`, about the members of a KSO where a row does not say."""
    asked = {
        "Ketentuan": "Pemenuhan syarat oleh anggota KSO",
        "Nilai yang berlaku": "dinilai pada setiap anggota",
        "Jawaban": "ya",
        "Klausul": "IKP 5",
        "Waktu": datetime.fromisoformat("2022-05-20T10:00"),
    }

    def change(desk: Desk) -> None:
        for entry, row in enumerate(rows, 1):
            desk.row("Konfirmasi", asked | row, entry)

    return change


def answered_without(title: str) -> Change:
    """Two rows that are answered, and a column that is not there."""

    def change(desk: Desk) -> None:
        answered({}, _SHARE)(desk)
        desk.book["Konfirmasi"].delete_cols(desk.column("Konfirmasi", title))

    return change


def timed(sheet: str, cell: str, at: str, row: dict[str, Any]) -> Change:
    """A time above the heads, and a row that has none of its own."""

    def change(desk: Desk) -> None:
        answered(row)(desk)
        desk.book[sheet][cell] = at

    return change


_SKP = {"Ketentuan": "Sisa Kemampuan Paket paling kurang", "Nilai yang berlaku": "1"}
_FAIRNESS = {"Ketentuan": "Pembanding dalam evaluasi kewajaran harga"}
_SHARE = {"Ketentuan": "Sisa Kemampuan Nyata paling kurang, bagian dari nilai total HPS"}


def a_row_lower(sheet: str, column: str) -> Change:
    """What stands from a column on below the heads, a row lower than what is on its left."""

    def change(desk: Desk) -> None:
        page = desk.book[sheet]
        page.move_range(f"{column}5:{page.dimensions.rpartition(':')[2]}", rows=1)

    return change


CASES: tuple[Case, ...] = (
    ("XLS021", "Harg p1!A1", renamed("Harga p1", "Harg p1")),
    ("XLS021", "Timpangan!A1", renamed("Timpang", "Timpangan")),
    ("XLS021", "Lembar saya!A1", added("Lembar saya")),
    ("XLS022", "HPS!I5", headed("HPS", "Pembayaran utama", "Utama sekali")),
    ("XLS022", "Harga p1!P7", put("Harga p1", "P7", "catatan")),
    ("XLS022", "Paket!F9", put("Paket", "F9", "catatan")),
    ("XLS022", "Persyaratan!E12", put("Persyaratan", "E12", 7)),
    ("XLS023", "Paket!B6", put("Paket", "A6", "Nama pkaet")),
    ("XLS023", "Paket!B22", put("Paket", "A22", None)),
    ("XLS023", "Persyaratan!B60", put("Persyaratan", "B60", "ya")),
    ("XLS024", "Pokja!A1", without_heads("Pokja")),
    ("XLS024", "Paket!A1", without_heads("Paket")),
    ("XLS024", "Lain-lain!A1", without_heads("Lain-lain")),
    ("XLS025", "Pokja!E4", twice("Pokja", "E", "NAMA *")),
    ("XLS025", "Paket!D4", put("Paket", "D4", "Nilai")),
    ("XLS026", "KSO!A5", typed("KSO", "Peserta", "p9")),
    ("XLS041", "KSO!A6", typed("KSO", "Peserta", None, 2)),
    ("XLS041", "Kriteria!A5", typed("Kriteria", "Tahap", None)),
    ("XLS026", "Harga p1!B3", put("Harga p1", "B3", "p9")),
    ("XLS041", "Harga p1!B3", put("Harga p1", "A3", None)),
    ("XLS027", "Lain-lain!A5", put("Lain-lain", "A5", "participants[p9].price_commitment")),
    ("XLS027", "Lain-lain!A6", put("Lain-lain", "A6", "tender.code")),
    ("XLS027", "Lain-lain!A9", put("Lain-lain", "A9", "[p1].name")),
    ("XLS028", "Lain-lain!B5", put("Lain-lain", "B5", "{")),
    ("XLS028", "Lain-lain!B5", put("Lain-lain", "B5", '{"a": 1, "a": 2}')),
    ("XLS028", "Lain-lain!B9", put("Lain-lain", "B9", None)),
    ("XLS028", "Lain-lain!B9", put("Lain-lain", "B9", True)),
    ("XLS029", "Peserta!Jaminan: nilai (Rp)[1]", typed("Peserta", "Jaminan penawaran", "tidak")),
    ("XLS029", "Persyaratan!B15", filled("Persyaratan", "Jaminan penawaran", "tidak")),
    ("XLS029", "Paket!B40", lambda desk: desk.book["Paket"].append([])
        or put("Paket", "A40", "Kode tender")(desk) or put("Paket", "B40", "T-8")(desk)),
    ("XLS030", "HPS!D5", typed("HPS", "Volume", "seratus")),
    ("XLS030", "HPS!E6", typed("HPS", "Harga Satuan", "1.5", 2)),
    ("XLS030", "Paket!B18", filled("Paket", "Nilai total HPS (Rp)", "222,000.000")),
    ("XLS031", "HPS!I5", typed("HPS", "Pembayaran utama", "mungkin")),
    ("XLS033", "Peserta!C5", typed("Peserta", "NPWP", 12345678901234)),
    ("XLS033", "Pengurus!D5", typed("Pengurus", "NIK", 3171234567890123)),
    ("XLS033", "Paket!B17", filled("Paket", "Pagu anggaran (Rp)", 1234567890123450)),
    ("XLS034", "Paket!B10", filled("Paket", "Tanggal Dokumen Pemilihan", "05/13/2022")),
    ("XLS174", "Paket!B10", filled("Paket", "Tanggal Dokumen Pemilihan", "Kamis, 6 Mei 2026")),
    ("XLS034", "Paket!B16", filled("Paket", "Tanggal pengumuman", 44683, form="General")),
    ("XLS035", "Peristiwa!D6", typed("Peristiwa", "Sampai", "12 Mei 2022", 2)),
    ("XLS036", "Paket!B21", of_no_zone),
    ("XLS036", "Paket!B21", filled("Paket", "Zona waktu", None)),
    ("XLS036", "Peserta!H5", without_the_zone),
    ("PKT015", "Paket!B21", filled("Paket", "Zona waktu", "GMT")),
    ("XLS193", "Pengecualian!A5", typed("Pengecualian", "Peserta", "KSO Dua")),
    ("XLS193", "KSO!A6", typed("KSO", "Peserta", "KSO Dua", 2)),
    ("XLS193", "Pengecualian!F5", typed("Pengecualian", "Oleh", "m1; Bagus P.")),
    ("XLS200", "Matriks m1!H6", typed("Matriks m1", "p1", "mungkin", 2)),
    ("XLS201", "Matriks m1!H5", judged_otherwise),
    ("XLS202", "Matriks m1!H5", since(typed("Matriks m1", "p1", 81))),
    ("XLS205", "Matriks m1!L5", since(sooner)),
    ("XLS224", "Matriks m1!D3",
        put("Matriks m1", "D3", datetime.fromisoformat("2016-05-17T10:00"))),
    ("XLS203", "Matriks m1!B3", since(put("Matriks m1", "B3", "m2"))),
    ("XLS204", "Matriks m1!H5", since(typed("Matriks m1", "p1", None))),
    ("XLS194", "Matriks m1!B3", typed("Pokja", "Kode", "m9")),
    ("XLS238", "Peristiwa!B5", below("Peristiwa", "Waktu", "besok", 4)),
    ("XLS216", "Pokja!B6", a_row_lower("Pokja", "B")),
    ("XLS191", "Persyaratan!Masa berlaku penawaran (hari)", _IN_MONTHS),
    ("XLS192", "Persyaratan!Masa berlaku penawaran (hari)", _OF_TWO_NUMBERS),
    ("XLS190", "Peristiwa!E12", of_one_name),
    ("XLS037", "Peristiwa!Penawaran auction[10]", auction("p1 = 1.000.000, p2 = 900.000")),
    ("XLS038", "HPS!D5", typed("HPS", "Volume", "#REF!")),
    ("XLS038", "HPS!D5", typed("HPS", "Volume", "=D5+1")),
    ("XLS038", "HPS!D5", typed("HPS", "Volume", "=FORECAST(1,2,3)")),
    ("XLS038", "HPS!D5", typed("HPS", "Volume", "=D6/0")),
    ("XLS040", "HPS!D5", typed("HPS", "Volume", "=100/3")),
    ("XLS041", "HPS!C5", typed("HPS", "Satuan", None)),
    ("XLS041", "Peristiwa!B5", typed("Peristiwa", "Waktu", None)),
    ("XLS041", "Paket!B6", filled("Paket", "Nama paket", "  ")),
    ("XLS101", "Peristiwa!Total (Rp)[1]", typed("Peristiwa", "Total (Rp)", 5)),
    ("XLS102", "HPS!A4", without_a_column("HPS", "Satuan")),
    ("XLS102", "Konfirmasi!A4", answered_without("Jawaban")),
    ("XLS102", "Konfirmasi!A4", answered_without("Nilai yang berlaku")),
    ("XLS102", "Harga p1!A4", without_a_column("Harga p1", "Harga Satuan")),
    ("XLS096", "HPS!D5", typed("HPS", "Volume", "1,000")),
    ("XLS096", "Peserta!D5", typed("Peserta", "Harga penawaran (Rp)", "Rp 400,710")),
    ("XLS223", "HPS!A5", another_line),
    ("XLS225", "Harga p2!B3", copied),
    ("XLS035", "Peserta!H5",
        typed("Peserta", "Memasukkan penawaran", datetime.fromisoformat("2204-05-12T09:00"))),
    ("XLS222", "Peserta!Masa berlaku penawaran (hari)[1]",
        typed("Peserta", "Masa berlaku penawaran (hari)", "60.000")),
    ("XLS097", "Paket!B19", filled("Paket", "Tarif PPN (%)", 0.11)),
    ("XLS097", "Peserta!J5", typed("Peserta", "Tarif PPN (%)", "0,11")),
    ("XLS098", "Peristiwa!B5", typed("Peristiwa", "Waktu", datetime.fromisoformat("2022-05-12"))),
    ("XLS098", "Peserta!H5",
        typed("Peserta", "Memasukkan penawaran", datetime.fromisoformat("2022-05-12"),
            form="dd/mm/yyyy")),
    ("XLS100", "Harga p1!E5", typed("Harga p1", "Harga Satuan", None)),
    ("XLS047", "HPS!B5", typed("HPS", "Jenis Barang/Jasa", datetime.fromisoformat("2022-02-01"),
        form="dd/mm/yyyy")),
    ("XLS242", "Pokja!B5", typed("Pokja", "Nama", 12)),
    ("XLS242", "Paket!B6", filled("Paket", "Nama paket", 12)),
    ("XLS048", "Persyaratan!C15", filled("Persyaratan", "Jaminan penawaran: nilai (Rp)", "IKP 3",
        "Klausul")),
    ("XLS048", "Persyaratan!Kewajaran harga", filled("Persyaratan", "Kewajaran harga", "ya")),
    ("XLS026", "Pengalaman!B5", done({"Anggota KSO": "a9"})),
    ("XLS175", "Pengalaman!C5", done({"Pekerjaan": "-"})),
    ("XLS176", "Pengalaman!A6", done(_NO_JOB, {})),
    ("XLS176", "Pengalaman!A6", done({}, _NO_JOB)),
    ("XLS177", "Kantor!D5", typed("Kantor", "Penanda tangan", "Ani; Ketua; 1980; lagi")),
    ("XLS218", "Kantor!D5", typed("Kantor", "Penanda tangan", "Ani")),
    ("XLS210", "Konfirmasi!A5", answered({"Ketentuan": "Pemenuhan syarat"})),
    ("XLS210", "Konfirmasi!A5", answered({"Kode ketentuan": "fairness.comparison"})),
    ("XLS211", "Konfirmasi!B5", answered({"Nilai yang berlaku": "dinilai pada leadfirm"})),
    ("XLS211", "Konfirmasi!B5", answered({"Nilai yang berlaku": None})),
    ("XLS212", "Konfirmasi!C5", answered({**_FAIRNESS, "Jawaban": "dengan keuntungan"})),
    ("XLS213", "Konfirmasi!C6", answered({}, {"Jawaban": "dinilai pada setiap anggota"})),
    ("XLS214", "Konfirmasi!C5", answered({"Jawaban": "Tidak"})),
    ("XLS231", "Konfirmasi!C5", answered({"Jawaban": "Ya, sesuai"})),
    ("XLS215", "Konfirmasi!C5", answered({"Jawaban": "dinilai pada leadfirm"})),
    ("XLS217", "Konfirmasi!C5", answered({**_SHARE, "Jawaban": "0,125"})),
    ("XLS041", "Konfirmasi!C5", answered({"Jawaban": None})),
    ("XLS041", "Konfirmasi!D5", answered({"Klausul": None})),
    ("XLS041", "Konfirmasi!B3", answered({"Waktu": None})),
    ("XLS041", "Konfirmasi!B3", answered({"Waktu": None}, {**_SKP, "Waktu": None})),
    ("XLS035", "Konfirmasi!B3", timed("Konfirmasi", "B3", "kemarin", {"Waktu": None})),
)  # fmt: skip
