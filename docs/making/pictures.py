"""The pictures of the guides of a Pokja, drawn from the samples as a Pokja sees them.

Sheets and documents go through LibreOffice and Poppler, the report through Chromium.
"""

import io
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen
from openpyxl import load_workbook

from docs.making import programs, raster
from tender_desk.any_file import FileReading as FileReading
from tender_desk.any_file import read_path
from tender_desk.documents.papers import BAHP, LETTER, Paper, paper
from tender_desk.documents.report import report
from tender_desk.documents.word.word_writer import docx_bytes
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.worksheet_book import worksheet
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_rules import national

__all__ = ["FOLDER", "NAMES", "draw"]

_ROOT = Path(__file__).resolve().parents[2]
FOLDER = _ROOT / "docs" / "pictures"
_WHOLE, _WAITING = "jalan-kabupaten", "drainase-setengah-dinilai"
_SCORED, _ASKED = "keamanan-jaringan", "gedung-puskesmas"
_RESOLUTION, _MARGIN = 110, 8
_NARROW = 0.3  # inches of paper beside what is printed


@frozen
class Sheet:
    """A part of a sheet of the workbook, or of the worksheet, with the letters of its columns."""

    name: str
    cells: str
    worksheet: bool = False
    sample: str = _WHOLE


@frozen
class Page:
    """A page of a document, counted from the front or, below zero, from the back."""

    paper: Paper
    number: int
    participant: str | None = None


@frozen
class Screen:
    """What a window of this size shows of the report, laid out this wide, from a part of it on."""

    part: str
    width: int
    size: tuple[int, int]


_SHEETS: Mapping[str, Sheet] = {
    "petunjuk": Sheet("Petunjuk", "A1:C19"),
    "paket": Sheet("Paket", "A1:C28"),
    "persyaratan": Sheet("Persyaratan", "A1:D21"),
    "kriteria": Sheet("Kriteria", "A1:G12"),
    "peserta": Sheet("Peserta", "A1:I11"),
    "harga": Sheet("Harga p2", "A1:G16"),
    "penilaian": Sheet("Penilaian", "A1:G9"),
    "pengecualian": Sheet("Pengecualian", "A1:H6"),
    "matriks": Sheet("Matriks m1", "A1:L7", sample=_SCORED),
    "peristiwa": Sheet("Peristiwa", "A1:K13"),
    "konfirmasi": Sheet("Konfirmasi", "A1:G8", worksheet=True, sample=_ASKED),
    "kertas-kerja-koreksi": Sheet("Hasil Koreksi", "A1:H17", worksheet=True),
    "kertas-kerja-ditunggu": Sheet("Hasil Ditunggu", "A1:E10", worksheet=True, sample=_WAITING),
}
_PAGES: Mapping[str, Page] = {
    "bahp": Page(BAHP, 0),
    "bahp-tanda-tangan": Page(BAHP, -1),
    "surat": Page(LETTER, 0, "p5"),
}
_SCREENS: Mapping[str, Screen] = {
    "laporan": Screen("", 1280, (1280, 515)),
    "laporan-harga": Screen("harga", 1280, (1280, 505)),
    "laporan-peserta": Screen("peserta", 1280, (1280, 570)),
    "laporan-ponsel": Screen("", 390, (500, 760)),
}
NAMES = tuple(f"{name}.png" for name in (*_SHEETS, *_PAGES, *_SCREENS))


def draw() -> None:
    """Write every picture anew into `FOLDER`, and leave no other there.

    Raises:
        MissingProgramError: a program that draws is not installed; no picture was changed.
    """
    programs.need_all()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {**_printed(folder), **_shown(folder)}
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for picture, data in made.items():
        (FOLDER / f"{picture}.png").write_bytes(data)
        sys.stdout.write(f"{picture}.png {len(data) // 1024} KiB\n")


def _printed(folder: Path) -> dict[str, bytes]:
    """Sheets and pages, all through one run of LibreOffice, which is slow to start."""
    for picture, sheet in _SHEETS.items():
        (folder / f"{picture}.xlsx").write_bytes(_alone(sheet))
    for picture, page in _PAGES.items():
        record = paper(_given(_WHOLE)[1], page.paper, page.participant)
        (folder / f"{picture}.docx").write_bytes(docx_bytes(record))
    programs.pdfs(sorted((*folder.glob("*.xlsx"), *folder.glob("*.docx"))), folder)
    numbers = {**dict.fromkeys(_SHEETS, 0), **{name: page.number for name, page in _PAGES.items()}}
    drawn = {
        picture: programs.pages(folder / f"{picture}.pdf", _RESOLUTION)[number]
        for picture, number in numbers.items()
    }
    return {name: raster.png(*raster.cropped(ppm, _MARGIN)) for name, ppm in drawn.items()}


def _shown(folder: Path) -> dict[str, bytes]:
    page = folder / "laporan.html"
    page.write_text(report(_given(_WHOLE)[1]), "utf-8")
    for picture, screen in _SCREENS.items():
        programs.screen(page, screen.part, screen.width, screen.size, folder / f"{picture}.png")
    return {picture: (folder / f"{picture}.png").read_bytes() for picture in _SCREENS}


@cache
def _given(sample: str) -> tuple[FileReading, Evaluation]:
    reading = read_path(_ROOT / "samples" / sample / "paket.json", national())
    if reading.package is None:
        raise ValueError(f"{sample}: the package is refused; see tender check")
    return reading, evaluate(reading.package, national())


def _alone(sheet: Sheet) -> bytes:
    """A workbook that prints nothing but `sheet`, on one page, as a screen shows its cells."""
    reading, evaluation = _given(sheet.sample)
    whole = (
        worksheet(evaluation, reading, national())
        if sheet.worksheet
        else workbook_bytes(evaluation.package, national())
    )
    book = load_workbook(io.BytesIO(whole))
    for other in book.worksheets:
        other.sheet_state = "visible" if other.title == sheet.name else "hidden"
    shown = book[sheet.name]
    book.active = book.index(shown)
    shown.print_area = sheet.cells
    shown.print_title_rows = None
    shown.print_options.headings = True
    shown.page_setup.fitToWidth = shown.page_setup.fitToHeight = 1
    margins = shown.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _NARROW
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
