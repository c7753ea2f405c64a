"""A workbook refreshed: what the engine finds now, and what was typed since the last time."""

import datetime as dt

from attrs import field, frozen

from tender_desk.file_reading import FileReading
from tender_desk.ooxml.guard import open_workbook
from tender_desk.workbook.growing.container import Container
from tender_desk.workbook.growing.typed_cells import TypedCells
from tender_desk.workbook.layouts.names import FOUND_SHEET
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.since_refresh.last_state import SheetState, last_state, state_of
from tender_desk.workbook.since_refresh.staleness import without_time
from tender_desk.workbook.since_refresh.state_changes import SheetChange, changes_since
from tender_desk.worksheet_book.making import worksheet, worksheet_knowing
from tender_engine.evaluation import Evaluation
from tender_engine.rulebook import Rulebook

__all__ = ["Refreshed", "refreshed"]


@frozen
class Refreshed:
    """What a workbook becomes: its very bytes where it says already what the engine finds.

    `changes` are those of what is typed since the last refresh; `None` where it never had one, or
    where it was no workbook that was read.
    """

    data: bytes = field(repr=False)
    changes: tuple[SheetChange, ...] | None


def refreshed(
    evaluation: Evaluation,
    reading: FileReading,
    rulebook: Rulebook,
    at: dt.datetime,
    repeated: Evaluation | None = None,
) -> Refreshed:
    """The workbook of `evaluation`, whose package `reading` read, with what the engine found.

    The time `at` stands on the sheets that are written; by itself it is nothing to be written. A
    repeat was held against the evaluation that it `repeated`, where that is given.

    Raises:
        PackageRefusedError: nothing can be added to this workbook; the fault says why.
    """
    known: dict[bytes, SheetState] = {}
    given = reading.workbook
    if given is None:
        return Refreshed(worksheet(evaluation, reading, rulebook, at, repeated), None)
    before = last_state(open_workbook(given))
    layout = layout_of(rulebook.declarations)
    now = state_of(given, layout, known)
    changes = None if before is None else changes_since(before, now, layout)
    made = worksheet_knowing(evaluation, reading, rulebook, at, known, before, repeated)
    return Refreshed(given if _says_the_same(given, made) else made, changes)


def _says_the_same(given: bytes, made: bytes) -> bool:
    """Whether each sheet says the same, though another program saved the file meanwhile."""
    if given == made:
        return True
    old, new = Container(given), Container(made)
    if old.titles != new.titles:
        return False
    parts = zip(old.worksheets(), new.worksheets(), strict=True)
    said = (TypedCells(old), TypedCells(new))
    return all(
        old.read(was) == new.read(now) or _said(said[0], title, was) == _said(said[1], title, now)
        for (title, was), (_, now) in parts
    )


def _said(typed: TypedCells, title: str, part: str) -> list[tuple[int, int, str]]:
    """What a sheet says, of the engine's but for the time and for how a program spells formulas."""
    cells = [(row, one.column, one.value) for row, texts in typed.rows(part) for one in texts]
    if not title.startswith(FOUND_SHEET):
        return cells
    return [(row, at, without_time(text)) for row, at, text in cells if text[:1] != "="]
