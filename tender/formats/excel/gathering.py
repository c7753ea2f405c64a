"""Faults of one paste, told together: what is wrong with a whole column is one thing to mend."""

from collections.abc import Iterable, Iterator

from tender.faults import Fault, Places, Spot
from tender.formats.excel.addresses import listed
from tender.formats.excel.tables import PRICES
from tender.formats.excel.tables_bids import HPS

__all__ = ["gathered"]

_CODE = "XLS110"
# So many of one kind in a column are told each for itself.
_MOST = 3


def gathered(faults: Iterable[Fault], places: Places) -> Iterator[Fault]:
    """The faults of a workbook, the same of many cells of a column of lines as two.

    The first stands as it is; the second names the other cells.
    """
    columns: dict[tuple[str, ...], list[tuple[Spot, Fault]]] = {}
    for fault in faults:
        spot = fault.spot or places.spot(fault)
        column = _column(fault.code, spot)
        if column:
            columns.setdefault(column, []).append((spot, fault))
        else:
            yield fault
    for found in columns.values():
        found.sort(key=lambda pair: pair[0].order)
        cells = {spot.cell: spot for spot, _ in found}
        first, *others = cells.values()
        alone = len(cells) <= _MOST
        yield from (fault for spot, fault in found if alone or spot.cell == first.cell)
        if not alone:
            code = found[0][1].code
            names = [spot.cell.rpartition("!")[2] for spot in others]
            params = {"code": code, "count": f"{len(others)}", "cells": listed(names)}
            yield Fault(_CODE, (), params, spot=others[0])


def _column(code: str, spot: Spot) -> tuple[str, ...]:
    """Code, sheet and column of a fault on a sheet of lines; nothing for any other."""
    sheet, _, cell = spot.cell.rpartition("!")
    if spot.file or not (sheet == HPS.name or sheet.startswith(f"{PRICES.name} ")):
        return ()
    return code, sheet, cell.rstrip("0123456789")
