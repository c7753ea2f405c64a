"""The workbook of a tender that is only beginning: everything laid out, and nothing filled in."""

from typing import Any

from tender_desk.workbook.content import Book, Filled, book_of
from tender_desk.workbook.drawing import book_bytes
from tender_desk.workbook.names import ABOUT
from tender_desk.workbook.tables import PRICES, layout_of
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook

__all__ = ["blank_workbook_bytes"]

# Whose price sheets are there from the start; `tender worksheet` makes those of others.
_FIRST_BIDDERS = ("p1", "p2", "p3")


def blank_workbook_bytes(rulebook: Rulebook, last: Package | None = None) -> bytes:
    """An empty workbook; of the `last` tender it takes what was asked, and who the panel is.

    That is the document's requirements and criteria with their clauses, and the panel's decree and
    members. Nothing of its estimate, its bidders or its judgements is taken.
    """
    value: dict[str, Any] = {"tender": {"requirements": {}}}
    if last is not None:
        given = package_dict(last)
        value["tender"]["requirements"] = given["tender"]["requirements"]
        value["pokja"] = given["pokja"]
    book = book_of(value, layout_of(rulebook.declarations))
    sheets: list[Filled] = []
    for filled in book.sheets:
        sheets.append(filled)
        if filled.sheet.name == ABOUT:
            sheets += [Filled(PRICES, (), (bidder, "")) for bidder in _FIRST_BIDDERS]
    return book_bytes(Book(tuple(sheets), book.rest))
