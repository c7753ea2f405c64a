"""What kind of procurement a package is, where the law asks: Tender or Seleksi, and how far on."""

from tender_engine.events import (
    Appeal,
    AppealAnswer,
    Award,
    BondClarification,
    Deadline,
    Event,
    PriceOpening,
    ReverseAuction,
)
from tender_engine.model import Package, Tender
from tender_engine.terms import (
    Category,
    Envelope,
    Method,
    Phase,
    PreviousKind,
    ProcedureName,
    StageId,
    Subject,
)

__all__ = [
    "CONSULTANCY",
    "LOWEST_PRICE",
    "SCORED",
    "WEIGHED",
    "WEIGHED_STAGES",
    "about_fits",
    "appeal_fits",
    "bids_are_due",
    "event_fits",
    "has_prakualifikasi",
    "is_seleksi",
    "only_envelope",
    "only_procedure",
    "repeat_fits",
]

CONSULTANCY = (Category.JASA_KONSULTANSI_BADAN_USAHA, Category.JASA_KONSULTANSI_PERORANGAN)
_PROCEDURES = {
    Category.JASA_KONSULTANSI_BADAN_USAHA: ProcedureName.PRAKUALIFIKASI,
    Category.JASA_KONSULTANSI_PERORANGAN: ProcedureName.PASCAKUALIFIKASI,
}
# Made once: every stage asks for it, and an enumeration is slow to look into.
_QUALIFIED_FIRST = ProcedureName.PRAKUALIFIKASI
# Methods by the price alone, and with a threshold before it.
LOWEST_PRICE = (Method.HARGA_TERENDAH_SISTEM_GUGUR, Method.HARGA_TERENDAH_AMBANG_BATAS)
_OF_APPEALS = (Appeal, BondClarification, AppealAnswer)
# Methods under which price and technical score each have a weight.
WEIGHED = (Method.SISTEM_NILAI, Method.KUALITAS_BIAYA)
WEIGHED_STAGES = (StageId.EVALUASI_TEKNIS, StageId.EVALUASI_HARGA)
# Methods under which the technical proposal is scored and has to reach a threshold.
SCORED = (
    *WEIGHED,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.KUALITAS,
    Method.PAGU_ANGGARAN,
    Method.BIAYA_TERENDAH,
)


def is_seleksi(tender: Tender) -> bool:
    """Whether consultants are selected (Pasal 41), and not a Tender held."""
    return tender.category in CONSULTANCY


def has_prakualifikasi(tender: Tender) -> bool:
    """Whether qualification comes before any bid."""
    return tender.procedure is _QUALIFIED_FIRST


def only_procedure(category: Category) -> ProcedureName | None:
    """When qualification comes, where Pasal 44 leaves no choice: of consultants alone.

    Firms qualify before (ayat (5) huruf b), individuals with their bids (ayat (3) huruf b).
    """
    return _PROCEDURES.get(category)


def only_envelope(category: Category) -> Envelope | None:
    """How bids are handed in, where the law leaves no choice: a Seleksi in two files (43(2))."""
    return Envelope.DUA_FILE if category in CONSULTANCY else None


def repeat_fits(tender: Tender, kind: PreviousKind) -> bool:
    """Whether a tender may be a repeat of this kind: without a prakualifikasi none is held anew."""
    return kind is not PreviousKind.PRAKUALIFIKASI_ULANG or has_prakualifikasi(tender)


def appeal_fits(category: Category) -> bool:
    """Whether there may be an appeal, its bond and answer: only works know one (50(2))."""
    return category is Category.PEKERJAAN_KONSTRUKSI


def event_fits(tender: Tender, kind: type[Event]) -> bool:
    """Whether such an event may happen; what a tender does not say yet excludes nothing."""
    if kind in _OF_APPEALS and tender.category:
        return appeal_fits(tender.category)
    if kind is PriceOpening:
        return tender.envelope is not Envelope.SATU_FILE
    if kind is ReverseAuction and tender.category and tender.method:
        return not is_seleksi(tender) and tender.method in LOWEST_PRICE
    return True


def about_fits(about: str, procedure: str | None, envelope: str | None) -> bool:
    """Whether an act or a deadline may be about that.

    A qualification has a result and a deadline of its own only where it comes first; a second
    offer comes in two stages alone.
    """
    if about == Subject.KUALIFIKASI:
        return procedure != ProcedureName.PASCAKUALIFIKASI
    return about != Phase.PENAWARAN_TAHAP_DUA or envelope in (None, Envelope.DUA_TAHAP)


def bids_are_due(package: Package) -> bool:
    """Whether the part with bids has begun: always, but after a prakualifikasi.

    There it begins with the act on the list and a deadline for bids.
    """
    if not has_prakualifikasi(package.tender):
        return True
    acts = [e for e in package.events if isinstance(e, Award) and e.of == Subject.KUALIFIKASI]
    deadlines = (e.of for e in package.events if isinstance(e, Deadline))
    return bool(acts) and Phase.PENAWARAN in deadlines
