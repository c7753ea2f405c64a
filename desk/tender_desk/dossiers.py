"""Which tenders lie in a folder, and in the folders under it; and files that hold many."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Literal, Protocol

from tender_engine.findings import natural
from tender_engine.formats.folder import is_tender

__all__ = ["ASIDE", "MANY", "Folder", "tenders_in"]

# What lies beside a tender and is none: copies of its workbook, and the log of its evaluations.
ASIDE = ("cadangan", "jejak")
# Files that hold a package a line.
MANY = (".jsonl", ".jsonl.gz")
# Names that systems and office programs give to what nobody is shown.
_HIDDEN = (".", "~$")


class Folder(Protocol):
    """Where a package lies with what it names beside it: a path, or whatever stands for one."""

    def __truediv__(self, name: str, /) -> "Folder":
        """What is called so in it."""

    def is_file(self) -> bool:
        """Whether it is a file that is there."""

    def open(self, mode: Literal["rb"], /) -> IO[bytes]:
        """The bytes of it.

        Raises:
            OSError: it cannot be read.
        """


def tenders_in(
    folder: Path, unread: Callable[[OSError], None], *, many: bool = False
) -> Iterator[Path]:
    """The folders of tenders, in the natural order of names, each before those beside it.

    A folder that holds a package is one tender and is not gone into; any other is. Folders in
    `ASIDE`, hidden ones, links and other files are none. Of a folder that cannot be read `unread`
    is told, and the others are gone through all the same.

    Args:
        folder: where to look.
        unread: told of each folder that cannot be read, in its turn.
        many: whether files of many packages (`MANY`) come too, each among the names beside it.
    """
    # Of each folder that is gone through, what is left in it: names alone, as there may be many.
    left = [(folder.parent, [(folder.name, _FOLDER)])]
    while left:
        above, names = left[-1]
        if not names:
            left.pop()
            continue
        name, kind = names.pop()
        here = folder if len(left) == 1 else above / name
        try:
            if kind is _FILE or is_tender(here):
                yield here
                continue
            with os.scandir(here) as entries:
                found = {e.name: known for e in entries if (known := _kind(e, many=many))}
        except OSError as error:
            unread(error)
            continue
        left.append((here, [(n, found[n]) for n in sorted(found, key=natural, reverse=True)]))


_FOLDER, _FILE = "folder", "file"


def _kind(entry: "os.DirEntry[str]", *, many: bool) -> str | None:
    """What it is to look into, if anything; what a link leads to may lie above."""
    name = entry.name.casefold()
    if entry.name.startswith(_HIDDEN):
        return None
    if entry.is_dir(follow_symlinks=False):
        return None if name in ASIDE else _FOLDER
    holds_many = many and name.endswith(MANY) and entry.is_file(follow_symlinks=False)
    return _FILE if holds_many else None
