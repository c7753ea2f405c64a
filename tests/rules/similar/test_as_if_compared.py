"""What is found is what comparing every two bids line by line finds."""

from fractions import Fraction
from random import Random

from tests.rules.similar.bids import bid, estimate, found
from tests.rules.similar.obvious import Slow

KINDS = ("harga_sama", "rasio_sama", "selisih_sama")


def made(rng):
    """Few prices on coarse grids, with copies among them, so that every relation is common."""
    lines, bids = rng.choice((4, 6, 12, 15, 40)), rng.randint(2, 6)
    hps = [rng.randint(20, 400) * 50 for _ in range(lines)]
    listed = [price * rng.randint(70, 110) // 100 for price in hps]
    rows = []
    for _ in range(bids):
        rows.append(row(rng, hps, listed, rows[-1] if rows else listed))
    return hps, rows


def row(rng, hps, listed, before):
    """A bid by the estimate, by a list, or after the bid `before`, on some lines or on all."""
    step, share = rng.choice((1, 5, 10)), rng.choice((35, 60, 100))
    factor, more = rng.choice((95, 97, 102)), rng.choice((-40, 10, 30))
    own = [price * rng.randint(70, 100) // 100 for price in hps]
    likely = rng.choice(
        (
            [price * factor // 100 for price in hps],
            [price * factor // 100 for price in listed],
            [price + more for price in listed],
            listed,
            [price or other for price, other in zip(before, hps, strict=True)],
            own,
        )
    )
    pairs = zip(likely, own, strict=True)
    prices = [one if rng.randrange(100) < share else other for one, other in pairs]
    rounded = [max(step, price // step * step) for price in prices]
    return [None if rng.randrange(12) == 0 else price for price in rounded]


def both(seed, steps):
    """The facts as they are found, and as the slow way finds them."""
    hps, rows = made(Random(seed))
    values = {"chance_most": "1", "ratio_steps_least": str(steps)}
    facts = found(estimate(*hps), *(bid(*row) for row in rows), **values)
    told = {
        (fact.kind, fact.participants, fact.count, fact.compared, fact.lines)
        for fact in facts
        if fact.kind in KINDS
    }
    exact = [[None if price is None else Fraction(price) for price in row] for row in rows]
    slow = Slow([Fraction(price) for price in hps], exact, 3, "0.30", steps)
    names = [f"p{n}" for n in range(1, len(rows) + 1)]
    expected = {
        (kind, (names[a], names[b]), count, of, tuple(f"L{i + 1}" for i in lines[:20]))
        for kind, (a, b), count, of, lines in slow.facts()
    }
    return told, expected


def test_the_same_facts_are_found_as_by_comparing_every_two_line_by_line():
    kinds = set()
    for seed in range(120):
        told, expected = both(seed, (1, 20, 400)[seed % 3])
        assert told == expected, seed
        kinds |= {kind for kind, *_ in told}

    assert kinds == set(KINDS)
