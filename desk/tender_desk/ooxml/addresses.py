"""Cells as Excel names them."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["cell_name", "cells_of", "column_letter", "column_number", "in_ranges", "listed"]

_LETTERS = 26
_MOST_LISTED = 12
_MOST_RANGES = 40
_PARTS = re.compile("(.*?)([0-9]+)").fullmatch


def column_letter(column: int) -> str:
    """The letters of a column.

    >>> column_letter(1), column_letter(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, from its capital letters.

    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int, sheet: str = "") -> str:
    """A cell, with its sheet where one is named.

    >>> cell_name(14, 28), cell_name(14, 4, "HPS")
    ('AB14', 'HPS!D14')
    """
    name = f"{column_letter(column)}{row}"
    return f"{sheet}!{name}" if sheet else name


def cells_of(top: int, left: int, bottom: int, right: int) -> str:
    """A range of cells, or the one cell of it.

    >>> cells_of(4, 8, 6, 11), cells_of(4, 8, 4, 8)
    ('H4:K6', 'H4')
    """
    first, last = cell_name(top, left), cell_name(bottom, right)
    return first if first == last else f"{first}:{last}"


def listed(cells: Sequence[str]) -> str:
    """Cells as a message names them: not more than there is room for.

    >>> listed(["A1", "A2"]), listed(["B9"] * 13)[-11:]
    ('A1, A2', 'B9, B9, ...')
    """
    more = ", ..." if len(cells) > _MOST_LISTED else ""
    return ", ".join(cells[:_MOST_LISTED]) + more


def in_ranges(cells: Iterable[str]) -> str:
    """Every cell of a list in order, those below each other as one range.

    >>> in_ranges(["I18", "I19", "I20", "I22", "K4"])
    'I18:I20, I22, K4'
    """
    runs: list[tuple[str, int, int]] = []
    for cell in cells:
        found = _PARTS(cell)
        column, row = (found[1], int(found[2])) if found else (cell, 0)
        if runs and runs[-1][0] == column and runs[-1][2] + 1 == row:
            runs[-1] = (column, runs[-1][1], row)
        else:
            runs.append((column, row, row))
    more = ", ..." if len(runs) > _MOST_RANGES else ""
    return ", ".join(_run(*run) for run in runs[:_MOST_RANGES]) + more


def _run(column: str, first: int, last: int) -> str:
    if not first:
        return column
    below = f":{column.rpartition('!')[2]}{last}" if last > first else ""
    return f"{column}{first}{below}"
