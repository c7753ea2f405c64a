"""The words of every fault of a price schedule, in both languages. They name no amount."""

from collections.abc import Mapping

from tender.faults import FaultText
from tender.formats.schedules.line_texts import AS_IN_THE_BID_EN, AS_IN_THE_BID_ID, LINE_TEXTS
from tender.formats.schedules.sheet_texts import SHEET_TEXTS

__all__ = ["TEXTS"]

# Which total the schedule states is for people to say.
_SAY_THE_TOTAL_ID = (
    "Periksa dokumen penawaran, lalu tulis total yang dinyatakan daftar itu di kolom Total daftar "
    "harga pada lembar Peserta; berkas peserta tidak diubah."
)
_SAY_THE_TOTAL_EN = (
    "Look at the bid, and write the total that this schedule states into Total daftar harga of the "
    "sheet Peserta; the bidder's file stays as it is."
)

TEXTS: Mapping[str, FaultText] = {
    "XLS054": FaultText(
        "Kolom {columns} berjudul serupa: tidak jelas mana yang berlaku.",
        AS_IN_THE_BID_ID,
        "The columns {columns} have like headers: it is not clear which one counts.",
        AS_IN_THE_BID_EN,
    ),
    "XLS055": FaultText(
        "Isi sel ini bukan angka dalam cara penulisan Indonesia.",
        AS_IN_THE_BID_ID,
        "This cell is no number in the Indonesian form.",
        AS_IN_THE_BID_EN,
    ),
    "XLS056": FaultText(
        "Sel ini berisi tanggal, nilai galat, nilai logika, atau angka lebih dari 15 digit.",
        AS_IN_THE_BID_ID,
        "This cell holds a date, an error, a truth value, or a number of more than 15 digits.",
        AS_IN_THE_BID_EN,
    ),
    "XLS057": FaultText(
        "Angka di sel ini memiliki lebih dari 6 angka desimal.",
        AS_IN_THE_BID_ID,
        "The number in this cell has more than 6 decimals.",
        AS_IN_THE_BID_EN,
    ),
    "XLS058": FaultText(
        "Angka di sel ini negatif.",
        AS_IN_THE_BID_ID,
        "The number in this cell is negative.",
        AS_IN_THE_BID_EN,
    ),
    "XLS059": FaultText(
        "Tidak jelas persen atau bukan: kolom persen memuat 0 sampai 100, kolom lain tidak "
        "berformat persen.",
        AS_IN_THE_BID_ID,
        "It is not clear whether this is a percentage: a column of percentages holds 0 to 100, "
        "and no other is formatted as one.",
        AS_IN_THE_BID_EN,
    ),
    "XLS060": FaultText(
        "Rumus di sel {at} tidak dapat dihitung ulang.",
        AS_IN_THE_BID_ID,
        "The formula in cell {at} cannot be computed anew.",
        AS_IN_THE_BID_EN,
    ),
    "XLS061": FaultText(
        "Rumus di sel {at} mengacu ke berkas lain atau ke sel yang sudah terhapus.",
        AS_IN_THE_BID_ID,
        "The formula in cell {at} refers to another file, or to a cell that was deleted.",
        AS_IN_THE_BID_EN,
    ),
    "XLS062": FaultText(
        "Rumus di sel {at} mengacu ke dirinya sendiri.",
        AS_IN_THE_BID_ID,
        "The formula in cell {at} refers to itself.",
        AS_IN_THE_BID_EN,
    ),
    "XLS063": FaultText(
        "Rumus di sel ini memakai sel {at}, yang tidak memuat angka.",
        AS_IN_THE_BID_ID,
        "The formula in this cell uses cell {at}, which holds no number.",
        AS_IN_THE_BID_EN,
    ),
    "XLS064": FaultText(
        "Rumus di sel ini menjumlahkan sel {at}: angka yang ditulis sebagai teks, atau baris yang "
        "tersembunyi, tidak jelas ikut dijumlahkan.",
        AS_IN_THE_BID_ID,
        "The formula in this cell adds up cell {at}: whether a number written as text, or a hidden "
        "row, is counted is not clear.",
        AS_IN_THE_BID_EN,
    ),
    "XLS065": FaultText(
        "Teks di sel ini memuat karakter tersembunyi ({sign}).",
        AS_IN_THE_BID_ID,
        "The text in this cell holds a hidden character ({sign}).",
        AS_IN_THE_BID_EN,
    ),
    "XLS066": FaultText(
        "Teks di sel ini lebih panjang daripada {limit} karakter.",
        AS_IN_THE_BID_ID,
        "The text in this cell is longer than {limit} characters.",
        AS_IN_THE_BID_EN,
    ),
    "XLS067": FaultText(
        "Baris ini tidak jelas: ada angka, tetapi tidak lengkap sebagai baris harga dan tidak "
        "dikenali sebagai jumlah.",
        AS_IN_THE_BID_ID,
        "This row is not clear: it has figures, and is neither whole as a line nor known as a sum.",
        AS_IN_THE_BID_EN,
    ),
    "XLS068": FaultText(
        'Baris "{found}" tidak dapat dipasangkan dengan satu baris Dokumen Pemilihan; yang belum '
        "berpasangan: {lines}.",
        "Salin rinciannya ke lembar Harga, tiap baris ke baris HPS yang dimaksud peserta, dengan "
        "angka persis seperti pada dokumen penawaran, kosongkan kolom Berkas daftar harga pada "
        "lembar Peserta, dan simpan berkas aslinya tanpa diubah.",
        'The row "{found}" cannot be matched with one line of the tender document; those without '
        "a match: {lines}.",
        "Copy the lines into the sheet Harga, each to the line of the HPS that the bidder means, "
        "with the figures just as in the bid's document, clear Berkas daftar harga of the sheet "
        "Peserta, and keep the original file as it is.",
    ),
    "XLS069": FaultText(
        "Baris {line} dari Dokumen Pemilihan sudah ada di sel {at}.",
        AS_IN_THE_BID_ID,
        "Line {line} of the tender document stands in cell {at} already.",
        AS_IN_THE_BID_EN,
    ),
    "XLS070": FaultText(
        'Kode baris ini menunjuk baris {line}, tetapi uraiannya "{found}" adalah baris {other}.',
        AS_IN_THE_BID_ID,
        'The code of this row names line {line}, and its description "{found}" is line {other}.',
        AS_IN_THE_BID_EN,
    ),
    "XLS071": FaultText(
        "Sel ini digabung dengan baris lain ({range}): tidak jelas angkanya untuk baris yang mana.",
        AS_IN_THE_BID_ID,
        "This cell is merged with other rows ({range}): it is not clear whose figure it is.",
        AS_IN_THE_BID_EN,
    ),
    "XLS072": FaultText(
        "Tidak jelas apakah jumlah di kolom {column} termasuk PPN.",
        AS_IN_THE_BID_ID,
        "It is not clear whether the amounts in column {column} include PPN.",
        AS_IN_THE_BID_EN,
    ),
    "XLS073": FaultText(
        "Baris ini memiliki volume kedua, sedangkan baris {line} dari HPS tidak.",
        "Lengkapi volume kedua baris itu pada lembar HPS; bila memang tidak ada, salin rinciannya "
        "ke lembar Harga dan kosongkan kolom Berkas daftar harga pada lembar Peserta.",
        "This row has a second volume, and line {line} of the HPS has none.",
        "Give that line its second volume in the sheet HPS; if it has none, copy the lines into "
        "the sheet Harga and clear Berkas daftar harga of the sheet Peserta.",
    ),
    "XLS075": FaultText(
        "Jumlah di sel ini tidak dapat dibaca sebelum PPN dengan tepat.",
        AS_IN_THE_BID_ID,
        "The amount in this cell cannot be read exactly net of PPN.",
        AS_IN_THE_BID_EN,
    ),
    "XLS076": FaultText(
        "Kolom {column} memuat harga satuan termasuk PPN; yang dibaca adalah sebelum PPN.",
        AS_IN_THE_BID_ID,
        "Column {column} holds unit prices with PPN; what is read is net of it.",
        AS_IN_THE_BID_EN,
    ),
    "XLS077": FaultText(
        "Kolom {columns}: tidak jelas mana harga satuan atau volume yang ditawarkan.",
        AS_IN_THE_BID_ID,
        "Columns {columns}: it is not clear which holds the unit price or volume of the bid.",
        AS_IN_THE_BID_EN,
    ),
    "XLS078": FaultText(
        "Judul kolom di baris ini lain isi atau urutannya daripada judul kolom yang dibaca.",
        AS_IN_THE_BID_ID,
        "The headers in this row, or their order, are not those by which the sheet was read.",
        AS_IN_THE_BID_EN,
    ),
    "XLS079": FaultText(
        "Volume dan harga tampaknya tertukar: sebagian besar angka di kolom harga adalah "
        "volume HPS (kolom {columns}).",
        AS_IN_THE_BID_ID,
        "Volume and price seem to be swapped: most figures in the column of prices are "
        "volumes of the HPS (columns {columns}).",
        AS_IN_THE_BID_EN,
    ),
    "XLS080": FaultText(
        "Harga tampaknya sudah termasuk PPN, tanpa kolom atau baris PPN tersendiri; yang dibaca "
        "adalah sebelum PPN.",
        AS_IN_THE_BID_ID,
        "The prices seem to include PPN, which has no column or row of its own; what is read is "
        "net of it.",
        AS_IN_THE_BID_EN,
    ),
    "XLS081": FaultText(
        "Angka di sini tampaknya bukan dalam rupiah penuh ({found}).",
        AS_IN_THE_BID_ID,
        "The figures here seem not to be in plain rupiah ({found}).",
        AS_IN_THE_BID_EN,
    ),
    "XLS082": FaultText(
        "Volume di sel ini dapat berarti ribuan atau desimal, dan tidak cocok dengan jumlah harga "
        "atau volume HPS.",
        AS_IN_THE_BID_ID,
        "The volume in this cell may be thousands or decimals, and it does not fit the amount or "
        "the volume of the HPS.",
        AS_IN_THE_BID_EN,
    ),
    "XLS083": FaultText(
        "Di sini ada diskon atau potongan, yang tidak dibaca.",
        AS_IN_THE_BID_ID,
        "There is a discount here, which is not read.",
        AS_IN_THE_BID_EN,
    ),
    "XLS084": FaultText(
        "Kolom harga satuan ({column}) kosong di semua baris.",
        AS_IN_THE_BID_ID,
        "The column of unit prices ({column}) is empty on every line.",
        AS_IN_THE_BID_EN,
    ),
    "XLS126": FaultText(
        "Angka di bawah {found} tidak terbaca, sedangkan ada volume, harga satuan, atau jumlah "
        "yang kosong atau tidak ditemukan.",
        AS_IN_THE_BID_ID,
        "The figures below {found} were not read, while a volume, a unit price or an amount is "
        "empty or was not found.",
        AS_IN_THE_BID_EN,
    ),
    "XLS127": FaultText(
        "Angka di bawah {found} tidak terbaca, sedangkan harga yang dikenali hanya di kolom HPS.",
        AS_IN_THE_BID_ID,
        "The figures below {found} were not read, while only the owner's columns are known prices.",
        AS_IN_THE_BID_EN,
    ),
    "XLS128": FaultText(
        "Angka di bawah {found} tidak terbaca, sedangkan volume kali harga satuan bukan jumlahnya "
        "pada sebagian besar baris.",
        AS_IN_THE_BID_ID,
        "The figures below {found} were not read, while volume times unit price is not the amount "
        "on most lines.",
        AS_IN_THE_BID_EN,
    ),
    "XLS129": FaultText(
        "Angka di baris ini tidak terbaca, sedangkan ada baris tanpa harga satuan atau volume.",
        AS_IN_THE_BID_ID,
        "The figures in this row were not read, while a line has no unit price or volume.",
        AS_IN_THE_BID_EN,
    ),
    "XLS130": FaultText(
        "Jumlah atau total di sel ini bukan jumlah baris yang terbaca, juga tidak dengan PPN atau "
        "dibulatkan, dan bukan satu-satunya yang menyatakan total.",
        _SAY_THE_TOTAL_ID,
        "The sum or total in this cell is not the sum of the lines that were read, nor with PPN or "
        "rounded, and is not the only one that claims to be the total.",
        _SAY_THE_TOTAL_EN,
    ),
    "XLS131": FaultText(
        "Total di sel ini bukan jumlah baris yang terbaca, melainkan sesuai dengan angka di bawah "
        "{found} yang tidak terbaca.",
        AS_IN_THE_BID_ID,
        "The total in this cell is not the sum of the lines that were read, but agrees with the "
        "figures below {found} that were not read.",
        AS_IN_THE_BID_EN,
    ),
    "XLS132": FaultText(
        "Total di sel ini bukan jumlah baris yang terbaca, sedangkan total daftar dapat menjadi "
        "harga penawaran menurut jenis kontrak ini.",
        _SAY_THE_TOTAL_ID,
        "The total in this cell is not the sum of the lines that were read, and under this kind of "
        "contract the total of the schedule may be the price.",
        _SAY_THE_TOTAL_EN,
    ),
    "XLS133": FaultText(
        "Angka di kolom {column} pada sebagian besar baris adalah hasil kali dua kolom lain, "
        "sedangkan judulnya bukan jumlah harga.",
        AS_IN_THE_BID_ID,
        "The figures in column {column} are on most lines the product of two other columns, and "
        "its title is not that of an amount.",
        AS_IN_THE_BID_EN,
    ),
    "XLS134": FaultText(
        "Setiap baris memuat jumlah (kolom {column}) dan tidak satu pun harga satuan, sedangkan "
        "yang dibayar adalah volume kali harga satuan.",
        AS_IN_THE_BID_ID,
        "Every line has an amount (column {column}) and none a unit price, while volume times unit "
        "price is paid.",
        AS_IN_THE_BID_EN,
    ),
    "XLS135": FaultText(
        "Angka di bawah {found} tidak terbaca, sedangkan pada sebagian besar baris yang satu "
        "adalah volume kali yang lain: mungkin itulah harga satuan dan jumlah yang ditawarkan.",
        AS_IN_THE_BID_ID,
        "The figures below {found} were not read, while on most lines the one is the volume times "
        "the other: they may be the unit price and the amount of the bid.",
        AS_IN_THE_BID_EN,
    ),
    "XLS150": FaultText(
        "Jumlah atau total di sel ini bukan angka dalam cara penulisan Indonesia.",
        _SAY_THE_TOTAL_ID,
        "The sum or total in this cell is no number in the Indonesian form.",
        _SAY_THE_TOTAL_EN,
    ),
    **LINE_TEXTS,
    **SHEET_TEXTS,
}
