"""Klarifikasi dan negosiasi: with whom, when, and what it came to."""

from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Pairs, Paragraph, table
from tender_desk.documents.view import View
from tender_engine.events import Negotiation
from tender_engine.findings import Verdict
from tender_engine.terms import StageId
from tender_rules.words import date_and_clock

__all__ = ["agreed_in_full", "talks"]


def talks(view: View) -> tuple[Block, ...]:
    """The talks that were held; they decide what is paid, so all of them are told.

    Nothing where none are due: in a Tender, and in a Seleksi that has no winner to talk to.
    """
    held = _held(view)
    if not held and not (view.kind.seleksi and view.evaluation.winner):
        return ()
    if not held:
        words = (
            "Belum ada klarifikasi dan negosiasi yang dicatat. Klarifikasi dan negosiasi terhadap "
            "penawaran teknis dan biaya dilakukan setelah masa sanggah selesai "
            f"({view.article('Pasal 50 ayat (3)')})."
        )
        return (Paragraph(words),)
    headers = {
        "Waktu": "<",
        "Nama peserta": "<",
        "Hasil": "<",
        view.kind.said("Harga terkoreksi"): ">",
        "Hasil negosiasi": ">",
    }
    return (
        Paragraph(view.kind.said("Seluruh harga di bawah ini termasuk PPN.")),
        table(headers, [_row(view, event) for event in held]),
        *_in_vain(view),
    )


def _held(view: View) -> list[Negotiation]:
    return [event for event in view.events(Negotiation) if view.concerns(event.participant)]


def agreed_in_full(view: View) -> Iterator[Pairs]:
    """What each agreement comes to, in figures and in words."""
    items = [
        (view.who(event.participant), view.in_full(event.total))
        for event in _held(view)
        if event.total is not None and view.evaluation.price(event.participant)
    ]
    if items:
        yield Pairs(tuple(items))


def _in_vain(view: View) -> Iterator[Paragraph]:
    """After talks that failed they are due with the next in rank."""
    fell = view.evaluation.stage(StageId.NEGOSIASI).of(Verdict.GUGUR)
    names = [name for name in fell if view.concerns(name)]
    if names and view.evaluation.failure is None and view.kind.seleksi:
        yield Paragraph(
            f"Negosiasi dengan {view.all_of(names)} tidak mencapai kesepakatan, sehingga "
            "dilanjutkan dengan peringkat berikutnya."
        )


def _row(view: View, event: Negotiation) -> tuple[str, ...]:
    price = view.evaluation.price(event.participant)
    corrected = price.corrected_total if price else None
    # Of a bid that no stage opened nothing is told, not even what talks about it came to.
    agreed = event.total if price else None
    return (
        date_and_clock(event.at),
        view.who(event.participant),
        view.term(event.outcome),
        view.amount(corrected),
        "–" if agreed is None else view.money(agreed),
    )
