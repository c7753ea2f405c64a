"""Tells rows of like words apart by the section that they stand in, and by their order.

A section is known by those of its rows that were matched already: the document has its lines
together, so the sections follow each other in it as those rows do.
"""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

__all__ = ["dealt", "goes_with_known", "in_order", "parted_by_known"]

_S = TypeVar("_S", bound=Hashable)


def dealt(
    rows: Mapping[_S, int], lines: Sequence[int], known: Mapping[_S, Sequence[int]]
) -> dict[_S, tuple[int, ...]]:
    """Which lines with the same words belong to which section, if the known lines leave one way.

    Args:
        rows: how many rows of like words each section has.
        lines: the places in the document of the lines of those words, as many, in order.
        known: the places of the lines that are known to be in each section.

    Gives nothing where a section has no known line, where the known lines of two are mixed, or
    where a line would be apart from the rest of its section.

    >>> dealt({"floor 2": 1, "floor 1": 1}, [1, 3], {"floor 1": [0], "floor 2": [2]})
    {'floor 1': (1,), 'floor 2': (3,)}
    >>> dealt({"floor 1": 1, "roof": 1}, [1, 3], {"floor 1": [0]})
    {}
    """
    if any(not known.get(section) for section in rows):
        return {}
    spans = {section: (min(places), max(places)) for section, places in known.items() if places}
    ordered = sorted(rows, key=lambda section: spans[section])
    if any(spans[one][1] >= spans[other][0] for one, other in pairwise(ordered)):
        return {}
    made: dict[_S, tuple[int, ...]] = {}
    begin = 0
    for section in ordered:
        taken = tuple(lines[begin : begin + rows[section]])
        first, last = spans[section]
        before = max((span[1] for span in spans.values() if span[1] < first), default=-1)
        after = min((span[0] for span in spans.values() if span[0] > last), default=taken[-1] + 1)
        if any(not before < line < after for line in taken):
            return {}
        made[section] = taken
        begin += rows[section]
    return made


def in_order(places: Sequence[int]) -> bool:
    """Whether the lines known in a stretch of rows stand in it as in the document."""
    return all(one < other for one, other in pairwise(places))


def goes_with_known(
    rows: Sequence[int], lines: Sequence[int], known: Sequence[tuple[int, int]]
) -> bool:
    """Whether rows with the same words are parted by known rows as their lines are in the document.

    >>> goes_with_known([5, 9], [1, 3], [(7, 2)]), goes_with_known([5, 9], [1, 3], [(4, 2)])
    (True, False)
    """
    of_rows, of_lines = _before(rows, lines, known)
    pairs = zip(pairwise(of_rows), pairwise(of_lines), strict=True)
    return all(row[0] < row[1] or line[0] == line[1] for row, line in pairs)


def _before(
    rows: Sequence[int], lines: Sequence[int], known: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    """How many known rows stand before each row, and how many of their lines before each line."""
    of_rows = [sum(other < row for other, _ in known) for row in rows]
    of_lines = [sum(place < line for _, place in known) for line in lines]
    return of_rows, of_lines


def parted_by_known(
    rows: Sequence[int], lines: Sequence[int], known: Sequence[tuple[int, int]]
) -> bool:
    """Whether known rows stand between all rows of like words just as between their lines.

    Args:
        rows: the numbers of the rows of like words, in order.
        lines: the places in the document of the lines that they would be, in order.
        known: rows about them with the places of the lines that they are known to be.

    >>> parted_by_known([5, 9], [1, 3], [(4, 0), (7, 2)])
    True
    >>> parted_by_known([5, 6], [1, 3], [(4, 0), (7, 2)])
    False
    """
    of_rows, of_lines = _before(rows, lines, known)
    return of_rows == of_lines and len({*of_rows}) == len(rows)
