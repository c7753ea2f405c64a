"""Writing that survives a crash: one writer at a time, whole blocks, and never over what is there.

On every system: binary, so that a line end stays one byte. What is newly made is for its owner
alone, unless it is made `shared`, which leaves it to the umask. A link is never followed.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = [
    "ChangedError",
    "NotPlainError",
    "append",
    "exclusive",
    "hold",
    "make_folder",
    "put_aside",
    "put_new",
    "read_all",
    "read_plain",
    "replace_seen",
    "settle",
    "sync_folder",
    "take_away_halves",
]

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# A pipe in the place of a file is then opened at once, and found to be none.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
# How a system says that somebody else holds a file.
_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
# How a system says that there is a link where none is followed.
_LINKED = frozenset({errno.ELOOP, errno.EMLINK, getattr(errno, "EFTYPE", errno.ELOOP)})
_OWN_FOLDER, _OWN_FILE, _ANY_FOLDER, _ANY_FILE = 0o700, 0o600, 0o777, 0o666
_WRITABLE = 0o222
_HALF = ".baru"
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

    def _lock_now(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _unlock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _lock_now(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class NotPlainError(OSError):
    """In the place of a file or a folder stands a link, or something else that is none."""


class ChangedError(OSError):
    """A file holds something else than what was seen in it."""


def make_folder(folder: Path, *, shared: bool = False) -> None:
    """Have a folder at `folder`, with its name and those it made above it on the disk.

    A run that was killed may have made a folder whose name is not on the disk yet: so the name of
    what is there already is put there too.

    Raises:
        NotPlainError: there is a link.
    """
    _refuse_link(folder)
    missing = []
    there = folder
    while not there.is_dir():
        missing.append(there)
        there = there.parent
    with suppress(PermissionError):  # of a folder that is not ours to read, nothing was made here
        sync_folder(there.absolute().parent)
    for new in reversed(missing):
        with suppress(FileExistsError):  # somebody else was quicker
            new.mkdir(_ANY_FOLDER if shared else _OWN_FOLDER)
        sync_folder(new.parent)


def _refuse_link(place: Path) -> None:
    if place.is_symlink():
        raise NotPlainError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))


@contextmanager
def exclusive(path: Path, *, shared: bool = False) -> Iterator[int]:
    """The file at `path`, open for reading and appending, by nobody else meanwhile.

    It is made if it is not there.

    Raises:
        NotPlainError: there is a link, or no file.
    """
    mode = _ANY_FILE if shared else _OWN_FILE
    file = _open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, mode)
    try:
        _lock(file)
        try:
            yield file
        finally:
            _unlock(file)
    finally:
        os.close(file)


def hold(file: int) -> bool:
    """Keep an open file from whoever else would hold it, until it is closed; whether that could be.

    It is nobody's where its medium knows no locks.
    """
    try:
        _lock_now(file)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _open(path: Path, flags: int, mode: int = _OWN_FILE) -> int:
    """Open a plain file, following no link.

    Raises:
        NotPlainError: it is none.
    """
    _refuse_link(path)  # where the system cannot be told not to follow it
    try:
        file = os.open(path, flags | _BINARY | _NO_LINK | _AT_ONCE, mode)
    except OSError as error:
        if error.errno in _LINKED:
            raise NotPlainError(error.errno, error.strerror, str(path)) from error
        raise
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return file


def read_plain(path: Path) -> bytes:
    """Everything in the file at `path`.

    Raises:
        FileNotFoundError: there is none.
        NotPlainError: there is a link, or no file.
    """
    with os.fdopen(_open(path, os.O_RDONLY), "rb") as stream:
        return stream.read()


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


def settle(file: int) -> None:
    """Put on the disk what an earlier writer, who may have been killed, left in an open file."""
    os.fsync(file)


def put_new(path: Path, content: bytes, *, shared: bool = False) -> None:
    """Make the file at `path` with `content`, its name too on the disk when this returns.

    Raises:
        FileExistsError: it is there with another content, and stays so.
        NotPlainError: there is a link, or no file.
    """
    try:
        there = read_plain(path)
    except FileNotFoundError:
        _put(path, content, _ANY_FILE if shared else _OWN_FILE)
    else:
        if there != content:
            raise FileExistsError(path)
    sync_folder(path.parent)


def put_aside(folder: Path, names: Iterable[str], content: bytes) -> Path:
    """Make a file with `content` under the first free of `names`; nothing is ever overwritten.

    It is on the disk with its name when this returns, and so is `folder`, which is made if need be.

    Raises:
        FileExistsError: none of the names is free.
        NotPlainError: the folder is a link.
    """
    make_folder(folder)
    for path in (folder / name for name in names):
        try:
            _make(path, content, _OWN_FILE)
        except FileExistsError:
            continue
        sync_folder(folder)
        return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def replace_seen(path: Path, content: bytes, seen: bytes) -> None:
    """Let the file at `path` hold `content` in place of what was `seen` in it, or change nothing.

    Whoever may read and write it may do so still. At each moment one of both is there, whole.

    Raises:
        ChangedError: it holds something else by now.
        PermissionError: nobody may write it.
        NotPlainError: there is a link, or no file.
    """
    mode = stat.S_IMODE(path.stat().st_mode)
    if not mode & _WRITABLE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    half = path.with_name(f".{path.name}.{os.getpid()}{_HALF}")
    half.unlink(missing_ok=True)
    try:
        _make(half, content, _OWN_FILE)
        half.chmod(mode)
        _move(half, path, seen)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _put(path: Path, content: bytes, mode: int) -> None:
    half = path.with_name(path.name + _HALF)
    half.unlink(missing_ok=True)
    try:
        _make(half, content, mode)
        _move(half, path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _make(path: Path, content: bytes, mode: int) -> None:
    """Make a file that was not there, its content on the disk; or nothing."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK, mode)
    try:
        try:
            _write(file, content)
        finally:
            os.close(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def take_away_halves(folder: Path) -> None:
    """Take out of `folder` what writers that were killed left half written.

    Only for who alone writes there.
    """
    for half in folder.glob(f"*{_HALF}"):
        half.unlink(missing_ok=True)


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


def _move(half: Path, path: Path, seen: bytes | None = None) -> None:
    """Put `half` in the place of `path`; where it has to hold what was `seen`, only while it does.

    Raises:
        ChangedError: it holds something else.
    """
    for pause in (*_PAUSES, None):
        if seen is not None and read_plain(path) != seen:
            raise ChangedError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        try:
            half.replace(path)
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
