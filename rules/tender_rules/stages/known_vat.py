"""What the law in force knows of PPN: its rate, and the share of the price that the rate is of."""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender_engine.law import Ask, Law
from tender_engine.vat import of_the_whole

__all__ = ["KnownVat", "known_base", "known_vat"]

_BASE = "vat.base"


@frozen
class KnownVat:
    """A rate in percent of a share of the price, and what that is in percent of the whole."""

    rate: Decimal
    base: Fraction
    effective: Decimal | None
    instrument: str


def known_base(law: Law) -> Fraction | None:
    """The share of the price that the law takes PPN of; `None` where no text in force has one."""
    used = law.values.get(_BASE)
    return None if used is None else Fraction(used.value)


def known_vat(ask: Ask) -> KnownVat | None:
    """Rate and base as the law has them; `None` where no text in force tells a base."""
    if known_base(ask.law) is None:
        return None
    rate, base = ask.decimal("vat.rate"), Fraction(ask.text("vat.base"))
    text = ask.law.value(_BASE).instrument
    return KnownVat(rate, base, of_the_whole(rate, base), text)
