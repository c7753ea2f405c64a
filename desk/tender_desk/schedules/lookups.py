"""VLOOKUP, MATCH, INDEX and their kin: a cell that is found by what stands beside it."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from tender_desk.schedules.evaluate import Evaluation
from tender_desk.schedules.index import Spot, has_wildcards
from tender_desk.schedules.nodes import Area, Missing, Node
from tender_desk.schedules.worths import Worth

__all__ = ["index_of", "look", "match", "table_lookup", "xlookup"]

_LONGEST_KEY = 255


def table_lookup(own: Evaluation, nodes: Sequence[Node], *, down: bool) -> Worth:
    """VLOOKUP, which looks `down` the first column, or HLOOKUP along the first row."""
    if len(nodes) not in (3, 4):
        raise own.fails("arguments")
    table, which = own.area(nodes[1]), own.whole(nodes[2])
    in_order = own.truth(nodes[3]) if len(nodes) > 3 else True
    size = (table.right - table.left if down else table.bottom - table.top) + 1
    if not 1 <= which <= size:
        raise own.shows()
    keys = evolve(table, right=table.left) if down else evolve(table, bottom=table.top)
    row, column = _found(own, nodes[0], keys, in_order=in_order)
    return own.at(table, (row, which - 1) if down else (which - 1, column))


def look(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """LOOKUP with two rows or columns, the first of them in order."""
    if len(nodes) != 3:
        raise own.fails("arguments")
    keys, given = _line(own, nodes[1]), _line(own, nodes[2])
    return own.at(given, _along(own, given, _found(own, nodes[0], keys, in_order=True)))


def match(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """MATCH: the place of what is looked for, from 1."""
    if len(nodes) not in (2, 3):
        raise own.fails("arguments")
    kind = own.whole(nodes[2]) if len(nodes) > 2 else 1
    if kind not in (0, 1):
        raise own.fails("arguments")
    spot = _found(own, nodes[0], _line(own, nodes[1]), in_order=kind == 1)
    return Fraction(max(spot) + 1)


def xlookup(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """XLOOKUP of what is exactly there, or else a fourth argument."""
    if not 3 <= len(nodes) <= 5 or (len(nodes) > 4 and own.whole(nodes[4])):
        raise own.fails("arguments")
    keys, given = _line(own, nodes[1]), _line(own, nodes[2])
    if _length(keys) != _length(given):
        raise own.shows()
    spot = _sought(own, own.of(nodes[0]), keys, in_order=False, wild=False)
    if spot is not None:
        return own.at(given, _along(own, given, spot))
    if len(nodes) < 4 or isinstance(nodes[3], Missing):
        raise own.shows(missing=True)
    return own.of(nodes[3])


def index_of(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """INDEX: the cell in a row and column of an area, from 1."""
    if len(nodes) not in (2, 3):
        raise own.fails("arguments")
    area = own.area(nodes[0])
    tall, wide = area.bottom - area.top + 1, area.right - area.left + 1
    row, column = own.whole(nodes[1]), own.whole(nodes[2]) if len(nodes) > 2 else 0
    if len(nodes) == 2 and tall == 1:
        row, column = 1, row
    # A row or column 0 is all of them: of a single one it is that.
    row, column = row or (tall == 1), column or (wide == 1)
    if not row or not column:
        raise own.fails("arguments")
    if not (1 <= row <= tall and 1 <= column <= wide):
        raise own.shows()
    return own.at(area, (row - 1, column - 1))


def _line(own: Evaluation, node: Node) -> Area:
    """An area of one row or one column."""
    area = own.area(node)
    if area.top != area.bottom and area.left != area.right:
        raise own.fails("arguments")
    return area


def _length(area: Area) -> int:
    return max(area.bottom - area.top, area.right - area.left) + 1


def _along(own: Evaluation, given: Area, spot: Spot) -> Spot:
    """The same place in another row or column."""
    if max(spot) >= _length(given):
        raise own.shows()
    return (max(spot), 0) if given.left == given.right else (0, max(spot))


def _found(own: Evaluation, node: Node, keys: Area, *, in_order: bool) -> Spot:
    """Where something stands in a row or column, which `in_order` may be the next smaller one."""
    spot = _sought(own, own.of(node), keys, in_order=in_order, wild=True)
    if spot is None:
        raise own.shows(missing=True)
    return spot


def _sought(
    own: Evaluation, worth: Worth, keys: Area, *, in_order: bool, wild: bool
) -> Spot | None:
    index = own.index(keys)
    if isinstance(worth, bool) or (isinstance(worth, str) and len(worth) > _LONGEST_KEY):
        raise own.fails("arguments")
    key = Fraction(0) if worth is None else worth
    kind = type(key)
    if in_order:
        index.certain(kind)
        spot = index.last_not_above(key)
        if isinstance(spot, bool):
            raise own.fails("unclear")
    elif wild and isinstance(key, str) and has_wildcards(key):
        spot = index.first(own.like(index, key), str)
    else:
        spot = index.first(index.equal(key), kind)
    if worth is None and spot is not None:
        # Whether an empty cell is looked for as a zero differs.
        raise own.fails("unclear")
    return spot
