"""What a block that was cut left empty on another sheet than the one on which it lies now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tender_desk.workbook.told.paste_evidence import GAPS, of_one_paste
from tender_desk.workbook.told.wrong_sheet import Found, Wrong

__all__ = ["pastes_on"]

# Told of what is not there any more: cells, columns and heads.
_GONE = frozenset({*GAPS, "XLS022", "XLS024", "XLS102"})
_OF_HEADS = _GONE - {*GAPS}


def pastes_on(sheets: Iterable[Wrong]) -> Sequence[Sequence[Found]]:
    """What is wrong by one paste each, first what is so on its own sheet.

    Where one sheet alone has what does not belong there, and on another nothing is wrong but what
    is not there any more, in rows one below the other or with its heads, this was cut, and pasted
    on the first.
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
        others = [sheet for sheet in sheets if sheet.name != name and not sheet.is_form]
        left = [one for sheet in others for one in _left_on(sheet, pastes)]
        pastes = {name: [*pastes[name], *left]}
    return [*pastes.values()]


def _left_on(sheet: Wrong, pastes: Mapping[str, Sequence[Found]]) -> Iterator[Found]:
    """The gaps of a sheet that are known to be one, or stand one below the other, or of heads."""
    if sheet.name in pastes:
        yield from pastes[sheet.name]
        return
    if {fault.code for _, fault in sheet.found} <= _OF_HEADS:
        yield from sheet.found
    for one, other in pairwise(sheet.found):
        near = one[0].order and other[0].order[:1] and other[0].order[1] - one[0].order[1] == 1
        if near and one[0].order[2] == other[0].order[2] and _are_gaps((one, other)):
            yield from (one, other)


def _are_gaps(ones: Iterable[Found]) -> bool:
    return all(fault.code in _GONE for _, fault in ones)
