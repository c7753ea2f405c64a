"""What was typed since the last refresh: how many cells of each sheet, and what looks astray.

Rows are known by what stands in them, so whole rows that were sorted, pushed down or moved differ
in nothing. Where one column was sorted without the others, its values stand in rows of others: no
program can know that, so it is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from attrs import frozen

from tender_desk.workbook.layouts.names import HEADER_ROW
from tender_desk.workbook.layouts.tables import Layout
from tender_desk.workbook.layouts.tables_bids import PRICES
from tender_desk.workbook.off_place.exchanged import exchanged_heads
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_desk.workbook.since_refresh.last_state import SheetState, State, TypedRow
from tender_desk.workbook.since_refresh.moved import block_since

__all__ = ["Exchange", "SheetChange", "changes_since"]

# A row of then beside that of now which it became; one of them is not there.
Pair: TypeAlias = tuple[TypedRow | None, TypedRow | None]

# Where a sheet of prices names its bidder.
_OWNER = f"B{HEADER_ROW - 1}"
# So many rows that exchanged the values of a column are no correction any more.
_SEVERAL = 3
# But of what tells who somebody is two are asked about: each would bid, or judge, as the other.
_TWO = 2
# A value that so many rows have tells none of them.
_COMMON = 20


@frozen
class Exchange:
    """A column in which rows have each other's values, and the numbers of these rows now."""

    column: str
    rows: tuple[int, ...]


@frozen
class SheetChange:
    """How many typed cells of a sheet differ; `None` where it was too large to be kept.

    In the columns that `moved` rows have what stood in a neighbour, or in another of their cells;
    in those that were `pulled`, rows that said different things all say the same.
    A sheet of prices that `changed_hands` is another bidder's, and its lines are what they were.
    Where the `heads` of columns were exchanged, nothing below them was.
    """

    sheet: str
    cells: int | None
    exchanged: tuple[Exchange, ...] = ()
    moved: tuple[Exchange, ...] = ()
    changed_hands: bool = False
    heads: tuple[str, ...] = ()
    pulled: tuple[Exchange, ...] = ()


def changes_since(before: State, now: State, layout: Layout) -> tuple[SheetChange, ...]:
    """Every sheet that differs from the last state, in the order of the workbook now."""
    telling = {
        table.name: {title_key(column.title) for column in table.telling}
        for table in layout.tables
        if table.of_somebody
    }
    titles = dict.fromkeys((*now, *before))
    nothing = SheetState()
    each = (_of(t, before.get(t, nothing), now.get(t, nothing), telling.get(t, ())) for t in titles)
    return tuple(change for change in each if change.cells != 0)


def _of(title: str, before: SheetState, now: SheetState, telling: Collection[str]) -> SheetChange:
    if not (before.whole and now.whole):
        return SheetChange(title, None)
    pairs = [*_paired(before.rows, now.rows)]
    cells = _differing(before.above, now.above)
    cells += sum(_differing(_cells(old), _cells(new)) for old, new in pairs)
    if heads := exchanged_heads(before, now):
        return SheetChange(title, cells, heads=tuple(now.heads[key] for key in heads))
    exchanged = tuple(_exchanges(now.heads, pairs, telling))
    told = {one.column for one in exchanged}
    moved = tuple(one for one in _moved(before, now) if one.column not in told)
    other = title.startswith(f"{PRICES.name} ") and before.rows == now.rows
    owners = (state.above.get(_OWNER) for state in (before, now))
    told |= {one.column for one in moved}
    pulled = tuple(one for one in _pulled(now.heads, pairs) if one.column not in told)
    changed_hands = other and len({*owners} - {None}) > 1
    return SheetChange(title, cells, exchanged, moved, changed_hands, pulled=pulled)


def _cells(row: TypedRow | None) -> Mapping[str, str]:
    return {} if row is None else row.cells


def _differing(before: Mapping[str, str], now: Mapping[str, str]) -> int:
    return sum(before.get(key) != now.get(key) for key in {*before, *now})


def _paired(before: Sequence[TypedRow], now: Sequence[TypedRow]) -> Iterator[Pair]:
    """Each row of then with what became of it: the same, else the most alike, else the next."""
    old, new = {row.number: row for row in before}, {row.number: row for row in now}
    pairs = [*_same(before, now)]
    pairs += _alike(*_left(old, new, pairs))
    yield from pairs
    olds, news = _left(old, new, pairs)
    for number in sorted({*olds, *news}):
        yield olds.get(number), news.get(number)


def _left(
    old: Mapping[int, TypedRow], new: Mapping[int, TypedRow], pairs: Iterable[Pair]
) -> tuple[dict[int, TypedRow], dict[int, TypedRow]]:
    """The rows, by their numbers, that have no pair yet."""
    gone = {a.number for a, _ in pairs if a}
    known = {b.number for _, b in pairs if b}
    return (
        {number: row for number, row in old.items() if number not in gone},
        {number: row for number, row in new.items() if number not in known},
    )


def _same(before: Iterable[TypedRow], now: Iterable[TypedRow]) -> Iterator[Pair]:
    """Rows that say just the same, those that stand where they stood first."""
    waiting: dict[frozenset[tuple[str, str]], dict[int, TypedRow]] = defaultdict(dict)
    for row in before:
        waiting[frozenset(row.cells.items())][row.number] = row
    moved = []
    for row in now:
        here = waiting[frozenset(row.cells.items())].pop(row.number, None)
        if here is None:
            moved.append(row)
        else:
            yield here, row
    for row in moved:
        if olds := waiting[frozenset(row.cells.items())]:
            yield olds.pop(next(iter(olds))), row


def _alike(old: Mapping[int, TypedRow], new: Mapping[int, TypedRow]) -> Iterator[Pair]:
    """Rows of which cells are the same, the most alike first; of equals, the one in its place."""
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in old.items():
        for cell in row.cells.items():
            holding[cell].append(number)
    found = []
    for number, row in new.items():
        alike: Counter[int] = Counter()
        for cell in row.cells.items():
            telling = len(holding.get(cell, ())) <= _COMMON
            alike.update(holding.get(cell, ()) if telling else ())
            if not telling and number in old and cell in old[number].cells.items():
                alike[number] += 1
        found += [(-count, abs(was - number), was, number) for was, count in alike.items()]
    gone, known = set[int](), set[int]()
    for _, _, was, number in sorted(found):
        if was not in gone and number not in known:
            gone.add(was)
            known.add(number)
            yield old[was], new[number]


def _moved(before: SheetState, now: SheetState) -> Iterator[Exchange]:
    """The columns of a block that stood elsewhere, each with its rows.

    Where all of a column was moved, nothing stands in it now.
    """
    keys, at = [*now.heads], 0
    for key in before.heads:
        if key not in keys:
            keys.insert(at, key)
        at = keys.index(key) + 1
    block = block_since(before, now, keys)
    columns: dict[str, list[int]] = {}
    for row, key in block.cells if block else ():
        columns.setdefault(key, []).append(row)
    for key, rows in columns.items():
        yield Exchange(now.heads[key], tuple(rows))


def _pulled(heads: Mapping[str, str], pairs: Sequence[Pair]) -> Iterator[Exchange]:
    """The columns in which one value went over several others that stood below each other.

    Several that said the same and turned together are a decision, as blank ones that are filled.
    """
    rows = sorted(((b.number, a, b) for a, b in pairs if b), key=itemgetter(0))
    for key, shown in heads.items():
        for text, run in groupby(rows, lambda row: row[2].cells.get(key, "")):  # noqa: B023
            before = [(number, _cells(old).get(key, text)) for number, old, _ in run]
            over = {number: was for number, was in before if was != text}
            if text and len(over) >= _SEVERAL and len({*over.values()}) > 1:
                yield Exchange(shown, tuple(over))


def _exchanges(
    heads: Mapping[str, str], pairs: Sequence[Pair], telling: Collection[str]
) -> Iterator[Exchange]:
    for key, shown in heads.items():
        moved = [
            (old.cells.get(key, ""), new.cells.get(key, ""), new.number)
            for old, new in pairs
            if old and new and old.cells.get(key, "") != new.cells.get(key, "")
        ]
        moved = _among_themselves(moved)
        if len(moved) >= (_TWO if key in telling else _SEVERAL):
            yield Exchange(shown, tuple(sorted(number for _, _, number in moved)))


def _among_themselves(moved: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Of rows whose value was another one, those that have the values of each other."""
    while True:
        common = Counter(was for was, _, _ in moved) & Counter(now for _, now, _ in moved)
        gave, took, kept = common.copy(), common.copy(), []
        for was, now, number in moved:
            if gave[was] and took[now]:
                gave[was] -= 1
                took[now] -= 1
                kept.append((was, now, number))
        if len(kept) == len(moved):
            return kept
        moved = kept
