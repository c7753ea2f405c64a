"""What had happened when a workbook was last refreshed, by which its matrices are held."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from tender_desk.ooxml.guard import rows_of
from tender_desk.workbook.names import FOUND_SHEET, HEADER_ROW
from tender_engine.terms import PreviousKind

__all__ = ["above_found", "opened_at"]


def above_found(book: Any) -> Iterator[str]:
    """What stands above the heads of the engine's own sheets, where their making is told."""
    for sheet in book.worksheets:
        if sheet.title.startswith(FOUND_SHEET):
            for _, cells in islice(rows_of(sheet, bounded=False), HEADER_ROW):
                yield from (str(cell.value) for cell in cells)


def opened_at(value: Mapping[str, Any]) -> dt.datetime | None:
    """When prices were first opened; `None` where an *evaluasi ulang* judges anew after that."""
    previous, events = value.get("previous"), value.get("events")
    kind = previous.get("kind") if isinstance(previous, dict) else None
    if kind == PreviousKind.EVALUASI_ULANG or not isinstance(events, list):
        return None
    times = (said.get("at") for said in events if said.get("type") == "pembukaan_harga")
    return min(map(dt.datetime.fromisoformat, filter(None, times)), default=None)
