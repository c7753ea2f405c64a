"""What would have changed an outcome: the library's own question."""

from collections.abc import Iterable

from tender_engine.engine import evaluate
from tender_engine.events import TYPES, Event
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.reader import accept
from tender_engine.formats.values import read_again
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.whatif.answer import Aside, WhatIf
from tender_rules.whatif.answering import Answering
from tender_rules.whatif.building import is_of_bids
from tender_rules.whatif.outcome import outcome_of
from tender_rules.whatif.prices import without_unopened
from tender_rules.whatif.replay import Given
from tender_rules.whatif.set_aside import set_aside

__all__ = ["asides", "flips", "given_of"]

_TYPES = {kind: name for name, kind in TYPES.items()}


def flips(package: Package, rulebook: Rulebook) -> WhatIf:
    """What would have changed the outcome of `package`: each boundary exactly, one by one.

    A pure function, as an evaluation is. Prices that no stage opened are no part of it.

    Raises:
        PackageRefusedError: as `evaluate` does.
    """
    given, aside = given_of(package, rulebook)
    told = asides(aside)
    if not given.outcome.decided:
        return WhatIf(given.outcome, told, waits_for=given.outcome.codes)
    return Answering(given, told).answer()


def asides(events: Iterable[Event]) -> tuple[Aside, ...]:
    """What was set aside, as an answer names it."""
    return tuple(Aside(_TYPES[type(event)], event.at) for event in events)


def given_of(package: Package, rulebook: Rulebook) -> tuple[Given, tuple[Event, ...]]:
    """The package without acts on its result and unopened prices, evaluated; and these acts."""
    if not (type(package) is Package and package.is_checked(rulebook.declared)):
        reading = read_again(package, rulebook)
        if reading.package is None:
            raise PackageRefusedError(reading.faults)
        package = reading.package
    whole = evaluate(package, rulebook)
    bare, aside = set_aside(package, of_bids=is_of_bids(whole))
    opened = evaluate(_marked(bare, rulebook), rulebook) if aside else whole
    bare = _marked(without_unopened(bare, opened), rulebook)
    evaluation = evaluate(bare, rulebook)
    return Given(bare, rulebook, evaluation, outcome_of(evaluation)), aside


def _marked(package: Package, rulebook: Rulebook) -> Package:
    """A package of which less is left than was checked."""
    marked = accept(package, rulebook)
    if marked is None:
        raise TypeError("a package that is none cannot be evaluated")
    return marked
