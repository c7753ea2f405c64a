"""What is wrong with rows one under the other, told as the one paste that it seems to be.

Where no move of one block is known that mends a sheet, what a block was laid over, or left behind,
still is one thing to do over: told are its cells, and the first of them in full words. Few slips
of the hand never are a paste (`_pasted`); what stands on every row is told in one fault as well.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise
from typing import TypeAlias

from tender_desk.ooxml.addresses import cell_name, cells_of, in_ranges
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.tables import CRITERIA, NAMED, PRICES
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.told.echoes import CAUSES, OF_BIDS, UNFIT, named_on
from tender_desk.workbook.told.pasted_forms import is_of_a_form, pasted_on_form
from tender_engine.faults import Fault, Spot

__all__ = ["FORMS", "PASTE", "pasted", "with_pastes", "without_echoes"]

Found: TypeAlias = tuple[Spot, Fault]
# The message and the hint of a fault, in words.
Say: TypeAlias = Callable[[Fault], tuple[str, str]]

PASTE = "XLS238"
# Of the law, each fault of a participant tells something else.
_OF_THE_FORMAT = ("PKT", "XLS")
_ELSEWHERE = "XLS194"
# Told of a code that is named elsewhere, of sums, of merged cells, of codes that Excel changed, of
# what was judged since the last refresh, and of blocks of a price sheet.
_APART = frozenset(
    {_ELSEWHERE, "XLS106", "XLS108", "XLS109", "XLS104", "XLS105", "XLS225", "XLS236", "XLS237"}
    | {"XLS200", "XLS201", "XLS202", "XLS203", "XLS204", "XLS205", "XLS224"}
)
# A column that nobody knows, which a block reaches; the sum that is none of rows that are wrong.
_STRANGE, _SUM, _NO_HEADS = "XLS022", "XLS106", "XLS024"
# The sheets with one value a row.
FORMS = frozenset(form.name for form in NAMED.forms)
# Told of times where no zone is known.
_NO_ZONE = "XLS036"
# So many rows are a paste at least, and so far the next of them may be, that of a line with a title
# between; a column of it has more wrong cells than are told each for itself.
_ROWS, _NEXT, _NEXT_LINE, _MOST = 3, 2, 4, 3
# Where what has no cell is told: the number of a sheet, and its first cell.
_FIRST = (0, 1, 1)
# So many other reasons are told with the first.
_TOLD = 8
# So many cells are more than slips where they fill one in so many of the cells around them.
_CELLS, _OF_ALL = 5, 3
# Told of cells that are empty, and of rows that say too little or too much together.
_GAPS = ("XLS041", "XLS100", "PKT034", "PKT035", "PKT036")
_EMPTY, _CODES = "XLS041", frozenset({"PKT018", "PKT030"})
# Told of what no slip of the hand writes: a date that is to be a text, what the row has no use for,
# and no answer at all.
_NO_SLIP = frozenset({"XLS047", "XLS212", "XLS101", "PKT049", "XLS100", _EMPTY})
_NO_CODE, _WORDS = "PKT018", re.compile(r"[^\W\d_]{3}\S* +\S*[^\W\d_]{3}")
# Told of what is no figure and no date, of what no name is like, and of what is no word.
_NO_FIGURE, _NO_WORD = frozenset({"XLS030", "XLS034", "XLS035"}), "PKT015"
_NO_NAME = frozenset({"XLS026", "XLS193"})
# Told of cells in the words of the package, and the beginning of what is told of sheets alone.
_UNFIT, _OF_SHEETS = frozenset({"PKT014", _NO_WORD, "PKT049"}), "XLS"
# What is told instead of a price that nobody has opened.
_SEALED = "..."
_DIGITS, _OWN = "0123456789", "Kode"


def pasted(sheet: int, cells: Set[Place]) -> Fault:
    """That these cells of a sheet are known to be wrong by one paste, to be told `with_pastes`."""
    names = " ".join(cell_name(*place) for place in sorted(cells))
    return Fault(PASTE, (), {"cells": names}, spot=Spot(order=(sheet, *min(cells))))


def with_pastes(found: Sequence[Found], known: Iterable[Fault], say: Say) -> list[Found]:
    """What is wrong on sheets of tables, in order; what was pasted on one is one fault of it.

    So is, beside what is `known` to be pasted, what seems to be.
    """
    likely = [one for one in found if _may_be_pasted(one[1])]
    # Each field of a form is another thing, so that wrong ones one under the other prove nothing.
    seeming = map(_pasted, _runs(one for one in likely if _sheet(one[0]) not in FORMS))
    copied = (
        run
        for run in _runs(one for one in found if _may_be_copied(one[1]))
        if any(_is_of(copy, *one) for copy in known for one in run)
    )
    pastes: dict[str, dict[int, Found]] = {}
    for run in chain(seeming, copied):
        for one in run:
            pastes.setdefault(_sheet(one[0]), {})[id(one[1])] = one
    for sheet in FORMS & {_sheet(spot) for spot, _ in found}:
        own = [one for one in found if _sheet(one[0]) == sheet and is_of_a_form(*one)]
        of_it = pasted_on_form(own, [*pastes.get(sheet, {}).values()])
        pastes.setdefault(sheet, {}).update((id(one[1]), one) for one in of_it)
    _take_gaps(pastes, likely)
    told: dict[int, Found | None] = {}
    for ones in map(_in_order, (among.values() for among in pastes.values() if len(among) > 1)):
        among = {spot.order[:2] for spot, _ in ones if spot.order}
        rows = {(sheet, row + more) for sheet, row in among for more in (-1, 0, 1)}
        beyond = [one for one in found if one[0].order[:2] in rows and _is_beyond(one[1])]
        told |= dict.fromkeys(id(fault) for _, fault in (*ones, *beyond))
        told[id(ones[0][1])] = ones[0][0], _fault(ones, say)
    kept = (told.get(id(one[1]), one) for one in found)
    return [one for one in kept if one is not None]


def _take_gaps(pastes: Mapping[str, dict[int, Found]], found: Iterable[Found]) -> None:
    """Add to the pastes of each sheet what they may have left empty, or said elsewhere in vain.

    Of a block that was cut what it left behind lies anywhere; what is wrong in the same column for
    the same reason as in a paste is so by it.
    """
    of = {
        sheet: {(spot.order[2:], fault.code) for spot, fault in ones.values()}
        for sheet, ones in pastes.items()
        if ones
    }
    for one in found:
        spot, fault = one
        of_it = of.get(sheet := _sheet(spot), ())
        if of_it and (fault.code in _GAPS or (spot.order[2:], fault.code) in of_it):
            pastes[sheet][id(fault)] = one


def _is_of(copy: Fault, spot: Spot, fault: Fault) -> bool:
    """Whether a cell is one of a known paste, and no field of a form that waits to be filled in."""
    if fault.code == _EMPTY and _sheet(spot) in FORMS:
        return False
    order = copy.spot.order if copy.spot else ()
    return spot.order[:1] == order[:1] and _cell(spot) in copy.params["cells"].split()


def _in_order(ones: Iterable[Found]) -> list[Found]:
    """By their cells; last what has none, as a field whose name is lost."""
    return sorted(ones, key=lambda one: (not one[0].order, one[0].order))


def without_echoes(found: Iterable[Found]) -> Iterator[Found]:
    """What is `found` without what only follows from a paste: what names entries of its rows.

    Of lines of the document that are wrong follow sums and what bids lack beside them, of criteria
    what answers are.
    """
    found = [*found]
    pastes = [(_sheet(spot), fault) for spot, fault in found if fault.code == PASTE]
    pasted = {sheet for sheet, _ in pastes}
    nameless = {sheet for sheet, fault in pastes if fault.params["nameless"]}
    unread = pasted | {_sheet(spot) for spot, fault in found if fault.code == _NO_HEADS}
    for spot, fault in found:
        sheet = _sheet(spot)
        codes = {*fault.params["codes"].split(", ")} if fault.code == PASTE else {fault.code}
        follows = (
            _named_on(fault) in (pasted if _are_several(fault) else nameless) - {sheet}
            or (fault.code == _SUM and sheet in unread)
            or (codes <= OF_BIDS and HPS.name in pasted - {sheet})
            or (codes <= UNFIT and CRITERIA.name in pasted)
            or (fault.code == _NO_ZONE and PACKAGE_FORM.name in pasted)
        )
        if not follows:
            yield spot, fault


def _named_on(fault: Fault) -> str:
    """The sheet on which that is not which a fault says is nowhere, in a cell or in many."""
    return fault.params["sheet"] if fault.code == _ELSEWHERE else named_on(fault)


def _are_several(fault: Fault) -> bool:
    """Whether more than a few codes are nowhere, which on their sheet one block was laid over."""
    return fault.code == _ELSEWHERE and fault.params["found"].count("; ") >= _MOST - 1


def _is_beyond(fault: Fault) -> bool:
    """Whether a fault tells of a column that is like no known one."""
    return fault.code == _STRANGE and not fault.params["known"]


def _may_be_pasted(fault: Fault) -> bool:
    known = fault.code in CAUSES or fault.code in _APART
    return fault.code.startswith(_OF_THE_FORMAT) and not known


def _may_be_copied(fault: Fault) -> bool:
    """Whether a fault may be told of a cell of a copy, or of one that lies about it."""
    return fault.code.startswith(_OF_THE_FORMAT) and fault.code not in (*CAUSES, _ELSEWHERE)


def _runs(found: Iterable[Found]) -> Iterator[list[Found]]:
    """What is wrong in rows of a sheet that stand one under the other, or one apart.

    Between lines may stand a sum, a blank row and a title.
    """
    run: list[Found] = []
    for one in found:
        if not one[0].order:
            continue
        sheet, row, _ = one[0].order
        most = _NEXT_LINE if _is_of_lines(one[0]) else _NEXT
        if run and (sheet != run[-1][0].order[0] or row - run[-1][0].order[1] > most):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _pasted(run: Sequence[Found]) -> Sequence[Found]:
    """What of a run is one paste; nothing where it may be slips of the hand.

    Three rows at least are wrong, or fewer in the same cells or in three that no slip writes. All
    of it is a paste where rows have two wrong cells each, where two columns are wrong in half of
    the rows, or where five cells fill a third of those around them. Else what is wrong in one
    column is: in more than three cells, or in three next to each other that hold what nobody writes
    by a slip, for one reason; with as many beside it, all is.
    """
    rows = {spot.order[1] for spot, _ in run}
    if len(rows) < _ROWS:
        # A note below the others is no code, and its row lacks all else.
        odd = [one for one in run if one[1].code != _NO_CODE]
        strange = {spot.cell for spot, fault in odd if _is_strange(fault)}
        return run if len(strange) >= _ROWS or _is_twice(run) else ()
    places = {spot.order[1:] for spot, _ in run}
    columns = Counter(column for _, column in places)
    around = len(rows) * (max(columns) - min(columns) + 1)
    wide = sum(2 * count >= len(rows) for count in columns.values()) > 1
    dense = len(places) >= _CELLS and len(places) * _OF_ALL >= around and len(columns) > 1
    if wide or dense or len(places) >= 2 * len(rows):
        return run
    ((column, count),) = columns.most_common(1)
    ones = [one for one in run if one[0].order[2] == column]
    if count > _MOST or (count == _ROWS and _is_no_slip(ones)):
        return run if len(places) - count >= _ROWS else ones
    return ()


def _is_twice(run: Sequence[Found]) -> bool:
    """Whether two rows, one below the other, hold what they cannot in several of the same cells.

    What else is told of a row may follow from one cell of it.
    """
    by_row: dict[int, set[tuple[int, str]]] = {}
    for spot, fault in run:
        by_row.setdefault(spot.order[1], set()).add((spot.order[2], fault.code))
    if max(by_row) - min(by_row) != 1:
        return False
    same = [code for _, code in set.intersection(*by_row.values()) if code != _EMPTY]
    return sum(code in _UNFIT or code.startswith(_OF_SHEETS) for code in same) > 1


def _is_no_slip(ones: Sequence[Found]) -> bool:
    near = all(two[0].order[1] - one[0].order[1] == 1 for one, two in pairwise(ones))
    strange = all(_is_strange(fault) for _, fault in ones)
    return near and strange and len({fault.code for _, fault in ones}) == 1


def _is_strange(fault: Fault) -> bool:
    """Whether a cell holds nothing, or what is quite another thing than belongs there."""
    found = fault.params.get("found", "")
    figures = found == _SEALED or bool({*found} & {*_DIGITS})
    return (
        fault.code in _NO_SLIP
        or (fault.code in _NO_FIGURE and not figures)
        or (fault.code == _NO_WORD and figures)
        or (fault.code == _NO_CODE and _WORDS.search(fault.params["found"]) is not None)
        or (fault.code in _NO_NAME and not fault.params["known"])
    )


def _fault(ones: Sequence[Found], say: Say) -> Fault:
    """The paste, at its first cell, with what is told of that."""
    spot, first = ones[0]
    cells = {one.order: _cell(one) for one, _ in ones if one.order}
    tops, lefts = ([order[at] for order in cells or [_FIRST]] for at in (1, 2))
    message, hint = say(first)
    own = [fault for _, fault in ones if fault.code in _CODES or _lacks_code(fault)]
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
    by_reason = {_reason(*one): one for one in reversed(ones)}
    others = [one for reason, one in by_reason.items() if reason != _reason(*ones[0])]
    for spot, fault in _in_order(others)[:_TOLD]:
        yield f"{_cell(spot)}: {say(fault)[0]}"


def _reason(spot: Spot, fault: Fault) -> tuple[object, ...]:
    """What is wrong, by its code; each field that has no cell lacks another thing."""
    return fault.code, () if spot.order else (fault.path, fault.params.get("key"))


def _lacks_code(fault: Fault) -> bool:
    return fault.code == _EMPTY and _OWN in fault.params["title"].split(", ")


def _is_of_lines(spot: Spot) -> bool:
    sheet = _sheet(spot)
    return sheet == HPS.name or sheet.startswith(f"{PRICES.name} ")


def _sheet(spot: Spot) -> str:
    return spot.cell.rpartition("!")[0].strip("'")


def _cell(spot: Spot) -> str:
    return spot.cell.rpartition("!")[2]
