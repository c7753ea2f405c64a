"""What on a table is known, or seems, to be one paste: each kind of evidence by itself.

Few slips of the hand never are a paste: three rows at least are wrong, or in fewer what no hand
writes by a slip.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tender_desk.workbook.told.wrong_sheet import AND, EMPTY, Found, Wrong
from tender_engine.faults import Fault

__all__ = [
    "beside_the_heads",
    "in_a_block",
    "in_a_column",
    "in_emptied_rows",
    "in_strange_cells",
    "in_two_rows",
]

# So many rows are a paste at least; a column of it has more wrong cells than are told each for
# itself.
_ROWS, _MOST = 3, 3
# So many cells are more than slips where they fill one in so many of the cells around them.
_CELLS, _OF_ALL = 5, 3
# Told of what has to be there.
_GAPS = frozenset({"XLS100", EMPTY})
# Told of what no slip of the hand writes: a date that is to be a text, what the row has no use for,
# no answer at all, and a figure where words belong.
_NO_SLIP = frozenset({"XLS047", "XLS212", "XLS101", "PKT049", "XLS242", *_GAPS})
# Of these told of what nobody types in two rows.
_NO_HAND = frozenset({"XLS242"})
# Told of a provision that is none, and of a value that does not hold; empty, they were carried off.
_PRINTED = frozenset({"XLS210", "XLS211"})
_NO_CODE, _WORDS = "PKT018", re.compile(r"[^\W\d_]{3}\S* +\S*[^\W\d_]{3}")
# Told of what is no figure and no date, of what no name is like, and of what is no word.
_NO_FIGURE, _NO_WORD = frozenset({"XLS030", "XLS034", "XLS035"}), "PKT015"
_NO_NAME = frozenset({"XLS026", "XLS193"})
# Told of cells in the words of the package, and the beginning of what is told of sheets alone.
_UNFIT, _OF_SHEETS = frozenset({"PKT014", _NO_WORD, "PKT049"}), "XLS"
# What is told instead of a price that nobody has opened.
_SEALED, _DIGITS = "...", "0123456789"


def in_strange_cells(sheet: Wrong) -> Iterator[Found]:
    """Rows in which several cells hold what no slip of the hand writes.

    Of one or two rows three cells may be empty as well. Of more rows, or in one row for two
    reasons, they hold what belongs elsewhere. A note below the others is no code, and its row lacks
    all else.
    """
    for run in sheet.runs():
        odd = [one for one in run if one[1].code != _NO_CODE and _is_strange(one[1])]
        held = [(spot, fault) for spot, fault in odd if fault.code not in _GAPS]
        strange, other = ({spot.cell for spot, _ in ones} for ones in (odd, held))
        in_rows = Counter(row for row, _ in {(spot.order[1], f.code) for spot, f in held})
        few = len(_rows(run)) < _ROWS
        below = {spot.order[1:] for spot, fault in held if fault.code in _NO_HAND}
        if (few and (len(strange) >= _ROWS or max(in_rows.values(), default=0) > 1)) or (
            len(other) >= _ROWS or any((row + 1, column) in below for row, column in below)
        ):
            yield from run


def in_emptied_rows(sheet: Wrong) -> Iterator[Found]:
    """Rows one below the other that lack the same several cells: nobody forgets these twice."""
    for run in sheet.runs():
        lacking = [(spot, fault) for spot, fault in run if _is_bare(fault)]
        for one, other in pairwise(lacking):
            near = other[0].order[1] - one[0].order[1] == 1
            if near and one[1].params["title"] == other[1].params["title"]:
                yield one
                yield other


def beside_the_heads(sheet: Wrong) -> Iterator[Found]:
    """Rows that reach beyond the heads over several columns, or lack several cells and do.

    What somebody notes beside a table stands in one column of rows that are whole. So it is with
    heads that are lost while such columns are there, and with rows that lack several cells below
    those that have the words of other lines.
    """
    if len({fault.code for _, fault in sheet.of_heads}) > 1:
        yield from sheet.of_heads
    waiting = EMPTY if sheet.is_form else ""
    likely = (one for one in sheet.likely if one[1].code != waiting)
    for one in (*likely, *sheet.of_heads):
        for beyond in sheet.beyond:
            several = AND in beyond[1].params["title"]
            if (several or _is_bare(one[1])) and (one in sheet.of_heads or _are_near(one, beyond)):
                yield from (one, beyond)
        for other in sheet.other_lines:
            if _is_bare(one[1]) and _are_near(one, other, 2):
                yield from (one, other)


def _are_near(one: Found, other: Found, most: int = 1) -> bool:
    rows = [spot.order[1] for spot, _ in (one, other) if spot.order]
    return len(rows) > 1 and abs(rows[0] - rows[1]) <= most


def in_two_rows(sheet: Wrong) -> Iterator[Found]:
    """Two rows, one below the other, that hold what they cannot in several of the same cells.

    What else is told of a row may follow from one cell of it.
    """
    for run in sheet.runs():
        rows = _rows(run)
        if len(rows) < _ROWS and max(rows) - min(rows) == 1 and _are_alike(run):
            yield from run


def in_a_block(sheet: Wrong) -> Iterator[Found]:
    """Three rows or more that are wrong in several columns.

    They have two wrong cells each, or two columns are wrong in half of the rows, or five cells fill
    a third of those around them.
    """
    for run in sheet.runs():
        rows, places = len(_rows(run)), {spot.order[1:] for spot, _ in run}
        columns = Counter(column for _, column in places)
        around = rows * (max(columns) - min(columns) + 1)
        wide = sum(2 * count >= rows for count in columns.values()) > 1
        dense = len(places) >= _CELLS and len(places) * _OF_ALL >= around and len(columns) > 1
        if rows >= _ROWS and (wide or dense or len(places) >= 2 * rows):
            yield from run


def in_a_column(sheet: Wrong) -> Iterator[Found]:
    """One column that is wrong in more than three rows, or in three that no slip writes.

    Those stand next to each other and are wrong for one reason. With as many cells beside the
    column, all is of the paste; else what no slip writes is.
    """
    for run in sheet.runs():
        places = {spot.order[1:] for spot, _ in run}
        ((column, count),) = Counter(column for _, column in places).most_common(1)
        ones = [one for one in run if one[0].order[2] == column]
        if count > _MOST or (count == _ROWS and _is_no_slip(ones)):
            held = [one for one in run if one[1].code not in _GAPS and _is_strange(one[1])]
            yield from run if len(places) - count >= _ROWS else (*ones, *held)


def _is_bare(fault: Fault) -> bool:
    """Whether a row lacks several cells."""
    return fault.code == EMPTY and AND in fault.params["title"]


def _rows(run: Iterable[Found]) -> set[int]:
    return {spot.order[1] for spot, _ in run}


def _are_alike(run: Iterable[Found]) -> bool:
    """Whether all rows are wrong in the same two cells, for reasons that stand for themselves."""
    by_row: dict[int, set[tuple[int, str]]] = {}
    for spot, fault in run:
        by_row.setdefault(spot.order[1], set()).add((spot.order[2], fault.code))
    same = [code for _, code in set.intersection(*by_row.values()) if code != EMPTY]
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
        or (fault.code in _PRINTED and not found)
        or (fault.code in _NO_FIGURE and not figures)
        or (fault.code == _NO_WORD and figures)
        or (fault.code == _NO_CODE and _WORDS.search(fault.params["found"]) is not None)
        or (fault.code in _NO_NAME and not fault.params["known"])
    )
