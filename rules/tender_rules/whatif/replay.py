"""Whole evaluations of what might have been: every answer rests on one."""

from collections.abc import Callable

from attrs import define, frozen

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.reader import accept
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.whatif.outcome import Outcome, outcome_of, refused

__all__ = ["Changed", "Given", "Replay"]


@frozen
class Changed:
    """A package and a rulebook of which one thing is another."""

    package: Package
    rulebook: Rulebook


@frozen(eq=False)
class Given:
    """What was given without the acts of people and unopened prices, and what it comes to."""

    package: Package
    rulebook: Rulebook
    evaluation: Evaluation
    outcome: Outcome

    def with_package(self, package: Package) -> Changed:
        """The same law on another package."""
        return Changed(package, self.rulebook)


@define
class Replay:
    """Evaluates changes, and counts how many it has evaluated."""

    count: int = 0

    def of(self, change: Callable[[], Changed]) -> Outcome:
        """The outcome of a change."""
        changed = change()
        self.count += 1
        package = accept(changed.package, changed.rulebook)
        if package is None:
            raise TypeError("a package that is none cannot be evaluated")
        try:
            return outcome_of(evaluate(package, changed.rulebook))
        except PackageRefusedError as error:
            return refused(error)
