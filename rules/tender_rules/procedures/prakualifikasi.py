"""Prakualifikasi: first who may bid (seed: Pasuruan 2022, section XXVIII), then the bids.

Until the list is determined and bids are due there is the graph of the qualification alone.
"""

from tender_engine.declared import Words
from tender_engine.workflow import Edge, Procedure, Stage
from tender_rules.conclusion import conclude
from tender_rules.procedures import parts
from tender_rules.stages.administration import administration
from tender_rules.stages.award import award
from tender_rules.stages.equalization import equalization
from tender_rules.stages.intake import intake
from tender_rules.stages.listing import listing
from tender_rules.stages.negotiation import negotiation
from tender_rules.stages.one_bid import talks_with_one
from tender_rules.stages.opening import opening
from tender_rules.stages.pool import pool
from tender_rules.stages.price import price
from tender_rules.stages.pricing import arithmetic
from tender_rules.stages.proof import proof_of_applicants
from tender_rules.stages.qualification import screening
from tender_rules.stages.technical import technical
from tender_rules.stages.unsealing import unsealing

__all__ = ["PROCEDURES"]

_SCREENED = parts.can_leave((intake, screening, proof_of_applicants, listing))
_CLOSING = (arithmetic, price)
_AWARDED = (talks_with_one, award)
_INVITED: tuple[Edge, ...] = (("penetapan_hasil_kualifikasi", "daftar_peserta", "pembukaan"),)
_LISTED: tuple[Edge, ...] = (
    ("penetapan_hasil_kualifikasi", "daftar_peserta", "bahp"),
    ("penetapan_hasil_kualifikasi", "penunjukan_langsung", "bahp"),
)


def _procedure(
    id: str,  # noqa: A002
    title: Words,
    bids: tuple[Edge, ...],
    stages: tuple[Stage, ...],
    ending: tuple[Edge, ...] = parts.AWARDED_AFTER_PRICE,
) -> Procedure:
    edges = (
        *parts.QUALIFICATION,
        *_INVITED,
        *bids,
        *parts.AFTER_PRICE,
        *ending,
        *parts.RECORDED,
    )
    return Procedure(id, title, (*_SCREENED, *parts.can_leave(stages)), edges, conclude)


PROCEDURES = (
    Procedure(
        "prakualifikasi",
        Words("Prakualifikasi", "Prakualifikasi"),
        _SCREENED,
        (*parts.QUALIFICATION, *_LISTED, *parts.RECORDED),
        conclude,
    ),
    _procedure(
        "prakualifikasi_satu_file",
        Words(
            "Prakualifikasi, lalu penawaran satu file",
            "Prakualifikasi, then bids in one file (satu file)",
        ),
        parts.ONE_FILE,
        (opening, arithmetic, pool, administration, technical, price, *_AWARDED),
    ),
    _procedure(
        "prakualifikasi_dua_file",
        Words(
            "Prakualifikasi, lalu penawaran dua file",
            "Prakualifikasi, then bids in two files (dua file)",
        ),
        parts.TWO_FILES,
        (opening, administration, technical, unsealing, *_CLOSING, *_AWARDED),
    ),
    _procedure(
        "prakualifikasi_dua_tahap",
        Words(
            "Prakualifikasi, lalu penawaran dua tahap",
            "Prakualifikasi, then bids in two stages (dua tahap)",
        ),
        parts.TWO_STAGES,
        (opening, administration, technical, equalization, unsealing, *_CLOSING, *_AWARDED),
    ),
    _procedure(
        "prakualifikasi_seleksi",
        Words(
            "Prakualifikasi, lalu Seleksi Jasa Konsultansi Badan Usaha",
            "Prakualifikasi, then Seleksi of a consulting firm",
        ),
        parts.TWO_FILES,
        (opening, administration, technical, unsealing, *_CLOSING, award, negotiation),
        parts.NEGOTIATED,
    ),
)
