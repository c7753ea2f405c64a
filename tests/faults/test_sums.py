"""A schedule whose own sum leaves out a line: a slip, unless it may be the price."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tender_engine.engine import evaluate
from tender_engine.formats.reader import Reading
from tender_rules import national
from tests.desk.schedules.books import codes, written
from tests.faults.schedules import copied
from tests.reading import read_path

LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "40", "900000", "36000000"),
    ("L3", "250", "65000", "16250000"),
]


def slipped(folder: Path, contract: str, binding: str | None) -> Reading:
    """The sum leaves out the second line: 21,250,000, PPN 2,337,500, total 23,587,500."""
    copied("03", folder)
    book = load_workbook(folder / "harga-p1.xlsx")
    for row, figure in ((7, 21_250_000), (8, 2_337_500), (9, 23_587_500)):
        book.active.cell(row, 6).value = figure
    book.save(folder / "harga-p1.xlsx")
    book = load_workbook(folder / "paket.xlsx")
    said = {"Jenis kontrak": contract, "Yang mengikat bila total berbeda": binding}
    for sheet in (book["Paket"], book["Persyaratan"]):
        for row in sheet.iter_rows():
            if row[0].value in said or str(row[0].value).split(" *")[0] in said:
                row[1].value = said[str(row[0].value).split(" *")[0]]
    book.save(folder / "paket.xlsx")
    return read_path(folder)


def typed(folder: Path, **cells: str | int) -> Reading:
    """The same once something was typed of the bidder."""
    book = load_workbook(folder / "paket.xlsx")
    sheet = book["Peserta"]
    columns = {cell.value: cell.column for cell in sheet[4]}
    for title, value in cells.items():
        sheet.cell(5, columns[title]).value = value
    book.save(folder / "paket.xlsx")
    return read_path(folder)


@pytest.mark.parametrize(
    ("contract", "binding"),
    [("harga satuan", None), ("lumsum", None), ("lumsum", "surat penawaran")],
)
def test_a_sum_that_leaves_out_a_line_leaves_the_lines(
    contract: str, binding: str | None, tmp_path: Path
) -> None:
    """The corrected total is that of all lines, or of the letter: 63,547,500 both."""
    (attached,) = slipped(tmp_path, contract, binding).attached
    assert codes(attached.reading) == []
    package = typed(tmp_path, **{"Kunci pembacaan": attached.reading.key}).package
    assert package is not None
    assert written(attached.reading) == LINES
    evaluation = evaluate(package, national())

    (price,) = [one for one in evaluation.prices if one.participant == "p1"]
    assert price.corrected_total == 63_547_500
    # The two totals are told to those inside.
    (told,) = [n for n in evaluation.notices if n.code == "TOTAL_BERBEDA"]
    assert "23.587.500" in told.message
    assert told.audience == "internal"


def test_the_panel_says_which_total_a_schedule_states_that_is_the_price(tmp_path: Path) -> None:
    """Until then nothing is taken from the file; what it says then is what binds."""
    (attached,) = slipped(tmp_path, "lumsum", "daftar kuantitas").attached
    assert codes(attached.reading) == [("XLS132", "Rincian!F9")]

    (attached,) = typed(tmp_path, **{"Total daftar harga (Rp)": 23_587_500}).attached
    package = typed(tmp_path, **{"Kunci pembacaan": attached.reading.key}).package
    assert package is not None
    prices = evaluate(package, national()).prices
    assert next(one.corrected_total for one in prices if one.participant == "p1") == 23_587_500
