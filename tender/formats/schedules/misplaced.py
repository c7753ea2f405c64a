"""A sum at the foot whose figure stands in another column than the amounts of the lines."""

from fractions import Fraction

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header
from tender.formats.schedules.rows import FooterRow, Rows
from tender.formats.schedules.titles import is_remark, read_title

__all__ = ["column_of_sum"]

# What is no more than this in a row of PPN is its rate.
_WHOLE = 100
# A text with fewer digits, such as `12 m2`, is no sum of money.
_DIGITS = 4


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
