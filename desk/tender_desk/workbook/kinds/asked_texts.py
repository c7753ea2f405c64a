# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""The kinds of cells that hold a text of which is known what it says: words, a name, a number.

Any text may be one of them, so that what looks like another is told and refuses nothing. A number
that Excel holds is no word.
"""

import re

from tender_desk.workbook.kinds.kind import CellError, Code, Given, TextKind, beginning

__all__ = [
    "CLAUSE",
    "MARKED",
    "NAME",
    "NUMBER_ONLY",
    "PAPER_NUMBER",
    "SAYING",
    "WORDS",
    "Mail",
    "Name",
    "Words",
]

# So many digits in a text are no word, and fewer no number that names a person or a firm.
_DIGITS = 5
# What hides a digit of such a number.
_HIDDEN = "*xX"
# What says that there is none, or none yet.
_NONE = re.compile(r"(?:belum|tidak|tdk|tanpa|nihil)\b|[-–]$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_SEVERAL_WORDS = re.compile(r"\D+\s\D+")
# The number of a paper, `027/POKJA-5/2026`, and the place of a passage, `IKP 29.14 huruf b`.
_OF_PAPER = re.compile(r"(?=\D*\d)[^\s/]+/[^\s/]+/\S+")
_WHERE = r"ikp|ldp|ldk|lkp|kak|ssuk|sskk|bab|pasal|ayat|huruf|angka|butir|klausul"
_PART = rf"(?:[\s.,;()\d]|\b(?:{_WHERE}|[a-z]|[ivx]+|dan)\b)"
_PASSAGE = re.compile(rf"(?:{_WHERE})\b{_PART}*\d{_PART}*", re.IGNORECASE | re.ASCII)
_LONGEST = 60
# So many words are no place unless they name a part of a document.
_PROSE = 8
_OF_DOCUMENT = re.compile(rf"\d|\b(?:{_WHERE}|lembar|dokumen|syarat|adendum)\b", re.IGNORECASE)
# What people are, and none is called.
_ROLES = {
    *("ketua", "wakil ketua", "sekretaris", "anggota", "bendahara"),
    *("direktur", "direktur utama", "wakil direktur", "direktris", "komisaris"),
    *("komisaris utama", "pimpinan", "persero aktif", "persero komanditer"),
}


class Number(Code):
    """A number that only names and has digits, some of them hidden perhaps."""

    def is_other(self, text: str) -> bool:
        shown = "".join(sign for sign in text if sign not in _HIDDEN)
        digits = sum(map(str.isdigit, shown)) + len(text) - len(shown)
        return digits < _DIGITS and bool(_LETTER.search(shown)) and not _NONE.match(shown)


class PaperNumber(TextKind):
    """The number of a paper, in which there is a digit unless it is one word."""

    def is_other(self, text: str) -> bool:
        return _is_wordy(text)


class Marked(Code):
    """What is written on one thing alone, as its serial number: the same."""

    def is_other(self, text: str) -> bool:
        return _is_wordy(text)


def _is_wordy(text: str) -> bool:
    return bool(_SEVERAL_WORDS.fullmatch(text)) and not _NONE.match(text)


class Clause(TextKind):
    """Where a document says something: with a number, in few words, or naming a part of it."""

    def is_other(self, text: str) -> bool:
        return len(text.split()) >= _PROSE and not _OF_DOCUMENT.search(text)


class Mail(TextKind):
    """An electronic address."""

    def is_other(self, text: str) -> bool:
        return "@" not in text and not _NONE.match(text)


class Words(TextKind):
    """What is said in words: looks like no number of anything, and is no mere passage."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text and not isinstance(cell.value, str):
            raise CellError("XLS242", found=beginning(text))
        return text

    def is_other(self, text: str) -> bool:
        if not _LETTER.search(text):
            return sum(map(str.isdigit, text)) >= _DIGITS
        short = len(text) <= _LONGEST
        return bool(short and (_PASSAGE.fullmatch(text) or _OF_PAPER.fullmatch(text)))


class Name(Words):
    """What somebody or something is called, which is nobody's position."""

    def is_other(self, text: str) -> bool:
        return text.casefold() in _ROLES or super().is_other(text)


WORDS, SAYING, NAME = Words(), Words(prose=True), Name()
NUMBER_ONLY, PAPER_NUMBER, MARKED, CLAUSE = Number(), PaperNumber(), Marked(), Clause()
