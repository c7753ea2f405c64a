"""Where the words of the lines stand: in which column, and in which part of a cell."""

import re
from collections import Counter
from collections.abc import Set

from attrs import evolve

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_engine.formats.signs import plain_words

__all__ = ["as_known", "read_parts", "words_where_known"]

# Columns that may hold words, whatever their title is taken for.
_WORDED = ("", "id", "number")
# What lines are counted with before their words: `1.`, `b)`, `II.`, `2.1`, `A.3`.
_NUMBERED = re.compile(
    r"\s*\(?(?:[a-z]?\d{0,3}(?:\.\d{1,3})+[.)]?\s+|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s*)",
    re.IGNORECASE,
)


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
        if row > header.last and plain_words(as_known(cells.text(row, at), known)) in known
    )
    others = [at for at in found if header.roles.get(at, "") in _WORDED and at in header.titles]
    if found[column] or len(others) != 1:
        return header
    roles = {at: role for at, role in header.roles.items() if at != column}
    return evolve(header, roles=dict(sorted({**roles, others[0]: "description"}.items())))


def as_known(text: str, known: Set[str]) -> str:
    """A text without what counts it, if only so the document has its words; else as it stands.

    >>> as_known("2.1 Galian tanah", {"galian tanah"}), as_known("b) Galian", {"galian tanah"})
    ('Galian tanah', 'b) Galian')
    """
    if plain_words(text) in known:
        return text
    bare = _NUMBERED.sub("", text, count=1)
    return bare if plain_words(bare) in known else text


def read_parts(cells: Cells, header: Header, known: Set[str]) -> None:
    """Take the part of a cell for the description that is one: behind a number, above a break.

    What stands below a break specifies it, unless the document has another line that begins alike.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
    """
    column = header.column("description")
    for row in sorted(row for row, at in cells.sheet.cells if at == column and row > header.last):
        text = cells.text(row, column)
        first, _, below = cells.typed(row, column).strip().partition("\n")
        said = as_known(text, known)
        if below and plain_words(said) not in known:
            above = as_known(" ".join(first.split()), known)
            words = plain_words(above)
            if words in known and not any(other.startswith(f"{words} ") for other in known):
                said = above
                cells.note("first_line", row, column)
        if said != text:
            cells.read.read_words(row, column, said, column)
