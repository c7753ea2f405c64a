"""Reads the workbook of a package: bytes to the plain values of the format, with their cells.

The reader of the format goes over those values as over those of a JSON file, so that both are held
to the same shapes and checks.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, TypeAlias

from attrs import evolve

from tender_desk.dossiers import Folder
from tender_desk.ooxml.guard import HostileFileError, open_workbook
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.workbook.kinds.codes import tell_numeric_codes
from tender_desk.workbook.kinds.moments import ZONES
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.forms import PACKAGE_FORM, ZONE
from tender_desk.workbook.layouts.layout import ANY, Form, Table
from tender_desk.workbook.layouts.provisions import provisions_of
from tender_desk.workbook.layouts.tables import CRITERIA, PRICES, VALUES, Layout, layout_of
from tender_desk.workbook.layouts.tables_bids import COMPONENTS, HPS
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.off_place.analysed_rows import Analyses, analyses_of
from tender_desk.workbook.off_place.astray import astray
from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.off_place.copied import Copy, copy_among, copy_of_another
from tender_desk.workbook.off_place.doubtful import doubtful
from tender_desk.workbook.off_place.line_totals import tell_odd_total
from tender_desk.workbook.off_place.one_move import Mended
from tender_desk.workbook.off_place.over_heads import over_heads_of
from tender_desk.workbook.off_place.pasted import block_of
from tender_desk.workbook.off_place.shifted import shifted
from tender_desk.workbook.off_place.shifted_form import shifted_form
from tender_desk.workbook.off_place.strayed import strayed
from tender_desk.workbook.reading.assembly import Assembly
from tender_desk.workbook.reading.attached import read_attached
from tender_desk.workbook.reading.confirmed import Answers
from tender_desk.workbook.reading.following import RATE, add_what_follows, add_what_rows_leave
from tender_desk.workbook.reading.formula_results import Computing
from tender_desk.workbook.reading.local import Local, Terms
from tender_desk.workbook.reading.method_line import LINE, put_apart
from tender_desk.workbook.reading.moves import Moves
from tender_desk.workbook.reading.offers import leave_sealed
from tender_desk.workbook.reading.places import CellPlaces, Grid
from tender_desk.workbook.reading.price_sheets import PriceSheets
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rest_sheet import read_rest
from tender_desk.workbook.reading.rows import Entry, Said, read_form, read_table
from tender_desk.workbook.reading.scheduled import put_subjects
from tender_desk.workbook.reading.sheet_cells import Cells, Compute, title_key
from tender_desk.workbook.reading.sheets import known_sheets, unknown_sheets
from tender_desk.workbook.reading.spse_page import read_page
from tender_desk.workbook.reading.trees import MISSING, get
from tender_desk.workbook.reading.workbook_found import Found
from tender_desk.workbook.since_refresh.lost import ROW_GONE
from tender_engine.faults import Fault, Noted, Spot, TooManyFaultsError
from tender_engine.rulebook import Rulebook
from tender_engine.zones import ABBREVIATED

__all__ = ["Progress", "read_workbook"]

# Told of what is done, of how much.
Progress: TypeAlias = Callable[[int, int], None]

_NO_ZONE, _UNKNOWN, _NO_HEADS = "XLS036", "PKT015", "XLS024"
# So many faults are counted; each costs the reading of a cell.
_COUNTED = 10_000
# A copy is looked for on other sheets of so many rows in all.
_COMPARED = 20_000


def read_workbook(
    data: bytes,
    rulebook: Rulebook,
    folder: Folder | None = None,
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
        if not (reading.is_a_package() and reading.read()):
            return Found(None, reading.places, faults.whole())
        attached = read_attached(reading.value, reading.places, folder, faults)
    except HostileFileError as error:
        fault = Fault(error.code, (), error.params, spot=Spot())
        return Found(None, CellPlaces(), (fault,))
    except TooManyFaultsError:
        return Found(None, CellPlaces(), faults.whole())
    rare = (*(table.name for table in layout.tables if table.rare), names.REST)
    return Found(
        None if faults.full else reading.value,
        reading.places,
        faults.whole(),
        attached,
        skipped=tuple(reading.skipped),
        sheets=frozenset(reading.sheets),
        lacking=tuple(name for name in rare if name not in reading.sheets),
        kept=tuple(reading.kept),
        matrices=reading.matrices,
        bare=reading.bare,
        blocks=reading.blocks(data),
        copies=reading.copies,
        doubts=tuple(reading.doubts),
    )


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
        self.kept: Sequence[Mapping[str, Any]] = ()
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
        self.doubts: list[Fault] = []  # what may be so, and is looked at by who typed it
        self._rated = True  # whether the bidders have a column for their rate
        self._doubted: set[str] = set()  # tables whose codes Excel may have changed
        self._local = Local(None, Terms(rulebook.words))
        self._rulebook = rulebook
        self._answers: Answers | None = None
        self._zone_spot: Spot | None = None
        self._bid: Sequence[Mapping[str, Any]] = ()
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
        self._faults.extend(put_subjects(self.value, self.places))
        add_what_rows_leave(self.value, rated=self._rated)
        for said in self._naming:
            self._assembly.set(self._resolver.resolved_field(said))
        self._table(CONFIRMED)  # beside what the document sets on a sheet of its own
        self._since_the_last_refresh()
        self._faults.extend(leave_sealed(self.value, self.places))
        if rest := self._cells(names.REST):
            read_rest(rest, self._assembly, self._faults)
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
            for fault in read_page(cells, self._local, self.value, self._take_of_page):
                self._faults.append(fault)
        if odd := put_apart(self.value["tender"], self.places):
            self._faults.append(odd)

    def _take_of_page(self, said: Said) -> None:
        """A field that SPSE's page says; of a method that cannot be read all that its line says."""
        self._assembly.set(said)
        line = LINE if said.key == LINE[0] and said.value is None else (said.key,)
        for key in line:
            if get(self.value, key) is MISSING or said.value is not None:
                self.places.move(key, said.spot)

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
                or (fault.code == _NO_HEADS and _is_of(fault, PACKAGE_FORM))
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
        self.doubts += doubtful(cells, table)

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
        odd = over_heads_of(cells, table) or astray(cells, table, self._local)
        if odd := odd or shifted(cells, table, self._local):
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
        self._bid = sheets.first
        self.skipped += sheets.skipped

    def _since_the_last_refresh(self) -> None:
        """What is held to the last refresh: matrices, and what the other sheets have lost."""
        # Keeping a state needs libraries that a package in JSON does without.
        from tender_desk.workbook.since_refresh.holding import SinceRefresh

        since = SinceRefresh(
            self._book,
            self._layout,
            self._rulebook.declarations,
            self._resolver,
            self._local,
            self._assembly,
            self._faults,
        )
        judged = [self._read(*one) for one in self._judged]
        self.matrices, self.kept = since.read_matrices(judged)
        known = [(sheet, self.sheets.get(sheet.name)) for sheet in self._layout.sheets]
        known += [(PRICES, priced) for priced in self._priced]
        since.tell_lost(
            (sheet, Cells.of(*there, self._compute))
            for sheet, there in known
            if there is not None and there[0].title in since.state
        )

    def copies(self, number: int, wrong: Set[Place]) -> Copy | None:
        """The copy on a sheet that makes most of these cells wrong, of itself or of another."""
        cells = Cells.of(self._book.worksheets[number], number, self._compute)
        columns = (column for table in self._layout.tables for column in table.columns)
        choices = {term.casefold() for column in columns for term in column.kind.terms}
        own = copy_among(cells, wrong, choices)
        return own or copy_of_another(cells, wrong, choices, self._unlike(cells.title, number))

    def _unlike(self, title: str, number: int) -> Iterator[Cells]:
        """The other sheets, but for those that say much of what this one does: lines, answers."""
        lines = {sheet.title for sheet, _ in self._priced} | {HPS.name}
        matrices = {sheet.title for sheet, _ in self._judged}
        alike = next((among for among in (lines, matrices) if title in among), {title})
        rows = 0
        for other, (sheet, at) in self._all.items():
            rows += sheet.max_row or 0
            if at != number and other not in alike and rows < _COMPARED:
                yield Cells.of(sheet, at, self._compute)

    def blocks(self, data: bytes) -> Callable[..., Iterable[Mended]]:
        """Finds the blocks on some sheets that stood elsewhere before, or belong elsewhere."""
        sheets = [(table, self.sheets.get(table.name)) for table in self._layout.tables]
        sheets += [(PRICES, priced) for priced in self._priced]
        named = [(table, there) for table, there in sheets if there is not None]
        hps = self.value["tender"].get("hps", {})
        resolver = self._resolver.aside(Noted())
        moves = Moves(named, hps, self._bid, self._local, resolver, self._compute, self._faults)
        return lambda titles, copies: moves.on(titles, copies, data, self._book, self._layout)

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


def _is_of(fault: Fault, form: Form) -> bool:
    """Whether a fault is told of the sheet of a form."""
    return fault.spot is not None and fault.spot.cell.rpartition("!")[0] == form.name
