"""Pascakualifikasi: qualification together with the bids (seed: Pasuruan 2022, section XXVII).

One graph an envelope; consultants as individuals are chosen in two files and then talked with.
"""

from tender_engine.declared import Words
from tender_engine.workflow import Edge, Procedure, Stage
from tender_rules.conclusion import conclude
from tender_rules.procedures import parts
from tender_rules.stages.administration import administration
from tender_rules.stages.award import award
from tender_rules.stages.equalization import equalization
from tender_rules.stages.negotiation import negotiation
from tender_rules.stages.one_bid import talks_with_one
from tender_rules.stages.opening import opening
from tender_rules.stages.pool import pool
from tender_rules.stages.price import price
from tender_rules.stages.pricing import arithmetic
from tender_rules.stages.proof import proof
from tender_rules.stages.qualification import qualification
from tender_rules.stages.technical import technical
from tender_rules.stages.unsealing import unsealing

__all__ = ["PROCEDURES"]

_BOX = (administration, qualification)
_CLOSING = (arithmetic, price, proof)
_AWARDED = (talks_with_one, award)


def _procedure(
    id: str,  # noqa: A002
    title: Words,
    bids: tuple[Edge, ...],
    stages: tuple[Stage, ...],
    ending: tuple[Edge, ...] = parts.AWARDED_AFTER_PROOF,
) -> Procedure:
    edges = (
        *parts.with_qualification(bids),
        *parts.AFTER_PRICE_AND_PROOF,
        *ending,
        *parts.RECORDED,
    )
    return Procedure(id, title, parts.can_leave(stages), edges, conclude)


PROCEDURES = (
    _procedure(
        "pascakualifikasi",
        Words("Pascakualifikasi, satu file", "Pascakualifikasi, one file (satu file)"),
        parts.ONE_FILE,
        (opening, arithmetic, pool, *_BOX, technical, price, proof, *_AWARDED),
    ),
    _procedure(
        "pascakualifikasi_dua_file",
        Words("Pascakualifikasi, dua file", "Pascakualifikasi, two files (dua file)"),
        parts.TWO_FILES,
        (opening, *_BOX, technical, unsealing, *_CLOSING, *_AWARDED),
    ),
    _procedure(
        "pascakualifikasi_dua_tahap",
        Words("Pascakualifikasi, dua tahap", "Pascakualifikasi, two stages (dua tahap)"),
        parts.TWO_STAGES,
        (opening, *_BOX, technical, equalization, unsealing, *_CLOSING, *_AWARDED),
    ),
    _procedure(
        "pascakualifikasi_seleksi",
        Words(
            "Pascakualifikasi, Seleksi Jasa Konsultansi Perorangan",
            "Pascakualifikasi, Seleksi of an individual consultant",
        ),
        parts.TWO_FILES,
        (opening, *_BOX, technical, unsealing, *_CLOSING, award, negotiation),
        parts.NEGOTIATED,
    ),
)
