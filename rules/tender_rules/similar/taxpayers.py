"""The number of a taxpayer (NPWP) as records write it: old and new, dotted, and partly hidden."""

import re

__all__ = ["LENGTHS", "branch_of", "masked", "npwp_agrees", "sixteen", "whole_npwp"]

# Signs of the number: the old one, the new one, and the new one with a place.
_OLD, _NEW, _WITH_PLACE, _TAXPAYER = 15, 16, 22, 9
# How many digits a number has.
LENGTHS = (_OLD, _NEW, _WITH_PLACE)
_SHOWN = 4
_HIDDEN = "*"


def sixteen(text: str) -> str:
    """The 16 signs of an NPWP, hidden digits as `*`; empty where `text` is none.

    The old 15 are the 16 with a 0 before them, and 22 are 16 and a place. Check digits are not
    looked at.

    >>> sixteen("01.234.567.8-901.000"), sixteen("0012345678901000000123"), sixteen("01.234")
    ('0012345678901000', '0012345678901000', '')
    >>> sixteen("01.2**.***.*-***.***")
    '0012************'
    """
    # ASCII only: other digits of Unicode are no NPWP.
    made = re.sub(r"[.\-\s]", "", text).replace("x", _HIDDEN).replace("X", _HIDDEN)
    if len(made) not in LENGTHS or not re.fullmatch(r"[0-9*]+", made):
        return ""
    return f"0{made}" if len(made) == _OLD else made[:_NEW]


def whole_npwp(text: str | None) -> str:
    """The 16 digits of `text`; empty where it is no NPWP, or where a digit of it is hidden."""
    made = sixteen(text or "")
    return "" if _HIDDEN in made else made


def npwp_agrees(one: str, other: str) -> bool:
    """Whether two NPWP may be the same; what one hides the other may say."""
    signs = zip(sixteen(one), sixteen(other), strict=True)
    return all(a == b or _HIDDEN in (a, b) for a, b in signs)


def branch_of(number: str) -> str | None:
    """Whose NPWP it is, whatever the branch: the first nine of the old 15; else `None`.

    >>> branch_of("0012345678901000"), branch_of("3174010203040005"), branch_of("0" * 16)
    ('012345678', None, None)
    """
    taxpayer = number[1 : 1 + _TAXPAYER]
    is_one = len(number) == _NEW and number.startswith("0") and taxpayer.strip("0")
    return taxpayer if is_one else None


def masked(number: str) -> str:
    """A number of which only the last four signs are shown.

    >>> masked("0012345678901000")
    '************1000'
    """
    return _HIDDEN * max(0, len(number) - _SHOWN) + number[-_SHOWN:]
