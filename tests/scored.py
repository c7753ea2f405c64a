"""Packages of the scored methods for tests: two files, a panel's scores, prices that were opened.

`contest()` takes bids as (name, technical score, total) and is otherwise `builders.package()`. A
score or a total that is `None` is not there yet.
"""

from decimal import Decimal

from tender.events import PriceOpening
from tender.model import Assessment, Criterion, Requirements
from tender.terms import Category, Contract, Envelope, Method
from tests.builders import HARGA, TEKNIS, asked, at, bidder, package

SELEKSI = (Method.KUALITAS_BIAYA, Method.KUALITAS, Method.PAGU_ANGGARAN, Method.BIAYA_TERENDAH)
WEIGHED = (Method.SISTEM_NILAI, Method.KUALITAS_BIAYA)
OPENED = PriceOpening(at(18))


def weighs(name="s1", weight="100", threshold=None, highest="100", unsur=None):
    """A scored criterion; alone it is the whole technical score."""
    least = None if threshold is None else Decimal(threshold)
    title, clause = f"unsur {name}", f"LDP {name}"
    return Criterion(name, title, clause, Decimal(weight), least, Decimal(highest), unsur)


def scored(name, value, criterion="s1", *, by="m1 m2 m3", when=None, stage=TEKNIS):
    """A score, joint by all three members unless told otherwise."""
    members = tuple(by.split())
    return Assessment(stage, name, members, when or at(16), criterion, score=Decimal(value))


def demands(*criteria, threshold="60", technical="70", method=Method.SISTEM_NILAI):
    """What the document asks: scored criteria with a threshold, and weights where they count."""
    least = None if threshold is None else Decimal(threshold)
    weight = Decimal(technical) if method in WEIGHED else None
    terms = {"criteria": criteria or (weighs(),), "threshold": least, "weight": weight}
    made = asked(TEKNIS, **terms)
    if weight is not None:
        made[HARGA] = Requirements(weight=100 - weight)
    return made


def contest(method, *bids, technical="70", criteria=(), threshold="60", asks=None, **more):
    """A tender under `method`; a Seleksi is one of individuals, which needs no prakualifikasi."""
    seleksi = method in SELEKSI
    category = Category.JASA_KONSULTANSI_PERORANGAN if seleksi else Category.BARANG
    terms = {
        "method": method,
        "category": category,
        "envelope": Envelope.DUA_FILE,
        "contract": Contract.LUMSUM,
        "events": [OPENED],
    } | more
    given = [scored(name, value) for name, value, _ in bids if value is not None]
    terms["assessments"] = [*given, *terms.get("assessments", ())]
    wanted = demands(*criteria, threshold=threshold, technical=technical, method=method)
    people = [
        bidder(name, price=None) if total is None else bidder(name, total)
        for name, _, total in bids
    ]
    return package(*people, asks=wanted | (asks or {}), **terms)


def ranked(evaluation):
    """The order as pairs of rank and name."""
    return [(place.rank, place.participant) for place in evaluation.ranking]
