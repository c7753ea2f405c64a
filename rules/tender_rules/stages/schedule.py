"""What correction starts from and leads to: the document's lines, and a corrected price."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import define, field, frozen

from tender_engine.evaluation import Correction
from tender_engine.model import Hps, HpsLine, PriceLine
from tender_engine.numbers import ZERO
from tender_engine.terms import FIXED_PRICE, Contract, Part
from tender_engine.vat import WHOLE, base_of, rate_of

__all__ = [
    "WRITTEN_ROUNDING",
    "Corrected",
    "Schedule",
    "corrections_in",
    "roundings_in",
    "total_effect",
]

# The rule of a cell that was written less than a sen from what it comes to: no correction of it.
WRITTEN_ROUNDING = "correction.written_rounding"

_NO_LIMIT = Decimal("Infinity")


@frozen
class Schedule:
    """The document's lines as correction needs them: the volumes, and rates set apart, by id.

    `general` and `apart` are PPN in percent of the whole price; `percents` are rates as the
    document writes them and `bases` the shares they are of, of lines that have their own. `base`
    is the general share, `other_base` one that the law knows for the same amount.
    `by_months` are those whose volume is two quantities, persons times months (orang-bulan).
    `priced` has for each line that is multiplied its volume, and the unit price above which it is
    clarified (infinite where none is).
    """

    wanted: Mapping[str, Decimal]
    priced: Mapping[str, tuple[Decimal, Decimal]]
    fixed: Mapping[str, HpsLine]
    general: Decimal
    apart: Mapping[str, Decimal]
    contract: Contract
    by_months: Mapping[str, HpsLine]
    percents: Mapping[str, Decimal] = field(factory=dict)
    bases: Mapping[str, Fraction] = field(factory=dict)
    base: Fraction = WHOLE
    other_base: Fraction | None = None

    @classmethod
    def of(
        cls,
        hps: Hps,
        contract: Contract,
        share: Decimal | None = None,
        other_base: Fraction | None = None,
    ) -> "Schedule":
        """The lines of `hps`: those that are corrected, and those of a lumsum price.

        Unit prices above `share` of the estimate's are clarified.
        """
        lines = hps.lines or ()
        fixed = {line.id: line for line in _fixed(lines, contract)}
        multiplied = [line for line in lines if line.id not in fixed]
        wanted = {line.id: line.volume for line in multiplied}
        own = [x for x in lines if x.vat_percent is not None or x.vat_base is not None]
        general = rate_of(hps)
        apart = {line.id: rate for line in own if (rate := rate_of(hps, line)) != general}
        months = {line.id: line for line in multiplied if line.person_months}
        priced = {
            line.id: (wanted[line.id], _NO_LIMIT if share is None else line.unit_price * share)
            for line in multiplied
        }
        percents = {line.id: line.vat_percent for line in own if line.vat_percent is not None}
        bases = {line.id: line.vat_base for line in own if line.vat_base is not None}
        return cls(
            wanted,
            priced,
            fixed,
            general,
            apart,
            contract,
            months,
            percents,
            bases,
            base_of(hps),
            other_base,
        )

    def rate(self, line: str) -> Decimal:
        """The document's PPN rate for `line`, in percent; the general one for an extra line."""
        return self.apart.get(line, self.general)

    def is_high(self, line: PriceLine) -> bool:
        """Whether a line's unit price lies strictly above the one from which it is clarified."""
        if line.unit_price is None or line.id not in self.priced:
            return False
        return line.unit_price > self.priced[line.id][1]


def _fixed(lines: Iterable[HpsLine], contract: Contract) -> Iterable[HpsLine]:
    """The lines of a lumsum price."""
    if contract is Contract.GABUNGAN:
        return [line for line in lines if line.part is Part.LUMSUM]
    return lines if contract in FIXED_PRICE else ()


@define
class Corrected:
    """A corrected price: the total with PPN, every changed cell, and lines to ask about.

    `high` are those whose unit price lies above the line of clarification, `odd` those that could
    not be taken as they stand, but for products a little off, or that cost nothing or are
    described; `None` where nobody looked.
    """

    total: Decimal = ZERO
    rows: list[Correction] = field(factory=list)
    blank: list[str] = field(factory=list)
    missing: list[str] = field(factory=list)
    extra: list[str] = field(factory=list)
    other_rate: list[str] = field(factory=list)
    high: list[PriceLine] = field(factory=list)
    odd: list[PriceLine] | None = None

    def row(
        self,
        line: str | None,
        rule: str,
        cell: tuple[str, Decimal | None, Decimal | None],
        effect: Decimal,
    ) -> None:
        """Note one changed cell."""
        name, before, after = cell
        self.rows.append(Correction(line, rule, name, before, after, effect))


def corrections_in(rows: Iterable[Correction]) -> tuple[Correction, ...]:
    """The changed cells that are told as corrections."""
    return tuple(row for row in rows if row.rule != WRITTEN_ROUNDING)


def roundings_in(rows: Iterable[Correction]) -> tuple[Correction, ...]:
    """The cells that were only written rounded; they are told by their number and their sum."""
    return tuple(row for row in rows if row.rule == WRITTEN_ROUNDING)


def total_effect(rows: Iterable[Correction]) -> Decimal:
    """What these corrections together do to the total."""
    return sum([row.effect for row in rows], ZERO)
