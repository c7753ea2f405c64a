"""Draws the workbook of a package: a first sheet to read, forms, tables, matrices and the rest."""

from openpyxl import Workbook

from tender_desk.ooxml.parcel import parcel
from tender_desk.workbook.drawn.sheet_drawing import Drawing
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.answered import answered_in
from tender_desk.workbook.layouts.content import book_of
from tender_desk.workbook.layouts.filled import Book
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.layout import Form, Table
from tender_desk.workbook.layouts.listed_order import as_listed
from tender_desk.workbook.layouts.tables import JUDGED, layout_of
from tender_desk.workbook.matrices.drawing import draw_matrix
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook

__all__ = ["book_bytes", "workbook_bytes"]


def workbook_bytes(package: Package, rulebook: Rulebook, before: Package | None = None) -> bytes:
    """The workbook of `package`, whose lines stand as it lists them; the same gives the same bytes.

    Its rows and columns are about the checks that `rulebook` declares. Reading it under the same
    rulebook (`tender_desk.any_file.read_bytes`) gives the same package again. One that repeats the
    package `before` it, and has no time yet, is in the zone of that one.
    """
    value = as_listed(package)
    layout = layout_of(rulebook.declarations)
    known = None if before is None else as_listed(before)
    return book_bytes(book_of(value, layout, answered_in(value, rulebook), known))


def book_bytes(book: Book, *, with_page: bool = False) -> bytes:
    """The workbook that holds `book`; `with_page`: and a sheet for what SPSE says of the tender."""
    workbook = Workbook(write_only=True)
    tables = {one.sheet.name: one.sheet for one in book.sheets if isinstance(one.sheet, Table)}
    drawing = Drawing(workbook, tables=tables)
    drawing.guide()
    taken: set[str] = set()
    for filled in book.sheets:
        if filled.sheet.name == JUDGED:
            for matrix in book.matrices:
                draw_matrix(drawing, matrix)
        title = names.title_of(filled.sheet.name, filled.whose, taken)
        if isinstance(filled.sheet, Form):
            drawing.form(title, filled.sheet, filled)
            if with_page and filled.sheet is PACKAGE_FORM:
                drawing.page()
        else:
            drawing.table(title, filled.sheet, filled)
    drawing.rest(book.rest)
    drawing.words.draw(workbook.create_sheet(names.WORDS))
    return parcel(workbook)
