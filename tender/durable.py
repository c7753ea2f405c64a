"""Writing that survives a crash: one writer at a time, whole blocks, and never over what is there.

On every system: binary, so that a line end stays one byte.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["append", "exclusive", "put_new", "read_all"]

_BINARY = getattr(os, "O_BINARY", 0)
# A virus scanner or a synchroniser may hold a file for a moment: access denied, sharing, locked.
_HELD = frozenset({5, 32, 33})
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)

if sys.platform == "win32":
    import msvcrt

    # Locks there are mandatory: this byte lies behind every log, so that readers are not hindered.
    _FAR = 1 << 30

    def _lock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def _unlock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def exclusive(path: Path) -> Iterator[int]:
    """The file at `path`, open for reading and appending, by nobody else meanwhile.

    It is made if it is not there.
    """
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, 0o644)
    try:
        _lock(file)
        try:
            yield file
        finally:
            _unlock(file)
    finally:
        os.close(file)


def read_all(file: int) -> bytes:
    """Everything in an open file."""
    os.lseek(file, 0, os.SEEK_SET)
    with os.fdopen(file, "rb", closefd=False) as stream:
        return stream.read()


def append(file: int, block: bytes) -> None:
    """Put `block` at the end, on the disk when this returns; all of it or nothing.

    Raises:
        OSError: it could not be written; what had been there is as it was.
    """
    before = os.fstat(file).st_size
    try:
        _write(file, block)
    except BaseException:
        os.ftruncate(file, before)
        raise


def put_new(path: Path, content: bytes) -> None:
    """Make the file at `path` with `content`, on the disk when this returns.

    Raises:
        FileExistsError: it is there with another content, and stays so.
    """
    if path.exists():
        if path.read_bytes() != content:
            raise FileExistsError(path)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".baru")
    file = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
    try:
        _write(file, content)
    finally:
        os.close(file)
    _move(half, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(file: int, block: bytes) -> None:
    view = memoryview(block)
    while view:
        view = view[os.write(file, view) :]
    os.fsync(file)


def _move(half: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            half.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    half.replace(path)
