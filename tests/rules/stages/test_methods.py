"""Each method: its figure, its order, and what it compares."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.seals import Sealed
from tender_engine.terms import Contract, Envelope, StageId
from tender_rules.formulas import formulas_of
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    PEMBUKTIAN,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    hps,
    hps_line,
    judged,
    line,
    needs,
    priced,
    verdict,
    with_participant,
)
from tests.happenings import agreed, award, in_vain, objections_over, price_opening
from tests.procurements import (
    AMBANG,
    BIAYA,
    KUALITAS,
    NILAI,
    PAGU,
    TERENDAH,
    contest,
    lives,
    ranked,
    with_life,
)


@pytest.mark.parametrize("method", [NILAI, BIAYA])
def test_two_weights_make_one_figure(method):
    """70:30. p1 70 % x 80 + 30 % x 100 x 1.000/1.100; p2 70 % x 70 + 30 % x 100 = 79.

    p1: 56 + 27 3/11 = 83 3/11, first though it is dearer.
    """
    bids = [("p1", 80, "1100000000"), ("p2", 70, "1000000000")]
    found = evaluated(contest(method, *bids))

    assert found.score("p1").price == Fraction(1000, 11)
    assert found.score("p1").combined == 83 + Fraction(3, 11)
    assert (found.score("p2").price, found.score("p2").combined) == (100, 79)
    assert ranked(found) == [(1, "p1"), (2, "p2")]
    assert (found.winner, found.reserves) == ("p1", ("p2",))


@pytest.mark.parametrize("method", [AMBANG, TERENDAH])
def test_the_lowest_over_the_threshold(method):
    """p1 is best and p3 lowest of all, but p3 stays under 60: p2, the lower of the others."""
    bids = [("p1", 95, "1100000000"), ("p2", 60, "1050000000"), ("p3", 59, "1000000000")]
    found = evaluated(contest(method, *bids))

    assert ranked(found) == [(1, "p2"), (2, "p1")]
    assert found.ranking[0].figure == Decimal("1050000000")
    assert found.price("p3") is None


def test_the_lowest_over_the_threshold_in_one_file():
    """One file is for the lowest price, with a threshold or without (Pasal 40 ayat (2))."""
    bids = [("p1", 95, "1100000000"), ("p2", 60, "1050000000")]
    found = evaluated(contest(AMBANG, *bids, envelope=Envelope.SATU_FILE, events=()))

    assert (found.procedure, found.winner) == ("pascakualifikasi", "p2")


def test_the_best_within_the_budget():
    """Pagu 1.000 jt: p1 is best but costs more; p2 at the pagu itself passes."""
    bids = [("p1", 90, "1000000001"), ("p2", 86, "1000000000"), ("p3", 84, "800000000")]
    found = evaluated(contest(PAGU, *bids, pagu=Decimal("1000000000")))

    assert verdict(found, HARGA) == "gugur"
    assert ranked(found) == [(1, "p2"), (2, "p3")]


@pytest.mark.parametrize(("total", "ground"), [("1250000000.01", "c"), ("1250000000", None)])
def test_all_over_the_budget_is_a_ground_of_its_own(total, ground):
    """All over the pagu to the sen: the Seleksi fails on it; at the pagu it does not."""
    found = evaluated(contest(PAGU, ("p1", 90, total)))

    expected = None if ground is None else "lkpp-12-2021:4.2.14.a.c"
    assert (found.failure and found.failure.ground) == expected


@pytest.mark.parametrize("method", [BIAYA, KUALITAS, TERENDAH])
def test_a_consultant_above_the_hps_is_talked_down(method):
    """Only the method Pagu Anggaran has a ceiling; above the HPS there is a notice."""
    found = evaluated(contest(method, ("p1", 90, "1221000000.01")))

    assert (found.winner, found.next) == ("p1", "negosiasi")
    assert "BIAYA_DI_ATAS_HPS" in codes(found)


@pytest.mark.parametrize("method", [BIAYA, KUALITAS, PAGU, TERENDAH])
def test_no_consultant_is_asked_why_it_is_cheap(method):
    """No text has the 80 percent line for consultancy; a tenth of the HPS awaits no judgement."""
    found = evaluated(contest(method, ("p1", 90, "122100000")))

    assert (found.winner, needs(found)) == ("p1", [])


THREE = [("p1", 70, "900000000"), ("p2", 90, "1200000000"), ("p3", 80, "1000000000")]


def test_quality_opens_only_the_best():
    """The best comes first whatever it costs, and only its cost is opened."""
    found = evaluated(contest(KUALITAS, *THREE))

    assert ranked(found) == [(1, "p2"), (2, "p3"), (3, "p1")]
    assert [price.participant for price in found.prices] == ["p2"]
    assert (found.winner, found.reserves) == ("p2", ())
    assert verdict(found, StageId.PEMBUKAAN_HARGA, "p3") == "tidak_dievaluasi"


def test_quality_opens_the_next_once_talks_have_failed():
    """First the opening is awaited, then the proof of p3 and the talks with it; p1 stays sealed.

    What was said of everybody's proof when the first price was opened is not on the second.
    """
    events = [price_opening(), award("p2"), objections_over(), in_vain("p2")]
    waiting = evaluated(contest(KUALITAS, *THREE, events=events))

    assert ("pembukaan_harga", None, None, "pembukaan_harga") in needs(waiting)
    assert [price.participant for price in waiting.prices] == ["p2"]

    events.append(price_opening(27))
    again = evaluated(contest(KUALITAS, *THREE, events=events))
    assert [(who, need) for _, who, _, need in needs(again)] == [
        ("p3", "catatan_pembuktian"), ("p3", "penilaian"),
    ]  # fmt: skip

    proven = [judged(PEMBUKTIAN, participant="p3", when=at(27, 10))]
    again = evaluated(contest(KUALITAS, *THREE, events=events, assessments=proven))
    assert needs(again) == [("negosiasi", "p3", None, "negosiasi")]

    events.append(agreed("p3", "990000000", 28))
    found = evaluated(contest(KUALITAS, *THREE, events=events, assessments=proven))
    assert (found.state, found.winner, found.next) == ("dihitung", "p3", None)
    assert found.price("p3").final_total == Decimal("990000000")
    assert found.price("p1") is None


def test_reserves_of_quality_have_passed_the_proof():
    """Individuals: whose price is closed was not called to the proof, and is no reserve."""
    four = [(f"p{n}", 100 - n, "1000000000") for n in range(1, 5)]
    found = evaluated(contest(KUALITAS, *four, assessments=failed(PEMBUKTIAN, "p3")))

    assert verdict(found, PEMBUKTIAN, "p2") is None
    assert (found.winner, found.reserves) == ("p1", ())


def test_the_cost_of_a_life():
    """p1 1.100 + 10 + 12 + 5 + 5 - 100 = 1.032 jt; p2 1.000 + 30 + 30 + 10 + 10 - 0 = 1.080 jt.

    The dearer purchase comes first.
    """
    p1 = with_life("p1", "1100000000", ["1E7", "1.2E7"], ["5E6", "5E6"], "1E8")
    p2 = with_life("p2", "1000000000", ["3E7", "3E7"], ["1E7", "1E7"], "0")
    found = evaluated(lives(p1, p2))

    assert [(x.participant, x.figure) for x in found.ranking] == [
        ("p1", Decimal("1032000000")),
        ("p2", Decimal("1080000000")),
    ]
    assert found.price("p1").final_total == Decimal("1100000000")
    assert found.scores == ()


def test_a_life_that_leaves_more_than_it_costs_may_be_below_zero():
    """Nothing keeps the figure above zero: 1.000 jt less 1.001 jt."""
    found = evaluated(lives(with_life("p1", "1000000000", ["0", "0"], ["0", "0"], "1001000000")))

    assert found.ranking[0].figure == Decimal(-1_000_000)


def test_unknown_costs_of_a_life_are_awaited():
    """Nobody is ranked on a price alone where a life is compared."""
    found = evaluated(lives(bidder("p1", "1000000000")))

    assert needs(found) == [("evaluasi_harga", "p1", "life_cycle", "biaya_umur_ekonomis")]
    assert found.ranking == ()


def test_what_fell_at_the_price_is_no_measure_of_others():
    """p3 is lowest but its price is found unfair: 100 goes to p1, the lowest of who passed."""
    low = failed(HARGA, "p3", criterion="kewajaran_harga")
    bids = [("p1", 80, "1000000000"), ("p2", 80, "1100000000"), ("p3", 80, "900000000")]
    found = evaluated(contest(NILAI, *bids, assessments=low))

    assert verdict(found, HARGA, "p3") == "gugur"
    assert [found.score(name).price for name in ("p1", "p2", "p3")] == [
        100,
        Fraction(1000, 11),
        None,
    ]
    assert "scores.lowest_among" in {used.param for used in found.values}


def test_the_lowest_among_whom_is_asked_only_where_it_matters():
    """Nobody fell at the price: every reading of the lowest gives the same figure."""
    found = evaluated(contest(NILAI, ("p1", 80, "1000000000"), ("p2", 80, "1100000000")))

    assert "scores.lowest_among" not in {used.param for used in found.values}


@pytest.mark.parametrize(
    ("score", "total", "fallen"),
    [(59, "1250000000.01", ()), (90, "1250000000", ("p1",))],
    ids=["nothing opened", "at the pagu"],
)
def test_what_fails_for_another_reason_is_not_over_the_budget(score, total, fallen):
    """Below the threshold no cost is known; at the pagu itself the cost is within it."""
    given = contest(PAGU, ("p1", score, total), assessments=failed(PEMBUKTIAN, *fallen))

    assert evaluated(given).failure.ground == "perpres-16-2018:51(2)c"


@pytest.mark.parametrize(
    ("day", "ground"),
    [(1, "perpres-16-2018:51(2)c"), (2, "lkpp-12-2021:4.2.14.a.c")],
)
def test_the_budget_is_a_ground_from_the_day_of_its_text(day, ground):
    """Peraturan LKPP 12/2021 is of 2 June 2021."""
    given = contest(PAGU, ("p1", 90, "1250000000.01"), announced_on=dt.date(2021, 6, day))

    assert evaluated(given).failure.ground == ground


@pytest.mark.parametrize(
    ("method", "total", "told"),
    [
        (BIAYA, "1221000000", False),
        (BIAYA, "1221000000.01", True),
        (PAGU, "1250000000", True),
        (PAGU, "1250000000.01", False),
    ],
)
def test_above_the_hps_is_told_of_whom_talks_can_reach(method, total, told):
    """At the HPS there is nothing to tell; who is over the pagu (1.250 jt) is out already."""
    found = evaluated(contest(method, ("p1", 90, total)))

    assert ("BIAYA_DI_ATAS_HPS" in codes(found)) == told


@pytest.mark.parametrize(("lowest", "winner"), [("500000000", "p1"), ("950000000", "p2")])
def test_a_loser_that_is_lowest_may_turn_the_order_of_others(lowest, winner):
    """80:20; p1 80 at 1.000, p2 79 at 950, p3 60: where p3 stands decides between p1 and p2.

    At 500: 64 + 10 = 74 before 63,2 + 10,526 = 73,726. At 950: 64 + 19 = 83 after 63,2 + 20 = 83,2.
    """
    bids = [("p1", 80, "1000000000"), ("p2", 79, "950000000"), ("p3", 60, lowest)]
    found = evaluated(contest(BIAYA, *bids, technical="80"))

    assert found.winner == winner
    assert found.ranking[-1].participant == "p3"


def test_people_are_paid_by_the_months_of_the_document():
    """2 people x 6 months x 20 jt = 240 jt, with PPN 266,4 jt; 5 months were offered: + 44,4 jt.

    5 months: 200 jt, with PPN 222 jt. Corrected, p2 costs more than p1 with its 250 jt.
    """
    document = (hps_line("ahli", "2", "25000000", person_months=Decimal(6)),)
    offered = line("ahli", "2", "20000000", "200000000", person_months=Decimal(5))
    bids = [("p1", 80, "250000000"), ("p2", 80, "222000000")]
    given = contest(
        TERENDAH,
        *bids,
        contract="waktu_penugasan",
        hps=hps("333000000", lines=document),
    )
    second = evolve(given.participants[1], price=Sealed(priced("222000000", offered)))
    found = evaluated(evolve(given, participants=(given.participants[0], second)))
    (row,) = found.price("p2").corrections

    assert found.price("p2").corrected_total == Decimal(266_400_000)
    assert (row.field, row.before, row.after, row.effect) == ("person_months", 5, 6, 44_400_000)
    assert ranked(found) == [(1, "p1"), (2, "p2")]


def test_a_total_of_nothing_is_the_lowest_and_scores_a_hundred():
    """Blank prices may leave no total: the lowest has a hundred, and no other a part of it."""
    bids = ("p1", 80, "1000000000"), ("p2", 90, "1000000000")
    document = hps(lines=(hps_line("L1", "1", "1000000000"),))
    given = contest(BIAYA, *bids, contract=Contract.WAKTU_PENUGASAN, hps=document)
    blank = priced("1000000000", line("L1", "1", None, None))
    found = evaluated(with_participant(given, "p1", price=Sealed(blank)))

    assert [found.score(name).price for name in ("p1", "p2")] == [100, 0]
    assert ranked(found) == [(1, "p1"), (2, "p2")]
    told = {name: formulas_of(found, name)[-2].text for name in ("p1", "p2")}
    assert told == {
        "p1": "harga terendah, yaitu nol: 100",
        "p2": "100 × Rp0,00 ÷ Rp1.000.000.000,00 = 0,00",
    }


def test_who_fell_before_technical_has_no_score():
    """What the panel wrote down too early counts for nothing."""
    fallen = failed(ADMINISTRASI, "p2")
    found = evaluated(contest(PAGU, ("p1", 80, "1000000000"), ("p2", 90, "900000000"),
                              assessments=fallen))  # fmt: skip

    assert found.score("p2") is None
    assert formulas_of(found, "p2") == ()
    assert [item.text for item in formulas_of(found, "p1")] == [
        "100 × (80 + 80 + 80) ÷ 3 ÷ 100 = 80,00"
    ]
