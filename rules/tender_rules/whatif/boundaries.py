"""The nearest change of the outcome by each number, one way.

Where an outcome may turn is arithmetic, always: what rules decide by a number is how it compares to
another one, so that from one place where two figures of the sketch meet to the next nothing turns.
What it comes to in between the sketch tells, where one order of bids decides. After talks, an
auction or a withdrawal, where prices are opened in turn, and of the list of a prakualifikasi, an
evaluation is asked in each such interval, the nearest first. That leaves none out but where there
are more than may be asked of one answer: then the kind of number is named as not wholly looked
through.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from attrs import define, field, frozen

from tender_engine.numbers import exact
from tender_rules.whatif.answer import REFUSED, TIE, Outcome
from tender_rules.whatif.cell_groups import Cell, Group, Target
from tender_rules.whatif.changes import Given, Replay
from tender_rules.whatif.outcome_at import next_meeting, outcome_at
from tender_rules.whatif.sketch import STILL, Move, Place, Sketch, Step, Token, rounded

__all__ = [
    "OF_EACH",
    "DisagreementError",
    "Finder",
    "Found",
    "agrees",
    "figure",
]


# How many of one kind, of one bidder and one way are written out; the rest is counted.
OF_EACH = 3


@define
class _Walk:
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
                found = outcome_at(self.sketch, self.move, place)
                token, until = found.token, found.next
            yield Step(at, until, token)
            if until is None or until <= 0:
                return
            at = until
            yield Step(at, at, None)

    def at(self, step: Step) -> Token | None:
        """What it comes to at the one figure of a step."""
        return None if self.asking else outcome_at(self.sketch, self.move, Place(step.at)).token


class DisagreementError(RuntimeError):
    """The arithmetic and an evaluation come to two outcomes: an error of the program."""


@frozen
class Found:
    """A change that was found: the cell, its boundary, and what the arithmetic says of it."""

    group: Group
    cell: Cell
    target: Target
    token: Token | None

    @property
    def relative(self) -> Fraction:
        """How far it is, of the width of the range."""
        return abs(self.target.exact - self.cell.now) / self.group.span


@frozen
class _Turning:
    """What a group comes to one way: changes of the outcome, what waits, and how many more."""

    flips: tuple[Found, ...] = ()
    further: int = 0
    waits: tuple[Found, ...] = ()
    further_waiting: int = 0


def agrees(token: Token | None, outcome: Outcome) -> bool:
    """Whether an evaluation comes to what the arithmetic says."""
    if token is None or outcome.kind == REFUSED:
        return True
    match token:
        case ("waits",):
            return not outcome.decided
        case ("tie",):
            return outcome.kind == TIE
        case ("winner", name):
            return outcome.winner == name
        case _:
            return outcome.kind == "gagal"


def figure(value: Fraction) -> Decimal:
    """A figure that the format can write, as it writes it."""
    with exact():
        return Decimal(value.numerator) / Decimal(value.denominator)


@define
class Finder:
    """Looks for changes in a sketch; asks an evaluation where the sketch cannot tell."""

    given: Given
    sketch: Sketch
    replay: Replay
    asked_most: int
    asked: int = field(default=0, init=False)
    unasked: dict[str, None] = field(factory=dict, init=False)
    # What the arithmetic says of what was given.
    base: Token = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.base = outcome_at(self.sketch, STILL, Place(Fraction(0))).token

    def turning(self, group: Group, way: int) -> _Turning:
        """The nearest change of the outcome by each cell `way`, and what waits before it."""
        waits: tuple[Found, ...] = ()
        waiting = 0
        for step, token in self._changed(group, way):
            found = tuple(
                Found(group, cell, target, token)
                for cell, target in islice(group.targets(step, way), OF_EACH)
            )
            if not found:
                continue
            decided, more = self._decided(found[0]), group.reaching(step, way) - len(found)
            if decided:
                return _Turning(found, more, waits, waiting)
            if decided is False and not waits:
                waits, waiting = found, more
        return _Turning(waits=waits, further_waiting=waiting)

    def _changed(self, group: Group, way: int) -> Iterator[tuple[Step, Token | None]]:
        """The steps within reach that may come to something else."""
        walk = _Walk(self.sketch, group.move, way, group.asking)
        base = None if group.asking else self.base
        for step in walk.steps():
            if group.is_out_of_reach(step, way):
                return
            if step.is_point and not group.ends_at(step, way):
                continue
            token = walk.at(step) if step.is_point else step.token
            if group.asking or token != base:
                yield step, token

    def _decided(self, found: Found) -> bool | None:
        """Whether it turns the outcome; `None` where it is the same, or nobody was asked."""
        token = found.token
        if token is not None and token[0] in ("waits", "tie"):
            return False
        if token is not None and not (token[0] == "none" and self.given.outcome.kind == "gagal"):
            return True
        outcome = self._ask(found)
        if outcome is None or outcome.same_as(self.given.outcome):
            return None
        return outcome.decided

    def _ask(self, found: Found) -> Outcome | None:
        """What an evaluation comes to just beyond a boundary; `None` once too many were asked."""
        if self.asked >= self.asked_most:
            self.unasked[found.group.kind] = None
            return None
        self.asked += 1
        return self.replay.of(lambda: found.group.change(found.cell, figure(found.target.far)))
