"""Reads a package from any file that a panel has: a workbook and what lies beside it, or JSON."""

import re
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from tender_desk.dossiers import Folder
from tender_desk.file_reading import FileReading, of_papers
from tender_engine.formats.reader import (
    ARCHIVES,
    EXCEL,
    LARGEST,
    Reading,
    chosen,
    content,
    read_json,
    read_text,
)
from tender_engine.rulebook import Rulebook

if TYPE_CHECKING:
    from tender_desk.workbook.reading.workbook_reading import Progress

__all__ = ["read", "read_bytes", "read_path"]

_PACKAGE_FILE = "paket.json"
# How the name of a package ends that is no workbook, and how one begins under any other.
_OF_JSON = ("", ".json")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")


def read(
    source: str | bytes | FilePath, rulebook: Rulebook, *, progress: "Progress | None" = None
) -> FileReading:
    """Read a package: a JSON text, the bytes of any file, or a file or folder by its path.

    Args:
        source: `str` is text; of a folder, its `paket.json` or its `paket.xlsx`.
        rulebook: whose declared checks a package may have.
        progress: told of each sheet of a workbook that was read: how many, of how many.

    Raises:
        OSError: the file cannot be read.
    """
    if isinstance(source, str):
        return _of_json(read_text(source, _PACKAGE_FILE, rulebook))
    if isinstance(source, bytes):
        return read_bytes(source, _PACKAGE_FILE, rulebook, progress=progress)
    return read_path(source, rulebook, progress=progress)


def read_path(
    path: str | FilePath, rulebook: Rulebook, *, progress: "Progress | None" = None
) -> FileReading:
    """Read a file, or a folder through its `paket.json` or its `paket.xlsx`.

    A folder that holds both, or a worksheet beside one of them, is refused: which of them counts is
    for people to say.

    Args:
        path: the file or folder.
        rulebook: whose declared checks a package may have.
        progress: told of each sheet of a workbook that was read: how many, of how many.

    Raises:
        FileNotFoundError: there is nothing at `path`.
    """
    place = chosen(FilePath(path))
    if isinstance(place, Reading):
        return _of_json(place)
    return read_bytes(content(place), str(place), rulebook, folder=place.parent, progress=progress)


def read_bytes(
    data: bytes,
    name: str,
    rulebook: Rulebook,
    *,
    folder: Folder | None = None,
    progress: "Progress | None" = None,
) -> FileReading:
    """Read the bytes of a file that is shown as `name`.

    A workbook is known by how it begins; all else is JSON in UTF-8, with or without its mark, and
    what neither begins so nor is called so is refused as no workbook. Price schedules that a
    workbook names are looked for in `folder`, and `progress` is told of sheets.
    """
    ending = FilePath(name).suffix.lower()
    strange = ending not in _OF_JSON and not _JSON.match(data)
    workbook = data.startswith(ARCHIVES) or ending == EXCEL or strange
    if not workbook or len(data) > LARGEST:
        return _of_json(read_json(data, name, rulebook))
    from tender_desk.workbook_file import of_workbook  # loads all that knows of sheets

    return of_workbook(data, name, rulebook, folder, progress)


def _of_json(reading: Reading) -> FileReading:
    told = of_papers(reading.draft)
    return FileReading(
        None if told else reading.package,
        reading.draft,
        (*reading._found, *told),
        reading.name,
        reading._places,
        reading.unread,
    )
