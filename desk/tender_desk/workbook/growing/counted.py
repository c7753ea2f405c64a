"""How much is typed into each sheet, in numbers that a formula can count again.

Excel and LibreOffice count cells that are not empty, and sum numbers; so does this, over the
columns that are read, and what differs was typed since.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from tender_desk.ooxml.addresses import column_letter
from tender_desk.ooxml.guard import ROWS
from tender_desk.workbook.growing.container import MAIN, Container
from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.sheet import SheetXml, says
from tender_desk.workbook.reading.sheet_cells import is_own

__all__ = ["Counted", "condition", "counted"]

_FORMULA, _VALUE = f"{{{MAIN}}}f", f"{{{MAIN}}}v"
# A formula holds at most 8,192 signs; what stands around its conditions needs some of them.
_LONGEST = 7_500
# A sum of so many numbers as a sheet may hold, computed in another order, differs by less.
_LEAST, _SHARE = Decimal("0.0001"), Decimal("1e-13")


@frozen
class Counted:
    """A sheet: the ranges of its columns that are read, how many cells say something, their sum.

    How many is `None` where a text is empty: some programs take that for an empty cell.
    """

    ranges: tuple[str, ...]
    cells: int | None
    total: Decimal


def counted(
    container: Container, sheets: Iterable[str], known: Mapping[str, Any]
) -> Iterator[Counted]:
    """The `sheets`, whose heads stand in the row with the most of those that are `known`.

    The panel's own columns and the engine's are not counted. A sheet with a formula that nobody has
    computed yet cannot be counted, and is left out.
    """
    parts = dict(container.worksheets())
    for title in sheets:
        xml = SheetXml(container.read(parts[title]), container.shared)
        head, found = heads_in(xml.texts(TOP), known)
        columns = sorted(at for key, at in found.items() if not is_own(key))
        below = [cell for row, at, cell in xml.cells() if row > head and at in columns]
        if not columns or any(map(_uncomputed, below)):
            continue
        quoted = title.replace("'", "''")
        ranges = tuple(
            f"'{quoted}'!${column_letter(first)}${head + 1}:${column_letter(last)}${ROWS}"
            for first, last in _runs(columns)
        )
        empty = any(cell.get("t", "n") != "n" and not xml.text(cell) for cell in below)
        cells = None if empty else sum(map(says, below))
        yield Counted(ranges, cells, sum(map(_number, below), Decimal(0)))


def condition(sheets: Iterable[Counted]) -> str:
    """The formula that is true while all counts and sums are those; as many as a cell can hold."""
    terms: list[str] = []
    length = 0
    for one in sheets:
        both = [*_terms(one)]
        length += sum(len(term) + 1 for term in both)
        if length > _LONGEST:
            break
        terms += both
    return f"AND({','.join(terms)})" if terms else "TRUE"


def _terms(one: Counted) -> Iterator[str]:
    ranges = ",".join(one.ranges)
    if one.cells is not None:
        yield f"COUNTA({ranges})={one.cells}"
    near = max(_LEAST, abs(one.total) * _SHARE)
    yield f"ABS(SUM({ranges})-{one.total.normalize():f})<{near:f}"


def _uncomputed(cell: Any) -> bool:
    return cell.find(_FORMULA) is not None and not cell.findtext(_VALUE)


def _number(cell: Any) -> Decimal:
    """The number in a cell, or nothing to be summed."""
    text = cell.findtext(_VALUE)
    try:
        return Decimal(text) if cell.get("t", "n") == "n" and text else Decimal(0)
    except InvalidOperation:
        return Decimal(0)


def _runs(columns: list[int]) -> Iterator[tuple[int, int]]:
    """Columns beside each other as first and last."""
    first = before = columns[0]
    for at in columns[1:]:
        if at != before + 1:
            yield first, before
            first = at
        before = at
    yield first, before
