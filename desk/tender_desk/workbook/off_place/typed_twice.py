"""What is typed twice in a workbook and does not agree, though each of both may be meant.

It is told at the cell that was typed and refuses nothing. Whole packages alone are held against
themselves: where something is wrong, that is told first.
"""

from collections.abc import Iterator
from decimal import Decimal

from tender_engine.faults import Fault
from tender_engine.model import Package
from tender_engine.numbers import ZERO, exact, plain, with_vat
from tender_engine.vat import rate_of

__all__ = ["NOTICED", "typed_twice"]

_HPS = "XLS239"
# The notices of an evaluation that tell the same, once it came so far.
NOTICED = {_HPS: "RINCIAN_HPS_BERBEDA"}
_TOTAL = ("tender", "hps", "total")
# Offices round the sum of an estimate, down or up: to a sen at least, to a million at most.
_ROUNDED_TO = tuple(Decimal(1).scaleb(power) for power in range(-2, 7))


def typed_twice(package: Package) -> Iterator[Fault]:
    """The total of the HPS that its lines do not come to, however it was rounded."""
    hps = package.tender.hps
    with exact():
        lines = [
            with_vat(line.volume * line.unit_price, rate_of(hps, line)) for line in hps.lines or ()
        ]
        made = sum(lines, ZERO)
        apart = abs(hps.total - made)
        rounded = any(apart < step and hps.total % step == 0 for step in _ROUNDED_TO)
    if lines and apart and not rounded:
        params = {"total": plain(hps.total), "made": plain(made), "apart": plain(apart)}
        yield Fault(_HPS, _TOTAL, params)
