"""Equal bids: what parts them by method, and where only the panel can."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tender_engine.events import RankingDecision
from tender_engine.faults import PackageRefusedError
from tender_engine.model import Requirements
from tender_engine.terms import Envelope, StageId
from tests.builders import (
    HARGA,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    judged,
    needs,
    opened,
    package,
    priced,
    unverified,
    verdict,
)
from tests.happenings import deadline, listing_act, price_opening
from tests.procurements import (
    AMBANG,
    BIAYA,
    KUALITAS,
    NILAI,
    PAGU,
    TERENDAH,
    applicant,
    contest,
    ranked,
    score,
    scored,
    seleksi,
)

SAME = "SAMA_DIURUTKAN_NILAI_TEKNIS"


def decided(*order, by="m1 m2 m3", when=20):
    """The panel's decision on equal ones."""
    return RankingDecision(at(when), tuple(by.split()), order, "urutan menurut waktu penyampaian")


@pytest.mark.parametrize("method", [AMBANG, TERENDAH])
def test_equal_prices_are_parted_by_the_technical_score(method):
    """p2 and p3 cost the same, p3 scored more: it goes first, nothing waits, both are told."""
    bids = [("p1", 99, "1100000000"), ("p2", 80, "1000000000"), ("p3", 81, "1000000000")]
    found = evaluated(contest(method, *bids))

    assert ranked(found) == [(1, "p3"), (2, "p2"), (3, "p1")]
    assert needs(found) == []
    told = [n.participant for n in found.notices if n.code == SAME]
    assert sorted(told) == ["p2", "p3"]
    assert "ranking.equal_price" in {used.param for used in found.values}


@pytest.mark.parametrize("method", [NILAI, BIAYA])
def test_equal_sums_are_parted_by_the_technical_score(method):
    """60:40. p1 60 % x 75 + 40 % x 100 = 85; p2 60 % x 85 + 40 % x 85 = 85, since 85 % of 1.200.

    p1 at 1.020 is the lowest and p2 costs 1.200: 1.020/1.200 is 0,85. p2, the better technically,
    goes first.
    """
    bids = [("p1", 75, "1020000000"), ("p2", 85, "1200000000")]
    found = evaluated(contest(method, *bids, technical="60"))

    assert [place.figure for place in found.ranking] == [85, 85]
    assert ranked(found) == [(1, "p2"), (2, "p1")]
    assert SAME in codes(found)
    assert "ranking.equal_score" in {used.param for used in found.values}


def test_sums_that_differ_by_less_than_is_shown_are_not_equal():
    """1.020.000.000,01 gives p1's rival a trifle more than 85: no tie, and the order turns."""
    bids = [("p1", 75, "1020000000.01"), ("p2", 85, "1200000000")]
    found = evaluated(contest(NILAI, *bids, technical="60"))

    assert found.ranking[0].participant == "p2"
    assert 0 < found.ranking[0].figure - 85 < Fraction(1, 10**8)
    assert SAME not in codes(found)

    cheaper = [("p1", 75, "1019999999.99"), ("p2", 85, "1200000000")]
    assert ranked(evaluated(contest(NILAI, *cheaper, technical="60")))[0] == (1, "p1")


ALL_ALIKE = [("p1", 80, "1000000000"), ("p2", 80, "1000000000"), ("p3", 70, "1100000000")]


@pytest.mark.parametrize("method", [AMBANG, TERENDAH, NILAI, BIAYA, KUALITAS, PAGU])
def test_what_is_alike_in_all_waits_for_the_panel(method):
    """Same score, same price: they share the first place until the panel has decided."""
    waiting = evaluated(contest(method, *ALL_ALIKE))

    assert waiting.state == "menunggu"
    assert ranked(waiting) == [(1, "p1"), (1, "p2"), (3, "p3")]
    assert needs(waiting) == [
        ("evaluasi_harga", name, None, "keputusan_peringkat") for name in ("p1", "p2")
    ]

    found = evaluated(contest(method, *ALL_ALIKE, events=[price_opening(), decided("p2", "p1")]))
    assert ranked(found) == [(1, "p2"), (2, "p1"), (3, "p3")]
    assert (found.state, found.winner) == ("dihitung", "p2")


@pytest.mark.parametrize("method", [KUALITAS, PAGU])
def test_equal_quality_is_never_parted_by_price(method):
    """The cheaper of two equal proposals is not preferred: no text says so, the panel decides."""
    bids = [("p1", 80, "1000000000"), ("p2", 80, "900000000")]
    found = evaluated(contest(method, *bids))

    assert (found.state, ranked(found)) == ("menunggu", [(1, "p1"), (1, "p2")])
    assert {item.needs for item in found.awaiting} == {"keputusan_peringkat"}
    assert SAME not in codes(found)


def test_no_cost_is_opened_while_the_first_place_is_open():
    """Under Kualitas whose envelope is opened depends on the decision."""
    bids = [("p1", 80, "1000000000"), ("p2", 80, "900000000")]
    assert evaluated(contest(KUALITAS, *bids)).prices == ()

    found = evaluated(contest(KUALITAS, *bids, events=[price_opening(), decided("p1", "p2")]))
    assert [price.participant for price in found.prices] == ["p1"]


def test_three_equal_prices_two_of_them_with_one_score():
    """The score parts p1 from the others; only p2 and p3 await a decision."""
    bids = [("p1", 81, "1000000000"), ("p2", 80, "1000000000"), ("p3", 80, "1000000000")]
    found = evaluated(contest(AMBANG, *bids))

    assert ranked(found) == [(1, "p1"), (2, "p2"), (2, "p3")]
    assert [item.participant for item in found.awaiting] == ["p2", "p3"]


@pytest.mark.parametrize(("order", "by"), [(("p2", "p1"), "m1")])
def test_a_decision_takes_more_than_half_of_the_panel(order, by):
    """One of three settles nothing."""
    events = [price_opening(), decided(*order, by=by)]

    assert evaluated(contest(PAGU, *ALL_ALIKE, events=events)).state == "menunggu"
    events = [price_opening(), decided(*order, by="m1 m3")]
    assert evaluated(contest(PAGU, *ALL_ALIKE, events=events)).winner == "p2"


def test_the_later_decision_stands():
    """Whatever the order of the events."""
    first, second = decided("p2", "p1"), decided("p1", "p2", when=21)

    for events in ([price_opening(), first, second], [second, first, price_opening()]):
        assert evaluated(contest(PAGU, *ALL_ALIKE, events=events)).winner == "p1"


@pytest.mark.parametrize("order", [("p1", "p3"), ("p1", "p2", "p3")])
def test_a_decision_against_the_figures_is_refused(order):
    """p3 scored less: nobody decides that it is first, or that it is equal."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(contest(PAGU, *ALL_ALIKE, events=[price_opening(), decided(*order)]))
    assert [fault.code for fault in told.value.faults] == ["ATR020"]


def test_a_decision_where_the_score_parts_is_refused():
    """Under the threshold method equal prices are parted already."""
    bids = [("p1", 81, "1000000000"), ("p2", 80, "1000000000")]
    with pytest.raises(PackageRefusedError):
        evaluated(contest(AMBANG, *bids, events=[price_opening(), decided("p2", "p1")]))


def test_plain_equal_prices_wait_though_nothing_else_is_known():
    """Without scores there is nothing to part equal prices by."""
    found = evaluated(package(bidder("p1"), bidder("p2")))

    assert ranked(found) == [(1, "p1"), (1, "p2")]
    assert {item.needs for item in found.awaiting} == {"keputusan_peringkat"}


def test_nobody_is_ranked_while_one_is_open():
    """p2's price is not there: p1 is not first of one."""
    found = evaluated(contest(NILAI, ("p1", 80, "1000000000"), ("p2", 90, None)))

    assert found.ranking == ()
    assert [s.combined for s in found.scores] == [None, None]
    assert needs(found) == [("pembukaan_harga", "p2", None, "harga")]


def test_a_fall_at_the_proof_leaves_the_order_and_moves_the_winner():
    """The order is of prices and scores; the proof decides who of them may win."""
    bids = [("p1", 90, "1000000000"), ("p2", 80, "1000000000")]
    found = evaluated(contest(NILAI, *bids, assessments=failed(PEMBUKTIAN, "p1")))

    assert ranked(found) == [(1, "p1"), (2, "p2")]
    assert (found.winner, found.reserves) == ("p2", ())


def test_a_fall_at_the_price_leaves_no_place():
    """Who is above the HPS is in no order and has no price score."""
    bids = [("p1", 90, "1221000000.01"), ("p2", 80, "1221000000")]
    found = evaluated(contest(NILAI, *bids))

    assert ranked(found) == [(1, "p2")]
    assert (found.score("p1").technical, found.score("p1").price) == (90, None)
    assert verdict(found, HARGA) == "gugur"


def equalized(method, **terms):
    """Two bidders of one price in two stages, p2 better before the penyetaraan."""
    people = [
        applicant(name, bid=True, second=True, price=priced("1100000000")) for name in ("p1", "p2")
    ]
    asks = terms.pop("asks", None) or scored(TEKNIS)
    marks = [score(TEKNIS, "p1", "70"), score(TEKNIS, "p2", "90")]
    return package(
        *people,
        envelope=Envelope.DUA_TAHAP,
        method=method,
        asks=asks,
        assessments=[*marks, judged(StageId.PENYETARAAN_TEKNIS)],
        events=[price_opening()],
    )


def test_after_the_penyetaraan_old_scores_part_nobody():
    """All are technically equal then, so the Pokja has to say who comes first."""
    found = evaluated(equalized(AMBANG))

    assert {code for *_, code in needs(found)} == {"keputusan_peringkat"}
    assert ranked(found) == [(1, "p1"), (1, "p2")]


def test_sistem_nilai_in_two_stages_rests_on_an_unverified_value():
    """That the scores of the first stage count after the penyetaraan no text says."""
    weights = scored(TEKNIS, weight="60") | {HARGA: Requirements(weight=Decimal(40))}
    found = evaluated(equalized(NILAI, asks=weights))

    assert found.winner == "p2"
    assert "scores.after_equalization" in unverified(found)


@pytest.mark.parametrize(("day", "settles"), [(8, False), (9, True)])
def test_a_decision_on_the_list_settles_nothing_among_bids(day, settles):
    """The list is determined on the 9th: a decision of the 8th was on qualification scores."""
    names = ("p1", "p2", "p3")
    firms = [applicant(name, bid=True, price=priced("1100000000")) for name in names]
    decision = decided("p1", "p2", when=day)
    found = evaluated(
        seleksi(
            *firms,
            scores={"p1": 90, "p2": 90, "p3": 70},
            qualification={"p1": 80, "p2": 80, "p3": 75},
            events=[listing_act(*names), deadline(), price_opening(), decision],
        )
    )

    assert opened(found) == (["p1"] if settles else [])


def test_equal_bids_stand_as_their_ids_are_counted():
    """The second before the tenth, which says nothing about their rank."""
    found = evaluated(package(bidder("p10"), bidder("p2")))

    assert ranked(found) == [(1, "p2"), (1, "p10")]
