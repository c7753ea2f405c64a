"""The rows of a block that somebody pasted into a sheet of lines, and which of them are no lines.

Such a block brings titles of sections, sums, PPN and headings of its own, known by the same words
as in a bidder's own file. What is left out is told, so that nothing vanishes.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from tender_desk.ooxml.numerals import like_figure
from tender_desk.schedules.headers import is_numbering, roles_of
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.schedules.sums import NamedSum, sum_said
from tender_desk.workbook.kinds.vat_values import part_of_vat
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.layouts.names import HEADER_ROW
from tender_desk.workbook.off_place.astray import astray
from tender_desk.workbook.off_place.displaced import in_other_columns, over_code, slipped
from tender_desk.workbook.off_place.ledger import Ledger, Line, Sum
from tender_desk.workbook.off_place.lone_column import column_off, like_a_code
from tender_desk.workbook.off_place.over_heads import over_heads_of
from tender_desk.workbook.off_place.pasted_rows import PastedRow, pasted_rows
from tender_desk.workbook.off_place.shifted import shifted
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells
from tender_engine.faults import Fault
from tender_engine.formats.signs import plain_words

__all__ = ["Block", "block_of", "sorted_block"]

_ENDING = ("total", "dibulatkan", "ppn", "terbilang")
_SUMS = ("total", "dibulatkan", "ppn", "subjumlah")
_TITLE, _NOTE, _PART, _BLANK = "judul_bagian", "catatan", "subjumlah", "kosong"
_HEADS = "judul_kolom"
# Words, and words with a figure, which their place among the lines has to tell.
_WORDS, _PERHAPS = "words", "?"
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 200
# What is no more than this in a row of PPN may be its rate in percent.
_WHOLE = 100


@frozen
class Block:
    """The rows of a sheet that are no lines, as people are told of them, and what is wrong there.

    No fault tells a figure. Of a sheet that is `displaced` nothing can be read, which is told.
    So many figures are held to be `sums`.
    """

    rows: Collection[int]
    skipped: tuple[SkippedRow, ...]
    faults: tuple[Fault, ...]
    displaced: bool = False
    sums: int = 0


@frozen
class _Told:
    """A row and what it is; `unsure`: a line unless its figure is the sum that its words say."""

    row: PastedRow
    kind: str
    sum: NamedSum = field(factory=NamedSum)
    unsure: bool = False


def block_of(
    cells: Cells,
    table: Table,
    document: Mapping[str, str],
    vat: Sequence[Mapping[str, Any]],
    *,
    sealed: bool = False,
) -> Block:
    """What of a sheet of lines is no line.

    Args:
        cells: the sheet.
        table: what stands on it.
        document: the document's lines, their words by their codes; none for the sheet of these.
        vat: what is said of PPN, by whom it counts first.
        sealed: whether the words of a row may tell a price that nobody has opened.
    """
    # Of a sheet full of what cannot be read no more is looked at than tells so.
    if odd := astray(cells, table, Local(), of_many=True):
        return Block(frozenset(), (), (odd,), displaced=True)
    if odd := over_heads_of(cells, table):
        return Block(frozenset(), (), (odd,), displaced=True)
    rows = [*pasted_rows(cells, table)]
    first = _kinds(rows, document)
    # A head that another was merged into is told as that: its column is under no head then.
    merged = any(area.top <= HEADER_ROW <= area.bottom for area in cells.merged())
    odd = in_other_columns(cells, table, rows)
    odd = odd or _over_code(cells, first, document)
    odd = odd or slipped(cells, [one.row for one in first if one.kind == "line"])
    odd = odd or column_off(cells, table, rows, document)
    lines = {one.row.number for one in first if one.kind == "line" and not one.unsure}
    # Where no row has what a line has in its place, those with a code may be lines.
    lines = lines or {row.number for row in rows if like_a_code(row.texts.get("id", ""))}
    odd = odd or shifted(cells, table, Local(), lines)
    if odd and not merged:
        return Block(frozenset(), (), (odd,), displaced=True)
    return _sorted(cells, [*_placed(first)], vat, sealed=sealed)


def sorted_block(
    cells: Cells,
    table: Table,
    document: Mapping[str, str],
    vat: Sequence[Mapping[str, Any]],
    *,
    sealed: bool = False,
) -> Block:
    """The same, of a sheet whose rows are taken to stand where they belong."""
    first = _kinds([*pasted_rows(cells, table)], document)
    return _sorted(cells, [*_placed(first)], vat, sealed=sealed)


def _kinds(rows: Sequence[PastedRow], document: Mapping[str, str]) -> list["_Told"]:
    """What each row is by what it holds."""
    codes = Counter(row.texts.get("id", "") for row in rows)
    return [_told(row, document, codes) for row in rows]


def _sorted(
    cells: Cells, told: Sequence[_Told], vat: Sequence[Mapping[str, Any]], *, sealed: bool
) -> Block:
    """The rows that are no lines, their sums held against those that are."""
    ledger = Ledger([_line(one.row, vat) for one in told if one.kind == "line"])
    skipped: list[SkippedRow] = []
    odd: list[Fault] = []
    marked: list[Fault] = []
    apart: set[int] = set()
    sums = 0
    grid = Grid(cells.title, cells.number)
    for one in told:
        row, kind = one.row, one.kind
        claim, fits = ledger.sum_among([*_claims(one)])
        if (kind == _PERHAPS or one.unsure) and not (claim and fits):
            kind = "line"
        kind = _PART if kind == _PERHAPS else kind
        if kind == "line":
            continue
        apart.add(row.number)
        sums += claim is not None
        if kind != _BLANK:
            label = _label(row)
            cell = row.cells[label] if label in row.cells else next(iter(row.cells.values()))
            text = "" if sealed else row.texts.get(label, "")[:_LONGEST]
            skipped.append(SkippedRow(grid.spot(row.number, cell.column).cell, text, kind))
        for column, title in row.marks.items():
            if kind not in _SUMS or column not in row.at:
                spot = grid.spot(row.number, column)
                marked.append(Fault("XLS111", (), {"title": title}, spot=spot))
        if claim and not fits:
            odd.append(Fault("XLS106", (), {}, spot=grid.spot(row.number, claim.column)))
    codes = [one.row.texts.get("id") for one in told if one.row.number not in apart]
    # What is twice there, or is nobody's, is told; no sum is right beside it.
    sound = ledger.whole and None not in codes and len({*codes}) == len(codes)
    held = sums if sound else 0
    return Block(apart, tuple(skipped), (*marked, *(odd if sound else ())), sums=held)


def _over_code(cells: Cells, told: Sequence[_Told], document: Mapping[str, str]) -> Fault | None:
    """That a row which is no line stands over the code of one, if the last line has none for it.

    A row of titles tells it whatever the last line has.
    """
    lines = [one.row for one in told if one.kind == "line" and one.row.at]
    bare = bool(lines) and "id" not in lines[-1].texts
    styles = {_style(row.texts["id"]) for row in lines if "id" in row.texts}
    for one in told:
        row, code = one.row, one.row.texts.get("id", "")
        if document:
            of_a_line = code in document and not _is_line_of(row, document[code])
        else:
            of_a_line = _style(code) in styles
        apart = one.kind != "line" or one.unsure or not (row.at or "unit" in row.texts)
        if code and of_a_line and (one.kind == _HEADS or (bare and apart)):
            return over_code(cells, row)
    return None


def _told(row: PastedRow, document: Mapping[str, str], codes: Mapping[str, int]) -> _Told:
    """What a row is by what it holds; a sum may have the code of a line beside that line itself."""
    if _numbers_columns(row, document):
        return _Told(row, "penomoran_kolom")
    ours = document.get(row.texts.get("id", ""))
    if (ours is None or not row.at) and roles_of(row.all_texts):
        return _Told(row, _HEADS)
    found = _named(row)
    if "extra" in row.cells and not (found.kind and row.cells["extra"].column in row.at):
        return _Told(row, "line")
    if ours is not None:
        twice = codes[row.texts["id"]] > 1
        other = twice and found.kind and not _is_line_of(row, ours)
        return _Told(row, found.kind, found, unsure=True) if other else _Told(row, "line")
    if not row.texts and not row.at:
        return _Told(row, _BLANK)
    if found.kind:
        return _Told(row, found.kind, found)
    if "unit" in row.texts or row.figures & {"quantity", "unit_price"}:
        return _Told(row, "line")
    return _Told(row, _PERHAPS if row.figures else _WORDS)


def _is_line_of(row: PastedRow, ours: str) -> bool:
    """Whether the words of a row are those of a line of the document, or it has none."""
    said = row.texts.get("description", "")
    return not said or plain_words(said) == plain_words(ours)


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
    """The sum that a row is by its words; with volume and price it is a line, whatever they are.

    Of PPN the rate may stand under the volume.
    """
    label = _label(row)
    unit = "" if label == "unit" else row.texts.get("unit", "")
    texts = [row.texts.get(label, ""), *row.texts.values()]
    found = sum_said(texts, "" if like_figure(unit) else unit, priced=False)
    a_line = {"quantity", "unit_price"} <= row.figures and found.kind not in ("ppn", "terbilang")
    return NamedSum() if a_line else found


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
            priced = one.row.figures & {"quantity", "unit_price"}
            like_a_line = code and priced and _style(code) in styles
            yield evolve(one, unsure=True) if kind in _SUMS and like_a_line else one
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


def _claims(one: _Told) -> Iterator[Sum]:
    """The figures of a row that may be the sum it is of, the likeliest first.

    What stands beside the amount of PPN and may be its rate is none.
    """
    perhaps = one.kind == _PERHAPS
    worths = [(at, one.row.worth(at)) for at in one.row.at] if perhaps or one.kind in _SUMS else []
    said = [(at, worth) for at, worth in worths if worth is not None]
    if one.kind == "ppn":
        said = [(at, worth) for at, worth in said if Decimal(worth) > _WHOLE] or said
    for column, worth in said[:1] if perhaps else said:
        kind = _PART if perhaps else one.kind
        yield Sum(one.row.number, column, kind, worth, one.sum.with_vat, unsaid=perhaps)


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
