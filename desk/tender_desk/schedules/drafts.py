"""Sheets read as price schedules, each by itself or some of them as one list."""

import re
from collections.abc import Sequence

from attrs import frozen

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.columns import settled
from tender_desk.schedules.compute import Computer
from tender_desk.schedules.grid import Grid
from tender_desk.schedules.headers import Header, find_header, find_sums
from tender_desk.schedules.inferring import inferred
from tender_desk.schedules.lines import Lines, read_lines
from tender_desk.schedules.rates import Rates
from tender_desk.schedules.row_kinds import Rows, sort_rows, without
from tender_desk.schedules.sheet_rows import SheetRows
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["Draft", "Drafts"]

_RECAP = re.compile(r"rekap|summary|resume")


@frozen
class Draft:
    """One sheet as it was read."""

    cells: Cells
    header: Header
    rows: Rows
    read: Lines

    @property
    def title(self) -> str:
        """The name of the sheet."""
        return self.cells.sheet.title

    @property
    def only_sums(self) -> bool:
        """Whether it has amounts and neither volumes nor prices, nor any line: a recapitulation."""
        roles = {*self.header.roles.values()} & {
            "quantity", "unit_price", "unit_price_with_vat"
        }  # fmt: skip
        return not roles and not self.header.rivals and not self.read.known


class Drafts:
    """Reads sheets of `grid` against the lines of a document; `name` is the file in faults."""

    def __init__(
        self, grid: Grid, computer: Computer, name: str, lines: Sequence[HpsLine], rates: Rates
    ) -> None:
        self._grid, self._computer, self._name = grid, computer, name
        self._lines, self._rates = lines, rates
        self._known = frozenset(plain_words(line.description) for line in lines)
        self._ids = frozenset(plain_words(line.id) for line in lines)

    def each(self, indexes: Sequence[int]) -> list[Draft]:
        """Those sheets that have the headers of a schedule, each by itself."""
        return [draft for index in indexes for draft in self.joined([index])]

    def joined(self, indexes: Sequence[int]) -> list[Draft]:
        """Those sheets that have the headers of a schedule, read as one list."""
        sheets = [sheet for index in indexes if (sheet := self._sheet(index)) is not None]
        made = read_lines(sheets, self._lines, self._rates) if sheets else []
        return [
            Draft(
                sheet.cells,
                sheet.header,
                without(sheet.rows, read.asides, sheet.cells, sheet.header),
                read,
            )
            for sheet, read in zip(sheets, made, strict=True)
        ]

    def sums(self, draft: Draft) -> Draft:
        """A recapitulation as it stands, without what was told of it as a list of lines."""
        return Draft(self.cells(draft.cells.sheet.index), draft.header, draft.rows, Lines())

    def cells(self, index: int) -> Cells:
        """The cells of a sheet, of which nothing was told yet."""
        return Cells(self._grid, self._computer, index, self._name)

    def _sheet(self, index: int) -> SheetRows | None:
        if find_header(self._grid.head(index)) is None:
            return self._recap(index)
        cells = self.cells(index)
        header = find_header(self._grid.head(index), cells.merged)
        if header is None:
            return None
        header = settled(cells, header, self._known)
        rows = sort_rows(cells, header, self._known, self._ids)
        known = inferred(cells, header, rows)
        if known is not header:
            # What was doubted for want of that column is looked at anew.
            cells = self.cells(index)
            header = settled(cells, known, self._known)
            rows = sort_rows(cells, header, self._known, self._ids)
        return SheetRows(cells, header, rows)

    def _recap(self, index: int) -> SheetRows | None:
        """A sheet of words and sums, if its name or a row of PPN says that they are of money."""
        header = find_sums(self._grid.head(index))
        if header is None:
            return None
        cells = self.cells(index)
        rows = sort_rows(cells, header, frozenset(), frozenset())
        taxed = any(row.kind == "ppn" for row in rows.footer)
        named = _RECAP.search(cells.sheet.title.casefold())
        return SheetRows(cells, header, rows) if taxed or named else None
