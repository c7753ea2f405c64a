"""Preferensi harga: Perpres 16/2018 Pasal 67, on both sides of each line, to the last fraction."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.events import RankingDecision
from tender_engine.model import Requirements, StatedParts
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Category, Contract, Envelope, Method, Part, ProcedureName
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
    unverified,
    verdict,
    with_participant,
)
from tests.clarified import local, preferred, reading
from tests.happenings import price_opening
from tests.procurements import (
    applicant,
    contest,
    invited,
    lives,
    ranked,
    scored,
    scored_criterion,
    with_life,
)

GOODS, WORKS, SERVICES = Category.BARANG, Category.PEKERJAAN_KONSTRUKSI, Category.JASA_LAINNYA
BILLION = 10**9
SEN, LEAST = Decimal("0.01"), Decimal("0.000001")
RULE = "price.preference"
OLD, NEW = dt.date(2021, 2, 1), dt.date(2021, 2, 2)


def purchase(*bidders, rate="25", total="1221000000", lines=None, **more):
    """A purchase of goods under a preference."""
    terms = {"category": GOODS, "hps": hps(total, lines=lines), "asks": preferred(rate)}
    return package(*bidders, **(terms | more))


def hea(given, name="p1"):
    """The HEA in the record; `None` where there is none."""
    return evaluated(given).price(name).hea


@pytest.mark.parametrize(
    ("total", "given"),
    [
        (Decimal(BILLION) - LEAST, False),
        (Decimal(BILLION), False),
        (Decimal(BILLION) + LEAST, True),
        (Decimal(BILLION) + SEN, True),
    ],
)
def test_it_is_given_above_one_billion_only(total, given):
    """Pasal 67 ayat (2), "paling sedikit di atas": exactly Rp1.000.000.000 is not above it."""
    evaluation = evaluated(purchase(local("p1", "900000000", "50"), total=total))

    assert evaluation.price("p1").hea == (Decimal("787500000") if given else None)
    assert ("PREFERENSI_TIDAK_BERLAKU" in codes(evaluation)) != given
    assert (finding(evaluation, HARGA, RULE) is not None) == given


def test_it_is_the_hps_that_is_measured_and_not_the_bid():
    """A bid of less than Rp1.000.000.000 under an HPS above it is preferred."""
    assert hea(purchase(local("p1", "980000000", "40"), total="1000000000.01")) == Decimal(
        "882000000"
    )


@pytest.mark.parametrize(
    ("tkdn", "expected"),
    [
        ("0", "1000000000"),
        ("24.99", "1000000000"),
        ("24.999999", "1000000000"),
        ("25", "937500000"),  # 25 x 25 = 6,25 percent
        ("25.000001", "937499997.5"),  # the least more is 0,25 millionths of a percent
        ("25.01", "937475000"),
        ("100", "750000000"),
    ],
)
def test_below_twenty_five_percent_there_is_none(tkdn, expected):
    """Pasal 67 ayat (3): at least 25 percent TKDN; KP = TKDN x preference from there on."""
    assert hea(purchase(local("p1", BILLION, tkdn))) == Decimal(expected)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("25", "875000000"), ("24.999999", "875000005"), ("7.5", "962500000"), ("1", "995000000")],
)
def test_the_document_sets_the_rate(rate, expected):
    """1.000.000.000 at TKDN 50: (1 - 0,5 x rate) x HP, never rounded."""
    found = evaluated(purchase(local("p1", BILLION, "50"), rate=rate))

    assert found.price("p1").hea == Decimal(expected)
    assert finding(found, HARGA, RULE).facts["preferensi"] == rate


@pytest.mark.parametrize("asks", [{}, preferred("0")])
def test_without_a_rate_there_is_no_preference_and_no_word_of_it(asks):
    """Absent or zero: TKDN changes nothing and nothing is asked."""
    given = purchase(local("p1", "1100000000", "90"), local("p2", "1000000000", None), asks=asks)
    evaluation = evaluated(given)

    assert ranked(evaluation) == [(1, "p2"), (2, "p1")]
    assert [price.hea for price in evaluation.prices] == [None, None]
    assert {place.by for place in evaluation.ranking} == {"harga_terkoreksi"}
    assert not [code for code in codes(evaluation) if "PREFERENSI" in code or "TKDN" in code]


def test_the_order_follows_it_and_the_contract_does_not():
    """D5: rank by the lowest HEA; the contract is the price that was bid, and so is the bond.

    p1 1.150.000.000 at TKDN 60: 977.500.000. p2 1.000.000.000 at 0. 5 % of 1.150.000.000 is due.
    """
    found = evaluated(purchase(local("p1", "1150000000", "60"), local("p2", BILLION, "0")))

    assert ranked(found) == [(1, "p1"), (2, "p2")]
    assert [(place.by, place.figure) for place in found.ranking] == [
        ("hea", Decimal(977_500_000)), ("hea", Decimal(BILLION)),
    ]  # fmt: skip
    assert found.price("p1").final_total == Decimal(1_150_000_000)
    assert found.price("p1").performance_bond == Decimal(57_500_000)
    assert found.winner == "p1"


def test_a_price_above_the_hps_is_not_brought_under_it():
    """The ceiling is on what is bid; an HEA below it rescues nobody."""
    found = evaluated(purchase(local("p1", Decimal("1221000000") + LEAST, "100")))

    assert verdict(found, HARGA) == "gugur"
    assert found.price("p1").hea < Decimal(1_221_000_000)


def test_eighty_percent_is_of_the_price_and_not_of_the_hea():
    """976.800.000 is 80 percent: an HEA far below it asks nobody for its fairness."""
    at_the_line = evaluated(purchase(local("p1", "976800000", "100")))
    below = evaluated(purchase(local("p1", Decimal("976800000") - LEAST, "100")))

    assert verdict(at_the_line, HARGA) == "lulus"
    assert needs(below) == [("evaluasi_harga", "p1", "kewajaran_harga", "penilaian")]


def test_only_bids_that_passed_before_are_compared():
    """Pasal 67 ayat (6): who fell at technical has no rank, whatever its HEA."""
    bids = local("p1", BILLION, "100"), local("p2", "1200000000", "0")
    found = evaluated(purchase(*bids, assessments=failed(TEKNIS, "p1")))

    assert ranked(found) == [(1, "p2")]


def test_what_it_found_is_told_with_its_figures():
    """Rate, TKDN, price, what is taken off, HEA; and under which values of the law."""
    found = finding(evaluated(purchase(local("p1", BILLION, "40"))), HARGA, RULE)

    assert found.verdict == "lulus"
    assert {name: found.facts[name] for name in ("preferensi", "tkdn", "baris")} == {
        "preferensi": "25", "tkdn": "40", "baris": "seluruh penawaran",
    }  # fmt: skip
    assert Decimal(found.facts["harga_penawaran"]) == BILLION
    assert Decimal(found.facts["pengurang"]) == 100_000_000
    assert Decimal(found.facts["hea"]) == 900_000_000
    assert "Rp900.000.000,00" in found.reason
    assert {
        "preference.above", "preference.formula", "preference.given_for", "preference.least_tkdn",
        "preference.most", "preference.measured_by", "preference.contract_price",
    } <= {value.param for value in found.values}  # fmt: skip
    assert "preference.other_methods" not in {value.param for value in found.values}


def test_a_clause_is_cited():
    """Where the document says which clause sets the preference."""
    asks = preferred(clauses={"tkdn_preference": "LDP huruf K"})
    found = finding(evaluated(purchase(local("p1", BILLION, "40"), asks=asks)), HARGA, RULE)

    assert found.citations[0].clause == "LDP huruf K"


@pytest.mark.parametrize(
    ("day", "articles"),
    [
        (OLD, {"most": "Pasal 67 ayat (4)", "least_tkdn": "Pasal 67 ayat (3)",
               "formula": "Pasal 67 ayat (8)"}),
        (NEW, {"most": "Pasal 67 ayat (3) huruf b", "least_tkdn": "Pasal 67 ayat (3) huruf a",
               "formula": "Pasal 67 ayat (3) huruf e"}),
    ],
)  # fmt: skip
def test_each_value_is_cited_as_it_stood(day, articles):
    """Perpres 12/2021 rewrote Pasal 67 from 2 February 2021 on."""
    given = purchase(local("p1", BILLION, "40"), announced_on=day)
    evaluation = evaluated(given)
    used = {value.param: value for value in evaluation.values}

    assert {name: used[f"preference.{name}"].article for name in articles} == articles
    assert ("preference.measured_by" in unverified(evaluation)) == (day == OLD)


@pytest.mark.parametrize(
    ("day", "unread"), [(dt.date(2025, 4, 29), False), (dt.date(2025, 4, 30), True)]
)
def test_from_46_2025_on_the_record_says_that_it_was_not_read(day, unread):
    """The values carry on; the record says so from the day of Perpres 46/2025."""
    evaluation = evaluated(purchase(local("p1", BILLION, "40"), announced_on=day))

    assert evaluation.price("p1").hea == Decimal(900_000_000)
    assert ("REZIM_BELUM_DIBACA" in codes(evaluation)) == unread


# For what it is given: goods, and until 2 February 2021 services too.


@pytest.mark.parametrize(
    ("category", "day", "expected"),
    [
        (SERVICES, OLD, "900000000"),
        (SERVICES, NEW, None),
        (WORKS, OLD, None),
        (WORKS, NEW, None),
        (GOODS, OLD, "900000000"),
        (GOODS, NEW, "900000000"),
    ],
)
def test_services_of_a_jasa_lainnya_are_preferred_until_2021_only(category, day, expected):
    """Pasal 67 ayat (3) had barang/jasa in 2018, and barang from 2 February 2021 on."""
    given = purchase(local("p1", BILLION, "40"), category=category, announced_on=day)
    evaluation = evaluated(given)

    assert evaluation.price("p1").hea == (None if expected is None else Decimal(expected))
    assert ("PREFERENSI_TANPA_BARANG" in codes(evaluation)) == (expected is None)


PUMP = hps_line("L1", "10", "50000000", goods=True)
PIPE = hps_line("L2", "100", "5000000")
WITHIN = {"category": WORKS, "lines": (PUMP, PIPE), "total": "1110000000"}


def works(*lines, total="1000000000", name="p1", **more):
    """A bid for works with goods within."""
    return bidder(name, price=priced(total, *lines, **more))


def test_within_works_only_the_goods_are_preferred():
    """D6: HEA = HP - sum of KP x price of each line of goods, with PPN.

    L1 10 x 45.000.000 x 1,11 = 499.500.000 at TKDN 40 and 25 %: 49.950.000. HP 1.021.200.000 (with
    L2 100 x 4.700.000 x 1,11 = 521.700.000), HEA 971.250.000. The TKDN of L2 does not count.
    """
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "4700000", tkdn_percent=Decimal(100)),
    )
    evaluation = evaluated(purchase(bid, **WITHIN))
    found = finding(evaluation, HARGA, RULE)

    assert evaluation.price("p1").corrected_total == Decimal(1_021_200_000)
    assert evaluation.price("p1").hea == Decimal(971_250_000)
    assert (found.facts["baris"], found.facts["tkdn"]) == ("L1", "40")
    assert {"preference.combined", "preference.line_price"} <= {v.param for v in found.values}
    assert "preference.line_price" in unverified(evaluation)


def test_it_is_the_corrected_line_that_counts():
    """9 are offered and 10 asked: KP is on 10 x 45.000.000 x 1,11, whatever was written."""
    bid = works(
        line("L1", "9", "45000000", "1", tkdn_percent=Decimal(40)), line("L2", "100", "4700000")
    )

    assert hea(purchase(bid, **WITHIN)) == Decimal(971_250_000)


@pytest.mark.parametrize(("rate", "taken_off"), [("0", "45000000"), (None, "49950000")])
def test_each_line_bears_its_own_ppn(rate, taken_off):
    """450.000.000 net: at 0 % PPN KP takes 10 % of 450.000.000, at 11 % of 499.500.000."""
    own = None if rate is None else Decimal(rate)
    document = (evolve(PUMP, vat_percent=own), PIPE)
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)), line("L2", "100", "4700000")
    )
    price = evaluated(purchase(bid, **(WITHIN | {"lines": document}))).price("p1")

    assert price.corrected_total - price.hea == Decimal(taken_off)


def test_by_line_and_as_a_whole_the_same_tkdn_is_worth_the_same():
    """Lines of 11 % and 0 % PPN, both at TKDN 60: 15 percent of the total either way."""
    document = (PUMP, evolve(PIPE, vat_percent=Decimal(0)))
    two = [("L1", "10", "45000000"), ("L2", "100", "4700000")]
    by_line = works(*(line(*each, tkdn_percent=Decimal(60)) for each in two))
    whole = works(*(line(*each) for each in two), tkdn_percent=Decimal(60))
    terms = {"category": GOODS, "lines": (evolve(PUMP, goods=None), document[1])}

    # (499.500.000 + 470.000.000) x 0,85
    assert hea(purchase(by_line, **terms)) == hea(purchase(whole, **terms)) == Decimal("824075000")


def test_several_lines_are_summed_and_those_below_the_least_take_nothing_off():
    """L1 at 40: 49.950.000; L2 at 24,999999: nothing; L3 111.000.000 at 100: 27.750.000."""
    document = (PUMP, evolve(PIPE, goods=True), hps_line("L3", "1", "100000000", goods=True))
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "1000000", tkdn_percent=Decimal("24.999999")),
        line("L3", "1", "100000000", tkdn_percent=Decimal(100)),
    )
    evaluation = evaluated(purchase(bid, **(WITHIN | {"lines": document})))
    price, found = evaluation.price("p1"), finding(evaluation, HARGA, RULE)

    assert price.corrected_total - price.hea == Decimal(77_700_000)
    assert (found.facts["baris"], found.facts["tkdn"]) == ("L1, L3", "per baris")


@pytest.mark.parametrize(
    ("bid", "expected"),
    [
        ([line("L1", "10", None, None), line("L2", "100", "9000000")], "999000000"),
        ([line("L2", "100", "9000000")], "999000000"),
        ([line("L1", "10", "0"), line("L2", "100", "9000000")], "999000000"),
        ([line("L1", "10", "0.000001"), line("L2", "100", "9000000")], None),
    ],
    ids=["blank", "missing", "nothing", "the least"],
)
def test_a_line_that_costs_nothing_needs_no_tkdn(bid, expected):
    """Blank, left out or zero: nothing to prefer. The least that it costs asks for its TKDN."""
    evaluation = evaluated(purchase(works(*bid), **WITHIN))

    assert evaluation.price("p1").hea == (None if expected is None else Decimal(expected))
    waiting = [("evaluasi_harga", "p1", "tkdn", "tkdn")]
    assert needs(evaluation) == ([] if expected else waiting)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((None, None), "849150000"),
        ((True, None), "849150000"),
        ((True, False), None),
        ((None, False), None),
    ],
)
def test_of_goods_every_line_counts_but_those_marked_otherwise(marks, expected):
    """A whole TKDN speaks for a bid that is goods throughout; else the lines have to say."""
    document = tuple(
        evolve(each, goods=mark) for each, mark in zip((PUMP, PIPE), marks, strict=True)
    )
    bid = works(
        line("L1", "10", "45000000"), line("L2", "100", "4500000"), tkdn_percent=Decimal(60)
    )
    evaluation = evaluated(purchase(bid, category=GOODS, lines=document, total="1110000000"))

    # 900.000.000 x 1,11 x 0,85
    assert evaluation.price("p1").hea == (None if expected is None else Decimal(expected))
    assert verdict(evaluation, HARGA) == ("belum_dinilai" if expected is None else "lulus")


@pytest.mark.parametrize(("day", "expected"), [(NEW, "971250000"), (OLD, "840825000")])
def test_services_within_a_purchase_are_left_out_since_2021(day, expected):
    """L2 is marked as no goods. Until then goods and services counted alike: 130.425.000 less."""
    document = (evolve(PUMP, goods=None), evolve(PIPE, goods=False))
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "4700000", tkdn_percent=Decimal(100)),
    )

    terms = {"category": GOODS, "lines": document, "total": "1110000000", "announced_on": day}
    assert hea(purchase(bid, **terms)) == Decimal(expected)


# From 30 April 2025: goods and services, and works by what the bidder commits to.

BEFORE, AFTER = dt.date(2025, 4, 29), dt.date(2025, 4, 30)


def cleaning(day, **more):
    """Three bids for a jasa lainnya."""
    bids = (
        local("p1", "1054500000", "60"),
        local("p2", "1043400000", "0"),
        local("p3", "1098900000", "30"),
    )
    terms = {"category": SERVICES, "total": "1108890000", "announced_on": day}
    return purchase(*bids, **(terms | more))


def test_services_are_preferred_from_30_april_2025():
    """(1 - 60 % x 25 %) x 1.054.500.000 and (1 - 30 % x 25 %) x 1.098.900.000; p2 has none."""
    evaluation = evaluated(cleaning(AFTER))

    assert ranked(evaluation) == [(1, "p1"), (2, "p3"), (3, "p2")]
    assert [place.figure for place in evaluation.ranking] == [
        Decimal("896325000"), Decimal("1016482500"), Decimal("1043400000"),
    ]  # fmt: skip
    assert evaluation.price("p1").final_total == Decimal("1054500000")
    used = {value.param: value for value in evaluation.values}["preference.given_for"]
    assert (used.article, str(used.source)) == ("Pasal 67", "secondary")


@pytest.mark.parametrize(
    ("day", "more"),
    [
        (BEFORE, {}),
        (AFTER, {"regulation": reading("preference.given_for", "barang")}),
    ],
)
def test_the_day_before_and_where_the_document_says_goods_alone_they_are_not(day, more):
    """By the price: B 1.043.400.000, A 1.054.500.000, C 1.098.900.000."""
    evaluation = evaluated(cleaning(day, **more))

    assert ranked(evaluation) == [(1, "p2"), (2, "p1"), (3, "p3")]
    assert "PREFERENSI_TANPA_BARANG" in codes(evaluation)


@pytest.mark.parametrize(("tkdn", "expected"), [("24.999999", "1000000000"), ("25", "937500000")])
def test_services_need_twenty_five_percent_as_goods_do(tkdn, expected):
    """25 x 25 = 6,25 percent off, and nothing below it."""
    bid = local("p1", BILLION, tkdn)

    assert hea(purchase(bid, category=SERVICES, announced_on=AFTER)) == Decimal(expected)


def building(*bids, least="40", day=AFTER, **more):
    """Works above the line, whose document sets the least commitment."""
    asks = preferred(tkdn_least=None if least is None else Decimal(least))
    terms = {"category": WORKS, "total": "4000000000", "announced_on": day, "asks": asks}
    return purchase(*bids, **(terms | more))


def test_works_are_preferred_by_their_commitment():
    """3.800.000.000 at 60: 3.230.000.000, before 3.500.000.000 whose 39,999999 is below 40."""
    bids = local("p1", "3800000000", "60"), local("p2", "3500000000", "39.999999")
    evaluation = evaluated(building(*bids))

    assert ranked(evaluation) == [(1, "p1"), (2, "p2")]
    assert [place.figure for place in evaluation.ranking] == [
        Decimal("3230000000"), Decimal("3500000000"),
    ]  # fmt: skip
    assert ranked(evaluated(building(*bids, day=BEFORE))) == [(1, "p2"), (2, "p1")]


@pytest.mark.parametrize(
    ("least", "tkdn", "expected"),
    [
        ("40", "39.999999", "3500000000"),
        ("40", "40", "3150000000"),
        ("20", "20", "3325000000"),
        ("0", "0", "3500000000"),
    ],
)
def test_the_least_commitment_is_the_documents(least, tkdn, expected):
    """3.500.000.000 less 40 x 25 = 10 percent from 40 on; the 25 of goods is no limit of works."""
    assert hea(building(local("p1", "3500000000", tkdn), least=least)) == Decimal(expected)


@pytest.mark.parametrize("tkdn", ["60", None])
def test_without_the_documents_limit_works_wait(tkdn):
    """Nobody can tell from which commitment on there is a preference."""
    evaluation = evaluated(building(local("p1", "3800000000", tkdn), least=None))

    assert needs(evaluation) == [("evaluasi_harga", "p1", "tkdn", "batas_komitmen_tkdn")]
    assert (evaluation.state, evaluation.price("p1").hea) == ("menunggu", None)


def test_a_commitment_that_is_unknown_is_awaited():
    """Works without a line of goods have nothing else that could be preferred."""
    evaluation = evaluated(building(local("p1", "3800000000", None)))

    assert needs(evaluation) == [("evaluasi_harga", "p1", "tkdn", "tkdn")]


@pytest.mark.parametrize(
    ("category", "more"),
    [(SERVICES, {}), (WORKS, {"asks": preferred(tkdn_least=Decimal(40))})],
)
def test_the_whole_counts_where_it_is_stated_and_else_the_lines_marked_as_goods(category, more):
    """L1 499.500.000 of 1.021.200.000 with PPN at 40: 49.950.000 less; all of it at 60: 15 %."""
    document = (PUMP, PIPE)
    offered = (
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "4700000", tkdn_percent=Decimal(100)),
    )
    terms = {"category": category, "lines": document, "total": "1110000000"}
    terms = terms | {"announced_on": AFTER} | more
    by_line, whole = works(*offered), works(*offered, tkdn_percent=Decimal(60))
    told = evaluated(purchase(whole, **terms))
    (twice,) = [n for n in told.notices if n.code == "TKDN_DINYATAKAN_DUA_KALI"]

    assert hea(purchase(by_line, **terms)) == Decimal("971250000")
    assert told.price("p1").hea == Decimal("868020000")
    assert "seluruh penawaran" in twice.message


@pytest.mark.parametrize(
    ("category", "day", "unused"),
    [(WORKS, AFTER, False), (WORKS, BEFORE, True), (GOODS, AFTER, True), (SERVICES, AFTER, True)],
)
def test_a_limit_that_nothing_reads_is_told(category, day, unused):
    """Only works announced from 30 April 2025 on are measured against it."""
    evaluation = evaluated(building(local("p1", "3500000000", "60"), category=category, day=day))

    assert ("BATAS_KOMITMEN_TKDN_TIDAK_DIPAKAI" in codes(evaluation)) == unused


# What is not known waits.


def test_a_tkdn_that_is_unknown_is_awaited_and_nobody_is_ranked():
    """Unknown is not zero; a TKDN of nothing is known."""
    one = evaluated(purchase(local("p1", BILLION, None), local("p2", "1100000000", "0")))
    both = evaluated(purchase(local("p1", BILLION, "0"), local("p2", "1100000000", "0")))

    assert needs(one) == [("evaluasi_harga", "p1", "tkdn", "tkdn")]
    assert (one.state, one.ranking, one.price("p1").hea) == ("menunggu", (), None)
    assert finding(one, HARGA, RULE).reason == "TKDN belum diketahui pada seluruh penawaran"
    assert ranked(both) == [(1, "p1"), (2, "p2")]


def test_every_line_whose_tkdn_is_unknown_is_named():
    """Both goods lines; the third is no goods."""
    document = (PUMP, evolve(PIPE, goods=True), hps_line("L3", "1", "100000000"))
    bid = works(line("L1", "10", "45000000"), line("L2", "100", "1"), line("L3", "1", "1"))
    found = finding(evaluated(purchase(bid, **(WITHIN | {"lines": document}))), HARGA, RULE)

    assert found.reason == "TKDN belum diketahui pada L1, L2"


def test_one_unknown_line_among_known_ones_waits():
    """What is known of L1 is not enough."""
    document = (PUMP, evolve(PIPE, goods=True))
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)), line("L2", "100", "4700000")
    )
    evaluation = evaluated(purchase(bid, **(WITHIN | {"lines": document})))

    assert finding(evaluation, HARGA, RULE).reason == "TKDN belum diketahui pada L2"
    assert evaluation.price("p1").hea is None


def test_a_ready_made_total_has_no_lines_to_prefer():
    """Within works the prices of the goods are unknown where the bid has no lines."""
    evaluation = evaluated(purchase(local("p1", BILLION, "100"), **WITHIN))

    assert finding(evaluation, HARGA, RULE).reason == "Harga barang belum dapat dirinci pada L1"
    assert needs(evaluation) == [("evaluasi_harga", "p1", "tkdn", "rincian_harga")]


def test_who_falls_anyway_is_not_waited_for():
    """Above the HPS no TKDN is awaited."""
    given = purchase(local("p1", "1221000000.01", None), local("p2", BILLION, "0"))
    evaluation = evaluated(given)

    assert (needs(evaluation), evaluation.winner) == ([], "p2")


def test_lines_go_before_what_is_said_of_the_whole():
    """A notice tells that both are stated; the lines are taken."""
    lines = (line("L1", "10", "45000000", tkdn_percent=Decimal(40)),)
    document = (evolve(PUMP, goods=None),)
    both = works(*lines, tkdn_percent=Decimal(100))
    evaluation = evaluated(purchase(both, category=GOODS, lines=document))
    only = evaluated(purchase(works(*lines), category=GOODS, lines=document))

    assert evaluation.price("p1").hea == only.price("p1").hea == Decimal("449550000")
    assert "TKDN_DINYATAKAN_DUA_KALI" in codes(evaluation)
    assert "TKDN_DINYATAKAN_DUA_KALI" not in codes(only)


# Contracts whose lines are not multiplied.


@pytest.mark.parametrize(
    ("total", "lines", "expected"),
    [
        ("999000000", ("400000000", "500000000"), "943500000"),
        ("999000000.01", ("400000000", "500000000"), "943500000.01"),
        ("998999999.99", ("400000000", "500000000"), "943499999.99"),
        ("998999999.000001", ("400000000", "500000000"), "943499999.000001"),
        ("998999999", ("400000000", "500000000"), None),
        ("998999998.999999", ("400000000", "500000000"), None),
        ("1009000000", ("400000000", "500000000"), "953500000"),
        ("555000000", (None, "500000000"), None),
        ("444000000", ("400000000", None), "388500000"),
        ("999000000", (None, None), None),
    ],
    ids=[
        "fits",
        "a sen under",
        "a sen over",
        "under a rupiah",
        "a rupiah",
        "over a rupiah",
        "far under",
        "goods left out",
        "other left out",
        "nothing broken down",
    ],
)
def test_the_breakdown_of_a_lumsum_price_says_what_each_line_costs(total, lines, expected):
    """L1 as written 400.000.000 x 1,11 at TKDN 50: 55.500.000 off the stated total.

    A breakdown of a rupiah or more above the price says of no line what it costs, and one that
    leaves the goods out has them somewhere in it.
    """
    written = [
        line(name, volume, "1", amount, tkdn_percent=None if tkdn is None else Decimal(tkdn))
        for (name, volume, tkdn), amount in zip(
            [("L1", "10", "50"), ("L2", "100", None)], lines, strict=True
        )
        if amount is not None
    ]
    bid = bidder(price=evolve(priced(total), lines=tuple(written), corrected_total=None,
                              corrected_by=None))  # fmt: skip
    evaluation = evaluated(purchase(bid, contract=Contract.LUMSUM, **WITHIN))

    assert evaluation.price("p1").hea == (None if expected is None else Decimal(expected))
    unknown = ("evaluasi_harga", "p1", "tkdn", "rincian_harga")
    assert (unknown in needs(evaluation)) == (expected is None)


def test_in_a_gabungan_both_parts_have_goods():
    """L1 499.500.000 at 40: 49.950.000; L2, which is lumsum, 333.000.000 at 100: 83.250.000.

    HP (450.000.000 + 300.000.000) x 1,11 = 832.500.000; HEA 699.300.000.
    """
    document = (
        evolve(PUMP, part=Part.HARGA_SATUAN),
        hps_line("L2", "1", "500000000", part=Part.LUMSUM, goods=True),
    )
    bid = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "1", "300000000", tkdn_percent=Decimal(100)),
        total="832500000",
        stated_parts=StatedParts(Decimal(450_000_000), Decimal(300_000_000)),
    )
    terms = WITHIN | {"lines": document}

    assert hea(purchase(bid, contract=Contract.GABUNGAN, **terms)) == Decimal(699_300_000)


# Equal ones.


def equal_hea(*tkdns):
    """Bids of one HEA, 900.000.000: HP / (1 - KP) where that ends."""
    totals = {"0": "900000000", "40": "1000000000", "100": "1200000000", "20": "900000000"}
    bids = [local(f"p{n}", totals[tkdn], tkdn) for n, tkdn in enumerate(tkdns, 1)]
    return purchase(*bids, assessments=fair(*(who.id for who in bids)))


def fair(*names):
    """Judgements that low prices are fair."""
    return [judged(HARGA, "memenuhi", name, "kewajaran_harga") for name in names]


def test_of_equal_hea_the_higher_tkdn_is_first():
    """Pasal 67 ayat (9), later (3) huruf f: 40 before 0, and 100 before both."""
    evaluation = evaluated(equal_hea("0", "40", "100"))

    assert {place.figure for place in evaluation.ranking} == {Decimal(900_000_000)}
    assert ranked(evaluation) == [(1, "p3"), (2, "p2"), (3, "p1")]
    assert "SAMA_DIURUTKAN_TKDN" in codes(evaluation)
    assert needs(evaluation) == []
    assert "preference.equal_hea" in {value.param for value in evaluation.values}


def test_even_a_tkdn_that_earns_nothing_orders_equal_ones():
    """The text says the higher TKDN, and 20 is higher than 0."""
    assert ranked(evaluated(equal_hea("0", "20"))) == [(1, "p2"), (2, "p1")]


def test_equal_in_hea_and_tkdn_the_pokja_decides():
    """Nobody is put before the other by the law."""
    given = equal_hea("40", "40", "0")
    open_, settled = evaluated(given), evaluated(
        evolve(given, events=(RankingDecision(at(18), ("m1", "m2"), ("p2", "p1"), "dibahas"),))
    )  # fmt: skip

    assert ranked(open_) == [(1, "p1"), (1, "p2"), (3, "p3")]
    assert {need for *_, need in needs(open_)} == {"keputusan_peringkat"}
    assert ranked(settled) == [(1, "p2"), (2, "p1"), (3, "p3")]


def test_without_one_tkdn_a_bid_has_no_higher_one():
    """By line 40 and 100: no single figure to compare with the other's, so the Pokja decides."""
    document = (evolve(PUMP, goods=None), evolve(PIPE, goods=None))
    mixed = works(
        line("L1", "10", "45000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "4700000", tkdn_percent=Decimal(100)),
    )
    # 1.021.200.000 - 49.950.000 - 130.425.000
    other = local("p2", "840825000", "0")
    given = purchase(
        mixed, other, category=GOODS, lines=document, total="1050000000", assessments=fair("p2")
    )
    evaluation = evaluated(given)

    assert {place.figure for place in evaluation.ranking} == {Decimal(840_825_000)}
    assert ranked(evaluation) == [(1, "p1"), (1, "p2")]
    assert "SAMA_DIURUTKAN_TKDN" not in codes(evaluation)


def test_equal_ones_stand_together_where_one_of_them_has_no_single_tkdn():
    """Three of HEA 900.000.000: one at 0, one at 40, one by line at 40 and 100. All three wait."""
    document = (evolve(PUMP, goods=None), evolve(PIPE, goods=None))
    mixed = works(
        line("L1", "10", "40000000", tkdn_percent=Decimal(40)),
        line("L2", "100", "5000000", tkdn_percent=Decimal(100)),
    )
    # (400.000.000 x 0,9 + 500.000.000 x 0,75) x 1,11 = 815.850.000
    others = local("p2", "815850000", "0"), local("p3", "906500000", "40")
    given = purchase(
        mixed, *others, category=GOODS, lines=document, total="1015000000",
        assessments=fair("p1", "p2", "p3"),
    )  # fmt: skip
    evaluation = evaluated(given)

    assert {place.figure for place in evaluation.ranking} == {Decimal(815_850_000)}
    assert ranked(evaluation) == [(1, "p1"), (1, "p2"), (1, "p3")]


def test_lines_are_named_in_their_natural_order():
    """However the document and the bid wrote them down."""
    document = tuple(hps_line(name, "1", "100000000", goods=True) for name in ("L10", "L2", "L1"))
    names = ("L2", "L10", "L1")
    known = works(*(line(x, "1", "90000000", tkdn_percent=Decimal(40)) for x in names))
    silent = works(*(line(x, "1", "90000000") for x in names))
    terms = WITHIN | {"lines": document}

    assert finding(evaluated(purchase(known, **terms)), HARGA, RULE).facts["baris"] == "L1, L2, L10"
    assert finding(evaluated(purchase(silent, **terms)), HARGA, RULE).reason == (
        "TKDN belum diketahui pada L1, L2, L10"
    )


def test_an_equal_price_without_preference_is_not_ordered_by_tkdn():
    """Only where a preference applied (Pasal 67 ayat (9))."""
    given = purchase(local("p1", BILLION, "0"), local("p2", BILLION, "90"), asks={})

    assert {need for *_, need in needs(evaluated(given))} == {"keputusan_peringkat"}


def test_over_a_threshold_people_part_what_tkdn_does_not():
    """The score parts equal prices, and no text says that it parts equal HEA as well."""

    def contest_of(*tkdns):
        bids = [("p1", 70, "1000000000"), ("p2", 90, "1000000000")]
        totals = {"40": "1000000000", "0": "900000000"}
        people = {name: totals[t] for (name, *_), t in zip(bids, tkdns, strict=True)}
        given = contest(
            Method.HARGA_TERENDAH_AMBANG_BATAS,
            *[(name, score, people[name]) for name, score, _ in bids],
            hps=hps("1100000000", lines=None),
            asks=preferred(),
        )
        for (name, *_), tkdn in zip(bids, tkdns, strict=True):
            (who,) = [w for w in given.participants if w.id == name]
            price = evolve(reveal_for_storage(who.price), tkdn_percent=Decimal(tkdn))
            given = with_participant(given, name, price=Sealed(price))
        return evaluated(given)

    assert {need for *_, need in needs(contest_of("40", "40"))} == {"keputusan_peringkat"}
    assert ranked(contest_of("40", "0")) == [(1, "p1"), (2, "p2")]


# Methods that count more than the price.


def with_tkdn(given, **tkdns):
    """`given` with the TKDN of each bidder."""
    for name, tkdn in tkdns.items():
        (who,) = [w for w in given.participants if w.id == name]
        price = evolve(reveal_for_storage(who.price), tkdn_percent=Decimal(tkdn))
        given = with_participant(given, name, price=Sealed(price))
    return given


def test_sistem_nilai_scores_the_hea():
    """p1 1.200.000.000 at 100: 900.000.000, which is the lowest; p2 1.000.000.000 scores 90.

    Weights 60 and 40: p1 60 x 0,8 + 40 = 88; p2 60 x 0,8 + 36 = 84.
    """
    asks = {HARGA: Requirements(weight=Decimal(40), tkdn_preference=Decimal(25))}
    bids = [("p1", 80, "1200000000"), ("p2", 80, "1000000000")]
    given = contest(Method.SISTEM_NILAI, *bids, technical="60", asks=asks)
    evaluation = evaluated(with_tkdn(given, p1="100", p2="0"))

    assert [score.price for score in evaluation.scores] == [100, 90]
    assert [score.combined for score in evaluation.scores] == [88, 84]
    assert {place.by for place in evaluation.ranking} == {"nilai_akhir"}
    assert evaluation.price("p1").final_total == Decimal(1_200_000_000)
    assert "preference.other_methods" in unverified(evaluation)


def test_a_score_of_an_hea_is_exact():
    """937.500.000 / 1.000.000.001 x 100, as a fraction."""
    asks = {HARGA: Requirements(weight=Decimal(40), tkdn_preference=Decimal(25))}
    bids = [("p1", 80, "1000000000"), ("p2", 80, "1000000001")]
    given = contest(Method.SISTEM_NILAI, *bids, technical="60", asks=asks)
    found = evaluated(with_tkdn(given, p1="25", p2="0"))

    assert found.score("p2").price == Fraction(93_750_000_000, 1_000_000_001)


def test_the_cost_of_a_life_begins_with_the_hea():
    """p1 900.000.000 + 10 + 20 - 5; p2 910.000.000 with nothing else: p1, though it bids more."""
    first = with_life("p1", "1200000000", ["5", "5"], ["10", "10"], "5")
    second = with_life("p2", "910000000", ["0", "0"], ["0", "0"], "0")
    asks = {HARGA: Requirements(operating_years=2, tkdn_preference=Decimal(25))}
    given = with_tkdn(lives(first, second), p1="100", p2="0")
    given = evolve(
        given,
        tender=evolve(given.tender, requirements={**given.tender.requirements, **asks}),
        assessments=(*given.assessments, *fair("p2")),
    )
    evaluation = evaluated(given)

    assert [(place.participant, place.figure) for place in evaluation.ranking] == [
        ("p1", Decimal(900_000_025)), ("p2", Decimal(910_000_000)),
    ]  # fmt: skip
    assert "preference.other_methods" in unverified(evaluation)


def test_over_a_threshold_prices_are_compared_by_hea():
    """Harga terendah ambang batas is by the lowest price, and so by the lowest HEA."""
    bids = [("p1", 80, "1200000000"), ("p2", 80, "1000000000")]
    asks = scored(TEKNIS, criteria=(scored_criterion(),)) | preferred()
    given = contest(Method.HARGA_TERENDAH_AMBANG_BATAS, *bids, asks=asks)
    evaluation = evaluated(with_tkdn(given, p1="100", p2="0"))

    assert ranked(evaluation) == [(1, "p1"), (2, "p2")]
    assert {place.by for place in evaluation.ranking} == {"hea"}


# Two files.


def test_in_two_files_no_tkdn_is_asked_of_a_price_that_is_sealed():
    """Before the opening nothing is known of it; p2, who fell, is never asked."""
    given = purchase(
        local("p1", BILLION, None),
        local("p2", BILLION, None),
        envelope=Envelope.DUA_FILE,
        assessments=failed(TEKNIS, "p2"),
    )
    before = evaluated(given)
    after = evaluated(evolve(given, events=(price_opening(),)))

    assert needs(before) == [("pembukaan_harga", None, None, "pembukaan_harga")]
    assert needs(after) == [("evaluasi_harga", "p1", "tkdn", "tkdn")]
    assert opened(after) == ["p1"]


def test_after_a_prakualifikasi_it_is_the_same():
    """A complex purchase whose list was determined."""
    firms = [
        evolve(applicant(f"p{n}", bid=True), price=local("x", total, tkdn).price)
        for n, (total, tkdn) in enumerate(
            [("1150000000", "60"), (BILLION, "0"), ("1100000000", "0")], 1
        )
    ]
    given = invited(*firms, events=(price_opening(),), category=GOODS, asks=preferred())
    evaluation = evaluated(given)

    assert evaluation.package.tender.procedure is ProcedureName.PRAKUALIFIKASI
    assert ranked(evaluation) == [(1, "p1"), (2, "p2"), (3, "p3")]
