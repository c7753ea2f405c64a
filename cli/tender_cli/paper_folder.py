"""A folder of papers, each in Word and PDF: written as a whole, or not at all."""

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from tender_cli.documents import UnwritableError, as_docx, as_pdf
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.messages import say

if TYPE_CHECKING:
    from tender_desk.documents.all_papers import Ready
    from tender_engine.declared import Words

__all__ = ["Written", "check_folder", "write_folder"]


@frozen
class Written:
    """A paper with its files; what keeps it a draft, and why it has no PDF, where that is so."""

    paper: "Ready"
    files: tuple[str, ...]
    lacks: "tuple[Words, ...]" = ()
    without_pdf: str = ""


def check_folder(folder: Path) -> None:
    """Refuse a place where something stands: nothing is ever overwritten.

    Raises:
        UnusableError: it is no folder, or one that holds anything.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise unusable(error, folder) from error
    if taken:
        raise UnusableError(say("bahp.folder_taken", path=folder))


def write_folder(papers: Iterable["Ready"], folder: Path, kop: Path | None) -> list[Written]:
    """Write each paper in Word and PDF; whatever goes wrong, nothing is left behind.

    They are written beside `folder` and moved there at the end.

    Raises:
        UnusableError: a file cannot be written, or the letterhead is not there.
        InvalidPackageError: the letterhead is refused.
        UnwritableError: a text cannot be written.
    """
    beside = folder.parent / f".{folder.name}.{os.getpid()}.sementara"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        written = [_write(paper, beside, kop) for paper in papers]
        _move(beside, folder)
    except OSError as error:
        raise unusable(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return written


def _move(beside: Path, folder: Path) -> None:
    """Put what was written in the place of `folder`, which may be there and empty."""
    target = folder.resolve()
    if target.exists():
        target.rmdir()
    if target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    beside.rename(target)


def _write(paper: "Ready", root: Path, kop: Path | None) -> Written:
    record, place = paper.record(), root / paper.path
    lacks = record.lacks if record.draft else ()
    place.parent.mkdir(exist_ok=True)
    _put(place.with_name(f"{place.name}.docx"), as_docx(record, kop))
    try:
        drawn = as_pdf(record, kop)
    except (UnusableError, UnwritableError) as error:
        return Written(paper, (f"{paper.path}.docx",), lacks, error.message)
    _put(place.with_name(f"{place.name}.pdf"), drawn)
    return Written(paper, (f"{paper.path}.docx", f"{paper.path}.pdf"), lacks)


def _put(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
