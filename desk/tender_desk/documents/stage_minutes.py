"""Minutes of a part of the work: the evaluation, the clarification, and the proof.

They tell what was found up to there, and name no winner. Of one participant they tell when and
where it was met, as its invitation says.
"""

from collections.abc import Iterator
from datetime import datetime

from tender_desk.documents.attendance import for_the_bidder
from tender_desk.documents.auction import auction
from tender_desk.documents.blocks import Block, Paragraph, Titled, table
from tender_desk.documents.closing import signed
from tender_desk.documents.draft import standing_of_stages
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, of_stages, uncalled_for, waits
from tender_desk.documents.entries import entries
from tender_desk.documents.meetings import meetings_told, of_meeting_to
from tender_desk.documents.method import looked_at
from tender_desk.documents.phrases import DOCUMENTS
from tender_desk.documents.prices import prices
from tender_desk.documents.recap import recap
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import clarified, found_fair, stages
from tender_desk.documents.scores import scores, scores_title
from tender_desk.documents.subject import introduced
from tender_desk.documents.telling import judged_in, meetings_for, told_together
from tender_desk.documents.view import View, of_qualification
from tender_engine.declared import Words
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.events import Clarification
from tender_engine.findings import Finding, Verdict
from tender_engine.terms import InvitedTo, StageId
from tender_rules.stages.abstaining import abstention, left_to_others
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
# The talks have minutes of their own.
_ASKED_IN = tuple(stage for stage in StageId if stage is not StageId.NEGOSIASI)
_NOTHING_ASKED = Words("belum ada klarifikasi yang dicatat", "no clarification is recorded")
_NOTHING_PROVED = Words(
    "belum ada pembuktian kualifikasi yang dicatat", "no proof of qualification is recorded"
)


def _evaluation(view: View) -> Iterator[Titled]:
    yield from introduced(view, _evaluated(view))
    yield _CLOSING, signed(view)


def _clarification(view: View) -> Iterator[Titled]:
    """What was asked and answered; where it is of one participant, that one signs too."""
    yield from introduced(view, _answered(view))
    yield _CLOSING, _signed_by_both(view, InvitedTo.KLARIFIKASI)


def _answered(view: View) -> Iterator[Titled]:
    yield from _met(view, InvitedTo.KLARIFIKASI)
    yield "Klarifikasi", clarified(view, _asked_of(view))
    yield from _fair(view)


def _clarified(view: View) -> Standing:
    """Of whether anything was asked at all."""
    nothing = not any(view.concerns(event.participant) for event in _asked_of(view))
    missing = _NOTHING_ASKED if nothing else None
    return standing_of_stages(view.narrowed(), missing)


def _clarified_due(view: View) -> Due:
    """Where anybody it is of was asked something or called, or its price was looked at."""
    asked = any(view.concerns(event.participant) for event in _asked_of(view))
    if asked or meetings_told(view, InvitedTo.KLARIFIKASI) or any(_fair(view)):
        return READY
    whom = f" kepada {view.who(view.bidder)}" if view.bidder else ""
    return uncalled_for(f"tidak ada klarifikasi{whom}", "nothing was asked")


def _asked_of(view: View) -> list[Clarification]:
    return [event for event in view.events(Clarification) if view.tells(event.stage)]


def _proof(view: View) -> Iterator[Titled]:
    """Who was called, what was proven and what came of it; signed as a clarification is."""
    yield from introduced(view, _looked_through(view))
    yield _CLOSING, _signed_by_both(view, InvitedTo.PEMBUKTIAN)


def _signed_by_both(view: View, of: InvitedTo) -> tuple[Block, ...]:
    """Lines for the panel, and for those who came for the one participant that it is of."""
    present = of_meeting_to(view, of).present
    return (*signed(view), *(for_the_bidder(view, present) if view.bidder else ()))


def _met(view: View, of: InvitedTo) -> Iterator[Titled]:
    """Who was called and came, where anybody was called."""
    if met := meetings_told(view, of):
        yield "Undangan dan Kehadiran", met


def _looked_through(view: View) -> Iterator[Titled]:
    yield from _met(view, InvitedTo.PEMBUKTIAN)
    yield "Unsur yang Dibuktikan", (looked_at(view),)
    yield "Hasil Pembuktian", tuple(_proven(view))
    yield "Klarifikasi", clarified(view, view.events(Clarification))


def _proof_due(view: View) -> Due:
    """Where anybody it is of came to the proof or was called; else it is to come, or never will."""
    if _called(view) or meetings_told(view, InvitedTo.PEMBUKTIAN):
        return READY
    if view.bidder is None and view.evaluation.failure is None:
        return waits("pembuktian kualifikasi", "the proof of qualification")
    whom = view.who(view.bidder) if view.bidder else "peserta mana pun"
    return uncalled_for(f"tidak ada pembuktian dengan {whom}", "nobody came to the proof")


def _evaluated_due(view: View) -> Due:
    """Where anything came in to evaluate."""
    if view.nothing_came_in:
        return uncalled_for("tidak ada dokumen yang dievaluasi", "nothing came in to evaluate")
    if not any(result.verdicts for result in view.results):
        what = DOCUMENTS[view.kind.phases[0]]
        return waits(f"pembukaan {what}", "the opening of what is to be evaluated")
    return READY


def _proved(view: View) -> Standing:
    return standing_of_stages(view, None if _called(view) else _NOTHING_PROVED)


def _evaluated(view: View) -> Iterator[Titled]:
    yield entries(view)
    yield "Unsur yang Dievaluasi", (looked_at(view),)
    if not view.kind.listing:
        yield view.kind.said("Harga Penawaran dan Harga Terkoreksi"), prices(view, final=False)
    yield "Rekapitulasi Hasil Evaluasi", tuple(recap(view))
    yield "Hasil Evaluasi pada Setiap Tahapan", stages(view)
    if title := scores_title(view):
        yield title, scores(view)
    if absent := tuple(_absent(view)):
        yield "Anggota yang Tidak Menilai", absent
    yield "Klarifikasi", clarified(view, view.events(Clarification))
    if not view.kind.listing and (decided := auction(view)):
        yield "E-reverse Auction", decided


def _absent(view: View) -> Iterator[Block]:
    """Who of the panel did not judge whom for an interest; never what the interest is."""
    found = (f for result in view.results for v in result.verdicts for f in v.findings)
    for words in dict.fromkeys(left_to_others(f.reason) for f in found if f.rule == abstention.id):
        yield Paragraph(words)


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


def _asked_at(view: View) -> Iterator[datetime]:
    """When whom the minutes tell of was asked."""
    asked = view.events(Clarification)
    yield from (e.at for e in asked if e.stage in _ASKED_IN and view.concerns(e.participant))


def _priced_at(view: View) -> Iterator[datetime]:
    """When prices were judged, where they tell of that."""
    if any(_fair(view)):
        yield from of_stages(view.narrowed(StageId.EVALUASI_HARGA))


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
    due=_evaluated_due,
    tells=judged_in(*_SCREENED, *_EVALUATED),
    held=of_stages,
    older=of_stages,
)
CLARIFICATION = Paper(
    "klarifikasi",
    Words("Berita Acara Klarifikasi", "Minutes of the clarification"),
    Audience.PUBLIC,
    _clarified,
    _clarification,
    of_one=True,
    due=_clarified_due,
    tells=told_together(
        judged_in(*_ASKED_IN, judgements=False), meetings_for(InvitedTo.KLARIFIKASI)
    ),
    held=lambda view: (*_asked_at(view), *_priced_at(view)),
    older=_asked_at,
    told_by=lambda view: of_meeting_to(view, InvitedTo.KLARIFIKASI),
    growing=True,
)
PROOF = Paper(
    "pembuktian",
    Words("Berita Acara Pembuktian Kualifikasi", "Minutes of the proof of qualification"),
    Audience.PUBLIC,
    _proved,
    _proof,
    # It belongs to the qualification wherever that came before the bids.
    scope=lambda view: of_qualification(view).narrowed(_PROVEN),
    of_one=True,
    due=_proof_due,
    tells=told_together(judged_in(_PROVEN), meetings_for(InvitedTo.PEMBUKTIAN)),
    held=of_stages,
    older=of_stages,
    told_by=lambda view: of_meeting_to(view, InvitedTo.PEMBUKTIAN),
)
