"""The share of the HPS below which it is judged whether a price is fair."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.law import Ask
from tender_rules.procurement_kind import is_seleksi
from tender_rules.whatif.cell_groups import SMALLEST, Cell, Group, Numbers
from tender_rules.whatif.cells.hps import SHARE
from tender_rules.whatif.changes import Changed, Given, with_value
from tender_rules.whatif.sketch import Form, Move

__all__ = ["KIND", "PARAM", "RANGE", "groups"]

KIND = "batas_kewajaran"
RANGE = "+-10%"
PARAM = "price.fairness_below_share"


def groups(given: Given) -> Iterator[Group]:
    """The share, within a tenth up and down; no line is drawn for a Seleksi."""
    if is_seleksi(given.package.tender):
        return
    now = Fraction(Ask(given.evaluation.law).decimal(PARAM))
    move = Move(now, {("share",): Form(Fraction(0), Fraction(1))})

    def place(_: Cell) -> str:
        return PARAM

    def change(_: Cell, figure: Decimal) -> Changed:
        return Changed(given.package, with_value(given.rulebook, PARAM, figure))

    low, high = now * (1 - SHARE), now * (1 + SHARE)
    cells = (Cell(PARAM, now, Fraction(1)),)
    yield Group(KIND, None, move, Numbers.of(cells, low, high), SMALLEST, place, change)
