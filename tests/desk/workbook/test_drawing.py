"""How the workbook of a package is drawn: texts are texts, numbers numbers, and it opens clean."""

import io
import json
import re
import warnings
import zipfile
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from openpyxl import load_workbook

from tender_desk.ooxml.addresses import column_letter
from tender_desk.workbook.drawn.guide import GUIDE
from tender_desk.workbook.drawn.sheet_drawing import ROOM_BESIDE_PRICES
from tender_desk.worksheet_book.corrected import COLUMNS
from tender_engine.formats.canonical import canonical_package
from tender_engine.terms import PreviousKind, ProcedureName
from tender_rules.procurement_kind import repeat_fits
from tests.desk.workbook.data import HEAD, Desk, parsed, small, workbook
from tests.engine.formats.data import change, small_package
from tests.reading import read_bytes, workbook_bytes

DANGEROUS = ("=1+1", "+62 21", "-5", "@SUM(A1)", "'petik", '=HYPERLINK("http://contoh";"x")')
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS = {"s", "inlineStr"}  # shared among cells, or in its own


def opened(value: Any = None) -> Any:
    """The workbook of plain values, read as its file stands."""
    data = workbook() if value is None else workbook_bytes(parsed(value))
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_a_formula(text: str) -> None:
    """Wherever a bidder or the panel wrote it; Excel also keeps it one when it is edited."""
    places = {
        "participants[0].name": text,
        "participants[0].price.lines[2].description": text,
        "tender.title": text,
        "assessments[2].note": f"{text}\n{text}",
        "tender.hps.lines[0].unit": text,
        "tender.requirements.koreksi_aritmatik.clauses": {"rounding": text},
    }
    book = opened(change(small_package(), places))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    held = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(text)]

    # The name stands above its prices and its judgements as well, and the unit beside the prices.
    assert len(held) == 9
    assert {cell.data_type for cell in cells} <= {*TEXTS, "n", "d"}
    assert {cell.data_type for cell in held} <= TEXTS
    assert all(cell.quotePrefix for cell in held)


def test_no_cell_of_the_file_holds_a_formula() -> None:
    """Not one element of a formula is in any sheet."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        trees = [ElementTree.fromstring(archive.read(name)) for name in sheets]

    assert len(trees) > 20
    assert not [tree for tree in trees if tree.find(f".//{SHEET}c/{SHEET}f") is not None]


def test_figures_days_and_times_are_excels_own() -> None:
    """So that Excel adds, sorts and filters them; each in a format that hides nothing of it."""
    desk = Desk(drawn=True)
    volume = desk.cell("HPS", "Volume", 2)
    day = desk.field("Paket", "Tanggal pengumuman")
    time = desk.cell("Peristiwa", "Sampai", 2)

    assert (volume.value, volume.number_format) == (50.5, "#,##0.0")
    assert (f"{day.value:%Y-%m-%d}", day.number_format) == ("2022-05-02", "dd/mm/yyyy")
    assert (f"{time.value:%Y-%m-%d %H:%M}", time.number_format) == (
        "2022-05-12 16:00",
        "dd/mm/yyyy hh:mm",
    )
    assert desk.field("Paket", "Kode tender").number_format == "@"


@pytest.mark.parametrize(
    ("sheet", "title", "shown"),
    [
        ("Pengurus", "NIK", "@"),
        ("HPS", "Volume", "#,##0.##"),
        ("Peristiwa", "Sampai", "dd/mm/yyyy hh:mm"),
        ("Harga p1", "Kode", "@"),
    ],
)
def test_a_column_holds_its_kind_however_many_rows_are_added(
    sheet: str, title: str, shown: str
) -> None:
    """Excel takes a cell that is not there as its column says: a NIK keeps its first zero.

    So there is no row in which nothing stands.
    """
    desk = Desk(drawn=True)
    letter = column_letter(desk.column(sheet, title))
    rows = desk.book[sheet].iter_rows(min_row=HEAD + 1, values_only=True)

    assert desk.book[sheet].column_dimensions[letter].number_format == shown
    assert all(any(row) for row in rows)


@pytest.mark.parametrize("number", ["1000000000000000", "123456789012.3456", "0.000001"])
def test_a_number_is_a_number_as_long_as_excel_keeps_it(number: str) -> None:
    """Fifteen digits; beyond them it is a text in Indonesian form."""
    value = small_package()
    for line in ("tender.hps.lines[0]", "participants[0].price.lines[0]"):
        value = change(value, {f"{line}.quantity": number, f"{line}.unit_price": "1"})
    kept = opened(value)["HPS"]["D5"].value

    exact = len(number.replace(".", "").lstrip("0")) <= 15
    assert isinstance(kept, str) is not exact
    if exact:
        assert Decimal(repr(kept)) == Decimal(number)


def test_the_file_opens_without_a_warning() -> None:
    """Openpyxl reads it whole; the first sheet to be seen is the one that explains."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = opened()

    assert book.active.title == "Petunjuk"
    assert [row[0].value or row[1].value for row in book["Petunjuk"].iter_rows(max_col=2)] == [
        words[1] or None for words in GUIDE
    ]
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["Daftar"]


def test_every_word_that_may_be_chosen_is_offered() -> None:
    """Each drop-down names cells that hold its words, on a sheet that is there."""
    book = opened()
    lists = 0
    for sheet in book:
        for offered in sheet.data_validations.dataValidation:
            if offered.type != "list":  # the bounds of a score
                continue
            for title, cells in re.findall(r"('[^']+'|\w+)!([$A-Z0-9:]+)", offered.formula1):
                found = book[title.strip("'")][cells.replace("$", "")]
                if title == "Daftar":
                    lists += 1
                    assert all(cell.value for (cell,) in found)
    assert lists > 20


@pytest.mark.parametrize("kind", ProcedureName)
def test_of_repeats_those_are_offered_that_the_procedure_knows(kind: ProcedureName) -> None:
    """What the law says may be one: the formula looks at how this tender qualifies."""
    book = opened()
    page = book["Paket"]
    rows = {page.cell(row, 1).value: row for row in range(5, page.max_row + 1)}
    at = f"B{rows['Paket sebelumnya: jenis']}"
    (offered,) = (
        one.formula1 for one in page.data_validations.dataValidation if at in str(one.sqref)
    )
    asked, fewer, all_ = re.fullmatch(r"IF\(OR\((.+)\),(\S+?),(\S+)\)", offered).groups()
    looked_at = {f"$B${rows[f'{one} *']}" for one in ("Jenis pengadaan", "Kualifikasi")}
    assert looked_at < {*re.findall(r"\$B\$\d+", asked)}
    said = re.findall(r'SEARCH\("(\w+)"', asked)
    cells = fewer if any(word in kind for word in said) else all_
    tender = evolve(small().tender, procedure=kind)
    known = {term.replace("_", " ") for term in PreviousKind if repeat_fits(tender, term)}
    assert {cell.value for (cell,) in book["Daftar"][cells.partition("!")[2]]} == known


def test_the_heads_stay_in_sight_and_are_printed_on_every_page() -> None:
    """Below row 4, on every sheet but the first and the hidden one; all in A4, lying."""
    for sheet in opened():
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.paperSize == 9
            assert sheet.page_setup.orientation == "landscape"
            if sheet.title != "Petunjuk":
                # Names of bidders stand over their codes in a matrix.
                matrix = sheet.title.startswith("Matriks")
                kept = ("E5", "$3:$4") if matrix else ("A5", "$4:$4")
                assert (sheet.freeze_panes, sheet.print_title_rows) == kept
            else:
                assert not sheet.print_title_rows
                assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)


def test_no_note_runs_beyond_its_page_or_into_another_cell() -> None:
    """Nothing is merged, and the tables stay where they were: one line, and one below if it lacks.

    At 69 percent a page of A4 on its side holds columns of 208 signs, at its full size 142; of a
    note it holds an eighth more, for that is in smaller signs.
    """
    below = 0
    for sheet in opened():
        if sheet.sheet_state != "visible":
            continue
        assert not sheet.merged_cells.ranges
        shown = [0 if one.hidden else one.width for one in sheet.column_dimensions.values()]
        pages = sheet.page_setup.fitToWidth
        assert sum(shown) <= 208 * pages, sheet.title
        page = max(142, sum(shown)) if pages == 1 else _first_page(sheet, shown, pages)
        for row in (2, 3):
            said = [cell for cell in sheet[row] if cell.value is not None]
            for cell, after in zip(said, [*said[1:], None][: len(said)], strict=True):
                if cell.font.i and not (row == 3 and cell.column > 1):
                    end = page if after is None else sum(shown[: after.column - 1])
                    begin = sum(shown[: cell.column - 1])
                    assert len(cell.value) <= (end - begin) * 1.125, (sheet.title, cell.value)
                    below += row == 3
    assert below > 3


def _first_page(sheet: Any, shown: list[float], pages: int) -> float:
    """The columns of the first page, where no page holds more than it has to."""
    kept = sum(shown[: 3 if sheet.title.startswith("Matriks") else 2])
    for room in range(142, 209):
        first, at, count = 0.0, 0.0, 1
        for width in shown:
            if at + width > room:
                at, count = kept, count + 1
            at += width
            first = at if count == 1 else first
        if count <= pages:
            return first
    raise AssertionError(sheet.title)


def test_what_is_long_in_a_narrow_column_stands_in_lines() -> None:
    """Names over scores side by side, and what is told beside a field."""
    book = opened(change(small_package(), {"participants[0].name": "PT Contoh" + " Jaya" * 6}))
    (matrix,) = (sheet for sheet in book if sheet.title.startswith("Matriks"))
    name = next(cell for cell in matrix[3] if str(cell.value).startswith("PT Contoh Jaya"))
    width = matrix.column_dimensions[name.column_letter].width
    lines = matrix.row_dimensions[3].height / 15
    assert name.alignment.wrap_text
    assert len(name.value) <= width * lines
    assert all(cell.alignment.wrap_text for cell in book["Paket"]["C"][4:] if cell.value)


def test_a_price_sheet_has_room_on_its_pages_for_what_is_found() -> None:
    """On one page it would be a third of its size; the codes and words stand on each."""
    sheet = next(one for one in opened() if one.title.startswith("Harga "))

    assert sum(column.width for column in COLUMNS) == ROOM_BESIDE_PRICES
    assert (sheet.page_setup.fitToWidth, sheet.print_title_cols) == (2, "$A:$B")


def test_codes_of_the_program_are_hidden() -> None:
    """Who confirms a value reads its words."""
    heads = {cell.value: cell.column_letter for cell in opened()["Konfirmasi"][4]}
    columns = opened()["Konfirmasi"].column_dimensions

    assert columns[heads["Kode ketentuan"]].hidden
    assert not columns[heads["Keterangan"]].hidden


def test_price_sheets_of_bidders_with_long_and_like_names() -> None:
    """A name of a sheet holds 31 signs and knows no capitals; every bid is read back."""
    value = json.loads(canonical_package(small()))
    first = value["participants"][0]
    stem = "peserta-dengan-kode-yang-panjang-sekali"
    ids = ["P1", *(f"{stem}-{number}" for number in range(120))]
    value["participants"] += [{**first, "id": name, "name": name} for name in ids]
    package = parsed(value)
    data = workbook_bytes(package)
    titles = load_workbook(io.BytesIO(data), read_only=True).sheetnames
    again = read_bytes(data, "paket.xlsx").package

    assert max(map(len, titles)) <= 31
    assert len({title.casefold() for title in titles}) == len(titles)
    assert again is not None
    assert canonical_package(again) == canonical_package(package)
