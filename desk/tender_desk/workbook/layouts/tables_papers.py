"""The sheets about papers: their numbers, days, places and people, and what the office sets."""

from collections.abc import Mapping
from typing import Any

from tender_desk.documents.phrases import MEETINGS
from tender_desk.workbook.kinds import PAPER_NUMBER, TEXT, WORDS, Choice, Kind, Listed
from tender_desk.workbook.kinds.moments import DATE, TIME
from tender_desk.workbook.kinds.people import PAPER_KIND, PRESENT, SIGNERS
from tender_desk.workbook.layouts.laid_out import an_act
from tender_desk.workbook.layouts.layout import WHO, Column, Table, column
from tender_engine import terms as t

__all__ = ["LETTERS", "OFFICE", "ON_LETTERS", "is_of_letters"]

# The events that stand on a sheet of their own.
ON_LETTERS = ("surat", "undangan", "berita_acara")
_CALL, _LETTER, _MINUTES = ("undangan",), ("surat",), ("berita_acara",)


def _of(title: str, key: str, kind: Kind, width: int, *only: str, **more: Any) -> Column:
    return column(title, key, kind, width, only=only, **more)


def is_of_letters(entry: Mapping[str, Any]) -> bool:
    """Whether an event is about the number or the people of a paper."""
    return entry.get("type") in ON_LETTERS


LETTERS = Table(
    "Surat",
    "Nomor, tanggal, tempat, dan yang hadir",
    "surat: nomor dan tanggal satu dokumen. undangan: kepada peserta, untuk waktu tertentu. berita"
    " acara: nomor dan tempat BAHP. Yang hadir: satu baris satu orang, nama; jabatan; kode peserta"
    " yang diwakilinya.",
    ("events",),
    (
        column("Jenis", "type", Choice(ON_LETTERS), 16, needed=True),
        column("Waktu", "at", TIME, 18, needed=True),
        _of("Nomor dan tanggal dari", "of", PAPER_KIND, 36, *_LETTER),
        _of("Undangan untuk", "of", Choice(t.InvitedTo, phrases=[MEETINGS]), 16, *_CALL),
        _of("Berita acara tentang", "of", Choice(t.Subject), 18, *_MINUTES),
        _of("Peserta", "participant", TEXT, 12, *_LETTER, *_CALL, source=WHO),
        column("Nomor", "number", PAPER_NUMBER, 30),
        _of("Tanggal", "date", DATE, 14, *_LETTER),
        _of("Diundang untuk", "for", TIME, 18, *_CALL),
        column("Tempat", "place", WORDS, 28),
        _of("Yang hadir", "present", PRESENT, 48, *_CALL, *_MINUTES, source=WHO),
    ),
    takes=is_of_letters,
    loose=True,
    rare=True,
    ready=an_act,
)
OFFICE = Table(
    "Kantor",
    "Nomor, tembusan, dan penanda tangan menurut kebiasaan kantor",
    "Satu baris satu jenis dokumen; 'semua' berlaku untuk yang lain. Pola nomor: {urut}, {bulan},"
    " {tahun}, {kode}, mis. 027/{urut}/POKJA/{bulan}/{tahun}. Tembusan dipisahkan titik koma."
    " Penanda tangan: satu baris satu orang, nama; jabatan; NIP.",
    ("extensions", "kantor", "papers"),
    (
        column("Jenis dokumen", "of", PAPER_KIND, 40, needed=True),
        column("Pola nomor", "number", TEXT, 36),
        column("Tembusan", "copies", Listed(TEXT), 48),
        column("Penanda tangan", "signatories", SIGNERS, 48),
    ),
    loose=True,
    rare=True,
)
