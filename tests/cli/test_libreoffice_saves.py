"""A workbook that LibreOffice saves twenty times, edited and refreshed between: nothing is lost.

Each save takes some seconds: `TENDER_SAVES=20 pytest tests/cli/test_libreoffice_saves.py` asks for
them. What LibreOffice itself changes is what differs after its first save of what nobody edited.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tender_engine.formats.canonical import package_digest
from tests.cli.test_edited_workbook import HEAD, begun, run, typed
from tests.reading import read_bytes

SAVES = int(os.environ.get("TENDER_SAVES", "0"))
GREEN = PatternFill("solid", fgColor="FF00FF00")
OWN = "Catatan rapat"

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(not SAVES, reason="TENDER_SAVES says how often LibreOffice saves it"),
]


def saved_by_libreoffice(file: Path, home: Path) -> None:
    """Let LibreOffice open the file and save it where it lies."""
    out = home / "keluar"
    words = ["soffice", f"-env:UserInstallation={(home / 'profil').as_uri()}", "--headless"]
    words += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(file)]
    done = subprocess.run(words, capture_output=True, check=False)
    assert (out / file.name).exists(), done.stderr
    file.write_bytes((out / file.name).read_bytes())
    (out / file.name).unlink()


def digest(file: Path) -> str:
    """Of the package that is read of it, without a fault."""
    reading = read_bytes(file.read_bytes(), file.name)
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return package_digest(reading.package)


def own_things(book: Any) -> dict[str, Any]:
    """Colours, comments, filters and frozen panes, as people set them."""
    sheet = book["Peserta"]
    comments = {
        (page.title, cell.coordinate): cell.comment.text
        for page in book.worksheets
        if not page.title.startswith("Hasil")
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }
    return {
        "colour": sheet.cell(HEAD + 1, 2).fill.fgColor.rgb,
        "comments": comments,
        "filter": sheet.auto_filter.ref,
        "panes": {page.title: page.freeze_panes for page in book.worksheets},
        "own": [[cell.value for cell in row] for row in book[OWN].iter_rows()],
    }


def begin(file: Path) -> None:
    """The panel's own things in it: a colour, a comment, a filter, a sheet."""
    book = load_workbook(file)
    sheet = book["Peserta"]
    sheet.cell(HEAD + 1, 2).fill = GREEN
    sheet.cell(HEAD + 2, 2).comment = Comment("tanyakan lagi", "m1")
    sheet.auto_filter.ref = f"A{HEAD}:C{HEAD + 6}"
    page = book.create_sheet(OWN)
    page.append(["hal", "jumlah"])
    page.append(["hadir", "=1+2"])
    book.save(file)


def type_something(file: Path, number: int) -> None:
    """An address, a row of notes, and one participant below another, in turn."""
    book = load_workbook(file)
    sheet = book["Peserta"]
    column = next(cell.column for cell in sheet[HEAD] if cell.value == "Alamat")
    sheet.cell(HEAD + 1 + number % 2, column).value = f"Jalan Contoh {number}"
    book[OWN].append([f"rapat {number}", number])
    book.save(file)


def test_it_holds_all_that_was_typed(tmp_path: Path) -> None:
    """Cells, digests, and what people made of it, through every save."""
    file = begun(tmp_path)
    begin(file)
    saved_by_libreoffice(file, tmp_path)
    kept = own_things(load_workbook(file))
    assert kept["comments"] == {("Peserta", f"B{HEAD + 2}"): "tanyakan lagi"}
    for number in range(SAVES):
        type_something(file, number)
        now, book = digest(file), load_workbook(file)
        before, kept = typed(book), {**kept, "own": own_things(book)["own"]}
        result = run("worksheet", file, input="ya\n")
        assert result.exit_code in (0, 3), result.output
        assert "Lembar Peserta: 1 sel berbeda" in result.output
        saved_by_libreoffice(file, tmp_path)

        after = load_workbook(file)
        assert digest(file) == now
        assert {k: v for k, v in typed(after).items() if k in before} == before
        assert own_things(after) == kept
        again = run("worksheet", file)
        assert "Tidak ada isian yang berbeda" in again.output
