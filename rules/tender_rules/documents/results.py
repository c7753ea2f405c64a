"""What came of it: every stage with counts and reasons, and clarifications."""

from collections.abc import Iterator

from tender.evaluation import StageResult, StageVerdict
from tender.events import Clarification
from tender.findings import Verdict
from tender.terms import StageId
from tender_rules.documents.blocks import Block, Paragraph, Subheading, Table, table
from tender_rules.documents.labels import PASSED, TERMS
from tender_rules.documents.view import View
from tender_rules.documents.wording import cited, document_clause, shown, term
from tender_rules.words import dated

__all__ = ["clarifications", "stages"]

# Their results have sections of their own.
_ELSEWHERE = (StageId.PENETAPAN, StageId.NEGOSIASI)

_ENTERED = (Verdict.LULUS, Verdict.GUGUR, Verdict.BELUM_DINILAI)


def stages(view: View) -> tuple[Block, ...]:
    """How many entered, passed, fell and were left alone at each stage, and each one's reason."""
    results = [r for r in view.results if r.id not in _ELSEWHERE]
    headers = {
        "Tahapan": "<",
        "Peserta": ">",
        "Lulus/diteruskan": ">",
        "Gugur": ">",
        "Belum dinilai": ">",
        "Tidak dievaluasi": ">",
    }
    counts = table(headers, [_counts(view, result) for result in results])
    entered = [result for result in results if result.verdicts]
    details = (block for result in entered for block in _stage(view, result))
    empty = [view.stage(result.id) for result in results if not result.verdicts]
    if not empty:
        return (counts, *details)
    words = f"Tidak ada peserta pada tahapan berikut: {', '.join(empty)}."
    return (counts, Paragraph(words), *details)


def _counts(view: View, result: StageResult) -> tuple[str, ...]:
    entered = sum(len(result.of(verdict)) for verdict in _ENTERED)
    each = (str(len(result.of(verdict))) for verdict in Verdict)
    return (view.stage(result.id), str(entered), *each)


def _stage(view: View, result: StageResult) -> Iterator[Block]:
    yield Subheading(view.stage(result.id))
    passed = result.of(Verdict.LULUS)
    if passed:
        title = PASSED.get(result.id, term(Verdict.LULUS))
        yield Paragraph(f"{title} ({len(passed)} peserta): {view.all_of(passed)}.")
    yield from _not_passed(view, result)


def _not_passed(view: View, result: StageResult) -> Iterator[Table]:
    rows = [
        (
            view.who(found.participant),
            _called(result.id, found.verdict),
            found.reason,
            _basis(view, result, found),
        )
        for found in result.verdicts
        if found.verdict is not Verdict.LULUS
    ]
    if rows:
        yield table({"Nama peserta": "<", "Hasil": "<", "Alasan": "<", "Dasar": "<"}, rows)


def _called(stage: StageId, verdict: Verdict) -> str:
    """A verdict; whom the list has no place for was evaluated all the same."""
    left_out = verdict is Verdict.TIDAK_DIEVALUASI
    if stage is StageId.PENETAPAN_HASIL_KUALIFIKASI and left_out:
        return "Tidak masuk daftar"
    return TERMS[verdict]


def _basis(view: View, result: StageResult, found: StageVerdict) -> str:
    """The provisions behind a verdict; for whom a pool or scope keeps out, what sets it."""
    findings = [finding for finding in found.findings if finding.verdict is found.verdict]
    if findings:
        return cited(citation for finding in findings for citation in finding.citations)
    asked = view.package.tender.asks(result.id)
    if result.id is StageId.PEMBUKTIAN_KUALIFIKASI and asked.scope is None:
        return view.value_cited("proof.scope")
    if result.id is StageId.PENETAPAN_HASIL_KUALIFIKASI:
        return view.value_cited("qualification.shortlist_most")
    return document_clause(asked.clause)


def clarifications(view: View) -> tuple[Block, ...]:
    """What was asked of bidders and what they answered."""
    rows = [
        (
            dated(event.at),
            view.who(event.participant),
            view.stage(event.stage),
            event.question,
            event.answer,
            shown(event.evidence) or "–",
        )
        for event in view.told(Clarification)
        if view.kind.holds(event.stage)
    ]
    if not rows:
        return (Paragraph("Tidak ada klarifikasi yang dicatat."),)
    headers = {
        "Tanggal": "<",
        "Nama peserta": "<",
        "Tahapan": "<",
        "Pertanyaan": "<",
        "Jawaban": "<",
        "Bukti": "<",
    }
    return (table(headers, rows),)
