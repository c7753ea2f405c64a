"""The Indonesian that an English text has left, what people typed and the law's names aside.

What stands in brackets is looked at as well, unless it is what the law calls what stands before it.
"""

import re
from functools import cache

from tender_cli.messages import CATALOGUES
from tender_rules import national
from tender_rules.in_english import sentences

__all__ = ["all_left_over", "left_over", "typed_in", "without"]

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
_WORD = re.compile(r"\b[a-z]{3,}\b")
_BRACKETS = re.compile(r"\([^()]*\)")
# What who may bid is called in the law, by the kind of procurement.
_LISTS = ("(daftar peserta tender)", "(daftar pendek peserta seleksi)")
# What the law, its texts and its papers are called in any language.
_NAMES = re.compile(
    r"\b[A-Z0-9]+(?:_[A-Z0-9]+)+\b"
    r"|Dokumen Pemilihan\b[^;:]*|Berita Acara Hasil[^;:]*|Sistem Nilai|sistem nilai"
    r"|Kualitas dan Biaya|Kemampuan Dasar|waktu penugasan|pekerjaan konstruksi|masa sanggah"
    r"|harga terendah (?:sistem gugur|ambang batas)|harga satuan|dua tahap"
    r"|Harga Terkoreksi|Jaminan Sanggah Banding|Pagu Anggaran|Hari Libur"
    r"|(?:Peraturan|Perpres|Permen|Perka|Instruksi|SE Kepala|UU|Standar|Modul|Paparan|Panduan"
    r"|Buku|Formulir|Penilaian Kinerja|Sisa Kemampuan Nyata"
    r"|RKS|Ketentuan penawaran|Tata cara|Keputusan|Model|Perhitungan)\b[^;:=\[\]]*",
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
    return sorted(set(_WORDS.findall(_said(text, typed))))


def all_left_over(text, typed=()):
    """The same, and any other word that the Indonesian of this program has and its English not."""
    return sorted(
        {*left_over(text, typed), *(_indonesian() & {*_WORD.findall(_said(text, typed))})}
    )


def _said(text, typed):
    return _NAMES.sub("", _BRACKETS.sub(_unless_gloss, without(text, typed))).lower()


def _unless_gloss(found):
    """What stands in brackets, unless the law's English has its Indonesian name there."""
    return "" if found[0].lower() in _glosses() else found[0]


@cache
def _glosses():
    """The names in brackets behind the English of what the law calls so."""
    words = national().words.values()
    said = (*(each.en for each in words), *sentences().values())
    return {*_LISTS, *(found.lower() for each in said for found in _BRACKETS.findall(each))}


@cache
def _indonesian():
    """The words of whatever is said in both languages that its English has none of."""
    words = national().words.values()
    said = (*CATALOGUES["id"].values(), *sentences(), *(each.id for each in words))
    english = (*CATALOGUES["en"].values(), *sentences().values(), *(each.en for each in words))
    return _words_of(said) - _words_of(english) - {"november"}


def _words_of(texts):
    return {word for text in texts for word in _WORD.findall(text.lower())}


def without(text, typed):
    """`text` without what was `typed`."""
    for each in typed:
        text = text.replace(each, "")
    return text
