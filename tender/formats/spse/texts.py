"""The words for what a page of SPSE holds and this reader does not understand."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

_SAVE_ID = "Simpan halaman SPSE sebagai HTML (hanya HTML), atau salin tabelnya ke berkas teks."
_SAVE_EN = "Save the page of SPSE as HTML (web page, HTML only), or paste its table into a text."
_LOOK_ID = "Bandingkan dengan layar SPSE; yang tidak terbaca tidak dipakai."
_LOOK_EN = "Compare it with the screen of SPSE; what was not read is not used."

TEXTS: Mapping[str, FaultText] = {
    # The file itself.
    "SPS001": FaultText(
        "Berkas lebih besar dari {limit} MiB.",
        _SAVE_ID,
        "The file is larger than {limit} MiB.",
        _SAVE_EN,
    ),
    "SPS002": FaultText(
        "Berkas ini MHTML (satu berkas web), yang tidak dibaca.",
        _SAVE_ID,
        "This file is MHTML (a single-file page), which is not read.",
        _SAVE_EN,
    ),
    "SPS003": FaultText(
        "Berkas ini {found}, bukan halaman atau teks.",
        _SAVE_ID,
        "This file is {found}, not a page or a text.",
        _SAVE_EN,
    ),
    "SPS004": FaultText(
        "Isi berkas bukan teks UTF-8, UTF-16, atau Windows-1252.",
        _SAVE_ID,
        "The file is not text in UTF-8, UTF-16 or Windows-1252.",
        _SAVE_EN,
    ),
    "SPS005": FaultText(
        "Susunan halaman terlalu dalam untuk dibaca seluruhnya.",
        _SAVE_ID,
        "The page is nested too deeply to be read in full.",
        _SAVE_EN,
    ),
    "SPS006": FaultText(
        "Isi berkas melebihi {tables} tabel, {rows} baris, {columns} kolom, atau {elements} unsur.",
        "Simpan hanya halaman tender yang dimaksud.",
        "It holds over {tables} tables, {rows} rows, {columns} columns or {elements} elements.",
        "Save only the page of this tender.",
    ),
    "SPS007": FaultText(
        "Tidak ada tabel peserta, hasil evaluasi, atau rincian harga yang dikenali.",
        "Salin beserta baris judul kolomnya, misalnya No, Nama Peserta, Harga Penawaran.",
        "No table of bidders, results or price lines was recognised.",
        "Copy it with the heads of its columns, such as No, Nama Peserta, Harga Penawaran.",
    ),
    # What stands in it.
    "SPS101": FaultText(
        "Tabel tidak dikenali: {found}.",
        _LOOK_ID,
        "The table is not recognised: {found}.",
        _LOOK_EN,
    ),
    "SPS102": FaultText(
        "Kolom “{found}” tidak dikenal.",
        _LOOK_ID,
        "The column “{found}” is not known.",
        _LOOK_EN,
    ),
    "SPS103": FaultText(
        "Kolom “{found}” berulang; tidak satu pun dipakai.",
        _LOOK_ID,
        "The column “{found}” stands more than once; none of them is used.",
        _LOOK_EN,
    ),
    "SPS104": FaultText(
        "Kolom “{found}” dapat berarti penawaran atau pemenang, dan isinya tidak menentukan.",
        _LOOK_ID,
        "The column “{found}” may be the bid or the winner, and its cells do not tell which.",
        _LOOK_EN,
    ),
    "SPS105": FaultText(
        "Angka “{found}” pada kolom “{head}” tidak terbaca.",
        "Angka ditulis seperti 1.234.567,89; " + _LOOK_ID[0].lower() + _LOOK_ID[1:],
        "The figure “{found}” in the column “{head}” cannot be read.",
        "Figures are written like 1.234.567,89. " + _LOOK_EN,
    ),
    "SPS106": FaultText(
        "Tanda “{found}” pada kolom “{head}” tidak dikenal.",
        _LOOK_ID,
        "The mark “{found}” in the column “{head}” is not known.",
        _LOOK_EN,
    ),
    "SPS107": FaultText(
        "Baris berisi {found} sel, judulnya {expected} kolom: {text}.",
        _LOOK_ID,
        "The row has {found} cells under {expected} heads: {text}.",
        _LOOK_EN,
    ),
    "SPS108": FaultText(
        "Baris tanpa nama peserta tidak dipakai.",
        _LOOK_ID,
        "A row without a name of a bidder is not used.",
        _LOOK_EN,
    ),
    "SPS109": FaultText(
        "Kolom “{found}” kosong seluruhnya: gambar tanda tidak ikut tersalin.",
        "Simpan halamannya sebagai HTML agar tandanya terbaca.",
        "The column “{found}” is blank throughout: pictures of marks are not pasted.",
        "Save the page as HTML, so that its marks can be read.",
    ),
    "SPS110": FaultText(
        "NPWP “{found}” tidak terbaca.",
        _LOOK_ID,
        "The NPWP “{found}” cannot be read.",
        _LOOK_EN,
    ),
    "SPS111": FaultText(
        "Tabel menyebut {found} nama pemenang; siapa yang pertama tidak ditentukan.",
        _LOOK_ID,
        "The table names {found} winners; which of them is the first is not told.",
        _LOOK_EN,
    ),
}
