"""What the rows of a table are held to beyond their own cells: other sheets, and one another.

The reader of the format and the resolver of names ask it of a whole package. By what of it one
sheet tells, a block on that sheet is known to be in its place, or not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from tender_desk.workbook.kinds import CellError, Choice, Word
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.layouts.tables import CRITERIA, EVENTS, EXCEPTIONS, JUDGED
from tender_desk.workbook.off_place.block import Place
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rows import Entry
from tender_desk.workbook.reading.trees import get
from tender_engine.formats.package_events import EVENT

__all__ = ["held", "lacking"]

# What an event is about need not be said where the tender knows one such thing.
_NOT_ALWAYS = "of"
# A criterion that says one of them is scored, and one that is scored says two.
_SCORING, _SCORED = ("weight", "max_score", "threshold"), ("weight", "max_score")
_VERDICT, _SCORE = "verdict", "score"


def held(entries: Iterable[Entry], table: Table, resolver: Resolver) -> tuple[int, set[Place]]:
    """How many cells hold what few other columns may: a term of theirs, or a name that is known.

    With these the cells that hold neither where they should, or what their event does not tell.
    """
    fits, misfits = 0, set[Place]()
    for entry in entries:
        for column, is_held in _telling(entry, table, resolver):
            fits += is_held
            if not is_held:
                order = entry.grid.cell(entry.row, column.title).order
                misfits.add((order[1], order[2]))
        for key in entry.said if table.name == EVENTS else ():
            kind, columns = entry.said.get("type"), [c for c in table.columns if c.key == (key,)]
            if kind and columns and all(c.only and kind not in c.only for c in columns):
                misfits.add((entry.row, entry.grid.columns.get((key,), entry.grid.own)))
    return fits, misfits


def lacking(entries: Iterable[Entry], table: Table) -> Iterator[Place]:
    """The cells for want of which an event, a criterion or a judgement is none."""
    for entry in entries:
        said = entry.said
        if table.name == EVENTS:
            keys = sorted(_needed().get(str(said.get("type")), frozenset()) - said.keys())
        elif table is CRITERIA:
            keys = [key for key in _SCORED if key not in said and said.keys() & {*_SCORING}]
        else:
            judged = table.name in (JUDGED, EXCEPTIONS) and not said.keys() & {_VERDICT, _SCORE}
            keys = [_VERDICT] if judged else []
        for key in keys:
            yield entry.row, entry.grid.columns.get((key,), entry.grid.own)


def _telling(entry: Entry, table: Table, resolver: Resolver) -> Iterator[tuple[Column, bool]]:
    """The columns of a row that hold terms, or name entries of a sheet; and whether they do."""
    parents = zip(table.parents, entry.above, strict=True)
    said: list[tuple[Column, Any]] = [(column, name) for column, name in parents if name]
    said += [(one, get(entry.said, one.key)) for one in table.columns]
    for column, value in said:
        kind = column.kind
        if column.only and entry.said.get("type") not in column.only:
            continue
        if column.source and isinstance(value, kind.of) and resolver.knows(column.source):
            yield column, _is_known(column, value, resolver)
        elif isinstance(kind, Choice) and not isinstance(kind, Word) and isinstance(value, str):
            yield column, value in kind.words


def _is_known(column: Column, value: Any, resolver: Resolver) -> bool:
    words: Mapping[str, str] = column.kind.words if isinstance(column.kind, Word) else {}
    if isinstance(value, str) and value in words:
        return True
    try:
        column.kind.renamed(value, _Known(resolver, column))
    except CellError:
        return False
    return True


@cache
def _needed() -> Mapping[str, frozenset[str]]:
    """What an event of each type has to say."""
    kinds = EVENT.schema()["oneOf"]
    return {
        kind["properties"]["type"]["const"]: frozenset(kind["required"]) - {_NOT_ALWAYS}
        for kind in kinds
    }


@frozen
class _Known:
    """Takes as the name of an entry only what is known as one."""

    _resolver: Resolver
    _column: Column

    def __call__(self, text: str) -> str | None:
        return self._resolver.code(self._column.source or ("", ""), text)

    def everybody(self, text: str) -> Sequence[str]:
        return self._resolver.everybody(self._column, text)

    def meant(self, text: str) -> str:
        code = self(text)
        if code is None:
            raise CellError("XLS193")
        return code
