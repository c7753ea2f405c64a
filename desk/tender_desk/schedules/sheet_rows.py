"""A sheet whose rows may be lines of the document: what each of them says."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import define, field

from tender_desk.schedules.candidates import Candidate
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.given import Given
from tender_desk.schedules.headers import Header
from tender_desk.schedules.hidden_digits import told_apart
from tender_desk.schedules.row_kinds import Rows

__all__ = ["SheetRows"]

_LONGEST_DESCRIPTION, _LONGEST_UNIT = 1_000, 40


@define
class SheetRows:
    """A sheet whose rows are read as lines: its cells, its headers, and what its rows are."""

    cells: Cells
    header: Header
    rows: Rows
    given: dict[int, Given] = field(init=False)
    candidates: list[Candidate] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.given = given_in(self.cells, self.header, self.rows.lines)
        self.candidates = [self._candidate(row) for row in self.rows.lines]

    def _candidate(self, row: int) -> Candidate:
        cells, column, given = self.cells, self.header.column, self.given[row]
        sheet = cells.sheet.index
        price, amount = column("unit_price"), column("amount") or column("amount_with_vat")
        answer = price or amount
        unpriced = cells.unsaid(row, answer) and cells.empty(row, amount)
        nil = cells.empty(row, answer) and cells.empty(row, amount) and not unpriced
        unit = cells.checked_text(row, column("unit"), _LONGEST_UNIT) if column("unit") else ""
        unit = unit or cells.read.units.get(row, "")
        return Candidate(
            (sheet, row),
            cells.text(row, column("id")) if column("id") else "",
            cells.checked_text(row, column("description"), _LONGEST_DESCRIPTION),
            unit,
            given.quantity,
            (sheet, self.rows.sections.get(row, 0)),
            bare=unpriced and cells.empty(row, column("quantity")),
            unpriced=unpriced,
            nil=nil,
            summed=cells.empty(row, answer) and not cells.empty(row, amount),
            number=cells.text(row, column("number")) if column("number") else "",
        )


def given_in(cells: Cells, header: Header, rows: Sequence[int]) -> dict[int, Given]:
    """The figures of some rows, by row; every doubt is a note or a fault of `cells`."""
    shares = _are_shares(cells, header, rows)
    return {row: _given(cells, header, row, shares=shares) for row in rows}


def _given(cells: Cells, header: Header, row: int, *, shares: bool) -> Given:
    column = header.column
    given = Given(
        row,
        cells.number(row, column("quantity")),
        cells.number(row, column("person_months")),
        cells.number(row, column("unit_price"), money=True),
        cells.number(row, column("vat_percent"), percent=True),
        cells.number(row, column("tkdn_percent"), percent=True, share=shares, finely=True),
        cells.number(row, column("amount") or column("amount_with_vat"), money=True),
    )
    return told_apart(cells, header, given)


def _are_shares(cells: Cells, header: Header, rows: Sequence[int]) -> bool:
    """Whether a column of TKDN holds shares of one: none is above 1, and some are below it.

    Under a title in percent, one alone may be less than a percent.
    """
    column = header.column("tkdn_percent")
    if not column or any(cells.in_percent(row, column) for row in rows):
        return False
    told = [figure for row in rows if (figure := cells.quiet(row, column))]
    below = [figure for figure in told if figure < 1]
    fewest = 2 if header.tells_rate(column) else 1
    return len(below) >= fewest and all(Fraction(0) < figure <= 1 for figure in told)
