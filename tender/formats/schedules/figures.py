"""The figures of a row, as numbers."""

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.given import Given
from tender.formats.schedules.headers import Header
from tender.formats.schedules.hidden_digits import told_apart

__all__ = ["given_in"]


def given_in(cells: Cells, header: Header, row: int) -> Given:
    """The figures of a row; every doubt is a note or a fault of `cells`."""
    column = header.column
    given = Given(
        row,
        cells.number(row, column("quantity")),
        cells.number(row, column("person_months")),
        cells.number(row, column("unit_price"), money=True),
        cells.number(row, column("vat_percent"), percent=True),
        cells.number(row, column("tkdn_percent"), percent=True),
        cells.number(row, column("amount") or column("amount_with_vat"), money=True),
    )
    return told_apart(cells, header, given)
