"""Times that do not follow each other: documents, openings, judgements, acts and prices."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time

from tender_engine.events import (
    Announcement,
    Award,
    Clarification,
    Closing,
    Event,
    FailureAct,
    Minutes,
    Negotiation,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
    Withdrawal,
)
from tender_engine.findings import Notice, natural
from tender_engine.model import Package
from tender_engine.terms import Decider, Phase, PreviousKind, StageId, Subject
from tender_engine.workflow import Case
from tender_rules.noticing.closings import TITLES, before_the_end
from tender_rules.periods.objecting import waits
from tender_rules.procurement_kind import has_prakualifikasi, is_seleksi
from tender_rules.sanggah.undone import undone
from tender_rules.stages.counting import due
from tender_rules.stages.opening import LPSE_STATEMENT, READABLE
from tender_rules.stages.standing_minutes import left_at, replaced_at

__all__ = [
    "acts_after_their_minutes",
    "before_their_turn",
    "bids_before_the_list",
    "early_documents",
    "early_withdrawals",
    "late_grounds",
    "openings_too_soon",
]

_SCREENING = (
    StageId.PEMASUKAN_KUALIFIKASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.PEMBUKTIAN_KUALIFIKASI,
    StageId.PENETAPAN_HASIL_KUALIFIKASI,
)
# What is asked there may be asked once the result is determined.
_AFTER = (StageId.NEGOSIASI, StageId.PENETAPAN)
_EARLIER = (
    "tercatat sebelum penutupan, pembukaan, klarifikasi, atau pernyataan LPSE yang menjadi dasarnya"
)
_PHASES = {Subject.KUALIFIKASI: Phase.KUALIFIKASI, Subject.PEMILIHAN: Phase.PENAWARAN}
_ACTS = {
    Subject.KUALIFIKASI: "Penetapan hasil kualifikasi atau pernyataan gagal",
    Subject.PEMILIHAN: "Penetapan atau pernyataan gagal",
}


def early_documents(case: Case) -> Iterator[Notice]:
    """What was handed in before the tender was announced."""
    announced = case.package.tender.announced_on
    for who in case.participants.values():
        for phase, title in TITLES.items():
            at = getattr(who.submitted, phase)
            if at is not None and at.date() < announced:
                words = f"{title} {who.name} disampaikan sebelum tanggal pengumuman tender."
                yield Notice("URUTAN_WAKTU", words, who.id, audience="publik")


def late_grounds(package: Package) -> Iterator[Notice]:
    """Judgements, acts and minutes that are older than what they rest on."""
    acted = not package.happened.kinds.isdisjoint((Award, FailureAct, Minutes))
    for of, phase in _PHASES.items():
        judged = [entry for entry in package.assessments if _is_about(package, entry.stage) == of]
        grounds = [entry.at for entry in judged]
        if of == Subject.PEMILIHAN:
            grounds += [e.at for e in package.events if isinstance(e, RankingDecision)]
            grounds += _last_prices(package)
        if not grounds and not acted:
            continue
        times = (getattr(who.submitted, phase) for who in package.participants)
        handed_in = [at for at in times if at is not None]
        if _before(grounds, handed_in):
            what = TITLES[phase].lower()
            words = f"Penilaian tercatat sebelum {what} terakhir disampaikan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        elif phase is Phase.PENAWARAN and before_the_end(package, grounds):
            words = "Penilaian tercatat sebelum batas akhir penyampaian penawaran."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        if acted:
            yield from _acts_before(package, of, [*grounds, *handed_in])


def _acts_before(package: Package, of: Subject, grounds: list[datetime]) -> Iterator[Notice]:
    """Acts on the result `of`, and its minutes, that are older than these grounds, or others."""
    phase = _PHASES[of]
    for kinds, title in (((Award, FailureAct), _ACTS[of]), ((Minutes,), "Berita acara")):
        acts = [e.at for e in package.events if isinstance(e, kinds) and e.of == of]
        if not acts:
            continue
        left = [event for event, about in _withdrawals(package) if about == of]
        gone = [e.at for e in left if not _names(package, of, e)]
        opened = [*_openings(package, of, phase), *_clarified(package, of)]
        # What is no more rested on nothing that came after it had ended.
        ends = replaced_at if Minutes in kinds else left_at
        since = ends(package, of)
        if _before([max(acts)], _until(since, [*grounds, *gone])):
            what = TITLES[phase].lower()
            words = f"{title} tercatat sebelum penilaian atau {what} yang menjadi dasarnya."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        elif _before([max(acts)], _until(since, opened)):
            yield Notice("URUTAN_WAKTU", f"{title} {_EARLIER}.", audience="publik")


def acts_after_their_minutes(case: Case) -> Iterator[Notice]:
    """Minutes that tell an act which came after them; what PA determines may follow theirs.

    Minutes of a result that was undone since tell that one, and nothing of what follows. A failure
    that is declared once they were written has minutes of its own, and so has a new award. That
    nobody passes is announced before it is declared, and the minutes are of what is announced.
    """
    package = case.package
    for of, title in _ACTS.items():
        written = max((e.at for e in package.happened.of(Minutes) if e.of == of), default=None)
        if written is None:
            continue
        acts = [e for e in package.events if isinstance(e, Award | FailureAct) and e.of == of]
        late = [e for e in acts if e.by is Decider.POKJA and e.at > written]
        by = undone(case, of) if late else None
        if by is not None and written < by.at:
            late = [e for e in late if e.at < by.at]
        elif by is None and replaced_at(package, of) is not None:
            late = []
        elif by is None and any(e.at <= written for e in acts):
            late = [e for e in late if isinstance(e, Award)]
        told = [e.at for e in package.happened.of(Announcement) if e.of == of]
        late = [e for e in late if not (_waits(case, e) and any(at <= e.at for at in told))]
        if late:
            words = f"Berita acara tercatat sebelum {title.lower()} yang dimuatnya."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def _waits(case: Case, act: Award | FailureAct) -> bool:
    return isinstance(act, FailureAct) and waits(case, act)


def _openings(package: Package, of: Subject, phase: Phase) -> list[datetime]:
    """When documents of `phase` could no longer be handed in, and when bids were opened.

    A failure may be declared, and its minutes written, while they still could.
    """
    found = [e.at for e in package.happened.of(Closing) if e.of == phase]
    until = due(package, phase)
    if until is not None and any(e.of == of for e in package.happened.of(Award)):
        found.append(until)
    if phase is not Phase.PENAWARAN:
        return found
    found += [e.at for e in package.events if _opens(package, e)]
    for who in package.participants:
        stated, came_in = who.known(LPSE_STATEMENT), who.submitted.penawaran
        if stated is not None and came_in is not None and who.known(READABLE) is False:
            found.append(datetime.combine(stated.date, time.min, came_in.tzinfo))
    return found


def _opens(package: Package, event: Event) -> bool:
    """Whether prices were opened on which a result rests; a Seleksi opens some after it."""
    return isinstance(event, PriceOpening) and not is_seleksi(package.tender)


def _clarified(package: Package, of: Subject) -> list[datetime]:
    """When bidders were asked about what a result rests on."""
    asked = package.happened.of(Clarification)
    return [e.at for e in asked if e.stage not in _AFTER and _is_about(package, e.stage) == of]


def _names(package: Package, of: Subject, left: Withdrawal) -> bool:
    """Whether the award before somebody left names that one: it rested on no such thing."""
    acts = (e for e in package.happened.of(Award) if e.of == of and e.at < left.at)
    last = max(acts, key=lambda act: act.at, default=None)
    return last is not None and left.participant in (
        last.winner,
        *(last.reserves or ()),
        *(last.listed or ()),
    )


def _withdrawals(package: Package) -> list[tuple[Withdrawal, Subject]]:
    """Whoever left before what a result rests on, and which result that is."""
    found = [e for e in package.events if isinstance(e, Withdrawal)]
    talks = StageId.NEGOSIASI if is_seleksi(package.tender) else None
    early = [*_SCREENING] if has_prakualifikasi(package.tender) else []
    return [
        (e, Subject.KUALIFIKASI if e.stage in early else Subject.PEMILIHAN)
        for e in found
        if e.stage is not talks
    ]


def _last_prices(package: Package) -> list[datetime]:
    """When a Tender's prices were last changed, by talks or an auction; a Seleksi talks later."""
    if is_seleksi(package.tender):
        return []
    return [e.at for e in package.events if isinstance(e, Negotiation | ReverseAuction)]


def _is_about(package: Package, stage: StageId) -> Subject:
    """Which result rests on `stage`: before bids, qualification has one of its own."""
    before = stage in _SCREENING and has_prakualifikasi(package.tender)
    return Subject.KUALIFIKASI if before else Subject.PEMILIHAN


def bids_before_the_list(case: Case) -> Iterator[Notice]:
    """A bid that came before anybody was invited stays closed, and the record says so."""
    acts = case.package.happened.of(Award)
    listed = max((e.at for e in acts if e.of == Subject.KUALIFIKASI), default=None)
    if not has_prakualifikasi(case.package.tender):
        return
    for who in case.participants.values():
        at = who.submitted.penawaran
        if at is None:
            continue
        if listed is not None and at < listed:
            words = f"Penawaran {who.name} disampaikan sebelum penetapan daftar peserta."
            yield Notice("URUTAN_WAKTU", words, who.id, audience="publik")
        if listed is None:
            words = "Penawaran tercatat sebelum penetapan daftar peserta; tidak dibuka."
            yield Notice("PENAWARAN_SEBELUM_DAFTAR", words, who.id)


def openings_too_soon(case: Case) -> Iterator[Notice]:
    """An opening while technical is undecided opens nothing, and what is open stays open.

    Where bids are evaluated anew it was in its time, and what is judged anew comes later.
    """
    previous = case.package.previous
    if previous is not None and previous.kind is PreviousKind.EVALUASI_ULANG:
        return
    recorded = any(isinstance(event, PriceOpening) for event in case.package.events)
    if recorded and any(case.pending(case.leading_to(StageId.PEMBUKAAN_HARGA))):
        words = "Pembukaan harga tercatat, tetapi tahap sebelumnya belum diputuskan seluruhnya."
        yield Notice("PEMBUKAAN_HARGA_TERLALU_DINI", words)


def before_their_turn(case: Case) -> Iterator[Notice]:
    """Talks of a Tender and auctions recorded before the judgements that they come after."""
    if is_seleksi(case.package.tender):
        return
    events, law = case.package.events, case.law
    for what, times, later in (
        (
            "Negosiasi",
            [e.at for e in events if isinstance(e, Negotiation)],
            law.value("negotiation.one_bid_after").value == "pembuktian",
        ),
        (
            "Reverse auction",
            [e.at for e in events if isinstance(e, ReverseAuction) and e.held],
            law.value("auction.with_two").value == "dua_masuk_lulus_pembuktian",
        ),
    ):
        stages = [StageId.EVALUASI_TEKNIS]
        if later and not has_prakualifikasi(case.package.tender):
            stages.append(StageId.PEMBUKTIAN_KUALIFIKASI)
        if _before(times, [e.at for e in case.package.assessments if e.stage in stages]):
            words = f"{what} tercatat sebelum penilaian yang mendahuluinya."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def early_withdrawals(package: Package) -> Iterator[Notice]:
    """A bidder that left before it had handed anything in."""
    submitted = {who.id: who.submitted for who in package.participants}
    gone = {e.participant: e.at for e in package.events if isinstance(e, Withdrawal)}
    for name in sorted(gone, key=natural):
        times = [getattr(submitted[name], phase) for phase in Phase]
        if gone[name] < min((at for at in times if at is not None), default=gone[name]):
            words = "Pengunduran diri tercatat sebelum dokumennya disampaikan."
            yield Notice("URUTAN_WAKTU", words, name, audience="publik")


def _until(since: datetime | None, times: Iterable[datetime]) -> list[datetime]:
    return [at for at in times if since is None or at < since]


def _before(these: Iterable[datetime], those: Iterable[datetime]) -> bool:
    """Whether the first of `these` lies before the last of `those`."""
    first, last = min(these, default=None), max(those, default=None)
    return first is not None and last is not None and first < last
