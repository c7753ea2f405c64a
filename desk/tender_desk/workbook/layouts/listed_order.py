"""Lines and criteria in the order in which a package lists them, as its workbook shows them.

The canonical values have every list sorted, so that no order changes a digest. Who pastes a block
of the tender document into a sheet, or a column of scores into a matrix, needs the rows as that
document has them.
"""

from collections.abc import Iterable
from typing import Any

from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.findings import natural
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Criterion, HpsLine, Package

__all__ = ["as_listed"]


def as_listed(package: Package) -> dict[str, Any]:
    """The plain values of `package`: criteria and lines as listed, and so the lines of each price.

    A bidder's own lines, which the document does not have, stand below.
    """
    value: dict[str, Any] = {**package_dict(package)}
    tender = package.tender
    for stage, asked in tender.requirements.items():
        criteria = get(value, ("tender", "requirements", str(stage), "criteria"))
        _sort(criteria, asked.criteria or ())
    _sort(get(value, ("tender", "hps", "lines")), tender.hps.lines or ())
    for who in value.get("participants", ()):
        _sort(get(who, ("price", "lines")), tender.hps.lines or ())
    return value


def _sort(entries: Any, listed: Iterable[Criterion | HpsLine]) -> None:
    """Put plain entries, if there are any, into the order of those listed; all others below."""
    if entries is not MISSING:
        rank = {one.id: number for number, one in enumerate(listed)}
        entries.sort(key=lambda one: (rank.get(one["id"], len(rank)), natural(one["id"])))
