"""One column of lines that stands some columns farther right, while all else is in its place.

It is that of the codes, or of the words, and may stand over what another column can hold as well.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

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

__all__ = ["column_off", "like_a_code"]

# So many columns it may be off.
_OFF = 3
# So many lines tell it; of columns that nothing else vouches for one more.
_LEAST, _SURE = 2, 3
_LONGEST = 12
_ID, _WORDS = "id", "description"
_WORD = re.compile(r"[^\W\d_]{3}")


def like_a_code(text: str) -> bool:
    """Whether a text looks like the code of a line: short, of one word, with a figure in it."""
    short = len(text) <= _LONGEST and MAY_BE_A_CODE.fullmatch(text) is not None
    return short and any(sign.isdigit() for sign in text)


def column_off(
    cells: Cells, table: Table, rows: Sequence[PastedRow], document: Mapping[str, str]
) -> Fault | None:
    """That every line has its code, or its words, once their column is moved; told at its first.

    Args:
        cells: the sheet.
        table: what stands on it.
        rows: the rows in which anything stands.
        document: the words of the document's lines by their codes; none for the sheet of these.
    """
    titles = {column.key[0]: column.title for column in table.columns}
    _, found = heads(cells, {title_key(title): title for title in titles.values()})
    keys = {title_key(title): number for number, title in found.items()}
    lines = [row for row in rows if _is_a_line(row)]
    for key in (_ID, _WORDS) if len(lines) >= _LEAST else ():
        if at := keys.get(title_key(titles[key]), 0):
            off = _Column(key, at, lines, document)
            if moved := off.beside():
                (top, left), bottom = moved
                params = {
                    "range": cells_of(top, left, bottom, left),
                    "title": titles[key],
                    "cell": cell_name(top, at),
                }
                spot = Grid(cells.title, cells.number).spot(top, left)
                return Fault(BESIDE, (), params, spot=spot)
    return None


def _is_a_line(row: PastedRow) -> bool:
    """Whether a row is a line whatever code it has: of a unit, or of a volume and a price."""
    unit = row.texts.get("unit", "")
    return bool(unit and not like_figure(unit)) or {"quantity", "unit_price"} <= row.figures


# Where what is off begins, and its last row.
_Moved = tuple[tuple[int, int], int]


@frozen
class _Column:
    """The column `at`, of this key, which some lines may lack."""

    _key: str
    _at: int
    _lines: Sequence[PastedRow]
    _document: Mapping[str, str]

    def beside(self) -> _Moved | None:
        """That each line has it in one column farther right."""
        if any(self._key in row.texts for row in self._lines):
            return None
        # Codes of titles that stand under the unit make no lines of these.
        priced = [row for row in self._lines if {"quantity", "unit_price"} <= row.figures]
        lines = priced or self._lines
        keys = {cell.column: key for row in lines for key, cell in row.cells.items()}
        for column in range(self._at + 1, self._at + _OFF + 1):
            said = [row.all_texts.get(column, "").strip() for row in lines]
            number = any(row.value(keys[column]) is not None for row in lines if column in keys)
            unread = keys.get(column) in (_WORDS, "unit") or not number
            if self._fit(lines, said, unread=unread):
                return (lines[0].number, column), lines[-1].number
        return None

    def _fit(self, lines: Sequence[PastedRow], said: Sequence[str], *, unread: bool) -> bool:
        """Whether these are codes, or words, of the lines; the document's, where that is known."""
        like = like_a_code if self._key == _ID else _WORD.search
        if not all(map(like, said)) or len({*said}) < len(said):
            return False
        if not self._document:
            return unread and len(said) >= _SURE
        if self._key == _ID:
            return all(code in self._document for code in said)
        return _agree(self._document, [row.texts.get(_ID) for row in lines], said)


def _agree(
    document: Mapping[str, str], codes: Sequence[str | None], words: Sequence[str | None]
) -> bool:
    """Whether words are those of the document under the codes beside them."""
    said = [(own, document.get(code or "")) for code, own in zip(codes, words, strict=True)]
    pairs = [(plain_words(own), plain_words(ours)) for own, ours in said if own and ours]
    return len(pairs) >= _LEAST and all(own == ours for own, ours in pairs)
