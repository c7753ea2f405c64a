"""The names of the workbook's sheets, and where on them the columns have their heads."""

import re

__all__ = [
    "ABOUT",
    "GUIDE",
    "HEADER_ROW",
    "IN_ORDER",
    "IN_ORDER_AT",
    "OWN",
    "REST",
    "REST_HEAD",
    "REST_HEADERS",
    "SPSE",
    "SPSE_HEAD",
    "WORDS",
    "title_of",
]

GUIDE, REST, WORDS = "Petunjuk", "Lain-lain", "Daftar"
# Where what SPSE prints of the tender is pasted.
SPSE = "SPSE"
SPSE_HEAD = (
    "Salinan halaman tender pada SPSE",
    (
        "Tempel di bawah ini tabel pengumuman dari SPSE, seluruhnya. Isinya tidak perlu diketik"
        " lagi di Paket; bila keduanya diisi, keduanya harus sama."
    ),
)
# A sheet or column whose name begins so is the panel's own, and is never read.
OWN = "Catatan"
# A sheet or column whose name begins so is what the engine found, and is never read either.
FOUND_SHEET, FOUND_COLUMN = "Hasil", "Mesin"
HEADER_ROW = 4
ABOUT = "Peserta"
# Beside the participant of a price sheet: that its lines are in order, though they look at odds.
IN_ORDER = "Urutan sesuai"
# The column of its answer, far enough from the name to leave that readable.
IN_ORDER_AT = 10
REST_HEADERS = ("Tempat", "Isi (JSON)")
REST_HEAD = (
    "Yang tidak mempunyai kolom sendiri",
    "Ditulis oleh program, mis. data dari sistem lain. Pada tender biasa lembar ini kosong.",
)
_LONGEST = 31
_SIGNS = re.compile(r"[^A-Za-z0-9._-]")


def title_of(name: str, whose: str | None, taken: set[str]) -> str:
    """The title of a sheet, added to those `taken`; a price sheet's has its bidder's id."""
    title = name
    if whose is not None:
        title = f"{title} {whose}"
        short, number = title[:_LONGEST], 1
        while short.casefold() in taken:
            number += 1
            tail = f" ({number})"
            short = title[: _LONGEST - len(tail)] + tail
        title = short
    taken.add(title.casefold())
    return title
