"""What people did with a result: the act that ends it, its announcement and objections."""

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View, about
from tender_desk.documents.wording import numbered, shown
from tender_engine.events import (
    Announcement,
    Appeal,
    Award,
    Event,
    FailureAct,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
)
from tender_engine.terms import Subject
from tender_rules.words import date_and_clock

__all__ = ["acts", "acts_on"]

_ENDS: tuple[type[Event], ...] = (Award, FailureAct)
_AFTER: tuple[type[Event], ...] = (
    Announcement,
    Objection,
    ObjectionAnswer,
    Appeal,
    ObjectionPeriodEnd,
)


def acts(view: View) -> tuple[Block, ...]:
    """The acts on the result of this record, oldest first: what ends it, and what is past."""
    return acts_on(view, view.kind.of)


def acts_on(view: View, of: Subject) -> tuple[Block, ...]:
    """The acts on the result `of` the qualification or the bids."""
    found = [event for kind in _ENDS for event in view.events(kind)]
    found += [event for kind in _AFTER for event in view.told(kind)]
    rows = [
        (date_and_clock(event.at), _act(view, event, of))
        for event in sorted(about(of, found), key=lambda event: (event.at, repr(event)))
    ]
    if not rows:
        return (Paragraph("Belum ada penetapan, pernyataan gagal, pengumuman, atau sanggah."),)
    return (table({"Waktu": "<", "Tindakan": "<"}, rows),)


def _act(view: View, event: Event, of: Subject) -> str:
    listing = of is Subject.KUALIFIKASI
    match event:
        case Award():
            return _listed(view, event) if listing else _awarded(view, event)
        case FailureAct():
            what = "prakualifikasi" if listing else view.kind.noun
            ground = view.words.said("ground", event.ground)
            proof = shown(event.evidence)
            also = f"; bukti: {proof}" if proof else ""
            return f"Pernyataan {what} gagal oleh {view.term(event.by)}: {ground}{also}"
        case Announcement():
            return f"Pengumuman hasil {of}"
        case Objection():
            return f"Sanggah dari {view.who(event.participant)}"
        case ObjectionAnswer():
            return f"Jawaban sanggah {view.who(event.participant)}: {view.term(event.decision)}"
        case Appeal():
            return _appealed(view, event)
        case _:
            return "Akhir masa sanggah"


def _appealed(view: View, event: Appeal) -> str:
    bond = "belum diketahui" if event.bond is None else view.money(event.bond)
    answer = f"; jawaban: {view.term(event.decision)}" if event.decision else ""
    return f"Sanggah banding dari {view.who(event.participant)}; jaminan: {bond}{answer}"


def _awarded(view: View, act: Award) -> str:
    reserves = view.all_of(act.reserves or ())
    also = f"; pemenang cadangan: {reserves}" if reserves else ""
    return (
        f"Penetapan pemenang {numbered(act.number)} oleh {view.term(act.by)}; "
        f"pemenang: {view.who(act.winner)}{also}"
    )


def _listed(view: View, act: Award) -> str:
    names = view.all_of(act.listed or ()) or "tidak ada"
    return (
        f"Penetapan hasil kualifikasi {numbered(act.number)} oleh {view.term(act.by)}; "
        f"{view.kind.list_name}: {names}"
    )
