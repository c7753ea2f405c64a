"""What else is odd about a dossier: stray files, unused words, open objections, other values."""

from collections.abc import Iterator

from tender_engine.events import Confirmation
from tender_engine.findings import Notice, natural
from tender_engine.model import Package
from tender_engine.numbers import same_value
from tender_engine.terms import BondResult, Envelope, Phase, PreviousKind, Subject
from tender_engine.workflow import Case
from tender_rules.citations import named
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.made import Why, made
from tender_rules.stages.bonds import appeal_bond
from tender_rules.stages.files import phase_of
from tender_rules.stages.opening import LPSE_STATEMENT, READABLE
from tender_rules.words import rupiah

__all__ = [
    "appeals",
    "open_objections",
    "other_values",
    "rounds",
    "stray_judgements",
    "stray_prices",
    "stray_statements",
    "unused_judgements",
    "who_takes_part_again",
]

# How much it is, and for what it is given.
_APPEAL_BOND = ("Pasal 32 ayat (1)", "Pasal 30 ayat (2), Jaminan Sanggah Banding")

_OPEN_TO = {
    PreviousKind.PENAWARAN_ULANG: "penyampaian penawaran ulang",
    PreviousKind.TENDER_ULANG: "Tender atau Seleksi ulang",
    PreviousKind.PRAKUALIFIKASI_ULANG: "prakualifikasi ulang",
}


def stray_prices(case: Case) -> Iterator[Notice]:
    """A price of somebody of whom no bid is recorded, or no second one in two stages.

    It stays closed.
    """
    again = case.package.tender.envelope is Envelope.DUA_TAHAP
    for who in case.participants.values():
        if who.price is None:
            continue
        if who.submitted.penawaran is None:
            words = f"Harga {who.name} tercatat tanpa waktu penyampaian penawaran; tidak dibuka."
            yield Notice("HARGA_TANPA_PENAWARAN", words, who.id, audience="publik")
        elif again and who.submitted.penawaran_tahap_dua is None:
            words = (
                f"Harga {who.name} tercatat tanpa waktu penyampaian penawaran tahap dua; "
                "tidak dibuka."
            )
            yield Notice("HARGA_TANPA_PENAWARAN", words, who.id, audience="publik")


def stray_judgements(case: Case) -> Iterator[Notice]:
    """A judgement on one bidder whose documents nobody recorded as handed in."""
    judged: dict[str, set[Phase]] = {}
    for entry in case.package.assessments:
        judged.setdefault(entry.participant, set()).add(phase_of(case.package.tender, entry.stage))
    for who in case.participants.values():
        if any(getattr(who.submitted, phase) is None for phase in judged.get(who.id, ())):
            words = f"Penilaian atas {who.name} tercatat tanpa waktu penyampaian; tidak dipakai."
            yield Notice("PENILAIAN_TANPA_DOKUMEN", words, who.id, audience="publik")


def stray_statements(case: Case) -> Iterator[Notice]:
    """What is told of a file that nobody handed in: that it cannot be opened, or LPSE's word."""
    for who in case.participants.values():
        if who.submitted.penawaran is not None:
            continue
        if who.known(READABLE) is False or who.known(LPSE_STATEMENT) is not None:
            words = (
                "Berkas dicatat tidak dapat dibuka atau ada pernyataan LPSE, tetapi tidak ada "
                "waktu penyampaian penawaran."
            )
            yield Notice("PERNYATAAN_LPSE_TIDAK_DIPAKAI", words, who.id)


def open_objections(case: Case) -> Iterator[Notice]:
    """An objection to the list that nobody has answered; a *pengaduan* is none."""
    objected = made(case, Subject.KUALIFIKASI)
    open_ = [e for e in objected if e.answer is None and e.why in (None, Why.BELUM_DIUMUMKAN)]
    for name in sorted({each.objection.participant for each in open_}, key=natural):
        words = "Sanggah atas hasil kualifikasi belum dijawab."
        yield Notice("SANGGAH_BELUM_DIJAWAB", words, name, audience="publik")


def unused_judgements(case: Case) -> Iterator[Notice]:
    """Judgements on stages that this procedure does not have, or not yet."""
    stages = {entry.stage for entry in case.package.assessments} - case.verdicts.keys()
    for stage in sorted(stages):
        title = stage.replace("_", " ")
        words = f"Penilaian pada {title} belum atau tidak dipakai dalam prosedur ini."
        yield Notice("PENILAIAN_TIDAK_DIPAKAI", words)


def appeals(case: Case) -> Iterator[Notice]:
    """A bond of an appeal that falls short, or is not known though it may have been found valid."""
    least = appeal_bond(case)
    if least is None:
        return
    for each in appealed(case):
        given = each.appeal.bond
        if given is None or given < least:
            told = "belum diketahui" if given is None else rupiah(given)
            texts = "; ".join(named(case.law, article) for article in _APPEAL_BOND)
            words = f"Jaminan Sanggah Banding {told}; paling sedikit {rupiah(least)} ({texts})."
            if not given and each.bond is not None and each.bond.result is BondResult.SAH:
                words += " Klarifikasinya sah, padahal nilainya tidak tercatat; periksa keduanya."
            yield Notice("JAMINAN_SANGGAH_BANDING", words, each.appeal.participant)


def rounds(package: Package) -> Iterator[Notice]:
    """A later round names the one before."""
    tender = package.tender
    later = tender.qualification_round > 1 or tender.round > 1
    if later and package.previous is None:
        words = "Putaran ulang tanpa keterangan paket sebelumnya (previous)."
        yield Notice("PAKET_SEBELUMNYA_TIDAK_DISEBUT", words)


def who_takes_part_again(package: Package) -> Iterator[Notice]:
    """Of whom a repeat is open to no text was read; of the same bids nobody has to ask."""
    previous = package.previous
    if previous is not None and previous.kind in _OPEN_TO:
        words = (
            f"Siapa yang dapat mengikuti {_OPEN_TO[previous.kind]} tidak ditemukan dalam teks yang "
            "dibaca (belum terverifikasi); Pokja Pemilihan memastikannya."
        )
        yield Notice("PESERTA_PENGULANGAN", words)


def other_values(case: Case) -> Iterator[Notice]:
    """Confirmations of a value that is not the one in force; the latest of each counts."""
    confirmed = [event for event in case.package.events if isinstance(event, Confirmation)]
    ordered = sorted(confirmed, key=lambda event: (event.at, event.value))
    latest = {event.param: event for event in ordered}
    for param in sorted(latest):
        used = case.law.value(param).value
        if not same_value(latest[param].value, used):
            words = f"Nilai {param} dikonfirmasi {latest[param].value}, yang dipakai {used}."
            yield Notice("KONFIRMASI_BERBEDA", words, audience="publik")
