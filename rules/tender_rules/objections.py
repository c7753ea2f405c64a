"""The law's own checks of a package: what this version does not evaluate, and what no text allows.

Each check has one signature and says everything it finds; the words stand in `TEXTS`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tender.events import Award, Confirmation, FailureAct, RankingDecision
from tender.faults import Fault, FaultText, Path
from tender.findings import said
from tender.law import LawError, Local
from tender.model import Package
from tender.rulebook import Objection, Rulebook, live, permitted
from tender.terms import (
    Category,
    Contract,
    Envelope,
    Method,
    Phase,
    PreviousKind,
    ProcedureName,
    StageId,
)
from tender_rules.stages.failure import OF_A_TENDER

__all__ = ["OBJECTIONS", "TEXTS"]


def _not_yet(path: Path, what: str, reason: str) -> Fault:
    return Fault("ATR001", path, {"what": what, "reason": reason})


def unsupported_kind(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Kinds of tender that this version does not evaluate yet, each by name."""
    tender = package.tender
    at = ("tender",)
    if tender.procedure is ProcedureName.PRAKUALIFIKASI:
        yield _not_yet((*at, "procedure"), "prakualifikasi", "alurnya belum dibangun")
    if tender.envelope not in (Envelope.SATU_FILE, None):
        yield _not_yet((*at, "envelope"), tender.envelope, "harga tersegel belum dibangun")
    if tender.method not in (Method.HARGA_TERENDAH_SISTEM_GUGUR, None):
        yield _not_yet((*at, "method"), tender.method, "metode ini belum dibangun")
    if tender.category in (
        Category.JASA_KONSULTANSI_BADAN_USAHA,
        Category.JASA_KONSULTANSI_PERORANGAN,
    ):
        yield _not_yet((*at, "category"), tender.category, "Seleksi belum dibangun")
    if tender.contract is Contract.WAKTU_PENUGASAN:
        yield _not_yet((*at, "contract"), tender.contract, "kontrak ini untuk jasa konsultansi")
    for flag in ("integrated", "international"):
        if getattr(tender, flag):
            yield _not_yet((*at, flag), flag, "ketentuan khususnya belum dibangun")


def unsupported_terms(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Terms of the document, and rounds, that this version does not evaluate yet."""
    asked = package.tender.requirements
    at: Path = ("tender", "requirements")
    price = asked.get(StageId.EVALUASI_HARGA)
    if price and price.tkdn_preference:
        where = (*at, "evaluasi_harga", "tkdn_preference")
        yield _not_yet(where, "preferensi harga TKDN", "aturan Pasal 67 belum dibangun")
    for stage, terms in asked.items():
        if terms and (terms.weight or terms.threshold):
            yield _not_yet((*at, str(stage)), "penilaian berbobot", "metode ini belum dibangun")
        for index, item in enumerate(terms.criteria if terms else ()):
            if item.weight or item.threshold or item.max_score:
                where = (*at, str(stage), "criteria", index)
                yield _not_yet(where, "kriteria berbobot", "metode ini belum dibangun")
    if package.previous and package.previous.kind is PreviousKind.EVALUASI_ULANG:
        yield _not_yet(("previous", "kind"), "evaluasi_ulang", "perbandingannya belum dibangun")


def complex_needs_prakualifikasi(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Pascakualifikasi is for what is not complex (Pasal 44 ayat (3) huruf a)."""
    tender = package.tender
    if tender.complex and tender.procedure is ProcedureName.PASCAKUALIFIKASI:
        yield Fault("ATR002", ("tender", "complex"), {"article": "Pasal 44 ayat (3) huruf a"})


def turnkey_is_for_works(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Terima jadi is a contract for works (Pasal 27 ayat (6))."""
    tender = package.tender
    works = tender.category is Category.PEKERJAAN_KONSTRUKSI
    if tender.contract is Contract.TERIMA_JADI and not works:
        yield Fault("ATR003", ("tender", "contract"), {"article": "Pasal 27 ayat (6)"})


def bid_bond_is_for_works(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A jaminan penawaran is asked for construction works only (Pasal 30 ayat (2))."""
    tender = package.tender
    asked = tender.asks(StageId.EVALUASI_ADMINISTRASI).bid_bond
    if asked and tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        where: Path = ("tender", "requirements", "evaluasi_administrasi", "bid_bond")
        yield Fault("ATR013", where, {"article": "Pasal 30 ayat (2)"})


def panel_is_complete(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A Pokja has three members, or more as long as they are odd (Pasal 13 ayat (2) and (3))."""
    values = {
        value.param: value for value in live(rulebook.provisions, package.tender.announced_on)
    }
    least, count = values.get("pokja.least_members"), len(package.pokja.members)
    if least is not None and (count < Decimal(least.value) or count % 2 == 0):
        params = {"count": str(count), "least": said(least.value), "article": least.article}
        yield Fault("ATR014", ("pokja", "members"), params)


def regime_known(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The announcement date chooses the law; before the first that was read there is none."""
    day = package.tender.announced_on
    try:
        rulebook.regime_on(day)
    except LawError:
        first = min(regime.since for regime in rulebook.regimes)
        params = {"day": str(day), "first": str(first)}
        yield Fault("ATR004", ("tender", "announced_on"), params)


def overlays_known(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A local standard must be one that ships and was in force at the announcement."""
    regulation, day = package.tender.regulation, package.tender.announced_on
    in_force = {name for name, local in rulebook.overlays.items() if live(local, day)}
    for index, name in enumerate((regulation.overlays or ()) if regulation else ()):
        if name not in in_force:
            known = ", ".join(sorted(in_force)) or "tidak ada"
            where: Path = ("tender", "regulation", "overlays", index)
            yield Fault("ATR005", where, {"found": name, "known": known})


_OPEN = {
    Local.NO: "tidak ada (none)",
    Local.YES: "setiap nilai (any)",
    Local.ONLY_LOWER: "hanya yang lebih rendah (lower only)",
    Local.ONLY_HIGHER: "hanya yang lebih tinggi (higher only)",
}


def document_values_permitted(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The document may set only what the national text opens, and each value once."""
    regulation = package.tender.regulation
    seen: set[str] = set()
    for index, item in enumerate((regulation.values or ()) if regulation else ()):
        where: Path = ("tender", "regulation", "values", index)
        readings = rulebook.variants(item.param, package.tender.announced_on)
        if not readings:
            yield Fault("ATR006", (*where, "param"), {"found": item.param})
            continue
        if item.param in seen:
            yield Fault("ATR011", (*where, "param"), {"param": item.param})
        seen.add(item.param)
        variants = [reading.variant for reading in readings if reading.variant]
        known = ", ".join(variants) or _OPEN[readings[0].local]
        fits = item.value in variants if variants else permitted(readings[0], item.value)
        if not fits:
            params = {"param": item.param, "value": item.value, "known": known}
            yield Fault("ATR007", (*where, "value"), params)


def confirmations_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A konfirmasi_nilai speaks of a value that exists."""
    for index, event in enumerate(package.events):
        if isinstance(event, Confirmation) and not rulebook.variants(
            event.param, package.tender.announced_on
        ):
            yield Fault("ATR006", ("events", index, "param"), {"found": event.param})


def acts_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """An act speaks of this procedure, and a failure of a ground that the law knows."""
    for index, event in enumerate(package.events):
        of = getattr(event, "of", None)
        if of in ("kualifikasi", Phase.KUALIFIKASI):
            yield Fault("ATR008", ("events", index, "of"), {"found": "kualifikasi"})
        if isinstance(event, FailureAct) and event.ground not in OF_A_TENDER:
            known = ", ".join(OF_A_TENDER)
            params = {"found": str(event.ground), "known": known}
            yield Fault("ATR009", ("events", index, "ground"), params)
        if isinstance(event, Award) and event.winner is None:
            yield Fault("ATR010", ("events", index), {})


def acts_follow_each_other(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The later act stands; of two at one moment nobody can say which is the later."""
    seen: set[object] = set()
    for index, event in enumerate(package.events):
        if isinstance(event, Award | FailureAct):
            question: object = (event.of, event.at)
        elif isinstance(event, RankingDecision):
            question = (tuple(sorted(event.order)), event.at)
        else:
            continue
        if question in seen:
            yield Fault("ATR012", ("events", index, "at"), {"at": event.at.isoformat()})
        seen.add(question)


OBJECTIONS: tuple[Objection, ...] = (
    unsupported_kind,
    unsupported_terms,
    complex_needs_prakualifikasi,
    turnkey_is_for_works,
    bid_bond_is_for_works,
    panel_is_complete,
    regime_known,
    overlays_known,
    document_values_permitted,
    confirmations_fit,
    acts_fit,
    acts_follow_each_other,
)

TEXTS: Mapping[str, FaultText] = {
    "ATR001": FaultText(
        "{what} belum dievaluasi oleh versi ini: {reason}",
        "paket jenis ini dievaluasi di luar alat ini sampai aturannya tersedia",
        "{what} is not evaluated by this version yet: {reason}",
        "evaluate packages of this kind elsewhere until the rule is there",
    ),
    "ATR002": FaultText(
        "pengadaan kompleks tidak dapat memakai pascakualifikasi ({article})",
        "periksa complex, atau gunakan prakualifikasi",
        "a complex procurement cannot use pascakualifikasi ({article})",
        "check complex, or use prakualifikasi",
    ),
    "ATR003": FaultText(
        "kontrak terima jadi hanya untuk Pekerjaan Konstruksi ({article})",
        "periksa category dan contract",
        "a terima jadi contract is for construction works only ({article})",
        "check category and contract",
    ),
    "ATR004": FaultText(
        "tidak ada ketentuan yang tersedia untuk tender yang diumumkan {day}",
        "himpunan aturan ini berlaku sejak {first}; periksa tanggal pengumuman",
        "no law is available for a tender announced on {day}",
        "this rulebook begins on {first}; check the date of the announcement",
    ),
    "ATR005": FaultText(
        "standar lokal {found} tidak dikenal atau belum berlaku pada tanggal tender ini",
        "yang berlaku: {known}",
        "the local standard {found} is not known or not in force on the day of this tender",
        "in force: {known}",
    ),
    "ATR006": FaultText(
        "nilai {found} tidak ada dalam himpunan aturan pada tanggal tender ini",
        "lihat daftarnya dengan perintah tender rules",
        "there is no value {found} in the rulebook on the day of this tender",
        "list them with the command tender rules",
    ),
    "ATR007": FaultText(
        "dokumen tidak dapat menetapkan {param} = {value}",
        "yang terbuka: {known}",
        "the document cannot set {param} = {value}",
        "what is open: {known}",
    ),
    "ATR008": FaultText(
        "tahap {found} tidak ada dalam pascakualifikasi",
        "tulis penawaran untuk batas waktu, pemilihan untuk tindakan",
        "there is no {found} phase in a pascakualifikasi",
        "write penawaran for deadlines, pemilihan for acts",
    ),
    "ATR009": FaultText(
        "dasar gagal {found} tidak dikenal",
        "yang dikenal: {known}",
        "the ground of failure {found} is not known",
        "known: {known}",
    ),
    "ATR010": FaultText(
        "penetapan tidak menyebut pemenang",
        "isi winner dengan id peserta",
        "the determination names no winner",
        "fill in winner with the id of a participant",
    ),
    "ATR011": FaultText(
        "dokumen menetapkan {param} lebih dari sekali",
        "tulis satu nilai saja",
        "the document sets {param} more than once",
        "write one value only",
    ),
    "ATR012": FaultText(
        "dua tindakan atas hal yang sama tercatat pada waktu yang sama, {at}",
        "periksa at; tindakan yang lebih akhir yang berlaku",
        "two acts on one thing are recorded at the same time, {at}",
        "check at; the later act stands",
    ),
    "ATR013": FaultText(
        "jaminan penawaran hanya untuk Pekerjaan Konstruksi ({article})",
        "hapus bid_bond dari persyaratan; bila dokumen memintanya, dokumen itu perlu diadendum",
        "a bid bond is for construction works only ({article})",
        "take bid_bond out of the requirements; a document that asks it needs an addendum",
    ),
    "ATR014": FaultText(
        "Pokja Pemilihan beranggota {count}; harus gasal dan paling sedikit {least} ({article})",
        "tulis semua anggota menurut surat keputusan",
        "the panel has {count} members; there must be an odd number, at least {least} ({article})",
        "write all members as the decree names them",
    ),
    "ATR020": FaultText(
        "keputusan peringkat {order} tidak sesuai dengan harga terkoreksi",
        "sebut semua penawaran yang harganya sama, dan hanya itu",
        "the ranking decision {order} contradicts the corrected prices",
        "name all bids of one equal price, and only those",
    ),
}
