"""The words of why nothing can be added to a workbook, in both languages."""

from collections.abc import Mapping

from tender.faults import FaultText

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    "XLS090": FaultText(
        "Buku kerja ini ditandatangani secara elektronik; menambahkan apa pun membatalkannya.",
        "Simpan salinannya tanpa tanda tangan elektronik, lalu jalankan dengan salinan itu.",
        "This workbook is signed electronically; to add anything would make that void.",
        "Save a copy without the electronic signature, and run this on the copy.",
    ),
    "XLS091": FaultText(
        "Buku kerja ini disusun dengan cara yang tidak dikenal; tidak ada yang ditambahkan.",
        "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu jalankan lagi.",
        "This workbook is put together in a way that is not known; nothing was added.",
        "Open it in Excel or LibreOffice, save it anew as .xlsx, and run this again.",
    ),
    "XLS092": FaultText(
        "Di sebelah kanan lembar {title} tidak ada tempat untuk kolom hasil mesin.",
        "Hapus kolom yang tidak dipakai di sebelah kanannya, lalu jalankan lagi.",
        "There is no room for the engine's columns to the right of the sheet {title}.",
        "Delete columns that are not used on its right, and run this again.",
    ),
}
