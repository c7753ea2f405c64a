"""Each kind of evidence that what is wrong on a sheet is one paste, or may be taken for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from tender_desk.workbook.told.pasted_forms import (
    beside_its_column,
    of_a_form,
    over_names,
    twice_below,
)
from tender_desk.workbook.told.pasted_tables import (
    beside_the_heads,
    in_a_block,
    in_a_column,
    in_emptied_rows,
    in_strange_cells,
    in_two_rows,
)
from tender_desk.workbook.told.wrong_sheet import EMPTY, Found, Wrong

__all__ = ["EVIDENCE", "GAPS", "in_order", "of_one_paste"]

# What of a sheet is wrong by the paste that it proves; nothing where it proves none.
_Evidence: TypeAlias = Callable[[Wrong], Iterable[Found]]

# Told of cells that are empty.
GAPS = (EMPTY, "XLS100")


def in_a_copy(sheet: Wrong) -> Iterator[Found]:
    """Rows of which a cell is known to be a copy of another; of a form all there is."""
    for run in sheet.runs_with_copies():
        if any(sheet.is_copied(*one) for one in run):
            yield from of_a_form(sheet) if sheet.is_form else run


EVIDENCE: Sequence[_Evidence] = (
    in_strange_cells,
    in_two_rows,
    in_a_block,
    in_a_column,
    in_emptied_rows,
    beside_the_heads,
    in_a_copy,
    over_names,
    twice_below,
    beside_its_column,
)


def of_one_paste(sheet: Wrong) -> Sequence[Found]:
    """What is wrong on a sheet by one paste, in the order of its cells."""
    by_rule = {proves: [*proves(sheet)] for proves in EVIDENCE}
    ones = [one for found in by_rule.values() for one in found]
    # What was copied is where it was: nothing was left behind.
    cut = [one for proves, found in by_rule.items() if proves is not in_a_copy for one in found]
    ones += _left_behind(sheet, cut)
    ones += sheet.reached({spot.order[1] for spot, _ in ones if spot.order}) if ones else ()
    return in_order({id(one[1]): one for one in ones}.values())


def in_order(ones: Iterable[Found]) -> list[Found]:
    """By their cells; last what has none, as a field whose name is lost."""
    return sorted(ones, key=lambda one: (not one[0].order, one[0].order))


def _left_behind(sheet: Wrong, pasted: Iterable[Found]) -> Iterator[Found]:
    """What a paste may have left empty, or said elsewhere in vain.

    Of a block that was cut what it left behind lies anywhere; what is wrong in the same column for
    the same reason as in a paste is so by it.
    """
    reasons = {(spot.order[2:], fault.code) for spot, fault in pasted}
    for spot, fault in sheet.likely if reasons else ():
        if fault.code in GAPS or (spot.order[2:], fault.code) in reasons:
            yield spot, fault
