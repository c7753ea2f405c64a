"""A sheet of the workbook with its rows, and a workbook of such sheets: before a cell is drawn."""

from typing import Any

from attrs import frozen

from tender_desk.workbook.layouts.layout import Sheet
from tender_desk.workbook.matrices.content import Matrix

__all__ = ["REPEATED", "Book", "Filled", "Rest", "Row"]

# Of a line of the document, repeated in a price sheet for the eye.
REPEATED = ("description", "unit")
Row = tuple[Any, ...]


@frozen
class Filled:
    """A sheet with its rows; `about` is the id and name of whom a price sheet is of.

    `in_order` tells of such a sheet that its lines are those of the document, though at odds;
    `once` is what stands above the heads for all rows.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    about: tuple[str, str] | None = None
    in_order: bool = False
    once: Any = None

    @property
    def whose(self) -> str | None:
        """The id of whom a price sheet is of; None for every other."""
        return self.about[0] if self.about else None


@frozen
class Rest:
    """A value without a column: its place, and its JSON."""

    place: str
    json: str


@frozen
class Book:
    """The sheets of a workbook in order, its matrices, and what none of them holds."""

    sheets: tuple[Filled, ...]
    rest: tuple[Rest, ...]
    matrices: tuple[Matrix, ...] = ()
