"""Words that are nearly the same: a slip of the keyboard, and nothing that makes another work."""

import difflib
import re

from tender.formats.schedules.titles import plain_words

__all__ = ["COUNTED", "nearly_the_same"]

_NEARLY = 0.85
# What a list is counted with, before the words: `1.`, `2.1)`, `a.`, `iv)`.
COUNTED = re.compile(
    r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,4})[.)](?:\s+(?=\w)|(?=[^\W\d]{2}))", re.IGNORECASE
)
# A mix, a class, a size or a type: digits, a letter on its own, a Roman number.
_TELLING = re.compile(r"\d+|\b[a-z]\b|\b[ivx]+\b")
_NOT_ID = ("tidak", "tak", "tanpa", "non", "bukan", "belum", "kecuali", "selain")
_NOT_EN = ("not", "no", "without", "except", "excluding", "unless")
_NEGATIONS = frozenset({*_NOT_ID, *_NOT_EN})


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two descriptions differ by a slip only: in no number, and in no negation.

    >>> nearly_the_same("Pasanngan batu", "Pasangan batu")
    True
    >>> nearly_the_same("Plesteran 1:5", "Plesteran 1:4")
    False
    >>> nearly_the_same("Galian tanah tidak biasa", "Galian tanah biasa")
    False
    """
    first, second = (plain_words(COUNTED.sub("", text)) for text in (one, other))
    if _TELLING.findall(first) != _TELLING.findall(second):
        return False
    if _negations(first) != _negations(second):
        return False
    return difflib.SequenceMatcher(None, plain_words(one), plain_words(other)).ratio() >= _NEARLY


def _negations(words: str) -> list[str]:
    return [word for word in words.split() if word in _NEGATIONS]
