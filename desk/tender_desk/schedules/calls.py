"""The functions of a spreadsheet that take areas, texts or truths, by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import TypeAlias

from attrs import evolve

from tender_desk.schedules.conditions import average_if, count_if, sum_if
from tender_desk.schedules.evaluate import Evaluation
from tender_desk.schedules.grid import Odd, Place
from tender_desk.schedules.lookups import index_of, look, match, table_lookup, xlookup
from tender_desk.schedules.nodes import Area, Call, Missing, Node, areas, calls
from tender_desk.schedules.worths import ShownError, Worth

__all__ = ["called"]


def _sum_of_products(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """SUMPRODUCT; whole rows and columns are gone through only as far as they are filled."""
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


def _one(each: Evaluation, nodes: Sequence[Node], spot: tuple[int, int]) -> Fraction:
    """The product of what each argument has at one place of its area."""
    each.element = spot
    product = Fraction(1)
    for node in nodes:
        for factor in _factors(each, node, spot):
            product = each.ranges.bounded(product * factor, each.place)
    return product


def _factors(each: Evaluation, node: Node, spot: tuple[int, int]) -> Iterator[Fraction]:
    """What one argument brings to the product: in an area, what is no number counts as zero."""
    if isinstance(node, Area):
        yield next(each.added(each.place_in(node, (0, 0) if node.single else spot)), Fraction(0))
        return
    worth = each.of(node)
    if isinstance(worth, bool):
        # A zero to one program, a one to another.
        raise each.fails("arguments")
    yield each.as_number(worth)


_Called: TypeAlias = Callable[[Evaluation, Sequence[Node]], Worth]

_SUM, _SUM_OF_SHOWN = 9, 109


def _sum(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return own.total(own.listed(nodes, adding=True))


def _product(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    product, any_number = Fraction(1), False
    for number in own.listed(nodes):
        product, any_number = own.ranges.bounded(product * number, own.place), True
    return product if any_number else Fraction(0)


def _extreme(
    which: Callable[[Iterable[Fraction]], Fraction], own: Evaluation, nodes: Sequence[Node]
) -> Worth:
    numbers = list(own.listed(nodes))
    return which(numbers) if numbers else Fraction(0)


def _average(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return own.mean(list(own.listed(nodes)))


def _areas(own: Evaluation, nodes: Sequence[Node]) -> Iterator[Place]:
    """The cells of areas that are not empty."""
    for node in nodes:
        yield from own.ranges.within(own.area(node), own.place)


def _count(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """How many cells hold a number; a text is none, whatever it says."""
    return Fraction(sum(_is_number(own, place) for place in _areas(own, nodes)))


def _is_number(own: Evaluation, place: Place) -> bool:
    cell = own.ranges.cell(place)
    if cell is not None and cell.formula is None and isinstance(cell.value, Odd):
        return cell.value.kind in ("date", "digits")
    try:
        return isinstance(own.ranges.known(place), Fraction)
    except ShownError:
        return False


def _count_all(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return Fraction(sum(1 for _ in _areas(own, nodes)))


def _subtotal(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """A sum that leaves out other subtotals; with hidden rows it is not clear what is in it."""
    if own.number(nodes[0]) not in (_SUM, _SUM_OF_SHOWN):
        raise own.fails("arguments")
    return own.total(_outside_subtotals(own, nodes[1:]))


def _outside_subtotals(own: Evaluation, nodes: Sequence[Node]) -> Iterator[Fraction]:
    for place in _areas(own, nodes):
        if place[1] in own.ranges.grid.sheet(place[0]).layout.hidden_rows:
            raise own.fails("hidden")
        cell = own.ranges.cell(place)
        formula = cell is not None and cell.formula is not None
        if not (formula and calls(own.ranges.trees.of(place), "SUBTOTAL")):
            yield from own.added(place)


def _if(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """IF: what the condition chooses; the other branch is not computed, so it may be an error."""
    if len(nodes) not in (2, 3):
        raise own.fails("arguments")
    if own.truth(nodes[0]):
        return own.of(nodes[1])
    return own.of(nodes[2]) if len(nodes) > 2 else False


def _if_error(own: Evaluation, nodes: Sequence[Node], *, missing: bool) -> Worth:
    """IFERROR and IFNA; a formula that is only not understood here may well show no error."""
    if len(nodes) != 2:
        raise own.fails("arguments")
    try:
        return own.of(nodes[0])
    except ShownError as error:
        if missing and not error.missing:
            raise
        return own.of(nodes[1])


def _shows_error(own: Evaluation, nodes: Sequence[Node], *, missing: bool) -> Worth:
    try:
        own.of(_only(own, nodes))
    except ShownError as error:
        return error.missing or not missing
    return False


def _is(own: Evaluation, nodes: Sequence[Node], *, kind: type) -> Worth:
    node = _only(own, nodes)
    if kind is type(None) and not isinstance(node, Area):
        raise own.fails("arguments")
    try:
        return isinstance(own.of(node), kind)
    except ShownError:
        return False


def _only(own: Evaluation, nodes: Sequence[Node]) -> Node:
    if len(nodes) != 1:
        raise own.fails("arguments")
    return nodes[0]


def _all(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return all(_truths(own, nodes))


def _any(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return any(_truths(own, nodes))


def _truths(own: Evaluation, nodes: Sequence[Node]) -> list[bool]:
    """Every argument of AND or OR: an error in one is the result, whatever the others are."""
    return [_one_truth(own, node) for node in nodes]


def _one_truth(own: Evaluation, node: Node) -> bool:
    if isinstance(node, Missing) or (isinstance(node, Area) and not node.single):
        raise own.fails("arguments")
    worth = own.of(node)
    # An empty cell or a text in a cell is left out, and so may be all of them.
    if worth is None or isinstance(worth, str):
        raise own.fails("text")
    return bool(worth)


def _not(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return not own.truth(_only(own, nodes))


def _joined(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    return "".join([own.said(own.of(node)) for node in nodes])


def _choose(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    which = own.whole(nodes[0])
    if not 1 <= which < len(nodes):
        raise own.shows()
    return own.of(nodes[which])


_CALLS: Mapping[str, _Called] = {
    "SUM": _sum,
    "PRODUCT": _product,
    "SUMPRODUCT": _sum_of_products,
    "SUBTOTAL": _subtotal,
    "MIN": partial(_extreme, min),
    "MAX": partial(_extreme, max),
    "AVERAGE": _average,
    "COUNT": _count,
    "COUNTA": _count_all,
    "IF": _if,
    "IFERROR": partial(_if_error, missing=False),
    "IFNA": partial(_if_error, missing=True),
    "ISERROR": partial(_shows_error, missing=False),
    "ISNA": partial(_shows_error, missing=True),
    "ISNUMBER": partial(_is, kind=Fraction),
    "ISTEXT": partial(_is, kind=str),
    "ISBLANK": partial(_is, kind=type(None)),
    "AND": _all,
    "OR": _any,
    "NOT": _not,
    "CONCATENATE": _joined,
    "CHOOSE": _choose,
    "VLOOKUP": partial(table_lookup, down=True),
    "HLOOKUP": partial(table_lookup, down=False),
    "LOOKUP": look,
    "XLOOKUP": xlookup,
    "MATCH": match,
    "INDEX": index_of,
    "SUMIF": partial(sum_if, first=True),
    "SUMIFS": partial(sum_if, first=False),
    "COUNTIF": count_if,
    "COUNTIFS": count_if,
    "AVERAGEIF": partial(average_if, first=True),
    "AVERAGEIFS": partial(average_if, first=False),
}

# What is computed cell by cell in a formula that was entered for many cells at once.
_BY_CELL = frozenset({"IF", "IFERROR", "IFNA", "ISERROR", "ISNA", "ISNUMBER", "ISTEXT"})


def called(own: Evaluation, call: Call) -> Worth:
    """What one of these functions gives; another one is not computed."""
    if call.name not in _CALLS or not call.arguments:
        raise own.fails("function")
    if own.element is not None and not (own.array and call.name in _BY_CELL):
        raise own.fails("arguments")
    return _CALLS[call.name](own, call.arguments)
