"""Opening a workbook for its cells costs nothing by row, and loses nothing that openpyxl sees."""

import ast
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.reader.strings import read_string_table
from openpyxl.xml.constants import SHEET_MAIN_NS

from tender_desk.ooxml import openpyxl_inside
from tender_desk.ooxml.openpyxl_inside import CellParser, opened, shared_strings
from tests.desk.workbook.data import Desk
from tests.desk.workbook.hostile import book, parts_of, sheet_xml, zipped
from tests.desk.workbook.unread import open_book

(THEIRS,) = CellParser.__bases__
SHEET = "xl/worksheets/sheet1.xml"


def several() -> bytes:
    """Three sheets, of which one is hidden, a sheet of a chart between them, and a name."""
    made = Workbook()
    made.active.append(["a", "b"])
    chart = made.create_chartsheet("Grafik")
    chart.add_chart(BarChart())
    made.create_sheet("Tersembunyi").sheet_state = "hidden"
    made.create_sheet("Jauh")["C12"] = 5
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def seen(made: Any) -> list[tuple[Any, ...]]:
    """What is known of each sheet, and its cells."""
    return [
        (
            one.title,
            one.sheet_state,
            one.max_row,
            one.max_column,
            [*one.iter_rows(values_only=True)],
        )
        for one in made.worksheets
    ]


@pytest.mark.parametrize("values", [False, True])
def test_everything_is_as_openpyxl_opens_it(values: bool) -> None:
    """Sheets, sizes and cells, of a book and of a book with a chart between its sheets."""
    for data in (book(), several()):
        ours = opened(data, read_only=True, values=values)
        other = load_workbook(io.BytesIO(data), read_only=True, data_only=values)
        assert seen(ours) == seen(other) != []
        assert ours.sheetnames == other.sheetnames


def test_texts_are_as_openpyxl_reads_them() -> None:
    """Shared and in their cells: plain, empty, with spaces, in parts, with how they sound."""
    texts = (
        b"<t>a&amp;b</t>",
        b"<t/>",
        b"",
        b'<t xml:space="preserve"> c </t>',
        b"<r><t>d</t></r><r><rPr><b/></rPr><t>e</t></r>",
        b"<t>f</t><rPh sb='0' eb='1'><t>g</t></rPh>",
        b"<t>_x005F_x0041_</t>",
        b"<t>h</t><t>i</t>",
    )
    shared = b"".join(b"<si>%s</si>" % text for text in texts)
    table = b'<sst xmlns="%s">%s</sst>' % (SHEET_MAIN_NS.encode(), shared)
    assert shared_strings(io.BytesIO(table)) == read_string_table(io.BytesIO(table))

    cells = b"".join(b'<c t="inlineStr"><is>%s</is></c>' % text for text in texts)
    rows = b"<row>%s<c t='inlineStr'><is><t>x</t></is><f>1+1</f></c></row>" % cells
    held = sheet_xml(rows)
    for only in (False, True):
        ours, theirs = (
            [*parser(io.BytesIO(held), {}, data_only=only).parse()]
            for parser in (CellParser, THEIRS)
        )
        assert ours == theirs
        assert [cell["value"] for cell in ours[0][1]][:3] == ["a&b", "", ""]


@pytest.mark.parametrize("drawn", [False, True])
def test_what_a_test_leaves_alone_is_saved_as_if_it_had_been_opened(drawn: bool) -> None:
    """A value, a format, a sheet that is gone and one that is copied: all cells are the same."""
    stream = io.BytesIO()
    Desk(drawn=drawn).book.save(stream)
    data, saved = stream.getvalue(), []
    for made in (open_book(data), load_workbook(io.BytesIO(data))):
        made["Peserta"]["A6"].value = "p9"
        made["Pokja"]["B5"].number_format = "0.000"
        made.copy_worksheet(made["Harga p1"]).title = "Harga p2"
        del made["KSO"]
        made.save(stream := io.BytesIO())
        saved.append(stream.getvalue())
        if len(saved) == 1:
            assert 25 < len(made.unread) < len(made.sheetnames)
    ours, theirs = (
        [
            (page.title, cell.coordinate, cell.value, cell.number_format, cell.font.b)
            for page in load_workbook(io.BytesIO(data))
            for row in page
            for cell in row
        ]
        for data in saved
    )
    assert ours == theirs


def test_no_row_is_read_to_learn_the_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a sheet of megabytes that states none, only the beginning is inflated."""
    inside = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 50_000)
    )
    data = zipped(parts_of(book()) | {SHEET: sheet_xml(inside)})
    inflated = 0
    read = zipfile.ZipExtFile.read

    def counted(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        nonlocal inflated
        got = read(self, n)
        inflated += len(got)
        return got

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    sheet: Any = opened(data, read_only=True, values=False).worksheets[0]
    assert 1_000 < inflated < 200_000 < len(inside)
    assert sheet.max_row is None


def private_names(path: Path) -> set[str]:
    """The modules of openpyxl, and the attributes of others, that begin with an underscore."""
    nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    asked = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr[0] == "_"]
    ours = [node for node in asked if ast.unparse(node.value) in ("self", "super()")]
    names = {node.attr for node in asked} - {node.attr for node in ours}
    return names | {name for name in modules if name.startswith("openpyxl") and "._" in name}


def test_what_openpyxl_does_not_promise_is_used_in_one_module() -> None:
    """No other asks for one of these names."""
    here = Path(openpyxl_inside.__file__)
    private = private_names(here)
    assert {"openpyxl.worksheet._reader", "_get_source", "_sheets"} <= private
    for path in here.parents[1].rglob("*.py"):
        assert path == here or not private_names(path) & private, path
