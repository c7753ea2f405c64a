"""A rulebook in which one value of the law is another."""

from collections.abc import Callable
from decimal import Decimal

from attrs import evolve

from tender_engine.law import Provision
from tender_engine.rulebook import Rulebook

__all__ = ["with_reading", "with_value"]


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
