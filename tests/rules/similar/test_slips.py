"""Errors, blank, missing and extra lines and typing errors that two bids share, by hand."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.model import PriceLine
from tender_engine.similarity import BaseRate, Strength
from tender_rules.similar.prices.typing_errors import misspelt
from tests.rules.similar.bids import bid, estimate, found

ESTIMATE = estimate(100000, 250000, 40000, 75000, 120000, 310000)
ONE = (91237, 226011, 37853, 66479, 111233, 288471)
TWO = (96113, 219427, 38971, 71219, 109891, 301237)
THREE = (93871, 233629, 36527, 69143, 117899, 279041)


def wrong(prices, **errors):
    """A bid whose amounts are off by so much on some lines."""
    amounts = [price + errors.get(f"L{n}", 0) for n, price in enumerate(prices, 1)]
    return bid(*prices, amounts=amounts)


def marked(kind, *bids, **values):
    return found(ESTIMATE, *bids, kind=kind, **values)


def test_one_error_in_one_cell_is_listed():
    """900 too much on L2 in both; p1 has another error alone: one cell of two."""
    (fact,) = marked("kesalahan_sama", wrong(ONE, L2=900, L5=-40), wrong(TWO, L2=900), bid(*THREE))

    assert fact.participants == ("p1", "p2")
    assert (fact.count, fact.compared, fact.lines) == (1, 2, ("L2",))
    assert fact.strength is Strength.KUAT
    assert fact.base_rate == BaseRate(None, reason="tanpa_model")


def test_how_many_same_errors_are_listed_is_a_value():
    """`similar.errors_least`."""
    bids = wrong(ONE, L2=900), wrong(TWO, L2=900), bid(*THREE)

    assert marked("kesalahan_sama", *bids, errors_least="2") == []


@pytest.mark.parametrize(("third", "listed"), [({"L2": 900}, False), ({"L2": 901}, True)])
def test_an_error_that_a_third_bid_makes_as_well_is_of_all(third, listed):
    bids = wrong(ONE, L2=900), wrong(TWO, L2=900), wrong(THREE, **third)

    assert bool(marked("kesalahan_sama", *bids)) is listed


def test_another_error_in_the_same_cell_and_the_same_error_in_another_are_none():
    assert marked("kesalahan_sama", wrong(ONE, L2=900), wrong(TWO, L2=90)) == []
    assert marked("kesalahan_sama", wrong(ONE, L2=900), wrong(TWO, L3=900)) == []


def test_amounts_rounded_to_what_most_of_them_are_rounded_to_are_no_errors():
    """Amounts in hundreds: 33 are lost on L5 and 71 on L6, in both; 133 would be an error."""
    one, two = (*ONE[:4], 111233, 288471), (*TWO[:4], 109833, 301271)
    bids = [bid(*each, amounts=[price // 100 * 100 for price in each]) for each in (one, two)]
    wrong_too = [
        bid(*each, amounts=[*(price // 100 * 100 for price in each[:5]), each[5] - 171])
        for each in (one, two)
    ]

    assert marked("kesalahan_sama", *bids) == []
    (fact,) = marked("kesalahan_sama", *wrong_too)
    assert (fact.count, fact.compared, fact.lines) == (1, 1, ("L6",))


def test_less_than_a_rupiah_is_no_error():
    assert (
        marked("kesalahan_sama", wrong(ONE, L2=Decimal("0.99")), wrong(TWO, L2=Decimal("0.99")))
        == []
    )
    assert marked("kesalahan_sama", wrong(ONE, L2=1), wrong(TWO, L2=1))


def blank(prices, *places):
    return bid(*(None if n in places else price for n, price in enumerate(prices, 1)))


def missing(prices, *places):
    return bid(*(... if n in places else price for n, price in enumerate(prices, 1)))


@pytest.mark.parametrize(("kind", "make"), [("kosong_sama", blank), ("hilang_sama", missing)])
def test_same_lines_left_blank_or_out(kind, make):
    """L1, L3 and L6 in both, L4 in p2 alone: three of four."""
    (fact,) = marked(kind, make(ONE, 1, 3, 6), make(TWO, 1, 3, 4, 6), bid(*THREE))

    assert (fact.count, fact.compared, fact.lines) == (3, 4, ("L1", "L3", "L6"))
    assert fact.strength is Strength.LEMAH


@pytest.mark.parametrize("make", [blank, missing])
def test_two_same_lines_are_too_few_and_those_of_a_third_are_of_all(make):
    assert found(ESTIMATE, make(ONE, 1, 3), make(TWO, 1, 3), bid(*THREE)) == []
    assert found(ESTIMATE, make(ONE, 1, 3, 6), make(TWO, 1, 3, 6), make(THREE, 1, 3, 6)) == []


def test_a_line_with_an_amount_alone_is_not_blank():
    """Of a lumsum a line may have no unit price."""
    prices = (None, ONE[1], None, *ONE[3:5], None)
    bids = [bid(*prices, amounts=ONE), bid(*prices, amounts=ONE), bid(*THREE)]

    assert marked("kosong_sama", *bids) == []


def extra(prices, *words):
    price = bid(*prices)
    more = tuple(
        PriceLine(f"X{n}", Decimal(1), Decimal(n), Decimal(n), extra=True, description=each)
        for n, each in enumerate(words, 1)
    )
    return evolve(price, lines=(*price.lines, *more))


def test_same_extra_lines_by_their_words():
    """Three of four, whatever their codes, signs and case."""
    one = extra(ONE, "Pagar sementara", "Papan nama", "Listrik kerja")
    two = extra(TWO, "Air kerja", "listrik-kerja", "papan nama", "Pagar  Sementara")
    (fact,) = marked("tambahan_sama", one, two, bid(*THREE))

    assert (fact.count, fact.compared, fact.lines) == (3, 4, None)
    assert fact.facts["uraian"] == "listrik kerja; pagar sementara; papan nama"


def described(prices, *words):
    price = bid(*prices)
    lines = [evolve(line, description=each) for line, each in zip(price.lines, words, strict=False)]
    return evolve(price, lines=(*lines, *price.lines[len(lines) :]))


def test_same_typing_errors_in_own_descriptions():
    """The document has Pekerjaan 1, 2, ...; p3 has a slip of its own."""
    slips = ("Pekejaan 1", "Pekerjaaan 2", "Pekrejaan 3")
    bids = described(ONE, *slips), described(TWO, *slips), described(THREE, "Pekerjan 1")
    (fact,) = marked("ketikan_sama", *bids)

    assert (fact.count, fact.compared, fact.lines) == (3, 3, ("L1", "L2", "L3"))


def test_other_words_and_short_ones_are_no_typing_errors():
    assert misspelt("Pembuatan jalan", "Pekerjaan jalan") == ()
    assert misspelt("Gali tanah", "Galian tanah") == ()
    assert misspelt("Cat 12", "Cut 13") == ()
    assert misspelt("Pekerjaan jalna", "Pekerjaan jalan") == ("jalna",)
    assert misspelt("jalan jalam", "jalan jalan") == ()
