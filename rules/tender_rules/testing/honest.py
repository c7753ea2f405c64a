"""Bids of bidders who have nothing to do with each other, and bids of which one is another's copy.

Each is made from a seed and is the same for the same seed. Honest bidders share causes: a price
list, the estimate itself, a supplier. They round up, down or to the nearest, each to a step of its
own, leave lines blank and multiply wrong.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import TypeAlias

from attrs import evolve, frozen

from tender_engine.model import Hps, HpsLine, Price, PriceLine

__all__ = ["CLONES", "HONEST", "Bidding", "cloned"]

_VAT = Decimal(11)
# Prices are whole numbers of sen in here, shares are whole numbers of tenths of a percent.
_WHOLE = 1_000
_RUPIAH = 100
_STEPS = (1, 50, 100, 100, 100, 1_000, 5_000, 10_000)
_THOUSAND = 1_000 * _RUPIAH
_ROUNDINGS = ("up", "down", "nearest", "nearest", "nearest")
_MOST_BIDS, _MOST_LINES, _FEW_LINES = 8, 60, 8
_ODD_EVERY = 200
_SLIPS = (90, 900, 1_000, 9_000, 10_000)

# A price of a line in sen before it is rounded: by the place of the line.
Pricing: TypeAlias = Callable[[int], int]
# What a copied price becomes.
Changing: TypeAlias = Callable[[Decimal], Decimal]


@frozen
class Bidding:
    """An estimate and the prices that were offered."""

    hps: Hps
    prices: Mapping[str, Price]


@frozen
class _Hand:
    """How one bidder writes prices."""

    step: int
    rounding: str

    def write(self, price: int) -> int:
        """A price in sen as it is written, at least one step."""
        add = {"up": self.step - 1, "down": 0, "nearest": self.step // 2}[self.rounding]
        return max(self.step, (price + add) // self.step * self.step)


def _hand(rng: Random) -> _Hand:
    return _Hand(rng.choice(_STEPS), rng.choice(_ROUNDINGS))


def _list_prices(rng: Random, lines: int) -> list[int]:
    """Prices from some thousands to some millions of rupiah, each scale as common as another."""
    return [rng.randint(1_000, 9_999) * 10 ** rng.randint(0, 2) * 5 * _RUPIAH for _ in range(lines)]


def _near(rng: Random, price: int, least: int, most: int) -> int:
    """A price of its own from `least` to `most` tenths of a percent of another, to a hundredth."""
    return price * rng.randint(least * 100, most * 100) // (_WHOLE * 100)


def _size(rng: Random) -> tuple[int, int]:
    """How many bids, and how many lines."""
    return rng.randint(3, _MOST_BIDS), rng.randint(10, _MOST_LINES)


def _estimate(rng: Random, prices: list[int]) -> Hps:
    """The estimate of these unit prices in sen."""
    lines = tuple(
        HpsLine(
            f"L{place + 1}",
            f"Pekerjaan bagian {place + 1}",
            "m",
            Decimal(rng.randint(1, 400)),
            _money(price),
        )
        for place, price in enumerate(prices)
    )
    net = sum((line.quantity * line.unit_price for line in lines), Decimal(0))
    return Hps(net * (100 + _VAT) / 100, _VAT, lines)


def _money(sen: int) -> Decimal:
    return Decimal(sen).scaleb(-2)


def _bid(rng: Random, hps: Hps, hand: _Hand, pricing: Pricing) -> Price:
    """A bid by `pricing`, with a blank line and a wrong product here and there."""
    lines = []
    for place, line in enumerate(hps.lines or ()):
        price = _money(hand.write(pricing(place)))
        amount = line.quantity * price
        if rng.randrange(_ODD_EVERY) == 0:
            amount += rng.choice(_SLIPS)
        blank = rng.randrange(_ODD_EVERY) == 0
        lines.append(
            PriceLine(line.id, line.quantity, None if blank else price, None if blank else amount)
        )
    net = sum((line.amount or Decimal(0) for line in lines), Decimal(0))
    return Price(net * (100 + _VAT) / 100, _VAT, lines=tuple(lines))


def _bidding(
    rng: Random,
    estimate: list[int],
    bids: int,
    pricing: Callable[[], Pricing],
    step: int | None = None,
) -> Bidding:
    hps = _estimate(rng, estimate)
    hands = [_Hand(step, "nearest") if step else _hand(rng) for _ in range(bids)]
    made = {f"p{n}": _bid(rng, hps, hand, pricing()) for n, hand in enumerate(hands, 1)}
    return Bidding(hps, made)


def price_list(seed: int) -> Bidding:
    """All take one price list and add an overhead of 10 to 15 percent, in tenths or whole ones.

    The estimate is of that list as well, or of a survey of its own.
    """
    rng = Random(seed)
    bids, lines = _size(rng)
    listed = _list_prices(rng, lines)
    unit = rng.choice((1, 5, 10))
    if rng.randrange(2):
        estimate = [price * 115 // 100 for price in listed]
    else:
        estimate = [_near(rng, price, 1_000, 1_250) for price in listed]

    def pricing() -> Pricing:
        overhead = 100 + unit * rng.randint(0, 50 // unit)
        return lambda place: listed[place] * (_WHOLE + overhead) // _WHOLE

    return _bidding(rng, estimate, bids, pricing)


def factor_of_estimate(seed: int) -> Bidding:
    """All take the estimate times a factor of their own, 80 to 100 percent."""
    rng = Random(seed)
    bids, lines = _size(rng)
    estimate = _list_prices(rng, lines)
    unit = rng.choice((1, 5, 10))

    def pricing() -> Pricing:
        factor = 800 + unit * rng.randint(0, 200 // unit)
        return lambda place: estimate[place] * factor // _WHOLE

    return _bidding(rng, estimate, bids, pricing)


def supplier(seed: int) -> Bidding:
    """All buy from one supplier, with margins of 5 to 20 percent, but for one bidder in twenty."""
    rng = Random(seed)
    bids, lines = _size(rng)
    listed = _list_prices(rng, lines)
    estimate = [_near(rng, price, 1_050, 1_250) for price in listed]

    def pricing() -> Pricing:
        margin = 5 * rng.randint(10, 40)
        if rng.randrange(20) == 0:
            own = [_near(rng, price, 1_000, 1_250) for price in listed]
            return own.__getitem__
        return lambda place: listed[place] * (_WHOLE + margin) // _WHOLE

    return _bidding(rng, estimate, bids, pricing)


def independent(seed: int) -> Bidding:
    """Each asks its own market: 75 to 105 percent of the estimate, line by line."""
    rng = Random(seed)
    bids, lines = _size(rng)
    return _independent(rng, _list_prices(rng, lines), bids)


def in_thousands(seed: int) -> Bidding:
    """As `independent`, of eight lines in round thousands."""
    rng = Random(seed)
    bids, _ = _size(rng)
    return _independent(rng, _list_prices(rng, _FEW_LINES), bids, _THOUSAND)


def _independent(rng: Random, estimate: list[int], bids: int, step: int | None = None) -> Bidding:
    def pricing() -> Pricing:
        own = [_near(rng, price, 750, 1_050) for price in estimate]
        return own.__getitem__

    return _bidding(rng, estimate, bids, pricing, step)


def _as_it_is(_: Random) -> Changing:
    return lambda price: price


def _by_ratio(rng: Random) -> Changing:
    """Half a percent to 5 percent more, rounded to a rupiah."""
    ratio = Decimal(_WHOLE + rng.randint(5, 50)) / _WHOLE
    return lambda price: (price * ratio).quantize(Decimal(1))


def _by_constant(rng: Random) -> Changing:
    """So many rupiah more, the same on each line."""
    more = Decimal(rng.randint(5, 200) * 25)
    return lambda price: price + more


CLONES: Mapping[str, Callable[[Random], Changing]] = {
    "equality": _as_it_is,
    "ratio": _by_ratio,
    "constant": _by_constant,
}
HONEST: Mapping[str, Callable[[int], Bidding]] = {
    "price_list": price_list,
    "factor_of_estimate": factor_of_estimate,
    "supplier": supplier,
    "independent": independent,
    "in_thousands": in_thousands,
}


def cloned(seed: int, how: str) -> Bidding:
    """Independent bids, of which `p2` has 60 percent of its lines from `p1`: see `CLONES`."""
    rng, made = Random(seed), independent(seed)
    one, other = made.prices["p1"], made.prices["p2"]
    of, own = one.lines or (), other.lines or ()
    change = CLONES[how](rng)
    taken = set(rng.sample(range(len(of)), -(-len(of) * 3 // 5)))
    lines = tuple(
        _copy(of[place], change) if place in taken else line for place, line in enumerate(own)
    )
    return evolve(made, prices={**made.prices, "p2": evolve(other, lines=lines)})


def _copy(line: PriceLine, change: Changing) -> PriceLine:
    if line.unit_price is None or line.quantity is None:
        return line
    price = change(line.unit_price)
    return evolve(line, unit_price=price, amount=price * line.quantity)
