"""Who a bidder is by its NPWP, as two records write it: without dots, and partly hidden."""

import re

__all__ = [
    "digits_of",
    "npwp_agrees",
    "split_npwp",
    "whole_npwp",
]

_SHORT, _LONG = 15, 16
_NPWP = re.compile(r"[\dxX*][\dxX*.\-\s]{13,24}[\dxX*]")
_TAIL = re.compile(rf"(?:\s+-\s*|\s*[(/|]\s*|\s+)(?:NPWP\s*:?\s*)?({_NPWP.pattern})\s*\)?$", re.I)


def digits_of(text: str) -> str:
    """The digits of an NPWP, hidden ones as `*`; empty where it does not have 15 or 16 of them.

    >>> digits_of("01.234.567.8-901.000"), digits_of("01.2**.***.*-***.***")
    ('012345678901000', '012************')
    """
    # ASCII only: other digits of Unicode are no NPWP.
    made = re.sub(r"[.\-\s]", "", text).replace("x", "*").replace("X", "*")
    return made if len(made) in (_SHORT, _LONG) and re.fullmatch(r"[0-9*]+", made) else ""


def whole_npwp(text: str | None) -> bool:
    """Whether `text` is an NPWP with no digit hidden."""
    digits = digits_of(text or "")
    return bool(digits) and "*" not in digits


def npwp_agrees(one: str, other: str) -> bool:
    """Whether two NPWP may be the same; what one hides the other may say.

    The sixteen digits of a business are its fifteen with a nought before them.
    """
    first, second = (digits_of(text).rjust(_LONG, "0") for text in (one, other))
    return all(a == b or "*" in (a, b) for a, b in zip(first, second, strict=True))


def split_npwp(text: str) -> tuple[str, str | None]:
    """A name, and the NPWP that stands behind it in the same cell where one does.

    >>> split_npwp("PT Contoh - 01.234.567.8-901.000")
    ('PT Contoh', '01.234.567.8-901.000')
    """
    found = _TAIL.search(text)
    if found is None or not digits_of(found.group(1)):
        return text, None
    return text[: found.start()].rstrip(" -"), found.group(1).strip()
