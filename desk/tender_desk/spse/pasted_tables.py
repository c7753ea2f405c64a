"""Tables pasted from the screen: cells apart by tabs, or by signs as Excel saves them as text.

A cell may be broken over lines, as a browser copies a name with its NPWP under it.
"""

import csv
import re
from collections.abc import Iterator, Sequence

from tender_desk.spse.heads import kind_of
from tender_desk.spse.page_values import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Cell,
    Raw,
    RefusedError,
)

__all__ = ["tables_of_text"]

_TAB = "\t"
_SIGNS = (_TAB, ";", ",", "|")
_LONGEST_HEADING = 300
_LONGEST_LINE = 50_000


def tables_of_text(text: str) -> tuple[Raw, ...]:
    """Every table whose heads are recognised, and as one what else stands apart by tabs.

    Raises:
        RefusedError: it holds too many tables, rows or cells.
    """
    # Other ends of lines that Unicode knows may stand in a name.
    rows = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip(" \t")]
    longest = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or longest > _LONGEST_LINE:
        raise RefusedError.too_much()
    if any(row.count(_TAB) >= MOST_COLUMNS for row in rows):
        raise RefusedError.too_much()
    lines = _lines(rows)
    made: list[Raw] = []
    for table, heading in _tables(lines):
        cells = tuple(tuple(Cell(" ".join(cell.split())) for cell in row) for row in table)
        made.append(Raw(len(made) + 1, cells, heading[-_LONGEST_HEADING:], pasted=True))
    if len(made) > MOST_TABLES:
        raise RefusedError.too_much()
    return tuple(made)


def _lines(rows: list[str]) -> list[list[str]]:
    """The lines as cells, by the first sign under which one of them is the heads of a table."""
    for sign in _SIGNS:
        cells = [_apart(row, sign) for row in rows]
        if any(kind_of(row)[0] for row in cells):
            return cells
    return [_apart(row, _TAB) for row in rows]


def _apart(line: str, sign: str) -> list[str]:
    if sign == _TAB:
        return line.split(_TAB)
    if line.count(sign) >= MOST_COLUMNS:
        return [line]
    try:
        return next(csv.reader([line], delimiter=sign, strict=True), [line])
    except csv.Error:
        return [line]


def _tables(lines: list[list[str]]) -> Iterator[tuple[list[list[str]], str]]:
    """Each table with the text before it; a table ends where a line has no cells apart."""
    rows: list[list[str]] = []
    said: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if kind_of(line)[0]:
            if rows:
                yield rows, " ".join(said)
                said = []
            rows = [line]
            at += 1
        elif rows:
            row, at = _joined(lines, at, len(rows[0]))
            if len(row) == 1 and not _goes_on(lines, at):
                yield rows, " ".join(said)
                rows, said = [], row
            else:
                rows.append(row)
        else:
            said = [] if len(line) > 1 else said
            if len(line) > 1:
                yield [line], ""
            else:
                said += line
            at += 1
    if rows:
        yield rows, " ".join(said)


def _goes_on(lines: Sequence[Sequence[str]], at: int) -> bool:
    """Whether cells apart follow before the heads of another table do."""
    return at < len(lines) and len(lines[at]) > 1 and not kind_of(lines[at])[0]


def _joined(lines: list[list[str]], at: int, width: int) -> tuple[list[str], int]:
    """The row that begins at a line, joined with those below until it has all its cells.

    Where they do not make exactly one row, the line stands for itself.
    """
    row, below = list(lines[at]), at + 1
    while 1 < len(row) < width and below < len(lines):
        part = lines[below]
        if kind_of(part)[0] or len(row) + len(part) - 1 > width:
            break
        row = [*row[:-1], f"{row[-1]} {part[0]}", *part[1:]]
        below += 1
    return (row, below) if len(row) == width else (list(lines[at]), at + 1)
