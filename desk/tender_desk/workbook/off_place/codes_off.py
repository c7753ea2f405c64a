"""The codes of lines that stand some rows or columns off, while all else is in its place.

Row by row such a column makes a fault of every line and of every code; it is one thing to move.
"""

from collections.abc import Callable, Mapping, Sequence

from tender_desk.ooxml.addresses import cell_name, cells_of
from tender_desk.ooxml.numerals import like_figure
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.off_place.displaced import BESIDE
from tender_desk.workbook.off_place.pasted_rows import PastedRow
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import MAY_BE_A_CODE
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_engine.faults import Fault
from tender_engine.formats.signs import plain_words

__all__ = ["codes_off", "like_a_code"]

_CODE = "id"
# So many rows or columns codes may be off.
_OFF = (1, -1, 2, -2, 3, -3)
# So many lines tell it; of columns that nothing else vouches for one more.
_LEAST, _SURE = 2, 3
_LONGEST = 12


def like_a_code(text: str) -> bool:
    """Whether a text looks like the code of a line: short, of one word, with a figure in it."""
    short = len(text) <= _LONGEST and MAY_BE_A_CODE.fullmatch(text) is not None
    return short and any(sign.isdigit() for sign in text)


def codes_off(
    cells: Cells, table: Table, rows: Sequence[PastedRow], document: Mapping[str, str]
) -> Fault | None:
    """That every line has its code once their column is moved; told at the first code.

    Args:
        cells: the sheet.
        table: what stands on it.
        rows: the rows in which anything stands.
        document: the words of the document's lines by their codes; none for the sheet of these.
    """
    title = next(column.title for column in table.columns if column.key == (_CODE,))
    _, found = heads(cells, {title_key(column.title): column for column in table.columns})
    at = next((n for n, said in found.items() if title_key(said) == title_key(title)), 0)
    lines = [row for row in rows if _is_a_line(row)]
    if not at or len(lines) < _LEAST:
        return None

    def told(places: Sequence[tuple[int, int]], down: int) -> Fault:
        (top, left), (bottom, _) = places[0], places[-1]
        params = {
            "range": cells_of(top, left, bottom, left),
            "title": title,
            "cell": cell_name(top - down, at),
        }
        return Fault(BESIDE, (), params, spot=Grid(cells.title, cells.number).spot(top, left))

    if not any(_CODE in row.texts for row in lines):
        # Codes of titles that stand under the unit make no lines of these.
        priced = [row for row in lines if {"quantity", "unit_price"} <= row.figures] or lines
        if column := _beside(priced, at, document):
            return told([(row.number, column) for row in priced], 0)
    return _above_or_below(rows, lines, document, at, told)


def _is_a_line(row: PastedRow) -> bool:
    """Whether a row is a line whatever code it has: of a unit, or of a volume and a price."""
    unit = row.texts.get("unit", "")
    return bool(unit and not like_figure(unit)) or {"quantity", "unit_price"} <= row.figures


def _beside(lines: Sequence[PastedRow], at: int, document: Mapping[str, str]) -> int:
    """The column to the right in which each line has its code; 0 where none is."""
    keys = {cell.column: key for row in lines for key, cell in row.cells.items()}
    for column in range(at + 1, at + max(_OFF) + 1):
        said = [row.all_texts.get(column, "").strip() for row in lines]
        if not all(map(like_a_code, said)) or len({*said}) < len(said):
            continue
        known = all(code in document for code in said)
        number = any(row.value(keys[column]) is not None for row in lines if column in keys)
        words = keys.get(column) in ("description", "unit")
        if known or (not document and len(said) >= _SURE and (words or not number)):
            return column
    return 0


def _above_or_below(
    rows: Sequence[PastedRow],
    lines: Sequence[PastedRow],
    document: Mapping[str, str],
    at: int,
    told: Callable[[Sequence[tuple[int, int]], int], Fault],
) -> Fault | None:
    """That codes stand some rows below their lines, or above: each line has one once all moved."""
    codes = {row.number: row.texts[_CODE] for row in rows if _CODE in row.texts}
    holding = {row.number for row in rows if {*row.all_texts} - {at}}
    if all(row.number in codes for row in lines):
        return None
    for down in _OFF:
        moved = {number - down: code for number, code in codes.items()}
        if not (moved.keys() <= holding and all(row.number in moved for row in lines)):
            continue
        if not document or _agree(lines, moved, document):
            return told([(number, at) for number in sorted(codes)], down)
    return None


def _agree(
    lines: Sequence[PastedRow], moved: Mapping[int, str], document: Mapping[str, str]
) -> bool:
    """Whether the words of lines are those of the document under the codes that they get."""
    said = [(row.texts.get("description"), document.get(moved[row.number])) for row in lines]
    pairs = [(plain_words(own), plain_words(ours)) for own, ours in said if own and ours]
    return len(pairs) >= _LEAST and all(own == ours for own, ours in pairs)
