"""The stated total of one bid, where no line makes the price."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from tender_engine.numbers import exact
from tender_rules.whatif.cell_groups import SEN, Cell, Group, Numbers
from tender_rules.whatif.changes import Changed, Given
from tender_rules.whatif.prices import bidding_of, governing, with_price

__all__ = ["KIND", "RANGE", "groups"]

KIND = "harga_total"
RANGE = "0..2*hps"


def groups(given: Given) -> Iterator[Group]:
    """The total that governs, of every opened bid that has one."""
    for who in given.package.participants:
        group = _of(given, who.id)
        if group is not None:
            yield group


def _of(given: Given, name: str) -> Group | None:
    bid = bidding_of(given, name)
    key = governing(given, bid.price) if bid else None
    if bid is None or key is None:
        return None
    price = bid.price
    whole = [claim for claim in (bid.claims.claims if bid.claims else ()) if claim.line is None]
    one = Decimal(1)
    with exact():
        compared = one - whole[0].coefficient if whole else one
    move, follows = bid.move(one, compared)
    now = Fraction(getattr(price, key))

    def place(_: Cell) -> str:
        return f"participants[{name}].price.{key}"

    def change(_: Cell, figure: Decimal) -> Changed:
        said: dict[str, Any] = {key: figure}
        made = evolve(price, **said)
        return given.with_package(with_price(given.package, name, made))

    cell = Cell(key, now, Fraction(follows))
    most = Fraction(2 * given.package.tender.hps.total)
    by_line = bid.claims is not None and bool(bid.claims.claims) and not whole
    asking = bid.asking or by_line
    numbers = Numbers.of((cell,), Fraction(0), most)
    return Group(KIND, name, move, numbers, SEN, place, change, asking=asking)
