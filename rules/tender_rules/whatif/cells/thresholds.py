"""A threshold of the document: of a stage, or of one criterion."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_engine.model import Criterion, Requirements
from tender_engine.terms import StageId
from tender_rules.stages.panel import scores_in
from tender_rules.whatif.cell_groups import SMALLEST, Cell, Group, Numbers
from tender_rules.whatif.changes import Changed, Given
from tender_rules.whatif.sketch import Form, Key, Move
from tender_rules.whatif.standings import SCORED_STAGES
from tender_rules.whatif.tender_sketch import is_settled

__all__ = ["KIND", "POINTS", "RANGE", "groups"]

KIND = "ambang_batas"
RANGE = "+-10"
POINTS = 10
_HIGHEST = Decimal(100)


def groups(given: Given) -> Iterator[Group]:
    """Every threshold that the document sets."""
    for stage in SCORED_STAGES:
        if is_settled(given, stage):
            continue
        asked = given.package.tender.asks(stage)
        criteria = scores_in(given.evaluation, stage, ()).criteria
        for index, criterion in enumerate(criteria):
            if criterion.threshold is not None:
                yield _group(given, stage, index, criterion)
        if asked.threshold is not None and criteria:
            yield _group(given, stage, None, None)


def _group(given: Given, stage: StageId, index: int | None, criterion: Criterion | None) -> Group:
    asked = given.package.tender.asks(stage)
    found = asked.threshold if criterion is None else criterion.threshold
    most = _HIGHEST if criterion is None else criterion.max_score or _HIGHEST
    now = Fraction(found or 0)
    key: Key = ("threshold", stage, index)
    move = Move(now, {key: Form(Fraction(0), Fraction(1))})

    def place(_: Cell) -> str:
        whose = "" if criterion is None else f".criteria[{criterion.id}]"
        return f"tender.requirements.{stage}{whose}.threshold"

    def change(_: Cell, figure: Decimal) -> Changed:
        return _with(given, stage, _changed(asked, criterion, figure))

    low, high = max(now - POINTS, Fraction(0)), min(now + POINTS, Fraction(most))
    cells = (Cell(criterion and criterion.id, now, Fraction(1)),)
    return Group(KIND, None, move, Numbers.of(cells, low, high), SMALLEST, place, change)


def _changed(asked: Requirements, criterion: Criterion | None, figure: Decimal) -> Requirements:
    if criterion is None:
        return evolve(asked, threshold=figure)
    criteria = (
        evolve(each, threshold=figure) if each.id == criterion.id else each
        for each in asked.criteria
    )
    return evolve(asked, criteria=tuple(criteria))


def _with(given: Given, stage: StageId, asked: Requirements) -> Changed:
    tender = given.package.tender
    requirements = {**tender.requirements, stage: asked}
    changed = evolve(tender, requirements=requirements)
    return given.with_package(evolve(given.package, tender=changed))
