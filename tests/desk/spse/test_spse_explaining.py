"""Why SPSE's corrected total is another one: by hand, and every way by a second computation."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.view import View
from tender_desk.spse.bid_lines import BidLine
from tender_desk.spse.computing import (
    ROUNDINGS,
    Computation,
    Rounded,
    Scope,
    Source,
    Vat,
    candidates,
    net_of,
)
from tender_desk.spse.explaining import RULES, Aspect, Found, explain, ours_of
from tender_engine.engine import evaluate
from tender_engine.faults import PackageRefusedError
from tender_engine.model import DocumentValue, Regulation, Requirements
from tender_engine.numbers import plain
from tender_engine.terms import Contract, Rounding, StageId
from tender_rules import national
from tender_rules.stages.schedule import Schedule
from tender_rules.testing import packages, procurements
from tests.builders import bidder, evaluated, hps, hps_line, line, package, priced
from tests.by_hand_spse import spse_total
from tests.tries import tries


def ours(given):
    """The computation of the one bid of a package."""
    evaluation = evaluated(given)
    (result,) = evaluation.prices
    price = View.of(evaluation).bids[result.participant]
    return ours_of(price, Schedule.of(given.tender.hps, given.tender.contract), result)


def one_bid(stated, *lines, vat="11", **tender):
    """A package of one bid by unit prices, with what its bidder states."""
    return package(bidder(price=priced(stated, *lines, vat=vat)), **tender)


def told(explanation):
    """The effects, as they are read: line, what, SPSE's figure, ours, effect on the total."""
    return [
        (x.line, x.aspect.value, plain(x.theirs), plain(x.ours), plain(x.effect), x.rule)
        for x in explanation.effects
    ]


TWO = line("L2", "20", "4500000")


def test_a_volume_that_was_not_conformed():
    """L1 is 90 of the document's 100 at Rp9.000.000: 10 x 9.000.000 x 1,11 = 99.900.000 less."""
    made = ours(one_bid("1000000000", line(quantity="90"), TWO))
    found = explain(made, Decimal("999000000"))  # (90 x 9.000.000 + 20 x 4.500.000) x 1,11

    assert made.total == Decimal("1098900000")  # (100 x 9.000.000 + 20 x 4.500.000) x 1,11
    assert (found.found, found.difference) == (Found.SATU, Decimal("-99900000"))
    assert [(way.source, way.vat, way.rounded) for way in found.ways] == [
        (Source.PENAWARAN, Vat.DOKUMEN, None)
    ]
    assert told(found) == [("L1", "volume", "90", "100", "-99900000", "correction.volume")]


def test_a_total_that_was_rounded_down():
    """33,333 x 1.000,50 x 1,11 = 37.018,129815; the whole rupiah is 0,129815 less."""
    estimate = hps(lines=(hps_line(quantity="33.333", unit_price="1100"),))
    made = ours(one_bid("37000", line(quantity="33.333", unit_price="1000.50"), hps=estimate))
    found = explain(made, Decimal("37018"))

    assert made.total == Decimal("37018.129815")
    assert found.found is Found.SATU
    assert told(found) == [
        (None, "pembulatan", "37018", "37018.129815", "-0.129815", "correction.rounding")
    ]
    # Half up and down come to the same, of the total and of the one line with PPN.
    assert {(way.scope, way.places, way.down) for way in found.roundings} == {
        (scope, 0, down) for scope in (Scope.TOTAL, Scope.BARIS_PPN) for down in (False, True)
    }


def test_a_line_that_was_rounded_before_its_ppn():
    """33.349,6665 becomes 33.349, with PPN 37.017,39: 0,739815 less, and it stands at its line."""
    estimate = hps(lines=(hps_line(quantity="33.333", unit_price="1100"),))
    made = ours(one_bid("37000", line(quantity="33.333", unit_price="1000.50"), hps=estimate))
    found = explain(made, Decimal("37017.39"))

    assert found.roundings == (Rounded(Scope.BARIS, 0, down=True),)
    assert told(found) == [
        ("L1", "pembulatan", "37017.39", "37018.129815", "-0.739815", "correction.rounding")
    ]


def test_a_line_that_the_document_does_not_have():
    """X1 is 2 x 250.000; counted, it adds 500.000 x 1,11 = 555.000."""
    extra = line("X1", "2", "250000", extra=True, description="Tambahan", unit="ls")
    made = ours(one_bid("1000000000", line(), TWO, extra))
    found = explain(made, Decimal("1099455000"))

    assert told(found) == [
        ("X1", "baris_tambahan", "500000", "0", "555000", "correction.extra_item")
    ]


def test_an_extra_line_without_a_unit_price_counts_as_it_is_written():
    """Its amount of 500.000 alone is there; counted, it adds 555.000."""
    extra = line("X1", "2", None, amount="500000", extra=True, description="x", unit="ls")
    found = explain(ours(one_bid("1000000000", line(), TWO, extra)), Decimal("1099455000"))

    assert told(found) == [
        ("X1", "baris_tambahan", "500000", "0", "555000", "correction.extra_item")
    ]
    assert [(way.extra, way.blank) for way in found.ways] == [(True, False)]


def test_a_combination_is_told_choice_by_choice():
    """Own volume, own amounts, no PPN: each on what the one before left.

    L1 is 90 x 9.000.000 written as 820.000.000: volume -10 x 9.000.000 x 1,11 = -99.900.000,
    amount +10.000.000 x 1,11 = 11.100.000, PPN -820.000.000 x 0,11 and -90.000.000 x 0,11.
    """
    made = ours(one_bid("1000000000", line(quantity="90", amount="820000000"), TWO))
    found = explain(made, Decimal("910000000"))

    assert told(found) == [
        ("L1", "volume", "90", "100", "-99900000", "correction.volume"),
        ("L1", "jumlah", "820000000", "810000000", "11100000", "correction.product"),
        ("L1", "ppn", "0", "11", "-90200000", "correction.vat_rate"),
        ("L2", "ppn", "0", "11", "-9900000", "correction.vat_rate"),
    ]


def test_a_total_that_was_not_corrected():
    """What the lines do not make is the sum: 1.100.000.000 stated of 1.098.900.000."""
    found = explain(ours(one_bid("1100000000", line(), TWO)), Decimal("1100000000"))

    assert [way.uncorrected for way in found.ways] == [True]
    assert told(found) == [
        (None, "penjumlahan", "1100000000", "1098900000", "1100000", "correction.sum")
    ]


def test_an_amount_beside_a_blank_unit_price():
    """Counted, 5.000.000 x 1,11 = 5.550.000 more."""
    blank = line("L2", "20", None, amount="5000000")
    found = explain(ours(one_bid("1000000000", line(), blank)), Decimal("1004550000"))

    assert told(found) == [
        ("L2", "harga_kosong", "5000000", "0", "5550000", "correction.blank_price")
    ]


def test_a_lumsum_that_was_multiplied():
    """Stated Rp1.000.000.000 binds; SPSE multiplied 100 x 9.000.000 + 20 x 4.500.000 with PPN."""
    given = one_bid("1000000000", line(), TWO, contract=Contract.LUMSUM)
    found = explain(ours(given), Decimal("1098900000"))

    assert found.difference == Decimal("98900000")
    assert told(found) == [
        (None, "penjumlahan", "1098900000", "1000000000", "98900000", "correction.lumsum")
    ]


def test_a_rounding_that_the_document_asks_and_spse_did_not_make():
    """37.018,129815 is 37.018 here; SPSE has it to the sen, 37.018,13."""
    estimate = hps(lines=(hps_line(quantity="33.333", unit_price="1100"),))
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(rounding=Rounding.RUPIAH)}
    bid = line(quantity="33.333", unit_price="1000.50")
    made = ours(one_bid("37000", bid, hps=estimate, asks=asks))
    found = explain(made, Decimal("37018.13"))

    assert made.total == Decimal(37018)
    assert found.roundings[0] == Rounded(Scope.TOTAL, 2)
    assert told(found) == [(None, "pembulatan", "37018.13", "37018", "0.13", "correction.rounding")]


def test_a_total_that_nothing_known_makes_stays_unexplained():
    """No cause is given, and the whole difference is told."""
    found = explain(ours(one_bid("1000000000", line(), TWO)), Decimal("1234567890"))

    assert (found.found, found.ways, found.effects) == (Found.TIDAK_ADA, (), ())
    assert found.difference == Decimal("135667890")


def test_a_total_that_two_ways_make_is_not_given_to_either():
    """Ten less of L1 by volume, or as much less of L2 by its amount: each alone makes it.

    L1: 90 x 9.000.000, written as if 100 were offered; L2: 20 x 4.500.000, written 90.000.000 less.
    By volume L1 loses 90.000.000, by amounts as written L2 does.
    """
    bid = one_bid(
        "1000000000",
        line(quantity="90", amount="900000000"),
        line("L2", "20", "4500000", amount="0"),
    )
    found = explain(ours(bid), Decimal("999000000"))

    assert found.found is Found.BEBERAPA
    assert [way.source for way in found.ways] == [Source.PENAWARAN, Source.TERTULIS]
    assert found.effects == ()


def test_a_total_without_lines_has_no_cause():
    """There is nothing to compute it from."""
    found = explain(ours(package(bidder())), Decimal("1"))

    assert found.found is Found.TANPA_RINCIAN


def test_the_rate_of_the_bid_where_the_variant_takes_it():
    """L1 states 10 percent of its own: by the document's rate SPSE has 9.000.000 more."""
    bid = one_bid("1000000000", line(vat_percent=Decimal(10)), TWO)
    found = explain(ours(bid), Decimal("1089900000"))

    assert [way.vat for way in found.ways] == [Vat.PENAWARAN]
    assert told(found) == [("L1", "ppn", "10", "11", "-9000000", "correction.vat_rate")]


def ways(made):
    """Every computation that may be tried on a bid, in every rounding."""
    plain = list(candidates(made.how, made.lines, made.general))
    whole = [way for way in ROUNDINGS if way.scope is Scope.TOTAL]
    return [
        evolve(way, rounded=rounded)
        for way in plain
        for rounded in (None, *(whole if way.uncorrected else ROUNDINGS))
    ]


@tries(30)
@given(packages(bidders=(1, 2)), st.data())
def test_every_way_is_found_again_and_its_effects_are_the_difference(package, data):
    """A second computation by fractions plays SPSE; what explains it makes its total too."""
    evaluation, tender = evaluate(package, national()), package.tender
    bids = View.of(evaluation).bids
    for result in evaluation.prices:
        price = bids[result.participant]
        made = ours_of(price, Schedule.of(tender.hps, tender.contract), result)
        if made is None or not price.lines:
            continue
        total = spse_total(price, tender, data.draw(st.sampled_from(ways(made))))
        theirs = Decimal(total.numerator) / Decimal(total.denominator)
        if Fraction(theirs) != total or theirs == made.total:
            continue  # it has more digits than the context of this test
        found = explain(made, theirs)

        assert found.found in (Found.SATU, Found.BEBERAPA)
        for way in found.ways:
            assert spse_total(price, tender, way) == total
        if found.found is Found.SATU:
            assert sum(effect.effect for effect in found.effects) == theirs - made.total
            assert all(effect.theirs != effect.ours for effect in found.effects)
            assert all(
                spse_total(price, tender, evolve(found.ways[0], rounded=x)) == total
                for x in found.roundings
            )


@pytest.mark.parametrize("source", Source)
def test_what_no_line_lists_is_of_a_lumsum_price_alone(source):
    """Rp7 stated as lumsum beyond the lines: counted as stated, by no way that goes by lines."""
    rest = BidLine(
        "(lumsum)", Decimal(0), Decimal(0), Decimal(0), Decimal(7), Decimal(11), Decimal(11), True
    )

    assert net_of(Computation(source), rest) == 7
    assert net_of(Computation(source, lumsum=True), rest) == 0


def by_the_bidders_rate(given):
    """The same package under the other variant of which PPN rate a corrected line takes."""
    value = DocumentValue("correction.vat_rate", "penawaran", "LDP 1", "ditetapkan dokumen")
    tender = evolve(given.tender, regulation=Regulation(values=(value,)))
    return evolve(given, tender=tender)


@tries(25)
@given(packages(bidders=(1, 2)) | procurements(), st.booleans())
def test_our_own_way_makes_our_own_total(given, by_bidder):
    """The lines that differences are told from are the evaluation's own, orang-bulan included."""
    given = by_the_bidders_rate(given) if by_bidder else given
    try:
        evaluation, tender = evaluate(given, national()), given.tender
    except PackageRefusedError:
        return  # the law of its day does not let the document choose
    bids = View.of(evaluation).bids
    for result in evaluation.prices:
        price, schedule = bids[result.participant], Schedule.of(tender.hps, tender.contract)
        made = ours_of(price, schedule, result, bidder_rate=by_bidder)
        if made is not None and not made.how.uncorrected and price.lines:
            total = spse_total(price, tender, evolve(made.how, rounded=None))

            assert total == Fraction(made.exactly) == sum(map(Fraction, made.values().values()))


@pytest.mark.parametrize(
    ("rounding", "total"), [("none", "1.11444"), ("sen", "1.11"), ("rupiah", "1")]
)
def test_what_ours_was_before_the_documents_rounding(rounding, total):
    """1,004 with PPN 11% is 1,11444, also where rounding changes it by less than a sen."""
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(rounding=Rounding(rounding))}
    estimate = hps("11", "11", (hps_line("L1", "1", "10"),))
    made = ours(one_bid("1.11444", line("L1", "1", "1.004", "1.004"), hps=estimate, asks=asks))

    assert (made.total, made.exactly) == (Decimal(total), Decimal("1.11444"))


@pytest.mark.parametrize("aspect", Aspect)
def test_every_aspect_has_a_rule_of_the_correction(aspect):
    """By which ours was made, and which the record cites."""
    assert RULES[aspect] in {rule.id for rule in national().rules}


def test_a_thousand_lines_are_explained_soon():
    """A bid as large as a road is told in well under a second on any machine."""
    import time

    names = [f"L{number}" for number in range(1000)]
    estimate = hps(lines=tuple(hps_line(name, "10.125", "1000.25") for name in names))
    lines = [line(name, "10", "999.75") for name in names]
    made = ours(one_bid("1", *lines, hps=estimate))
    began = time.perf_counter()
    # 1000 x (10 x 999,75 x 1,11) = 11.097.225
    found = explain(made, Decimal("11097225"))

    assert time.perf_counter() - began < 3
    assert found.found is Found.SATU
    assert {effect.aspect for effect in found.effects} == {Aspect.VOLUME}
    assert Computation(Source.PENAWARAN) in found.ways
