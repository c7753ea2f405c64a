"""The weight of the technical score; that of the price moves so that both make a hundred."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_engine.law import Ask
from tender_engine.numbers import exact
from tender_engine.terms import StageId
from tender_rules.procurement_kind import WEIGHED
from tender_rules.whatif.cell_groups import SMALLEST, Cell, Group, Numbers
from tender_rules.whatif.cells.thresholds import POINTS
from tender_rules.whatif.changes import Changed, Given
from tender_rules.whatif.sketch import Form, Move

__all__ = ["KIND", "RANGE", "groups"]

KIND = "bobot"
RANGE = "+-10"
_WHOLE = Decimal(100)
_TECHNICAL, _PRICE = StageId.EVALUASI_TEKNIS, StageId.EVALUASI_HARGA


def groups(given: Given) -> Iterator[Group]:
    """The weight of the technical score, within what the law lets a document set."""
    tender = given.package.tender
    weight = tender.asks(_TECHNICAL).weight
    if tender.method not in WEIGHED or weight is None:
        return
    ask = Ask(given.evaluation.law)
    least, most = (
        Fraction(ask.decimal(f"weights.{tender.method}_technical_{end}"))
        for end in ("least", "most")
    )
    low, high = max(weight - POINTS, least), min(weight + POINTS, most)
    move = Move(weight, {("weight",): Form(Fraction(0), Fraction(1))})

    def place(_: Cell) -> str:
        return f"tender.requirements.{_TECHNICAL}.weight"

    def change(_: Cell, figure: Decimal) -> Changed:
        with exact():
            rest = _WHOLE - figure
        requirements = {
            **tender.requirements,
            _TECHNICAL: evolve(tender.asks(_TECHNICAL), weight=figure),
            _PRICE: evolve(tender.asks(_PRICE), weight=rest),
        }
        changed = evolve(tender, requirements=requirements)
        return given.with_package(evolve(given.package, tender=changed))

    if low < high:
        cells = (Cell(_TECHNICAL, weight, Fraction(1)),)
        yield Group(KIND, None, move, Numbers.of(cells, low, high), SMALLEST, place, change)
