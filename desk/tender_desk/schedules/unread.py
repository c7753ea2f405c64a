"""Figures that nobody read, while the reading misses some: they may be what it misses."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.ooxml.addresses import listed
from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.row_kinds import Rows
from tender_desk.schedules.titles import is_part, is_remark, read_title, speaks_of_another_time
from tender_engine.model import HpsLine

__all__ = ["tell_unread", "titled_at", "unread_columns"]

# So many lines tell which columns multiply.
_LOOKED_AT = 200


def tell_unread(
    cells: Cells,
    header: Header,
    rows: Rows,
    lines: Sequence[Mapping[str, Any]],
    wanted: Sequence[HpsLine],
) -> None:
    """Tell, as faults of `cells`, of columns and rows of figures that stand unread.

    That is so where a price, a volume or the column of amounts is missing, where the owner's
    columns were taken for want of others, where volume times price is not the amount on most
    lines, and where two of them are to each other what a unit price is to its amount.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        lines: the lines that were read of it.
        wanted: the lines of the HPS.
    """
    if cells.faults or not lines:
        return
    priced = any(line.get("unit_price") is not None for line in lines)
    missing = _is_missing(header, lines, wanted)
    unread = unread_columns(cells, header, rows)
    beside = [
        header.column(f"{role}_with_vat")
        for role in ("unit_price", "amount")
        if header.column(role) and header.column(f"{role}_with_vat")
    ]
    open_to_doubt = [column for column in unread if not (priced and _is_owners(header, column))]
    of_the_bid = [column for column in unread if not _is_owners(header, column)]
    if missing and open_to_doubt:
        _tell(cells, header, "XLS126", open_to_doubt)
    elif header.owner and of_the_bid:
        _tell(cells, header, "XLS127", of_the_bid)
    elif (of_the_bid or beside) and _mostly_otherwise(lines):
        _tell(cells, header, "XLS128", of_the_bid or beside)
    elif amounts := [] if header.column("amount") else _may_be_amounts(header, open_to_doubt):
        _tell(cells, header, "XLS126", amounts)
    elif pair := _price_and_amount(cells, header, rows, of_the_bid):
        _tell(cells, header, "XLS135", pair)
    for row, column in _rows(cells, header, rows) if missing else ():
        cells.fault("XLS129", row, column)


def _is_missing(
    header: Header, lines: Sequence[Mapping[str, Any]], wanted: Sequence[HpsLine]
) -> bool:
    """Whether a line lacks its price, a volume, or the second volume that the document has."""
    twofold = {line.id for line in wanted if line.person_months is not None}
    return not header.column("quantity") or any(
        line.get("unit_price") is None or (line["id"] in twofold and "person_months" not in line)
        for line in lines
    )


def _may_be_amounts(header: Header, columns: Sequence[int]) -> list[int]:
    """Columns that are not headed as what a unit price is made of, where none is of amounts."""
    with_vat = header.column("amount_with_vat")
    return [c for c in columns if not with_vat and not is_part(header.titles.get(c, ""))]


def _tell(cells: Cells, header: Header, code: str, columns: Sequence[int]) -> None:
    cells.fault(code, header.last, columns[0], found=titled_at(cells, header, columns))


def titled_at(cells: Cells, header: Header, columns: Sequence[int]) -> str:
    """The cells of the titles of some columns."""
    return listed([cells.at(header.last, column).rpartition("!")[2] for column in columns])


def unread_columns(cells: Cells, header: Header, rows: Rows) -> list[int]:
    """The columns in which lines have figures that are none of theirs, whatever their title is."""
    lines, filled = set(rows.lines), cells.sheet.cells
    columns = {column for row, column in filled if row in lines} - header.roles.keys()
    return [
        column
        for column in sorted(columns)
        if not is_remark(header.titles.get(column, ""))
        and any(cells.figure(row, column) for row in rows.lines)
    ]


def _is_owners(header: Header, column: int) -> bool:
    return read_title(header.titles.get(column, "")).owner


def _mostly_otherwise(lines: Sequence[Mapping[str, Any]]) -> bool:
    """Whether volume times price is not the amount on more than half of the lines that have all."""
    whole = [line for line in lines if all(key in line for key in ("quantity", "amount"))]
    whole = [line for line in whole if line["unit_price"] is not None]
    wrong = sum(
        not makes(Fraction(net_of(line) or Decimal(0)), Fraction(line["amount"])) for line in whole
    )
    return 2 * wrong > len(whole)


def _price_and_amount(
    cells: Cells, header: Header, rows: Rows, columns: Sequence[int]
) -> list[int]:
    """Two columns of which the one is on most lines the volume times the other, if there are such.

    What is headed as a part of a price, or as one of another time, is neither. Volumes of 1 prove
    nothing where there are others.
    """
    titles = {column: header.titles.get(column, "") for column in columns}
    open_ones = [c for c, t in titles.items() if not is_part(t) and not speaks_of_another_time(t)]
    factors = [c for role in ("quantity", "person_months") if (c := header.column(role))]
    volumes = {row: _product(cells, row, factors) for row in rows.lines if factors}
    lines = [row for row, volume in volumes.items() if volume not in (0, 1)]
    lines = (lines or [row for row, volume in volumes.items() if volume])[:_LOOKED_AT]
    given, told = Counter[int](), Counter[tuple[int, int]]()
    for row in lines if len(open_ones) > 1 else ():
        figures = {c: figure for c in open_ones if (figure := cells.quiet(row, c))}
        given.update(figures.keys())
        told.update(_multiplied(figures, volumes[row]))
    return next((sorted(pair) for pair in sorted(told) if 2 * told[pair] > given[pair[0]]), [])


def _multiplied(figures: Mapping[int, Fraction], volume: Fraction) -> Iterator[tuple[int, int]]:
    """The pairs of columns of which the second holds the volume times the first."""
    near: dict[int, list[int]] = {}
    for column, figure in figures.items():
        near.setdefault(round(figure), []).append(column)
    for price, figure in figures.items():
        whole = round(figure * volume)
        for amount in (c for at in (whole - 1, whole, whole + 1) for c in near.get(at, ())):
            if amount != price and makes(figure * volume, figures[amount]):
                yield price, amount


def _product(cells: Cells, row: int, columns: Sequence[int]) -> Fraction:
    """What the figures of a row make; an empty second volume changes nothing."""
    first, *more = (cells.quiet(row, column) for column in columns)
    product = first or Fraction(0)
    for factor in more:
        product *= factor or 1
    return product


def _rows(cells: Cells, header: Header, rows: Rows) -> list[tuple[int, int]]:
    """Rows between the lines that were taken for titles, and hold figures behind their words."""
    first = header.column("description")
    told = []
    for row in sorted(row for row, kind in rows.others.items() if kind == "judul_bagian"):
        columns = sorted(c for c in cells.sheet.rows().get(row, {}) if c > first)
        figures = [column for column in columns if cells.figure(row, column)]
        if figures:
            told.append((row, figures[0]))
    return told
