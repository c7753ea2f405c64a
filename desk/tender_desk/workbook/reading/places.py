"""Where in a workbook the values of a package came from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.layouts.layout import KeyPath
from tender_engine.faults import Fault, Path, Spot

__all__ = ["CellPlaces", "Grid", "no_column"]

_MISSING_KEY, _EMPTY_CELL, _EMPTY_PRICE = "PKT011", "XLS041", "XLS100"
_UNKNOWN_KEY, _UNUSED, _NO_COLUMN = "PKT010", "XLS101", "XLS102"
_NUMERIC, _REPEATED, _STRANGE = "XLS109", "PKT030", "PKT041"
# A criterion without its weight or highest score, and what lacks the key that the fault names.
_UNSCORED, _NAMING_ITS_KEY = "PKT038", (_MISSING_KEY, "PKT043", "PKT046")
# A judgement without a word or a score, a failure without a reason, an agreement without a total;
# and a line that the document has not, unless it is said to be the bidder's own.
_LACKING: Mapping[str, Sequence[str]] = {
    "PKT053": ("verdict", "score"),
    "PKT054": ("note",),
    "PKT065": ("total",),
    _STRANGE: ("extra",),
}
_EVENTS: Path = ("events",)
# Told at the head of a sheet of columns that are not there any more.
_GONE = (_NO_COLUMN, "XLS220")


@frozen
class Grid:
    """A sheet: its title, its number in the workbook, and the columns of its keys with titles.

    A key that has a title and no column is one whose column is not there; `head` is the row of the
    titles, `own` the column that tells which entry a row is, `at` that of each title, and `above`
    where a key is said once for all rows that do not say it themselves. What stands `apart` from
    the rows has a cell and a title of its own.
    """

    title: str
    number: int
    columns: Mapping[KeyPath, int] = field(factory=dict)
    titles: Mapping[KeyPath, str] = field(factory=dict)
    head: int = 1
    own: int = 1
    at: Mapping[str, int] = field(factory=dict)
    apart: Mapping[str, tuple[Spot, str]] = field(factory=dict)
    above: Mapping[KeyPath, Spot] = field(factory=dict)

    def cell(self, row: int, title: str) -> Spot:
        """The cell of a row under a title; its first where that has no column."""
        return self.spot(row, self.at.get(title, 1))

    def spot(self, row: int, column: int) -> Spot:
        """A cell of the sheet."""
        cell = cell_name(row, column, self.title)
        return Spot(cell=cell, order=(self.number, row, column))

    def column_of(self, key: Sequence[str | int]) -> KeyPath | None:
        """The longest beginning of `key` that has a column."""
        for end in range(len(key), 0, -1):
            if (known := tuple(key[:end])) in self.columns:
                return known  # type: ignore[return-value]
        return None


def no_column(grid: Grid, title: str, fault: Fault) -> Fault:
    """That a column is not there, at the heads of its sheet, instead of what follows from it."""
    spot = grid.spot(grid.head, 1)
    return evolve(fault, code=_NO_COLUMN, params={"title": title}, spot=spot)


def _missing(fault: Fault) -> Sequence[str]:
    """The keys for want of which a fault is told, where that is all that it tells."""
    if fault.code in _NAMING_ITS_KEY:
        return (fault.params["key"],)
    if fault.code == _UNSCORED:
        return fault.params["keys"].split(", ")
    return _LACKING.get(fault.code, ())


def _holds(value: Any, path: Path) -> bool:
    """Whether anything stands at `path`."""
    for step in path:
        within = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if not within and not (isinstance(value, dict) and step in value):
            return False
        value = value[step]
    return True


class CellPlaces:
    """Finds the cell of a fault by its key path, or that of the nearest thing above it."""

    def __init__(self) -> None:
        self._fields: dict[Path, tuple[Spot, str]] = {}
        self._entries: dict[Path, dict[int | str, tuple[Grid, int]]] = {}
        self._unread: set[str] = set()

    def unread(self, spots: Iterable[Spot]) -> None:
        """Something stands in these cells that cannot be read for want of something else."""
        self._unread.update(spot.cell for spot in spots)

    def field(self, path: Path, spot: Spot, title: str = "") -> None:
        """`path` is in one cell, whose field has the name `title`."""
        self._fields.setdefault(path, (spot, title))

    def move(self, path: Path, spot: Spot) -> None:
        """What its own cell does not say of `path` stands in another."""
        self._fields[path] = (spot, self._find(path)[1])

    def entry(self, path: Path, index: int | str, grid: Grid, row: int) -> None:
        """Entry `index` of the list at `path`, or of the object, is in `row`."""
        self._entries.setdefault(path, {})[index] = (grid, row)

    def spot(self, fault: Fault) -> Spot:
        """The cell of `fault`, or of the nearest thing above it that has one."""
        return self._find(fault.path)[0]

    def named(self, faults: Iterable[Fault], told: Iterable[Fault]) -> Iterator[Fault]:
        """The `faults` of the format as faults of cells.

        A missing key is an empty cell under its title. One that was `told` already, because what
        stands in it cannot be read, is not told twice.
        """
        told = tuple(told)
        cells = {*self._unread, *(fault.spot.cell for fault in told if fault.spot)}
        numeric = {fault.spot.order[::2] for fault in told if fault.code == _NUMERIC and fault.spot}
        for fault in faults:
            # Codes that stand twice because Excel kept them as numbers are told as that, and so
            # are those that the document seems not to have.
            if fault.code == _REPEATED and self._find(fault.path)[0].order[::2] in numeric:
                continue
            if fault.code == _STRANGE and numeric:
                continue
            if fault.code == _UNKNOWN_KEY and fault.path[:1] == _EVENTS:
                spot, title = self._find(fault.path)
                fault = evolve(fault, code=_UNUSED, params={"title": title}, spot=spot)
            elif lost := self._lost(fault):
                fault = lost
            elif fault.code == _MISSING_KEY:
                if (empty := self._empty(fault, cells)) is None:
                    continue
                fault = empty
            yield fault

    def _empty(self, fault: Fault, told: set[str]) -> Fault | None:
        """A missing key as an empty cell; `None` for one of those `told`, which it may add to."""
        spot, title = self._find((*fault.path, fault.params["key"]))
        if spot.cell in told:
            return None
        if above := self._above(fault):  # it is asked for once, not in every row
            if above.cell in told:
                return None
            told.add(above.cell)
            spot = above
        if not title:
            return fault
        blankable = fault.params["key"] == "unit_price" and "lines" in fault.path
        code = _EMPTY_PRICE if blankable and "price" in fault.path else _EMPTY_CELL
        return evolve(fault, code=code, params={"title": title}, spot=spot)

    def unheard(self, told: Iterable[Fault], value: Mapping[str, Any]) -> Iterator[Fault]:
        """What was `told` of cells, at the keys that `value` lacks because of it.

        So it is with each key of an entry whose column is told as gone.
        """
        at = {fault.spot.order: fault for fault in told if fault.spot and not fault.spot.file}
        gone = {
            (fault.spot.order[0], title): fault
            for fault in at.values()
            if fault.spot and fault.code in _GONE
            for title in fault.params["title"].split("; ")
        }
        found = [(path, at.get(spot.order)) for path, (spot, _) in self._fields.items()]
        lines = {order[:2] for order in at}
        sheets = {sheet for sheet, _ in gone}
        for path, entries in self._entries.items():
            for index, (grid, row) in entries.items():
                if (grid.number, row) not in lines and grid.number not in sheets:
                    continue
                for key, title in grid.titles.items():
                    column = grid.columns.get(key)
                    fault = gone.get((grid.number, title))
                    if column is not None:
                        fault = at.get((grid.number, row, column))
                    found.append(((*path, index, *key), fault))
        for path, fault in found:
            if fault is not None and not _holds(value, path):
                yield evolve(fault, path=path)

    def title(self, path: Path) -> str:
        """The title of the very cell of a key; empty where it has none of its own."""
        if found := self._fields.get(path):
            return found[1]
        for end in range(len(path) - 1, 0, -1):
            if entry := self._entries.get(path[: end - 1], {}).get(path[end - 1]):
                return entry[0].titles.get(tuple(map(str, path[end:])), "")
        return ""

    def _lost(self, fault: Fault) -> Fault | None:
        """What misses because the sheet has lost its column, told once at the heads."""
        path = fault.path[:-1] if fault.code == _STRANGE else fault.path
        for key in _missing(fault):
            for end in range(len(path), 0, -1):
                entry = self._entries.get(path[: end - 1], {}).get(path[end - 1])
                if entry is None:
                    continue
                grid, at = entry[0], tuple(map(str, (*path[end:], key)))
                if at in grid.titles and at not in grid.columns:
                    return no_column(grid, grid.titles[at], fault)
                break
        return None

    def _above(self, fault: Fault) -> Spot | None:
        """The cell above the heads in which a missing key may be said for all rows."""
        entry = self._entries.get(fault.path[:-1], {}).get(fault.path[-1]) if fault.path else None
        return entry[0].above.get((fault.params["key"],)) if entry else None

    def _find(self, path: Path) -> tuple[Spot, str]:
        for end in range(len(path), 0, -1):
            if found := self._fields.get(path[:end]):
                return found
            if entry := self._entries.get(path[: end - 1], {}).get(path[end - 1]):
                grid, row = entry
                if path[end:] and (apart := grid.apart.get(str(path[end]))):
                    return apart
                key = grid.column_of(path[end:])
                if key is None:
                    return grid.spot(row, grid.own), ""
                return grid.spot(row, grid.columns[key]), grid.titles[key]
        return Spot(cell="Paket!A1"), ""
