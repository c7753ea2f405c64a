"""The heads of a matrix: what stands in each column, and of whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.layouts.layout import WHO, Column, Table, parent
from tender_desk.workbook.layouts.names import ABOUT
from tender_desk.workbook.layouts.tables import EVERYBODY
from tender_desk.workbook.matrices.answers import ANSWER, ANYTHING
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    CRITERION,
    GENERAL,
    STAGE,
    columns_of,
    parted,
    table_of,
)
from tender_desk.workbook.off_place.over_heads import over_heads
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import Resolver, folded
from tender_desk.workbook.reading.rows import Entry
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    is_own,
    title_key,
)
from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.faults import Fault, Noted, Spot

__all__ = ["HEAD_FAULTS", "Columns", "Headed"]

_TWICE = "XLS025"
# Told of a head that stands for nobody, for two, or twice.
HEAD_FAULTS = ("XLS022", _TWICE, "XLS026", "XLS190")
_BIDDER = parent(ABOUT, WHO)
# The key of what stands below the head of somebody who is not there.
_STRANGE = "strange"


@frozen
class Columns:
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


class Headed:
    """Reads the heads of matrices beside those who bid."""

    def __init__(self, rows: Sequence[Column], resolver: Resolver, faults: Noted) -> None:
        self._rows, self._resolver, self._faults = rows, resolver, faults

    def missing(self, found: Mapping[int, str]) -> str:
        """The head without which no row can be read: who lost it would be read as the stage."""
        titles = {title_key(title) for title in found.values()}
        return next((one for one in (STAGE, CRITERION) if title_key(one) not in titles), "")

    def pasted_over(self, cells: Cells, head: int, found: Mapping[int, str]) -> Fault | None:
        """That a block stands over the heads of bidders."""
        return over_heads(cells, head, self._is_a_head, self._headless(found), _is_an_answer)

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

    def columns(self, grid: Grid, head: int, found: Mapping[int, str]) -> Columns:
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
        return Columns(table_of(grid.title, columns), codes)

    def tell_strangers(self, rows: Sequence[Entry], table: Table) -> None:
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

    def _tell(self, code: str, spot: Spot, **params: str) -> None:
        self._faults.append(Fault(code, (), params, spot=spot))


def _is_an_answer(cell: Any, _: Any) -> bool:
    """Whether a text is a verdict or a score."""
    try:
        return ANSWER.read(cell) is not None
    except CellError:
        return False
