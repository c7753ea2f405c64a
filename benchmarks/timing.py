"""Timing: the best of some rounds, and a figure as a ratio to a bare loop in the same run."""

import gc
import time
from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

__all__ = ["Figure", "best"]


Clock: TypeAlias = Callable[[], float]


def best(work: Callable[[], object], rounds: int, clock: Clock = time.process_time) -> float:
    """The shortest time that `work` takes, in seconds; what others do on the machine only adds.

    The time is the processor's, so that waiting for a turn does not count; work that other
    processes do needs a `clock` on the wall.
    """
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = clock()
        work()
        taken.append(clock() - start)
    return min(taken)


@frozen
class Figure:
    """One line of the table: what was measured, against what, and the bound if there is one.

    `value` is the ratio to the bare loop where `bare` is given, else a figure in `unit`. A bound
    is the most that is allowed, or with `at_least` the least.
    """

    name: str
    value: float
    unit: str = "x"
    took: float | None = None
    bare: float | None = None
    bound: float | None = None
    at_least: bool = False

    @property
    def missed(self) -> bool:
        """Whether the bound is not kept."""
        if self.bound is None:
            return False
        return self.value < self.bound if self.at_least else self.value > self.bound

    def __str__(self) -> str:
        times = [f"{t * 1000:9.1f}" if t is not None else " " * 9 for t in (self.took, self.bare)]
        sign = ">=" if self.at_least else "<="
        bound = "" if self.bound is None else f"{sign} {self.bound:g}"
        verdict = "" if self.bound is None else ("MISSED" if self.missed else "kept")
        shown = f"{self.value:10.2f} {self.unit}"
        return f"{self.name:<52} {times[0]} {times[1]} {shown:<18} {bound:<8} {verdict}".rstrip()
