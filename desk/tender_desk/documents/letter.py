"""The letter that tells one bidder what came of its documents, and why.

It holds what that bidder may see: its own result at every stage with reason and provision, its own
price and what was corrected in it. Of others it tells who was determined, once that is announced.
"""

from collections.abc import Iterator, Mapping

from tender_desk.documents.addressing import by_chair, to_bidder
from tender_desk.documents.announcements import announced_on
from tender_desk.documents.blocks import Block, Paragraph, Titled
from tender_desk.documents.closing import THANKS
from tender_desk.documents.determined import undone_result
from tender_desk.documents.draft import standing_of_letter
from tender_desk.documents.due import READY, Due, announced, uncalled_for
from tender_desk.documents.failing import called_off_in_words, follows, ground_of, how_failed
from tender_desk.documents.objecting import can_object, may_object
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.stood import as_announced
from tender_desk.documents.story import (
    before_talks,
    bond_told,
    came_of,
    conclusion,
    found,
    own_price,
    received,
)
from tender_desk.documents.telling import acts_of, result_of, told_together
from tender_desk.documents.undetermined import told_undeclared
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.events import (
    Appeal,
    AppealAnswer,
    Award,
    Cancellation,
    Event,
    FailureAct,
    ObjectionAnswer,
)
from tender_engine.terms import Subject
from tender_rules.sanggah.complaints import upholding

__all__ = ["LETTER"]

# What undid a result, by the edge that it took: what was answered, and how, in words.
_UPHELD: Mapping[str, tuple[tuple[type[Event], ...], str, str]] = {
    "sanggah_benar": ((ObjectionAnswer,), "sanggah", "benar dan berpengaruh secara substansial"),
    "sanggah_banding_benar": ((AppealAnswer, Appeal), "sanggah banding", "benar"),
}


def _due(view: View) -> Due:
    """Nothing to write to whoever handed in nothing."""
    if found(view, view.bidder or ""):
        return READY
    name = view.who(view.bidder)
    return uncalled_for(
        f"{name} tidak menyampaikan dokumen; tidak ada hasilnya",
        f"{name} handed in no documents; there is no result to tell",
    )


def _what(view: View) -> str:
    return "Kualifikasi" if view.kind.listing else "Penawaran"


def _name(view: View) -> str:
    if view.kind.cancelled:
        return f"Pemberitahuan Pembatalan {view.kind.noun}"
    return f"Pemberitahuan Hasil Evaluasi {_what(view)}"


def _opening(view: View) -> str:
    tender, told = view.package.tender, f"pembatalan {view.kind.noun} ini"
    if not view.kind.cancelled:
        told = f"hasil evaluasi atas dokumen {_what(view).lower()} Saudara"
        if view.evaluated_anew:
            told = f"hasil evaluasi ulang atas dokumen {_what(view).lower()} Saudara"
    return (
        f"Sehubungan dengan pelaksanaan {view.kind.noun} paket {tender.title} (kode "
        f"{view.kind.noun.lower()} {tender.code}), bersama ini Pokja Pemilihan menyampaikan "
        f"{told} sebagai berikut."
    )


def _parts(view: View) -> Iterator[Titled]:
    """A letter has no headings: what was handed in, what came of it and why, what follows."""
    yield "", tuple(_body(view, view.bidder or ""))
    yield "", (Paragraph(THANKS),)


def _body(view: View, name: str) -> Iterator[Block]:
    """Of what was called off the decision, and of no evaluation.

    The letter goes out with the announcement: talks that came after it are not told.
    """
    view = before_talks(view, name, announced_on(view).at)
    yield from received(view, name)
    if view.kind.cancelled:
        yield called_off_in_words(view)
        return
    yield from own_price(view, name)
    yield from came_of(view, name)
    undone = _undone(view, name)
    if undone:
        yield Paragraph(f"Dalam evaluasi tersebut {conclusion(view, name)}")
        yield Paragraph(undone, strong=True)
    else:
        yield Paragraph(f"Dengan demikian {conclusion(view, name)}", strong=True)
    yield from _ended(view, name)
    if can_object(view):
        yield may_object(view)


def _undone(view: View, name: str) -> str:
    """That the announced result fell, and whose objection or appeal did it; empty if none did."""
    after, upheld = view.evaluation.after_award, ""
    if after is None or view.evaluation.failure is None or view.is_past:
        return ""
    for _, cause, _ in after.taken:
        upheld = cause if cause in _UPHELD else upheld
    if not upheld:
        return ""
    kinds, what, found = _UPHELD[upheld]
    undoing = upholding(view.evaluation, view.kind.ends)
    names = {getattr(event, "participant", None) for event in undoing if isinstance(event, kinds)}
    whose = "Saudara" if name in names else "atas hasil tersebut"
    return (
        f"Karena {what} {whose} dinyatakan {found}, {undone_result(view)} yang telah diumumkan "
        "tidak berlaku lagi."
    )


def _ended(view: View, name: str) -> Iterator[Block]:
    """How the procurement ended, once that is announced; and to the winner what it owes."""
    evaluation = view.evaluation
    if not announced(view) or not (evaluation.state == "ditetapkan" or told_undeclared(view)):
        return
    if evaluation.winner == name:
        yield from bond_told(view, name)
    elif evaluation.winner:
        yield Paragraph(f"Pemenang yang ditetapkan adalah {view.who(evaluation.winner)}.")
    if evaluation.failure is not None:
        ground = ground_of(view, evaluation.failure)
        basis = view.cited(evaluation.failure.citations)
        words = f"{view.kind.fails} ini {how_failed(view)}, karena {ground} ({basis})."
        yield Paragraph(f"{words} {follows(view, evaluation.failure)}")


LETTER = Paper(
    "surat",
    Words("Surat Pemberitahuan Hasil Evaluasi", "Letter to one participant on the result"),
    Audience.PARTICIPANT,
    standing_of_letter,
    _parts,
    name=_name,
    scope=as_announced(Award, FailureAct, Cancellation),
    opening=_opening,
    due=_due,
    tells=told_together(result_of(*Subject), acts_of(Cancellation)),
    addressed_to=to_bidder,
    signed_by=by_chair,
    renewed=lambda _: True,
)
