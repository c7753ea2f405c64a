"""The words of why nothing was filled into a workbook, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "XLS093": FaultText(
        "Lembar {sheet} tidak mempunyai kolom {title}, padahal ada isinya; tidak ada yang diisi.",
        "Tambahkan kolom dengan judul itu di baris kepala, lalu jalankan lagi.",
        "The sheet {sheet} has no column {title}, for which there is a value; nothing was filled.",
        "Add a column of this title in the row of the heads, and run this again.",
    ),
    "XLS094": FaultText(
        "Sel kolom {title} tampak kosong, tetapi memuat spasi atau rumus; tidak ada yang diisi.",
        "Kosongkan sel itu (Delete), lalu jalankan lagi.",
        "The cell under {title} looks empty and holds spaces or a formula; nothing was filled.",
        "Clear the cell (Delete), and run this again.",
    ),
    "XLS095": FaultText(
        "Setelah diisi, lembar {sheet} tidak terbaca sama seperti yang diisikan; tidak ada berkas"
        " yang ditulis.",
        "Hapus tempat peserta di lembar Lain-lain yang hendak diisi, lalu jalankan lagi.",
        "The sheet {sheet}, once filled, does not read as what was filled in; no file was written.",
        "Delete what the sheet Lain-lain says of these participants, and run this again.",
    ),
}
