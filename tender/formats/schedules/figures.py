"""The figures of a row, as numbers."""

from collections.abc import Sequence
from fractions import Fraction

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.given import Given
from tender.formats.schedules.headers import Header
from tender.formats.schedules.hidden_digits import told_apart

__all__ = ["given_in"]


def given_in(cells: Cells, header: Header, rows: Sequence[int]) -> dict[int, Given]:
    """The figures of some rows, by row; every doubt is a note or a fault of `cells`."""
    shares = _are_shares(cells, header, rows)
    return {row: _given(cells, header, row, shares=shares) for row in rows}


def _given(cells: Cells, header: Header, row: int, *, shares: bool) -> Given:
    column = header.column
    given = Given(
        row,
        cells.number(row, column("quantity")),
        cells.number(row, column("person_months")),
        cells.number(row, column("unit_price"), money=True),
        cells.number(row, column("vat_percent"), percent=True),
        cells.number(row, column("tkdn_percent"), percent=True, share=shares, finely=True),
        cells.number(row, column("amount") or column("amount_with_vat"), money=True),
    )
    return told_apart(cells, header, given)


def _are_shares(cells: Cells, header: Header, rows: Sequence[int]) -> bool:
    """Whether a column of TKDN holds shares of one: none is above 1, and some are below it.

    Under a title in percent, one alone may be less than a percent.
    """
    column = header.column("tkdn_percent")
    if not column or any(cells.in_percent(row, column) for row in rows):
        return False
    told = [figure for row in rows if (figure := cells.quiet(row, column))]
    below = [figure for figure in told if figure < 1]
    fewest = 2 if header.tells_rate(column) else 1
    return len(below) >= fewest and all(Fraction(0) < figure <= 1 for figure in told)
