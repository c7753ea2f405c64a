"""Adds rows to the sheet `Konfirmasi`, and puts the value that stands into those unanswered."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from tender_desk.workbook.growing.container import refusal
from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.sheet import SheetXml, says
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.names import HEADER_ROW
from tender_desk.workbook.layouts.provisions import Provisions
from tender_desk.workbook.layouts.tables_confirmed import ANSWER, CODE, CONFIRMED, STANDS, WHAT
from tender_desk.workbook.reading.sheet_cells import title_key

__all__ = ["asked_in", "hide_codes"]

# Row, column and element of a cell.
Place: TypeAlias = tuple[int, int, Any]


def hide_codes(sheet: SheetXml) -> bool:
    """Hide the codes of provisions on a sheet; whether it showed them, as old ones do."""
    titles = {title_key(column.title): column for column in CONFIRMED.columns}
    column = heads_in(sheet.texts(TOP), titles)[1].get(title_key(CODE.title))
    return column is not None and sheet.hide(column)


def asked_in(
    sheet: SheetXml, drawn: SheetXml, asked: Filled, provisions: Provisions
) -> Iterator[Place]:
    """The cells that somebody's `sheet` lacks of the rows `asked`, which stand on one `drawn`.

    A row is known by what it is about. One that is answered is never changed; of any other only the
    value that stands.

    Raises:
        PackageRefusedError: the sheet has no column for what is asked.
    """
    titles = {title_key(column.title): column for column in CONFIRMED.columns}
    head, found = heads_in(sheet.texts(TOP), titles)
    at = {titles[key]: number for key, number in found.items() if key in titles}
    for needed in (WHAT, STANDS, ANSWER):
        if needed not in at:
            raise refusal("XLS093", sheet=CONFIRMED.name, title=needed.title)
    texts: dict[int, dict[int, str]] = {}
    for row, number, cell in sheet.cells():
        if row > head and number in at.values() and says(cell):
            texts.setdefault(row, {})[number] = sheet.text(cell)
    known: Mapping[str | None, int] = {
        provisions.param_of(said.get(at.get(CODE, 0), ""), said.get(at[WHAT], "")): row
        for row, said in texts.items()
    }
    made = {(row, number): cell for row, number, cell in drawn.cells()}
    free = max((head, *texts)) + 1
    for number, told in enumerate(asked.rows, HEADER_ROW + 1):
        param, stands = told[-1], told[CONFIRMED.columns.index(STANDS)]
        row = known.get(param, free)
        if row == free:
            columns, free = CONFIRMED.columns, free + 1
        elif texts[row].get(at[ANSWER]) or texts[row].get(at[STANDS]) == stands:
            continue
        else:
            columns = (STANDS,)
        for column in columns:
            if column in at:
                yield row, at[column], made[number, CONFIRMED.columns.index(column) + 1]
