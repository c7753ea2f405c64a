"""A sheet whose rows may be lines of the document: what each of them says."""

from attrs import define, field

from tender.formats.schedules.candidates import Candidate
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.figures import given_in
from tender.formats.schedules.given import Given
from tender.formats.schedules.headers import Header
from tender.formats.schedules.rows import Rows

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
