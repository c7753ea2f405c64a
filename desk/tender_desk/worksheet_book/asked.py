"""The rows of the sheet `Konfirmasi` that an evaluation needs answered."""

from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_desk.documents.wording import reading_said
from tender_desk.workbook.content import Filled
from tender_desk.workbook.tables_confirmed import CONFIRMED

__all__ = ["asked_rows"]


def asked_rows(view: View) -> Filled:
    """A row for each value that keeps the minutes from being final, in the words of the law."""
    rows = []
    for used in unconfirmed(view):
        what, stands = named_value(view, used)
        told = {"what": what, "stands": stands, "read": reading_said(used), "param": used.param}
        rows.append(tuple(told.get(column.key[0]) for column in CONFIRMED.columns))
    return Filled(CONFIRMED, tuple(rows))
