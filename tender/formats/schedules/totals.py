"""The total at the foot of a schedule: a row that agrees with its lines and PPN, or none."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.comparing import net_of
from tender.formats.schedules.headers import Header
from tender.formats.schedules.lines import Lines
from tender.formats.schedules.rows import FooterRow, Rows
from tender.formats.source import NumberText
from tender.numbers import plain

__all__ = ["total_at_the_foot"]

# A total that does not say so may be rounded to thousands, one that does to a tenth of itself;
# neither by more than a hundredth.
_THOUSAND, _TENTH, _HUNDREDTH = 1000, 10, 100
# A tax that is shown nowhere is a whole percentage up to this one.
_HIGHEST_RATE = 25


def total_at_the_foot(
    cells: Cells, header: Header, rows: Rows, read: Lines, rates: Sequence[Decimal]
) -> tuple[NumberText | None, str]:
    """The total with PPN at the foot and its cell, if a row there is clearly that.

    Its words say so, or a row of PPN stands before it, or the amounts of the lines include it; and
    it is the sum of the lines with PPN. The last such row counts, be it the rounded one. A row that
    claims to be a total and agrees with no sum is a fault, unless something else is wrong already.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        read: the lines that were read of it.
        rates: the rates of PPN, in percent, that are known of the document and of the bid.
    """
    foot = _Foot(cells, header, rows, read, rates)
    found = list(foot.totals())
    column = foot.column
    if not found:
        place = max((row.row for row in foot.figures), default=header.last)
        cells.note("total_before_vat" if foot.figures else "no_total", place, column or 1)
        return None, ""
    numbers = {r.row: cells.number(r.row, column, money=True) for r in found}
    last = found[-1].row
    number = numbers[last]
    if number is None:
        return None, ""
    cells.note("total_with_vat", last, column, plain(number))
    others = {other for other in numbers.values() if other is not None} - {number}
    if others:
        told = ", ".join(sorted(map(plain, others)))
        cells.note("total_rounded", last, column, f"{told} → {plain(number)}")
    return NumberText(plain(number)), cells.at(last, column)


class _Foot:
    """The rows at the foot with their figures, beside what the lines make."""

    def __init__(
        self, cells: Cells, header: Header, rows: Rows, read: Lines, rates: Sequence[Decimal]
    ) -> None:
        self._cells = cells
        self._taxed = read.with_vat or bool(header.column("amount_with_vat"))
        self.column = header.column("amount_with_vat") or header.column("amount")
        self.figures: dict[FooterRow, Fraction] = {}
        for row in rows.footer if self.column else ():
            figure = cells.quiet(row.row, self.column)
            if figure is not None and not cells.empty(row.row, self.column):
                self.figures[row] = figure
        of_lines = [cells.quiet(row, self.column) or Fraction(0) for row in rows.lines]
        self._runs = frozenset(accumulate(of_lines, initial=Fraction(0)))
        self._net, self._gross = self._sums(of_lines, read, rates)

    def _sums(
        self, of_lines: Sequence[Fraction], read: Lines, rates: Sequence[Decimal]
    ) -> tuple[set[Fraction], set[Fraction]]:
        """What the lines make without PPN and with it: as they are written, and as computed."""
        computed = [Fraction(net_of(line) or 0) for line in read.lines]
        amounts = [Fraction(line["amount"]) for line in read.lines if "amount" in line]
        net = {sum(computed, Fraction(0))}
        if len(amounts) == len(computed):
            net.add(sum(amounts, Fraction(0)))
        gross: set[Fraction] = set()
        (gross if self._taxed else net).add(sum(of_lines, Fraction(0)))
        tax = [figure for row, figure in self.figures.items() if row.kind == "ppn"]
        gross |= {each + one for each in net for one in (*tax, sum(tax)) if tax}
        gross |= {each * (100 + Fraction(rate)) / 100 for each in net for rate in rates}
        owned = [Fraction(line["vat_percent"]) for line in read.lines if "vat_percent" in line]
        if len(owned) == len(computed):
            with_own = (n * (100 + r) / 100 for n, r in zip(computed, owned, strict=True))
            gross.add(sum(with_own, Fraction(0)))
        return net, gross

    def totals(self) -> Iterator[FooterRow]:
        """The rows that are the total with PPN; what claims to be it and is not is told."""
        taxed, strays = self._taxed, []
        for row, figure in self.figures.items():
            taxed = taxed or row.kind == "ppn"
            if row.kind not in ("total", "dibulatkan"):
                continue
            claims = taxed if row.with_vat is None else row.with_vat
            gross = self._is_gross(figure, row)
            if claims and gross:
                # What is rounded may be this one.
                self._gross.add(figure)
                yield row
            elif not gross and not self._explained(figure, row, claims=claims):
                strays.append(row)
        self._tell(strays)

    def _tell(self, strays: Sequence[FooterRow]) -> None:
        doubted = not self._cells.faults and any(self._net)
        for row in strays:
            if not row.plain:
                self._cells.note("not_a_total", row.row, self.column)
            elif doubted:
                self._cells.fault("XLS130", row.row, self.column)

    def _is_gross(self, figure: Fraction, row: FooterRow) -> bool:
        if any(_is(figure, each, row) for each in self._gross):
            return True
        # With its tax nowhere, a total that says that PPN is in it has it at a whole rate.
        shown = self._taxed or any(other.kind == "ppn" for other in self.figures)
        rates = range(1, _HIGHEST_RATE + 1) if row.with_vat and not shown else ()
        return any(_is(figure, each * (100 + r) / 100, row) for each in self._net for r in rates)

    def _explained(self, figure: Fraction, row: FooterRow, *, claims: bool) -> bool:
        """Whether a figure is the sum before PPN, or of some lines, or what rounding left."""
        if any(figure == each or (not claims and _is(figure, each, row)) for each in self._net):
            return True
        if row.kind == "dibulatkan":
            return abs(figure) * _HUNDREDTH <= min(self._net)
        return not claims and any(start + figure in self._runs for start in self._runs)


def _is(figure: Fraction, wanted: Fraction, row: FooterRow) -> bool:
    """Whether a figure is a sum, or that sum rounded within reason."""
    apart = abs(figure - wanted)
    if apart <= 1:
        return True
    step, most = 10, wanted / _TENTH if row.kind == "dibulatkan" else Fraction(_THOUSAND)
    while step <= most:
        if figure % step == 0 and apart < step and apart * _HUNDREDTH <= wanted:
            return True
        step *= 10
    return False
