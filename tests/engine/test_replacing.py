"""A file that people work in, replaced: whatever breaks on the way, one of both states is there."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tender_engine import durable
from tender_engine.durable import ChangedError, NotPlainError, put_aside, replace_seen

OLD, NEW = b"yang diketik", b"yang diketik, beserta hasil"
NAMES = ("buku.xlsx", "buku-2.xlsx")
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other modes and links")


class PowerCut(BaseException):
    """The machine stopped here."""


class Disk:
    """Counts what is asked of the system, and ends at the call that is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int, error: BaseException) -> None:
        self.left, self.error = last, error
        for owner, names in (
            (os, ("open", "write", "fsync")),
            (Path, ("mkdir", "chmod", "replace")),
        ):
            for name in names:
                monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*words: Any, **more: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise self.error
            return call(*words, **more)

        return counted


def refresh(book: Path) -> None:
    """As the workbook is replaced: what it held is put aside first."""
    put_aside(book.parent / "cadangan", NAMES, OLD)
    replace_seen(book, NEW, OLD)


@pytest.mark.parametrize(
    "error", [PowerCut(), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=repr
)
def test_whatever_breaks_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """At each call to the system: the file holds one of both, and the old one is there whole."""
    broken = 0
    for last in range(1, 100):
        folder = tmp_path / f"{last}"
        folder.mkdir()
        book = folder / "buku.xlsx"
        book.write_bytes(OLD)
        with monkeypatch.context() as patched:
            disk = Disk(patched, last, error)
            try:
                refresh(book)
            except type(error):
                broken += 1
        aside = [file.read_bytes() for file in folder.glob("cadangan/*.xlsx")]
        assert book.read_bytes() in (OLD, NEW)
        assert OLD in (book.read_bytes(), *aside)
        assert [file.name for file in folder.glob("*.xlsx")] == ["buku.xlsx"]
        if disk.left > 0:
            break
    assert book.read_bytes() == NEW
    assert broken > 8


def test_what_is_aside_is_never_overwritten(tmp_path: Path) -> None:
    """The next name is taken; without a free one it is an error."""
    first = put_aside(tmp_path / "cadangan", NAMES, OLD)
    second = put_aside(tmp_path / "cadangan", NAMES, NEW)
    with pytest.raises(FileExistsError):
        put_aside(tmp_path / "cadangan", NAMES, NEW)

    assert (first.name, second.name) == NAMES
    assert (first.read_bytes(), second.read_bytes()) == (OLD, NEW)


@unix_only
def test_copies_are_for_their_owner_and_the_file_keeps_its_mode(tmp_path: Path) -> None:
    """The copy is 0600 in 0700, whatever the umask lets."""
    book = tmp_path / "buku.xlsx"
    book.write_bytes(OLD)
    book.chmod(0o664)
    refresh(book)

    modes = [
        stat.S_IMODE(place.stat().st_mode)
        for place in (tmp_path / "cadangan", *tmp_path.glob("cadangan/*"), book)
    ]
    assert modes == [0o700, 0o600, 0o664]


def test_a_change_meanwhile_is_an_error(tmp_path: Path) -> None:
    """What somebody saved stays, to the byte, and no half is left."""
    book = tmp_path / "buku.xlsx"
    book.write_bytes(OLD + b"!")
    with pytest.raises(ChangedError):
        replace_seen(book, NEW, OLD)

    assert book.read_bytes() == OLD + b"!"
    assert [file.name for file in tmp_path.iterdir()] == ["buku.xlsx"]


@pytest.mark.parametrize(("number", "times"), [(5, 2), (32, 5), (33, 1)])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, times: int
) -> None:
    """A virus scanner on Windows; and it is compared again each time."""
    book, slept, compared = tmp_path / "buku.xlsx", [], []
    book.write_bytes(OLD)
    replace, read = Path.replace, durable.read_plain

    def held(half: Path, path: Path) -> Path:
        if len(slept) < times:
            error = OSError(errno.EACCES, "held")
            error.winerror = number  # type: ignore[attr-defined]
            raise error
        return replace(half, path)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(durable.time, "sleep", slept.append)
    monkeypatch.setattr(durable, "read_plain", lambda path: compared.append(path) or read(path))
    replace_seen(book, NEW, OLD)

    assert book.read_bytes() == NEW
    assert slept == [0.05, 0.1, 0.2, 0.4, 0.8][:times]
    assert len(compared) == times + 1


@unix_only
def test_no_link_and_nothing_that_nobody_may_write(tmp_path: Path) -> None:
    """A link would be replaced by a file; what is marked to be only read is so on purpose."""
    book, link = tmp_path / "buku.xlsx", tmp_path / "tautan.xlsx"
    book.write_bytes(OLD)
    link.symlink_to(book)
    with pytest.raises(NotPlainError):
        replace_seen(link, NEW, OLD)
    (tmp_path / "lain").mkdir()
    (tmp_path / "cadangan").symlink_to(tmp_path / "lain")
    with pytest.raises(NotPlainError):
        put_aside(tmp_path / "cadangan", NAMES, OLD)
    book.chmod(0o444)
    with pytest.raises(PermissionError):
        replace_seen(book, NEW, OLD)

    assert link.is_symlink()
    assert book.read_bytes() == OLD
