"""Why the operating system refused something, in the language spoken."""

import errno
from collections.abc import Mapping

from tender_cli.messages import language

__all__ = ["REASONS", "reason"]

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


def reason(error: OSError | ValueError) -> str:
    """The words for `error`; its number where there are none. A `ValueError` is of the name."""
    if isinstance(error, ValueError):
        return _OF_NAME[language()]
    if language() == "id":
        return REASONS.get(error.errno or 0, f"kesalahan sistem nomor {error.errno}")
    return error.strerror or str(error)
