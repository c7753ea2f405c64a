"""What somebody may have meant who wrote what is not known: never its opposite."""

import difflib
import re
from collections.abc import Iterable, Sequence

__all__ = ["numbers_in_words", "suggest"]

_MOST_SUGGESTED = 20
# What turns a term into its opposite.
_DENIALS = ("belum", "bukan", "non", "not", "tak", "tanpa", "tdk", "tidak")
# A misspelled one is longer by so many letters.
_ASTRAY = 2
_COUNTED = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_PARTING = re.compile(r"[_,;]")
_NUMBER = re.compile(rf"[0-9]+|\b(?:{'|'.join(_COUNTED)})\b", re.ASCII)
_DIGIT = re.compile(r"(?<![\w.,/-])[0-9](?![\w.,/-])")


def numbers_in_words(text: str) -> str:
    """A text with each digit that stands alone as the word that the terms of the law have.

    >>> numbers_in_words("2 file"), numbers_in_words("5.1"), numbers_in_words("p 12")
    ('dua file', '5.1', 'p 12')
    """
    return _DIGIT.sub(lambda digit: _COUNTED[int(digit[0])], text)


def suggest(word: str, known: Iterable[str], *, near: bool = True) -> str:
    """The nearest known word, or the first of them, as the tail of a hint.

    Where what was typed is a part of several all of these are told. The nearest is left out where
    it denies what was typed, or the other way round: who follows a hint never turns a verdict. What
    has other numbers is no suggestion at all.

    >>> suggest("benar", ["benar_substansial", "benar_tidak_substansial", "tidak_benar"])
    'benar_substansial, benar_tidak_substansial, tidak_benar'
    >>> suggest("tidak lulus", ["gugur", "lulus"])
    'gugur, lulus'
    >>> suggest("pembukan harga", ["pembatalan", "pembukaan_harga"])
    'pembukaan_harga'
    >>> suggest("harga satuan dan lumsum juga", ["gabungan", "harga_satuan", "lumsum"])
    'harga_satuan, lumsum'
    >>> suggest("mikro, kecil", ["besar", "kecil", "mikro"])
    'kecil, mikro'
    >>> suggest("1 fil", ["dua_file", "satu_file"]), suggest("3 file", ["dua_file", "satu_file"])
    ('satu_file', 'dua_file, satu_file')
    """
    known = sorted(known)
    if near:
        typed, folded = _folded(word[:80]), {_folded(term): term for term in known}
        holding = [term for text, term in folded.items() if f" {typed} " in f" {text} "]
        if len(holding) > 1:
            return _listed(holding)
        inside = [folded[text] for text in _inside(typed, folded)]
        if len(inside) > 1:
            return _listed(inside)
        counted = _numbers(typed)
        alike = [text for text in folded if _numbers(text) == counted]
        close = difflib.get_close_matches(typed, alike, n=1, cutoff=0.6)
        if close and _denying(close[0]) == _denying(typed):
            return folded[close[0]]
        if inside:
            return inside[0]
    return _listed(known)


def _inside(typed: str, known: Iterable[str]) -> list[str]:
    """The words that stand as they are in what was typed, none of them in another, and no opposite.

    >>> _inside("perusahaan kecil", ["besar", "kecil"]), _inside("bukan kecil", ["kecil"])
    (['kecil'], [])
    """
    there = [text for text in known if f" {text} " in f" {typed} "]
    if any(bool(_denying(text)) != bool(_denying(typed)) for text in there):
        return []
    return [text for text in there if not any(text != one and text in one for one in there)]


def _folded(word: str) -> str:
    return numbers_in_words(" ".join(_PARTING.sub(" ", word).casefold().split()))


def _numbers(word: str) -> list[int]:
    """The numbers in a word, in figures and in words."""
    found = _NUMBER.findall(word)
    return [_COUNTED.index(each) if each in _COUNTED else int(each) for each in found]


def _denying(word: str) -> list[int]:
    """Where in a word or a few of them something is denied, however that is misspelled.

    What only ends as a denial does is none: `pembukan`.
    """
    return [at for at, part in enumerate(word.split()) if _is_denial(part)]


def _is_denial(part: str) -> bool:
    found = difflib.get_close_matches(part, _DENIALS, 1, 0.75)
    return bool(found) and len(part) - len(found[0]) <= _ASTRAY


def _listed(known: Sequence[str]) -> str:
    return ", ".join(known[:_MOST_SUGGESTED]) + (", ..." if known[_MOST_SUGGESTED:] else "")
