"""A block that stands elsewhere as well: what is wrong in the copy is one thing.

No slip of the hand writes what another cell says, and beside it what stands beside that cell. So a
copy is known for certain, whatever it was laid over, and with it how far it was carried.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.reading.sheet_cells import Cells, is_blank

__all__ = ["Copy", "copy_among", "copy_of_another"]

# What stands in the rows of a sheet, by columns.
Values: TypeAlias = Mapping[int, Mapping[int, Any]]

# What more cells of a sheet say tells none of them; shorter texts and lower figures tell nothing.
_COMMON, _SHORT, _LOW = 3, 2, 100
# So many different values tell a copy in other columns, and one lower or higher in its own.
_ASIDE, _BELOW = 2, 3
# No more rows are looked at on which something is wrong, each with those above it; rows of one
# block have few between them.
_ROWS, _ABOVE, _NEXT = 200, 4, 2
# So many different values that are wrong tell a copy of another sheet, which may well say some of
# what this one does.
_OF_ANOTHER = 2


@frozen
class Copy:
    """Which cells are wrong because of a copy, and how far down and to the right it was carried.

    It is `off` nothing where it is one of another sheet.
    """

    cells: Set[Place]
    off: Place | None = None


def copy_among(cells: Cells, wrong: Collection[Place], choices: Collection[str]) -> Copy | None:
    """The copy that makes most of these cells wrong; `None` where it is not two of them.

    Args:
        cells: the sheet, whose rows are gone over once.
        wrong: its cells of which anything is told.
        choices: words of which each stands in many cells.
    """
    values = _values(cells)
    telling = _telling(values, choices)
    found = (_copy(values, wrong, *one) for one in _carried(telling, telling, wrong))
    copies = [copy for copy in found if copy is not None]
    return max(copies, key=lambda copy: len(copy.cells), default=None)


def copy_of_another(
    cells: Cells, wrong: Collection[Place], choices: Collection[str], others: Iterable[Cells]
) -> Copy | None:
    """The first copy of a block of other sheets by which several of these cells are wrong."""
    values = _values(cells)
    here = _telling(values, choices)
    for other in others:
        for _, there in _carried(_telling(_values(other), choices), here, wrong):
            if len({here[place] for place in there & {*wrong}}) >= _OF_ANOTHER:
                return Copy(_by_a_copy(values, wrong, there, max(there)[0]))
    return None


def _values(cells: Cells) -> Values:
    return {
        row: {c.column: c.value for c in filled if c.value is not None and not is_blank(c)}
        for row, filled in cells.rows()
    }


def _telling(values: Values, choices: Collection[str]) -> dict[Place, Any]:
    """The values that seldom stand twice by chance."""
    return {
        (row, column): value
        for row, filled in values.items()
        for column, value in filled.items()
        if _tells(value, choices)
    }


def _carried(
    source: Mapping[Place, Any], telling: Mapping[Place, Any], wrong: Collection[Place]
) -> Iterator[tuple[Place, set[Place]]]:
    """How far off, down and to the right, cells near wrong ones say what others do; and which.

    The others are those of a `source`, which may be the same sheet.
    """
    near = sorted({row for row, _ in wrong})[:_ROWS]
    rows = {row - above for row in near for above in range(_ABOVE)}
    holding: dict[Any, list[Place]] = defaultdict(list)
    for place, value in source.items():
        holding[value].append(place)
    carried: dict[Place, set[Place]] = defaultdict(set)
    for to, value in telling.items():
        places = holding[value] if to[0] in rows and value in holding else ()
        for row, column in places if len(places) <= _COMMON else ():
            carried[to[0] - row, to[1] - column].add(to)
    if source is telling:
        carried.pop((0, 0), None)
    for off, there in carried.items():
        run: set[Place] = set()
        for place in sorted(there):
            if run and place[0] - max(run)[0] > _NEXT:
                yield off, run
                run = set()
            run.add(place)
        yield off, run


def _tells(value: Any, choices: Collection[str]) -> bool:
    """Whether a value is one that seldom stands twice by chance."""
    if isinstance(value, str):
        return len(value) >= _SHORT and value.lower() not in choices
    return isinstance(value, dt.date) or (not isinstance(value, bool) and value >= _LOW)


def _copy(values: Values, wrong: Collection[Place], off: Place, there: set[Place]) -> Copy | None:
    """The copy of which so much is `there`, with what is wrong by it; `None` if that is not enough.

    Wrong by it is what it says itself, and what it left empty or what its rows lack; empty cells
    alone prove nothing of rows in which something else stands.
    """
    down, aside = off
    last = max(there)[0]
    # What was copied over a part of itself has no like there any more.
    while down > 0 and last + 1 in values:
        last += 1
    cells = _by_a_copy(values, wrong, there, last)
    said = {values[row][column] for row, column in there}
    enough = len(said) >= (_ASIDE if aside else _BELOW) and there & cells
    if len(cells) > 1 and (enough or _are_copies({row for row, _ in cells}, values, off)):
        return Copy(cells, off)
    return None


def _by_a_copy(
    values: Values, wrong: Collection[Place], there: Set[Place], last: int
) -> Set[Place]:
    """What is wrong in a copy down to its `last` row: what it says itself, what its rows lack."""
    first = min(there)[0]
    return {
        place
        for place in wrong
        if first <= place[0] <= last
        and (place in there or place[1] not in values.get(place[0], ()))
    }


def _are_copies(rows: Set[int], values: Values, off: Place) -> bool:
    """Whether all that stands in rows, which are several, is what stands so far off."""
    return len(rows) > 1 and all(
        len(filled := values.get(row, {})) > 1
        and all(
            values.get(row - off[0], {}).get(column - off[1]) == value
            for column, value in filled.items()
        )
        for row in rows
    )
