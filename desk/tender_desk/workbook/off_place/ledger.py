"""The lines of a pasted block as sums: what a row that claims to be one has to come to."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import prod
from operator import mul

from attrs import frozen

from tender_desk.schedules.foot import is_rounded
from tender_desk.schedules.row_kinds import FooterRow

__all__ = ["Ledger", "Line", "Sum"]

_HUNDRED = 100


@frozen
class Line:
    """A line with what is written of it, as texts of numbers; `readable`: all could be read.

    `rate` is the part of its net amount that PPN on it is, `None` where that is not known.
    """

    row: int
    quantity: str | None
    unit_price: str | None
    amount: str | None
    readable: bool = True
    rate: Fraction | None = None
    months: str | None = None

    @property
    def computed(self) -> Fraction | None:
        """Volume times unit price; `None` without both."""
        if self.quantity is None or self.unit_price is None:
            return None
        given = (self.quantity, self.unit_price, self.months or "1")
        return prod((Fraction(Decimal(text)) for text in given), start=Fraction(1))

    @property
    def written(self) -> Fraction | None:
        """The amount as written."""
        return None if self.amount is None else Fraction(Decimal(self.amount))


@frozen
class Sum:
    """A figure that claims to be a sum; `unsaid`: by no words, and maybe above its lines."""

    row: int
    column: int
    kind: str
    text: str
    with_vat: bool | None = None
    unsaid: bool = False

    @property
    def figure(self) -> Fraction:
        """The figure."""
        return Fraction(Decimal(self.text))


class Ledger:
    """Holds sums against lines, as these are written and as they are computed.

    `whole` tells that every figure of the lines could be read: else nothing is held against them.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._rows = [line.row for line in lines]
        self.whole = all(line.readable for line in lines)
        written = [_first(line.written, line.computed) for line in lines]
        computed = [_first(line.computed, line.written) for line in lines]
        self._runs = [_run(figures) for figures in (written, computed)]
        rates = [line.rate for line in lines if line.rate is not None]
        known = len(rates) == len(lines)
        self._taxes = [_run(map(mul, n, rates)) for n in (written, computed)] if known else []
        self._shown_taxes: list[Fraction] = []
        self._totals: list[Fraction] = []

    def holds(self, claim: Sum) -> bool:
        """Whether a sum is one of the lines beside it; asked from the top of the sheet down."""
        return self.sum_among([claim])[1]

    def sum_among(self, claims: Sequence[Sum]) -> tuple[Sum | None, bool]:
        """Which figure of a row is the sum that it claims to be, else the first; whether it is."""
        found = next((claim for claim in claims if self._fits(claim)), None)
        claim = found or next(iter(claims), None)
        if claim is not None and claim.kind == "ppn":
            insort(self._shown_taxes, claim.figure)
        elif found is not None and found.kind in ("total", "dibulatkan"):
            insort(self._totals, found.figure)
        return claim, found is not None

    def _fits(self, claim: Sum) -> bool:
        if claim.kind == "ppn":
            taxes = [run[self._above(claim)] for run in self._taxes]
            return not taxes or any(_agrees(claim, tax) for tax in taxes)
        found = any(_agrees(claim, wanted) for wanted in self._wanted(claim))
        return found or (claim.kind == "dibulatkan" and self._is_what_rounding_left(claim))

    def _wanted(self, claim: Sum) -> Iterator[Fraction]:
        """What a sum may be: of all lines above, of the last of them, with PPN where it says so.

        Of many such sums only those that are nearest to the figure.
        """
        figure = claim.figure
        at = self._above(claim)
        taxed = bool(self._shown_taxes) if claim.with_vat is None else claim.with_vat
        if claim.kind == "subjumlah" or not taxed:
            # A row without the words of a sum is none of one line among several.
            last = max(at - 1, 1) if claim.unsaid else at
            for run in self._runs:
                yield run[at]
                yield from (run[at] - start for start in _near(run, run[at] - figure, 0, last))
                if claim.unsaid:
                    ends = _near(run, run[at] + figure, at + 1, len(run))
                    yield from (end - run[at] for end in ends)
        if claim.with_vat is not False:
            wholes = [run[at] for run in self._runs]
            taxes = self._shown_taxes
            for whole in wholes:
                yield from (whole + tax for tax in _near(taxes, figure - whole, 0, len(taxes)))
            yield from (r[at] + t[at] for r, t in zip(self._runs, self._taxes, strict=False))
            if claim.kind == "dibulatkan":
                yield from _near(self._totals, figure, 0, len(self._totals))

    def _is_what_rounding_left(self, claim: Sum) -> bool:
        return claim.figure * _HUNDRED <= max(run[self._above(claim)] for run in self._runs)

    def _above(self, claim: Sum) -> int:
        """How many lines stand above a row."""
        return bisect_left(self._rows, claim.row)


def _run(figures: Iterable[Fraction]) -> list[Fraction]:
    """The sums of the first, the first two and so on, after that of none."""
    return [*accumulate(figures, initial=Fraction(0))]


def _near(figures: Sequence[Fraction], figure: Fraction, low: int, high: int) -> list[Fraction]:
    """Of the rising `figures` from number `low` to before `high` the nearest on each side."""
    at = bisect_left(figures, figure, low, max(low, high))
    return [*figures[max(low, at - 1) : min(at + 1, high)]]


def _first(*figures: Fraction | None) -> Fraction:
    return next((figure for figure in figures if figure is not None), Fraction(0))


def _agrees(claim: Sum, wanted: Fraction) -> bool:
    if claim.unsaid:
        return abs(claim.figure - wanted) <= 1
    return is_rounded(claim.figure, wanted, FooterRow(claim.row, claim.kind, claim.with_vat))
