"""What is filled before it is frozen is frozen in everybody's hands."""

from collections.abc import Sequence

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError

from tender_engine.engine import evaluate
from tender_engine.evaluation import StageVerdict
from tender_engine.faults import Faults
from tender_engine.findings import Finding
from tender_engine.formats.hps_lines import HPS_LINES
from tender_engine.formats.price_lines import PRICE_LINES
from tender_engine.judgement import Vote
from tender_engine.model import HpsLine, PriceLine
from tender_rules import national
from tests.builders import bidder, package


def assert_whole_and_frozen(kind: type, made: Sequence[object]) -> None:
    """Each is of its own class, has every attribute, and lets none be set or taken away."""
    assert made
    for each in made:
        assert type(each) is kind
        for field in fields(kind):
            assert hasattr(each, field.name)
            with pytest.raises(FrozenInstanceError):
                setattr(each, field.name, None)
            with pytest.raises(FrozenInstanceError):
                delattr(each, field.name)


def test_findings_verdicts_and_votes_are_whole_and_frozen():
    """Those of an evaluation."""
    stages = evaluate(package(bidder()), national()).stages
    verdicts = [verdict for stage in stages for verdict in stage.verdicts]

    assert_whole_and_frozen(StageVerdict, verdicts)
    assert_whole_and_frozen(Finding, [f for verdict in verdicts for f in verdict.findings])
    assert_whole_and_frozen(Vote, [vote for verdict in verdicts for vote in verdict.votes])


def test_lines_are_whole_and_frozen():
    """Of the HPS and of a bid, where they are read by column."""
    row = {"id": "L1", "quantity": "2", "unit_price": "5"}
    described = row | {"description": "Galian", "unit": "m3"}

    assert_whole_and_frozen(PriceLine, PRICE_LINES.read([row], None, "lines", Faults()))
    assert_whole_and_frozen(HpsLine, HPS_LINES.read([described], None, "lines", Faults()))
