"""A tender as figures that may move: which number turns its outcome, before any evaluation.

It follows who is in, the order and the proof as the stages do, with each bidder's records as they
stand. What is found in it is only where to look: each answer is evaluated whole.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from tender_engine.terms import StageId

__all__ = [
    "ABSENT", "FALLS", "LACKS", "STANDS", "STILL", "Form", "Key", "Move", "OutcomeAt", "Place",
    "Sketch", "Standing", "Step", "Token", "constant", "next_zero", "rounded",
]  # fmt: skip

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


STANDS, FALLS, LACKS, ABSENT = "stands", "falls", "lacks", "absent"
# What a figure is: "total" of a bidder, "mean" of a bidder on a criterion, "hps", ...
Key: TypeAlias = tuple[object, ...]
# What it comes to: ("winner", name), ("waits",), ("tie",), or ("none", why).
Token: TypeAlias = tuple[object, ...]


@frozen(eq=False)
class Move:
    """One number that is moved, and which figures follow it; `about` is whose they are alone.

    With a `unit` it is rounded to that, half up, before anything follows it.
    """

    start: Fraction
    forms: Mapping[Key, Form]
    about: str | None = None
    unit: Fraction | None = None


STILL = Move(Fraction(0), {})


@frozen
class OutcomeAt:
    """What it comes to at a place, and the next place at which two of its figures meet."""

    token: Token
    next: Fraction | None


@frozen
class Standing:
    """One bidder: its figures, and what its records come to whatever the figures are.

    `state` is of everything before the order: it stands, falls by a record, lacks one at `stage`,
    or made no bid. `proof` is the same of the proof, and `proof_low` where its price is judged as a
    low one: a word on the proof that is older than that does not count. `fair` is what was judged.
    """

    name: str
    total: Fraction | None
    compared: Fraction | None
    added: Fraction
    means: Mapping[tuple[StageId, int], Fraction | None]
    state: str
    stage: StageId | None = None
    proof: str = STANDS
    proof_low: str = STANDS
    fair: bool | None = None


@frozen(eq=False)
class Sketch:
    """A tender as figures.

    Attributes:
        bidders: by id.
        scored: of each scored stage what a point of the mean on each criterion gives.
        limits: thresholds by stage and criterion (`None`: of the stage), "hps", "share", "ceiling",
            "pagu" and "weight", as far as something is held to them.
        by: what bids are ordered by: `compared`, `technical` or `combined`.
        highest: whether the highest comes first.
        parted: whether technical scores part equal ones; `tkdn`, where it is that, by bidder.
        size: how many are called to a proof at once; 0 calls everybody.
        pool: how many of the lowest are evaluated; 0 where all are.
        leads: the stages that lead to each stage.
        marks, hps_marks: other totals that totals, or the HPS, are held to.
    """

    bidders: Mapping[str, Standing]
    scored: Mapping[StageId, tuple[Fraction, ...]]
    limits: Mapping[Key, Fraction]
    by: str
    highest: bool
    parted: bool
    tkdn: Mapping[str, Fraction] | None
    size: int
    pool: int
    leads: Mapping[StageId, tuple[StageId, ...]]
    marks: tuple[Fraction, ...] = ()
    hps_marks: tuple[Fraction, ...] = ()
    # What was made once of figures that stay.
    kept: dict[object, Any] = field(factory=dict, init=False)


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
