"""What the formulas in a workbook come to, computed anew: exactly or not at all."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.kinds import CellError
from tender_engine.numbers import terminating

if TYPE_CHECKING:
    from tender_desk.schedules.compute import Computer

__all__ = ["Computing"]


class Computing:
    """Computes the formulas of the workbook in `data`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._computer: Computer | None = None

    def worth(self, sheet: int, row: int, column: int) -> Decimal | str | None:
        """What the formula in a cell comes to; what Excel kept as its result is not looked at.

        Raises:
            CellError: it is not understood, or its result has no exact decimals.
        """
        from tender_desk.schedules.compute import Computer, NotComputedError
        from tender_desk.schedules.grid import Grid

        if self._computer is None:
            self._grid = Grid(self._data)
            self._computer = Computer(self._grid)
        try:
            worth = self._computer.worth((sheet, row, column))
        except NotComputedError as error:
            number, line, place = error.place
            where = cell_name(line, place, self._grid.titles[number])
            raise CellError("XLS038", found=where) from error
        if not isinstance(worth, Fraction):
            return worth
        exact = terminating(worth)
        if exact is None:
            raise CellError("XLS040")
        return exact
