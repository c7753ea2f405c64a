"""Holds matrices to the last state: a word that was in force at the last refresh is never lost.

What a filled cell says otherwise now is a new entry with a later time of its own, and the old one
stays beside it, as a row of the long form would. Without such a time it is a fault at the cell, and
so is a cell from which its word is gone, unless a row of the long form has it. A time that had not
come by that refresh, or is none of the tender, is a slip: the word was not in force, and the one
that stands now replaces it.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from tender_desk.ooxml.addresses import column_number, in_ranges
from tender_desk.workbook.layouts.tables import EVERY_STAGE
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.matrices.headed import HEAD_FAULTS
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    AT,
    BY,
    CRITERION,
    ROW_AT,
    STAGE,
    WORDS,
    heads_of,
    parted,
)
from tender_desk.workbook.matrices.heard import HEAD_CHANGED
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet, Word
from tender_desk.workbook.matrices.since import A_MINUTE
from tender_desk.workbook.reading.rows import Entry
from tender_desk.workbook.reading.sheet_cells import Cells
from tender_engine.faults import Fault, Noted, Spot
from tender_engine.formats.checks_judgement import BEFORE_PRICES
from tender_rules.words import date_and_clock, number

if TYPE_CHECKING:
    from tender_desk.workbook.since_refresh.last_state import SheetState

__all__ = ["SEALED", "Keeping", "Said", "cells_then", "same", "shown_answer"]

Said: TypeAlias = Mapping[str, Any]
# A stage, a participant, a criterion, and who decides.
Question: TypeAlias = tuple[Any, ...]

_CHANGED, _GONE, _NOT_LATER = "XLS202", "XLS204", "XLS205"
_AFTER_PRICES = "XLS221"
# What prices close.
SEALED = frozenset({EVERY_STAGE, *map(str, BEFORE_PRICES)})
# Heads of a matrix below which codes and words stand, which may look like numbers.
_TEXTS = (STAGE, CRITERION, WORDS)
_FIRST, _EMPTY = 12, "(kosong)"
# So many words that are gone are quoted at one cell; of the others their number is told.
_QUOTED = 6
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+")


@frozen
class _Then:
    """A cell as it was typed at the last refresh."""

    row: int
    column: int
    value: Any
    data_type: str = "s"
    number_format: str = "@"


def _answers(head: str) -> bool:
    """Whether what stands below a head of a matrix may be a score."""
    return head not in _TEXTS and parted(head)[0] == ANSWER_PART


def cells_then(
    title: str, state: "SheetState", may_be_a_score: Callable[[str], bool] = _answers
) -> Cells:
    """A sheet of judgements as it was at the last refresh, to be read again: a matrix, if no other.

    Excel kept numbers below those heads alone that `may_be_a_score` holds for.
    """
    rows: dict[int, list[_Then]] = defaultdict(list)
    for name, text in state.above.items():
        if found := _CELL.fullmatch(name):
            number = int(found[2])
            rows[number].append(_Then(number, column_number(found[1]), _value(text, scored=False)))
    head = min((row.number for row in state.rows), default=1) - 1
    columns = {key: number for number, key in enumerate(state.heads, 1)}
    scored = {key for key, shown in state.heads.items() if may_be_a_score(shown)}
    rows[head] = [_Then(head, columns[key], shown) for key, shown in state.heads.items()]
    for row in state.rows:
        rows[row.number] = [
            _Then(row.number, columns[key], _value(text, scored=key in scored), _type(text))
            for key, text in row.cells.items()
        ]
    for filled in rows.values():
        filled.sort(key=lambda cell: cell.column)
    told = sorted(rows.items())
    return Cells(title, 0, tuple(told[:_FIRST]), _no_formula, told[_FIRST:])


def _value(text: str, *, scored: bool) -> Any:
    """What Excel kept of it: a time, or a number where scores stand."""
    if _MOMENT.fullmatch(text):
        return dt.datetime.fromisoformat(text)
    return float(text) if scored and _NUMBER.fullmatch(text) else text


def _type(text: str) -> str:
    return "e" if text.startswith("=") else "s"


def _no_formula(*cell: int) -> Any:
    raise NotImplementedError(cell)  # what a formula came to then is not known any more


class Keeping:
    """What matrices say now, held against what they said at the last refresh."""

    def __init__(
        self,
        now: Mapping[str, MatrixSheet],
        rows: Iterable[Said],
        faults: Noted,
        is_there: Callable[[Said], bool],
        *,
        refreshed_at: dt.datetime | None = None,
        opened_at: dt.datetime | None = None,
        may_be: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """What is held, and what it is held by.

        Args:
            now: the matrices by their titles.
            rows: what the long form says.
            faults: what is told.
            is_there: whether the criterion and the members of a word are still the tender's.
            refreshed_at: when the last refresh was, if it says so.
            opened_at: when prices were opened that were on record by then; nothing technical is
                judged otherwise since.
            may_be: whether something of the tender may have been judged at a time.
        """
        self._now, self._faults, self._is_there = now, faults, is_there
        self._refreshed_at, self._opened_at = refreshed_at, opened_at
        self._may_be = may_be
        self._words: dict[Question, Word] = {}
        self._rows_changed: dict[Spot, str] = {}
        self._said: dict[Question, list[Said]] = defaultdict(list)
        for said in rows:
            self._said[_question(said)].append(said)
        for sheet in now.values():
            for word in sheet.words:
                question = _question(word.entry.said)
                self._words[question] = word
                self._said[question].append(word.entry.said)
        self._told = {fault.spot.cell for fault in faults if fault.spot}
        # The sheets on which a head stands for nobody: whose words seem lost may be below it.
        self._strange = {f.spot.order[0] for f in faults if f.spot and f.code in HEAD_FAULTS}

    def kept(self, title: str, then: MatrixSheet) -> Iterator[Entry]:
        """The words of a matrix that stand nowhere any more, each where a later one is now."""
        sheet = self._now.get(title)
        gone: dict[Spot, list[str]] = defaultdict(list)
        for word in then.words:
            said = word.entry.said
            question = _question(said)
            now = self._words.get(question)
            if not self._is_held(said, now):
                continue
            if sheet is not None and self._tell_times(then, sheet, word):
                continue
            if now is None:
                if not self._may_be_there(sheet, said):
                    gone[self._place(title, said)].append(_quoted(said))
            elif self._is_after_prices(now, said):
                self._tell_after_prices(now, said)
            elif _moment(now.entry.said) > _moment(said):
                entry = now.entry
                yield Entry((), dict(said), entry.grid, entry.row)
            else:
                self._tell_changed(now, said)
        self._tell_rows()
        for spot, words in gone.items():
            more = f" … (+{len(words) - _QUOTED})" if len(words) > _QUOTED else ""
            self._tell(_GONE, spot, found="; ".join(words[:_QUOTED]) + more)

    def new_since(self, then: Iterable[Said]) -> Iterator[Entry]:
        """The words of cells that said nothing by those people `then`."""
        known = set(map(_question, then))
        for question, word in self._words.items():
            if question not in known:
                yield word.entry

    def _is_held(self, said: Said, now: Word | None) -> bool:
        """Whether a word that was in force on what still is there stands nowhere any more."""
        if any(same(said, other) for other in self._said[_question(said)]):
            return False
        replaced = now is not None and self._was_a_slip(said["at"])
        return not replaced and self._is_there(said)

    def _was_a_slip(self, at: str | None) -> bool:
        """Whether a time was still to come when the last refresh kept it, or is mistyped."""
        made = self._refreshed_at
        if at is not None and not self._may_be(at):
            return True
        if made is None or at is None:
            return False
        return dt.datetime.fromisoformat(at) > made + A_MINUTE

    def _is_after_prices(self, now: Word, then: Said) -> bool:
        """Whether a later word on what prices close is dated before their opening."""
        opened = self._opened_at
        if opened is None or then["stage"] not in SEALED:
            return False
        return _moment(then) < _moment(now.entry.said) <= opened

    def _tell_after_prices(self, now: Word, then: Said) -> None:
        grid, opened = now.entry.grid, self._opened_at
        spot = grid.spot(now.entry.row, grid.own)
        known = date_and_clock(opened) if opened else ""
        self._tell(_AFTER_PRICES, spot, found=shown_answer(then), known=known)

    def _may_be_there(self, sheet: MatrixSheet | None, said: Said) -> bool:
        """Whether a word may stand below a head, or beside a criterion, that is told as none."""
        if sheet is None:
            return False
        about = said["stage"], said["participant"]
        there = (word.entry.said for word in sheet.words)
        near = (one for one in there if (one["stage"], one["participant"]) == about)
        below = said["participant"] not in sheet.answers and sheet.grid.number in self._strange
        return below or not all(map(self._is_there, near))

    def _tell_changed(self, now: Word, then: Said) -> None:
        """Tell at the part that is another what it was, or that its own time is no later one."""
        said, grid = now.entry.said, now.entry.grid
        titles = heads_of(then["participant"])
        at = grid.spot(now.entry.row, grid.columns["at",])
        if now.own_time:
            old = date_and_clock(_moment(then))
            self._tell(_NOT_LATER, at, found=date_and_clock(_moment(said)), known=old)
        elif _shown(said) != _shown(then):
            where = grid.spot(now.entry.row, grid.own)
            self._tell(
                _CHANGED,
                where,
                part=titles["answer"],
                found=shown_answer(then),
                title=titles["at"],
            )
        elif _note(said) != _note(then):
            where = grid.spot(now.entry.row, grid.columns["note",])
            found = _note(then) or _EMPTY
            self._tell(_CHANGED, where, part=titles["note"], found=found, title=titles["at"])
        else:
            found = date_and_clock(_moment(then))
            self._tell(_CHANGED, at, part=titles["at"], found=found, title=titles["at"])

    def _tell_head(self, then: MatrixSheet, now: MatrixSheet, *, own_time: bool) -> bool:
        """Whether who decides, or the time that a word had, is another above the heads."""
        if {*now.head.by} != {*then.head.by}:
            said = "; ".join(then.head.by)
            self._tell(HEAD_CHANGED, now.head.by_spot, title=BY, found=said)
            return True
        if own_time or now.head.at == then.head.at or self._was_a_slip(then.head.at):
            return False
        self._tell(HEAD_CHANGED, now.head.at_spot, title=AT, found=_clock(then.head.at))
        return True

    def _tell_times(self, then: MatrixSheet, now: MatrixSheet, word: Word) -> bool:
        """Whether what a word relied on, above the heads or in its row, is another."""
        own_time = word.own_time or word.row_time
        if self._tell_head(then, now, own_time=own_time):
            return True
        said, row = word.entry.said, _row_of(now, word.entry.said)
        before = said["at"] if word.row_time else None
        if word.own_time or not row or now.rows[row].get("at") == before:
            return False
        if self._was_a_slip(before):
            return False
        self._rows_changed[now.grid.cell(row, ROW_AT)] = _clock(before)
        return True

    def _tell_rows(self) -> None:
        """Tell once at the first of the rows of a sheet whose time is another, which they are."""
        if not self._rows_changed:
            return
        spots = sorted(self._rows_changed, key=lambda spot: spot.order)
        cells = in_ranges(spot.cell.rpartition("!")[2] for spot in spots)
        title = ROW_AT if len(spots) == 1 else f"{ROW_AT} ({cells})"
        found = "; ".join(dict.fromkeys(self._rows_changed[spot] for spot in spots))
        self._tell(HEAD_CHANGED, spots[0], title=title, found=found)
        self._rows_changed.clear()

    def _place(self, title: str, said: Said) -> Spot:
        """The cell in which a word would stand now, else the heads of its sheet."""
        sheet = self._now.get(title)
        if sheet is None:
            return Spot(cell=f"{title}!A1", order=(len(self._now), 1, 1))
        row, column = _row_of(sheet, said), sheet.answers.get(said["participant"], 0)
        if not (row and column):
            row, column = sheet.grid.head, 1
        return sheet.grid.spot(row, column)

    def _tell(self, code: str, spot: Spot, **params: str) -> None:
        """Tell once at each cell."""
        if spot.cell not in self._told:
            self._told.add(spot.cell)
            self._faults.append(Fault(code, (), params, spot=spot))


def _row_of(sheet: MatrixSheet, said: Said) -> int:
    """The row of a question; 0 where it has none."""
    about = said.get("stage"), said.get("criterion")
    asked = {(row.get("stage"), row.get("criterion")): at for at, row in sheet.rows.items()}
    return asked.get(about, 0)


def _clock(at: str | None) -> str:
    return date_and_clock(dt.datetime.fromisoformat(at)) if at else _EMPTY


def _question(said: Said) -> Question:
    by = said.get("by")
    panel = frozenset(map(str, by)) if isinstance(by, list) else by
    return said.get("stage"), said.get("participant"), said.get("criterion"), panel


def same(one: Said, other: Said) -> bool:
    """Whether two words on one question are the same, but for spaces about the reason."""
    keys = ("verdict", "score", "at")
    return all(one.get(key) == other.get(key) for key in keys) and _note(one) == _note(other)


def _note(said: Said) -> str:
    return str(said.get("note") or "").strip()


def _moment(said: Said) -> dt.datetime:
    return dt.datetime.fromisoformat(said["at"])


def _shown(said: Said) -> str:
    """A word as it stands in a cell, a score as people write one."""
    score = said.get("score")
    return number(Decimal(score)) if score else str(ANSWER.write(said.get("verdict")))


def shown_answer(said: Said) -> str:
    """A word with its reason."""
    note = _note(said)
    return f"{_shown(said)} ({note})" if note else _shown(said)


def _quoted(said: Said) -> str:
    """A word with whom and what it is about, so that it can be written again."""
    about = heads_of(said["participant"])["answer"], said.get("criterion") or said["stage"]
    return f"{', '.join(about)}: {shown_answer(said)}"
