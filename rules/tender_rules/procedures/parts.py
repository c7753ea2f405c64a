"""The parts of which every procedure is made: edges between stages, as the regulation orders them.

Price comes with everything else in one file; in two files or stages it is opened after technical.
"""

from collections.abc import Iterable

from tender_engine.formats.checks_judgement import JUDGED
from tender_engine.terms import StageId
from tender_engine.workflow import Edge, Stage
from tender_rules.stages.abstaining import seated
from tender_rules.stages.withdrawal import leavable

__all__ = [
    "AFTER_PRICE",
    "AFTER_PRICE_AND_PROOF",
    "AWARDED_AFTER_PRICE",
    "AWARDED_AFTER_PROOF",
    "NEGOTIATED",
    "ONE_FILE",
    "QUALIFICATION",
    "RECORDED",
    "TWO_FILES",
    "TWO_STAGES",
    "can_leave",
    "with_qualification",
]

Edges = tuple[Edge, ...]
_NOTHING_MORE = (
    StageId.PEMBUKAAN,
    StageId.PEMBUKAAN_HARGA,
    StageId.PENETAPAN_HASIL_KUALIFIKASI,
    StageId.PENETAPAN,
    StageId.NEGOSIASI,
)
_SOME, _NONE, _FAILED = "ada_yang_lulus", "tidak_ada_yang_lulus", "gagal"


def _judged(stage: str, then: str) -> Edges:
    """A stage that is left by who passes it, or ends the procurement where nobody does."""
    return ((stage, _SOME, then), (stage, _NONE, _FAILED))


QUALIFICATION: Edges = (
    ("pemasukan_kualifikasi", "jumlah_pasti", "evaluasi_kualifikasi"),
    ("pemasukan_kualifikasi", "tidak_ada_kualifikasi", _FAILED),
    ("evaluasi_kualifikasi", _SOME, "pembuktian_kualifikasi"),
    ("evaluasi_kualifikasi", _NONE, _FAILED),
    ("pembuktian_kualifikasi", "cukup_yang_lulus", "penetapan_hasil_kualifikasi"),
    ("pembuktian_kualifikasi", "kurang_yang_lulus", _FAILED),
)
_OPENED: Edges = (("pembukaan", "tidak_ada_penawaran", _FAILED),)
ONE_FILE: Edges = (
    ("pembukaan", "ada_penawaran", "koreksi_aritmatik"),
    *_OPENED,
    ("koreksi_aritmatik", "terkoreksi", "penawaran_dievaluasi"),
    ("penawaran_dievaluasi", "dievaluasi", "evaluasi_administrasi"),
    *_judged("evaluasi_administrasi", "evaluasi_teknis"),
    *_judged("evaluasi_teknis", "evaluasi_harga"),
)
_PRICE_OPENED: Edges = (
    ("pembukaan_harga", "dibuka", "koreksi_aritmatik"),
    ("pembukaan_harga", "tidak_ada_harga", _FAILED),
    ("koreksi_aritmatik", "terkoreksi", "evaluasi_harga"),
)
_TECHNICAL_FIRST: Edges = (
    ("pembukaan", "ada_penawaran", "evaluasi_administrasi"),
    *_OPENED,
    *_judged("evaluasi_administrasi", "evaluasi_teknis"),
)
TWO_FILES: Edges = (
    *_TECHNICAL_FIRST,
    *_judged("evaluasi_teknis", "pembukaan_harga"),
    *_PRICE_OPENED,
)
TWO_STAGES: Edges = (
    *_TECHNICAL_FIRST,
    *_judged("evaluasi_teknis", "penyetaraan_teknis"),
    *_judged("penyetaraan_teknis", "pembukaan_harga"),
    *_PRICE_OPENED,
)
AFTER_PRICE: Edges = _judged("evaluasi_harga", "penetapan")
AFTER_PRICE_AND_PROOF: Edges = (
    *_judged("evaluasi_harga", "pembuktian_kualifikasi"),
    *_judged("pembuktian_kualifikasi", "penetapan"),
)


def _talks_with_one_bid(after: str) -> Edges:
    """One bid may be talked over before the award; nobody has to wait for it."""
    return (
        (after, "satu_penawaran", "negosiasi"),
        ("negosiasi", "sepakat", "penetapan"),
        ("negosiasi", "tidak_sepakat", _FAILED),
    )


_AWARDED: Edges = (("penetapan", "pemenang", "bahp"),)
AWARDED_AFTER_PRICE: Edges = (*_talks_with_one_bid("evaluasi_harga"), *_AWARDED)
AWARDED_AFTER_PROOF: Edges = (*_talks_with_one_bid("pembuktian_kualifikasi"), *_AWARDED)
NEGOTIATED: Edges = (
    ("penetapan", "pemenang", "negosiasi"),
    ("negosiasi", "sepakat", "bahp"),
    ("negosiasi", "tidak_sepakat", _FAILED),
)
RECORDED: Edges = ((_FAILED, "pernyataan_gagal", "bahp"),)


def can_leave(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """`stages`, each of which a bidder may leave by withdrawing.

    Where a seal would be broken or a place given, nothing is decided about who is gone. Where the
    panel judges, only those of it do who have no interest in the bidder.
    """
    by_panel = (seated(stage) if stage.id in JUDGED else stage for stage in stages)
    return tuple(leavable(stage, alone=stage.id in _NOTHING_MORE) for stage in by_panel)


def with_qualification(edges: Edges) -> Edges:
    """`edges` with qualification beside administration, in one box entered and left together."""
    made: list[Edge] = []
    for origin, outcome, target in edges:
        made.append((origin, outcome, target))
        if target == "evaluasi_administrasi":
            made.append((origin, outcome, "evaluasi_kualifikasi"))
        if origin == "evaluasi_administrasi" and target == _FAILED:
            made += _judged("evaluasi_kualifikasi", "evaluasi_teknis")
    return tuple(made)
