"""Volumes that stand in one cell with their unit: `100 m3`, `3 ls`; prices as `Rp 500/m3`."""

import re

from tender.formats.excel.numerals import amount_of
from tender.formats.schedules.candidates import same_unit
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header

__all__ = ["part_units"]

# Letters, and a digit only right behind them: `m3`. Another figure makes it another thing.
_COUNTED = re.compile(r"(?P<figure>[0-9][0-9.,]*)\s*(?P<unit>[^\W\d_][^\d]*[123]?['\"²³]?)")
_PER_UNIT = re.compile(r"(?P<figure>[^/]*[0-9][^/]*?)\s*/\s*(?P<unit>[^/]+)")
# A word that is a part of the number is no unit.
_NUMERAL = re.compile(r"(ribu|rb|juta|jt|mil[iy]ar|m[iy]l|x)\b", re.IGNORECASE)
_LONGEST_UNIT = 15


def part_units(cells: Cells, header: Header) -> None:
    """Read such a cell as a volume, and its unit as that of the row.

    Where the row has a unit of its own and that is another, the cell is left as it stands. A second
    volume tells nothing of the unit; a price per unit (`Rp 50.000/m3`) has to be of the row's.
    """
    volume, months = header.column("quantity"), header.column("person_months")
    beside, price = header.column("unit"), header.column("unit_price")
    rows = sorted({row for row, _ in cells.sheet.cells if row > header.last})
    for row in rows:
        own = cells.text(row, beside) if beside else ""
        for column in (volume, months):
            found = _COUNTED.fullmatch(cells.text(row, column)) if column else None
            if found is None or not _is_unit(found["unit"]) or amount_of(found["figure"]) is None:
                continue
            unit = found["unit"].strip(" .") if column == volume else ""
            if not own or not unit or same_unit(own, unit):
                cells.read.part_unit(row, column, found["figure"], unit)
        found = _PER_UNIT.fullmatch(cells.text(row, price)) if price else None
        unit = own or cells.read.units.get(row, "")
        if found is not None and same_unit(found["unit"], unit):
            cells.read.part_unit(row, price, found["figure"])


def _is_unit(text: str) -> bool:
    return len(text.strip(" .")) <= _LONGEST_UNIT and not _NUMERAL.match(text)
