"""The total at the foot of a schedule: a row that is plainly that, or none.

That it is not the sum of the lines may be a slip of the bidder, for which correction exists: the
lines are read all the same. But no total is taken out of several that contradict the lines, nor
one that figures make which were not read, nor one that may itself decide the price.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.foot import Foot, Sorted, is_rounded
from tender_desk.schedules.headers import Header
from tender_desk.schedules.row_kinds import FooterRow, Rows
from tender_desk.schedules.schedule_reading import Offer
from tender_desk.schedules.unread import titled_at, unread_columns
from tender_engine.formats.source import NumberText
from tender_engine.numbers import plain

__all__ = ["total_at_the_foot"]

# By how much lines in thousands or millions are less than their total in rupiah, or more.
_POWERS = (Fraction(1000), Fraction(10**6), Fraction(1, 1000), Fraction(1, 10**6))


def total_at_the_foot(
    cells: Cells, header: Header, rows: Rows, foot: Foot, offer: Offer
) -> tuple[NumberText | None, str]:
    """The total with PPN at the foot and its cell, if a row there is clearly that.

    Its words say so, or a row of PPN stands before it, or the amounts of the lines include it. Of
    those that are the sum of the lines with PPN the last one counts, be it the rounded one; where
    none is, the one row that claims to be it. What claims to be a sum and is none is noted, or a
    fault, unless something else is wrong already.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        foot: the rows at its foot, beside what the lines make.
        offer: what is known of the bid beside its schedule.
    """
    found = foot.sort()
    for row in found.others:
        cells.note("not_a_total", row.row, foot.at(row.row))
    told: Sequence[FooterRow] = found.totals
    if foot.priced and not cells.faults:
        for part in foot.wrong_parts():
            cells.note("total_differs", part, foot.column)
        for code, row, params in _faults(cells, header, rows, foot, found, offer):
            cells.fault(code, row.row, foot.at(row.row), **params)
        if not cells.faults:
            for row in sorted((*found.claims, *found.sums), key=lambda row: row.row):
                cells.note("total_differs", row.row, foot.at(row.row))
            told = told or _stated(foot, found.claims)
    return _total(cells, header, foot, told)


def _total(
    cells: Cells, header: Header, foot: Foot, rows: Sequence[FooterRow]
) -> tuple[NumberText | None, str]:
    """The last of the rows that are the total."""
    column = foot.column
    if not rows:
        place = max((row.row for row in foot.figures), default=header.last)
        cells.note("total_before_vat" if foot.figures else "no_total", place, column or 1)
        return None, ""
    numbers = {row.row: cells.number(row.row, foot.at(row.row), money=True) for row in rows}
    last = rows[-1].row
    column = foot.at(last)
    number = numbers[last]
    if number is None:
        return None, ""
    cells.note("total_with_vat", last, column, plain(number))
    others = {other for other in numbers.values() if other is not None} - {number}
    if others:
        told = ", ".join(sorted(map(plain, others)))
        cells.note("total_rounded", last, column, f"{told} → {plain(number)}")
    return NumberText(plain(number)), cells.at(last, column)


def _faults(
    cells: Cells, header: Header, rows: Rows, foot: Foot, found: Sorted, offer: Offer
) -> Iterator[tuple[str, FooterRow, dict[str, str]]]:
    """What makes the reading doubtful of the rows that agree with no sum of the lines."""
    if offer.schedule_total is None:
        for row in foot.unclear:
            yield "XLS150", row, {}
    strays = [*found.claims, *found.sums]
    multiples = [row for row in strays if any(map(partial(foot.agrees_times, row), _POWERS))]
    for row in multiples:
        yield "XLS164", row, {}
    misread = [(row, made) for row in strays if (made := _made(cells, header, rows, foot, row))]
    for row, columns in misread:
        yield "XLS131", row, {"found": titled_at(cells, header, columns)}
    if misread or multiples or offer.schedule_total is not None:
        # Which total the schedule states was said by people.
        return
    if found.claims:
        stated = [] if found.totals else _stated(foot, found.claims)
        code = "XLS132" if stated and offer.total_binds else "" if stated else "XLS130"
        for row in found.claims if code else ():
            yield code, row, {}
    elif not found.totals:
        code = "XLS130" if not _go_on(foot, found.sums) else "XLS132" if offer.total_binds else ""
        for row in found.sums if code else ():
            yield code, row, {}


def _stated(foot: Foot, claims: Sequence[FooterRow]) -> Sequence[FooterRow]:
    """The one total that some rows claim, and what it is when rounded; nothing where they differ.

    It is the last sum of the table, and more than a rounded figure.
    """
    if not claims or claims[0].kind != "total":
        return []
    first = foot.figures[claims[0]]
    later = [row for row in foot.figures if row.row > claims[0].row and row.plain]
    last = all(row in claims or row.kind == "dibulatkan" for row in later)
    one = all(is_rounded(foot.figures[row], first, row) for row in claims)
    return claims if last and one else []


def _go_on(foot: Foot, sums: Sequence[FooterRow]) -> bool:
    """Whether of some sums before PPN the last is what those before it make."""
    figures = [foot.figures[row] for row in sums]
    before = [f for row, f in foot.figures.items() if sums and row.row < sums[-1].row]
    return len(set(figures)) < 2 or figures[-1] == sum(before, Fraction(0))


def _made(cells: Cells, header: Header, rows: Rows, foot: Foot, row: FooterRow) -> list[int]:
    """The columns that were not read and would make the figure of a row: amounts or a factor."""
    factors = [header.column(role) for role in ("quantity", "person_months", "unit_price")]
    known = [column for column in factors if column]

    def summed(*columns: int) -> Fraction:
        total = Fraction(0)
        for line in rows.lines:
            product = Fraction(1)
            for column in columns:
                product *= cells.quiet(line, column) or 0
            total += product
        return total

    return [
        column
        for column in unread_columns(cells, header, rows)
        if foot.agrees(row, summed(column))
        or any(foot.agrees(row, summed(column, *(c for c in known if c != one))) for one in known)
    ]
