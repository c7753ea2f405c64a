"""Jaminan pelaksanaan: Perpres 16/2018 Pasal 33 ayat (1) and (3), on both sides of each line."""

from decimal import Decimal

import pytest

from tests.builders import bidder, evaluated, hps, package

LEAST = Decimal("0.000001")
MILLION = 10**6


def bond(total, estimate):
    """The bond in the record of one bid."""
    given = package(bidder(total=Decimal(total)), hps=hps(Decimal(estimate), lines=None))
    return evaluated(given).price("p1").performance_bond


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (800 * MILLION, Decimal(40 * MILLION)),  # 80 percent exactly: 5 % of the contract
        (800 * MILLION - LEAST, Decimal(50 * MILLION)),  # below: 5 % of the HPS
        (800 * MILLION + LEAST, Decimal("40000000.00000005")),
        (1000 * MILLION, Decimal(50 * MILLION)),
        (1000 * MILLION + LEAST, None),  # above the HPS: no contract
    ],
)
def test_from_eighty_percent_on_it_is_of_the_contract(total, expected):
    """HPS Rp1 miliar; never rounded."""
    assert bond(total, 1000 * MILLION) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (200 * MILLION, None),
        (200 * MILLION + LEAST, Decimal("10000000.00000005")),
        (200 * MILLION + Decimal("0.01"), Decimal("10000000.0005")),
    ],
)
def test_a_contract_of_at_most_two_hundred_million_needs_none(total, expected):
    """Pasal 33 ayat (1): "paling sedikit di atas Rp200.000.000,00"."""
    assert bond(total, 200 * MILLION + 1) == expected
