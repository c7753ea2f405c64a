"""What may have been pasted over a sheet: texts of other columns, and what stands there twice.

Nothing of it is surely wrong, so that it is told to be looked at and refuses nothing.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, groupby
from typing import Any

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, cells_of, in_ranges, listed
from tender_desk.workbook.kinds import (
    MARKED,
    NUMBER_ONLY,
    Choice,
    Code,
    Name,
    TextKind,
    Words,
    says_none,
)
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, is_blank, title_key
from tender_engine.faults import Fault

__all__ = ["doubtful"]

_OTHER, _COLUMNS, _SAME = "XLS243", "XLS244", "XLS245"
_BIDDERS, _CODE = ("participants",), ("id",)
# What has a code of its own may be called so as well.
_NAMED, _CALLED = "named", "code"
_ALIKE = [{_CALLED, kind.__name__} for kind in (TextKind, Words, Name)]
# So many rows tell it of columns, with as many values; so many of a value that was filled down.
_ROWS, _FILLED = 2, 3
_DIGITS = 5
# What is a number of its own, and so many digits that one has.
_NUMBERS, _PLATE = {type(kind).__name__ for kind in (NUMBER_ONLY, MARKED)}, 3


@frozen
class _Row:
    """A row: its number, and what stands in each column."""

    number: int
    texts: Mapping[int, str]


def doubtful(cells: Cells, table: Table) -> Iterator[Fault]:
    """Each column with texts that look like another's, each two that say the same, and such rows.

    `cells` can be gone over any number of times.
    """
    known = {title_key(column.title): column for column in (*table.parents, *table.columns)}
    head, found = heads(cells, known)
    at = {n: known[title_key(t)] for n, t in found.items() if title_key(t) in known}
    rows = [
        _Row(number, texts)
        for number, filled in cells.rows()
        if number > head and (texts := {c.column: _text(c) for c in filled if _holds(c, at)})
    ]
    grid = Grid(cells.title, cells.number)
    yield from _others(rows, at, grid)
    yield from _columns(rows, table, at, grid)
    if table.loose:
        yield from _same_rows(rows, table, at, grid)
    if table.path != _BIDDERS:  # whose names and numbers are held beside each other for all files
        yield from _filled_down(rows, table, at, grid)


def _holds(cell: Any, at: Mapping[int, Column]) -> bool:
    typed = cell.value is not None and not is_blank(cell) and cell.data_type not in ("f", "e")
    return typed and cell.column in at


def _text(cell: Any) -> str:
    return " ".join(str(cell.value).split())


def _others(rows: Sequence[_Row], at: Mapping[int, Column], grid: Grid) -> Iterator[Fault]:
    """The columns in which texts stand that look like what others hold."""
    for number, column in at.items():
        texts = ((row.number, row.texts[number]) for row in rows if number in row.texts)
        odd = [row for row, text in texts if column.kind.is_other(text)]
        if odd:
            cells = in_ranges(cell_name(row, number) for row in odd)
            params = {"title": column.title, "cells": cells}
            yield Fault(_OTHER, (), params, spot=grid.spot(odd[0], number))


def _columns(
    rows: Sequence[_Row], table: Table, at: Mapping[int, Column], grid: Grid
) -> Iterator[Fault]:
    """Two columns that ask different things and say the same in most of their rows."""
    asked = {number: kind for number, column in at.items() if (kind := _asks(column, table))}
    said = {n: {row.number: row.texts[n] for row in rows if n in row.texts} for n in sorted(asked)}
    for left, right in combinations(said, 2):
        sorts = {asked[left], asked[right]}
        if len(sorts) == 1 or sorts in _ALIKE:
            continue
        same = [
            n
            for n, text in said[left].items()
            if said[right].get(n) == text and not _may_be_both(text, sorts)
        ]
        both = len(said[left].keys() & said[right].keys())
        if (
            len(same) >= _ROWS
            and 2 * len(same) > both
            and len({said[left][n] for n in same}) >= _ROWS
        ):
            params = {
                "title": at[left].title,
                "other": at[right].title,
                "rows": listed([f"{number}" for number in same]),
            }
            yield Fault(_COLUMNS, (), params, spot=grid.spot(same[0], right))


def _asks(column: Column, table: Table) -> str:
    """What sort of text a column asks; empty where it is none that is typed for itself."""
    if column.told or isinstance(column.kind, Choice) or not isinstance(column.kind, TextKind):
        return ""
    if column.source is not None or column in table.parents:
        return _NAMED
    return _CALLED if column.key == _CODE else type(column.kind).__name__


def _may_be_both(text: str, sorts: Set[str]) -> bool:
    """Whether a text may well stand in two columns that ask such sorts.

    A bidder that is named in full may own a tool or be the officer; an NIP or a number plate may
    be what its row is called by.
    """
    return (_NAMED in sorts and " " in text) or (
        _CALLED in sorts and bool(sorts & _NUMBERS) and sum(map(str.isdigit, text)) >= _PLATE
    )


def _same_rows(
    rows: Sequence[_Row], table: Table, at: Mapping[int, Column], grid: Grid
) -> Iterator[Fault]:
    """Rows without codes that say just the same, each of which would be an entry."""
    known: dict[frozenset[tuple[int, str]], list[int]] = {}
    for row in rows:
        if len(row.texts) > len(table.parents) + 1:
            known.setdefault(frozenset(row.texts.items()), []).append(row.number)
    for numbers in known.values():
        if len(numbers) > 1:
            cells = listed([cells_of(n, min(at), n, max(at)) for n in numbers])
            yield Fault(_SAME, (), {"cells": cells}, spot=grid.spot(numbers[1], min(at)))


def _filled_down(
    rows: Sequence[_Row], table: Table, at: Mapping[int, Column], grid: Grid
) -> Iterator[Fault]:
    """A name or number of one alone that rows below each other have, of which each is another's."""
    telling = table.telling
    own = [number for number, column in at.items() if column in telling]
    for number in own:
        # The same may be asked at several stages; a number is of nobody else whoever names it.
        above = [n for n in at if at[n] in table.parents and at[number].key == table.called]
        for (text, *_), found in groupby(rows, lambda row: [*map(row.texts.get, (number, *above))]):  # noqa: B023
            run = [*found]
            others = [{row.texts.get(n) for row in run} - {None} for n in own if n != number]
            each = any(len(said) == len(run) for said in others)
            if len(run) >= _FILLED and each and _is_of_one(text, at[number]):
                cells = in_ranges(cell_name(row.number, number) for row in run)
                yield Fault(_SAME, (), {"cells": cells}, spot=grid.spot(run[1].number, number))


def _is_of_one(text: str | None, column: Column) -> bool:
    """Whether a text is of one alone; what says that there is none is of many."""
    if not text or says_none(text):
        return False
    return sum(map(str.isdigit, text)) >= _DIGITS or not isinstance(column.kind, Code)
