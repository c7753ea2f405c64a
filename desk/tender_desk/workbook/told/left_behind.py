"""What a block that was cut left empty on another sheet than the one on which it lies now."""

from collections.abc import Iterable, Iterator, Sequence

from tender_desk.workbook.told.paste_evidence import GAPS, of_one_paste
from tender_desk.workbook.told.wrong_sheet import Found, Wrong

__all__ = ["pastes_on"]

# Told of what is not there any more: cells, columns and heads.
_GONE = frozenset({*GAPS, "XLS022", "XLS024", "XLS102"})
_OF_HEADS = _GONE - {*GAPS}


def pastes_on(sheets: Iterable[Wrong]) -> Sequence[Sequence[Found]]:
    """What is wrong by one paste each, first what is so on its own sheet.

    Where one sheet alone has what does not belong there, and on another as many rows, one below the
    other, lack the same as the paste has, or nothing is wrong but heads that are not there any
    more, this was cut, and pasted on the first. What else somebody forgot is told for itself.
    """
    sheets = [*sheets]
    pastes: dict[str, Sequence[Found]] = {}
    for sheet in sheets:
        ones = of_one_paste(sheet)
        if len(ones) > 1:  # what is wrong in one way is told as that
            pastes[sheet.name] = ones
    landed = [name for name, ones in pastes.items() if not _are_gaps(ones)]
    if len(landed) == 1:
        (name,) = landed
        span = _span(pastes[name])
        others = [sheet for sheet in sheets if sheet.name != name and not sheet.is_form]
        for sheet in others:
            if left := [*_left_on(sheet, span)]:
                pastes.pop(sheet.name, None)
                pastes[name] = [*pastes[name], *left]
    return [*pastes.values()]


def _left_on(sheet: Wrong, span: int) -> Iterator[Found]:
    """The gaps of a sheet that a block of so many rows leaves, or those of its heads."""
    if {fault.code for _, fault in sheet.found} <= _OF_HEADS:
        yield from sheet.found
        return
    columns: dict[int, list[list[Found]]] = {}
    for one in sheet.found:
        if one[0].order and one[1].code in GAPS:
            _, row, column = one[0].order
            runs = columns.setdefault(column, [])
            if not runs or row - runs[-1][-1][0].order[1] != 1:
                runs.append([])
            runs[-1].append(one)
    for runs in columns.values():
        yield from (one for run in runs if 1 < len(run) == span for one in run)


def _span(ones: Iterable[Found]) -> int:
    """How many rows a block spans by what does not belong where it lies."""
    rows = {spot.order[1] for spot, fault in ones if spot.order and fault.code not in _GONE}
    return max(rows) - min(rows) + 1 if rows else 0


def _are_gaps(ones: Iterable[Found]) -> bool:
    return all(fault.code in _GONE for _, fault in ones)
