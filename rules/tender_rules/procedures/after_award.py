"""What becomes of a result once people have acted on it: a graph of states, as it is drawn.

An event that no edge takes on from where things stand counts for nothing there.
"""

from collections.abc import Iterable

from tender_engine.basis import Edge
from tender_engine.evaluation import AfterAwardState as S

__all__ = ["AFTER_AWARD"]

_OPEN = (
    S.BELUM_DIUMUMKAN,
    S.MASA_SANGGAH,
    S.MENUNGGU_JAWABAN,
    S.MASA_SANGGAH_BANDING,
    S.MENUNGGU_JAWABAN_BANDING,
    S.SIAP_SPPBJ,
)
# An objection may be answered, and appealed about, before all others are in.
_EARLIER = (S.MASA_SANGGAH, S.MENUNGGU_JAWABAN)
_HEARD = (*_EARLIER, S.MENUNGGU_JAWABAN_BANDING)
# Where things go on once nothing more is asked, for works, for others, and for a list or a failure.
_ONWARD = (S.MASA_SANGGAH_BANDING, S.MENUNGGU_JAWABAN_BANDING, S.SIAP_SPPBJ, S.SELESAI)


def _each(origins: Iterable[S], cause: str, target: S) -> tuple[Edge, ...]:
    return tuple((str(origin), cause, str(target)) for origin in origins)


def _to(origin: S, cause: str, targets: Iterable[S]) -> tuple[Edge, ...]:
    return tuple((str(origin), cause, str(target)) for target in targets)


def _staying(states: Iterable[S], cause: str) -> tuple[Edge, ...]:
    return tuple((str(state), cause, str(state)) for state in states)


AFTER_AWARD: tuple[Edge, ...] = (
    # An act, and one in the place of another.
    *_staying((S.BELUM_DIUMUMKAN, S.PENETAPAN_BATAL), "usul_penetapan"),
    *_each(
        (S.BELUM_DIUMUMKAN, S.MASA_SANGGAH, S.SIAP_SPPBJ, S.PENETAPAN_BATAL, S.SELESAI),
        "penetapan",
        S.BELUM_DIUMUMKAN,
    ),
    *_each((S.BELUM_DIUMUMKAN,), "penolakan_pa", S.PENETAPAN_BATAL),
    # It is announced, objected to, and answered.
    *_to(S.BELUM_DIUMUMKAN, "pengumuman", (S.MASA_SANGGAH, S.SELESAI)),
    *_staying((S.MASA_SANGGAH,), "pengumuman"),
    *_each(_EARLIER, "sanggah", S.MENUNGGU_JAWABAN),
    *_staying((S.MENUNGGU_JAWABAN,), "akhir_masa_sanggah"),
    *_to(S.MASA_SANGGAH, "akhir_masa_sanggah", (S.MASA_SANGGAH, *_ONWARD)),
    *_to(S.MENUNGGU_JAWABAN, "jawaban_sanggah", (S.MENUNGGU_JAWABAN, S.MASA_SANGGAH, *_ONWARD)),
    *_each((S.MENUNGGU_JAWABAN,), "sanggah_benar", S.PENETAPAN_BATAL),
    # Who has asked is answered, whatever has become of the act in between.
    *_staying((S.PENETAPAN_BATAL, S.SELESAI), "jawaban_sanggah"),
    *_staying((S.PENETAPAN_BATAL, S.SELESAI), "sanggah_benar"),
    # Works: the answer is appealed against.
    *_staying(_HEARD, "sanggah_banding"),
    *_each((S.MASA_SANGGAH_BANDING,), "sanggah_banding", S.MENUNGGU_JAWABAN_BANDING),
    *_staying(_HEARD, "akhir_masa_sanggah_banding"),
    *_to(
        S.MASA_SANGGAH_BANDING,
        "akhir_masa_sanggah_banding",
        (S.MASA_SANGGAH, S.MASA_SANGGAH_BANDING, S.SIAP_SPPBJ, S.SELESAI),
    ),
    *_staying((*_HEARD, S.PENETAPAN_BATAL), "jaminan_sah"),
    *_staying((*_EARLIER, S.PENETAPAN_BATAL), "jaminan_tidak_sah"),
    *_to(S.MENUNGGU_JAWABAN_BANDING, "jaminan_tidak_sah", (S.MASA_SANGGAH, *_ONWARD)),
    *_staying((*_EARLIER, S.PENETAPAN_BATAL), "jawaban_sanggah_banding"),
    *_to(S.MENUNGGU_JAWABAN_BANDING, "jawaban_sanggah_banding", (S.MASA_SANGGAH, *_ONWARD)),
    *_each((*_HEARD, S.PENETAPAN_BATAL), "sanggah_banding_benar", S.PENETAPAN_BATAL),
    # A Seleksi is talked over once the masa sanggah has ended, with the next at any time.
    *_to(S.MASA_SANGGAH, "negosiasi", (S.MASA_SANGGAH, S.SIAP_SPPBJ)),
    *_staying((S.BELUM_DIUMUMKAN, S.SIAP_SPPBJ), "negosiasi"),
    *_each((S.BELUM_DIUMUMKAN, S.MASA_SANGGAH, S.SIAP_SPPBJ), "negosiasi_gagal", S.PENETAPAN_BATAL),
    # What else undoes it.
    *_each(_OPEN, "pengunduran_diri", S.PENETAPAN_BATAL),
    *_each(_OPEN, "menolak_perpanjangan", S.PENETAPAN_BATAL),
    *_each((*_OPEN, S.PENETAPAN_BATAL, S.SELESAI), "pernyataan_gagal", S.PENETAPAN_BATAL),
    *_staying((S.BELUM_DIUMUMKAN, *_EARLIER), "pernyataan_gagal"),
    *_each((S.MASA_SANGGAH,), "pernyataan_gagal", S.SELESAI),
    *_each((S.PENETAPAN_BATAL,), "pengumuman", S.SELESAI),
    *_staying((S.SELESAI,), "pengumuman"),
    # The PPK appoints, or refuses, on which the PA decides.
    *_staying((S.SIAP_SPPBJ,), "penolakan_ppk"),
    *_staying((S.SIAP_SPPBJ,), "keputusan_pa"),
    *_each((S.SIAP_SPPBJ,), "sppbj", S.SELESAI),
    # Until then it may be called off.
    *_each((*_OPEN, S.PENETAPAN_BATAL, S.SELESAI), "pembatalan", S.SELESAI),
)
