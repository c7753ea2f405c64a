"""The rows of a block that somebody pasted into a sheet of lines, and which of them are no lines.

Such a block brings titles of sections, sums, PPN and headings of its own, known by the same words
as in a bidder's own file. What is left out is told, so that nothing vanishes.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from attrs import evolve, field, frozen

from tender.formats.excel.cells import Cells, heads, read_cell, title_key
from tender.formats.excel.kinds import NUMBER, TEXT, CellError
from tender.formats.excel.layout import Table
from tender.formats.excel.ledger import Ledger, Line, Sum
from tender.formats.excel.numerals import like_figure
from tender.formats.excel.places import Grid
from tender.formats.schedules.headers import is_numbering, roles_of
from tender.formats.schedules.reading import SkippedRow
from tender.formats.schedules.sums import NamedSum, sum_said

__all__ = ["Block", "block_of"]

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
_FIGURES = ("amount", "vat_percent", "unit_price", "quantity")
_ENDING = ("total", "dibulatkan", "ppn", "terbilang")
_SUMS = ("total", "dibulatkan", "ppn", "subjumlah")
_TITLE, _NOTE, _PART = "judul_bagian", "catatan", "subjumlah"
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 200


@frozen
class _Row:
    """What a row holds, by what its columns are of, and what it was taken for."""

    number: int
    cells: Mapping[str, Any]
    texts: Mapping[str, str]
    figures: Set[str]
    all_texts: Mapping[int, str]
    kind: str = ""
    sum: NamedSum = field(factory=NamedSum)

    @property
    def label(self) -> str:
        """The key under which the words of the row stand."""
        told = [key for key in ("description", "id") if _WORD.search(self.texts.get(key, ""))]
        return next(iter((*told, *self.texts)), "description")


@frozen
class Block:
    """The rows of a sheet that are no lines, as people are told of them, and sums that are odd.

    `odd` holds row and column of each sum that is none of the lines.
    """

    rows: Collection[int] = frozenset()
    skipped: tuple[SkippedRow, ...] = ()
    odd: tuple[tuple[int, int], ...] = ()


def block_of(
    cells: Cells,
    table: Table,
    ids: Collection[str],
    rate: Any = None,
    *,
    sealed: bool = False,
) -> Block:
    """What of a sheet of lines is no line.

    Args:
        cells: the sheet.
        table: what stands on it.
        ids: the codes of the document's lines, none for the sheet that gives them.
        rate: the part that PPN is of a net amount, `None` where it is not known.
        sealed: whether the words of a row may tell a price that nobody has opened.
    """
    titles = {title_key(column.title): column.key[0] for column in table.columns}
    head, found = heads(cells, titles)
    at = {number: titles.get(title_key(title), "") for number, title in found.items()}
    rows = [row for row in _rows(cells, head, at) if row.texts or row.figures] if head else []
    sorter = _Sorter(cells, frozenset(ids))
    told = sorter.sorted(rows)
    ledger = Ledger(sorter.lines(told), rate)
    made: list[SkippedRow] = []
    odd: list[tuple[int, int]] = []
    apart: set[int] = set()
    grid = Grid(cells.title, cells.number)
    for row in told:
        sum_ = sorter.sum(row)
        fits = sum_ is None or ledger.holds(sum_)
        kind = row.kind
        if kind == "?":
            kind = _PART if sum_ is not None and fits else "line"
        if kind == "line":
            continue
        cell = row.cells[row.label] if row.label in row.cells else next(iter(row.cells.values()))
        text = "" if sealed else row.texts.get(row.label, "")[:_LONGEST]
        made.append(SkippedRow(grid.spot(row.number, cell.column).cell, text, kind))
        apart.add(row.number)
        if not fits and sum_ is not None:
            odd.append((row.number, sum_.column))
    return Block(frozenset(apart), tuple(made), tuple(odd) if ledger.whole else ())


def _rows(cells: Cells, head: int, at: Mapping[int, str]) -> Iterator[_Row]:
    for number, filled in cells.rows():
        if number <= head:
            continue
        by_key = {at[c.column]: c for c in filled if at.get(c.column) in _KEYS}
        texts, figures = {}, set()
        for key, cell in by_key.items():
            value = cell.value
            if isinstance(value, str) and cell.data_type != "f":
                if said := " ".join(value.split()):
                    texts[key] = said
                figured = like_figure(value)
            else:
                figured = value is not None and not isinstance(value, bool)
            if key == "id" and "id" not in texts and value is not None:
                texts[key] = _code(cells, cell)
            if figured and key in _FIGURES:
                figures.add(key)
        all_texts = {c.column: str(c.value) for c in filled if c.value is not None}
        yield _Row(number, by_key, texts, figures, all_texts)


def _code(cells: Cells, cell: Any) -> str:
    try:
        return str(read_cell(cells, TEXT, cell) or "")
    except CellError:
        return str(cell.value)


class _Sorter:
    """Tells what the rows of one sheet are."""

    def __init__(self, cells: Cells, ids: Collection[str]) -> None:
        self._cells, self._ids = cells, ids

    def sorted(self, rows: list[_Row]) -> list[_Row]:
        """The rows with what they are: `?` is a title with a figure, which its sum has to prove."""
        rows = [self._sorted(row) for row in rows]
        lines = [row for row in rows if row.kind == "line"]
        last = max((row.number for row in lines), default=0)
        styles = {_style(row.texts.get("id", "")) for row in lines}
        told, ended = [], False
        for row in rows:
            ended = ended or row.kind in _ENDING
            if row.kind in ("words", "?"):
                code = row.texts.get("id", "")
                like_a_line = bool(code) and _style(code) in styles
                row = evolve(row, kind=_worded(row, last, ended=ended, like_a_line=like_a_line))
            told.append(row)
        return told

    def _sorted(self, row: _Row) -> _Row:
        if row.texts.get("id", "") in self._ids or "extra" in row.cells:
            return evolve(row, kind="line")
        if roles_of(row.all_texts):
            return evolve(row, kind="judul_kolom")
        # No description is a number: such a row numbers the columns.
        if "description" in row.cells and is_numbering(row.all_texts.values()):
            return evolve(row, kind="penomoran_kolom")
        found = self._named(row)
        if found.kind:
            return evolve(row, kind=found.kind, sum=found)
        if "unit" in row.texts or row.figures & {"quantity", "unit_price"}:
            return evolve(row, kind="line")
        return evolve(row, kind="?" if row.figures else "words")

    def _named(self, row: _Row) -> NamedSum:
        """The sum that a row is; a volume has none but PPN, whose rate may stand there."""
        label = row.label
        unit = "" if label == "unit" else row.texts.get("unit", "")
        said = [row.texts.get(label, ""), *row.texts.values()]
        found = sum_said(said, unit, priced="unit_price" in row.figures)
        volume = "quantity" in row.figures and found.kind not in ("ppn", "terbilang")
        return NamedSum() if volume else found

    def sum(self, row: _Row) -> Sum | None:
        """The figure of a sum: the one farthest to the right; `None` where there is none."""
        if row.kind not in (*_SUMS, "?"):
            return None
        for key in _FIGURES:
            if key in row.figures:
                worth = self._number(row, key)
                column = row.cells[key].column
                kind = _PART if row.kind == "?" else row.kind
                if worth is None:
                    return None
                return Sum(row.number, column, kind, worth, row.sum.with_vat, above=row.kind == "?")
        return None

    def lines(self, rows: list[_Row]) -> list[Line]:
        """The lines with their figures."""
        return [
            Line(
                row.number,
                self._number(row, "quantity"),
                self._number(row, "unit_price"),
                self._number(row, "amount"),
                readable=all(self._number(row, key) is not None for key in row.figures),
                rate=self._number(row, "vat_percent"),
                months=self._number(row, "person_months"),
            )
            for row in rows
            if row.kind == "line"
        ]

    def _number(self, row: _Row, key: str) -> Any:
        """A number that stands in a row; `None` where there is none, or none that can be read."""
        if key not in row.cells:
            return None
        try:
            return read_cell(self._cells, NUMBER, row.cells[key])
        except CellError:
            return None


def _worded(row: _Row, last: int, *, ended: bool, like_a_line: bool) -> str:
    """What a row of words is: a line where its code is like that of lines, or where it ends them.

    Such a line is not whole, which is told; what is above other lines and unlike them is a title.
    """
    if like_a_line:
        return "line"
    if row.number < last:
        return row.kind if row.kind == "?" else _TITLE
    return _NOTE if ended and row.kind == "words" else "line"


def _style(code: str) -> str:
    """How a code is made up: `1.10` as `2.3`, `L05` as `L1`, `II` as `A`."""
    return _DIGITS.sub("9", _LETTERS.sub("A", code))
