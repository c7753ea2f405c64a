"""Each red flag raised and not raised, on both sides of its threshold, and what is left out."""

import re
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.events import Deadline
from tender_engine.findings import Source
from tender_engine.model import Member
from tender_engine.terms import Envelope, Phase
from tender_rules.red_flags.flag_writing import flags_list
from tender_rules.red_flags.looking import FLAGS, red_flags
from tender_rules.similar.across.overview_writing import overview_dict
from tests.builders import (
    ADMINISTRASI,
    TEKNIS,
    at,
    bidder,
    failed,
    package,
)
from tests.happenings import award, gone, price_opening
from tests.procurements import NILAI, applicant, contest, screened
from tests.rules.similar.tenders import determined, overview

LOW, MIDDLE, HIGH = "1000000000", "1050000000", "1100000000"
OLD, OTHER = "0012345678901000", "0098765432109000"
COMPUTED = ("R003", "R018", "R024", "R025", "R028", "R035", "R036", "R038", "R058")
BY_CODE = {flag.code: flag for flag in FLAGS}


def found(code, *packages):
    """What the flag found of its first group."""
    (answer,) = red_flags(overview(*packages), [BY_CODE[code]])
    return answer.found[0]


def raised(code, *packages):
    """Where it stands, with the bidders."""
    return [(each.subject, each.participants) for each in found(code, *packages).raised]


def two(one=LOW, other=HIGH, **more):
    """A tender of two that p1 won, unless told otherwise."""
    return determined(bidder("p1", one), bidder("p2", other), **more)


def fallen(*names):
    """The judgements by which these fall at the technical stage."""
    return {"assessments": failed(TEKNIS, *names)}


def closing_on(day, **more):
    """A tender announced on 2 May whose deadline is on `day` of May."""
    until = Deadline(at(3), Phase.PENAWARAN, at(day))
    return package(bidder("p1"), events=(until,), **more)


@pytest.mark.parametrize(("day", "days"), [(16, 14), (17, None)])
def test_r003_fewer_than_fifteen_days(day, days):
    answer = found("R003", closing_on(day))

    assert [each.value for each in answer.raised] == ([days] if days else [])
    assert answer.population == 1


def test_r003_is_of_open_procedures_with_a_deadline_alone():
    answer = found("R003", package(), screened(applicant()))

    assert (answer.population, dict(answer.left_out)) == (
        0,
        {"prakualifikasi": 1, "tanpa_batas_pemasukan": 1},
    )


@pytest.mark.parametrize(
    ("bidders", "told"),
    [
        ((bidder("p1"),), [("1", ("p1",))]),
        ((bidder("p1"), bidder("p2", submitted=False)), [("1", ("p1",))]),
        ((bidder("p1"), bidder("p2")), []),
    ],
)
def test_r018_a_single_bid(bidders, told):
    """Who registered without bidding is no bidder."""
    assert raised("R018", package(*bidders)) == told


def test_r018_counts_no_bid_that_was_withdrawn():
    left = package(bidder("p1"), bidder("p2"), events=(gone("p2", ADMINISTRASI, accepted=True),))

    assert raised("R018", left) == [("1", ("p1",))]


def test_r028_the_same_price_as_it_was_handed_in():
    """Of three; a sen less is another."""
    same = package(bidder("p1", LOW), bidder("p2", HIGH), bidder("p3", LOW))
    near = package(bidder("p1", LOW), bidder("p2", "999999999.99"))

    assert raised("R028", same) == [("1", ("p1", "p3"))]
    assert raised("R028", near) == []
    assert found("R028", package()).left_out == {"kurang_dari_dua_harga": 1}


def test_r028_reads_no_price_that_was_not_opened():
    """Two files before prices are opened."""
    sealed = package(bidder("p1", LOW), bidder("p2", LOW), envelope=Envelope.DUA_FILE)

    assert found("R028", sealed).population == 0


def test_r035_all_others_fell():
    """With another that is valid, without an award, and with a sole bidder it does not stand."""
    three = [bidder("p1", MIDDLE), bidder("p2", LOW), bidder("p3", HIGH)]
    alone = found("R035", determined(*three, **fallen("p2", "p3")))

    assert [(each.participants, each.value) for each in alone.raised] == [(("p1", "p2", "p3"), 2)]
    assert raised("R035", determined(*three, **fallen("p2"))) == []
    assert raised("R035", determined(bidder("p1"))) == []
    assert found("R035", package(*three, **fallen("p2", "p3"))).left_out == {"tanpa_penetapan": 1}


def test_r036_the_lowest_fell():
    """As handed in; where another valid bid has the same lowest price it did not fall."""
    lowest = {"winner": "p2", **fallen("p1")}

    assert raised("R036", two(**lowest)) == [("1", ("p1",))]
    assert raised("R036", two(LOW, LOW, **lowest)) == []
    assert raised("R036", two(HIGH, LOW, **lowest)) == []


def test_r036_where_one_price_is_sealed_nobody_knows_the_lowest():
    """Two files: p1 fell before its price was opened. What lies under seal changes nothing."""
    terms = {"envelope": Envelope.DUA_FILE, "winner": "p2", **fallen("p1")}
    answers = [
        found("R036", two(price, HIGH, events=(price_opening(),), **terms))
        for price in (LOW, "1200000000")
    ]

    assert [(each.population, dict(each.left_out)) for each in answers] == [
        (0, {"harga_belum_dibuka": 1})
    ] * 2


def test_r036_is_told_where_the_award_goes_by_the_price_alone():
    assert found("R036", package()).left_out == {"tanpa_penetapan": 1}
    scored = contest(NILAI, ("p1", "80", LOW), ("p2", "70", HIGH))
    acted = evolve(scored, events=(*scored.events, award("p1", "p2")))

    assert found("R036", acted).left_out == {"bukan_menurut_harga": 1}


def alike(count=9):
    """So many tenders of which the second is 10 percent above the winner."""
    return [two() for _ in range(count)]


@pytest.mark.parametrize(("code", "other"), [("R024", "1000000001"), ("R058", "1200000000")])
def test_r024_and_r058_from_ten_tenders_on(code, other):
    """Nine alike and one that lies out; of nine in all nothing is told."""
    assert raised(code, *alike(9), two(LOW, other)) == [("10", ("10/p1", "10/p2"))]
    few = found(code, *alike(8), two(LOW, other))

    assert (few.population, few.least, few.enough, few.raised) == (9, 10, False, ())


def test_r024_looks_at_the_lowest_winner_of_businesses_alone():
    """Left out: no award, a KSO, one valid bid, a winner that is not the lowest or not valid."""
    joint = Member("a", "PT A", npwp=OLD), Member("b", "PT B", npwp=OTHER)
    agreed = {ADMINISTRASI: {"kso_agreement": True}}
    answer = found(
        "R024",
        package(),
        determined(bidder("p1", LOW), bidder("p2", HIGH, members=joint, facts=agreed)),
        two(**fallen("p2")),
        two(winner="p2"),
        two(winner="p2", **fallen("p2")),
    )

    assert dict(answer.left_out) == {
        "ada_kso": 1,
        "kurang_dari_dua_harga": 1,
        "pemenang_bukan_terendah": 1,
        "pemenang_tidak_sah": 1,
        "tanpa_penetapan": 1,
    }


def numbered(n):
    """A whole NPWP of its own."""
    return f"{n:016d}"


def contests(bids_of_last, won_by_last):
    """Ten tenders of eleven bidders, each of p1 to p10 winning one of five bids or so.

    Tender n is of bidder n, which wins it, of the next four, and of the last in the first
    `bids_of_last`, which wins the first `won_by_last` of these.
    """
    made = []
    for n in range(10):
        names = [(n + step) % 10 for step in range(5)]
        bids = [
            bidder(f"p{name + 1}", str(1_000_000_000 + place * 1_000_000), npwp=numbered(name + 1))
            for place, name in enumerate(names)
        ]
        if n < bids_of_last:
            price = "999000000" if n < won_by_last else "1090000000"
            bids.append(bidder("p99", price, npwp=numbered(99)))
        winner = "p99" if n < won_by_last else bids[0].id
        made.append(determined(*bids, winner=winner))
    return made


@pytest.mark.parametrize(("bids", "won", "told"), [(5, 0, True), (4, 0, False), (5, 1, False)])
def test_r025_seldom_winning_among_those_who_bid_often(bids, won, told):
    """Ten bidders won one of five, a fifth each: Q1 and Q3 are a fifth, and so is the fence.

    Who won none of five is out; of four bids it has fewer than the 75th percentile, five; who won
    one of five is as the others, one of whom then won none of five.
    """
    names = [names for _, names in raised("R025", *contests(bids, won))]

    assert (("1/p99",) in names) is told


def test_r025_knows_bidders_by_their_number():
    answer = found("R025", *(two() for _ in range(3)))

    assert (answer.population, dict(answer.left_out)) == (0, {"tanpa_npwp": 6})


def of_buyer(name, *, fell, bids=4, unit="Dinas"):
    """A tender of a buyer in which so many of its bids fell."""
    made = [bidder(f"p{n}", str(1_000_000_000 + n)) for n in range(1, bids + 1)]
    out = [f"p{n}" for n in range(2, 2 + fell)]
    return package(
        *made, buyer=name, work_unit=unit, assessments=failed(TEKNIS, *out) if out else ()
    )


def test_r038_a_buyer_at_which_far_more_bids_fall():
    """Nine of eleven lose none of eight and one three of four, each from two tenders on."""
    usual = [of_buyer(f"Kabupaten {n}", fell=0, bids=2) for n in range(9) for _ in "12"]
    harsh = [of_buyer("Kota Contoh", fell=3), of_buyer("KOTA  CONTOH", fell=3)]
    once = of_buyer("Kabupaten Sekali", fell=3)
    (answer,) = red_flags(overview(*usual, *harsh, once), [BY_CODE["R038"]])
    buyers, units, bidders = answer.found

    for group, subject in ((buyers, "Kota Contoh"), (units, "Kota Contoh; Dinas")):
        assert (group.population, dict(group.left_out)) == (10, {"terlalu_sedikit": 1})
        assert [(each.subject, each.value, dict(each.facts)) for each in group.raised] == [
            (subject, Fraction(3, 4), {"jumlah": "6", "dari": "8"})
        ]
    assert (bidders.population, bidders.enough) == (0, False)


def test_r038_a_bidder_whose_bids_fall_far_more_often():
    """Ten bidders of two bids each; those of the last fell."""
    made = [
        package(
            *(bidder(f"p{n}", str(1_000_000_000 + n), npwp=numbered(n)) for n in range(1, 11)),
            **fallen("p10"),
        )
        for _ in "12"
    ]
    (answer,) = red_flags(overview(*made), [BY_CODE["R038"]])

    assert [each.subject for each in answer.found[2].raised] == ["1/p10"]


def test_two_flags_are_named_as_not_computed():
    """And every other has a definition, a source that was read, and thresholds with their marks."""
    shown = overview(package())
    told = {flag["code"]: flag for flag in flags_list(red_flags(shown), shown.ask.law)}

    assert [*told] == [flag.code for flag in FLAGS]
    assert sorted(told) == sorted({*COMPUTED, "R030", "R048"})
    assert {code for code, flag in told.items() if flag["not_computed"]} == {"R030", "R048"}
    assert all(flag["definition"] for flag in told.values())
    assert {flag["source"]["instrument"] for flag in told.values()} == {"Cardinal"}
    assert told["R018"]["source"]["url"].endswith("/cli/indicators/R/018.html")
    assert told["R024"]["thresholds"] == [
        {"param": "flag.iqr_distances", "value": "1.5", "source": Source.TEXT},
        {"param": "flag.population_least", "value": "10", "source": Source.UNVERIFIED},
    ]


def test_no_definition_says_a_threshold_again():
    """A standard that sets another one would make it untrue."""
    texts = [text for flag in FLAGS for text in (flag.definition.id, flag.definition.en)]
    assert not [text for text in texts if re.search(r"(?<!Q)\d", text)]


def test_what_lies_under_seal_changes_nothing():
    """In two files p2 fell before prices were opened: with any price of it all is the same."""

    def told(price):
        terms = {"envelope": Envelope.DUA_FILE, "events": (price_opening(),), **fallen("p2")}
        found = overview(two(other=price, **terms), two(other=price, **terms))
        return overview_dict(found), flags_list(red_flags(found), found.ask.law)

    assert told(HIGH) == told(LOW) == told("1")
