"""Rows that say the words of a line and specify it: `Laptop 14 inci, garansi 3 tahun, merk A`."""

import re
from collections.abc import Sequence

from tender_desk.schedules.candidates import Candidate, RowPlace
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["specifies"]

# What ends the words of a line; `keras` right behind `galian tanah` would make it another work.
_ENDS = re.compile(
    r"[,;:(\[/\n]|\s[-–—]\s|\b(?:merk|merek|tipe|type|spesifikasi|spek)\b", re.IGNORECASE
)
_MEASURE = re.compile(r"\b(\d+) ?([^\W\d_]+)\b")
# What takes something back, or puts something in the place of it.
_OTHERWISE = re.compile(
    r"\b(?:tidak|tanpa|bukan|belum|kecuali|selain|alternatif|alt|opsi|opsional|pilihan|pengganti|"
    r"setara|ekuivalen|bekas|rekondisi|sewa|minus|gratis|bonus|isi|paket|pak|set|lusin|dus|kodi|"
    r"free|pack|not|no|without|except|excluding|optional|alternative|used)\b",
    re.IGNORECASE,
)


def specifies(rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> frozenset[RowPlace]:
    """The rows of a list that specify the line in their place, where each row has its line's words.

    Rows that say more than one line says, or that take something back, are none of them.
    """
    worded = [plain_words(line.description) for line in lines]
    if len({*worded}) < len(worded) or len(rows) != len(lines):
        return frozenset()
    known = frozenset(worded)
    found = [_specified(row.description, known) for row in rows]
    if any(words not in said for words, said in zip(worded, found, strict=True)):
        return frozenset()
    return frozenset(
        row.place
        for row, said in zip(rows, found, strict=True)
        if len(said) == 1 and not any(_is_other(*one) for one in said.items())
    )


def _is_other(words: str, rest: str) -> bool:
    """Whether what stands behind the words of a line takes back what they say.

    >>> _is_other("laptop 14 inci", ", layar 16 inci"), _is_other("laptop 14 inci", ", RAM 16 GB")
    (True, False)
    """
    said, more = _measures(words), _measures(plain_words(rest))
    other = any(more[unit] != said[unit] for unit in said.keys() & more.keys())
    return other or bool(_OTHERWISE.search(rest))


def _measures(words: str) -> dict[str, set[str]]:
    """The numbers in front of each word."""
    made: dict[str, set[str]] = {}
    for number, unit in _MEASURE.findall(words):
        made.setdefault(unit, set()).add(number)
    return made


def _specified(text: str, known: frozenset[str]) -> dict[str, str]:
    """The descriptions that a text is or begins with, each with what stands behind it."""
    ends = [*(end.start() for end in _ENDS.finditer(text)), len(text)]
    heads = ((plain_words(text[:end]), text[end:]) for end in ends)
    return {words: rest for words, rest in heads if words in known}
