"""What stands in each sheet of the workbook of a package: pure data, before any cell is drawn.

Every value of the package is in exactly one place. What has no column of its own, or would not
read back from it as the very same, stands on the last sheet, by its place.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tender_desk.workbook.kinds import LEFT_BLANK, NONE, TEXT, CellError, Kind, is_none
from tender_desk.workbook.kinds.moments import ZONES, Time, common_zone
from tender_desk.workbook.layouts.answered import Answered
from tender_desk.workbook.layouts.filled import REPEATED, Book, Filled, Rest, Row
from tender_desk.workbook.layouts.forms import ZONE
from tender_desk.workbook.layouts.general import gathered
from tender_desk.workbook.layouts.layout import ANY, Column, Form, KeyPath, Table
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.layouts.tables_papers import OFFICE as OFFICE_TABLE
from tender_desk.workbook.matrices.content import Matrix, matrices_of
from tender_desk.workbook.matrices.heads import row_columns
from tender_desk.workbook.off_place.agreeing import at_odds
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.trees import EXTENSIONS, MISSING, ON_SHEETS, get, leaves, named
from tender_engine.faults import Path
from tender_engine.formats.canonical import canonical_json

__all__ = ["Filling", "book_of"]

# What JSON may hold as it is, and XML may not or a terminal should not show.
_UNSAFE = re.compile("[\x7f-\x9f\ufffe\uffff]")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}")


def book_of(
    value: Mapping[str, Any],
    layout: Layout,
    answered: Sequence[Answered] = (),
    before: Mapping[str, Any] | None = None,
) -> Book:
    """The workbook of a package that is given as its plain values, lines in the order of these.

    `answered` are the rows of the sheet `Konfirmasi`. What repeats the package `before` it and has
    no time yet is in the zone of that one.
    """
    filling = Filling(value, answered, before)
    matrices = filling.matrices(row_columns(layout))
    package, requirements = layout.forms
    sheets = [filling.form(package)]
    for table in layout.tables:
        sheets.append(filling.table(table))
        if table.name == "HPS":
            sheets.append(filling.form(requirements))
        elif table.name == "Peserta":
            sheets += filling.prices()
    return Book(tuple(sheets), tuple(filling.rest()), matrices)


def lists_at(
    value: Any,
    path: KeyPath,
    parents: Sequence[Column] = (),
    at: Path = (),
    above: tuple[str, ...] = (),
) -> Iterator[tuple[Path, tuple[str, ...], Any]]:
    """Every list at `path`: where it is, the names of the entries above, and itself.

    `ANY` in the path is an entry of a list, or a key of an object. Where the column of `parents`
    that names one may be empty, the list that stands at the entry above it is given as well.
    """
    if not path:
        yield at, above, value
        return
    step, rest = path[0], path[1:]
    if step == ANY:
        named_parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in named_parts:
            name = key if isinstance(key, str) else part["id"]
            yield from lists_at(part, rest, parents[1:], (*at, key), (*above, name))
        return
    if rest[:1] == (ANY,) and parents and not parents[0].needed:
        yield from lists_at(value, rest[1:], parents[1:], at, (*above, ""))
    if isinstance(value, dict) and step in value:
        yield from lists_at(value[step], rest, parents, (*at, step), above)


def _fits_a_cell(naming: Any) -> bool:
    """Whether the sheet `Paket` holds all of what an evaluasi ulang names."""
    return (
        isinstance(naming, dict)
        and naming.keys() == {"anew"}
        and isinstance(naming["anew"], list)
        and all(isinstance(one, str) for one in naming["anew"])
    )


class Filling:
    """Takes the values of a package to their cells, and knows which were taken."""

    def __init__(
        self,
        value: Mapping[str, Any],
        answered: Sequence[Answered] = (),
        before: Mapping[str, Any] | None = None,
    ) -> None:
        self._value = {**value, "assessments": gathered(value)}
        self._zone = common_zone(_times(value)) or common_zone(_times(before))
        self._local = Local(self._zone)
        self._taken: set[Path] = {("format",), ("assessments",), ("events",)}
        if not value["tender"]["requirements"]:
            self._taken.add(("tender", "requirements"))
        self._whole: list[Rest] = []
        self._part_carried()
        self._confirmed = [row for one in answered if (row := self._answer(one))]

    def _part_carried(self) -> None:
        """Leave of what is carried along only what has a place on sheets that can hold it.

        All else, and an office that no sheet can hold just as it is, stands with the rest.
        """
        carried = self._value.pop(EXTENSIONS, None)
        if carried is None:
            return
        held, others = {}, carried
        if isinstance(carried, dict):
            fits = dict(zip(ON_SHEETS, (self._fits, _fits_a_cell), strict=True))
            held = {key: carried[key] for key in ON_SHEETS if fits[key](carried.get(key))}
            others = {key: part for key, part in carried.items() if key not in held}
        if held:
            self._value[EXTENSIONS] = held
        if others or not held:
            self._whole.append(Rest(EXTENSIONS, _json(others)))

    def _fits(self, office: Any) -> bool:
        """Whether the sheets hold all of an office, in its order."""
        if not isinstance(office, dict) or not {*office} <= {"place", "papers"}:
            return False
        papers = office.get("papers", [])
        if not isinstance(papers, list) or not all(isinstance(one, dict) for one in papers):
            return False
        return all(
            {key for key, _ in leaves(one)} <= self.row(OFFICE_TABLE, (), one)[1] for one in papers
        )

    def _answer(self, answered: Answered) -> Row | None:
        """A row of confirmations, of which no more stands elsewhere; `None` if no cells hold it."""
        row, taken = self.row(CONFIRMED, (), answered.row)
        if not {(key,) for key in answered.row} <= taken:
            return None
        self._taken |= {*answered.places}
        return row

    def matrices(self, columns: Sequence[Column]) -> tuple[Matrix, ...]:
        """The matrices; what they hold is no row of the sheets of judgements."""
        made, self._value["assessments"] = matrices_of(self._value, columns, self.written)
        return made

    def form(self, form: Form) -> Filled:
        """A form: of each field the value and the clause."""
        rows = []
        for field in form.fields:
            if field is ZONE:
                names = {offset: name for name, offset in ZONES.items()}
                rows.append((names.get(self._zone or ""), None))
            else:
                rows.append((self._field(field.key, field.kind), self._field(field.clause, TEXT)))
        return Filled(form, tuple(rows))

    def _field(self, key: KeyPath | None, kind: Kind | None) -> Any:
        if key is None or kind is None:
            return None
        cell = self.written(kind, get(self._value, key))
        if cell is not None:
            self._taken.add(key)
        return cell

    def table(self, table: Table) -> Filled:
        """A table; an entry that would not read back from its row stands with the rest, whole."""
        rows: list[Row] = [*self._confirmed] if table is CONFIRMED else []
        for at, above, entries in lists_at(self._value, table.path, table.parents):
            parents = zip(table.parents, above, strict=True)
            names = tuple(column.kind.write(name) if name else None for column, name in parents)
            if table.keyed:
                rows += ((*names, *cells) for cells in self._keyed(table, at, entries))
                continue
            if table.tells_none and not entries:
                rows.append((*names, NONE, *(None for _ in table.columns[1:])))
                self._taken.add(at)
            rows += ((*names, *cells) for cells in self._rows(table, at, entries))
        return Filled(table, tuple(rows))

    def _keyed(self, table: Table, at: Path, entries: Mapping[str, Any]) -> Iterator[Row]:
        """The rows of an object whose keys stand in the first column."""
        key = table.columns[0].key[0]
        for name, said in entries.items():
            path = (*at, name)
            if said is False:
                self._taken.add(path)
                yield (name, NONE, *(None for _ in table.columns[2:]))
            elif isinstance(said, dict):
                cells, taken = self.row(table, path, {key: name, **said})
                if not is_none(str(cells[1])):
                    self._taken |= taken if said else {path}
                    yield cells

    def _rows(self, table: Table, at: Path, entries: Sequence[Any]) -> Iterator[Row]:
        """The rows of the list at `at`, without the names of the entries above."""
        for index, entry in enumerate(entries):
            path = (*at, index)
            if path in self._taken or not table.takes(entry):
                continue
            cells, taken = self.row(table, path, entry)
            in_row = not (table.tells_none and is_none(str(cells[0])))
            if table.loose:
                self._taken.add(at)
                in_row = in_row and {key for key, _ in leaves(entry, path)} <= taken
                if not in_row:
                    self._whole.append(Rest(f"{named(self._value, at)}[]", _json(entry)))
            if in_row:
                yield cells
                self._taken |= taken

    def prices(self) -> Iterator[Filled]:
        """A sheet for each participant whose price has lines."""
        known = get(self._value, ("tender", "hps", "lines"))
        known = () if known is MISSING else known
        hps = {line["id"]: line for line in known}
        rows: dict[str, list[Row]] = {}
        bids: dict[str, list[Any]] = {}
        for at, (who,), lines in lists_at(self._value, PRICES.path):
            for index, line in enumerate(lines):
                path, document = (*at, index), hps.get(line["id"], {})
                shown = {key: document[key] for key in REPEATED if key in document}
                cells, taken = self.row(PRICES, path, {**shown, **line})
                rows.setdefault(who, []).append(cells)
                bids.setdefault(who, []).append(line)
                # A text that only repeats the document's would read as repeated for the eye.
                repeated = {(*path, key) for key, text in shown.items() if line.get(key) == text}
                self._taken |= taken - repeated
        names = {who["id"]: who["name"] for who in self._value.get("participants", ())}
        for who, lines in rows.items():
            yield Filled(PRICES, tuple(lines), (who, names[who]), bool(at_odds(known, bids[who])))

    def rest(self) -> Iterator[Rest]:
        """What no sheet holds, by its place."""
        for path, value in leaves(self._value):
            if not any(path[:end] in self._taken for end in range(1, len(path) + 1)):
                yield Rest(named(self._value, path), _json(value))
        yield from self._whole

    def row(self, table: Table, path: Path, entry: Mapping[str, Any]) -> tuple[Row, set[Path]]:
        """The cells of an entry, and which of its values they hold."""
        cells, taken = [], {(*path, key) for key in table.constant}
        for column in table.columns:
            meant = not column.only or entry.get("type") in column.only
            cell = self.written(column.kind, get(entry, column.key)) if meant else None
            if cell is not None:
                taken.add((*path, *column.key))
            cells.append(cell)
        return tuple(cells), taken

    def written(self, kind: Kind, value: Any) -> Any:
        """What a cell says `value` with; `None` where it would not read back as the same."""
        if not isinstance(value, kind.of):
            return None
        if isinstance(kind, Time):
            kind = kind.within(self._local)
        cell = kind.write(value)
        try:
            back = kind.read(_Stored(cell))
        except CellError:
            return None
        return cell if _same(back, value) else None


def _same(back: Any, value: Any) -> bool:
    if back is LEFT_BLANK:
        return value is None
    if isinstance(back, bool) or isinstance(value, bool):
        return back is value
    return bool(back == (str(value) if isinstance(value, int) else value))


class _Stored:
    """A cell as it is found again after it was saved."""

    number_format = "General"

    def __init__(self, value: Any) -> None:
        if isinstance(value, Decimal):
            value = int(value) if value == value.to_integral_value() else float(value)
        elif type(value) is dt.date:
            value = dt.datetime.combine(value, dt.time())
        self.value = value


def _times(value: Any) -> Iterator[str]:
    for _, leaf in leaves(value):
        parts = leaf if isinstance(leaf, list) else [leaf]
        for part in parts:
            if isinstance(part, dict):
                yield from (text for text in part.values() if _is_time(text))
            elif _is_time(part):
                yield part


def _is_time(text: Any) -> bool:
    return isinstance(text, str) and bool(_TIME.fullmatch(text))


def _json(value: Any) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", canonical_json(value))
