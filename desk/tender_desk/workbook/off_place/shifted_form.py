"""The values of a form that stand beside other fields than their own: one block, told once."""

from collections.abc import Iterator
from typing import Any

from tender_desk.ooxml.addresses import cell_name, column_letter, listed
from tender_desk.workbook.layouts.layout import Column, Field, Form
from tender_desk.workbook.off_place.astray import may_hold
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_engine.faults import Fault

__all__ = ["shifted_form"]

_CODE = "XLS178"
# So many fields are wrong where they stand, and no more than so large a part once they are moved.
_MANY, _PART = 3, 4
# How many rows or columns a block may be off: below its place, above it, or to the right.
_OFF = ((1, 0), (-1, 0), (2, 0), (-2, 0), (3, 0), (-3, 0), (0, 1), (0, 2), (0, 3))


def shifted_form(cells: Cells, form: Form, local: Local) -> Fault | None:
    """That what is wrong with the values of a form is right some rows or columns farther on.

    `cells` can be gone over any number of times.
    """
    head, found = heads(cells, {title_key(header): header for header in form.headers})
    at = {title_key(title): number for number, title in found.items()}
    name, value = (at.get(title_key(header)) for header in form.headers[:2])
    if name is None or value is None:
        return None
    filled = {
        (row, cell.column): cell for row, there in cells.rows() if row > head for cell in there
    }
    fields = {title_key(field.title): field for field in form.fields}
    labels = {place[0]: title_key(cell.value) for place, cell in filled.items() if place[1] == name}
    rows = {row: fields[label] for row, label in labels.items() if label in fields}
    clause = at.get(title_key(form.headers[2])) if "Klausul" in form.headers else None

    def wrong(down: int, right: int) -> Iterator[tuple[int, int]]:
        for row, field in rows.items():
            if not _holds(cells, field, filled.get((row + down, value + right)), local, right):
                yield row, value
            if clause and not right and not field.clause and (row, clause) in filled:
                yield row, clause

    odd = [*wrong(0, 0)]
    if len(odd) < _MANY or all(_PART * len([*wrong(*off)]) > len(odd) for off in _OFF):
        return None
    params = {
        "cells": listed([cell_name(*place) for place in odd]),
        "column": f"{column_letter(value)} {form.headers[1]}",
    }
    spot = Grid(cells.title, cells.number).spot(*odd[0])
    return Fault(_CODE, (), params, spot=spot)


def _holds(cells: Cells, field: Field, cell: Any, local: Local, right: int) -> bool:
    """Whether a field may hold what is in a cell, so far right; what is needed may not be empty."""
    if field.kind is None:
        return cell is None or right > 0  # its clause, which stays
    if cell is None:
        return not field.needed
    return may_hold(cells, Column(field.title, (), field.kind), cell, local)
