"""What people did with a result: the act that ends it, its announcement and objections."""

from datetime import datetime

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.on_record import told
from tender_desk.documents.view import View
from tender_desk.documents.wording import numbered, shown
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    AwardProposal,
    BondClarification,
    Cancellation,
    Event,
    FailureAct,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    Refusal,
)
from tender_engine.terms import Decider, Subject
from tender_rules.sanggah.complaints import complaints
from tender_rules.stages.rulings import rulings
from tender_rules.stages.standing_acts import comes_before_the_list
from tender_rules.words import date_and_clock

__all__ = ["acts", "acts_on", "is_told"]

_ENDS: tuple[type[Award | FailureAct], ...] = (Award, FailureAct)
# What is about the bids alone, and does not say of which result it is.
_OF_BIDS: tuple[type[Event], ...] = (
    AwardProposal,
    BondClarification,
    AppealAnswer,
    Refusal,
    Appointment,
)
_AFTER: tuple[type[Event], ...] = (
    Announcement,
    Objection,
    ObjectionAnswer,
    Appeal,
    ObjectionPeriodEnd,
    *_OF_BIDS,
)


def acts(view: View) -> tuple[Block, ...]:
    """The acts on the result of this record, oldest first: what ends it, and what is past."""
    return acts_on(view, view.kind.ends)


def acts_on(
    view: View, of: Subject, *, later: bool = False, day: datetime | None = None
) -> tuple[Block, ...]:
    """The acts on the result `of` the qualification or the bids.

    What came `later` than the minutes is none of theirs; a paper that comes after it tells it too,
    but nothing that came after its own `day`.
    """
    ends = [act for kind in _ENDS for act in view.events(kind) if later or is_told(view, act)]
    found: list[Event] = [*ends]
    found += (e for kind in _AFTER for e in (view.events(kind) if later else told(view, kind)))
    happened = [*(event for event in found if _result_of(view, event) == of)]
    happened += view.events(Cancellation)
    happened = [event for event in happened if day is None or event.at <= day]
    # An objection that is but a pengaduan, a determination that only rules on a refusal.
    otherwise = {id(e) for e in (*complaints(view.evaluation), *rulings(view.package))}
    rows = [
        (date_and_clock(event.at), _act(view, event, of, otherwise=id(event) in otherwise))
        for event in sorted(happened, key=lambda event: (event.at, repr(event)))
    ]
    if not rows:
        return (Paragraph("Belum ada penetapan, pernyataan gagal, pengumuman, atau sanggah."),)
    return (table({"Waktu": "<", "Tindakan": "<"}, rows),)


def is_told(view: View, act: Award | FailureAct) -> bool:
    """Whether an act that ends it is told: what the PA does after the minutes is not theirs.

    One of the panel that is younger than its own minutes is, and makes them a draft.
    """
    return act.by is Decider.POKJA or act in told(view, type(act))


def _result_of(view: View, event: Event) -> object:
    """Which result an act is about; before there is a list, the ground of a failure tells."""
    if isinstance(event, FailureAct) and comes_before_the_list(view.package, event):
        return view.evaluation.basis.grounds[event.ground].of
    return Subject.PEMILIHAN if isinstance(event, _OF_BIDS) else getattr(event, "of", None)


def _act(view: View, event: Event, of: Subject, *, otherwise: bool) -> str:
    listing = of is Subject.KUALIFIKASI
    match event:
        case Award() if otherwise:
            by = view.words.said("term.canceller", event.by)
            return f"Keputusan {by} {numbered(event.number)} atas penolakan PPK: hasilnya tetap"
        case Award():
            return _listed(view, event) if listing else _awarded(view, event)
        case FailureAct():
            what = "prakualifikasi" if listing else view.kind.noun
            ground = view.words.said("ground", event.ground)
            proof = shown(event.evidence)
            also = f"; bukti: {proof}" if proof else ""
            return f"Pernyataan {what} gagal oleh {view.term(event.by)}: {ground}{also}"
        case Cancellation():
            number = f" {numbered(event.number)}" if event.number else ""
            return f"Pembatalan{number} oleh {view.words.said('term.canceller', event.by)}"
        case Announcement():
            return f"Pengumuman hasil {of}"
        case Objection() | ObjectionAnswer() | Appeal() | AppealAnswer():
            return _objected(view, event, complaint=otherwise)
        case ObjectionPeriodEnd():
            return "Akhir masa sanggah"
        case _:
            return _passed_on(view, event)


def _objected(
    view: View, event: Objection | ObjectionAnswer | Appeal | AppealAnswer, *, complaint: bool
) -> str:
    """What was sent in against the result, or answered; what does not count is a *pengaduan*."""
    who = view.who(event.participant)
    appeals = isinstance(event, Appeal | AppealAnswer)
    what = "sanggah banding" if appeals else "sanggah"
    called = "pengaduan" if complaint else what
    match event:
        case ObjectionAnswer():
            cause = f"; sebab: {view.words.said('ground', event.cause)}" if event.cause else ""
            return f"Jawaban {called} {who}: {view.term(event.decision)}{cause}"
        case AppealAnswer():
            return f"Jawaban {called} {who} oleh KPA: {str(event.decision).replace('_', ' ')}"
    sent = f"Pengaduan dari {who}, disampaikan sebagai {what}"
    sent = sent if complaint else f"{what.capitalize()} dari {who}"
    return f"{sent}{_bond(view, event)}" if isinstance(event, Appeal) else sent


def _passed_on(view: View, event: Event) -> str:
    """What the KPA, the PA and the PPK did with the result, or were given to do."""
    match event:
        case BondClarification():
            found = str(event.result).replace("_", " ")
            return f"Klarifikasi jaminan sanggah banding {view.who(event.participant)}: {found}"
        case AwardProposal():
            number = f" {numbered(event.number)}" if event.number else ""
            return f"Usul penetapan{number} kepada PA"
        case Refusal():
            return f"Penolakan oleh {view.words.said('term.canceller', event.by)}: {event.reason}"
        case Appointment():
            return f"SPPBJ {numbered(event.number)} bagi {view.who(event.participant)}"
        case _:
            raise TypeError(event)


def _bond(view: View, event: Appeal) -> str:
    bond = "belum diketahui" if event.bond is None else view.money(event.bond)
    answer = f"; jawaban: {view.term(event.decision)}" if event.decision else ""
    return f"; jaminan: {bond}{answer}"


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
