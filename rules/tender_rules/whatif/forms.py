"""A figure as it follows one number that is moved, exactly, and where two figures meet."""

from fractions import Fraction

from attrs import frozen

__all__ = ["Form", "Place", "constant", "next_zero"]

_ZERO = Fraction(0)


@frozen
class Place:
    """Where the moved number `x` stands: at it, or just beyond it `way` up (1) or down (-1)."""

    x: Fraction
    way: int = 0


@frozen
class Form:
    """`a + b*x + c/x`: a total and a mean are linear, the price score of who is dearer is not."""

    a: Fraction
    b: Fraction = _ZERO
    c: Fraction = _ZERO

    @property
    def moves(self) -> bool:
        """Whether it is another figure elsewhere."""
        return bool(self.b or self.c)

    def __add__(self, other: "Form") -> "Form":
        return Form(self.a + other.a, self.b + other.b, self.c + other.c)

    def __sub__(self, other: "Form") -> "Form":
        return Form(self.a - other.a, self.b - other.b, self.c - other.c)

    def times(self, factor: Fraction) -> "Form":
        """It, `factor` times."""
        return Form(self.a * factor, self.b * factor, self.c * factor)

    def key(self, place: Place) -> tuple[Fraction, Fraction]:
        """The figure at `place`, and which way it goes from there: what is compared."""
        value, slope = self.a, _ZERO
        if self.b:
            value += self.b * place.x
            slope += self.b
        if self.c:
            value += self.c / place.x
            slope -= self.c / (place.x * place.x)
        return value, slope * place.way


def constant(figure: Fraction | int) -> Form:
    """A figure that stays."""
    return Form(Fraction(figure))


def next_zero(form: Form, place: Place) -> Fraction | None:
    """Where `form` is zero next beyond `place`; never where it is zero everywhere.

    No two figures meet in more than one place: of those compared either all are linear, or one is
    a price score and all others stay.
    """
    if form.c and form.b:
        raise ArithmeticError("two figures that meet twice")
    if form.c:
        found = -form.c / form.a if form.a else None
    else:
        found = -form.a / form.b if form.b else None
    if found is None or (found - place.x) * place.way <= 0:
        return None
    return found
