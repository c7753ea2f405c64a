"""Evaluasi harga: the ceiling, low bids, equal bids."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import RankingDecision
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Verdict
from tender_engine.model import Criterion, Requirements
from tender_engine.terms import Category, StageId
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    HPS_TOTAL,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    hps,
    hps_line,
    judged,
    line,
    needs,
    package,
    priced,
    verdict,
)

FAIR = "kewajaran_harga"
SEN, LEAST = Decimal("0.01"), Decimal("0.000001")
EIGHTY = Decimal("976800000")  # 80 percent of 1.221.000.000


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (HPS_TOTAL, "lulus"),
        (HPS_TOTAL - LEAST, "lulus"),
        (HPS_TOTAL + LEAST, "gugur"),
        (HPS_TOTAL + SEN, "gugur"),
    ],
)
def test_the_hps_is_the_highest_valid_bid(total, expected):
    """Pasal 26 ayat (5) huruf b: exactly the HPS is valid, the least more is not."""
    evaluation = evaluated(package(bidder(total=total)))

    assert verdict(evaluation, HARGA) == expected
    found = finding(evaluation, HARGA, "price.ceiling")
    assert found.citations[0].article == "Pasal 26 ayat (4) huruf b"


@pytest.mark.parametrize(
    ("category", "day", "basis"),
    [
        (Category.BARANG, "2021-02-02", "Kepdep LKPP 3/2018"),
        (Category.BARANG, "2021-06-02", "Dokumen Pemilihan"),
        (Category.PEKERJAAN_KONSTRUKSI, "2021-02-02", "Dokumen Pemilihan"),
    ],
)
def test_the_corrected_price_is_held_to_the_hps_as_somebody_quotes_it(category, day, basis):
    """Stated 2.220 and corrected to 1.110: no words of the article say which of the two."""
    estimate = hps("1200", "11", (hps_line("L1", "1", "1081"),))
    price = priced("2220", line("L1", "1", "1000", "2000"))
    about = {"category": category, "announced_on": dt.date.fromisoformat(day)}
    evaluation = evaluated(package(bidder(price=price), hps=estimate, **about))
    found = finding(evaluation, HARGA, "price.ceiling")

    assert verdict(evaluation, HARGA) == "lulus"
    assert {v.param: (v.instrument, str(v.source)) for v in found.values} == {
        "price.ceiling_price": (basis, "secondary"),
        "price.ceiling_share": ("Perpres 16/2018", "text"),
    }


@pytest.mark.parametrize(
    ("total", "awaits"), [(EIGHTY, False), (EIGHTY - LEAST, True), (EIGHTY - SEN, True)]
)
def test_a_bid_below_eighty_percent_awaits_a_judgement(total, awaits):
    """Exactly 80 percent is not below it; a low bid is never failed for being low."""
    evaluation = evaluated(package(bidder(total=total)))

    assert verdict(evaluation, HARGA) == ("belum_dinilai" if awaits else "lulus")
    expected = [("evaluasi_harga", "p1", FAIR, "penilaian")] if awaits else []
    assert needs(evaluation) == expected


@pytest.mark.parametrize(
    ("participant", "criterion", "expected"),
    [("p1", FAIR, "lulus"), ("*", FAIR, "belum_dinilai"), ("p1", None, "belum_dinilai"),
     ("*", None, "belum_dinilai")],
)  # fmt: skip
def test_only_an_entry_of_its_own_answers_fairness(participant, criterion, expected):
    """A general entry never says that a price is fair."""
    entry = judged(HARGA, "memenuhi", participant, criterion)
    evaluation = evaluated(package(bidder(total="900000000"), assessments=[entry]))

    assert verdict(evaluation, HARGA) == expected


@pytest.mark.parametrize("listed", [True, False])
def test_a_document_that_lists_fairness_only_words_it(listed):
    """Its clause is cited, and still a general entry does not answer it."""
    words = Criterion(FAIR, "kewajaran harga", "IKP 29.14")
    asks = asked(HARGA, criteria=(words,)) if listed else asked(
        HARGA, criteria=(), clauses={FAIR: "IKP 29.14"}
    )  # fmt: skip
    low, high = bidder("p1", "900000000"), bidder("p2", "1100000000")
    general = judged(HARGA, "memenuhi", "*", FAIR)
    waiting = evaluated(package(low, high, asks=asks, assessments=[general]))

    assert verdict(waiting, HARGA) == "belum_dinilai"
    assert verdict(waiting, HARGA, "p2") == "lulus"
    unfair = failed(HARGA, "p1", criterion=FAIR, note="biaya alat di bawah harga pasar")
    found = finding(evaluated(package(low, high, asks=asks, assessments=unfair)), HARGA,
                    "price.fairness")  # fmt: skip
    assert found.citations[0].clause == "IKP 29.14"
    assert found.reason == (
        "Tidak memenuhi kewajaran harga (IKP 29.14): biaya alat di bawah harga pasar"
    )


def test_a_judgement_of_fairness_that_nobody_asked_is_said():
    """From 80 percent on no text asks it: it decides nothing, and a notice says so."""
    evaluation = evaluated(package(assessments=failed(HARGA, "p1", criterion=FAIR)))

    assert verdict(evaluation, HARGA) == "lulus"
    assert "PENILAIAN_TIDAK_DIPAKAI" in codes(evaluation)


def test_fairness_cites_no_text_that_came_later():
    """SE Kepala LKPP 4/2022 is of 25 January 2022; of the time after 9/2018 none."""
    from datetime import date

    for day, instrument in (
        (date(2021, 6, 1), "Peraturan LKPP 9/2018"),
        (date(2021, 6, 2), "Dokumen Pemilihan"),
        (date(2022, 1, 24), "Dokumen Pemilihan"),
        (date(2022, 1, 25), "SE Kepala LKPP 4/2022"),
    ):
        given = package(bidder(total="900000000"), announced_on=day)
        found = finding(evaluated(given), HARGA, "price.fairness")
        assert [v.instrument for v in found.values] == [instrument]
        assert {c.instrument for c in found.citations} == {"Perpres 16/2018"}


def test_other_criteria_of_the_price_are_judged_too():
    """What else the document asks of a price is answered by general entries."""
    asks = asked(HARGA)

    assert verdict(evaluated(package(asks=asks)), HARGA) == "belum_dinilai"
    assert verdict(evaluated(package(asks=asks, assessments=[judged(HARGA)])), HARGA) == "lulus"


ABOVE, BELOW = HPS_TOTAL + SEN, Decimal("1200000000")


@pytest.mark.parametrize(
    ("bids", "fallen", "ground"),
    [
        ({"p1": ABOVE, "p2": ABOVE}, {}, "g"),
        ({"p1": ABOVE, "p2": ABOVE}, {"p1": ADMINISTRASI}, "g"),
        ({"p1": ABOVE, "p2": ABOVE}, {"p1": ADMINISTRASI, "p2": TEKNIS}, "g"),
        ({"p1": BELOW, "p2": ABOVE}, {"p1": ADMINISTRASI}, "c"),
        ({"p1": HPS_TOTAL, "p2": ABOVE}, {"p1": TEKNIS}, "c"),
        ({"p1": BELOW}, {"p1": PEMBUKTIAN}, "c"),
    ],
)
def test_all_above_the_hps_is_a_ground_of_its_own(bids, fallen, ground):
    """51(2)g if every opened bid is above the HPS, those that fell earlier included; else c."""
    bidders = [bidder(name, total) for name, total in bids.items()]
    falls = [entry for name, stage in fallen.items() for entry in failed(stage, name)]
    failure = evaluated(package(*bidders, assessments=falls)).failure

    assert failure.ground == f"perpres-16-2018:51(2){ground}"
    assert failure.effective == ("segera" if ground == "g" else "setelah_masa_sanggah")


TIED = (bidder("p1"), bidder("p2"), bidder("p3", "1200000000"))


def decision(order, day=18):
    """How the Pokja settled a tie."""
    return RankingDecision(at(day), ("m1", "m2", "m3"), tuple(order.split()), "kesepakatan")


def ranks(evaluation):
    """The ranking as pairs."""
    return [(place.rank, place.participant) for place in evaluation.ranking]


def test_equal_prices_await_the_pokja():
    """No text read orders them: both stand at rank 1, nobody is called, nothing is proposed."""
    evaluation = evaluated(package(*TIED))

    tied = [("evaluasi_harga", name, None, "keputusan_peringkat") for name in ("p1", "p2")]
    assert needs(evaluation) == tied
    assert ranks(evaluation) == [(1, "p1"), (1, "p2"), (3, "p3")]
    assert evaluation.stage(PEMBUKTIAN).verdicts == ()
    assert (evaluation.state, evaluation.winner) == ("menunggu", None)


def test_the_least_difference_is_no_tie():
    """0,000001 rupiah orders two bids."""
    lower = bidder("p2", Decimal("1100000000") - LEAST)

    assert ranks(evaluated(package(bidder("p1"), lower))) == [(1, "p2"), (2, "p1")]


def test_the_decision_orders_the_tied():
    """The Pokja's order, the latest one, gives ranks and winner."""
    evaluation = evaluated(package(*TIED, events=[decision("p2 p1")]))

    assert ranks(evaluation) == [(1, "p2"), (2, "p1"), (3, "p3")]
    assert (evaluation.winner, evaluation.reserves) == ("p2", ("p1", "p3"))
    for events in ([decision("p1 p2", 17), decision("p2 p1")],
                   [decision("p2 p1"), decision("p1 p2", 17)]):  # fmt: skip
        assert evaluated(package(*TIED, events=events)).winner == "p2"


@pytest.mark.parametrize("order", ["p2 p3", "p1 p2 p3", "p3 p1"])
def test_a_decision_against_the_figures_is_an_error(order):
    """Bids of different prices are ordered by price, not by decision."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(*TIED, events=[decision(order)]))

    assert [fault.code for fault in refused.value.faults] == ["ATR020"]


def test_two_decisions_at_one_moment_are_an_error():
    """Nobody can say which is the later."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(*TIED, events=[decision("p2 p1"), decision("p1 p2")]))

    assert [fault.code for fault in refused.value.faults] == ["ATR012"]


def test_a_tie_of_the_corrected_totals_is_a_tie():
    """It is the corrected total that ranks, not the stated one."""
    price = evolve(
        bidder("p2").price._content, stated_total=Decimal(1), corrected_total=Decimal("1100000000")
    )
    evaluation = evaluated(package(bidder("p1"), bidder("p2", price=price)))

    assert ranks(evaluation) == [(1, "p1"), (1, "p2")]


def test_no_order_while_somebody_is_undecided():
    """A bid that may still pass keeps the order open; one that is out does not."""
    three = [bidder(f"p{n}", 1_000_000_000 + n) for n in (1, 2, 3)]
    half = judged(TEKNIS, "memenuhi", "p2", by="m1")

    assert evaluated(package(*three, assessments=[half])).ranking == ()
    fallen = evaluated(package(*three, assessments=[half, *failed(ADMINISTRASI, "p2")]))
    assert [place.participant for place in fallen.ranking] == ["p1", "p3"]


def test_a_rounded_estimate_is_a_notice_and_its_total_governs():
    """HPS lines of 1.221.000.000 under a total of 1.220.000.000: the total is the ceiling."""
    estimate = hps("1220000000")
    evaluation = evaluated(package(bidder(total="1220500000"), hps=estimate))

    assert evaluation.stage(HARGA).of(Verdict.GUGUR) == ("p1",)
    assert "RINCIAN_HPS_BERBEDA" in codes(evaluation)
    assert "RINCIAN_HPS_BERBEDA" not in codes(evaluated(package()))


def test_the_price_of_the_record_is_the_corrected_one():
    """Percent of the HPS to four decimals, half up; for showing only."""
    evaluation = evaluated(package(bidder(total="1104450000")))

    assert str(evaluation.price("p1").percent_of_hps) == "90.4545"
    assert evaluation.stage(StageId.KOREKSI_ARITMATIK).of(Verdict.LULUS) == ("p1",)


@pytest.mark.parametrize(
    ("members", "signers", "winner"),
    [(3, 1, None), (3, 2, "p2"), (5, 2, None), (5, 3, "p2")],
)
def test_a_tie_is_settled_by_more_than_half_of_all_members(members, signers, winner):
    """As every question of the panel: one or two names are not yet the Pokja."""
    by = tuple(f"m{n}" for n in range(1, signers + 1))
    event = RankingDecision(at(18), by, ("p2", "p1"), "kesepakatan")

    assert evaluated(package(*TIED, members=members, events=[event])).winner == winner


@pytest.mark.parametrize(("total", "asked_of"), [(EIGHTY, []), (EIGHTY - SEN, [FAIR])])
def test_fairness_that_the_document_lists_is_asked_once_and_only_below(total, asked_of):
    """It is the built-in question in the document's words, and no requirement beside it."""
    listed = Requirements(criteria=(Criterion(FAIR, "kewajaran harga", "IKP 29.14"),))
    evaluation = evaluated(package(bidder("p1", total), asks={HARGA: listed}))

    assert [criterion for stage, _, criterion, _ in needs(evaluation) if stage == HARGA] == asked_of
    assert finding(evaluation, HARGA, "price.criteria") is None
