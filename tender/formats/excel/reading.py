"""Reads the workbook of a package: bytes to the plain values of the format, with their cells.

The reader of the format goes over those values as over those of a JSON file, so that both are held
to the same shapes and checks.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, TypeAlias

from attrs import evolve, frozen

from tender.faults import Fault, Noted, Spot, TooManyFaultsError
from tender.formats.excel import names
from tender.formats.excel.assembly import Assembly
from tender.formats.excel.attached import Attached, read_attached
from tender.formats.excel.cells import Cells, Compute, heads, likely, nearest, read_cell, title_key
from tender.formats.excel.computing import Computing
from tender.formats.excel.content import REPEATED
from tender.formats.excel.forms import PACKAGE_FORM, REQUIREMENTS_FORM, ZONE
from tender.formats.excel.guard import HostileFileError, open_workbook
from tender.formats.excel.kinds import PROSE, TEXT, CellError, Kind
from tender.formats.excel.layout import ANY, Form, Table
from tender.formats.excel.moments import ZONES
from tender.formats.excel.places import CellPlaces, Grid
from tender.formats.excel.rows import read_form, read_table
from tender.formats.excel.strayed import strayed
from tender.formats.excel.tables import PRICES, TABLES
from tender.formats.excel.trees import NowhereError
from tender.formats.source import parse

__all__ = ["Found", "Progress", "read_workbook"]

_SOMEBODY = "p1"
# Told of what is done, of how much.
Progress: TypeAlias = Callable[[int, int], None]

_FORMS = {form.name: form for form in (PACKAGE_FORM, REQUIREMENTS_FORM)}
_NO_ZONE = "XLS036"
# So many faults are counted; each costs the reading of a cell.
_COUNTED = 20_000
# Values of JSON on the sheet of what has no column.
_MOST_REST = 500_000
_TABLES = {table.name: table for table in TABLES}


@frozen
class Found:
    """What a workbook holds: the plain values of a package, where they stand, what is wrong."""

    value: Mapping[str, Any] | None
    places: CellPlaces
    faults: tuple[Fault, ...] = ()
    attached: tuple[Attached, ...] = ()


def read_workbook(
    data: bytes, folder: FilePath | None = None, progress: Progress | None = None
) -> Found:
    """The values of the package in a workbook, and all that cannot be read of it.

    A hostile file is refused by its code before anything else is looked at.

    Args:
        data: the bytes of the file.
        folder: where it lies, and the schedules that it names beside it.
        progress: told of each sheet that was read: how many, of how many.
    """
    faults = Noted(_COUNTED)
    try:
        book = open_workbook(data)
        reading = _Reading(book, Computing(data).worth, faults, progress)
        if not reading.is_a_package():
            return Found(None, reading.places, faults.whole())
        reading.read()
        attached = read_attached(reading.value, reading.places, folder, faults)
    except HostileFileError as error:
        fault = Fault(error.code, (), error.params, spot=Spot())
        return Found(None, CellPlaces(), (fault,))
    except TooManyFaultsError:
        return Found(None, CellPlaces(), faults.whole())
    value = None if faults.full else reading.value
    return Found(value, reading.places, faults.whole(), attached)


class _Reading:
    """Goes over the sheets of a workbook, those first that others name."""

    def __init__(
        self, book: Any, compute: Compute, faults: Noted, progress: Progress | None
    ) -> None:
        self._progress, self._done = progress, 0
        self._faults = faults
        self._assembly = Assembly(faults)
        self.value, self.places = self._assembly.value, self._assembly.places
        self._sheets = {
            sheet.title: (sheet, number) for number, sheet in enumerate(book.worksheets)
        }
        self._compute = compute
        self._zone: str | None = None
        self._zone_spot: Spot | None = None

    def read(self) -> None:
        """Read every sheet."""
        self._check_names()
        for form in _FORMS.values():
            self._form(form)
        for table in TABLES:
            self._table(table)
            if table.name == "Peserta":
                self._prices()
        self._rest()
        self._assembly.judge()
        self._ask_for_zone()

    def _check_names(self) -> None:
        """Tell of a sheet that nobody knows, and of one that holds what another should."""
        known = {*_FORMS, *_TABLES, names.GUIDE, names.REST, names.WORDS}
        for title, (_, number) in self._sheets.items():
            prefixes = (f"{PRICES.name} ", names.OWN, names.FOUND_SHEET)
            if title not in known and not title.startswith(prefixes):
                near = nearest(title, [*known, f"{PRICES.name} {_SOMEBODY}"])
                self._tell("XLS021", Grid(title, number), title=title, known=near)
        for found in strayed({title: sheet for title, (sheet, _) in self._sheets.items()}):
            grid = Grid(found.sheet, self._sheets[found.sheet][1])
            self._tell("XLS159", grid, title=found.sheet, other=found.other)

    def is_a_package(self) -> bool:
        """Whether the workbook is one of a package; what else would be wrong with it is no help."""
        if PACKAGE_FORM.name in self._sheets:
            return True
        self._tell("XLS039", Grid(next(iter(self._sheets)), 0), title=PACKAGE_FORM.name)
        return False

    def _form(self, form: Form) -> None:
        cells = self._cells(form.name)
        for said in read_form(cells, form, self._zone, self._faults) if cells else ():
            if said.key != ZONE.key:
                self._assembly.set(said)
                continue
            self._zone, self._zone_spot = ZONES.get(said.value or ""), said.spot
            if said.value is not None and self._zone is None:
                self._faults.append(Fault(_NO_ZONE, (), {}, spot=said.spot))

    def _ask_for_zone(self) -> None:
        """Tell once, where it is missing, that no time can be read without a zone."""
        unread = [fault.spot for fault in self._faults if fault.code == _NO_ZONE and fault.spot]
        if unread:
            self.places.unread(unread)
            others = [fault for fault in self._faults if fault.code != _NO_ZONE]
            missing = Fault(_NO_ZONE, (), {}, spot=self._zone_spot or unread[0])
            self._faults[:] = [*others, missing]

    def _table(self, table: Table) -> None:
        cells = self._cells(table.name)
        if cells and ANY not in table.path:
            first = Grid(cells.title, cells.number).spot(names.HEADER_ROW + 1, 1)
            self.places.field(table.path, first, table.title)
        for entry in read_table(cells, table, self._zone, self._faults) if cells else ():
            self._assembly.add(table, entry)

    def _prices(self) -> None:
        """The sheets of prices; what one repeats of the document is no word of the bidder's."""
        lines = self.value["tender"].get("hps", {}).get("lines", ())
        shown = {line.get("id"): [(key, line.get(key)) for key in REPEATED] for line in lines}
        participants = self.value.get("participants", ())
        bidders = [who.get("id", "") for who in participants]
        for title in self._sheets:
            cells = self._cells(title) if title.startswith(f"{PRICES.name} ") else None
            if cells is None:
                continue
            about, spot = self._about(cells)
            entries = [*read_table(cells, PRICES, self._zone, self._faults)]
            if not entries:
                continue  # a sheet that was laid out for a bidder who may never come
            if about not in bidders:
                known = _code_of(about, participants, self._faults)
                params = {"title": names.ABOUT, "found": about or "–", "known": known}
                self._faults.append(Fault("XLS026", (), params, spot=spot))
                continue
            for entry in entries:
                for key, text in shown.get(entry.said.get("id"), ()):
                    if entry.said.get(key) == text:
                        entry.said.pop(key, None)
            # Lines that were only laid out say nothing as long as no price of them is there.
            begun = [entry for entry in entries if entry.said.keys() - {"id"}]
            for entry in entries if begun else ():
                self._assembly.add(PRICES, evolve(entry, above=(about,)))

    def _rest(self) -> None:
        """Values by their places."""
        cells = self._cells(names.REST)
        if not cells or not cells.first:
            return
        grid = Grid(names.REST, cells.number)
        head, _ = heads(cells, {title_key(title): title for title in names.REST_HEADERS})
        if not head:
            self._tell("XLS024", grid, cells.first[0][0], 1, title=names.REST_HEADERS[0])
        values = 0
        for row, filled in cells.rows() if head else ():
            if row <= head:
                continue
            texts = [self._said(cells, PROSE, cell) for cell in filled]
            text = "".join(texts[1:])
            values += 1 + sum(text.count(sign) for sign in ",[{")
            if values > _MOST_REST:
                self._tell("XLS160", grid, row, 2, most=f"{_MOST_REST}")
                return
            syntax = parse(text)
            if syntax.faults or syntax.repeated:
                self._tell("XLS028", grid, row, 2)
                continue
            try:
                self._assembly.place(texts[0], syntax.value, grid.spot(row, 2))
            except NowhereError:
                self._tell("XLS027", grid, row, 1, found=texts[0][:80])

    def _about(self, cells: Cells) -> tuple[str, Spot]:
        """The id of the bidder whose prices a sheet holds, empty where it does not say; where."""
        grid = Grid(cells.title, cells.number)
        head, _ = heads(cells, {title_key(column.title): column for column in PRICES.columns})
        for row, filled in cells.first:
            if row >= (head or names.HEADER_ROW):
                break
            for label, said in itertools.pairwise(filled):
                beside = said.column == label.column + 1
                if beside and title_key(label.value) == title_key(names.ABOUT):
                    return self._said(cells, TEXT, said), grid.spot(row, said.column)
        return "", grid.spot(names.HEADER_ROW - 1, 2)

    def _said(self, cells: Cells, kind: Kind, cell: Any) -> str:
        """The text in a cell; an empty one, and a fault, where it cannot be read."""
        try:
            return read_cell(cells, kind, cell) or ""
        except CellError as error:
            grid = Grid(cells.title, cells.number)
            self._tell(error.code, grid, cell.row, cell.column, **error.params)
        return ""

    def _cells(self, title: str) -> Cells | None:
        if title not in self._sheets:
            return None
        sheet, number = self._sheets[title]
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, len(self._sheets))
        return Cells.of(sheet, number, self._compute)

    def _tell(self, code: str, grid: Grid, row: int = 1, column: int = 1, **params: str) -> None:
        self._faults.append(Fault(code, (), params, spot=grid.spot(row, column)))


def _code_of(about: str, participants: Iterable[Mapping[str, Any]], noted: Noted) -> str:
    """The code that somebody meant who wrote another, or the name."""
    by_word: dict[str, str] = {}
    for who in participants:
        for word in (who.get("name"), who.get("id")):
            by_word[str(word)] = str(who.get("id"))
    return by_word.get(likely(noted, about, by_word), "–")
