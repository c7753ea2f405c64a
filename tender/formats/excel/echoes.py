"""Faults that only follow from a sheet that is not there, or of which nothing could be read.

Every row that names anything of such a sheet would be told for itself; what is told is the sheet.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve

from tender.faults import Fault, Places
from tender.formats.excel.displaced import DISPLACED
from tender.formats.excel.forms import REQUIREMENTS_FORM
from tender.formats.excel.names import ABOUT
from tender.formats.excel.tables import CRITERIA, EXCEPTIONS, MEMBERS
from tender.formats.excel.tables_bids import HPS

__all__ = ["lost_sheets", "once"]

# Told of what names an entry that is not there, by the sheet on which that would stand.
_NAMING: Mapping[str, str] = {
    "XLS026": ABOUT,
    "PKT051": ABOUT,
    "PKT050": MEMBERS.name,
    "PKT052": CRITERIA.name,
    "PKT041": HPS.name,
    "PKT042": HPS.name,
    "PKT043": HPS.name,
    "PKT044": HPS.name,
    "PKT049": HPS.name,
    "PKT071": HPS.name,
}
# Of what is asked, and of who does not meet it, these sheets alone tell.
_ALWAYS = (REQUIREMENTS_FORM.name, EXCEPTIONS.name)
_NO_SHEET, _NOWHERE = "XLS172", "XLS027"
_MISSING_KEY = "PKT011"
# Who decides is of every package; where nothing says so, it is the sheet that is missing.
_OF_THE_PANEL = ("pokja",)


def lost_sheets(sheets: Collection[str], faults: Iterable[Fault]) -> frozenset[str]:
    """The names of sheets that others refer to and that are not there, or could not be read."""
    displaced = {
        fault.spot.cell.rpartition("!")[0]
        for fault in faults
        if fault.code in DISPLACED and fault.spot
    }
    needed = {*_NAMING.values(), *_ALWAYS}
    return frozenset(name for name in needed if name not in sheets or name in displaced)


def once(
    faults: Iterable[Fault], lost: Collection[str], sheets: Collection[str], places: Places
) -> Iterator[Fault]:
    """The `faults` without those that follow from a `lost` sheet; where it is not there, this.

    What only takes away is told though nothing names it: without it everybody would pass.
    """
    absent = {name for name in lost if name not in sheets}
    for name in _ALWAYS:
        if name in absent:
            yield Fault(_NO_SHEET, (), {"title": name}, spot=places.spot(Fault("", (), {})))
    told: set[str] = set()
    for fault in faults:
        name = _of(fault)
        if name not in lost:
            yield fault
        elif name in absent and name not in told:
            told.add(name)
            spot = fault.spot or places.spot(fault)
            yield evolve(fault, code=_NO_SHEET, path=(), params={"title": name}, spot=spot)


def _of(fault: Fault) -> str:
    """The sheet from which a fault may only follow; empty for a fault of its own."""
    if fault.code == _MISSING_KEY and fault.path == _OF_THE_PANEL:
        return MEMBERS.name if fault.params.get("key") == "members" else ""
    if fault.code == _NOWHERE and fault.params["found"].startswith("participants["):
        return ABOUT
    return _NAMING.get(fault.code, "")
