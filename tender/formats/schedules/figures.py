"""The figures of a row, as numbers."""

from decimal import Decimal

from attrs import frozen

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header
from tender.numbers import exact

__all__ = ["Given", "given_in"]


@frozen
class Given:
    """What a row says, as numbers."""

    row: int
    quantity: Decimal | None
    person_months: Decimal | None
    unit_price: Decimal | None
    vat_percent: Decimal | None
    tkdn_percent: Decimal | None
    amount: Decimal | None

    def product(self, times: Decimal | None) -> Decimal | None:
        """Volume times unit price; `None` where one is not given."""
        if self.quantity is None or self.unit_price is None:
            return None
        with exact():
            return self.quantity * self.unit_price * (Decimal(1) if times is None else times)


def given_in(cells: Cells, header: Header, row: int) -> Given:
    """The figures of a row; every doubt is a note or a fault of `cells`."""
    column = header.column
    return Given(
        row,
        cells.number(row, column("quantity")),
        cells.number(row, column("person_months")),
        cells.number(row, column("unit_price"), money=True),
        cells.number(row, column("vat_percent"), percent=True),
        cells.number(row, column("tkdn_percent"), percent=True),
        cells.number(row, column("amount") or column("amount_with_vat"), money=True),
    )
