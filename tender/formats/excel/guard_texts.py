"""The words of every code of the guard, in both languages. What stands in braces is filled in."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "XLS001": FaultText(
        "Berkas ini bukan buku kerja Excel.",
        "Buka berkas aslinya di Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
        "This file is no Excel workbook.",
        "Open the original in Excel or LibreOffice and save it as .xlsx.",
    ),
    "XLS002": FaultText(
        "Berkas ini berformat Excel lama (.xls).",
        "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
        "This file is in the old Excel format (.xls).",
        "Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "XLS003": FaultText(
        "Berkas ini dikunci dengan kata sandi.",
        "Buka dengan kata sandinya, hapus kata sandi pembuka, lalu simpan sebagai .xlsx.",
        "This file is locked with a password.",
        "Open it with its password, take the password off, and save it as .xlsx.",
    ),
    "XLS004": FaultText(
        "Berkas ini berformat Excel biner (.xlsb).",
        "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
        "This file is in Excel's binary format (.xlsb).",
        "Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "XLS005": FaultText(
        "Berkas ini memuat makro.",
        "Simpan sebagai .xlsx tanpa makro.",
        "This file holds macros.",
        "Save it as .xlsx without macros.",
    ),
    "XLS006": FaultText(
        "Berkas ini berformat OpenDocument (.ods).",
        "Buka di LibreOffice atau Excel, lalu simpan sebagai .xlsx.",
        "This file is in the OpenDocument format (.ods).",
        "Open it in LibreOffice or Excel and save it as .xlsx.",
    ),
    "XLS007": FaultText(
        "Berkas ini lebih besar daripada {bound}.",
        "Hapus gambar dan lembar yang tidak diperlukan, atau bagi menjadi beberapa berkas.",
        "This file is larger than {bound}.",
        "Take out pictures and sheets that are not needed, or split it into several files.",
    ),
    "XLS008": FaultText(
        "Berkas ini rusak: isinya tidak dapat dibuka atau tidak sesuai dengan daftar isinya.",
        "Minta atau unduh lagi berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "This file is damaged: its content cannot be opened or is not what its directory says.",
        "Ask for or download the original again and save it anew as .xlsx.",
    ),
    "XLS009": FaultText(
        "Daftar isi berkas ini tidak wajar: bagian terlalu banyak, kembar, atau bernama tidak "
        "aman. {part}",
        "Jangan buka berkas ini. Minta berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "The directory of this file is not sound: too many parts, twins, or an unsafe name. {part}",
        "Do not open this file. Ask for the original and save it anew as .xlsx.",
    ),
    "XLS010": FaultText(
        "Isi berkas ini mengembang jauh melebihi ukuran yang wajar (batas {bound}). {part}",
        "Jangan buka berkas ini. Minta berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "The content of this file swells far beyond any sound size (bound {bound}). {part}",
        "Do not open this file. Ask for the original and save it anew as .xlsx.",
    ),
    "XLS011": FaultText(
        "Bagian {part} memuat DOCTYPE atau entitas, atau tidak ditulis dalam UTF-8.",
        "Jangan buka berkas ini. Minta berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "Part {part} holds a DOCTYPE or entities, or is not written in UTF-8.",
        "Do not open this file. Ask for the original and save it anew as .xlsx.",
    ),
    "XLS012": FaultText(
        "Bagian {part} mengambil isi dari luar berkas ini.",
        "Hapus objek yang tertaut, atau tempelkan sebagai nilai, lalu simpan lagi sebagai .xlsx.",
        "Part {part} takes content from outside this file.",
        "Take out linked objects, or paste them as values, and save it again as .xlsx.",
    ),
    "XLS013": FaultText(
        "Bagian {part} rusak: isinya bukan XML yang utuh.",
        "Minta atau unduh lagi berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "Part {part} is damaged: its content is not whole XML.",
        "Ask for or download the original again and save it anew as .xlsx.",
    ),
    "XLS014": FaultText(
        "Berkas ini tidak memuat buku kerja Excel dengan lembar kerja.",
        "Pastikan yang dipilih adalah berkas .xlsx, bukan dokumen Word atau arsip ZIP.",
        "This file holds no Excel workbook with a worksheet.",
        "Make sure that it is an .xlsx, and no Word document or ZIP archive.",
    ),
    "XLS015": FaultText(
        "Baris terlalu banyak (batas {bound}), termasuk baris kosong. {part}",
        "Hapus baris kosong di bawah isi tabel (pilih barisnya, Hapus), lalu simpan lagi.",
        "There are too many rows (bound {bound}), empty ones included. {part}",
        "Delete the empty rows under the table (select the rows, Delete), and save it again.",
    ),
    "XLS016": FaultText(
        "Isi bagian {part} terlalu banyak atau terlalu panjang.",
        "Hapus baris dan kolom kosong di luar tabel serta lembar yang tidak diperlukan, lalu "
        "simpan lagi.",
        "There is too much in part {part}, or a text in it is too long.",
        "Delete empty rows and columns outside the table and sheets that are not needed, and "
        "save it again.",
    ),
    "XLS017": FaultText(
        "Gaya, nama, lembar, atau sel gabungan terlalu banyak. {part}",
        "Salin tabelnya ke buku kerja baru dengan Tempel Nilai, lalu simpan sebagai .xlsx.",
        "There are too many styles, names, sheets or merged cells. {part}",
        "Copy the table into a new workbook with Paste Values, and save it as .xlsx.",
    ),
    "XLS018": FaultText(
        "Sel {cell} terletak di luar {rows} baris dan kolom {columns}.",
        "Hapus isi sel itu, atau pindahkan tabelnya ke kiri atas lembar.",
        "Cell {cell} lies outside {rows} rows and column {columns}.",
        "Delete what is in that cell, or move the table to the top left of the sheet.",
    ),
    "XLS103": FaultText(
        "Lembar {sheet} menyebut ukuran yang jauh lebih besar daripada isinya.",
        "Buka di Excel atau LibreOffice, lalu simpan sekali lagi sebagai .xlsx.",
        "The sheet {sheet} claims a size far beyond what it holds.",
        "Open it in Excel or LibreOffice and save it once more as .xlsx.",
    ),
    "XLS019": FaultText(
        "Buku kerja ini rusak: bagian-bagiannya tidak saling sesuai.",
        "Buka di Excel atau LibreOffice, biarkan diperbaiki, periksa isinya, lalu simpan ulang.",
        "This workbook is damaged: its parts do not fit each other.",
        "Open it in Excel or LibreOffice, let it be repaired, check it, and save it anew.",
    ),
    "XLS020": FaultText(
        "Rumus bersama di bagian {part} terlalu panjang atau terlalu banyak.",
        "Ganti rumusnya dengan nilai (Salin, Tempel Nilai), lalu simpan lagi.",
        "Shared formulas in part {part} are too long or too many.",
        "Replace the formulas with their values (Copy, Paste Values), and save it again.",
    ),
    "XLS156": FaultText(
        "Bagian {part} disebut di dalam buku kerja ini tetapi tidak ada.",
        "Minta atau unduh lagi berkas aslinya; jangan memakai hasil perbaikan yang menghapus isi.",
        "Part {part} is named inside this workbook and is not there.",
        "Ask for or download the original again; use no repair that took content out.",
    ),
    "XLS157": FaultText(
        "Bagian {part} bukan isi yang disebutkan untuknya: bagian buku kerja ini tertukar.",
        "Minta atau unduh lagi berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "Part {part} is not what it is said to be: parts of this workbook were exchanged.",
        "Ask for or download the original again and save it anew as .xlsx.",
    ),
    "XLS158": FaultText(
        "Dua lembar buku kerja ini bernama sama atau menunjuk isi yang sama.",
        "Minta atau unduh lagi berkas aslinya, lalu simpan ulang sebagai .xlsx.",
        "Two sheets of this workbook have the same name or the same content.",
        "Ask for or download the original again and save it anew as .xlsx.",
    ),
}
