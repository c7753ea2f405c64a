"""What belongs to a meeting with a bidder: the letter that calls it, and the list of who came.

The letter tells nothing that was not known on its day, so that it reads the same ever after: what
is looked at is what the document asks.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from attrs import evolve, frozen

from tender_desk.documents.addressing import by_chair, to_bidder
from tender_desk.documents.attendance import attendance
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Titled, table
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, uncalled_for, waits
from tender_desk.documents.elements import listed, papers_of
from tender_desk.documents.particulars import Particulars, of_event, of_meeting
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.telling import meetings_for
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, numbered
from tender_engine.declared import Words
from tender_engine.events import Invitation
from tender_engine.findings import Verdict
from tender_engine.terms import InvitedTo, StageId
from tender_rules.stages import proof
from tender_rules.words import clock, date_and_clock, dated, long_date

__all__ = ["ATTENDANCE_LISTS", "INVITATIONS", "called_to", "meetings_told", "of_meeting_to"]

_PROVEN = StageId.PEMBUKTIAN_KUALIFIKASI
_NO_PLACE = Words("tempat pertemuan belum dicatat", "the place of the meeting is not recorded")
_TOO_EARLY = Words(
    "waktu pertemuan lebih awal daripada undangannya", "the meeting is before its invitation"
)


@frozen
class _Meeting:
    """A kind of meeting: what people call it, and the stage that it belongs to, if to one."""

    of: InvitedTo
    called: str
    english: str
    stage: StageId | None = None

    def said(self, view: View) -> str:
        """What it is called in a sentence about this procurement."""
        return view.kind.said(self.called)


_MEETINGS = (
    _Meeting(InvitedTo.KLARIFIKASI, "klarifikasi", "clarification"),
    _Meeting(InvitedTo.PEMBUKTIAN, "pembuktian kualifikasi", "proof of qualification", _PROVEN),
    _Meeting(
        InvitedTo.NEGOSIASI,
        "klarifikasi dan negosiasi teknis dan harga",
        "negotiation",
        StageId.NEGOSIASI,
    ),
)


def called_to(view: View, of: InvitedTo) -> Invitation | None:
    """The last invitation to such a meeting of the participant that the paper is about."""
    found = [x for x in view.events(Invitation) if x.of == of and x.participant == view.bidder]
    return found[-1] if found else None


def of_meeting_to(view: View, of: InvitedTo) -> Particulars:
    """Day, place and people of minutes of such a meeting; nothing of what is about several."""
    return of_meeting(called_to(view, of))


def meetings_told(view: View, of: InvitedTo) -> tuple[Block, ...]:
    """Who was called to such a meeting, for when and where, and who came; every invitation."""
    rows = [
        (
            view.who(call.participant),
            _numbered_on(call),
            ", ".join(filter(None, (date_and_clock(call.for_), call.place))),
            "; ".join(f"{one.name} ({one.role})" for one in call.present) or "–",
        )
        for call in view.events(Invitation)
        if call.of == of and view.concerns(call.participant)
    ]
    headers = ("Nama peserta", "Undangan", "Waktu dan tempat", "Yang hadir")
    return (table(dict.fromkeys(headers, "<"), rows),) if rows else ()


def _numbered_on(call: Invitation) -> str:
    on = f"tanggal {long_date(call.at)}"
    return f"{numbered(call.number)} {on}" if call.number else on


def _due(view: View, meeting: _Meeting) -> Due:
    """Once it is called; of whom the stage waits for, the invitation is still to come."""
    if called_to(view, meeting.of) is not None:
        return READY
    name, what = view.who(view.bidder), meeting.said(view)
    pending = meeting.stage and view.evaluation.stage(meeting.stage).of(Verdict.BELUM_DINILAI)
    if view.bidder in (pending or ()):
        return waits(f"undangan {what} kepada {name}", f"the invitation of {name}")
    return uncalled_for(
        f"tidak ada undangan {what} kepada {name}", f"{name} was not invited ({meeting.english})"
    )


def _called_at(view: View, meeting: _Meeting) -> list[datetime]:
    call = called_to(view, meeting.of)
    return [call.at] if call else []


def _standing(view: View, meeting: _Meeting, what: str) -> Standing:
    call = called_to(view, meeting.of)
    reasons = []
    if call is not None and not call.place:
        reasons.append(_NO_PLACE)
    if call is not None and call.for_ < call.at:
        reasons.append(_TOO_EARLY)
    return Standing(tuple(reasons), (), what=what)


def _when_and_where(view: View, meeting: _Meeting) -> Pairs:
    call = called_to(view, meeting.of)
    day, time = (dated(call.for_), clock(call.for_)) if call else (BLANK, BLANK)
    place = (call.place if call else None) or BLANK
    return Pairs((("Hari, tanggal", day), ("Pukul", time), ("Tempat", place)))


def _opening_of_letter(view: View, meeting: _Meeting) -> str:
    tender, noun = view.package.tender, view.kind.noun
    return (
        f"Sehubungan dengan pelaksanaan {noun} paket {tender.title} (kode {noun.lower()} "
        f"{tender.code}), bersama ini Pokja Pemilihan mengundang Saudara untuk menghadiri "
        f"{meeting.said(view)} yang dilaksanakan pada:"
    )


def _letter(view: View, meeting: _Meeting) -> Iterator[Titled]:
    yield "", (_when_and_where(view, meeting),)
    yield "", tuple(_BRINGING[meeting.of](view))
    yield "", (Paragraph("Demikian disampaikan. Atas kehadiran Saudara diucapkan terima kasih."),)


def _to_the_proof(view: View) -> Iterator[Block]:
    """What the document wants to see proven, and what becomes of who stays away."""
    asked = view.package.tender.asks(_PROVEN)
    found = [*papers_of(view, _PROVEN), *listed(view, asked)]
    if not found:
        yield Paragraph("Saudara agar membawa dokumen yang membuktikan data kualifikasi Saudara.")
    else:
        yield Paragraph("Saudara agar membawa dokumen yang membuktikan:")
        rows = [(str(index), *each) for index, each in enumerate(found, 1)]
        yield table({"No.": ">", "Unsur": "<", "Dasar": "<"}, rows)
    clause = asked.clauses.get(proof.ATTENDED.key)
    basis = view.document(clause) if clause else view.ruled(proof.attendance)
    yield Paragraph(f"Peserta yang tidak menghadiri pembuktian kualifikasi gugur ({basis}).")


def _to_the_clarification(_: View) -> Iterator[Block]:
    yield Paragraph("Saudara agar membawa bukti pendukung atas dokumen yang telah disampaikan.")


def _to_the_talks(view: View) -> Iterator[Block]:
    if view.kind.seleksi:
        yield Paragraph(
            "Klarifikasi dan negosiasi terhadap penawaran teknis dan biaya dilakukan setelah masa "
            f"sanggah selesai ({view.article('Pasal 50 ayat (3)')})."
        )
    words = "Saudara agar membawa rincian harga penawaran beserta bukti pendukungnya."
    yield Paragraph(view.kind.said(words))


_BRINGING = {
    InvitedTo.KLARIFIKASI: _to_the_clarification,
    InvitedTo.PEMBUKTIAN: _to_the_proof,
    InvitedTo.NEGOSIASI: _to_the_talks,
}


def _written(view: View, meeting: _Meeting) -> Particulars:
    """Number and day of the invitation; its place is that of the meeting, not of the letter."""
    return evolve(of_event(called_to(view, meeting.of)), place="")


def _invitation(meeting: _Meeting) -> Paper:
    return Paper(
        f"undangan-{meeting.of}",
        Words(f"Undangan {_titled(meeting.called)}", f"Invitation to the {meeting.english}"),
        Audience.PARTICIPANT,
        lambda view: _standing(view, meeting, "undangan"),
        lambda view: _letter(view, meeting),
        name=lambda view: f"Undangan {_titled(meeting.said(view))}",
        opening=lambda view: _opening_of_letter(view, meeting),
        early=True,
        due=lambda view: _due(view, meeting),
        held=lambda view: _called_at(view, meeting),
        told_by=lambda view: _written(view, meeting),
        addressed_to=to_bidder,
        signed_by=by_chair,
    )


def _opening_of_list(view: View, meeting: _Meeting) -> str:
    place, day, time = of_meeting_to(view, meeting.of).when
    return (
        f"Daftar ini memuat yang hadir dalam {meeting.said(view)} paket "
        f"{view.package.tender.title} pada hari {day}, pukul {time}, bertempat di {place}."
    )


def _list(view: View, meeting: _Meeting) -> Iterator[Titled]:
    call, tender, noun = called_to(view, meeting.of), view.package.tender, view.kind.noun
    items = [
        (f"Kode {noun.lower()}", tender.code),
        ("Nama paket", tender.title),
        ("Peserta", view.who(view.bidder)),
        ("Undangan", _numbered_on(call) if call else BLANK),
    ]
    yield "Pertemuan", (Pairs(tuple(items)),)
    yield "Yang Hadir", attendance(view, call.present if call else ())


def _attendance_list(meeting: _Meeting) -> Paper:
    return Paper(
        f"daftar-hadir-{meeting.of}",
        Words(f"Daftar Hadir {_titled(meeting.called)}", f"Attendance list ({meeting.english})"),
        Audience.PARTICIPANT,
        lambda view: _standing(view, meeting, "daftar hadir"),
        lambda view: _list(view, meeting),
        name=lambda view: f"Daftar Hadir {_titled(meeting.said(view))}",
        opening=lambda view: _opening_of_list(view, meeting),
        early=True,
        due=lambda view: _due(view, meeting),
        tells=meetings_for(meeting.of),
        held=lambda view: _called_at(view, meeting),
        told_by=lambda view: of_meeting_to(view, meeting.of),
    )


def _titled(words: str) -> str:
    """The words of a title, each with a capital, but for those that join others."""
    return " ".join(word if word == "dan" else word.capitalize() for word in words.split())


INVITATIONS: Mapping[InvitedTo, Paper] = {each.of: _invitation(each) for each in _MEETINGS}
ATTENDANCE_LISTS: Mapping[InvitedTo, Paper] = {
    each.of: _attendance_list(each) for each in _MEETINGS
}
