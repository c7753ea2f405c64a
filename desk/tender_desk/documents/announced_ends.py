"""What is announced of a procurement that came to nothing: that it failed, or was called off."""

from collections.abc import Iterator

from tender_desk.documents.addressing import by_chair
from tender_desk.documents.announcements import (
    announced_on,
    standing_of_announcement,
    until_when,
)
from tender_desk.documents.blocks import Block, Paragraph, Titled
from tender_desk.documents.determined import package_told
from tender_desk.documents.due import cancellation_due, failure_due
from tender_desk.documents.failing import (
    called_off_in_words,
    effective_said,
    follows,
    ground_of,
    how_failed,
)
from tender_desk.documents.phrases import DOCUMENTS
from tender_desk.documents.recap import recap
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.stood import as_announced
from tender_desk.documents.telling import acts_of
from tender_desk.documents.undetermined import told_undeclared
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.evaluation import Failure
from tender_engine.events import Cancellation, FailureAct
from tender_rules.stages.counting import handed_in

__all__ = ["ANNOUNCED_CANCELLATION", "ANNOUNCED_FAILURE"]


def _failure_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    failure = view.evaluation.failure
    yield "", tuple(_failed(view, failure)) if failure else ()
    yield "", until_when(view)


def _failed(view: View, failure: Failure) -> Iterator[Block]:
    """Who declared it on which ground, from when, and what follows.

    Who passed what is told where figures show the ground: where people found it, that would hint
    at who was behind it.
    """
    phase = view.kind.phases[0]
    count = len(handed_in(view.package, phase))
    yield Paragraph(f"Peserta yang menyampaikan {DOCUMENTS[phase]} berjumlah {count}.")
    if view.evaluation.basis.grounds[failure.ground].computed and count:
        yield Paragraph("Hasil evaluasi:")
        yield from recap(view)
    yield Paragraph(
        f"{view.kind.fails} {how_failed(view)} oleh {view.term(failure.declared_by)}, karena "
        f"{ground_of(view, failure)} ({view.cited(failure.citations)}).",
        strong=True,
    )
    yield Paragraph(f"Pernyataan gagal berlaku {effective_said(view, failure)}.")
    yield Paragraph(follows(view, failure))


def _failure_opening(view: View) -> str:
    if told_undeclared(view):
        return (
            f"Bersama ini diumumkan hasil {view.kind.noun} paket {view.package.tender.title} "
            "sebagai berikut."
        )
    return (
        f"Bersama ini diumumkan bahwa {view.kind.fails} paket {view.package.tender.title} "
        "dinyatakan gagal, dengan keterangan sebagai berikut."
    )


def _failure_name(view: View) -> str:
    """Of what is announced before it is declared the result, which nobody passed."""
    if told_undeclared(view):
        return f"Pengumuman Hasil {view.kind.noun}"
    return f"Pengumuman {view.kind.fails} Gagal"


ANNOUNCED_FAILURE = Paper(
    "pengumuman-gagal",
    Words("Pengumuman Tender Gagal", "Announcement of a failure"),
    Audience.PUBLIC,
    standing_of_announcement,
    _failure_parts,
    name=_failure_name,
    scope=as_announced(FailureAct),
    opening=_failure_opening,
    due=failure_due,
    tells=acts_of(FailureAct),
    told_by=announced_on,
    signed_by=by_chair,
)


def _cancellation_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    yield "", (called_off_in_words(view),)


def _cancellation_opening(view: View) -> str:
    return (
        f"Bersama ini diumumkan pembatalan {view.kind.noun} paket {view.package.tender.title} "
        "sebagai berikut."
    )


ANNOUNCED_CANCELLATION = Paper(
    "pengumuman-pembatalan",
    Words("Pengumuman Pembatalan", "Announcement that it was called off"),
    Audience.PUBLIC,
    standing_of_announcement,
    _cancellation_parts,
    name=lambda view: f"Pengumuman Pembatalan {view.kind.noun}",
    opening=_cancellation_opening,
    due=cancellation_due,
    tells=acts_of(Cancellation),
    told_by=announced_on,
    signed_by=by_chair,
)
