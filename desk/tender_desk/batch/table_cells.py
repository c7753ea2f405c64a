"""Cells of the tables that a run writes, as programs of tables open them in Indonesia."""

import csv
import io
from collections.abc import Iterable

__all__ = ["cells_line", "in_cell", "said_in"]

# What a program of tables would take for a formula.
_FORMULA = ("=", "+", "-", "@")


def cells_line(cells: Iterable[object]) -> bytes:
    """A line of CSV; a cell has no line end in it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerow(map(_cell, cells))
    return text.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: object) -> str:
    text = " ".join(str("" if value is None else value).split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def in_cell(figure: str) -> str:
    """A figure with a comma before its decimals: a point would part thousands.

    >>> in_cell("1095490231.875")
    '1095490231,875'
    """
    return figure.replace(".", ",")


def said_in(cell: str) -> str:
    """What a cell that we wrote says, without the mark that keeps it from being a formula.

    >>> said_in("'=1+1"), said_in("CV Umpama")
    ('=1+1', 'CV Umpama')
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell
