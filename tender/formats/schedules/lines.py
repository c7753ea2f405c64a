"""The rows that are lines, as the lines of a price: ids, volumes, prices and amounts net of PPN."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import Factory, define, field, frozen

from tender.formats.excel.addresses import listed
from tender.formats.schedules.amounts import Taxes, net_amount, taxes_in_amounts
from tender.formats.schedules.candidates import Candidate, Match, Matches, RowPlace, same_unit
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.figures import given_in
from tender.formats.schedules.given import Given
from tender.formats.schedules.headers import Header
from tender.formats.schedules.matching import match_rows
from tender.formats.schedules.parted import Parted, doubt_others, part_rows
from tender.formats.schedules.rates import Rates, taxed
from tender.formats.schedules.rows import Rows
from tender.formats.schedules.titles import plain_words
from tender.formats.source import NumberText
from tender.model import HpsLine
from tender.numbers import plain

__all__ = ["Lines", "SheetRows", "read_lines"]

_LONGEST_DESCRIPTION, _LONGEST_UNIT = 1_000, 40
_SHOWN = 80
_THOUSAND = 1_000


@define
class Lines:
    """The lines as the format has them, where each value stands, and how many are the document's.

    `taxes` is the PPN that the column of amounts includes, `None` where it is net of it.
    """

    lines: list[dict[str, Any]] = Factory(list)
    cells: dict[tuple[int, str], str] = Factory(dict)
    known: frozenset[str] = frozenset()
    taxes: Taxes | None = None


@define
class SheetRows:
    """A sheet whose rows are read as lines: its cells, its headers, and what its rows are."""

    cells: Cells
    header: Header
    rows: Rows
    given: dict[int, Given] = field(init=False)
    candidates: list[Candidate] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.given = given_in(self.cells, self.header, self.rows.lines)
        self.candidates = [self._candidate(row) for row in self.rows.lines]

    def _candidate(self, row: int) -> Candidate:
        cells, column, given = self.cells, self.header.column, self.given[row]
        sheet = cells.sheet.index
        price, amount = column("unit_price"), column("amount") or column("amount_with_vat")
        answer = price or amount
        unpriced = cells.unsaid(row, answer) and cells.empty(row, amount)
        nil = cells.empty(row, answer) and cells.empty(row, amount) and not unpriced
        unit = cells.checked_text(row, column("unit"), _LONGEST_UNIT) if column("unit") else ""
        unit = unit or cells.read.units.get(row, "")
        return Candidate(
            (sheet, row),
            cells.text(row, column("id")) if column("id") else "",
            cells.checked_text(row, column("description"), _LONGEST_DESCRIPTION),
            unit,
            given.quantity,
            (sheet, self.rows.sections.get(row, 0)),
            bare=unpriced and cells.empty(row, column("quantity")),
            unpriced=unpriced,
            nil=nil,
            summed=cells.empty(row, answer) and not cells.empty(row, amount),
            number=cells.text(row, column("number")) if column("number") else "",
        )


def read_lines(sheets: Sequence[SheetRows], wanted: Sequence[HpsLine], rates: Rates) -> list[Lines]:
    """The lines of each of some sheets, which are one list; every doubt is a fault of its cells."""
    every = [row for sheet in sheets for row in sheet.candidates]
    matches = match_rows(every, wanted)
    parted = [part_rows(sheet.candidates, matches) for sheet in sheets]
    doubted = [
        *(d for apart in parted for d in apart.doubted),
        *doubt_others(every, matches, parted),
    ]
    ids = _extra_ids({line.id for line in wanted})
    made = []
    for sheet, apart in zip(sheets, parted, strict=True):
        extra = _tell_matches(sheet, sheets, matches)
        _tell_joined(sheet, apart)
        made.append(_Reading(sheet, matches, extra, apart, ids, rates).lines())
    _tell_doubted(sheets, doubted)
    if matches.open_lines and matches.by_row and not matches.open_rows:
        cells, header = sheets[0].cells, sheets[0].header
        names = listed([*matches.open_lines])
        cells.note("left_out", header.first, header.column("description"), lines=names)
    return made


@frozen
class _Reading:
    """Makes the lines of one sheet."""

    sheet: SheetRows
    matches: Matches
    extra: set[RowPlace]
    parted: Parted
    ids: Iterator[str]
    rates: Rates

    def lines(self) -> Lines:
        """Its lines, in order."""
        cells, header = self.sheet.cells, self.sheet.header
        own = [self.matches.by_row.get(row.place) for row in self.sheet.candidates]
        made = Lines(known=frozenset(match.line.id for match in own if match is not None))
        given = list(self.sheet.given.values())
        made.taxes = taxes_in_amounts(cells, header, given, self.rates)
        figures = {words: row for row, words in self.parted.joined.items()}
        for candidate in self.sheet.candidates:
            match = self.matches.by_row.get(candidate.place)
            if match is None and candidate.place not in self.extra:
                continue
            line: dict[str, Any]
            below = figures.get(candidate.place, candidate.place)[1]
            if match is not None:
                line = {"id": match.line.id}
                _tell_match(cells, header, candidate, match)
            else:
                line = {"id": next(self.ids), "extra": True, "description": candidate.description}
                if candidate.unit:
                    line["unit"] = candidate.unit
            one = self.sheet.given[below]
            _check_volume(cells, header, one, match, made.taxes)
            _put(cells, header, made, line, one, match)
            made.cells[len(made.lines) - 1, "id"] = cells.at(
                candidate.place[1], header.column("description")
            )
        return made


def _tell_matches(sheet: SheetRows, sheets: Sequence[SheetRows], matches: Matches) -> set[RowPlace]:
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
    """The rows with the words and the unit of a line that another row is by its code or words."""
    said = {
        (plain_words(match.line.description), plain_words(match.line.unit)): (match.line, place)
        for place, match in matches.by_row.items()
    }
    worded = {words: line for (words, _), line in said.items()}
    found = (
        (row, said.get((row.words, plain_words(row.unit))) if row.unit else worded.get(row.words))
        for row in rows
    )
    return [(row, line) for row, line in found if line is not None]


def _tell_joined(sheet: SheetRows, parted: Parted) -> None:
    """Tell rows that are lines only together."""
    cells, column = sheet.cells, sheet.header.column("description")
    for below, words in parted.joined.items():
        cells.note("joined", words[1], column, at=cells.at(below[1], column))


def _tell_doubted(
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


def _tell_match(cells: Cells, header: Header, row: Candidate, match: Match) -> None:
    """Note how the line was known, unless its code or its words say it, and what else differs."""
    column, line = header.column("description"), match.line
    if match.how not in ("", "by_description"):
        found = row.description[:_SHOWN]
        wanted = line.description[:_SHOWN]
        cells.note(match.how, row.place[1], column, line=line.id, found=found, wanted=wanted)
    if row.unit and not same_unit(row.unit, line.unit):
        unit = header.column("unit") or header.column("quantity")
        cells.note("other_unit", row.place[1], unit, line=line.id, found=row.unit, wanted=line.unit)


def _extra_ids(taken: set[str]) -> Iterator[str]:
    """Ids for lines that the document does not have, none of which it has."""
    number = 0
    while True:
        number += 1
        if (name := f"tambahan-{number}") not in taken:
            yield name


def _check_volume(
    cells: Cells, header: Header, one: Given, match: Match | None, taxes: Taxes | None
) -> None:
    """A volume such as `1,500` is 1.5 only where its amount, or else the HPS, is not against it."""
    column = header.column("quantity")
    product = one.product(one.person_months)
    if one.quantity is None or not cells.either(one.row, column):
        return
    place = one.row, header.column("amount") or header.column("amount_with_vat")
    # A formula computed anew took the text as we did: what Excel kept of it tells what it took.
    amount = cells.stored(*place) if cells.is_formula(*place) else one.amount
    if amount is not None and product is not None:
        rate = taxes.get(one.vat_percent) if taxes and one.vat_percent is not None else None
        doubted = abs(Fraction(amount) - taxed(product, rate or Fraction(0))) > 1
    else:
        doubted = match is not None and match.line.quantity == one.quantity * _THOUSAND
    if doubted:
        cells.fault("XLS082", one.row, column)


def _put(
    cells: Cells,
    header: Header,
    made: Lines,
    line: dict[str, Any],
    one: Given,
    match: Match | None,
) -> None:
    """Put a line with its values and their cells into what is made."""
    index = len(made.lines)
    amount_column = header.column("amount") or header.column("amount_with_vat")
    values: dict[str, tuple[Decimal | None, int]] = {
        "quantity": (one.quantity, header.column("quantity")),
        "unit_price": (one.unit_price, header.column("unit_price")),
        "amount": (
            one.amount if made.taxes is None else net_amount(cells, one, amount_column, made.taxes),
            amount_column,
        ),
        "vat_percent": (one.vat_percent, header.column("vat_percent")),
        "tkdn_percent": (one.tkdn_percent, header.column("tkdn_percent")),
    }
    months = header.column("person_months")
    if one.person_months is not None and _takes_months(cells, one, match, months):
        values["person_months"] = (one.person_months, months)
    line["unit_price"] = None
    for key, (number, column) in values.items():
        if number is not None:
            line[key] = NumberText(plain(number))
        if column:
            made.cells[index, key] = cells.at(one.row, column)
    made.lines.append(line)


def _takes_months(cells: Cells, one: Given, match: Match | None, column: int) -> bool:
    """Whether the second volume is one that the document knows; a plain 1 changes nothing."""
    if match is None or match.line.person_months is not None:
        return True
    if one.person_months != 1:
        cells.fault("XLS073", one.row, column, line=match.line.id)
    return False
