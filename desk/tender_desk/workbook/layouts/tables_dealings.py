"""The sheets of what lets bids be held beside each other: deeds, files, and declared interests."""

from collections.abc import Mapping
from typing import Any

from tender_desk.workbook.kinds import (
    FLAG,
    NAME,
    NAMES,
    TEXT,
    CellError,
    Choice,
    Given,
    TextKind,
    is_none,
)
from tender_desk.workbook.kinds.moments import DATE, TIME
from tender_desk.workbook.layouts.layout import ANY, NAME_ONLY, WHO, Table, column, parent
from tender_engine import terms as t

__all__ = ["DEEDS", "FILES", "INTERESTS", "is_of_interest"]

_INTEREST = "pernyataan"
_OF_FILES = {"price": "harga", "other": "lainnya"}


class _Interest(TextKind):
    """What the interest is, in words; a dash or `tidak` says that there is none."""

    of = str | bool

    def read(self, cell: Given) -> Any:
        text = super().read(cell)
        if text is None or not is_none(text):
            try:
                return False if FLAG.read(cell) is False else text
            except CellError:
                return text
        return False

    def write(self, value: Any) -> Any:
        return FLAG.write(value) if isinstance(value, bool) else super().write(value)


def is_of_interest(entry: Mapping[str, Any]) -> bool:
    """Whether an event is what a member of the panel declared of its own interests."""
    return entry.get("type") == _INTEREST


DEEDS = Table(
    "Akta",
    "Akta badan usaha",
    "Satu baris satu akta, sebagaimana tertulis pada dokumen peserta.",
    ("participants", ANY, "deeds"),
    (
        column("Nomor", "number", NAME_ONLY, 22, needed=True),
        column("Tanggal", "date", DATE, 14, needed=True),
        column("Notaris", "notary", NAME, 36, needed=True),
    ),
    parents=(parent("Peserta", WHO),),
    loose=True,
    rare=True,
)
FILES = Table(
    "Properti Berkas",
    "Apa yang tersimpan pada berkas penawaran tentang dirinya",
    "Satu baris satu berkas, sebagaimana tampil pada propertinya. Yang dari berkas harga dibaca"
    " setelah harga itu dibuka. Properti berkas sendiri tidak membuktikan apa pun.",
    ("participants", ANY, "file_metadata"),
    (
        column("Berkas", "file", TEXT, 36, needed=True),
        column("Bagian", "of", Choice(t.PropertiesOf, _OF_FILES), 12, needed=True),
        column("Penulis", "author", TEXT, 24),
        column("Terakhir disimpan oleh", "last_by", TEXT, 24),
        column("Perusahaan", "company", TEXT, 28),
        column("Dibuat", "created", TIME, 18),
        column("Diubah", "modified", TIME, 18),
        column("Perangkat lunak", "software", TEXT, 24),
    ),
    parents=(parent("Peserta", WHO),),
    loose=True,
    rare=True,
)
INTERESTS = Table(
    "Pernyataan",
    "Pernyataan kepentingan anggota Pokja Pemilihan",
    "Satu baris satu pernyataan. Kepentingan: apa kepentingannya, atau tidak. Pada peserta: kode"
    " peserta yang dimaksud; kosong berarti semua peserta. Isinya tidak masuk dokumen mana pun.",
    ("events",),
    (
        column("Waktu", "at", TIME, 18, needed=True),
        column("Anggota", "member", TEXT, 14, source=("Pokja", "Kode"), needed=True),
        column("Kepentingan", "interest", _Interest(), 48, needed=True),
        column("Pada peserta", "participants", NAMES, 24, source=WHO),
    ),
    takes=is_of_interest,
    constant={"type": _INTEREST},
    loose=True,
    rare=True,
)
