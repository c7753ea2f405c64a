"""The outside of a workbook: is it an .xlsx at all, and is its archive an honest one."""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

__all__ = ["HostileFileError", "checked_archive", "inflated"]

CHUNK = 1 << 16
_LARGEST_FILE = 20_000_000
_MOST_ENTRIES = 2_000
_LARGEST_ENTRY = 64_000_000
_LARGEST_TOTAL = 160_000_000
# No sheet that people made is packed tighter than this; what is small may be.
_TIGHTEST = 150
_NEVER_TOO_TIGHT = 4_000_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What people take for a workbook: how it begins, and what it is told as.
_OTHERS = {
    b"%PDF": "XLS240",
    b"\x89PNG": "XLS241",
    b"\xff\xd8\xff": "XLS241",
    b"GIF8": "XLS241",
    b"II*\0": "XLS241",
    b"MM\0*": "XLS241",
}
_MARKS_OF_TEXT = (b"\xff\xfe", b"\xfe\xff")
# What no text holds.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\f\r")
_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class HostileFileError(ValueError):
    """A file that is not opened; `code` and `params` say why; words: `guard_faults.toml`."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Mapping[str, str] = params
        super().__init__(" ".join((code, *params.values())))


@contextmanager
def checked_archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive of a workbook, its directory checked, its entries not yet.

    Raises:
        HostileFileError: it is too large, of another kind, damaged, or its directory is a trap.
    """
    if len(data) > _LARGEST_FILE:
        raise HostileFileError("XLS007", bound=f"{_LARGEST_FILE // 1_000_000} MB")
    if data.startswith(_OLE):
        raise HostileFileError("XLS003" if _OLE_ENCRYPTED in data else "XLS002")
    if not data.startswith(b"PK"):
        raise HostileFileError(_kind_of(data))
    # Before the directory is read: a directory of a million entries takes seconds and memory.
    if data.count(_ENTRY_MARK) > 2 * _MOST_ENTRIES:
        raise HostileFileError("XLS009", part="")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise HostileFileError("XLS008") from error
    with archive:
        _check_directory(archive.infolist())
        _check_kind({entry.filename for entry in archive.infolist()}, archive)
        yield archive


def _kind_of(data: bytes) -> str:
    """What to tell of what is no archive: empty, ankind that is known, a text, or no more.

    A disk that was full or a power cut leaves nothing, or nothing but zeros.
    """
    if not data.strip(b"\0"):
        return "XLS249"
    if known := next((code for mark, code in _OTHERS.items() if data.startswith(mark)), ""):
        return known
    text = data.startswith(_MARKS_OF_TEXT) or not _BINARY & set(data[:CHUNK])
    return "XLS248" if text else "XLS001"


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_ENTRIES:
        raise HostileFileError("XLS009", part="")
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        plain = name.casefold()
        unsafe = "\\" in name or ":" in name or not name.isprintable()
        if unsafe or plain in seen or {"", ".", ".."} & set(name.removesuffix("/").split("/")):
            raise HostileFileError("XLS009", part=_shown(name))
        seen.add(plain)
        if entry.flag_bits & _ENCRYPTED:
            raise HostileFileError("XLS003")
        if entry.compress_type not in _METHODS:
            raise HostileFileError("XLS008")
    if sum(entry.file_size for entry in entries) > _LARGEST_TOTAL:
        raise HostileFileError("XLS010", part="", bound=_megabytes(_LARGEST_TOTAL))


def _check_kind(names: set[str], archive: zipfile.ZipFile) -> None:
    if any(name.casefold().endswith("vbaproject.bin") for name in names) or any(
        name.casefold().startswith("xl/macrosheets/") for name in names
    ):
        raise HostileFileError("XLS005")
    if "xl/workbook.bin" in names:
        raise HostileFileError("XLS004")
    if "mimetype" in names and archive.getinfo("mimetype").file_size < CHUNK:
        raise HostileFileError("XLS006")
    if "[Content_Types].xml" not in names:
        raise HostileFileError("XLS014")


def inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of `entry` in chunks; no more than one of them is ever held.

    Raises:
        HostileFileError: it grows beyond every measure, or is not what the directory says.
    """
    size = 0
    tightest = max(_NEVER_TOO_TIGHT, _TIGHTEST * entry.compress_size)
    try:
        with archive.open(entry) as source:
            while chunk := source.read(CHUNK):
                size += len(chunk)
                if size > min(_LARGEST_ENTRY, tightest):
                    part, bound = _shown(entry.filename), _megabytes(_LARGEST_ENTRY)
                    raise HostileFileError("XLS010", part=part, bound=bound)
                yield chunk
    except HostileFileError:
        raise
    except Exception as error:  # zlib, zipfile and struct each have their own
        raise HostileFileError("XLS008") from error
    if size != entry.file_size:
        raise HostileFileError("XLS008")


def _shown(name: str) -> str:
    """The name of a part, fit to be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:80]


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"
