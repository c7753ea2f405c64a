"""What is wrong on a sheet, told as the one paste that it seems to be.

Where no move of one block is known that mends a sheet, what a block was laid over, or left behind,
still is one thing to do over: told are its cells, and the first of them in full words. Few slips
of the hand never are a paste (`paste_evidence`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import TypeAlias

from tender_desk.ooxml.addresses import cell_name, cells_of, in_ranges
from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.told.left_behind import pastes_on
from tender_desk.workbook.told.paste_evidence import in_order
from tender_desk.workbook.told.wrong_sheet import EMPTY, Found, cell_of, sheet_of, wrong_sheets
from tender_engine.faults import Fault, Spot

__all__ = ["PASTE", "Say", "pasted", "with_pastes"]

# The message and the hint of a fault, in words.
Say: TypeAlias = Callable[[Fault], tuple[str, str]]

PASTE = "XLS238"
# Where what has no cell is told: the number of a sheet, and its first cell.
_FIRST = (0, 1, 1)
# So many other reasons are told with the first.
_TOLD = 8
# Told of the codes of entries, and the title of their column.
_CODES, _OWN = frozenset({"PKT018", "PKT030"}), "Kode"


def pasted(sheet: int, cells: Set[Place]) -> Fault:
    """That these cells of a sheet are known to be wrong by one paste, to be told `with_pastes`."""
    names = " ".join(cell_name(*place) for place in sorted(cells))
    return Fault(PASTE, (), {"cells": names}, spot=Spot(order=(sheet, *min(cells))))


def with_pastes(found: Sequence[Found], known: Iterable[Fault], say: Say) -> list[Found]:
    """What is wrong on sheets of tables, in order; what was pasted on one is one fault of it.

    So is, beside what is `known` to be pasted, what seems to be.
    """
    told: dict[int, Found | None] = {}
    for ones in pastes_on(wrong_sheets(found, known)):
        told |= dict.fromkeys(id(fault) for _, fault in ones)
        told[id(ones[0][1])] = ones[0][0], _fault(ones, say)
    kept = (told.get(id(one[1]), one) for one in found)
    return [one for one in kept if one is not None]


def _fault(ones: Sequence[Found], say: Say) -> Fault:
    """The paste, at its first cell, with what is told of that."""
    spot, first = ones[0]
    here = [one for one in ones if _is_on(spot, one)]
    cells = {one.order: cell_of(one) for one, _ in here if one.order}
    tops, lefts = ([order[at] for order in cells or [_FIRST]] for at in (1, 2))
    message, hint = say(first)
    own = [fault for _, fault in here if fault.code in _CODES or _lacks_code(fault)]
    nameless = own or len({*lefts}) > 1
    params = {
        "range": cells_of(min(tops), min(lefts), max(tops), max(lefts)),
        "count": f"{len(cells)}",
        "codes": ", ".join(dict.fromkeys(fault.code for _, fault in ones)),
        "first": message,
        "others": " ".join(_others(ones, say)),
        "do": hint,
        "cells": in_ranges(cells[order] for order in sorted(cells, key=lambda one: one[:0:-1])),
        "nameless": _OWN if nameless else "",
    }
    return Fault(PASTE, first.path, params, spot=spot)


def _others(ones: Sequence[Found], say: Say) -> Iterator[str]:
    """What else is told of its cells, each reason once, with the first cell of which it is."""
    on = ones[0][0]
    by_reason = {(_is_on(on, one), *_reason(*one)): one for one in reversed(ones)}
    others = [one for reason, one in by_reason.items() if reason != (True, *_reason(*ones[0]))]
    for spot, fault in in_order(others)[:_TOLD]:
        yield f"{cell_of(spot) if _is_on(on, (spot, fault)) else spot.cell}: {say(fault)[0]}"


def _is_on(spot: Spot, one: Found) -> bool:
    """Whether something is told of the sheet of a cell."""
    return sheet_of(one[0]) == sheet_of(spot)


def _reason(spot: Spot, fault: Fault) -> tuple[object, ...]:
    """What is wrong, by its code; each field that has no cell lacks another thing."""
    return fault.code, () if spot.order else (fault.path, fault.params.get("key"))


def _lacks_code(fault: Fault) -> bool:
    return fault.code == EMPTY and _OWN in fault.params["title"].split(", ")
