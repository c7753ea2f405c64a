"""What prices close: a technical question that was answered by then is answered no other way.

A change of a cell of a matrix is told beside what it said (`Keeping`). Told here is a row of the
long form, or a cell for somebody else, that the last refresh did not know.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from tender_desk.workbook.layouts.general import spread
from tender_desk.workbook.layouts.tables import EVERYBODY, EXCEPTIONS, JUDGED, Layout
from tender_desk.workbook.matrices.heads import is_matrix
from tender_desk.workbook.matrices.keeping import SEALED, cells_then, same, shown_answer
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rows import Entry, read_table
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_engine.faults import Fault, Noted
from tender_rules.words import date_and_clock

if TYPE_CHECKING:
    from tender_desk.workbook.since_refresh.last_state import State

__all__ = ["all_known", "rows_then", "told_after_prices"]

Said: TypeAlias = Mapping[str, Any]

_ANSWERED = "XLS228"
_LONG = (JUDGED, EXCEPTIONS)
_SCORE = title_key("Nilai")


def rows_then(
    state: "State", layout: Layout, resolver: Resolver, local: Local
) -> Iterator[dict[str, Any]]:
    """What the long form said at the last refresh; what cannot be read of it is told to nobody."""
    for name in _LONG:
        if (sheet := state.get(name)) and sheet.rows:
            table, unheard = layout.table(name), Noted()
            cells = cells_then(name, sheet, lambda head: title_key(head) == _SCORE)
            for entry in read_table(cells, table, local, unheard):
                if resolved := resolver.aside(unheard).resolved(table, entry):
                    yield resolved.said


def all_known(state: "State") -> bool:
    """Whether all that was judged by the last refresh is known."""
    return all(one.whole for title, one in state.items() if title in _LONG or is_matrix(title))


def told_after_prices(
    now: Iterable[Entry],
    then: Iterable[Said],
    opened: dt.datetime,
    requirements: Said,
    may_be: Callable[[str], bool],
) -> Iterator[Fault]:
    """The entries that are new since prices were `opened` and answer what was answered before.

    Args:
        now: the entries that may be new.
        then: what was said at the last refresh, by which prices were open.
        opened: when they were; what is dated after that the format refuses.
        requirements: what the document asks, stage by stage.
        may_be: whether something of the tender may have been judged at a time.
    """
    known: dict[Any, list[Said]] = defaultdict(list)
    for said in then:
        if may_be(said.get("at") or ""):
            for one in _technical(said, requirements):
                known[_question(one)].append(one)
    for entry in now:
        at = entry.said.get("at")
        if at is None or dt.datetime.fromisoformat(at) > opened:
            continue
        for said in _technical(entry.said, requirements):
            if answered := _answered(said, known):
                spot = entry.grid.spot(entry.row, entry.grid.own)
                params = {"found": shown_answer(answered), "known": date_and_clock(opened)}
                yield Fault(_ANSWERED, (), params, spot=spot)
                break


def _technical(said: Said, requirements: Said) -> Iterator[Said]:
    """What prices close of an entry that says who decides, and what."""
    for one in spread(said, requirements):
        whole = all(one.get(key) for key in ("participant", "by", "at"))
        if whole and one.get("stage") in SEALED:
            yield one


def _answered(said: Said, known: Mapping[Any, list[Said]]) -> Said | None:
    """What one of those who decide had said already of what an entry is about.

    `None` where they said the very same, or nothing: a verdict is none on what is scored.
    """
    stage, participant, criterion = _question(said)
    own = known.get((stage, participant, criterion), ())
    if any({*other["by"]} == {*said["by"]} and same(said, other) for other in own):
        return None
    for who in dict.fromkeys((participant, EVERYBODY)):
        for what in dict.fromkeys((criterion, None)):
            for other in known.get((stage, who, what), ()):
                of_its_kind = ("score" in other) == ("score" in said)
                if of_its_kind and not {*other["by"]}.isdisjoint(said["by"]):
                    return other
    return None


def _question(said: Said) -> tuple[Any, ...]:
    return said.get("stage"), said.get("participant"), said.get("criterion")
