"""What a sheet leaves blank because it follows from what is typed elsewhere, read as that value.

How a Seleksi qualifies and hands in follows from what is procured, and the weight of the price from
that of the technical part; the last weight of a stage from the others, the PPN of a bid from the
document's, and what an act or a deadline is about where the tender knows one such thing. Only what
every package says is read so, and the sheet says so. Whoever types another value is told by the
law's own checks.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.formats.package_events import EVENT
from tender_engine.numbers import terminating
from tender_engine.terms import Category, Phase, ProcedureName, StageId, Subject
from tender_rules.procurement_kind import WEIGHED, about_fits, only_envelope, only_procedure

__all__ = ["RATE", "add_what_follows", "add_what_rows_leave"]

_ASKED = ("tender", "requirements")
_TECHNICAL = (*_ASKED, str(StageId.EVALUASI_TEKNIS), "weight")
_WHOLE = 100
# What each kind of event may be about, of those that are about a phase or a result.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    kind["properties"]["type"]["const"]: tuple(kind["properties"]["of"]["enum"])
    for kind in EVENT.schema()["oneOf"]
    if {*kind["properties"].get("of", {}).get("enum", ())} & {*Subject, *Phase}
}
_OF_BIDS = (Phase.PENAWARAN, Subject.PEMILIHAN)
# Where a bidder's own rate stands.
RATE = ("price", "vat_percent")


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


def add_what_rows_leave(value: dict[str, Any], *, rated: bool = True) -> None:
    """Put into the plain values what the rows of tables need not say, once all of them are read.

    `rated` is whether the bidders have a column for their rate: what stood in one that is lost is
    not known, and no blank.
    """
    tender: dict[str, Any] = value["tender"]
    for asked in tender.get("requirements", {}).values():
        _add_last_weight(asked)
    percent = tender.get("hps", {}).get("vat_percent")
    # What cannot be one is told where it was typed, and of no bid.
    rated = rated and percent is not None and 0 <= Fraction(percent) <= _WHOLE
    procedure = tender.get("procedure")
    for event in _dicts(value.get("events")):
        about = _ABOUT.get(event.get("type", ""), ())
        known = [of for of in about if about_fits(of, procedure, tender.get("envelope"))]
        if procedure not in (None, *ProcedureName):  # told as that, and not in each row once more
            known = [of for of in about if of in _OF_BIDS]
        if len(known) == 1:
            event.setdefault("of", known[0])
    for bidder in _dicts(value.get("participants")):
        price = bidder.get("price")
        if rated and isinstance(price, dict) and price:
            price.setdefault(RATE[-1], percent)


def _add_last_weight(asked: Any) -> None:
    """The weight of the one scored criterion of a stage that has none."""
    criteria = _dicts(asked.get("criteria") if isinstance(asked, dict) else None)
    scored = [one for one in criteria if "max_score" in one]
    open_ = [one for one in scored if "weight" not in one]
    said = [one["weight"] for one in scored if "weight" in one]
    if len(open_) == 1 and said and (rest := _rest_of(*said)):
        open_[0]["weight"] = rest


def _dicts(entries: Any) -> Iterator[dict[str, Any]]:
    yield from (one for one in entries or () if isinstance(one, dict))


def _rest_of(*weights: str) -> str | None:
    """What is left of a hundred, as the format writes weights."""
    try:
        rest = Fraction(_WHOLE) - sum(map(Fraction, weights))
    except (ValueError, ZeroDivisionError):
        return None  # told where the weight is checked
    exact = terminating(rest)
    if rest <= 0:
        return None
    return f"{rest.numerator}/{rest.denominator}" if exact is None else f"{exact.normalize():f}"
