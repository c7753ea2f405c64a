"""One small procurement for each kind of record: before bids, in two files, scored, of consultants.

Totals in rupiah: p1 1.200.000.000, p2 1.100.000.000, p3 1.000.000.000, under an HPS of
1.221.000.000, unless told otherwise. Technical scores 90, 80 and 65.
"""

from decimal import Decimal

from attrs import evolve

from tender.events import (
    Announcement,
    Award,
    Minutes,
    Negotiation,
    ObjectionPeriodEnd,
    RankingDecision,
)
from tender.model import LifeCycle, Requirements
from tender.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    NegotiationOutcome,
    ProcedureName,
    StageId,
    Unsur,
)
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    applicant,
    applicants,
    at,
    bidder,
    closing,
    deadline,
    evaluated,
    extended,
    failed,
    invited,
    judged,
    listing_act,
    package,
    price_opening,
    priced,
    score,
    scored,
    scored_criterion,
    screened,
    seleksi,
)

TOTALS = {"p1": "1200000000", "p2": "1100000000", "p3": "1000000000"}
SCORES = {"p1": 90, "p2": 80, "p3": 65}
LIST_MINUTES = Minutes(at(9, 14), "kualifikasi", "027/5/BAHPK/2022", "Ruang Rapat Pokja")
WINNER = Award(at(20), "pemilihan", Decider.POKJA, "BA-9/2022", "p1", ("p2", "p3"))
MINUTES = Minutes(at(29, 14), "pemilihan", "027/9/BAHS/2022", "Ruang Rapat Pokja")
OVER = ObjectionPeriodEnd(at(25), "pemilihan")
FIRST = (deadline("kualifikasi", day=5), closing("kualifikasi", day=5))
TOO_FEW = (deadline("kualifikasi", day=5), extended(), closing())


def agreed(name="p1", total="1150000000", day=26):
    """Talks that came to a price."""
    return Negotiation(at(day), name, NegotiationOutcome.SEPAKAT, Decimal(total))


def in_vain(name="p1", day=26):
    """Talks that came to nothing."""
    return Negotiation(at(day), name, NegotiationOutcome.GAGAL)


def firms(**totals):
    """Applicants that went on and handed in a bid."""
    wanted = TOTALS | totals
    return [applicant(n, bid=True, price=priced(total)) for n, total in wanted.items()]


def consulted(*events, method=Method.KUALITAS, scores=None, **terms):
    """A Seleksi of three firms on the short list, with its bids judged."""
    marks = {"p1": 80, "p2": 75, "p3": 70}
    early = [score(KUALIFIKASI, name, value, when=at(6)) for name, value in marks.items()]
    early.append(judged(PEMBUKTIAN, when=at(7)))
    gone_on = (listing_act(*marks), LIST_MINUTES, deadline(), *events)
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
    marks = [
        score(TEKNIS, name, value, criterion)
        for name, values in given.items()
        for criterion, value in zip("ab", values, strict=True)
    ]
    wanted = {
        "category": Category.BARANG,
        "envelope": Envelope.DUA_FILE,
        "method": Method.SISTEM_NILAI,
        "asks": asks,
        "assessments": marks,
        "general": [stage for stage in JUDGED if stage is not TEKNIS],
        "events": events,
    }
    return package(*(bidder(n, total) for n, total in TOTALS.items()), **(wanted | terms))


def lasting():
    """A purchase by life cycle: p1 1.200 + 10 + 10 - 100 million, p2 1.100 + 30 + 10 - 5."""
    costs = {"p1": (10, 10, 100), "p2": (30, 10, 5)}
    people = []
    for name, (operating, maintenance, residual) in costs.items():
        life = LifeCycle(
            (Decimal(operating * 10**6),),
            (Decimal(maintenance * 10**6),),
            residual * Decimal(10**6),
        )
        people.append(bidder(name, price=priced(TOTALS[name], life_cycle=life)))
    return package(
        *people,
        category=Category.BARANG,
        envelope=Envelope.DUA_FILE,
        method=Method.UMUR_EKONOMIS,
        asks={HARGA: Requirements(operating_years=1)},
        events=[price_opening()],
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


def shortlisted(values, *events):
    """A Seleksi at its short list, with qualification scores of p1 and on."""
    marks = {f"p{n}": value for n, value in enumerate(values, 1)}
    return seleksi(*(applicant(name) for name in marks), qualification=marks, events=events)


def individuals(*events):
    """A Seleksi of two individuals, qualified with their bids."""
    criteria = [
        scored_criterion(str(unsur), weight, unsur=unsur)
        for unsur, weight in zip(Unsur, ("20", "20", "60"), strict=True)
    ]
    marks = [
        score(TEKNIS, name, value, str(unsur))
        for name, value in (("p1", 90), ("p2", 80))
        for unsur in Unsur
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
        assessments=marks,
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
        "daftar_pendek": shortlisted(eight[:7], *FIRST),
        "daftar_pendek_seri": shortlisted(eight, *FIRST),
        "daftar_pendek_diputuskan": shortlisted(eight, *FIRST, decided),
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


def evaluations():
    """By name, the evaluation of each package."""
    return {name: evaluated(given) for name, given in packages().items()}
