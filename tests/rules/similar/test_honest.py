"""Honest tenders list next to nothing, and copies are found. All two thousand: `benchmarks`."""

import pytest

from tender_rules.similar.prices import between_prices
from tender_rules.testing.honest import CLONES, HONEST, cloned
from tests.rules.similar.bids import Values

TENDERS = 150
# In percent of the tenders.
MOST = {
    "price_list": 1,
    "factor_of_estimate": 1,
    "supplier": 5,
    "independent": 1,
    "in_thousands": 5,
}


def listed(bidding):
    facts = between_prices(bidding.hps, bidding.prices, Values())
    return [fact for fact in facts if fact.kind != "rasio_hps"]


@pytest.mark.parametrize("name", HONEST)
def test_honest_tenders_list_next_to_nothing(name):
    odd = [seed for seed in range(TENDERS) if listed(HONEST[name](seed))]

    assert len(odd) * 100 <= MOST[name] * TENDERS, odd


@pytest.mark.parametrize("how", CLONES)
def test_a_bid_with_sixty_percent_of_its_lines_from_another_is_found(how):
    missed = [
        seed
        for seed in range(TENDERS)
        if not any(fact.participants == ("p1", "p2") for fact in listed(cloned(seed, how)))
    ]

    assert len(missed) * 100 <= TENDERS, missed


@pytest.mark.parametrize("name", HONEST)
def test_a_seed_makes_the_same_tender(name):
    assert HONEST[name](7) == HONEST[name](7) != HONEST[name](8)
