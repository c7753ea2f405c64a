"""Which tenders lie in a folder, and in the folders under it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tender_engine.findings import natural
from tender_engine.formats.folder import is_tender

__all__ = ["ASIDE", "tenders_in"]

# What lies beside a tender and is none: copies of its workbook, and the log of its evaluations.
ASIDE = ("cadangan", "jejak")
# Names that systems and office programs give to what nobody is shown.
_HIDDEN = (".", "~$")


def tenders_in(folder: Path, unread: Callable[[OSError], None]) -> Iterator[Path]:
    """The folders of tenders, in the natural order of names, each before those beside it.

    A folder that holds a package is one tender and is not gone into; any other is. Folders in
    `ASIDE`, hidden ones, links and other files are none. Of a folder that cannot be read `unread`
    is told, and the others are gone through all the same.
    """
    left = [folder]
    while left:
        here = left.pop()
        try:
            if is_tender(here):
                yield here
                continue
            with os.scandir(here) as entries:
                names = [entry.name for entry in entries if _may_hold(entry)]
        except OSError as error:
            unread(error)
            continue
        left += [here / name for name in sorted(names, key=natural, reverse=True)]


def _may_hold(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder to look into; one that a link leads to may lie above."""
    if entry.name.startswith(_HIDDEN) or entry.name.casefold() in ASIDE:
        return False
    return entry.is_dir(follow_symlinks=False)
