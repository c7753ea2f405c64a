"""What is odd about a dossier without changing its result: times, confirmations, stray prices.

None of it is an error of the file, and none decides anything; the record says it, and people look.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tender.events import (
    Appeal,
    Award,
    Closing,
    Confirmation,
    Extension,
    FailureAct,
    Minutes,
    Negotiation,
    Objection,
    ObjectionAnswer,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
)
from tender.findings import Notice
from tender.model import Assessment, Package
from tender.terms import ObjectionDecision, Phase, StageId, Subject
from tender.workflow import Case
from tender_rules.kinds import has_prakualifikasi, is_seleksi
from tender_rules.stages.bonds import appeal_bond
from tender_rules.stages.one_bid import idle_talks
from tender_rules.stages.withdrawal import unused
from tender_rules.words import rupiah

__all__ = ["noticed"]


def noticed(case: Case) -> Iterator[Notice]:
    """Everything odd, in the order in which a reader would meet it."""
    yield from _stray_prices(case)
    yield from _early_documents(case)
    yield from _late_grounds(case.package)
    yield from _bids_before_the_list(case)
    yield from _early_openings(case.package)
    yield from _openings_too_soon(case)
    yield from _early_closings(case.package)
    yield from _open_objections(case.package)
    yield from _unused_judgements(case)
    yield from unused(case)
    yield from idle_talks(case)
    yield from _appeals(case)
    yield from _before_their_turn(case)
    yield from _rounds(case.package)
    yield from _other_values(case)


def _stray_prices(case: Case) -> Iterator[Notice]:
    for who in case.participants.values():
        if who.price is not None and who.submitted.penawaran is None:
            words = "Ada berkas harga, tetapi tidak ada waktu penyampaian penawaran; tidak dibuka."
            yield Notice("HARGA_TANPA_PENAWARAN", words, who.id)


_TITLES = {
    Phase.KUALIFIKASI: "Dokumen kualifikasi",
    Phase.PENAWARAN: "Penawaran",
    Phase.PENAWARAN_TAHAP_DUA: "Penawaran tahap kedua",
}
_PHASES = {Subject.KUALIFIKASI: Phase.KUALIFIKASI, Subject.PEMILIHAN: Phase.PENAWARAN}
_ACTS = {
    Subject.KUALIFIKASI: "Penetapan hasil kualifikasi atau pernyataan gagal",
    Subject.PEMILIHAN: "Penetapan atau pernyataan gagal",
}


def _early_documents(case: Case) -> Iterator[Notice]:
    announced = case.package.tender.announced_on
    for who in case.participants.values():
        for phase, title in _TITLES.items():
            at = getattr(who.submitted, phase)
            if at is not None and at.date() < announced:
                words = f"{title} {who.name} disampaikan sebelum tanggal pengumuman tender."
                yield Notice("URUTAN_WAKTU", words, who.id, audience="publik")


def _late_grounds(package: Package) -> Iterator[Notice]:
    """Acts and minutes that are older than what they rest on."""
    for of, phase in _PHASES.items():
        grounds = [entry.at for entry in package.assessments if _is_about(package, entry) == of]
        if of == Subject.PEMILIHAN:
            grounds += [e.at for e in package.events if isinstance(e, RankingDecision)]
            grounds += _last_prices(package)
        times = (getattr(who.submitted, phase) for who in package.participants)
        handed_in = [at for at in times if at is not None]
        what = _TITLES[phase].lower()
        if _before(grounds, handed_in):
            words = f"Penilaian tercatat sebelum {what} terakhir disampaikan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        for kind, title in ((Award | FailureAct, _ACTS[of]), (Minutes, "Berita acara")):
            acts = [e.at for e in package.events if isinstance(e, kind) and e.of == of]
            if acts and _before([max(acts)], [*grounds, *handed_in]):
                words = f"{title} tercatat sebelum penilaian atau {what} yang menjadi dasarnya."
                yield Notice("URUTAN_WAKTU", words, audience="publik")


def _last_prices(package: Package) -> list[datetime]:
    """When a Tender's prices were last changed, by talks or an auction; a Seleksi talks later."""
    if is_seleksi(package.tender):
        return []
    return [e.at for e in package.events if isinstance(e, Negotiation | ReverseAuction)]


def _is_about(package: Package, entry: Assessment) -> Subject:
    """Which result a judgement is for: before bids, qualification has one of its own."""
    early = entry.stage in (StageId.EVALUASI_KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)
    before = early and has_prakualifikasi(package.tender)
    return Subject.KUALIFIKASI if before else Subject.PEMILIHAN


def _bids_before_the_list(case: Case) -> Iterator[Notice]:
    """A bid that came before anybody was invited stays closed, and the record says so."""
    events = case.package.events
    acts = [e.at for e in events if isinstance(e, Award) and e.of == Subject.KUALIFIKASI]
    if not has_prakualifikasi(case.package.tender):
        return
    for who in case.participants.values():
        at = who.submitted.penawaran
        if at is None:
            continue
        if acts and at < max(acts):
            words = f"Penawaran {who.name} disampaikan sebelum penetapan daftar peserta."
            yield Notice("URUTAN_WAKTU", words, who.id, audience="publik")
        if not acts:
            words = "Penawaran tercatat sebelum penetapan daftar peserta; tidak dibuka."
            yield Notice("PENAWARAN_SEBELUM_DAFTAR", words, who.id)


def _early_openings(package: Package) -> Iterator[Notice]:
    """A price file cannot have been opened before the last bid came in."""
    openings = [event.at for event in package.events if isinstance(event, PriceOpening)]
    bids = [who.submitted.penawaran for who in package.participants]
    if _before(openings, [at for at in bids if at is not None]):
        words = "Pembukaan harga tercatat sebelum penawaran terakhir disampaikan."
        yield Notice("URUTAN_WAKTU", words, audience="publik")


def _openings_too_soon(case: Case) -> Iterator[Notice]:
    """An opening while technical is undecided opens nothing, and what is open stays open."""
    recorded = any(isinstance(event, PriceOpening) for event in case.package.events)
    if recorded and any(case.pending(case.leading_to(StageId.PEMBUKAAN_HARGA))):
        words = "Pembukaan harga tercatat, tetapi tahap sebelumnya belum diputuskan seluruhnya."
        yield Notice("PEMBUKAAN_HARGA_TERLALU_DINI", words)


def _early_closings(package: Package) -> Iterator[Notice]:
    """A deadline that is recorded as passed before it, as last extended, had come."""
    for phase, title in _TITLES.items():
        moved = [e for e in package.events if isinstance(e, Extension) and e.of == phase]
        ends = [e.at for e in package.events if isinstance(e, Closing) and e.of == phase]
        if moved and ends and max(ends) < max(moved, key=lambda event: event.at).until:
            words = f"{title}: penutupan tercatat sebelum batas akhir yang diperpanjang."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def _open_objections(package: Package) -> Iterator[Notice]:
    """An objection to the list that nobody has answered."""
    events = [e for e in package.events if getattr(e, "of", None) == Subject.KUALIFIKASI]
    answered = {e.participant for e in events if isinstance(e, ObjectionAnswer)}
    for event in events:
        if isinstance(event, Objection) and event.participant not in answered:
            words = "Sanggah atas hasil kualifikasi belum dijawab."
            yield Notice("SANGGAH_BELUM_DIJAWAB", words, event.participant, audience="publik")


def _unused_judgements(case: Case) -> Iterator[Notice]:
    """Judgements on stages that this procedure does not have, or not yet."""
    stages = {entry.stage for entry in case.package.assessments} - case.verdicts.keys()
    for stage in sorted(stages):
        title = stage.replace("_", " ")
        words = f"Penilaian pada {title} belum atau tidak dipakai dalam prosedur ini."
        yield Notice("PENILAIAN_TIDAK_DIPAKAI", words)


def _appeals(case: Case) -> Iterator[Notice]:
    """A bond that falls short, and an appeal whose outcome the record has no rule for."""
    least = appeal_bond(case)
    for event in case.package.events:
        if not isinstance(event, Appeal) or least is None:
            continue
        if event.bond is None or event.bond < least:
            given = "belum diketahui" if event.bond is None else rupiah(event.bond)
            words = f"Jaminan Sanggah Banding {given}; paling sedikit {rupiah(least)} (Pasal 32)."
            yield Notice("JAMINAN_SANGGAH_BANDING", words, event.participant, audience="publik")
        if event.decision in (None, ObjectionDecision.BENAR_SUBSTANSIAL):
            words = "Sanggah banding belum dijawab, atau benar: akibatnya diputuskan manusia."
            yield Notice("SANGGAH_BANDING", words, event.participant, audience="publik")


def _before_their_turn(case: Case) -> Iterator[Notice]:
    """Talks of a Tender and auctions recorded before the judgements that they come after."""
    if is_seleksi(case.package.tender):
        return
    judged = {
        stage: [e.at for e in case.package.assessments if e.stage is stage] for stage in StageId
    }
    bids = [judged[StageId.EVALUASI_TEKNIS]]
    proof = (
        [] if has_prakualifikasi(case.package.tender) else judged[StageId.PEMBUKTIAN_KUALIFIKASI]
    )
    for event in case.package.events:
        if isinstance(event, Negotiation):
            after = case.law.value("negotiation.one_bid_after").value == "pembuktian"
            what = "Negosiasi"
        elif isinstance(event, ReverseAuction) and event.held:
            after = case.law.value("auction.with_two").value == "dua_masuk_lulus_pembuktian"
            what = "Reverse auction"
        else:
            continue
        earlier = [at for times in bids for at in times] + (proof if after else [])
        if _before([event.at], earlier):
            words = f"{what} tercatat sebelum penilaian yang mendahuluinya."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def _rounds(package: Package) -> Iterator[Notice]:
    """A later round names the one before."""
    tender = package.tender
    later = tender.qualification_round > 1 or tender.round > 1
    if later and package.previous is None:
        words = "Putaran ulang tanpa keterangan paket sebelumnya (previous)."
        yield Notice("PAKET_SEBELUMNYA_TIDAK_DISEBUT", words)


def _before(these: Iterable[datetime], those: Iterable[datetime]) -> bool:
    """Whether the first of `these` lies before the last of `those`."""
    first, last = min(these, default=None), max(those, default=None)
    return first is not None and last is not None and first < last


def _other_values(case: Case) -> Iterator[Notice]:
    """Confirmations of a value that is not the one in force; the latest of each counts."""
    confirmed = [event for event in case.package.events if isinstance(event, Confirmation)]
    ordered = sorted(confirmed, key=lambda event: (event.at, event.value))
    latest = {event.param: event for event in ordered}
    for param in sorted(latest):
        used = case.law.value(param).value
        if latest[param].value != used:
            words = f"Nilai {param} dikonfirmasi {latest[param].value}, yang dipakai {used}."
            yield Notice("KONFIRMASI_BERBEDA", words, audience="publik")
