"""Minutes of the talks with one bidder: what was asked and agreed, item by item, and what it is.

They tell of nobody else, and the bidder signs them too.
"""

from collections.abc import Iterator
from datetime import datetime

from tender_desk.documents.attendance import for_the_bidder
from tender_desk.documents.blocks import Block, Paragraph, Subheading, Titled, table
from tender_desk.documents.closing import signed
from tender_desk.documents.draft import standing_of_stages
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, of_result, uncalled_for, waits
from tender_desk.documents.meetings import called_to, meetings_told, of_meeting_to
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import clarified
from tender_desk.documents.subject import introduced
from tender_desk.documents.talks import agreed_in_full, talks
from tender_desk.documents.telling import acts_of
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.events import Clarification, Negotiation, TalkedItem
from tender_engine.terms import InvitedTo, StageId
from tender_rules.words import date_and_clock

__all__ = ["NEGOTIATION"]

_STAGE = StageId.NEGOSIASI
_NAME = "Berita Acara Klarifikasi dan Negosiasi Teknis dan Harga"
_UNTOLD = Words("hal yang dinegosiasikan belum dicatat", "what was negotiated is not recorded")


def _held(view: View) -> list[Negotiation]:
    return [event for event in view.events(Negotiation) if view.concerns(event.participant)]


def _due(view: View) -> Due:
    if _held(view):
        return READY
    name = view.who(view.bidder)
    evaluation = view.evaluation
    due = {x.participant for x in evaluation.awaiting if x.stage is _STAGE}
    if evaluation.next == "negosiasi":
        due.add(evaluation.winner)
    if view.bidder in due:
        return waits(f"negosiasi dengan {name}", f"the negotiation with {name}")
    return uncalled_for(f"tidak ada negosiasi dengan {name}", f"no negotiation with {name}")


def _standing(view: View) -> Standing:
    untold = not (_asked(view) or all(event.items for event in _held(view)))
    return standing_of_stages(view.narrowed(_STAGE), _UNTOLD if untold else None)


def _talked_at(view: View) -> list[datetime]:
    return [event.at for event in (*_held(view), *_asked(view))]


def _told_by(view: View) -> Particulars:
    """The meeting that was called, or else when the talks were held."""
    if called_to(view, InvitedTo.NEGOSIASI) is not None:
        return of_meeting_to(view, InvitedTo.NEGOSIASI)
    return of_event(next(reversed(_held(view)), None))


def _parts(view: View) -> Iterator[Titled]:
    yield from introduced(view, _told(view))
    present = of_meeting_to(view, InvitedTo.NEGOSIASI).present
    yield "Penutup dan Tanda Tangan", (*signed(view), *for_the_bidder(view, present))


def _told(view: View) -> Iterator[Titled]:
    if met := meetings_told(view, InvitedTo.NEGOSIASI):
        yield "Undangan dan Kehadiran", met
    if asked := _asked(view):
        yield "Klarifikasi", clarified(view, asked)
    if items := tuple(_items(view)):
        yield "Hal yang Dinegosiasikan", items
    yield "Hasil Negosiasi", (*talks(view), *agreed_in_full(view), *_came_of_it(view))


def _asked(view: View) -> list[Clarification]:
    """What was asked and answered in the talks, apart from their items."""
    asked = (event for event in view.events(Clarification) if event.stage is _STAGE)
    return [event for event in asked if view.concerns(event.participant)]


def _items(view: View) -> Iterator[Block]:
    """What was asked and agreed in each talk, with its time where there were several."""
    held = [event for event in _held(view) if event.items]
    for event in held:
        if len(held) > 1:
            yield Subheading(date_and_clock(event.at))
        rows = [
            (str(index), _about(view, item), item.asked, item.agreed)
            for index, item in enumerate(event.items, 1)
        ]
        headers = {"No.": ">", "Hal": "<", "Permintaan Pokja Pemilihan": "<", "Kesepakatan": "<"}
        yield table(headers, rows)


def _about(view: View, item: TalkedItem) -> str:
    """What an item is about: a line of the document with its description, or what it says."""
    line = view.line(item.line, view.bidder or "") if item.line else ""
    return ": ".join(filter(None, (line, item.title))) or "–"


def _came_of_it(view: View) -> Iterator[Block]:
    """What the evaluation makes of it, where it is looked at."""
    for found in view.evaluation.stage(_STAGE).verdicts:
        if found.participant == view.bidder:
            yield Paragraph(found.reason, strong=True)


NEGOTIATION = Paper(
    "negosiasi",
    Words(_NAME, "Minutes of the negotiation"),
    Audience.PARTICIPANT,
    _standing,
    _parts,
    name=lambda view: view.kind.said(_NAME),
    due=_due,
    tells=acts_of(Negotiation, of_bidder=True),
    held=_talked_at,
    older=of_result,
    told_by=_told_by,
)
