"""Answers beside other questions than their own: scores where verdicts belong, or these there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tender_desk.ooxml.addresses import cell_name, cells_of, in_ranges
from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.layouts.tables import EVERYBODY
from tender_desk.workbook.matrices.answers import ANSWER, is_verdict
from tender_desk.workbook.matrices.heads import CRITERION
from tender_desk.workbook.off_place.displaced import BESIDE, WORDS_OF_OTHERS
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Entry
from tender_desk.workbook.reading.sheet_cells import Cells, read_cell, title_key
from tender_engine.faults import Fault

__all__ = [
    "beside_words_of_others",
    "off_questions",
    "scores_for_everybody",
    "with_words_of_others",
]

# So many rows a block may be off; of fewer cells it is no block.
_OFF, _LEAST = (1, -1, 2, -2, 3, -3), 2


def off_questions(
    cells: Cells, found: Mapping[int, str], answers: Mapping[int, str], scored: Mapping[int, bool]
) -> Fault | None:
    """That a block of answers fits the questions of as many rows higher, or lower.

    Nothing may stand there that it would cover, and all of it has to fit there.

    Args:
        cells: the matrix, to be gone over any number of times.
        found: its heads, by their columns.
        answers: of whom the answers are, by the columns in which they stand.
        scored: whether the question of a row has a score, by the rows whose question is known.
    """
    said = {
        (row, cell.column): score
        for row, filled in cells.rows()
        for cell in filled
        if cell.column in answers and row in scored
        if (score := _is_a_score(cells, cell)) is not None
    }
    unfit = [place for place, score in said.items() if score != scored[place[0]]]
    if not unfit:
        return None
    of_kind = {place for place, score in said.items() if score == said[unfit[0]]}
    columns = {column for _, column in unfit}
    block = [*_block({(row, n) for row, n in of_kind if n in columns}, unfit[0][0])]
    # Verdicts are the same on every row: one that belongs to none is no sign of the others.
    enough = len(block if said[unfit[0]] else unfit) >= _LEAST
    if not enough or not {*unfit} <= {*block}:
        return None
    for down in _OFF:
        moved = {(row - down, column) for row, column in block}
        free = not (moved - {*block}) & said.keys()
        if free and all(scored.get(row) == said[unfit[0]] for row, _ in moved):
            (top, left), (bottom, right) = _corners(block)
            params = {
                "range": cells_of(top, left, bottom, right),
                "title": found[left],
                "cell": cell_name(top - down, left),
            }
            spot = Grid(cells.title, cells.number).spot(top, left)
            return Fault(BESIDE, (), params, spot=spot)
    return None


def scores_for_everybody(
    cells: Cells, found: Mapping[int, str], answers: Mapping[int, str], rows: Collection[int]
) -> Fault | None:
    """That scores stand under `Semua`, where nobody has one: the block is that far to the left.

    Args:
        cells: the matrix, to be gone over any number of times.
        found: its heads, by their columns.
        answers: of whom the answers are, by the columns in which they stand.
        rows: those of a question that is known.
    """
    said = [
        (row, cell.column)
        for row, filled in cells.rows()
        for cell in filled
        if cell.column in answers and row in rows and _is_a_score(cells, cell)
    ]
    odd = [row for row, column in said if answers[column] == EVERYBODY]
    own = [column for column, code in answers.items() if code != EVERYBODY]
    if len(odd) < _LEAST or not own:
        return None
    left = next(column for column, code in answers.items() if code == EVERYBODY)
    right = max(column for row, column in said if row in odd)
    params = {
        "range": cells_of(odd[0], left, odd[-1], right),
        "title": found[min(own)],
        "cell": cell_name(odd[0], min(own)),
    }
    return Fault(BESIDE, (), params, spot=Grid(cells.title, cells.number).spot(odd[0], left))


def with_words_of_others(
    rows: Sequence[Entry], asked: Mapping[int, Mapping[str, Any]]
) -> Fault | None:
    """That beside several questions stand the words of others: the codes alone were moved."""
    odd = beside_words_of_others(rows, asked)
    if not odd:
        return None
    named = [odd[0].grid.cell(row.row, CRITERION) for row in odd]
    cells = in_ranges(spot.cell.rpartition("!")[2] for spot in named)
    codes = ", ".join(sorted(asked[row.row]["id"] for row in odd))
    return Fault(WORDS_OF_OTHERS, (), {"cells": cells, "codes": codes}, spot=named[0])


def beside_words_of_others(
    rows: Sequence[Entry], asked: Mapping[int, Mapping[str, Any]]
) -> Sequence[Entry]:
    """The rows, if they are several, whose words are those of other questions of the document."""
    titles = {row: title_key(one["title"]) for row, one in asked.items() if one.get("title")}
    odd = [
        row
        for row in rows
        if (own := titles.get(row.row))
        and (said := title_key(row.said.get("words", ""))) != own
        and said in {*titles.values()}
    ]
    return odd if len(odd) >= _LEAST else ()


def _is_a_score(cells: Cells, cell: Any) -> bool | None:
    """Whether a cell has a score; `None` where it has no answer that can be read."""
    try:
        answer = read_cell(cells, ANSWER, cell)
    except CellError:
        return None
    return None if answer is None else not is_verdict(answer)


def _block(places: set[tuple[int, int]], row: int) -> Iterator[tuple[int, int]]:
    """The places in rows that follow each other, among which is this one."""
    rows = {number for number, _ in places}
    first = last = row
    while first - 1 in rows:
        first -= 1
    while last + 1 in rows:
        last += 1
    yield from sorted(place for place in places if first <= place[0] <= last)


def _corners(block: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]]:
    rows, columns = [row for row, _ in block], [column for _, column in block]
    return (min(rows), min(columns)), (max(rows), max(columns))
