"""What the lines of an attached schedule come to once corrected, beside the price of its bid.

Only how the two compare is told, for the bid may be one that nobody has opened yet.
"""

from collections.abc import Sequence
from fractions import Fraction
from operator import eq
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from tender.faults import Fault, Path
    from tender.formats.excel.attached import Attached
    from tender.formats.reader import Reading
    from tender.rulebook import Rulebook

__all__ = ["Share", "shares_of"]

_PLACES = 2
# That a reading was not accepted yet says nothing against it.
_NOT_ACCEPTED = "XLS046"


@frozen
class Share:
    """The lines once corrected, with PPN, in percent of the price of the bid, with two decimals.

    `None` where something of document or price is missing or wrong; `equal` tells that it is the
    price to the last sen.
    """

    share: str | None = None
    equal: bool = False


def shares_of(reading: "Reading") -> list[Share]:
    """The share of each attached schedule of what was read, in its order."""
    from tender.objecting import objections_to
    from tender_rules import national

    rulebook, draft = national(), reading.draft
    if draft is None or not reading.attached:
        return [Share() for _ in reading.attached]
    objections = objections_to(draft, reading.unread, rulebook)
    faults = [*reading.faults, *reading.unread, *objections]
    if any(map(_is_of_a_cell, faults)) or _is_faulty(faults, ("tender",)):
        return [Share() for _ in reading.attached]
    return [_share(reading, faults, one, rulebook) for one in reading.attached]


def _is_of_a_cell(fault: "Fault") -> bool:
    """Whether a cell of the package itself could not be read, so that nobody knows what it says."""
    of_the_package = fault.spot is not None and not fault.spot.file
    return of_the_package and not fault.path and fault.code != _NOT_ACCEPTED


def _is_faulty(faults: "Sequence[Fault]", path: "Path") -> bool:
    """Whether anything at, above or under a place is wrong."""
    of_places = (fault.path for fault in faults if fault.path or fault.spot is None)
    return any(all(map(eq, where, path)) for where in of_places)


def _share(
    reading: "Reading", faults: "Sequence[Fault]", one: "Attached", rulebook: "Rulebook"
) -> Share:
    from tender.numbers import ratio_shown
    from tender_rules.stages.corrected import lines_corrected

    whole = not _is_faulty(faults, ("participants", one.index, "price"))
    if one.price is None or reading.draft is None or not whole:
        return Share()
    tender, stated = reading.draft.tender, one.price.stated_total
    total = lines_corrected(tender, one.price, rulebook.law_for(tender))
    ratio = Fraction(total) / Fraction(stated) * 100
    return Share(ratio_shown(ratio, _PLACES), equal=total == stated)
