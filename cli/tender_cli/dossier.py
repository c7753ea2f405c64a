"""The workbook that a panel fills in, refreshed where it lies: nothing in it is ever lost.

What it held goes to the folder `cadangan` beside it first. It is replaced as a whole, and only
while it holds what was read and nobody has it open.
"""

import datetime as dt
import os
import time
from collections.abc import Iterator
from pathlib import Path

import click

from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import ASIDE, STDIN
from tender_cli.locks import lock_of, owner_of
from tender_cli.messages import say

__all__ = ["dossier_at", "replaced"]

_BOOK, _OLDER = "paket.xlsx", "kertas-kerja*.xlsx"
_ENDING = ".xlsx"
_OF_JSON = ("", ".json")
# A lock that is older, in seconds, was perhaps left over by a program that crashed.
_A_DAY = 24 * 60 * 60
# So many copies of one second are more than anybody makes.
_MOST = 1000


def dossier_at(path: str) -> Path | None:
    """The workbook at `path`, or in that folder, that may be refreshed where it lies.

    There is none where a file is called otherwise, or is not there: reading it says what to do.

    Raises:
        UsageError: it is JSON, so that another file has to be named.
        UnusableError: somebody has it open, an older one lies beside it, or it is a copy.
    """
    place = Path(path)
    if path != STDIN and place.is_dir():
        place /= _BOOK
    ending = place.suffix.casefold()
    if path == STDIN or (ending in _OF_JSON and place.exists()):
        raise click.UsageError(say("worksheet.where"))
    if ending != _ENDING:
        return None
    if place.is_file():
        if place.resolve().parent.name == ASIDE:
            raise UnusableError(say("worksheet.copy", path=place))
        _refuse_two(place)
        _refuse_open(place)
    return place


def _refuse_two(place: Path) -> None:
    """Refuse where nobody can tell which of two workbooks is the dossier."""
    book = place.with_name(_BOOK)
    both = [book, *(file for file in sorted(place.parent.glob(_OLDER)) if file.is_file())]
    if place not in both or len(both) == 1 or not book.is_file():
        return
    newest = max(both, key=lambda file: file.stat().st_mtime)
    older = ", ".join(file.name for file in both if file != newest)
    key = "worksheet.two" if newest.name == _BOOK else "worksheet.two_newer"
    raise UnusableError(say(key, newest=newest.name, older=older, folder=place.parent))


def _refuse_open(place: Path) -> None:
    lock = lock_of(place)
    if lock is None:
        return
    who = owner_of(lock)
    told = say("lock.refused", path=place, who=who, lock=lock.name)
    try:
        old = time.time() - lock.lstat().st_mtime > _A_DAY
    except OSError:
        old = False
    raise UnusableError(told + (say("lock.old", lock=lock.name) if old else ""))


def replaced(place: Path, content: bytes, seen: bytes, at: dt.datetime) -> Path:
    """Let the workbook at `place` hold `content`; where what was `seen` in it is kept.

    Raises:
        UnusableError: it was changed meanwhile, somebody has it open, or it cannot be written.
    """
    from tender_engine.durable import ChangedError, NotPlainError, put_aside, replace_seen

    try:
        if place.is_symlink():
            raise UnusableError(say("worksheet.linked", path=place, target=os.path.realpath(place)))
        _refuse_open(place)
        aside = put_aside(place.parent / ASIDE, _names(place, at), seen)
        _refuse_open(place)
        replace_seen(place, content, seen)
    except ChangedError as error:
        raise UnusableError(say("worksheet.changed", path=place)) from error
    except NotPlainError as error:
        raise UnusableError(say("worksheet.not_plain", path=error.filename)) from error
    except OSError as error:
        raise unusable(error, _place_of(error, place)) from error
    return aside


def _place_of(error: OSError, place: Path) -> Path:
    """What people know of where an error was: the folder of copies, or the workbook."""
    aside = place.parent / ASIDE
    where = Path(error.filename or place)
    return aside if aside in (where, where.parent) else place


def _names(place: Path, at: dt.datetime) -> Iterator[str]:
    """What a copy may be called, as of `at`: the first free one is taken."""
    first = f"{place.stem} {at:%Y-%m-%d %H.%M.%S}"
    yield f"{first}{_ENDING}"
    yield from (f"{first}-{number}{_ENDING}" for number in range(2, _MOST))
