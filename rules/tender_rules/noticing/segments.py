"""For which businesses a package of its size is, beside those that the document is for.

Told to those inside, and never more: no verdict rests on these values, so none stands among those
of an evaluation, and none has to be confirmed.
"""

from collections.abc import Iterator

from tender_engine.findings import Notice
from tender_engine.law import Law
from tender_engine.model import Tender
from tender_engine.terms import BusinessSize, Category
from tender_engine.workflow import Case
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.sizes import BUSINESS_SIZE, SMALL, sizes_said
from tender_rules.words import rupiah

__all__ = ["other_segments"]

_CODE = "SEGMENTASI_BERBEDA"
_BANDS = ("segment.small_up_to", "segment.works_medium_up_to")


def other_segments(case: Case) -> Iterator[Notice]:
    """The document is for businesses of another size than the law sets such a package apart for."""
    tender = case.package.tender
    asked = tender.asks(BUSINESS_SIZE.stage).of(BUSINESS_SIZE)
    if not asked or is_seleksi(tender):
        return
    segment = _reserved(tender, case.law) or _band(tender, case.law)
    if segment is None:
        return
    sizes, why = segment
    others = [size for size in asked if size not in sizes]
    if others:
        words = f"Pagu Anggaran {rupiah(tender.pagu)}: {why}. Dokumen meminta {sizes_said(others)}."
        yield Notice(_CODE, words)


def _reserved(tender: Tender, law: Law) -> tuple[tuple[BusinessSize, ...], str] | None:
    """For whom a package up to the limit is, unless it is beyond what they are able to do."""
    used = law.values.get("segment.small_up_to")
    if used is None or tender.pagu > used.number:
        return None
    why = (
        f"paket sampai dengan {rupiah(used.number)} diperuntukkan bagi usaha kecil dan/atau "
        "koperasi, kecuali paket yang menuntut kemampuan teknis yang tidak dapat dipenuhinya "
        f"({used.instrument} {used.article})"
    )
    return SMALL, why


def _band(tender: Tender, law: Law) -> tuple[tuple[BusinessSize, ...], str] | None:
    """For whom works above that limit are, by bands that no text which was read confirms."""
    small, most = (law.values.get(param) for param in _BANDS)
    works = tender.category is Category.PEKERJAAN_KONSTRUKSI
    if not works or small is None or most is None:
        return None
    medium = tender.pagu <= most.number
    size = BusinessSize.MENENGAH if medium else BusinessSize.BESAR
    bounds = f"di atas {rupiah(small.number)} sampai dengan" if medium else "di atas"
    why = (
        f"Pekerjaan Konstruksi {bounds} {rupiah(most.number)} diperuntukkan bagi usaha {size} "
        "(segmentasi yang teksnya belum dibaca)"
    )
    return (size,), why
