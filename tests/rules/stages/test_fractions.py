"""The notice that less than a sen decides: an order, the pool, the ceiling, the 80% line."""

from decimal import Decimal

import pytest

from tender_engine.model import Requirements
from tender_engine.terms import StageId
from tests.builders import HPS_TOTAL, bidder, evaluated, package
from tests.procurements import NILAI, contest

CODE = "SELISIH_DI_BAWAH_SEN"
POOL = StageId.PENAWARAN_DIEVALUASI


def told(evaluation):
    """About whom, and for whom to read."""
    return [(n.participant, n.audience) for n in evaluation.notices if n.code == CODE]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("1100000000", []),  # equal: no fraction parts them
        ("1100000000.000001", [("p2", "publik")]),
        ("1100000000.009999", [("p2", "publik")]),
        ("1100000000.01", []),
    ],
)
def test_an_order_that_rests_on_less_than_a_sen_is_told_in_public(other, expected):
    """Papers show both with the same sen."""
    evaluation = evaluated(package(bidder("p1", "1100000000"), bidder("p2", other)))

    assert told(evaluation) == expected
    for notice in evaluation.notices:
        assert notice.code != CODE or "Rp" not in notice.message


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        ("-0.01", []),
        ("-0.009999", [("p1", "internal")]),
        ("0", []),
        ("0.000001", [("p1", "internal")]),
        ("0.01", []),
    ],
)
@pytest.mark.parametrize("share", ["1", "0.80"])
def test_a_line_that_a_total_lies_on_by_less_than_a_sen_is_told_inside(share, off, expected):
    """The ceiling and the line of fairness, from both sides; on the line itself none is told."""
    total = HPS_TOTAL * Decimal(share) + Decimal(off)

    assert told(evaluated(package(bidder(total=total)))) == expected


@pytest.mark.parametrize(("more", "count"), [("0.009999", 1), ("0.01", 0)])
def test_the_pool_is_an_order_too(more, count):
    """p2 is left out of the one lowest."""
    asks = {POOL: Requirements(lowest=1, clause="LDP 1")}
    people = bidder("p1", "1100000000"), bidder("p2", Decimal(1_100_000_000) + Decimal(more))

    assert told(evaluated(package(*people, asks=asks))) == [("p2", "publik")] * count


@pytest.mark.parametrize(("price", "count"), [("1000000000.009", 1), ("1000000000.02", 0)])
def test_an_order_by_scores_may_rest_on_a_price(price, count):
    """Equal technical scores: only the prices part them."""
    evaluation = evaluated(contest(NILAI, ("p1", 80, "1000000000"), ("p2", 80, price)))

    assert told(evaluation) == [("p2", "publik")] * count
