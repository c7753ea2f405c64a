"""What a record is about: the legal basis, the tender and its document, who took part."""

import re
from collections.abc import Iterable, Iterator

from tender.events import Closing, Deadline, Extension
from tender.findings import Source, natural
from tender.model import Participant
from tender.terms import Phase
from tender_rules.documents.blocks import Block, Pairs, Paragraph, table
from tender_rules.documents.readings import readings
from tender_rules.documents.view import BLANK, View, numbered, term
from tender_rules.rulebook import national
from tender_rules.words import amount_in_full, date_and_clock, dated, number

__all__ = ["basis", "entries", "tender_data"]

# An instrument of the law has a number and a year; practice and systems that are cited have none.
_IS_LAW = re.compile(r"\d+/\d{4}$").search


def basis(view: View) -> tuple[Block, ...]:
    """The law in force for this tender, its document and the panel's decree."""
    law, document = view.evaluation.law, view.package.tender.document
    items = [("Ketentuan", f"{law.regime.title} (profil {law.regime.id})")]
    others = _other_instruments(view)
    if others:
        items.append(("Ketentuan lain yang dirujuk", "; ".join(others)))
    overlays = national().overlays
    for name in law.overlays:
        items.append(("Standar setempat", f"{overlays[name][0].instrument} ({name})"))
    if not law.overlays:
        items.append(("Standar setempat", "tidak ada"))
    items.append(
        ("Dokumen Pemilihan", f"{numbered(document.number)} tanggal {dated(document.date)}")
    )
    items += _addenda(view)
    items.append(("Surat keputusan Pokja Pemilihan", view.package.pokja.decree))
    previous = view.package.previous
    if previous:
        items.append(("Pemilihan sebelumnya", f"{term(previous.kind)}: {previous.reason}"))
    return (Pairs(tuple(items)), *readings(view))


def _other_instruments(view: View) -> list[str]:
    """Instruments behind the values and findings of this evaluation, beside the regime itself."""
    evaluation = view.evaluation
    cited = {(used.instrument, used.source) for used in evaluation.values}
    for stage in evaluation.stages:
        for verdict in stage.verdicts:
            for finding in verdict.findings:
                cited |= {(c.instrument, c.source) for c in finding.citations}
    known = {name for name, source in cited if source is not Source.UNVERIFIED and _IS_LAW(name)}
    return sorted(name for name in known if not _is_regime(view, name))


def _is_regime(view: View, instrument: str) -> bool:
    """Whether the regime's own title already names it: `Perpres 16/2018`."""
    kind, _, number_and_year = instrument.rpartition(" ")
    number_, _, year = number_and_year.partition("/")
    title = view.evaluation.law.regime.title
    return kind == "Perpres" and f"Nomor {number_} Tahun {year}" in title


def _addenda(view: View) -> Iterator[tuple[str, str]]:
    addenda = view.package.tender.document.addenda
    ordered = sorted(addenda or (), key=lambda a: (str(a.date or ""), natural(a.number)))
    for addendum in ordered:
        words = numbered(addendum.number)
        if addendum.date:
            words += f" tanggal {dated(addendum.date)}"
        yield (
            "Adendum Dokumen Pemilihan",
            f"{words}: {addendum.subject}" if addendum.subject else (words),
        )
    if not ordered:
        yield "Adendum Dokumen Pemilihan", "tidak ada"


def tender_data(view: View) -> tuple[Block, ...]:
    """The tender as announced."""
    tender = view.package.tender
    items: list[tuple[str, str | None]] = [
        ("Kode tender", tender.code),
        ("Kode RUP", tender.rup_code),
        ("Nama paket", tender.title),
        ("Kementerian/Lembaga/Pemerintah Daerah", tender.buyer),
        ("Satuan kerja", tender.work_unit),
        ("Jenis pengadaan", term(tender.category)),
        ("Metode pemilihan", f"Tender, {term(tender.procedure).lower()}"),
        ("Metode penyampaian dokumen", term(tender.envelope)),
        ("Metode evaluasi", term(tender.method)),
        ("Jenis kontrak", term(tender.contract)),
        ("Nilai Pagu Anggaran", amount_in_full(tender.pagu)),
        ("Nilai total HPS (termasuk PPN)", amount_in_full(tender.hps.total)),
        ("Tarif PPN", view.vat()),
        ("Sumber dana", tender.funding or BLANK),
        ("Tahun anggaran", tender.fiscal_year),
        ("Tanggal pengumuman", dated(tender.announced_on)),
        ("Tender ke-", str(tender.round) if tender.round > 1 else None),
    ]
    return (Pairs(tuple((label, said) for label, said in items if said)),)


def entries(view: View) -> tuple[Block, ...]:
    """Deadlines, how many registered and how many handed in, and who."""
    everybody = view.participants.values()
    handed_in = [who for who in everybody if who.submitted.penawaran]
    count = (
        f"Peserta yang mendaftar berjumlah {len(everybody)}; peserta yang menyampaikan dokumen "
        f"penawaran berjumlah {len(handed_in)}."
    )
    return (*_deadlines(view), Paragraph(count), *_participants(view, everybody))


def _participants(view: View, everybody: Iterable[Participant]) -> Iterator[Block]:
    rows = []
    for index, who in enumerate(everybody, 1):
        at = who.submitted.penawaran
        when = date_and_clock(at) if at else "tidak menyampaikan dokumen penawaran"
        rows.append((str(index), view.who(who.id) + _members(who), when))
    if rows:
        yield table({"No.": ">", "Nama peserta": "<", "Penyampaian penawaran": "<"}, rows)


def _members(who: Participant) -> str:
    """The businesses of a KSO, its leader first."""
    ordered = sorted(who.members, key=lambda member: (not member.lead, natural(member.id)))
    said = []
    for member in ordered:
        marks = ["leadfirm"] if member.lead else []
        if member.share_percent is not None:
            marks.append(f"{number(member.share_percent)}%")
        said.append(f"{member.name} ({', '.join(marks)})" if marks else member.name)
    return f", KSO: {'; '.join(said)}" if said else ""


_DEADLINES = {
    Deadline: "Batas akhir pemasukan dokumen penawaran",
    Extension: "Perpanjangan batas akhir pemasukan dokumen penawaran",
    Closing: "Penutupan pemasukan dokumen penawaran",
}


def _deadlines(view: View) -> Iterator[Block]:
    found: list[Deadline | Extension | Closing] = [
        *view.events(Deadline),
        *view.events(Extension),
        *view.events(Closing),
    ]
    rows = [
        (
            _DEADLINES[type(event)],
            date_and_clock(event.at),
            "–" if isinstance(event, Closing) else date_and_clock(event.until),
        )
        for event in sorted(found, key=lambda event: (event.at, repr(event)))
        if event.of is Phase.PENAWARAN
    ]
    if rows:
        yield table({"Kejadian": "<", "Dicatat": "<", "Batas akhir": "<"}, rows)
