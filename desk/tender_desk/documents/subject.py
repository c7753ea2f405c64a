"""What a record is about: the legal basis, and the tender and its document."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from tender_desk.documents import inside
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Titled
from tender_desk.documents.failing import since_called_off
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, is_law, numbered
from tender_engine.findings import Source, natural
from tender_engine.terms import StageId
from tender_rules.words import amount_in_full, dated

__all__ = ["basis", "introduced", "tender_data"]

# How a local standard was read where it is silent or at odds with the national text.
_LOCAL = Path(__file__).with_name("local_readings.toml")


def introduced(view: View, parts: Iterable[Titled]) -> Iterator[Titled]:
    """What the parts rest on and which tender they are about; then the parts."""
    told = tuple(parts)
    yield "Dasar", basis(view, told)
    yield f"Data {view.kind.noun}", (*tender_data(view), *since_called_off(view))
    yield from told


def basis(view: View, told: tuple[Titled, ...] | None = None) -> tuple[Block, ...]:
    """The law in force for this tender, its document and the panel's decree.

    Minutes give what they have `told`, and refer to no other law than that.
    """
    law, document = view.evaluation.law, view.package.tender.document
    items = [("Ketentuan", law.regime.title)]
    # Where no evaluation is told, nothing that one rests on is either; minutes of a part tell one.
    undone = view.kind.cancelled and told is None and not view.internal
    untold = view.nothing_came_in or undone
    others = [] if untold else _other_instruments(view)
    if told is not None:
        # Their blocks show every text they hold.
        others = [name for name in others if name in str(told)]
    if others:
        items.append(("Ketentuan lain yang dirujuk", "; ".join(others)))
    for name in law.overlays:
        items.append(("Standar setempat", view.evaluation.basis.overlays[name]))
    if not law.overlays:
        items.append(("Standar setempat", "tidak ada"))
    items.append(
        ("Dokumen Pemilihan", f"{numbered(document.number)} tanggal {dated(document.date)}")
    )
    items += _addenda(view)
    items.append(("Surat keputusan Pokja Pemilihan", view.package.pokja.decree))
    previous = view.package.previous
    if previous:
        kind = view.kind.repeats(view.words, view.package)
        items.append(("Pemilihan sebelumnya", f"{kind}: {previous.reason}"))
        held = "belum diperiksa" if view.before is None else "telah diperiksa"
        items.append(("Paket sebelumnya", f"{previous.package}; {held} terhadap paket ini"))
    return (Pairs(tuple(items)), *_local_readings(view))


def _other_instruments(view: View) -> list[str]:
    """Instruments behind the values and findings of this evaluation, beside the regime itself."""
    evaluation, cited = view.evaluation, set()
    for used in evaluation.values:
        if view.internal or used.param not in inside.VALUES:
            cited.add((used.instrument, used.source))
    for stage in evaluation.stages:
        for verdict in stage.verdicts:
            for finding in verdict.findings:
                if view.internal or finding.rule not in inside.RULES:
                    cited |= {(c.instrument, c.source) for c in finding.citations}
    known = {name for name, source in cited if source is not Source.UNVERIFIED and is_law(name)}
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
            f"{words}: {addendum.subject}" if addendum.subject else words,
        )
    if not ordered:
        yield "Adendum Dokumen Pemilihan", "tidak ada"


def tender_data(view: View) -> tuple[Block, ...]:
    """The tender as announced."""
    tender, noun = view.package.tender, view.kind.noun
    again = tender.qualification_round
    items: list[tuple[str, str | None]] = [
        (f"Kode {noun.lower()}", tender.code),
        ("Kode RUP", tender.rup_code),
        ("Nama paket", tender.title),
        ("Kementerian/Lembaga/Pemerintah Daerah", tender.buyer),
        ("Satuan kerja", tender.work_unit),
        ("Jenis pengadaan", view.term(tender.category)),
        ("Metode pemilihan", f"{noun}, {view.term(tender.procedure).lower()}"),
        ("Metode penyampaian dokumen", view.term(tender.envelope)),
        ("Metode evaluasi", view.term(tender.method)),
        ("Jenis kontrak", view.term(tender.contract)),
        ("Nilai Pagu Anggaran", amount_in_full(tender.pagu)),
        ("Nilai total HPS (termasuk PPN)", amount_in_full(tender.hps.total)),
        ("Tarif PPN", view.vat()),
        ("Sumber dana", tender.funding or BLANK),
        ("Tahun anggaran", tender.fiscal_year),
        ("Tanggal pengumuman", dated(tender.announced_on)),
        ("Prakualifikasi ke-", str(again) if again > 1 else None),
        (f"{noun} ke-", str(tender.round) if tender.round > 1 else None),
    ]
    return (Pairs(tuple((label, said) for label, said in items if said)),)


def _local_readings(view: View) -> Iterator[Block]:
    """Each reading of the overlays in force."""
    said = [text for name in view.evaluation.law.overlays for text in _of(view, name)]
    if said:
        yield Subheading("Pembacaan standar setempat")
        yield from map(Paragraph, said)


@frozen
class _Asked:
    """What a place such as `{said[PARAM]}` of a text is filled with."""

    said: Callable[[str], str]

    def __getitem__(self, param: str) -> str:
        return self.said(param)


@cache
def _readings() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_LOCAL.read_text("utf-8"))


def _of(view: View, overlay: str) -> Iterator[str]:
    """The readings of one standard that belong into this record, in their order."""
    kind = view.kind
    of = "pascakualifikasi" if not kind.before else "daftar" if kind.listing else "penawaran"
    filled = {
        "cited": _Asked(view.value_cited),
        "said": _Asked(view.value_said),
        "effective": _Asked(lambda param: view.words.said("effective", view.value(param).value)),
        "envelope": view.term(view.package.tender.envelope).lower(),
    }
    for reading in _readings().get(overlay, ()):
        if reading["of"] == of and ("stage" not in reading or view.has(StageId(reading["stage"]))):
            yield view.filled(reading["text"], **filled)
