"""SUMIF and its kin: cells that are counted or added up where others meet a condition."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from tender_desk.schedules.alike import alike
from tender_desk.schedules.evaluate import Evaluation
from tender_desk.schedules.index import Index, Spot, has_wildcards
from tender_desk.schedules.nodes import Area, Node
from tender_desk.schedules.worths import Worth, compared

__all__ = ["average_if", "count_if", "sum_if"]

_SIGN = re.compile(r"(<>|<=|>=|=|<|>)?(.*)", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]{1,15}", re.ASCII)


@frozen
class _Chosen:
    """The cells that meet a condition; with `but`, all cells meet it save these."""

    spots: frozenset[Spot]
    but: bool = False


def count_if(own: Evaluation, nodes: Sequence[Node]) -> Worth:
    """COUNTIF and COUNTIFS."""
    areas, chosen = _conditions(own, nodes)
    taken = _taken(chosen)
    if taken is None:
        cells = (areas[0].bottom - areas[0].top + 1) * (areas[0].right - areas[0].left + 1)
        return Fraction(cells - len(frozenset().union(*(one.spots for one in chosen))))
    return Fraction(len(taken))


def sum_if(own: Evaluation, nodes: Sequence[Node], *, first: bool) -> Worth:
    """SUMIFS, or where the area that is tested stands `first`, SUMIF."""
    return own.total(_numbers(own, nodes, first=first))


def average_if(own: Evaluation, nodes: Sequence[Node], *, first: bool) -> Worth:
    """AVERAGEIFS, or where the area that is tested stands `first`, AVERAGEIF."""
    return own.mean(list(_numbers(own, nodes, first=first)))


def _numbers(own: Evaluation, nodes: Sequence[Node], *, first: bool) -> Iterator[Fraction]:
    """The numbers that meet all conditions."""
    if first:
        if len(nodes) not in (2, 3):
            raise own.fails("arguments")
        added, tested = own.area(nodes[-1 if len(nodes) == 3 else 0]), nodes[:2]
    else:
        added, tested = own.area(nodes[0]), nodes[1:]
    areas, chosen = _conditions(own, tested)
    if _shape(added) != _shape(areas[0]):
        # SUMIF would go on beyond what it names.
        raise own.fails("unclear")
    taken = _taken(chosen)
    if taken is None:
        left_out = frozenset().union(*(one.spots for one in chosen))
        taken = {spot for spot in own.spots(added) if spot not in left_out}
    for spot in sorted(taken):
        yield from own.added(own.place_in(added, spot))


def _shape(area: Area) -> tuple[int, int]:
    return area.bottom - area.top, area.right - area.left


def _conditions(own: Evaluation, nodes: Sequence[Node]) -> tuple[list[Area], list[_Chosen]]:
    if not nodes or len(nodes) % 2:
        raise own.fails("arguments")
    areas = [own.area(node) for node in nodes[::2]]
    if len({_shape(area) for area in areas}) > 1:
        raise own.fails("arguments")
    return areas, [
        _meeting(own, own.index(area), own.of(said))
        for area, said in zip(areas, nodes[1::2], strict=True)
    ]


def _taken(chosen: Sequence[_Chosen]) -> set[Spot] | None:
    """The cells that meet every condition; `None` where each condition only leaves some out."""
    within = [one.spots for one in chosen if not one.but]
    if not within:
        return None
    return set(
        frozenset.intersection(*within).difference(*(one.spots for one in chosen if one.but))
    )


def _meeting(own: Evaluation, index: Index, said: Worth) -> _Chosen:
    """What of an area meets a condition."""
    sign, worth = "=", said
    if isinstance(said, str) and (found := _SIGN.fullmatch(said)):
        sign, worth = found[1] or "=", found[2]
        if _NUMBER.fullmatch(found[2]):
            worth = Fraction(found[2])
    if isinstance(worth, bool) or worth == "":
        raise own.fails("unclear")
    if sign in ("=", "<>"):
        return _Chosen(frozenset(_equal(own, index, worth)), sign == "<>")
    index.certain(Fraction, str)
    if not isinstance(worth, Fraction) or any(alike(text) is not None for text in index.texts):
        raise own.fails("unclear")
    own.charge(len(index.numbers) + len(index.texts))
    passing = (spots for n, spots in index.numbers.items() if compared(sign, n, worth))
    return _Chosen(frozenset(spot for spots in passing for spot in spots))


def _equal(own: Evaluation, index: Index, worth: Fraction | str | None) -> list[Spot]:
    """Where a number or text stands that a condition names.

    Excel takes texts here for the numbers that they may be in its country, and "1.10" for "1.1":
    where something stands there that only some take for the same, it is not clear.
    """
    if worth is None:
        # An empty cell is looked for as a zero.
        if index.equal(Fraction(0)) or index.doubtful(Fraction(0)):
            raise own.fails("unclear")
        return []
    index.certain(str)
    if isinstance(worth, str) and has_wildcards(worth):
        return own.like(index, worth)
    if alike(worth) is not None or isinstance(worth, Fraction):
        index.certain(Fraction)
    if index.doubtful(worth):
        raise own.fails("unclear")
    return index.equal(worth)
