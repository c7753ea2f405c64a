"""Quartiles as Cardinal takes them, and the fences beside them."""

from fractions import Fraction
from statistics import quantiles

import pytest

from tender_rules.red_flags.outliers import Fences, fences, quantile

# What the tests of statrs, of which Cardinal takes its quartiles, hold them to.
VALUES = [Fraction(text) for text in ["-1", "5", "0", "-3", "10", "-0.5", "4", "0.2", "1", "6"]]


@pytest.mark.parametrize(
    ("share", "value"),
    [
        ("0", "-3"),
        ("1", "10"),
        ("1/2", "3/5"),
        ("1/5", "-4/5"),
        ("7/10", "137/30"),
        ("1/100", "-3"),
        ("99/100", "10"),
        ("52/100", "287/375"),
        ("325/1000", "-37/240"),
    ],
)
def test_a_quantile_is_that_of_the_library_that_cardinal_uses(share, value):
    assert quantile(VALUES, Fraction(share)) == Fraction(value)


def test_another_definition_comes_to_another_quartile():
    """Python has two, and neither is this one."""
    mine = quantile(map(Fraction, range(1, 7)), Fraction(1, 4))

    assert mine == Fraction(23, 12)
    assert float(mine) not in {
        quantiles(range(1, 7), method=method)[0] for method in ("exclusive", "inclusive")
    }


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("0.02", True, False),
        ("0.0201", False, False),
        ("0.0999", False, False),
        ("0.1", False, True),
    ],
)
def test_the_example_of_the_publisher(value, low, high):
    """Of Q1 5% and Q3 7% the fences are 2% and 10%; on the fence is outside."""
    atlantis = Fences(Fraction("0.05"), Fraction("0.07"), Fraction("1.5"))

    assert (atlantis.lower, atlantis.upper) == (Fraction("0.02"), Fraction("0.1"))
    assert (atlantis.is_low(Fraction(value)), atlantis.is_high(Fraction(value))) == (low, high)


def test_where_all_are_alike_nobody_lies_outside():
    """The fences fall upon the quartiles; whoever is further out does."""
    alike = fences([Fraction(0)] * 9 + [Fraction(1)], Fraction("1.5"))

    assert not alike.is_high(Fraction(0))
    assert not alike.is_low(Fraction(0))
    assert alike.is_high(Fraction(1))
