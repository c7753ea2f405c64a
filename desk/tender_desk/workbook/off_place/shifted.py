"""Rows that are whole once they are moved some columns: a block pasted beside its place.

Where a sheet has few rows, what their columns cannot hold is no sign yet (`astray`); that all of it
fits in other columns is one.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

from attrs import field, frozen

from tender_desk.ooxml.addresses import cell_name, listed
from tender_desk.workbook.kinds import NUMBER, CellError, is_none
from tender_desk.workbook.kinds.units import WHOLE, unit_in
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.matrices.heads import ANSWER_PART, NOTE_PART
from tender_desk.workbook.off_place.astray import may_hold
from tender_desk.workbook.off_place.displaced import COLUMNS, columns_shown
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import MAY_BE_A_CODE
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    heads,
    is_blank,
    is_own,
    read_cell,
    title_key,
)
from tender_engine.faults import Fault

__all__ = ["shifted", "timeless"]

# The cells of a row, by the columns in which they stand or belong.
Row: TypeAlias = Mapping[int, Any]

# So many rows are looked at; so many columns a block is off, and so many things that are wrong with
# each of its rows tell it.
_ROWS, _OFF = 30, {1: 1, -1: 0, 2: 2, -2: 0, 3: 3, -3: 3}
# One thing that is wrong with a row is no block, unless so many rows have it.
_LEAST, _MANY = 2, 3
_LETTER = re.compile(r"[^\W\d_]")
_COUNTED = re.compile(r"[0-9]{1,4}\.?")


def shifted(
    cells: Cells, table: Table, local: Local, only: Collection[int] | None = None
) -> Fault | None:
    """That all rows which do not fit their columns fit others; told at the first of them.

    Of the rows `only` those are looked at that are named, all if none are.
    """
    columns = {title_key(c.title): c for c in (*table.parents, *table.columns)}
    head, found = heads(cells, columns)
    at = {n: columns[title_key(t)] for n, t in found.items() if title_key(t) in columns}
    own = {number for number, title in found.items() if number not in at and is_own(title)}
    rows = (
        {c.column: c for c in filled if not (c.column in own or is_blank(c) or c.value is None)}
        for number, filled in cells.rows()
        if number > head and (only is None or number in only)
    )
    fit = _Fit(cells, table, at, local)
    looked_at = [*islice(filter(None, rows), _ROWS)]
    odd = [row for row in looked_at if fit.wrong(row)]
    if _are_notes(odd, looked_at):
        return None
    misfits = sum(map(fit.misfits, odd))
    # Where some rows are right, each of the others has to be wrong in more than one way.
    least = _LEAST if len(odd) == len(looked_at) else _LEAST * len(odd)
    wrong = sum(map(fit.wrong, odd))
    if not (head and misfits):
        return None
    if wrong < least:
        return _told_part(cells, table, at, odd, fit)
    for off in _OFF:
        for first in range(1, max(column for row in odd for column in row) + 1):
            moved = [_moved(row, first, off) for row in odd]
            freed = range(first, first + off)
            lacking = any(column.needed for n, column in at.items() if n in freed)
            # The farther right it belongs, and the more it may lack there, the more has to tell it.
            if any(fit.is_in_words(row, first, off) for row in odd):
                continue
            if wrong >= (_OFF[off] + lacking) * len(odd) and all(
                row is not None and not fit.wrong(row, freed) for row in moved
            ):
                return _told(cells, table, at, odd, first)
    return _told_part(cells, table, at, odd, fit)


def _are_notes(odd: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the odd rows say one thing each, few of them, below others that are right."""
    last = rows[len(rows) - len(odd) :]
    few = 0 < len(odd) < min(_MANY, len(rows))
    return few and all(row is one and len(row) == 1 for row, one in zip(odd, last, strict=True))


def _told_part(
    cells: Cells, table: Table, at: Mapping[int, Column], odd: Sequence[Row], fit: "_Fit"
) -> Fault | None:
    """That a part of some rows, one below the other, is right once it alone is moved."""
    numbers = [_number(row) for row in odd]
    columns = {n for row in odd for n in fit.misplaced(row)}
    if not columns <= at.keys():
        return None  # what stands below no head of its own is told as that
    if len(odd) < _MANY or numbers != [*range(numbers[0], numbers[0] + len(odd))] or not columns:
        return None
    last = max(column for row in odd for column in row)
    for off in _OFF:
        for left in range(min(columns), 0, -1):
            for right in range(max(columns), last + 1):
                moved = [_part_moved(row, left, right, off) for row in odd]
                if not all(row is not None and not fit.wrong(row) for row in moved):
                    continue
                if all(any(fit.tells(n + off) for n in fit.misplaced(row)) for row in odd):
                    return _told(cells, table, at, odd, left)
    return None


def _part_moved(row: Row, first: int, last: int, off: int) -> Row | None:
    """A row with its cells between two columns moved; `None` where others are in the way."""
    there = {n + off: cell for n, cell in row.items() if first <= n <= last}
    rest = {n: cell for n, cell in row.items() if not first <= n <= last}
    return None if there.keys() & rest.keys() or min(there, default=1) < 1 else {**rest, **there}


def timeless(cells: Cells, table: Table, local: Local) -> Fault | None:
    """That where a time of each row belongs, something else stands on several rows."""
    columns = {title_key(c.title): c for c in table.columns}
    head, found = heads(cells, columns)
    at = {n: columns[title_key(t)] for n, t in found.items() if title_key(t) in columns}
    times = {number for number, column in at.items() if column.key[-1:] == ("at",)}
    rows = ({c.column: c for c in filled} for number, filled in cells.rows() if number > head)
    fit = _Fit(cells, table, at, local)
    odd: dict[int, Row] = {}
    places: list[int] = []
    for row in rows:
        misses = [n for n in times & {*row} if not (is_blank(row[n]) or fit.fits(n, row[n]))]
        places += misses
        if misses:
            odd[_number(row)] = row
    enough = len(odd) >= _LEAST
    return _told(cells, table, at, [*odd.values()], min(places)) if enough else None


def _moved(row: Row, first: int, off: int) -> Row | None:
    """A row with its cells from column `first` on moved; `None` where others are in the way.

    What counts the rows, and what is there twice, is in nobody's way.
    """
    there = {column + off: cell for column, cell in row.items() if column >= first}
    for column, cell in row.items():
        if column < first:
            other: Any = there.setdefault(column, cell)
            if other.value != cell.value and not _COUNTED.fullmatch(str(cell.value)):
                return None
    return there if min(there) > 0 else None


@frozen
class _Text:
    """A cell with a text."""

    value: str
    data_type: str = "s"
    number_format: str = "@"
    row: int = 1
    column: int = 1


_ANY_TEXT = _Text("sembarang kata?")
_ANSWERS = Column("", (ANSWER_PART,), ANSWER)


def _number(row: Row) -> int:
    return int(next(iter(row.values())).row)


def _told(
    cells: Cells, table: Table, at: Mapping[int, Column], odd: Sequence[Row], first: int
) -> Fault:
    """The block at its first column."""
    places = [(row[column].row, column) for row in odd if (column := _from(row, first))]
    title = at[places[0][1]].title if places[0][1] in at else table.columns[0].title
    params = {
        "title": title,
        "cells": listed([cell_name(*place) for place in places]),
        "columns": columns_shown(cells, table),
    }
    return Fault(COLUMNS, (), params, spot=Grid(cells.title, cells.number).spot(*places[0]))


def _from(row: Row, first: int) -> int:
    """The first filled column of a row from `first` on; 0 where none is."""
    return min((column for column in row if column >= first), default=0)


@frozen
class _Fit:
    """How much of a row does not fit the columns of a sheet."""

    _cells: Cells
    _table: Table
    _at: Mapping[int, Column]
    _local: Local
    _known: dict[tuple[int, int, int], bool] = field(factory=dict, init=False)

    def wrong(self, row: Row, freed: Sequence[int] = ()) -> int:
        """The cells of a row that are out of place, and what it lacks.

        It may lack what stands in the columns `freed`: a block without them was pasted.
        """
        lacking = sum(
            column.needed and number not in row and number not in freed
            for number, column in self._at.items()
        )
        return lacking + self.misfits(row)

    def misfits(self, row: Row) -> int:
        """How many cells of a row are out of place."""
        return len(self.misplaced(row))

    def misplaced(self, row: Row) -> list[int]:
        """The columns of the cells of a row that are out of place."""
        kinds = {str(self._read(*one)) for one in row.items() if self._tells_kind(one[0])}
        bare = self._bare_answers(row)
        return [n for n, cell in row.items() if n in bare or not self.fits(n, cell, kinds)]

    def _bare_answers(self, row: Row) -> list[int]:
        """The columns of reasons in which an answer stands, beside a blank one, of a matrix."""
        keys = {self._at[n].key for n in row if n in self._at}
        notes = [n for n in row if n in self._at and self._at[n].key[1:] == (NOTE_PART,)]
        blank = [n for n in notes if (self._at[n].key[0], ANSWER_PART) not in keys]
        return [n for n in blank if may_hold(self._cells, _ANSWERS, row[n], self._local)]

    def tells(self, number: int) -> bool:
        """Whether a column cannot hold just any text, so that what it holds tells of its place."""
        column = self._at.get(number)
        return column is not None and not may_hold(self._cells, column, _ANY_TEXT, self._local)

    def is_in_words(self, row: Row, first: int, off: int) -> bool:
        """Whether all that moves is one figure in words, which any column of words would hold."""
        moving = [n for n in row if n >= first]
        figure = len(moving) == 1 and moving[0] in self._at and self._at[moving[0]].kind is NUMBER
        return figure and not self.tells(moving[0] + off)

    def _tells_kind(self, number: int) -> bool:
        return number in self._at and self._at[number].key == ("type",)

    def _read(self, number: int, cell: Any) -> Any:
        try:
            return read_cell(self._cells, self._at[number].within(self._local), cell)
        except CellError:
            return None

    def fits(self, number: int, cell: Any, kinds: Collection[str] = ()) -> bool:
        """Whether a cell is where it belongs, in a row of one of these `kinds` if they are told."""
        only = self._at[number].only if number in self._at else ()
        if only and kinds and not {*only} & {*kinds}:
            return False
        key = (number, cell.row, cell.column)
        if key not in self._known:
            column = self._at.get(number)
            self._known[key] = column is not None and self._may_hold(column, cell)
        return self._known[key]

    def _may_hold(self, column: Column, cell: Any) -> bool:
        text = str(cell.value).strip()
        if self._table.tells_none and is_none(text):
            return True
        if column.key == ("id",) and not MAY_BE_A_CODE.fullmatch(text):
            return column.source is not None
        if column.key == self._table.called and not _LETTER.search(text):
            return False
        if unit_in(column.title) == "%" and isinstance(cell.value, int | float):
            return 0 <= cell.value <= WHOLE
        return may_hold(self._cells, column, cell, self._local)
