"""Penetapan: winner and reserves, who decides, and the act of people beside the computation."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import FailureAct
from tender_engine.model import Requirements
from tender_engine.terms import Decider, StageId
from tests.builders import (
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    package,
)
from tests.happenings import announced, answered, award, objection

AWARD = StageId.PENETAPAN
BILLION = 10**9
AS_COMPUTED = award("p1", "p2", "p3")
THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))


@pytest.mark.parametrize(
    ("pagu", "by"),
    [
        (Decimal(100 * BILLION), "pokja"),
        (Decimal("100000000000.01"), "pa"),
        (Decimal("100000000000.000001"), "pa"),
    ],
)
def test_the_budget_ceiling_says_who_determines(pagu, by):
    """Up to Rp100 miliar the Pokja, above it the PA (Perpres 16/2018 Pasal 9 and 13)."""
    evaluation = evaluated(package(pagu=pagu))

    assert finding(evaluation, AWARD, "award.decider").facts["oleh"] == by


@pytest.mark.parametrize(("by", "state"), [("pa", "ditetapkan"), ("pokja", "dihitung")])
def test_above_the_ceiling_only_the_pa_determines(by, state):
    """An act of the Pokja above Rp100 miliar is another than the law's."""
    given = package(
        *THREE, pagu=Decimal("100000000000.01"), events=[award("p1", "p2", "p3", by=by)]
    )
    evaluation = evaluated(given)

    assert evaluation.state == state
    assert ("TINDAKAN_BERBEDA" in codes(evaluation)) == (state == "dihitung")


def test_reserves_are_at_most_two():
    """The fourth in order is no reserve (Permen PUPR 14/2020 Pasal 98 ayat (1))."""
    evaluation = evaluated(package(*THREE, bidder("p4", "1210000000")))

    assert (evaluation.winner, evaluation.reserves) == ("p1", ("p2", "p3"))


def test_a_matching_act_determines():
    """Winner, reserves and decider agree."""
    evaluation = evaluated(package(*THREE, events=[AS_COMPUTED]))

    assert (evaluation.state, evaluation.result, evaluation.winner) == (
        "ditetapkan", "pemenang", "p1",
    )  # fmt: skip
    assert finding(evaluation, AWARD, "award.act").facts["sesuai"] == "true"


def test_who_was_determined_is_no_candidate_any_more():
    """Nor are the reserves; by an act that differs from the computation nobody is determined."""

    def told(*events):
        verdicts = evaluated(package(*THREE, events=events)).stage(AWARD).verdicts
        return [found.reason for found in verdicts]

    proposed = ["Calon pemenang.", "Calon pemenang cadangan 1.", "Calon pemenang cadangan 2."]
    assert told() == told(award("p2", "p1", "p3")) == proposed
    assert told(AS_COMPUTED) == ["Pemenang.", "Pemenang cadangan 1.", "Pemenang cadangan 2."]


@pytest.mark.parametrize(
    "act",
    [
        award("p2", "p1", "p3"),
        award("p1", "p3", "p2"),
        award("p1", "p2"),
        award("p1"),
        award("p1", "p2", "p3", by="pa"),
        FailureAct(at(20), "pemilihan", Decider.POKJA, "perpres-16-2018:51(2)c"),
    ],
)
def test_a_differing_act_changes_nothing_and_is_said(act):
    """Another winner, another order, another decider, or a failure that the figures do not show."""
    evaluation = evaluated(package(*THREE, events=[act]))

    assert (evaluation.state, evaluation.winner) == ("dihitung", "p1")
    assert evaluation.reserves == ("p2", "p3")
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


def test_an_act_that_is_silent_about_reserves_agrees():
    """`reserves` absent is unknown, not empty."""
    assert (
        evaluated(package(*THREE, events=[evolve(AS_COMPUTED, reserves=None)])).state
        == "ditetapkan"
    )


def test_an_act_while_something_is_missing_leaves_it_missing():
    """The evaluation waits all the same, and says that somebody acted."""
    evaluation = evaluated(package(*THREE, general=(), events=[AS_COMPUTED]))

    assert (evaluation.state, evaluation.result) == ("menunggu", None)
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


def test_the_later_act_stands():
    """The order of the list is no order of time."""
    wrong, right = award("p2", "p1"), award("p1", "p2", "p3", day=21)

    assert evaluated(package(*THREE, events=[right, wrong])).state == "ditetapkan"
    assert evaluated(package(*THREE, events=[wrong, right])).state == "ditetapkan"


def test_every_finding_on_the_act_sees_the_whole_order():
    """A reserve that entered by refill is part of the order that the act is set beside."""
    asks = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=2)}
    given = package(
        *THREE,
        asks=asks,
        assessments=failed(TEKNIS, "p1"),
        events=[award("p2", "p3")],
    )
    evaluation = evaluated(given)

    assert evaluation.state == "ditetapkan"
    for name in ("p2", "p3"):
        assert finding(evaluation, AWARD, "award.act", name).facts["sesuai"] == "true"


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        ("benar_substansial", "dihitung"),
        ("benar_tidak_substansial", "ditetapkan"),
        ("tidak_benar", "ditetapkan"),
    ],
)
def test_only_an_objection_found_right_and_substantial_undoes_the_act(decision, state):
    """Model Dokumen Pemilihan IKP 34.6."""
    events = [AS_COMPUTED, announced(), objection(), answered(decision)]
    evaluation = evaluated(package(*THREE, events=events))

    assert evaluation.state == state
    assert ("SANGGAH_BENAR_SUBSTANSIAL" in codes(evaluation)) == (state == "dihitung")


def test_what_comes_next_goes_by_how_many_bids_there_are():
    """One bid is talked over, two may be auctioned, three need neither; none of it is waited for.

    Model Dokumen Pemilihan before Perpres 16/2018, IKP 27.15; Peraturan LKPP 12/2021 Lampiran I
    angka 3.8 huruf b.
    """
    for count, expected in ((1, "negosiasi"), (2, "reverse_auction"), (3, None)):
        evaluation = evaluated(package(*THREE[:count]))

        assert (evaluation.state, evaluation.next) == ("dihitung", expected)


def test_nobody_is_proposed_while_the_proof_of_one_in_the_order_is_open():
    """p1 is first, so whether p2 is winner or reserve is not known."""
    silent = failed(PEMBUKTIAN, "p1", by="m1")
    evaluation = evaluated(package(*THREE, assessments=silent))

    assert evaluation.state == "menunggu"
    assert evaluation.stage(AWARD).verdicts == ()


def test_the_number_of_reserves_is_told_with_the_proposal():
    """How many there may be at most is a value of the law."""
    found = finding(evaluated(package(*THREE)), AWARD, "award.proposed")

    assert [used.param for used in found.values] == ["award.reserves_most"]
