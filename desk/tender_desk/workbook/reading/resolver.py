"""Codes and names by which one sheet names the entries of another: all are resolved here.

An exact code wins. Else what was typed is held against the codes of that sheet and what its entries
are called, all of them folded: one match is meant, two are a fault that names both, and a name that
nothing has is one as well. A code that nothing has stays, and is told where the package is read.

A name is folded whole: the title of a firm is a part of it, so that `CV Maju` stands for neither
`PT Maju` nor `Maju`. The degrees of a member of the panel may be left out, all or some: of one who
has others, or of two who are called so, they say who is meant.
"""

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from tender_desk.workbook.kinds import CellError, as_typed
from tender_desk.workbook.kinds.degrees import without_degrees
from tender_desk.workbook.layouts.layout import Column, Field, Table
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.reading.rows import Entry, Said, may_be_sealed
from tender_desk.workbook.reading.sheet_cells import likely
from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.faults import Fault, Noted, Spot

__all__ = ["MAY_BE_A_CODE", "Resolver", "folded"]

T = TypeVar("T")
# The column in which an entry has its code.
_CODE = "Kode"
# What the entries of a sheet are, where the column that names one says something else of it.
_NOUNS = {"Pokja": "Anggota Pokja", "Peserta": "Peserta", "KSO": "Anggota KSO", "HPS": "Baris"}
# What may be the code of an entry that is not there, which is told where the package is read.
MAY_BE_A_CODE = re.compile("[A-Za-z0-9._-]*")
# A name is longer than a code by so much, and takes as much longer to be compared.
_AS_LONG = 4
# The sheet of those who may be called without their degrees.
_OF_PEOPLE = "Pokja"
# By what a member holds one may be named, but for what each of them is; and how all are named.
_ROLE, _MEMBER = "role", "anggota"
_EVERYBODY = frozenset(
    f"{every}{whom}"
    for every in ("semua", "seluruh")
    for whom in ("", "anggota", "anggotapokja", "anggotapokjapemilihan")
)
# A dot or hyphen between a letter and a letter or digit; never one between digits. A comma between
# letters alone, as before a degree; and a last dot.
_ANY, _LETTER, _SIGNS = r"[^\W_]", r"[^\W\d_]", "[.-]"
_SIGN = re.compile(
    rf"(?<={_LETTER}){_SIGNS}(?={_ANY})|(?<={_ANY}){_SIGNS}(?={_LETTER})"
    rf"|(?<={_LETTER})\.?,(?={_LETTER})|(?<={_LETTER})\.$"
)


def folded(text: str, *, signs: bool) -> str:
    """What two spellings of one code or name have in common; `signs`: without dots and hyphens.

    >>> [folded(text, signs=True) for text in ("P-1", " p 1", "PT. Maju  Jaya", "P.T. MAJU")]
    ['p1', 'p1', 'ptmajujaya', 'ptmaju']
    >>> folded("1. 10", signs=True), folded("A-1", signs=False)
    ('1.10', 'a-1')
    >>> [folded(text, signs=True) for text in ("Maju – Jaya KSO", "Dedi, S.E., M.T", "Dedi SE MT.")]
    ['majujayakso', 'dedisemt', 'dedisemt']
    """
    # The dashes and quotes that an office makes of those on a keyboard are these.
    typed = text if text.isascii() else as_typed(text)
    bare = "".join(typed.split()).casefold()
    return _SIGN.sub("", bare) if signs else bare


@frozen
class _Known:
    """The entries of a sheet, or of those on it that stand below one entry."""

    codes: dict[str, Spot] = field(factory=dict)
    spelled: dict[str, dict[str, Spot]] = field(factory=dict)
    texts: dict[str, None] = field(factory=dict)
    people: dict[str, tuple[str, frozenset[str]]] = field(factory=dict)


class Resolver:
    """Learns the entries of each sheet that others name, and resolves what these say of them.

    Of a column that names entries no more is known than its `source`. Where the entries of that
    sheet stand below others, such as criteria below their stage, only those are meant that stand
    below what the row itself says under the same title, if it says so.
    """

    def __init__(self, layout: Layout, faults: Noted) -> None:
        self._faults = faults
        self._tables = {table.name: table for table in layout.tables}
        self._naming = {
            table.name: tuple(c for c in (*table.parents, *table.columns) if c.source)
            for table in (*layout.tables, PRICES)
        }
        self._named = {c.source for columns in self._naming.values() for c in columns}
        # By sheet and the names of the entries above; all of a sheet without any.
        self._known: dict[tuple[str, tuple[str, ...] | None], _Known] = {}
        self._renamed: Callable[[str, str], str | None] = lambda _, __: None

    def learn(self, table: Table, entry: Entry) -> None:
        """Remember an entry of a sheet, if others name any of it."""
        if (table.name, _CODE) not in self._named:
            return
        column = next(column for column in table.columns if column.title == _CODE)
        code = get(entry.said, column.key)
        if not isinstance(code, str):
            return
        name = get(entry.said, table.called) if table.called else MISSING
        spot = entry.grid.cell(entry.row, _CODE)
        for above in (entry.above, None) if entry.above else (None,):
            known = self._known.setdefault((table.name, above), _Known())
            known.codes.setdefault(code, spot)
            for text in (code, name):
                if isinstance(text, str):
                    known.texts.setdefault(text)
                    spelled = known.spelled.setdefault(_folded(table, text), {})
                    spelled.setdefault(code, spot)
            if table.name == _OF_PEOPLE and isinstance(name, str):
                known.people.setdefault(code, _person(name))
            role = entry.said.get(_ROLE)
            if table.name == _OF_PEOPLE and isinstance(role, str):
                held = known.spelled.setdefault(folded(role, signs=True), {})
                held |= {} if code in held or folded(role, signs=True) == _MEMBER else {code: spot}

    def aside(
        self, faults: Noted, renamed: Callable[[str, str], str | None] | None = None
    ) -> "Resolver":
        """The same, which tells what is in doubt in `faults` instead.

        `renamed` is what an entry of a sheet that had a code once has now.
        """
        other = copy.copy(self)
        other._faults = faults
        other._renamed = renamed or self._renamed
        return other

    def resolved(self, table: Table, entry: Entry) -> Entry | None:
        """The entry with the codes of what it names; `None` where it is not known whose it is.

        A cell that may mean two entries is told, and says nothing.
        """
        above, said = [*entry.above], entry.said
        for column in self._naming[table.name]:
            parent = table.parents.index(column) if column in table.parents else None
            value = _said(said, column) if parent is None else above[parent] or None
            if value is None:
                continue
            code = self._read(column, value, table, entry, self._above(column, table, above, said))
            if parent is None:
                said = said if code is value else _with(said, column, code)
            elif code is None:
                return None
            else:
                above[parent] = code
        same = said is entry.said and (*above,) == entry.above
        return entry if same else evolve(entry, above=tuple(above), said=said)

    def resolved_field(self, said: Said) -> Said:
        """A cell of a form with the codes of what it names; an empty one if in doubt, and told."""
        field = said.naming
        if field is None or field.kind is None or said.value is None:
            return said
        try:
            value = field.kind.renamed(said.value, _Naming(self, field, None))
        except CellError as error:
            self._faults.append(Fault(error.code, (), error.params, spot=said.spot))
            value = None
        return evolve(said, value=value)

    def code(
        self, source: tuple[str, str], text: str, above: tuple[str, ...] | None = None
    ) -> str | None:
        """The code of the entry of `source` that `text` names; `None` where there is none.

        `above` names the entries above it, where these are known.

        Raises:
            CellError: it may be two.
        """
        known = self._known.get((source[0], above))
        if known is None or text in known.codes:
            return None if known is None else text
        found = known.spelled.get(_folded(self._tables[source[0]], text), {})
        if not found and known.people:
            found = {code: known.codes[code] for code in _called(text, known.people)}
        if len(found) > 1:
            first, second, *_ = (f"{code} ({spot.cell})" for code, spot in found.items())
            raise CellError("XLS190", found=text[:40], first=first, second=second)
        now = next(iter(found), None) or self._renamed(source[0], text)
        return now if now in known.codes else None

    def codes(self, source: tuple[str, str]) -> tuple[str, ...]:
        """The codes of all entries of `source`."""
        known = self._known.get((source[0], None))
        return tuple(known.codes) if known else ()

    def everybody(self, column: Column | Field, text: str) -> Sequence[str]:
        """The codes of all members of the panel where `column` names some and the text says all."""
        if column.source is None or column.source[0] != _OF_PEOPLE:
            return ()
        return self.codes(column.source) if folded(text, signs=True) in _EVERYBODY else ()

    def knows(self, source: tuple[str, str]) -> bool:
        """Whether any entry of `source` is known."""
        return (source[0], None) in self._known

    def spot(
        self, source: tuple[str, str], code: str, above: tuple[str, ...] | None = None
    ) -> Spot:
        """Where the entry of `source` that has this code has it; `above` as in `code`."""
        return self._known[source[0], above].codes[code]

    def nobody(self, column: Column | Field, text: str, above: tuple[str, ...] | None) -> CellError:
        """That nothing is called so that `column` may name, with what is most like it."""
        sheet = column.source[0] if column.source else ""
        known = self._known.get((sheet, above)) or _Known()
        may = self._faults.may_compare(_AS_LONG * len(known.texts))
        near = likely(self._faults, text, known.texts) if may else ""
        title = _NOUNS.get(sheet, column.title)
        params = {"title": title, "found": text[:40], "sheet": sheet, "known": near}
        return CellError("XLS193", **params)

    def by_code(self, source: tuple[str, str], values: Mapping[str, T]) -> Mapping[str, T]:
        """Values by the codes of entries, found by whatever names these."""
        return _ByCode(values, lambda text: self.code(source, text))

    def _above(
        self, column: Column, table: Table, above: Sequence[str], said: Mapping[str, Any]
    ) -> tuple[str, ...] | None:
        """Below what the entry stands that `column` names, if the row says all of it."""
        parents = self._tables[column.source[0]].parents if column.source else ()
        if not parents:
            return None
        row: dict[str, Any] = dict(zip((one.title for one in table.parents), above, strict=True))
        row |= {one.title: said.get(one.key[0]) for one in table.columns if one.title not in row}
        names = tuple(str(row.get(one.title) or "") for one in parents)
        return names if all(names) else None

    def _read(
        self,
        column: Column,
        value: Any,
        table: Table,
        entry: Entry,
        above: tuple[str, ...] | None,
    ) -> Any:
        """What a column says with the codes of what it names; `None`, and a fault, if in doubt."""
        naming = _Naming(self, column, above)
        try:
            return column.kind.renamed(value, naming)
        except CellError as error:
            spot = entry.grid.cell(entry.row, column.title)
            unsaid = {"found": "..."} if may_be_sealed(table, column) else {}
            self._faults.append(Fault(error.code, (), {**error.params, **unsaid}, spot=spot))
        return None


@frozen
class _Naming:
    """What is known of the entries that `_column` may name, below those `_above`."""

    _resolver: Resolver
    _column: Column | Field
    _above: tuple[str, ...] | None

    def __call__(self, text: str) -> str | None:
        return self._resolver.code(self._column.source or ("", ""), text, self._above)

    def everybody(self, text: str) -> Sequence[str]:
        return self._resolver.everybody(self._column, text)

    def meant(self, text: str) -> str:
        code = self(text)
        if code is None and not MAY_BE_A_CODE.fullmatch(text):
            raise self._resolver.nobody(self._column, text, self._above)
        return code or text


@frozen
class _ByCode(Mapping[str, T]):
    """A mapping of which a key may be spelled as `_code` knows it."""

    _values: Mapping[str, T]
    _code: Callable[[str], str | None]

    def __getitem__(self, key: str) -> T:
        if key in self._values:
            return self._values[key]
        try:
            code = self._code(key)
        except CellError:  # told where the row is read
            code = None
        if code is None:
            raise KeyError(key)
        return self._values[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _folded(table: Table, text: str) -> str:
    """Of a sheet whose entries are called by their codes alone, no sign of these is left out."""
    return folded(text, signs=bool(table.called))


def _person(text: str) -> tuple[str, frozenset[str]]:
    """What somebody is called, as it is compared, and the degrees beside it."""
    name, degrees = without_degrees(text)
    return folded(name, signs=True), degrees


def _called(text: str, people: Mapping[str, tuple[str, frozenset[str]]]) -> Iterator[str]:
    """The codes of the people who are called so and have all degrees that are typed."""
    name, degrees = _person(text)
    for code, (called, theirs) in people.items():
        if called == name and degrees <= theirs:
            yield code


def _said(said: Mapping[str, Any], column: Column) -> Any:
    """What a row says in a column; `None` where another column of that key said it."""
    if column.only and said.get("type") not in column.only:
        return None
    value = said.get(column.key[0])
    return value if isinstance(value, column.kind.of) else None


def _with(said: Mapping[str, Any], column: Column, code: Any) -> dict[str, Any]:
    """What a row says with another value in one column, or with none."""
    (key,) = column.key
    return {
        name: code if name == key else value
        for name, value in said.items()
        if name != key or code is not None
    }
