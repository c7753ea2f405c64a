"""What looks different in a workbook and says the same is read as the same package."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.filters import FilterColumn

from tender_engine.formats.canonical import canonical_package, package_dict
from tests.desk.workbook.cases import Change, filled, put, typed
from tests.desk.workbook.data import Desk, parsed, small, told
from tests.reading import read_bytes


def another_order_of_sheets(desk: Desk) -> None:
    desk.book._sheets.reverse()


def another_order_of_columns(desk: Desk) -> None:
    for name in ("Pokja", "HPS", "Peserta", "Harga p1", "Kriteria", "Pengecualian", "Peristiwa"):
        sheet = desk.book[name]
        rows = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
        forms = [[cell.number_format for cell in row] for row in sheet.iter_rows(min_row=4)]
        for number, (row, form) in enumerate(zip(rows, forms, strict=True), 4):
            pairs = zip(reversed(row), reversed(form), strict=True)
            for column, (value, shown) in enumerate(pairs, 1):
                cell = sheet.cell(number, column)
                cell.value, cell.number_format = value, shown


def another_order_of_rows(desk: Desk) -> None:
    for name in ("Pokja", "HPS", "Peserta", "Harga p1", "Kriteria", "Paket", "Lain-lain"):
        sheet = desk.book[name]
        rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if any(row)]
        for number, row in enumerate(reversed(rows), 5):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value


def rows_above_the_head(desk: Desk) -> None:
    for sheet in desk.book:
        sheet.insert_rows(1, 3)
        sheet["A1"] = "PEMERINTAH KABUPATEN CONTOH"


def rows_above_the_head_deleted(desk: Desk) -> None:
    for sheet in desk.book:
        # Above the heads of a matrix stands who judges, and when.
        if not sheet.title.startswith("Matriks"):
            sheet.delete_rows(1, 3 if not sheet.title.startswith("Harga") else 2)


def empty_rows_between(desk: Desk) -> None:
    for name in ("HPS", "Peserta", "Harga p1", "Paket", "Lain-lain"):
        desk.book[name].insert_rows(6, 4)


def heads_written_otherwise(desk: Desk) -> None:
    for sheet in desk.book:
        for cell in sheet[4]:
            if isinstance(cell.value, str):
                cell.value = "  " + cell.value.replace(" ", " \n ").upper()


def names_written_otherwise(desk: Desk) -> None:
    for name in ("Paket", "Persyaratan"):
        for (cell,) in desk.book[name].iter_rows(min_row=5, max_col=1):
            cell.value = cell.value and f" {cell.value.lower().replace('*', '')} "


def hidden(desk: Desk) -> None:
    desk.book["HPS"].row_dimensions[5].hidden = True
    desk.book["HPS"].column_dimensions["D"].hidden = True
    desk.book["Harga p1"].sheet_state = "hidden"
    desk.book["Peserta"].sheet_state = "veryHidden"


def filtered(desk: Desk) -> None:
    sheet = desk.book["HPS"]
    sheet.auto_filter.ref = "A4:J6"
    sheet.auto_filter.filterColumn.append(FilterColumn(colId=0))
    sheet.row_dimensions[6].hidden = True


def merged(desk: Desk) -> None:
    desk.book["HPS"].merge_cells("A1:E1")
    desk.book["HPS"].merge_cells("A8:C9")
    desk.book["Paket"].merge_cells("B6:B6")


def painted(desk: Desk) -> None:
    for row in desk.book["HPS"].iter_rows(min_row=4):
        for cell in row:
            cell.font = Font(bold=True)
            cell.number_format = "@" if isinstance(cell.value, str) else "0.00E+00"


def sheets_and_columns_of_ones_own(desk: Desk) -> None:
    desk.book.create_sheet("Catatan rapat", 0)["A1"] = "=1/0"
    desk.book.create_sheet("Hasil evaluasi")["A1"] = "lulus"
    for name, column in (("HPS", "L"), ("Harga p1", "N"), ("Paket", "E")):
        desk.book[name][f"{column}4"] = "catatan rapat"
        desk.book[name][f"{column}6"] = "=A1"
    desk.book["HPS"]["M4"], desk.book["HPS"]["M5"] = "Mesin: harga", 7
    desk.book["HPS"]["N5"] = "   "


def sheets_that_are_not_needed_deleted(desk: Desk) -> None:
    for name in ("Petunjuk", "Daftar", "Timpang", "Komponen Harga", "Analisa Harga", "Pemilik"):
        del desk.book[name]


def columns_that_are_empty_deleted(desk: Desk) -> None:
    sheet = desk.book["Peserta"]
    for number in range(sheet.max_column, 0, -1):
        cells = [cell for (cell,) in sheet.iter_rows(min_row=5, min_col=number, max_col=number)]
        if not any(cell.value for cell in cells):
            sheet.delete_cols(number)


def numbers_as_texts(desk: Desk) -> None:
    for sheet, title, text in (
        ("HPS", "Volume", "100,00"),
        ("HPS", "Harga Satuan", "Rp 1.500.000,-"),
        ("Peserta", "Harga penawaran (Rp)", "211.455.000"),
        ("Harga p1", "Harga Satuan", " 1.400.000,00"),
    ):
        desk.cell(sheet, title).value = text
    filled("Paket", "Nilai total HPS (Rp)", "Rp222.000.000,00")(desk)
    filled("Persyaratan", "Masa berlaku penawaran (hari)", "30")(desk)


def days_and_times_as_texts(desk: Desk) -> None:
    filled("Paket", "Tanggal pengumuman", "2 Mei 2022")(desk)
    filled("Persyaratan", "Jaminan penawaran: berlaku sampai", "1/7/2022")(desk)
    typed("Peserta", "Memasukkan penawaran", "12 Mei 2022 pukul 09.00 WIB")(desk)
    typed("Peristiwa", "Sampai", "12/05/2022 16:00", 2)(desk)


def percentages(desk: Desk) -> None:
    filled("Paket", "Tarif PPN (%)", 0.11, form="0%")(desk)
    typed("HPS", "Pajak (%)", 0.11, 2, form='0.00"persen"%')(desk)


def formulas(desk: Desk) -> None:
    filled("Paket", "Nilai total HPS (Rp)", "=200000000*(1+B19/100)")(desk)
    filled("Paket", "Tarif PPN (%)", "=10+1")(desk)
    typed("HPS", "Volume", "=E5/15000")(desk)
    typed("HPS", "Harga Satuan", "=ROUND(10/3,0)*500000")(desk)
    typed("Harga p1", "Volume", "=HPS!D5")(desk)
    typed("Harga p1", "Kode", "=HPS!A5")(desk)
    put("Harga p1", "B3", "=Peserta!A5")(desk)


def days_counted_from_1904(desk: Desk) -> None:
    """As Excel on an old Mac kept them."""
    desk.book.epoch = CALENDAR_MAC_1904


def a_sheet_with_a_chart_alone(desk: Desk) -> None:
    """It is no sheet of cells, and does not count among those that formulas name."""
    chart = BarChart()
    chart.add_data(Reference(desk.book["HPS"], min_col=4, min_row=4, max_row=6))
    desk.book.create_chartsheet("Grafik", 0).add_chart(chart)
    formulas(desk)


def an_amount_beside_its_yes(desk: Desk) -> None:
    """Whether the amount stands before the word or behind it."""
    typed("Peserta", "Jaminan penawaran", "ya")(desk)
    filled("Persyaratan", "Jaminan penawaran", "ya")(desk)
    another_order_of_columns(desk)
    another_order_of_rows(desk)


SAME: tuple[Callable[[Desk], None], ...] = (
    another_order_of_sheets,
    another_order_of_columns,
    another_order_of_rows,
    rows_above_the_head,
    rows_above_the_head_deleted,
    empty_rows_between,
    heads_written_otherwise,
    names_written_otherwise,
    hidden,
    filtered,
    merged,
    painted,
    sheets_and_columns_of_ones_own,
    sheets_that_are_not_needed_deleted,
    columns_that_are_empty_deleted,
    numbers_as_texts,
    days_and_times_as_texts,
    percentages,
    formulas,
    days_counted_from_1904,
    a_sheet_with_a_chart_alone,
    an_amount_beside_its_yes,
)


@pytest.mark.parametrize("change", SAME, ids=lambda change: change.__name__)
def test_it_says_the_same(change: Callable[[Desk], None]) -> None:
    """To the last key, and without a fault."""
    desk = Desk(drawn=True)
    change(desk)
    reading = desk.read()

    assert told(reading) == []
    assert reading.package is not None
    assert canonical_package(reading.package) == canonical_package(small())


def test_what_excel_kept_of_a_formula_is_never_looked_at() -> None:
    """A result that was typed into the file by hand is not the result."""
    desk = Desk()
    typed("HPS", "Volume", "=50+50")(desk)
    lying = desk.bytes()
    assert lying.count(b"PK\x03\x04") > 1
    spoilt = with_kept_result(lying, "<f>50+50</f><v></v>", "<f>50+50</f><v>7</v>")

    reading = read_bytes(spoilt, "paket.xlsx")
    assert reading.package is not None
    assert canonical_package(reading.package) == canonical_package(small())


def with_kept_result(data: bytes, old: str, new: str) -> bytes:
    """The file with a text of one sheet replaced, which has to be there once."""
    stream = io.BytesIO()
    replaced = 0
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                replaced += part.count(old.encode())
                part = part.replace(old.encode(), new.encode())
            target.writestr(name, part)
    assert replaced == 1
    return stream.getvalue()


@pytest.mark.parametrize(
    ("changes", "place", "value"),
    [
        ([typed("Harga p1", "Harga Satuan", "-")], "unit_price", None),
        ([typed("Harga p1", "Harga Satuan", "–")], "unit_price", None),
        ([typed("Harga p1", "Harga Satuan", 0)], "unit_price", "0"),
        ([typed("Harga p1", "Satuan", "m2")], "unit", "m2"),
        ([typed("Harga p1", "TKDN (%)", 0.4, form="0%")], "tkdn_percent", "40"),
    ],
)
def test_a_line_of_a_bid(changes: list[Change], place: str, value: Any) -> None:
    """A dash is a price that the bidder left blank; what differs from the document is kept."""
    desk = Desk()
    for change in changes:
        change(desk)
    package = desk.read().package

    assert package is not None
    line = package_dict(package)["participants"][0]["price"]["lines"][0]
    assert line[place] == value


@pytest.mark.parametrize(
    ("said", "overlays"),
    [("-", []), (None, None), ("a; b", ["a", "b"]), ("b;a;", ["b", "a"])],
)
def test_an_empty_list_is_a_dash(said: Any, overlays: list[str] | None) -> None:
    """An empty cell says nothing at all."""
    desk = Desk()
    filled("Paket", "Standar setempat", said)(desk)
    package = desk.read().package

    assert package is not None
    found = package_dict(package)["tender"]["regulation"].get("overlays")
    assert found == overlays or (not overlays and not found)


def test_ids_that_excel_took_for_numbers() -> None:
    """A code of digits names its entry, as a number or as a text."""
    plain = package_dict(small())
    text = canonical_package(small()).replace('"p1"', '"7"').replace('"m2"', '"12"')
    renamed = parsed(json.loads(text))
    desk = Desk(renamed)
    for sheet, title in (("Peserta", "Kode"), ("Pengurus", "Peserta"), ("Pokja", "Kode")):
        for entry in (1, 2, 3):
            cell = desk.cell(sheet, title, entry)
            if str(cell.value) in ("7", "12"):
                cell.value, cell.number_format = int(cell.value), "General"
    desk.book["Harga 7"]["B3"].value = 7
    reading = desk.read()

    assert plain["participants"][0]["id"] == "p1"
    assert told(reading) == []
    assert reading.package is not None
    assert canonical_package(reading.package) == canonical_package(renamed)


def test_laid_out_price_sheets_say_nothing_yet() -> None:
    """Lines that only repeat the document's are no bid; one price makes all of them one."""
    desk = Desk()
    for row in desk.book["Harga p1"].iter_rows(min_row=5, max_row=7, min_col=4):
        for cell in row:
            cell.value = None
    desk.book["Harga p1"].delete_rows(7)
    reading = desk.read()
    assert reading.package is not None
    assert "lines" not in package_dict(reading.package)["participants"][0]["price"]

    typed("Harga p1", "Harga Satuan", 1400000)(desk)
    assert told(desk.read()) == [("Harga p1!E6", "XLS100")]


def test_two_sheets_of_prices_of_one_bidder() -> None:
    """It is told once, on the later sheet, and not of each line."""
    desk = Desk()
    desk.book.copy_worksheet(desk.book["Harga p1"]).title = "Harga lagi"

    codes = {(cell.partition("!")[0], code) for cell, code in told(desk.read())}
    assert codes == {("Harga lagi", "XLS225")}


def test_a_sheet_of_prices_may_have_any_name_that_begins_so() -> None:
    """Whose it is stands in its third row."""
    desk = Desk()
    desk.book["Harga p1"].title = "Harga CV Satu"
    package = desk.read().package

    assert package is not None
    assert canonical_package(package) == canonical_package(small())


@pytest.mark.parametrize(
    "title", ["Dibatalkan oleh", "Ditetapkan oleh", "Ditolak oleh", "Sebab gagal menurut jawaban"]
)
def test_what_its_kind_does_not_use_is_told_in_the_column_in_which_it_stands(title: str) -> None:
    """Though another column of the sheet says the same thing of other kinds."""
    desk = Desk()
    cell = desk.cell("Peristiwa", title)
    cell.value = "zzz"

    assert told(desk.read()) == [(f"Peristiwa!{cell.coordinate}", "XLS101")]
