"""Tells rows of like words apart by the section that they stand in.

A section is known by those of its rows that were matched already: the document has its lines
together, so a line between two others is of the section of one of them.
"""

from collections.abc import Mapping, Sequence

__all__ = ["only_way", "sections_around"]


def sections_around(lines: Sequence[str], known: Mapping[str, int]) -> dict[str, frozenset[int]]:
    """The sections that each of the document's lines may be in, by the known ones about it.

    >>> around = sections_around(["a", "b", "c", "d"], {"a": 1, "c": 2})
    >>> sorted(around["b"]), sorted(around["d"])
    ([1, 2], [2])
    """
    may: dict[str, set[int]] = {line: set() for line in lines}
    for way in (lines, tuple(reversed(lines))):
        last: set[int] = set()
        for line in way:
            last = {known[line]} if line in known else last
            may[line] |= last
    return {line: frozenset(sections) for line, sections in may.items()}


def only_way(rows: Mapping[int, int], lines: Mapping[str, frozenset[int]]) -> dict[int, str]:
    """The one way in which rows, by their sections, can be lines; nothing if there are others.

    >>> only_way({9: 1, 12: 2}, {"x": frozenset({1, 2}), "y": frozenset({2})})
    {9: 'x', 12: 'y'}
    >>> only_way({9: 1, 12: 2}, {"x": frozenset({1, 2}), "y": frozenset({1, 2})})
    {}
    """
    free = {row: {name for name, may in lines.items() if s in may} for row, s in rows.items()}
    made: dict[int, str] = {}
    while free:
        sure = next((row for row, names in free.items() if len(names) == 1), None)
        if sure is None:
            return {}
        (made[sure],) = free.pop(sure)
        free = {row: names - {made[sure]} for row, names in free.items()}
    return made
