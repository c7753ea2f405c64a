"""Ranges of cells such as `A1:C3`, as numbers."""

import re

from attrs import frozen

from tender.formats.excel.addresses import column_number

__all__ = ["Merged", "merged_area"]

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


@frozen
class Merged:
    """A rectangle of cells, its rows and columns counted from 1 and included."""

    top: int
    left: int
    bottom: int
    right: int
    name: str


def merged_area(name: str) -> Merged | None:
    """The rectangle that `name` is; `None` for a text that is none.

    >>> merged_area("B2:C9")
    Merged(top=2, left=2, bottom=9, right=3, name='B2:C9')
    """
    found = _RANGE.fullmatch(name)
    if found is None:
        return None
    left, top = column_number(found[1]), int(found[2])
    right, bottom = (column_number(found[3]), int(found[4])) if found[3] else (left, top)
    return Merged(min(top, bottom), min(left, right), max(top, bottom), max(left, right), name)
