"""Kewajaran harga: what a bid below 80 percent of the HPS would have to cost, and who judges it.

Peraturan LKPP 9/2018 as quoted (fact sheet C9 to C12); DV3 is its derived example.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.clarified import FairnessAnalysis
from tender_engine.model import StatedParts
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Category, ComponentKind, Contract, CorrectedBy, Envelope, Part
from tests.builders import (
    HARGA,
    TEKNIS,
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
    opened,
    package,
    priced,
    refusal,
    unverified,
    verdict,
)
from tests.clarified import analysis, as_whole, by_parts, coefficient, cost, part, reading
from tests.happenings import auction, price_opening

GOODS = Category.BARANG
FAIR, RULE = "kewajaran_harga", "price.fairness_analysis"
SEN, LEAST = Decimal("0.01"), Decimal("0.000001")
THOUSAND = (hps_line("L1", "1000", "1000000"),)


def low(
    *lines, unit="690000", document=THOUSAND, total="1110000000", word=None, facts=None, **more
):
    """A bid of 1.000 units, analysed line by line; `word` is the panel's judgement."""
    volume = document[0].quantity
    price = more.pop("price", None) or priced("1", line("L1", volume, unit))
    brought = analysis(*lines) if lines else {}
    entries = [judged(HARGA, word, "p1", FAIR)] if word else []
    return package(
        bidder(price=price, facts=facts or brought),
        *more.pop("others", ()),
        hps=hps(total, lines=document),
        assessments=[*entries, *more.pop("assessments", ())],
        **more,
    )


def found(given, name="p1"):
    """What the analysis came to."""
    return finding(evaluated(given), HARGA, RULE, name)


def figures(given):
    """Bid and cost, net of PPN, and the proposal."""
    told = found(given).facts
    amounts = (told[name] for name in ("penawaran_tanpa_ppn", "hasil_klarifikasi"))
    return (*map(Decimal, amounts), told["usulan"])


def outcome(bid, cost_, proposed):
    """Bid, cost and proposal, as `figures` has them."""
    return (Decimal(bid), Decimal(cost_), proposed)


def dv3(material):
    """Wages 100.000 and equipment 100.000 as offered, material as clarified; overhead 5 %."""
    return by_parts(
        "L1",
        part("upah", "100000", kind=ComponentKind.UPAH),
        part("bahan", cost("400000", False, market=material)),
        part("alat", "100000", kind=ComponentKind.ALAT),
        overhead="5",
        profit="10",
    )


# DV3: 690.000.000 was bid. 630.000 x 1,05 x 1.000 = 661.500.000; 670.000 x 1,05 = 703.500.000.
@pytest.mark.parametrize(
    ("material", "proposed"),
    [
        ("430000", "wajar"),
        ("470000", "tidak wajar"),
        ("457142.857142", "wajar"),
        # 690.000 / 1,05 - 200.000 does not end: the least more than it makes the cost dearer.
        ("457142.857143", "tidak wajar"),
    ],
)
def test_a_bid_below_its_clarified_cost_is_proposed_as_unfair(material, proposed):
    """The profit that was offered is no cost (C9 step 3); the panel has not judged yet."""
    told = found(low(dv3(material)))

    assert told.facts["usulan"] == proposed
    assert told.verdict == "lulus"
    assert (told.facts["penilaian"], told.facts["sesuai"]) == ("belum ada", "null")


@pytest.mark.parametrize(
    ("price", "proposed"),
    [("690000", "wajar"), ("690000.000001", "tidak wajar"), ("689999.999999", "wajar")],
)
def test_equal_is_fair(price, proposed):
    """Step 6: a bid below the reasonable total is unfair, so one of exactly that total is not."""
    assert found(low(by_parts("L1", part("a", price)))).facts["usulan"] == proposed


@pytest.mark.parametrize(
    ("total", "asked"),
    [("800000000", False), ("799999999.999999", True), ("799990000", True), ("799999999.99", True)],
)
def test_eighty_percent_exactly_asks_no_analysis(total, asked):
    """DV6: 80,00 % of HPS Rp1 miliar is not below it, 79,999 % is."""
    given = package(bidder(total=total), hps=hps("1000000000", lines=None))

    assert needs(evaluated(given)) == (
        [("evaluasi_harga", "p1", FAIR, "penilaian")] if asked else []
    )


def test_what_it_found_is_told_with_its_texts():
    """Net against net: 690.000.000 beside 661.500.000; its values are cited."""
    evaluation = evaluated(low(dv3("430000")))
    told = finding(evaluation, HARGA, RULE)

    assert Decimal(told.facts["penawaran_tanpa_ppn"]) == 690_000_000
    assert Decimal(told.facts["hasil_klarifikasi"]) == 661_500_000
    assert "Rp690.000.000,00" in told.reason
    assert {value.param for value in told.values} == {
        "fairness.price_fallback", "fairness.coefficient_fallback", "fairness.comparison",
    }  # fmt: skip
    assert told.citations[0].instrument == "Perpres 16/2018"
    assert "Peraturan LKPP 12/2021" in {value.instrument for value in told.values}


@pytest.mark.parametrize(
    ("day", "instrument"),
    [
        (dt.date(2021, 6, 1), "Peraturan LKPP 9/2018"),
        (dt.date(2021, 6, 2), "Peraturan LKPP 12/2021"),
    ],
)
def test_the_comparison_is_read_of_9_2018_and_carried_on(day, instrument):
    """From 2 June 2021 it stands under a text that was not read, and the record says so."""
    evaluation = evaluated(low(dv3("430000"), announced_on=day))
    used = next(v for v in evaluation.values if v.param == "fairness.comparison")

    assert used.instrument == instrument
    assert ("fairness.comparison" in unverified(evaluation)) == (day.day == 2)


# What clarification settles: coefficients and base prices, and whose they are.


@pytest.mark.parametrize(
    ("takes", "expected"),
    [
        (coefficient("0.5", True, agreed="2", hps="3"), "50000000"),
        (coefficient("0.5", False, agreed="2", hps="3"), "200000000"),
        (coefficient("0.5", False, agreed="0", hps="3"), "0"),
        (coefficient("0.5", False, hps="3"), "300000000"),
        (coefficient("0.5", False), None),
        (coefficient("0.5", None, agreed="2", hps="3"), None),
    ],
    ids=["believed", "agreed", "agreed on none", "hps", "nothing", "not clarified"],
)
def test_a_coefficient_is_the_bidders_else_the_agreed_one_else_the_hps(takes, expected):
    """C11, with a base price of 100.000 on 1.000 units."""
    told = found(low(by_parts("L1", part("a", "100000", takes))))

    if expected is None:
        assert told.reason == "Analisis kewajaran harga belum lengkap: L1/a"
    else:
        assert Decimal(told.facts["hasil_klarifikasi"]) == Decimal(expected)


PROVEN = cost("100000", True, market="200000", hps="300000")
UNPROVEN = cost("100000", False, market="200000", hps="300000")
MARKET_ONLY, HPS_ONLY = cost("100000", False, market="200000"), cost("100000", False, hps="300000")


@pytest.mark.parametrize(
    ("price", "by_default", "hps_only"),
    [
        (PROVEN, "100000000", "100000000"),
        (UNPROVEN, "200000000", "300000000"),
        (HPS_ONLY, "300000000", "300000000"),
        (MARKET_ONLY, "200000000", None),
        (cost("100000", False), None, None),
        (cost("100000", None, market="200000", hps="300000"), None, None),
        (cost(None, True, market="200000", hps="300000"), None, None),
    ],
    ids=["proven", "unproven", "no market", "no hps", "neither", "not clarified", "none offered"],
)
def test_a_base_price_is_the_bidders_else_the_markets_or_the_hps(price, by_default, hps_only):
    """C11 has two readings: market or HPS, which is the default, and HPS only."""
    for value, expected in (("pasar_atau_dasar_hps", by_default), ("dasar_hps", hps_only)):
        chosen = reading("fairness.price_fallback", value)
        told = found(low(by_parts("L1", part("a", price)), regulation=chosen))
        got = told.facts.get("hasil_klarifikasi")
        assert (None if got is None else Decimal(got)) == (expected and Decimal(expected))
        assert next(v for v in told.values if v.param == "fairness.price_fallback").value == value


def test_the_reading_is_market_or_hps_unless_the_document_says_otherwise():
    """What a tender that is silent takes."""
    told = found(low(by_parts("L1", part("a", UNPROVEN))))

    assert Decimal(told.facts["hasil_klarifikasi"]) == 200_000_000


def test_a_component_of_which_nothing_is_taken_needs_no_price():
    """Coefficient 0: its price may be unknown, and it costs nothing."""
    unknown = cost("100000", None)
    zero = by_parts("L1", part("a", "690000"), part("b", unknown, coefficient("0")))
    some = by_parts("L1", part("a", "690000"), part("b", unknown, coefficient("0.000001")))

    assert found(low(zero)).facts["usulan"] == "wajar"
    assert found(low(some)).reason == "Analisis kewajaran harga belum lengkap: L1/b"


@pytest.mark.parametrize(
    ("overhead", "expected"), [("0", "600000000"), ("15", "690000000"), ("100", "1200000000")]
)
def test_overhead_is_on_the_sum_of_the_components(overhead, expected):
    """600.000 x (1 + overhead) x 1.000; profit of any height changes nothing."""
    parts = (part("a", "400000"), part("b", "100000", coefficient("2")))
    for profit in (None, "0", "99"):
        told = found(low(by_parts("L1", *parts, overhead=overhead, profit=profit)))
        assert Decimal(told.facts["hasil_klarifikasi"]) == Decimal(expected)


def test_everything_that_is_open_is_named_in_order():
    """Component by component and the overhead; a proposal waits for all of it."""
    document = (*THOUSAND, hps_line("L2", "1", "1"), hps_line("L10", "1", "1"))
    lines = (
        by_parts("L10", part("a", cost(None, None)), overhead=None),
        by_parts("L2", part("b", "1"), part("a", cost("1", False)), overhead="1"),
        by_parts("L1", part("a", "1"), overhead=None),
    )
    evaluation = evaluated(low(*lines, document=document))

    assert finding(evaluation, HARGA, RULE).reason == (
        "Analisis kewajaran harga belum lengkap: L1/biaya umum, L2/a, L10/a, L10/biaya umum"
    )
    assert "KEWAJARAN_BERBEDA" not in codes(evaluation)


# Volumes, lines that are not analysed, and what is net.


def test_the_volume_is_the_documents():
    """900 are offered, 1.000 asked: both sides are on 1.000."""
    price = priced("1", line("L1", "900", "690000"))

    assert figures(low(by_parts("L1", part("a", "690000")), price=price)) == outcome(
        "690000000", "690000000", "wajar"
    )


def test_lines_that_are_not_analysed_stand_at_their_own_price_on_both_sides():
    """L2 50 x 1.000.000 is in bid and cost alike: 740.000.000 beside 690.000.001 + 50.000.000."""
    document = (*THOUSAND, hps_line("L2", "50", "1200000"))
    price = priced("1", line("L1", "1000", "690000"), line("L2", "50", "1000000"))
    terms = {"price": price, "document": document}
    dearer = low(by_parts("L1", part("a", "690000.000001")), **terms)
    told = found(dearer)

    assert figures(low(by_parts("L1", part("a", "690000")), **terms)) == outcome(
        "740000000", "740000000", "wajar"
    )
    assert Decimal(told.facts["hasil_klarifikasi"]) == Decimal("740000000.001")
    assert told.facts["usulan"] == "tidak wajar"
    assert "fairness.other_lines" in unverified(evaluated(dearer))


@pytest.mark.parametrize("missing", [False, True])
def test_a_line_that_the_bid_leaves_blank_costs_it_nothing(missing):
    """And its analysis counts all the same: 690.000.000 beside 690.000.000 + 50."""
    document = (*THOUSAND, hps_line("L2", "50", "1"))
    lines = [line("L1", "1000", "690000"), line("L2", "50", None, None)]
    price = priced("1", *lines[: 1 if missing else 2])
    both = by_parts("L1", part("a", "690000")), by_parts("L2", part("a", "1"))

    assert figures(low(*both, price=price, document=document)) == outcome(
        "690000000", "690000050", "tidak wajar"
    )
    assert figures(low(both[0], price=price, document=document))[2] == "wajar"


def test_it_is_net_against_net_whatever_ppn_each_line_bears():
    """L1 at 11 % and L2 at 0 %: 690.000.000 and 50.000.000 net, analysed at just that."""
    document = (*THOUSAND, hps_line("L2", "50", "1200000", vat_percent=Decimal(0)))
    price = priced("1", line("L1", "1000", "690000"), line("L2", "50", "1000000"))
    both = by_parts("L1", part("a", "690000")), by_parts("L2", part("a", "1000000"))

    assert figures(low(*both, price=price, document=document)) == outcome(
        "740000000", "740000000", "wajar"
    )


def test_an_extra_line_is_on_neither_side():
    """What correction takes out is no part of the price."""
    extra = line("X1", "1", "90000000", extra=True, description="lain", unit="ls")
    price = priced("1", line("L1", "1000", "690000"), extra)

    assert figures(low(by_parts("L1", part("a", "690000")), price=price))[0] == Decimal(690_000_000)


LUMSUM = {"contract": Contract.LUMSUM, "category": GOODS}
TWO = (hps_line("L1", "1", "600000000"), hps_line("L2", "1", "400000000"))


def test_a_lumsum_price_is_divided_exactly():
    """770.000.000 / 1,11 does not end; it is beside 693.693.693,693693... as a fraction.

    The least below is fair, the least above is not.
    """
    net = Fraction(770_000_000 * 100, 111)
    floor = Decimal("693693693.693693")
    assert floor < net < floor + LEAST
    for price, proposed in ((floor, "wajar"), (floor + LEAST, "tidak wajar")):
        given = low(
            as_whole("L1", cost(price)), price=priced("770000000"), document=TWO[:1], **LUMSUM
        )
        told = found(given)
        assert told.facts["usulan"] == proposed
        assert Fraction(Decimal(told.facts["penawaran_tanpa_ppn"])) != net
        assert abs(Fraction(Decimal(told.facts["penawaran_tanpa_ppn"])) - net) < Fraction(1, 10**6)


def test_the_breakdown_of_a_lumsum_price_gives_the_other_lines():
    """Net 700.000.000: L1 400.000.000 analysed at 400.000.000, L2 as written 300.000.000."""
    price = priced(
        "777000000", line("L1", "1", None, "400000000"), line("L2", "1", None, "300000000")
    )
    terms = {"price": price, "document": TWO, **LUMSUM}

    assert found(low(as_whole("L1", cost("400000000")), **terms)).facts["usulan"] == "wajar"
    assert found(low(as_whole("L1", cost("400000000.000001")), **terms)).facts["usulan"] == (
        "tidak wajar"
    )


def test_without_lines_the_others_are_unknown():
    """A ready-made total says what the whole costs, and of no line what it costs."""
    evaluation = evaluated(
        low(as_whole("L1", cost("1")), price=priced("770000000"), document=TWO, **LUMSUM)
    )

    assert finding(evaluation, HARGA, RULE).reason == (
        "Analisis kewajaran harga belum lengkap: rincian harga"
    )


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.HARGA_SATUAN])
def test_a_ready_made_total_is_compared_where_every_line_is_analysed(contract):
    """777.000.000 with PPN is 700.000.000 net; SPSE corrected it, or it is lumsum."""
    price = priced("777000000", corrected_by=CorrectedBy.SPSE)
    lines = as_whole("L1", cost("400000000")), as_whole("L2", cost("300000000"))
    terms = {"price": price, "document": TWO, "category": GOODS, "contract": contract}
    dearer = as_whole("L1", cost("400000000.000001")), lines[1]

    assert found(low(*lines, **terms)).facts["usulan"] == "wajar"
    assert found(low(*dearer, **terms)).facts["usulan"] == "tidak wajar"


BOTH = (
    hps_line("L1", "100", "6000000", part=Part.HARGA_SATUAN),
    hps_line("L2", "1", "400000000", part=Part.LUMSUM),
)


def gabungan(*lines, parts=StatedParts(Decimal(400_000_000), Decimal(300_000_000))):  # noqa: B008
    """Unit prices 100 x 4.000.000 and a lumsum part of 300.000.000."""
    price = priced(
        "777000000",
        line("L1", "100", "4000000"),
        line("L2", "1", "300000000"),
        stated_parts=parts,
    )
    return low(*lines, price=price, document=BOTH, contract=Contract.GABUNGAN)


def test_a_gabungan_price_is_the_sum_of_its_parts_net():
    """400.000.000 + 300.000.000; L2 is not analysed and stands at its own price."""
    assert figures(gabungan(by_parts("L1", part("a", "4000000")))) == outcome(
        "700000000", "700000000", "wajar"
    )
    assert figures(
        gabungan(
            by_parts("L1", part("a", "4000000")), by_parts("L2", part("a", "300000000.000001"))
        )
    ) == outcome("700000000", "700000000.000001", "tidak wajar")


def test_lines_of_a_lumsum_price_with_several_ppn_rates_have_to_make_it():
    """11 % and 0 %: 400.000.000 x 1,11 + 300.000.000 = 744.000.000; Rp1 off is no rounding."""
    document = (TWO[0], evolve(TWO[1], vat_percent=Decimal(0)))
    lines = line("L1", "1", None, "400000000"), line("L2", "1", None, "300000000")
    analysed = as_whole("L1", cost("400000000")), as_whole("L2", cost("300000000"))

    def priced_at(total):
        return low(*analysed, price=priced(total, *lines), document=document, **LUMSUM)

    for total in ("744000000", "744000000.999999", "743999999.000001"):
        assert figures(priced_at(total)) == outcome("700000000", "700000000", "wajar")
    for total in ("744000001", "743999999"):
        told = found(priced_at(total)).reason
        assert told == "Analisis kewajaran harga belum lengkap: rincian harga"


def test_goods_are_analysed_by_their_unit_price():
    """C10: the market's where it was not proven; the bid's own where it was and none is written."""
    terms = {"category": GOODS}
    own = low(as_whole("L1", cost(None, True)), **terms)
    market = low(as_whole("L1", cost(None, False, market="690000.000001")), **terms)
    open_ = low(as_whole("L1", cost("1", None)), **terms)

    assert figures(own) == outcome("690000000", "690000000", "wajar")
    assert found(market).facts["usulan"] == "tidak wajar"
    assert found(open_).reason == "Analisis kewajaran harga belum lengkap: L1"


def test_a_price_of_months_is_by_the_whole_volume():
    """Goods of 10 by 100 units a month are no case of a Tender; the document's volume is 1.000."""
    assert figures(low(as_whole("L1", cost("1")), category=GOODS))[1] == Decimal(1000)


# Who judges.


@pytest.mark.parametrize(
    ("material", "word", "expected", "agrees"),
    [
        ("430000", "memenuhi", "lulus", True),
        ("470000", "tidak_memenuhi", "gugur", True),
        ("430000", "tidak_memenuhi", "gugur", False),
        ("470000", "memenuhi", "lulus", False),
    ],
)
def test_the_word_of_the_panel_decides_and_a_difference_is_told(material, word, expected, agrees):
    """The analysis proposes; KEWAJARAN_BERBEDA says where they part."""
    evaluation = evaluated(low(dv3(material), word=word))
    told = finding(evaluation, HARGA, RULE)

    assert verdict(evaluation, HARGA) == expected
    assert (told.facts["penilaian"], told.facts["sesuai"]) == (word, str(agrees).lower())
    assert ("KEWAJARAN_BERBEDA" in codes(evaluation)) != agrees


def test_an_analysis_alone_decides_nothing():
    """However clear its proposal, the panel's word is awaited."""
    for material in ("430000", "470000"):
        assert needs(evaluated(low(dv3(material)))) == [("evaluasi_harga", "p1", FAIR, "penilaian")]


def test_an_incomplete_analysis_contradicts_nobody():
    """Nothing is proposed, so the panel's word parts from nothing."""
    for word in ("memenuhi", "tidak_memenuhi"):
        evaluation = evaluated(low(by_parts("L1", part("a", cost(None, None))), word=word))
        assert "KEWAJARAN_BERBEDA" not in codes(evaluation)
        assert "usulan" not in finding(evaluation, HARGA, RULE).facts


def test_an_analysis_of_a_bid_that_is_not_low_is_not_used():
    """From 80 percent on it proposes nothing, and a notice says that it is not used."""
    evaluation = evaluated(low(dv3("470000"), unit="800000"))

    assert evaluation.price("p1").percent_of_hps == Decimal(80)
    assert finding(evaluation, HARGA, RULE) is None
    assert "ANALISIS_TIDAK_DIPAKAI" in codes(evaluation)


MAIN = (
    hps_line("L1", "1000", "700000", main=True),
    hps_line("L2", "10", "1000000"),
    hps_line("L10", "10", "1000000", main=True),
)


@pytest.mark.parametrize(
    ("analysed", "main", "asked"),
    [
        ((), True, "L1, L10"),
        ((), False, "L1, L2, L10"),
        (("L1",), True, "L10"),
        (("L2",), True, "L1, L10"),
        (("L1", "L10"), True, None),
        (("L1", "L10"), False, "L2"),
    ],
)
def test_at_least_the_main_lines_are_asked_for(analysed, main, asked):
    """The mata pembayaran utama, or all lines where the document marks none."""
    document = MAIN if main else tuple(evolve(each, main=None) for each in MAIN)
    lines = [by_parts(name, part("a", "1")) for name in analysed]
    evaluation = evaluated(low(*lines, document=document, unit="100000"))
    told = [n.message for n in evaluation.notices if n.code == "ANALISIS_HARGA_DIMINTA"]

    expected = f"Minta analisis harga satuan paling kurang untuk baris {asked}."
    assert told == ([] if asked is None else [expected])


def test_a_judgement_without_an_analysis_is_told_and_stands():
    """Then nothing more is asked of the bidder; the record says on what it does not rest."""
    evaluation = evaluated(low(word="memenuhi"))

    assert verdict(evaluation, HARGA) == "lulus"
    assert "KEWAJARAN_TANPA_ANALISIS" in codes(evaluation)
    assert "ANALISIS_HARGA_DIMINTA" not in codes(evaluation)
    assert "KEWAJARAN_TANPA_ANALISIS" not in codes(evaluated(low(dv3("430000"), word="memenuhi")))
    assert "KEWAJARAN_TANPA_ANALISIS" not in codes(evaluated(low()))


# After an auction.

HPS_ONE = hps("1000000000", lines=(hps_line("L1", "1000", "900900"),))


def auctioned(*entries, p1="790000000", corrected="900000000", facts=None, day=17):
    """Two bids of which p1 went below 80 percent in an auction on the 17th."""
    return package(
        bidder("p1", corrected, facts=facts),
        bidder("p2", "950000000"),
        hps=HPS_ONE,
        events=[auction(day=day, p1=p1, p2="940000000")],
        assessments=entries,
    )


def word(day, answer="memenuhi"):
    """The panel's word on p1 of that day of May."""
    return judged(HARGA, answer, "p1", FAIR, when=at(day))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), "belum_dinilai"),
        ((word(16),), "belum_dinilai"),
        ((word(17),), "lulus"),
        ((word(18),), "lulus"),
        ((word(16, "tidak_memenuhi"),), "belum_dinilai"),
        ((word(16, "tidak_memenuhi"), word(18)), "lulus"),
        ((word(16), word(18, "tidak_memenuhi")), "gugur"),
    ],
)
def test_a_judgement_before_the_auction_is_not_on_the_price_that_it_came_to(entries, expected):
    """On the 16th another price was judged; from the auction itself on it is this one."""
    evaluation = evaluated(auctioned(*entries))

    assert verdict(evaluation, HARGA) == expected
    assert "auction.fairness" in unverified(evaluation)


@pytest.mark.parametrize(
    ("total", "asked"),
    [("800000000", False), ("799999999.999999", True), ("799999999.99", True)],
)
def test_the_line_is_on_what_the_auction_came_to(total, asked):
    """80 percent of Rp1 miliar: exactly is not below."""
    evaluation = evaluated(auctioned(p1=total))

    assert (needs(evaluation) == [("evaluasi_harga", "p1", FAIR, "penilaian")]) == asked
    assert (needs(evaluation) == []) != asked


def test_a_price_that_the_auction_left_as_it_was_keeps_its_judgement():
    """790.000.000 before and after: what was judged on the 16th was this price."""
    stayed = auctioned(word(16), p1="790000000", corrected="790000000")

    assert verdict(evaluated(stayed), HARGA) == "lulus"


def test_the_net_bid_goes_down_in_proportion_to_the_auction():
    """900.000.000 to 792.000.000 is 88 %; net 810.810.810,81... x 0,88 = 713.513.513,51..."""
    line_of = as_whole("L1", cost("713513.513513"))
    dearer = as_whole("L1", cost("713513.513514"))
    for lines, proposed in ((line_of, "wajar"), (dearer, "tidak wajar")):
        given = auctioned(p1="792000000", facts=analysis(lines))
        given = evolve(given, tender=evolve(given.tender, category=GOODS))
        assert found(given).facts["usulan"] == proposed


def test_lines_not_analysed_go_down_in_the_same_proportion():
    """L1 600.000.000 and L2 210.810.810 net at 11 %: halved in an auction, both are halved."""
    document = (hps_line("L1", "1", "700000000"), hps_line("L2", "1", "300000000"))
    price = priced("1", line("L1", "1", "600000000"), line("L2", "1", "200000000"))
    given = package(
        bidder("p1", price=price, facts=analysis(by_parts("L1", part("a", "300000000")))),
        bidder("p2", "1000000000"),
        hps=hps("1110000000", lines=document),
        events=[auction(p1="444000000", p2="1000000000")],
    )

    assert figures(given) == outcome("400000000", "400000000", "wajar")


DIFFERENT = "HARGA_ANALISIS_BERBEDA"


@pytest.mark.parametrize(
    ("typed", "told"), [("690000", False), ("69000", True), ("690000.01", True), (None, False)]
)
def test_a_unit_price_that_is_typed_twice_is_held_against_the_line_of_the_bid(typed, told):
    """The price that is explained is the offered one: 690.000, or the analysis says another."""
    evaluation = evaluated(low(as_whole("L1", cost(typed)), category=GOODS))
    words = [each.message for each in evaluation.notices if each.code == DIFFERENT]

    assert len(words) == told
    if told:
        assert "baris L1" in words[0]
        assert "Rp690.000,00 menurut penawaran" in words[0]
    assert evaluation.stage(HARGA).on("p1").verdict == "belum_dinilai"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("711711", False), ("711712", False), ("711713", True), ("711710", True), ("810811", True)],
)
def test_after_an_auction_it_is_held_against_what_that_came_to(typed, told):
    """790.000.000 : 1,11 = 711.711.711,71...; 1.000 units in whole rupiah meet it within 1.000."""
    given = auctioned(facts=analysis(as_whole("L1", cost(typed))))
    evaluation = evaluated(evolve(given, tender=evolve(given.tender, category=GOODS)))

    assert (DIFFERENT in codes(evaluation)) == told


def test_the_price_before_an_auction_is_not_the_one_that_is_explained_after_it():
    """Where the bidder told no new unit price the old one stands for nothing: it is awaited."""
    price = priced("900000000", line("L1", "1000", "810810.81"))
    facts = analysis(as_whole("L1", cost(None, True)))
    given = auctioned()
    bids = bidder("p1", price=price, facts=facts), given.participants[1]
    tender = evolve(given.tender, category=GOODS)
    given = evolve(given, participants=bids, tender=tender)

    assert found(given).reason == "Analisis kewajaran harga belum lengkap: L1"


# Seals.


def test_in_two_files_an_analysis_is_read_only_once_the_price_is_open():
    """It belongs to the price: p2 fell before, and its analysis is never read."""
    facts = analysis(by_parts("L1", part("a", "987654321")))
    price = priced("1", line("L1", "1000", "690000"))
    given = package(
        bidder("p1", price=price, facts=facts),
        bidder("p2", price=price, facts=facts),
        hps=hps("1110000000", lines=THOUSAND),
        envelope=Envelope.DUA_FILE,
        assessments=failed(TEKNIS, "p2"),
    )
    before, after = evaluated(given), evaluated(evolve(given, events=(price_opening(),)))

    assert opened(before) == []
    assert opened(after) == ["p1"]
    assert finding(before, HARGA, RULE) is None
    assert finding(after, HARGA, RULE).facts["usulan"] == "tidak wajar"
    assert finding(after, HARGA, RULE, "p2") is None
    assert "987654321" not in repr(before)


def test_the_order_of_lines_and_components_means_nothing():
    """Turned round, all is the same."""
    document = (*THOUSAND, hps_line("L2", "50", "1"))
    lines = (
        by_parts("L1", part("a", "1"), part("b", cost("2", None)), overhead="5"),
        by_parts("L2", part("a", "1"), part("b", "2"), overhead=None),
    )
    turned = tuple(evolve(each, components=each.components[::-1]) for each in lines[::-1])
    one, other = (evaluated(low(*x, document=document)) for x in (lines, turned))

    assert (one.stages, one.notices, one.values) == (other.stages, other.notices, other.values)


def test_an_analysis_of_a_line_that_the_document_does_not_have_is_refused():
    """In a package made in code as in a file; what it says stays sealed."""
    given = low(by_parts("L1", part("a", "690000")), by_parts("L9", part("a", "1")))

    (who,) = given.participants
    assert [code for code, _ in refusal(given)] == ["PKT071"]
    assert isinstance(reveal_for_storage(who.facts[HARGA].kewajaran_harga), FairnessAnalysis)
    assert isinstance(who.facts[HARGA].kewajaran_harga, Sealed)


# Other readings that a document may choose.


@pytest.mark.parametrize(
    ("profit", "expected"), [(None, None), ("0", "630000000"), ("10", "690000000")]
)
def test_a_document_may_count_the_profit(profit, expected):
    """Since 2 June 2021 there is a reading with it: DV3's 600.000 + 5 % + 10 % on 1.000 units.

    It is the other one: without profit is what a document that is silent has. In it a profit that
    is unknown is open.
    """
    chosen = reading("fairness.comparison", "dengan_keuntungan")
    lines = by_parts("L1", part("a", "600000"), overhead="5", profit=profit)
    told = found(low(lines, regulation=chosen))
    got = told.facts.get("hasil_klarifikasi")

    assert (None if got is None else Decimal(got)) == (expected and Decimal(expected))
    if profit is None:
        assert told.reason == "Analisis kewajaran harga belum lengkap: L1/keuntungan"
    assert Decimal(found(low(lines)).facts["hasil_klarifikasi"]) == 630_000_000


@pytest.mark.parametrize(("value", "stands"), [("penilaian_sebelumnya", True), (None, False)])
def test_a_document_may_let_the_earlier_judgement_stand(value, stands):
    """Judged on the 16th, auctioned on the 17th: only in that reading it is answered."""
    given = auctioned(word(16))
    if value:
        chosen = reading("auction.fairness", value)
        given = evolve(given, tender=evolve(given.tender, regulation=chosen))

    assert verdict(evaluated(given), HARGA) == ("lulus" if stands else "belum_dinilai")
