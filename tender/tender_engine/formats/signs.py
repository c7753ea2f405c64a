"""What no text of a package may hold, the one form of its letters, and its words as compared.

Two texts that look alike should be alike: else a second `PT Contoh` is made of signs nobody sees.
"""

import re
import unicodedata

__all__ = ["HIDDEN", "composed", "for_schema", "plain_words", "uncomposed_at", "without_unseen"]

_UNWRITABLE = "\\ud800-\\udfff\\ufffe\\uffff"
# What Unicode lets a font leave out, and what stands for nothing: soft hyphen, joiners, fillers,
# marks of direction and of variants, blank Braille, tags; and line separators.
_UNSEEN = (
    "\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb"
    "\\U0001bca0-\\U0001bca3\\U0001d159\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
# The inside of a class of a pattern: these, controls but tab and line feed, and what XML cannot
# hold, so that a workbook or a document of Word could not either.
HIDDEN = f"\\x00-\\x08\\x0b-\\x1f{_UNSEEN}{_UNWRITABLE}"
_ESCAPED = re.compile(r"\\U([0-9a-f]{8})")
# What a paste brings along: what shows nothing, what stands as a blank, and separators of lines.
# Marks that turn the order in which signs are seen, and controls, are none of these.
_NOTHING = (
    "[\\xad\\u034f\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200e\\u202a\\u202c\\u202d\\u2060-\\u2066"
    "\\u2068-\\u206f\\ufe00-\\ufe0f\\ufeff\\U0001bca0-\\U0001bca3\\U0001d159\\U0001d173-\\U0001d17a"
    "\\U000e0000-\\U000e0fff]+"
)
_nothing = re.compile(_NOTHING).sub
_blank = re.compile("[\\u115f\\u1160\\u2800\\u3164\\uffa0]").sub
_break = re.compile("[\\x85\\u2028\\u2029]").sub


def for_schema(pattern: str) -> str:
    """`pattern` as a JSON Schema can say it.

    Signs beyond 16 bits stand for themselves. Lone surrogates are left out: no JSON text that is
    Unicode can hold one.
    """
    shorter = pattern.replace(r"\x", r"\u00").replace(r"\ud800-\udfff", "")
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), shorter)


def without_unseen(text: str) -> str:
    """`text` as it is seen: without signs that show nothing, a blank or a break where they show it.

    >>> without_unseen("\u202aPT\u200b Maju\ufeff\u202c"), without_unseen("PT\u2800Maju")
    ('PT Maju', 'PT Maju')
    """
    return text if text.isascii() else _break("\n", _blank(" ", _nothing("", text)))


def composed(text: str) -> str:
    """`text` with each letter and its marks as one sign where Unicode has one: its form NFC.

    >>> composed("Te\u0301")
    'Té'
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def uncomposed_at(text: str) -> int | None:
    """Where `text` first differs from its form NFC, from 0; `None` where it is in it.

    >>> uncomposed_at("Te\u0301"), uncomposed_at("Té")
    (1, None)
    """
    whole = composed(text)
    if whole == text:
        return None
    pairs = zip(text, whole, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(whole))


def plain_words(text: str) -> str:
    """The words of a text as they are compared: no case, no signs, one space between.

    >>> plain_words("Galian  Tanah-biasa, 1 m³")
    'galian tanah biasa 1 m3'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))
