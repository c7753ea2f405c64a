"""A bidder's analysis of a unit price, pasted as its form has it: sections, numbered rows, sums.

The form (*analisa harga satuan pekerjaan*) has the sections A. Tenaga, B. Bahan, C. Peralatan, in
each its components from 1 on, and a sum. A row that is only numbered is what its section says, and
its code is made of both: the first component of section A is `A1`. Whoever has sorted such rows
has lost what they are: what does not count on below its section is told to have no kind.

Above its sections each analysis has the line that it is of, with code and words as the document
has them. Of that line are the rows numbered below it that say no line themselves.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from tender_desk.workbook.kinds import NUMBER, TEXT, CellError, Kind, folded_word
from tender_desk.workbook.layouts.tables_bids import AMOUNT, COMPONENTS
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Entry
from tender_desk.workbook.reading.sheet_cells import Cells, heads, read_cell, title_key
from tender_engine.faults import Fault, Noted
from tender_engine.terms import ComponentKind

__all__ = ["Analyses", "analyses_of"]

_SECTIONS: Mapping[ComponentKind, tuple[str, str]] = {
    ComponentKind.UPAH: ("A", "tenaga kerja|tenaga|upah"),
    ComponentKind.BAHAN: ("B", "bahan|material"),
    ComponentKind.ALAT: ("C", "peralatan|alat"),
}
_LETTER = r"(?:[a-g] )?"
_TITLES = {
    kind: re.compile(f"(?:{letter.lower()} )?(?:{words})")
    for kind, (letter, words) in _SECTIONS.items()
}
_SUMS = {
    kind: re.compile(rf"{_LETTER}(?:sub ?)?jumlah (?:harga )?(?:{words}|{letter.lower()})")
    for kind, (letter, words) in _SECTIONS.items()
}
# What else stands below the sections: their sum, overhead and profit, what they come to.
_BELOW = re.compile(
    rf"{_LETTER}(?:(?:sub ?)?jumlah|total|overhead|biaya umum|keuntungan|harga satuan)\b.*"
)
_NUMBERED = re.compile(r"([1-9][0-9]*)[.)]?")
# So many columns of the sheet are those of the form, in its order.
_FORM = 6
_NO_SUM, _NO_PRODUCT = "XLS106", "XLS107"


@frozen
class _Row:
    """A row: whose it is, and what stands in the columns of the form, as far as it can be read."""

    number: int
    above: tuple[str, ...]
    code: str
    words: str
    unit: str
    coefficient: Decimal | None
    price: Decimal | None
    amount: Decimal | None

    @property
    def bare(self) -> bool:
        """Whether it has nothing of a component but words, and an amount perhaps."""
        return not self.unit and self.coefficient is None and self.price is None

    def is_of(self, lines: Mapping[str, str]) -> bool:
        """Whether it has code and words of one of the `lines`, and says no other line."""
        same = self.code in lines and folded_word(self.words) == folded_word(lines[self.code])
        return same and bool(self.words) and self.bare and self.above[-1] in ("", self.code)

    @property
    def text(self) -> str:
        """Code and words, as titles and sums are known by them."""
        return " ".join(re.sub(r"[^\w]+", " ", f"{self.code} {self.words}").casefold().split())


@frozen
class Analyses:
    """What pasted rows are: those that are no components, of those numbered kind, code and line."""

    apart: set[int] = field(factory=set)
    _named: dict[int, tuple[ComponentKind, str, str]] = field(factory=dict)

    def of(self, entry: Entry, faults: Noted) -> Entry:
        """A component by what its section says; an amount that is no product is told."""
        said = {**entry.said}
        amount = said.pop(AMOUNT.key[0], None)
        if entry.row in self._named:
            kind, code, line = self._named[entry.row]
            said = {"kind": str(kind), **said, "id": code}
            entry = evolve(entry, above=(*entry.above[:-1], entry.above[-1] or line))
        given = [said.get(key, {}).get("offered") for key in ("coefficient", "price")]
        if amount is not None and None not in given:
            product = Decimal(given[0]) * Decimal(given[1])
            if abs(product - Decimal(amount)) > 1:
                spot = entry.grid.cell(entry.row, AMOUNT.title)
                faults.append(Fault(_NO_PRODUCT, (), {}, spot=spot))
        return evolve(entry, said=said)


def analyses_of(
    cells: Cells, faults: Noted, document: Iterable[Mapping[str, Any]] = ()
) -> Analyses:
    """The analyses on the sheet of components; a sum that is none of its section is told.

    Args:
        cells: the sheet.
        faults: what is told.
        document: the lines of the document that may be analysed.
    """
    lines = {str(line.get("id")): str(line.get("description") or "") for line in document}
    found = Analyses()
    section: ComponentKind | None = None
    seen: set[tuple[Any, ...]] = set()
    above: tuple[str, ...] = ()
    headed = ""
    rows: list[_Row] = []
    for row in _rows(cells):
        if row.above != above:
            # Neither another bidder nor a line that is said is what stands below the last head.
            still = row.above[:-1] == above[:-1] and row.above[-1] in ("", headed)
            headed = headed if still else ""
            above, section, rows = row.above, None, []
        if row.is_of(lines):
            found.apart.add(row.number)
            headed, section, rows = row.code, None, []
        elif row.bare and (kind := _known(_TITLES, row)):
            found.apart.add(row.number)
            # A section that comes twice is none: nobody knows what stands in the first.
            analysis = (above[:-1], above[-1] or headed, kind)
            section = None if analysis in seen else kind
            seen.add(analysis)
            rows = []
        elif row.bare and (kind := _known(_SUMS, row)):
            found.apart.add(row.number)
            _tell_sum(cells, row, rows if kind is section else (), faults)
            section = None
        elif row.bare and _BELOW.fullmatch(row.text):
            found.apart.add(row.number)
            section = None
        elif section is not None:
            rows.append(row)
            numbered = _NUMBERED.fullmatch(row.code)
            if numbered and int(numbered[1]) == len(rows):
                code = f"{_SECTIONS[section][0]}{numbered[1]}"
                found._named[row.number] = section, code, headed
    return found


def _known(patterns: Mapping[ComponentKind, re.Pattern[str]], row: _Row) -> ComponentKind | None:
    return next((kind for kind, words in patterns.items() if words.fullmatch(row.text)), None)


def _tell_sum(cells: Cells, row: _Row, rows: Sequence[_Row], faults: Noted) -> None:
    """Tell a sum that is none of the rows above it, each of which may be rounded to a rupiah."""
    products = [(one.coefficient or 0) * (one.price or 0) for one in rows]
    if row.amount is None or abs(sum(products) - row.amount) <= max(1, len(products)):
        return
    at = _columns(cells)[AMOUNT.title]
    spot = Grid(cells.title, cells.number).spot(row.number, at)
    faults.append(Fault(_NO_SUM, (), {}, spot=spot))


def _columns(cells: Cells) -> dict[str, int]:
    known = {title_key(c.title): c.title for c in (*COMPONENTS.parents, *COMPONENTS.columns)}
    _, found = heads(cells, known)
    titles = {number: known.get(title_key(title), "") for number, title in found.items()}
    return {title: number for number, title in titles.items() if title}


def _rows(cells: Cells) -> list[_Row]:
    """The rows below the heads; what cannot be read of one is told where it is read."""
    at = _columns(cells)
    head, _ = heads(cells, {title_key(title): title for title in at})
    form = [column.title for column in COMPONENTS.columns[:_FORM]]
    rows = []
    for number, filled in cells.rows():
        if number > head:
            there = {cell.column: cell for cell in filled}
            of = {title: there[column] for title, column in at.items() if column in there}
            above = tuple(_text(cells, of.get(column.title)) for column in COMPONENTS.parents)
            code, words, unit = (_text(cells, of.get(title)) for title in form[:3])
            coefficient, price, amount = (_figure(cells, of.get(title)) for title in form[3:])
            rows.append(_Row(number, above, code, words, unit, coefficient, price, amount))
    return rows


def _text(cells: Cells, cell: Any) -> str:
    return _said(cells, cell, TEXT) or ""


def _figure(cells: Cells, cell: Any) -> Decimal | None:
    text = _said(cells, cell, NUMBER)
    return None if text is None else Decimal(text)


def _said(cells: Cells, cell: Any, kind: Kind) -> str | None:
    try:
        said: str | None = None if cell is None else read_cell(cells, kind, cell)
    except CellError:
        return None
    return said
