"""What a schema cannot say about a package: checks of one signature, in one list."""

from collections.abc import Callable
from typing import TypeAlias

from tender_engine.declared import Declarations
from tender_engine.faults import Faults
from tender_engine.formats import (
    checks_bounds,
    checks_clarified,
    checks_events,
    checks_judgement,
    checks_named,
    checks_price,
    checks_size,
    checks_tender,
)
from tender_engine.formats.draft import Draft, make_draft
from tender_engine.model import Package

__all__ = ["CHECKS", "check"]

Check: TypeAlias = Callable[[Draft, Faults], None]

CHECKS: tuple[Check, ...] = (
    *checks_bounds.CHECKS,
    *checks_tender.CHECKS,
    *checks_price.CHECKS,
    *checks_size.CHECKS,
    *checks_clarified.CHECKS,
    *checks_named.CHECKS,
    *checks_judgement.CHECKS,
    *checks_events.CHECKS,
)


def check(
    package: Package, declared: Declarations, faults: Faults, before: Package | None = None
) -> None:
    """Note in `faults`, beside those of the reading, every fault between the parts of `package`."""
    draft = make_draft(package, declared, tuple(faults.found), before)
    for examine in CHECKS:
        examine(draft, faults)
