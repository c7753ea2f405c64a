"""A block that may have to be moved, and whether what is wrong with a sheet is right once it is."""

from collections.abc import Mapping, Set
from typing import TypeAlias

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, cells_of
from tender_desk.workbook.off_place.displaced import BESIDE
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells
from tender_engine.faults import Fault

__all__ = ["Block", "Judged", "Place"]

# A cell by its row and column.
Place: TypeAlias = tuple[int, int]

# So many cells have to be right that were not; so many tell it where no entry is whole by it.
_LEAST, _MANY = 2, 3


@frozen
class Judged:
    """What is wrong with a sheet: cells that are, and that lack something; the rows of entries.

    What is `odd` may be so, and counts only against a place in which more is. As many `sums`
    hold the entries to their figures, of which none may be lost. So many cells are `fits`, which
    hold what few columns may: terms, and names that are known.
    """

    wrong: Set[Place]
    lacking: Set[Place] = frozenset()
    entries: Set[int] = frozenset()
    odd: Set[Place] = frozenset()
    sums: int = 0
    fits: int = 0

    @property
    def all(self) -> Set[Place]:
        """Whatever is wrong."""
        return self.wrong | self.lacking

    @property
    def whole(self) -> int:
        """How many entries have nothing that is wrong."""
        return len(self.entries - {row for row, _ in self.all | self.odd})


@frozen(order=True)
class Block:
    """A block by its first and last row and column, and how far down and right it is off."""

    top: int
    left: int
    bottom: int
    right: int
    down: int
    aside: int

    def holds(self, place: Place) -> bool:
        """Whether a cell is in the block."""
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    def belongs(self, place: Place) -> Place:
        """Where a cell of it belongs."""
        return place[0] - self.down, place[1] - self.aside

    @property
    def rows(self) -> Set[int]:
        """The rows in which it stands or belongs."""
        there = range(self.top, self.bottom + 1)
        return {*there, *(row - self.down for row in there)}

    def mends(self, now: Judged, then: Judged, twins: int) -> bool:
        """Whether nothing is wrong with its rows `then`, but that what it was laid over lacks.

        So many `twins` stand where it belongs already: a copy of it was pasted.
        """
        lost = {place for place in then.lacking if self.holds(place)}
        left = then.all - lost
        gained = len(now.all | now.odd) - len(then.all | then.odd)
        misfits, odd = len(now.wrong) - len(then.wrong), len(now.odd) - len(then.odd)
        # What a column lacks, or has too much, tells alone of no other one; twice the same does.
        lacked = len(now.lacking - then.lacking) >= _LEAST and max(misfits, odd) >= _LEAST
        known = then.fits - now.fits >= _MANY or twins >= _LEAST
        told = lacked or min(misfits, odd) >= _MANY or known
        right = then.whole == now.whole and not (then.all or then.odd)
        fits = then.fits - now.fits >= _MANY
        better = then.whole > now.whole or right or max(misfits, odd) >= _MANY or fits
        return (
            (gained >= _LEAST or known)
            and (misfits >= _LEAST or gained >= len(lost) or fits)
            and (told or not self.aside)
            and better
            and then.sums >= now.sums
            and then.fits >= now.fits
            and left <= now.all
            and not self.rows & {row for row, _ in left}
        )

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def fault(self, cells: Cells, found: Mapping[int, str]) -> Fault:
        """The block as a fault."""
        params = {
            "range": cells_of(self.top, self.left, self.bottom, self.right),
            "title": found.get(self.left - self.aside, ""),
            "cell": cell_name(*self.belongs((self.top, self.left))),
        }
        spot = Grid(cells.title, cells.number).spot(self.top, self.left)
        return Fault(BESIDE, (), params, spot=spot)
