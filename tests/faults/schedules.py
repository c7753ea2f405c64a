"""Folders of a package with a bidder's schedule, copied and accepted as a panel would."""

import shutil
from pathlib import Path

from openpyxl import load_workbook

from tender_engine.formats.reader import Reading
from tests.reading import read_path

__all__ = ["accepted", "copied"]

_HERE = Path(__file__).parent


def copied(name: str, folder: Path, **cells: str) -> Path:
    """The folder whose name begins with `name`, with cells of `Peserta` of its first bidder."""
    (source,) = _HERE.glob(f"{name}-*")
    for file in source.glob("*.xlsx"):
        shutil.copyfile(file, folder / file.name)
    if cells:
        book = load_workbook(folder / "paket.xlsx")
        sheet = book["Peserta"]
        columns = {str(cell.value).split(" *")[0]: cell.column for cell in sheet[4]}
        for title, value in cells.items():
            sheet.cell(5, columns[title.replace("_", " ")]).value = value
        book.save(folder / "paket.xlsx")
    return folder


def accepted(name: str, folder: Path, **cells: str) -> Reading:
    """The reading of such a folder once the key of its schedule was typed."""
    (attached,) = read_path(copied(name, folder, **cells)).attached
    return read_path(copied(name, folder, **cells, Kunci_pembacaan=attached.reading.key))
