"""The matrix as a table whose cells open; on a narrow screen a card a participant."""

from collections.abc import Iterator

from tender_desk.documents.report.html import Element, el
from tender_desk.documents.report.html_blocks import boxed, titled
from tender_desk.documents.report.matrix import Cell, Found, Matrix, Row
from tender_engine.findings import Verdict

__all__ = ["matrix_table"]

_TITLE = "Hasil setiap peserta pada setiap tahapan"
_MARKS = {
    Verdict.LULUS: "✓",
    Verdict.GUGUR: "✗",
    Verdict.BELUM_DINILAI: "…",
    Verdict.TIDAK_DIEVALUASI: "–",
}


def matrix_table(given: Matrix) -> Element:
    """The roles are told because cards would else be no table to a screen reader."""
    heads = [el("th", "Peserta", scope="col", role="columnheader")]
    heads += [el("th", stage, scope="col", role="columnheader") for stage in given.stages]
    rows = [_row(row, given.stages) for row in given.rows]
    table = el(
        "table",
        titled(_TITLE),
        el("thead", el("tr", *heads, role="row"), role="rowgroup"),
        el("tbody", *rows, role="rowgroup"),
        role="table",
        class_="matrix",
    )
    return boxed(table, _TITLE)


def _row(row: Row, stages: tuple[str, ...]) -> Element:
    members = [el("span", f"KSO: {'; '.join(row.members)}", class_="also")] if row.members else []
    head = el(
        "th",
        el("bdi", row.name, class_="name"),
        *members,
        el("span", row.came_to, class_="also"),
        scope="row",
        role="rowheader",
    )
    pairs = zip(row.cells, stages, strict=True)
    return el("tr", head, *(_cell(cell, stage) for cell, stage in pairs), role="row")


def _cell(cell: Cell | None, stage: str) -> Element:
    if cell is None:
        never = el("span", "tidak sampai", class_="unseen")
        return el("td", el("span", "·", aria_hidden="true"), never, class_="never", role="cell")
    mark = el("span", _MARKS[cell.verdict], class_="mark")
    word = el("span", mark, " ", el("span", cell.word, class_="word"))
    summary = el("summary", el("span", stage, class_="stage"), word, class_=str(cell.verdict))
    return el("td", el("details", summary, el("div", *_behind(cell), class_="behind")), role="cell")


def _behind(cell: Cell) -> Iterator[Element]:
    if cell.reason:
        yield el("p", cell.reason, class_="reason")
    if cell.basis:
        yield el("p", "Dasar: ", cell.basis, class_="basis")
    if cell.found:
        yield el("p", "Yang diperiksa", class_="over")
        yield el("ul", *(el("li", *_found(found)) for found in cell.found))
    if cell.said:
        yield el("p", "Penilaian anggota", class_="over")
        yield el("ul", *(el("li", *_said(words)) for words in cell.said))


def _found(found: Found) -> Iterator[Element]:
    mark = el("span", _MARKS[found.verdict], class_="mark")
    yield el("span", mark, f" {found.title}: {found.word.lower()}", class_=str(found.verdict))
    if found.reason:
        yield el("span", f"{found.reason.rstrip('.')}. ({found.rule})", class_="also")
    if found.facts:
        facts = "; ".join(f"{name}: {value}" for name, value in found.facts)
        yield el("span", f"Fakta: {facts}", class_="also")
    if found.basis:
        yield el("span", f"Dasar: {found.basis}", class_="also")


def _said(words: tuple[str, ...]) -> Iterator[Element]:
    criterion, word, weight, note, when, who = words
    yield el("span", f"{criterion}: {word} ({weight})")
    yield el("span", f"{who}, {when}", class_="also")
    if note != "–":
        yield el("span", f"Catatan: {note}", class_="also")
