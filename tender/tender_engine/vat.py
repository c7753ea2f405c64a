"""PPN as a percentage of the whole price, where a rate is taken of a share of it (its base).

A document writes `12` with the base `11/12`: 12 percent of eleven twelfths of the price, which is
11 percent of the whole. All that computes takes the second; what people read shows the first.
"""

from decimal import Decimal
from fractions import Fraction

from tender_engine.model import Hps, HpsLine
from tender_engine.numbers import ZERO, terminating

__all__ = ["WHOLE", "base_of", "of_the_whole", "rate_of"]

WHOLE = Fraction(1)


def of_the_whole(vat_percent: Decimal, base: Fraction | None) -> Decimal | None:
    """PPN in percent of the whole price; `None` where its decimals have no end.

    >>> of_the_whole(Decimal(12), Fraction(11, 12)), of_the_whole(Decimal(10), Fraction(11, 12))
    (Decimal('11'), None)
    """
    if base is None or base is WHOLE or base == WHOLE:
        return vat_percent
    return terminating(Fraction(vat_percent) * base) if vat_percent else ZERO


def base_of(hps: Hps, line: HpsLine | None = None) -> Fraction:
    """The share of the price that the document takes PPN of, for `line` or in general."""
    own = None if line is None else line.vat_base
    return own or hps.vat_base or WHOLE


def rate_of(hps: Hps, line: HpsLine | None = None) -> Decimal:
    """The document's PPN for `line`, or in general, in percent of the whole price.

    Raises:
        ArithmeticError: its decimals have no end, which the reader of a package refuses.
    """
    own = None if line is None else line.vat_percent
    rate = of_the_whole(hps.vat_percent if own is None else own, base_of(hps, line))
    if rate is None:
        raise ArithmeticError("a rate of PPN has no end")
    return rate
