"""A column whose title nobody knows, known by what it is multiplied with.

Of volume, unit price and amount any two prove the third, if on every line of several just one
column is it.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.row_kinds import Rows
from tender_desk.schedules.titles import is_remark, of_money, read_title, speaks_of_another_time

__all__ = ["inferred", "makes"]

_FEWEST = 2


def inferred(cells: Cells, header: Header, rows: Rows) -> Header:
    """The header with the one role that figures prove, or the same header."""
    roles = ("quantity", "unit_price", "amount")
    missing = [role for role in roles if not header.column(role)]
    taxed = header.column("unit_price_with_vat") or header.column("amount_with_vat")
    if len(missing) != 1 or taxed or header.owner or header.doubled:
        return header
    (role,) = missing
    if header.rivals and not (role == "unit_price" and _is_alone(header)):
        return header
    months = header.column("person_months")
    if months and read_title(header.titles.get(months, "")).role != "person_months":
        # A second volume by its place alone may be the price, and what it is multiplied with not.
        return header
    known = {one: header.column(one) for one in roles if one != role}
    lines = [row for row in rows.lines if all(cells.quiet(row, c) for c in known.values())]
    if len(lines) < _FEWEST:
        return header
    found = [
        column
        for column in _unknown(cells, header, lines)
        if not (role == "quantity" and of_money(header.titles.get(column, "")))
        and all(_proves(cells, header, row, {**known, role: column}) for row in lines)
    ]
    if len(found) != 1 or (header.rivals and found != [*header.rivals]):
        return header
    return evolve(
        header,
        roles=dict(sorted({**header.roles, found[0]: role}.items())),
        titles=dict(sorted({found[0]: "", **header.titles}.items())),
        inferred=found[0],
    )


def _is_alone(header: Header) -> bool:
    """Whether one column alone may be the unit price, and is of no other time."""
    titles = [header.titles.get(column, "") for column in header.rivals]
    return len(titles) == 1 and not speaks_of_another_time(titles[0])


def _unknown(cells: Cells, header: Header, lines: Sequence[int]) -> list[int]:
    """The columns of figures that have no role and whose title does not say what they are."""
    columns = {column for _, column in cells.sheet.cells} - header.roles.keys()
    return [
        column
        for column in sorted(columns)
        if all(cells.figure(row, column) for row in lines)
        and not is_remark(header.titles.get(column, ""))
        and not read_title(header.titles.get(column, "")).owner
    ]


def _proves(cells: Cells, header: Header, row: int, at: Mapping[str, int]) -> bool:
    """Whether a row's volume and price make its amount."""
    months = header.column("person_months")
    times = cells.quiet(row, months) if months else None
    quantity, price, amount = (
        cells.quiet(row, at[role]) or Fraction(0) for role in ("quantity", "unit_price", "amount")
    )
    return makes(quantity * price * (times or 1), amount)


def makes(product: Fraction, amount: Fraction) -> bool:
    """Whether an amount is a product, or what that is when rounded to rupiah or to sen.

    >>> makes(Fraction("12.345"), Fraction("12.35")), makes(Fraction("12.345"), Fraction("12.4"))
    (True, False)
    """
    rounded = (per for per in (1, 100) if (amount * per).denominator == 1)
    return product == amount or any(2 * per * abs(product - amount) <= 1 for per in rounded)
