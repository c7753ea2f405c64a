"""Packages of other kinds than the plain one: a prakualifikasi, scored methods, a Seleksi.

`screened` is a complex Tender before its bids, `invited` the same with bids; `seleksi` is one of
consultants as firms. `contest` takes bids as (name, technical score, total) under a scored method,
in two files whose prices were opened; a score or a total that is `None` is not there yet.
"""

from decimal import Decimal

from attrs import evolve

from tender_engine.model import Assessment, Criterion, LifeCycle, Requirements, Submitted
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Category, Contract, Envelope, Method, ProcedureName
from tender_rules.procurement_kind import WEIGHED
from tests.builders import ADMINISTRASI, HARGA, KUALIFIKASI, PEMBUKTIAN, TEKNIS, at, bidder, package
from tests.happenings import deadline, listing_act, price_opening

NILAI, BIAYA = Method.SISTEM_NILAI, Method.KUALITAS_BIAYA
AMBANG, TERENDAH = Method.HARGA_TERENDAH_AMBANG_BATAS, Method.BIAYA_TERENDAH
KUALITAS, PAGU = Method.KUALITAS, Method.PAGU_ANGGARAN
# The smallest step that a package can write.
STEP = Decimal("0.000001")
_OF_SELEKSI = (BIAYA, KUALITAS, PAGU, TERENDAH)


def applicant(name="p1", *, bid=False, second=False, **more):
    """A participant that handed in its qualification, and its bid if told so."""
    given = {"price": None} | more
    times = {
        "kualifikasi": at(4),
        "penawaran": at(12) if bid else None,
        "penawaran_tahap_dua": at(15) if second else None,
    }
    return evolve(bidder(name, **given), submitted=Submitted(**times))


def applicants(count, **more):
    """`p1` and on, each with its qualification handed in."""
    return tuple(applicant(f"p{n}", **more) for n in range(1, count + 1))


def screened(*participants, **terms):
    """A complex Tender at its prakualifikasi; bids and their envelope as told."""
    given = {
        "procedure": ProcedureName.PRAKUALIFIKASI,
        "complex": True,
        "envelope": Envelope.DUA_FILE,
    }
    return package(*participants, **(given | terms))


def invited(*participants, events=(), listed=None, **terms):
    """The same with its list determined and bids due; `listed` is everybody unless told."""
    names = [who.id for who in participants] if listed is None else listed
    gone_on = (listing_act(*names), deadline(), *events)
    return screened(*participants, events=gone_on, **terms)


def scored_criterion(name="s", weight="100", *, threshold=None, highest="100", unsur=None):
    """A criterion that takes scores."""
    least = None if threshold is None else Decimal(threshold)
    terms = {"weight": Decimal(weight), "max_score": Decimal(highest), "threshold": least}
    return Criterion(name, f"mutu {name}", f"LDP {name}", unsur=unsur, **terms)


def scored(stage, threshold="60", weight=None, criteria=None):
    """What the document asks at a scored stage: one criterion and a threshold of the total."""
    share = None if weight is None else Decimal(weight)
    limit = None if threshold is None else Decimal(threshold)
    found = criteria or (scored_criterion(),)
    return {stage: Requirements(criteria=found, weight=share, threshold=limit)}


def score(stage, participant, value, criterion="s", *, by="m1 m2 m3", when=None):
    """A score, joint by all three members unless told otherwise."""
    members = tuple(by.split())
    moment = when or at(16)
    return Assessment(stage, participant, members, moment, criterion, score=Decimal(value))


def seleksi(*participants, scores=None, qualification=None, asks=None, **terms):
    """A Seleksi of consultants as firms; `scores` and `qualification` by participant."""
    marks = [score(TEKNIS, who, value) for who, value in (scores or {}).items()]
    marks += [score(KUALIFIKASI, who, value) for who, value in (qualification or {}).items()]
    given = {
        "category": Category.JASA_KONSULTANSI_BADAN_USAHA,
        "procedure": ProcedureName.PRAKUALIFIKASI,
        "envelope": Envelope.DUA_FILE,
        "method": Method.KUALITAS,
        "contract": Contract.LUMSUM,
        "general": (ADMINISTRASI, PEMBUKTIAN),
        "asks": scored(KUALIFIKASI) | scored(TEKNIS) | (asks or {}),
        "assessments": [*marks, *terms.pop("assessments", ())],
    }
    return package(*participants, **(given | terms))


def shortlisted(values, **terms):
    """A Seleksi before its bids, with the qualification scores of `p1` and on."""
    scores = {f"p{n}": value for n, value in enumerate(values, 1)}
    return seleksi(*map(applicant, scores), qualification=scores, **terms)


def marks(values, criteria="ab"):
    """Technical scores on each criterion in turn, by participant."""
    return [
        score(TEKNIS, who, value, criterion)
        for who, given in values.items()
        for criterion, value in zip(criteria, given, strict=True)
    ]


def demands(*criteria, threshold="60", technical="70", method=NILAI):
    """What the document asks: scored criteria with a threshold, and weights where they count."""
    if method not in WEIGHED:
        return scored(TEKNIS, threshold, criteria=criteria)
    price = {HARGA: Requirements(weight=100 - Decimal(technical))}
    return scored(TEKNIS, threshold, technical, criteria) | price


def contest(method, *bids, technical="70", criteria=(), threshold="60", asks=None, **more):
    """A tender under `method`; a Seleksi is one of individuals, which needs no prakualifikasi."""
    seleksi = method in _OF_SELEKSI
    terms = {
        "method": method,
        "category": Category.JASA_KONSULTANSI_PERORANGAN if seleksi else Category.BARANG,
        "envelope": Envelope.DUA_FILE,
        "contract": Contract.LUMSUM,
        "events": [price_opening()],
    } | more
    given = [score(TEKNIS, name, value) for name, value, _ in bids if value is not None]
    terms["assessments"] = [*given, *terms.get("assessments", ())]
    wanted = demands(*criteria, threshold=threshold, technical=technical, method=method)
    people = [
        bidder(name, price=None) if total is None else bidder(name, total)
        for name, _, total in bids
    ]
    return package(*people, asks=wanted | (asks or {}), **terms)


def with_life(name, total, operating, maintenance, residual):
    """A bidder that says what its offer costs and leaves over its life."""
    who = bidder(name, total)
    years = [tuple(map(Decimal, costs)) for costs in (operating, maintenance)]
    price = evolve(reveal_for_storage(who.price), life_cycle=LifeCycle(*years, Decimal(residual)))
    return evolve(who, price=Sealed(price))


def lives(*bidders, years=2):
    """A purchase that is compared over its life."""
    return package(
        *bidders,
        method=Method.UMUR_EKONOMIS,
        category=Category.BARANG,
        envelope=Envelope.DUA_FILE,
        contract=Contract.LUMSUM,
        events=[price_opening()],
        asks={HARGA: Requirements(operating_years=years)},
    )


def ranked(evaluation):
    """The order as pairs of rank and name."""
    return [(place.rank, place.participant) for place in evaluation.ranking]
