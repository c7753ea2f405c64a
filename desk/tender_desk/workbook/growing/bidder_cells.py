"""Fills empty cells of the sheet *Peserta* of a workbook, and leaves all else as it is."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

from attrs import frozen

from tender_desk.workbook.growing.container import Container, refusal
from tender_desk.workbook.growing.found import drawn
from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.sheet import SheetXml, says
from tender_desk.workbook.growing.stylesheet import StyleSheet
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.layout import WHO, Column, Table
from tender_desk.workbook.layouts.names import HEADER_ROW
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_desk.workbook.reading.trees import MISSING, get
from tender_desk.workbook.reading.workbook_found import Found
from tender_desk.workbook.reading.workbook_reading import read_workbook
from tender_engine.faults import Fault, PackageRefusedError, Spot
from tender_engine.rulebook import Rulebook

__all__ = ["filled_in"]

_NAME = WHO[0]


@frozen
class _Lacking:
    """What the workbook does not say of a participant: its column, and the value.

    The participant is `index` from 0, or known by its `code` where it is new.
    """

    index: int
    code: str
    column: Column
    value: Any


def filled_in(
    data: bytes,
    found: Found,
    value: Mapping[str, Any],
    rulebook: Rulebook,
    folder: FilePath | None = None,
) -> bytes:
    """The workbook `data` with what `value` says more of participants, and nothing else changed.

    Who is new stands beside its code where that stands ready, else in the next empty rows. The
    result is read before it is given back: it reads as `value`, plain value by plain value.

    Args:
        data: a workbook that the guard has let pass.
        found: what was read of it, without a fault of a cell.
        value: the same plain values, with more about participants.
        rulebook: whose checks the workbook may be about.
        folder: where the schedules lie that the workbook names.

    Raises:
        PackageRefusedError: it has no column for something, something stands in a cell that would
            be filled, or it would not read back; nothing is filled then.
    """
    table = layout_of(rulebook.declarations).table(_NAME)
    lacking = tuple(_lacking(found.value or {}, value, table))
    # A look that somebody gave a cell may change what a number in it says: `11` in percent.
    for keep_look in (True, False):
        made = _Filling(data, found, lacking, table).fill(keep_look=keep_look)
        again = read_workbook(made, rulebook, folder)
        if not again.faults and again.value == value:
            return made
    raise refusal("XLS095", sheet=_NAME)


def _lacking(
    before: Mapping[str, Any], after: Mapping[str, Any], table: Table
) -> Iterator[_Lacking]:
    known: Sequence[Any] = before.get("participants", ())
    for index, who in enumerate(after["participants"]):
        was = known[index] if index < len(known) else {}
        for column in table.columns:
            said = get(who, column.key)
            if said is not MISSING and said != get(was, column.key):
                yield _Lacking(index, str(who["id"]), column, said)


class _Filling:
    """The sheet of participants of one workbook while it is filled."""

    def __init__(
        self, data: bytes, found: Found, lacking: Sequence[_Lacking], table: Table
    ) -> None:
        self._table = table
        self._container, self._lacking = Container(data), lacking
        self._part = dict(self._container.worksheets()).get(_NAME, "")
        if not self._part:
            self._tell_missing(0, ())
        self._sheet = SheetXml(self._container.read(self._part), self._container.shared)
        self._cells = {(row, at): cell for row, at, cell in self._sheet.cells()}
        titles = {title_key(column.title): column for column in table.columns}
        head, found_heads = heads_in(self._sheet.texts(TOP), titles)
        self._columns = {titles[key]: at for key, at in found_heads.items() if key in titles}
        self._tell_missing(head, self._columns)
        self._ready = self._rows_ready(head)
        self._rows, self._free = _rows_taken(found), self._first_free(head)
        self._tell_filled()

    def fill(self, *, keep_look: bool) -> bytes:
        """Put every value into its cell; with `keep_look` a cell's own style stays."""
        donor = Container(drawn((), [(_NAME, _drawn_rows(self._lacking, self._table))], ()))
        ((_, part),) = donor.worksheets()
        looks, styles = (StyleSheet(one.read(one.styles())) for one in (donor, self._container))
        drawn_cells = {(row, at): one for row, at, one in SheetXml(donor.read(part), str).cells()}
        put = []
        for number, one in enumerate(self._lacking, HEADER_ROW + 1):
            place = self._place(one)
            if place in self._ready.values():
                continue  # a code that stands there already
            cell = drawn_cells[number, self._table.columns.index(one.column) + 1]
            look = self._cells[place].get("s") if keep_look and place in self._cells else None
            if look is None or looks.keeps_text(cell.get("s")):
                look = styles.adopt(looks, cell.get("s"))
            cell.set("s", look)
            put.append((*place, cell))
        self._sheet.put(put)
        self._container.write(self._part, self._sheet.xml())
        self._container.write(self._container.styles(), styles.xml())
        self._container.compute_anew()
        return self._container.packed()

    def _place(self, one: _Lacking) -> tuple[int, int]:
        """Row and column of a value; those who are new come to their codes, else below the rest."""
        further = one.index - len(self._rows)
        if further < 0:
            row = self._rows[one.index]
        elif one.code in self._ready:
            row, _ = self._ready[one.code]
        else:
            row = self._free + further
        return row, self._columns[one.column]

    def _rows_ready(self, head: int) -> dict[str, tuple[int, int]]:
        """The cells of codes that stand ready in rows that say nothing else, by the codes."""
        known = set(self._columns.values())
        filled: dict[int, dict[int, str]] = {}
        for (row, at), cell in self._cells.items():
            if row > head and at in known and says(cell):
                filled.setdefault(row, {})[at] = self._sheet.text(cell)
        alone = {row: next(iter(said.items())) for row, said in filled.items() if len(said) == 1}
        column = self._columns.get(self._table.columns[0])
        return {
            code: (row, at)
            for row, (at, code) in sorted(alone.items(), reverse=True)
            if at == column and self._table.ready({"id": code})
        }

    def _first_free(self, head: int) -> int:
        """The row below the last in which a column that is read says something."""
        known = set(self._columns.values())
        filled = (row for (row, at), cell in self._cells.items() if at in known and says(cell))
        return max(head, *filled) + 1

    def _tell_missing(self, head: int, known: Collection[Column]) -> None:
        """Refuse a sheet that does not have every column; all are told."""
        spot = Grid(_NAME, 0).spot(head, 1) if head else Spot()
        wanted = dict.fromkeys(one.column for one in self._lacking)
        _refuse(
            Fault("XLS093", (), {"sheet": _NAME, "title": column.title}, spot=spot)
            for column in wanted
            if column not in known
        )

    def _tell_filled(self) -> None:
        """Refuse cells that say something that was not read, such as a formula of no result."""
        places = [(one.column.title, self._place(one)) for one in self._lacking]
        ready = {*self._ready.values()}
        _refuse(
            Fault("XLS094", (), {"title": title}, spot=Grid(_NAME, 0).spot(*place))
            for title, place in places
            if place in self._cells and says(self._cells[place]) and place not in ready
        )


def _refuse(faults: Iterable[Fault]) -> None:
    if told := tuple(faults):
        raise PackageRefusedError(told)


def _rows_taken(found: Found) -> tuple[int, ...]:
    """The row of every participant of the workbook, in their order."""
    known = (found.value or {}).get("participants", ())
    faults = (Fault("", ("participants", index), {}) for index in range(len(known)))
    return tuple(found.places.spot(fault).order[1] for fault in faults)


def _drawn_rows(lacking: Sequence[_Lacking], table: Table) -> Filled:
    """The values on a sheet of the program's own, each in a row of its own."""
    rows = (
        tuple(
            one.column.kind.write(one.value) if column is one.column else None
            for column in table.columns
        )
        for one in lacking
    )
    return Filled(table, tuple(rows))
