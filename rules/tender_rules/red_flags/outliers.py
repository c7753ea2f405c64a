"""What lies far outside of the others: quartiles and the fences beside them, exactly."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

__all__ = ["Fences", "fences", "quantile"]

_QUARTER, _THREE_QUARTERS = Fraction(1, 4), Fraction(3, 4)
_THIRD = Fraction(1, 3)


def quantile(values: Iterable[Fraction], share: Fraction) -> Fraction:
    """The quantile of `values` by the definition that is number 8 of Hyndman and Fan (1996).

    It is the one that Cardinal takes from the library statrs.

    >>> quantile(map(Fraction, (1, 2, 3, 4, 5)), Fraction(1, 4))
    Fraction(5, 3)
    """
    ordered = sorted(values)
    at = (len(ordered) + _THIRD) * share + _THIRD
    below = int(at)
    if below < 1:
        return ordered[0]
    if below >= len(ordered):
        return ordered[-1]
    return ordered[below - 1] + (at - below) * (ordered[below] - ordered[below - 1])


@frozen
class Fences:
    """The first and third quartile, and how many of their distances an outlier is away."""

    first: Fraction
    third: Fraction
    distances: Fraction

    @property
    def lower(self) -> Fraction:
        """Q1 - 1.5 IQR, where the distances are 1.5."""
        return self.first - self.distances * (self.third - self.first)

    @property
    def upper(self) -> Fraction:
        """Q3 + 1.5 IQR."""
        return self.third + self.distances * (self.third - self.first)

    def is_low(self, value: Fraction) -> bool:
        """At the lower fence or below it; what is as the first quartile itself lies in no way out.

        >>> Fences(Fraction(2), Fraction(2), Fraction(3, 2)).is_low(Fraction(2))
        False
        """
        return value <= self.lower and value < self.first

    def is_high(self, value: Fraction) -> bool:
        """At the upper fence or above it, and above the third quartile."""
        return value >= self.upper and value > self.third


def fences(values: Sequence[Fraction], distances: Fraction) -> Fences:
    """Those of `values`, of which there is one at least."""
    first, third = (quantile(values, share) for share in (_QUARTER, _THREE_QUARTERS))
    return Fences(first, third, distances)
