"""The rows that are lines, as the lines of a price: ids, volumes, prices and amounts net of PPN."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from attrs import Factory, define, frozen

from tender_desk.ooxml.addresses import listed
from tender_desk.schedules.amounts import Taxes, net_amount, taxes_in_amounts
from tender_desk.schedules.asides import set_aside
from tender_desk.schedules.candidates import Match, Matches, RowPlace
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.given import Given
from tender_desk.schedules.headers import Header
from tender_desk.schedules.line_checks import tell_price_alone, tell_signs, tell_swapped
from tender_desk.schedules.matching import match_rows
from tender_desk.schedules.parted import Parted, doubt_others, part_rows
from tender_desk.schedules.rates import Rates
from tender_desk.schedules.sheet_rows import SheetRows
from tender_desk.schedules.telling import tell_doubted, tell_joined, tell_match, tell_matches
from tender_engine.formats.source import NumberText
from tender_engine.model import HpsLine
from tender_engine.numbers import plain

__all__ = ["Lines", "read_lines"]


@define
class Lines:
    """The lines as the format has them, where each value stands, and how many are the document's.

    `taxes` is the PPN that the column of amounts includes, `None` where it is net of it; `asides`
    the rows that tell what is in a line, and are none; `unknown` those of lines that the document
    does not have.
    """

    lines: list[dict[str, Any]] = Factory(list)
    cells: dict[tuple[int, str], str] = Factory(dict)
    known: frozenset[str] = frozenset()
    taxes: Taxes | None = None
    asides: frozenset[int] = frozenset()
    unknown: frozenset[int] = frozenset()


def read_lines(sheets: Sequence[SheetRows], wanted: Sequence[HpsLine], rates: Rates) -> list[Lines]:
    """The lines of each of some sheets, which are one list; every doubt is a fault of its cells."""
    every = [row for sheet in sheets for row in sheet.candidates]
    matches = match_rows(every, wanted)
    parted = [part_rows(sheet.candidates, matches) for sheet in sheets]
    doubted = [
        *(d for apart in parted for d in apart.doubted),
        *doubt_others(every, matches, parted),
    ]
    in_doubt = {one.place for _, others in doubted for one in others}
    asides = [set_aside(sheet, matches, in_doubt) for sheet in sheets]
    ids = _extra_ids({line.id for line in wanted})
    made = []
    for sheet, apart, aside in zip(sheets, parted, asides, strict=True):
        extra = tell_matches(sheet, sheets, matches)
        tell_joined(sheet, apart)
        made.append(_Reading(sheet, matches, extra, apart, ids, rates).lines(aside))
    tell_doubted(sheets, doubted)
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

    def lines(self, asides: frozenset[int]) -> Lines:
        """Its lines, in order."""
        cells, header = self.sheet.cells, self.sheet.header
        own = [self.matches.by_row.get(row.place) for row in self.sheet.candidates]
        known = frozenset(match.line.id for match in own if match is not None)
        extra = {row.place for row in self.sheet.candidates} & self.extra
        unknown = frozenset(row for _, row in extra)
        made = Lines(known=known, asides=asides, unknown=unknown)
        given = list(self.sheet.given.values())
        made.taxes = taxes_in_amounts(cells, header, given, self.rates)
        figures = {words: row for row, words in self.parted.joined.items()}
        pairs: list[tuple[Given, Match | None]] = []
        for candidate in self.sheet.candidates:
            match = self.matches.by_row.get(candidate.place)
            if match is None and candidate.place not in self.extra:
                continue
            line: dict[str, Any]
            below = figures.get(candidate.place, candidate.place)[1]
            if match is not None:
                line = {"id": match.line.id}
                tell_match(cells, header, candidate, match)
            else:
                line = {"id": next(self.ids), "extra": True, "description": candidate.description}
                if candidate.unit:
                    line["unit"] = candidate.unit
            one = self.sheet.given[below]
            tell_signs(cells, header, one, match, made.taxes)
            _put(cells, header, made, line, one, match)
            made.cells[len(made.lines) - 1, "id"] = cells.at(
                candidate.place[1], header.column("description")
            )
            pairs.append((one, match))
        tell_swapped(cells, header, pairs)
        tell_price_alone(cells, header, pairs)
        return made


def _extra_ids(taken: set[str]) -> Iterator[str]:
    """Ids for lines that the document does not have, none of which it has."""
    number = 0
    while True:
        number += 1
        if (name := f"tambahan-{number}") not in taken:
            yield name


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
