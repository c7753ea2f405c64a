"""Lines that are parted over rows: words and figures apart, sub-items, words that were changed."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import TypeAlias

from attrs import Factory, define

from tender_desk.schedules.candidates import Candidate, Matches, RowPlace, same_unit
from tender_desk.schedules.nearly import COUNTED

__all__ = ["Parted", "doubt_others", "is_counted_within", "is_uncounted", "part_rows"]

# A line without a price, and the rows that may hold it.
Doubted: TypeAlias = tuple[Candidate, list[Candidate]]

_SIGNS = " .-–—)("
_DASHED = re.compile(r"\s*[-–—•·*▪>]\s*\w")


@define
class Parted:
    """What was found: rows of words by the row of their figures, and rows that are in doubt.

    `doubted` holds for each row of words the rows under it that may be its own.
    """

    joined: dict[RowPlace, RowPlace] = Factory(dict)
    doubted: list[Doubted] = Factory(list)


def part_rows(rows: Sequence[Candidate], matches: Matches) -> Parted:
    """Find the rows of one sheet that are a line only together.

    A row that is known and has no price is followed by rows with figures that are no line of the
    document. Where that is one row, right below, in the unit of the line, it holds its figures, and
    is no longer open. All else may be sub-items, or lines that the document does not have. A zero,
    a dash or an amount is no unit price: rows under it that look like its parts may be its prices.
    """
    found = Parted()
    for at, row in enumerate(rows):
        if row.place not in matches.by_row or not (row.unpriced or row.nil or row.summed):
            continue
        unit = matches.by_row[row.place].line.unit
        under = list(takewhile(lambda r: r.place in matches.open_rows, rows[at + 1 :]))
        under = [one for one in under if not one.bare]
        if not row.unpriced:
            under = _parts(row, under, unit)
        if not under or (not row.bare and _is_next(row, under[0])):
            continue
        if len(under) == 1 and _holds_figures(row, under[0], unit):
            found.joined[under[0].place] = row.place
            del matches.open_rows[under[0].place]
        else:
            found.doubted.append((row, under))
    return found


def doubt_others(
    rows: Sequence[Candidate], matches: Matches, parted: Sequence[Parted]
) -> list[Doubted]:
    """The rows that no line is and that may be one that has no price, by that line's row.

    A line that is there and blank, and a row beside it that nobody knows, are a line whose words
    the bidder changed; and wherever that row stands, if it is counted in the unit of the line or
    numbered as it. What `parted` joined, or has in doubt already, is nothing else.
    """
    told = {place for apart in parted for pair in apart.joined.items() for place in pair}
    told |= {one.place for apart in parted for row, under in apart.doubted for one in (row, *under)}
    open_ones = [row for row in rows if row.place not in told]
    blank = [row for row in open_ones if row.place in matches.by_row and row.unpriced]
    at = {row.place: number for number, row in enumerate(rows)}
    found: dict[RowPlace, list[Candidate]] = {}
    for other in open_ones if blank else ():
        if other.place not in matches.open_rows or other.unpriced:
            continue
        near = sorted(blank, key=lambda row: abs(at[row.place] - at[other.place]))
        may_be = (row for row in near if _may_be_line(row, other, rows, matches, at))
        if (row := next(may_be, None)) is not None:
            found.setdefault(row.place, []).append(other)
    return [(row, found[row.place]) for row in blank if row.place in found]


def _may_be_line(
    row: Candidate,
    other: Candidate,
    rows: Sequence[Candidate],
    matches: Matches,
    at: Mapping[RowPlace, int],
) -> bool:
    """Whether a row that is not known may hold the figures of a line without any."""
    if same_unit(other.unit, matches.by_row[row.place].line.unit):
        return True
    one, two = (text.number.strip(_SIGNS) or text.code.strip(_SIGNS) for text in (row, other))
    if one and one == two:
        return True
    first, last = sorted((at[row.place], at[other.place]))
    return all(between.place in matches.open_rows for between in rows[first + 1 : last])


def _parts(row: Candidate, under: Sequence[Candidate], unit: str) -> list[Candidate]:
    """The rows right under one, up to the first that is surely of its own."""
    return list(takewhile(lambda one: _may_be_part(row, one, unit), under))


def _may_be_part(row: Candidate, below: Candidate, unit: str) -> bool:
    """Whether a row is counted as a part of another, or not counted and in its unit.

    Under an amount, which may be the sum of its parts, a row that is not counted may be one in any
    unit.
    """
    alike = row.summed or same_unit(below.unit, unit)
    return is_counted_within(row, below) or (is_uncounted(row, below) and alike)


def is_counted_within(row: Candidate, below: Candidate) -> bool:
    """Whether a row is counted as a part of another: by a dash, or otherwise than that is."""
    if _marked(below) and not _marked(row):
        return True
    one, other = (text.strip(_SIGNS) for text in (row.number or row.code, below.number))
    if not other:
        return bool(below.number.strip())
    if one.isdecimal() and other.isdecimal():
        return int(other) <= int(one)
    return _shape(one) != _shape(other)


def is_uncounted(row: Candidate, below: Candidate) -> bool:
    """Whether a row has nothing that counts it, beside one that may have."""
    return not below.number.strip() and not below.code and (_marked(row) or not _marked(below))


def _marked(row: Candidate) -> bool:
    """Whether the words of a row begin as those of a list within a line do: `a.`, `2)`, a dash."""
    return any(mark.match(row.description) for mark in (COUNTED, _DASHED))


def _shape(number: str) -> str:
    """How something is counted: `1.2` as `3.14`, and not as `a`."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", number))


def _is_next(row: Candidate, below: Candidate) -> bool:
    """Whether a row is numbered as the one that comes next: it is one of its own."""
    one, other = (text.strip(" .") for text in (row.number, below.number))
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _holds_figures(row: Candidate, below: Candidate, unit: str) -> bool:
    """Whether the row right below has the figures of a row of words, and nothing of its own."""
    (sheet, number), place = row.place, below.place
    own = below.code or below.number.strip(_SIGNS) or COUNTED.match(below.description)
    whole = row.bare and not below.unpriced and below.quantity is not None
    return whole and not own and place == (sheet, number + 1) and same_unit(below.unit, unit)
