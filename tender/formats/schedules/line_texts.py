"""The words of the faults of rows, sheets and figures of a price schedule. They name no amount."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["AS_IN_THE_BID_EN", "AS_IN_THE_BID_ID", "LINE_TEXTS"]

# What the bidder sent stays as it is.
AS_IN_THE_BID_ID = (
    "Salin rinciannya ke lembar Harga dengan angka persis seperti pada dokumen penawaran, "
    "kosongkan kolom Berkas daftar harga pada lembar Peserta, dan simpan berkas aslinya tanpa "
    "diubah."
)
AS_IN_THE_BID_EN = (
    "Copy the lines into the sheet Harga with the figures just as in the bid's document, clear "
    "Berkas daftar harga of the sheet Peserta, and keep the original file as it is."
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
        "Bila daftar harganya di lembar lain, tulis lembar itu di kolom Lembar berkas pada lembar "
        "Peserta; bila di lembar ini, salin rinciannya ke lembar Harga, kosongkan kolom Berkas "
        "daftar harga pada lembar Peserta, dan simpan berkas aslinya tanpa diubah.",
        "This sheet is larger than what is read of one: this cell and those behind it were not "
        "read.",
        "If the schedule stands on another sheet, name that in Lembar berkas of the sheet "
        "Peserta; if on this one, copy the lines into the sheet Harga, clear Berkas daftar harga "
        "of the sheet Peserta, and keep the original file as it is.",
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
        "Tulis juga lembar yang memuat rinciannya di kolom Lembar berkas pada lembar Peserta, "
        "dipisahkan titik koma; bila tidak ada, salin rinciannya ke lembar Harga dan kosongkan "
        "kolom Berkas daftar harga pada lembar Peserta.",
        "This sum of the recapitulation is none of a sheet that was read, while lines of the "
        "tender document were not found.",
        "Name the sheet that holds those lines in Lembar berkas of the sheet Peserta as well, "
        "with a semicolon between; if there is none, copy the lines into the sheet Harga and "
        "clear Berkas daftar harga of the sheet Peserta.",
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
        "harga di kolom Lembar berkas pada lembar Peserta. Bila barisnya ditawarkan di sini, "
        "salin rinciannya ke lembar Harga, kosongkan kolom Berkas daftar harga pada lembar "
        "Peserta, dan simpan berkas aslinya tanpa diubah.",
        "Line {line} of the tender document was not found on the sheets that are read, while its "
        "words stand in this cell with figures.",
        "If this sheet is an analysis, an HPS or another list, name the sheets of the schedule in "
        "Lembar berkas of the sheet Peserta. If the line is offered here, copy the lines into "
        "the sheet Harga, clear Berkas daftar harga of the sheet Peserta, and keep the original "
        "file as it is.",
    ),
    "XLS152": FaultText(
        "Satuan baris {line} di sini ditulis {found}, dalam Dokumen Pemilihan {wanted}, dan "
        "volumenya juga berbeda: tidak jelas harga itu untuk satuan yang mana.",
        AS_IN_THE_BID_ID,
        "The unit of line {line} is written {found} here, in the tender document {wanted}, and the "
        "volume differs as well: it is not clear of which unit the price is.",
        AS_IN_THE_BID_EN,
    ),
    "XLS153": FaultText(
        "Jumlah di kolom {column} bukan volume kali harga satuan, dan perbandingannya sama pada "
        "sebagian besar baris: mungkin ada faktor yang tidak terbaca, seperti jumlah bulan, "
        "koefisien, atau potongan.",
        AS_IN_THE_BID_ID,
        "The amounts in column {column} are not volume times unit price, and are so in the same "
        "proportion on most lines: there may be a factor that was not read, as a number of months, "
        "a coefficient or a discount.",
        AS_IN_THE_BID_EN,
    ),
    "XLS154": FaultText(
        "Baris ini tersembunyi, dicoret, atau tidak dikenali, dan jumlah di {at} tidak memuatnya: "
        "tidak jelas baris ini ditawarkan.",
        AS_IN_THE_BID_ID,
        "This row is hidden, struck out or not known, and the sum in {at} does not hold it: it is "
        "not clear that this row is offered.",
        AS_IN_THE_BID_EN,
    ),
    "XLS155": FaultText(
        "Baris ini tampaknya rincian baris di atasnya, sedangkan jumlah di {at} memuat keduanya.",
        AS_IN_THE_BID_ID,
        "This row seems to be a detail of the line above it, while the sum in {at} holds both.",
        AS_IN_THE_BID_EN,
    ),
    "XLS161": FaultText(
        "Baris ini berada di bawah total dengan PPN, dan tidak ada jumlah lain di bawahnya: tidak "
        "jelas apakah ikut ditawarkan.",
        AS_IN_THE_BID_ID,
        "This line stands below the total with PPN, and no other sum follows: it is not clear that "
        "it is offered as well.",
        AS_IN_THE_BID_EN,
    ),
    "XLS162": FaultText(
        "Volume dan harga satuan di baris ini mungkin tertukar.",
        AS_IN_THE_BID_ID,
        "Volume and unit price in this row may be swapped.",
        AS_IN_THE_BID_EN,
    ),
    "XLS163": FaultText(
        "Harga satuan di sel ini dapat berarti ribuan atau desimal, dan tidak cocok dengan jumlah "
        "harganya.",
        AS_IN_THE_BID_ID,
        "The unit price in this cell may be thousands or decimals, and does not fit its amount.",
        AS_IN_THE_BID_EN,
    ),
    "XLS164": FaultText(
        "Total di sel ini dan angka di baris-barisnya tampaknya tidak dalam satuan uang yang sama: "
        "baris mungkin ditulis dalam ribuan.",
        AS_IN_THE_BID_ID,
        "The total in this cell and the figures of the lines seem not to be in the same unit of "
        "money: the lines may be written in thousands.",
        AS_IN_THE_BID_EN,
    ),
    "XLS165": FaultText(
        "Lembar {sheet} berjudul kolom sama dan memuat baris dengan volume dan harga yang tidak "
        "ada dalam Dokumen Pemilihan.",
        "Bila baris itu ikut ditawarkan, tulis juga lembar itu di kolom Lembar berkas pada "
        "lembar Peserta, dipisahkan titik koma (misalnya I; II); bila tidak, tulis hanya lembar "
        "yang dibaca.",
        "Sheet {sheet} has the same headers, and rows with volume and price that the tender "
        "document does not have.",
        "If those are offered as well, name that sheet too in Lembar berkas of the sheet Peserta "
        "with a semicolon between (as I; II); if not, name only the one to read.",
    ),
    "XLS166": FaultText(
        "Baris ini dicoret, dan tidak ada jumlah yang menunjukkan apakah baris ini ditawarkan.",
        AS_IN_THE_BID_ID,
        "This row is struck out, and no sum shows whether it is offered.",
        AS_IN_THE_BID_EN,
    ),
    "XLS167": FaultText(
        "Baris {line} memuat harga satuan tanpa volume dan tanpa jumlah, sedangkan baris lain "
        "memuat ketiganya: tidak jelas baris ini ditawarkan.",
        AS_IN_THE_BID_ID,
        "Line {line} has a unit price and neither volume nor amount, while other lines have all "
        "three: it is not clear that it is offered.",
        AS_IN_THE_BID_EN,
    ),
    "XLS168": FaultText(
        "Angka di kolom {column} tidak terbaca, dan pada sebagian besar baris berupa volume kali "
        "harga satuan kali satu faktor yang sama: tidak jelas jumlah mana yang ditawarkan.",
        AS_IN_THE_BID_ID,
        "The figures in column {column} were not read, and are on most lines volume times unit "
        "price times one factor: it is not clear which amount is offered.",
        AS_IN_THE_BID_EN,
    ),
    "XLS169": FaultText(
        "Harga di kolom {column} tampaknya tidak dalam satuan uang yang sama dengan harga "
        "penawaran: mungkin ditulis dalam ribuan atau jutaan.",
        AS_IN_THE_BID_ID,
        "The prices in column {column} seem not to be in the same unit of money as the price of "
        "the bid: they may be written in thousands or millions.",
        AS_IN_THE_BID_EN,
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
