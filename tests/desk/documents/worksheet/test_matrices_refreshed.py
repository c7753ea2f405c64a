"""A refresh lays out matrices, adds bidders and criteria to them, and keeps what they said."""

import datetime as dt
import io
import json
import re
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_desk.any_file import read_bytes as read
from tender_desk.file_reading import FileReading
from tender_desk.worksheet_book import refreshed
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_rules import national
from tests.desk.documents.worksheet.books import parts, repacked, sample
from tests.desk.workbook.data import Desk, parsed
from tests.reading import workbook_bytes

AT = dt.datetime.fromisoformat("2024-01-18T10:00:00")
NOW = dt.datetime.fromisoformat("2024-01-19T08:00:00+07:00")
LETTER = ("evaluasi administrasi", "adm.penawaran")


@cache
def sealed() -> Package:
    """A tender of two files and scores, while its prices are sealed and nobody has judged."""
    value = json.loads(canonical_package(sample("keamanan-jaringan")))
    value["assessments"] = []
    value["events"] = value["events"][:2]
    for who in value["participants"]:
        who["price"] = None
    return parsed(value)


class Matrix(Desk):
    """The workbook of that tender, once refreshed, in whose matrix of all somebody types."""

    def __init__(self) -> None:
        self.book = load_workbook(io.BytesIO(laid_out()))

    def put(self, row: tuple[str, str], head: str, value: Any) -> None:
        """Type under a head, in the row of a stage and a criterion."""
        sheet = self.book["Matriks"]
        rows = sheet.iter_rows(min_row=5, max_col=2)
        number = next(cells[0].row for cells in rows if tuple(c.value for c in cells) == row)
        sheet.cell(number, self.column("Matriks", head)).value = value

    def decided(self) -> None:
        """Type who decides, and when."""
        self.book["Matriks"]["B3"], self.book["Matriks"]["D3"] = "m1; m2; m3", AT


@cache
def laid_out() -> bytes:
    """The workbook of that tender, once refreshed."""
    return refreshed_twice(Desk(sealed()))


def reading_of(desk: Desk) -> FileReading:
    reading = read(desk.bytes(), "paket.xlsx", national())
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return reading


def refresh(desk: Desk) -> None:
    """Leave in the workbook what its refresh leaves."""
    desk.book = load_workbook(io.BytesIO(refreshed_twice(desk)))


def refreshed_twice(desk: Desk) -> bytes:
    """The workbook as its refresh leaves it; a second one changes nothing."""
    reading = reading_of(desk)
    made = again(reading)
    anew = read(made, "paket.xlsx", national())
    assert anew.package is not None
    assert reading.package is not None
    assert package_digest(anew.package) == package_digest(reading.package)
    assert again(anew) == made
    return made


def again(reading: FileReading) -> bytes:
    assert reading.package is not None
    return refreshed(evaluate(reading.package, national()), reading, national(), NOW).data


def rows(desk: Desk, sheet: str, *titles: str) -> list[tuple[Any, ...]]:
    """What stands under these heads of a table, of each row with anything."""
    book = desk.book[sheet]
    columns = [desk.column(sheet, title) for title in titles]
    told = (tuple(row[at - 1].value for at in columns) for row in book.iter_rows(min_row=5))
    return [row for row in told if any(row)]


def filled(desk: Desk) -> dict[str, Any]:
    """What stands in the matrix of all, by cell."""
    cells = (cell for row in desk.book["Matriks"].iter_rows() for cell in row)
    return {cell.coordinate: cell.value for cell in cells if cell.value is not None}


def test_matrices_are_laid_out_once_criteria_and_bidders_are_known() -> None:
    """One of all, and one of each who scores; each cell of a score has its bounds."""
    book = Matrix().book

    assert [title for title in book.sheetnames if title.startswith("Matriks")] == [
        *("Matriks", "Matriks m1", "Matriks m2", "Matriks m3")
    ]
    assert "tek.metode" not in {cell.value for cell in book["Matriks"]["B"]}
    one = book["Matriks m2"]
    assert [one["A3"].value, one["B3"].value, one["D3"].value] == ["Oleh", "m2", None]
    scored = [(row[0].value, row[1].value, row[5].value) for row in one.iter_rows(min_row=5)]
    assert scored == [
        ("evaluasi teknis", "tek.layanan", 10),
        ("evaluasi teknis", "tek.metode", 100),
        ("evaluasi teknis", "tek.tenaga", 100),
    ]
    bounds = {
        (f"{area}", offered.formula2)
        for offered in one.data_validations.dataValidation
        for area in offered.sqref.ranges
    }
    assert {("H5", "10"), ("H6:H7", "100")} <= bounds


def test_a_changed_cell_leaves_its_old_word_in_the_long_form() -> None:
    """With its own time; a general one on the sheet of these."""
    desk = Matrix()
    desk.decided()
    desk.put(LETTER, "p1", "memenuhi")
    desk.put(LETTER, "Semua", "memenuhi")
    refresh(desk)
    for whose in ("p1", "Semua"):
        desk.put(LETTER, whose, "tidak")
        desk.put(LETTER, f"Alasan {whose}", "Tidak bermeterai")
        desk.put(LETTER, f"Waktu {whose}", AT + dt.timedelta(hours=1))
    refresh(desk)

    heads = ("Tahap", "Kriteria", "Putusan", "Oleh", "Waktu")
    old = (*LETTER, "memenuhi", "m1; m2; m3", AT)
    assert rows(desk, "Pengecualian", "Peserta", *heads) == [("p1", *old)]
    assert rows(desk, "Penilaian", *heads) == [old]


def test_later_bidders_and_criteria_come_to_the_right_and_below() -> None:
    """What was there stays where it was, beside a column of somebody's own."""
    desk = Matrix()
    desk.decided()
    desk.put(LETTER, "p2", "memenuhi")
    desk.book["Matriks"].insert_cols(7)
    desk.book["Matriks"]["G4"], desk.book["Matriks"]["G5"] = "Catatan", "rapat kedua"
    refresh(desk)
    before = filled(desk)
    third = {"Kode": "p9", "Nama peserta": "CV Ketiga"}
    third["Memasukkan penawaran"] = desk.cell("Peserta", "Memasukkan penawaran", 1).value
    count = len(rows(desk, "Peserta", "Kode"))
    desk.row("Peserta", third, count + 1)
    another = {"Tahap": "evaluasi administrasi", "Kode": "adm.surat", "Uraian": "Surat kuasa"}
    desk.row("Kriteria", another, len(rows(desk, "Kriteria", "Kode")) + 1)
    refresh(desk)
    after = filled(desk)

    assert before.items() <= after.items()
    new = {value for name, value in after.items() if name not in before}
    assert new >= {"p9", "Alasan p9", "Waktu p9", "CV Ketiga", "adm.surat", "Surat kuasa"}
    desk.put(("evaluasi administrasi", "adm.surat"), "p9", "memenuhi")
    package = reading_of(desk).package
    assert package is not None
    judged = {(one.participant, one.criterion) for one in package.assessments}
    assert judged == {("p2", "adm.penawaran"), ("p9", "adm.surat")}


def test_totals_thresholds_and_spread_stand_beside() -> None:
    """Of three scores 85, 88 and 90: 263/3 on the average, 5 apart, 35 in 100 parts of it."""
    reading = read(workbook_bytes(sample("keamanan-jaringan")), "paket.xlsx", national())
    sheet = load_workbook(io.BytesIO(again(reading)))["Hasil Nilai"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    of_first = {row[3]: row[4:] for row in told if row[1] == "p1"}

    method = of_first["Metode pemantauan dan penanganan insiden"]
    assert method == [85, 88, 90, 87.6666666667, 5, 100, 60, 35, 30.6833333333]
    assert of_first["Jumlah"][-3:] == [75, None, 87.95]


def test_what_is_awaited_names_its_cell() -> None:
    """The row of the question, and the column of the bidder."""
    sheet = Matrix().book["Hasil Ditunggu"]
    told = {str(row[4].value).splitlines()[0] for row in sheet.iter_rows(min_row=6)}

    assert "Matriks: baris evaluasi administrasi 'adm.penawaran', kolom 'p1'" in told


def test_names_and_words_are_shown_as_they_are_now() -> None:
    """Those of bidders and criteria that changed, and those that were never shown.

    What somebody typed instead of them stays, and so does what is typed beside them.
    """
    desk = Matrix()
    matrix = desk.book["Matriks"]
    first, second = (desk.cell("Peserta", "Nama peserta", n) for n in (1, 2))
    codes = [desk.cell("Peserta", "Kode", n).value for n in (1, 2)]
    names = {code: matrix.cell(3, desk.column("Matriks", code)) for code in codes}
    words = {row[1].value: row[2] for row in matrix.iter_rows(min_row=5) if row[1].value}
    own, shown = (words[code] for code in ("adm.penawaran", "kual.izin"))
    asked = {cell.value: cell for cell in desk.book["Kriteria"]["B"]}
    prices = desk.book[f"Harga {codes[0]}"]
    assert [names[codes[0]].value, prices["C3"].value] == [first.value, first.value]

    first.value, second.value = second.value, first.value
    names[codes[1]].value, own.value = None, "Dibaca bersama"
    for code in ("adm.penawaran", "kual.izin"):
        row = asked[code].row
        desk.book["Kriteria"].cell(row, desk.column("Kriteria", "Uraian")).value = f"Kini {code}"
    matrix["AZ3"], prices["L2"] = "catatan", "catatan"
    refresh(desk)

    matrix = desk.book["Matriks"]
    assert [matrix[names[code].coordinate].value for code in codes] == [first.value, second.value]
    assert desk.book[f"Harga {codes[0]}"]["C3"].value == first.value
    assert matrix[own.coordinate].value == "Dibaca bersama"
    assert matrix[shown.coordinate].value == "Kini kual.izin"
    assert matrix["AZ3"].value == desk.book[f"Harga {codes[0]}"]["L2"].value == "catatan"


def test_the_bounds_beside_scores_follow_the_document() -> None:
    """They are what it says of each criterion, and are never typed."""
    desk = Matrix()
    asked = desk.book["Kriteria"]
    row = next(cell.row for cell in asked["B"] if cell.value == "tek.layanan")
    asked.cell(row, desk.column("Kriteria", "Nilai tertinggi")).value = 20
    refresh(desk)
    assert desk.book["Matriks m2"]["F5"].value == 20


OWN_LOOK = b'<dxfs count="1"><dxf><font><b val="1"/></font></dxf></dxfs>'


@pytest.mark.parametrize("looks", [b"", OWN_LOOK])
def test_what_is_wanted_looks_so_whatever_looks_the_workbook_had(looks: bytes) -> None:
    """Excel keeps only the looks that rules use, so that those of a new sheet come with it."""
    content = parts(Desk(sealed()).bytes())
    styles = content["xl/styles.xml"]
    content["xl/styles.xml"], found = re.subn(rb"(?s)<dxfs.*?</dxfs>|<dxfs[^>]*/>", looks, styles)
    assert found == 1
    ruled = rb"(?s)<conditionalFormatting.*?</conditionalFormatting>"
    content = {name: re.sub(ruled, b"", part) for name, part in content.items()}

    book = load_workbook(io.BytesIO(again(read(repacked(content), "paket.xlsx", national()))))
    rules = (rule for area in book["Matriks"].conditional_formatting for rule in area.rules)
    assert {rule.dxf.fill.bgColor.rgb for rule in rules if rule.dxf.fill} == {"00F8CBAD"}
