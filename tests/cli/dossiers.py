"""Packages of other kinds than the plain one: prakualifikasi, two envelopes, scores, a Seleksi."""

from decimal import Decimal

from attrs import evolve

from tender.events import Award, Negotiation, ObjectionPeriodEnd
from tender.model import LifeCycle, Requirements
from tender.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    NegotiationOutcome,
    StageId,
    Subject,
)
from tests.builders import (
    HARGA,
    JUDGED,
    TEKNIS,
    applicant,
    applicants,
    asked,
    at,
    bidder,
    closing,
    deadline,
    extended,
    listing_act,
    package,
    price_opening,
    priced,
    score,
    scored,
    scored_criterion,
    seleksi,
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


def agreed():
    """The first in rank has agreed to less once the masa sanggah was over."""
    act = Award(at(20), Subject.PEMILIHAN, Decider.POKJA, "BA-9", "p2", ("p3", "p1"))
    end = ObjectionPeriodEnd(at(25), Subject.PEMILIHAN)
    talks = Negotiation(at(26), "p2", NegotiationOutcome.SEPAKAT, Decimal(1050000000))
    return consultants(price_opening(), act, end, talks)


def two_files(*events, priced_at=None):
    """A Tender in two files: p1 reaches the threshold of 70, p2 does not."""
    criteria = (
        scored_criterion("a", "40", threshold="60"),
        scored_criterion("b", "60"),
    )
    given = {"p1": (85, 75), "p2": (55, 90)}
    marks = [
        score(TEKNIS, who, str(value), criterion)
        for who, values in given.items()
        for criterion, value in zip("ab", values, strict=True)
    ]
    price = priced(priced_at) if priced_at else None
    return package(
        bidder("p1", price=price),
        bidder("p2", price=priced(SEALED)),
        envelope=Envelope.DUA_FILE,
        method=Method.HARGA_TERENDAH_AMBANG_BATAS,
        asks=scored(TEKNIS, "70", criteria=criteria),
        general=[stage for stage in JUDGED if stage != TEKNIS],
        assessments=marks,
        events=events,
    )


def over_its_life():
    """Two pumps, of which the dearer one costs less to run."""
    return package(
        bidder("p1", price=priced("1100000000", life_cycle=years("100000000", "50000000"))),
        bidder("p2", price=priced("1000000000", life_cycle=years("300000000", "50000000"))),
        category=Category.BARANG,
        contract=Contract.LUMSUM,
        envelope=Envelope.DUA_FILE,
        method=Method.UMUR_EKONOMIS,
        asks={HARGA: Requirements(operating_years=1)},
        events=(price_opening(),),
    )


def years(operating, maintenance, residual="20000000"):
    """What one year costs, and what is left after it."""
    return LifeCycle((Decimal(operating),), (Decimal(maintenance),), Decimal(residual))


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
