"""The functions of a spreadsheet that take numbers and give one, exactly."""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

__all__ = ["FUNCTIONS", "raised"]

_MOST_DIGITS = 20
_MOST_POWER = 64
_MOST_BITS = 4_000
_HALF = Fraction(1, 2)

# Gives nothing where the arguments are not of its kind.
Function = Callable[[Sequence[Fraction]], Fraction | None]


def raised(base: Fraction, power: Fraction) -> Fraction | None:
    """`base` to a whole `power` that is not large; `None` for another.

    >>> raised(Fraction(2), Fraction(-2)), raised(Fraction(2), Fraction(1, 2))
    (Fraction(1, 4), None)
    """
    if power.denominator != 1 or abs(power) > _MOST_POWER or (not base and power <= 0):
        return None
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if bits * abs(power) > _MOST_BITS:
        return None
    return base ** int(power)


def _rounding(to_whole: Callable[[Fraction], int], default: int | None) -> Function:
    """A function that rounds away the sign and then the size, to some digits."""

    def rounded(numbers: Sequence[Fraction]) -> Fraction | None:
        if len(numbers) == 1 and default is not None:
            numbers = (*numbers, Fraction(default))
        if len(numbers) != 2 or numbers[1].denominator != 1 or abs(numbers[1]) > _MOST_DIGITS:
            return None
        number, unit = numbers[0], Fraction(10) ** int(numbers[1])
        size = to_whole(abs(number) * unit) / unit
        return -size if number < 0 else size

    return rounded


def _stepping(to_whole: Callable[[Fraction], int]) -> Function:
    """A function that goes to a multiple; both numbers are positive, else versions differ."""

    def stepped(numbers: Sequence[Fraction]) -> Fraction | None:
        if len(numbers) != 2 or numbers[0] < 0 or numbers[1] <= 0:
            return None
        return to_whole(numbers[0] / numbers[1]) * numbers[1]

    return stepped


def _one(work: Callable[[Fraction], Fraction]) -> Function:
    return lambda numbers: work(numbers[0]) if len(numbers) == 1 else None


def _half_up(number: Fraction) -> int:
    return math.floor(number + _HALF)


def _remainder(numbers: Sequence[Fraction]) -> Fraction | None:
    if len(numbers) != 2 or not numbers[1]:
        return None
    return numbers[0] - numbers[1] * math.floor(numbers[0] / numbers[1])


FUNCTIONS: Mapping[str, Function] = {
    "ROUND": _rounding(_half_up, None),
    "ROUNDUP": _rounding(math.ceil, None),
    "ROUNDDOWN": _rounding(math.floor, None),
    "TRUNC": _rounding(math.floor, 0),
    "INT": _one(lambda number: Fraction(math.floor(number))),
    "ABS": _one(abs),
    "CEILING": _stepping(math.ceil),
    "FLOOR": _stepping(math.floor),
    "MROUND": _stepping(_half_up),
    "MOD": _remainder,
    "POWER": lambda numbers: raised(*numbers) if len(numbers) == 2 else None,
}
