"""Pascakualifikasi, satu file, harga terendah sistem gugur (seed: Pasuruan 2022, section XXVII)."""

from tender.workflow import Procedure
from tender_rules.conclusion import conclude
from tender_rules.stages.administration import administration
from tender_rules.stages.award import award
from tender_rules.stages.opening import opening
from tender_rules.stages.pool import pool
from tender_rules.stages.price import price
from tender_rules.stages.pricing import arithmetic
from tender_rules.stages.proof import proof
from tender_rules.stages.qualification import qualification
from tender_rules.stages.technical import technical

__all__ = ["EDGES", "PROCEDURE"]

# Administration and qualification are one box: entered and left together.
EDGES = (
    ("pembukaan", "ada_penawaran", "koreksi_aritmatik"),
    ("pembukaan", "tidak_ada_penawaran", "gagal"),
    ("koreksi_aritmatik", "terkoreksi", "penawaran_dievaluasi"),
    ("penawaran_dievaluasi", "dievaluasi", "evaluasi_administrasi"),
    ("penawaran_dievaluasi", "dievaluasi", "evaluasi_kualifikasi"),
    ("evaluasi_administrasi", "ada_yang_lulus", "evaluasi_teknis"),
    ("evaluasi_administrasi", "tidak_ada_yang_lulus", "gagal"),
    ("evaluasi_kualifikasi", "ada_yang_lulus", "evaluasi_teknis"),
    ("evaluasi_kualifikasi", "tidak_ada_yang_lulus", "gagal"),
    ("evaluasi_teknis", "ada_yang_lulus", "evaluasi_harga"),
    ("evaluasi_teknis", "tidak_ada_yang_lulus", "gagal"),
    ("evaluasi_harga", "ada_yang_lulus", "pembuktian_kualifikasi"),
    ("evaluasi_harga", "tidak_ada_yang_lulus", "gagal"),
    ("pembuktian_kualifikasi", "ada_yang_lulus", "penetapan"),
    ("pembuktian_kualifikasi", "tidak_ada_yang_lulus", "gagal"),
    ("penetapan", "pemenang", "bahp"),
    ("gagal", "pernyataan_gagal", "bahp"),
)

PROCEDURE = Procedure(
    id="pascakualifikasi",
    title="Pascakualifikasi, satu file, harga terendah sistem gugur",
    stages=(
        opening,
        arithmetic,
        pool,
        administration,
        qualification,
        technical,
        price,
        proof,
        award,
    ),
    edges=EDGES,
    conclude=conclude,
)
