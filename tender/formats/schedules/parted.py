"""Lines that are parted over rows: words above and figures below, or sub-items of a title."""

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import Factory, define

from tender.formats.schedules.candidates import Candidate, Matches, RowPlace, same_unit
from tender.formats.schedules.nearly import COUNTED

__all__ = ["Parted", "part_rows"]

_SIGNS = " .-–—)("
_DASHED = re.compile(r"\s*[-–—•·*▪>]\s*\w")


@define
class Parted:
    """What was found: rows of words by the row of their figures, and rows that are in doubt.

    `doubted` holds for each row of words the rows under it that may be its own.
    """

    joined: dict[RowPlace, RowPlace] = Factory(dict)
    doubted: list[tuple[Candidate, list[Candidate]]] = Factory(list)


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


def _parts(row: Candidate, under: Sequence[Candidate], unit: str) -> list[Candidate]:
    """The rows right under one, up to the first that is surely of its own."""
    return list(takewhile(lambda one: _may_be_part(row, one, unit), under))


def _may_be_part(row: Candidate, below: Candidate, unit: str) -> bool:
    """Whether a row is counted as a part of another, or not counted and in its unit.

    Under an amount, which may be the sum of its parts, a row that is not counted may be one in any
    unit.
    """
    if _marked(below) and not _marked(row):
        return True
    one, other = (text.strip(_SIGNS) for text in (row.number or row.code, below.number))
    if below.number.strip() and not other:
        return True
    if not other:
        return not below.code and (row.summed or same_unit(below.unit, unit))
    if one.isdecimal() and other.isdecimal():
        return int(other) <= int(one)
    return _shape(one) != _shape(other)


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
