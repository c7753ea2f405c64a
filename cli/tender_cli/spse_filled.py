"""What of SPSE's tables was filled into a package, and what is left for people."""

from collections.abc import Sequence

from tender.faults import show
from tender.formats.spse.filling import Filled
from tender.formats.spse.parts import SpseReading
from tender_cli.messages import say
from tender_cli.spse_screen import print_readings
from tender_cli.tables import Page

__all__ = ["print_filled"]


def print_filled(told: Sequence[Filled], readings: Sequence[SpseReading], page: Page) -> None:
    """Each place by its path; no amount is told, since a price may be sealed."""
    print_readings(readings, None, page)
    for title, done in (("spse.filled", True), ("spse.left", False)):
        rows = [
            (one.who or "-", say(f"spse_filled.{one.code}"), show(one.path) if one.path else "-")
            for one in told
            if one.done is done
        ]
        if rows:
            page.heading(say(title))
            titles = ("bidder", "what", "place")
            page.table([say(f"column.{name}") for name in titles], rows)
