"""The words of the faults of which sheet of a bidder's file is read. They name no amount."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["SHEET_TEXTS"]

SHEET_TEXTS: Mapping[str, FaultText] = {
    "XLS050": FaultText(
        "Tidak ada baris judul kolom dengan uraian dan harga pada lembar {sheets}.",
        "Tulis lembarnya di kolom Lembar berkas pada lembar Peserta (yang tersembunyi hanya "
        "dibaca bila disebut), atau salin rinciannya ke lembar Harga dan kosongkan kolom Berkas "
        "daftar harga pada lembar Peserta.",
        "There is no row of headers with description and price on {sheets}.",
        "Name the sheet in Lembar berkas of the sheet Peserta (a hidden one is read only where it "
        "is named), or copy the lines into the sheet Harga and clear Berkas daftar harga of the "
        "sheet Peserta.",
    ),
    "XLS051": FaultText(
        "Lembar {sheets} sama-sama mungkin memuat daftar harga.",
        "Tulis lembar yang dibaca di kolom Lembar berkas pada lembar Peserta; beberapa lembar "
        "dipisahkan titik koma.",
        "The sheets {sheets} may each hold the price schedule.",
        "Name the sheet to read in Lembar berkas of the sheet Peserta, several with a semicolon "
        "between.",
    ),
    "XLS052": FaultText(
        "Tidak ada lembar bernama {found}.",
        "Tulis lembar yang ada di kolom Lembar berkas pada lembar Peserta, beberapa dipisahkan "
        "titik koma (misalnya I; II): {sheets}.",
        "There is no sheet named {found}.",
        "Write one of those that are there into Lembar berkas of the sheet Peserta, several with a "
        "semicolon between (as I; II): {sheets}.",
    ),
    "XLS053": FaultText(
        "Sebagian baris Dokumen Pemilihan ada di lembar {sheet} dan tidak di lembar yang dibaca: "
        "{lines}.",
        "Tulis semua lembar yang memuat rinciannya di kolom Lembar berkas pada lembar Peserta, "
        "dipisahkan titik koma (misalnya I; II), atau hanya lembar yang dibaca bila yang lain "
        "tidak berlaku.",
        "Some lines of the tender document stand on sheet {sheet} and not on the one that is read: "
        "{lines}.",
        "Name all sheets that hold the lines in Lembar berkas of the sheet Peserta with a "
        "semicolon between (as I; II), or only the one to read, where the others do not count.",
    ),
    "XLS074": FaultText(
        "Tidak ada baris harga yang terbaca dari lembar {sheets}.",
        "Pastikan kolom Berkas daftar harga dan Lembar berkas pada lembar Peserta menyebut berkas "
        "dan lembar yang benar, dan lembar HPS sudah diisi.",
        "No line of prices was read from {sheets}.",
        "Make sure that Berkas daftar harga and Lembar berkas of the sheet Peserta name the right "
        "file and sheet, and that the sheet HPS is filled in.",
    ),
    "XLS085": FaultText(
        "Lembar {sheets} sama-sama mungkin memuat daftar harga, sedangkan baris atau harganya "
        "berbeda, atau sebagian tidak terbaca: {lines}.",
        "Tulis lembar yang dibaca di kolom Lembar berkas pada lembar Peserta.",
        "The sheets {sheets} may each hold the price schedule, while their lines or prices differ, "
        "or cannot all be read: {lines}.",
        "Name the sheet to read in Lembar berkas of the sheet Peserta.",
    ),
}
