"""Lines that are parted over rows: words above and figures below, or sub-items of a title."""

from collections.abc import Sequence
from itertools import takewhile

from attrs import Factory, define

from tender.formats.schedules.candidates import Candidate, Matches, RowPlace, same_unit

__all__ = ["Parted", "part_rows"]


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
    is no longer open. All else may be sub-items, or lines that the document does not have.
    """
    found = Parted()
    for at, row in enumerate(rows):
        if not row.unpriced or row.place not in matches.by_row:
            continue
        under = list(takewhile(lambda r: r.place in matches.open_rows, rows[at + 1 :]))
        under = [one for one in under if not one.bare]
        if not under or (not row.bare and _is_next(row, under[0])):
            continue
        unit = matches.by_row[row.place].line.unit
        if len(under) == 1 and _holds_figures(row, under[0], unit):
            found.joined[under[0].place] = row.place
            del matches.open_rows[under[0].place]
        else:
            found.doubted.append((row, under))
    return found


def _is_next(row: Candidate, below: Candidate) -> bool:
    """Whether a row is numbered as the one that comes next: it is one of its own."""
    one, other = (text.strip(" .") for text in (row.number, below.number))
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _holds_figures(row: Candidate, below: Candidate, unit: str) -> bool:
    """Whether the row right below has the figures of a row of words, and nothing of its own."""
    (sheet, number), place = row.place, below.place
    own = below.code or below.number.strip(" .-–—)(")
    whole = row.bare and not below.unpriced and below.quantity is not None
    return whole and not own and place == (sheet, number + 1) and same_unit(below.unit, unit)
