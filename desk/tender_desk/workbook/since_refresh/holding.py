"""Holds a workbook to its last refresh: what its matrices say no more, what its sheets have lost.

Keeping a state needs libraries that a package in JSON does without: this is loaded where a workbook
is read, and not before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import Factory, field, frozen

from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.layouts.layout import Form, Table
from tender_desk.workbook.layouts.tables import CRITERIA, MEMBERS, Layout
from tender_desk.workbook.matrices.after_prices import all_known, rows_then, told_after_prices
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.matrices.keeping import Keeping, Said, cells_then
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.matrices.reading import Document, Matrices
from tender_desk.workbook.matrices.since import (
    above_found,
    may_be_judged,
    mistyped_times,
    opened_by,
)
from tender_desk.workbook.reading.assembly import Assembly
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.sheet_cells import Cells
from tender_desk.workbook.since_refresh.last_state import (
    SheetState,
    State,
    digest,
    last_state,
    opened_then,
)
from tender_desk.workbook.since_refresh.lost import lost_of_matrix, lost_since
from tender_desk.workbook.since_refresh.renamed import renamed_since
from tender_desk.workbook.since_refresh.staleness import made_at
from tender_engine.declared import Declarations
from tender_engine.faults import Noted
from tender_engine.findings import natural

__all__ = ["SinceRefresh"]

_CODE = "Kode"
# So many faults are counted of what is read a second time, and told to nobody.
_UNTOLD = 10_000


@frozen
class SinceRefresh:
    """A workbook that is being read, beside its state at the last refresh.

    Attributes:
        book: the opened workbook.
        layout: its sheets as they are read.
        declared: the criteria that the rulebook has of itself.
        resolver: what its rows are called.
        local: its zone and its words.
        assembly: what was read of it so far, to which the matrices are added.
        faults: what is wrong with it, to which is added what is gone.
        state: what was typed then; empty where there was no refresh.
    """

    book: Any
    layout: Layout
    declared: Declarations
    resolver: Resolver
    local: Local
    assembly: Assembly
    faults: Noted
    state: State = field(
        init=False, default=Factory(lambda self: last_state(self.book) or {}, takes_self=True)
    )

    def tell_lost(self, sheets: Iterable[tuple[Form | Table, Cells]]) -> None:
        """Tell which rows of forms and columns of tables are gone from those that had them."""
        places = self.assembly.places
        for sheet, cells in sheets:
            lost = lost_since(self.state[cells.title], cells, sheet, self.faults, places, digest)
            self.faults.extend([*lost])

    def read_matrices(
        self, judged: Sequence[Cells]
    ) -> tuple[Mapping[str, MatrixSheet], Sequence[Said]]:
        """Read the matrices of judgements, and hold them to what they said then.

        Returns:
            Those that could be read, by their titles; and what they said then and say otherwise
            now, each an entry of the long form.
        """
        value = self.assembly.value
        built_in = {str(stage): codes for stage, codes in self.declared.judged.items()}
        asked = value["tender"]["requirements"]
        document = Document(asked, built_in, self._stood_on_criteria, self.state)
        reading = Matrices(self.layout, self.resolver, self.local, self.faults, document)
        sheets = {
            cells.title: said
            for cells in sorted(judged, key=lambda one: natural(one.title))
            if (said := reading.read(cells))
        }
        for sheet in sheets.values():
            self.faults.extend(mistyped_times(sheet, value))
            for word in sheet.words:
                if word.whole:
                    self.assembly.judge_cell(word.entry)
        # Of one that is there and cannot be read it is not known what it says no more.
        unread = {cells.title for cells in judged} - {*sheets}
        then = {
            title: one
            for title, one in self.state.items()
            if is_matrix(title) and one.whole and title not in unread
        }
        return sheets, [*self._kept(sheets, judged, then, is_whole=not unread & {*self.state})]

    def _kept(
        self,
        sheets: Mapping[str, MatrixSheet],
        judged: Sequence[Cells],
        then: State,
        *,
        is_whole: bool,
    ) -> Iterator[Said]:
        """What the matrices said `then` and say otherwise now; it is judged all the same.

        What is new is held to the opening of prices where the state `is_whole`.
        """
        value, rows, unheard = self.assembly.value, self.assembly.judged_rows(), Noted(_UNTOLD)
        refreshed_at = made_at(above_found(self.book)) if self.state else None
        may_be = partial(may_be_judged, value)
        opened = opened_by(refreshed_at, value) if opened_then(self.state) else None
        keeping = Keeping(
            sheets,
            [row.said for row in rows],
            self.faults,
            self._is_of_the_tender,
            refreshed_at=refreshed_at,
            opened_at=opened,
            may_be=may_be,
        )
        gone = {cells.title for cells in judged if self._has_lost(cells, then)}
        renamed = renamed_since(self.state, value)
        resolver = self.resolver.aside(
            unheard, lambda sheet, code: renamed.get(sheet, {}).get(digest(code))
        )
        old = Matrices(self.layout, resolver, self.local, unheard)
        words: list[Said] = []
        for title, one in sorted(then.items(), key=lambda each: natural(each[0])):
            before = None if title in gone else old.read(cells_then(title, one))
            if before:
                words += [word.entry.said for word in before.words]
            for entry in keeping.kept(title, before) if before else ():
                self.assembly.judge_cell(entry)
                yield entry.said
        if opened is not None and is_whole and all_known(self.state):
            known = [*words, *rows_then(self.state, self.layout, resolver, self.local)]
            now = [*rows, *keeping.new_since(words)]
            # Who names what is not there is told that, whatever is said of it.
            now = [one for one in now if not one.said.get("by") or self._is_of_the_tender(one.said)]
            asked = value["tender"]["requirements"]
            self.faults.extend(told_after_prices(now, known, opened, asked, may_be))

    def _stood_on_criteria(self, number: str) -> bool:
        """Whether a number stood on the sheet of criteria at the last refresh."""
        text = digest(number)
        rows = self.state.get(CRITERIA.name, SheetState()).rows
        return any(text in row.cells.values() for row in rows)

    def _has_lost(self, cells: Cells, then: State) -> bool:
        """Whether a matrix has lost a column with what stood in it, which is told."""
        state = then.get(cells.title)
        fault = None if state is None else lost_of_matrix(state, cells, self.faults)
        self.faults.extend([] if fault is None else [fault])
        return fault is not None

    def _is_of_the_tender(self, said: Said) -> bool:
        """Whether the criterion and the members of a judgement are still there."""
        built_in = self.declared.judged.get(said["stage"], ())
        asked = said.get("criterion")
        code = self.resolver.code
        try:
            criterion = not asked or code((CRITERIA.name, _CODE), asked, (said["stage"],))
            members = [code((MEMBERS.name, _CODE), one) for one in said["by"]]
        except CellError:  # what may be two is neither
            return False
        return bool(criterion or asked in built_in) and None not in members
