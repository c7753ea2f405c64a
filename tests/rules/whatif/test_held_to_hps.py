"""Boundaries of the HPS at which something else than a price turns: bonds, preference, SKN."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.model import Member
from tender_engine.terms import Category, Contract
from tender_rules import flips, national
from tender_rules.stages.administration import Bond
from tender_rules.stages.skn import FactorsAsked, Finances
from tests.builders import ADMINISTRASI, KUALIFIKASI, asked, bidder, hps, known, package
from tests.clarified import local, preferred

TEN = Decimal(10_000_000_000)
VALID = dt.date(2022, 12, 31)


def tender(*bidders, total, **terms):
    """A lumsum without lines, whose budget lets the HPS be more."""
    pagu = Decimal(total) * 2
    return package(
        *bidders, contract=Contract.LUMSUM, hps=hps(total, lines=None), pagu=pagu, **terms
    )


def of_the_hps(given):
    """What is told of the total HPS: the boundary, what waits or wins beyond it, and which way."""
    found = flips(given, national())
    assert found.outcome.winner == "p1"
    return {
        (each.exact, (each.above if Decimal(each.after) > Decimal(each.before) else each.below))
        for each in (*found.flips, *found.to_waiting)
        if each.kind == "hps"
    }


def told(given):
    """The same as boundary, kind and winner."""
    return {(exact, side.kind, side.winner) for exact, side in of_the_hps(given)}


def test_above_ten_billion_a_bond_is_due():
    """9.95 billion asks none; from 10 billion on nobody knows of one."""
    bids = (bidder("p1", "9500000000"), bidder("p2", "9600000000"))

    assert (TEN, "menunggu", None) in told(tender(*bids, total="9950000000"))


def test_the_least_bond_of_the_law_grows_with_the_hps():
    """One percent: 103 million is enough up to 10.3 billion, then only the other has enough."""

    def bid(name, total, bond):
        facts = {ADMINISTRASI: {"bid_bond": Bond(Decimal(bond), VALID)}}
        return bidder(name, total, facts=facts)

    bids = bid("p1", "9500000000", "103000000"), bid("p2", "9600000000", "200000000")

    assert (Decimal("10300000000"), "pemenang", "p2") in told(tender(*bids, total="10200000000"))


def test_above_a_billion_a_preference_is_given():
    """860 with TKDN 40 and a preference of 25 percent counts as 729, less than 800."""
    bids = local("p1", "850000000", "0"), local("p2", "860000000", "40")
    given = tender(*bids, total="990000000", category=Category.BARANG, asks=preferred("25"))

    assert (Decimal(1_000_000_000), "pemenang", "p2") in told(given)


@pytest.mark.parametrize("joint", [True, False])
def test_skn_of_each_member_is_held_to_the_hps(joint):
    """Half of the HPS is asked, and 5 times 0.9 times 120 million is 540: up to 1,080."""

    def finances(equity):
        return {KUALIFIKASI: {"skn": Finances(Decimal(equity), ())}}

    own, more = finances(120_000_000), finances(900_000_000)
    first = bidder(
        "p1", "900000000", facts={ADMINISTRASI: {"kso_agreement": True}} if joint else own
    )
    if joint:
        members = (("a", more), ("b", own))
        facts = {name: {KUALIFIKASI: known(**of[KUALIFIKASI])} for name, of in members}
        kso = tuple(Member(name, f"PT {name}", facts=facts[name]) for name, _ in members)
        first = evolve(first, members=kso)
    asks = asked(KUALIFIKASI, skn=FactorsAsked(Decimal("0.9"), Decimal(5), Decimal("0.5")))
    given = tender(first, bidder("p2", "910000000", facts=more), total="1000000000", asks=asks)

    assert (Decimal(1_080_000_000), "pemenang", "p2") in told(given)
