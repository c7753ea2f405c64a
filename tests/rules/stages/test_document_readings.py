"""Where no text was read the tender's document may choose: each reading changes what it says."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
)
from tender_engine.model import DocumentValue, LifeCycle, Regulation, Requirements
from tender_engine.seals import Sealed
from tender_engine.terms import Category, ComponentKind, Envelope, Method
from tests.builders import (
    HARGA,
    asked,
    bidder,
    codes,
    evaluated,
    finding,
    hps,
    hps_line,
    judged,
    line,
    needs,
    package,
    priced,
    refusal,
    unverified,
)
from tests.happenings import auction, price_opening


def chosen(param, value):
    """A document that sets one value."""
    return Regulation(values=(DocumentValue(param, value, "LDP huruf J", "menurut LDP"),))


def preferred(*bidders, day=(2020, 5, 4), **more):
    """Goods with a preference of 25 percent, announced when the text did not say of what value."""
    terms = {
        "asks": asked(HARGA, criteria=(), tkdn_preference=Decimal(25)),
        "category": Category.BARANG,
        "hps": hps("1000000000", lines=None),
        "pagu": Decimal("1000000000.01"),
        "announced_on": dt.date(*day),
    }
    who = bidders or (bidder(price=priced("900000000", tkdn_percent=Decimal(40))),)
    return package(*who, **(terms | more))


@pytest.mark.parametrize(("value", "hea"), [("hps", None), ("pagu", Decimal(810000000))])
def test_of_what_value_the_old_text_speaks(value, hea):
    """HPS Rp1 miliar exactly, pagu one sen more: only the pagu is above the line.

    900.000.000 x (1 - 0,4 x 0,25) = 810.000.000.
    """
    made = evaluated(preferred(regulation=chosen("preference.measured_by", value)))

    assert made.price("p1").hea == hea
    assert ("PREFERENSI_TIDAK_BERLAKU" in codes(made)) == (hea is None)


def test_since_the_amendment_the_text_says_it_and_nobody_chooses():
    """Pasal 67 ayat (2) as amended: the value of the HPS."""
    given = preferred(day=(2021, 2, 2), regulation=chosen("preference.measured_by", "pagu"))

    assert refusal(given) == [("ATR007", "tender.regulation.values.0.value")]


@pytest.mark.parametrize(
    ("value", "hea"),
    [("termasuk_ppn", Decimal("999000000")), ("tanpa_ppn", Decimal("1010000000"))],
)
def test_whether_a_line_is_preferred_with_its_ppn(value, hea):
    """A line of 1.000 million and 1.110 with PPN; KP 0,1: less 111 or 100 million."""
    price = priced("1110000000", line("L1", "100", "10000000", tkdn_percent=Decimal(40)))
    made = evaluated(
        preferred(
            bidder(price=price),
            hps=hps("1200000000", lines=(hps_line(),)),
            regulation=chosen("preference.line_price", value),
        )
    )

    assert made.price("p1").hea == hea


@pytest.mark.parametrize("value", ["hea_menggantikan_harga", "tidak_diperhitungkan"])
def test_whether_another_method_counts_a_preference(value):
    """Costs over a life: by HEA, or by the price as if no preference were set."""
    life = LifeCycle((Decimal(1),), (Decimal(1),), Decimal(0))
    asks = {HARGA: Requirements(tkdn_preference=Decimal(25), operating_years=1)}
    price = priced("900000000", tkdn_percent=Decimal(40), life_cycle=life)
    made = evaluated(
        preferred(
            bidder(price=price),
            asks=asks,
            method=Method.UMUR_EKONOMIS,
            envelope=Envelope.DUA_FILE,
            hps=hps("1100000000", lines=None),
            regulation=chosen("preference.other_methods", value),
            events=[price_opening()],
        )
    )
    counted = value == "hea_menggantikan_harga"

    assert (made.price("p1").hea is None) is not counted
    assert made.ranking[0].figure == Decimal(810000002 if counted else 900000002)


def low_bid(value):
    """Unit price 689.000; 600.000 direct, 5 % overhead, 10 % profit: 630 or 690 thousand."""
    known = BasePrice(Decimal(600000), True)
    part = Component("u", ComponentKind.UPAH, "Pekerja", "OH", Coefficient(Decimal(1), True), known)
    found = AnalysedLine("L1", (part,), Decimal(5), Decimal(10))
    facts = {HARGA: {"kewajaran_harga": Sealed(FairnessAnalysis((found,)))}}
    price = priced("764790000", line("L1", "1000", "689000"))
    return package(
        bidder(price=price, facts=facts),
        hps=hps("999000000", lines=(hps_line("L1", "1000", "900000"),)),
        regulation=chosen("fairness.comparison", value),
    )


@pytest.mark.parametrize(
    ("value", "cost", "proposed"),
    [
        ("tanpa_keuntungan", "630000000", "wajar"),
        ("dengan_keuntungan", "690000000", "tidak wajar"),
    ],
)
def test_whether_profit_counts_in_what_a_bid_is_compared_with(value, cost, proposed):
    """Bid 689 million: 600.000 x 1,05 x 1.000 is below it, 600.000 x 1,15 x 1.000 above."""
    found = finding(evaluated(low_bid(value)), HARGA, "price.fairness_analysis")

    assert (found.facts["hasil_klarifikasi"], found.facts["usulan"]) == (cost, proposed)


def auctioned(**more):
    """Two bids under an HPS of 1.221 million; an auction brings p1 from 900 to 890 million."""
    judgement = judged(HARGA, "memenuhi", "p1", "kewajaran_harga")
    return package(
        bidder("p1", "900000000"),
        bidder("p2", "1100000000"),
        assessments=[judgement],
        events=[auction(day=18, p1="890000000", p2="1000000000")],
        **more,
    )


@pytest.mark.parametrize("value", ["dinilai_kembali", "penilaian_sebelumnya"])
def test_whether_a_judgement_before_an_auction_still_answers(value):
    """It was judged on the 16th, and lowered on the 18th."""
    made = evaluated(auctioned(regulation=chosen("auction.fairness", value)))
    awaited = [("evaluasi_harga", "p1", "kewajaran_harga", "penilaian")]

    assert needs(made) == (awaited if value == "dinilai_kembali" else [])


@pytest.mark.parametrize(
    ("value", "bond"),
    [("harga_reverse_auction", "50000000"), ("harga_sebelum_auction", "39950000")],
)
def test_by_which_price_the_base_of_the_bond_goes_after_an_auction(value, bond):
    """HPS 1.000 million; from 850 to 799 million: 5 % of the HPS, or of the contract."""
    given = package(
        bidder("p1", "850000000"),
        bidder("p2", "900000000"),
        hps=hps("1000000000", lines=None),
        events=[auction(day=18, p1="799000000", p2="880000000")],
        regulation=chosen("bond.after_auction", value),
    )

    assert evaluated(given).price("p1").performance_bond == Decimal(bond)


@pytest.mark.parametrize(
    ("value", "taken"), [("0", True), ("1000", True), ("-1", False), ("1000001", False)]
)
def test_a_document_says_how_far_a_breakdown_may_be_rounded(value, taken):
    """In rupiah, not below zero."""
    given = package(regulation=chosen("price.breakdown_within", value))

    if taken:
        assert evaluated(given).state == "dihitung"
    else:
        assert [code for code, _ in refusal(given)] == ["ATR007"]


def test_what_a_document_sets_is_still_unverified():
    """A final record needs a konfirmasi_nilai of it."""
    made = evaluated(low_bid("dengan_keuntungan"))
    used = next(value for value in made.values if value.param == "fairness.comparison")

    assert (used.set_by, used.clause, used.value) == ("dokumen", "LDP huruf J", "dengan_keuntungan")
    assert "fairness.comparison" in unverified(made)
