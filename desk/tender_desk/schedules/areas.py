"""Ranges of cells such as `A1:C3`, as numbers."""

import re
from collections.abc import Collection
from itertools import product

from attrs import frozen

from tender_desk.ooxml.addresses import column_number

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

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns it has."""
        return self.bottom - self.top + 1, self.right - self.left + 1

    @property
    def size(self) -> int:
        """How many cells it has."""
        return self.shape[0] * self.shape[1]

    def among(self, cells: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some cells, each a row and a column, that stand in it."""
        rows, columns = range(self.top, self.bottom + 1), range(self.left, self.right + 1)
        if self.size < len(cells):
            return [spot for spot in product(rows, columns) if spot in cells]
        return [(row, column) for row, column in cells if row in rows and column in columns]


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
