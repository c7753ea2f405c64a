"""A folder of papers, each in Word and PDF: what is new is written as a whole, or not at all.

What lies there was perhaps signed: it stays as it is, and what is otherwise by now goes beside it.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
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


_ENDINGS = (".docx", ".pdf")
# So many papers of one name are more than anybody keeps.
_MOST = 1000
# How the file of a paper is called: no other makes a folder one of papers.
_OF_PAPER = re.compile(r"\d{2,}-[a-z].*\.docx").fullmatch


@frozen
class Written:
    """A paper with its files; what keeps it a draft, and why it has no PDF, where that is so.

    One that lay `there` is the same to the byte, perhaps by another number, and was let be; one
    that another file stood in the way of is `beside` it.
    """

    paper: "Ready"
    files: tuple[str, ...]
    lacks: "tuple[Words, ...]" = ()
    without_pdf: str = ""
    there: bool = False
    beside: bool = False


def check_folder(folder: Path) -> None:
    """Refuse a place where something else than papers stands: nothing is ever overwritten.

    Raises:
        UnusableError: it is no folder, or one that holds anything and no paper.
    """
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
        taken = taken and next(_papers(folder), None) is None
    except OSError as error:
        raise unusable(error, folder) from error
    if taken:
        raise UnusableError(say("bahp.folder_taken", path=folder))


def write_folder(papers: Iterable["Ready"], folder: Path, kop: Path | None) -> list[Written]:
    """Write each paper in Word and PDF that is not there; whatever goes wrong, nothing is left.

    They are written beside `folder` and moved there at the end.

    Raises:
        UnusableError: a file cannot be written, or the letterhead is not there.
        InvalidPackageError: the letterhead is refused.
        UnwritableError: a text cannot be written.
    """
    beside = folder.parent / f".{folder.name}.{os.getpid()}.sementara"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        known = {one.read_bytes(): one.relative_to(folder).as_posix() for one in _papers(folder)}
        beside.mkdir()
        written = [_write(paper, beside, folder, kop, known) for paper in papers]
        _move(beside, folder)
    except OSError as error:
        raise unusable(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return written


def _papers(folder: Path) -> Iterator[Path]:
    """The papers in Word that lie in a folder, and in that of what is secret."""
    from tender_desk.documents.all_papers import INSIDE

    found = (*folder.glob("*.docx"), *(folder / INSIDE).glob("*.docx"))
    return (one for one in sorted(found) if _OF_PAPER(one.name))


def _move(beside: Path, folder: Path) -> None:
    """Put what was written in the place of `folder`, or among the papers that are there."""
    target = folder.resolve()
    if next(_papers(target), None) is not None:
        _add(beside, target)
        return
    if target.exists():
        target.rmdir()
    if target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    beside.rename(target)


def _add(beside: Path, folder: Path) -> None:
    """Put what was written among what is there; if one file cannot be, none of them is."""
    put: list[Path] = []
    try:
        for file in sorted(one for one in beside.rglob("*") if one.is_file()):
            place = folder / file.relative_to(beside)
            place.parent.mkdir(exist_ok=True)
            with place.open("xb") as out:
                put.append(place)
                out.write(file.read_bytes())
    except OSError:
        for place in put:
            place.unlink()
        raise


def _write(
    paper: "Ready", root: Path, folder: Path, kop: Path | None, known: Mapping[bytes, str]
) -> Written:
    """Write a paper below `root` under the name that it will have in `folder`."""
    record = paper.record()
    lacks, data = record.lacks if record.draft else (), as_docx(record, kop)
    if (there := known.get(data)) is not None:
        return Written(paper, (there,), lacks, there=True)
    name = _free(folder, paper.path)
    beside = name != paper.path
    (root / name).parent.mkdir(exist_ok=True)
    _put(root / f"{name}.docx", data)
    try:
        drawn = as_pdf(record, kop)
    except (UnusableError, UnwritableError) as error:
        return Written(paper, (f"{name}.docx",), lacks, error.message, beside=beside)
    _put(root / f"{name}.pdf", drawn)
    return Written(paper, (f"{name}.docx", f"{name}.pdf"), lacks, beside=beside)


def _free(folder: Path, name: str) -> str:
    """The name of a paper, or that with a number where a file of that name is there."""
    names = (name, *(f"{name} ({number})" for number in range(2, _MOST)))
    return next(
        one for one in names if not any((folder / f"{one}{end}").exists() for end in _ENDINGS)
    )


def _put(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
