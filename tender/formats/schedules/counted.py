"""Volumes that stand in one cell with their unit: `100 m3`, `12,5 m'`, `3 ls`."""

import re

from tender.formats.excel.numerals import amount_of
from tender.formats.schedules.candidates import same_unit
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header

__all__ = ["part_units"]

# Letters, and a digit only right behind them: `m3`. Another figure makes it another thing.
_COUNTED = re.compile(r"(?P<figure>[0-9][0-9.,]*)\s*(?P<unit>[^\W\d_][^\d]*[123]?['\"²³]?)")
# A word that is a part of the number is no unit.
_NUMERAL = re.compile(r"(ribu|rb|juta|jt|mil[iy]ar|m[iy]l|x)\b", re.IGNORECASE)
_LONGEST_UNIT = 15


def part_units(cells: Cells, header: Header) -> None:
    """Read such a cell as a volume, and its unit as that of the row.

    Where the row has a unit of its own and that is another, the cell is left as it stands. A second
    volume tells nothing of the unit.
    """
    volume, months = header.column("quantity"), header.column("person_months")
    beside = header.column("unit")
    for row, column in sorted(cells.sheet.cells):
        if row <= header.last or column not in (volume, months):
            continue
        found = _COUNTED.fullmatch(cells.text(row, column))
        if found is None or not _is_unit(found["unit"]) or amount_of(found["figure"]) is None:
            continue
        unit, own = found["unit"].strip(" ."), cells.text(row, beside) if beside else ""
        if column == months:
            cells.read.part_unit(row, column, found["figure"])
        elif not own or same_unit(own, unit):
            cells.read.part_unit(row, column, found["figure"], unit)


def _is_unit(text: str) -> bool:
    return len(text.strip(" .")) <= _LONGEST_UNIT and not _NUMERAL.match(text)
