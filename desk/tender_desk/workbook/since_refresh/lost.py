"""Rows of forms and columns of tables that said something at the last refresh and are gone.

What a row or column says that may be left out would else be asked of nobody any more, and nothing
would tell. One that is there and empty says so; one that is not there may be lost.
"""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from tender_desk.workbook.layouts.filled import REPEATED
from tender_desk.workbook.layouts.layout import Field, Form, Table
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    CRITERION,
    ROW_AT,
    STAGE,
    WORDS,
    parted,
)
from tender_desk.workbook.reading.places import CellPlaces, Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_engine.faults import Fault

if TYPE_CHECKING:
    from tender_desk.workbook.since_refresh.last_state import SheetState

__all__ = ["ROW_GONE", "lost_of_matrix", "lost_since"]

_FOR_THE_EYE = tuple((key,) for key in REPEATED)
ROW_GONE, _COLUMNS = "XLS219", "XLS220"
# Told of a head or a name that is not known: what seems lost may stand there.
_STRANGE = frozenset({"XLS022", "XLS023", "XLS024", "XLS025", "XLS102"})


def lost_since(
    then: "SheetState",
    cells: Cells,
    sheet: Form | Table,
    told: Collection[Fault],
    places: CellPlaces,
    digest: Callable[[str], str],
) -> Iterator[Fault]:
    """What `cells` lacks of what the same sheet said `then`, in one fault.

    The heads are from now on the place of what a row that is gone said.

    Args:
        then: the sheet at the last refresh.
        cells: the sheet now.
        sheet: which one it is.
        told: what is told of the workbook already.
        places: where its values stand.
        digest: as what a text of such a sheet is kept.
    """
    if any(f.code in _STRANGE and f.spot and f.spot.order[0] == cells.number for f in told):
        return
    grid = Grid(cells.title, cells.number)
    if isinstance(sheet, Form):
        head, fields = _rows(then, cells, sheet, digest)
        code, gone = ROW_GONE, [field.title for field in fields]
        for field in fields:
            if field.key is not None:
                places.field(field.key, grid.spot(head, 1), field.title)
    else:
        code, (head, gone) = _COLUMNS, _columns(then, cells, sheet)
    if gone:
        spot = grid.spot(head, 1)
        yield Fault(code, (), {"title": "; ".join(gone)}, spot=spot)


def lost_of_matrix(then: "SheetState", cells: Cells, told: Collection[Fault]) -> Fault | None:
    """The columns of a matrix that are gone with what stood in them, in one fault.

    That of answers is told with each word in it.
    """
    if any(f.code in _STRANGE and f.spot and f.spot.order[0] == cells.number for f in told):
        return None
    head, found = heads(cells, {title_key(one): one for one in (STAGE, CRITERION, WORDS)})
    there = {title_key(title) for title in found.values()}
    filled = {key for row in then.rows for key in row.cells}
    gone = [
        shown
        for key, shown in then.heads.items()
        if key in filled - there
        and (part := parted(shown))[0] != ANSWER_PART
        and title_key(part[1]) in there
    ]
    gone += [one for one in (WORDS, ROW_AT) if title_key(one) in filled - there]
    if not (head and gone):
        return None
    params = {"title": "; ".join(dict.fromkeys(gone))}
    return Fault(_COLUMNS, (), params, spot=Grid(cells.title, cells.number).spot(head, 1))


def _rows(
    then: "SheetState", cells: Cells, form: Form, digest: Callable[[str], str]
) -> tuple[int, list[Field]]:
    """The row of the heads, and the fields that had a value and have no row any more."""
    name, value = (title_key(header) for header in form.headers[:2])
    filled = {row.cells.get(name, "") for row in then.rows if value in row.cells}
    head, found = heads(cells, {title_key(header): header for header in form.headers})
    at = next((column for column, title in found.items() if title_key(title) == name), 0)
    there = {title_key(c.value) for _, row in cells.rows() for c in row if c.column == at}
    optional = (field for field in form.fields if not field.needed)
    lost = (field for field in optional if title_key(field.title) not in there)
    gone = [field for field in lost if digest(field.title) in filled]
    return head, gone if at else []


def _columns(then: "SheetState", cells: Cells, table: Table) -> tuple[int, list[str]]:
    """The row of the heads, and the columns in which anything stood that are not there any more."""
    known = {
        title_key(column.title): column.title
        for column in (*table.parents, *table.columns)
        if not (column.told or column.key[:1] in _FOR_THE_EYE)
    }
    filled = {key for row in then.rows for key in row.cells}
    head, found = heads(cells, known)
    there = {title_key(title) for title in found.values()}
    return head, [title for key, title in known.items() if key in filled and key not in there]
