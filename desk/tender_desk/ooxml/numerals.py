"""Numbers that somebody typed as text, in Indonesian form, read exactly or not at all."""

import re
from decimal import Decimal

__all__ = ["amount_of", "like_figure"]

_LONGEST = 60
# Groups of thousands may not begin with a zero: `0.500` is half a unit to whoever typed it.
_FORM = re.compile(
    r"(?:@[ ]*)?(?P<minus>-)?(?:(?:Rp\.?|IDR)[ ]*:?[ ]*)?"
    r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)"
    r"(?:,(?P<decimals>[0-9]+)|[ ]*[.,]-{1,2})?(?:[ ]*rupiah)?",
    re.IGNORECASE | re.ASCII,
)
_DIGITS_BEFORE = 18
_WORD = re.compile(r"[^\W\d_]{3}")
# `m2` and `K-250` are none.
_FIGURE = re.compile(r"\s*(?:rp|idr)?[\s.:]*[-+(]*\d", re.IGNORECASE)


def amount_of(text: str) -> Decimal | None:
    """The number that `text` is in Indonesian form; `None` if it is none, or may be two.

    A dot parts thousands and a comma decimals. `Rp` or `@` may stand before, `,-` or *rupiah*
    after. What another country would read otherwise (`1.5`, `1,234.50`), exponents, signs of other
    scripts and more than 18 digits before the comma are not read. Nothing is rounded.

    >>> amount_of("1.234.567,89"), amount_of("Rp 1.000,-"), amount_of("1.234")
    (Decimal('1234567.89'), Decimal('1000'), Decimal('1234'))
    >>> amount_of("1.5"), amount_of("1,234.50"), amount_of("1e5")
    (None, None, None)
    """
    if len(text) > _LONGEST:
        return None
    found = _FORM.fullmatch(text.replace("\xa0", " ").strip(" \t\r\n"))
    if found is None:
        return None
    whole = found["whole"].replace(".", "")
    if len(whole.lstrip("0")) > _DIGITS_BEFORE:
        return None
    decimals = (found["decimals"] or "").rstrip("0")
    # Made from its digits: arithmetic would round to the caller's context.
    number = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return number.copy_negate() if found["minus"] and number else number


def like_figure(text: str) -> bool:
    """Whether a text begins with digits and holds no word, so that a number was meant.

    >>> like_figure("Rp 1.000,-"), like_figure("2 buah"), like_figure("-")
    (True, False, False)
    """
    figure = bool(_FIGURE.match(text)) and not _WORD.search(text)
    return figure or amount_of(text) is not None
