"""What only follows from a paste, and is right once that is undone."""

from collections.abc import Iterable, Iterator

from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.tables import CRITERIA
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.told.echoes import OF_BIDS, UNFIT, named_on
from tender_desk.workbook.told.pastes import PASTE
from tender_desk.workbook.told.wrong_sheet import ELSEWHERE, Found, sheet_of
from tender_engine.faults import Fault

__all__ = ["without_echoes"]

# The sum that is none of rows that are wrong; heads that cannot be read; times where no zone is
# known.
_SUM, _NO_HEADS, _NO_ZONE = "XLS106", "XLS024", "XLS036"
# Heads that are there twice, by which the others are none.
_TWICE = "XLS025"
# More codes than so many that are nowhere were laid over by one block.
_MOST = 3


def without_echoes(found: Iterable[Found]) -> Iterator[Found]:
    """What is `found` without what only follows from a paste: what names entries of its rows.

    Of lines of the document that are wrong follow sums and what bids lack beside them, of criteria
    what answers are.
    """
    found = [*found]
    pastes = [(sheet_of(spot), fault) for spot, fault in found if fault.code == PASTE]
    pasted = {sheet for sheet, _ in pastes}
    nameless = {sheet for sheet, fault in pastes if fault.params["nameless"]}
    unread = pasted | {sheet_of(spot) for spot, fault in found if fault.code == _NO_HEADS}
    twice = {sheet_of(spot) for spot, fault in found if _TWICE in _codes(fault)}
    for spot, fault in found:
        sheet, codes = sheet_of(spot), _codes(fault)
        follows = (
            _named_on(fault) in (pasted if _are_several(fault) else nameless) - {sheet}
            or (fault.code == _SUM and sheet in unread)
            or (fault.code == _NO_HEADS and sheet in twice)
            or (codes <= OF_BIDS and HPS.name in pasted - {sheet})
            or (codes <= UNFIT and CRITERIA.name in pasted)
            or (fault.code == _NO_ZONE and PACKAGE_FORM.name in pasted)
        )
        if not follows:
            yield spot, fault


def _codes(fault: Fault) -> set[str]:
    """The codes of what is told, of a paste all."""
    return {*fault.params["codes"].split(", ")} if fault.code == PASTE else {fault.code}


def _named_on(fault: Fault) -> str:
    """The sheet on which that is not which a fault says is nowhere, in a cell or in many."""
    return fault.params["sheet"] if fault.code == ELSEWHERE else named_on(fault)


def _are_several(fault: Fault) -> bool:
    """Whether more than a few codes are nowhere, which on their sheet one block was laid over."""
    return fault.code == ELSEWHERE and fault.params["found"].count("; ") >= _MOST - 1
