"""One of some values: what most strategies here draw, again and again."""

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

__all__ = ["any_of"]

_T = TypeVar("_T")


def any_of(draw: DrawFn, values: Iterable[_T]) -> _T:
    """One of `values`, of which the first is the simplest.

    As `sampled_from` chooses, and without a strategy of its own at each draw, which costs more
    than what is drawn: Hypothesis keeps the one of integers.
    """
    known = tuple(values)
    return known[draw(st.integers(0, len(known) - 1))]
