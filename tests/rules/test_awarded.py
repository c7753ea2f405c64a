"""Which award stands, for figures about who won what."""

import pytest

from tender_engine.events import Cancellation, FailureAct
from tender_engine.terms import Canceller, Decider, Subject
from tender_rules.awarded import awarded
from tests.builders import at, bidder, evaluated, package
from tests.happenings import announced, answered, award, objection
from tests.procurements import applicants, invited

TWO = bidder("p1", "1000000000"), bidder("p2", "1100000000")
FAILED = FailureAct(at(21), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)a")


def winner(*events):
    """Who was determined, with the day."""
    found = awarded(evaluated(package(*TWO, events=events)))
    return None if found is None else (found.winner, found.at)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ((), None),
        ((award("p1", "p2"),), ("p1", at(20))),
        ((award("p2"),), ("p2", at(20))),
        ((award("p1"), award("p2", day=21)), ("p1", at(20))),
        ((award("p1"), FAILED), None),
        ((award("p1"), Cancellation(at(21), Canceller.PA, "anggaran tidak tersedia")), None),
        ((award("p1"), announced(), objection(), answered("tidak_benar")), ("p1", at(20))),
        ((award("p1"), announced(), objection(), answered("benar_substansial")), None),
    ],
)
def test_the_last_award_counts_until_it_is_undone(events, found):
    """Also where the figures come to another winner: it is what people did.

    A second one while the first stands counts for nothing, as in the evaluation.
    """
    assert winner(*events) == found


def test_a_list_is_no_award():
    assert awarded(evaluated(invited(*applicants(3)))) is None
