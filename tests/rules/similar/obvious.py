"""The same facts found slowly and obviously: every two bids compared line by line, in fractions."""

from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import ceil

SEN = Fraction(1, 100)


def step_of(prices):
    """The largest 1, 5, 10, 50, ... sen that more than half of the prices are whole in."""
    steps = [SEN * times * 10**power for power in range(12) for times in (1, 5)]
    whole = {s: sum(p % s == 0 for p in prices) for s in steps}
    return max([SEN, *(s for s in steps if 2 * whole[s] > len(prices))])


def most_allowed(ranges):
    """Of the ratios that most lines allow the lowest, and up to where; and how many do."""
    points = sorted(low for low, _ in ranges)
    if not points:
        return None, None, 0
    allowing = [[r for r in ranges if r[0] <= point <= r[1]] for point in points]
    most = max(map(len, allowing))
    at = next(n for n, each in enumerate(allowing) if len(each) == most)
    return points[at], min(high for _, high in allowing[at]), most


def ratios(p, q, step, other, part):
    """The ratios of two prices, each rounded by up to a part of its step."""
    low, high = q - part * other, q + part * other
    most = (p + part * step) / low if low > 0 else Fraction(10**30)
    return (p - part * step) / high, most


class Slow:
    """All facts about prices; `bids` are lists of prices, `None` where there is none."""

    def __init__(self, estimate, bids, lines, share, steps):
        self.lines, self.share, self.steps_least = lines, Fraction(share), steps
        self.estimate, self.bids = estimate, bids
        self.steps = [step_of([p for p in bid if p is not None]) for bid in bids]
        self.open = [self._open(bid, step) for bid, step in zip(bids, self.steps, strict=False)]
        self.pairs = list(combinations(range(len(bids)), 2))
        self.ratio = {pair: self._ratio(*pair) for pair in self.pairs}
        self.apart = {pair: self._difference(*pair) for pair in self.pairs}

    def least(self, compared):
        """From how many lines on of those compared."""
        return max(self.lines, ceil(self.share * compared))

    def _open(self, bid, step):
        priced = [i for i, p in enumerate(bid) if p is not None]
        ranges = {
            i: ((bid[i] - step) / self.estimate[i], (bid[i] + step) / self.estimate[i])
            for i in priced
        }
        low, _, count = most_allowed(list(ranges.values()))
        if count < self.least(len(priced)):
            return set(priced)
        return {i for i in priced if not ranges[i][0] <= low <= ranges[i][1]}

    def priced(self, a, b):
        """The lines that both have a price for."""
        pairs = zip(self.bids[a], self.bids[b], strict=False)
        return {i for i, (p, q) in enumerate(pairs) if p is not None and q is not None}

    def fine(self, a, b):
        """Those on which both prices are written in many steps."""
        return {
            i
            for i in self.priced(a, b)
            if all(self.bids[x][i] >= self.steps_least * self.steps[x] for x in (a, b))
        }

    def _ratio(self, a, b):
        steps, pairs = (self.steps[a], self.steps[b]), {}
        for i in self.open[a] & self.open[b]:
            pairs[i] = self.bids[a][i], self.bids[b][i]
        compared = self.fine(a, b)
        half = {i: ratios(*pairs[i], *steps, Fraction(1, 2)) for i in compared if i in pairs}
        low, high, count = most_allowed(list(half.values()))
        if count < self.least(len(compared)):
            return None
        fine = {i for i, (least, most) in half.items() if least <= low and high <= most}
        whole = {i: ratios(*pairs[i], *steps, 1) for i in pairs}
        allow = {i for i, (least, most) in whole.items() if least <= high and most >= low}
        return low, high, allow, fine

    def _difference(self, a, b):
        apart = {i: self.bids[a][i] - self.bids[b][i] for i in self.open[a] & self.open[b]}
        counted = Counter(apart.values())
        if not counted or max(counted.values()) < self.least(len(self.priced(a, b))):
            return None
        most = max(counted.values())
        units = min((d for d in counted if counted[d] == most), key=lambda d: (abs(d), d))
        return units, {i for i in apart if apart[i] == units}

    def related(self, a, b):
        """The lines on which two bids stand in a relation."""
        pair = min(a, b), max(a, b)
        ratio, apart = self.ratio[pair], self.apart[pair]
        return (ratio[2] if ratio else set()) | (apart[1] if apart else set())

    def counts(self, a, b, i):
        """Whether a line counts: both depart, and no third has the price or a relation there."""
        if i not in self.open[a] & self.open[b]:
            return False
        return not any(
            self.bids[c][i] in (self.bids[a][i], self.bids[b][i])
            or i in self.related(a, c)
            or i in self.related(b, c)
            for c in range(len(self.bids))
            if c not in (a, b)
        )

    def facts(self):
        """Kind, the two, count, compared and lines of every fact."""
        for a, b in self.pairs:
            p, q = self.bids[a], self.bids[b]
            priced, fine = self.priced(a, b), self.fine(a, b)
            equal = {i for i in priced if p[i] == q[i]}
            ratio, apart = self.ratio[a, b], self.apart[a, b]
            looked = [("harga_sama", equal, priced)]
            if ratio and not ratio[0] <= 1 <= ratio[1]:
                looked.append(("rasio_sama", ratio[3] - equal, fine))
            if apart and apart[0]:
                looked.append(("selisih_sama", apart[1], priced))
            for kind, lines, compared in looked:
                lines = {i for i in lines if self.counts(a, b, i)}
                if len(lines) >= self.least(len(compared)):
                    yield kind, (a, b), len(lines), len(compared), tuple(sorted(lines))
