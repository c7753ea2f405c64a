"""What a form leaves blank because the law leaves it one value, read as that value.

How a Seleksi qualifies and hands in follows from what is procured, and the weight of the price from
that of the technical part. Whoever types another value is told by the law's own checks.
"""

from fractions import Fraction
from typing import Any

from tender_desk.workbook.trees import MISSING, get
from tender_engine.numbers import terminating
from tender_engine.terms import Category, StageId
from tender_rules.procurement_kind import WEIGHED, only_envelope, only_procedure

__all__ = ["add_what_follows"]

_ASKED = ("tender", "requirements")
_TECHNICAL = (*_ASKED, str(StageId.EVALUASI_TEKNIS), "weight")
_WHOLE = 100


def add_what_follows(value: dict[str, Any]) -> None:
    """Put into the plain values of a package what its forms need not say."""
    tender: dict[str, Any] = value["tender"]
    if tender.get("category") in (*Category,):
        category = Category(tender["category"])
        for key, only in (
            ("procedure", only_procedure(category)),
            ("envelope", only_envelope(category)),
        ):
            if only is not None:
                tender.setdefault(key, str(only))
    technical = get(value, _TECHNICAL)
    if tender.get("method") in WEIGHED and technical is not MISSING:
        of_price = tender["requirements"].setdefault(str(StageId.EVALUASI_HARGA), {})
        if "weight" not in of_price and (rest := _rest_of(technical)):
            of_price["weight"] = rest


def _rest_of(weight: str) -> str | None:
    """What is left of a hundred, as the format writes weights."""
    try:
        rest = _WHOLE - Fraction(weight)
    except (ValueError, ZeroDivisionError):
        return None  # told where the weight is checked
    exact = terminating(rest)
    if rest <= 0:
        return None
    return f"{rest.numerator}/{rest.denominator}" if exact is None else f"{exact.normalize():f}"
