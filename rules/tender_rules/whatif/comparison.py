"""Figures at one place, compared: wherever two of them meet next, something may turn."""

from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction
from typing import TypeVar

from attrs import define

from tender_engine.terms import StageId
from tender_rules.whatif.sketch import Form, Key, Move, Place, Sketch, Standing, constant, next_zero

__all__ = ["Comparison"]

T = TypeVar("T")


@define
class Comparison:
    """One look at a sketch: its figures at a place of a move, and the next place that matters."""

    sketch: Sketch
    move: Move
    place: Place
    next: Fraction | None = None

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives of figures that stay, made once for all looks."""
        kept = self.sketch.kept
        if key not in kept:
            kept[key] = make()
        made: T = kept[key]
        return made

    def figure(self, key: Key, stays: Fraction) -> Form:
        """A figure as it follows the move."""
        found = self.move.forms.get(key)
        return constant(stays) if found is None else found

    def limit(self, *key: object) -> Form | None:
        """A limit as it follows the move; `None` where nothing is held to it."""
        stays = self.sketch.limits.get(key)
        return None if stays is None else self.figure(key, stays)

    def compared(self, one: Standing) -> Form:
        """What a price counts as beside others, and what is added to it over a life."""
        stays = Fraction(0) if one.compared is None else one.compared
        found = self.figure(("compared", one.name), stays)
        return found + constant(one.added) if one.added else found

    def total(self, one: Standing) -> Form | None:
        """The corrected total of a bidder."""
        return None if one.total is None else self.figure(("total", one.name), one.total)

    def score(self, one: Standing, stage: StageId) -> Form | None:
        """The total score of a bidder at a scored stage, 0 to 100."""
        points = self.sketch.scored.get(stage, ())
        made = constant(0)
        for index, each in enumerate(points):
            mean = one.means.get((stage, index))
            if mean is None:
                return None
            made += self.figure(("mean", one.name, stage, index), mean).times(each)
        return made if points else None

    def sign(self, one: Form, other: Form) -> int:
        """How one figure stands to another; where they meet next is remembered."""
        between = one - other
        self.meets(between)
        value, slope = between.key(self.place)
        return _sign(value) or _sign(slope)

    def meets(self, between: Form) -> None:
        """Remember where a difference is nothing next."""
        if not self.place.way or not between.moves:
            return
        found = next_zero(between, self.place)
        if found is not None and (self.next is None or (self.next - found) * self.place.way > 0):
            self.next = found

    def meet_all(self, forms: Mapping[str, Form]) -> None:
        """Remember where a figure that moves meets any other."""
        for name, form in forms.items():
            if form.moves:
                for other, beside in forms.items():
                    if other != name:
                        self.meets(form - beside)


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)
