"""What stays inside: every finding with its facts, votes and dissent, values and their sources."""

from collections.abc import Iterator
from typing import Any

import tender
from tender.evaluation import StageVerdict
from tender.events import RankingDecision
from tender.findings import Finding, Verdict, natural
from tender.formats.canonical import package_digest
from tender.judgement import Vote
from tender.terms import AssessmentVerdict
from tender_rules.documents.blocks import Block, Pairs, Paragraph, Subheading, table
from tender_rules.documents.labels import PARAMS, SOURCES, TERMS
from tender_rules.documents.proof_sheet import moved, proof_sheet, unit_prices
from tender_rules.documents.view import View, cited, term, used_text, value_said
from tender_rules.words import date_and_clock, long_date

__all__ = ["working_paper"]


def working_paper(view: View) -> list[tuple[str, tuple[Block, ...]]]:
    """The sections that the working paper has beyond the record."""
    return [
        ("Identitas Penghitungan", (_identity(view),)),
        ("Data Peserta", (_bidders(view),)),
        ("Lembar Koreksi Aritmatik", proof_sheet(view)),
        ("Pergeseran Urutan Harga", moved(view)),
        ("Rincian Harga Satuan", unit_prices(view)),
        ("Temuan dan Fakta", tuple(_findings(view))),
        ("Penilaian Anggota dan Pendapat Berbeda", (_votes(view), *_settled_by(view))),
        ("Nilai Ketentuan yang Dipakai", tuple(_values(view))),
        ("Pemberitahuan Internal", (_notices(view),)),
    ]


def _identity(view: View) -> Block:
    evaluation = view.evaluation
    return Pairs(
        (
            ("Keadaan evaluasi", evaluation.state),
            ("Hasil", evaluation.result or "belum ada"),
            ("Alur", evaluation.procedure),
            ("Nilai hash paket", package_digest(evaluation.package)),
            ("Nilai hash himpunan aturan", evaluation.rulebook_digest),
            ("Profil ketentuan", evaluation.law.regime.id),
            ("Versi mesin", tender.__version__),
        )
    )


def _bidders(view: View) -> Block:
    """Who took part, with the tax numbers; the numbers of persons (NIK) appear nowhere."""
    rows = []
    for who in view.participants.values():
        size = term(who.business_size) if who.business_size else "–"
        rows.append((who.id, who.name, who.npwp or "–", size))
        rows += [(f"{who.id}/{m.id}", m.name, m.npwp or "–", "anggota KSO") for m in who.members]
    if not rows:
        return Paragraph("Tidak ada peserta.")
    return table({"Kode": "<", "Nama": "<", "NPWP": "<", "Kualifikasi usaha": "<"}, rows)


def _findings(view: View) -> Iterator[Block]:
    headers = {
        "Nama peserta": "<",
        "Aturan": "<",
        "Hasil": "<",
        "Temuan": "<",
        "Fakta": "<",
        "Dasar": "<",
    }
    for result in view.evaluation.stages:
        rows = [
            _finding_row(view, found, finding)
            for found in result.verdicts
            for finding in found.findings
        ]
        if rows:
            yield Subheading(view.stage(result.id))
            yield table(headers, rows)
    if not any(found.findings for stage in view.evaluation.stages for found in stage.verdicts):
        yield Paragraph("Tidak ada temuan.")


def _finding_row(view: View, found: StageVerdict, finding: Finding) -> tuple[str, ...]:
    facts = "; ".join(f"{term(name)}: {value}" for name, value in finding.facts.items())
    basis = "; ".join(
        f"{cited([citation])} ({SOURCES[citation.source]})" for citation in finding.citations
    )
    title = f"{finding.rule} ({view.rule(finding.rule)})"
    verdict = TERMS[finding.verdict]
    return (view.who(found.participant), title, verdict, finding.reason, facts or "–", basis)


def _votes(view: View) -> Block:
    """Every word on every question; a joint decision is one row."""
    said: dict[tuple[str, ...], list[str]] = {}
    for result in view.evaluation.stages:
        for found in result.verdicts:
            for vote in sorted(found.votes, key=_in_order):
                row = _vote_row(view, str(result.id), found, vote)
                said.setdefault(row, []).append(view.member(vote.member))
    if not said:
        return Paragraph("Tidak ada penilaian anggota yang dicatat.")
    headers = {
        "Tahapan": "<",
        "Nama peserta": "<",
        "Kriteria": "<",
        "Penilaian": "<",
        "Kedudukan": "<",
        "Catatan": "<",
        "Waktu": "<",
        "Anggota": "<",
    }
    return table(headers, [(*row, ", ".join(dict.fromkeys(who))) for row, who in said.items()])


def _in_order(vote: Vote) -> tuple[Any, ...]:
    return vote.criterion, natural(vote.member), vote.entry.at, vote.entry.note


def _vote_row(view: View, stage: str, found: StageVerdict, vote: Vote) -> tuple[str, ...]:
    return (
        view.stage(stage),
        view.who(found.participant),
        view.criterion(stage, vote.criterion),
        TERMS[vote.verdict],
        _weight(found, vote),
        vote.entry.note or "–",
        date_and_clock(vote.entry.at),
    )


def _settled_by(view: View) -> Iterator[Paragraph]:
    for event in view.events(RankingDecision):
        who = ", ".join(view.member(member) for member in sorted(event.by, key=natural))
        yield Paragraph(f"Keputusan peringkat pada {date_and_clock(event.at)} oleh {who}.")


_ANSWERS = {
    Verdict.LULUS: AssessmentVerdict.MEMENUHI,
    Verdict.GUGUR: AssessmentVerdict.TIDAK_MEMENUHI,
}


def _weight(found: StageVerdict, vote: Vote) -> str:
    """Whether a vote counts, and whether it differs from the panel's answer."""
    if not vote.counts:
        return "digantikan penilaian kemudian"
    answers = [
        _ANSWERS.get(finding.verdict)
        for finding in found.findings
        if finding.facts.get("kriteria") == vote.criterion
    ]
    if answers and answers[0] is not None and answers[0] is not vote.verdict:
        return "pendapat berbeda"
    return "berlaku"


def _values(view: View) -> Iterator[Block]:
    rows = [
        (
            used.param,
            PARAMS.get(used.param, (used.param, ""))[0],
            value_said(used.param, used.value),
            used_text(used),
            long_date(used.since),
            SOURCES[used.source],
            used.set_by,
        )
        for used in view.evaluation.values
    ]
    headers = {
        "Kode": "<",
        "Ketentuan": "<",
        "Nilai": "<",
        "Dasar": "<",
        "Berlaku sejak": "<",
        "Keadaan bacaan": "<",
        "Ditetapkan oleh": "<",
    }
    yield table(headers, rows) if rows else Paragraph("Tidak ada nilai ketentuan yang dipakai.")
    regulation = view.package.tender.regulation
    for item in (regulation.values or ()) if regulation else ():
        yield Paragraph(
            f"Dokumen Pemilihan {item.clause} menetapkan {item.param} = {item.value}. Alasan: "
            f"{item.reason}"
        )


def _notices(view: View) -> Block:
    rows = [
        (notice.code, view.who(notice.participant), notice.message, notice.audience)
        for notice in view.evaluation.notices
    ]
    if not rows:
        return Paragraph("Tidak ada pemberitahuan.")
    return table({"Kode": "<", "Nama peserta": "<", "Pemberitahuan": "<", "Untuk": "<"}, rows)
