"""A pasted block that does not stand as the sheet does: in other columns, or over others' codes.

Cell by cell such a block makes a fault of every line; as a block it is one thing to do over.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from tender_desk.ooxml.addresses import cell_name, column_letter, listed
from tender_desk.workbook.kinds.units import WHOLE
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.off_place.pasted_rows import PastedRow
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_engine.faults import Fault

__all__ = [
    "BESIDE",
    "COLUMNS",
    "CRITERIA_EXCHANGED",
    "DISPLACED",
    "HEADS",
    "OVER_HEADS",
    "QUESTIONS",
    "WORDS_OF_OTHERS",
    "columns_shown",
    "in_other_columns",
    "over_code",
    "slipped",
]

_OVER_CODES, COLUMNS, _ROWS, BESIDE = "XLS170", "XLS171", "XLS173", "XLS216"
# Heads of columns, and questions of a matrix, that were exchanged.
HEADS, QUESTIONS = "XLS229", "XLS230"
# A block over the heads of its columns.
OVER_HEADS = "XLS233"
# Questions of a matrix beside the words of others.
WORDS_OF_OTHERS = "XLS235"
# Codes or words of criteria beside others than on a matrix that was not touched.
CRITERIA_EXCHANGED = "XLS247"
# What tells that nothing of a sheet was read, so that nothing that misses for it is told.
DISPLACED = (
    *(_OVER_CODES, COLUMNS, _ROWS, BESIDE, HEADS, QUESTIONS, OVER_HEADS),
    *(WORDS_OF_OTHERS, CRITERIA_EXCHANGED),
)
# So many lines have to be so, beside being more than the others.
_LEAST = 2
# A line says at least so much; with less it is a title, or has only begun.
_CELLS = 3
_WORD = re.compile(r"[^\W\d_]{3}")
_TOLD = 7


def in_other_columns(cells: Cells, table: Table, rows: Sequence[PastedRow]) -> Fault | None:
    """That more lines than not have in a column what only another can hold; told once.

    Titles and sums, which hold little, say nothing of it.
    """
    odd = [(row, key) for row in rows if (key := _odd(row))]
    if len(odd) < _LEAST or len(odd) <= sum(map(_is_sound, rows)):
        return None
    column = odd[0][0].cells[odd[0][1]].column
    titles = {one.key[0]: one.title for one in table.columns}
    named = [cell_name(row.number, row.cells[key].column) for row, key in odd]
    params = {
        "title": titles[odd[0][1]],
        "cells": listed(named),
        "columns": columns_shown(cells, table),
    }
    spot = Grid(cells.title, cells.number).spot(odd[0][0].number, column)
    return Fault(COLUMNS, (), params, spot=spot)


def _is_sound(row: PastedRow) -> bool:
    """Whether a row has a volume or a price and nothing that is odd there."""
    return bool(row.figures & {"quantity", "unit_price"}) and not _odd(row)


def _odd(row: PastedRow) -> str:
    """The key under which stands what cannot be meant there; empty for none."""
    if not row.at or len(row.all_texts) < _CELLS:
        return ""
    for key in ("description", "unit"):
        if key in row.cells and _is_number(row.cells[key].value):
            return key
    volume = "quantity" in row.texts and "quantity" not in row.figures
    if volume and ("unit" not in row.texts or not _WORD.search(row.texts.get("description", ""))):
        return "quantity"
    rate = row.worth(row.cells["vat_percent"].column) if "vat_percent" in row.figures else None
    return "vat_percent" if rate is not None and Decimal(rate) > WHOLE else ""


def _is_number(value: object) -> bool:
    """Whether Excel holds a number; a text that looks so may be the words of a line."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def columns_shown(cells: Cells, table: Table) -> str:
    """The first columns as the sheet has them: `A Kode, B Jenis Barang/Jasa`."""
    known = {title_key(c.title): c.title for c in (*table.parents, *table.columns)}
    _, found = heads(cells, known)
    at = [(number, known.get(title_key(title))) for number, title in sorted(found.items())]
    shown = [f"{column_letter(number)} {title}" for number, title in at if title]
    return ", ".join(shown[:_TOLD])


def over_code(cells: Cells, row: PastedRow) -> Fault:
    """That a title or a sum stands on a row with the code of a line, so that lines are off theirs.

    `row` is the first of them.
    """
    cell = row.cells.get("description") or next(iter(row.cells.values()))
    params = {"code": row.texts["id"], "column": column_letter(row.cells["id"].column)}
    spot = Grid(cells.title, cells.number).spot(row.number, cell.column)
    return Fault(_OVER_CODES, (), params, spot=spot)


def slipped(cells: Cells, rows: Sequence[PastedRow]) -> Fault | None:
    """That lines stand beside the prepared codes of others, or with their own below these.

    Above, codes have nothing beside them; below, as many prices have no code, or each of those
    codes stands once more with its price.
    """
    priced = [row for row in rows if "unit_price" in row.figures]
    known = {row.texts["id"] for row in priced if "id" in row.texts}
    blank = [row for row in rows if _is_only_code(row)]
    bare = [row for row in priced if "id" not in row.texts and "extra" not in row.cells]
    last = max((row.number for row in rows if "id" in row.texts), default=0)
    below = [row for row in bare if row.number > last]
    twice = [row for row in priced if row.texts.get("id") in {b.texts["id"] for b in blank}]
    again = blank and {row.texts["id"] for row in blank} <= known
    if not blank or not (again or len(below) == len(blank)):
        return None
    others = twice if again else below
    params = {
        "blank": listed([cell_name(row.number, row.cells["id"].column) for row in blank]),
        "others": listed([cell_name(row.number, _price_at(row)) for row in others]),
        "row": f"{blank[0].number}",
    }
    column = blank[0].cells["id"].column
    spot = Grid(cells.title, cells.number).spot(blank[0].number, column)
    return Fault(_ROWS, (), params, spot=spot)


def _is_only_code(row: PastedRow) -> bool:
    """Whether a row has a code and, where a price belongs, nothing, or the head of its column."""
    if "id" not in row.texts or "unit_price" in row.figures:
        return False
    price = row.cells.get("unit_price")
    return price is None or bool(_WORD.search(str(price.value)))


def _price_at(row: PastedRow) -> int:
    return int(row.cells["unit_price"].column)
