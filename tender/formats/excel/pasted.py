"""The rows of a block that somebody pasted into a sheet of lines, and which of them are no lines.

Such a block brings titles of sections, sums, PPN and headings of its own, known by the same words
as in a bidder's own file. What is left out is told, so that nothing vanishes.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from tender.faults import Fault
from tender.formats.excel.cells import Cells
from tender.formats.excel.layout import Table
from tender.formats.excel.ledger import Ledger, Line, Sum
from tender.formats.excel.pasted_rows import FIGURES, PastedRow, pasted_rows
from tender.formats.excel.places import Grid
from tender.formats.excel.rates import part_of_vat
from tender.formats.schedules.headers import is_numbering, roles_of
from tender.formats.schedules.reading import SkippedRow
from tender.formats.schedules.sums import NamedSum, sum_said

__all__ = ["Block", "block_of"]

_ENDING = ("total", "dibulatkan", "ppn", "terbilang")
_SUMS = ("total", "dibulatkan", "ppn", "subjumlah")
_TITLE, _NOTE, _PART, _BLANK = "judul_bagian", "catatan", "subjumlah", "kosong"
# Words, and words with a figure, which their place among the lines has to tell.
_WORDS, _PERHAPS = "words", "?"
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 200


@frozen
class Block:
    """The rows of a sheet that are no lines, as people are told of them, and what is wrong there.

    No fault tells a figure.
    """

    rows: Collection[int]
    skipped: tuple[SkippedRow, ...]
    faults: tuple[Fault, ...]


@frozen
class _Told:
    """A row and what it is."""

    row: PastedRow
    kind: str
    sum: NamedSum = field(factory=NamedSum)


def block_of(
    cells: Cells,
    table: Table,
    ids: Collection[str],
    vat: Sequence[Mapping[str, Any]],
    *,
    sealed: bool = False,
) -> Block:
    """What of a sheet of lines is no line.

    Args:
        cells: the sheet.
        table: what stands on it.
        ids: the codes of the document's lines, none for the sheet that gives them.
        vat: what is said of PPN, by whom it counts first.
        sealed: whether the words of a row may tell a price that nobody has opened.
    """
    told = [*_placed([_told(row, ids) for row in pasted_rows(cells, table)])]
    ledger = Ledger([_line(one.row, vat) for one in told if one.kind == "line"])
    skipped: list[SkippedRow] = []
    odd: list[Fault] = []
    marked: list[Fault] = []
    apart: set[int] = set()
    grid = Grid(cells.title, cells.number)
    for one in told:
        claim, row, kind = _claim(one), one.row, one.kind
        fits = claim is None or ledger.holds(claim)
        if kind == _PERHAPS:
            kind = _PART if claim is not None and fits else "line"
        if kind == "line":
            continue
        apart.add(row.number)
        if kind != _BLANK:
            label = _label(row)
            cell = row.cells[label] if label in row.cells else next(iter(row.cells.values()))
            text = "" if sealed else row.texts.get(label, "")[:_LONGEST]
            skipped.append(SkippedRow(grid.spot(row.number, cell.column).cell, text, kind))
        for column, title in row.marks.items():
            spot = grid.spot(row.number, column)
            marked.append(Fault("XLS111", (), {"title": title}, spot=spot))
        if not fits and claim is not None:
            odd.append(Fault("XLS106", (), {}, spot=grid.spot(row.number, claim.column)))
    return Block(apart, tuple(skipped), (*marked, *(odd if ledger.whole else ())))


def _told(row: PastedRow, ids: Collection[str]) -> _Told:
    """What a row is by what it holds."""
    if _numbers_columns(row, ids):
        return _Told(row, "penomoran_kolom")
    if row.texts.get("id", "") in ids or "extra" in row.cells:
        return _Told(row, "line")
    if not row.texts and not row.figures:
        return _Told(row, _BLANK)
    if roles_of(row.all_texts):
        return _Told(row, "judul_kolom")
    found = _named(row)
    if found.kind:
        return _Told(row, found.kind, found)
    if "unit" in row.texts or row.figures & {"quantity", "unit_price"}:
        return _Told(row, "line")
    return _Told(row, _PERHAPS if row.figures else _WORDS)


def _numbers_columns(row: PastedRow, ids: Collection[str]) -> bool:
    """Whether a row numbers the columns: no description is a number, nor one sign where no code is.

    The first number of such a row may be the code of a line.
    """
    described = row.cells.get("description")
    if described is None or not is_numbering(row.all_texts.values()):
        return False
    said = row.all_texts.get(described.column, "").strip("( )")
    return row.texts.get("id", "") not in ids or said.isdigit()


def _named(row: PastedRow) -> NamedSum:
    """The sum that a row is; a volume has none but PPN, whose rate may stand there."""
    label = _label(row)
    unit = "" if label == "unit" else row.texts.get("unit", "")
    said = [row.texts.get(label, ""), *row.texts.values()]
    found = sum_said(said, unit, priced="unit_price" in row.figures)
    volume = "quantity" in row.figures and found.kind not in ("ppn", "terbilang")
    return NamedSum() if volume else found


def _label(row: PastedRow) -> str:
    """The key under which the words of a row stand."""
    told = [key for key in ("description", "id") if _WORD.search(row.texts.get(key, ""))]
    return next(iter((*told, *row.texts)), "description")


def _placed(rows: Sequence[_Told]) -> Iterator[_Told]:
    """The rows with what their place among the others tells."""
    lines = [one.row for one in rows if one.kind == "line"]
    last = max((row.number for row in lines), default=0)
    styles = {_style(row.texts.get("id", "")) for row in lines}
    ended = False
    for one in rows:
        kind, code = one.kind, one.row.texts.get("id", "")
        ended = ended or kind in _ENDING
        if kind not in (_WORDS, _PERHAPS):
            yield one
        elif code and _style(code) in styles:
            # Not whole, which is told.
            yield _Told(one.row, "line")
        elif kind == _PERHAPS:
            yield one
        elif one.row.number < last:
            yield _Told(one.row, _TITLE)
        else:
            yield _Told(one.row, _NOTE if ended else "line")


def _style(code: str) -> str:
    """How a code is made up: `1.10` as `2.3`, `L05` as `L1`, `II` as `A`."""
    return _DIGITS.sub("9", _LETTERS.sub("A", code))


def _claim(one: _Told) -> Sum | None:
    """The figure of a sum: the one farthest to the right; `None` where there is none."""
    perhaps = one.kind == _PERHAPS
    key = next((key for key in FIGURES if key in one.row.figures), "")
    worth = one.row.value(key) if perhaps or one.kind in _SUMS else None
    if worth is None:
        return None
    column, kind = one.row.cells[key].column, _PART if perhaps else one.kind
    return Sum(one.row.number, column, kind, worth, one.sum.with_vat, unsaid=perhaps)


def _line(row: PastedRow, vat: Sequence[Mapping[str, Any]]) -> Line:
    """A line with its figures."""
    own = {key: row.value(key) for key in ("vat_percent", "vat_base")}
    return Line(
        row.number,
        row.value("quantity"),
        row.value("unit_price"),
        row.value("amount"),
        readable=all(row.value(key) is not None for key in row.figures),
        rate=part_of_vat(own, *vat),
        months=row.value("person_months"),
    )
