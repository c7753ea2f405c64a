"""The rows of the sheet `Konfirmasi` that an evaluation needs answered."""

from collections.abc import Iterator

from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_desk.documents.wording import reading_said
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.worksheet_book.acts_ahead import talks_ahead
from tender_engine.findings import Source, UsedValue

__all__ = ["asked_rows"]

# What talks rest on as soon as they are held: of a Seleksi, and with the only bidders of a tender.
_OF_TALKS = {True: "negotiation.ceiling", False: "negotiation.one_bid_ceiling"}


def asked_rows(view: View) -> Filled:
    """A row for each value that keeps the minutes from being final, in the words of the law.

    What talks that are due will rest on is asked before they are held, and not after them.
    """
    rows = []
    for used in (*unconfirmed(view), *_ahead(view)):
        what, stands = named_value(view, used)
        told = {"what": what, "stands": stands, "read": reading_said(used), "param": used.param}
        rows.append(tuple(told.get(column.key[0]) for column in CONFIRMED.columns))
    return Filled(CONFIRMED, tuple(rows))


def _ahead(view: View) -> Iterator[UsedValue]:
    """What talks that are due will rest on, unless it was used already or is confirmed."""
    if not talks_ahead(view):
        return
    bound = view.evaluation.law.value(_OF_TALKS[view.kind.seleksi])
    used = {value.param for value in view.evaluation.values}
    unverified = bound.source is Source.UNVERIFIED and bound.param not in used
    if unverified and view.confirmed(bound) is None:
        yield bound
