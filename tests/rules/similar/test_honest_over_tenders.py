"""Bidders who have nothing to do with each other join nobody, over many tenders too."""

import datetime as dt
from decimal import Decimal
from random import Random

from attrs import evolve

from tender_engine.model import Equipment, FileProperties, Person
from tender_engine.terms import PropertiesOf
from tender_rules.stages.administration import Bond
from tests.builders import ADMINISTRASI, at, bidder, known, package
from tests.rules.similar.tenders import overview

FIRMS, TENDERS, BIDDERS, VALID = 24, 24, 6, 5
BANKS = ("Bank Satu", "Bank Dua", "Bank Tiga")


def firm(n, tender, id):  # noqa: A002
    """Firm `n` as it bids in a tender: what is its own, and what all have from somewhere.

    Its engineer changes to the next firm every four tenders, and its excavator is hired by the
    week. Two firms are in one building, a third of them bank with one bank, and all calculate with
    one of two programs.
    """
    engineer, machine = (n + tender // 4) % FIRMS, (n + tender) % FIRMS
    bond = Bond(Decimal(20_000_000), dt.date(2022, 12, 1), f"{tender:03d}-{n:03d}", BANKS[n % 3])
    files = FileProperties("rab", PropertiesOf.OTHER, software=f"Estimator {n % 2}", author=f"o{n}")
    when = evolve(bidder(id).submitted, penawaran=at(12) + dt.timedelta(7 * tender))
    return evolve(
        bidder(id, str(1_000_000_000 + 7_919 * n + tender)),
        name=f"PT Usaha {n:02d}",
        npwp=f"0{n + 1:09d}012345",
        submitted=when,
        address=f"Jalan Melati {n // 2}",
        officers=(Person(f"Direktur {n:02d}", nik=f"31740102030{n:05d}"),),
        key_personnel=(Person(f"Ahli {engineer}", nik=f"32750102030{engineer:05d}"),),
        equipment=(Equipment("a1", "Ekskavator", serial=f"KMT-{machine:03d}"),),
        file_metadata=(files,),
        facts={ADMINISTRASI: known(bid_bond=bond, bid_validity_days=VALID)},
    )


def test_honest_bidders_over_many_tenders_join_nobody():
    """Their people and machines are told where they stand, and make no edge."""
    rng = Random(16)
    tenders = (
        package(
            *(
                firm(n, tender, f"p{place}")
                for place, n in enumerate(rng.sample(range(FIRMS), BIDDERS), 1)
            )
        )
        for tender in range(TENDERS)
    )
    found = overview(*tenders)
    kinds = {fact.kind for fact in found.similarities}

    assert {"nik", "nomor_seri", "alamat", "penerbit_jaminan", "perangkat_lunak"} <= kinds
    assert len(found.who.bidders) == FIRMS
    assert found.groups == ()
    assert {met.edge for met in found.pairs} == {None}
    assert not {kind for kind in kinds if kind.endswith("bersamaan")}
