"""Puts what the sheets say together as one tree of plain values, and remembers every cell."""

from typing import Any

from tender_desk.workbook.layouts.general import spread
from tender_desk.workbook.layouts.layout import ANY, KeyPath, Table
from tender_desk.workbook.layouts.names import ABOUT
from tender_desk.workbook.matrices.heard import Differing, Heard
from tender_desk.workbook.reading.places import CellPlaces, no_column
from tender_desk.workbook.reading.rows import Entry, Said
from tender_desk.workbook.reading.sheet_cells import likely
from tender_desk.workbook.reading.trees import EXTENSIONS, NowhereError, parse_name, put
from tender_engine.faults import Fault, Noted, Path, Spot
from tender_engine.formats.package import FORMAT

__all__ = ["Assembly"]

_ASSESSMENTS: KeyPath = ("assessments",)
# An object whose keys a table names; whatever else a table names is an entry of a list.
_BY_KEY: Path = ("tender", "requirements")
# Whoever is named below has to be there; other entries are made by being named.
_NEVER_MADE: tuple[Path, ...] = (("participants",), ("members",))


class Assembly:
    """A package in the making. Entries have to come after those that they name."""

    def __init__(self, faults: Noted) -> None:
        # Objects that every package has are there, so that a fault is told of what they miss.
        tender: dict[str, Any] = {"requirements": {}, "document": {}, "hps": {}}
        self.value: dict[str, Any] = {"format": FORMAT, "tender": tender, "pokja": {}}
        self.places = CellPlaces()
        self._faults = faults
        self._judgements: list[Entry] = []
        self._cells: list[Entry] = []
        # By list: the names of its entries, and how many of those were looked at.
        self._names: dict[Path, dict[str | None, int]] = {}
        self._seen: dict[Path, int] = {}
        self._lists: dict[tuple[KeyPath, tuple[str, ...]], tuple[Path, list[Any]] | None] = {}
        # The lists of which a row says that they are empty.
        self._empty: set[Path] = set()

    def set(self, said: Said) -> None:
        """Take a field of a form."""
        self.places.field(said.key, said.spot, said.title)
        if said.value is None:
            return
        try:
            put(self.value, said.key, said.value)
        except NowhereError:
            self._tell("XLS029", said.spot, title=said.title)

    def add(self, table: Table, entry: Entry) -> None:
        """Take an entry of a table; judgements wait until all criteria are known."""
        if table.path == _ASSESSMENTS:
            self._judgements.append(entry)
            return
        key = (table.path, entry.above)
        # Each row that names nobody who is there is told: all of them have to be changed.
        if self._lists.get(key) is None:
            self._lists[key] = self._list(table, entry)
        if found := self._lists[key]:
            path, entries = found
            if table.keyed:
                self._put(table, path, entries, entry)
            elif path in self._empty or (entry.none and entries):
                self._tell("XLS176", entry.grid.spot(entry.row, 1))
            elif entry.none:
                self._empty.add(path)
            else:
                self.places.entry(path, len(entries), entry.grid, entry.row)
                entries.append(entry.said)

    def _put(self, table: Table, path: Path, entries: Any, entry: Entry) -> None:
        """Put an entry under its key; a key that is not there, or twice, is told."""
        said, (key,) = entry.said, table.columns[0].key
        name = said.pop(key, None)
        spot = entry.grid.cell(entry.row, table.columns[0].title)
        if name is None:
            self._tell("XLS041", spot, title=table.columns[0].title)
        elif name in entries:
            self._faults.append(Fault("PKT030", (), {"found": name}, spot=spot))
        else:
            self.places.entry(path, name, entry.grid, entry.row)
            entries[name] = False if entry.none else said

    def judged_rows(self) -> tuple[Entry, ...]:
        """The rows of judgements."""
        return tuple(self._judgements)

    def judge_cell(self, entry: Entry) -> None:
        """Take a judgement from a cell of a matrix."""
        self._cells.append(entry)

    def judge(self) -> None:
        """Take the judgements; one that is about every stage as one for each of them.

        What a cell says as a row or another cell does is taken once; if they differ it is told.
        """
        judged = self.value.setdefault("assessments", [])
        if not isinstance(judged, list):
            return  # another sheet said something else, which the format refuses
        heard, differing = Heard(judged), Differing()
        for number, entry in enumerate((*self._judgements, *self._cells)):
            about = [*spread(entry.said, self.value["tender"]["requirements"])]
            if not about:
                self._tell("XLS099", entry.grid.spot(entry.row, 1))
            for said in about:
                spot = entry.grid.spot(entry.row, entry.grid.own)
                other = heard.add(said, spot, cell=number >= len(self._judgements))
                if other is None:
                    self.places.entry(_ASSESSMENTS, len(judged) - 1, entry.grid, entry.row)
                elif other.cell:
                    differing.add(spot, other)
        for fault in differing.told_beside(tuple(self._faults)):
            self._faults.append(fault)

    def _beside_sheets(self, value: dict[str, Any]) -> dict[str, Any]:
        """What is carried along, with what the sheets say where both differ in keys."""
        typed = self.value.get(EXTENSIONS, {})
        if typed.keys() & value.keys():
            return value
        self.value.pop(EXTENSIONS, None)
        return {**value, **typed}

    def place(self, name: str, value: Any, spot: Spot) -> None:
        """Take a value that stands by its place.

        Raises:
            NowhereError: there is no such place, or something stands there.
        """
        node: Any = self.value
        path: Path = ()
        if name == EXTENSIONS and isinstance(value, dict):
            value = self._beside_sheets(value)
        steps = parse_name(name)
        for bare, following in zip(steps, (*steps[1:], ""), strict=True):
            step = bare.strip("{}")
            if step.startswith("["):
                if not isinstance(node, list):
                    raise NowhereError(name)
                known = len(node)
                index = self._index(node, step[1:-1], value, last=not following)
                if index == known and path[-1:] in _NEVER_MADE:
                    del node[index]
                    raise NowhereError(name)
                node, path = node[index], (*path, index)
                if index == known:
                    self.places.field(path, spot)
            elif not isinstance(node, dict):
                raise NowhereError(name)
            elif following:
                node = node.setdefault(step, [] if following.startswith("[") else {})
                path = (*path, step)
            elif node.get(step, value) != value:
                raise NowhereError(name)
            else:
                node[step], path = value, (*path, step)
        self.places.field(path, spot)

    def _index(self, entries: list[Any], name: str, value: Any, *, last: bool) -> int:
        """Which entry a step names; without a name the value itself is a new one."""
        for index, entry in enumerate(entries):
            if name and isinstance(entry, dict) and entry.get("id") == name:
                return index
        if last != (not name):
            raise NowhereError(name)
        entries.append({"id": name} if name else value)
        return len(entries) - 1

    def _list(self, table: Table, entry: Entry) -> tuple[Path, list[Any]] | None:
        """The list that an entry belongs to; `None`, and a fault, if its bidder is not there."""
        if self._lacks_its_member(table, entry):
            title = table.parents[-1].title
            self._tell_empty(table, entry, title)
            return None
        node: Any = self.value
        path: Path = ()
        optional = {column.title for column in table.parents if not column.needed}
        titles = [column.title for column in table.parents] or [ABOUT]
        named = zip(titles, entry.above, strict=False)
        above = iter([(title, name) for title, name in named if name or title not in optional])
        steps = table.path_below(entry.above)
        for step, following in zip(steps, (*steps[1:], None), strict=True):
            if step != ANY:
                a_list = not table.keyed if following is None else following == ANY
                a_list = a_list and (*path, step) != _BY_KEY
                node, path = node.setdefault(step, [] if a_list else {}), (*path, step)
                continue
            title, name = next(above)
            spot = entry.grid.cell(entry.row, title)
            if not name:
                self._tell_empty(table, entry, title)
                return None
            if isinstance(node, dict):
                node, path = node.setdefault(name, {}), (*path, name)
                self.places.field(path, spot)
                continue
            index = self._named(path, node, name)
            if index is None:
                if path[-1:] in _NEVER_MADE:
                    known = likely(self._faults, name, [str(who.get("id")) for who in node])
                    self._tell("XLS026", spot, title=title, found=name, known=known)
                    return None
                index = len(node)
                self.places.entry(path, index, entry.grid, entry.row)
                node.append({"id": name})
            node, path = node[index], (*path, index)
        return path, node

    def _lacks_its_member(self, table: Table, entry: Entry) -> bool:
        """Whether a row of a KSO names no member, and is part of what nothing else says of the KSO.

        Such as contracts without an equity: the rest stands at the member. A list that is all that
        is known by its name may stand at the KSO, where a notice tells that it is not used.
        """
        if not table.partial or table.parents[-1].needed or entry.above[-1]:
            return False
        *_, fact, _ = table.path
        for who in self.value.get("participants") or ():
            if isinstance(who, dict) and who.get("id") == entry.above[0] and who.get("members"):
                known = who.get("facts", {}).values()
                return not any(fact in of_stage for of_stage in known)
        return False

    def _named(self, path: Path, entries: list[Any], name: str) -> int | None:
        """Which of the entries at `path` has a name; of two with one name the first."""
        known = self._names.setdefault(path, {})
        for index in range(self._seen.get(path, 0), len(entries)):
            known.setdefault(entries[index].get("id"), index)
        self._seen[path] = len(entries)
        return known.get(name)

    def _tell_empty(self, table: Table, entry: Entry, title: str) -> None:
        """That a row does not say above what it stands, or that its sheet has no column for it."""
        fault = Fault("XLS041", (), {"title": title}, spot=entry.grid.cell(entry.row, title))
        lost = title not in entry.grid.at and title in [column.title for column in table.parents]
        self._faults.append(no_column(entry.grid, title, fault) if lost else fault)

    def _tell(self, code: str, spot: Spot, **params: str) -> None:
        self._faults.append(Fault(code, (), params, spot=spot))
