"""What came of it: prices, every stage with counts and reasons, clarifications and the order."""

from collections.abc import Iterable, Iterator

from tender.evaluation import Correction, PriceResult, StageResult, StageVerdict
from tender.events import Clarification, RankingDecision
from tender.findings import Finding, Verdict
from tender.terms import StageId
from tender_rules.documents.blocks import Block, Paragraph, Subheading, Table, table
from tender_rules.documents.labels import PASSED, TERMS
from tender_rules.documents.view import View, cited, document_clause, shown, term
from tender_rules.words import date_and_clock, dated, number, rupiah

__all__ = ["clarifications", "order", "prices", "stages"]

_NOT_KNOWN = "belum tersedia"
# How a bid is told that no correction touched.
_UNTOUCHED = {
    "Tidak dikoreksi": Verdict.LULUS,
    "Koreksi aritmatik belum dapat diselesaikan": Verdict.BELUM_DINILAI,
}
_REMARKS = ("correction.binding", "correction.vat_rate")
_ENTERED = (Verdict.LULUS, Verdict.GUGUR, Verdict.BELUM_DINILAI)


def prices(view: View) -> tuple[Block, ...]:
    """The price of every opened bid as stated, corrected and final, and what was corrected."""
    opened = view.evaluation.stage(StageId.PEMBUKAAN).verdicts
    rows = [
        _price_row(view, found.participant, view.evaluation.price(found.participant))
        for found in opened
    ]
    if not rows:
        return (Paragraph("Tidak ada penawaran yang dibuka."),)
    headers = {
        "Nama peserta": "<",
        "Harga penawaran": ">",
        "Harga terkoreksi": ">",
        "Harga akhir": ">",
        "Terhadap HPS": ">",
    }
    return (
        Paragraph("Seluruh harga di bawah ini termasuk PPN."),
        table(headers, rows),
        Subheading("Koreksi aritmatik"),
        *_corrected(view),
    )


def _price_row(view: View, name: str, price: PriceResult | None) -> tuple[str, ...]:
    if price is None:
        return (view.who(name), *[_NOT_KNOWN] * 4)
    amounts = (price.stated_total, price.corrected_total, price.final_total)
    share = price.percent_of_hps
    return (
        view.who(name),
        *(_NOT_KNOWN if amount is None else rupiah(amount) for amount in amounts),
        _NOT_KNOWN if share is None else f"{number(share)}%",
    )


def _corrected(view: View) -> Iterator[Block]:
    """By bidder, which provisions corrected which lines. Unit prices stay inside."""
    decided = view.evaluation.stage(StageId.KOREKSI_ARITMATIK).verdicts
    rows, touched = [], set()
    for found in decided:
        for finding in found.findings:
            lines = _lines(view, found, finding)
            if lines:
                touched.add(found.participant)
                rows.append((view.who(found.participant), view.rule(finding.rule), lines))
    if rows:
        yield table({"Nama peserta": "<", "Ketentuan koreksi": "<", "Baris": "<"}, rows)
    for words, verdict in _UNTOUCHED.items():
        others = [
            found.participant
            for found in decided
            if found.verdict is verdict and found.participant not in touched
        ]
        if others:
            yield Paragraph(f"{words}: {view.all_of(others)}.")
    yield from _remarked(view, decided)


def _lines(view: View, found: StageVerdict, finding: Finding) -> str:
    """The lines of a correction, by the cells that it changed or else by what it names."""
    rows = _changed(view, found, finding)
    lines = [row.line for row in rows if row.line]
    if not rows:
        lines = [name for name in finding.facts.get("baris", "").split(", ") if name]
    said = "; ".join(view.line(line, found.participant) for line in dict.fromkeys(lines))
    return said or ("keseluruhan penawaran" if rows else "")


def _changed(view: View, found: StageVerdict, finding: Finding) -> list[Correction]:
    price = view.evaluation.price(found.participant)
    return [row for row in price.corrections if row.rule == finding.rule] if price else []


def _remarked(view: View, decided: Iterable[StageVerdict]) -> Iterator[Paragraph]:
    """What the correction found without changing a cell; a lumsum price always stands."""
    for found in decided:
        for finding in found.findings:
            if finding.rule in _REMARKS and not _changed(view, found, finding):
                words = f"{view.rule(finding.rule)}. {finding.reason}."
                yield Paragraph(f"{view.who(found.participant)}: {words}")


def stages(view: View) -> tuple[Block, ...]:
    """How many entered, passed, fell and were left alone at each stage, and each one's reason."""
    results = [r for r in view.evaluation.stages if r.id is not StageId.PENETAPAN]
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
            TERMS[found.verdict],
            found.reason,
            _basis(view, result, found),
        )
        for found in result.verdicts
        if found.verdict is not Verdict.LULUS
    ]
    if rows:
        yield table({"Nama peserta": "<", "Hasil": "<", "Alasan": "<", "Dasar": "<"}, rows)


def _basis(view: View, result: StageResult, found: StageVerdict) -> str:
    """The provisions behind a verdict; for whom a pool or scope keeps out, what sets it."""
    findings = [finding for finding in found.findings if finding.verdict is found.verdict]
    if findings:
        return cited(citation for finding in findings for citation in finding.citations)
    asked = view.package.tender.asks(result.id)
    if result.id is StageId.PEMBUKTIAN_KUALIFIKASI and asked.scope is None:
        return view.value_cited("proof.scope")
    return document_clause(asked.clause or "")


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


def order(view: View) -> tuple[Block, ...]:
    """The order of the bids that passed, and how equal prices were settled."""
    evaluation = view.evaluation
    if not evaluation.ranking:
        waiting = evaluation.state == "menunggu"
        why = (
            "belum dapat disusun"
            if waiting
            else "tidak disusun, karena tidak ada penawaran yang lulus"
        )
        return (Paragraph(f"Urutan peringkat {why}."),)
    rows = [
        (
            str(place.rank),
            view.who(place.participant),
            term(place.by),
            rupiah(place.figure),
            _proof(view, place.participant),
        )
        for place in evaluation.ranking
    ]
    headers = {
        "Peringkat": ">",
        "Nama peserta": "<",
        "Dasar pemeringkatan": "<",
        "Nilai": ">",
        "Pembuktian kualifikasi": "<",
    }
    return (table(headers, rows), *_settled(view))


def _proof(view: View, name: str) -> str:
    found = view.evaluation.stage(StageId.PEMBUKTIAN_KUALIFIKASI).verdicts
    verdict = next((v.verdict for v in found if v.participant == name), None)
    return TERMS[verdict] if verdict else "–"


def _settled(view: View) -> Iterator[Paragraph]:
    """How ties were settled and why: of decisions on the same bids the last counts."""
    last = {frozenset(event.order): event for event in view.events(RankingDecision)}
    for event in last.values():
        reason = event.reason if event.reason.endswith(".") else f"{event.reason}."
        yield Paragraph(
            f"Penawaran dengan harga yang sama diurutkan dengan keputusan Pokja Pemilihan "
            f"pada {date_and_clock(event.at)}: {view.all_of(event.order)}. Alasan: {reason}"
        )
