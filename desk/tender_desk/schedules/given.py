"""What a row says, as numbers."""

from decimal import Decimal

from attrs import frozen

from tender_engine.numbers import exact

__all__ = ["Given"]


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
