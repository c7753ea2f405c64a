"""Adds to sheets of rows: rows below those that are there, bidders and criteria to matrices.

Nothing that stands there moves: new columns come to the right of everything, new rows below.
"""

import copy
import string
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from tender_desk.ooxml.addresses import cell_name, column_number
from tender_desk.workbook.growing.container import refusal
from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.sheet import SheetXml, says
from tender_desk.workbook.kinds import folded_word
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.layouts.names import FOUND_COLUMN, HEADER_ROW
from tender_desk.workbook.matrices.content import Matrix, MatrixRow
from tender_desk.workbook.matrices.heads import ANSWER_PART, WORDS, heads_of, parted
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.reading.resolver import folded
from tender_desk.workbook.reading.sheet_cells import title_key

__all__ = ["add_rows", "grow_matrix", "without_ready"]

_DIGITS, _LETTERS = string.digits, string.ascii_uppercase


def add_rows(sheet: SheetXml, made: SheetXml, filled: Filled) -> None:
    """Put the rows of `filled`, which were drawn as `made`, below all that stands in `sheet`.

    Raises:
        PackageRefusedError: the sheet has no column for what one of them says.
    """
    table = filled.sheet
    if not isinstance(table, Table):
        raise TypeError(table.name)
    columns = (*table.parents, *table.columns)
    head, at = heads_in(sheet.texts(TOP), {title_key(column.title): column for column in columns})
    first = max(head, sheet.last_row()) + 1
    cells = []
    for row, number, cell in made.cells():
        if HEADER_ROW < row <= HEADER_ROW + len(filled.rows) and len(cell):
            title = columns[number - 1].title
            if title_key(title) not in at:
                raise refusal("XLS102", title=title)
            cells.append((first + row - HEADER_ROW - 1, at[title_key(title)], cell))
    sheet.put(cells, keep_style=True)


def without_ready(sheet: SheetXml, filled: Filled) -> Filled:
    """The rows of `filled` but for those that stand on `sheet` with nothing else beside them.

    What a row says has to have its columns there: one that cannot be told whole is left out.
    """
    table = filled.sheet
    if not isinstance(table, Table):
        raise TypeError(table.name)
    titles = {title_key(column.title): column for column in (*table.parents, *table.columns)}
    head, at = heads_in(sheet.texts(TOP), titles)
    columns = [at.get(key) for key in titles]
    there: dict[int, dict[int, str]] = {}
    for row, column, cell in sheet.cells():
        if row > head and column in columns and says(cell):
            there.setdefault(row, {})[column] = folded_word(sheet.text(cell))
    left = []
    for written in filled.rows:
        said = {n: folded_word(x) for n, x in zip(columns, written, strict=True) if x is not None}
        if None not in said and said not in there.values():
            left.append(written)
    return evolve(filled, rows=tuple(left))


def grow_matrix(
    sheet: SheetXml,
    made: SheetXml,
    matrix: Matrix,
    known: MatrixSheet,
    may_relay: Callable[[str], bool],
) -> bool:
    """Put the bidders and questions that `known` lacks into `sheet`; whether anything changed.

    So are put there anew the words, names and bounds that it shows and that are others now, if
    `may_relay` says of what stands there that the program had laid it. `made` is `matrix` as it
    was drawn, with all of them.
    """
    growth = _Growth.of(sheet, made, matrix, known)
    shown = [*_shown_anew(sheet, made, growth, may_relay)]
    sheet.put(shown, keep_style=True)
    if not (growth.new_rows or growth.new_columns):
        return bool(shown)
    cells = [
        (*place, cell)
        for row, column, cell in made.cells()
        if (place := growth.place(row, column)) is not None
    ]
    sheet.put(cells)
    sheet.validate(_moved(made, growth))
    return True


def _shown_anew(
    sheet: SheetXml, made: SheetXml, growth: "_Growth", may_relay: Callable[[str], bool]
) -> Iterator[tuple[int, int, Any]]:
    """What is shown for the eye in rows and columns that are there, where it is another now."""
    there = {(row, column): sheet.text(cell) for row, column, cell in sheet.cells()}
    drawn = {one.column: one.value for one in dict(made.texts(TOP))[HEADER_ROW]}
    for row, column, cell in made.cells():
        title, place = drawn.get(column, ""), growth.there(row, column)
        if place is None or row == HEADER_ROW:
            continue
        bound = title.startswith(FOUND_COLUMN) and row > HEADER_ROW
        words = title == WORDS and row > HEADER_ROW
        name = row < HEADER_ROW and parted(title)[0] == ANSWER_PART and says(cell)
        was = there.get(place, "").strip()
        if (bound or ((words or name) and may_relay(was))) and was != made.text(cell).strip():
            yield *place, cell


@frozen
class _Growth:
    """Where the rows and columns of a drawn matrix stand in one that is there; which are new."""

    rows: Mapping[int, int]
    columns: Mapping[int, int]
    new_rows: Collection[int]
    new_columns: Collection[int]

    @classmethod
    def of(cls, sheet: SheetXml, made: SheetXml, matrix: Matrix, known: MatrixSheet) -> "_Growth":
        """By the heads of both, and by the questions of their rows."""
        head = known.grid.head
        here = dict(sheet.texts(TOP)).get(head, ())
        at = {title_key(one.value): one.column for one in here}
        drawn = {one.column: one.value for one in dict(made.texts(TOP))[HEADER_ROW]}
        lacks = [code for code, _ in matrix.bidders if code not in known.answers]
        new_heads = {title_key(head) for code in lacks for head in heads_of(code).values()}
        free = sheet.last_column() + 1
        columns: dict[int, int] = {}
        new = set[int]()
        for number, title in drawn.items():
            if title_key(title) in new_heads:
                columns[number] = free
                new.add(number)
                free += 1
            elif title_key(title) in at:
                columns[number] = at[title_key(title)]
        asked = {_key(row.get("stage"), row.get("criterion")): n for n, row in known.rows.items()}
        rows = {HEADER_ROW - 1: max(head - 1, 1), HEADER_ROW: head}
        below = max(head, sheet.last_row()) + 1
        new_rows = set[int]()
        for number, row in enumerate(matrix.rows, HEADER_ROW + 1):
            there = next((asked[key] for key in _keys(row) if key in asked), None)
            rows[number] = below if there is None else there
            if there is None:
                new_rows.add(number)
                below += 1
        return cls(rows, columns, new_rows, new)

    def place(self, row: int, column: int) -> tuple[int, int] | None:
        """Where a drawn cell belongs, if it is a new one."""
        new = row in self.new_rows or column in self.new_columns
        if not new or row not in self.rows or column not in self.columns:
            return None
        return self.rows[row], self.columns[column]

    def there(self, row: int, column: int) -> tuple[int, int] | None:
        """Where a drawn cell belongs, if its row and its column were there before."""
        new = row in self.new_rows or column in self.new_columns
        if new or row not in self.rows or column not in self.columns:
            return None
        return self.rows[row], self.columns[column]


def _key(stage: object, criterion: object) -> tuple[str, str]:
    return str(stage), folded(str(criterion or ""), signs=True)


def _keys(row: MatrixRow) -> Iterator[tuple[str, str]]:
    """As which the question of a row may stand: a criterion by its code, or by its title."""
    stage, criterion = row.question
    yield _key(stage, criterion)
    if criterion and row.asked.title:
        yield _key(stage, row.asked.title)


def _moved(made: SheetXml, growth: _Growth) -> Iterator[Any]:
    """The drop-downs and bounds of the new cells."""
    for offered in made.validations():
        places = []
        for area in offered.get("sqref", "").split():
            first, _, last = area.partition(":")
            column = column_number(first.rstrip(_DIGITS))
            rows = [int(cell.lstrip(_LETTERS)) for cell in (first, last or first)]
            for row in range(rows[0], rows[1] + 1):
                if (place := growth.place(row, column)) is not None:
                    places.append(cell_name(*place))
        if places:
            new = copy.deepcopy(offered)
            new.set("sqref", " ".join(places))
            yield new
