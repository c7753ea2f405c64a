"""One small procurement for each kind of record: before bids, in two files, scored, of consultants.

Totals in rupiah: p1 1.200.000.000, p2 1.100.000.000, p3 1.000.000.000, under an HPS of
1.221.000.000, unless told otherwise. Technical scores 90, 80 and 65.
"""

from decimal import Decimal

from attrs import evolve

from tender_desk.documents.papers import BAHP, paper
from tender_engine.events import Announcement, Minutes, RankingDecision
from tender_engine.model import Requirements
from tender_engine.terms import Category, Contract, Envelope, Method, ProcedureName, StageId, Unsur
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    package,
    priced,
)
from tests.happenings import (
    agreed,
    award,
    closing,
    deadline,
    extended,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import (
    applicant,
    applicants,
    invited,
    lives,
    marks,
    score,
    scored,
    scored_criterion,
    screened,
    seleksi,
    shortlisted,
    with_life,
)

TOTALS = {"p1": "1200000000", "p2": "1100000000", "p3": "1000000000"}
SCORES = {"p1": 90, "p2": 80, "p3": 65}
LIST_MINUTES = Minutes(at(9, 14), "kualifikasi", "027/5/BAHPK/2022", "Ruang Rapat Pokja")
WINNER = award("p1", "p2", "p3", number="BA-9/2022")
MINUTES = Minutes(at(29, 14), "pemilihan", "027/9/BAHS/2022", "Ruang Rapat Pokja")
OVER = objections_over()
FIRST = (deadline("kualifikasi", day=5), closing("kualifikasi", day=5))
TOO_FEW = (deadline("kualifikasi", day=5), extended(), closing())


def firms(**totals):
    """Applicants that went on and handed in a bid."""
    wanted = TOTALS | totals
    return [applicant(n, bid=True, price=priced(total)) for n, total in wanted.items()]


def consulted(*events, method=Method.KUALITAS, scores=None, **terms):
    """A Seleksi of three firms on the short list, with its bids judged."""
    listed = {"p1": 80, "p2": 75, "p3": 70}
    early = [score(KUALIFIKASI, name, value, when=at(6)) for name, value in listed.items()]
    early.append(judged(PEMBUKTIAN, when=at(7)))
    gone_on = (listing_act(*listed), LIST_MINUTES, deadline(), *events)
    asks = scored(TEKNIS)
    if method is Method.KUALITAS_BIAYA:
        asks = scored(TEKNIS, weight="80") | {HARGA: Requirements(weight=Decimal(20))}
    given = {
        "method": method,
        "scores": scores or SCORES,
        "asks": asks,
        "assessments": early,
        "general": (ADMINISTRASI,),
    }
    return seleksi(*terms.pop("people", firms()), events=gone_on, **(given | terms))


def gone_on(*events):
    """A Tender whose prakualifikasi left out p4, with three bids of which p3 fails technically."""
    early = [judged(stage, when=at(6)) for stage in (KUALIFIKASI, PEMBUKTIAN)]
    return invited(
        *firms(),
        applicant("p4"),
        listed=["p1", "p2", "p3"],
        general=(ADMINISTRASI, TEKNIS),
        assessments=[*early, *failed(KUALIFIKASI, "p4", when=at(6)), *failed(TEKNIS, "p3")],
        events=[*FIRST, LIST_MINUTES, *events],
    )


def merit(*events, **terms):
    """A Tender by Sistem Nilai in two files, 60 and 40; p3 falls at a criterion.

    Two criteria, 40 percent with a threshold of 60 and 60 percent: p1 has 40 x 90 / 100 +
    60 x 90 / 100 = 90, p2 has 80, and p3, with 55 and 90, has 22 + 54 = 76.
    """
    criteria = (
        scored_criterion("a", "40", threshold="60"),
        scored_criterion("b", "60"),
    )
    asks = scored(TEKNIS, "70", "60", criteria) | {HARGA: Requirements(weight=Decimal(40))}
    given = {"p1": (90, 90), "p2": (80, 80), "p3": (55, 90)}
    wanted = {
        "category": Category.BARANG,
        "envelope": Envelope.DUA_FILE,
        "method": Method.SISTEM_NILAI,
        "asks": asks,
        "assessments": marks(given),
        "general": [stage for stage in JUDGED if stage is not TEKNIS],
        "events": events,
    }
    return package(*(bidder(n, total) for n, total in TOTALS.items()), **(wanted | terms))


def lasting():
    """A purchase by life cycle: p1 1.200 + 10 + 10 - 100 million, p2 1.100 + 30 + 10 - 5."""
    return lives(
        with_life("p1", TOTALS["p1"], ["1E7"], ["1E7"], "1E8"),
        with_life("p2", TOTALS["p2"], ["3E7"], ["1E7"], "5E6"),
        years=1,
    )


def two_stages():
    """Two bidders in two stages; p2 does not meet the equalized terms."""
    people = [
        applicant(n, bid=True, second=True, price=priced(TOTALS[n])) for n in ("p1", "p2", "p3")
    ]
    equalized = StageId.PENYETARAAN_TEKNIS
    return package(
        *people,
        envelope=Envelope.DUA_TAHAP,
        assessments=[judged(equalized), *failed(equalized, "p2")],
        events=[deadline(), deadline("penawaran_tahap_dua", day=16), price_opening()],
    )


def individuals(*events):
    """A Seleksi of two individuals, qualified with their bids."""
    criteria = [
        scored_criterion(str(unsur), weight, unsur=unsur)
        for unsur, weight in zip(Unsur, ("20", "20", "60"), strict=True)
    ]
    return package(
        bidder("p1", "1200000000"),
        bidder("p2", "1100000000"),
        category=Category.JASA_KONSULTANSI_PERORANGAN,
        procedure=ProcedureName.PASCAKUALIFIKASI,
        envelope=Envelope.DUA_FILE,
        method=Method.KUALITAS,
        contract=Contract.LUMSUM,
        asks=scored(TEKNIS, criteria=tuple(criteria)),
        assessments=marks({"p1": [90] * 3, "p2": [80] * 3}, tuple(map(str, Unsur))),
        general=[stage for stage in JUDGED if stage is not TEKNIS],
        events=events,
    )


def silent():
    """Somebody who registered and handed in nothing."""
    return bidder("p1", submitted=False, price=None)


LISTED_ONLY = (
    "daftar",
    "daftar_ditetapkan",
    "daftar_lain",
    "daftar_pendek",
    "daftar_pendek_seri",
    "daftar_pendek_diputuskan",
    "pra_menunggu",
    "pra_kurang",
    "pra_tanpa_peserta",
    "pra_ulang_dua",
    "pra_ulang_satu",
    "pra_ulang_tidak_ada",
)


def packages():
    """By name, a package for each kind of record and each way in which it can end or wait."""
    eight = [90, 89, 88, 87, 86, 85, 84, 84]
    decided = RankingDecision(at(8), ("m1", "m2"), ("p8", "p7"), "pengalaman sejenis")
    opened = price_opening()
    acts = [listing_act("p1", "p2", "p3", day=17), evolve(LIST_MINUTES, at=at(17, 14))]
    return {
        "daftar": screened(*applicants(3), events=FIRST),
        "daftar_ditetapkan": screened(*applicants(3), events=[*FIRST, *acts]),
        "daftar_lain": screened(*applicants(3), events=[*FIRST, listing_act("p1", "p2", day=17)]),
        "daftar_pendek": shortlisted(eight[:7], events=FIRST),
        "daftar_pendek_seri": shortlisted(eight, events=FIRST),
        "daftar_pendek_diputuskan": shortlisted(eight, events=[*FIRST, decided]),
        "pra_menunggu": screened(*applicants(2), events=FIRST),
        "pra_kurang": screened(*applicants(2), events=TOO_FEW),
        "pra_tanpa_peserta": screened(silent(), events=TOO_FEW),
        "pra_ulang_dua": screened(
            *applicants(3),
            qualification_round=2,
            assessments=failed(PEMBUKTIAN, "p3"),
            events=FIRST,
        ),
        "pra_ulang_satu": screened(
            *applicants(3),
            qualification_round=2,
            assessments=failed(KUALIFIKASI, "p2", "p3"),
            events=FIRST,
        ),
        "pra_ulang_tidak_ada": screened(
            *applicants(3),
            qualification_round=2,
            assessments=failed(KUALIFIKASI, "p1", "p2", "p3"),
            events=FIRST,
        ),
        "pra_lalu_tersegel": gone_on(),
        "pra_lalu_penawaran": gone_on(opened),
        "dua_tahap": two_stages(),
        "sistem_nilai_tersegel": merit(),
        "sistem_nilai": merit(opened),
        "umur_ekonomis": lasting(),
        "kualitas_tersegel": consulted(),
        "kualitas": consulted(opened),
        "kualitas_belum_dinegosiasi": consulted(opened, WINNER, OVER, MINUTES),
        "kualitas_sepakat": consulted(opened, WINNER, OVER, agreed(), MINUTES),
        "kualitas_gagal_pertama": consulted(
            opened, WINNER, OVER, in_vain(), price_opening(27), agreed("p2", "1050000000", 28)
        ),
        "kualitas_biaya": consulted(opened, method=Method.KUALITAS_BIAYA),
        "pagu_anggaran": consulted(opened, method=Method.PAGU_ANGGARAN, pagu=Decimal("1150000000")),
        "pagu_terlampaui": consulted(
            opened, method=Method.PAGU_ANGGARAN, pagu=Decimal("900000000")
        ),
        "biaya_terendah": consulted(opened, method=Method.BIAYA_TERENDAH),
        "perorangan": individuals(opened),
        "diumumkan": consulted(opened, WINNER, Announcement(at(21), "pemilihan")),
    }


KINDS = {name: evaluated(given) for name, given in packages().items()}


def record(name):
    """The record of one of the packages."""
    return paper(KINDS[name], BAHP)
