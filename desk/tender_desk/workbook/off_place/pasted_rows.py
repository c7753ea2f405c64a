"""What each row of a sheet of lines holds, by what its columns are of."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from attrs import frozen

from tender_desk.ooxml.numerals import like_figure
from tender_desk.workbook.kinds import NUMBER, TEXT, CellError, Kind
from tender_desk.workbook.kinds.units import RUPIAH
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.sheet_cells import Cells, heads, is_blank, read_cell, title_key

__all__ = ["PastedRow", "pasted_rows"]

# What a line says of itself; the other columns say nothing of what a row is.
_KEYS = (
    "id",
    "description",
    "unit",
    "quantity",
    "unit_price",
    "vat_percent",
    "amount",
    "extra",
    "person_months",
)
_MONEY = NUMBER.within(Local(unit=RUPIAH))
# Where the figure of a sum is looked for, first to last; then in any other column, from the right.
FIGURES = ("amount", "vat_percent", "unit_price", "quantity")


@frozen
class PastedRow:
    """A row: its cells by key, its texts and which of its figures are there.

    `all_texts` is what stands in any column; `marks` are the cells of other columns of the table,
    which only a line may have, with the titles of these; `at` are the columns with a figure, those
    first in which that of a sum is looked for.
    """

    number: int
    cells: Mapping[str, Any]
    texts: Mapping[str, str]
    figures: Set[str]
    all_texts: Mapping[int, str]
    marks: Mapping[int, str]
    at: Mapping[int, Any]
    _sheet: Cells
    _kinds: Mapping[str, Kind]

    def value(self, key: str) -> Any:
        """What stands under a key; `None` where nothing does, or nothing that can be read."""
        cell = self.cells.get(key)
        try:
            return None if cell is None else read_cell(self._sheet, self._kinds[key], cell)
        except CellError:
            return None

    def worth(self, column: int) -> str | None:
        """The figure in a column; `None` where it is none that can be read."""
        try:
            found: str | None = read_cell(self._sheet, _MONEY, self.at[column])
        except CellError:
            return None
        return found


def pasted_rows(cells: Cells, table: Table) -> Iterator[PastedRow]:
    """The rows below the heads in which anything stands."""
    columns = {title_key(column.title): column for column in table.columns}
    head, found = heads(cells, columns)
    at = {number: columns.get(title_key(title)) for number, title in found.items()}
    kinds = {column.key[0]: column.kind for column in table.columns}
    # In a row that is no line, a column may hold what it cannot hold in a line.
    kinds |= dict.fromkeys(("quantity", "person_months"), NUMBER)
    kinds |= dict.fromkeys(("unit_price", "amount"), _MONEY)
    for number, filled in cells.rows() if head else ():
        if number <= head:
            continue
        known = [(cell, column) for cell in filled if (column := at.get(cell.column))]
        by_key = {column.key[0]: cell for cell, column in known}
        held = {key: cell for key, cell in by_key.items() if key in _KEYS}
        row = PastedRow(
            number,
            by_key,
            _texts(cells, held),
            {key for key, cell in held.items() if key in FIGURES and _is_figure(cell)},
            {cell.column: str(cell.value) for cell in filled if cell.value is not None},
            {c.column: of.title for c, of in known if of.key[0] not in _KEYS and not is_blank(c)},
            _figures(filled, by_key),
            cells,
            kinds,
        )
        if row.texts or row.figures or row.marks:
            yield row


def _figures(filled: Sequence[Any], by_key: Mapping[str, Any]) -> dict[int, Any]:
    """The cells with figures by their columns, but for that of the code."""
    code = by_key["id"].column if "id" in by_key else 0
    found = {c.column: c for c in reversed(filled) if c.column != code and _is_figure(c)}
    first = [by_key[key].column for key in FIGURES if key in by_key]
    order = [*(at for at in first if at in found), *(at for at in found if at not in first)]
    return {at: found[at] for at in order}


def _texts(cells: Cells, held: Mapping[str, Any]) -> dict[str, str]:
    texts = {}
    for key, cell in held.items():
        if _is_text(cell):
            said = " ".join(cell.value.split())
        else:
            # Of other values only a code is one whatever it is kept as.
            said = _code(cells, cell) if key == "id" and cell.value is not None else ""
        if said:
            texts[key] = said
    return texts


def _is_text(cell: Any) -> bool:
    return isinstance(cell.value, str) and cell.data_type != "f"


def _is_figure(cell: Any) -> bool:
    """Whether a number, or a text that is meant as one, stands in a cell."""
    if isinstance(cell.value, str):
        return cell.data_type == "f" or like_figure(cell.value)
    return cell.value is not None and not isinstance(cell.value, bool)


def _code(cells: Cells, cell: Any) -> str:
    try:
        return str(read_cell(cells, TEXT, cell) or "")
    except CellError:
        return str(cell.value)
