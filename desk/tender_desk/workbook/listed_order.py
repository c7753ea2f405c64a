"""The lines of a package in the order in which it lists them, as its workbook shows them.

The canonical values have every list sorted, so that no order changes a digest. Who pastes a block
of the tender document into a sheet needs the lines as that document has them.
"""

from typing import Any

from tender_desk.workbook.trees import MISSING, get
from tender_engine.findings import natural
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Package

__all__ = ["as_listed"]


def as_listed(package: Package) -> dict[str, Any]:
    """The plain values of `package`: its lines as listed, those of each price in the same order.

    A bidder's own lines, which the document does not have, stand below.
    """
    value: dict[str, Any] = {**package_dict(package)}
    rank = {line.id: number for number, line in enumerate(package.tender.hps.lines or ())}

    def place(line: dict[str, Any]) -> tuple[int, Any]:
        return rank.get(line["id"], len(rank)), natural(line["id"])

    prices = [get(who, ("price", "lines")) for who in value.get("participants", ())]
    for lines in (get(value, ("tender", "hps", "lines")), *prices):
        if lines is not MISSING:
            lines.sort(key=place)
    return value
