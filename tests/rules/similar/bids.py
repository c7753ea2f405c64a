"""Small bids for tests of similarities: prices as a table of texts, a column a bidder."""

from decimal import Decimal

from tender_engine.model import Hps, HpsLine, Price, PriceLine
from tender_rules.similar.prices import between_prices

NATIONAL = {
    "similar.lines_least": "3",
    "similar.share_least": "0.30",
    "similar.errors_least": "1",
    "similar.ratio_steps_least": "400",
    "similar.chance_most": "0.01",
}


class Values:
    """Answers as the law does, with `changed` values."""

    def __init__(self, **changed):
        self.values = NATIONAL | {f"similar.{name}": value for name, value in changed.items()}

    def decimal(self, param):
        """The number that stands for `param`."""
        return Decimal(self.values[param])


def estimate(*prices):
    """An estimate of lines L1, L2, ... of one piece each."""
    lines = tuple(
        HpsLine(f"L{n}", f"Pekerjaan {n}", "m", Decimal(1), Decimal(price))
        for n, price in enumerate(prices, 1)
    )
    return Hps(sum(line.unit_price for line in lines), Decimal(0), lines)


def bid(*prices, amounts=None):
    """A bid for these lines; `None` is a blank price, and `...` a line that is not there."""
    lines = []
    for n, price in enumerate(prices, 1):
        if price is not ...:
            unit = None if price is None else Decimal(price)
            amount = unit if amounts is None else Decimal(amounts[n - 1])
            lines.append(PriceLine(f"L{n}", Decimal(1), unit, amount))
    return Price(Decimal(1), Decimal(0), lines=tuple(lines))


def found(hps, *bids, kind=None, **values):
    """The facts about bids p1, p2, ..., of one kind or of all."""
    opened = {f"p{n}": price for n, price in enumerate(bids, 1)}
    facts = between_prices(hps, opened, Values(**values))
    return [fact for fact in facts if kind in (None, fact.kind)]
