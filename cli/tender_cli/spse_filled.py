"""What of SPSE's tables was filled into a package, and what is left for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from tender_cli.messages import say
from tender_cli.spse_screen import print_readings
from tender_cli.tables import Page
from tender_desk.spse.filling import Filled
from tender_desk.spse.page_values import SpseReading
from tender_desk.workbook.workbook_reading import Found
from tender_engine.faults import Fault, Path

__all__ = ["print_filled"]

_PEOPLE = "participants"


def print_filled(
    told: Sequence[Filled],
    readings: Sequence[SpseReading],
    value: Mapping[str, Any],
    book: Found | None,
    page: Page,
) -> None:
    """Each place of `value`, which was filled: its cell where it is in a `book`, else in words.

    No amount is told, since a price may be sealed.
    """
    print_readings(readings, None, page)
    for title, done in (("spse.filled", True), ("spse.left", False)):
        rows = [
            (one.who or "-", say(f"spse_filled.{one.code}"), _place(one.path, value, book))
            for one in told
            if one.done is done
        ]
        if rows:
            page.heading(say(title))
            titles = ("bidder", "what", "place")
            page.table([say(f"column.{name}") for name in titles], rows)


def _place(path: Path, value: Mapping[str, Any], book: Found | None) -> str:
    if not path:
        return "-"
    if path[0] != _PEOPLE:
        return say(f"spse_place.{path[0]}")
    _, index, *keys = path
    who = value[_PEOPLE][index]["id"]
    if book is None or book.value is None:
        return say(f"spse_place.{keys[-1] if keys else _PEOPLE}", who=who)
    # A workbook that is made anew has its participants in an order of its own.
    index = [other["id"] for other in book.value[_PEOPLE]].index(who)
    return book.places.spot(Fault("", (_PEOPLE, index, *keys), {})).cell
