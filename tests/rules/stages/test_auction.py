"""E-reverse auction with two bids: who may be auctioned, and what it does to a price.

Perpres 16/2018 Pasal 50 ayat (11); Peraturan LKPP 9/2018, from 2 June 2021 12/2021 (3.8 huruf b).
"""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import RankingDecision
from tender_engine.terms import Category, Envelope, Method
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    hps,
    judged,
    needs,
    package,
    refusal,
    unverified,
    verdict,
)
from tests.clarified import preferred, reading
from tests.happenings import auction, award, gone, price_opening
from tests.procurements import applicants, contest, invited, ranked

SEN, LEAST = Decimal("0.01"), Decimal("0.000001")
RULE = "auction.price"
P1, P2, P3 = bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000")
HELD = auction(p1="1090000000", p2="1080000000")
BEFORE, SINCE = dt.date(2021, 6, 1), dt.date(2021, 6, 2)
BY_PROOF = reading("auction.with_two", "dua_masuk_lulus_pembuktian")


def two(*events, **more):
    """Two bids that pass everything."""
    return package(P1, P2, events=events, **more)


def test_it_lowers_what_is_compared_and_what_the_contract_is_at():
    """p2 came to less than p1: it wins at 1.080.000.000; corrected totals stay what they were."""
    evaluation = evaluated(two(HELD))
    price = evaluation.price("p2")

    assert ranked(evaluation) == [(1, "p2"), (2, "p1")]
    assert [(place.by, place.figure) for place in evaluation.ranking] == [
        ("harga_reverse_auction", Decimal(1_080_000_000)),
        ("harga_reverse_auction", Decimal(1_090_000_000)),
    ]  # fmt: skip
    assert price.corrected_total == Decimal(1_150_000_000)
    assert price.reverse_auction_total == price.final_total == Decimal(1_080_000_000)
    assert price.performance_bond == Decimal(54_000_000)  # 5 % of 1.080.000.000
    assert (evaluation.state, evaluation.winner, evaluation.next) == ("dihitung", "p2", None)
    assert {"auction.prices", "auction.with_two"} <= {
        value.param for value in finding(evaluation, HARGA, RULE).values
    }
    assert "bond.after_auction" in unverified(evaluation)


@pytest.mark.parametrize(
    ("total", "passes"),
    [
        ("1099999999.999999", True),
        ("1100000000", True),
        ("1100000000.000001", False),
        ("1100000000.01", False),
    ],
)
def test_no_price_goes_up_in_an_auction(total, passes):
    """At the corrected total it stays; the least above it is no result, and it is asked again."""
    evaluation = evaluated(two(auction(p1=total, p2="1150000000")))
    found = finding(evaluation, HARGA, RULE)

    assert found.verdict == ("lulus" if passes else "belum_dinilai")
    assert needs(evaluation) == (
        [] if passes else [("evaluasi_harga", "p1", "reverse_auction", "hasil_reverse_auction")]
    )
    assert Decimal(found.facts["harga_terkoreksi"]) == 1_100_000_000
    assert Decimal(found.facts["harga_reverse_auction"]) == Decimal(total)
    if not passes:
        assert evaluation.price("p1").final_total == Decimal(1_100_000_000)
        assert evaluation.ranking == ()


@pytest.mark.parametrize(
    ("totals", "awaited"),
    [({}, ["p1", "p2"]), ({"p1": "1"}, ["p2"]), ({"p2": "1000000000"}, ["p1"])],
)
def test_a_total_that_is_missing_is_awaited(totals, awaited):
    """An auction was held, and what it came to is not written down yet."""
    entries = [judged(HARGA, "memenuhi", "p1", "kewajaran_harga", when=at(18))]
    evaluation = evaluated(two(auction(**totals), assessments=entries))

    assert [(who, code) for _, who, _, code in needs(evaluation)] == [
        (name, "hasil_reverse_auction") for name in awaited
    ]
    assert evaluation.state == "menunggu"


def test_who_is_above_the_hps_is_not_rescued():
    """It is the corrected bid that the HPS bounds; the auction is of prices that may be taken."""
    high = bidder("p2", "1221000000.01")
    given = package(P1, high, events=[auction(p1="1090000000", p2="1000000000")])
    evaluation = evaluated(given)

    assert verdict(evaluation, HARGA, "p2") == "gugur"
    assert (evaluation.winner, evaluation.reserves) == ("p1", ())


@pytest.mark.parametrize(
    ("held", "next_"), [((), "reverse_auction"), ((auction(held=False),), None), ((HELD,), None)]
)
def test_two_bids_may_be_auctioned_until_that_is_decided(held, next_):
    """`next` says so and nothing waits; a decision not to hold one is a decision."""
    evaluation = evaluated(two(*held))

    assert (evaluation.next, evaluation.state) == (next_, "dihitung")


def test_an_auction_that_was_not_held_changes_nothing():
    """Corrected totals rank, under their own name."""
    evaluation = evaluated(two(auction(held=False)))

    assert {place.by for place in evaluation.ranking} == {"harga_terkoreksi"}
    assert [p.reverse_auction_total for p in evaluation.prices] == [None, None]
    assert finding(evaluation, HARGA, RULE) is None
    assert (evaluation.stages, evaluation.notices) == (
        evaluated(two()).stages, evaluated(two()).notices,
    )  # fmt: skip


def test_the_later_decision_counts():
    """Deciding against another undoes none that was held; a later one that was replaces it."""
    against = auction(held=False, day=18)

    for events in ((HELD, against), (against, HELD)):
        evaluation = evaluated(two(*events))
        assert (evaluation.winner, evaluation.next) == ("p2", None)
    again = auction(day=19, p1="1000000000", p2="1010000000")
    for events in ((HELD, again), (again, HELD)):
        assert evaluated(two(*events)).price("p1").final_total == Decimal(1_000_000_000)


@pytest.mark.parametrize("count", [1, 3])
def test_with_one_or_three_there_is_none_to_come(count):
    """And one that was held all the same is refused."""
    bids = (P1, P2, P3)[:count]

    assert evaluated(package(*bids)).next != "reverse_auction"
    held = auction(**{who.id: "1000000000" for who in bids})
    assert refusal(package(*bids, events=[held])) == [("ATR036", "events.0.held")]


# Two readings by date, and a third that the document may choose.


@pytest.mark.parametrize(
    ("day", "param", "allowed"),
    [
        (BEFORE, None, True),
        (SINCE, None, False),
        (SINCE, "dua_masuk_lulus_pembuktian", False),
    ],
)
def test_two_of_three_that_pass_technical_could_be_auctioned_until_june_2021(day, param, allowed):
    """9/2018 asks only that two passed; from 2 June 2021 two have to have come in."""
    chosen = {"regulation": reading("auction.with_two", param)} if param else {}
    terms = {"assessments": failed(TEKNIS, "p3"), "announced_on": day, **chosen}
    open_ = package(P1, P2, P3, **terms)
    held = package(P1, P2, P3, events=[HELD], **terms)

    assert (evaluated(open_).next == "reverse_auction") == allowed
    if allowed:
        assert evaluated(held).winner == "p2"
    else:
        assert refusal(held) == [("ATR036", "events.0.held")]


@pytest.mark.parametrize(
    ("stage", "regulation", "allowed"),
    [
        (ADMINISTRASI, None, False),
        (TEKNIS, None, False),
        (PEMBUKTIAN, None, True),
        (PEMBUKTIAN, BY_PROOF, False),
        (None, BY_PROOF, True),
    ],
)
def test_both_have_to_pass_technical_and_in_one_reading_the_proof(stage, regulation, allowed):
    """Where one of the two fell; under the guide of SPSE 4.4 the proof counts too."""
    falls = failed(stage, "p2") if stage else []
    given = two(HELD, assessments=falls, regulation=regulation)

    if allowed:
        assert evaluated(given).price("p1").reverse_auction_total == Decimal(1_090_000_000)
    else:
        assert refusal(given) == [("ATR036", "events.0.held")]


def test_once_one_of_two_has_fallen_nothing_is_left_to_auction():
    """Two passed technical, one fell at the proof: one is left, and talked over."""
    evaluation = evaluated(two(assessments=failed(PEMBUKTIAN, "p2")))

    assert (evaluation.winner, evaluation.reserves, evaluation.next) == (
        "p1",
        (),
        "negosiasi",
    )


@pytest.mark.parametrize("regulation", [None, BY_PROOF])
def test_while_it_is_open_who_passes_nobody_is_refused(regulation):
    """One member's word is missing at technical, or at the proof where that counts."""
    stage = TEKNIS if regulation is None else PEMBUKTIAN
    silent = [judged(stage, "memenuhi", "p2", by="m1")]
    evaluation = evaluated(two(HELD, assessments=silent, regulation=regulation))

    assert evaluation.state == "menunggu"


def test_a_bid_that_left_before_the_auction_leaves_one():
    """Two came in and one withdrew at technical: they are not two that pass."""
    left = gone("p2", TEKNIS)

    assert evaluated(two(left)).next == "negosiasi"
    assert refusal(two(HELD, left)) == [("ATR036", "events.0.held")]


# Ties, acts, and for whom it is.


def test_equal_prices_after_an_auction_await_the_pokja():
    """As any equal ones; decided, they have their order."""
    equal = auction(p1="1000000000", p2="1000000000")
    settled = RankingDecision(at(18), ("m1", "m2"), ("p2", "p1"), "dibahas")
    open_, decided = evaluated(two(equal)), evaluated(two(equal, settled))

    assert {need for *_, need in needs(open_)} == {"keputusan_peringkat"}
    assert ranked(decided) == [(1, "p2"), (2, "p1")]


def test_equal_bids_that_an_auction_parted_need_no_decision():
    """1.100.000.000 both; in the auction one went a millionth lower."""
    given = package(
        P1, bidder("p2"), events=[auction(p1="1100000000", p2=Decimal("1100000000") - LEAST)]
    )
    evaluation = evaluated(given)

    assert needs(evaluation) == []
    assert ranked(evaluation) == [(1, "p2"), (2, "p1")]


def test_an_act_is_set_beside_what_the_auction_came_to():
    """Who would have won before it is another."""
    assert evaluated(two(HELD, award("p2", "p1"))).state == "ditetapkan"
    assert "TINDAKAN_BERBEDA" in codes(evaluated(two(HELD, award("p1", "p2"))))


@pytest.mark.parametrize(
    ("total", "bond"),
    [
        ("800000000", "40000000"),
        ("799999999.999999", "50000000"),
        ("800000000.000001", "40000000.00000005"),
    ],
)
def test_the_bond_is_on_what_the_auction_came_to(total, bond):
    """HPS Rp1 miliar: below 80 percent 5 % of the HPS, from there on of the auction's total."""
    given = package(
        bidder("p1", "900000000"),
        bidder("p2", "950000000"),
        hps=hps("1000000000", lines=None),
        events=[auction(p1=total, p2="940000000")],
        assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga", when=at(18))],
    )

    assert evaluated(given).price("p1").performance_bond == Decimal(bond)


def test_a_method_that_counts_more_than_the_price_has_none():
    """Sistem nilai is refused by name, and nothing is announced for it."""
    bids = [("p1", 80, "1100000000"), ("p2", 80, "1150000000")]
    held = contest(Method.SISTEM_NILAI, *bids, technical="60", events=[price_opening(), HELD])

    assert refusal(held) == [("ATR001", "events.1.type")]
    assert evaluated(contest(Method.SISTEM_NILAI, *bids, technical="60")).next is None


def test_a_seleksi_has_none():
    """By Pagu Anggaran or Biaya Terendah of two individuals."""
    for method in (Method.PAGU_ANGGARAN, Method.BIAYA_TERENDAH):
        bids = [("p1", 80, "1100000000"), ("p2", 70, "1150000000")]
        held = contest(method, *bids, events=[price_opening(), HELD])
        assert refusal(held) == [("ATR001", "events.1.type")]
        assert evaluated(contest(method, *bids)).next == "negosiasi"


def test_a_preference_and_an_auction_do_not_go_together():
    """No text that was read says which comes first; below the line of Pasal 67 there is none."""
    goods = {"category": Category.BARANG, "asks": preferred()}
    small = {"hps": hps("1000000000", lines=None)}
    bids = bidder("p1", "900000000"), bidder("p2", "950000000")
    held = auction(p1="890000000", p2="880000000")

    assert refusal(two(HELD, **goods)) == [("ATR001", "events.0.type")]
    assert evaluated(package(*bids, events=[held], **goods, **small)).winner == "p2"
    assert evaluated(package(*bids, **goods, **small)).next == "reverse_auction"
    assert evaluated(two(**goods)).next is None


def test_over_a_threshold_the_lowest_price_may_be_auctioned():
    """Harga terendah ambang batas, in two files, after the opening of prices."""
    bids = [("p1", 80, "1100000000"), ("p2", 70, "1150000000")]
    held = contest(Method.HARGA_TERENDAH_AMBANG_BATAS, *bids, events=[price_opening(16), HELD])

    assert evaluated(held).winner == "p2"
    assert evaluated(contest(Method.HARGA_TERENDAH_AMBANG_BATAS, *bids)).next == "reverse_auction"


def test_after_a_prakualifikasi_two_bids_of_three_invited_may_be_auctioned():
    """Two came in; their proof was passed before, which serves the third reading as well."""
    first, second, third = applicants(3, bid=True)
    firms = (
        evolve(first, price=P1.price),
        evolve(second, price=P2.price),
        evolve(third, submitted=evolve(third.submitted, penawaran=None)),
    )
    for regulation in (None, BY_PROOF):
        terms = {"envelope": Envelope.SATU_FILE, "regulation": regulation}
        assert evaluated(invited(*firms, **terms)).next == "reverse_auction"
        assert evaluated(invited(*firms, events=(HELD,), **terms)).winner == "p2"


@pytest.mark.parametrize(
    ("regulation", "proof", "told"),
    [(None, 17, False), (None, 18, False), (BY_PROOF, 17, False), (BY_PROOF, 18, True)],
)
def test_an_auction_before_what_it_comes_after_is_told(regulation, proof, told):
    """Held on the 17th; technical on the 16th. The proof counts in the third reading only."""
    given = two(HELD, regulation=regulation, general=(ADMINISTRASI, TEKNIS, "evaluasi_kualifikasi"),
                assessments=[judged(PEMBUKTIAN, when=at(proof))])  # fmt: skip
    messages = [n.message for n in evaluated(given).notices if n.code == "URUTAN_WAKTU"]

    assert any(message.startswith("Reverse auction tercatat") for message in messages) == told


@pytest.mark.parametrize(
    ("value", "bond"),
    [("harga_reverse_auction", "50000000"), ("harga_sebelum_auction", "39500000")],
)
def test_a_document_may_measure_the_eighty_percent_before_the_auction(value, bond):
    """900.000.000 to 790.000.000 of HPS Rp1 miliar: 5 % of the HPS, or 5 % of 790.000.000."""
    given = package(
        bidder("p1", "900000000"),
        bidder("p2", "950000000"),
        hps=hps("1000000000", lines=None),
        events=[auction(p1="790000000", p2="940000000")],
        assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga", when=at(18))],
        regulation=reading("bond.after_auction", value),
    )

    assert evaluated(given).price("p1").performance_bond == Decimal(bond)
