"""The words of what can be wrong in the workbook of a package, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "XLS021": FaultText(
        "Lembar {title} tidak dikenal.",
        "Mungkin yang dimaksud: {known}. Lembar milik Anda sendiri: awali namanya dengan Catatan.",
        "The sheet {title} is not known.",
        "Perhaps {known} is meant. Let the name of a sheet of your own begin with Catatan.",
    ),
    "XLS022": FaultText(
        "Kolom {title} tidak dikenal, padahal ada isinya.",
        "Mungkin yang dimaksud: {known}. Kolom milik Anda sendiri: awali judulnya dengan Catatan.",
        "The column {title} is not known, and something stands in it.",
        "Perhaps {known} is meant. Let the title of a column of your own begin with Catatan.",
    ),
    "XLS023": FaultText(
        "Isian {title} tidak dikenal.",
        "Mungkin yang dimaksud: {known}. Kembalikan nama isian di kolom pertama.",
        "The field {title} is not known.",
        "Perhaps {known} is meant. Put the name of the field back into the first column.",
    ),
    "XLS024": FaultText(
        "Kepala kolom lembar ini tidak ditemukan.",
        "Kembalikan baris kepala, yang antara lain memuat {title}.",
        "The heads of this sheet's columns are not found.",
        "Put the row of the heads back, which has {title} among others.",
    ),
    "XLS025": FaultText(
        "Kolom {title} ada dua kali.",
        "Hapus salah satu, atau awali judulnya dengan Catatan.",
        "The column {title} is there twice.",
        "Delete one of them, or let its title begin with Catatan.",
    ),
    "XLS026": FaultText(
        "{title} {found} tidak ada.",
        "Tulis kode yang ada di lembarnya. Mungkin yang dimaksud: {known}.",
        "There is no {title} {found}.",
        "Write a code from its own sheet. Perhaps {known} is meant.",
    ),
    "XLS027": FaultText(
        "Tempat {found} tidak ada, atau sudah terisi di lembar lain.",
        "Hapus baris ini, atau perbaiki tempatnya; lihat docs/format.md.",
        "There is no place {found}, or another sheet has filled it already.",
        "Delete this row, or correct the place; see docs/format.md.",
    ),
    "XLS028": FaultText(
        "Isi baris ini bukan JSON yang sah.",
        "Baris ini ditulis oleh program: ambil dari berkas semula, atau hapus.",
        "What stands in this row is not valid JSON.",
        "This row was written by the program: take it from the first file, or delete it.",
    ),
    "XLS029": FaultText(
        "{title} bertentangan dengan isian lain.",
        "Yang ditulis tidak ada tidak dapat mempunyai nilai: periksa keduanya.",
        "{title} contradicts another field.",
        "What is said not to be there cannot have a value: check both.",
    ),
    "XLS030": FaultText(
        "{found} bukan angka.",
        "Tulis angka, atau teks seperti 1.234.567,89.",
        "{found} is not a number.",
        "Write a number, or a text such as 1.234.567,89.",
    ),
    "XLS031": FaultText(
        "{found} bukan ya atau tidak.",
        "Pilih ya atau tidak; kosong bila belum diketahui.",
        "{found} is neither ya nor tidak.",
        "Choose ya or tidak; leave it empty if it is not known.",
    ),
    "XLS033": FaultText(
        "Nomor ini tersimpan sebagai angka; Excel memotong angka yang lebih dari 15 digit.",
        "Ubah format sel menjadi Teks, lalu ketik nomornya sekali lagi.",
        "This number is kept as a figure; Excel cuts figures of more than 15 digits.",
        "Change the format of the cell to Text, then type the number once more.",
    ),
    "XLS034": FaultText(
        "{found} bukan tanggal.",
        "Tulis seperti 6/5/2026 atau 6 Mei 2026.",
        "{found} is not a date.",
        "Write it like 6/5/2026 or 6 Mei 2026.",
    ),
    "XLS035": FaultText(
        "{found} bukan waktu.",
        "Tulis tanggal dan jam, seperti 6/5/2026 10:00.",
        "{found} is not a time.",
        "Write a date and a time of day, such as 6/5/2026 10:00.",
    ),
    "XLS036": FaultText(
        "Zona waktu belum diketahui.",
        "Isi Zona waktu di lembar Paket: WIB, WITA, atau WIT.",
        "The time zone is not known.",
        "Fill in Zona waktu on the sheet Paket: WIB, WITA or WIT.",
    ),
    "XLS037": FaultText(
        "{found} bukan penawaran seorang peserta.",
        "Tulis seperti p1 = 1.000.000; p2 = 900.000.",
        "{found} is not the bid of a participant.",
        "Write it like p1 = 1.000.000; p2 = 900.000.",
    ),
    "XLS038": FaultText(
        "Isi sel ini tidak dapat dihitung: {found}.",
        "Ganti rumus dengan angkanya (salin, lalu tempel khusus sebagai nilai).",
        "What stands in this cell cannot be computed: {found}.",
        "Put the figure in place of the formula (copy, then paste special as values).",
    ),
    "XLS040": FaultText(
        "Hasil rumus di sel ini tidak berakhir desimalnya.",
        "Bulatkan di dalam rumusnya dengan ROUND, sesuai angka dalam dokumen.",
        "The decimals of the formula's result in this cell have no end.",
        "Round it inside the formula with ROUND, to the figure that the document has.",
    ),
    "XLS041": FaultText(
        "{title} wajib diisi.",
        "Isi selnya di baris ini.",
        "{title} has to be filled in.",
        "Fill it in on this row.",
    ),
    "XLS042": FaultText(
        "Lembar berkas atau kunci pembacaan terisi tanpa berkas daftar harga.",
        "Tulis nama berkasnya, atau kosongkan keduanya.",
        "A sheet or a key is given without the file of a price schedule.",
        "Write the name of the file, or clear both.",
    ),
    "XLS043": FaultText(
        "Rincian harga peserta ini ada di lembarnya dan juga di berkas.",
        "Sisakan salah satu saja.",
        "The prices of this participant are on its sheet and in a file as well.",
        "Leave one of them only.",
    ),
    "XLS044": FaultText(
        "Berkas {file} tidak berada di samping buku kerja ini.",
        "Letakkan di folder yang sama dan tulis namanya saja, mis. harga-p1.xlsx.",
        "The file {file} does not lie beside this workbook.",
        "Put it into the same folder and write its bare name, such as harga-p1.xlsx.",
    ),
    "XLS045": FaultText(
        "Berkas {file} tidak ada, atau tidak dapat dibaca.",
        "Periksa namanya; bila terbuka di Excel, tutup dahulu.",
        "The file {file} is not there, or cannot be read.",
        "Check its name; if it is open in Excel, close it first.",
    ),
    "XLS046": FaultText(
        "Pembacaan {file} belum diterima Pokja.",
        "Periksa pembacaannya pada tender check; bila benar, tulis {key} di sel ini.",
        "The panel has not accepted yet how {file} was read.",
        "Look at the reading in tender check; if it is right, write {key} into this cell.",
    ),
    "XLS047": FaultText(
        "Excel menyimpan isi sel ini sebagai tanggal atau jam: {found}.",
        "Ubah format sel menjadi Teks, lalu ketik isinya sekali lagi.",
        "Excel keeps what stands in this cell as a date or a time: {found}.",
        "Change the format of the cell to Text, then type it once more.",
    ),
    "XLS048": FaultText(
        "Sel ini tidak dibaca, padahal ada isinya: {title} tidak memakai kolom ini.",
        "Pindahkan isinya ke kolom yang dimaksud, atau kosongkan sel ini.",
        "This cell is not read, and something stands in it: {title} does not use this column.",
        "Move it to the column that is meant, or clear this cell.",
    ),
    "XLS096": FaultText(
        "{found} dapat berarti ribuan atau pecahan.",
        "Tulis sebagai angka Excel, atau sebagai teks dengan titik ribuan: 1.000.",
        "{found} may mean thousands or a part of one.",
        "Write it as a number of Excel, or as a text with dots between thousands: 1.000.",
    ),
    "XLS097": FaultText(
        "Tarif PPN {found} persen tidak mungkin benar.",
        "Tulis dalam persen, mis. 11 untuk 11%.",
        "A PPN rate of {found} percent cannot be right.",
        "Write it in percent, such as 11 for 11%.",
    ),
    "XLS098": FaultText(
        "{found} belum menyebut jamnya.",
        "Tulis tanggal dan jam, seperti 6/5/2026 10:00; tepat pukul 00:00 ditulis sebagai teks.",
        "{found} does not say the time of day.",
        "Write date and time, such as 6/5/2026 10:00; write 00:00 sharp as a text.",
    ),
    "XLS099": FaultText(
        "Penilaian ini tidak menjawab satu kriteria pun.",
        "Isi lembar Kriteria menurut Dokumen Pemilihan, atau hapus baris ini.",
        "This judgement answers no criterion at all.",
        "Fill in the sheet Kriteria from the tender document, or delete this row.",
    ),
    "XLS100": FaultText(
        "{title} wajib diisi.",
        "Tulis harganya; bila peserta mengosongkannya, tulis tanda -.",
        "{title} has to be filled in.",
        "Write the price; if the bidder left it blank, write -.",
    ),
    "XLS049": FaultText(
        "Berkas {file} sama dengan berkas peserta {other}.",
        "Tulis berkas peserta ini sendiri; bila satu berkas memuat keduanya, isi Lembar berkas "
        "masing-masing dengan lembar yang berbeda.",
        "The file {file} is the same as that of the participant {other}.",
        "Name this participant's own file; if one file holds both, name another sheet of it in "
        "each Lembar berkas.",
    ),
    "XLS101": FaultText(
        "Kolom {title} tidak dipakai oleh jenis peristiwa ini.",
        "Kosongkan sel ini, atau periksa jenisnya di kolom pertama.",
        "The column {title} is not used by an event of this type.",
        "Clear this cell, or check the type in the first column.",
    ),
    "XLS102": FaultText(
        "Kolom {title} tidak ada di lembar ini.",
        "Kembalikan judul kolomnya persis seperti itu.",
        "The column {title} is not on this sheet.",
        "Put the title of the column back, just like that.",
    ),
    "XLS039": FaultText(
        "Lembar {title} tidak ada: ini bukan buku kerja paket tender.",
        "Buat yang baru dengan tender init FOLDER --workbook.",
        "There is no sheet {title}: this is not the workbook of a tender package.",
        "Make a new one with tender init FOLDER --workbook.",
    ),
    "XLS159": FaultText(
        "Lembar {title} berisi lembar {other}: judul di sel pertamanya milik lembar itu.",
        "Bila isinya tertukar, ambil lagi berkas aslinya; bila memang isi lembar {title}, ganti"
        " judul di sel pertamanya.",
        "The sheet {title} holds the sheet {other}: the title in its first cell is that sheet's.",
        "If sheets were exchanged, take the original again; if it is what {title} should hold,"
        " change the title in its first cell.",
    ),
    "XLS160": FaultText(
        "Lembar ini memuat terlalu banyak isi (batas {most} nilai).",
        "Hapus yang tidak diperlukan; data besar dari sistem lain disimpan di berkas lain.",
        "There is too much on this sheet (bound {most} values).",
        "Take out what is not needed; large data of other systems is kept in another file.",
    ),
    "XLS172": FaultText(
        "Lembar {title} tidak ada.",
        "Kembalikan lembar itu dari buku kerja semula; bila namanya diganti, pulihkan namanya;"
        " bila memang tidak ada isinya, buat lembar kosong bernama itu.",
        "There is no sheet {title}.",
        "Put that sheet back from the first workbook; if it was renamed, give it its name back;"
        " if nothing stood on it, add an empty sheet of that name.",
    ),
    "XLS174": FaultText(
        "{found}: tanggal itu hari {day}.",
        "Periksa hari dan tanggalnya; salah satunya keliru.",
        "{found}: that date is a {day}.",
        "Check the weekday and the date; one of them is wrong.",
    ),
}
