"""The words of the faults of what is too much to be read, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "PKT094": FaultText(
        "Masih ada {count} kesalahan lagi yang tidak ditampilkan.",
        "Perbaiki dahulu yang ditampilkan, lalu periksa lagi.",
        "There are {count} more faults that are not shown.",
        "Mend first those that are shown, and check again.",
    ),
    "PKT095": FaultText(
        "Masih ada paling sedikit {count} kesalahan lagi yang tidak ditampilkan; pembacaan "
        "dihentikan.",
        "Perbaiki dahulu yang ditampilkan, lalu periksa lagi. Mungkin berkasnya keliru.",
        "There are at least {count} more faults that are not shown; nothing further was read.",
        "Mend first those that are shown, and check again. It may be the wrong file.",
    ),
    "PKT096": FaultText(
        "Daftar {what} memuat lebih banyak isian daripada batasnya, yaitu {most}.",
        "Periksa apakah isian terduplikasi atau berkasnya keliru; tender sebesar itu tidak dibaca.",
        "The list {what} has more entries than its bound, {most}.",
        "Check whether entries are repeated or the file is the wrong one; no tender of that size "
        "is read.",
    ),
    "PKT097": FaultText(
        "Satu teks, atau satu deretan tanpa teks, lebih panjang daripada batasnya, yaitu {most} "
        "bita.",
        "Periksa apakah berkasnya keliru; teks sepanjang itu disimpan di berkas lain.",
        "One text, or one stretch without a text, is longer than its bound, {most} bytes.",
        "Check whether it is the wrong file; a text of that length is kept in another file.",
    ),
    "PKT098": FaultText(
        "Baris HPS, harga, dan analisis seluruhnya lebih banyak daripada batasnya, yaitu {most}.",
        "Periksa apakah baris terduplikasi; tender sebesar itu tidak dibaca.",
        "The lines of the HPS, of prices and of analyses are more in all than the bound, {most}.",
        "Check whether lines are repeated; no tender of that size is read.",
    ),
    "PKT099": FaultText(
        "Isi {what} lebih besar daripada batasnya, yaitu {most} tanda.",
        "Simpan data itu di berkas lain, dan tulis di sini hanya penunjuknya.",
        "What {what} holds is larger than the bound, {most} signs.",
        "Keep that data in another file, and write here only what points to it.",
    ),
    "PKT100": FaultText(
        "Berkas ini memuat lebih banyak nilai daripada batasnya, yaitu {most}.",
        "Periksa apakah berkasnya keliru; tender sebesar itu tidak dibaca.",
        "This file has more values than the bound, {most}.",
        "Check whether it is the wrong file; no tender of that size is read.",
    ),
    "PKT101": FaultText(
        "Terlalu banyak isi di bawah kunci yang tidak dikenal (batas {most} kunci dan nilai).",
        "Hapus kunci yang tidak dikenal; data sistem lain dapat ditulis di dalam extensions.",
        "There is too much under keys that are not known (bound {most} keys and values).",
        "Take out the keys that are not known; data of other systems may stand in extensions.",
    ),
    "PKT102": FaultText(
        "Isian semua daftar yang bukan baris, penilaian, atau peristiwa seluruhnya lebih banyak "
        "daripada batasnya, yaitu {most}.",
        "Periksa apakah isian terduplikasi atau berkasnya keliru; tender sebesar itu tidak dibaca.",
        "The lists that are not of lines, assessments or events have more entries in all than the "
        "bound, {most}.",
        "Check whether entries are repeated or the file is the wrong one; no tender of that size "
        "is read.",
    ),
    "PKT103": FaultText(
        "Kriteria semua tahap, kali anggota Pokja, kali peserta, melebihi batasnya, yaitu {most} "
        "jawaban.",
        "Periksa apakah kriteria, anggota, atau peserta terduplikasi; tender sebesar itu tidak "
        "dibaca.",
        "The criteria of all stages, times the members of the Pokja, times the participants, are "
        "more than the bound, {most} answers.",
        "Check whether criteria, members or participants are repeated; no tender of that size is "
        "read.",
    ),
    "PKT104": FaultText(
        "Baris HPS yang harus dibandingkan dengan setiap penawaran seluruhnya melebihi batasnya, "
        "yaitu {most}.",
        "Periksa apakah baris atau peserta terduplikasi; tender sebesar itu tidak dibaca.",
        "The lines of the HPS that are held against each bid are more in all than the bound, "
        "{most}.",
        "Check whether lines or participants are repeated; no tender of that size is read.",
    ),
    "PKT105": FaultText(
        "Penilaian yang harus ditampilkan pada setiap kriteria dan peserta (anggota, kali "
        "kriteria, kali peserta, ditambah satu untuk setiap 500 huruf catatan) seluruhnya "
        "melebihi batasnya, yaitu {most}.",
        "Periksa apakah penilaian terduplikasi; pisahkan catatan panjang dari penilaian yang "
        "berlaku untuk semua peserta.",
        "The judgements to be told with each criterion and participant (members, times criteria, "
        "times participants, and one more for each 500 signs of a note) are more in all than the "
        "bound, {most}.",
        "Check whether judgements are repeated; keep long notes out of judgements on everybody.",
    ),
}
