"""Nothing that a person put into a workbook is lost or changed by the worksheet."""

import datetime as dt
import itertools
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from tender_desk.workbook.growing.container import MAIN
from tender_desk.workbook.layouts.tables import PRICES
from tender_desk.worksheet_book.corrected import COLUMNS
from tender_engine.faults import PackageRefusedError
from tests.desk.documents.worksheet.books import (
    HEAD,
    Looks,
    changed,
    column,
    drawn,
    found_of,
    opened,
    parts,
    registered,
    repacked,
    same_package,
    sample,
    under,
    worked,
)
from tests.fault_texts import GROWING as TEXTS
from tests.tries import tries

GIVEN = drawn("jalan-kabupaten")
ENGINES = {head.title for head in COLUMNS}
FEW = settings(tries(3), suppress_health_check=list(HealthCheck))
# The parts that any worksheet writes anew; and the sheets beside whose prices something stands.
WRITTEN = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}


def seen(book: Any) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Every cell of every sheet that is not the engine's: what it says and how it looks."""
    told, looks = {}, Looks()
    for sheet in book:
        if sheet.title.startswith("Hasil"):
            continue
        engines = {cell.column for cell in sheet[HEAD] if cell.value in ENGINES}
        for row in sheet.iter_rows():
            for cell in row:
                comment = cell.comment.text if cell.comment else None
                if cell.column not in engines and (cell.value is not None or cell.has_style):
                    told[sheet.title, cell.coordinate] = (
                        cell.value,
                        cell.data_type,
                        cell.number_format,
                        *looks.of(cell),
                        comment,
                    )
    return told


def desk(book: Any) -> None:
    """What a panel does with a workbook over the weeks."""
    own = book.create_sheet("Catatan rapat", 3)
    own["A1"], own["B1"] = "Jumlah", "=SUM(HPS!E5:E16)"
    own["A2"] = CellRichText("tiga ", TextBlock(InlineFont(b=True), "tebal"))
    own["A2"].comment = Comment("tanyakan lagi", "Ketua")
    own.merge_cells("C3:D5")
    own.row_dimensions[7].hidden = True
    own.column_dimensions["F"].hidden = True
    own.sheet_state = "hidden"
    prices = book["Harga p2"]
    prices["L4"], prices["L5"], prices["L6"] = "Catatan Ani", "wajar?", "=G6*2"
    prices["L5"].font, prices["L5"].fill = Font(color="FF0000"), PatternFill("solid", "FFFF00")
    prices["L5"].protection = Protection(locked=False)
    prices["A3"].comment = Comment("berkas asli dilihat", "Budi")
    prices.conditional_formatting.add("G5:G16", CellIsRule("greaterThan", ["5"], font=Font(b=True)))
    prices.row_dimensions[6].height = 40
    prices.auto_filter.ref = "A4:L16"
    book["Peserta"].freeze_panes = "C5"
    book["Paket"]["D5"] = dt.datetime.fromisoformat("2022-05-02T10:00")
    book["Paket"]["D4"] = "Catatan"
    book.defined_names["pagu_kami"] = DefinedName("pagu_kami", attr_text="Paket!$B$17")


def marked(sheet: Any) -> list[tuple[str, list[str]]]:
    """Where the cells of a sheet are marked under which condition."""
    return [
        (str(ranges.sqref), rule.formula)
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
    ]


def test_what_a_panel_did_to_its_workbook_stays() -> None:
    """Own sheets and columns, formulas, comments, colours, filters, hidden things, and names."""
    given_book = changed(GIVEN, desk)
    done = worked(given_book)
    before, after = opened(given_book), opened(done)

    assert seen(after) == seen(before)
    assert seen(before)["Catatan rapat", "B1"][0] == "=SUM(HPS!E5:E16)"
    assert seen(before)["Harga p2", "L6"][0] == "=G6*2"
    assert after["Catatan rapat"].sheet_state == "hidden"
    assert after["Catatan rapat"].row_dimensions[7].hidden
    assert after["Harga p2"].row_dimensions[6].height == 40
    assert after["Harga p2"].auto_filter.ref == "A4:L16"
    assert marked(after["Harga p2"]) == marked(before["Harga p2"])
    assert ("G5:G16", ["5"]) in marked(after["Harga p2"])
    assert after.defined_names["pagu_kami"].attr_text == "Paket!$B$17"
    assert column(after["Harga p2"], "Mesin: Volume") == 13
    for title in before.sheetnames:
        assert after[title].print_title_rows == before[title].print_title_rows, title


def test_only_what_is_added_to_is_written() -> None:
    """All other parts keep their very bytes, the sheets without a correction among them."""
    before, after = parts(GIVEN), parts(found_of("jalan-kabupaten"))
    written = {name for name in before if after[name] != before[name]}

    # p2, p3 and p4 have corrected lines; p5 and p1 have none.
    sheets = written - WRITTEN
    assert written >= WRITTEN
    assert len(sheets) == 3
    assert all(b"Mesin: Volume" in after[name] for name in sheets)


EXOTIC = {
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
    "customXml/item1.xml": b"<kami/>",
    "xl/pivotCache/pivotCacheDefinition1.xml": b"<pivotCacheDefinition/>",
    "xl/media/image1.png": b"\x89PNG\r\n",
}


def test_parts_that_the_program_does_not_know_stay() -> None:
    """Threaded comments, pivot tables, pictures, and whatever else Excel thinks of."""
    given_book = repacked({**parts(GIVEN), **EXOTIC})
    after = parts(worked(given_book))

    assert {name: after[name] for name in EXOTIC} == EXOTIC


def test_a_chart_stays() -> None:
    """To save it with openpyxl would drop it."""

    def draw(book: Any) -> None:
        chart = BarChart()
        chart.add_data(Reference(book["Harga p2"], min_col=7, min_row=5, max_row=16))
        book["Harga p2"].add_chart(chart, "A40")

    given_book = changed(GIVEN, draw)
    before, after = parts(given_book), parts(worked(given_book))
    drawn = [name for name in before if "/charts/" in name or "/drawings/" in name]

    assert len(drawn) > 1
    assert {name: after[name] for name in drawn} == {name: before[name] for name in drawn}
    sheet = next(n for n in before if n.startswith("xl/worksheets/s") and b"<drawing" in before[n])
    assert b"<drawing" in after[sheet]
    assert b"Mesin: Volume" in after[sheet]


def test_drop_downs_in_the_newer_form_stay() -> None:
    """Excel writes a drop-down from another sheet so; openpyxl would drop every one of them."""
    extension = (
        b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
        b' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"/></ext>'
        b"</extLst>"
    )
    content = parts(GIVEN)
    name = next(n for n in content if n.startswith("xl/worksheets/s") and b">p2<" in content[n]
                and b"Rincian harga" in content[n])  # fmt: skip
    content[name] = content[name].replace(b"</worksheet>", extension + b"</worksheet>")
    after = parts(worked(repacked(content)))

    assert b"Mesin: Volume" in after[name]
    assert b'<x14:dataValidations count="1"/>' in after[name]


VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
)
CELLS = st.dictionaries(st.tuples(st.integers(5, 40), st.integers(12, 60)), VALUES, max_size=12)


@FEW
@given(st.lists(CELLS, min_size=1, max_size=3), st.booleans())
def test_random_cells_of_the_panel_stay(sheets: list[Any], twice: bool) -> None:
    """In own columns beside prices and on a sheet of their own; also when it is done again."""

    def fill(book: Any) -> None:
        own = book.create_sheet("Catatan acak")
        for number, cells in enumerate(sheets):
            sheet = book[f"Harga p{number + 1}"]
            for (row, at), value in cells.items():
                sheet.cell(HEAD, at, f"Catatan {at}")
                for cell in (sheet.cell(row, at), own.cell(row, at)):
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"

    given_book = changed(GIVEN, fill)
    done = worked(given_book)
    if twice:
        assert worked(done) == done

    assert seen(opened(done)) == seen(opened(given_book))
    assert same_package(done, sample("jalan-kabupaten"))


def test_a_column_of_the_engine_that_was_moved_apart_overruns_nothing() -> None:
    """Its four columns stood together; one is gone, and a column of the panel's in its place."""
    first = found_of("jalan-kabupaten")

    def move(book: Any) -> None:
        sheet = book["Harga p2"]
        at = column(sheet, "Mesin: Harga Satuan")
        for row in range(HEAD, HEAD + 14):
            sheet.cell(row, at).value = "Catatan kami" if row == HEAD else f"isi {row}"

    given_book = changed(first, move)
    sheet = opened(worked(given_book))["Harga p2"]

    assert under(sheet, "Catatan kami")[:3] == ["isi 5", "isi 6", "isi 7"]
    assert [cell.value for cell in sheet[HEAD]].count("Mesin: Volume") == 1
    assert column(sheet, "Mesin: Volume") > column(sheet, "Catatan kami")
    assert 640 in under(sheet, "Mesin: Volume")


def test_the_order_of_computing_is_dropped_with_a_formula_of_it() -> None:
    """Somebody typed a formula under a head of the engine's: Excel would call the file damaged."""
    first = found_of("jalan-kabupaten")

    def compute(book: Any) -> None:
        sheet = book["Harga p2"]
        sheet.cell(HEAD + 1, column(sheet, "Mesin: Total")).value = "=1+1"

    content = parts(changed(first, compute))
    content["xl/calcChain.xml"] = b'<calcChain><c r="N5" i="1"/></calcChain>'
    given_book = repacked(registered(content, "calcChain", "calcChain+xml"))
    after = parts(worked(given_book))

    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["xl/_rels/workbook.xml.rels"] + after["[Content_Types].xml"]


def without(person: str) -> Any:
    """A change that takes the prices of a bidder away: its sheet, or with it what it says."""

    def change(book: Any) -> None:
        del book[f"Harga {person}"]

    return change


def blank(book: Any) -> None:
    """p5 has a sheet without a row, and columns in another order."""
    sheet = book["Harga p5"]
    for row in sheet.iter_rows(min_row=HEAD + 1):
        for cell in row:
            cell.value = None
    sheet["A4"], sheet["C4"] = sheet["C4"].value, sheet["A4"].value


@pytest.mark.parametrize("take", [without("p5"), blank])
def test_a_bidder_without_prices_gets_a_sheet_to_fill(take: Any) -> None:
    """The lines of the document without a price; it says nothing until one is written."""

    def unpriced(book: Any) -> None:
        take(book)
        sheet = book["Peserta"]
        for title in ("Harga penawaran (Rp)", "Tarif PPN (%)", "Total daftar harga (Rp)"):
            sheet.cell(HEAD + 5, column(sheet, title)).value = None

    given_book = changed(GIVEN, unpriced)
    done = worked(given_book)
    book = opened(done)
    sheet, titles = book["Harga p5"], book.sheetnames
    lines = {"L05": "Lapis fondasi agregat kelas A", "L12": "Penerapan SMKK"}

    told = dict(zip(under(sheet, "Kode"), under(sheet, "Jenis Barang/Jasa"), strict=True))
    assert {line: told[line] for line in lines} == lines
    assert set(under(sheet, "Harga Satuan")) == {None}
    assert titles.index("Harga p5") == titles.index("Harga p4") + 1
    assert sheet["B3"].value == "p5"
    assert seen(opened(worked(done))) == seen(book)

    def price(book: Any) -> None:
        prices, people = book["Harga p5"], book["Peserta"]
        for row in range(HEAD + 1, HEAD + 13):
            prices.cell(row, column(prices, "Volume")).value = 1
            prices.cell(row, column(prices, "Harga Satuan")).value = 1000
            prices.cell(row, column(prices, "Total")).value = 1000
        # All volumes are other than the document's: it has to be said that this is so.
        prices["J3"] = "ya"
        people.cell(HEAD + 5, column(people, "Harga penawaran (Rp)")).value = 13_320
        people.cell(HEAD + 5, column(people, "Tarif PPN (%)")).value = 11

    ranks = opened(worked(changed(done, price)))["Hasil Peringkat"]
    # Twelve lines of 1,000 with 11 % PPN.
    assert 13_320 in under(ranks, "Harga penawaran (Rp)")


def test_who_fell_and_who_did_not_bid_get_no_sheet() -> None:
    """Of a price that nobody may open no sheet asks; p6 and p7 only registered."""
    road = opened(found_of("jalan-kabupaten"))
    # p4 fell before the costs were opened; its own are taken away, as if they were still sealed.
    supervised = changed(drawn("pengawasan-rumah-sakit"), lambda book: unpriced_of(book, "p4"))

    assert prices_in(road) == [f"Harga p{number}" for number in range(1, 6)]
    assert "Harga p4" not in prices_in(opened(worked(supervised)))


def prices_in(book: Any) -> list[str]:
    """The price sheets."""
    return [title for title in book.sheetnames if title.startswith("Harga ")]


def unpriced_of(book: Any, name: str) -> None:
    """Take the price of a bidder away."""
    del book[f"Harga {name}"]
    sheet = book["Peserta"]
    row = next(cell.row for cell in sheet["A"] if cell.value == name)
    for title in ("Harga penawaran (Rp)", "Tarif PPN (%)", "Total daftar harga (Rp)"):
        sheet.cell(row, column(sheet, title)).value = None


def signed(book: bytes) -> bytes:
    """With an electronic signature."""
    return repacked({**parts(book), "_xmlsignatures/sig1.xml": b"<Signature/>"})


def charted(book: bytes) -> bytes:
    """With a sheet that is a chart and has the name of one of the engine's."""
    return changed(
        book, lambda known: known.create_chartsheet("Hasil Evaluasi").add_chart(BarChart())
    )


def wide(book: bytes) -> bytes:
    """With cells up to the last column that is read."""

    def widen(opened_book: Any) -> None:
        opened_book["Harga p2"][f"{get_column_letter(98)}4"] = "Catatan jauh"

    return changed(book, widen)


REFUSED = {"XLS090": signed, "XLS091": charted, "XLS092": wide}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_workbook_that_cannot_grow_is_refused_by_name(code: str) -> None:
    """Each code has a case, words in both languages, and something to do."""
    with pytest.raises(PackageRefusedError) as caught:
        worked(REFUSED[code](GIVEN))

    assert [fault.code for fault in caught.value.faults] == [code]
    for lang in ("id", "en"):
        assert TEXTS[code].message(lang).format(**caught.value.faults[0].params)
        assert TEXTS[code].hint(lang)


def test_every_sheet_is_printed_lying_with_names_on_each_page() -> None:
    """A4; what is wider than a page has who it is about on all of them, also where it grew.

    As long as it is, but for the guide, which is one page.
    """
    book = opened(worked(changed(found_of("jalan-kabupaten"), _without_names)))
    wide = set()

    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == (sheet.title == "Petunjuk")
        if sheet.page_setup.fitToWidth > 1:
            wide.add(sheet.title)
            assert sheet.print_title_cols == "$A:$B", sheet.title
    assert {"Peserta", "Hasil Evaluasi", "Hasil Koreksi", "Hasil Peringkat"} <= wide


def _without_names(book: Any) -> None:
    """As a version before this one left the engine's sheets."""
    for sheet in book:
        if sheet.title.startswith("Hasil "):
            sheet.print_title_cols = None


def test_it_opens_again_with_its_sheets_in_their_places() -> None:
    """The engine's behind the guide; each sheet keeps its own row of heads on printed pages."""
    book = opened(found_of("jalan-kabupaten"))

    assert book.sheetnames[0] == "Petunjuk"
    engines = [t for t in book.sheetnames if t.startswith("Hasil")]
    assert engines == [*book.sheetnames[1:9], book.sheetnames[-1]]
    assert book.sheetnames[-1] == "Hasil Keadaan"
    assert {book[title].print_title_rows for title in book.sheetnames[1:9]} == {"$5:$5"}
    assert book[book.sheetnames[9]].print_title_rows == "$4:$4"
    assert book["Harga p1"].max_column == len(PRICES.columns)
    assert len(book.sheetnames) == len({title.casefold() for title in book.sheetnames})
    assert max(map(len, book.sheetnames)) <= 31


# The order that the schema of spreadsheets demands, as far as the program writes or meets them.
SHEET = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "drawing",
    "legacyDrawing",
    "tableParts",
    "extLst",
]
BOOK = ["workbookPr", "workbookProtection", "bookViews", "sheets", "definedNames", "calcPr"]


def test_the_parts_are_in_the_order_that_excel_demands() -> None:
    """Excel calls a file damaged whose elements, rows or cells stand in another order."""
    given_book = changed(GIVEN, desk)
    for data in (worked(given_book), found_of("drainase-setengah-dinilai")):
        content = parts(data)
        for name in (n for n in content if n.startswith("xl/worksheets/sheet")):
            root = etree.fromstring(content[name])
            order = [SHEET.index(etree.QName(child).localname) for child in root]
            assert order == sorted(order), name
            rows = [int(row.get("r", "0")) for row in root.iter(f"{{{MAIN}}}row")]
            assert rows == sorted(set(rows)), name
            for row in root.iter(f"{{{MAIN}}}row"):
                columns = [coordinate_to_tuple(c.get("r", ""))[1] for c in row]
                assert columns == sorted(set(columns)), name
            widths = [
                (int(c.get("min", 0)), int(c.get("max", 0))) for c in root.iter(f"{{{MAIN}}}col")
            ]
            assert all(before[1] < after[0] for before, after in itertools.pairwise(widths)), name
        book = etree.fromstring(content["xl/workbook.xml"])
        order = [BOOK.index(etree.QName(child).localname) for child in book]
        assert order == sorted(order)
        known = [
            (n.get("name"), n.get("localSheetId")) for n in book.iter(f"{{{MAIN}}}definedName")
        ]
        assert len(known) == len(set(known))
        numbers = [sheet.get("sheetId") for sheet in book.iter(f"{{{MAIN}}}sheet")]
        assert len(numbers) == len(set(numbers))
        styles = etree.fromstring(content["xl/styles.xml"])
        for listed in ("numFmts", "fonts", "fills", "borders", "cellXfs"):
            there = styles.find(f"{{{MAIN}}}{listed}")
            assert there is not None
            assert there.get("count") == str(len(there)), listed


def test_formulas_that_look_at_findings_are_computed_anew() -> None:
    """Excel kept what they came to before; also in a file that says nothing of computing."""
    content = parts(GIVEN)
    content["xl/workbook.xml"] = re.sub(rb"<calcPr[^>]*/>", b"", content["xl/workbook.xml"])
    after = parts(worked(repacked(content)))

    assert b"fullCalcOnLoad" not in content["xl/workbook.xml"]
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]


def test_the_sheet_that_was_looked_at_is_still() -> None:
    """Its number among the sheets is another one now."""
    given_book = changed(GIVEN, lambda book: setattr(book, "active", book["HPS"]))
    done = opened(worked(given_book))

    assert done.active.title == "HPS"
    assert len([s for s in done if s.sheet_view.tabSelected]) <= 1


def test_a_blank_sheet_keeps_the_look_of_its_cells() -> None:
    """A line of the document is written into a cell as somebody coloured it."""

    def coloured(book: Any) -> None:
        blank(book)
        book["Harga p5"].cell(HEAD + 1, 3).fill = PatternFill("solid", "FFFF00")
        sheet = book["Peserta"]
        for title in ("Harga penawaran (Rp)", "Tarif PPN (%)", "Total daftar harga (Rp)"):
            sheet.cell(HEAD + 5, column(sheet, title)).value = None

    cell = opened(worked(changed(GIVEN, coloured)))["Harga p5"].cell(HEAD + 1, 3)

    assert cell.value == "L01"
    assert cell.fill.fgColor.rgb == "00FFFF00"
