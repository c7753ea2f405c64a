"""What SPSE's schedule and papers call what happened, typed as the kind of an event.

Only what one kind alone can be is read so. Of a name that says what it is about, such as `Penetapan
Hasil Kualifikasi`, that is kept beside the kind.
"""

import re
from typing import Any, Self

from tender_desk.workbook.kinds import CellError, Choice
from tender_engine.terms import Phase, Subject

__all__ = ["Happened", "Scheduled"]

_WORD = re.compile(r"\w+")
# What says nothing of the kind, and what is called in more than one way.
_IDLE = frozenset(("akhir", "dan", "dokumen"))
_SAME = {"sampul": "file", "prakualifikasi": "kualifikasi", "biaya": "harga", "unggah": "upload"}
_SAME |= {"1": "i", "satu": "i", "2": "ii", "dua": "ii", "penyampaian": "pemasukan"}
_OPENING = "pembukaan penawaran"
_NAMES: dict[tuple[str, str], tuple[str, ...]] = {
    ("penjelasan", ""): ("pemberian penjelasan", "penjelasan pemilihan", "aanwijzing"),
    ("penutupan", Phase.PENAWARAN): (_OPENING, f"{_OPENING} file i"),
    ("penutupan", Phase.KUALIFIKASI): ("pembukaan kualifikasi",),
    ("pembukaan_harga", ""): (
        *(f"{_OPENING} {last}" for last in ("harga", "file ii", "file ii harga")),
        "pembukaan evaluasi penawaran file ii",
    ),
    ("negosiasi", ""): ("klarifikasi negosiasi", "klarifikasi negosiasi teknis harga"),
    ("penetapan", Subject.PEMILIHAN): ("penetapan pemenang",),
    ("penetapan", Subject.KUALIFIKASI): ("penetapan hasil kualifikasi",),
    ("pengumuman", Subject.PEMILIHAN): ("pengumuman pemenang", "pengumuman hasil pemilihan"),
    ("pengumuman", Subject.KUALIFIKASI): ("pengumuman hasil kualifikasi",),
    ("akhir_masa_sanggah", ""): ("berakhirnya masa sanggah",),
    ("akhir_masa_sanggah_banding", ""): ("berakhirnya masa sanggah banding",),
    ("sanggah", ""): ("pengajuan sanggah", "pemasukan sanggah"),
    ("sanggah_banding", ""): ("pengajuan sanggah banding", "pemasukan sanggah banding"),
    ("sppbj", ""): ("surat penunjukan penyedia", "surat penunjukan penyedia barang jasa"),
}
for _phase in (Phase.PENAWARAN, Phase.KUALIFIKASI):
    _handed = tuple(f"{how} {_phase}" for how in ("upload", "pemasukan"))
    _NAMES["batas_pemasukan", _phase] = (*_handed, *(f"batas {name}" for name in _handed))
    _NAMES["penutupan", _phase] += (f"penutupan {_phase}", f"penutupan {_handed[1]}")
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names}
# Rows of the schedule that no event records: the word most like one would tell of a result.
_ELSEWHERE = re.compile(
    r"pengumuman (?:pasca)?kualifikasi|pengumuman (?:tender|seleksi)(?: ulang)?|download pemilihan"
    r"|download kualifikasi|(?:evaluasi|pembuktian) (?:\w+ )*\w+|penandatanganan kontrak"
)
# It begins and ends, and which of both a time is nobody knows; and what each begins with.
_PERIOD = re.compile(
    r"masa (sanggah(?: banding)?)(?: hasil)?(?: (?:kualifikasi|pemilihan|tender|seleksi))?"
)
_BEGINS = {"sanggah": "pengumuman", "sanggah banding": "jawaban sanggah"}


class Scheduled(str):
    """A kind of event by a name of the schedule; `of` is what that says it is about, if anything.

    One that is `opening` bids is this kind where all of a bid is in one file.
    """

    of: str
    typed: str
    opening: bool

    def __new__(cls, name: str, typed: str) -> Self:
        """The kind that is called by a name; as it was `typed`, to be told."""
        kind, of = _KINDS[name]
        made = super().__new__(cls, kind)
        made.of, made.typed, made.opening = of, typed, name == _OPENING
        return made


class Happened(Choice):
    """A kind of event, or what the schedule of SPSE calls it."""

    def read(self, cell: Any) -> str | None:
        """As every choice.

        Raises:
            CellError: it is a row of the schedule that is no event, such as a period.
        """
        said = super().read(cell)
        if said is None or said in self.members:
            return said
        words = (_SAME.get(word, word) for word in _WORD.findall(said.casefold()))
        name = " ".join(word for word in words if word not in _IDLE)
        if period := _PERIOD.fullmatch(name):
            raise CellError("XLS251", found=said[:40], of=period[1], begins=_BEGINS[period[1]])
        if _ELSEWHERE.fullmatch(name):
            raise CellError("XLS255", found=said[:40])
        return Scheduled(name, said) if name in _KINDS else said
