"""What workbooks cost: reading and writing a large one, and computing its formulas anew."""

import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from timing import Figure, best

from tender_desk.any_file import read_bytes
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.reading.formula_results import Computing
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.reader import read_text
from tender_engine.model import Package
from tender_engine.seals import reveal_for_storage
from tender_rules import national

__all__ = ["formulas", "workbooks"]

# A file of more sheets would hold more cells than a schedule may.
_SHEETS_OF_A_FILE = 50
# Of a sheet of formulas: volume, unit price, total.
_TOTAL = 3


def workbooks(text: str, rounds: int) -> Iterator[Figure]:
    """The workbook of a package read to the same package, and written."""
    package = _package(text)
    data = workbook_bytes(package, national())
    if package_digest(_package(data)) != package_digest(package):
        raise ValueError("the workbook does not say what the package says")
    cells = bare_cells(data)
    bare = best(lambda: bare_cells(data), rounds)
    took = best(lambda: _package(data), rounds)
    name = f"read: a workbook of {cells:,} cells to a package"
    yield Figure(name, took / bare, took=took, bare=bare, bound=2)
    written = best(lambda: workbook_bytes(package, national()), rounds)
    yield Figure("write: the same workbook", written / bare, took=written, bare=bare)


def bare_cells(data: bytes) -> int:
    """How many cells are filled: the least that reading them with openpyxl can cost."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows())
    return sum(cell.value is not None for row in rows for cell in row)


def _package(given: str | bytes) -> Package:
    read: Any = read_text if isinstance(given, str) else read_bytes
    package: Package | None = read(given, "paket", national()).package
    if package is None:
        raise ValueError("a made-up package is not valid")
    return package


def formulas(text: str, rounds: int) -> Iterator[Figure]:
    """The totals of all lines as formulas: computed anew by us, and by LibreOffice, to compare.

    LibreOffice is timed by the wall from its start to the saved file, as somebody would wait.
    """
    bids = _lines(_package(text))
    starts = range(0, len(bids), _SHEETS_OF_A_FILE)
    files = [_with_formulas(bids[start : start + _SHEETS_OF_A_FILE]) for start in starts]
    right, lines = [sum(volume * price for volume, price in bid) for bid in bids], len(bids[0])
    sums: list[Decimal] = []
    took = best(lambda: sums.extend(s for data in files for s in _sums(data, lines)), rounds)
    if sums != right * rounds:
        raise ValueError("a sum of recomputed totals is not the sum of volumes times prices")
    name = f"formulas: {len(bids)} x {lines} totals and their sums anew"
    yield Figure(name, took, "s", took=took)
    if not (office := shutil.which("soffice")):
        print("  the same in LibreOffice: skipped, soffice is not installed here")
        return
    waited, found = _in_libre_office(office, files)
    equal = sum(one == other for one, other in zip(found, right, strict=True))
    yield Figure(
        "  the same in LibreOffice, opened and saved", waited / took, took=waited, bare=took
    )
    yield Figure(
        "  sums on which both agree", equal, f"of {len(right)}", bound=len(right), at_least=True
    )


def _lines(package: Package) -> list[list[tuple[Decimal, Decimal]]]:
    """Volume and unit price of each line of each bid."""
    prices = [reveal_for_storage(who.price) for who in package.participants if who.price]
    return [
        [(line.quantity or Decimal(0), line.unit_price or Decimal(0)) for line in price.lines or ()]
        for price in prices
    ]


def _with_formulas(bids: list[list[tuple[Decimal, Decimal]]]) -> bytes:
    """A workbook with a sheet a bid: its lines, their totals as formulas, and the sum of these."""
    book = Workbook(write_only=True)
    for number, lines in enumerate(bids, 1):
        sheet = book.create_sheet(f"Harga {number}")
        for row, (volume, price) in enumerate(lines, 1):
            sheet.append([volume, price, f"=A{row}*B{row}"])
        sheet.append([None, None, f"=SUM(C1:C{len(lines)})"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sums(data: bytes, lines: int) -> list[Decimal]:
    """The sum at the foot of each sheet of as many lines, all that it rests on computed anew."""
    computing = Computing(data)
    count = len(load_workbook(io.BytesIO(data), read_only=True).worksheets)
    return [Decimal(computing.worth(n, lines + 1, _TOTAL) or 0) for n in range(count)]


def _in_libre_office(office: str, files: list[bytes]) -> tuple[float, list[Decimal]]:
    """How long LibreOffice takes to open, recalculate and save the files, and the sums it finds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"harga-{number}.xlsx" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/saved"]
        start = time.perf_counter()
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
        waited = time.perf_counter() - start
        saved = [load_workbook(folder / "saved" / path.name, data_only=True) for path in paths]
        sheets = [sheet for book in saved for sheet in book.worksheets]
        return waited, [Decimal(str(sheet.cell(sheet.max_row, _TOTAL).value)) for sheet in sheets]
