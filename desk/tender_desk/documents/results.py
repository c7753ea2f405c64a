"""What came of it: every stage with counts and reasons, and clarifications."""

from collections.abc import Iterable, Iterator

from tender_desk.documents.blocks import Block, Paragraph, Subheading, Table, table
from tender_desk.documents.on_record import told
from tender_desk.documents.view import View
from tender_desk.documents.wording import sentence, shown
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.events import Clarification
from tender_engine.findings import Finding, Verdict
from tender_engine.terms import AssessmentVerdict, StageId
from tender_rules.stages import withdrawal
from tender_rules.stages.low_bids import FAIRNESS, fairness
from tender_rules.words import dated

__all__ = [
    "basis_of",
    "called",
    "clarifications",
    "clarified",
    "found_fair",
    "is_told_of",
    "not_passed",
    "stages",
    "withdrew",
    "words_on_fairness",
]

# Their results have sections of their own, but for who left there.
_ELSEWHERE = (StageId.PENETAPAN, StageId.NEGOSIASI)
_LEAVING = frozenset(rule.id for rule in withdrawal.RULES)
_DETERMINED = (StageId.PENETAPAN, StageId.PENETAPAN_HASIL_KUALIFIKASI)


def stages(view: View) -> tuple[Block, ...]:
    """How many entered, passed, fell and were left alone at each stage, and each one's reason."""
    results = [found for found in view.results if is_told_of(view, found)]
    headers = {
        "Tahapan": "<",
        "Peserta": ">",
        "Lulus/diteruskan": ">",
        _fallen(results): ">",
        "Belum dinilai": ">",
        "Tidak dievaluasi": ">",
    }
    entered = [result for result in results if result.verdicts]
    counts = table(headers, [_counts(view, result) for result in entered])
    details = (block for result in entered for block in _stage(view, result))
    empty = [view.stage(result.id) for result in results if not result.verdicts]
    if not empty:
        return (counts, *details)
    words = Paragraph(f"Tidak ada peserta pada tahapan berikut: {', '.join(empty)}.")
    return (counts, words, *details) if entered else (words,)


def _fallen(results: Iterable[StageResult]) -> str:
    """What heads the number of those who are out."""
    left = any(withdrew(result.id, found) for result in results for found in result.verdicts)
    return "Gugur atau mengundurkan diri" if left else "Gugur"


def is_told_of(view: View, result: StageResult) -> bool:
    """Whether a stage stands among the others: talks of a Tender do, where there were any."""
    if result.id not in _ELSEWHERE:
        return True
    talked = result.id is StageId.NEGOSIASI and not view.kind.seleksi and bool(result.verdicts)
    left = any(finding.rule in _LEAVING for found in result.verdicts for finding in found.findings)
    return talked or left


def _counts(view: View, result: StageResult) -> tuple[str, ...]:
    entered = sum(found.entered for found in result.verdicts)
    each = (str(len(result.of(verdict))) for verdict in Verdict)
    return (view.stage(result.id), str(entered), *each)


def _stage(view: View, result: StageResult) -> Iterator[Block]:
    yield Subheading(view.stage(result.id))
    passed = result.of(Verdict.LULUS)
    if passed and result.id is not StageId.PENETAPAN:
        title = view.words.texts.get(f"stage.passed.{result.id}") or view.term(Verdict.LULUS)
        if view.kind.alone and result.id in _DETERMINED:
            title = view.term(Verdict.LULUS)
        yield Paragraph(f"{title} ({len(passed)} peserta): {view.all_of(passed)}.")
    yield from found_fair(view, result)
    yield from not_passed(view, result)


def found_fair(view: View, result: StageResult) -> Iterator[Block]:
    """Low bids that people looked at and found reasonable, and why."""
    rows = [
        (view.who(found.participant), words_on_fairness(found), view.behind(finding))
        for found in result.verdicts
        for finding in found.findings
        if (finding.rule, finding.verdict) == (fairness.id, Verdict.LULUS)
        and view.concerns(found.participant)
    ]
    if rows:
        line = view.value_said("price.fairness_below_share")
        yield Paragraph(
            f"Penawaran di bawah {line} nilai total HPS yang dinilai wajar oleh Pokja Pemilihan "
            f"setelah klarifikasi ({view.value_cited('price.fairness_below_share')}):"
        )
        yield table({"Nama peserta": "<", "Alasan": "<", "Dasar": "<"}, rows)


def words_on_fairness(found: StageVerdict) -> str:
    """What members wrote who found the price reasonable, each once."""
    votes = [vote for vote in found.votes if vote.counts and vote.criterion == FAIRNESS.key]
    agreed = (v.entry.note for v in votes if v.verdict is AssessmentVerdict.MEMENUHI)
    return " ".join(dict.fromkeys(sentence(note) for note in agreed if note)) or "–"


def not_passed(view: View, result: StageResult) -> Iterator[Table]:
    """Who did not pass a stage, why, and on which provision."""
    rows = [
        (
            view.who(found.participant),
            called(view, result.id, found),
            found.reason,
            basis_of(view, result, found),
        )
        for found in result.verdicts
        if found.verdict is not Verdict.LULUS
    ]
    if rows:
        yield table({"Nama peserta": "<", "Hasil": "<", "Alasan": "<", "Dasar": "<"}, rows)


def called(view: View, stage: StageId, found: StageVerdict) -> str:
    """A verdict; whom the list has no place for was evaluated all the same."""
    left_out = found.verdict is Verdict.TIDAK_DIEVALUASI
    if stage is StageId.PENETAPAN_HASIL_KUALIFIKASI and left_out:
        return "Tidak masuk daftar"
    if withdrew(stage, found):
        return "Mengundurkan diri"
    return view.term(found.verdict)


def withdrew(stage: StageId, found: StageVerdict) -> bool:
    """Whether somebody is out at the determination, where nobody is evaluated, for having left."""
    leaving = (finding.rule in _LEAVING for finding in found.findings)
    return stage in _DETERMINED and found.verdict is Verdict.GUGUR and any(leaving)


def basis_of(view: View, result: StageResult, found: StageVerdict) -> str:
    """The provisions behind a verdict; for whom a pool or scope keeps out, what sets it.

    Of who had fallen those of the fall, which is why nothing more was asked.
    """
    findings = [finding for finding in found.findings if finding.verdict is found.verdict]
    if found.entered and found.verdict is Verdict.TIDAK_DIEVALUASI:
        findings = _behind_the_fall(view, found.participant)
    if findings:
        return view.behind(*findings)
    asked = view.package.tender.asks(result.id)
    if result.id is StageId.PEMBUKTIAN_KUALIFIKASI and asked.scope is None:
        return view.value_cited("proof.scope")
    if result.id is StageId.PENETAPAN_HASIL_KUALIFIKASI:
        return view.value_cited("qualification.shortlist_most")
    return view.document(asked.clause)


def _behind_the_fall(view: View, name: str) -> list[Finding]:
    fall = Verdict.GUGUR
    falls = (each for _, each in view.evaluation.verdicts_of(name) if each.verdict is fall)
    return [finding for each in falls for finding in each.findings if finding.verdict is fall]


def clarifications(view: View) -> tuple[Block, ...]:
    """What was asked of bidders and what they answered."""
    return clarified(view, told(view, Clarification))


def clarified(view: View, events: Iterable[Clarification]) -> tuple[Block, ...]:
    """The same of `events`, as far as this record tells of their stages."""
    rows = [
        (
            dated(event.at),
            view.who(event.participant),
            view.stage(event.stage),
            event.question,
            event.answer,
            shown(event.evidence) or "–",
        )
        for event in events
        if view.tells(event.stage) and view.concerns(event.participant)
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
