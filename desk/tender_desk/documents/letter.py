"""The letter that tells one bidder what came of its documents, and why.

It holds what that bidder may see: its own result at every stage with reason and provision, its own
price and what was corrected in it. Of others it tells who was determined, once that is announced.
"""

from collections.abc import Iterator
from decimal import Decimal

from tender_desk.documents.addressing import by_chair, to_bidder
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Titled, table
from tender_desk.documents.draft import standing_of_letter
from tender_desk.documents.due import READY, Due, uncalled_for
from tender_desk.documents.failing import called_off
from tender_desk.documents.outcome import proposed
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import basis_of, called, withdrew, words_on_fairness
from tender_desk.documents.view import View
from tender_desk.documents.wording import ROUNDING_GAP, WRITTEN_ROUNDING
from tender_engine.declared import Words
from tender_engine.evaluation import Correction, PriceResult, StageResult, StageVerdict
from tender_engine.events import Announcement
from tender_engine.findings import Verdict
from tender_engine.model import Participant
from tender_engine.numbers import below_a_sen
from tender_engine.terms import Phase
from tender_rules.stages.schedule import corrections_in, roundings_in, total_effect
from tender_rules.words import date_and_clock, number, to_sen

__all__ = ["LETTER"]

_IN_RUPIAH = frozenset({"amount", "stated_total", "corrected_total"})
_OBJECTING = (
    "Apabila berkeberatan atas hasil ini, peserta yang menyampaikan dokumen dapat mengajukan "
    "sanggah melalui SPSE, dengan tata cara dan dalam waktu yang ditetapkan Dokumen Pemilihan."
)
# What a letter says of the stages that were not passed; a fall comes before what is open.
_WORDS = {
    Verdict.GUGUR: "dinyatakan gugur",
    Verdict.BELUM_DINILAI: "belum selesai dinilai",
    Verdict.TIDAK_DIEVALUASI: "tidak dievaluasi lebih lanjut",
}


def _due(view: View) -> Due:
    """Nothing to write to whoever handed in nothing."""
    if _found(view):
        return READY
    name = view.who(view.bidder)
    return uncalled_for(
        f"{name} tidak menyampaikan dokumen; tidak ada hasilnya",
        f"{name} handed in no documents; there is no result to tell",
    )


def _found(view: View) -> list[tuple[StageResult, StageVerdict]]:
    """What came of the participant's documents, stage by stage."""
    return [
        (result, verdict)
        for result in view.results
        for verdict in result.verdicts
        if verdict.participant == view.bidder
    ]


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
    return (
        f"Sehubungan dengan pelaksanaan {view.kind.noun} paket {tender.title} (kode "
        f"{view.kind.noun.lower()} {tender.code}), bersama ini Pokja Pemilihan menyampaikan "
        f"{told} sebagai berikut."
    )


def _parts(view: View) -> Iterator[Titled]:
    """What came of its documents; of what was called off the decision, and of no evaluation."""
    who = view.participants[view.bidder or ""]
    yield f"Data {_what(view)}", tuple(_own(view, who))
    if view.kind.cancelled:
        yield f"Pembatalan {view.kind.noun}", tuple(called_off(view))
    else:
        yield from _came_of(view, who)
    yield "", tuple(_closing(view))


def _came_of(view: View, who: Participant) -> Iterator[Titled]:
    found = _found(view)
    headers = {"Tahapan": "<", "Hasil": "<", "Alasan": "<", "Dasar": "<"}
    rows = [_row(view, result, verdict) for result, verdict in found]
    yield "Hasil pada Setiap Tahapan", (table(headers, rows),)
    if corrected := tuple(_corrected(view, who.id)):
        yield "Koreksi Aritmatik", corrected
    yield "Kesimpulan", tuple(_conclusion(view, who, found))


def _own(view: View, who: Participant) -> Iterator[Block]:
    """What it handed in and when, and its own price where a stage opened it."""
    phases = {
        Phase.KUALIFIKASI: who.submitted.kualifikasi,
        Phase.PENAWARAN: who.submitted.penawaran,
    }
    phases[Phase.PENAWARAN_TAHAP_DUA] = who.submitted.penawaran_tahap_dua
    items = [
        ("Disampaikan", date_and_clock(at))
        for phase, at in phases.items()
        if phase in view.kind.phases and at is not None
    ]
    own = Pairs((("Nama peserta", view.who(who.id)),))
    if not (view.kind.listing or view.kind.cancelled):
        own = proposed(view, who.id)
    yield Pairs((*own.items, *items))


def _row(view: View, result: StageResult, found: StageVerdict) -> tuple[str, ...]:
    """What came of one stage; who passes is told why only where people found its price fair."""
    passed = found.verdict is Verdict.LULUS
    fair = words_on_fairness(found)
    reason = f"{found.reason} {fair}" if passed and fair != "–" else found.reason
    basis = "–" if passed else basis_of(view, result, found)
    return view.stage(result.id), called(view, result.id, found), reason, basis


def _corrected(view: View, name: str) -> Iterator[Block]:
    price = view.evaluation.price(name)
    rows = list(_changes(view, price)) if price else []
    headers = {
        "Baris": "<",
        "Ketentuan koreksi": "<",
        "Yang dikoreksi": "<",
        "Semula": ">",
        "Menjadi": ">",
        "Pengaruh": ">",
    }
    if rows:
        yield Paragraph("Pengaruh adalah perubahan total penawaran, termasuk PPN.")
        yield table(headers, rows)


def _changes(view: View, price: PriceResult) -> Iterator[tuple[str, ...]]:
    """Each corrected cell, then what is no correction and moves the total all the same."""
    name, changes = price.participant, corrections_in(price.corrections)
    effects = [change.effect for change in changes]
    yield from (_correction(view, name, change) for change in changes)
    rounded = roundings_in(price.corrections)
    if not below_a_sen(total_effect(rounded)):
        effects.append(total_effect(rounded))
        cells = f"{len(rounded)} sel"
        yield "", WRITTEN_ROUNDING, cells, "", "", view.money(effects[-1])
    if price.corrected_total is not None:
        shown = (price.stated_total, *effects)
        if gap := view.gap(to_sen(price.corrected_total), map(to_sen, shown)):
            yield "", ROUNDING_GAP, "", "", "", view.money(gap)


def _correction(view: View, name: str, row: Correction) -> tuple[str, ...]:
    return (
        view.line(row.line, name) if row.line else "keseluruhan penawaran",
        view.rule(row.rule),
        view.words.said("field", row.field),
        _cell(view, row.field, row.before),
        _cell(view, row.field, row.after),
        view.money(row.effect),
    )


def _cell(view: View, field: str, value: Decimal | None) -> str:
    if value is None:
        return "kosong"
    return view.money(value) if field in _IN_RUPIAH else number(value)


def _conclusion(
    view: View, who: Participant, found: list[tuple[StageResult, StageVerdict]]
) -> Iterator[Block]:
    yield Paragraph(_came_of_it(view, who.id, found), strong=True)
    evaluation = view.evaluation
    announced = view.about_it(view.events(Announcement))
    determined = evaluation.state == "ditetapkan" and announced
    if determined and evaluation.winner and evaluation.winner != who.id:
        yield Paragraph(f"Pemenang yang ditetapkan adalah {view.who(evaluation.winner)}.")
    if determined and evaluation.failure is not None:
        yield Paragraph(f"{view.kind.fails} ini dinyatakan gagal.")


def _came_of_it(view: View, name: str, found: list[tuple[StageResult, StageVerdict]]) -> str:
    """One sentence: where it fell, what is still open, or what it was determined as."""
    who, evaluation = view.who(name), view.evaluation
    left = [result for result, each in found if withdrew(result.id, each)]
    if left:
        return f"{who} mengundurkan diri pada tahap {view.stage(left[0].id).lower()}."
    for kind, words in _WORDS.items():
        at = [view.stage(result.id).lower() for result, each in found if each.verdict is kind]
        if at:
            return f"{who} {words} pada tahap {' dan '.join(at)}."
    if evaluation.state == "menunggu":
        last = view.stage(found[-1][0].id).lower()
        return f"{who} lulus sampai dengan tahap {last}; evaluasi belum selesai."
    as_ = "ditetapkan sebagai" if evaluation.state == "ditetapkan" else "diusulkan sebagai"
    if view.kind.listing and evaluation.failure is None:
        also = " prakualifikasi ulang" if view.kind.alone else f" dan masuk {view.kind.list_name}"
        return f"{who} dinyatakan lulus{also}."
    if name == evaluation.winner:
        return f"{who} {as_} pemenang."
    if name in evaluation.reserves:
        place = evaluation.reserves.index(name) + 1
        return f"{who} {as_} pemenang cadangan {place}."
    ranked = evaluation.place(name)
    return f"{who} dinyatakan lulus" + (f", pada peringkat {ranked.rank}." if ranked else ".")


def _closing(view: View) -> Iterator[Block]:
    if not view.kind.cancelled:
        yield Paragraph(_OBJECTING)
    yield Paragraph("Demikian disampaikan. Atas perhatian Saudara diucapkan terima kasih.")


LETTER = Paper(
    "surat",
    Words("Surat Pemberitahuan Hasil Evaluasi", "Letter to one participant on the result"),
    Audience.PARTICIPANT,
    standing_of_letter,
    _parts,
    name=_name,
    opening=_opening,
    due=_due,
    addressed_to=to_bidder,
    signed_by=by_chair,
)
