"""Pembukaan: what no bid means, with and without an extension (Perpres 16/2018 Pasal 51)."""

import pytest

from tender_engine.events import Closing, Deadline, Extension
from tender_engine.findings import Verdict
from tender_engine.terms import Phase, StageId
from tests.builders import at, bidder, evaluated, needs, package

BIDS = Phase.PENAWARAN
NOBODY = (bidder("p1", submitted=False), bidder("p2", submitted=False))
DEADLINE = Deadline(at(10), BIDS, at(12))
EXTENSION = Extension(at(12), BIDS, at(15))
SECOND_EXTENSION = Extension(at(15), BIDS, at(18))


def closing(day):
    """The deadline has passed."""
    return Closing(at(day), BIDS)


@pytest.mark.parametrize(
    ("events", "awaited"),
    [
        ((), "perpanjangan"),
        ((DEADLINE,), "perpanjangan"),
        ((DEADLINE, closing(12)), "perpanjangan"),
        ((EXTENSION,), "penutupan"),
        ((closing(11), EXTENSION), "penutupan"),
        ((closing(12), EXTENSION), "penutupan"),  # the first deadline, at the same moment
        ((EXTENSION, closing(14), SECOND_EXTENSION), "penutupan"),
    ],
)
def test_no_bid_awaits_the_extension_and_then_its_end(events, awaited):
    """Without the extension it is awaited; with it, its end; an earlier closing is none."""
    evaluation = evaluated(package(*NOBODY, events=events))

    assert (evaluation.state, evaluation.result) == ("menunggu", None)
    assert needs(evaluation) == [("pembukaan", None, None, awaited)]


@pytest.mark.parametrize("order", [1, -1])
def test_no_bid_after_the_extension_fails(order):
    """Pasal 51 ayat (2) huruf b, at once, by the Pokja; a tender ulang follows (ayat (9))."""
    events = (EXTENSION, closing(15))[::order]
    evaluation = evaluated(package(*NOBODY, events=events))
    failure = evaluation.failure

    assert (evaluation.state, evaluation.result) == ("dihitung", "gagal")
    assert failure.ground == "perpres-16-2018:51(2)b"
    assert (failure.declared_by, failure.effective) == ("pokja", "segera")
    assert failure.follow_up == evaluation.next == "tender_ulang"
    assert [c.article for c in failure.citations] == [
        "Pasal 51 ayat (2) huruf b",
        "Pasal 51 ayat (4)",
        "Pasal 51",
    ]


def test_one_bid_goes_on():
    """Perpres 16/2018 has no ground of fewer than three bids: one is evaluated to the end."""
    evaluation = evaluated(package(bidder("p1"), *NOBODY[1:]))

    assert (evaluation.state, evaluation.winner, evaluation.next) == ("dihitung", "p1", "negosiasi")


def test_registered_only_is_no_bid_and_its_price_stays_sealed():
    """Who did not hand in enters no stage, and no price of theirs is in the record."""
    evaluation = evaluated(package(bidder("p1"), NOBODY[1]))

    assert evaluation.stage(StageId.PEMBUKAAN).of(Verdict.LULUS) == ("p1",)
    assert evaluation.verdicts_of("p2") == ()
    assert evaluation.price("p2") is None


def test_a_bid_whose_price_is_not_there_is_awaited():
    """One envelope holds the price: without it the correction waits."""
    evaluation = evaluated(package(bidder("p1", price=None)))

    assert evaluation.state == "menunggu"
    assert needs(evaluation) == [("koreksi_aritmatik", "p1", None, "harga")]
