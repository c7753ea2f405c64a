"""The record of a result as data. Writers only draw it; the same evaluation, same record.

A tender ends in a Berita Acara Hasil Pemilihan, a Seleksi in a Berita Acara Hasil Seleksi, and a
prakualifikasi has a Berita Acara Hasil Prakualifikasi of its own before either.

One that was called off has a record of the decision, and of no evaluation.

What it holds follows Perka LKPP 14/2012 halaman III-253, items a to i.
"""

from collections.abc import Iterator
from datetime import datetime

from attrs import evolve

from tender_desk.documents.acts import acts
from tender_desk.documents.anew import compared
from tender_desk.documents.auction import auction
from tender_desk.documents.blocks import Titled
from tender_desk.documents.closing import remarks, signatures
from tender_desk.documents.draft import standing
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, called_off_instead, cancellation_due
from tender_desk.documents.entries import entries, qualified
from tender_desk.documents.method import method, method_title
from tender_desk.documents.on_record import superseded, written
from tender_desk.documents.order import order
from tender_desk.documents.outcome import outcome
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.prices import prices
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import clarifications, stages
from tender_desk.documents.scores import scores, scores_title
from tender_desk.documents.stood import as_it_stood
from tender_desk.documents.subject import basis, tender_data
from tender_desk.documents.talks import talks
from tender_desk.documents.telling import acts_of, result_of
from tender_desk.documents.undetermined import replaced
from tender_desk.documents.view import View
from tender_desk.documents.working_paper import working_paper
from tender_engine.declared import Words
from tender_engine.events import Cancellation
from tender_engine.terms import Decider, Subject
from tender_rules.stages.standing_acts import called_off

__all__ = ["BAHP", "CANCELLATION", "WORKING_PAPER"]

_TALKS = "Klarifikasi dan Negosiasi Teknis dan Harga"


def _parts(view: View) -> Iterator[Titled]:
    """The sections, in the order of the work; a record of a qualification has nothing of bids."""
    bids = not view.kind.listing
    yield f"Data {view.kind.noun}", tender_data(view)
    if bids and view.kind.before:
        yield "Hasil Prakualifikasi", qualified(view)
    yield entries(view)
    if not view.nothing_came_in:
        yield from _evaluation(view)
    yield from compared(view)
    yield outcome(view)
    yield "Penetapan, Pengumuman, dan Sanggah", acts(view)
    if view.kind.seleksi and (held := talks(view)):
        yield view.kind.said(_TALKS), held
    yield "Keterangan Lain", remarks(view)


def _evaluation(view: View) -> Iterator[Titled]:
    """How documents were evaluated and what came of it, where any came in."""
    bids = not view.kind.listing
    yield method_title(view), method(view)
    if bids:
        yield view.kind.said("Harga Penawaran dan Harga Terkoreksi"), prices(view)
    yield "Hasil Evaluasi pada Setiap Tahapan", stages(view)
    if title := scores_title(view):
        yield title, scores(view)
    yield "Klarifikasi", clarifications(view)
    if bids and (decided := auction(view)):
        yield "E-reverse Auction", decided
    if bids and not view.kind.seleksi and (held := talks(view)):
        yield _TALKS, held
    if bids and not view.kind.cancelled:
        yield "Urutan Peringkat", order(view)


def _without_result(view: View) -> Iterator[Titled]:
    """What stood when the procurement was called off, and the decision; no evaluation is told."""
    yield f"Data {view.kind.noun}", tender_data(view)
    yield entries(view)
    yield outcome(view)


def _minutes(view: View) -> Iterator[Titled]:
    told = tuple(_without_result(view) if view.kind.cancelled else _parts(view))
    yield "Dasar", basis(view, told)
    yield from told
    yield "Penutup dan Tanda Tangan", signatures(view)


def _behind(view: View) -> Iterator[Titled]:
    yield "Dasar", basis(view)
    yield from _parts(view)
    yield from working_paper(view)


def _told_by(view: View) -> Particulars:
    """The panel's act that numbers it; of a pembatalan, which nobody numbered, the day.

    None where that of another result does.
    """
    act, ended = written(view), called_off(view.package)
    if act is None and ended is not None:
        return Particulars(dated=ended.at.date())
    return of_event(None if ended is None and superseded(view) else act)


def _numbered_at(view: View) -> list[datetime]:
    at = _told_by(view).at
    return [at] if at else []


def _standing(view: View) -> Standing:
    """No second one is made where another result took the place of one that has its own."""
    found = standing(view)
    if view.evaluation.failure is None:
        return found
    return evolve(found, reasons=(*found.reasons, *replaced(view)))


def _due(view: View) -> Due:
    """What was called off has the minutes of that, and none of a result."""
    return called_off_instead(view) if view.kind.cancelled else READY


BAHP = Paper(
    "bahp",
    Words("Berita Acara Hasil Pemilihan", "Minutes of the result"),
    Audience.PUBLIC,
    _standing,
    _minutes,
    name=lambda view: view.kind.name,
    scope=as_it_stood,
    due=_due,
    tells=result_of(*Subject, by=Decider.POKJA),
    held=_numbered_at,
    told_by=_told_by,
    # A failure has minutes of its own.
    renewed=lambda now: now.evaluation.failure is None,
)
CANCELLATION = evolve(
    BAHP,
    key="pembatalan",
    words=Words("Berita Acara Pembatalan", "Minutes of what was called off"),
    due=cancellation_due,
    when=standing,
    scope=None,
    held=lambda view: _numbered_at(view) or [each.at for each in view.events(Cancellation)],
    tells=acts_of(Cancellation),
)
WORKING_PAPER = Paper(
    "kertas_kerja",
    Words("Kertas Kerja Internal", "Internal working paper"),
    Audience.INTERNAL,
    standing,
    _behind,
    told_by=_told_by,
)
