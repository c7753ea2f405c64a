"""The rows that are lines, as the lines of a price: ids, volumes, prices and amounts net of PPN."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import Factory, define, frozen

from tender.formats.excel.addresses import column_letter
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header
from tender.formats.schedules.matching import Candidate, Match, Matches, match_rows, same_unit
from tender.formats.schedules.rows import Rows
from tender.formats.source import NumberText
from tender.model import HpsLine
from tender.numbers import exact, plain, round_half_up, terminating, with_vat

__all__ = ["Lines", "read_lines"]

_LONGEST_DESCRIPTION, _LONGEST_UNIT = 1_000, 40
_SHOWN = 80
_MOST_NAMED = 12
_DECIMALS = 6
_THOUSAND = 1_000


@frozen
class _Given:
    """What a row says, as numbers."""

    row: int
    quantity: Decimal | None
    person_months: Decimal | None
    unit_price: Decimal | None
    vat_percent: Decimal | None
    tkdn_percent: Decimal | None
    amount: Decimal | None

    def product(self, times: Decimal | None) -> Decimal | None:
        """Volume times unit price; `None` where one is not given."""
        if self.quantity is None or self.unit_price is None:
            return None
        with exact():
            return self.quantity * self.unit_price * (Decimal(1) if times is None else times)


@define
class Lines:
    """The lines as the format has them, where each value stands, and how many are the document's.

    `with_vat` tells that the column of amounts includes PPN.
    """

    lines: list[dict[str, Any]] = Factory(list)
    cells: dict[tuple[int, str], str] = Factory(dict)
    known: frozenset[str] = frozenset()
    with_vat: bool = False


def read_lines(cells: Cells, header: Header, rows: Rows, wanted: Sequence[HpsLine]) -> Lines:
    """Read the lines among the `rows`; every doubt is a fault of `cells`."""
    given = {row: _given(cells, header, row) for row in rows.lines}
    candidates = [
        _candidate(cells, header, given[row], rows.sections.get(row, 0)) for row in rows.lines
    ]
    matches = match_rows(candidates, wanted)
    extra = _tell_matches(cells, header, matches)
    made = Lines(known=frozenset(match.line.id for match in matches.by_row.values()))
    made.with_vat = _amounts_with_vat(cells, header, given.values())
    ids = _extra_ids({line.id for line in wanted})
    for candidate in candidates:
        match = matches.by_row.get(candidate.row)
        if match is None and candidate.row not in extra:
            continue
        one = given[candidate.row]
        line: dict[str, Any]
        if match is not None:
            line = {"id": match.line.id}
            _tell_match(cells, header, candidate, match)
        else:
            line = {"id": next(ids), "extra": True, "description": candidate.description}
            if candidate.unit:
                line["unit"] = candidate.unit
        _check_volume(cells, header, one, match, with_vat=made.with_vat)
        _put(cells, header, made, line, one, match)
    return made


def _candidate(cells: Cells, header: Header, given: _Given, section: int) -> Candidate:
    column, row = header.column, given.row
    code = cells.text(row, column("id")) if column("id") else ""
    unit = cells.checked_text(row, column("unit"), _LONGEST_UNIT) if column("unit") else ""
    description = cells.checked_text(row, column("description"), _LONGEST_DESCRIPTION)
    return Candidate(row, code, description, unit, given.quantity, section)


def _given(cells: Cells, header: Header, row: int) -> _Given:
    column = header.column
    return _Given(
        row,
        cells.number(row, column("quantity")),
        cells.number(row, column("person_months")),
        cells.number(row, column("unit_price"), money=True),
        cells.number(row, column("vat_percent"), percent=True),
        cells.number(row, column("tkdn_percent"), percent=True),
        cells.number(row, column("amount") or column("amount_with_vat"), money=True),
    )


def _tell_matches(cells: Cells, header: Header, matches: Matches) -> set[int]:
    """Tell what was not matched; gives the rows that are lines the document does not have."""
    column = header.column("description")
    names = _named(matches.open_lines)
    if alike := sum(match.how == "by_description" for match in matches.by_row.values()):
        cells.note("by_description", header.last, column, count=f"{alike}")
    for row, (line, first) in matches.twice.items():
        cells.fault("XLS069", row, column, line=line.id, at=cells.at(first, column))
    for row, (line, other) in matches.against.items():
        found = cells.text(row, column)[:_SHOWN]
        cells.fault("XLS070", row, column, line=line.id, other=other.id, found=found)
    if matches.open_rows and (matches.open_lines or matches.against):
        for row, candidate in matches.open_rows.items():
            found = candidate.description[:_SHOWN]
            cells.fault("XLS068", row, column, found=found, lines=names)
        return set()
    for row, candidate in matches.open_rows.items():
        cells.note("extra", row, column, found=candidate.description[:_SHOWN])
    if matches.open_lines and matches.by_row:
        cells.note("left_out", header.first, column, lines=names)
    return set(matches.open_rows)


def _named(lines: Iterable[str]) -> str:
    names = list(lines)
    more = ", ..." if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _tell_match(cells: Cells, header: Header, row: Candidate, match: Match) -> None:
    """Note how the line was known, unless its code or its words say it, and what else differs."""
    column, line = header.column("description"), match.line
    if match.how not in ("", "by_description"):
        found = row.description[:_SHOWN]
        cells.note(match.how, row.row, column, line=line.id, found=found)
    if row.unit and not same_unit(row.unit, line.unit):
        unit = header.column("unit")
        cells.note("other_unit", row.row, unit, line=line.id, found=row.unit, wanted=line.unit)


def _extra_ids(taken: set[str]) -> Iterator[str]:
    """Ids for lines that the document does not have, none of which it has."""
    number = 0
    while True:
        number += 1
        if (name := f"tambahan-{number}") not in taken:
            yield name


def _amounts_with_vat(cells: Cells, header: Header, given: Iterable[_Given]) -> bool:
    """Whether amounts include PPN: what the header says, or else what most of the lines are.

    Where volume times price fits neither way, or both, an amount with a column of PPN is in doubt.
    """
    if not header.column("amount"):
        return bool(header.column("amount_with_vat"))
    said_net = header.column("amount") in header.net or bool(header.column("amount_with_vat"))
    if said_net or not header.column("vat_percent"):
        return False
    net = gross = 0
    taxed = False
    for line in given:
        product = line.product(line.person_months)
        if product is None or line.amount is None or not line.vat_percent:
            continue
        taxed = True
        net += _is(line.amount, product)
        gross += _is(line.amount, _taxed(product, line.vat_percent))
    if taxed and (not net) == (not gross):
        letter = column_letter(header.column("amount"))
        cells.fault("XLS072", header.last, header.column("amount"), column=letter)
    return gross > 0


def _check_volume(
    cells: Cells, header: Header, one: _Given, match: Match | None, *, with_vat: bool
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
        taxed = with_vat and one.vat_percent is not None
        wanted = _taxed(product, one.vat_percent or Decimal(0)) if taxed else product
        doubted = abs(Fraction(amount) - Fraction(wanted)) > 1
    else:
        doubted = match is not None and match.line.quantity == one.quantity * _THOUSAND
    if doubted:
        cells.fault("XLS082", one.row, column)


def _put(
    cells: Cells,
    header: Header,
    made: Lines,
    line: dict[str, Any],
    one: _Given,
    match: Match | None,
) -> None:
    """Put a line with its values and their cells into what is made."""
    index = len(made.lines)
    amount_column = header.column("amount") or header.column("amount_with_vat")
    values: dict[str, tuple[Decimal | None, int]] = {
        "quantity": (one.quantity, header.column("quantity")),
        "unit_price": (one.unit_price, header.column("unit_price")),
        "amount": (_net(cells, made, one, amount_column), amount_column),
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
    made.cells[index, "id"] = cells.at(one.row, header.column("description"))
    made.lines.append(line)


def _takes_months(cells: Cells, one: _Given, match: Match | None, column: int) -> bool:
    """Whether the second volume is one that the document knows; a plain 1 changes nothing."""
    if match is None or match.line.person_months is not None:
        return True
    if one.person_months != 1:
        cells.fault("XLS073", one.row, column, line=match.line.id)
    return False


def _net(cells: Cells, made: Lines, one: _Given, column: int) -> Decimal | None:
    """The amount of a line net of PPN, exactly."""
    if one.amount is None or not made.with_vat:
        return one.amount
    if one.vat_percent is None:
        cells.fault("XLS075", one.row, column)
        return None
    net = terminating(Fraction(one.amount) * 100 / (100 + Fraction(one.vat_percent)))
    if net is not None and len(plain(net).partition(".")[2]) <= _DECIMALS:
        return net
    product = one.product(one.person_months)
    if product is not None and _is(one.amount, _taxed(product, one.vat_percent)):
        cells.note("rounded_with_vat", one.row, column, plain(one.amount))
    else:
        cells.fault("XLS075", one.row, column)
    return None


def _taxed(net: Decimal, vat_percent: Decimal) -> Decimal:
    with exact():
        return with_vat(net, vat_percent)


def _is(amount: Decimal, product: Decimal) -> bool:
    """Whether an amount is a product, or what the product rounds to in rupiah or in sen."""
    return amount in (product, round_half_up(product), round_half_up(product, 2))
