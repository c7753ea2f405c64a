"""Where the words of the lines stand: in which column, and in which part of a cell."""

from collections import Counter
from collections.abc import Set

from attrs import evolve

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header
from tender.formats.schedules.titles import plain_words

__all__ = ["read_first_lines", "words_where_known"]

# Columns that may hold words, whatever their title is taken for.
_WORDED = ("", "id", "number")


def words_where_known(cells: Cells, header: Header, known: Set[str]) -> Header:
    """The header with the descriptions in the one column that has words of the document.

    So where the column that is headed as theirs has none of them: *Item* beside *Description*.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
    """
    column = header.column("description")
    found = Counter(
        at
        for row, at in cells.sheet.cells
        if row > header.last and plain_words(cells.text(row, at)) in known
    )
    others = [at for at in found if header.roles.get(at, "") in _WORDED and at in header.titles]
    if found[column] or len(others) != 1:
        return header
    roles = {at: role for at, role in header.roles.items() if at != column}
    return evolve(header, roles=dict(sorted({**roles, others[0]: "description"}.items())))


def read_first_lines(cells: Cells, header: Header, known: Set[str]) -> None:
    """Take for a description what stands above a break in its cell, if the document has just that.

    What stands below specifies it, unless the document has another line that begins alike.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
    """
    column = header.column("description")
    for row, at in sorted(cells.sheet.cells):
        if at != column or row <= header.last:
            continue
        first, _, below = cells.typed(row, column).strip().partition("\n")
        words = plain_words(first)
        if not below or words not in known or plain_words(f"{first} {below}") in known:
            continue
        if not any(other.startswith(f"{words} ") for other in known):
            cells.read.read_words(row, column, " ".join(first.split()), column)
            cells.note("first_line", row, column)
