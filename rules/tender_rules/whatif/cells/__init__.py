"""The kinds of numbers that may have been others, one module a kind, in the order of an answer."""

from collections.abc import Callable, Iterator, Mapping

from tender_rules.whatif.cell_groups import Group
from tender_rules.whatif.cells import (
    hps,
    low_line,
    scores,
    thresholds,
    totals,
    unit_prices,
    weights,
)
from tender_rules.whatif.changes import Given

__all__ = ["CELLS", "KINDS", "RANGES"]

_MODULES = (unit_prices, totals, scores, thresholds, weights, hps, low_line)
CELLS: tuple[Callable[[Given], Iterator[Group]], ...] = tuple(each.groups for each in _MODULES)
KINDS: tuple[str, ...] = tuple(each.KIND for each in _MODULES)
# Within which each kind is moved.
RANGES: Mapping[str, str] = {each.KIND: each.RANGE for each in _MODULES}
