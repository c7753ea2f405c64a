"""Blocks that stand some rows or columns from where they stood at the last refresh.

A row is known by its first cells: whole rows that were moved, sorted or pushed down are no block.
What such a block means cannot be seen, as somebody may put right what stood off its place before:
it is a fault where something is wrong because of it, and a question at a refresh where nothing is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, cells_of
from tender_desk.workbook.layouts.tables import Layout
from tender_desk.workbook.off_place.displaced import BESIDE
from tender_desk.workbook.off_place.exchanged import exchanged_on
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.sheet_cells import Cells, heads, title_key
from tender_desk.workbook.since_refresh.last_state import (
    SheetState,
    TypedRow,
    heads_on,
    known_heads,
    last_state,
    state_of,
)
from tender_engine.faults import Fault

__all__ = ["Block", "block_since", "blocks_on"]

# So many cells say what others said, and not all of them the same.
_LEAST, _VALUES = 3, 2
_DOWN = (1, -1, 2, -2, 3, -3)


@frozen
class Block:
    """The cells of a block, by their rows and the keys of their columns, and where they stood.

    It stood `down` rows higher; or the first of each pair of `columns` is where the second stands.
    """

    cells: tuple[tuple[int, str], ...]
    down: int = 0
    columns: Mapping[str, str] = {}

    def fault(
        self, title: str, number: int, at: Mapping[str, int], shown: Mapping[str, str]
    ) -> Fault:
        """The block as a fault of the sheet `title`, where columns are by their keys."""
        rows = [row for row, _ in self.cells]
        top, bottom = min(rows), max(rows)
        columns = [at[key] for _, key in self.cells]
        left, right = min(columns), max(columns)
        first = next(key for _, key in self.cells if at[key] == left)
        target = at[self.columns[first]] if self.columns else left
        params = {
            "range": cells_of(top, left, bottom, right),
            "title": shown[first],
            "cell": cell_name(top - self.down, target),
        }
        return Fault(BESIDE, (), params, spot=Grid(title, number).spot(top, left))


def blocks_on(titles: Collection[str], data: bytes, book: Any, layout: Layout) -> Iterator[Fault]:
    """The blocks of these sheets of the workbook `data`, opened as `book`, each as a fault."""
    then = last_state(book) or {}
    asked = [title for title in titles if title in then]
    now = state_of(data, layout, only=asked) if asked else {}
    known = known_heads(layout)
    for number, sheet in enumerate(book.worksheets):
        if sheet.title not in now:
            continue
        cells = Cells.of(sheet, number, lambda *_: None)
        head, found = heads(cells, heads_on(sheet.title, known))
        shown = {title_key(head): head for head in found.values() if head}
        at = {title_key(head): column for column, head in sorted(found.items(), reverse=True)}
        keys = sorted(shown, key=at.__getitem__)
        grid = Grid(sheet.title, number, head=head)
        if fault := exchanged_on(grid, then[sheet.title], now[sheet.title], at):
            yield fault
        elif block := block_since(then[sheet.title], now[sheet.title], keys):
            yield block.fault(sheet.title, number, at, shown)


def block_since(then: SheetState, now: SheetState, keys: Sequence[str]) -> Block | None:
    """The largest block of `now` that stood elsewhere `then`, if there is one.

    Args:
        then: the sheet at the last refresh.
        now: the sheet now.
        keys: the columns of now, from the left.
    """
    if not (then.whole and now.whole and len(keys) > 1):
        return None
    before = {row.number: row for row in then.rows}
    rows = [row for row in now.rows if _stays(row, before, keys)]
    found = [_lower(rows, before, keys, down) for down in _DOWN]
    found.append(_beside(rows, before, keys))
    largest = max(found, key=lambda block: len(block.cells))
    return largest if largest.cells else None


def _stays(row: TypedRow, before: Mapping[int, TypedRow], keys: Sequence[str]) -> bool:
    """Whether a row begins as it did, and where its neighbour began so too, goes on so."""
    was = before.get(row.number)
    first, second = keys[:2]
    if was is None or was.cells.get(first) != row.cells.get(first):
        return False
    others = (before.get(row.number + off) for off in _DOWN)
    alone = all(other is None or other.cells.get(first) != was.cells.get(first) for other in others)
    return alone or was.cells.get(second) == row.cells.get(second)


def _lower(
    rows: Sequence[TypedRow], before: Mapping[int, TypedRow], keys: Sequence[str], down: int
) -> Block:
    """What stood so many rows higher; of each column no less than two rows, one below the other."""
    found: list[tuple[int, str, str]] = []
    for key in keys[1:]:
        hits = []
        for row in rows:
            text, above = row.cells.get(key), before.get(row.number - down)
            if text and above and text == above.cells.get(key) != before[row.number].cells.get(key):
                hits.append((row.number, key, text))
        found += [hit for run in _runs(hits) if len(run) > 1 for hit in run]
    return Block(_cells(found), down=down)


def _runs(hits: Iterable[tuple[int, str, str]]) -> Iterator[list[tuple[int, str, str]]]:
    run: list[tuple[int, str, str]] = []
    for hit in hits:
        if run and hit[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(hit)
    yield run


def _beside(rows: Sequence[TypedRow], before: Mapping[int, TypedRow], keys: Sequence[str]) -> Block:
    """What stood in other columns of its rows, all of it on the same side; in two rows at least."""
    pairs: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for row in rows:
        was = before[row.number].cells
        gone = {key: text for key, text in was.items() if row.cells.get(key) != text}
        new = {key: text for key, text in row.cells.items() if was.get(key) != text}
        for key, text in new.items():
            for other in (one for one, old in gone.items() if old == text and one != key):
                pairs[key, other].append((row.number, key, text))
    place = {key: number for number, key in enumerate(keys)}
    known = [pair for pair, hits in pairs.items() if len(hits) > 1 and {*pair} <= place.keys()]
    best: Block = Block(())
    for side in (1, -1):
        meant = {a: b for a, b in sorted(known) if (place[a] - place[b]) * side > 0}
        ordered = [place[meant[key]] for key in sorted(meant, key=place.__getitem__)]
        if all(left < right for left, right in pairwise(ordered)):
            hits = [hit for pair in meant.items() for hit in pairs[pair]]
            cells = _cells(sorted(hits))
            best = max(best, Block(cells, columns=meant), key=lambda block: len(block.cells))
    return best


def _cells(found: Sequence[tuple[int, str, str]]) -> tuple[tuple[int, str], ...]:
    """The cells of what was found, if it is enough."""
    enough = len(found) >= _LEAST and len({text for *_, text in found}) >= _VALUES
    return tuple((row, key) for row, key, _ in found) if enough else ()
