"""One bidder's story in sentences: what it handed in, its price, and what came of it by stage.

It is told to that bidder: of nobody else it says anything. What people judged is told as the
answer of the panel, and never who of its members said what.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tender_desk.documents.blocks import Block, Paragraph
from tender_desk.documents.outcome import performance, scores_of
from tender_desk.documents.own_corrections import own_corrections
from tender_desk.documents.phrases import DOCUMENTS, MEETINGS
from tender_desk.documents.results import basis_of, called, withdrew, words_on_fairness
from tender_desk.documents.view import View
from tender_desk.documents.wording import sentence
from tender_engine.evaluation import PriceResult, StageResult, StageVerdict
from tender_engine.events import Clarification, Invitation, Negotiation
from tender_engine.findings import Verdict
from tender_engine.terms import Phase, StageId
from tender_rules.stages.low_bids import fairness
from tender_rules.words import date_and_clock, dated, number

__all__ = [
    "asked_of",
    "before_talks",
    "bond_told",
    "came_of",
    "conclusion",
    "found",
    "listed_words",
    "own_price",
    "received",
]

# Nobody is judged there: that one passed them says nothing.
_NOT_JUDGED = frozenset(
    {
        StageId.PEMASUKAN_KUALIFIKASI,
        StageId.PEMBUKAAN,
        StageId.KOREKSI_ARITMATIK,
        StageId.PENAWARAN_DIEVALUASI,
        StageId.PEMBUKAAN_HARGA,
        StageId.PENETAPAN_HASIL_KUALIFIKASI,
        StageId.PENETAPAN,
    }
)
# What is said of a stage that was not passed; in a conclusion a fall comes before what is open.
_WORDS = {
    Verdict.GUGUR: "dinyatakan gugur",
    Verdict.BELUM_DINILAI: "belum selesai dinilai",
    Verdict.TIDAK_DIEVALUASI: "tidak dievaluasi lebih lanjut",
}
_LEFT_OUT = "Tidak masuk daftar"
_DECIDED_BY_PANEL = (
    "Penilaian tersebut adalah keputusan Pokja Pemilihan, yang disepakati lebih dari separuh "
    "anggotanya."
)


def found(view: View, name: str) -> list[tuple[StageResult, StageVerdict]]:
    """What came of the bidder's documents, stage by stage."""
    pairs = ((result, result.on(name)) for result in view.results)
    return [(result, verdict) for result, verdict in pairs if verdict is not None]


def listed_words(items: Iterable[str]) -> str:
    """Items as a sentence lists them.

    >>> listed_words(["a"]), listed_words(["a", "b"]), listed_words(["a", "b", "c"])
    ('a', 'a dan b', 'a, b, dan c')
    """
    *first, last = items
    if not first:
        return last
    return f"{', '.join(first)}{',' * (len(first) > 1)} dan {last}"


def before_talks(view: View, name: str, day: datetime | None) -> View:
    """`view` without talks with the bidder that came after the `day` of a paper, if they did."""
    talks = [event.at for event in view.events(Negotiation) if event.participant == name]
    if day is None or not talks or min(talks) <= day:
        return view
    return view.narrowed(*(s.id for s in view.stages if s.id is not StageId.NEGOSIASI))


def received(view: View, name: str) -> Iterator[Block]:
    """What it handed in, and when; of the documents that this record is about."""
    submitted = view.participants[name].submitted
    times = {
        Phase.KUALIFIKASI: submitted.kualifikasi,
        Phase.PENAWARAN: submitted.penawaran,
        Phase.PENAWARAN_TAHAP_DUA: submitted.penawaran_tahap_dua,
    }
    said = [
        f"{DOCUMENTS[phase]} pada {date_and_clock(at)}"
        for phase, at in times.items()
        if phase in view.kind.phases and at is not None
    ]
    if said:
        yield Paragraph(f"Saudara menyampaikan {listed_words(said)}.")


def own_price(view: View, name: str) -> Iterator[Block]:
    """Its own price where a stage opened it, what was corrected in it, and its scores."""
    if view.kind.listing or view.kind.cancelled:
        return
    price = view.evaluation.price(name)
    said = view.kind.said
    if price is None:
        yield Paragraph(said("Harga penawaran Saudara tidak dibuka."))
    else:
        yield Paragraph(said(" ".join(_priced(view, price))))
        yield from own_corrections(view, name)
    scores = [f"{label.lower()} {value}" for label, value in scores_of(view, name)]
    if scores:
        yield Paragraph(f"Penawaran Saudara memperoleh {listed_words(scores)}.")


def _priced(view: View, price: PriceResult) -> Iterator[str]:
    """The price in sentences: as stated, corrected, and what auction or talks came to."""
    yield f"Harga penawaran Saudara ialah {view.in_full(price.stated_total)}, termasuk PPN."
    corrected = price.corrected_total
    if corrected is not None:
        share = ""
        if price.percent_of_hps is not None:
            share = f", yaitu {number(price.percent_of_hps)}% dari nilai total HPS"
        same = corrected == price.stated_total
        became = "tetap" if same else f"menjadi {view.in_full(corrected)}"
        yield f"Setelah koreksi aritmatik harga tersebut {became}{share}."
    if price.reverse_auction_total is not None:
        yield f"Harga hasil E-reverse Auction ialah {view.in_full(price.reverse_auction_total)}."
    if price.negotiated_total is not None and view.tells(StageId.NEGOSIASI):
        yield f"Harga hasil negosiasi ialah {view.in_full(price.negotiated_total)}."
    if price.hea is not None:
        yield f"Untuk penentuan urutan, Hasil Evaluasi Akhir (HEA) ialah {view.money(price.hea)}."


def asked_of(view: View, name: str) -> Iterator[Block]:
    """To which meetings it was called and who came for it, and what it was asked and answered."""
    for call in view.events(Invitation):
        if call.participant == name:
            yield Paragraph(_called(call))
    for asked in view.events(Clarification):
        if asked.participant == name and view.tells(asked.stage):
            yield Paragraph(
                f"Pada {dated(asked.at)} Pokja Pemilihan meminta klarifikasi pada tahap "
                f"{view.stage(asked.stage).lower()}: {sentence(asked.question)} Saudara menjawab: "
                f"{sentence(asked.answer)}"
            )


def _called(call: Invitation) -> str:
    where = f", bertempat di {call.place}" if call.place else ""
    words = f"Saudara diundang untuk {MEETINGS[call.of]} pada {date_and_clock(call.for_)}{where}."
    came = [f"{one.name} ({one.role})" for one in call.present if one.for_ == call.participant]
    return f"{words} Yang hadir mewakili Saudara: {listed_words(came)}." if came else words


def came_of(view: View, name: str, *, argued: bool = False) -> Iterator[Block]:
    """Stage by stage: what it passed in one sentence, what it did not with reason and provision.

    What is `argued` names the rules that were applied too, and that the panel decided.
    """
    passed: list[str] = []
    for result, verdict in found(view, name):
        if verdict.verdict is not Verdict.LULUS:
            yield from _passed(passed)
            passed = []
            more = _applied(view, verdict) if argued else ""
            yield Paragraph(f"{_not_passed(view, result, verdict)}{more}")
            continue
        if result.id not in _NOT_JUDGED:
            passed.append(view.stage(result.id).lower())
        fair = words_on_fairness(verdict)
        if fair != "–":
            yield from _passed(passed)
            passed = []
            words = view.kind.said("Harga penawaran Saudara dinilai wajar oleh Pokja Pemilihan.")
            yield Paragraph(f"{words} {fair}")
    yield from _passed(passed)


def _passed(stages: list[str]) -> Iterator[Block]:
    if stages:
        yield Paragraph(f"Saudara dinyatakan lulus pada tahap {listed_words(stages)}.")


def _applied(view: View, verdict: StageVerdict) -> str:
    """The rules that kept it out, and whether it was the panel that judged so."""
    against = [f for f in verdict.findings if f.verdict is verdict.verdict is Verdict.GUGUR]
    rules = dict.fromkeys(view.rule(finding.rule) for finding in against)
    said = f" Aturan yang diterapkan: {'; '.join(rules)}." if rules else ""
    if any(finding.rule == fairness.id or "kriteria" in finding.facts for finding in against):
        said += f" {_DECIDED_BY_PANEL}"
    return said


def _not_passed(view: View, result: StageResult, verdict: StageVerdict) -> str:
    """Why it is out, is still open, or was left alone there, and the provisions behind that."""
    how = f"Saudara {_WORDS[verdict.verdict]}"
    if withdrew(result.id, verdict):
        how = "Saudara mengundurkan diri"
    elif called(view, result.id, verdict) == _LEFT_OUT:
        how = f"Saudara tidak masuk {view.kind.list_name}"
    words = f"Pada tahap {view.stage(result.id).lower()} {how}, dengan alasan: {verdict.reason}"
    basis = basis_of(view, result, verdict)
    return f"{words} Ketentuan yang mendasarinya: {basis}."


def conclusion(view: View, name: str) -> str:
    """One sentence: where it fell, what is still open, or what it was determined as."""
    who, evaluation, all_found = view.who(name), view.evaluation, found(view, name)
    left = [result for result, each in all_found if withdrew(result.id, each)]
    if left:
        return f"{who} mengundurkan diri pada tahap {view.stage(left[0].id).lower()}."
    proposed = evaluation.state != "menunggu" and name in (evaluation.winner, *evaluation.reserves)
    for kind, words in _WORDS.items():
        at = [view.stage(result.id).lower() for result, each in all_found if each.verdict is kind]
        # A reserve whose price waits for its turn is left alone there, and is a reserve.
        if at and not (proposed and kind is Verdict.TIDAK_DIEVALUASI):
            return f"{who} {words} pada tahap {' dan '.join(at)}."
    if evaluation.state == "menunggu":
        last = view.stage(all_found[-1][0].id).lower()
        return f"{who} lulus sampai dengan tahap {last}; evaluasi belum selesai."
    return _standing(view, name)


def _standing(view: View, name: str) -> str:
    """What a bidder that passed everything was determined or is proposed as."""
    who, evaluation = view.who(name), view.evaluation
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


def bond_told(view: View, name: str) -> Iterator[Block]:
    """To the winner: the performance bond that is due, or that none is."""
    price = view.evaluation.price(name)
    if name == view.evaluation.winner and price is not None:
        words = performance(view, price.performance_bond)
        what = "Jaminan pelaksanaan"
        is_none = words.startswith("tidak")
        yield Paragraph(f"{what} {words}." if is_none else f"{what} ialah {words}.")
