"""What correction starts from and leads to: the document's lines, and a corrected price."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import define, field, frozen

from tender.evaluation import Correction
from tender.model import Hps, HpsLine, Price, PriceLine
from tender.numbers import ZERO
from tender.terms import Contract, Part

__all__ = ["Corrected", "Schedule", "total_effect"]


@frozen
class Schedule:
    """The document's lines as correction needs them: the volumes, and rates set apart, by id.

    `by_months` are those whose volume is two quantities, persons times months (orang-bulan).
    """

    wanted: Mapping[str, Decimal]
    fixed: Mapping[str, HpsLine]
    general: Decimal
    apart: Mapping[str, Decimal]
    contract: Contract
    by_months: Mapping[str, HpsLine]

    @classmethod
    def of(cls, hps: Hps, contract: Contract) -> "Schedule":
        """The lines of `hps`: those that are corrected, and those of a lumsum price."""
        fixed = {line.id: line for line in hps.lines or () if _is_fixed(line, contract)}
        wanted = {line.id: line.volume for line in hps.lines or () if line.id not in fixed}
        apart = {
            line.id: line.vat_percent
            for line in hps.lines or ()
            if line.vat_percent not in (None, hps.vat_percent)
        }
        months = {x.id: x for x in hps.lines or () if x.person_months and x.id not in fixed}
        return cls(wanted, fixed, hps.vat_percent, apart, contract, months)

    def rate(self, line: str) -> Decimal:
        """The document's PPN rate for `line`, in percent; the general one for an extra line."""
        return self.apart.get(line, self.general)

    def offered(self, line: PriceLine, price: Price) -> Decimal:
        """The bid's PPN rate for `line`; silence about a rate that is set apart agrees with it."""
        if line.vat_percent is not None:
            return line.vat_percent
        return self.apart.get(line.id, price.vat_percent)


def _is_fixed(line: HpsLine, contract: Contract) -> bool:
    if contract is Contract.GABUNGAN:
        return line.part is Part.LUMSUM
    return contract in (Contract.LUMSUM, Contract.TERIMA_JADI)


@define
class Corrected:
    """A corrected price: the total with PPN, every changed cell, and lines to ask about."""

    total: Decimal = ZERO
    rows: list[Correction] = field(factory=list)
    blank: list[str] = field(factory=list)
    missing: list[str] = field(factory=list)
    extra: list[str] = field(factory=list)
    other_rate: list[str] = field(factory=list)

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


def total_effect(rows: Iterable[Correction]) -> Decimal:
    """What these corrections together do to the total."""
    return sum((row.effect for row in rows), ZERO)
