"""Only a price that a stage opened is compared; what lies under seal changes nothing."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.model import Hps
from tender_engine.seals import Sealed
from tender_engine.terms import Envelope
from tender_rules import national
from tender_rules.similar.prices import price_similarities
from tests.builders import TEKNIS, bidder, failed, hps_line, line, package, priced
from tests.happenings import price_opening
from tests.rules.similar.test_prices import ESTIMATE, ONE, THREE, TWO, with_first

TOTAL = Decimal("1500000")


def offer(name, prices):
    """A bid of one piece a line; totals are not what this is about."""
    lines = [line(f"L{n}", "1", price) for n, price in enumerate(prices, 1)]
    return bidder(name, price=priced(sum(prices), *lines, vat="0"))


def tender(*bids, **terms):
    wanted = tuple(hps_line(x.id, "1", x.unit_price) for x in ESTIMATE.lines)
    return package(*bids, hps=Hps(TOTAL, Decimal(0), wanted), pagu=TOTAL, **terms)


BIDS = offer("p1", ONE), offer("p2", with_first(6, TWO)), offer("p3", THREE)


def told(given):
    facts = price_similarities(given, national())
    return [(fact.kind, fact.participants, fact.count) for fact in facts]


def test_in_one_file_the_prices_of_all_are_compared():
    assert told(tender(*BIDS)) == [("harga_sama", ("p1", "p2"), 6)]


def test_in_two_files_nothing_is_compared_before_prices_are_opened():
    assert told(tender(*BIDS, envelope=Envelope.DUA_FILE)) == []


@pytest.mark.parametrize(("out", "found"), [("p3", True), ("p2", False)])
def test_in_two_files_only_those_who_passed_are_compared(out, found):
    """Of two bids no chance is told; the price of who failed lies under seal."""
    given = tender(
        *BIDS,
        envelope=Envelope.DUA_FILE,
        events=[price_opening()],
        assessments=failed(TEKNIS, out),
    )

    assert told(given) == ([("harga_sama", ("p1", "p2"), 6)] if found else [])


def test_what_lies_under_seal_changes_nothing():
    """p3 failed: with the prices of p1, which would make a third of the two, all is the same."""

    def given(prices):
        terms = {"envelope": Envelope.DUA_FILE, "events": [price_opening()]}
        bids = (*BIDS[:2], offer("p3", prices))
        return tender(*bids, assessments=failed(TEKNIS, "p3"), **terms)

    facts = [price_similarities(given(prices), national()) for prices in (THREE, ONE)]

    assert facts[0] == facts[1] != []


def test_a_package_that_is_not_evaluated_is_refused():
    given = tender(*BIDS)
    nobody = evolve(given, pokja=evolve(given.pokja, members=()))

    with pytest.raises(PackageRefusedError):
        price_similarities(nobody, national())


def test_the_order_in_which_lines_are_typed_changes_nothing():
    first, *others = BIDS
    lines = [line(f"L{n}", "1", price) for n, price in enumerate(ONE, 1)]
    turned = evolve(first, price=Sealed(priced(sum(ONE), *reversed(lines), vat="0")))

    assert told(tender(turned, *others)) == told(tender(*BIDS))
