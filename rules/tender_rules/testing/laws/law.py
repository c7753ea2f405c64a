"""What makes a method a law: what it is tried on, and how often."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

__all__ = ["Laws", "few", "law"]

_Test = TypeVar("_Test", bound=Callable[..., None])
# Whole tenders are large; and nothing is kept between runs that two subclasses could confuse.
_FINE = [
    HealthCheck.data_too_large,
    HealthCheck.differing_executors,
    HealthCheck.filter_too_much,
    HealthCheck.too_slow,
]
_MOST_TOLD = 5
_DRAWN = "drawn_for_the_law"


def law(**drawn: SearchStrategy[Any]) -> Callable[[_Test], _Test]:
    """A law of every example of what is `drawn`, by the names of the test's arguments."""

    def mark(test: _Test) -> _Test:
        setattr(test, _DRAWN, drawn)
        return test

    return mark


def few(told: Iterable[str]) -> str:
    """The first of what is told, and how much more there is."""
    every = [*told]
    more = [f"and {len(every) - _MOST_TOLD} more"] if len(every) > _MOST_TOLD else []
    return "; ".join([*every[:_MOST_TOLD], *more])


class Laws:
    """Laws as methods: a subclass gets each as a test of its own."""

    def __init_subclass__(cls, *, tries: int = 200) -> None:
        """Make a test of each law, which tries so many examples, the same ones each time."""
        super().__init_subclass__()
        if Laws in cls.__bases__:
            return  # the laws as they are written, of which nobody has given an adapter
        tried = settings(
            max_examples=tries,
            derandomize=True,
            database=None,
            deadline=None,
            report_multiple_bugs=False,
            suppress_health_check=_FINE,
        )
        for name in dir(cls):
            held = getattr(cls, name)
            # A test of the class above, which tries as many as that one was told.
            held = held.hypothesis.inner_test if hasattr(held, "hypothesis") else held
            if drawn := getattr(held, _DRAWN, None):
                setattr(cls, name, tried(given(**drawn)(held)))
