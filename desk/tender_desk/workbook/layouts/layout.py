"""How the workbook is laid out: forms of one field a row, and tables of one entry a row.

A field or column says which key of the package it holds. Tables below a list, such as the lines of
a price, begin with columns that name the entries they belong to.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import evolve, frozen

from tender_desk.workbook.kinds import TEXT, Code, Kind, Name
from tender_desk.workbook.kinds.units import RUPIAH, unit_in
from tender_desk.workbook.reading.local import Local

__all__ = [
    "ANY",
    "AS_TYPED",
    "GROSS",
    "NAME_ONLY",
    "NET",
    "WHO",
    "Column",
    "Fewer",
    "Field",
    "Form",
    "KeyPath",
    "Sheet",
    "Table",
    "column",
    "parent",
]

KeyPath: TypeAlias = tuple[str, ...]
# Stands in a table's path for the entry that a parent column names.
ANY = "*"
# The codes of participants, and a kind for numbers that only name.
WHO = ("Peserta", "Kode")
NAME_ONLY = Code()
_CODE, _NAME = ("id",), ("name",)
# Whether PPN is in the amounts of a column, or that what is repeated there tells it.
GROSS, NET, AS_TYPED = "termasuk PPN", "tanpa PPN", "seperti diketik"


@frozen
class Fewer:
    """Words that a drop-down leaves out once other rows of its form, above it, hold one of some.

    Attributes:
        without: what is left out.
        rows: the titles of those rows.
        saying: what one of them holds, however it is written large.
    """

    without: tuple[str, ...]
    rows: tuple[str, ...]
    saying: tuple[str, ...]


@frozen
class Field:
    """A row of a form: what it is called, the key it holds, and what a person should know.

    `clause` is the key that the form's column for clauses holds; `source` is that of a `Column`.
    `fewer` says when its drop-down offers less.
    """

    title: str
    key: KeyPath | None
    kind: Kind | None
    note: str = ""
    group: str = ""
    clause: KeyPath | None = None
    needed: bool = False
    source: tuple[str, str] | None = None
    fewer: Fewer | None = None

    def within(self, kind: Kind, local: Local) -> Kind:
        """What a cell of the row holds, as it is read in one workbook."""
        return kind.within(evolve(local, unit=unit_in(self.title)))


@frozen
class Column:
    """A column of a table.

    `source` names the column of another sheet whose entries it names: a drop-down offers them, and
    what is typed is resolved by it (`resolver`). `only` is
    what the entry's `type` must be for the column to mean anything. `tax` says above the head of
    a column of amounts whether PPN is in them. One that is `told` is filled in by the program, and
    one that is `hidden` is so for itself alone. `in_unit` names the column with its figure's unit.
    """

    title: str
    key: KeyPath
    kind: Kind
    width: int = 16
    source: tuple[str, str] | None = None
    only: tuple[str, ...] = ()
    needed: bool = False
    tax: str = ""
    told: bool = False
    hidden: bool = False
    in_unit: str = ""

    def within(self, local: Local) -> Kind:
        """What its cells hold, as they are read in one workbook.

        The title says the unit of its numbers, else their row; where PPN is said they are money.
        """
        unit = unit_in(self.title) or (RUPIAH if self.tax else local.unit)
        return self.kind.within(local if unit == local.unit else evolve(local, unit=unit))


@frozen
class Form:
    """A sheet with one value a row."""

    name: str
    title: str
    note: str
    fields: tuple[Field, ...]
    rare: bool = False
    headers: tuple[str, ...] = ("Isian", "Nilai", "Keterangan")


@frozen
class Table:
    """A sheet with one entry a row.

    Attributes:
        path: the list that the entries are in; `ANY` is an entry of a list above.
        parents: the columns that name the entries above, one for each `ANY`; where one that is not
            needed is empty, the list stands at the entry above it, see `path_below`.
        takes: which entries of the list belong on this sheet.
        constant: what every entry of this sheet says.
        loose: whether its entries have no names, so that only a whole one can stand elsewhere.
        rare: whether most tenders leave the sheet empty.
        tells_none: whether a dash in `dash` says that the list is empty, or what a row names none.
        partial: whether its list is part of a record that has to say more.
        keyed: whether its list is an object, whose keys stand in the first column of its own.
        called: the key of what its entries are called, which stands for their codes elsewhere.
        once: the column of which one cell above the heads speaks for all rows that leave it blank.
        ready: tells, by all that a row says, whether it only stands ready and is no entry yet.
    """

    name: str
    title: str
    note: str
    path: KeyPath
    columns: tuple[Column, ...]
    parents: tuple[Column, ...] = ()
    takes: Callable[[Mapping[str, Any]], bool] = lambda _: True
    constant: Mapping[str, Any] = {}
    loose: bool = False
    rare: bool = False
    tells_none: bool = False
    partial: bool = False
    keyed: bool = False
    called: KeyPath = ()
    once: Column | None = None
    ready: Callable[[Mapping[str, Any]], bool] = lambda _: False

    @property
    def dash(self) -> Column:
        """The column of its own in which a dash says that there is none."""
        return self.columns[1 if self.keyed else 0]

    @property
    def telling(self) -> tuple[Column, ...]:
        """The columns that tell an entry from others: its code, name, a number of its own."""
        return tuple(
            column
            for column in self.columns
            if (column.key in (_CODE, _NAME) and column.source is None)
            or column.key == self.called
            or isinstance(column.kind, Code)
        )

    @property
    def of_somebody(self) -> bool:
        """Whether its entries are people or firms."""
        return any(one.key == _NAME and isinstance(one.kind, Name) for one in self.columns)

    def path_below(self, above: Sequence[str]) -> KeyPath:
        """The list of a row that names these entries above it, an empty text where it names none.

        >>> of_member = Column("Anggota KSO", ("id",), TEXT)
        >>> jobs = Table("Pengalaman", "", "", ("who", ANY, "members", ANY, "jobs"), (),
        ...              (parent("Peserta", WHO), of_member))
        >>> jobs.path_below(["p1", ""])
        ('who', '*', 'jobs')
        """
        path: list[str] = []
        named = zip(self.parents, above, strict=False)
        for step in self.path:
            path.append(step)
            if step == ANY:
                column, name = next(named, (None, ""))
                if column and not name and not column.needed:
                    del path[-2:]
        return tuple(path)


Sheet: TypeAlias = Form | Table


def column(title: str, key: str, kind: Kind, width: int = 16, **more: Any) -> Column:
    """A column that holds `key`, its parts joined by dots."""
    return Column(title, tuple(key.split(".")), kind, width, **more)


def parent(title: str, source: tuple[str, str], width: int = 14) -> Column:
    """A column that names an entry of the list above."""
    return Column(title, ("id",), TEXT, width, source, needed=True)
