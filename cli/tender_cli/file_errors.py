"""What a file system says of a file, in words, and the error that tells it."""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tender_cli.messages import in_words, language, nearest, say
from tender_cli.output import tell

__all__ = ["REASONS", "UnusableError", "reason", "unusable"]

# What Windows says of a file that another program, such as Word or Excel, holds open.
_HELD = (32, 33)
# What the system itself says is English, or in the language of the machine.
REASONS: Mapping[int, str] = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EISDIR: "sebuah folder",
    errno.ENOTDIR: "ada bagian jalurnya yang bukan folder",
    errno.EEXIST: "sudah ada",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.EROFS: "media hanya dapat dibaca",
    errno.EIO: "media penyimpanan rusak atau terlepas",
    errno.EBADF: "sudah ditutup",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EINVAL: "nama atau jalurnya tidak sah",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENOMEM: "memori habis",
    errno.ETIMEDOUT: "jaringan tidak menjawab",
}
_OF_NAME = {"id": "namanya memuat tanda yang tidak sah", "en": "its name holds a sign it may not"}


class UnusableError(click.ClickException):
    """A file that is not there, or cannot be read or written."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Tell it on stderr as any message."""
        tell(in_words("Error: {message}").format(message=self.format_message()))


def unusable(error: OSError | ValueError, path: object) -> UnusableError:
    """The error of a file as people read it; a `ValueError` is that of a name with a NUL in it."""
    known = {
        FileNotFoundError: "file.missing",
        PermissionError: "file.forbidden",
        IsADirectoryError: "file.folder",
    }
    if getattr(error, "winerror", None) in _HELD:
        return UnusableError(say("file.held", path=path))
    key = next((key for kind, key in known.items() if isinstance(error, kind)), "file.failed")
    name, folder = Path(str(path)).name, Path(str(path)).parent
    if key == "file.missing" and not folder.is_dir():
        key = "file.no_folder"
    near = _beside(name, folder) if key == "file.missing" else ""
    return UnusableError(say(key, path=path, folder=folder, reason=reason(error)) + near)


def _beside(name: str, folder: Path) -> str:
    """The tail that names files of the folder whose names are nearest."""
    try:
        return nearest(name, (one.name for one in folder.iterdir()))
    except OSError:
        return ""


def reason(error: OSError | ValueError) -> str:
    """The words for `error`; its number where there are none. A `ValueError` is of the name."""
    if isinstance(error, ValueError):
        return _OF_NAME[language()]
    if language() == "id":
        return REASONS.get(error.errno or 0, f"kesalahan sistem nomor {error.errno}")
    return error.strerror or str(error)
