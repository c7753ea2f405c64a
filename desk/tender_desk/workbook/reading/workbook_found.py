"""What was found in the workbook of a package, before its values are a package."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, TypeAlias

from attrs import field, frozen

from tender_desk.schedules.areas import merged_area
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.off_place.copied import Copy
from tender_desk.workbook.off_place.displaced import BESIDE
from tender_desk.workbook.off_place.one_move import Mended
from tender_desk.workbook.reading.attached import Attached
from tender_desk.workbook.reading.places import CellPlaces
from tender_desk.workbook.told.echoes import lost_sheets, once, sheets_behind
from tender_desk.workbook.told.pastes import pasted
from tender_engine.faults import Fault

__all__ = ["Found"]

# The copies on sheets, by their numbers.
Copies: TypeAlias = Mapping[int, Copy]


@frozen
class Found:
    """What a workbook holds: the plain values of a package, where they stand, what is wrong.

    `skipped` are rows of pasted blocks that are no lines; `sheets` are those that were found, and
    `lacking` those that our workbooks have, most of them empty, and that are not there. `kept` are
    judgements of the last refresh that matrices say otherwise now and no row has yet; `matrices`
    are those that could be read, by their titles. `bare` are rows that stand ready, by their sheets
    and codes: what each lacks if another sheet names it. `blocks` are those on some sheets that
    stood elsewhere at the last refresh, or belong elsewhere, beside the `copies` that are known;
    these are found among the wrong cells of a sheet, by its number. `doubts` are told and refuse
    nothing.
    """

    value: Mapping[str, Any] | None
    places: CellPlaces
    faults: tuple[Fault, ...] = ()
    attached: tuple[Attached, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    sheets: frozenset[str] = frozenset()
    lacking: tuple[str, ...] = ()
    kept: tuple[Mapping[str, Any], ...] = ()
    matrices: Mapping[str, MatrixSheet] = {}
    bare: Mapping[tuple[str, str], Fault] = {}
    blocks: Callable[[Collection[str], Copies], Iterable[Mended]] = field(
        default=lambda *_: (), repr=False
    )
    copies: Callable[[int, Set[Place]], Copy | None] = field(default=lambda *_: None, repr=False)
    doubts: tuple[Fault, ...] = ()

    def told(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """What is wrong with the workbook, and with the package that was read: `faults`.

        On sheets that are not right, blocks are looked for that have to be moved; what is right
        then is not told.
        """
        of_both = (*self.faults, *self.places.named(faults, self.faults))
        if self.value is None:
            return iter(of_both)
        copies = self._copied(of_both)
        of_both = tuple(fault for fault in of_both if not _is_refuted(fault, copies))
        blocks = [*self.blocks(sheets_behind(of_both, self.places), copies)]
        spots = ((one.fault.spot, one.rows) for one in blocks if one.fault.spot)
        rows = {(spot.order[0], row) for spot, mended in spots for row in mended}
        told = ((fault.spot or self.places.spot(fault), fault) for fault in of_both)
        left = (fault for spot, fault in told if spot.file or spot.order[:2] not in rows)
        of_both = (*left, *(one.fault for one in blocks))
        lost = lost_sheets(self.sheets, of_both)
        return chain(
            once(of_both, lost, self.sheets, self.places, self.bare),
            (pasted(number, copy.cells) for number, copy in copies.items()),
        )

    def _copied(self, faults: Iterable[Fault]) -> Copies:
        """What was copied over other cells, on each sheet on which several cells are wrong."""
        wrong: dict[int, set[Place]] = defaultdict(set)
        for fault in faults:
            spot = fault.spot or self.places.spot(fault)
            if not spot.file and spot.order:
                wrong[spot.order[0]].add((spot.order[1], spot.order[2]))
        found = ((n, self.copies(n, cells)) for n, cells in wrong.items() if len(cells) > 1)
        return {number: copy for number, copy in found if copy is not None}


def _is_refuted(fault: Fault, copies: Copies) -> bool:
    """Whether a block is told a place from which it was not carried: it is known what was."""
    copy = copies.get(fault.spot.order[0]) if fault.code == BESIDE and fault.spot else None
    areas = [merged_area(fault.params[key]) for key in ("range", "cell")] if copy else []
    places = [(area.top, area.left) for area in areas if area]
    if copy is None or len(places) < 2:
        return False
    (row, column), (to_row, to_column) = places
    return copy.off != (row - to_row, column - to_column)
