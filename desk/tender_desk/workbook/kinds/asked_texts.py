# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""The kinds of cells that hold a text of which is known what it says: words, a name, a number.

Any text may be one of them, so that what looks like another is told and refuses nothing. A number
that Excel holds is no word.
"""

import re

from tender_desk.workbook.kinds.kind import CellError, Code, Given, TextKind, beginning

__all__ = [
    "ABOUT",
    "CLAUSE",
    "MARKED",
    "NAME",
    "NUMBER_ONLY",
    "PAPER_NUMBER",
    "SAYING",
    "WORDS",
    "Mail",
    "Name",
    "Saying",
    "Words",
    "says_none",
]

# So many digits in a text are no word, and fewer no number that names a person or a firm.
_DIGITS = 5
# What hides a digit of such a number.
_HIDDEN = "*xX"
# What says that there is none, or none yet, or where it is; and of what service somebody is who has
# none of this sort.
_NONE = re.compile(
    r"\(?(?:belum|tidak|tdk|tak|tanpa|nihil|non|bukan|kosong|n/a|dalam|masih|sedang|akan|menyusul"
    r"|ada|terlampir|tersedia|lihat|sesuai|sama|idem|sda|s\.d\.a|di(?:rahasiakan|samarkan|tutup)"
    r"|swasta|honorer|pppk|tni|polri)\b|[-–](?:\s|$)",
    re.IGNORECASE,
)
# What a paper without a number, or its way, is called by; and what is said of a thing instead.
_UNNUMBERED = re.compile(
    r"(?:add?endum|surat|nota|berita acara|undangan|pengumuman|surel|e-?mail|via|lewat|melalui"
    r"|nomor|pelat|plat|milik|sewa)\b|.*/",
    re.IGNORECASE,
)
_AT = re.compile(r"@|\Wat\W", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
# The number of a paper, `027/POKJA-5/2026`: no unit `kg/cm2/hari`, no goods `HVS/A4/70gr`; and the
# place of a passage, `IKP 29.14 huruf b`.
_OF_PAPER = re.compile(r"(?=\D*\d.*/)[^\s/]+/\S+/(?:19|20)\d\d", re.ASCII)
_WHERE = r"ikp|ldp|ldk|lkp|kak|ssuk|sskk|bab|pasal|ayat|huruf|angka|butir|klausul"
_PART = rf"(?:[\s.,;()\d]|\b(?:{_WHERE}|[a-z]|[ivx]+|dan)\b)"
_PASSAGE = re.compile(rf"(?:{_WHERE})\b{_PART}*\d{_PART}*", re.IGNORECASE | re.ASCII)
_LONGEST = 60
# So many words are no place unless they name a part of a document.
_PROSE = 8
_PARTS = "lembar|dokumen|syarat|persyaratan|kualifikasi|add?endum|lampiran|formulir|spesifikasi"
_OF_DOCUMENT = re.compile(
    rf"\d|\b(?:{_WHERE}|{_PARTS}|kerangka acuan|instruksi|ketentuan|kriteria)\b", re.IGNORECASE
)
# What people are, and none is called.
_ROLES = {
    *("ketua", "wakil ketua", "sekretaris", "anggota", "bendahara"),
    *("direktur", "direktur utama", "wakil direktur", "direktris", "komisaris"),
    *("komisaris utama", "pimpinan", "persero aktif", "persero komanditer"),
}


def says_none(text: str) -> bool:
    """Whether a text says that there is no such thing, none yet, or where it is."""
    return bool(_NONE.match(text))


class Number(Code):
    """A number that only names and has digits, some of them hidden perhaps."""

    def is_other(self, text: str) -> bool:
        shown = "".join(sign for sign in text if sign not in _HIDDEN)
        digits = sum(map(str.isdigit, shown)) + len(text) - len(shown)
        return digits < _DIGITS and bool(_LETTER.search(shown)) and not says_none(shown)


class PaperNumber(TextKind):
    """The number of a paper, in which there is a digit unless it is one word."""

    def is_other(self, text: str) -> bool:
        return _is_wordy(text)


class Marked(Code):
    """What is written on one thing alone, as its serial number: the same."""

    def is_other(self, text: str) -> bool:
        return _is_wordy(text)


def _is_wordy(text: str) -> bool:
    worded = len(text.split()) > 1 and not any(map(str.isdigit, text))
    return worded and not (says_none(text) or _UNNUMBERED.match(text))


class Clause(TextKind):
    """Where a document says something: with a number, in few words, or naming a part of it."""

    def is_other(self, text: str) -> bool:
        return len(text.split()) >= _PROSE and not _OF_DOCUMENT.search(text)


class Mail(TextKind):
    """An electronic address, perhaps hidden from machines as `nama(at)kantor.id`."""

    def is_other(self, text: str) -> bool:
        return not (_AT.search(text) or says_none(text))


class Saying(TextKind):
    """What is said in words, such as a reason, which may be a passage: no number of anything."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text and not isinstance(cell.value, str):
            raise CellError("XLS242", found=beginning(text))
        return text

    def is_other(self, text: str) -> bool:
        if not _LETTER.search(text):
            return sum(map(str.isdigit, text)) >= _DIGITS
        return len(text) <= _LONGEST and bool(_OF_PAPER.fullmatch(text))


class Words(Saying):
    """What something is called or where it is, in words: no mere passage either."""

    def is_other(self, text: str) -> bool:
        passage = len(text) <= _LONGEST and bool(_PASSAGE.fullmatch(text))
        return passage or super().is_other(text)


class Name(Words):
    """What somebody or something is called, which is nobody's position."""

    def is_other(self, text: str) -> bool:
        return text.casefold() in _ROLES or super().is_other(text)


WORDS, ABOUT, SAYING, NAME = Words(), Saying(), Saying(prose=True), Name()
NUMBER_ONLY, PAPER_NUMBER, MARKED, CLAUSE = Number(), PaperNumber(), Marked(), Clause()
