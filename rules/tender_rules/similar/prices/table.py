"""The unit prices of the opened bids, line by line of the document, as whole numbers.

Prices are compared in units in which each of them is whole, so that nothing is ever rounded.
Sets of lines are bits of one number: line 0 is the lowest bit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import chain
from math import ceil

from attrs import frozen

from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.model import HpsLine, Price
from tender_engine.numbers import exact

__all__ = ["Bid", "Least", "Table", "bits", "lines_of", "mask_of", "step_of", "table_of"]

_PLACES_OF_A_SEN = 2
_A_SEN = Decimal("0.01")
# One sen, five, ten, fifty, ...: each a multiple of the one before.
_FIVE, _TWO = 5, 2


@frozen(eq=False, slots=False)
class Bid:
    """An opened bid.

    `prices` are its unit prices in the order of the table, `None` where it has none or 0, and
    `step` is the rounding step that they are written in: see `step_of`.
    """

    name: str
    price: Price
    prices: tuple[int | None, ...]
    step: int

    @cached_property
    def priced(self) -> int:
        """The lines that it has a price for."""
        return mask_of(price is not None for price in self.prices)


@frozen(eq=False, slots=False)
class Table:
    """All opened bids beside the estimate. `unit` is how many units make a rupiah."""

    lines: tuple[str, ...]
    estimate: tuple[int, ...]
    bids: tuple[Bid, ...]
    unit: int

    def amount(self, units: int) -> Fraction:
        """What `units` are in rupiah."""
        return Fraction(units, self.unit)

    @cached_property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The lowest and the highest price on each line; of a line that nobody has, 0 and 0."""
        columns = zip(*(bid.prices for bid in self.bids), strict=True)
        priced = ([price for price in column if price is not None] for column in columns)
        return tuple((min(each, default=0), max(each, default=0)) for each in priced)

    @cached_property
    def held_by_two(self) -> Mapping[tuple[int, int], int]:
        """The lines on which two bids have one price that no third has, by their places."""
        found: dict[tuple[int, int], int] = defaultdict(int)
        for place, bids in self.holders:
            if len(bids) == _TWO:
                found[bids[0], bids[1]] |= 1 << place
        return found

    @cached_property
    def held(self) -> Sequence[int]:
        """The lines of each bid on which another one has the same price."""
        found = [0] * len(self.bids)
        for place, bids in self.holders:
            for bid in bids:
                found[bid] |= 1 << place
        return found

    @cached_property
    def holders(self) -> list[tuple[int, list[int]]]:
        """Which bids have one price, line by line, where it is more than one."""
        found = []
        for place, column in enumerate(zip(*(bid.prices for bid in self.bids), strict=True)):
            holders: dict[int, list[int]] = {}
            for bid, price in enumerate(column):
                if price is not None:
                    holders.setdefault(price, []).append(bid)
            found += [(place, bids) for bids in holders.values() if len(bids) > 1]
        return found


@frozen
class Least:
    """From how many lines on a fact is listed: so many, and such a share of those compared."""

    lines: int
    share: Fraction

    @classmethod
    def asked(cls, ask: Ask) -> "Least":
        """As the values in force have it."""
        lines = max(1, int(ask.decimal("similar.lines_least")))
        return cls(lines, Fraction(ask.decimal("similar.share_least")))

    def of(self, compared: int) -> int:
        """The least count of `compared` lines."""
        return max(self.lines, ceil(self.share * compared))


def table_of(lines: Sequence[HpsLine], opened: Mapping[str, Price]) -> Table:
    """The table of `opened` bids beside `lines` of the document; one without lines is not in it.

    An extra line is none of the document, and is left out here.
    """
    names = [name for name in sorted(opened, key=natural) if opened[name].lines]
    places = {line.id: place for place, line in enumerate(lines)}
    written = {
        name: {line.id: line.unit_price for line in opened[name].lines or ()} for name in names
    }
    estimates = [line.unit_price for line in lines]
    with exact():
        decimals = _decimals(chain(estimates, *(each.values() for each in written.values())))
        estimate = tuple([int(price.scaleb(decimals)) for price in estimates])
        rows = {name: _row(written[name], places, decimals) for name in names}
    sen = 10 ** (decimals - _PLACES_OF_A_SEN)
    bids = (Bid(name, opened[name], row, step_of(row, sen)) for name, row in rows.items())
    return Table(tuple(places), estimate, tuple(bids), 10**decimals)


def _decimals(prices: Iterable[Decimal | None]) -> int:
    """How many decimals the longest of `prices` has, and no fewer than those of a sen."""
    # A sum that is not rounded has as many as the longest of its parts.
    known = [price for price in prices if price is not None]
    return -int(sum(known, _A_SEN).as_tuple().exponent)


def _row(
    written: Mapping[str, Decimal | None], places: Mapping[str, int], decimals: int
) -> tuple[int | None, ...]:
    found = map(written.get, places)
    return tuple([int(price.scaleb(decimals)) if price else None for price in found])


def step_of(prices: Iterable[int | None], least: int) -> int:
    """The rounding step that prices are written in: the largest that most of them are whole in.

    Steps are a power of ten or five times one, from `least` on; most are more than half.

    >>> step_of([12_500, 7_000, 9_150, None], 1)
    500
    >>> step_of([12_501, 7_003], 10)
    10
    """
    whole = [price for price in prices if price is not None]
    most, step = len(whole) // _TWO, least
    times = _FIVE
    while True:
        larger = step * times
        whole = [price for price in whole if price % larger == 0]
        if len(whole) <= most:
            return step
        step, times = larger, _TWO if times == _FIVE else _FIVE


def mask_of(flags: Iterable[bool]) -> int:
    """The set of those places where a flag is set.

    >>> mask_of([True, False, True])
    5
    """
    text = "".join(["1" if flag else "0" for flag in flags])
    return int(text[::-1], 2) if text else 0


def bits(mask: int) -> Iterator[int]:
    """The places in a set, the first first.

    >>> list(bits(5))
    [0, 2]
    """
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def lines_of(table: Table, mask: int) -> tuple[str, ...]:
    """The ids of the lines in a set, in the order of the table."""
    return tuple(table.lines[place] for place in bits(mask))
