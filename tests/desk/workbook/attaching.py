"""A folder with a workbook and a bidder's own schedule beside it, as tests need it."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tender_engine.model import Package
from tests.desk.workbook.unread import open_book
from tests.reading import read_path, workbook_bytes

SAMPLE = Path(__file__).parents[3] / "samples" / "jembatan-satu-penawar"
HEADER = ("No", "Jenis Barang/Jasa", "Satuan", "Volume", "Harga Satuan (Rp)", "Total (Rp)")


def sample() -> Package:
    """The package of a sample with one bid."""
    package = read_path(SAMPLE).package
    assert package is not None
    return package


@cache
def _workbook() -> bytes:
    return workbook_bytes(sample())


def schedule(rows: Sequence[Sequence[Any]], header: Sequence[str] = HEADER) -> bytes:
    """A bidder's own workbook: a title, the header in row 3, and the rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rincian"
    sheet["A1"] = "DAFTAR KUANTITAS DAN HARGA"
    sheet.append([])
    for row in (header, *rows):
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def folder_with(
    folder: Path, bidder: str, cells: dict[str, Any], data: bytes | None, name: str = "harga.xlsx"
) -> Path:
    """`folder` with the sample's workbook, in which `bidder` has no price sheet but these cells."""
    book = open_book(_workbook())
    if f"Harga {bidder}" in book.sheetnames:
        del book[f"Harga {bidder}"]
    sheet = book["Peserta"]
    columns = {cell.value: cell.column for cell in sheet[4]}
    row = next(row for row in range(5, 30) if sheet.cell(row, 1).value == bidder)
    for title, value in cells.items():
        sheet.cell(row, columns[title]).value = value
    book.save(folder / "paket.xlsx")
    if data is not None:
        (folder / name).write_bytes(data)
    return folder
