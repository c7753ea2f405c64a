"""Reads the workbook of a package: bytes to the plain values of the format, with their cells.

The reader of the format goes over those values as over those of a JSON file, so that both are held
to the same shapes and checks.
"""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.kinds import CellError
from tender_engine.numbers import terminating

if TYPE_CHECKING:
    from tender_desk.schedules.compute import Computer
    from tender_desk.workbook.last_state import State
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path as FilePath
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from tender_desk.ooxml.guard import HostileFileError, open_workbook
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.workbook import names
from tender_desk.workbook.analysed_rows import Analyses, analyses_of
from tender_desk.workbook.assembly import Assembly
from tender_desk.workbook.astray import astray
from tender_desk.workbook.attached import Attached, read_attached
from tender_desk.workbook.codes import tell_numeric_codes
from tender_desk.workbook.confirmed import Answers
from tender_desk.workbook.echoes import lost_sheets, once, sheets_behind
from tender_desk.workbook.following import RATE, add_what_follows, add_what_rows_leave
from tender_desk.workbook.forms import PACKAGE_FORM, ZONE
from tender_desk.workbook.kinds import PROSE, Kind
from tender_desk.workbook.layout import ANY, Form, Table
from tender_desk.workbook.local import Local, Terms
from tender_desk.workbook.lost import ROW_GONE, lost_of_matrix, lost_since
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.matrices.keeping import Keeping, cells_then
from tender_desk.workbook.matrices.reading import Matrices, MatrixSheet
from tender_desk.workbook.matrices.since import (
    above_found,
    may_be_judged,
    mistyped_times,
    opened_at,
)
from tender_desk.workbook.moments import ZONES
from tender_desk.workbook.offers import leave_sealed
from tender_desk.workbook.pasted import block_of
from tender_desk.workbook.places import CellPlaces, Grid
from tender_desk.workbook.price_sheets import PriceSheets
from tender_desk.workbook.provisions import provisions_of
from tender_desk.workbook.resolver import Resolver
from tender_desk.workbook.rows import Entry, Said, read_form, read_table
from tender_desk.workbook.sheet_cells import Cells, Compute, heads, read_cell, title_key
from tender_desk.workbook.sheets import known_sheets, unknown_sheets
from tender_desk.workbook.shifted import shifted
from tender_desk.workbook.shifted_form import shifted_form
from tender_desk.workbook.spse_page import read_page
from tender_desk.workbook.strayed import strayed
from tender_desk.workbook.tables import CRITERIA, MEMBERS, PRICES, VALUES, Layout, layout_of
from tender_desk.workbook.tables_bids import COMPONENTS, HPS
from tender_desk.workbook.tables_confirmed import CONFIRMED
from tender_desk.workbook.trees import NowhereError
from tender_desk.workbook.vat_values import part_of_vat
from tender_engine.faults import Fault, Noted, Spot, TooManyFaultsError
from tender_engine.findings import natural
from tender_engine.formats.source import parse
from tender_engine.rulebook import Rulebook
from tender_engine.zones import ABBREVIATED

__all__ = ["Computing", "Found", "Progress", "read_workbook"]

# Told of what is done, of how much.
Progress: TypeAlias = Callable[[int, int], None]

_NO_ZONE, _UNKNOWN = "XLS036", "PKT015"
# So many faults are counted; each costs the reading of a cell.
_COUNTED = 10_000
# Values of JSON on the sheet of what has no column.
_MOST_REST = 500_000
_TOTAL, _CODE = "amount", "Kode"


@frozen
class Found:
    """What a workbook holds: the plain values of a package, where they stand, what is wrong.

    `skipped` are rows of pasted blocks that are no lines; `sheets` are those that were found, and
    `lacking` those that our workbooks have, most of them empty, and that are not there. `kept` are
    judgements of the last refresh that matrices say otherwise now and no row has yet; `matrices`
    are those that could be read, by their titles. `bare` are rows that stand ready, by their sheets
    and codes: what each lacks if another sheet names it. `blocks` are those on some sheets that
    stood elsewhere at the last refresh.
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
    blocks: Callable[[Collection[str]], Iterable[Fault]] = field(default=lambda _: (), repr=False)

    def told(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """What is wrong with the workbook, and with the package that was read: `faults`.

        On sheets that are not right, blocks are looked for that stood elsewhere.
        """
        of_both = (*self.faults, *self.places.named(faults, self.faults))
        if self.value is None:
            return iter(of_both)
        of_both = (*of_both, *self.blocks(sheets_behind(of_both, self.places)))
        lost = lost_sheets(self.sheets, of_both)
        return once(of_both, lost, self.sheets, self.places, self.bare)


def read_workbook(
    data: bytes,
    rulebook: Rulebook,
    folder: FilePath | None = None,
    progress: Progress | None = None,
    *,
    checklist: bool = False,
) -> Found:
    """The values of the package in a workbook, and all that cannot be read of it.

    A hostile file is refused by its code before anything else is looked at.

    Args:
        data: the bytes of the file.
        rulebook: whose checks its rows and columns may be about, in whose words.
        folder: where it lies, and the schedules that it names beside it.
        progress: told of each sheet that was read: how many, of how many.
        checklist: whether nothing is read but what a document asks: a workbook of any tender, or
            one that has these sheets alone.
    """
    faults = Noted(_COUNTED)
    try:
        book = open_workbook(data)
        layout = layout_of(rulebook.declarations)
        reading = _Reading(book, layout, rulebook, Computing(data).worth, faults, progress)
        if checklist:
            reading.read_asked()
            return Found(reading.value, reading.places, faults.whole())
        if not reading.is_a_package():
            return Found(None, reading.places, faults.whole())
        if not reading.read():
            return Found(None, reading.places, faults.whole())
        attached = read_attached(reading.value, reading.places, folder, faults)
    except HostileFileError as error:
        fault = Fault(error.code, (), error.params, spot=Spot())
        return Found(None, CellPlaces(), (fault,))
    except TooManyFaultsError:
        return Found(None, CellPlaces(), faults.whole())
    value = None if faults.full else reading.value
    skipped, sheets = tuple(reading.skipped), frozenset(reading.sheets)
    rare = (*(table.name for table in layout.tables if table.rare), names.REST)
    lacking = tuple(name for name in rare if name not in sheets)
    kept = tuple(reading.kept)
    told, matrices, bare = faults.whole(), reading.matrices, reading.bare
    found = Found(value, reading.places, told, attached, skipped, sheets, lacking, kept)
    return evolve(found, matrices=matrices, bare=bare, blocks=reading.blocks(data))


class _Reading:
    """Goes over the sheets of a workbook, those first that others name."""

    def __init__(
        self,
        book: Any,
        layout: Layout,
        rulebook: Rulebook,
        compute: Compute,
        faults: Noted,
        progress: Progress | None,
    ) -> None:
        self._layout, self._book = layout, book
        # What matrices said at the last refresh and say no more, each an entry of the long form.
        self.kept: list[Mapping[str, Any]] = []
        self.matrices: Mapping[str, MatrixSheet] = {}
        self.bare: dict[tuple[str, str], Fault] = {}
        self._progress, self._done = progress, 0
        self._faults = faults
        self._assembly = Assembly(faults)
        self.value, self.places = self._assembly.value, self._assembly.places
        self._all = {sheet.title: (sheet, number) for number, sheet in enumerate(book.worksheets)}
        self._unknown = [*unknown_sheets(self._all, layout)]
        self.sheets, self._priced, self._judged = known_sheets(self._all, self._unknown)
        self._compute = compute
        self._resolver = Resolver(layout, faults)
        self.skipped: list[SkippedRow] = []
        self._rated = True  # whether the bidders have a column for their rate
        self._doubted: set[str] = set()  # tables whose codes Excel may have changed
        self._local = Local(None, Terms(rulebook.words))
        self._rulebook = rulebook
        self._answers: Answers | None = None
        self._zone_spot: Spot | None = None
        self._naming: list[Said] = []  # cells of forms that name what other sheets hold

    def read(self) -> bool:
        """Read every sheet, unless all that is wrong may follow from a form pasted elsewhere."""
        self._check_names()
        if not all(self._form(form) for form in self._layout.forms):
            return False
        self._page()
        add_what_follows(self.value)
        for table in self._layout.tables:
            if table is not CONFIRMED:
                self._table(table)
            if table.name == "Peserta":
                self._prices()
        add_what_rows_leave(self.value, rated=self._rated)
        for said in self._naming:
            self._assembly.set(self._resolver.resolved_field(said))
        self._table(CONFIRMED)  # beside what the document sets on a sheet of its own
        self._since_the_last_refresh()
        leave_sealed(self.value)
        self._rest()
        self._assembly.judge()
        self._ask_for_zone()
        return True

    def read_asked(self) -> None:
        """Read what the document asks, and no other sheet."""
        requirements = self._layout.forms[1]
        if not {requirements.name, CRITERIA.name} & {*self.sheets}:
            grid = Grid(next(iter(self._all)), 0)
            self._tell("XLS039", grid, title=f"{requirements.name}, {CRITERIA.name}")
        self._form(requirements)
        self._table(CRITERIA)

    def _check_names(self) -> None:
        """Tell of a sheet that nobody knows, and of one that holds what another should."""
        for one in self._unknown:
            grid = Grid(one.title, self._all[one.title][1])
            self._tell("XLS021", grid, title=one.title, known=one.near)
        named = {one.title for one in self._unknown if one.name}
        held = {title: sheet for title, (sheet, _) in self._all.items() if title not in named}
        for found in strayed(held, self._layout):
            grid = Grid(found.sheet, self._all[found.sheet][1])
            self._tell("XLS159", grid, title=found.sheet, other=found.other)

    def is_a_package(self) -> bool:
        """Whether the workbook is one of a package; what else would be wrong with it is no help."""
        if PACKAGE_FORM.name in self.sheets:
            return True
        self._tell("XLS039", Grid(next(iter(self._all)), 0), title=PACKAGE_FORM.name)
        return False

    def _form(self, form: Form) -> bool:
        """Whether a form could be read; one that stands elsewhere than its fields is told."""
        cells = self._cells(form.name)
        cells = cells and cells.held({title_key(header): header for header in form.headers})
        if cells and (odd := shifted_form(cells, form, self._local)):
            self._faults.append(odd)
            return False
        for said in read_form(cells, form, self._local, self._faults) if cells else ():
            if said.naming is not None:
                self._naming.append(said)
                continue
            if said.key != ZONE.key:
                self._assembly.set(said)
                continue
            self._zone_spot = said.spot
            self._local = evolve(self._local, zone=ZONES.get(said.value or ""))
            if said.value is not None and self._local.zone is None:
                params = {"found": str(said.value)[:40], "known": ", ".join(ZONES)}
                self._faults.append(Fault(_UNKNOWN, (), params, spot=said.spot))
        # Where the workbook names no zone of its own, its times are those of the tender.
        if self._local.zone is None:
            named = ABBREVIATED.get(self.value["tender"].get("time_zone"), "")
            self._local = evolve(self._local, zone=ZONES.get(named))
        return True

    def _page(self) -> None:
        """What SPSE's own page says that is not typed; what is typed otherwise is told there."""
        if cells := self._cells(names.SPSE):
            for fault in read_page(cells, self._local, self.value, self._assembly.set):
                self._faults.append(fault)

    def _ask_for_zone(self) -> None:
        """Tell once, where it is missing, that no time can be read without a zone."""
        unread = [fault.spot for fault in self._faults if fault.code == _NO_ZONE and fault.spot]
        if unread:
            self.places.unread(unread)
            others = [fault for fault in self._faults if fault.code != _NO_ZONE]
            missing = Fault(_NO_ZONE, (), {}, spot=self._zone_spot or unread[0])
            told = any(
                fault.spot == missing.spot
                or (fault.code == ROW_GONE and ZONE.title in fault.params["title"].split("; "))
                for fault in others
            )
            self._faults[:] = others if told else [*others, missing]

    def _table(self, table: Table) -> None:
        cells = self._cells(table.name)
        if cells and ANY not in table.path:
            first = Grid(cells.title, cells.number).spot(names.HEADER_ROW + 1, 1)
            self.places.field(table.path, first, table.title)
        if not cells:
            return
        columns = (*table.parents, *table.columns)
        cells = cells.held({title_key(column.title): column for column in columns})
        rows = self._hps(cells) if table is HPS else self._others(cells, table)
        if rows is None:
            return
        analyses = Analyses()
        if table is COMPONENTS:
            analyses = analyses_of(cells, self._faults, self._document())
        rows = {*rows, *analyses.apart}
        for entry in read_table(cells, table, self._local, self._faults, rows):
            if table is COMPONENTS:
                entry = analyses.of(entry, self._faults)
            if table is HPS:
                tell_odd_total(entry, self.value["tender"].get("hps", {}), self._faults)
            if table.name == "Peserta":
                self._rated = RATE in entry.grid.columns
            self._take(table, entry)
        known = {(HPS.name, "Kode"): [line["id"] for line in self._document() if line.get("id")]}
        if tell_numeric_codes(cells, table, known, self._faults):
            self._doubted.add(table.name)

    def _document(self) -> Sequence[Mapping[str, Any]]:
        """The lines of the document, as far as they are read."""
        lines: Sequence[Mapping[str, Any]] = self.value["tender"].get("hps", {}).get("lines", ())
        return lines

    def _take(self, table: Table, entry: Entry) -> None:
        """Put what a row says where it belongs."""
        if entry.bare:
            self._note_bare(table, entry)
        elif table is CONFIRMED:
            self._confirmed(entry)
        elif resolved := self._resolver.resolved(table, entry):
            self._resolver.learn(table, resolved)
            self._assembly.add(table, resolved)

    def _note_bare(self, table: Table, entry: Entry) -> None:
        """Remember what a row that stands ready lacks, should another sheet name it."""
        called = next((one for one in table.columns if one.key == table.called), None)
        if called and (code := entry.said.get("id")):
            spot = entry.grid.cell(entry.row, called.title)
            fault = Fault("XLS041", (), {"title": called.title}, spot=spot)
            self.bare[table.name, code] = fault

    def _confirmed(self, entry: Entry) -> None:
        """What a row of the sheet `Konfirmasi` says, where the law of the tender is known."""
        if self._answers is None and (known := provisions_of(self.value, self._rulebook)):
            values = self._layout.table(VALUES.name)
            self._answers = Answers(known, values, self._faults)
        for table, said in self._answers.of(entry) if self._answers else ():
            self._assembly.add(table, said)

    def _others(self, cells: Cells, table: Table) -> Collection[int] | None:
        """No rows to be left out; `None` where they do not follow the columns, which is told."""
        if odd := astray(cells, table, self._local) or shifted(cells, table, self._local):
            self._faults.append(odd)
            return None
        return ()

    def _hps(self, cells: Cells) -> Collection[int] | None:
        """The rows of the document's lines that are none; `None` where nothing can be read."""
        block = block_of(cells, HPS, {}, [self.value["tender"].get("hps", {})])
        self.skipped += block.skipped
        self._faults.extend(block.faults)
        return None if block.displaced else block.rows

    def _prices(self) -> None:
        """The sheets of prices."""
        sure = HPS.name not in self._doubted
        sheets = PriceSheets(self.value, self._resolver, self._local, self._faults, sure=sure)
        for numbered in self._priced:
            for entry in sheets.entries(self._read(*numbered)):
                self._assembly.add(PRICES, entry)
        sheets.tell_order()
        self.skipped += sheets.skipped

    def _since_the_last_refresh(self) -> None:
        """What is held to the last refresh: matrices, and what the other sheets have lost."""
        # Keeping a state needs libraries that a package in JSON does without.
        from tender_desk.workbook.last_state import digest, last_state

        state = last_state(self._book) or {}
        self._matrices(state)
        known = [(sheet, self.sheets.get(sheet.name)) for sheet in self._layout.sheets]
        known += [(PRICES, priced) for priced in self._priced]
        for sheet, there in known:
            if there is not None and (then := state.get(there[0].title)):
                cells = Cells.of(*there, self._compute)
                lost = lost_since(then, cells, sheet, self._faults, self.places, digest)
                self._faults.extend([*lost])

    def blocks(self, data: bytes) -> Callable[[Collection[str]], Iterable[Fault]]:
        """Finds on some sheets the blocks that stood elsewhere at the last refresh."""

        def found(titles: Collection[str]) -> Iterable[Fault]:
            from tender_desk.workbook.moved import blocks_on

            return blocks_on(titles, data, self._book, self._layout) if titles else ()

        return found

    def _matrices(self, state: "State") -> None:
        """The matrices of judgements, and what they said at the last refresh."""
        reading = Matrices(self._layout, self._resolver, self._local, self._faults)
        sheets = {
            sheet.title: said
            for sheet, number in sorted(self._judged, key=lambda one: natural(one[0].title))
            if (said := reading.read(self._read(sheet, number)))
        }
        self.matrices = sheets
        for sheet in sheets.values():
            self._faults.extend(mistyped_times(sheet, self.value))
            for word in sheet.words:
                if word.whole:
                    self._assembly.judge_cell(word.entry)
        from tender_desk.workbook.last_state import opened_then
        from tender_desk.workbook.staleness import made_at

        # Of one that is there and cannot be read it is not known what it says no more.
        unread = {sheet.title for sheet, _ in self._judged} - {*sheets}
        then = {
            title: one
            for title, one in state.items()
            if is_matrix(title) and one.whole and title not in unread
        }
        keeping = Keeping(
            sheets,
            self._assembly.rows_said(),
            self._faults,
            self._is_of_the_tender,
            refreshed_at=made_at(above_found(self._book)) if then else None,
            opened_at=opened_at(self.value) if opened_then(state) else None,
            may_be=partial(may_be_judged, self.value),
        )
        gone = {sheet.title for sheet, number in self._judged if self._lost(sheet, number, then)}
        old = Matrices(self._layout, self._resolver, self._local, Noted(_COUNTED))
        for title, one in sorted(then.items(), key=lambda each: natural(each[0])):
            before = None if title in gone else old.read(cells_then(title, one))
            if before:
                for entry in keeping.kept(title, before):
                    self.kept.append(entry.said)
                    self._assembly.judge_cell(entry)

    def _lost(self, sheet: Any, number: int, then: "State") -> bool:
        """Whether a matrix has lost a column with what stood in it, which is told."""
        state = then.get(sheet.title)
        cells = Cells.of(sheet, number, self._compute)
        fault = None if state is None else lost_of_matrix(state, cells, self._faults)
        self._faults.extend([] if fault is None else [fault])
        return fault is not None

    def _is_of_the_tender(self, said: Mapping[str, Any]) -> bool:
        """Whether the criterion and the members of a judgement are still there."""
        built_in = self._rulebook.declarations.judged.get(said["stage"], ())
        asked = said.get("criterion")
        code = self._resolver.code
        try:
            criterion = not asked or code((CRITERIA.name, _CODE), asked, (said["stage"],))
            members = [code((MEMBERS.name, _CODE), one) for one in said["by"]]
        except CellError:  # what may be two is neither
            return False
        return bool(criterion or asked in built_in) and None not in members

    def _rest(self) -> None:
        """Values by their places."""
        cells = self._cells(names.REST)
        if not cells or not cells.first:
            return
        grid = Grid(cells.title, cells.number)
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

    def _said(self, cells: Cells, kind: Kind, cell: Any) -> str:
        """The text in a cell; an empty one, and a fault, where it cannot be read."""
        try:
            return read_cell(cells, kind, cell) or ""
        except CellError as error:
            grid = Grid(cells.title, cells.number)
            self._tell(error.code, grid, cell.row, cell.column, **error.params)
        return ""

    def _cells(self, title: str) -> Cells | None:
        if title not in self.sheets:
            return None
        return self._read(*self.sheets[title])

    def _read(self, sheet: Any, number: int) -> Cells:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, len(self._all))
        return Cells.of(sheet, number, self._compute)

    def _tell(self, code: str, grid: Grid, row: int = 1, column: int = 1, **params: str) -> None:
        self._faults.append(Fault(code, (), params, spot=grid.spot(row, column)))


def tell_odd_total(entry: Entry, hps: Mapping[str, Any], faults: Noted) -> None:
    """Take the total out of a line, which is no key of it; note one that is not its product.

    SPSE shows it with PPN and a bill of quantities without: either is the product. `hps` is
    what the document says of PPN.
    """
    total = entry.said.pop(_TOTAL, None)
    given = [entry.said.get(key) for key in ("quantity", "unit_price")]
    if total is None or None in given:
        return
    product = Fraction(1)
    for text in (*given, entry.said.get("person_months") or "1"):
        product *= Fraction(Decimal(str(text)))
    wanted = (product, product * (1 + (part_of_vat(entry.said, hps) or 0)))
    if all(abs(Fraction(Decimal(total)) - each) > 1 for each in wanted):
        column = entry.grid.columns[_TOTAL,]
        faults.append(Fault("XLS107", (), {}, spot=entry.grid.spot(entry.row, column)))


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
