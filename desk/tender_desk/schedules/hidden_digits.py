"""Digits of volumes and prices that their cells hold and do not show.

The bid on paper shows fewer digits than a price from an analysis has. Which of the two is the bid's
is what makes its amount; where neither does, that is in doubt.
"""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.given import Given
from tender_desk.schedules.headers import Header
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.shown import Digits
from tender_engine.numbers import half_up, plain, terminating

__all__ = ["told_apart"]

_SEN = Fraction(1, 100)
_DECIMALS = 6
_TOLD = 12


@frozen
class _Factor:
    """A factor of an amount: its key, its column, its digits, and what was read of it."""

    key: str
    column: int
    digits: Digits
    read: Decimal

    @property
    def shown(self) -> Fraction:
        """What it shows, as far as that is a number."""
        return self.digits.stored if self.digits.shown is None else self.digits.shown

    @property
    def writable(self) -> bool:
        """Whether what it shows may stand in a package."""
        return half_up(self.shown, _DECIMALS) == self.shown and self.digits.shown is not None


def told_apart(cells: Cells, header: Header, one: Given) -> Given:
    """A row with the digits of volume and price that are the bid's, noted where some are hidden."""
    factors = [
        _Factor(key, column, digits, read)
        for key in ("quantity", "person_months", "unit_price")
        if (read := getattr(one, key)) is not None
        and (digits := cells.digits(one.row, column := header.column(key))) is not None
    ]
    odd = [f for f in factors if not f.digits.alike or f.digits.stored != f.read]
    column = header.column("amount") or header.column("amount_with_vat")
    amount = None if one.amount is None else cells.digits(one.row, column)
    if not odd and (amount is None or amount.alike):
        return one
    products = _Products(factors, _rates(header, one), whole=_is_whole(factors))
    as_shown = False if amount is None else products.as_shown(amount)
    chosen = {factor.key: _value(cells, one, factor, factors, as_shown=as_shown) for factor in odd}
    one = evolve(one, **chosen)  # type: ignore[arg-type]
    if amount is None or amount.alike:
        return one
    return evolve(one, amount=_amount(cells, one, column, amount, products))


def _rates(header: Header, one: Given) -> tuple[Fraction, ...]:
    """By what a product is multiplied where its amount includes PPN; nothing where that is open."""
    if one.vat_percent is None:
        return (Fraction(1),) if header.column("amount") else ()
    return Fraction(1), 1 + Fraction(one.vat_percent) / 100


def _is_whole(factors: list[_Factor]) -> bool:
    return {"quantity", "unit_price"} <= {factor.key for factor in factors}


@frozen
class _Products:
    """What the factors of a row make, as they are stored and as they are shown."""

    factors: list[_Factor]
    rates: tuple[Fraction, ...]
    whole: bool

    def fits(self, amount: Fraction, *, as_shown: bool) -> bool:
        """Whether an amount is one of the products, or what that is rounded."""
        product = Fraction(1)
        for factor in self.factors:
            product *= factor.shown if as_shown else factor.digits.stored
        return self.whole and any(_is(product * rate, amount) for rate in self.rates)

    def as_shown(self, amount: Digits) -> bool | None:
        """Whether an amount is made of what is shown; `None` where neither that nor the rest is.

        Where there is no amount to go by, what is stored counts.
        """
        if not self.whole or not self.rates:
            return False
        amounts = [amount.stored, *([] if amount.shown is None else [amount.shown])]
        for each in amounts:
            for as_shown in (False, True):
                if self.fits(each, as_shown=as_shown):
                    return as_shown
        return None


def _amount(
    cells: Cells, one: Given, column: int, amount: Digits, products: _Products
) -> Decimal | None:
    """The amount, of which digits are hidden: as it is stored, where that is what its line makes.

    Else the one that is shown may be, and the rest is a slip of the bidder that is corrected.
    """
    if amount.shown is None:
        cells.fault("XLS145", one.row, column)
    elif any(products.fits(amount.stored, as_shown=as_shown) for as_shown in (False, True)):
        pass
    elif any(products.fits(amount.shown, as_shown=as_shown) for as_shown in (True, False)):
        cells.note("as_shown", one.row, column, _told(amount))
        return half_up(amount.shown, _DECIMALS)
    elif not products.whole and abs(amount.stored - amount.shown) >= 1:
        cells.fault("XLS145", one.row, column)
    else:
        cells.note("hidden_digits", one.row, column, _told(amount))
    return one.amount


def _is(product: Fraction, amount: Fraction) -> bool:
    return abs(product - amount) < _SEN or makes(product, amount)


def _value(
    cells: Cells, one: Given, factor: _Factor, factors: list[_Factor], *, as_shown: bool | None
) -> Decimal:
    """The value of a factor with hidden digits, with a note; a fault where it decides and is open.

    A volume is held against the document's anyway.
    """
    digits, row = factor.digits, one.row
    priced = factor.key == "unit_price"
    others = Fraction(1)
    for other in factors:
        others *= 1 if other is factor else max(other.digits.stored, Fraction(1))
    if digits.shown is None or (
        priced and as_shown is None and abs(digits.stored - factor.shown) * others >= _SEN
    ):
        cells.fault("XLS145", row, factor.column)
        return factor.read
    lost = abs(digits.stored - Fraction(factor.read)) * others
    if factor.writable and not digits.alike and (as_shown or (lost >= _SEN and not priced)):
        cells.note("as_shown", row, factor.column, _told(digits))
        return half_up(factor.shown, _DECIMALS)
    if priced and lost >= _SEN:
        cells.fault("XLS057", row, factor.column)
    elif digits.alike:
        cells.note("cut", row, factor.column, plain(factor.read))
    else:
        cells.note("hidden_digits", row, factor.column, _told(digits))
    return factor.read


def _told(digits: Digits) -> str:
    """What is shown and what is stored."""
    both = (digits.shown or Fraction(0), digits.stored)
    return " → ".join(plain(terminating(n) or half_up(n, _TOLD)) for n in both)
