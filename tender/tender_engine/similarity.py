"""What is the same between bidders: a fact of their papers, and how rare it is. Never a verdict.

A fact says what is equal and where, and people find what that means. It is always `internal` and
stands outside trail and root.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

__all__ = ["BaseRate", "Similarity", "Strength"]


_TEN = 10


class Strength(StrEnum):
    """How much a fact says by itself; a `LEMAH` one is common among who has nothing in common."""

    KUAT = "kuat"
    LEMAH = "lemah"


@frozen
class BaseRate:
    """How rare a fact is under a model that is named by its code.

    `chance` is an upper bound of the chance that a tender of this size shows such a fact at all,
    exactly; where it cannot be told it is `None`, and `reason` is the code of why.
    """

    model: str | None
    chance: Fraction | None = None
    reason: str | None = None

    @property
    def shown(self) -> str | None:
        """The chance as people read it, never said to be smaller than it is.

        >>> [BaseRate("m", Fraction(1, n)).shown for n in (2500, 1000, 3)]
        ['1 : 10^3', '1 : 10^3', '1 : 1']
        """
        if self.chance is None:
            return None
        power, rest = 0, self.chance * _TEN
        while 0 < rest <= 1:
            power, rest = power + 1, rest * _TEN
        return f"1 : 10^{power}" if power else "1 : 1"


@frozen
class Similarity:
    """One fact about one participant or more.

    Args:
        kind: its code.
        strength: how much it says by itself.
        participants: whom it is about, in their natural order.
        count: in how many places it is so.
        compared: of how many that were looked at.
        rule: the id of the definition that it was found by.
        lines: some of these places, in order; `None` where a fact has none in the document.
        facts: what else is known of it, as text.
        base_rate: how rare it is; `None` of a fact that is told without.
    """

    kind: str
    strength: Strength
    participants: tuple[str, ...]
    count: int
    compared: int
    rule: str
    lines: tuple[str, ...] | None = None
    facts: Mapping[str, str] = field(factory=dict)
    base_rate: BaseRate | None = None
