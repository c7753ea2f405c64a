"""Tables fitted to a page: letters small enough, columns as wide as what stands in them.

Widths are estimated, in points, from a common sans serif; the fonts of offices' letterheads are
wider or slimmer, which a page says. Every writer takes the same widths.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from tender_desk.documents.blocks import Align, Pairs, Table

__all__ = ["BODY", "PADDING", "Fitted", "Page", "fitted", "paired", "signing"]

# The size of running text, of labels with what they stand for, and of tables, in points.
BODY, PAIRS = 11.0, 10.0
_SIZES = (9.0, 8.5, 8.0)
PADDING = 4.0
_BOLD = 1.08
# The room that is left is shared out in so many steps, looking at so many rows at most.
_STEPS, _ENOUGH = 60, 100
# What a column of figures takes of room that nothing needs, beside one of words.
_OF_FIGURES = 0.2
_LINES, _FEW_LINES = 5, 4
_NARROW, _SLIM, _WIDE = frozenset("ijl'|"), frozenset("ft.,:;!/[]()r- I"), frozenset("mMWw%@—")
# Where a line may break: after a blank, a hyphen, or a slash that is no part of a number.
_BREAKS = re.compile(r"\s+|(?<=\w-)|(?<=/)(?=\D)")
_LARGEST_LABEL_SHARE, _COLON = 0.38, 10.0
# How the columns of lines to sign on share the page.
_SIGNING_SHARES = (0.06, 0.27, 0.2, 0.25, 0.22)


@frozen
class Page:
    """A page: the points between its margins, and how wide its letters run against plain ones."""

    room: float
    letters: float = 1.1

    def width(self, text: str, size: float) -> float:
        """About how wide `text` stands on one line, in points."""
        return _ems(text) * size * self.letters


@frozen
class Fitted:
    """A table with the size of its letters and the widths of its columns, in points."""

    table: Table
    size: float
    widths: tuple[float, ...]


@lru_cache(maxsize=1 << 16)
def _ems(text: str) -> float:
    return sum(map(_em, text))


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.24
    if sign in _SLIM:
        return 0.31
    if sign in _WIDE:
        return 0.88
    return 0.7 if sign.isupper() or not sign.isascii() else 0.556


def paired(block: Pairs, page: Page) -> Fitted:
    """Labels, colons and what the labels stand for, as a table whose heads are empty."""
    longest = max((page.width(label, PAIRS) for label, _ in block.items), default=0)
    label = min(longest + 10, page.room * _LARGEST_LABEL_SHARE)
    rows = ((name, ":", said) for name, said in block.items)
    return Fitted(
        Table(("",) * 3, (Align.LEFT,) * 3, tuple(rows)),
        PAIRS,
        (label, _COLON, page.room - label - _COLON),
    )


@lru_cache(maxsize=64)
def fitted(table: Table, page: Page) -> tuple[Fitted, ...]:
    """`table` on `page`; where its columns cannot stand side by side, in several parts.

    Every part repeats the first column, so that its rows can be told.
    """
    fits = [
        Fitted(table, size, _shared(table, size, least, page))
        for size in _SIZES
        if sum(least := _least(table, size, page)) <= page.room
    ]
    if not fits:
        return tuple(_parts(table, page))
    return (next((fit for fit in fits if not _is_cramped(fit, page)), fits[-1]),)


def _is_cramped(fit: Fitted, page: Page) -> bool:
    """Whether a row is high for a text that would stand on one line of the page."""
    for row in fit.table.rows:
        wide = [page.width(text, fit.size) for text in row]
        lines = [each / (room - 2 * PADDING) for each, room in zip(wide, fit.widths, strict=True)]
        highest = max(range(len(lines)), key=lines.__getitem__)
        if lines[highest] > _LINES and wide[highest] <= page.room:
            return True
    return False


def _cells(table: Table, column: int) -> Iterator[tuple[str, float]]:
    """The texts of a column, each with how much wider than plain its letters are."""
    yield table.headers[column], _BOLD
    for row in table.rows:
        yield row[column], 1


def _least(table: Table, size: float, page: Page) -> list[float]:
    """What each column needs so that no word of it breaks."""
    return [
        2 * PADDING
        + max(
            page.width(word, size) * wider
            for text, wider in _cells(table, column)
            for word in _BREAKS.split(text)
        )
        for column in range(len(table.headers))
    ]


def _shared(table: Table, size: float, least: list[float], page: Page) -> tuple[float, ...]:
    """The room shared out: each column what it needs, the rest where it saves most lines."""
    rows = [tuple(page.width(cell, size) for cell in row) for row in _some(table)]
    columns = _begun(rows, least, page.room)
    step = (page.room - sum(columns)) / _STEPS
    for _ in range(_STEPS):
        gains = [0.0] * len(columns)
        for row in rows:
            inner = [wide - 2 * PADDING for wide in columns]
            lines = [text / room for text, room in zip(row, inner, strict=True)]
            highest = max(range(len(lines)), key=lines.__getitem__)
            if lines[highest] > 1:
                gains[highest] += lines[highest] / inner[highest]
        if not any(gains):
            break
        columns[max(range(len(gains)), key=gains.__getitem__)] += step
    sides = zip(columns, table.align, strict=True)
    shares = [one if side is Align.LEFT else one * _OF_FIGURES for one, side in sides]
    rest = (page.room - sum(columns)) / sum(shares)
    return tuple(one + share * rest for one, share in zip(columns, shares, strict=True))


def _begun(rows: list[tuple[float, ...]], least: list[float], room: float) -> list[float]:
    """What columns have before the rest is shared: no text of a line or so in many short ones."""
    longest = (
        min(max(column), room) / _FEW_LINES + 2 * PADDING for column in zip(*rows, strict=True)
    )
    better = [max(pair) for pair in zip(least, longest, strict=True)]
    return better if sum(better) <= room else list(least)


def _some(table: Table) -> tuple[tuple[str, ...], ...]:
    """The head and rows of a table; of a very long one so many as tell what the others are like."""
    return (table.headers, *table.rows[:: len(table.rows) // _ENOUGH + 1])


def _parts(table: Table, page: Page) -> Iterator[Fitted]:
    """The columns in groups that fit, the first column before each; a lone one may break words."""
    least = _least(table, _SIZES[-1], page)
    group: list[int] = []
    used = first = min(least[0], page.room / 2)
    for column in range(1, len(least)):
        if group and used + least[column] > page.room:
            yield _part(table, [0, *group], page)
            group, used = [], first
        group.append(column)
        used += least[column]
    yield _part(table, [0, *group], page)


def _part(table: Table, columns: list[int], page: Page) -> Fitted:
    part = evolve(
        table,
        headers=tuple(table.headers[column] for column in columns),
        align=tuple(table.align[column] for column in columns),
        rows=tuple(tuple(row[column] for column in columns) for row in table.rows),
    )
    size, room = _SIZES[-1], page.room
    least = _least(part, size, page)
    if sum(least) <= room:
        return Fitted(part, size, _shared(part, size, least, page))
    return Fitted(part, size, tuple(one * room / sum(least) for one in least))


def signing(table: Table, page: Page) -> Fitted:
    """Lines to sign on, whose columns share the page always in the same way."""
    widths = tuple(share * page.room for share in _SIGNING_SHARES)
    for size in _SIZES:
        least = _least(table, size, page)
        if all(need <= wide for need, wide in zip(least, widths, strict=True)):
            break
    return Fitted(table, size, widths)
