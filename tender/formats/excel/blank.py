"""The workbook of a tender that is only beginning: everything laid out, and nothing filled in."""

from typing import Any

from tender.formats.canonical import package_dict
from tender.formats.excel.content import Book, Filled, book_of
from tender.formats.excel.drawing import book_bytes
from tender.formats.excel.names import ABOUT
from tender.formats.excel.tables import PRICES, layout_of
from tender.model import Package
from tender.rulebook import Rulebook

__all__ = ["blank_bytes"]

# Whose price sheets are there from the start; `tender worksheet` makes those of others.
_FIRST_BIDDERS = ("p1", "p2", "p3")


def blank_bytes(rulebook: Rulebook, last: Package | None = None) -> bytes:
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
