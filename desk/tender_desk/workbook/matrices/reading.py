"""Reads matrices: each filled cell is an entry, as a row of the long form would say it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from tender_desk.ooxml.addresses import in_ranges
from tender_desk.workbook.kinds import NAMES, CellError, Kind
from tender_desk.workbook.kinds.codes import tell_numeric_codes
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.tables import CRITERIA, EVERYBODY, EXCEPTIONS, Layout
from tender_desk.workbook.matrices.cell import QUESTION, Cell
from tender_desk.workbook.matrices.headed import HEAD_FAULTS, Columns, Headed
from tender_desk.workbook.matrices.heads import (
    AT,
    BOUNDS,
    BY,
    CRITERION,
    NAME,
    STAGE,
    WORDS,
    heads_of,
    row_columns,
)
from tender_desk.workbook.matrices.matrix_sheet import Head, MatrixSheet, Word
from tender_desk.workbook.matrices.off_questions import (
    beside_words_of_others,
    off_questions,
    scores_for_everybody,
    with_words_of_others,
)
from tender_desk.workbook.matrices.over_bounds import Shown, over_bounds, shows_highest
from tender_desk.workbook.matrices.untouched import stands_as_then
from tender_desk.workbook.off_place.displaced import CRITERIA_EXCHANGED
from tender_desk.workbook.off_place.shifted import shifted, timeless
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rows import Entry, read_table
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    heads,
    is_blank,
    labelled,
    read_cell,
    title_key,
)
from tender_engine.faults import Fault, Noted, Spot
from tender_engine.terms import AssessmentVerdict

if TYPE_CHECKING:
    from tender_desk.workbook.since_refresh.last_state import State

__all__ = ["Document", "Matrices"]

# What tells of what a row is.
_OF_A_QUESTION = (STAGE, CRITERION, WORDS)
_BOUNDS = frozenset(BOUNDS.values())
_EMPTY, _NO_COLUMN, _NO_HEADS = "XLS041", "XLS102", "XLS024"


@frozen
class Document:
    """What the document and the rulebook ask, by stage; whether a number stood there before.

    `then` is what stood on each sheet at the last refresh.
    """

    requirements: Mapping[str, Any]
    built_in: Mapping[str, Collection[str]]
    was_typed: Callable[[str], bool]
    then: "State" = field(factory=dict)

    def criterion(self, question: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The criterion that a question is of, with its bounds; empty where it has none.

        `None` where nobody knows it, as its row may not have been read.
        """
        stage, code = str(question.get("stage")), question.get("criterion")
        criteria: Sequence[Mapping[str, Any]] = self.requirements.get(stage, {}).get("criteria", ())
        for one in criteria:
            if code is not None and one.get("id") == code:
                return one
        return {} if code is None or code in self.built_in.get(stage, ()) else None


@frozen
class _Times:
    """When a scorer's matrix was decided: above the heads, and where a row says another time."""

    head: str | None
    rows: Mapping[tuple[Any, Any], str]

    def of(self, question: Mapping[str, Any] | None) -> str | None:
        """The time of a question."""
        asked = question or {}
        return self.rows.get((asked.get("stage"), asked.get("criterion")), self.head)


class Matrices:
    """Reads matrices beside all that the other sheets say; that of the first scorer first.

    Where a later scorer's says no time above its heads, its questions have the times of the first.
    """

    def __init__(
        self,
        layout: Layout,
        resolver: Resolver,
        local: Local,
        faults: Noted,
        document: Document | None = None,
    ) -> None:
        self._resolver, self._local, self._faults = resolver, local, faults
        self._rows = row_columns(layout)
        self._heads = Headed(self._rows, resolver, faults)
        self._long = layout.table(EXCEPTIONS)
        self._document = document
        self._first: _Times | None = None
        self._unread = False  # whether the times of the first scorer may be what is not read

    def read(self, cells: Cells) -> MatrixSheet | None:
        """A sheet, each of its entries at its cell; `None` where no rows can be known."""
        sheet = self._sheet(cells)
        self._unread = self._unread or (sheet is None and cells.title != NAME)
        return sheet

    def _sheet(self, cells: Cells) -> MatrixSheet | None:
        own = {title_key(title): title for title in (STAGE, CRITERION, WORDS)}
        own |= {title_key(title): title for title in heads_of(EVERYBODY).values()}
        head, found = heads(cells, own)
        grid = Grid(cells.title, cells.number)
        missing = self._heads.missing(found) if head else STAGE
        if missing:
            if cells.first:
                code = _NO_COLUMN if head else _NO_HEADS
                self._tell(code, grid.spot(head or cells.first[0][0], 1), title=missing)
            return None
        cells = cells.held({title_key(title): title for title in found.values()})
        if odd := self._heads.pasted_over(cells, head, found):
            self._faults.append(odd)
            return None
        columns = self._heads.columns(grid, head, found)
        cells = cells.held({title_key(column.title): column for column in columns.table.columns})
        if odd := shifted(cells, columns.table, self._local) or timeless(
            cells, columns.table, self._local
        ):
            self._faults.append(odd)
            return None
        rows = [*read_table(cells, columns.table, self._local, self._faults)]
        answers = columns.answers_among(found)
        if odd := self._off_place(cells, head, found, answers, rows):
            # What is wrong on the sheet of criteria is told by the first matrix that shows it.
            if all((fault.code, fault.spot) != (odd.code, odd.spot) for fault in self._faults):
                self._faults.append(odd)
            return None
        tell_numeric_codes(cells, columns.table, {}, self._faults)
        self._heads.tell_strangers(rows, columns.table)
        about = self._about(cells, head)
        words = [*self._judged(about, columns, rows)]
        at = {title_key(title): number for number, title in found.items()}
        said = {row.row: row.said for row in rows}
        own_at = {column.title: at.get(title_key(column.title), 1) for column in self._rows}
        return MatrixSheet(evolve(grid, head=head, at=own_at), about, said, words, answers)

    def _judged(self, about: Head, columns: Columns, rows: Sequence[Entry]) -> Iterator[Word]:
        """The words of the cells that are filled."""
        filled = [
            Cell.of(row, key, code, about)
            for row in rows
            for key, code in columns.codes.items()
            if key in row.said
        ]
        unread = {fault.spot.cell for fault in self._faults if fault.spot}
        named = self._named(rows, unread)
        times = self._times(columns.table.name, about, rows, named)
        if not filled:
            return
        self._tell_unanswered(filled, unread)
        answered = [cell for cell in filled if "answer" in cell.said]
        for cell in answered:
            question = named.get(cell.row.row)
            at = cell.at or about.at or times.of(question)
            if question is not None and at is not None and about.by:
                said = {**question, **cell.entry, "by": [*about.by], "at": at}
                entry = Entry((), said, cell.grid, cell.row.row)
                own = "at" in cell.said
                in_row = not own and cell.at is not None
                yield Word(entry, own, in_row, whole=self._has_reason(cell, unread))
        follows = self._unread and len(about.by) == 1
        timeless = any(
            (cell.at or about.at or times.of(named.get(cell.row.row))) is None for cell in answered
        )
        self._tell_empty(about, unread, timeless=timeless and not follows)

    def _times(
        self,
        title: str,
        about: Head,
        rows: Sequence[Entry],
        named: Mapping[int, Mapping[str, Any]],
    ) -> _Times:
        """The times of a matrix with none above its heads: its own, or the first scorer's."""
        said = ((named.get(row.row, {}), row.said.get("at")) for row in rows)
        own = {(one.get("stage"), one.get("criterion")): at for one, at in said if one and at}
        times = _Times(about.at, own)
        if title == NAME or len(about.by) != 1:
            return times
        if self._first is None and about.at is None:
            # What cannot be read of the first scorer's time is told there alone.
            spots = {fault.spot.cell for fault in self._faults if fault.spot}
            self._unread = self._unread or about.at_spot.cell in spots
        self._first = self._first or times
        return self._first

    def _off_place(
        self,
        cells: Cells,
        head: int,
        found: Mapping[int, str],
        answers: Mapping[str, int],
        rows: Sequence[Entry],
    ) -> Fault | None:
        """That answers stand beside other questions, or over what is shown of the document."""
        if self._document is None:
            return None
        aside = self._resolver.aside(Noted())
        asked = {}
        for row in rows:
            said = {key: row.said[key] for key in QUESTION if key in row.said}
            question = aside.resolved(self._long, evolve(row, said=said))
            if question and (one := self._document.criterion(question.said)) is not None:
                asked[row.row] = one
        then = self._document.then
        questions = stands_as_then(cells, head, found, then.get(cells.title), _OF_A_QUESTION)
        there = self._exchanged_there(cells.title, rows, asked) if questions else None
        if there or stands_as_then(cells, head, found, then.get(cells.title)):
            return there
        whose = {column: code for code, column in answers.items()}
        # Of what has a weight and no highest score nobody knows whether it is scored.
        sure = {n: one for n, one in asked.items() if "max_score" in one or not _BOUNDS & {*one}}
        shown = Shown(sure, self._document.was_typed, no_refresh=cells.title not in then)
        # Nor of what the matrix shows otherwise than the document has it by now.
        scored = {row: "max_score" in one for row, one in sure.items()}
        showing = shows_highest(cells, found)
        scored = {n: so for n, so in scored.items() if showing is None or so == (n in showing)}
        return (
            over_bounds(cells, head, found, whose, shown)
            or scores_for_everybody(cells, found, whose, scored)
            or off_questions(cells, found, whose, scored)
            or with_words_of_others(rows, asked)
        )

    def _exchanged_there(
        self, title: str, rows: Sequence[Entry], asked: Mapping[int, Mapping[str, Any]]
    ) -> Fault | None:
        """That codes or words were exchanged where criteria are, beside which a matrix stands."""
        odd = {asked[row.row]["id"]: row for row in beside_words_of_others(rows, asked)}
        code = (CRITERIA.name, "Kode")
        spots = [self._resolver.spot(code, id_, (row.said["stage"],)) for id_, row in odd.items()]
        if not spots:
            return None
        spots.sort(key=lambda spot: spot.order)
        cells = in_ranges(spot.cell.rpartition("!")[2] for spot in spots)
        return Fault(CRITERIA_EXCHANGED, (), {"cells": cells, "sheet": title}, spot=spots[0])

    def _named(self, rows: Sequence[Entry], unread: set[str]) -> dict[int, dict[str, Any]]:
        """The question of each row, its criterion by its code; none where that is in doubt."""
        found: dict[int, dict[str, Any]] = {}
        for row in rows:
            said = {key: row.said[key] for key in QUESTION if key in row.said}
            if row.said.keys() <= {*QUESTION, "words"}:
                continue  # laid out, and nothing is said of it
            spots = {key: row.grid.cell(row.row, title) for key, title in QUESTION.items()}
            if any(spots[key].cell in unread and key not in said for key in spots):
                continue
            if "stage" not in said:
                self._tell(_EMPTY, spots["stage"], title=STAGE)
                continue
            resolved = self._resolver.resolved(self._long, evolve(row, said=said))
            if resolved is not None and resolved.said.keys() == said.keys():
                found[row.row] = resolved.said
        return found

    def _about(self, cells: Cells, head: int) -> Head:
        """Who decides, by their codes, and when."""
        by, by_spot = self._beside(cells, head, BY, NAMES, 2)
        at, at_spot = self._beside(cells, head, AT, TIME.within(self._local), 4)
        grid = Grid(cells.title, cells.number, at={BY: by_spot.order[2]})
        entry = Entry((), {"by": by} if by else {}, grid, by_spot.order[1])
        resolved = self._resolver.resolved(self._long, entry)
        named = resolved.said.get("by", []) if resolved else []
        return Head(named, at, by_spot, at_spot)

    def _beside(
        self, cells: Cells, head: int, label: str, kind: Kind, column: int
    ) -> tuple[Any, Spot]:
        """What stands beside a label above the heads, and where it stands or belongs."""
        grid = Grid(cells.title, cells.number)
        found = labelled(cells, head, label)
        if found is None:
            return None, grid.spot(max(head - 1, 1), column)
        row, at, said = found
        spot = grid.spot(row, at)
        try:
            return None if said is None or is_blank(said) else read_cell(cells, kind, said), spot
        except CellError as error:
            self._tell(error.code, spot, **error.params)
            return None, spot

    def _tell_empty(self, about: Head, unread: set[str], *, timeless: bool) -> None:
        """Tell once what lacks above the heads."""
        told = {*unread, *(fault.spot.cell for fault in self._faults if fault.spot)}
        if not about.by and about.by_spot.cell not in told:
            self._tell(_EMPTY, about.by_spot, title=BY)
        if timeless and about.at_spot.cell not in told:
            self._tell(_EMPTY, about.at_spot, title=AT)

    def _has_reason(self, cell: Cell, unread: set[str]) -> bool:
        """Whether a reason stands beside a `tidak`; else tell."""
        if cell.said["answer"] != AssessmentVerdict.TIDAK_MEMENUHI or "note" in cell.said:
            return True
        spot = cell.grid.spot(cell.row.row, cell.grid.columns["note",])
        if spot.cell not in unread:
            self._tell(_EMPTY, spot, title=heads_of(cell.code)["note"])
        return False

    def _tell_unanswered(self, filled: Sequence[Cell], unread: set[str]) -> None:
        """Tell where a reason or a time stands alone; once, whose column of answers is not there.

        Such a column is not told where another head was: that one stands in its place.
        """
        sheet = filled[0].row.grid.number
        heads_told = any(
            fault.code in HEAD_FAULTS and fault.spot and fault.spot.order[0] == sheet
            for fault in self._faults
        )
        told: set[Spot] = set()
        for cell in filled:
            spot = cell.spot
            if "answer" in cell.said or spot.cell in unread or (cell.lost and heads_told):
                continue
            if spot not in told:
                title = heads_of(cell.code)["answer"]
                self._tell(_NO_COLUMN if cell.lost else _EMPTY, spot, title=title)
            told.add(spot)

    def _tell(self, code: str, spot: Spot, **params: str) -> None:
        self._faults.append(Fault(code, (), params, spot=spot))
