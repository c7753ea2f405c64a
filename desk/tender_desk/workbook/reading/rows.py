"""The rows of a sheet as entries of the package, each cell read as what its column holds."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from tender_desk.ooxml.addresses import cell_name, column_letter
from tender_desk.workbook.kinds import LEFT_BLANK, TEXT, CellError, Kind, is_none
from tender_desk.workbook.kinds.units import unit_behind
from tender_desk.workbook.layouts.layout import Column, Form, KeyPath, Table
from tender_desk.workbook.layouts.layout import Field as FormField
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    heads,
    is_blank,
    is_own,
    labelled,
    likely,
    read_cell,
    shown_title,
    title_key,
)
from tender_desk.workbook.reading.trees import NowhereError, put
from tender_engine.clarified import CLARIFIED
from tender_engine.faults import Fault, Noted, Spot

__all__ = ["Entry", "Said", "may_be_sealed", "read_form", "read_table"]

# So many strange heads in the place of known ones are no columns of somebody's own.
_SEVERAL = 3
# So many lost heads are named.
_NAMED = 5
# What may speak of an envelope that nobody has opened.
_SEALED = frozenset({"price", *CLARIFIED, "total", "totals"})
# What of a fault of a cell may quote it: as it stands, and as it may be read.
_QUOTING = frozenset({"found", "whole", "part", "known"})


@frozen
class Entry:
    """A row: the names of the entries above it, what it says, and where it stands.

    One that says that there is `none` says nothing else; one that is `bare` only stands ready.
    """

    above: tuple[str, ...]
    said: dict[str, Any]
    grid: Grid
    row: int
    none: bool = False
    bare: bool = False


@frozen
class Said:
    """A cell of a form: its key and title, what it says (`None` where it is empty), its place.

    One that is `naming` entries of another sheet has the field that says which.
    """

    key: KeyPath
    title: str
    value: Any
    spot: Spot
    naming: FormField | None = None


def read_table(
    cells: Cells,
    table: Table,
    local: Local,
    faults: Noted,
    apart: Collection[int] = (),
) -> Iterator[Entry]:
    """The entries of a table, without rows `apart`; what cannot be read is told in `faults`."""
    columns = (*table.parents, *table.columns)
    sheet = _Sheet(cells, {title_key(column.title): column for column in columns}, faults)
    if not sheet.may_be_read(table):
        return
    grids = _Grids(cells, sheet, table)
    rows: list[int] = []
    shared = {} if table.once is None else sheet.once(table.once, local)
    secret = {number for number, one in sheet.columns.items() if may_be_sealed(table, one)}
    for row, filled in cells.rows():
        if row <= sheet.head or row in apart:
            continue
        said: dict[str, Any] = dict(table.constant)
        above: dict[Column, str] = {}
        held: dict[Column, int] = {}
        none = sheet.dash_in(filled, table)
        for cell in filled:
            column = sheet.columns.get(cell.column)
            if column is None:
                sheet.tell_unknown(cell)
                continue
            unit = sheet.unit_of(column, cell, filled)
            kind = sheet.kind(cell.column, local, unit)
            hidden = cell.column in secret
            if cell is not none and (value := sheet.value(kind, cell, hidden=hidden)) is not None:
                if column in table.parents:
                    above[column] = value
                else:
                    sheet.put(said, column, value, cell, unit)
                    held.setdefault(column, cell.column)
        if none is not None and len(said) > len(table.constant) + table.keyed:
            sheet.tell("XLS175", none)
        elif none is not None or above or len(said) > len(table.constant):
            bare = table.ready(said)
            rows += [] if bare else [row]
            names = tuple(above.get(name, "") for name in table.parents)
            grid = grids.of(said.get("type"), held)
            yield Entry(names, {**shared, **said}, grid, row, none is not None, bare)
    sheet.tell_merged(rows)


def may_be_sealed(table: Table, column: Column) -> bool:
    """Whether what is typed in a column may tell of an envelope that nobody has opened."""
    return bool(_SEALED & {*table.path, *column.key})


def read_form(cells: Cells, form: Form, local: Local, faults: Noted) -> Iterator[Said]:
    """The values of a form, the empty ones too, so that the cell of each is known."""
    headers = [title_key(header) for header in form.headers]
    sheet = _Sheet(cells, {header: header for header in headers}, faults)
    at = {header: number for number, header in sheet.columns.items()}
    if headers[0] not in at or headers[1] not in at:
        sheet.tell_headless(form.headers[0])
        return
    fields = {title_key(field.title): field for field in form.fields}
    groups = {title_key(field.group) for field in form.fields if field.group}
    grid, rows = Grid(cells.title, cells.number), []
    labelled = [*_labelled(cells, sheet.head, at, headers, groups)]
    renamed = _renamed([name for name, _, _ in labelled], [*fields])
    for index, (name, row, filled) in enumerate(labelled):
        by_column = {cell.column: cell for cell in filled}
        sheet.tell_strangers(filled)
        rows.append(row)
        field = fields.get(renamed.get(index, name))
        given = by_column.get(at[headers[1]])
        if name not in fields and given is not None:
            known = field.title if field else likely(faults, name, [f.title for f in form.fields])
            said = (
                shown_title(by_column[at[headers[0]]].value)
                if name
                else cell_name(row, at[headers[0]])
            )
            sheet.tell("XLS023", given, title=said, known=known)
        if field is None:
            continue
        for header, key, kind in _of(field):
            column = at.get(header)
            cell = by_column.get(column) if column is not None else None
            if column is not None and key is not None and kind is not None:
                value = None if cell is None else sheet.value(field.within(kind, local), cell)
                naming = field if field.source and key == field.key else None
                yield Said(key, field.title, value, grid.spot(row, column), naming)
            elif cell is not None and not is_blank(cell):
                sheet.tell("XLS048", cell, title=field.title)
    sheet.tell_merged(rows)


def _labelled(
    cells: Cells,
    head: int,
    at: Mapping[str, int],
    headers: Sequence[str],
    groups: Collection[str],
) -> Iterator[tuple[str, int, Sequence[Any]]]:
    """The rows of a form with their names, which may be empty, without the titles of groups.

    Those have the heads of the columns once more, whatever they are called.
    """
    for row, filled in cells.rows():
        texts = {cell.column: title_key(cell.value) for cell in filled}
        name, given = (texts.get(at[header], "") for header in headers[:2])
        if row > head and name not in groups and given != headers[1]:
            yield name, row, filled


def _renamed(names: Sequence[str], fields: Sequence[str]) -> Mapping[int, str]:
    """The fields that have another name: each by its place beside one that is known.

    >>> _renamed(["a", "x", "c"], ["a", "b", "c"]), _renamed(["x", "b"], ["a", "b"])
    ({1: 'b'}, {0: 'a'})
    >>> _renamed(["c", "x", "a"], ["a", "b", "c"]), _renamed(["a", "x", "b"], ["a", "b"])
    ({}, {})
    """
    below, above = dict(pairwise(fields)), dict(pairwise(reversed(fields)))
    found: dict[int, str] = {}
    for index, name in enumerate(names):
        before, after = names[max(0, index - 1)], names[min(index + 1, len(names) - 1)]
        meant = {below.get(before), above.get(after)} - {None, *names, *found.values()}
        if name not in fields and len(meant) == 1:
            found[index] = str(meant.pop())
    return found


def _of(field: FormField) -> Iterator[tuple[str, KeyPath | None, Kind | None]]:
    """The headers of the columns that a row of a form has, with what it holds there, if any."""
    yield "nilai", field.key, field.kind
    yield "klausul", field.clause, TEXT


class _Sheet:
    """A sheet while it is read: what its columns hold, and how its faults are told."""

    def __init__(self, cells: Cells, known: Mapping[str, Any], faults: Noted) -> None:
        self._cells, self._faults = cells, faults
        self._names = [getattr(column, "title", name) for name, column in known.items()]
        self.head, self._titles = heads(cells, known)
        self._found = {title_key(title) for title in self._titles.values()}
        self._told: set[int] = set()
        self._said: set[tuple[int, int]] = set()
        self.columns: dict[int, Any] = {}
        self._kinds: dict[int, Kind] = {}
        taken = set[str]()
        for number, title in self._titles.items():
            key = title_key(title)
            column = known.get(key)
            if column is None:
                continue
            if key in taken:
                self._told.add(number)
                self._tell_at("XLS025", self.head, number, title=title)
            else:
                taken.add(key)
                self.columns[number] = column

    def value(self, kind: Kind, cell: Any, *, hidden: bool = False) -> Any:
        """What a cell says; `None` where it says nothing, or cannot be read and is told.

        A fault of a `hidden` one does not repeat what stands in it.
        """
        try:
            return read_cell(self._cells, kind, cell)
        except CellError as error:
            unsaid = dict.fromkeys(_QUOTING & error.params.keys(), "...") if hidden else {}
            if (cell.row, cell.column) not in self._said:
                self.tell(error.code, cell, **{**error.params, **unsaid})
        return None

    def kind(self, number: int, local: Local, unit: str) -> Kind:
        """What the cells of a column hold, as they are read here; in the `unit` of a row if any."""
        column: Column = self.columns[number]
        if unit:
            return column.within(evolve(local, unit=unit))
        if number not in self._kinds:  # most columns of most sheets are empty
            self._kinds[number] = column.within(local)
        return self._kinds[number]

    def unit_of(self, column: Column, cell: Any, filled: Iterable[Any]) -> str:
        """The unit that the row of a figure says for it; empty where it is not asked or not told.

        Only a text may have it behind its figure, where a blank cell leaves it to be said.
        """
        if not column.in_unit or not isinstance(cell.value, str) or cell.data_type == "f":
            return ""
        beside = self.unit_column(column)
        said = next((c for c in filled if self.columns.get(c.column) is beside is not None), None)
        if said is None or is_blank(said):
            return unit_behind(cell.value) if beside is not None else ""
        return said.value.strip() if isinstance(said.value, str) else ""

    def unit_column(self, column: Column) -> Column | None:
        """The column with the unit of the figures in another, if there is one."""
        found = (one for one in self.columns.values() if one.title == column.in_unit)
        return next(found, None) if column.in_unit else None

    def once(self, column: Column, local: Local) -> dict[str, Any]:
        """What stands beside the title of a column above the heads, under the key of the column."""
        found = labelled(self._cells, self.head, column.title)
        value = self.value(column.within(local), found[2]) if found and found[2] else None
        return {} if value is None else {column.key[0]: value}

    def dash_in(self, filled: Iterable[Any], table: Table) -> Any:
        """The cell of a row that says that there is none, if `table` takes that from it."""
        for cell in filled if table.tells_none else ():
            here = self.columns.get(cell.column) is table.dash
            if here and isinstance(cell.value, str) and is_none(cell.value.strip()):
                return cell
        return None

    def put(
        self, said: dict[str, Any], column: Column, value: Any, cell: Any, unit: str = ""
    ) -> None:
        """Put what a cell says under the key of its column, and its unit if none is said yet."""
        if unit and (beside := self.unit_column(column)) is not None:
            said.setdefault(beside.key[0], unit)
        try:
            put(said, column.key, None if value is LEFT_BLANK else value)
        except NowhereError:
            self.tell("XLS029", cell, title=column.title)

    def tell(self, code: str, cell: Any, **params: str) -> None:
        """Note a fault at a cell."""
        self._said.add((cell.row, cell.column))
        self._tell_at(code, cell.row, cell.column, **params)

    def tell_strangers(self, filled: Iterable[Any]) -> None:
        """Note each cell of a row whose column nobody knows."""
        for cell in filled:
            if cell.column not in self.columns:
                self.tell_unknown(cell)

    def tell_unknown(self, cell: Any) -> None:
        """Note once that a column holds something and nobody knows what."""
        title = self._titles.get(cell.column, "")
        if cell.column not in self._told and not is_own(title) and not is_blank(cell):
            self._told.add(cell.column)
            lost = [name for name in self._names if title_key(name) not in self._found]
            near = likely(self._faults, title, lost)
            named = title or column_letter(cell.column)
            self.tell("XLS022", cell, title=named, known=near)

    def tell_merged(self, rows: Sequence[int]) -> None:
        """Note ranges that are merged over inputs: over heads, or in rows that were read."""
        for area in self._cells.merged():
            inputs = [c for c in self.columns if area.left <= c <= area.right]
            first = bisect_left(rows, area.top)
            entry = first < len(rows) and rows[first] <= area.bottom
            heads = area.top <= self.head <= area.bottom and area.left < area.right
            if inputs and (entry or heads) and area.name.partition(":")[2]:
                self._tell_at("XLS108", area.top, area.left, range=area.name)

    def lost(self, needed: Sequence[str]) -> str:
        """The heads that are lost, if something else was written over the row of heads.

        So it is where more than one column that is needed is not there, or others have taken the
        place of several; a column alone is told for itself.
        """
        titles = [title for title in self._names if title_key(title) not in self._found]
        strange = [n for n, said in self._titles.items() if not (n in self.columns or is_own(said))]
        several = min(len(strange), len(titles)) >= _SEVERAL
        gone = len({*titles} & {*needed}) > 1
        below = any(row > self.head for row, _ in self._cells.rows())
        return ", ".join(titles[:_NAMED]) if (gone or several) and below else ""

    def may_be_read(self, table: Table) -> bool:
        """Whether the heads of a table are there, without which nothing can be read; else told."""
        columns = (*table.parents, *table.columns)
        lost = self.lost([column.title for column in columns if column.needed])
        if not self.head or lost:
            self.tell_headless(lost or columns[0].title)
            return False
        if table.tells_none and table.dash not in self.columns.values():
            self.tell_lost(table.dash.title)  # which rows say that there is none is not known
            return False
        return True

    def tell_headless(self, title: str) -> None:
        """Note that a sheet has no heads, unless it is empty."""
        if self._cells.first:
            self._tell_at("XLS024", self._cells.first[0][0], 1, title=title)

    def tell_lost(self, title: str) -> None:
        """Note that a column is not there; one that has taken its place is told with it."""
        rows = [filled for row, filled in self._cells.rows() if row > self.head]
        for filled in rows:
            self.tell_strangers(filled)
        if rows:
            self._tell_at("XLS102", self.head, 1, title=title)

    def _tell_at(self, code: str, row: int, column: int, **params: str) -> None:
        spot = Grid(self._cells.title, self._cells.number).spot(row, column)
        self._faults.append(Fault(code, (), params, spot=spot))


class _Grids:
    """Where the keys of a table are; of entries with a type, those of the columns that it has."""

    def __init__(self, cells: Cells, sheet: _Sheet, table: Table) -> None:
        self._cells, self._sheet, self._table = cells, sheet, table
        self._made: dict[Any, Grid] = {}
        self._typed = {name for column in table.columns for name in column.only}

    def of(self, kind: Any, held: Mapping[Column, int]) -> Grid:
        """Those of an entry of this type, if its columns depend on that.

        What is `held` by another column than that of the type stands where it was typed.
        """
        kind = kind if kind in self._typed else None
        if kind not in self._made:
            self._made[kind] = self._of(kind)
        grid = self._made[kind]
        odd = {column: at for column, at in held.items() if grid.columns.get(column.key) != at}
        if not (odd and self._typed):
            return grid
        columns = {**grid.columns, **{column.key: at for column, at in odd.items()}}
        titles = {**grid.titles, **{column.key: column.title for column in odd}}
        return evolve(grid, columns=columns, titles=titles)

    def _of(self, kind: str | None) -> Grid:
        """Where each key is; those without a column have a title alone."""
        sheet, table = self._sheet, self._table
        at = {column.title: number for number, column in sheet.columns.items()}
        # Of two columns for one key that of the type counts, be it there or not; else one that is.
        columns = sorted(table.columns, key=lambda c: (kind not in c.only, c.title not in at))
        meant = {column.key: column for column in reversed(columns)}
        titles = {key: column.title for key, column in meant.items()}
        # Those that name what is above a row have the same key as its own code.
        places = {
            column.key: number
            for number, column in sheet.columns.items()
            if column.key and column not in table.parents and column is meant[column.key]
        }
        own = places.get(table.columns[0].key, 1) if table.keyed else 1
        grid = Grid(self._cells.title, self._cells.number, places, titles, sheet.head, own, at)
        found = labelled(self._cells, sheet.head, table.once.title) if table.once else None
        if not (table.once and found):
            return grid
        return evolve(grid, above={table.once.key: grid.spot(*found[:2])})
