"""What is wrong with a form over whose names of fields something was pasted: one thing to undo."""

from collections.abc import Sequence
from typing import TypeAlias

from tender_engine.faults import Fault, Spot

__all__ = ["is_of_a_form", "pasted_on_form"]

Found: TypeAlias = tuple[Spot, Fault]

# Told of a field whose name is not there, of a name that is none, and of one that stands twice.
_NO_FIELD, _STRANGE_FIELD, _TWICE = _NAMES = "PKT011", "XLS023", "XLS029"
# Told of a column without a head, and of what has to be filled in.
_STRANGE, _EMPTY = "XLS022", "XLS041"
# So many names are wrong by more than a slip: one that is changed is lost, and another's twin.
_LEAST = 3


def pasted_on_form(found: Sequence[Found], pasted: Sequence[Found]) -> Sequence[Found]:
    """All that is wrong with a form, if some of it is known to be `pasted` or the names tell it.

    Nobody types the names: one may be changed by a slip, several are so by what was laid over them.
    A value that is lacking, and stands in no column of its row, was carried there.
    """
    of_names = [one for one in found if one[1].code in _NAMES]
    strange = any(_is_strange(fault) for _, fault in of_names)
    names = {(spot.cell, fault.path, fault.params.get("key")) for spot, fault in of_names}
    beside = {spot.order[:2] for spot, fault in found if fault.code == _STRANGE}
    carried = any(fault.code == _EMPTY and spot.order[:2] in beside for spot, fault in found)
    return found if pasted or carried or (strange and len(names) >= _LEAST) else ()


def is_of_a_form(spot: Spot, fault: Fault) -> bool:
    """Whether a fault is of a cell of a form, or of a field that has none: its name is lost."""
    return bool(spot.order) or fault.code == _NO_FIELD


def _is_strange(fault: Fault) -> bool:
    """Whether a name is not one that is known, made wrong by a slip."""
    return fault.code != _STRANGE_FIELD or not fault.params["known"]
