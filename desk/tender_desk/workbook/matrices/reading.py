"""Reads matrices: each filled cell is an entry, as a row of the long form would say it."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.kinds import NAMES, CellError, Kind
from tender_desk.workbook.kinds.codes import tell_numeric_codes
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.layout import WHO, Column, KeyPath, Table, parent
from tender_desk.workbook.layouts.names import ABOUT
from tender_desk.workbook.layouts.tables import EVERYBODY, EXCEPTIONS, Layout
from tender_desk.workbook.matrices.answers import ANSWER, ANYTHING, is_verdict
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    AT,
    BY,
    CRITERION,
    GENERAL,
    NAME,
    ROW_AT,
    STAGE,
    WORDS,
    columns_of,
    heads_of,
    parted,
    row_columns,
    table_of,
)
from tender_desk.workbook.matrices.off_questions import off_questions
from tender_desk.workbook.matrices.over_bounds import Shown, over_bounds
from tender_desk.workbook.off_place.over_heads import over_heads
from tender_desk.workbook.off_place.shifted import shifted, timeless
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import Resolver, folded
from tender_desk.workbook.reading.rows import Entry, read_table
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    heads,
    is_blank,
    is_own,
    read_cell,
    title_key,
)
from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.faults import Fault, Noted, Spot
from tender_engine.terms import AssessmentVerdict

__all__ = ["HEAD_FAULTS", "Document", "Head", "Matrices", "MatrixSheet", "Word"]

# What tells which question a row is, by the keys of an entry.
_QUESTION: Mapping[str, str] = {"stage": STAGE, "criterion": CRITERION}
_EMPTY, _TWICE, _NO_COLUMN, _NO_HEADS = "XLS041", "XLS025", "XLS102", "XLS024"
# Told of a head that stands for nobody, for two, or twice.
HEAD_FAULTS = ("XLS022", _TWICE, "XLS026", "XLS190")
_BIDDER = parent(ABOUT, WHO)
# The key of what stands below the head of somebody who is not there.
_STRANGE = "strange"


@frozen
class Word:
    """The entry of one cell, and where its time stands: beside it, in its row, above the heads.

    One that is not `whole` lacks the reason that it has to have, which is told.
    """

    entry: Entry
    own_time: bool
    row_time: bool = False
    whole: bool = True


@frozen
class Head:
    """Who decides and when, as it stands above the heads, and where each stands or belongs."""

    by: list[str]
    at: str | None
    by_spot: Spot
    at_spot: Spot


@frozen
class _Columns:
    """The columns of a matrix: the table that they make, and who is at the head of each group."""

    table: Table
    codes: Mapping[str, str] = field(factory=dict)

    def answers_among(self, found: Mapping[int, str]) -> dict[str, int]:
        """Where answers stand, among the heads that were found, by the codes of whom they are."""
        at = {title_key(title): number for number, title in found.items()}
        return {
            self.codes[column.key[0]]: at[title_key(column.title)]
            for column in self.table.columns
            if column.key[-1] == ANSWER_PART and column.key[0] in self.codes
        }


@frozen
class MatrixSheet:
    """A matrix that was read: its head, its rows with their questions, its words, its answers.

    `answers` are the columns in which answers stand, by the code at their heads.
    """

    grid: Grid
    head: Head
    rows: Mapping[int, Mapping[str, Any]]
    words: Sequence[Word]
    answers: Mapping[str, int]


@frozen
class Document:
    """What the document asks, stage by stage, and whether a number stood among it before."""

    requirements: Mapping[str, Any]
    was_typed: Callable[[str], bool]

    def criterion(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """The criterion that a question is of, with its bounds; empty for none."""
        stage = self.requirements.get(str(question.get("stage")), {})
        criteria: Sequence[Mapping[str, Any]] = stage.get("criteria", ())
        return next((one for one in criteria if one.get("id") == question.get("criterion")), {})


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
        missing = self._missing(found) if head else STAGE
        if missing:
            if cells.first:
                code = _NO_COLUMN if head else _NO_HEADS
                self._tell(code, grid.spot(head or cells.first[0][0], 1), title=missing)
            return None
        cells = cells.held({title_key(title): title for title in found.values()})
        if odd := over_heads(cells, head, self._is_a_head, self._headless(found), _is_an_answer):
            self._faults.append(odd)
            return None
        columns = self._columns(grid, head, found)
        cells = cells.held({title_key(column.title): column for column in columns.table.columns})
        if odd := shifted(cells, columns.table, self._local) or timeless(
            cells, columns.table, self._local
        ):
            self._faults.append(odd)
            return None
        rows = [*read_table(cells, columns.table, self._local, self._faults)]
        answers = columns.answers_among(found)
        if odd := self._off_place(cells, head, found, answers, rows):
            self._faults.append(odd)
            return None
        tell_numeric_codes(cells, columns.table, {}, self._faults)
        self._tell_strangers(rows, columns.table)
        about = self._about(cells, head)
        words = [*self._judged(about, columns, rows)]
        at = {title_key(title): number for number, title in found.items()}
        said = {row.row: row.said for row in rows}
        own_at = {column.title: at.get(title_key(column.title), 1) for column in self._rows}
        return MatrixSheet(evolve(grid, head=head, at=own_at), about, said, words, answers)

    def _judged(self, about: Head, columns: _Columns, rows: Sequence[Entry]) -> Iterator[Word]:
        """The words of the cells that are filled."""
        filled = [
            _Cell.of(row, key, code, about)
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
        self._first = self._first or times
        return self._first

    def _missing(self, found: Mapping[int, str]) -> str:
        """The head without which no row can be read: who lost it would be read as the stage."""
        titles = {title_key(title) for title in found.values()}
        return next((one for one in (STAGE, CRITERION) if title_key(one) not in titles), "")

    def _is_a_head(self, title: str) -> bool:
        """Whether a head is one of all matrices, or names a bidder, or two."""
        name = parted(title)[1]
        own = {title_key(column.title) for column in self._rows}
        if title_key(title) in own or title_key(name) == title_key(GENERAL):
            return True
        try:
            return any(self._resolver.code(WHO, one) is not None for one in (title, name))
        except CellError:
            return True

    def _headless(self, found: Mapping[int, str]) -> list[str]:
        """The bidders whose code is not at the head of any column."""
        there = {folded(title, signs=True) for title in found.values()}
        codes = self._resolver.codes(WHO)
        return [code for code in codes if folded(code, signs=True) not in there]

    def _columns(self, grid: Grid, head: int, found: Mapping[int, str]) -> _Columns:
        """The columns by the code in each head; one of nobody is told where something stands."""
        own = {title_key(column.title) for column in self._rows}
        columns, codes = [*self._rows], dict[str, str]()
        parts: dict[tuple[str, str], str] = {}
        beside = (parted(title) for title in found.values())
        strangers = {folded(name, signs=True) for part, name in beside if part != "answer"}
        for number, title in found.items():
            if title_key(title) in own or is_own(title):
                continue
            known = self._whose(title, grid.spot(head, number))
            if known is None:
                if folded(parted(title)[1], signs=True) in strangers:
                    columns.append(Column(title, (f"{number}", _STRANGE), ANYTHING))
                continue
            part, code = known
            other = parts.setdefault((part, code), title)
            if other is not title and title_key(other) == title_key(title):
                continue  # told as any head that stands twice
            key = next((key for key, known in codes.items() if known == code), f"{number}")
            if other is title:
                codes[key] = code
            else:
                self._tell(_TWICE, grid.spot(head, number), title=title)
                key = f"{number} again"
            columns += columns_of([title], key)
        return _Columns(table_of(grid.title, columns), codes)

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
            said = {key: row.said[key] for key in _QUESTION if key in row.said}
            if question := aside.resolved(self._long, evolve(row, said=said)):
                asked[row.row] = self._document.criterion(question.said)
        whose = {column: code for code, column in answers.items()}
        shown = Shown(asked, self._document.was_typed)
        scored = {row: "max_score" in one for row, one in asked.items()}
        return over_bounds(cells, head, found, whose, shown) or off_questions(
            cells, found, whose, scored
        )

    def _tell_strangers(self, rows: Sequence[Entry], table: Table) -> None:
        """Tell once of each whose columns these seem to be that there is no such bidder.

        It is told at the head, with the other heads that name it (`heads`).
        """
        told: set[str] = set()
        for column in table.columns:
            name = parted(column.title)[1]
            filled = [row for row in rows if get(row.said, column.key) is not MISSING]
            if column.kind is ANYTHING and filled and name not in told:
                told.add(name)
                grid = filled[0].grid
                near = self._resolver.nobody(_BIDDER, name, None).params["known"]
                at = [
                    cell_name(grid.head, grid.columns[one.key])
                    for one in table.columns
                    if one.kind is ANYTHING and parted(one.title)[1] == name
                ]
                params = {"title": ABOUT, "found": name, "known": near, "heads": " ".join(at)}
                self._tell("XLS026", grid.spot(grid.head, grid.columns[column.key]), **params)

    def _whose(self, title: str, spot: Spot) -> tuple[str, str] | None:
        """What stands below a head, and of whom; `None` where it names nobody."""
        try:
            if code := self._resolver.code(WHO, title):
                return "answer", code
            part, name = parted(title)
            if title_key(name) == title_key(GENERAL):
                return part, EVERYBODY
            code = self._resolver.code(WHO, name)
        except CellError as error:
            self._faults.append(Fault(error.code, (), error.params, spot=spot))
            return None
        return (part, code) if code else None

    def _named(self, rows: Sequence[Entry], unread: set[str]) -> dict[int, dict[str, Any]]:
        """The question of each row, its criterion by its code; none where that is in doubt."""
        found: dict[int, dict[str, Any]] = {}
        for row in rows:
            said = {key: row.said[key] for key in _QUESTION if key in row.said}
            if row.said.keys() <= {*_QUESTION, "words"}:
                continue  # laid out, and nothing is said of it
            spots = {key: row.grid.cell(row.row, title) for key, title in _QUESTION.items()}
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
        for row, filled in cells.first:
            if row >= head:
                break
            for one, said in itertools.zip_longest(filled, filled[1:]):
                if title_key(one.value) != title_key(label):
                    continue
                spot = grid.spot(row, one.column + 1)
                if said is None or said.column != one.column + 1 or is_blank(said):
                    return None, spot
                try:
                    return read_cell(cells, kind, said), spot
                except CellError as error:
                    self._tell(error.code, spot, **error.params)
                    return None, spot
        return None, grid.spot(max(head - 1, 1), column)

    def _tell_empty(self, about: Head, unread: set[str], *, timeless: bool) -> None:
        """Tell once what lacks above the heads."""
        told = {*unread, *(fault.spot.cell for fault in self._faults if fault.spot)}
        if not about.by and about.by_spot.cell not in told:
            self._tell(_EMPTY, about.by_spot, title=BY)
        if timeless and about.at_spot.cell not in told:
            self._tell(_EMPTY, about.at_spot, title=AT)

    def _has_reason(self, cell: "_Cell", unread: set[str]) -> bool:
        """Whether a reason stands beside a `tidak`; else tell."""
        if cell.said["answer"] != AssessmentVerdict.TIDAK_MEMENUHI or "note" in cell.said:
            return True
        spot = cell.grid.spot(cell.row.row, cell.grid.columns["note",])
        if spot.cell not in unread:
            self._tell(_EMPTY, spot, title=heads_of(cell.code)["note"])
        return False

    def _tell_unanswered(self, filled: "Sequence[_Cell]", unread: set[str]) -> None:
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


def _is_an_answer(cell: Any, _: Any) -> bool:
    """Whether a text is a verdict or a score."""
    try:
        return ANSWER.read(cell) is not None
    except CellError:
        return False


@frozen
class _Cell:
    """A cell with what belongs to it: its row, what it says, whose it is, where its keys stand."""

    row: Entry
    said: Mapping[str, Any]
    code: str
    grid: Grid
    lost: bool

    @classmethod
    def of(cls, row: Entry, key: str, code: str, about: Head) -> "_Cell":
        """What stands in a row under `key`; who decides it, and perhaps when, stands apart."""
        own = row.grid.columns.get((key, "answer"))
        titles = heads_of(code)
        places: dict[KeyPath, int] = dict.fromkeys(
            (("participant",), ("verdict",), ("score",)), own or 1
        )
        said: dict[KeyPath, str] = dict.fromkeys(places, titles["answer"])
        for part in ("note", "at"):
            said[part,] = titles[part]
            places[part,] = row.grid.columns.get((key, part), own or 1)
        for name, title in _QUESTION.items():
            places[name,], said[name,] = row.grid.at[title], title
        here = row.grid
        apart = {"by": (about.by_spot, BY)}
        if "at" not in row.said[key]:
            in_row = here.cell(row.row, ROW_AT), ROW_AT
            apart["at"] = in_row if "at" in row.said else (about.at_spot, AT)
        grid = Grid(here.title, here.number, places, said, here.head, own or 1, here.at, apart)
        return cls(row, row.said[key], code, grid, own is None)

    @property
    def at(self) -> str | None:
        """The time beside it, else that of its row."""
        at: str | None = self.said.get("at", self.row.said.get("at"))
        return at

    @property
    def spot(self) -> Spot:
        """Where its answer stands, or the heads where its column is not there."""
        return self.grid.spot(self.grid.head if self.lost else self.row.row, self.grid.own)

    @property
    def entry(self) -> dict[str, Any]:
        """What it says on its question."""
        answer = self.said["answer"]
        said = {"participant": self.code, "verdict" if is_verdict(answer) else "score": answer}
        return {**said, "note": self.said["note"]} if "note" in self.said else said
