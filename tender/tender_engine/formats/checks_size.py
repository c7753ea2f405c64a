"""Checks that what the numbers of a package come to can be written in words, as papers have to.

A number that is typed has at most 18 digits before its point; products and sums of such may have
more, and no tender comes near them: one of the factors is a slip. No amount is told.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tender_engine.clarified import AnalysedLine, Component
from tender_engine.faults import Faults, Path
from tender_engine.formats.checks_clarified import analyses
from tender_engine.formats.columns import with_more
from tender_engine.formats.draft import Draft, each
from tender_engine.model import HpsLine, LifeCycle, PriceLine
from tender_engine.numbers import ZERO, exact

__all__ = ["CHECKS"]

_ONE = Decimal(1)
# What is typed is below it; PPN and overhead at most double what is held against it.
_MOST = Decimal(10) ** 18
_Worth = tuple[Path, Decimal]


def prices_can_be_written(draft: Draft, faults: Faults) -> None:
    """No line of the document or of a bid, and no sum of them, comes to 19 digits."""
    with exact():
        volumes = _document(draft, faults)
        largest = max(volumes.values(), default=ZERO)
        for path, price in draft.prices:
            if not _is_small(price.lines or (), largest):
                place = (*path, "lines")
                found = (
                    (at, max(_worth(line, volumes.get(line.id, ZERO)), line.amount or ZERO))
                    for at, line in each(price.lines, *place)
                )
                _sum_up(found, place, faults)
            if price.life_cycle is not None:
                place = (*path, "life_cycle")
                _sum_up(((place, cost) for cost in _costs(price.life_cycle)), place, faults)


def _document(draft: Draft, faults: Faults) -> dict[str, Decimal]:
    """The volume of each line of the document, but of those that are told: one slip, one fault."""
    tender = draft.package.tender
    hps = None if tender is None else tender.hps
    lines = None if hps is None else hps.lines
    readable = [line for line in lines or () if line is not None]
    volumes = [_volume(line) for line in readable]
    prices = [line.unit_price or ZERO for line in readable]
    if max(volumes, default=ZERO) * sum(prices, ZERO) < _MOST:
        return dict(zip([line.id for line in readable], volumes, strict=True))
    place: Path = ("tender", "hps", "lines")
    worths = {path: (line, _worth(line)) for path, line in each(lines, *place)}
    _sum_up(((path, worth) for path, (_, worth) in worths.items()), place, faults)
    return {line.id: _volume(line) for line, worth in worths.values() if worth < _MOST}


def _is_small(lines: tuple[PriceLine, ...], largest: Decimal) -> bool:
    """Whether no line needs a look of its own, even if each had the largest volume of all."""
    if not all(lines):
        return False  # one could not be read
    # What is missing counts as little as 0, of months as 1.
    volume = max([line.quantity or ZERO for line in lines], default=ZERO)
    months = max([line.person_months or _ONE for line in with_more(lines)], default=_ONE)
    prices = sum([line.unit_price or ZERO for line in lines], ZERO)
    amounts = sum([line.amount or ZERO for line in lines], ZERO)
    return max(volume, largest) * max(months, _ONE) * prices + amounts < _MOST


def analyses_can_be_written(draft: Draft, faults: Faults) -> None:
    """No component of an analysis of a price, and no sum of them, comes to 19 digits."""
    with exact():
        for path, lines in analyses(draft):
            for place, line in each(lines, *path):
                _sum_up(_components(line, place), place, faults)


def _sum_up(worths: Iterable[_Worth], place: Path, faults: Faults) -> None:
    """Note what comes to too much: each of `worths`, or else their sum, at `place`."""
    total, alone = ZERO, False
    for path, worth in worths:
        total += worth
        if worth >= _MOST:
            alone = True
            faults.at_path("PKT107", path)
    if total >= _MOST and not alone:
        faults.at_path("PKT108", place)


def _worth(line: HpsLine | PriceLine, other: Decimal = ZERO) -> Decimal:
    """The price of a line by its own volume, or by the document's where that is larger."""
    price = line.unit_price
    return ZERO if price is None else max(_volume(line), other) * price


def _volume(line: HpsLine | PriceLine) -> Decimal:
    quantity, months = line.quantity, line.person_months
    if quantity is None:
        return ZERO
    return quantity if months is None else quantity * months


def _costs(costs: LifeCycle) -> Iterator[Decimal]:
    """What is added to a price over the years."""
    for years in (costs.operating, costs.maintenance):
        yield from (cost for cost in years or () if cost is not None)


def _components(line: AnalysedLine, path: Path) -> Iterator[_Worth]:
    for place, component in each(line.components, *path, "components"):
        yield place, _largest(component)


def _largest(component: Component) -> Decimal:
    """A component by the largest of its coefficients and of its prices."""
    many, price = component.coefficient, component.price
    if many is None or price is None:
        return ZERO
    each_takes = (many.offered, many.agreed, many.hps)
    each_costs = (price.offered, price.market, price.hps)
    return max(one or ZERO for one in each_takes) * max(one or ZERO for one in each_costs)


CHECKS = (prices_can_be_written, analyses_can_be_written)
