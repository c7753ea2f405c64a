"""By what the times of matrices are held: what had happened by a refresh, and what may happen."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from tender_desk.ooxml.guard import rows_of
from tender_desk.workbook.layouts.names import FOUND_SHEET, HEADER_ROW
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_engine.faults import Fault
from tender_engine.terms import PreviousKind
from tender_rules.words import date_and_clock, long_date

__all__ = ["A_MINUTE", "above_found", "may_be_judged", "mistyped_times", "opened_by"]

# Sheets say when they were made to the minute.
A_MINUTE = dt.timedelta(minutes=1)
# No evaluation goes on for so many years after the tender was announced.
_YEARS = 5


def above_found(book: Any) -> Iterator[str]:
    """What stands above the heads of the engine's own sheets, where their making is told."""
    for sheet in book.worksheets:
        if sheet.title.startswith(FOUND_SHEET):
            for _, cells in islice(rows_of(sheet, bounded=False), HEADER_ROW):
                yield from (str(cell.value) for cell in cells)


def opened_by(refreshed_at: dt.datetime | None, value: Mapping[str, Any]) -> dt.datetime | None:
    """When prices were first opened, if the last refresh was not before that.

    `None` also where an *evaluasi ulang* judges anew after that.
    """
    previous, events = value.get("previous"), value.get("events")
    kind = previous.get("kind") if isinstance(previous, dict) else None
    if kind == PreviousKind.EVALUASI_ULANG or not isinstance(events, list):
        return None
    times = (said.get("at") for said in events if said.get("type") == "pembukaan_harga")
    opened = min(map(dt.datetime.fromisoformat, filter(None, times)), default=None)
    if opened and refreshed_at and opened > refreshed_at + A_MINUTE:
        return None
    return opened


def may_be_judged(value: Mapping[str, Any], at: str) -> bool:
    """Whether something of the tender may have been judged at a time: not before it was announced.

    Nor years after that, which is a year that was mistyped.
    """
    announced = value.get("tender", {}).get("announced_on")
    if not isinstance(announced, str):
        return True
    try:
        first = dt.date.fromisoformat(announced)
    except ValueError:  # told where the package is read
        return True
    day = dt.datetime.fromisoformat(at).date()
    return first <= day and day.year <= first.year + _YEARS


def mistyped_times(sheet: MatrixSheet, value: Mapping[str, Any]) -> Iterator[Fault]:
    """The times of a matrix at which nothing of the tender may have been judged, each once."""
    found: dict[str, Fault] = {}
    for word in sheet.words:
        at = word.entry.said["at"]
        if may_be_judged(value, at):
            continue
        grid = word.entry.grid
        spot = grid.apart["at"][0] if "at" in grid.apart else None
        spot = spot or grid.spot(word.entry.row, grid.columns["at",])
        params = {
            "found": date_and_clock(dt.datetime.fromisoformat(at)),
            "known": long_date(dt.date.fromisoformat(value["tender"]["announced_on"])),
        }
        found.setdefault(spot.cell, Fault("XLS224", (), params, spot=spot))
    yield from found.values()
