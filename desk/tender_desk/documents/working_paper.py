"""What stays inside: every finding with its facts, votes and dissent, values and their sources."""

from collections.abc import Iterator

import tender_engine
from tender_desk.documents.blocks import (
    Block,
    Pairs,
    Paragraph,
    Subheading,
    Titled,
    ended_once,
    table,
)
from tender_desk.documents.calendar import calendar
from tender_desk.documents.closing import WITHOUT_MANIFEST
from tender_desk.documents.proof_sheet import moved, proof_sheet, unit_prices
from tender_desk.documents.qualification_sheets import qualification_sheets
from tender_desk.documents.view import View
from tender_desk.documents.votes import settled_by, votes
from tender_desk.documents.wording import cited, used_text
from tender_desk.documents.worksheets import price_worksheets
from tender_engine.evaluation import StageVerdict
from tender_engine.findings import Finding
from tender_engine.formats.canonical import package_digest
from tender_rules.formulas import formulas_of
from tender_rules.stages.sizes import BUSINESS_SIZE
from tender_rules.words import long_date

__all__ = ["working_paper"]

_MOVED = "Pergeseran Urutan Harga"


def working_paper(view: View) -> list[Titled]:
    """The sections that the working paper has beyond the record."""
    return [
        ("Identitas Penghitungan", (_identity(view),)),
        ("Data Peserta", (_bidders(view),)),
        *_of_prices(view),
        *qualification_sheets(view),
        *_computed(view),
        ("Temuan dan Fakta", tuple(_findings(view))),
        ("Penilaian Anggota dan Pendapat Berbeda", (votes(view), *settled_by(view))),
        ("Nilai Ketentuan yang Dipakai", tuple(_values(view))),
        *calendar(view),
        ("Pemberitahuan Internal", (_notices(view),)),
    ]


def _of_prices(view: View) -> list[Titled]:
    """How prices were corrected; before bids there are none."""
    if view.kind.listing:
        return []
    return [
        ("Lembar Koreksi Aritmatik", proof_sheet(view)),
        *([] if view.kind.cancelled else [(view.kind.said(_MOVED), moved(view))]),
        *price_worksheets(view),
        ("Rincian Harga Satuan", unit_prices(view)),
    ]


def _computed(view: View) -> Iterator[Titled]:
    """Every formula with its numbers, by participant, where the method has any."""
    rows = [
        (view.who(name), made.label, made.text)
        for name in view.participants
        for made in formulas_of(view.evaluation, name, exactly=view.exactly)
    ]
    if rows:
        headers = {"Nama peserta": "<", "Penghitungan": "<", "Rumus dengan angkanya": "<"}
        yield "Rumus dengan Angkanya", (table(headers, rows),)


# Who passed a repeat alone is on no list.
_RESULTS = {"daftar_peserta": "peserta yang lulus kualifikasi"}


def _identity(view: View) -> Block:
    evaluation = view.evaluation
    return Pairs(
        (
            ("Keadaan evaluasi", evaluation.state),
            ("Hasil", _RESULTS.get(evaluation.result or "", evaluation.result) or "belum ada"),
            ("Alur", evaluation.basis.title),
            ("Nilai hash paket", package_digest(evaluation.given)),
            ("Nilai hash himpunan aturan", evaluation.basis.digest or WITHOUT_MANIFEST),
            ("Profil ketentuan", ", ".join((evaluation.law.regime.id, *evaluation.law.overlays))),
            ("Versi mesin", tender_engine.__version__),
        )
    )


def _bidders(view: View) -> Block:
    """Who took part, with the tax numbers; the numbers of persons (NIK) appear nowhere."""
    rows = []
    for who in view.participants.values():
        known = who.known(BUSINESS_SIZE)
        size = view.term(known) if known else "–"
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
    told = view.evaluation.stages
    for result in told:
        rows = [
            _finding_row(view, found, finding)
            for found in result.verdicts
            for finding in found.findings
        ]
        if rows:
            yield Subheading(view.stage(result.id))
            yield table(headers, rows)
    if not any(found.findings for stage in told for found in stage.verdicts):
        yield Paragraph("Tidak ada temuan.")


def _finding_row(view: View, found: StageVerdict, finding: Finding) -> tuple[str, ...]:
    facts = "; ".join(f"{view.term(name)}: {value}" for name, value in finding.facts.items())
    basis = "; ".join(
        f"{cited([citation])} ({view.words.said('source', citation.source)})"
        for citation in finding.citations
    )
    title = f"{finding.rule} ({view.rule(finding.rule)})"
    verdict = view.term(finding.verdict)
    return (view.who(found.participant), title, verdict, finding.reason, facts or "–", basis)


def _values(view: View) -> Iterator[Block]:
    rows = [
        (
            used.param,
            view.words.param(used.param),
            view.value_in_words(used.param, used.value),
            used_text(used),
            long_date(used.since),
            view.words.said("source", used.source),
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
        (notice.code, view.who(notice.participant), ended_once(notice.message), notice.audience)
        for notice in view.evaluation.notices
    ]
    if not rows:
        return Paragraph("Tidak ada pemberitahuan.")
    return table({"Kode": "<", "Nama peserta": "<", "Pemberitahuan": "<", "Untuk": "<"}, rows)
