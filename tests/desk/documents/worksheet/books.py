"""Worksheets that tests look into: of a package, of a workbook that somebody has changed."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tender_desk.any_file import FileReading as Reading
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package
from tender_rules import national
from tests.reading import read_bytes, read_path, workbook_bytes, worksheet

__all__ = [
    "FOUND",
    "FOUND_HEAD",
    "HEAD",
    "SAMPLES",
    "Looks",
    "changed",
    "column",
    "drawn",
    "found",
    "found_of",
    "opened",
    "package_of",
    "parts",
    "registered",
    "repacked",
    "rows_of",
    "same_package",
    "sample",
    "shared",
    "under",
    "worked",
]

SAMPLES = Path(__file__).parents[4] / "samples"
HEAD = 4  # the row of the heads in every sheet that is filled in
FOUND_HEAD = 5  # and in every sheet of the engine's
FOUND = (
    "Hasil Status",
    "Hasil Evaluasi",
    "Hasil Alasan",
    "Hasil Koreksi",
    "Hasil Peringkat",
    "Hasil Ditunggu",
    "Hasil Kesamaan",
)


@cache
def sample(name: str) -> Package:
    """The package of a sample."""
    package = read_path(SAMPLES / name).package
    assert package is not None
    return package


def worked(data: bytes) -> bytes:
    """The worksheet of a workbook."""
    reading = read_bytes(data, "paket.xlsx")
    return worksheet(evaluate(package_of(reading), national()), reading)


def found(package: Package) -> bytes:
    """The worksheet of a package."""
    return worked(workbook_bytes(package))


def drawn(name: str) -> bytes:
    """The workbook of a sample, as it stands there: `tests/samples` holds it to its package."""
    return (SAMPLES / name / "buku-kerja.xlsx").read_bytes()


@cache
def found_of(name: str) -> bytes:
    """The worksheet of a sample."""
    return worked(drawn(name))


def package_of(reading: Reading) -> Package:
    """What was read without a fault."""
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return reading.package


def same_package(data: bytes, package: Package) -> bool:
    """Whether reading a workbook gives this very package."""
    return canonical_package(package_of(read_bytes(data, "x.xlsx"))) == canonical_package(package)


def opened(data: bytes) -> Any:
    """The workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(data), rich_text=True)


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The workbook after somebody worked in it."""
    book = opened(data)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class Looks:
    """How the cells of one workbook look: openpyxl takes long to say it, so once for each style."""

    def __init__(self) -> None:
        self._told: dict[int, tuple[str, ...]] = {}

    def of(self, cell: Any) -> tuple[str, ...]:
        """Font, fill, border, alignment and protection of a cell."""
        if cell.style_id not in self._told:
            look = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
            self._told[cell.style_id] = tuple(map(repr, look))
        return self._told[cell.style_id]


def column(sheet: Any, title: str) -> int:
    """The number of the column under the head `title`, with or without its star."""
    row = sheet[head_of(sheet)]
    heads = {str(cell.value or "").removesuffix(" *"): cell.column for cell in row}
    return int(heads[title])


def under(sheet: Any, title: str) -> list[Any]:
    """The values below the head `title`."""
    number = column(sheet, title)
    return [row[number - 1].value for row in sheet.iter_rows(min_row=head_of(sheet) + 1)]


def head_of(sheet: Any) -> int:
    """The row of the heads of a sheet."""
    return FOUND_HEAD if sheet.title.startswith("Hasil") else HEAD


def rows_of(sheet: Any, *titles: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet of the engine's, of these columns."""
    return list(zip(*(under(sheet, title) for title in titles), strict=True))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(content: dict[str, bytes]) -> bytes:
    """A file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return stream.getvalue()


def shared(data: bytes) -> bytes:
    """The workbook as Excel keeps texts: in one list, and by number in the cells."""
    content, texts = parts(data), []

    def number(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[2])
        return cell[1].replace(b'"inlineStr"', b'"s"') + b"<v>%d</v></c>" % (len(texts) - 1)

    cell = re.compile(rb'(<c [^>]*t="inlineStr"[^>]*>)<is>(.*?)</is></c>', re.DOTALL)
    for name in content:
        if name.startswith("xl/worksheets/sheet"):
            content[name] = cell.sub(number, content[name])
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    content["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (main, items)
    return repacked(registered(content, "sharedStrings", "sharedStrings+xml"))


def registered(content: dict[str, bytes], part: str, kind: str) -> dict[str, bytes]:
    """The parts, among which the workbook and the list of content know of `part`."""
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = b'<Relationship Id="rIdX" Type="%s/%s" Target="%s.xml"/>'
    links = (part.encode(), part.encode())
    override = b'<Override PartName="/xl/%s.xml" ContentType="application/vnd.openxmlformats-%s"/>'
    types = (part.encode(), b"officedocument.spreadsheetml." + kind.encode())
    for name, end, added in (
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", link % (office, *links)),
        ("[Content_Types].xml", b"</Types>", override % types),
    ):
        content[name] = content[name].replace(end, added + end)
    return content
