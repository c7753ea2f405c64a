"""From one boundary to the next: what it comes to between them."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import define, field, frozen

from tender_rules.whatif.forms import Place
from tender_rules.whatif.looks import look, next_meeting
from tender_rules.whatif.sketch import Move, Sketch, Token

__all__ = ["Step", "Walk", "rounded"]


@frozen
class Step:
    """What it comes to beyond `at` as far as `until`; at that very figure where both are one."""

    at: Fraction
    until: Fraction | None
    token: Token | None

    @property
    def is_point(self) -> bool:
        """Whether it is of one figure alone."""
        return self.at == self.until


def rounded(figure: Fraction, unit: Fraction | None) -> Fraction:
    """A figure to the next multiple of `unit`, half up; as it is without one."""
    if unit is None:
        return figure
    return (2 * figure + unit) // (2 * unit) * unit


@define
class Walk:
    """The steps of one move one way, made as they are asked for and kept.

    With `asking` every two figures that meet end a step, and none says what it comes to.
    """

    sketch: Sketch
    move: Move
    way: int
    asking: bool = False
    _made: list[Step] = field(factory=list, init=False)
    _rest: Iterator[Step] | None = field(default=None, init=False)

    def steps(self) -> Iterator[Step]:
        """The steps, from where the number stands outward."""
        if self._rest is None:
            self._rest = self._walked()
        index = 0
        while True:
            if index == len(self._made):
                step = next(self._rest, None)
                if step is None:
                    return
                self._made.append(step)
            yield self._made[index]
            index += 1

    def _walked(self) -> Iterator[Step]:
        at: Fraction | None = rounded(self.move.start, self.move.unit)
        while at is not None:
            place = Place(at, self.way)
            token: Token | None = None
            if self.asking:
                until = next_meeting(self.sketch, self.move, place)
            else:
                found = look(self.sketch, self.move, place)
                token, until = found.token, found.next
            yield Step(at, until, token)
            if until is None or until <= 0:
                return
            at = until
            yield Step(at, at, None)

    def at(self, step: Step) -> Token | None:
        """What it comes to at the one figure of a step."""
        return None if self.asking else look(self.sketch, self.move, Place(step.at)).token
