"""Codes that Excel keeps as numbers: of 1.1 and 1.10 it makes the same one."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from tender_desk.ooxml.addresses import cell_name, listed
from tender_desk.workbook.kinds import TEXT, CellError
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_engine.faults import Fault, Noted

__all__ = ["tell_numeric_codes"]

_PARTED = re.compile(r"([0-9]+)\.([0-9]+)")
_DECIMALS = re.compile(r"0\.(0+)")


def tell_numeric_codes(
    cells: Cells,
    table: Table,
    known: Mapping[tuple[str, str], Collection[str]],
    faults: Noted,
) -> bool:
    """Note once a column of codes in which numbers stand that may have been other codes.

    A number is in doubt where its code stands there already, where the codes about it count past
    nine, where the cell shows more digits, or where the sheet that it refers to has both.

    Args:
        cells: the sheet.
        table: what stands on it.
        known: the codes of other sheets, by sheet and column, to which columns refer.
        faults: where the fault is noted, at the first such cell.

    Returns:
        Whether there is such a column.
    """
    doubted = False
    columns = {title_key(column.title): column for column in (*table.parents, *table.columns)}
    head, found = heads(cells, columns)
    at = {number: columns.get(title_key(title)) for number, title in found.items()}
    above = {number for number, column in at.items() if column in table.parents}
    for number, column in at.items() if head else ():
        if column is None or not _names(column, table):
            continue
        others = known.get(column.source, ()) if column.source else ()
        unique = column.key == ("id",) and column not in table.parents
        told = [*_doubted(cells, head, number, above, others, unique=unique)]
        if told:
            names = [cell_name(cell.row, cell.column) for cell in told]
            code = str(TEXT.read(told[0]))
            params = {
                "title": column.title,
                "found": code,
                "longer": f"{code}0",
                "cells": listed(names),
            }
            spot = Grid(cells.title, cells.number).spot(told[0].row, number)
            faults.append(Fault("XLS109", (), params, spot=spot))
            doubted = True
    return doubted


def _names(column: Column, table: Table) -> bool:
    naming = column.source is not None and column.kind.of is str
    return column.key == ("id",) or (naming and column not in table.parents)


def _doubted(
    cells: Cells, head: int, number: int, above: set[int], others: Collection[str], *, unique: bool
) -> Iterator[Any]:
    """The cells of a column whose number may have been another code."""
    rows = [
        (tuple(str(c.value) for c in filled if c.column in above), cell)
        for row, filled in cells.rows()
        if row > head
        for cell in filled
        if cell.column == number
    ]
    texts = [_text(cell) for _, cell in rows]
    typed = {_text(cell) for _, cell in rows if isinstance(cell.value, str)}
    alike: dict[Decimal | None, set[str]] = {}
    for code in others:
        if code not in typed:
            alike.setdefault(_worth(code), set()).add(code)
    seen: set[tuple[Any, ...]] = set()
    for index, (group, cell) in enumerate(rows):
        text = texts[index]
        again = unique and (*group, text) in seen
        seen.add((*group, text))
        if isinstance(cell.value, float) and _PARTED.fullmatch(text):
            before = texts[index - 1] if index else ""
            after = texts[index + 1] if index + 1 < len(texts) else ""
            if (
                again
                or _counts_on(before, text, after)
                or _shows_more(cell.number_format, text)
                or alike.get(Decimal(text), set()) - {text}
            ):
                yield cell


def _text(cell: Any) -> str:
    if cell.data_type == "f":
        return ""
    try:
        return str(TEXT.read(cell) or "")
    except CellError:
        return ""


def _counts_on(before: str, text: str, after: str) -> bool:
    """Whether a code stands between those of 1.10: `1.9` before it, or `1.11` after it.

    >>> _counts_on("1.9", "1.1", "1.11"), _counts_on("", "1.1", "1.2")
    (True, False)
    """
    parted = _PARTED.fullmatch(text)
    if parted is None:
        return False
    whole, tens = parted[1], int(parted[2]) * 10
    return before == f"{whole}.{tens - 1}" or after == f"{whole}.{tens + 1}"


def _shows_more(form: str, text: str) -> bool:
    """Whether a cell shows more decimals than its number needs: `1.10`."""
    shown = _DECIMALS.search(form or "")
    return shown is not None and len(shown[1]) > len(text.partition(".")[2])


def _worth(code: str) -> Decimal | None:
    try:
        return Decimal(code) if _PARTED.fullmatch(code) else None
    except InvalidOperation:
        return None
