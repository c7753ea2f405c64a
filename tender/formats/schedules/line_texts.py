"""The words of the faults of rows, sheets and figures of a price schedule. They name no amount."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["AS_IN_THE_BID_EN", "AS_IN_THE_BID_ID", "LINE_TEXTS"]

# What the bidder sent stays as it is.
AS_IN_THE_BID_ID = (
    "Salin rinciannya ke lembar Harga dengan angka persis seperti pada dokumen penawaran, "
    "kosongkan Berkas daftar harga, dan simpan berkas aslinya tanpa diubah."
)
AS_IN_THE_BID_EN = (
    "Copy the lines into the sheet Harga with the figures just as in the bid's document, clear "
    "Berkas daftar harga, and keep the original file as it is."
)

LINE_TEXTS: Mapping[str, FaultText] = {
    "XLS141": FaultText(
        'Baris "{found}" tidak memuat harga satuan, sedangkan baris di {at} memuat angka dan tidak '
        "dikenali: mungkin keduanya satu baris.",
        AS_IN_THE_BID_ID,
        'The row "{found}" has no unit price, and the row in {at} has figures and is not known: '
        "the two may be one line.",
        AS_IN_THE_BID_EN,
    ),
    "XLS142": FaultText(
        'Baris "{found}" memuat angka dan tidak dikenali: mungkin milik baris di {at}, yang '
        "tidak memuat harga satuan.",
        AS_IN_THE_BID_ID,
        'The row "{found}" has figures and is not known: it may belong to the row in {at}, '
        "which has no unit price.",
        AS_IN_THE_BID_EN,
    ),
    "XLS143": FaultText(
        "Lembar ini lebih besar daripada yang dibaca dari satu lembar: sel ini dan yang di "
        "belakangnya tidak terbaca.",
        "Bila daftar harganya di lembar lain, tulis lembar itu pada Lembar berkas; bila di lembar "
        "ini, salin rinciannya ke lembar Harga, kosongkan Berkas daftar harga, dan simpan berkas "
        "aslinya tanpa diubah.",
        "This sheet is larger than what is read of one: this cell and those behind it were not "
        "read.",
        "If the schedule stands on another sheet, name that in Lembar berkas; if on this one, copy "
        "the lines into the sheet Harga, clear Berkas daftar harga, and keep the original file as "
        "it is.",
    ),
    "XLS144": FaultText(
        "Berkas ini terlalu besar, berisi terlalu banyak, atau memuat objek dari luar: {part}.",
        AS_IN_THE_BID_ID,
        "This file is too large, holds too much, or holds an object from outside: {part}.",
        AS_IN_THE_BID_EN,
    ),
    "XLS145": FaultText(
        "Sel ini menampilkan angka yang berbeda dengan yang tersimpan, dan jumlah barisnya tidak "
        "menunjukkan mana yang ditawarkan.",
        AS_IN_THE_BID_ID,
        "This cell shows another number than it holds, and the amount of the line does not tell "
        "which is the bid's.",
        AS_IN_THE_BID_EN,
    ),
    "XLS146": FaultText(
        "Jumlah di rekapitulasi ini bukan jumlah dari lembar yang terbaca, sedangkan ada baris "
        "Dokumen Pemilihan yang tidak ditemukan.",
        "Tulis juga lembar yang memuat rinciannya pada Lembar berkas, dipisahkan titik koma; bila "
        "tidak ada, salin rinciannya ke lembar Harga dan kosongkan Berkas daftar harga.",
        "This sum of the recapitulation is none of a sheet that was read, while lines of the "
        "tender document were not found.",
        "Name the sheet that holds those lines in Lembar berkas as well, with a semicolon between; "
        "if there is none, copy the lines into the sheet Harga and clear Berkas daftar harga.",
    ),
    "XLS147": FaultText(
        "Rumus di sel {at} mencari atau memilih dengan cara yang hasilnya dapat berbeda: dalam "
        "daftar yang tidak urut, atau menurut isi kosong atau angka yang ditulis sebagai teks.",
        AS_IN_THE_BID_ID,
        "What the formula in cell {at} finds or chooses may differ: it looks in a list that is not "
        "in order, or for what is empty or a number written as text.",
        AS_IN_THE_BID_EN,
    ),
    "XLS148": FaultText(
        "Rumus di sel {at} mencari sesuatu yang tidak ada dalam daftarnya (#N/A).",
        AS_IN_THE_BID_ID,
        "The formula in cell {at} looks for what is not in its list (#N/A).",
        AS_IN_THE_BID_EN,
    ),
    "XLS149": FaultText(
        "Baris Dokumen Pemilihan {line} tidak ditemukan pada lembar yang terbaca, sedangkan "
        "uraiannya ada di sel ini beserta angka.",
        "Bila lembar ini hanya analisa, HPS, atau daftar lain, tulis lembar yang memuat daftar "
        "harga pada Lembar berkas. Bila barisnya ditawarkan di sini, salin rinciannya ke lembar "
        "Harga, kosongkan Berkas daftar harga, dan simpan berkas aslinya tanpa diubah.",
        "Line {line} of the tender document was not found on the sheets that are read, while its "
        "words stand in this cell with figures.",
        "If this sheet is an analysis, an HPS or another list, name the sheets of the schedule in "
        "Lembar berkas. If the line is offered here, copy the lines into the sheet Harga, clear "
        "Berkas daftar harga, and keep the original file as it is.",
    ),
    "XLS151": FaultText(
        "Baris Dokumen Pemilihan {line} tidak ditemukan di daftar yang terbaca, sedangkan "
        "uraiannya ada di sel ini beserta angka, di luar daftar itu.",
        AS_IN_THE_BID_ID,
        "Line {line} of the tender document was not found in the list that was read, while its "
        "words stand in this cell with figures, outside of that list.",
        AS_IN_THE_BID_EN,
    ),
}
