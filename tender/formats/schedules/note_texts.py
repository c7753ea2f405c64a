"""What a reading says beside its lines, in Indonesian and in English."""

from collections.abc import Mapping

__all__ = ["NOTES", "ROLES", "SKIPPED"]

# The Indonesian words and the English ones.
Words = tuple[str, str]

ROLES: Mapping[str, Words] = {
    "id": ("kode atau nomor mata pembayaran", "code or number of the item"),
    "number": ("nomor urut (tidak dibaca)", "running number (not read)"),
    "description": ("uraian", "description"),
    "unit": ("satuan", "unit"),
    "unit_2": ("satuan kedua (tidak dibaca)", "second unit (not read)"),
    "quantity": ("volume", "quantity"),
    "person_months": ("volume kedua (orang-bulan)", "second quantity (person-months)"),
    "unit_price": ("harga satuan sebelum PPN", "unit price net of PPN"),
    "unit_price_with_vat": ("harga satuan termasuk PPN", "unit price with PPN"),
    "vat_percent": ("tarif PPN dalam persen", "PPN rate in percent"),
    "vat_amount": ("nilai PPN (tidak dibaca)", "amount of PPN (not read)"),
    "amount": ("jumlah harga", "amount"),
    "amount_with_vat": ("jumlah harga termasuk PPN", "amount with PPN"),
    "tkdn_percent": ("TKDN dalam persen", "TKDN in percent"),
    "": ("tidak dibaca", "left alone"),
}

SKIPPED: Mapping[str, Words] = {
    "di_atas": ("di atas judul kolom", "above the column headers"),
    "judul_kolom": ("judul kolom", "column headers"),
    "penomoran_kolom": ("penomoran kolom", "numbering of the columns"),
    "judul_bagian": ("judul bagian", "section title"),
    "subjumlah": ("subjumlah", "subtotal"),
    "ppn": ("PPN", "PPN"),
    "dasar_pajak": ("dasar pengenaan PPN", "base of PPN"),
    "total": ("total", "total"),
    "dibulatkan": ("dibulatkan", "rounded total"),
    "terbilang": ("terbilang", "total in words"),
    "kosong": ("kosong", "empty"),
    "lanjutan": ("bagian uraian dari baris lain", "part of the description of another row"),
    "catatan": ("catatan", "remark"),
    "rincian": ("rincian baris di atasnya, tidak dijumlahkan", "details of a line, not added up"),
    "tidak_jelas": ("tidak jelas", "not clear"),
}

NOTES: Mapping[str, Words] = {
    "sheet": (
        "Dibaca dari lembar {sheet}; lembar lain yang juga berjudul kolom harga: {others}.",
        "Read from sheet {sheet}; other sheets with headers of prices: {others}.",
    ),
    "hidden_sheet": (
        "Lembar {sheet} tersembunyi.",
        "Sheet {sheet} is hidden.",
    ),
    "hidden_row": (
        "Baris {row} tersembunyi dan tetap dibaca.",
        "Row {row} is hidden and was read all the same.",
    ),
    "struck_row": (
        "Baris {row} dicoret, tetapi jumlahnya ikut dihitung, sehingga tetap dibaca.",
        "Row {row} is struck out, but the sum counts it, so that it was read.",
    ),
    "hidden_column": (
        "Kolom {column} tersembunyi dan tetap dibaca.",
        "Column {column} is hidden and was read all the same.",
    ),
    "merged": (
        "Sel {range} digabung; isinya dibaca dari sel kiri atas.",
        "The cells {range} are merged; what they hold was read from the top left one.",
    ),
    "owner_column": (
        (
            "Kolom {column} berjudul HPS atau survei dan dibaca sebagai harga penawaran, karena "
            "tidak ada kolom harga yang lain."
        ),
        (
            "Column {column} is headed as the owner's price and was read as the bid's, as there is "
            "no other column of prices."
        ),
    ),
    "by_figures": (
        "Kolom {column} dikenali dari angkanya: volume kali harga satuan adalah jumlahnya.",
        "Column {column} was known by its figures: volume times unit price is the amount.",
    ),
    "text_number": (
        "Angka ini ditulis sebagai teks dan dibaca menurut cara penulisan Indonesia.",
        "This number is written as text and was read in the Indonesian form.",
    ),
    "dash": (
        "Tanda hubung, atau tanda mata uang tanpa angka, dibaca sebagai sel kosong.",
        "A dash, or the sign of money without a figure, was read as an empty cell.",
    ),
    "trimmed": (
        "Angka di belakang 15 angka penting tidak dibaca; Excel juga tidak menampilkannya.",
        "Digits beyond the fifteenth were not read; Excel does not show them either.",
    ),
    "hidden_digits": (
        (
            "Sel ini menampilkan angka yang berbeda dengan yang tersimpan; yang dibaca adalah "
            "angka yang tersimpan."
        ),
        "This cell shows another number than it holds; read was the one that it holds.",
    ),
    "as_shown": (
        (
            "Sel ini menampilkan angka yang berbeda dengan yang tersimpan; yang dibaca adalah "
            "angka yang ditampilkan."
        ),
        "This cell shows another number than it holds; read was the one that it shows.",
    ),
    "cut": (
        (
            "Angka ini memiliki lebih dari 6 angka desimal dan dibaca sampai 6; jumlahnya berubah "
            "kurang dari satu sen."
        ),
        "This number has more than 6 decimals and was read to 6; no amount changes by a sen.",
    ),
    "share": (
        "Sel ini berformat persen dan dibaca dalam persen.",
        "This cell is formatted as a percentage and was read in percent.",
    ),
    "share_of_one": (
        (
            "Semua angka di kolom ini antara 0 dan 1, jadi dibaca sebagai bagian dari satu dan "
            "dicatat dalam persen."
        ),
        (
            "All figures of this column are between 0 and 1, so it was read as a share of one and "
            "recorded in percent."
        ),
    ),
    "computed": (
        (
            "{count} sel berisi rumus yang dihitung ulang; hasil yang tersimpan di berkas tidak "
            "dipakai."
        ),
        (
            "{count} cells hold formulas that were computed anew; the results kept in the file "
            "were not used."
        ),
    ),
    "differs": (
        "Hasil rumus yang tersimpan di berkas berbeda dengan hasil hitungan ulang.",
        "The result that the file keeps of this formula differs from the one computed anew.",
    ),
    "kept": (
        "Rumus ini tidak dapat dihitung ulang; hasil yang tersimpan hanya sebagai keterangan.",
        "This formula could not be computed anew; the result that is kept only informs.",
    ),
    "by_description": (
        "{count} baris tanpa kode dikenali dari uraiannya.",
        "{count} lines without a code were known by their description.",
    ),
    "by_number": (
        "Baris {line} dikenali dari kodenya di kolom nomor.",
        "Line {line} was known by its code in the column of running numbers.",
    ),
    "first_line": (
        "Baris pertama di sel ini adalah uraiannya; yang di bawahnya dianggap spesifikasi.",
        "The first line in this cell is the description; what is below it specifies that.",
    ),
    "by_order": (
        "Baris {line} dikenali dari urutannya di antara baris yang berurai sama.",
        "Line {line} was known by its order among lines of the same description.",
    ),
    "by_position": (
        (
            "Baris {line} dikenali dari letaknya dalam daftar; uraiannya hampir sama: "
            '"{found}", dalam Dokumen Pemilihan "{wanted}".'
        ),
        (
            "Line {line} was known by its place in the list; its description is nearly the same: "
            '"{found}", in the tender document "{wanted}".'
        ),
    ),
    "by_section": (
        "Baris {line} dikenali dari bagian tempatnya di antara baris yang berurai sama.",
        "Line {line} was known by its section among lines of the same description.",
    ),
    "joined": (
        "Uraian di baris ini dan angka di {at} dibaca sebagai satu baris.",
        "The words in this row and the figures in {at} were read as one line.",
    ),
    "vat_said": (
        "Di sini disebut harga termasuk PPN; PPN-nya ada di kolom atau baris tersendiri.",
        "Prices are said here to include PPN; it has a column or a row of its own.",
    ),
    "other_unit": (
        "Satuan baris {line} ditulis {found}, dalam Dokumen Pemilihan {wanted}.",
        "The unit of line {line} is written {found}, in the tender document {wanted}.",
    ),
    "other_description": (
        'Uraian baris {line} berbeda: "{found}", dalam Dokumen Pemilihan "{wanted}".',
        'The description of line {line} differs: "{found}", in the tender document "{wanted}".',
    ),
    "extra": (
        "Baris ini tidak ada dalam Dokumen Pemilihan: {found}.",
        "The tender document does not have this line: {found}.",
    ),
    "left_out": (
        "Baris {lines} dari Dokumen Pemilihan tidak ada dalam berkas ini.",
        "The lines {lines} of the tender document are not in this file.",
    ),
    "net_of_vat": (
        "Kolom jumlah termasuk PPN; jumlah setiap baris dibaca sebelum PPN.",
        "The column of amounts includes PPN; the amount of each line was read net of it.",
    ),
    "rounded_with_vat": (
        (
            "Jumlah termasuk PPN ini dibulatkan; jumlah sebelum PPN tidak dibaca, karena sama "
            "dengan volume kali harga satuan."
        ),
        (
            "This amount with PPN is rounded; the one net of PPN was not read, as it is the volume "
            "times the unit price."
        ),
    ),
    "total_with_vat": (
        "Total di kaki daftar dibaca termasuk PPN.",
        "The total at the foot was read with PPN.",
    ),
    "total_before_vat": (
        "Total di kaki daftar tidak jelas termasuk PPN, jadi tidak dipakai.",
        "It is not clear that the total at the foot includes PPN, so it is not used.",
    ),
    "total_rounded": (
        "Total di kaki daftar adalah yang dibulatkan; sebelum dibulatkan berbeda.",
        "The total at the foot is the rounded one; before rounding it differs.",
    ),
    "not_a_total": (
        "Jumlah ini bukan jumlah baris atau totalnya, dan tidak dipakai.",
        "This is neither the sum of the lines nor their total, and is not used.",
    ),
    "total_differs": (
        "Jumlah atau total yang tertulis di sini bukan jumlah baris yang terbaca.",
        "The sum or total that is written here is not the sum of the lines that were read.",
    ),
    "no_total": (
        "Tidak ada total di kaki daftar.",
        "There is no total at the foot.",
    ),
}
