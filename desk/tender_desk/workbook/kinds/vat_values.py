"""PPN as plain values say it, before a package is made of them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

__all__ = ["part_of_vat"]


def part_of_vat(*said: Mapping[str, Any]) -> Fraction | None:
    """The part of a net amount that PPN is; `None` where nobody says so, or not in numbers.

    Of a line, the price and the document, in this order, the first that has a rate gives it, and
    the first that has a base the base.

    >>> part_of_vat({"vat_percent": "12"}, {"vat_percent": "11", "vat_base": "11/12"})
    Fraction(11, 100)
    >>> part_of_vat({})
    """
    rates = (one.get("vat_percent") for one in said)
    bases = (one.get("vat_base") for one in said)
    rate = next((rate for rate in rates if rate is not None), None)
    base = next((base for base in bases if base is not None), "1")
    try:
        return None if rate is None else Fraction(str(rate)) / 100 * Fraction(str(base))
    except (ValueError, ZeroDivisionError):
        return None
