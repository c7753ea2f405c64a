"""The Indonesian that an English text has left, what people typed and the law's names aside."""

import re

__all__ = ["left_over", "typed_in", "without"]

# Words that every Indonesian sentence of this program has one of, and no English one.
_WORDS = re.compile(
    r"\b(?:ada|adalah|agar|akan|akhir|atas|atau|bagi|bahwa|baris|batas|belum|berlaku|bukan|dalam|"
    r"dan|dari|dasar|daripada|dengan|diminta|dinilai|dicatat|dokumen|harga|hari|hasil|ini|"
    r"itu|jumlah|karena|kepada|lulus|maka|masa|melebihi|memenuhi|menit|menurut|menyampaikan|"
    r"nilai|oleh|pada|paling|pekerjaan|pembukaan|penawaran|penilaian|peringkat|peserta|"
    r"petunjuk|sampai|sebagai|sebelum|sebesar|sel|seluruh|semua|setelah|setiap|sudah|surat|"
    r"tahap|tanggal|tanpa|telah|tercatat|terhadap|terkoreksi|termasuk|tetapi|tidak|untuk|"
    r"urutan|waktu|yaitu|yang|bobot|ambang|senin|selasa|rabu|kamis|jumat|sabtu|minggu|"
    r"januari|februari|maret|mei|juni|juli|agustus|oktober|desember)\b"
)
# What the law, its texts and its papers are called in any language.
_NAMES = re.compile(
    r"\([^()]*\)|Dokumen Pemilihan\b[^;:]*|Berita Acara Hasil[^;:]*|Sistem Nilai|sistem nilai"
    r"|Kualitas dan Biaya|Kemampuan Dasar|waktu penugasan|pekerjaan konstruksi|masa sanggah"
    r"|harga terendah (?:sistem gugur|ambang batas)|harga satuan|dua tahap"
    r"|Harga Terkoreksi|Jaminan Sanggah Banding|Pagu Anggaran|Hari Libur"
    r"|(?:Peraturan|Perpres|Permen|Perka|Instruksi|SE Kepala|UU|Standar|Modul|Paparan|Panduan"
    r"|Buku|RKS|Ketentuan penawaran|Tata cara|Keputusan|Model|Perhitungan)\b[^;:=\[\]]*",
)


def typed_in(content):
    """Every text of a package that is no bare word, the longest first."""
    found = set()

    def walk(node):
        if isinstance(node, dict):
            node = list(node.values())
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, str) and not node.replace("_", "").isalpha():
            found.add(" ".join(node.split()))

    walk(content)
    return sorted(found, key=len, reverse=True)


def left_over(text, typed=()):
    """The Indonesian words of `text` that nobody typed."""
    return sorted(set(_WORDS.findall(_NAMES.sub("", without(text, typed)).lower())))


def without(text, typed):
    """`text` without what was `typed`."""
    for each in typed:
        text = text.replace(each, "")
    return text
