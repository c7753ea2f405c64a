"""The rows at the foot of a schedule with their figures, held against what its lines make."""

from bisect import bisect
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from attrs import Factory, define

from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.lines import Lines
from tender_desk.schedules.rates import WHOLE_RATES, Rates
from tender_desk.schedules.row_kinds import FooterRow, Rows
from tender_desk.schedules.titles import is_remark, read_title
from tender_engine.vat import WHOLE

__all__ = ["Foot", "Sorted", "is_rounded"]

# A total that does not say so may be rounded to thousands, one that does to a tenth of itself;
# neither by more than a hundredth.
_THOUSAND, _TENTH, _HUNDREDTH = 1000, 10, 100
_TOTALS = ("total", "dibulatkan")
# What is no more than this in a row of PPN is its rate.
_WHOLE = 100
# A text with fewer digits, such as `12 m2`, is no sum of money.
_DIGITS = 4


@define
class Sorted:
    """The sums at the foot: `totals` agree with the lines and PPN, the others with nothing.

    `claims` say that PPN is in them, by their words or by a row of PPN before them; `sums` are
    before PPN; `others` are, by their words, of something else.
    """

    totals: list[FooterRow] = Factory(list)
    claims: list[FooterRow] = Factory(list)
    sums: list[FooterRow] = Factory(list)
    others: list[FooterRow] = Factory(list)


class Foot:
    """The rows at the foot with their figures, beside what the lines make.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        reads: the lines that may be added up: those of the sheet, those of all sheets.
        rates: what is known of PPN in document and bid.
        own: whether the rows of the sheet are lines, and no sums of those of other sheets.
    """

    def __init__(
        self,
        cells: Cells,
        header: Header,
        rows: Rows,
        reads: Sequence[Lines],
        rates: Rates,
        *,
        own: bool = True,
    ) -> None:
        taxed = own and any(read.taxes is not None for read in reads)
        self._cells = cells
        self._taxed = taxed or bool(header.column("amount_with_vat"))
        self.column = header.column("amount_with_vat") or header.column("amount")
        self.figures: dict[FooterRow, Fraction] = {}
        # The rows with a figure that is no number in the Indonesian form.
        self.unclear: list[FooterRow] = []
        self._columns: dict[int, int] = {}
        for row in rows.footer if self.column else ():
            self._columns[row.row] = column = column_of_sum(cells, header, rows, row, self.column)
            figure = cells.quiet(row.row, column)
            if figure is not None and not cells.empty(row.row, column):
                self.figures[row] = figure
            elif row.kind in _TOTALS and _is_unclear(cells, row.row, column):
                self.unclear.append(row)
        self._rates, self._bases = rates.known, rates.bases
        self._tax = [figure for row, figure in self.figures.items() if row.kind == "ppn"]
        of_lines = [cells.quiet(row, self.column) or Fraction(0) for row in rows.lines]
        self._runs = frozenset(accumulate(of_lines, initial=Fraction(0)))
        self._parts = self._parts_of(cells, rows, of_lines) if own and self.column else {}
        self._net: set[Fraction] = set()
        self._gross: set[Fraction] = set()
        for read in reads:
            net, gross = self._sums(of_lines if own else None, read)
            self._net |= net
            self._gross |= gross

    def at(self, row: int) -> int:
        """The column in which the figure of a row stands."""
        return self._columns.get(row, self.column)

    def _parts_of(
        self, cells: Cells, rows: Rows, of_lines: Sequence[Fraction]
    ) -> dict[int, tuple[Fraction, Fraction]]:
        """The subtotals by row: the figure that is written, and the sum of all lines above it."""
        sums = [*accumulate(of_lines, initial=Fraction(0))]
        parts = (row for row, kind in rows.others.items() if kind == "subjumlah")
        found = {row: (cells.quiet(row, self.column), bisect(rows.lines, row)) for row in parts}
        return {row: (figure, sums[above]) for row, (figure, above) in found.items() if figure}

    def wrong_parts(self) -> list[int]:
        """The rows with a sum of some lines that those right above or below them do not make.

        Below the last line they may be of any that follow each other.
        """
        near = {round(run) + by for run in self._runs for by in (-1, 0, 1)}
        whole = max(self._runs)
        wrong = []
        for row, (figure, above) in self._parts.items():
            sums = [figure, *(figure * 100 / (100 + rate) for rate in self._rates)]
            starts = self._runs if above == whole else (above,)
            ends = {round(start + by) for start in starts for each in sums for by in (each, -each)}
            if not ends & near and not self.comes_to(figure):
                wrong.append(row)
        return wrong

    @property
    def priced(self) -> bool:
        """Whether the lines come to anything."""
        return any(self._net)

    def _sums(
        self, of_lines: Sequence[Fraction] | None, read: Lines
    ) -> tuple[set[Fraction], set[Fraction]]:
        """What the lines make without PPN and with it: as they are written, and as computed."""
        computed = [Fraction(net_of(line) or 0) for line in read.lines]
        amounts = [Fraction(line["amount"]) for line in read.lines if "amount" in line]
        net = {sum(computed, Fraction(0))}
        if len(amounts) == len(computed):
            net.add(sum(amounts, Fraction(0)))
        gross: set[Fraction] = set()
        if of_lines is not None:
            (gross if self._taxed else net).add(sum(of_lines, Fraction(0)))
        gross |= self._with_tax(net)
        owned = [Fraction(line["vat_percent"]) for line in read.lines if "vat_percent" in line]
        for base in (WHOLE, *self._bases) if len(owned) == len(computed) else ():
            taxes = (n * r * base / 100 for n, r in zip(computed, owned, strict=True))
            gross.add(sum(computed, Fraction(0)) + sum(taxes, Fraction(0)))
        return net, gross

    def _with_tax(self, net: set[Fraction]) -> set[Fraction]:
        """Sums with the PPN that the foot shows, and with that of each known rate."""
        shown = (*self._tax, sum(self._tax, Fraction(0))) if self._tax else ()
        return {each + tax for each in net for tax in shown} | {
            each * (100 + rate) / 100 for each in net for rate in self._rates
        }

    def sort(self) -> Sorted:
        """Which of the rows are the total with PPN, and which claim to be a sum and are none."""
        made, taxed = Sorted(), self._taxed
        for row, figure in self.figures.items():
            taxed = taxed or row.kind == "ppn"
            if row.kind not in _TOTALS:
                continue
            claims = taxed if row.with_vat is None else row.with_vat
            gross = self._is_gross(figure, row)
            if claims and gross:
                # What is rounded may be this one.
                self._gross.add(figure)
                made.totals.append(row)
            elif not gross and not self._explained(figure, row, claims=claims):
                of_the_bid = made.claims if claims else made.sums
                (of_the_bid if row.plain else made.others).append(row)
        return made

    def comes_to(self, figure: Fraction) -> bool:
        """Whether a figure is a sum of the lines to the rupiah, without PPN or with it."""
        return any(abs(figure - each) <= 1 for each in self._net | self._gross)

    def figure(self, row: int) -> Fraction:
        """The amount in a row of the sheet."""
        return self._cells.quiet(row, self.column) or Fraction(0)

    def agrees_moved(self, row: FooterRow, by: Fraction) -> bool:
        """Whether a total is right once `by` is added to the lines, as of a row in doubt."""
        figure = self.figures[row]
        if any(is_rounded(figure, each + by, row) for each in self._gross if self._taxed):
            return True
        return not self._taxed and any(self.agrees(row, each + by) for each in self._net)

    def agrees_times(self, row: FooterRow, times: Fraction) -> bool:
        """Whether a total is `times` what the lines make, as where one is in thousands."""
        return any(self.agrees(row, each * times) for each in self._net)

    def agrees(self, row: FooterRow, other: Fraction) -> bool:
        """Whether the figure of a row is another sum of lines, without PPN or with it."""
        sums = {other} | self._with_tax({other}) | self._at_any_rate(row, {other})
        return any(is_rounded(self.figures[row], each, row) for each in sums)

    def _is_gross(self, figure: Fraction, row: FooterRow) -> bool:
        sums = self._gross | self._at_any_rate(row, self._net)
        return any(is_rounded(figure, each, row) for each in sums)

    def _at_any_rate(self, row: FooterRow, net: set[Fraction]) -> set[Fraction]:
        """Sums with PPN at each whole rate, where a row says that it is in and none is shown."""
        shown = self._taxed or bool(self._tax)
        rates = WHOLE_RATES if row.with_vat and not shown else ()
        return {each * (100 + rate) / 100 for each in net for rate in rates}

    def _explained(self, figure: Fraction, row: FooterRow, *, claims: bool) -> bool:
        """Whether a figure is the sum before PPN, or of some lines, or what rounding left."""
        if any(
            figure == each or (not claims and is_rounded(figure, each, row)) for each in self._net
        ):
            return True
        if row.kind == "dibulatkan":
            return abs(figure) * _HUNDREDTH <= min(self._net)
        return not claims and any(start + figure in self._runs for start in self._runs)


def _is_unclear(cells: Cells, row: int, column: int) -> bool:
    """Whether a figure was typed that is no number; what a formula comes to is another matter."""
    typed = cells.figure(row, column) and not cells.is_formula(row, column)
    return typed and cells.quiet(row, column) is None


def is_rounded(figure: Fraction, wanted: Fraction, row: FooterRow) -> bool:
    """Whether the figure of a row is a sum, or that sum rounded within reason."""
    apart = abs(figure - wanted)
    if apart <= 1:
        return True
    step, most = 10, wanted / _TENTH if row.kind == "dibulatkan" else Fraction(_THOUSAND)
    while step <= most:
        if figure % step == 0 and apart < step and apart * _HUNDREDTH <= wanted:
            return True
        step *= 10
    return False


def column_of_sum(cells: Cells, header: Header, rows: Rows, row: FooterRow, usual: int) -> int:
    """The column in which the figure of a row at the foot stands: `usual`, unless that is empty.

    What a column makes by itself, as the sum of all volumes, is of that column alone.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        row: the row.
        usual: the column of the amounts.
    """
    if row.kind == "subjumlah" or not cells.empty(row.row, usual):
        return usual
    first = header.column("description")
    found: list[tuple[Fraction, int]] = []
    for column in sorted(cells.sheet.rows().get(row.row, {})):
        if column <= first or not cells.figure(row.row, column):
            continue
        figure = cells.quiet(row.row, column)
        if figure is None and sum(map(str.isdigit, cells.text(row.row, column))) < _DIGITS:
            continue
        if not _is_of_its_own(cells, header, rows, column, figure or Fraction(0)) and not (
            row.kind == "ppn" and figure is not None and figure <= _WHOLE
        ):
            found.append((figure or Fraction(0), column))
    return max(found, default=(Fraction(0), usual))[1]


def _is_of_its_own(cells: Cells, header: Header, rows: Rows, column: int, figure: Fraction) -> bool:
    """Whether a figure is the sum of its column, or of what the owner set, or a remark."""
    title = header.titles.get(column, "")
    if is_remark(title) or read_title(title).owner:
        return True
    of_lines = [cells.quiet(line, column) or Fraction(0) for line in rows.lines]
    return any(of_lines) and abs(sum(of_lines, Fraction(0)) - figure) <= 1
