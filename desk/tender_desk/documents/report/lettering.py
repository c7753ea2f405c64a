"""How much room a text takes in a picture, so that it is broken into lines and never cut.

No font is at hand; widths are those of a wide sans serif, so that a line comes out shorter rather
than longer than its room.
"""

import unicodedata
from collections.abc import Iterator

__all__ = ["lines_of"]

# Thousandths of the size of the letters.
_NARROW, _MIDDLE, _BROAD, _FULL = 340, 590, 760, 1100
_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[] -")
_BROAD_LETTERS = frozenset("mwMW@%&_—")


def _letter(letter: str) -> int:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if unicodedata.combining(letter):
        return 0
    if letter in _BROAD_LETTERS or unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    return _BROAD if letter.isupper() or ord(letter) > 0x24F else _MIDDLE


def _width(text: str, size: int) -> int:
    """The width of `text` in the unit of `size`, rounded up."""
    return -(-sum(map(_letter, text)) * size // 1000)


def lines_of(text: str, size: int, room: int) -> tuple[str, ...]:
    """`text` in lines of at most `room`, broken between words, and within those that are longer.

    >>> lines_of("Evaluasi administrasi", 12, 80)
    ('Evaluasi', 'administrasi')
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and _width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, size, room)
    return tuple(lines) or ("",)


def _pieces(word: str, size: int, room: int) -> Iterator[str]:
    """A word, or the pieces of one that is wider than the room."""
    piece = ""
    for letter in word:
        if piece and _width(piece + letter, size) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece
