"""The record of a prakualifikasi once bids are due: what it was, and nothing that came after.

Until then the record of the result is that of the prakualifikasi itself.
"""

from collections.abc import Iterable, Iterator

from tender_desk.documents.acts import acts
from tender_desk.documents.anew import compared
from tender_desk.documents.bahp import BAHP
from tender_desk.documents.blocks import Titled
from tender_desk.documents.closing import signatures
from tender_desk.documents.determined import award_of
from tender_desk.documents.draft import standing_of_act
from tender_desk.documents.due import READY, Due, called_off_instead, uncalled_for
from tender_desk.documents.entries import entries, ranked_list
from tender_desk.documents.method import method, method_title
from tender_desk.documents.on_record import written
from tender_desk.documents.order import decisions_on_list
from tender_desk.documents.particulars import of_event
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import clarifications, stages
from tender_desk.documents.scores import scores, scores_title
from tender_desk.documents.stood import when_final
from tender_desk.documents.subject import introduced
from tender_desk.documents.telling import result_of
from tender_desk.documents.view import View, of_qualification
from tender_engine.declared import Words
from tender_engine.terms import Subject

__all__ = ["LISTED"]


def _due(view: View) -> Due:
    if not view.kind.before:
        return uncalled_for(
            "pemilihan ini tanpa prakualifikasi", "there is no prakualifikasi in this procurement"
        )
    if view.kind.cancelled:
        return called_off_instead(view)
    if not (view.is_past or view.stood):
        return uncalled_for(
            "hasil prakualifikasi masih dimuat dalam dokumen bahp", "it is the document bahp still"
        )
    return READY


def _as_it_went_out(view: View) -> View:
    """The qualification when its own minutes were final; else what it is by now."""
    past = of_qualification(view)
    if not past.is_past:
        return past
    held = (act for act in (written(past), award_of(past)) if act is not None)
    numbered = [act.at for act in held][:1]
    return when_final(past, numbered, lambda then: then, BAHP.is_final)


def _parts(view: View) -> Iterable[Titled]:
    """Those of the minutes that went out, word for word, where they are at hand."""
    return BAHP.sections(view) if view.stood else _by_now(view)


def _by_now(view: View) -> Iterator[Titled]:
    yield from introduced(view, _told(view))
    yield "Penutup dan Tanda Tangan", signatures(view)


def _told(view: View) -> Iterator[Titled]:
    yield entries(view)
    yield method_title(view), method(view)
    yield "Hasil Evaluasi pada Setiap Tahapan", stages(view)
    if title := scores_title(view):
        yield title, scores(view)
    yield "Klarifikasi", clarifications(view)
    yield from compared(view)
    yield view.kind.list_name, (ranked_list(view), *decisions_on_list(view))
    yield "Penetapan, Pengumuman, dan Sanggah", acts(view)


LISTED = Paper(
    "hasil-prakualifikasi",
    Words("Berita Acara Hasil Prakualifikasi", "Minutes of the prakualifikasi"),
    Audience.PUBLIC,
    lambda view: BAHP.when(view) if view.stood else standing_of_act(view, "berita acara"),
    _parts,
    scope=_as_it_went_out,
    due=_due,
    tells=result_of(Subject.KUALIFIKASI),
    rooted=False,
    told_by=lambda view: of_event(written(view)),
)
