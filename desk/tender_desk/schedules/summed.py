"""Rows that no word calls a sum, and that are one by their figure: what lines about them make.

A title of a section may have the sum of its lines beside it, a figure may stand alone under lines,
and a recapitulation may follow the list, or the total again by another name. One equal figure may
be chance, so titles and recapitulations have to make the whole of the list.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from itertools import accumulate

from attrs import frozen

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header

__all__ = ["sums_among"]

_UNCLEAR = "tidak_jelas"
_TOTALS = ("total", "dibulatkan")
# Rows that part no section from another.
_BETWEEN = ("line", "kosong", "lanjutan", "judul_kolom", "penomoran_kolom")
_FACTORS = ("quantity", "person_months", "unit_price", "unit_price_with_vat", "unit")


@frozen
class _List:
    """The lines of a sheet as sums: what those above each row that parts sections make together."""

    rows: Sequence[int]
    runs: Sequence[Fraction]
    bounds: Sequence[int]
    upto: Sequence[Fraction]

    @classmethod
    def of(cls, kinds: Mapping[int, str], amounts: Mapping[int, Fraction]) -> "_List":
        rows = [row for row, kind in kinds.items() if kind == "line"]
        runs = [*accumulate((amounts.get(row, Fraction(0)) for row in rows), initial=Fraction(0))]
        bounds = [row for row, kind in kinds.items() if kind not in _BETWEEN]
        bounds = [0, *bounds, max(kinds, default=0) + 1]
        return cls(rows, runs, bounds, [runs[bisect_left(rows, bound)] for bound in bounds])

    def above(self, row: int) -> Fraction:
        """What all lines above a row make."""
        return self.runs[bisect_left(self.rows, row)]

    def end(self, row: int, figure: Fraction) -> int:
        """The bound to which the lines from a row on make a figure; 0 if there is none."""
        start = self.above(row)
        first = bisect_right(self.bounds, row)
        at = bisect_left(self.upto, start + figure - 1, first)
        while at < len(self.upto) and self.upto[at] < start + figure + 1:
            if self.upto[at] > start and abs(self.upto[at] - start - figure) < 1:
                return self.bounds[at]
            at += 1
        return 0

    def starts(self, row: int, figure: Fraction) -> bool:
        """Whether the lines from some bound down to a row make a figure."""
        wanted = self.above(row) - figure
        last = bisect_left(self.bounds, row)
        at = bisect_left(self.upto, wanted - 1, 0, last)
        return any(abs(upto - wanted) < 1 for upto in self.upto[at : min(at + 2, last)])


def sums_among(
    cells: Cells, header: Header, kinds: Mapping[int, str], worded: Set[int]
) -> frozenset[int]:
    """Which of the rows that are not clear are sums of lines, by their figures.

    Args:
        cells: the sheet.
        header: its headers.
        kinds: what each row is so far, in order.
        worded: the rows that hold words.
    """
    column = header.column("amount") or header.column("amount_with_vat")
    unclear = [row for row, kind in kinds.items() if kind == _UNCLEAR]
    amounts = {
        row: figure
        for row, kind in (kinds.items() if column and unclear else ())
        if kind in ("line", _UNCLEAR) and (figure := cells.quiet(row, column)) is not None
    }
    factors = [factor for role in _FACTORS if (factor := header.column(role))]
    alone = [
        row
        for row in unclear
        if row in amounts and all(cells.empty(row, factor) for factor in factors)
    ]
    listed = _List.of(kinds, amounts)
    if not alone or not listed.rows:
        return frozenset()
    bare = {row for row in alone if row not in worded and listed.starts(row, amounts[row])}
    titles = [row for row in alone if row in worded and row < listed.rows[-1]]
    recap = [row for row in alone if row in worded and row > listed.rows[-1]]
    totals = {cells.quiet(row, column): row for row, kind in kinds.items() if kind in _TOTALS}
    again = {row for row in recap if _several(listed, amounts) and _said(totals, amounts, row)}
    recap = [row for row in recap if row not in again]
    found = bare | again | set(titles if _part_the_list(listed, titles, amounts) else ())
    return frozenset(found | set(recap if _make_the_list(listed, recap, amounts) else ()))


def _several(listed: _List, amounts: Mapping[int, Fraction]) -> bool:
    """Whether more than one line has an amount."""
    return sum(amounts.get(row, 0) != 0 for row in listed.rows) > 1


def _said(totals: Mapping[Fraction | None, int], amounts: Mapping[int, Fraction], row: int) -> bool:
    """Whether the figure of a row is that of a total above it."""
    return amounts[row] != 0 and totals.get(amounts[row], row) < row


def _make_the_list(listed: _List, rows: Sequence[int], amounts: Mapping[int, Fraction]) -> bool:
    """Whether rows under the list make the whole of it, and that is more than one figure again."""
    several = len(rows) > 1 or _several(listed, amounts)
    made = sum((amounts[row] for row in rows), Fraction(0))
    return bool(rows) and several and abs(made - listed.runs[-1]) < 1


def _part_the_list(listed: _List, titles: Sequence[int], amounts: Mapping[int, Fraction]) -> bool:
    """Whether each title has the sum of lines under it, some of several, and all lines have one."""
    covered = 0
    several = False
    for row in titles:
        end = listed.end(row, amounts[row])
        if not end:
            return False
        first, last = bisect_left(listed.rows, row), bisect_left(listed.rows, end)
        if first > covered:
            return False
        covered = max(covered, last)
        several = several or last - first > 1
    return several and covered == len(listed.rows)
