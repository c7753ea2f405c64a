"""Faults of one paste, told together: what is wrong with a whole column is one thing to mend.

So is a code that many cells name and that is nowhere, and a row of which nearly nothing is there.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from attrs import evolve

from tender_desk.ooxml.addresses import in_ranges
from tender_desk.schedules.areas import merged_area
from tender_desk.workbook.echoes import NAMING
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.tables import PRICES, Layout
from tender_desk.workbook.tables_bids import HPS
from tender_engine.faults import Fault, Places, Spot

__all__ = ["gathered"]

Found: TypeAlias = tuple[Spot, Fault]

_CODE = "XLS110"
# So many of one kind are told each for itself.
_MOST = 3
_MISSING, _NO_PRICE, _MERGED = "XLS041", "XLS100", "XLS108"
# Of the law, each fault of a participant tells something else.
_OF_THE_FORMAT = ("PKT", "XLS")
_DIGITS = "0123456789"


def gathered(faults: Iterable[Fault], places: Places, layout: Layout) -> Iterator[Fault]:
    """The faults of a workbook; of the same in many cells the first, and one that names the others.

    What is told of cells that a merged range has swallowed is left out, as the range is told.
    """
    found = [(fault.spot or places.spot(fault), fault) for fault in faults]
    tables = {table.name for table in layout.tables}
    table = [one for one in _not_swallowed(found) if _is_of_a_table(one[0], tables)]
    yield from (fault for spot, fault in found if not _is_of_a_table(spot, tables))
    table.sort(key=lambda one: one[0].order)
    kept, named = _parted([*_by_rows(table)], _name)
    kept, columns = _parted(kept, _column)
    yield from (fault for _, fault in kept)
    yield from _by_sheets((*named, *columns))


def _not_swallowed(found: Sequence[Found]) -> Iterator[Found]:
    """Without the cells that are empty because they are merged into others."""
    areas = [
        (spot.order[0], area)
        for spot, fault in found
        if fault.code == _MERGED and (area := merged_area(fault.params["range"]))
    ]
    for spot, fault in found:
        if fault.code not in (_MISSING, _NO_PRICE) or not any(
            spot.order[0] == sheet
            and area.top <= spot.order[1] <= area.bottom
            and area.left <= spot.order[2] <= area.right
            for sheet, area in areas
            if spot.order
        ):
            yield spot, fault


def _is_of_a_table(spot: Spot, tables: Collection[str]) -> bool:
    sheet = spot.cell.rpartition("!")[0]
    among = sheet in tables or sheet.startswith(f"{PRICES.name} ") or is_matrix(sheet)
    return not spot.file and among


def _by_rows(found: Sequence[Found]) -> Iterator[Found]:
    """The faults in order; what misses in many cells of a row is told once, with their titles."""
    for _, in_row in groupby(found, key=lambda one: one[0].order[:2]):
        row = [*in_row]
        missing = [fault for _, fault in row if fault.code == _MISSING]
        titles = ", ".join(dict.fromkeys(fault.params["title"] for fault in missing))
        for spot, fault in row:
            if fault.code != _MISSING or len(missing) < _MOST:
                yield spot, fault
            elif fault is missing[0]:
                yield spot, evolve(fault, params={"title": titles})


def _parted(
    found: Sequence[Found], key_of: Callable[[Spot, Fault], tuple[str, ...]]
) -> tuple[list[Found], list[tuple[Fault, Fault]]]:
    """What stands for itself, and of the same in more than a few cells the first and the others."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        if key := key_of(*one):
            groups.setdefault(key, []).append(one)
    many: dict[tuple[str, ...], list[Spot]] = {}
    for key, ones in groups.items():
        cells = {spot.cell: spot for spot, _ in ones}
        if len(cells) > _MOST:
            many[key] = [*cells.values()]
    kept = [one for one in found if key_of(*one) not in many]
    return kept, [(groups[key][0][1], _others(groups[key], many[key])) for key in many]


def _others(found: Sequence[Found], spots: Sequence[Spot]) -> Fault:
    """That the same is so in other cells than the first."""
    first, *others = spots
    sheet = first.cell.rpartition("!")[0]
    names = [spot.cell.removeprefix(f"{sheet}!") for spot in others]
    params = {"code": found[0][1].code, "count": f"{len(others)}", "cells": in_ranges(names)}
    return Fault(_CODE, (), params, spot=others[0])


def _by_sheets(many: Iterable[tuple[Fault, Fault]]) -> Iterator[Fault]:
    """The first of each group, and the others of all groups of a sheet as one."""
    sheets: dict[str, list[Fault]] = {}
    for first, others in many:
        yield first
        sheet = others.spot.cell.rpartition("!")[0] if others.spot else ""
        sheets.setdefault(sheet, []).append(others)
    for told in sheets.values():
        params = {
            "code": ", ".join(dict.fromkeys(one.params["code"] for one in told)),
            "count": f"{sum(int(one.params['count']) for one in told)}",
            "cells": "; ".join(one.params["cells"] for one in told),
        }
        yield evolve(told[0], params=params)


def _name(_: Spot, fault: Fault) -> tuple[str, ...]:
    """What a fault names that is not there, with the sheet on which that would stand."""
    sheet = NAMING.get(fault.code, "")
    name = fault.params.get("found", "")
    return (sheet, name) if sheet and name and sheet != HPS.name else ()


def _column(spot: Spot, fault: Fault) -> tuple[str, ...]:
    """Code, sheet and column of a fault; nothing where each has to be told."""
    sheet, _, cell = spot.cell.rpartition("!")
    lines = sheet == HPS.name or sheet.startswith(f"{PRICES.name} ")
    if not lines and not fault.code.startswith(_OF_THE_FORMAT):
        return ()
    return fault.code, sheet, cell.rstrip(_DIGITS)
