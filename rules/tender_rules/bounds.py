"""Between what a number has to be that a document or a local standard sets."""

import datetime as dt
from decimal import Decimal

from attrs import frozen

from tender_engine.findings import said
from tender_engine.rulebook import Rulebook

__all__ = ["Bounds", "bounds_of"]

_ONE, _A_MINUTE = Decimal(1), Decimal("0.01")


@frozen
class Bounds:
    """What a number can be; both ends are in."""

    least: Decimal
    most: Decimal
    # It is so many of these, where it is not any number.
    step: Decimal | None = None
    # Up to which part of one: a time of the day has sixty minutes.
    part: Decimal = Decimal(1)
    # What is below it, and is not nothing, is a slip: 0.65 where 65 is meant.
    slip: Decimal = Decimal(0)

    def hold(self, value: str) -> bool:
        """Whether `value`, which is a number, is one of these in plain notation."""
        number = Decimal(value)
        plainly = value.replace(".", "", 1).isdecimal()
        fits = number % 1 < self.part and not (self.step and number % self.step)
        slipped = 0 < number < self.slip
        return plainly and fits and not slipped and self.least <= number <= self.most

    @property
    def said(self) -> str:
        """The same in words."""
        kind = "bilangan bulat" if self.step == _ONE else "angka" if self.part == 1 else "jam"
        apart = f", tidak di antara 0 dan {said(self.slip)}" if self.slip else ""
        return f"{kind} {said(self.least)} s.d. {said(self.most)}{apart}"


_A_PERCENTAGE = Bounds(Decimal(0), Decimal(100), slip=Decimal(1))
_A_SHARE = Bounds(Decimal(0), Decimal(1), slip=Decimal("0.01"))
_MANY = Decimal(1000)
# How far a rounded price may lie from what it is broken down to, in rupiah.
_ROUNDED = Bounds(Decimal(0), Decimal(1_000_000))
# 15.30 is half past three.
_A_CLOCK = Bounds(Decimal(0), Decimal("23.59"), _A_MINUTE, part=Decimal("0.60"))
# Numbers of participants, and what the law itself sets as their least.
_COUNTS = {
    "qualification.shortlist_most": "qualification.least_passing",
    "qualification.extension_below": "qualification.least_submitted",
    "qualification.extension_below_repeat": "qualification.least_submitted",
}


def bounds_of(param: str, rulebook: Rulebook, day: dt.date) -> Bounds | None:
    """Between what `param` has to be, where it is a share, a count, a rounding or an hour."""
    if param.startswith("weights."):
        return _A_PERCENTAGE
    if param in ("skn.least_share", "minutes.least_signatures_share"):
        return _A_SHARE
    if param == "calendar.workday_end":
        return _A_CLOCK
    if param.startswith("service."):
        return Bounds(Decimal(0), _MANY, _ONE)
    if param == "price.breakdown_within":
        return _ROUNDED
    least = _COUNTS.get(param)
    if least is None:
        return None
    return Bounds(Decimal(rulebook.variants(least, day)[0].value), _MANY, _ONE)
