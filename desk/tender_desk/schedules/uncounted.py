"""Whether a sum at the foot counts the rows that are in doubt: hidden, struck, unknown, details.

The bidder's own sum tells what is of the bid. A row that it leaves out is an alternative, struck
out, or a part of another; details that it adds up are lines. Nobody but people can say.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.foot import Foot
from tender_desk.schedules.headers import Header
from tender_desk.schedules.row_kinds import FooterRow, Rows

__all__ = ["tell_struck", "tell_uncounted"]

# Of more rows in doubt only all of a kind are looked at together.
_MOST = 50
_SAID = ("description", "unit_price", "amount", "amount_with_vat")


def tell_struck(cells: Cells, header: Header, rows: Rows, foot: Foot) -> None:
    """Note lines that are struck out and counted all the same; else they are faults.

    A sum that comes to all lines says that they are offered; without one nobody knows.
    """
    struck = struck_rows(cells, header, rows)
    counted = foot.priced and any(map(foot.comes_to, foot.figures.values()))
    for row in struck:
        if counted:
            cells.note("struck_row", row, header.column("description"), row=f"{row}")
        else:
            cells.fault("XLS166", row, header.column("description"))


def struck_rows(cells: Cells, header: Header, rows: Rows) -> list[int]:
    """The lines with a price of which the words, the price or the amount are struck out."""
    columns = [column for role in _SAID if (column := header.column(role))]
    held = cells.sheet.rows()
    struck = [
        row
        for row in rows.lines
        if any(cell.struck for column, cell in held[row].items() if column in columns)
    ]
    return [row for row in struck if any(not cells.empty(row, column) for column in columns[1:])]


def tell_uncounted(
    cells: Cells, header: Header, rows: Rows, foot: Foot, unknown: Sequence[int]
) -> None:
    """Tell, as faults of `cells`, rows that a sum at the foot counts otherwise than was read.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        foot: the rows at its foot, beside what its lines make.
        unknown: the rows that are lines which the document does not have.
    """
    found = foot.sort()
    strays = sorted({*found.claims, *found.sums, *_short(rows, foot)}, key=lambda row: row.row)
    if not strays or not foot.priced:
        return
    hidden = [row for row in rows.lines if row in cells.sheet.layout.hidden_rows]
    struck = struck_rows(cells, header, rows)
    details = [row for row, kind in rows.others.items() if kind == "rincian"]
    for code, sets, sign in (("XLS154", (unknown, hidden, struck), -1), ("XLS155", (details,), 1)):
        for some in _choices(sets):
            by = sign * sum((foot.figure(row) for row in some), Fraction(0))
            row = next((row for row in strays if by and foot.agrees_moved(row, by)), None)
            if row is not None:
                _tell(cells, code, some, row, foot)
                return


def _short(rows: Rows, foot: Foot) -> list[FooterRow]:
    """The sums below all lines, where none is of all: what is left out may be the last ones."""
    if any(map(foot.comes_to, foot.figures.values())):
        return []
    below = max(rows.lines, default=0)
    return [row for row in foot.figures if row.row > below and row.plain and row.kind == "total"]


def _choices(sets: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The rows of each kind, all of them, and each by itself."""
    every = sorted({row for some in sets for row in some})
    yield from (sorted(some) for some in sets if some)
    yield every
    yield from ([row] for row in (every if len(every) <= _MOST else ()))


def _tell(cells: Cells, code: str, some: Sequence[int], row: FooterRow, foot: Foot) -> None:
    for one in some:
        cells.fault(code, one, foot.column, at=cells.at(row.row, foot.at(row.row)))
