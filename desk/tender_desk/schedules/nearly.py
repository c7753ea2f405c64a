"""Words that are nearly the same: a slip of the keyboard, and nothing that makes another work.

One work is parted from another by a single word: inner from outer, left from right, with from
without. No list holds all of those, so words are compared one by one: a word is nearly another if
one key was hit wrongly, or if it is written short with a dot.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["COUNTED", "Near"]

# What a list is counted with, before the words: `1.`, `2.1)`, `a.`, `iv)`.
COUNTED = re.compile(
    r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,4})[.)](?:\s+(?=\w)|(?=[^\W\d]{2}))", re.IGNORECASE
)
# Shorter words are near too many others: `batu` and `bata`, `kanan` and `kanal`.
_FEWEST_LETTERS, _FEWEST_REPLACED = 5, 7
# Keys that stand side by side, and letters that are written for one another.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = frozenset(
    frozenset(pair)
    for pair in (*(pair for row in _ROWS for pair in pairwise(row)), "ck", "sz", "fv", "jz", "uw")
)
# One slip in so many words.
_WORDS_A_SLIP = 4
_SHORT = re.compile(r"[^\W\d_]{2,}(?=\.)")
# A short form leaves out so many letters at least: `pas.` is none of `pasir`.
_LEFT_OUT = 3
# What says nothing of a work.
_EMPTY = frozenset({"pekerjaan", "pek", "biaya", "dan"})


def nearly_the_same(one: str, other: str, known: Set[str] = frozenset()) -> bool:
    """Whether two descriptions differ by a slip only.

    Args:
        one: what a bidder wrote.
        other: what the document says.
        known: words of the document in which no slip is likely, as `plain_words`.

    >>> nearly_the_same("Pasanngan batu", "Pasangan batu")
    True
    >>> nearly_the_same("Pas. batu", "Pasangan batu")
    True
    >>> nearly_the_same("Plesteran 1:5", "Plesteran 1:4")
    False
    >>> nearly_the_same("Galian tanah tidak biasa", "Galian tanah biasa")
    False
    >>> nearly_the_same("Pasangan pipa dalam", "Pasangan pipa luar")
    False
    """
    first, second = _words(one), _words(other)
    if _closed_up(first) == _closed_up(second):
        return True
    if len(first) != len(second):
        return False
    short = {*_short(one), *_short(other)}
    slips = 0
    for said, wanted in zip(first, second, strict=True):
        if said == wanted or _is_short(said, wanted, short):
            continue
        slips += 1
        if said in known or not _is_slip(said, wanted):
            return False
    return slips <= max(1, len(first) // _WORDS_A_SLIP)


class Near:
    """Finds the lines of a document whose descriptions are nearly those of rows."""

    def __init__(self, lines: Iterable[HpsLine]) -> None:
        self._by_sign: dict[tuple[str, ...], list[HpsLine]] = {}
        self._closed_up: dict[str, list[HpsLine]] = {}
        self._with: dict[str, dict[str, HpsLine]] = {}
        for line in lines:
            words = _words(line.description)
            for word in words:
                self._with.setdefault(word, {})[line.id] = line
            self._by_sign.setdefault(_sign(words), []).append(line)
            self._closed_up.setdefault(_closed_up(words), []).append(line)

    def of(self, description: str) -> list[HpsLine]:
        """The lines that a description may be meant for, those with just its words among them."""
        words = _words(description)
        if alike := self._closed_up.get(_closed_up(words)):
            return alike
        lines = self._by_sign.get(_sign(words), ())
        return [n for n in lines if nearly_the_same(description, n.description, self._with.keys())]

    def rather(self, description: str, line: HpsLine) -> HpsLine | None:
        """The line that a description is rather meant for than for `line`, if there is one.

        It has nearly the same words; or all of the description's, one of which `line` lacks.
        """
        alike = self.of(description)
        words = {*_words(description)}
        if not alike and not words <= {*_words(line.description)} and len(words) > 1:
            alike = self._holding(words)
        return None if line in alike else next(iter(alike), None)

    def _holding(self, words: Set[str]) -> list[HpsLine]:
        """The lines that have all of some words."""
        least, *others = sorted((self._with.get(word, {}) for word in words), key=len)
        return [line for line in least.values() if all(line.id in other for other in others)]


def _sign(words: Sequence[str]) -> tuple[str, ...]:
    """What no slip changes: the first letter of each word, and words with figures."""
    return tuple(word[0] if word.isalpha() else word for word in words)


def _closed_up(words: Sequence[str]) -> str:
    """Words without the spaces between them, but for those between two numbers.

    >>> _closed_up(["beton", "k", "250", "1", "4"])
    'betonk250 1 4'
    """
    return re.sub(r"(?<![0-9]) | (?![0-9])", "", " ".join(words))


def _words(text: str) -> list[str]:
    return [word for word in plain_words(COUNTED.sub("", text)).split() if word not in _EMPTY]


def _short(text: str) -> set[str]:
    """The words of a text with a dot behind them."""
    return {*_SHORT.findall(unicodedata.normalize("NFKC", text).casefold())}


def _is_short(one: str, other: str, short: Set[str]) -> bool:
    """Whether the one is how the other is written short."""
    less, more = sorted((one, other), key=len)
    return less in short and more.startswith(less) and len(more) - len(less) >= _LEFT_OUT


def _is_slip(one: str, other: str) -> bool:
    """Whether one key parts two words: the one beside it, one too many or too few, two in turn.

    A slip leaves the first letter, and makes no word of figures.

    >>> _is_slip("pasanngan", "pasangan"), _is_slip("galain", "galian"), _is_slip("bata", "batu")
    (True, True, False)
    >>> _is_slip("interior", "exterior"), _is_slip("perawatan", "peralatan")
    (False, False)
    """
    less, more = sorted((one, other), key=len)
    if len(less) < _FEWEST_LETTERS or one[0] != other[0] or not (one + other).isalpha():
        return False
    if len(more) - len(less) == 1:
        return any(more[:at] + more[at + 1 :] == less for at in range(len(more)))
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1]
    if len(less) != len(more) or not 1 <= len(apart) <= 2:
        return False
    if len(apart) == 1:
        (at,) = apart
        return len(one) >= _FEWEST_REPLACED and frozenset({one[at], other[at]}) in _BESIDE
    ((first, second),) = pairwise(apart)
    turned = one[first] == other[second] and one[second] == other[first]
    return second == first + 1 and turned
