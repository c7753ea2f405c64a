"""Minutes of a part of the work: the evaluation, clarification and negotiation, and the proof.

They tell what was found up to there, and name no winner. Nobody has numbered them yet: number,
place and time are blanks to fill in.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_desk.documents.auction import auction
from tender_desk.documents.blocks import Block, Paragraph, Titled, table
from tender_desk.documents.closing import signed
from tender_desk.documents.draft import Standing, standing_of_stages
from tender_desk.documents.entries import entries
from tender_desk.documents.failing import since_called_off
from tender_desk.documents.method import looked_at
from tender_desk.documents.prices import prices
from tender_desk.documents.recap import recap
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import clarified, found_fair, stages
from tender_desk.documents.scores import scores, scores_title
from tender_desk.documents.subject import basis, tender_data
from tender_desk.documents.talks import agreed_in_full, talks
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.events import Clarification, Negotiation
from tender_engine.findings import Finding, Verdict
from tender_engine.terms import StageId, Subject
from tender_rules.stages.low_bids import fairness

__all__ = ["CLARIFICATION", "EVALUATION", "PROOF"]

_CLOSING = "Penutup dan Tanda Tangan"
_SCREENED = (StageId.PEMASUKAN_KUALIFIKASI, StageId.EVALUASI_KUALIFIKASI)
_EVALUATED = (
    StageId.PEMBUKAAN,
    StageId.KOREKSI_ARITMATIK,
    StageId.PENAWARAN_DIEVALUASI,
    StageId.EVALUASI_ADMINISTRASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.EVALUASI_TEKNIS,
    StageId.PEMBUKAAN_HARGA,
    StageId.PENYETARAAN_TEKNIS,
    StageId.EVALUASI_HARGA,
)
_PROVEN = StageId.PEMBUKTIAN_KUALIFIKASI


def _evaluation(view: View) -> Iterator[Titled]:
    yield from _about(view, _evaluated(view))
    yield _CLOSING, signed(view)


def _clarification(view: View) -> Iterator[Titled]:
    """What was asked, answered and agreed; where it is of one participant, that one signs too."""
    yield from _about(view, _answered(view))
    yield _CLOSING, signed(view, view.bidder)


def _answered(view: View) -> Iterator[Titled]:
    yield "Klarifikasi", clarified(view, _asked_of(view))
    yield from _fair(view)
    yield from _talks(view)


def _clarified(view: View) -> Standing:
    """Of the negotiation, and of whether anything was asked or agreed at all."""
    names = [event.participant for event in _asked_of(view)]
    if not view.kind.listing:
        names += [event.participant for event in view.events(Negotiation)]
    nothing = not any(map(view.concerns, names))
    missing = "belum ada klarifikasi atau negosiasi yang dicatat" if nothing else ""
    return standing_of_stages(view.narrowed(StageId.NEGOSIASI), missing)


def _asked_of(view: View) -> list[Clarification]:
    return [event for event in view.events(Clarification) if view.tells(event.stage)]


def _proof(view: View) -> Iterator[Titled]:
    """Who was called, what was proven and what came of it; signed as a clarification is."""
    yield from _about(view, _looked_through(view))
    yield _CLOSING, signed(view, view.bidder)


def _looked_through(view: View) -> Iterator[Titled]:
    yield "Unsur yang Dibuktikan", (looked_at(view),)
    yield "Hasil Pembuktian", tuple(_proven(view))
    yield "Klarifikasi", clarified(view, view.events(Clarification))


def _proof_of(view: View) -> View:
    """The proof alone, which belongs to the qualification wherever that came before the bids."""
    kind = view.kind
    if kind.before:
        view = View.of(view.evaluation, kind=evolve(kind, of=Subject.KUALIFIKASI))
    return view.narrowed(_PROVEN)


def _proved(view: View) -> Standing:
    missing = "" if _called(view) else "belum ada pembuktian kualifikasi yang dicatat"
    return standing_of_stages(view, missing)


def _about(view: View, parts: Iterable[Titled]) -> Iterator[Titled]:
    """What the parts rest on and which tender they are about; then the parts."""
    told = tuple(parts)
    yield "Dasar", basis(view, told)
    yield f"Data {view.kind.noun}", (*tender_data(view), *since_called_off(view))
    yield from told


def _evaluated(view: View) -> Iterator[Titled]:
    yield entries(view)
    yield "Unsur yang Dievaluasi", (looked_at(view),)
    if not view.kind.listing:
        yield view.kind.said("Harga Penawaran dan Harga Terkoreksi"), prices(view, final=False)
    yield "Rekapitulasi Hasil Evaluasi", tuple(recap(view))
    yield "Hasil Evaluasi pada Setiap Tahapan", stages(view)
    if title := scores_title(view):
        yield title, scores(view)
    yield "Klarifikasi", clarified(view, view.events(Clarification))
    if not view.kind.listing and (decided := auction(view)):
        yield "E-reverse Auction", decided


def _fair(view: View) -> Iterator[Titled]:
    """Low bids that were looked at: who was found reasonable, and who was not, with reasons."""
    priced = view.evaluation.stage(StageId.EVALUASI_HARGA)
    if view.tells(priced.id):
        blocks = (*found_fair(view, priced), *_found_unfair(view, priced))
        if blocks:
            yield "Kewajaran Harga", blocks


def _found_unfair(view: View, priced: StageResult) -> Iterator[Block]:
    rows = [
        (view.who(found.participant), finding.reason, view.behind(finding))
        for found in priced.verdicts
        for finding in found.findings
        if (finding.rule, finding.verdict) == (fairness.id, Verdict.GUGUR)
        and view.concerns(found.participant)
    ]
    if rows:
        yield Paragraph("Penawaran yang dinilai tidak wajar oleh Pokja Pemilihan:")
        yield table({"Nama peserta": "<", "Alasan": "<", "Dasar": "<"}, rows)


def _talks(view: View) -> Iterator[Titled]:
    if view.kind.listing:
        return
    held = talks(view) or (Paragraph("Tidak ada negosiasi yang dicatat."),)
    yield view.kind.said("Negosiasi Teknis dan Harga"), (*held, *agreed_in_full(view))


def _called(view: View) -> list[StageVerdict]:
    """The verdicts of whoever was called to the proof and is told of."""
    found = view.evaluation.stage(_PROVEN).verdicts
    called = (verdict for verdict in found if verdict.verdict is not Verdict.TIDAK_DIEVALUASI)
    return [verdict for verdict in called if view.concerns(verdict.participant)]


def _proven(view: View) -> Iterator[Block]:
    """Every question of the proof with its answer, and what came of it."""
    called = _called(view)
    if not called:
        yield Paragraph("Belum ada peserta yang dibuktikan kualifikasinya.")
        return
    rows = [
        (
            view.who(found.participant),
            _asked(view, finding),
            view.term(finding.verdict),
            finding.reason,
        )
        for found in called
        for finding in found.findings
    ]
    if rows:
        headers = {"Nama peserta": "<", "Unsur": "<", "Hasil": "<", "Keterangan": "<"}
        yield table(headers, rows)
    if view.bidder is None:
        yield from stages(view)
    for found in called if view.bidder else ():
        words = f"{view.who(found.participant)}: {view.term(found.verdict).lower()}. {found.reason}"
        yield Paragraph(words, strong=True)


def _asked(view: View, finding: Finding) -> str:
    """What a finding answers: a criterion of the document, or a rule."""
    criterion = finding.facts.get("kriteria")
    return view.criterion(_PROVEN, criterion) if criterion else view.rule(finding.rule)


EVALUATION = Paper(
    "evaluasi",
    Words("Berita Acara Evaluasi", "Minutes of the evaluation"),
    Audience.PUBLIC,
    standing_of_stages,
    _evaluation,
    # Of the qualification as long as no bids are due.
    name=lambda view: (
        f"Berita Acara Evaluasi {'Kualifikasi' if view.kind.listing else 'Penawaran'}"
    ),
    scope=lambda view: view.narrowed(*(_SCREENED if view.kind.listing else _EVALUATED)),
)
CLARIFICATION = Paper(
    "klarifikasi",
    Words("Berita Acara Klarifikasi dan Negosiasi", "Minutes of the clarification and negotiation"),
    Audience.PUBLIC,
    _clarified,
    _clarification,
    of_one=True,
)
PROOF = Paper(
    "pembuktian",
    Words("Berita Acara Pembuktian Kualifikasi", "Minutes of the proof of qualification"),
    Audience.PUBLIC,
    _proved,
    _proof,
    scope=_proof_of,
    of_one=True,
)
