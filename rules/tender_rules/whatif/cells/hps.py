"""The total of the HPS: no bid of a Tender may lie above it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_rules.whatif.cell_groups import SEN, Cell, Group, Numbers
from tender_rules.whatif.changes import Changed, Given
from tender_rules.whatif.held_to_hps import held_to_hps
from tender_rules.whatif.sketch import Form, Move

__all__ = ["KIND", "RANGE", "SHARE", "groups"]

KIND = "hps"
RANGE = "+-10%"
SHARE = Fraction(1, 10)


def groups(given: Given) -> Iterator[Group]:
    """The total, within a tenth up and down and never above the pagu."""
    tender = given.package.tender
    now = Fraction(tender.hps.total)
    low, high = now * (1 - SHARE), min(now * (1 + SHARE), Fraction(tender.pagu))
    move = Move(now, {("hps",): Form(Fraction(0), Fraction(1))})

    def place(_: Cell) -> str:
        return "tender.hps.total"

    def change(_: Cell, figure: Decimal) -> Changed:
        changed = evolve(tender, hps=evolve(tender.hps, total=figure))
        return given.with_package(evolve(given.package, tender=changed))

    if low < high:
        cells = (Cell("total", now, Fraction(1)),)
        yield Group(
            KIND,
            None,
            move,
            Numbers.of(cells, low, high),
            SEN,
            place,
            change,
            asking=any(low <= mark <= high for mark in held_to_hps(given)),
        )
