"""The workbook of a tender that is only beginning: everything laid out, and nothing filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.drawn.drawing import book_bytes
from tender_desk.workbook.layouts.added_rows import matrices_laid_out
from tender_desk.workbook.layouts.content import book_of
from tender_desk.workbook.layouts.filled import Book, Filled
from tender_desk.workbook.layouts.laid_out import codes_from
from tender_desk.workbook.layouts.layout import Form
from tender_desk.workbook.layouts.names import ABOUT, HEADER_ROW
from tender_desk.workbook.layouts.tables import CRITERIA, MEMBERS, PRICES, Layout, layout_of
from tender_desk.workbook.matrices.content import Matrix
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.terms import StageId

__all__ = ["blank_workbook_bytes", "checklist_bytes", "without_clause"]

# Codes that stand ready, by sheet: their letter, and how many there are.
_CODES = {ABOUT: ("p", 20), MEMBERS.name: ("m", 7)}
# Stages whose criteria have rows that stand ready, and how many.
_STAGES = {
    StageId.EVALUASI_ADMINISTRASI: 2,
    StageId.EVALUASI_KUALIFIKASI: 4,
    StageId.EVALUASI_TEKNIS: 6,
    StageId.PEMBUKTIAN_KUALIFIKASI: 2,
}
# Whose price sheets are there from the start; `tender worksheet` makes those of others.
_FIRST_BIDDERS = ("p1", "p2", "p3")


def blank_workbook_bytes(
    rulebook: Rulebook, last: Package | None = None, asked: Mapping[str, Any] | None = None
) -> bytes:
    """An empty workbook; of the `last` tender it takes what was asked, and who the panel is.

    That is the document's requirements and criteria with their clauses, and the panel's decree and
    members. Nothing of its estimate, its bidders or its judgements is taken. Of a checklist it
    takes the requirements `asked`. Where criteria are asked their matrices are laid out.
    """
    value: dict[str, Any] = {"tender": {"requirements": asked or {}}}
    if last is not None:
        given = package_dict(last)
        value["tender"]["requirements"] = given["tender"]["requirements"]
        value["pokja"] = given["pokja"]
    layout = layout_of(rulebook.declarations)
    book = book_of(value, layout)
    sheets: list[Filled] = []
    for filled in map(_with_ready, book.sheets):
        sheets.append(filled)
        if filled.sheet.name == ABOUT:
            sheets += [Filled(PRICES, (), (bidder, "")) for bidder in _FIRST_BIDDERS]
    return book_bytes(Book(tuple(sheets), book.rest, _matrices(value, layout)), with_page=True)


def _matrices(value: Mapping[str, Any], layout: Layout) -> tuple[Matrix, ...]:
    """The matrices of what is asked, with columns for the first bidders; others are added later."""
    bidders = [{"id": code, "name": "", "submitted": {"penawaran": ""}} for code in _FIRST_BIDDERS]
    panel = {"members": [], **value.get("pokja", {})}
    return matrices_laid_out({**value, "pokja": panel, "participants": bidders}, layout, ())


def _with_ready(filled: Filled) -> Filled:
    """An empty sheet of bidders or members with their codes, one of criteria with their stages."""
    if filled.rows or isinstance(filled.sheet, Form):
        return filled
    first: Sequence[Any] = ()
    if filled.sheet.name in _CODES:
        first = codes_from(*_CODES[filled.sheet.name])
    elif filled.sheet is CRITERIA:
        said = CRITERIA.parents[0].kind.write
        first = [said(stage) for stage, count in _STAGES.items() for _ in range(count)]
    rest = (None,) * (len(filled.sheet.parents) + len(filled.sheet.columns) - 1)
    return evolve(filled, rows=tuple((one, *rest) for one in first))


def checklist_bytes(rulebook: Rulebook, asked: Mapping[str, Any]) -> bytes:
    """A checklist: the sheets of what a document asks, and no other."""
    layout = layout_of(rulebook.declarations)
    names = {layout.forms[1].name, CRITERIA.name}
    book = book_of({"tender": {"requirements": asked}}, layout)
    kept = tuple(filled for filled in book.sheets if filled.sheet.name in names)
    return book_bytes(Book(kept, ()))


def without_clause(rulebook: Rulebook, asked: Mapping[str, Any]) -> list[str]:
    """The cells, of a workbook with these requirements, in which a clause is still to be filled."""
    found = []
    book = book_of({"tender": {"requirements": asked}}, layout_of(rulebook.declarations))
    for filled in book.sheets:
        if isinstance(filled.sheet, Form) and "Klausul" in filled.sheet.headers:
            row, group = HEADER_ROW, ""
            for field, (value, clause) in zip(filled.sheet.fields, filled.rows, strict=True):
                row, group = row + 1 + (field.group != group), field.group
                if value is not None and field.clause and clause is None:
                    found.append(cell_name(row, 3, filled.sheet.name))
        elif filled.sheet is CRITERIA:
            columns = [column.title for column in (*CRITERIA.parents, *CRITERIA.columns)]
            at = columns.index("Klausul")
            for row, cells in enumerate(filled.rows, HEADER_ROW + 1):
                if cells[at] is None:
                    found.append(cell_name(row, at + 1, CRITERIA.name))
    return found
