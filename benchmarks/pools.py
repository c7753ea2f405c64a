"""A pool of the lowest bids in which one bidder after the other falls: what its refilling costs."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from measures import read
from packages import package_text
from timing import Figure, best

from tender_engine.engine import evaluate
from tender_rules import national

__all__ = ["pools"]

_PLACES, _LINES = 3, 3
_PARTS = 4  # the small size is a quarter of the large one
_MOST, _GROWTH = 2, 4.5

Falling = Callable[[dict[str, Any]], None]


def _short_validity(data: dict[str, Any]) -> None:
    for who in data["participants"]:
        who["facts"]["evaluasi_administrasi"]["bid_validity_days"] = 30


def _blacklisted(data: dict[str, Any]) -> None:
    for who in data["participants"]:
        who["facts"]["evaluasi_kualifikasi"]["blacklist"] = True


def _above_the_estimate(data: dict[str, Any]) -> None:
    for who in data["participants"]:
        price = who["price"]
        price["stated_total"] = str(2 * Decimal(price["stated_total"]))
        for line in price["lines"]:
            line |= {key: str(2 * Decimal(line[key])) for key in ("unit_price", "amount")}


def _refused(stage: str) -> Falling:
    def refuse(data: dict[str, Any]) -> None:
        for entry in data["assessments"]:
            if entry["stage"] == stage:
                entry |= {"verdict": "tidak_memenuhi", "note": "tidak sesuai"}

    return refuse


# At which stage everybody falls; at the proof no place is freed before all who hold one are out.
_FALLS: Mapping[str, Falling] = {
    "administration": _short_validity,
    "qualification": _blacklisted,
    "technical": _refused("evaluasi_teknis"),
    "price": _above_the_estimate,
    "proof": _refused("pembuktian_kualifikasi"),
}


def pools(count: int, rounds: int) -> Iterator[Figure]:
    """`count` bidders of whom all fall, against the same without a pool and against a quarter."""
    law = national()
    for stage, fall in _FALLS.items():
        sizes = (count, count // _PARTS)
        plain = read(_falling(count, fall, None))
        many, few = (read(_falling(size, fall, _PLACES)) for size in sizes)
        bare, took, part = (
            best(lambda given=given: evaluate(given, law), rounds) for given in (plain, many, few)
        )
        name = f"pool of {_PLACES}: {count:,} fall at {stage}"
        yield Figure(name, took / bare, took=took, bare=bare, bound=_MOST)
        yield Figure(f"  against {sizes[1]:,}", took / part, took=took, bare=part, bound=_GROWTH)


def _falling(count: int, fall: Falling, places: int | None) -> str:
    data = json.loads(package_text(count, _LINES))
    fall(data)
    if places is not None:
        data["tender"]["requirements"]["penawaran_dievaluasi"] = {"lowest": places}
    return json.dumps(data)
