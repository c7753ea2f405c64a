"""Which line of the document each row is: by code, words, section or order; never by doubt.

What one way leaves open goes on to the next, and what the last leaves open is told. The volume that
a bidder wrote is there to be corrected, so no line is known by it: it may only speak against an
order that nothing else proves, or for it.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from tender_desk.schedules.candidates import Candidate, Matches, RowPlace, same_unit
from tender_desk.schedules.nearly import Near
from tender_desk.schedules.placing import match_by_place
from tender_desk.schedules.specified import specifies
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["match_rows"]

_T = TypeVar("_T")


def match_rows(rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> Matches:
    """Match each row with at most one line of the document."""
    found = Matches(
        open_rows={row.place: row for row in rows}, open_lines={line.id: line for line in lines}
    )
    near = Near(lines)
    _by_code(found, lines, near)
    _by_signs(found)
    for alike, wanted in found.alike():
        if len(alike) == len(wanted) == 1:
            found.take(alike[0], wanted[0], "by_description")
    _by_words_alone(found, rows, lines)
    _by_number(found, rows, lines, near)
    match_by_place(found, rows, lines)
    _by_position(found, rows, lines, near)
    _set_titles_apart(found, lines)
    return found


def _by_code(found: Matches, lines: Sequence[HpsLine], near: Near) -> None:
    """By their codes, unless the words are those of another line, or nearly so."""
    coded = _only_once((plain_words(line.id), line) for line in lines)
    worded = _only_once((plain_words(line.description), line) for line in lines)
    taken: dict[str, RowPlace] = {}
    for row in list(found.open_rows.values()):
        line = coded.get(plain_words(row.code)) if row.code else None
        if line is None:
            continue
        other = worded.get(row.words)
        if other is None and row.words != plain_words(line.description):
            other = near.rather(row.description, line)
        if other is not None and other is not line and row.words != plain_words(line.description):
            found.against[row.place] = (line, other)
            del found.open_rows[row.place]
        elif line.id in taken:
            found.twice[row.place] = (line, taken[line.id])
            del found.open_rows[row.place]
        else:
            taken[line.id] = row.place
            same = row.words == plain_words(line.description)
            found.take(row, line, "" if same else "other_description")


def _by_signs(found: Matches) -> None:
    """Rows of the words of several lines that only signs part: `< 5` from `> 5`, 1/2 from 1.2."""
    for alike, wanted in found.alike():
        if len({_signed(line.description) for line in wanted}) < 2:
            continue
        rowed = _only_once((_signed(row.description), row) for row in alike)
        for signs, line in _only_once((_signed(one.description), one) for one in wanted).items():
            if signs in rowed:
                found.take(rowed[signs], line, "by_description")


def _signed(text: str) -> str:
    """A description with its signs, in whatever letters and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _by_words_alone(found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine]) -> None:
    """In another unit: only where no other row and no other line has these words at all."""
    rowed = _only_once((row.words, row) for row in rows)
    for words, line in _only_once((plain_words(line.description), line) for line in lines).items():
        row = rowed.get(words)
        if row is not None and row.place in found.open_rows and line.id in found.open_lines:
            found.take(row, line, "by_description")


def _by_number(
    found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine], near: Near
) -> None:
    """By codes that were typed as running numbers, where each row has one that fits its words.

    Running numbers are none: of a document that counts 1, 2, 3 they prove nothing.
    """
    coded = _only_once((_closed_up(line.id), line) for line in lines)
    told = [(row, coded.get(_closed_up(row.number))) for row in rows if not row.bare]
    if len({line.id for _, line in told if line is not None}) < len(told):
        return
    if all(row.number.strip(" .").isdecimal() for row, _ in told):
        return
    fits = [(row, line) for row, line in told if line is not None and _says(row, line, near)]
    if len(fits) < len(told):
        return
    matched = ((found.by_row.get(row.place), line) for row, line in fits)
    if any(match is not None and match.line is not line for match, line in matched):
        return
    for row, line in fits:
        if row.place in found.open_rows and line.id in found.open_lines:
            found.take(row, line, "by_number")


def _closed_up(code: str) -> str:
    """A code without its signs: `B.2` as `B2`."""
    return plain_words(code).replace(" ", "")


def _says(row: Candidate, line: HpsLine, near: Near) -> bool:
    """Whether a row says the words of a line, be there more behind them, or nearly so."""
    words = plain_words(line.description)
    return f"{row.words} ".startswith(f"{words} ") or line in near.of(row.description)


def _by_position(
    found: Matches, rows: Sequence[Candidate], lines: Sequence[HpsLine], near: Near
) -> None:
    """In a list as long as the document's, a row of nearly the same words at the same place.

    Where several rows have the same words, another way has to tell which is which. Words that are
    only nearly the same, or that specify further what the line says, need the volume as well, and
    to be so of no other line; else the row is left open.
    """
    if len(rows) != len(lines):
        return
    once = _only_once((row.words, row) for row in rows)
    specified = specifies(rows, lines) if found.open_rows else frozenset()
    for row, line in zip(rows, lines, strict=True):
        open_both = row.place in found.open_rows and line.id in found.open_lines
        if not open_both or row.words not in once:
            continue
        agrees = same_unit(row.unit, line.unit) and row.quantity == line.quantity
        if agrees and (row.place in specified or near.of(row.description) == [line]):
            found.take(row, line, "by_position")


def _set_titles_apart(found: Matches, lines: Sequence[HpsLine]) -> None:
    """A row without a figure that has the words of a line that another row is heads others."""
    open_words = {plain_words(line.description) for line in found.open_lines.values()}
    known = {plain_words(line.description) for line in lines} - open_words
    for row in list(found.open_rows.values()):
        if row.bare and row.words in known:
            found.titles[row.place] = found.open_rows.pop(row.place)


def _only_once(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """What just one of them has, by key."""
    made: dict[str, _T] = {}
    repeated = set()
    for key, one in pairs:
        if key in made:
            repeated.add(key)
        made[key] = one
    return {key: one for key, one in made.items() if key not in repeated}
