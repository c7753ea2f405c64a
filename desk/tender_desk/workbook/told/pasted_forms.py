"""What on a form is known to be wrong by one paste: each kind of evidence by itself.

Each field is another thing, so that wrong ones one under the other prove nothing; once a paste is
known all that is wrong is one thing to undo.
"""

from collections.abc import Iterator

from tender_desk.workbook.told.wrong_sheet import EMPTY, Found, Wrong
from tender_engine.faults import Fault, Spot

__all__ = ["beside_its_column", "of_a_form", "over_names", "twice_below"]

# Told of a field whose name is not there, of a name that is none, and of one that stands twice.
_NO_FIELD, _STRANGE_FIELD, _TWICE = _NAMES = "PKT011", "XLS023", "XLS029"
# Told of a column without a head.
_STRANGE = "XLS022"
# So many names are wrong by more than a slip: one that is changed is lost, and another's twin.
_LEAST = 3


def over_names(sheet: Wrong) -> Iterator[Found]:
    """A form whose names tell it, which nobody types.

    One may be changed by a slip, several are so by what was laid over them, and two next to each
    other of which one is like none.
    """
    found = [*of_a_form(sheet)]
    of_names = [one for one in found if one[1].code in _NAMES]
    strange = any(_is_strange(fault) for _, fault in of_names)
    names = {(spot.cell, fault.path, fault.params.get("key")) for spot, fault in of_names}
    rows = {spot.order[1]: _is_strange(f) for spot, f in of_names if f.code == _STRANGE_FIELD}
    near = any(row + 1 in rows and (like_none or rows[row + 1]) for row, like_none in rows.items())
    if sheet.is_form and strange and (near or len(names) >= _LEAST):
        yield from found


def twice_below(sheet: Wrong) -> Iterator[Found]:
    """Two fields, one below the other, that can hold neither of them what both say."""
    said = {spot.order[1:]: fault.params.get("found") for spot, fault in sheet.found if spot.order}
    twins = [
        (row, at) for row, at in said if said[row, at] and said[row, at] == said.get((row + 1, at))
    ]
    if sheet.is_form and twins:
        rows = {row + more for row, _ in twins for more in (0, 1)}
        yield from (
            one for one in of_a_form(sheet) if one[0].order[1:2] and one[0].order[1] in rows
        )


def beside_its_column(sheet: Wrong) -> Iterator[Found]:
    """A form that lacks a value where something stands in no column of its row: it was carried."""
    found = [*of_a_form(sheet)]
    beside = {spot.order[:2] for spot, fault in found if fault.code == _STRANGE}
    if sheet.is_form and any(f.code == EMPTY and spot.order[:2] in beside for spot, f in found):
        yield from found


def of_a_form(sheet: Wrong) -> Iterator[Found]:
    """All that is told of its cells, or of fields that have none: their names are lost."""
    return (one for one in sheet.found if _has_place(*one))


def _has_place(spot: Spot, fault: Fault) -> bool:
    return bool(spot.order) or fault.code == _NO_FIELD


def _is_strange(fault: Fault) -> bool:
    """Whether a name is not one that is known, made wrong by a slip."""
    return fault.code != _STRANGE_FIELD or not fault.params["known"]
