"""A matrix that was read: who decides above its heads, its rows, and the words of its cells."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Entry
from tender_engine.faults import Spot

__all__ = ["Head", "MatrixSheet", "Word"]


@frozen
class Word:
    """The entry of one cell, and where its time stands: beside it, in its row, above the heads.

    One that is not `whole` lacks the reason that it has to have, which is told.
    """

    entry: Entry
    own_time: bool
    row_time: bool = False
    whole: bool = True


@frozen
class Head:
    """Who decides and when, as it stands above the heads, and where each stands or belongs."""

    by: list[str]
    at: str | None
    by_spot: Spot
    at_spot: Spot


@frozen
class MatrixSheet:
    """A matrix that was read: its head, its rows with their questions, its words, its answers.

    `answers` are the columns in which answers stand, by the code at their heads.
    """

    grid: Grid
    head: Head
    rows: Mapping[int, Mapping[str, Any]]
    words: Sequence[Word]
    answers: Mapping[str, int]
