"""What was given, the same with one thing changed, and what an evaluation of that comes to."""

from collections.abc import Callable
from decimal import Decimal

from attrs import define, evolve, frozen

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.reader import accept
from tender_engine.law import Provision
from tender_engine.model import Assessment, Package
from tender_engine.places import entry_label
from tender_engine.rulebook import Rulebook
from tender_rules.whatif.answer import Outcome, outcome_of, refused

__all__ = ["Changed", "Given", "Replay", "entry_place", "with_reading", "with_value"]


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


def _replaced(rulebook: Rulebook, param: str, change: Callable[[Provision], Provision]) -> Rulebook:
    def each(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple([change(p) if p.param == param else p for p in provisions])

    overlays = {name: each(provisions) for name, provisions in rulebook.overlays.items()}
    return evolve(rulebook, provisions=each(rulebook.provisions), overlays=overlays)


def with_value(rulebook: Rulebook, param: str, value: Decimal | str) -> Rulebook:
    """The rulebook in which `param` is `value` on every day."""
    return _replaced(rulebook, param, lambda provision: evolve(provision, value=value))


def with_reading(rulebook: Rulebook, taken: Provision) -> Rulebook:
    """The rulebook in which another reading of a value is the one in force."""

    def change(provision: Provision) -> Provision:
        if provision.since != taken.since:
            return provision
        return evolve(provision, default=provision.variant == taken.variant)

    return _replaced(rulebook, taken.param, change)


def entry_place(package: Package, entry: object) -> str:
    """The place of an entry of the panel; its time is named too where others are about the same."""
    if not isinstance(entry, Assessment):
        raise TypeError("no entry of a panel")
    label = entry_label(entry)
    alike = sum(entry_label(each) == label for each in package.assessments)
    return f"assessments[{label}{'' if alike == 1 else f' {entry.at.isoformat()}'}]"
