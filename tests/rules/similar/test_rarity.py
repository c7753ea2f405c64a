"""The closed form against small cases that are counted out whole, and by hand."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, product
from math import floor

import pytest

from tender_engine.similarity import BaseRate
from tender_rules.similar.rarity import anchored_chance, bounded_tail, equal_chance, tail


def chance_of_at_least(chances, least):
    """Of independent ones, exactly: by how many of them happen, one after the other."""
    known = Counter({0: Fraction(1)})
    for chance in chances:
        after = Counter()
        for count, so_far in known.items():
            after[count] += so_far * (1 - chance)
            after[count + 1] += so_far * chance
        known = after
    return sum(each for count, each in known.items() if count >= least)


def of_any_pair(sizes, bids, least, of_pair):
    """The chance that any pair has `least` lines, over all prices of all bids on all lines."""
    grids = [product(range(size), repeat=bids) for size in sizes]
    hits = total = 0
    for lines in product(*map(list, grids)):
        total += 1
        hits += any(of_pair(lines, a, b) >= least for a, b in combinations(range(bids), 2))
    return Fraction(hits, total)


def equal_and_no_third(lines, a, b):
    return sum(x[a] == x[b] and x.count(x[a]) == 2 for x in lines)


def most_frequent_difference(lines, a, b):
    return max(Counter(x[a] - x[b] for x in lines).values())


@pytest.mark.parametrize(
    ("sizes", "bids", "count"),
    [((6, 7), 3, 2), ((9, 4), 3, 2), ((6, 6, 6), 2, 3), ((4, 4, 5), 2, 2), ((1, 9, 9), 2, 2)],
)
def test_the_bound_of_equal_prices_is_above_all_cases_counted(sizes, bids, count):
    exact = of_any_pair(sizes, bids, count, equal_and_no_third)

    assert 0 < exact <= equal_chance(sizes, bids, count)


def test_the_bound_of_equal_prices_is_near_where_they_are_rare():
    """Two lines of six prices and three bids: each by 1/6 x 5/6, both by 0.0192901, three pairs."""
    exact = of_any_pair((6, 6), 3, 2, equal_and_no_third)

    assert exact <= Fraction(75, 1296) <= equal_chance((6, 6), 3, 2) < 2 * exact


@pytest.mark.parametrize(
    ("sizes", "bids", "count"), [((6, 7), 3, 2), ((30, 10), 2, 2), ((6, 7, 6), 2, 3)]
)
def test_the_bound_of_one_difference_is_above_all_cases_counted(sizes, bids, count):
    exact = of_any_pair(sizes, bids, count, most_frequent_difference)

    assert 0 < exact <= anchored_chance(sizes, 1, bids, count)


def meets(one, other, half=Fraction(1, 2)):
    """Whether two lines of two bids, in steps, allow one ratio."""
    (a, b), (c, d) = one, other
    return (a - half) / (b + half) <= (c + half) / (d - half) and (c - half) / (d + half) <= (
        a + half
    ) / (b - half)


def test_no_more_prices_agree_with_a_ratio_than_the_bound_says():
    """Of each line with 20 to 25 steps, for each ratio of a line with 22 to 28, all counted.

    T is (28 + 1) : (20 - 1) at most for both, and 1 + (T + 1)**2 = 1 + (48/19)**2 is 7.4.
    """
    agreeing = floor((Fraction(29, 19) + 1) ** 2) + 1
    most = max(
        sum(meets((a, b), (c, d)) for c in range(20, 26))
        for a, b in product(range(22, 29), repeat=2)
        for d in range(20, 26)
    )

    assert agreeing == 7
    assert most <= agreeing


def test_the_tail_is_above_the_exact_one_and_near_it():
    for lines, size, least in product((3, 8, 20), (3, 10, 60), (2, 3, 8)):
        if least <= lines and (least - 1) * size >= lines:
            exact = chance_of_at_least([Fraction(1, size)] * lines, least)
            assert exact <= tail(lines, 1, size, least) < 2 * exact


def test_unequal_chances_are_bounded_with_the_likeliest_taken_as_certain():
    chances = [(1, 2), (1, 3), *[(1, 50)] * 8]
    exact = [
        chance_of_at_least([Fraction(*each) for each in chances], least) for least in range(11)
    ]
    bounds = [bounded_tail(chances, least) for least in range(11)]

    assert all(one <= bound for one, bound in zip(exact, bounds, strict=True))
    # Two of them certain, and two of eight by 1 in 50: 28/2500 and a little less than that.
    assert bounds[4] <= Fraction(28, 2500)


def test_what_cannot_be_is_told_as_no_chance_and_what_must_be_as_one():
    assert bounded_tail([(0, 5)] * 4, 1) == 0
    assert bounded_tail([(1, 5)] * 4, 0) == 1
    assert equal_chance([2] * 10, 2, 3) == 1


def test_the_chance_of_equal_prices_by_hand():
    """Ten lines of 101 prices and three bids; two of them are equal on four.

    On a line by 1/101 x 100/101 = 0.00980296. Four of ten by 210 x that to the 4th x 0.990197 to
    the 6th = 1.8280E-6; a fifth is 0.0118800 times as likely, so that at least four happen by no
    more than 1.84999E-6, which is rounded up to 1.85E-6; for any of three pairs by 5.55E-6.
    """
    chance = equal_chance([101] * 10, 3, 4)

    assert chance == Fraction("5.55E-6")


def test_the_chance_of_one_difference_by_hand():
    """Five lines of 50 prices, two bids, three lines: one fixes it and two agree, each by 1/50.

    10 x 49**3 / 50**5 = 0.00376477 for two of five, times 147/144 is 0.0038432, rounded up to
    0.00385, and so for each of five lines.
    """
    chance = anchored_chance([50] * 5, 1, 2, 3)

    assert chance == Fraction("0.01925")


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (Fraction(1), "1 : 1"),
        (Fraction(1, 9), "1 : 1"),
        (Fraction(1, 10), "1 : 10^1"),
        (Fraction(1, 99), "1 : 10^1"),
        (Fraction(1, 100), "1 : 10^2"),
        (Fraction(1, 10**40 - 1), "1 : 10^39"),
        (Fraction(1, 10**40), "1 : 10^40"),
    ],
)
def test_a_chance_is_said_as_a_power_of_ten_and_never_as_less_than_it_is(chance, said):
    assert BaseRate("seragam", chance).shown == said
