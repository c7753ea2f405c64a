"""A tender as figures that may move: which number turns its outcome, before any evaluation.

It follows who is in, the order and the proof as the stages do, with each bidder's records as they
stand. What is found in it is only where to look: each answer is evaluated whole.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from tender_engine.terms import StageId
from tender_rules.whatif.forms import Form
from tender_rules.whatif.standing import Standing

__all__ = ["STILL", "Key", "Look", "Move", "Sketch", "Token"]

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
class Look:
    """What it comes to at a place, and the next place at which two of its figures meet."""

    token: Token
    next: Fraction | None


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
