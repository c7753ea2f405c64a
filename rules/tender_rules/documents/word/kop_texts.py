"""The words of every code of a letterhead that is refused, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

_AGAIN_ID = "Buka kop di Word atau LibreOffice, lalu simpan ulang sebagai .docx."
_AGAIN_EN = "Open the letterhead in Word or LibreOffice, and save it anew as .docx."

TEXTS: Mapping[str, FaultText] = {
    "KOP001": FaultText(
        "Kop ini bukan dokumen Word (.docx).",
        "Buka kop di Word atau LibreOffice, lalu simpan sebagai .docx (bukan .doc, .dotx, "
        "atau .odt).",
        "This letterhead is no Word document (.docx).",
        "Open it in Word or LibreOffice and save it as .docx (not .doc, .dotx or .odt).",
    ),
    "KOP002": FaultText(
        "Kop ini dikunci dengan kata sandi.",
        "Buka dengan kata sandinya, hapus kata sandi pembuka, lalu simpan sebagai .docx.",
        "This letterhead is locked with a password.",
        "Open it with its password, take the password off, and save it as .docx.",
    ),
    "KOP003": FaultText(
        "Kop ini memuat makro atau objek yang dapat menjalankan program.",
        "Simpan sebagai .docx tanpa makro, dan ganti objek tertanam dengan gambar.",
        "This letterhead holds macros or objects that can run a program.",
        "Save it as .docx without macros, and put pictures in the place of embedded objects.",
    ),
    "KOP004": FaultText(
        "Bagian {part} dari kop ini mengambil isi dari luar berkas.",
        "Sisipkan gambar ke dalam dokumen (bukan tautan), lepaskan templatnya, lalu simpan lagi.",
        "Part {part} of this letterhead takes content from outside the file.",
        "Insert pictures into the document (no links), detach its template, and save it again.",
    ),
    "KOP005": FaultText(
        "Kop ini rusak, atau isinya tidak wajar. {part}",
        "Jangan dipakai. Minta berkas aslinya, buka di Word, lalu simpan ulang sebagai .docx.",
        "This letterhead is damaged, or what it holds is not sound. {part}",
        "Do not use it. Ask for the original, open it in Word, and save it anew as .docx.",
    ),
    "KOP006": FaultText(
        "Bagian {part} dari kop ini memuat DOCTYPE atau entitas.",
        "Jangan dipakai. Minta berkas aslinya, buka di Word, lalu simpan ulang sebagai .docx.",
        "Part {part} of this letterhead holds a DOCTYPE or entities.",
        "Do not use it. Ask for the original, open it in Word, and save it anew as .docx.",
    ),
    "KOP007": FaultText(
        "Kop ini terlalu besar. {part}",
        "Kop cukup memuat kepala surat, margin, dan huruf; hapus isi lain dan kecilkan gambarnya.",
        "This letterhead is too large. {part}",
        "The head, margins and fonts are enough; take out the rest and make its pictures smaller.",
    ),
    "KOP008": FaultText(
        "Kop ini terdiri atas beberapa bagian (section) yang halaman, kepala, atau kakinya "
        "berbeda; tidak jelas mana yang dipakai.",
        "Simpan kop sebagai satu bagian: di Word hapus pemisah bagian (Section Break) beserta "
        "halaman lainnya, lalu periksa kertas, margin, dan kepala halamannya.",
        "This letterhead has several sections whose pages, heads or feet differ; which of them "
        "is meant cannot be told.",
        "Keep one section: take out the section breaks and the other pages in Word, then look at "
        "its paper, margins and head.",
    ),
    "KOP009": FaultText(
        "Margin atau kolom kop ini terlalu sempit bagi teks: lebarnya kurang dari {wide} mm, atau "
        "tingginya kurang dari {high} mm.",
        "Kecilkan margin (Layout > Margins) atau pakai satu kolom, sehingga lebar teks paling "
        "sedikit {wide} mm dan tingginya {high} mm.",
        "The margins or columns of this letterhead are too narrow for text: less than {wide} mm in "
        "width, or less than {high} mm in height.",
        "Make the margins smaller (Layout > Margins) or use one column, so that text is at least "
        "{wide} mm wide and {high} mm high.",
    ),
    "KOP010": FaultText(
        "Bagian {part} disebut di dalam kop ini, tetapi tidak ada.",
        _AGAIN_ID,
        "Part {part} is named in this letterhead, and is not there.",
        _AGAIN_EN,
    ),
    "KOP011": FaultText(
        "Jenis bagian {part} dari kop ini tidak tertulis, atau bukan jenis yang seharusnya.",
        _AGAIN_ID,
        "The type of part {part} of this letterhead is not told, or is not the one it should be.",
        _AGAIN_EN,
    ),
    "KOP012": FaultText(
        "Bagian {part} dari kop ini tidak ditulis dalam UTF-8 atau UTF-16.",
        _AGAIN_ID,
        "Part {part} of this letterhead is not written in UTF-8 or UTF-16.",
        _AGAIN_EN,
    ),
    "KOP013": FaultText(
        "Bagian {part} dari kop ini berisi {found}, padahal seharusnya {wanted}.",
        _AGAIN_ID,
        "Part {part} of this letterhead holds {found}, where {wanted} should be.",
        _AGAIN_EN,
    ),
    "KOP014": FaultText(
        "Di bagian {part} dari kop ini ada rujukan yang tidak lengkap, ganda, atau tidak menuju "
        "apa pun.",
        _AGAIN_ID,
        "In part {part} of this letterhead a reference is not whole, stands twice, or leads "
        "nowhere.",
        _AGAIN_EN,
    ),
    "KOP015": FaultText(
        "Di bagian {part} dari kop ini ada nilai yang tidak mungkin: {found}.",
        "Atur kertas, margin, kolom, dan kepala halamannya di Word (Layout), lalu simpan ulang "
        "sebagai .docx.",
        "In part {part} of this letterhead stands a value that cannot be: {found}.",
        "Set its paper, margins, columns and heads in Word (Layout), and save it anew as .docx.",
    ),
    "KOP016": FaultText(
        "Kop ini disimpan sebagai Strict Open XML.",
        'Di Word pilih Save As > "Word Document (*.docx)", bukan yang "Strict".',
        "This letterhead is saved as Strict Open XML.",
        'In Word choose Save As > "Word Document (*.docx)", not the "Strict" one.',
    ),
    "KOP017": FaultText(
        "Susunan bagian {part} dari kop ini tidak wajar: isinya tidak satu, atau pengaturan "
        "halamannya tidak di akhir.",
        _AGAIN_ID,
        "Part {part} of this letterhead is not arranged soundly: its body is not one, or its page "
        "setup does not stand at the end.",
        _AGAIN_EN,
    ),
}
