"""What is told of rows beside the lines of the document: how each was known, and what was not."""

import re
from collections.abc import Iterable, Sequence

from tender_desk.ooxml.addresses import listed
from tender_desk.schedules.candidates import Candidate, Match, Matches, RowPlace, same_unit
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.parted import Parted
from tender_desk.schedules.sheet_rows import SheetRows
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["tell_doubted", "tell_joined", "tell_match", "tell_matches"]

_SHOWN = 80
# A unit of so many: `100 m2`, `per 10 buah`.
_COUNT = re.compile(r"\W*(?:(?:per|setiap|tiap)\s*)?\d[.,\d]*\s*[^\W\d]", re.IGNORECASE)


def tell_matches(sheet: SheetRows, sheets: Sequence[SheetRows], matches: Matches) -> set[RowPlace]:
    """Tell what was not matched; gives the rows that are lines the document does not have."""
    cells, column = sheet.cells, sheet.header.column("description")
    own = {row.place: row for row in sheet.candidates}
    names = listed([*matches.open_lines])
    known = [match for place, match in matches.by_row.items() if place in own]
    if alike := sum(match.how == "by_description" for match in known):
        cells.note("by_description", sheet.header.last, column, count=f"{alike}")
    for place, (line, first) in matches.twice.items():
        if place in own:
            at = _at(sheets, first)
            cells.fault("XLS069", place[1], column, line=line.id, at=at)
    for place, (line, other) in matches.against.items():
        if place in own:
            found = own[place].description[:_SHOWN]
            cells.fault("XLS070", place[1], column, line=line.id, other=other.id, found=found)
    theirs = [row for place, row in matches.open_rows.items() if place in own]
    again = _said_again(theirs, matches)
    for row, (line, first) in again:
        at = _at(sheets, first)
        cells.fault("XLS069", row.place[1], column, line=line.id, at=at)
    for row in theirs if not again else ():
        found = row.description[:_SHOWN]
        if matches.open_lines or matches.against:
            cells.fault("XLS068", row.place[1], column, found=found, lines=names)
        else:
            cells.note("extra", row.place[1], column, found=found)
    return set() if matches.open_lines or matches.against else {row.place for row in theirs}


def _said_again(
    rows: Sequence[Candidate], matches: Matches
) -> list[tuple[Candidate, tuple[HpsLine, RowPlace]]]:
    """The rows with the words of a line that another row is, in whatever unit."""
    said = {
        plain_words(match.line.description): (match.line, place)
        for place, match in matches.by_row.items()
    }
    found = ((row, said.get(row.words)) for row in rows)
    return [(row, line) for row, line in found if line is not None]


def tell_joined(sheet: SheetRows, parted: Parted) -> None:
    """Tell rows that are lines only together."""
    cells, column = sheet.cells, sheet.header.column("description")
    for below, words in parted.joined.items():
        cells.note("joined", words[1], column, at=cells.at(below[1], column))


def tell_doubted(
    sheets: Sequence[SheetRows], doubted: Iterable[tuple[Candidate, Sequence[Candidate]]]
) -> None:
    """Tell lines without a price, and rows that may hold it, on whichever sheets they stand."""
    of = {sheet.cells.sheet.index: sheet for sheet in sheets}
    for row, others in doubted:
        for code, one, other in (
            ("XLS141", row, others[0]),
            *(("XLS142", other, row) for other in others),
        ):
            sheet = of[one.place[0]]
            found, at = one.description[:_SHOWN], _at(sheets, other.place)
            column = sheet.header.column("description")
            sheet.cells.fault(code, one.place[1], column, found=found, at=at)


def _at(sheets: Sequence[SheetRows], place: RowPlace) -> str:
    """The description of a row as people look it up."""
    (sheet,) = (s for s in sheets if s.cells.sheet.index == place[0])
    return sheet.cells.at(place[1], sheet.header.column("description"))


def tell_match(cells: Cells, header: Header, row: Candidate, match: Match) -> None:
    """Note how the line was known, unless its code or its words say it, and what else differs."""
    column, line = header.column("description"), match.line
    if match.how not in ("", "by_description"):
        found = row.description[:_SHOWN]
        wanted = line.description[:_SHOWN]
        cells.note(match.how, row.place[1], column, line=line.id, found=found, wanted=wanted)
    if row.unit and not same_unit(row.unit, line.unit):
        unit = header.column("unit") or header.column("quantity")
        told = {"line": line.id, "found": row.unit, "wanted": line.unit}
        # By another name it may be the same; with another volume it is of another size.
        of_many = _COUNT.match(row.unit) and not _COUNT.match(line.unit)
        if row.quantity in (None, line.quantity) and not of_many:
            cells.note("other_unit", row.place[1], unit, **told)
        else:
            cells.fault("XLS152", row.place[1], unit, **told)
