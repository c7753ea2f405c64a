"""Descriptions that go on in the next rows, which hold nothing else.

What was typed over several rows is one line where all of it together is the description of one, to
the word. Where a part of it is one as well, the other rows have to tell which was meant.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from attrs import frozen

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.word_columns import as_known
from tender_engine.formats.signs import plain_words

__all__ = ["join_rows"]

_MOST_ROWS = 5
_FIGURES = ("quantity", "unit_price", "unit_price_with_vat", "amount", "amount_with_vat")
_SHOWN = 80


@frozen
class _Chain:
    """Rows that are one line: all of them, the one that holds more than words, and the words."""

    rows: Sequence[int]
    figured: int
    words: str


def join_rows(cells: Cells, header: Header, known: Set[str]) -> None:
    """Read words over several rows in the one that has their figures; in doubt, tell a fault.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
    """
    column = header.column("description")
    said = {
        row: text
        for row in sorted(cells.sheet.rows())
        if row > header.last and (text := cells.text(row, column))
    }
    chains = _outermost(_chains(cells, header, said, known))
    times = Counter(row for chain in chains for row in chain.rows)
    elsewhere = Counter(map(plain_words, said.values()))
    elsewhere.update(plain_words(chain.words) for chain in chains)
    for chain in chains:
        parts = _parts(chain, said, known)
        if max(times[row] for row in chain.rows) > 1 or _is_open(chain, said, parts, elsewhere):
            if any(plain_words(said[row]) in known for row in chain.rows):
                # Else no row is a line by itself, and that is told of each.
                told = ", ".join(sorted({chain.words, *parts}))[: 2 * _SHOWN]
                found = said[chain.figured][:_SHOWN]
                cells.fault("XLS068", chain.figured, column, found=found, lines=told)
        else:
            _join(cells, header, chain)


def _join(cells: Cells, header: Header, chain: _Chain) -> None:
    """Read the words, and a number or code beside the others, in the row with the figures."""
    column = header.column("description")
    cells.read.read_words(chain.figured, column, chain.words, column)
    for row in chain.rows:
        if row == chain.figured:
            continue
        for role in ("id", "number"):
            at = header.column(role)
            text = cells.text(row, at) if at else ""
            if text and not cells.text(chain.figured, at):
                cells.read.read_words(chain.figured, at, text, at)
        cells.read.continued[row] = chain.figured
        cells.note("joined", row, column, at=cells.at(chain.figured, column))


def _chains(
    cells: Cells, header: Header, said: Mapping[int, str], known: Set[str]
) -> Iterator[_Chain]:
    """The longest rows from each one on that are a line of the document together."""
    filled = cells.sheet.rows()
    own = {header.column(role) for role in ("description", "id", "number")}
    bare = {
        row
        for row in said
        if all(column in own or cells.empty(row, column) for column in filled[row])
    }
    for first in said:
        found = None
        for last in range(first + 1, first + _MOST_ROWS):
            rows = range(first, last + 1)
            figured = [row for row in rows if row not in bare]
            if last not in said or len(figured) > 1:
                break
            words = as_known(" ".join(said[row] for row in rows), known)
            if len(figured) == 1 and plain_words(words) in known and _is_one(cells, header, rows):
                found = _Chain(rows, figured[0], words)
        if found is not None:
            yield found


def _outermost(chains: Iterable[_Chain]) -> list[_Chain]:
    """The chains that are no part of another; they come by their first rows."""
    made: list[_Chain] = []
    for chain in chains:
        if not made or chain.rows[-1] > made[-1].rows[-1]:
            made.append(chain)
    return made


def _is_one(cells: Cells, header: Header, rows: Sequence[int]) -> bool:
    """Whether rows have one number or code at most, and figures."""
    for role in ("id", "number"):
        column = header.column(role)
        if column and sum(bool(cells.text(row, column)) for row in rows) > 1:
            return False
    columns = [column for role in _FIGURES if (column := header.column(role))]
    return any(cells.figure(row, column) for row in rows for column in columns)


def _parts(chain: _Chain, said: Mapping[int, str], known: Set[str]) -> list[str]:
    """The words of some of its rows that are a line of the document by themselves."""
    spans = combinations(range(chain.rows[0], chain.rows[-1] + 2), 2)
    parts = [[said[row] for row in range(*span)] for span in spans]
    words = [" ".join(part) for part in parts if len(part) < len(chain.rows)]
    return [part for part in words if plain_words(part) in known]


def _is_open(
    chain: _Chain, said: Mapping[int, str], parts: Sequence[str], elsewhere: Mapping[str, int]
) -> bool:
    """Whether a part of the words is a line by itself that no other row is."""
    own = Counter(plain_words(said[row]) for row in chain.rows)
    return any(elsewhere.get(part, 0) <= own[part] for part in map(plain_words, parts))
