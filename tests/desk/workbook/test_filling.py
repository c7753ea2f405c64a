"""A workbook that SPSE's tables are filled into: what was empty is filled, all else stays."""

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tender_desk.spse.filling import fill_from_spse
from tender_desk.spse.writing import pretty_json
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import package_dict, package_digest
from tests.builders import bidder, line, priced
from tests.builders import package as built
from tests.desk.documents.worksheet.books import (
    Looks,
    changed,
    column,
    opened,
    package_of,
    parts,
    repacked,
)
from tests.desk.spse.pages import ONE, TWO, page, read, table
from tests.fault_texts import FILLING as TEXTS
from tests.reading import (
    blank_bytes,
    filled_in,
    read_bytes,
    read_text,
    read_workbook,
    workbook_bytes,
)

HEAD = 4
THREE = "03.456.789.0-123.000"
HEADS = ("Nama Peserta", "NPWP", "Harga Penawaran", "Harga Terkoreksi")
NAMES = ("=1+1 Jaya", "+62 Jaya", "-5 Jaya", "@SUM(A1) Jaya")
ROWS = (
    ("CV p1 Contoh", ONE, "Rp 1.000.000.000,00", "Rp 999.000.000,00"),
    ("CV p2 Contoh", TWO, "Rp 1.100.000.000,50", ""),
    (NAMES[0], "", "Rp 2.000.000,00", "Rp 1.999.999,25"),
    ("PT Baru", THREE, "", ""),
)
PAGE = read(table(HEADS, ROWS))
BID = priced("1000000000", line(quantity="90"), line("L2", "20", "4500000"))
PACKAGE = built(bidder(price=BID), bidder("p2", price=None))
GIVEN = workbook_bytes(PACKAGE)
TITLES = (
    "Kode", "Nama peserta", "NPWP", "Harga penawaran (Rp)", "Tarif PPN (%)",
    "Harga terkoreksi (Rp)", "Dikoreksi oleh",
)  # fmt: skip
# What stands there afterwards, as the page says it; the estimate's PPN is 11 percent.
BY_HAND = [
    ("p1", "CV p1 Contoh", ONE, 1_000_000_000, 11, 999_000_000, "spse"),
    ("p2", "CV p2 Contoh", TWO, 1_100_000_000.5, 11, None, None),
    ("p3", NAMES[0], None, 2_000_000, 11, 1_999_999.25, "spse"),
    ("p4", "PT Baru", THREE, None, None, None, None),
]


def fill(data: bytes, reading: Any = PAGE) -> bytes:
    """The workbook, filled with what a page says."""
    found = read_workbook(data)
    assert not found.faults
    value, _ = fill_from_spse(found.value or {}, reading)
    return filled_in(data, found, value)


def people(data: bytes) -> list[tuple[Any, ...]]:
    """Code, name, NPWP and what the price says of every row that has a code."""
    sheet = opened(data)["Peserta"]
    head = next(row for row in sheet.iter_rows() if any(c.value == "Kode *" for c in row))
    at = {str(cell.value or "").removesuffix(" *"): cell.column for cell in head}
    rows = sheet.iter_rows(min_row=head[0].row + 1)
    told = [tuple(row[at[title] - 1].value for title in TITLES) for row in rows]
    return [row for row in told if row[0] is not None]


def look(cell: Any, looks: Looks) -> tuple[Any, ...]:
    """What a cell says and how it looks."""
    comment = cell.comment.text if cell.comment else None
    return (cell.value, cell.data_type, cell.number_format, comment, *looks.of(cell))


def cells(data: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Every cell of the file that says something."""
    looks = Looks()
    return {
        (sheet.title, cell.coordinate): look(cell, looks)
        for sheet in opened(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def as_made(_: Any) -> None:
    """As the program makes it."""


def turned(book: Any) -> None:
    """The columns in the opposite order."""
    sheet = book["Peserta"]
    for row in sheet.iter_rows(min_row=HEAD):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def lowered(book: Any) -> None:
    """Rows above the head, and one between the bidders."""
    sheet = book["Peserta"]
    sheet.insert_rows(HEAD + 2)
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Dinas Pekerjaan Umum"


def widened(book: Any) -> None:
    """An own column in the middle, with a formula in many rows, and a sheet that looks here."""
    sheet = book["Peserta"]
    sheet.insert_cols(3)
    sheet.cell(HEAD, 3).value = "Catatan selisih"
    for row in range(HEAD + 1, HEAD + 40):
        sheet.cell(row, 3).value = f"=I{row}*2"
    sheet["C5"].comment = Comment("lihat lagi", "Ani")
    sheet["C6"].font, sheet["C6"].fill = Font(color="FF0000"), PatternFill("solid", "FFFF00")
    own = book.create_sheet("Catatan rapat", 2)
    own["A1"], own["A2"] = "=SUM(Peserta!I5:I20)", "=1+1"
    book["Peserta"].freeze_panes = "C5"


LAYOUTS = (as_made, turned, lowered, widened)


@pytest.mark.parametrize("layout", [None, *LAYOUTS])
def test_it_reads_as_what_json_would_be_filled_with(layout: Callable[[Any], None] | None) -> None:
    """The same plain values and digest, whatever the sheet looks like; by hand what it says."""
    # Saved by somebody, it keeps its texts in one list; as it was made, each in its cell.
    done = fill(changed(GIVEN, layout) if layout else GIVEN)
    value, _ = fill_from_spse(package_dict(PACKAGE), PAGE)
    from_json = package_of(read_text(pretty_json(value), "paket.json"))
    from_book = package_of(read_bytes(done, "paket.xlsx"))

    assert package_dict(from_book) == package_dict(from_json)
    assert package_digest(from_book) == package_digest(from_json)
    assert people(done) == BY_HAND


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whatever_stood_there_stands_there(layout: Callable[[Any], None]) -> None:
    """Every value, formula, comment and look; only cells that were empty say something now."""
    data = changed(GIVEN, layout)
    before, after = cells(data), cells(fill(data))

    assert {place: after[place] for place in before} == before
    # NPWP and two of the correction for p1; NPWP and two of the price for p2; six for p3; three.
    new = after.keys() - before.keys()
    assert {title for title, _ in new} == {"Peserta"}
    assert len(new) == 3 + 3 + 6 + 3


def test_other_parts_keep_their_bytes() -> None:
    """Nothing but the one sheet, the styles and the maps is written anew."""
    before, after = parts(GIVEN), parts(fill(GIVEN))
    written = {name for name in before if before[name] != after[name]}
    sheets = {name for name in written if name.startswith("xl/worksheets/")}

    assert before.keys() == after.keys()
    assert len(sheets) == 1
    assert written - sheets <= {
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
    }  # fmt: skip


def test_formulas_that_look_at_it_are_computed_anew() -> None:
    """A sum over the prices would else show what Excel kept; files of Excel do not ask for it."""
    content, asked = parts(GIVEN), b' fullCalcOnLoad="1"'
    assert asked in content["xl/workbook.xml"]
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(asked, b"")

    assert asked in parts(fill(repacked(content)))["xl/workbook.xml"]


def test_who_is_new_stands_right_below() -> None:
    """In the next row, although a column of the panel's own has formulas far below."""
    sheet = opened(fill(changed(GIVEN, widened)))["Peserta"]

    assert [sheet.cell(row, 1).value for row in range(HEAD + 1, HEAD + 6)] == [
        "p1",
        "p2",
        "p3",
        "p4",
        None,
    ]
    assert sheet.cell(HEAD + 39, 3).value == f"=I{HEAD + 39}*2"


def test_a_new_workbook_gets_its_bidders() -> None:
    """Nothing else has to be there yet; without an estimate no PPN rate is assumed."""
    found = people(fill(blank_bytes()))
    assert [row[0] for row in found[4:]] == [f"p{number}" for number in range(5, 21)]
    assert found[:4] == [
        ("p1", "CV p1 Contoh", ONE, 1_000_000_000, None, 999_000_000, "spse"),
        ("p2", "CV p2 Contoh", TWO, 1_100_000_000.5, None, None, None),
        ("p3", NAMES[0], None, 2_000_000, None, 1_999_999.25, "spse"),
        ("p4", "PT Baru", THREE, None, None, None, None),
    ]


def test_rows_beyond_those_that_were_laid_out() -> None:
    """Seventy bidders on a sheet with sixty spare rows: texts are texts, and numbers numbers."""
    rows = [(f"PT Nomor {n}", "", f"Rp {n}.000,00", "") for n in range(1, 71)]
    sheet = opened(fill(GIVEN, read(table(HEADS, rows))))["Peserta"]
    name, price = (column(sheet, title) for title in TITLES[1:4:2])
    last = sheet.cell(HEAD + 72, name), sheet.cell(HEAD + 72, price)

    assert [cell.value for cell in last] == ["PT Nomor 70", 70_000]
    assert [cell.number_format for cell in last] == ["@", "#,##0"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("styled", [False, True])
def test_a_name_is_never_a_formula(name: str, styled: bool) -> None:
    """Nor does it become one when somebody edits a cell whose look the panel had changed."""

    def paint(book: Any) -> None:
        book["Peserta"].cell(HEAD + 3, 2).number_format = "General"
        book["Peserta"].cell(HEAD + 3, 2).fill = PatternFill("solid", "FFFF00")

    data = changed(GIVEN, paint if styled else as_made)
    cell = opened(fill(data, read(table(HEADS, [(name, "", "", "")]))))["Peserta"].cell(HEAD + 3, 2)

    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_the_look_of_an_empty_cell_stays() -> None:
    """But not one in which 11 would read as 1.100 percent."""

    def paint(book: Any) -> None:
        book["Peserta"].cell(HEAD + 2, 3).fill = PatternFill("solid", "FFFF00")

    def percent(book: Any) -> None:
        paint(book)
        sheet = book["Peserta"]
        sheet.cell(HEAD + 2, column(sheet, "Tarif PPN (%)")).number_format = "0%"

    painted = fill(changed(GIVEN, paint))

    assert opened(painted)["Peserta"].cell(HEAD + 2, 3).fill.fgColor.rgb == "00FFFF00"
    assert people(fill(changed(GIVEN, percent))) == BY_HAND


def test_filling_again_finds_nothing_and_the_same_gives_the_same_bytes() -> None:
    """What was filled is there; no clock is in the file."""
    done = fill(GIVEN)
    _, told = fill_from_spse(read_workbook(done).value or {}, PAGE)

    assert fill(GIVEN) == done
    assert not any(one.done for one in told)


def without_columns(book: Any) -> None:
    """Two of the columns were deleted; the sheet reads without a fault."""
    sheet = book["Peserta"]
    for title in ("NPWP", "Dikoreksi oleh"):
        sheet.delete_cols(column(sheet, title))


def without_sheet(book: Any) -> None:
    """Nobody bids yet, and there is no sheet for it."""
    del book["Peserta"]


def with_spaces(book: Any) -> None:
    """Somebody cleared two cells with the space bar; to a person they are empty."""
    sheet = book["Peserta"]
    sheet.cell(HEAD + 1, column(sheet, "Harga terkoreksi (Rp)")).value = " "
    sheet.cell(HEAD + 2, column(sheet, "NPWP")).value = "  "


def placed(book: Any) -> None:
    """The last sheet says of an NPWP that it is nothing."""
    book["Lain-lain"].cell(HEAD + 1, 1).value = "participants[p2].npwp"
    book["Lain-lain"].cell(HEAD + 1, 2).value = "null"


FIRST = {"NPWP", "Dikoreksi oleh"}
REFUSED: dict[str, tuple[bytes, Callable[[Any], None], set[str]]] = {
    "XLS093": (GIVEN, without_columns, {"Peserta!A4"}),
    "XLS094": (GIVEN, with_spaces, {"Peserta!E5", "Peserta!C6"}),
    "XLS095": (GIVEN, placed, {""}),
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_what_cannot_be_filled_is_told_by_name(code: str) -> None:
    """All at once, at its cell, with words in both languages."""
    data, change, spots = REFUSED[code]
    with pytest.raises(PackageRefusedError) as caught:
        fill(changed(data, change))
    faults = caught.value.faults

    assert {fault.code for fault in faults} == {code}
    assert {fault.spot.cell for fault in faults if fault.spot} == spots
    for lang in ("id", "en"):
        for fault in faults:
            assert "{" not in TEXTS[code].message(lang).format(**fault.params)
        assert TEXTS[code].hint(lang)


def test_every_missing_column_is_told() -> None:
    """Those of a sheet that is not there are all its columns that something is for."""
    told = []
    for data, change in ((GIVEN, without_columns), (blank_bytes(), without_sheet)):
        with pytest.raises(PackageRefusedError) as caught:
            fill(changed(data, change))
        told.append({fault.params["title"] for fault in caught.value.faults})

    assert told == [FIRST, set(TITLES) - {"Tarif PPN (%)"}]


def test_the_page_of_these_tests_is_one() -> None:
    """It says what the rows above say: nothing of it is left unread."""
    assert "Harga Terkoreksi" in page(table(HEADS, ROWS))
    assert [row.name for row in PAGE.bidders] == [row[0] for row in ROWS]
    assert PAGE.remarks == ()
