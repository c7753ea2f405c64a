"""Which line of the tender document each row is: by code, words or place; never by doubt.

What one way leaves open goes on to the next, and what the last leaves open is told.
"""

import difflib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from attrs import Factory, define, frozen

from tender.formats.schedules.sections import only_way, sections_around
from tender.formats.schedules.titles import plain_words
from tender.model import HpsLine

__all__ = ["Candidate", "Match", "Matches", "match_rows", "same_unit"]

_NEARLY = 0.85
# Units that are written in several ways.
_UNITS = {
    "ls": "lumpsum",
    "lump sum": "lumpsum",
    "lumsum": "lumpsum",
    "lsum": "lumpsum",
    "bh": "buah",
    "btg": "batang",
    "lbr": "lembar",
    "ttk": "titik",
    "org": "orang",
    "bln": "bulan",
    "hr": "hari",
    "ltr": "liter",
    "pkt": "paket",
    "ob": "orang bulan",
    "oh": "orang hari",
}


@frozen
class Candidate:
    """A row that is a line: its code and words as they stand, its volume, and its section.

    A section is any number that rows under one section title have in common.
    """

    row: int
    code: str
    description: str
    unit: str
    quantity: Decimal | None
    section: int = 0


@frozen
class Match:
    """The line of the document that a row is; `how` is the code of a note, empty by its code."""

    line: HpsLine
    how: str


@define
class Matches:
    """What became of each row.

    `by_row` holds those that were matched; `twice` rows whose line another row already is, with
    that row; `against` rows whose code names one line and whose words another; `open_rows` and
    `open_lines` what nothing was found for.
    """

    by_row: dict[int, Match] = Factory(dict)
    twice: dict[int, tuple[HpsLine, int]] = Factory(dict)
    against: dict[int, tuple[HpsLine, HpsLine]] = Factory(dict)
    open_rows: dict[int, Candidate] = Factory(dict)
    open_lines: dict[str, HpsLine] = Factory(dict)


Key = Callable[[Candidate], Hashable]
_T = TypeVar("_T")


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, however they are written.

    >>> same_unit("M³", "m3"), same_unit("Bh.", "buah"), same_unit("m2", "m3")
    (True, True, False)
    """
    return _unit(one) == _unit(other)


def match_rows(rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> Matches:
    """Match each row with at most one line of the document."""
    found = Matches(
        open_rows={row.row: row for row in rows}, open_lines={line.id: line for line in lines}
    )
    _by_code(found, lines)
    of_line = {line.id: _as_candidate(line) for line in lines}
    _by_key(found, of_line, lambda row: (_words(row), _unit(row.unit)), "by_description")
    _by_key(found, of_line, _same_volume, "by_quantity")
    _by_words_alone(found, rows, lines)
    _by_section(found, of_line, rows, lines)
    _by_order(found, of_line)
    _by_position(found, of_line, rows, lines)
    return found


def _unit(text: str) -> str:
    words = plain_words(text)
    return _UNITS.get(words, words)


def _words(row: Candidate) -> str:
    return plain_words(row.description)


def _as_candidate(line: HpsLine) -> Candidate:
    return Candidate(0, line.id, line.description, line.unit, line.quantity)


def _take(found: Matches, row: Candidate, line: HpsLine, how: str) -> None:
    found.by_row[row.row] = Match(line, how)
    del found.open_rows[row.row], found.open_lines[line.id]


def _by_code(found: Matches, lines: Sequence[HpsLine]) -> None:
    coded = _only_once((plain_words(line.id), line) for line in lines)
    worded = _only_once((plain_words(line.description), line) for line in lines)
    taken: dict[str, int] = {}
    for row in list(found.open_rows.values()):
        line = coded.get(plain_words(row.code)) if row.code else None
        if line is None:
            continue
        other = worded.get(_words(row))
        if other is not None and other is not line and _words(row) != plain_words(line.description):
            found.against[row.row] = (line, other)
            del found.open_rows[row.row]
        elif line.id in taken:
            found.twice[row.row] = (line, taken[line.id])
            del found.open_rows[row.row]
        else:
            taken[line.id] = row.row
            same = _words(row) == plain_words(line.description)
            _take(found, row, line, "" if same else "other_description")


def _by_words_alone(found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> None:
    """In another unit: only where no other row and no other line has these words at all."""
    rowed = _only_once((_words(row), row) for row in rows)
    for words, line in _only_once((plain_words(line.description), line) for line in lines).items():
        row = rowed.get(words)
        if row is not None and row.row in found.open_rows and line.id in found.open_lines:
            _take(found, row, line, "by_description")


def _only_once(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """What just one of them has, by key."""
    made: dict[str, _T] = {}
    repeated = set()
    for key, one in pairs:
        if key in made:
            repeated.add(key)
        made[key] = one
    return {key: one for key, one in made.items() if key not in repeated}


def _grouped(
    found: Matches, of_line: Mapping[str, Candidate], key: Key
) -> list[tuple[list[Candidate], list[HpsLine]]]:
    """The open rows and lines that have one key in common."""
    groups: dict[Hashable, tuple[list[Candidate], list[HpsLine]]] = {}
    for row in found.open_rows.values():
        groups.setdefault(key(row), ([], []))[0].append(row)
    for line in found.open_lines.values():
        groups.setdefault(key(of_line[line.id]), ([], []))[1].append(line)
    return list(groups.values())


def _by_key(found: Matches, of_line: Mapping[str, Candidate], key: Key, how: str) -> None:
    """One row and one line that alone have the key."""
    for rows, lines in _grouped(found, of_line, key):
        if len(rows) == len(lines) == 1:
            _take(found, rows[0], lines[0], how)


def _same_volume(row: Candidate) -> Hashable:
    return (_words(row), _unit(row.unit), row.quantity)


def _by_section(
    found: Matches,
    of_line: Mapping[str, Candidate],
    rows: Sequence[Candidate],
    lines: Sequence[HpsLine],
) -> None:
    """Rows alike in all but their section: its other rows tell where it is in the document."""
    sections = {row.row: row.section for row in rows}
    of_known = {match.line.id: sections[row] for row, match in found.by_row.items()}
    around = sections_around([line.id for line in lines], of_known)
    for alike, wanted in _grouped(found, of_line, _same_volume):
        if len({row.section for row in alike}) == len(alike) == len(wanted) > 1:
            free = {line.id: around[line.id] for line in wanted}
            by_id = {line.id: line for line in wanted}
            for row, name in only_way({row.row: row.section for row in alike}, free).items():
                _take(found, found.open_rows[row], by_id[name], "by_section")


def _by_order(found: Matches, of_line: Mapping[str, Candidate]) -> None:
    """Rows of one section alike in all, as many as lines, are those lines in their order."""
    for rows, lines in _grouped(found, of_line, _same_volume):
        if len(rows) == len(lines) and len({row.section for row in rows}) == 1:
            for row, line in zip(rows, lines, strict=True):
                _take(found, row, line, "by_order")


def _by_position(
    found: Matches,
    of_line: Mapping[str, Candidate],
    rows: Sequence[Candidate],
    lines: Sequence[HpsLine],
) -> None:
    """In a list as long as the document's, a row of nearly the same words at the same place.

    Where several rows have the same words, another way has to tell which is which.
    """
    if len(rows) != len(lines):
        return
    once = _only_once((_words(row), row) for row in rows)
    for row, line in zip(rows, lines, strict=True):
        open_both = row.row in found.open_rows and line.id in found.open_lines
        if not open_both or _words(row) not in once:
            continue
        wanted = of_line[line.id]
        alike = difflib.SequenceMatcher(None, _words(row), _words(wanted)).ratio() >= _NEARLY
        if alike and same_unit(row.unit, line.unit) and row.quantity == line.quantity:
            _take(found, row, line, "by_position")
