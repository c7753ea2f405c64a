"""SUMPRODUCT: areas of one shape, or what is made of them, multiplied cell by cell."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from tender.formats.schedules.nodes import Area, Node, areas
from tender.formats.schedules.worths import Worth

if TYPE_CHECKING:
    from tender.formats.schedules.evaluate import Evaluation

__all__ = ["sum_of_products"]


def sum_of_products(own: "Evaluation", nodes: Sequence[Node]) -> Worth:
    """The sum; of areas that reach beyond what is filled, no further."""
    named = [area for node in nodes for area in areas(node)]
    wide = [area for area in named if not area.single or area in nodes]
    shapes = {(area.bottom - area.top + 1, area.right - area.left + 1) for area in wide}
    if len(shapes) > 1:
        raise own.fails("arguments")
    tall, broad = shapes.pop() if shapes else (1, 1)
    filled = [own.ranges.lowest(area, own.place) for area in wide] or [(1, 1)]
    rows, columns = (max(size[at] for size in filled) for at in (0, 1))
    own.charge(rows * columns * (1 + len(named)))
    each = evolve(own, element=(0, 0), array=None)
    if (rows < tall or columns < broad) and _one(each, nodes, (tall - 1, broad - 1)):
        # What is not filled would count as well, as where empty cells are counted.
        raise own.fails("arguments")
    return own.total(
        _one(each, nodes, (row, column)) for row in range(rows) for column in range(columns)
    )


def _one(each: "Evaluation", nodes: Sequence[Node], spot: tuple[int, int]) -> Fraction:
    """The product for one spot of the areas."""
    each.element = spot
    product = Fraction(1)
    for node in nodes:
        for factor in _factors(each, node, spot):
            product = each.ranges.bounded(product * factor, each.place)
    return product


def _factors(each: "Evaluation", node: Node, spot: tuple[int, int]) -> Iterator[Fraction]:
    """A factor; of areas, what is no number is zero."""
    if isinstance(node, Area):
        yield next(each.added(each.place_in(node, (0, 0) if node.single else spot)), Fraction(0))
        return
    worth = each.of(node)
    if isinstance(worth, bool):
        # A zero to one program, a one to another.
        raise each.fails("arguments")
    yield each.as_number(worth)
