"""What the lines of an attached schedule come to once corrected, beside the price of its bid.

Of a price that no stage has opened only whether the two are one is told, and no ratio.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from operator import eq
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_desk.workbook.reading.attached import Attached
    from tender_engine.faults import Fault, Path
    from tender_engine.model import Package
    from tender_engine.rulebook import Rulebook

__all__ = ["Share", "shares_of"]

_PLACES = 2
# That a reading was not accepted yet says nothing against it.
_NOT_ACCEPTED = "XLS046"


@frozen
class Share:
    """The lines once corrected, with PPN, in percent of the price of the bid, with two decimals.

    `None` where that price is sealed. `equal` tells whether the lines make it to the last sen, and
    is `None` where something of document or price is missing or wrong.
    """

    share: str | None = None
    equal: bool | None = None


def shares_of(reading: "FileReading") -> list[Share]:
    """The share of each attached schedule of what was read, in its order."""
    from tender_engine.objecting import objections_to
    from tender_rules import national

    rulebook, draft = national(), reading.draft
    if draft is None or not reading.attached:
        return [Share() for _ in reading.attached]
    objections = objections_to(draft, reading.unread, rulebook)
    faults = [*reading.faults, *reading.unread, *objections]
    if any(map(_is_of_a_cell, faults)) or _is_faulty(faults, ("tender",)):
        return [Share() for _ in reading.attached]
    opened = _opened(draft, faults, rulebook)
    return [_share(reading, faults, one, rulebook, opened) for one in reading.attached]


def _opened(draft: "Package", faults: "Sequence[Fault]", rulebook: "Rulebook") -> frozenset[str]:
    """Whose prices a stage has opened; nobody's while more is wrong than that none was accepted."""
    if any(fault.code != _NOT_ACCEPTED for fault in faults):
        return frozenset()
    from tender_engine.engine import evaluate

    return frozenset(price.participant for price in evaluate(draft, rulebook).prices)


def _is_of_a_cell(fault: "Fault") -> bool:
    """Whether a cell of the package itself could not be read, so that nobody knows what it says."""
    of_the_package = fault.spot is not None and not fault.spot.file
    return of_the_package and not fault.path and fault.code != _NOT_ACCEPTED


def _is_faulty(faults: "Sequence[Fault]", path: "Path") -> bool:
    """Whether anything at, above or under a place is wrong."""
    of_places = (fault.path for fault in faults if fault.path or fault.spot is None)
    return any(all(map(eq, where, path)) for where in of_places)


def _share(
    reading: "FileReading",
    faults: "Sequence[Fault]",
    one: "Attached",
    rulebook: "Rulebook",
    opened: "Collection[str]",
) -> Share:
    from tender_engine.numbers import ratio_shown
    from tender_rules.stages.corrected import lines_corrected

    whole = not _is_faulty(faults, ("participants", one.index, "price"))
    if one.price is None or reading.draft is None or not whole:
        return Share()
    tender, stated = reading.draft.tender, one.price.stated_total
    total = lines_corrected(tender, one.price, rulebook.law_for(tender))
    ratio = Fraction(total) / Fraction(stated) * 100
    told = ratio_shown(ratio, _PLACES) if one.participant in opened else None
    return Share(told, equal=total == stated)
