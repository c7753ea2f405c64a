"""What a sheet of the engine's was made from, and what tells that something was typed since."""

import datetime as dt
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import to_excel

from tender_desk.workbook.since_refresh.staleness import stale_sheets
from tender_desk.worksheet_book import refreshed
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import package_digest
from tender_rules import national
from tests.desk.documents.worksheet.books import (
    FOUND,
    HEAD,
    changed,
    opened,
    package_of,
    parts,
    repacked,
    sample,
)
from tests.reading import read_bytes, workbook_bytes

ROAD = sample("jalan-kabupaten")
AT = dt.datetime(2026, 11, 30, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=8)))
USANG = "USANG: isian berubah sejak lembar ini dibuat. Jalankan tender worksheet lagi."
TERM = re.compile(r"(COUNTA|ABS\(SUM)\(([^()]*)\)(?:=(\d+)|-(-?[\d.]+)\)<([\d.]+))")


def refresh(data: bytes, at: dt.datetime = AT) -> bytes:
    """The workbook as `tender worksheet` leaves it."""
    reading = read_bytes(data, "paket.xlsx")
    return refreshed(evaluate(package_of(reading), national()), reading, national(), at).data


@pytest.fixture(scope="module")
def road() -> bytes:
    """The workbook of a road, refreshed."""
    return refresh(workbook_bytes(ROAD))


def title(data: bytes, values: bool = False) -> str:
    """The title of the verdicts: its formula, or what is shown until it is computed."""
    book = load_workbook(_file(data), read_only=True, data_only=values)
    return str(book["Hasil Evaluasi"]["A1"].value)


def _file(data: bytes) -> Any:
    return io.BytesIO(data)


def shown(data: bytes) -> bool:
    """Whether the title calls the sheet stale: its formula computed over openpyxl's cells."""
    book = opened(data)
    for kind, ranges, count, total, near in TERM.findall(title(data)):
        cells: list[Any] = []
        for sheet, area in re.findall(r"'([^']+)'!([$A-Z0-9:]+)", ranges):
            first, top, last, _ = range_boundaries(area)
            rows = book[sheet].iter_rows(top, book[sheet].max_row, first, last, values_only=True)
            cells += [value for row in rows for value in row if value is not None]
        if kind == "COUNTA":
            if len(cells) != int(count):
                return True
        else:
            numbers = [to_excel(x) if isinstance(x, dt.datetime) else x for x in cells]
            known = [x for x in numbers if isinstance(x, int | float) and not isinstance(x, bool)]
            if abs(sum(known) - float(total)) >= float(near):
                return True
    return False


def test_each_sheet_says_what_it_was_made_from(road: bytes) -> None:
    """When, the digest of what was read, and what the mark in the title cannot see."""
    digest = package_digest(ROAD).removeprefix("sha256:")[:16]
    book = opened(road)

    for name in FOUND:
        assert book[name]["A3"].value == (
            f"Dibuat Senin, 30 November 2026 pukul 09.12 WITA dari isian {digest}. Tanda USANG"
            " hanya menghitung isian; selebihnya disebut tender check."
        )
    assert title(road, values=True) == "Hasil evaluasi per peserta dan tahapan"


def test_the_time_alone_is_nothing_to_be_written(road: bytes) -> None:
    assert refresh(road, AT + dt.timedelta(days=1)) == road


def price(book: Any) -> None:
    """Another number."""
    book["HPS"].cell(HEAD + 1, 5).value += 1


def paper(book: Any) -> None:
    """One cell more."""
    book["Adendum"].cell(HEAD + 2, 1).value = "3"


def moment(book: Any) -> None:
    """A time that is a minute later."""
    cell = book["Penilaian"].cell(HEAD + 1, 6)
    cell.value += dt.timedelta(minutes=1)


def name(book: Any) -> None:
    """Another word, which no count sees."""
    book["Peserta"].cell(HEAD + 1, 2).value = "CV Lain"


def own(book: Any) -> None:
    """Notes of the panel's own, beside and on a sheet of theirs."""
    book["Harga p1"].cell(HEAD, 13).value = "Catatan"
    book["Harga p1"].cell(HEAD + 1, 13).value = 5
    book.create_sheet("Catatan")["A1"] = 7


@pytest.mark.parametrize(
    ("change", "by_formula", "by_digest"),
    [
        (price, True, True),
        (paper, True, True),
        (moment, True, True),
        (name, False, True),
        (own, False, False),
        (str, False, False),
    ],
)
def test_what_was_typed_since_is_told(
    road: bytes, change: Any, by_formula: bool, by_digest: bool
) -> None:
    """By the formula in the title, and by the digest; each sees what it can."""
    data = changed(road, change)
    reading = read_bytes(data, "paket.xlsx")

    assert shown(data) is by_formula
    if reading.package is not None:
        assert (set(FOUND) <= {*stale_sheets(data, reading.package)}) is by_digest


@pytest.mark.parametrize("row", ['<row r="x"><c/></row>', '<row r="1"><c t="s"><v>x</v></c></row>'])
def test_a_damaged_sheet_of_the_engines_says_nothing(road: bytes, row: str) -> None:
    """Nobody reads it, so nobody has refused it."""
    content = parts(road)
    name = next(n for n in content if b">Yang masih ditunggu<" in content[n])
    content[name] = re.sub(
        b"<sheetData>.*</sheetData>", f"<sheetData>{row}</sheetData>".encode(), content[name]
    )

    assert len(stale_sheets(repacked(content), sample("mebel-sekolah"))) == len(FOUND)


def test_own_columns_of_before_are_not_counted() -> None:
    """They stood there when the sheets were made; what is noted in them since is no change."""
    data = refresh(changed(workbook_bytes(ROAD), own))

    def noted(book: Any) -> None:
        book["Harga p1"].cell(HEAD + 2, 13).value = 5

    assert not shown(changed(data, noted))


def test_a_sheet_that_cannot_be_counted_is_left_out() -> None:
    """A formula that nobody has computed yet: whoever computes it would find another sum."""

    def typed(book: Any) -> None:
        book["HPS"].cell(HEAD + 1, 5).value = "=40000000+0"

    formula = title(refresh(changed(workbook_bytes(ROAD), typed)))

    assert "'HPS'" not in formula
    assert "'Peserta'" in formula


def test_an_older_or_signed_workbook_says_nothing(road: bytes) -> None:
    other = sample("mebel-sekolah")
    signed = repacked({**parts(road), "_xmlsignatures/sig1.xml": b"<Signature/>"})

    assert stale_sheets(workbook_bytes(ROAD), other) == ()
    assert stale_sheets(signed, other) == ()
    assert len(stale_sheets(road, other)) == len(FOUND) + 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_it(road: bytes, tmp_path: Path) -> None:
    """The same counts and sums, and USANG where one differs; no other program has computed them."""
    (tmp_path / "sama.xlsx").write_bytes(changed(road, str))
    (tmp_path / "beda.xlsx").write_bytes(changed(road, price))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved"]
    files = [tmp_path / "sama.xlsx", tmp_path / "beda.xlsx"]
    subprocess.run([*words, *files], capture_output=True, check=False)
    saved = [(tmp_path / "saved" / file.name).read_bytes() for file in files]

    told = [title(data, values=True) for data in saved]
    assert told == ["Hasil evaluasi per peserta dan tahapan", USANG]
