"""Equal prices, ratios and differences, by hand. Estimates and bids are in whole rupiah.

`ESTIMATE` has ten lines; bids that are not told otherwise are of no ratio to it or to each other.
"""

from fractions import Fraction

import pytest

from tender_engine.model import PriceLine
from tender_engine.similarity import BaseRate, Strength
from tender_rules.similar.prices import between_prices, looking_at
from tender_rules.similar.prices.of_many import of_many
from tests.rules.similar.bids import Values, bid, estimate, found

ESTIMATE = estimate(100000, 250000, 40000, 75000, 120000, 310000, 66000, 88000, 150000, 54000)
ONE = (91237, 226011, 37853, 66479, 111233, 288471, 60313, 81741, 141031, 52313)
TWO = (96113, 219427, 38971, 71219, 109891, 301237, 58439, 84533, 143567, 50873)
THREE = (93871, 233629, 36527, 69143, 117899, 279041, 62617, 79889, 138239, 49727)


def of(kind, *bids, **values):
    return found(ESTIMATE, *(bid(*each) for each in bids), kind=kind, **values)


def with_first(taken, own, source=ONE, change=lambda price: price):
    """`own` with the first `taken` lines of another."""
    return (*(change(price) for price in source[:taken]), *own[taken:])


def test_bids_that_have_nothing_in_common_have_no_fact():
    assert found(ESTIMATE, bid(*ONE), bid(*TWO), bid(*THREE)) == []


BY_95 = ("102000", "206000", "41800"), ("96900", "195700", "39700")
"""Estimates, and 95 percent of them: 96,900, 195,700 and 39,710, rounded to a hundred."""


def test_the_ratio_to_the_estimate_is_told_once_and_as_a_ratio():
    """Of 25,050 it is 23,797.50, which is written as 23,800; 24,100 is more than a step off."""
    hps = estimate(*BY_95[0], "25050", "25050")
    (fact,) = found(hps, bid(*BY_95[1], "23800", "24100"))

    assert fact.kind == "rasio_hps"
    assert fact.participants == ("p1",)
    assert (fact.count, fact.compared) == (4, 5)
    assert fact.facts == {"rasio": "0.95"}
    assert (fact.lines, fact.base_rate, fact.strength) == (None, None, Strength.LEMAH)


@pytest.mark.parametrize(
    ("fourth", "count"),
    [("100100", 4), ("99910", 4), ("100000", 4), ("100300", 3), ("99700", 3)],
)
def test_a_price_rounded_up_or_down_by_less_than_a_step_is_by_the_ratio(fourth, count):
    """95,000 for 95,095 and for 94,914.50; 95,285 and 94,715 are more than a hundred off."""
    (fact,) = found(estimate(*BY_95[0], fourth), bid(*BY_95[1], "95000"))

    assert (fact.count, fact.compared) == (count, 4)


def test_fewer_lines_than_the_least_make_no_ratio():
    """Two of five by 95 percent are none."""
    hps = estimate(100000, 200000, 40000, 60000, 80000)

    assert found(hps, bid(95000, 190000, 33100, 41300, 79900)) == []


def test_equal_prices_count_with_the_lines_compared():
    """Four of ten are equal; of the three pairs no other has any."""
    (fact,) = of("harga_sama", ONE, with_first(4, TWO), THREE)

    assert fact.participants == ("p1", "p2")
    assert (fact.count, fact.compared) == (4, 10)
    assert fact.lines == ("L1", "L2", "L3", "L4")
    assert fact.facts == {"pasangan_lain": "0"}
    assert fact.strength is Strength.KUAT
    assert fact.rule == "similar.harga_sama"


@pytest.mark.parametrize(("taken", "listed"), [(2, False), (3, True)])
def test_from_three_lines_and_thirty_percent_of_ten_on_a_fact_is_listed(taken, listed):
    assert bool(of("harga_sama", ONE, with_first(taken, TWO), THREE)) is listed


@pytest.mark.parametrize(
    ("changed", "listed"),
    [
        ({"lines_least": "4"}, True),
        ({"lines_least": "5"}, False),
        ({"share_least": "0.4"}, True),
        ({"share_least": "0.41"}, False),
    ],
)
def test_the_least_count_and_share_are_values(changed, listed):
    """Four of ten lines: `similar.lines_least` and `similar.share_least` on both sides."""
    assert bool(of("harga_sama", ONE, with_first(4, TWO), THREE, **changed)) is listed


def test_a_price_that_a_third_bid_has_is_no_fact_of_two():
    """The third has two of the four equal prices, so that two are left."""
    third = with_first(2, THREE)

    assert of("harga_sama", ONE, with_first(4, TWO), third) == []


def test_prices_of_three_are_no_fact_and_are_not_passed_over():
    """Three of ten lines are told; two are too few, and those by an own ratio do not count."""

    def many(taken, source=ONE, others=(TWO, THREE), also=()):
        bids = [source, *(with_first(taken, own, source) for own in others), *also]
        opened = {f"p{n}": bid(*each) for n, each in enumerate(bids, 1)}
        return of_many(looking_at(ESTIMATE, opened, Values()))

    found = many(3)
    assert (found.count, found.compared, found.lines) == (3, 10, ("L1", "L2", "L3"))
    assert found.words.id.startswith("Pada 3 dari 10 baris, tiga penawaran atau lebih")
    assert many(2) is many(4, others=(TWO,), also=(THREE,)) is None
    by_ratio = (92000, 230000, 36800, 69000)
    assert many(4, by_ratio + ONE[4:]) is None
    assert many(10, also=(TWO, THREE)).count == 10


def test_a_line_by_the_own_ratio_of_either_bid_does_not_count():
    """p1 has 92 percent on L1 to L4, where p2 has the same prices."""
    by_ratio = (92000, 230000, 36800, 69000)
    one = by_ratio + ONE[4:]
    (fact,) = found(ESTIMATE, bid(*one), bid(*by_ratio[:2], *TWO[2:]), bid(*THREE))

    assert fact.kind == "rasio_hps"
    assert of("harga_sama", one, by_ratio + TWO[4:], THREE) == []


def test_one_ratio_on_lines_that_are_not_equal():
    """p2 has p1 times 1.02 on five lines, rounded to a rupiah; p1 to p2 is 1 to 1.02."""
    copy = with_first(5, TWO, change=lambda price: (price * 102 + 50) // 100)
    (fact,) = of("rasio_sama", ONE, copy, THREE)
    ratio = Fraction(fact.facts["rasio"])

    assert fact.participants == ("p1", "p2")
    assert (fact.count, fact.compared, fact.lines) == (5, 10, ("L1", "L2", "L3", "L4", "L5"))
    # Of the greatest of them a rupiah is one in 230,531.
    assert abs(ratio * 102 / 100 - 1) < Fraction(1, 200_000)


def test_one_difference():
    """p2 has p1 and 1,250 rupiah on four lines."""
    copy = with_first(4, TWO, change=lambda price: price + 1250)
    (fact,) = of("selisih_sama", ONE, copy, THREE)

    assert (fact.count, fact.compared, fact.lines) == (4, 10, ("L1", "L2", "L3", "L4"))
    assert fact.facts == {"selisih": "-1250", "pasangan_lain": "0"}


@pytest.mark.parametrize(("departing", "listed"), [(2, False), (3, True)])
def test_one_difference_on_as_few_lines_as_depart_from_the_own_ratio(departing, listed):
    """Both have 92 percent on all lines but the last, where p2 has p1 and 1,250 rupiah."""
    by_ratio = tuple(int(line.unit_price) * 92 // 100 for line in ESTIMATE.lines)
    one = by_ratio[:-departing] + ONE[-departing:]
    two = by_ratio[:-departing] + tuple(price + 1250 for price in ONE[-departing:])

    told = [(fact.count, fact.facts["selisih"]) for fact in of("selisih_sama", one, two)]
    assert told == [(3, "-1250")] * listed


def test_equal_prices_are_told_neither_as_a_ratio_nor_as_a_difference():
    facts = found(ESTIMATE, bid(*ONE), bid(*with_first(6, TWO)), bid(*THREE))

    assert [fact.kind for fact in facts] == ["harga_sama"]


def test_a_ratio_that_a_third_bid_shares_is_a_list_that_they_share():
    """All three have one list, times 1, 1.01 and 1.03: nothing is listed of two of them."""
    listed = [tuple(price * factor // 100 for price in ONE) for factor in (100, 101, 103)]

    assert found(ESTIMATE, *(bid(*prices) for prices in listed)) == []


def test_two_of_one_list_and_one_overhead_are_not_told_where_a_third_has_the_list():
    third = tuple(price * 103 // 100 for price in ONE)

    assert found(ESTIMATE, bid(*ONE), bid(*ONE), bid(*third)) == []


def test_how_many_other_pairs_have_the_same_is_told():
    """p1 and p2, and p3 and p4."""
    four = with_first(5, tuple(price + 7 for price in TWO[::-1]), source=THREE)
    facts = of("harga_sama", ONE, with_first(4, TWO), THREE, four)

    assert [fact.participants for fact in facts] == [("p1", "p2"), ("p3", "p4")]
    assert [fact.facts["pasangan_lain"] for fact in facts] == ["1", "1"]


def test_at_most_twenty_lines_are_told_and_all_are_counted():
    hps = estimate(*range(100000, 130000, 1000))
    equal = tuple(range(81013, 81013 + 30 * 1117, 1117))
    third = tuple(range(97151, 97151 + 30 * 731, 731))
    (fact,) = found(hps, bid(*equal), bid(*equal), bid(*third), kind="harga_sama")

    assert (fact.count, fact.compared) == (30, 30)
    assert fact.lines == tuple(f"L{n}" for n in range(1, 21))


def test_a_price_of_few_steps_is_not_compared_by_its_ratio():
    """In thousands: 400 steps are 400,000. On both sides of `similar.ratio_steps_least`."""
    one = tuple(price * 1000 for price in (901, 733, 617, 521, 443, 400, 399))
    two = tuple(price * 1000 for price in (991, 806, 679, 573, 487, 440, 439))
    third = tuple(price * 1000 for price in (1301, 611, 823, 433, 571, 307, 512))
    hps = estimate(1000000, 820000, 700000, 560000, 530000, 480000, 460000)
    bids = [bid(*prices) for prices in (one, two, third)]
    facts = found(hps, *bids, kind="rasio_sama", chance_most="1")

    assert [(fact.count, fact.compared) for fact in facts] == [(6, 6)]


def test_what_chance_brings_about_is_not_listed():
    """In thousands, of four to ten prices: `similar.chance_most` decides."""
    hps = estimate(50000, 200000, 80000, 160000, 110000, 300000, 70000, 140000)
    one = (91000, 95000, 93000, 97000, 92000, 94000, 96000, 98000)
    two = (91000, 95000, 93000, 90000, 99000, 98000, 90000, 91000)
    third = (99000, 90000, 90000, 99000, 90000, 90000, 99000, 90000)
    bids = [bid(*prices) for prices in (one, two, third)]

    assert found(hps, *bids, kind="harga_sama") == []
    (fact,) = found(hps, *bids, kind="harga_sama", chance_most="1")
    assert (fact.count, fact.compared) == (3, 8)


def test_of_two_bids_no_chance_is_told_and_the_fact_is_weak():
    (fact,) = of("harga_sama", ONE, with_first(4, TWO))

    assert fact.base_rate == BaseRate("seragam", reason="terlalu_sedikit_penawaran")
    assert fact.strength is Strength.LEMAH


def test_of_nine_lines_no_chance_is_told():
    hps = estimate(*(line.unit_price for line in ESTIMATE.lines[:9]))
    bids = (bid(*each[:9]) for each in (ONE, with_first(6, TWO), THREE))
    (fact,) = found(hps, *bids, kind="harga_sama")

    assert fact.base_rate == BaseRate("seragam", reason="terlalu_sedikit_baris")


def test_blank_prices_and_zeros_are_not_compared():
    """Two lines of each are left blank, or at 0: eight are compared, and seven."""
    one, two = (None, *ONE[1:]), (*with_first(9, TWO)[:8], 0, TWO[9])
    (fact,) = of("harga_sama", one, two, THREE)

    assert (fact.count, fact.compared) == (7, 8)


def test_extra_lines_and_bids_without_lines_are_in_no_price_fact():
    extra = PriceLine("X1", None, ESTIMATE.total, None, extra=True, description="Lain-lain")
    one, two = (bid(*prices) for prices in (ONE, TWO))
    with_extra = type(one)(one.stated_total, one.vat_percent, lines=(*one.lines, extra))
    bare = type(one)(one.stated_total, one.vat_percent)

    assert found(ESTIMATE, with_extra, two, bare) == []


def test_no_unit_price_of_the_estimate_is_told():
    """By ratio, by equality, by constant: no figure of the estimate stands in any fact."""
    by_ratio = tuple(int(line.unit_price) * 95 // 100 for line in ESTIMATE.lines)
    facts = found(ESTIMATE, bid(*ONE), bid(*with_first(5, TWO)), bid(*THREE), bid(*by_ratio))
    said = {text for fact in facts for text in fact.facts.values()}

    assert {fact.kind for fact in facts} == {"rasio_hps", "harga_sama"}
    assert said.isdisjoint({str(line.unit_price) for line in ESTIMATE.lines})


def test_the_order_is_of_kinds_and_then_of_participants_however_bids_stand():
    four = with_first(5, tuple(price + 7 for price in TWO[::-1]), source=THREE)
    rows = {"p1": ONE, "p2": with_first(4, TWO), "p3": THREE, "p4": four}
    bids = {name: bid(*prices) for name, prices in rows.items()}
    turned = dict(reversed(bids.items()))
    facts = between_prices(ESTIMATE, bids, Values())

    assert [fact.participants for fact in facts] == [("p1", "p2"), ("p3", "p4")]
    assert between_prices(ESTIMATE, turned, Values()) == facts
