"""Packages of other kinds than the plain one: prakualifikasi, two envelopes, scores, a Seleksi."""

from decimal import Decimal

from attrs import evolve

from tender_engine.model import Requirements
from tender_engine.terms import Envelope, Method, StageId
from tests.builders import HARGA, JUDGED, TEKNIS, asked, at, bidder, package, priced
from tests.happenings import (
    agreed,
    award,
    closing,
    deadline,
    extended,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import (
    applicant,
    applicants,
    lives,
    marks,
    scored,
    scored_criterion,
    seleksi,
    with_life,
)

SEALED = "987654321"
AFTER_EXTENSION = (extended(), closing())
PENYETARAAN = StageId.PENYETARAAN_TEKNIS
QUALIFIED = {"p1": "90", "p2": "85", "p3": "70", "p4": "82.5", "p5": "50"}
TECHNICAL = {"p1": "83", "p2": "91", "p3": "88", "p4": "60"}
COSTS = {"p1": "1000000000", "p2": "1100000000", "p3": "1250000000", "p4": SEALED}
INVITED = (listing_act("p1", "p2", "p3", "p4", day=17), deadline(day=13))


def consultants(*events, method=Method.KUALITAS_BIAYA, **terms):
    """Five firms, of which p5 falls at its qualification and p4 at the technical evaluation."""
    firms = [applicant(who, bid=True, price=priced(cost)) for who, cost in COSTS.items()]
    asks = scored(TEKNIS, "70", "80" if method is Method.KUALITAS_BIAYA else None)
    if method is Method.KUALITAS_BIAYA:
        asks |= {HARGA: Requirements(weight=Decimal(20))}
    given = {"scores": TECHNICAL, "qualification": QUALIFIED, "asks": asks, "method": method}
    firms.append(applicant("p5"))
    return seleksi(*firms, events=(*INVITED, *events), **(given | terms))


def screening():
    """The same five while only their qualification is known."""
    asks = scored(TEKNIS, "70", "80") | {HARGA: Requirements(weight=Decimal(20))}
    return seleksi(*applicants(5), method=Method.KUALITAS_BIAYA, qualification=QUALIFIED, asks=asks)


def agreed_with():
    """The first in rank has agreed to less once the masa sanggah was over."""
    act = award("p2", "p3", "p1", number="BA-9")
    return consultants(price_opening(), act, objections_over(), agreed("p2", "1050000000"))


def two_files(*events, priced_at=None):
    """A Tender in two files: p1 reaches the threshold of 70, p2 does not."""
    criteria = (
        scored_criterion("a", "40", threshold="60"),
        scored_criterion("b", "60"),
    )
    price = priced(priced_at) if priced_at else None
    return package(
        bidder("p1", price=price),
        bidder("p2", price=priced(SEALED)),
        envelope=Envelope.DUA_FILE,
        method=Method.HARGA_TERENDAH_AMBANG_BATAS,
        asks=scored(TEKNIS, "70", criteria=criteria),
        general=[stage for stage in JUDGED if stage != TEKNIS],
        assessments=marks({"p1": (85, 75), "p2": (55, 90)}),
        events=events,
    )


def over_its_life():
    """Two pumps, of which the dearer one costs less to run."""
    return lives(
        with_life("p1", "1100000000", ["1E8"], ["5E7"], "2E7"),
        with_life("p2", "1000000000", ["3E8"], ["5E7"], "2E7"),
        years=1,
    )


def two_stages():
    """Equalized in between; the revised offers came in with prices."""
    return package(
        *(
            evolve(who, submitted=evolve(who.submitted, penawaran_tahap_dua=at(15)))
            for who in (bidder("p1"), bidder("p10", "1000000000"))
        ),
        envelope=Envelope.DUA_TAHAP,
        general=(*JUDGED, PENYETARAAN),
        asks=asked(PENYETARAAN),
        events=(price_opening(),),
    )
