"""What an evaluation fills before it freezes it is frozen in everybody's hands."""

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError

from tender_engine.engine import evaluate
from tender_engine.evaluation import StageVerdict
from tender_engine.findings import Finding
from tender_engine.judgement import Vote
from tender_rules import national
from tests.builders import bidder, package


def test_findings_verdicts_and_votes_are_whole_and_frozen():
    """Each is of its own class, has every attribute, and lets none be set or taken away."""
    stages = evaluate(package(bidder()), national()).stages
    verdicts = [verdict for stage in stages for verdict in stage.verdicts]
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    votes = [vote for verdict in verdicts for vote in verdict.votes]

    for kind, made in ((StageVerdict, verdicts), (Finding, findings), (Vote, votes)):
        assert made
        for each in made:
            assert type(each) is kind
            for field in fields(kind):
                assert hasattr(each, field.name)
                with pytest.raises(FrozenInstanceError):
                    setattr(each, field.name, None)
                with pytest.raises(FrozenInstanceError):
                    delattr(each, field.name)
