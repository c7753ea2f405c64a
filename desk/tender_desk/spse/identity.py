"""The NPWP that stands behind a name in one cell of a table of SPSE."""

import re

from tender_rules.similar.taxpayers import sixteen

__all__ = ["split_npwp"]

_NPWP = re.compile(r"[\dxX*][\dxX*.\-\s]{13,24}[\dxX*]")
_TAIL = re.compile(rf"(?:\s+-\s*|\s*[(/|]\s*|\s+)(?:NPWP\s*:?\s*)?({_NPWP.pattern})\s*\)?$", re.I)


def split_npwp(text: str) -> tuple[str, str | None]:
    """A name, and the NPWP that stands behind it in the same cell where one does.

    >>> split_npwp("PT Contoh - 01.234.567.8-901.000")
    ('PT Contoh', '01.234.567.8-901.000')
    """
    found = _TAIL.search(text)
    if found is None or not sixteen(found.group(1)):
        return text, None
    return text[: found.start()].rstrip(" -"), found.group(1).strip()
