"""Faults of one paste, told together: what is wrong with a whole column is one thing to mend.

So is a code that many cells name and that is nowhere, and a row of which nearly nothing is there.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import evolve

from tender_desk.ooxml.addresses import in_ranges
from tender_desk.schedules.areas import merged_area
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.off_place.displaced import BESIDE, HEADS, QUESTIONS, WORDS_OF_OTHERS
from tender_desk.workbook.told.after_pastes import without_echoes
from tender_desk.workbook.told.echoes import named_on
from tender_desk.workbook.told.pastes import PASTE, Say, with_pastes
from tender_desk.workbook.told.wrong_sheet import FORMS, Found
from tender_engine.faults import Fault, Places, Spot

__all__ = ["gathered"]

# Told of a block, or of what was exchanged.
_WHOLE = (BESIDE, HEADS, QUESTIONS)
_CODE, _ELSEWHERE, _NO_NAME = "XLS110", "XLS194", "XLS193"
# What has no column stands by its place, which names its participant.
_NO_PLACE, _PLACE = "XLS027", "participants"
# Told of a code, or a name, that is not where it should stand.
_NOWHERE = frozenset({"XLS026", "XLS193", "PKT041", "PKT050", "PKT051", "PKT052", "PKT071"})
# Between names that are told together.
_AND = "; "
# Of a list of names in one cell; and what of each tells another.
_LISTED, _OF_ONE = ("PKT050", "PKT051"), ("found", "known")
# So many of one kind are told each for itself; so many sheets are named that name what is lost.
_MOST, _SHEETS = 3, 5
# Told of cells by the titles of their columns: what misses, and what an event does not tell.
_BY_TITLES = ("XLS041", "XLS101")
_MISSING, _NO_PRICE, _GONE, _MERGED = "XLS041", "XLS100", "XLS204", "XLS108"
# Told of what a merged range has swallowed: cells, or the head above one.
_EMPTIED, _HEADLESS = (_MISSING, _NO_PRICE, _GONE), "XLS022"
# Told of a column that is not there.
_LOST = "XLS102"
# Told of the answers in cells of a matrix.
_OF_ANSWERS = ("PKT057", "PKT058", "XLS202")
# Of the law, each fault of a participant tells something else.
_OF_THE_FORMAT = ("PKT", "XLS")
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def gathered(faults: Iterable[Fault], places: Places, layout: Layout, say: Say) -> Iterator[Fault]:
    """The faults of a workbook; of the same in many cells the first, and one that names the others.

    What is told of cells that a merged range has swallowed is left out, as the range is told, and
    so is what is told of the rows of a block that stands off its place. What seems to be one paste
    is one fault, in which the first of its cells is told in the words that `say` gives.
    """
    faults = [*faults]
    known = [fault for fault in faults if fault.code == PASTE]
    others = [fault for fault in faults if fault.code != PASTE]
    found = [(fault.spot or places.spot(fault), fault) for fault in others]
    found = [*_strange_together([*_exchanged_once([*_beside_exchanged([*_beside_blocks(found)])])])]
    tables = {sheet.name for sheet in layout.sheets}
    table = [one for one in _not_swallowed(found) if _is_of_a_table(one[0], tables)]
    table.sort(key=lambda one: one[0].order)
    kept, renamed = _renamed([*_by_rows(table)])
    names = (name for fault in renamed for name in fault.params["found"].split(_AND))
    gone = tuple(f"{_PLACE}[{name}]" for name in names)
    for spot, fault in found:
        echo = fault.code == _NO_PLACE and fault.params["found"].startswith(gone)
        if not echo and not _is_of_a_table(spot, tables):
            yield fault
    kept += [(fault.spot or Spot(), fault) for fault in renamed]
    kept, columns = _parted([*without_echoes(with_pastes(kept, known, say))], _column)
    yield from (fault for _, fault in kept)
    yield from _by_sheets(columns)


def _beside_blocks(found: Sequence[Found]) -> Iterator[Found]:
    """Without what is told of the rows in which a block stands or belongs, or as gone with it."""
    rows = {
        (spot.order[0], row)
        for spot, fault in found
        if fault.code == BESIDE and (area := merged_area(fault.params["range"]))
        for top in (area.top, int(fault.params["cell"].lstrip(_LETTERS)))
        for row in range(top, top + area.bottom - area.top + 1)
    }
    sheets = {spot.order[0] for spot, fault in found if fault.code == BESIDE}
    for spot, fault in found:
        echo = spot.order[:2] in rows or (fault.code == _GONE and spot.order[0] in sheets)
        if fault.code in _WHOLE or spot.file or not echo:
            yield spot, fault


def _beside_exchanged(found: Sequence[Found]) -> Iterator[Found]:
    """Without what is told below heads, or beside questions, that were exchanged."""
    among = {
        (fault.code, spot.order[0], number)
        for spot, fault in found
        if fault.code in (HEADS, QUESTIONS)
        for cells in fault.params["cells"].split(", ")
        if (area := merged_area(cells if ":" in cells else f"{cells}:{cells}"))
        for number in (range(area.top, area.bottom + 1) if fault.code == QUESTIONS else [area.left])
    }
    for spot, fault in found:
        sheet, row, column = spot.order if spot.order else (-1, 0, 0)
        echo = {(QUESTIONS, sheet, row), (HEADS, sheet, column)} & among
        if fault.code in _WHOLE or spot.file or not echo:
            yield spot, fault


def _exchanged_once(found: Sequence[Found]) -> Iterator[Found]:
    """With codes of criteria that were exchanged told once, with the cells of each matrix."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        if one[1].code == WORDS_OF_OTHERS:
            groups.setdefault(one[1].params["codes"], []).append(one)
        else:
            yield one
    for ones in groups.values():
        spot, first = ones[0]
        cells = [
            f"{spot.cell.rpartition('!')[0]} {fault.params['cells']}"
            for spot, fault in ones[:_SHEETS]
        ]
        if len(ones) > 1:
            more = ["..."] if len(ones) > _SHEETS else []
            first = evolve(first, params={**first.params, "cells": "; ".join([*cells, *more])})
        yield spot, first


def _strange_together(found: Sequence[Found]) -> Iterator[Found]:
    """With the columns of a sheet of which none is like a known one told as one, at the first.

    So are those that are lost.
    """
    groups: dict[tuple[int, str], list[Found]] = {}
    for spot, fault in found:
        if fault.code == _LOST or (fault.code == _HEADLESS and not fault.params["known"]):
            groups.setdefault((spot.order[0], fault.code), []).append((spot, fault))
    together = {id(fault): ones for ones in groups.values() for _, fault in ones}
    for spot, fault in found:
        if id(fault) not in together:
            yield spot, fault
    for ones in groups.values():
        in_order = sorted(ones, key=lambda one: one[0].order[2])
        titles = ", ".join(dict.fromkeys(fault.params["title"] for _, fault in in_order))
        spot, first = min(ones, key=lambda one: one[0].order)
        yield spot, evolve(first, params={**first.params, "title": titles})


def _not_swallowed(found: Sequence[Found]) -> Iterator[Found]:
    """Without the cells that are empty, or without a head, because they are merged into others."""
    areas = [
        (spot.order[0], area)
        for spot, fault in found
        if fault.code == _MERGED and (area := merged_area(fault.params["range"]))
    ]
    for spot, fault in found:
        sheet, row, column = spot.order if spot.order else (-1, 0, 0)
        swallowed = any(
            sheet == of
            and area.left <= column <= area.right
            and (area.top <= row <= area.bottom if fault.code in _EMPTIED else area.bottom < row)
            for of, area in areas
        )
        if not (swallowed and fault.code in (*_EMPTIED, _HEADLESS)):
            yield spot, fault


def _is_of_a_table(spot: Spot, tables: Collection[str]) -> bool:
    sheet = spot.cell.rpartition("!")[0]
    among = sheet in tables or sheet.startswith(f"{PRICES.name} ") or is_matrix(sheet)
    return not spot.file and among


def _by_rows(found: Sequence[Found]) -> Iterator[Found]:
    """The faults in order; what misses in a row, or has no use there, is told once, by titles."""
    for _, in_row in groupby(found, key=lambda one: one[0].order[:2]):
        row = [*in_row]
        if any(fault.code == _MISSING for _, fault in row):
            # Of a row that lacks more the price is no other thing.
            row = [(s, evolve(f, code=_MISSING) if f.code == _NO_PRICE else f) for s, f in row]
        for spot, fault in row:
            alike = [one for _, one in row if one.code == fault.code]
            if fault.code not in _BY_TITLES:
                yield spot, fault
            elif fault is alike[0]:
                titles = dict.fromkeys(one.params["title"] for one in alike)
                yield spot, evolve(fault, params={**fault.params, "title": ", ".join(titles)})


def _renamed(found: Sequence[Found]) -> tuple[list[Found], list[Fault]]:
    """What stands for itself, and of a name that several cells have and that is nowhere one fault.

    It was changed or lost where it stands and not where it is named, so that no other is meant. Of
    more than a few lines on one sheet alone it is the block of lines that is another; of more than
    a few of one sheet that are named on others it is one block over their codes.
    """
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        sheet, name = named_on(one[1]), one[1].params.get("found", "")
        if sheet and name and one[1].code in _NOWHERE:
            groups.setdefault((sheet, name), []).append(one)
    many = {key: ones for key, ones in groups.items() if len({spot.cell for spot, _ in ones}) > 1}
    lines = [key for key, ones in many.items() if key[0] == HPS.name and _are_on_one(ones)]
    if len(lines) > _MOST:
        many = {key: ones for key, ones in many.items() if key not in lines}
    told = {id(fault) for ones in many.values() for _, fault in ones}
    kept = [one for one in found if id(one[1]) not in told]
    by_sheet: dict[str, dict[str, list[Found]]] = {}
    for (sheet, name), ones in many.items():
        by_sheet.setdefault(sheet, {})[name] = ones
    renamed = [
        _renamed_one(sheet, block)
        for sheet, names in by_sheet.items()
        for block in ([names] if len(names) >= _MOST else [{n: ones} for n, ones in names.items()])
    ]
    told_once = _at_one_cell([(fault.spot or Spot(), fault) for fault in renamed])
    return _at_one_cell(kept), [fault for _, fault in told_once]


def _at_one_cell(found: Sequence[Found]) -> list[Found]:
    """What of one list in a cell is nowhere is told once, with all of it."""
    groups: dict[tuple[object, ...], list[Found]] = {}
    for one in found:
        spot, fault = one
        rest = tuple(sorted((k, v) for k, v in fault.params.items() if k not in _OF_ONE))
        listed = fault.code in (*_LISTED, _ELSEWHERE)
        key = (spot.cell, fault.code, rest) if listed else (id(fault),)
        groups.setdefault(key, []).append(one)
    return [_joined(ones) for ones in groups.values()]


def _joined(ones: Sequence[Found]) -> Found:
    (spot, first), *others = ones
    if not others:
        return ones[0]
    found = _AND.join(dict.fromkeys(fault.params["found"] for _, fault in ones))
    return spot, evolve(first, params={**first.params, "found": found, "known": ""})


def _are_on_one(found: Sequence[Found]) -> bool:
    """Whether all of it is told of one sheet."""
    return len({spot.order[:1] for spot, _ in found}) == 1


def _renamed_one(sheet: str, names: Mapping[str, Sequence[Found]]) -> Fault:
    """That names are not on the sheet where they should stand, and the cells that have them."""
    found = [one for ones in names.values() for one in ones]
    by_sheet: dict[str, list[str]] = {}
    for spot, fault in found:
        where, _, cell = spot.cell.rpartition("!")
        by_sheet.setdefault(where, []).extend(fault.params.get("heads", cell).split())
    named = [f"{where} {in_ranges(dict.fromkeys(ones))}" for where, ones in by_sheet.items()]
    cells = "; ".join([*named[:_SHEETS], *(("...",) if len(named) > _SHEETS else ())])
    count = sum(len({*ones}) for ones in by_sheet.values())
    params = {
        "found": _AND.join(names),
        "sheet": sheet,
        "cells": cells,
        "count": f"{count}",
    }
    spot, first = found[0]
    # A code was another one; a name may have been made short.
    params["known"] = first.params["known"] if first.code == _NO_NAME else ""
    return Fault(_ELSEWHERE, first.path, params, spot=spot)


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


def _column(spot: Spot, fault: Fault) -> tuple[str, ...]:
    """Code, sheet and column of a fault; nothing where each has to be told.

    What rows of a matrix are about may have moved, which is in all its columns. Each field of a
    form is another thing.
    """
    sheet, _, cell = spot.cell.rpartition("!")
    if sheet in FORMS:
        return ()
    if is_matrix(sheet) and fault.code in _OF_ANSWERS:
        return fault.code, sheet
    lines = sheet == HPS.name or sheet.startswith(f"{PRICES.name} ")
    if not lines and not fault.code.startswith(_OF_THE_FORMAT):
        return ()
    return fault.code, sheet, cell.rstrip(_DIGITS)
