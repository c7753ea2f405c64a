"""The answer to an objection: the facts of that bidder's story, the decision, and what follows.

What the objection says is in no dossier: its points and the panel's words on them are written in
by hand. The facts to argue from are here, and the decision is the one that was recorded.
"""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from tender_desk.documents.addressing import by_chair, to_bidder
from tender_desk.documents.blocks import Block, Paragraph, Subheading, Titled
from tender_desk.documents.closing import THANKS
from tender_desk.documents.determined import undone_result
from tender_desk.documents.draft import standing_of_answer
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, announced, of_result, uncalled_for
from tender_desk.documents.objecting import until
from tender_desk.documents.order import ranked_by
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.phrases import CHANNELS, DOCUMENTS, decided
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.scores import own_scores
from tender_desk.documents.stood import at_act
from tender_desk.documents.story import (
    asked_of,
    before_talks,
    came_of,
    conclusion,
    found,
    own_price,
    received,
)
from tender_desk.documents.telling import acts_of
from tender_desk.documents.view import View, of_qualification
from tender_desk.documents.wording import BLANK
from tender_engine.declared import Words
from tender_engine.events import Announcement, Objection, ObjectionAnswer
from tender_engine.terms import Category, ObjectionDecision
from tender_rules.words import date_and_clock

__all__ = ["ANSWER"]

# How what is told of an objection begins, and not of an appeal.
_AS_COMPLAINT = "Sanggah diperlakukan"
_UNANSWERED = Words("jawaban sanggah belum dicatat", "the answer is not recorded")
_UNANNOUNCED = Words(
    "pengumuman hasil yang disanggah belum dicatat",
    "the announcement of what was objected to is not recorded",
)
_BY_DOCUMENT = "dalam waktu yang ditetapkan Dokumen Pemilihan"


def _about(view: View) -> View:
    """The result that this bidder objected to: that of the bids, else the list before them.

    Once it was answered, as it stood then: what the answer says does not change any more.
    """
    about = view
    if view.kind.before and not view.kind.listing and not _made(view):
        about = evolve(of_qualification(view), bidder=view.bidder)
    return _when_answered(about)


_when_answered = at_act(lambda view: _answered(view) if _made(view) else None)


def _made(view: View) -> list[Objection]:
    """The objections of this bidder to the result that this record is about, oldest first."""
    return [e for e in view.about_it(view.events(Objection)) if e.participant == view.bidder]


def _answered(view: View) -> ObjectionAnswer | None:
    """The last answer to it, given after the last objection."""
    last = _made(view)[-1].at
    answers = view.about_it(view.events(ObjectionAnswer))
    given = [e for e in answers if e.participant == view.bidder and e.at >= last]
    return given[-1] if given else None


def _due(view: View) -> Due:
    if _made(view):
        if view.kind.cancelled and not _answered(view):
            return uncalled_for("tender telah dibatalkan", "the tender was called off")
        return READY
    who = view.who(view.bidder)
    return uncalled_for(f"tidak ada sanggah dari {who}", f"{who} did not object")


def _when(view: View) -> Standing:
    """Final once the decision is recorded: until then it is the facts, and no answer."""
    undone = [] if _answered(view) else [_UNANSWERED]
    if not view.about_it(view.events(Announcement)):
        undone.append(_UNANNOUNCED)
    return standing_of_answer(view, undone)


def _told_by(view: View) -> Particulars:
    return of_event(_answered(view))


def _result(view: View) -> str:
    return "kualifikasi" if view.kind.listing else "pemilihan"


def _opening(view: View) -> str:
    objection, tender = _made(view)[-1], view.package.tender
    way = f" {CHANNELS[objection.channel]}" if objection.channel else ""
    return (
        f"Menanggapi sanggah Saudara atas hasil {_result(view)} {view.kind.noun} paket "
        f"{tender.title} (kode {view.kind.noun.lower()} {tender.code}), yang disampaikan{way} pada "
        f"{date_and_clock(objection.at)}, bersama ini Pokja Pemilihan menyampaikan jawaban sebagai "
        "berikut."
    )


def _parts(view: View) -> Iterator[Titled]:
    name = view.bidder or ""
    yield "", (Paragraph(f"Sanggah Saudara pada pokoknya menyatakan: {BLANK}"),)
    yield "", (Subheading("Fakta hasil evaluasi"), *_facts(view, name))
    yield "", (Subheading("Jawaban"), *_answer(view))
    # Whatever stands in one part with a signature is held on its page.
    yield "", (Paragraph(THANKS),)


def _facts(view: View, name: str) -> Iterator[Block]:
    """What this bidder handed in, was asked, and where it fell by which rule; of others nothing."""
    answer = _answered(view)
    view = before_talks(view, name, answer.at if answer else None)
    handed_in = [*received(view, name)]
    if not handed_in:
        yield Paragraph(f"Saudara tidak menyampaikan {DOCUMENTS[view.kind.phases[0]]}.")
    yield from handed_in
    if handed_in:
        yield from own_price(view, name)
    yield from own_scores(view, name)
    yield from asked_of(view, name)
    yield from came_of(view, name, argued=True)
    if found(view, name):
        yield Paragraph(f"Dengan demikian {conclusion(view, name)}")
    # By the time bids are in an evaluation names their winner: of the list nobody had won.
    if not view.kind.listing:
        yield from _ranked(view, name)


def _ranked(view: View, name: str) -> Iterator[Block]:
    """Its place and by which figure, and behind whom, whose figure is for the announcement."""
    winner = view.evaluation.winner
    known = winner not in (None, name) and announced(view)
    own, first = (view.evaluation.place(who) if who else None for who in (name, winner))
    if own is not None:
        by, figure = ranked_by(view, own)
        count = len(view.evaluation.ranking)
        yield Paragraph(
            f"Penawaran Saudara berada pada peringkat {own.rank} dari {count} ({by}: {figure})."
        )
    if known:
        place = ""
        if own is not None and first is not None:
            place = f", pada peringkat {first.rank}"
        yield Paragraph(f"Pemenang yang diumumkan adalah {view.who(winner)}{place}.")


def _answer(view: View) -> Iterator[Block]:
    """The panel's word on the points, its decision, and what follows from that."""
    answer, complaint = _answered(view), _complaint(view)
    yield Paragraph(f"Tanggapan Pokja Pemilihan atas pokok sanggah Saudara: {BLANK}")
    word = f"sanggah Saudara {BLANK}"
    if answer is not None:
        called = "pengaduan" if complaint else "sanggah"
        word = f"{called} Saudara {decided(_result(view))[answer.decision]}"
    yield Paragraph(f"Berdasarkan uraian tersebut, Pokja Pemilihan menyatakan {word}.", strong=True)
    if complaint:
        yield Paragraph(complaint)
        if answer is not None:
            yield Paragraph(f"Jawaban ini tidak membatalkan tindakan atas hasil {_result(view)}.")
    if answer is None or complaint:
        return
    if answer.decision is ObjectionDecision.BENAR_SUBSTANSIAL:
        yield from _upheld(view, answer)
    else:
        yield Paragraph(f"Hasil {_result(view)} yang telah diumumkan tetap berlaku.")
        yield from _appealing(view)


def _complaint(view: View) -> str:
    """Why it is but a *pengaduan*, from which nothing follows here; empty where it counts."""
    told = (
        notice.message
        for notice in view.evaluation.notices
        if (notice.code, notice.participant) == ("SANGGAH_SEBAGAI_PENGADUAN", view.bidder)
        and notice.message.startswith(_AS_COMPLAINT)
    )
    first = next(told, "").split(". ", 1)[0].rstrip(".")
    return f"{first}." if first else ""


def _upheld(view: View, answer: ObjectionAnswer) -> Iterator[Block]:
    """The act is undone; on the ground that the answer names, with what follows it."""
    what = undone_result(view)
    yield Paragraph(f"{what[:1].upper()}{what[1:]} yang telah diumumkan tidak berlaku lagi.")
    ground = view.evaluation.basis.grounds.get(answer.cause or "")
    if ground is not None and not view.kind.listing:
        words = view.words.said("ground", ground.id)
        cited = view.cited(view.evaluation.law.cite_all(ground.citations))
        yield Paragraph(f"{view.kind.noun} dinyatakan gagal, karena {words} ({cited}).")
        yield Paragraph(view.follow_up(ground.follow_up)[1])


def _appealing(view: View) -> Iterator[Block]:
    """Of works: until when, to whom and with which bond; of anything else that there is none."""
    if view.kind.listing:
        return
    only = view.article("Pasal 50 ayat (2)")
    if view.package.tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        yield Paragraph(
            "Sanggah banding hanya ada pada pemilihan penyedia Pekerjaan Konstruksi "
            f"({only}), sehingga tidak tersedia dalam {view.kind.noun} ini."
        )
        return
    share = view.value("bond.appeal_share")
    bond = view.package.tender.hps.total * Decimal(share.value)
    when = until(view, "masa_sanggah_banding", view.bidder) or _BY_DOCUMENT
    owed = f"{view.in_full(bond)}, menurut {view.value_cited('bond.appeal_share')}"
    yield Paragraph(
        "Apabila tidak sependapat dengan jawaban ini, Saudara dapat mengajukan sanggah banding "
        f"({only}) {when}, disertai Jaminan Sanggah Banding sebesar {owed}, yang diserahkan "
        "bersamanya kepada Pokja Pemilihan. Sanggah banding dijawab oleh Kuasa Pengguna Anggaran "
        f"({view.article('Pasal 10 ayat (2)')}). Sanggah banding yang tidak disertai jaminan atau "
        "melewati waktu tersebut diperlakukan sebagai pengaduan."
    )


ANSWER = Paper(
    "jawaban-sanggah",
    Words("Jawaban Sanggah", "Answer to an objection"),
    Audience.PARTICIPANT,
    _when,
    _parts,
    of_bidder=_about,
    opening=_opening,
    due=_due,
    tells=acts_of(ObjectionAnswer, of_bidder=True),
    older=of_result,
    told_by=_told_by,
    addressed_to=to_bidder,
    signed_by=by_chair,
)
