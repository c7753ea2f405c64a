"""Penawaran yang dievaluasi: the N lowest with refill, against a simulation on small cases."""

from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.findings import Verdict
from tender_engine.model import Requirements
from tender_engine.terms import ProofScope, StageId
from tests.asking_anew import evaluated_anew
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    bidder,
    evaluated,
    failed,
    finding,
    hps,
    judged,
    package,
    verdict,
)
from tests.tries import tries

POOL = StageId.PENAWARAN_DIEVALUASI
LATER = (ADMINISTRASI, KUALIFIKASI, TEKNIS, HARGA, PEMBUKTIAN)
EARLY_FATES = {"admin": ADMINISTRASI, "kual": KUALIFIKASI, "teknis": TEKNIS}
FATES = [*EARLY_FATES, "bukti", "lulus", "terbuka"]
HPS = 100


def lowest(places, **more):
    """A document that evaluates the `places` lowest bids and proves all who pass the price."""
    scope = asked(PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA)
    return {POOL: Requirements(lowest=places, clause="LDP huruf E", **more)} | scope


def pooled(totals, places, fates=None, **more):
    """Bids `p1`, `p2`, ... of these totals (`None` is unknown), each with its fate."""
    bidders, assessments = [], []
    for number, total in enumerate(totals, 1):
        name = f"p{number}"
        price = {"price": None} if total is None else {"total": Decimal(total)}
        bidders.append(bidder(name, **price))
        fate = (fates or {}).get(name, "lulus")
        if fate in EARLY_FATES:
            assessments += failed(EARLY_FATES[fate], name)
        elif fate == "bukti":
            assessments += failed(PEMBUKTIAN, name)
        elif fate == "terbuka":  # one member's exception reopens the question
            assessments.append(judged(TEKNIS, "memenuhi", name, by="m1"))
    terms = {"asks": lowest(places), "hps": hps(HPS, lines=None)} | more
    return evaluated(package(*bidders, assessments=assessments, **terms))


def simulated(totals, places, fates):
    """Who is reached, by playing the rule: fill, let fall, refill, prove, and anew if all are out.

    A fall up to the price frees its place; one at the proof only once everybody has fallen; an
    unknown price holds its place.
    """
    unknown = totals.count(None)
    known = sorted((total, n) for n, total in enumerate(totals, 1) if total is not None)
    groups = [[f"p{n}" for _, n in group] for _, group in groupby(known, key=lambda pair: pair[0])]
    early = {f"p{n}" for total, n in known if total > HPS}
    early |= {name for name, fate in fates.items() if fate in EARLY_FATES}
    out = early | {name for name, fate in fates.items() if fate == "bukti"}
    out -= {name for name, fate in fates.items() if fate == "terbuka"}
    early &= out
    reached, generation = [], []
    while groups:
        holders = unknown + sum(name not in early for name in generation)
        if holders < places:
            names = groups.pop(0)
            reached += names
            generation += names
        elif not unknown and all(name in out for name in reached):
            generation = []
        else:
            break
    return set(reached)


@tries(100)
@given(
    totals=st.lists(
        st.none() | st.sampled_from([81, 82, 83, 84, 101]), min_size=1, max_size=7
    ).filter(any),
    places=st.integers(1, 3),
    data=st.data(),
)
def test_the_pool_is_the_simulated_one(totals, places, data):
    """Who is reached, who is left alone, and exactly one `tidak_dievaluasi` for each of those."""
    names = [f"p{n}" for n in range(1, len(totals) + 1)]
    fates = {name: data.draw(st.sampled_from(FATES), label=name) for name in names}
    evaluation = pooled(totals, places, fates)
    priced = {name for name, total in zip(names, totals, strict=True) if total is not None}
    reached = simulated(totals, places, fates)
    assert evaluated_anew(evaluation.given) == evaluation

    for name in names:
        verdicts = [verdict(evaluation, stage, name) for stage in (POOL, *LATER)]
        if name in reached:
            assert verdicts[:3] != [None] * 3
            assert "tidak_dievaluasi" not in verdicts
        elif name in priced:
            assert verdicts == ["tidak_dievaluasi"] + [None] * 5
        else:
            assert verdicts == [None] * 6


def reached(evaluation):
    """Who was let in."""
    return list(evaluation.stage(POOL).of(Verdict.LULUS))


def test_without_a_number_everybody_is_evaluated():
    """The document's silence lets everybody in (format, the pool)."""
    evaluation = evaluated(package(bidder("p1"), bidder("p2", "1150000000")))

    assert reached(evaluation) == ["p1", "p2"]
    assert finding(evaluation, POOL, "pool.lowest").values == ()


def test_equals_of_the_nth_enter_with_it():
    """Two lowest of 81, 82, 82, 83: three enter."""
    assert reached(pooled([81, 82, 82, 83], 2)) == ["p1", "p2", "p3"]


@pytest.mark.parametrize("fate", EARLY_FATES)
def test_a_fall_up_to_the_price_frees_the_place(fate):
    """The next lowest enters at administration."""
    assert reached(pooled([81, 82, 83, 84], 2, {"p1": fate})) == ["p1", "p2", "p3"]


def test_a_fall_at_the_proof_frees_nothing_while_one_is_left():
    """One of two falls at the proof: no refill; the other wins without a reserve."""
    evaluation = pooled([81, 82, 83], 2, {"p1": "bukti"})

    assert reached(evaluation) == ["p1", "p2"]
    assert (evaluation.winner, evaluation.reserves) == ("p2", ())
    assert verdict(evaluation, POOL, "p3") == "tidak_dievaluasi"


def test_when_all_are_out_the_pool_is_filled_anew():
    """Both fall at the proof: the next two enter together."""
    evaluation = pooled([81, 82, 83, 84, 85], 2, {"p1": "bukti", "p2": "bukti"})

    assert reached(evaluation) == ["p1", "p2", "p3", "p4"]
    assert (evaluation.winner, evaluation.reserves) == ("p3", ("p4",))


def test_an_unknown_price_holds_its_place():
    """It might be the lowest: of two places one stays for it, and the tender waits."""
    evaluation = pooled([82, 83, None], 2)

    assert reached(evaluation) == ["p1"]
    assert evaluation.state == "menunggu"


def test_an_undecided_bid_holds_its_place():
    """A bid whose technical judgement is open is not replaced."""
    assert reached(pooled([81, 82, 83], 2, {"p1": "terbuka"})) == ["p1", "p2"]


def test_nobody_enters_the_proof_while_a_refill_is_undecided():
    """A bid that moved up and is still judged could be a reserve: nobody is called before it."""
    scope = {PEMBUKTIAN: asked(PEMBUKTIAN)[PEMBUKTIAN], POOL: Requirements(lowest=2)}
    fates = {"p1": "teknis", "p3": "terbuka"}
    evaluation = pooled([81, 82, 83], 2, fates, asks=scope)

    assert reached(evaluation) == ["p1", "p2", "p3"]
    assert evaluation.stage(PEMBUKTIAN).verdicts == ()
    assert evaluation.stage(StageId.PENETAPAN).verdicts == ()


def test_the_reading_of_the_refill_is_in_the_record():
    """The rule is practice, not text: the value is cited as unverified, with the clause."""
    found = finding(pooled([81, 82], 1), POOL, "pool.lowest")

    assert [(v.param, str(v.source)) for v in found.values] == [("pool.refill", "unverified")]
    assert found.citations[0].clause == "LDP huruf E"
