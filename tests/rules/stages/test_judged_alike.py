"""Bidders that the panel judges alike share one answer; whoever is judged apart has its own."""

import pytest

from tender_engine.evaluation import Evaluation
from tender_engine.terms import StageId
from tests.builders import (
    ADMINISTRASI,
    JUDGED,
    TEKNIS,
    bidder,
    evaluated,
    judged,
    package,
    priced,
)

BIDS = [bidder(f"p{n}", price=priced(f"{n}00000000")) for n in (9, 10, 11)]
# A stage at which rules decide as well, and one at which the panel alone does.
STAGES = [ADMINISTRASI, TEKNIS]


def judged_so(stage: StageId, *assessments: object) -> Evaluation:
    """Three bids, of whom at `stage` that alone is said, and at every other that all meet it."""
    general = tuple(each for each in JUDGED if each is not stage)
    return evaluated(package(*BIDS, general=general, assessments=assessments))


@pytest.mark.parametrize("stage", STAGES)
def test_whoever_is_named_is_judged_apart_from_the_others(stage: StageId) -> None:
    """Before and after it in order stands somebody of whom only all is said."""
    apart = judged(stage, "tidak_memenuhi", "p10")
    found = judged_so(stage, judged(stage), apart)

    first, second, third = found.stage(stage).verdicts

    assert [each.participant for each in (first, second, third)] == ["p9", "p10", "p11"]
    assert [first.verdict, second.verdict, third.verdict] == ["lulus", "gugur", "lulus"]
    assert {vote.entry for vote in second.votes} == {apart}
    assert first.votes == third.votes != ()


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_missing_is_told_of_each(stage: StageId) -> None:
    """Of a question that nobody has answered, and of one that only some have."""
    for said in ((), (judged(stage, by="m1"),)):
        found = judged_so(stage, *said)
        awaited = [x.participant for x in found.awaiting if x.stage == stage]

        assert awaited == ["p9", "p10", "p11"]
