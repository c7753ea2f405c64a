"""The ways in which SPSE may have come to a total: few named choices, and all their combinations.

None of them is known from a text of SPSE; each is a computation that people make by hand. Which of
them it was follows from the total alone, or is not told.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from itertools import product

from attrs import evolve, frozen

from tender_desk.spse.bid_lines import BidLine
from tender_engine.numbers import ZERO, with_vat

__all__ = [
    "ROUNDINGS",
    "Computation",
    "Rounded",
    "Scope",
    "Source",
    "Vat",
    "candidates",
    "net_of",
    "rate_of",
    "total_of",
    "uncorrected",
    "values",
]

_EXACT = Context(prec=200)


class Source(StrEnum):
    """Where the net amount of a line comes from, from the document's terms to the bid's own."""

    DOKUMEN = "volume_dokumen"
    PENAWARAN = "volume_penawaran"
    TERTULIS = "jumlah_tertulis"


class Vat(StrEnum):
    """Which PPN rate a line bears."""

    DOKUMEN = "ppn_dokumen"
    PENAWARAN = "ppn_penawaran"
    UMUM = "ppn_umum"
    TANPA = "tanpa_ppn"


class Scope(StrEnum):
    """What is rounded: the total, each line net of PPN, or each line with it."""

    TOTAL = "total"
    BARIS = "baris"
    BARIS_PPN = "baris_ppn"


@frozen
class Rounded:
    """A rounding to `places` decimals of a rupiah; `down` cuts off, else a half goes up."""

    scope: Scope
    places: int = 0
    down: bool = False

    def __call__(self, amount: Decimal) -> Decimal:
        """`amount` rounded so."""
        way = ROUND_DOWN if self.down else ROUND_HALF_UP
        return amount.quantize(Decimal(1).scaleb(-self.places), way, _EXACT)


@frozen
class Computation:
    """One way to a total. `uncorrected` is the total as stated, whatever its lines make.

    `extra` counts lines that the document does not have; `blank` counts an amount whose unit price
    was left blank; `lumsum` multiplies the lines of a lumsum price like all others.
    """

    source: Source = Source.DOKUMEN
    vat: Vat = Vat.DOKUMEN
    extra: bool = False
    blank: bool = False
    lumsum: bool = False
    rounded: Rounded | None = None
    uncorrected: bool = False

    def departures(self, other: "Computation") -> int:
        """In how many choices the two differ."""
        names = ("source", "vat", "extra", "blank", "lumsum", "rounded", "uncorrected")
        return sum(getattr(self, name) != getattr(other, name) for name in names)


def values(how: Computation, lines: Sequence[BidLine], general: Decimal) -> dict[str, Decimal]:
    """What each line comes to with PPN; a line that comes to nothing is not there."""
    by_line = how.rounded if how.rounded and how.rounded.scope is not Scope.TOTAL else None
    made = {}
    for line in lines:
        net, rate = net_of(how, line), rate_of(how, line, general)
        if by_line and by_line.scope is Scope.BARIS:
            net = by_line(net)
        gross = with_vat(net, rate)
        if by_line and by_line.scope is Scope.BARIS_PPN:
            gross = by_line(gross)
        if gross:
            made[line.id] = gross
    return made


def net_of(how: Computation, line: BidLine) -> Decimal:
    """What a line comes to net of PPN, not rounded."""
    if line.extra and not how.extra:
        return ZERO
    if line.fixed and not how.lumsum:
        return line.written
    if line.unlisted:
        return ZERO  # who goes by the lines of a lumsum price counts what they list and no more
    if line.unit_price is None:
        return line.written if how.blank or line.extra else ZERO
    if how.source is Source.TERTULIS:
        return line.written
    volume = line.document if how.source is Source.DOKUMEN and not line.extra else line.offered
    return line.written if volume is None else volume * line.unit_price


def rate_of(how: Computation, line: BidLine, general: Decimal) -> Decimal:
    """The PPN rate of a line, in percent."""
    return {
        Vat.DOKUMEN: line.rate,
        Vat.PENAWARAN: line.own_rate,
        Vat.UMUM: general,
        Vat.TANPA: ZERO,
    }[how.vat]


def total_of(how: Computation, made: Mapping[str, Decimal], stated: Decimal) -> Decimal:
    """The total of lines that come to `made`; of an uncorrected bid the one it states."""
    total = stated if how.uncorrected else sum(made.values(), ZERO)
    whole = how.rounded is not None and how.rounded.scope is Scope.TOTAL
    return how.rounded(total) if how.rounded and whole else total


ROUNDINGS = tuple(
    Rounded(scope, places, down) for scope, places, down in product(Scope, (0, 2), (False, True))
)


def candidates(
    ours: Computation, lines: Sequence[BidLine], general: Decimal
) -> Iterator[Computation]:
    """Every combination that can make a difference to these lines, not rounded, ours among them."""
    rates = [Vat.DOKUMEN, Vat.TANPA]
    rates += [Vat.PENAWARAN] * any(line.own_rate != line.rate for line in lines)
    rates += [Vat.UMUM] * any(line.rate != general for line in lines)
    extra = (False, True) if any(line.extra for line in lines) else (False,)
    blank = (False, True) if any(line.blank for line in lines) else (False,)
    fixed = {line.fixed for line in lines if not line.extra}
    lumsum = tuple(fixed) if len(fixed) == 1 else (False, True)
    for made in product(Source, rates, extra, blank, lumsum):
        yield Computation(*made)
    yield uncorrected(ours)


def uncorrected(ours: Computation) -> Computation:
    """The bid as its bidder added it up: nothing conformed, nothing multiplied anew."""
    return evolve(
        ours,
        source=Source.TERTULIS,
        vat=Vat.PENAWARAN,
        extra=True,
        blank=True,
        lumsum=False,
        rounded=None,
        uncorrected=True,
    )
