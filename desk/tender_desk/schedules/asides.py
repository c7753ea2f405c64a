"""Rows that tell what is in a line of the document, and are no lines: nothing is paid for them."""

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from functools import partial
from itertools import takewhile

from tender_desk.schedules.candidates import Candidate, Matches, RowPlace
from tender_desk.schedules.parted import is_counted_within, is_uncounted
from tender_desk.schedules.sheet_rows import SheetRows

__all__ = ["set_aside"]


def set_aside(sheet: SheetRows, matches: Matches, in_doubt: Set[RowPlace]) -> frozenset[int]:
    """Find the rows that only say more about a line, and take them from the rows that seek one.

    Args:
        sheet: the sheet.
        matches: what became of its rows.
        in_doubt: the rows that may hold the price of a line without one.

    While a line of the document is not found, or one is in doubt, none of them is: a row without a
    price may be that line. Else those are that have neither an amount nor what would make one, and
    those right below a line that together come to its amount or to its unit price.
    """
    if matches.open_lines or matches.against or matches.twice:
        return frozenset()
    found = {row.place for row in sheet.candidates if row.place in matches.open_rows}
    found = {place for place in found if _pays_nothing(sheet, place[1])}
    found |= {row.place for row in _parts(sheet, matches)}
    found -= in_doubt
    for place in found:
        del matches.open_rows[place]
    return frozenset(row for _, row in found)


def _pays_nothing(sheet: SheetRows, row: int) -> bool:
    """Whether nothing is paid for a row; a list of bare prices has no column that could tell."""
    column, one = sheet.header.column, sheet.given[row]
    summed = column("amount") or column("amount_with_vat")
    amount = sheet.cells.empty(row, summed) if summed else True
    product = one.product(one.person_months)
    return bool(summed or column("quantity")) and amount and not product


def _parts(sheet: SheetRows, matches: Matches) -> Iterator[Candidate]:
    """The rows right below a line, counted within it, that come to what it has."""
    for at, row in enumerate(sheet.candidates):
        if row.place not in matches.by_row or row.unpriced:
            continue
        below = [*_open_below(sheet.candidates[at + 1 :], matches)]
        within = is_counted_within if len(below) == 1 or not row.counted else _may_be_within
        parts = [*takewhile(partial(within, row), below)]
        made = sum((_amount(sheet, one) for one in parts), Fraction(0))
        own = (_amount(sheet, row), Fraction(sheet.given[row.place[1]].unit_price or 0))
        if made and any(abs(made - each) <= 1 for each in own):
            yield from parts


def _may_be_within(row: Candidate, below: Candidate) -> bool:
    return is_counted_within(row, below) or is_uncounted(row, below)


def _open_below(rows: Sequence[Candidate], matches: Matches) -> Iterator[Candidate]:
    return takewhile(lambda row: row.place in matches.open_rows, rows)


def _amount(sheet: SheetRows, row: Candidate) -> Fraction:
    """What is paid for a row: its amount as it stands, or else its product."""
    one = sheet.given[row.place[1]]
    amount = one.product(one.person_months) if one.amount is None else one.amount
    return Fraction(amount or 0)
