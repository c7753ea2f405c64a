"""A plain second reading of who enters a stage: after each entry all are asked of anew, everywhere.

The engine looks only in what was decided since its last look, and at no stage that rests on none of
it, and for notices where an event of their kind happened; what comes of both is to be the same.
"""

from collections.abc import Iterator

import pytest

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.findings import Verdict
from tender_engine.model import Package
from tender_engine.workflow import Case, Procedure, Stage
from tender_rules import national, noticing

__all__ = ["evaluated_anew"]


def evaluated_anew(package: Package) -> Evaluation:
    """The evaluation of `package` in which nothing is remembered of an earlier look."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Case, "newcomers", lambda case, stage: [*_newcomers(case, stage)])
        always = [(look, ()) for look, _ in noticing.LOOKS]
        patched.setattr(noticing, "LOOKS", always)
        patched.setattr(Procedure, "anew", property(lambda it: dict.fromkeys(it.before, it.stages)))
        return evaluate(package, national())


def _newcomers(case: Case, stage: Stage) -> Iterator[str]:
    before = (*case.before[stage.id], *stage.passed)
    for name in stage.admit(case) if stage.admit else case.participants:
        passed = all(case.verdict(each, name) is Verdict.LULUS for each in before)
        if name not in case.verdicts[stage.id] and (stage.admit or passed):
            yield name
