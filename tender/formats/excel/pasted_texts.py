"""The words of what can be wrong with blocks that were pasted into the sheets of lines."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "XLS104": FaultText(
        "Volume di lebih dari separuh baris yang terisi berbeda dari dokumen: {cells}.",
        "Samakan urutan blok yang ditempel dengan lembar HPS. Bila peserta memang menulisnya"
        " demikian, tulis ya di sel Urutan sesuai ({sure}).",
        "The volumes on more than half of the filled lines differ from the document: {cells}.",
        "Put the pasted block into the order of the sheet HPS. If the bidder did write it so,"
        " write ya into the cell Urutan sesuai ({sure}).",
    ),
    "XLS105": FaultText(
        "Uraian yang ditempel berbeda dari uraian baris {line} dalam dokumen. Sel: {cells}.",
        "Samakan urutan blok yang ditempel dengan lembar HPS. Bila memang baris itu yang dimaksud"
        " peserta, tulis ya di sel Urutan sesuai ({sure}).",
        "The pasted description differs from that of line {line} in the document. Cells: {cells}.",
        "Put the pasted block into the order of the sheet HPS. If that line is the one that the"
        " bidder means, write ya into the cell Urutan sesuai ({sure}).",
    ),
    "XLS106": FaultText(
        "Angka di sel ini bukan jumlah, atau PPN, dari baris-baris yang terbaca.",
        "Periksa apakah ada baris yang terlewat, tergeser, atau salah ketik. Bila memang tertulis"
        " demikian, hapus isi baris jumlah ini: program menghitungnya sendiri.",
        "The figure in this cell is no sum, and no PPN, of the lines that were read.",
        "Look for a line that is missing, on another row, or mistyped. If it is written so,"
        " clear this row of the sum: the program computes it.",
    ),
    "XLS107": FaultText(
        "Total di sel ini bukan volume kali harga satuan.",
        "Periksa volume dan harga satuannya, atau kosongkan sel ini: total dihitung sendiri.",
        "The total in this cell is not the volume times the unit price.",
        "Check volume and unit price, or clear this cell: the total is computed.",
    ),
    "XLS108": FaultText(
        "Sel {range} digabung: hanya sel pertamanya yang berisi, sel lainnya hilang.",
        "Lepas gabungannya (Unmerge Cells), lalu isi setiap selnya.",
        "The cells {range} are merged: only the first of them holds anything, the others are lost.",
        "Unmerge them (Unmerge Cells), then fill in every cell.",
    ),
    "XLS109": FaultText(
        "Kolom {title} tersimpan sebagai angka, sehingga {found} mungkin semula {longer}.",
        "Ubah format kolomnya menjadi Teks, lalu ketik atau tempel kodenya sekali lagi. Sel yang"
        " meragukan: {cells}.",
        "The column {title} is kept as numbers, so {found} may have been {longer}.",
        "Change the format of the column to Text, then type or paste the codes once more. Cells in"
        " doubt: {cells}.",
    ),
    "XLS110": FaultText(
        "Hal yang sama ({code}) ada di {count} sel lain: {cells}.",
        "Perbaiki bersama-sama: mungkin blok yang ditempel bergeser kolom, format kolomnya keliru,"
        " atau satu kode salah ketik di lembar asalnya.",
        "The same ({code}) is so in {count} other cells: {cells}.",
        "Mend them together: perhaps a block was pasted a column off, the format of a column is"
        " wrong, or one code was mistyped on the sheet that it comes from.",
    ),
    "XLS111": FaultText(
        "Baris ini bukan rincian, tetapi kolom {title} di sini berisi.",
        "Kosongkan sel ini, atau pindahkan ke baris yang dimaksud. Bila ini memang rincian,"
        " lengkapi kode, volume, dan harga satuannya.",
        "This row is no line, but something stands in its column {title}.",
        "Clear this cell, or move it to the row that is meant. If this is a line, fill in its code,"
        " volume and unit price.",
    ),
    "XLS170": FaultText(
        "Baris ini judul atau jumlah, padahal kolom {column} memuat kode baris {code}: blok yang"
        " ditempel tidak sejajar dengan kodenya.",
        "Tempel blok bersama kolom kodenya, atau hapus dahulu baris judul dan jumlah dari blok itu,"
        " lalu tempel sekali lagi.",
        "This row is a title or a sum, but column {column} has the code of line {code}: the pasted"
        " block does not stand beside its codes.",
        "Paste the block together with its column of codes, or take the rows of titles and sums out"
        " of it first and paste it once more.",
    ),
    "XLS171": FaultText(
        "Blok yang ditempel tidak menurut kolom lembar ini: kolom {title} berisi hal lain"
        " ({cells}).",
        "Tempel sekali lagi menurut urutan kolom di sini: {columns}.",
        "The pasted block does not follow the columns of this sheet: what stands under {title} is"
        " something else ({cells}).",
        "Paste it once more in the order of the columns here: {columns}.",
    ),
    "XLS173": FaultText(
        "Blok yang ditempel tidak sebaris dengan kodenya: {blank} memuat kode tanpa harga satuan,"
        " dan {others} harga satuan tanpa kode atau dengan kode yang sudah ada.",
        "Tempel sekali lagi mulai dari baris {row}, sejajar dengan kodenya; hapus baris kosong di"
        " dalam blok dan sisa tempelan yang lama.",
        "The pasted block does not stand on the rows of its codes: {blank} has a code without a"
        " unit price, and {others} a unit price without a code or with one that is there already.",
        "Paste it once more from row {row} on, beside its codes; take blank rows out of the block,"
        " and what is left of the first paste.",
    ),
}
