"""Whether what is drawn is not all alike, so that a property of it means something."""

from collections.abc import Callable, Iterable
from random import Random

from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

from tender_engine.model import Package

__all__ = ["never_seen"]

_UNTIL_SEEN = settings(max_examples=500, phases=[Phase.generate], derandomize=True, database=None)


def never_seen(
    wanted: Iterable[str],
    drawn: SearchStrategy[Package],
    told: Callable[[Package], Iterable[str]],
    seed: int = 0,
) -> set[str]:
    """Which of the `wanted` words no package tells, of as many as it takes to see them all.

    What is rare is seen sooner or later by the `seed`.
    """
    left = set(wanted)

    def is_enough(package: Package) -> bool:
        left.difference_update(told(package))
        return not left

    try:
        find(drawn, is_enough, settings=_UNTIL_SEEN, random=Random(seed))
    except NoSuchExample:
        return left
    return set()
