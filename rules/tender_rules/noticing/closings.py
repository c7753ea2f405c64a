"""What is recorded before the end of handing in: closings, openings, judgements, clarifications.

Bids are looked at once nobody can hand one in any more. Qualification documents may be looked at
as they come in, so that what is said of them is held to the documents alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from tender_engine.events import (
    TYPES,
    Clarification,
    Closing,
    Confirmation,
    Deadline,
    DeclaredInterest,
    Letter,
    PriceOpening,
)
from tender_engine.findings import Notice, natural
from tender_engine.model import Package
from tender_engine.terms import Phase
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.stages.counting import due
from tender_rules.stages.files import phase_of
from tender_rules.words import event_named

__all__ = [
    "TITLES",
    "before_the_announcement",
    "before_the_end",
    "early_clarifications",
    "early_closings",
    "early_openings",
    "last_handed_in",
    "late_document",
    "misplaced_deadlines",
]

# What may be recorded while a tender is prepared.
_PREPARES = (Confirmation, DeclaredInterest, Letter)

TITLES = {
    Phase.KUALIFIKASI: "Dokumen kualifikasi",
    Phase.PENAWARAN: "Penawaran",
    Phase.PENAWARAN_TAHAP_DUA: "Penawaran tahap kedua",
}


def before_the_announcement(package: Package) -> Iterator[Notice]:
    """What is recorded of a tender before there was one; what only prepares it may be."""
    told = package.tender.announced_on
    early = {type(e) for e in package.events if e.at.date() < told}.difference(_PREPARES)
    for kind in TYPES.values():
        if kind in early:
            what = event_named(kind)
            words = f"{what[:1].upper()}{what[1:]} tercatat sebelum tanggal pengumuman tender."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def misplaced_deadlines(package: Package) -> Iterator[Notice]:
    """A deadline that was set before the document that sets it, or once documents had come in."""
    for phase, title in TITLES.items():
        first = min((e.at for e in package.happened.of(Deadline) if e.of == phase), default=None)
        if first is None:
            continue
        if phase is Phase.PENAWARAN and first.date() < package.tender.document.date:
            words = f"{title}: batas pemasukan tercatat sebelum tanggal Dokumen Pemilihan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        if any(at < first for at in _handed_in(package, phase)):
            words = f"{title}: batas pemasukan baru tercatat setelah dokumen pertama disampaikan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def early_closings(package: Package) -> Iterator[Notice]:
    """A deadline that is recorded as passed before it had come, or before the last document."""
    for phase, title in TITLES.items():
        closings = [e.at for e in package.happened.of(Closing) if e.of == phase]
        until, last = due(package, phase), last_handed_in(package, phase)
        if closings and until is not None and max(closings) < until:
            words = f"{title}: penutupan tercatat sebelum batas akhir yang berlaku."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        elif closings and last is not None and max(closings) < last:
            words = f"{title}: penutupan tercatat sebelum dokumen terakhir disampaikan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def early_openings(package: Package) -> Iterator[Notice]:
    """A price file cannot have been opened before the last bid came in and handing in ended."""
    openings = [event.at for event in package.happened.of(PriceOpening)]
    last = last_handed_in(package, Phase.PENAWARAN)
    if openings and last is not None and min(openings) < last:
        words = "Pembukaan harga tercatat sebelum penawaran terakhir disampaikan."
        yield Notice("URUTAN_WAKTU", words, audience="publik")
    elif before_the_end(package, openings):
        words = "Pembukaan harga tercatat sebelum batas akhir penyampaian penawaran."
        yield Notice("URUTAN_WAKTU", words, audience="publik")


def early_clarifications(package: Package) -> Iterator[Notice]:
    """A bidder cannot have been asked about documents that it had not handed in, or nobody read."""
    for name in sorted({e.participant for e in package.happened.of(Clarification)}, key=natural):
        asked = package.happened.about(Clarification, name)
        if any(_is_early(package, event) for event in asked):
            words = "Klarifikasi tercatat sebelum dokumen yang diklarifikasi dapat dibuka."
            yield Notice("URUTAN_WAKTU", words, name, audience="publik")


def _is_early(package: Package, event: Clarification) -> bool:
    """Whether it lies before the document of its bidder, or before bids could be opened."""
    phase = phase_of(package.tender, event.stage)
    asked = (who for who in package.participants if who.id == event.participant)
    came_in = (getattr(who.submitted, phase) for who in asked)
    if any(at is not None and event.at < at for at in came_in):
        return True
    return phase is Phase.PENAWARAN and before_the_end(package, [event.at])


def late_document(package: Package) -> Iterator[Notice]:
    """The tender's document cannot be younger than what announces it.

    In a prakualifikasi it is for those on the list, so that their bids are held to it.
    """
    tender, told, what = package.tender, package.tender.announced_on, "pengumuman tender"
    if has_prakualifikasi(tender):
        bids = _handed_in(package, Phase.PENAWARAN)
        told, what = min((at.date() for at in bids), default=dt.date.max), "penawaran pertama"
    if tender.document.date > told:
        words = f"Dokumen Pemilihan bertanggal setelah {what}."
        yield Notice("URUTAN_WAKTU", words, audience="publik")


def before_the_end(package: Package, times: Iterable[dt.datetime]) -> bool:
    """Whether one of `times` lies before the end of handing in bids, as far as that is known."""
    until = due(package, Phase.PENAWARAN)
    return until is not None and any(at < until for at in times)


def last_handed_in(package: Package, phase: Phase) -> dt.datetime | None:
    """When the last document of `phase` came in."""
    return max(_handed_in(package, phase), default=None)


def _handed_in(package: Package, phase: Phase) -> list[dt.datetime]:
    times = (getattr(who.submitted, phase) for who in package.participants)
    return [at for at in times if at is not None]
