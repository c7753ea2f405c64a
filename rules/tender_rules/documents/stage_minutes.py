"""Minutes of a part of the work: the evaluation, clarification and negotiation, and the proof.

They tell what was found up to there, and name no winner. Nobody has numbered them yet: number,
place and time are blanks to fill in.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve

from tender.evaluation import Evaluation, StageResult, StageVerdict
from tender.events import Clarification, Negotiation
from tender.findings import Finding, Verdict
from tender.numbers import exact
from tender.terms import StageId, Subject
from tender_rules.documents.auction import auction
from tender_rules.documents.blocks import Block, Paragraph, Record, Titled, table
from tender_rules.documents.closing import signed
from tender_rules.documents.draft import standing_of_stages
from tender_rules.documents.entries import entries
from tender_rules.documents.kind import Kind
from tender_rules.documents.labels import TERMS
from tender_rules.documents.method import looked_at
from tender_rules.documents.prices import prices
from tender_rules.documents.record import opened, record
from tender_rules.documents.results import clarified, found_fair, stages
from tender_rules.documents.scores import scores, scores_title
from tender_rules.documents.subject import basis, tender_data
from tender_rules.documents.talks import agreed_in_full, talks
from tender_rules.documents.view import View
from tender_rules.documents.wording import cited
from tender_rules.stages.low_bids import fairness

__all__ = ["clarification_minutes", "evaluation_minutes", "proof_minutes"]

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
# What a stage is called at the head of a column.
_SHORT: Mapping[StageId, str] = {
    StageId.EVALUASI_ADMINISTRASI: "Administrasi",
    StageId.EVALUASI_KUALIFIKASI: "Kualifikasi",
    StageId.EVALUASI_TEKNIS: "Teknis",
    StageId.PENYETARAAN_TEKNIS: "Penyetaraan",
    StageId.EVALUASI_HARGA: "Harga",
}


def evaluation_minutes(evaluation: Evaluation) -> Record:
    """Berita Acara Evaluasi Penawaran, or Evaluasi Kualifikasi as long as no bids are due."""
    with exact():
        whole = View.of(evaluation)
        view = whole.narrowed(*(_SCREENED if whole.kind.listing else _EVALUATED))
        what = "Kualifikasi" if view.kind.listing else "Penawaran"
        parts = [*_about(view), *_evaluated(view), (_CLOSING, signed(view))]
        return _minutes(view, f"Berita Acara Evaluasi {what}", parts)


def clarification_minutes(evaluation: Evaluation, bidder: str | None = None) -> Record:
    """Berita Acara Klarifikasi dan Negosiasi: what was asked, answered and agreed.

    With one `bidder`, who then signs as well; without, of all of them, for the panel to sign.
    """
    with exact():
        view = _of_one(View.of(evaluation), bidder)
        asked = [event for event in view.events(Clarification) if view.tells(event.stage)]
        names = [event.participant for event in asked]
        if not view.kind.listing:
            names += [event.participant for event in view.events(Negotiation)]
        parts = [
            *_about(view),
            ("Klarifikasi", clarified(view, asked)),
            *_fair(view),
            *_talks(view),
            (_CLOSING, signed(view, view.bidder)),
        ]
        nothing = not any(map(view.concerns, names))
        missing = "belum ada klarifikasi atau negosiasi yang dicatat" if nothing else ""
        view = view.narrowed(StageId.NEGOSIASI)
        return _minutes(view, "Berita Acara Klarifikasi dan Negosiasi", parts, missing)


def proof_minutes(evaluation: Evaluation, bidder: str | None = None) -> Record:
    """Berita Acara Pembuktian Kualifikasi: who was called, what was proven and what came of it.

    With one `bidder`, who then signs as well; without, of all of them, for the panel to sign.
    """
    with exact():
        kind = Kind.of_evaluation(evaluation)
        if kind.before:
            kind = Kind(Subject.KUALIFIKASI, kind.seleksi, kind.before)
        view = _of_one(View.of(evaluation, kind=kind).narrowed(_PROVEN), bidder)
        parts = [
            *_about(view),
            ("Unsur yang Dibuktikan", (looked_at(view),)),
            ("Hasil Pembuktian", tuple(_proven(view))),
            ("Klarifikasi", clarified(view, view.events(Clarification))),
            (_CLOSING, signed(view, view.bidder)),
        ]
        missing = "" if _called(view) else "belum ada pembuktian kualifikasi yang dicatat"
        return _minutes(view, "Berita Acara Pembuktian Kualifikasi", parts, missing)


def _of_one(view: View, bidder: str | None) -> View:
    return evolve(view, bidder=bidder)


def _minutes(view: View, name: str, parts: list[Titled], missing: str = "") -> Record:
    status = standing_of_stages(view, missing)
    return record(view, name.upper(), opened(view, name), parts, status)


def _about(view: View) -> Iterator[Titled]:
    yield "Dasar", basis(view)
    yield f"Data {view.kind.noun}", tender_data(view)


def _evaluated(view: View) -> Iterator[Titled]:
    yield entries(view)
    yield "Unsur yang Dievaluasi", (looked_at(view),)
    if not view.kind.listing:
        yield view.kind.said("Harga Penawaran dan Harga Terkoreksi"), prices(view, final=False)
    yield "Rekapitulasi Hasil Evaluasi", tuple(_matrix(view))
    yield "Hasil Evaluasi pada Setiap Tahapan", stages(view)
    if title := scores_title(view):
        yield title, scores(view)
    yield "Klarifikasi", clarified(view, view.events(Clarification))
    if not view.kind.listing and (decided := auction(view)):
        yield "E-reverse Auction", decided


def _matrix(view: View) -> Iterator[Block]:
    """Who passed what: one row a participant, one column an evaluation."""
    columns = [stage.id for stage in view.stages if stage.id in _SHORT]
    found = {
        stage: {v.participant: TERMS[v.verdict] for v in view.evaluation.stage(stage).verdicts}
        for stage in columns
    }
    rows = [
        (str(index), view.who(name), *(found[stage].get(name, "–") for stage in columns))
        for index, name in enumerate(_entered(view), 1)
    ]
    if not rows:
        yield Paragraph("Tidak ada peserta yang dievaluasi.")
        return
    names = {view.kind.said(_SHORT[stage]): "^" for stage in columns}
    yield table({"No.": ">", "Nama peserta": "<"} | names, rows)


def _entered(view: View) -> list[str]:
    """Whoever has a verdict at one of the stages told, in the order of the participants."""
    entered = {v.participant for result in view.results for v in result.verdicts}
    return [name for name in view.participants if name in entered]


def _fair(view: View) -> Iterator[Titled]:
    """Low bids that were looked at: who was found reasonable, and who was not, with reasons."""
    priced = view.evaluation.stage(StageId.EVALUASI_HARGA)
    if view.tells(priced.id):
        blocks = (*found_fair(view, priced), *_found_unfair(view, priced))
        if blocks:
            yield "Kewajaran Harga", blocks


def _found_unfair(view: View, priced: StageResult) -> Iterator[Block]:
    rows = [
        (view.who(found.participant), finding.reason, cited(finding.citations))
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
        (view.who(found.participant), _asked(view, finding), TERMS[finding.verdict], finding.reason)
        for found in called
        for finding in found.findings
    ]
    if rows:
        headers = {"Nama peserta": "<", "Unsur": "<", "Hasil": "<", "Keterangan": "<"}
        yield table(headers, rows)
    if view.bidder is None:
        yield from stages(view)
    for found in called if view.bidder else ():
        words = f"{view.who(found.participant)}: {TERMS[found.verdict].lower()}. {found.reason}"
        yield Paragraph(words, strong=True)


def _asked(view: View, finding: Finding) -> str:
    """What a finding answers: a criterion of the document, or a rule."""
    criterion = finding.facts.get("kriteria")
    return view.criterion(_PROVEN, criterion) if criterion else view.rule(finding.rule)
