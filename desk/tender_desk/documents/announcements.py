"""What is announced to everybody of a result: the list of who may bid, and the winner.

An announcement tells who was determined at which price, and which evaluations each participant
passed. Why somebody fell is told to that one by letter, and stands in the minutes.
"""

from collections.abc import Iterator

from tender_desk.documents.addressing import by_chair
from tender_desk.documents.blocks import Paragraph, Titled
from tender_desk.documents.determined import candidates, determined_by, package_told, winner_told
from tender_desk.documents.draft import standing_once_announced
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import (
    READY,
    Due,
    announced,
    appointed_directly,
    called_off_instead,
    uncalled_for,
    waits,
)
from tender_desk.documents.entries import ranked_list
from tender_desk.documents.objecting import may_object, opened
from tender_desk.documents.order import decisions_on_list
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.phrases import DOCUMENTS
from tender_desk.documents.recap import recap
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.stood import as_announced
from tender_desk.documents.telling import result_of
from tender_desk.documents.view import View, of_qualification
from tender_engine.declared import Words
from tender_engine.events import Announcement, Award
from tender_engine.terms import Subject
from tender_rules.stages.counting import handed_in

__all__ = [
    "ANNOUNCED_LIST",
    "ANNOUNCED_WINNER",
    "announced_on",
    "standing_of_announcement",
    "until_when",
    "winner_due",
]

_NO_DAY = Words("hari pengumumannya belum dicatat", "its day is not recorded")


def standing_of_announcement(view: View) -> Standing:
    """It is final once the result is, and the day is recorded on which it was announced."""
    return standing_once_announced(view, "pengumuman", _NO_DAY)


def announced_on(view: View) -> Particulars:
    """The day of an announcement is the one on which the result was announced."""
    found = view.about_it(view.events(Announcement)) if announced(view) else []
    return of_event(found[-1] if found else None)


def until_when(view: View) -> tuple[Paragraph, ...]:
    """The time to object, where the announcement opened one."""
    return (may_object(view),) if opened(view) else ()


def _list_due(view: View) -> Due:
    if not view.kind.before:
        return uncalled_for(
            "pemilihan ini tanpa prakualifikasi", "there is no prakualifikasi in this procurement"
        )
    if view.kind.cancelled:
        return called_off_instead(view)
    if view.evaluation.failure is not None and not view.is_past:
        return uncalled_for("prakualifikasi gagal", "the prakualifikasi failed")
    if not view.evaluation.shortlist:
        return waits("hasil prakualifikasi", "the result of the prakualifikasi")
    return READY


def _list_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    count = len(handed_in(view.package, view.kind.phases[0]))
    names = view.evaluation.shortlist
    words = (
        f"Peserta yang menyampaikan {DOCUMENTS[view.kind.phases[0]]} berjumlah {count}; peserta "
        f"yang masuk {view.kind.list_name} berjumlah {len(names)}, yaitu:"
    )
    yield "", (Paragraph(words), ranked_list(view), *decisions_on_list(view))
    yield "", (Paragraph("Hasil evaluasi kualifikasi:"), *recap(view))
    yield "", until_when(view)


def _list_opening(view: View) -> str:
    who = f"{determined_by(view)}, Pokja Pemilihan"
    return f"{who} mengumumkan hasil prakualifikasi sebagai berikut."


def _list_announced(view: View) -> View:
    """The qualification, as it was announced: what became of bids since is not told with it."""
    return of_qualification(as_announced(Award)(of_qualification(view)))


ANNOUNCED_LIST = Paper(
    "pengumuman-prakualifikasi",
    Words("Pengumuman Hasil Prakualifikasi", "Announcement of the list of who may bid"),
    Audience.PUBLIC,
    standing_of_announcement,
    _list_parts,
    scope=_list_announced,
    opening=_list_opening,
    due=_list_due,
    tells=result_of(Subject.KUALIFIKASI),
    told_by=announced_on,
    signed_by=by_chair,
    renewed=lambda _: True,
)


def winner_due(view: View) -> Due:
    """Whether there is a winner to tell of, determined or proposed."""
    if view.kind.cancelled:
        return called_off_instead(view)
    if view.evaluation.failure is not None:
        return uncalled_for("pemilihan gagal", "the procurement failed")
    if view.kind.alone:
        return appointed_directly(view)
    if view.evaluation.winner is None:
        return waits("hasil evaluasi penawaran", "the result of the evaluation of bids")
    return READY


def _winner_parts(view: View) -> Iterator[Titled]:
    yield "", (package_told(view),)
    yield "", tuple(candidates(view))
    yield "", (Paragraph("Hasil evaluasi:"), *recap(view))
    yield "", until_when(view)


def _winner_opening(view: View) -> str:
    who = f"{determined_by(view)}, Pokja Pemilihan"
    return f"{who} mengumumkan {winner_told(view)} sebagai berikut."


ANNOUNCED_WINNER = Paper(
    "pengumuman",
    Words("Pengumuman Pemenang", "Announcement of the winner"),
    Audience.PUBLIC,
    standing_of_announcement,
    _winner_parts,
    name=lambda view: f"Pengumuman Pemenang {view.kind.noun}",
    scope=as_announced(Award),
    opening=_winner_opening,
    due=winner_due,
    tells=result_of(Subject.PEMILIHAN),
    told_by=announced_on,
    signed_by=by_chair,
    renewed=lambda _: True,
)
