"""A cell of a matrix with what belongs to it, wherever that stands."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from tender_desk.workbook.layouts.layout import KeyPath
from tender_desk.workbook.matrices.answers import is_verdict
from tender_desk.workbook.matrices.heads import (
    AT,
    BY,
    CRITERION,
    ROW_AT,
    STAGE,
    heads_of,
)
from tender_desk.workbook.matrices.matrix_sheet import Head
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Entry
from tender_engine.faults import Spot

__all__ = ["QUESTION", "Cell"]

# What tells which question a row is, by the keys of an entry.
QUESTION: Mapping[str, str] = {"stage": STAGE, "criterion": CRITERION}


@frozen
class Cell:
    """A cell with what belongs to it: its row, what it says, whose it is, where its keys stand."""

    row: Entry
    said: Mapping[str, Any]
    code: str
    grid: Grid
    lost: bool

    @classmethod
    def of(cls, row: Entry, key: str, code: str, about: Head) -> "Cell":
        """What stands in a row under `key`; who decides it, and perhaps when, stands apart."""
        own = row.grid.columns.get((key, "answer"))
        titles = heads_of(code)
        places: dict[KeyPath, int] = dict.fromkeys(
            (("participant",), ("verdict",), ("score",)), own or 1
        )
        said: dict[KeyPath, str] = dict.fromkeys(places, titles["answer"])
        for part in ("note", "at"):
            said[part,] = titles[part]
            places[part,] = row.grid.columns.get((key, part), own or 1)
        for name, title in QUESTION.items():
            places[name,], said[name,] = row.grid.at[title], title
        here = row.grid
        apart = {"by": (about.by_spot, BY)}
        if "at" not in row.said[key]:
            in_row = here.cell(row.row, ROW_AT), ROW_AT
            apart["at"] = in_row if "at" in row.said else (about.at_spot, AT)
        grid = Grid(here.title, here.number, places, said, here.head, own or 1, here.at, apart)
        return cls(row, row.said[key], code, grid, own is None)

    @property
    def at(self) -> str | None:
        """The time beside it, else that of its row."""
        at: str | None = self.said.get("at", self.row.said.get("at"))
        return at

    @property
    def spot(self) -> Spot:
        """Where its answer stands, or the heads where its column is not there."""
        return self.grid.spot(self.grid.head if self.lost else self.row.row, self.grid.own)

    @property
    def entry(self) -> dict[str, Any]:
        """What it says on its question."""
        answer = self.said["answer"]
        said = {"participant": self.code, "verdict" if is_verdict(answer) else "score": answer}
        return {**said, "note": self.said["note"]} if "note" in self.said else said
