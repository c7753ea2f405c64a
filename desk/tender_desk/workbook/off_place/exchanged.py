"""Heads of columns, or questions of a matrix, that were exchanged while all else stayed in place.

It looks as if the cells had been moved (`moved`), and it is the heads that have to go back.
"""

from collections import Counter
from collections.abc import Sequence

from tender_desk.ooxml.addresses import cell_name, in_ranges
from tender_desk.workbook.matrices.heads import CRITERION, STAGE, WORDS, is_matrix
from tender_desk.workbook.off_place.displaced import HEADS, QUESTIONS
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_desk.workbook.since_refresh.last_state import SheetState, TypedRow
from tender_engine.faults import Fault

__all__ = ["exchanged_heads", "exchanged_on"]

_QUESTION = tuple(map(title_key, (STAGE, CRITERION)))
_SHOWN = (*_QUESTION, title_key(WORDS))


def exchanged_on(
    grid: Grid, then: SheetState, now: SheetState, columns: dict[str, int]
) -> Fault | None:
    """What was exchanged on a sheet since the last refresh, whose heads are in `columns` now."""
    if heads := exchanged_heads(then, now):
        at = sorted(columns[key] for key in heads)
        cells = in_ranges(cell_name(grid.head, column) for column in at)
        params = {"title": "; ".join(now.heads[key] for key in heads), "cells": cells}
        return Fault(HEADS, (), params, spot=grid.spot(grid.head, at[0]))
    if is_matrix(grid.title) and (rows := _exchanged_questions(then, now)):
        first = grid.spot(rows[0], columns.get(_QUESTION[1], 1))
        cells = in_ranges(cell_name(row, first.order[2]) for row in rows)
        return Fault(QUESTIONS, (), {"cells": cells}, spot=first)
    return None


def exchanged_heads(then: SheetState, now: SheetState) -> tuple[str, ...]:
    """The keys of the heads that stand over what stood below others, from the left.

    Columns that were moved whole have their heads with them.
    """
    if not (then.whole and now.whole) or Counter(then.heads) != Counter(now.heads):
        return ()
    odd = [(was, key) for was, key in zip(then.heads, now.heads, strict=True) if was != key]
    if any(_below(then, was) != _below(now, key) for was, key in odd):
        return ()
    moved_whole = all(_below(then, key) == _below(now, key) for _, key in odd)
    return () if moved_whole else tuple(key for _, key in odd)


def _below(state: SheetState, key: str) -> dict[int, str]:
    return {row.number: text for row in state.rows if (text := row.cells.get(key))}


def _exchanged_questions(then: SheetState, now: SheetState) -> Sequence[int]:
    """The rows that have each other's questions, and their answers where they were."""
    if not (then.whole and now.whole):
        return ()
    before = {row.number: row for row in then.rows}
    odd = [(before[row.number], row) for row in now.rows if row.number in before]
    odd = [(was, row) for was, row in odd if _question(was) != _question(row)]
    if Counter(_question(was) for was, _ in odd) != Counter(_question(row) for _, row in odd):
        return ()
    stayed = all(_answers(was) == _answers(row) for was, row in odd)
    return [row.number for _, row in odd] if stayed else ()


def _question(row: TypedRow) -> tuple[str | None, ...]:
    return tuple(row.cells.get(key) for key in _QUESTION)


def _answers(row: TypedRow) -> dict[str, str]:
    return {key: text for key, text in row.cells.items() if key not in _SHOWN}
