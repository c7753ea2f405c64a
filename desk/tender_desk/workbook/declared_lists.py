"""Sheets of the workbook for named checks that ask or know a list of several things.

Such as the jobs that a bidder has done: one row an item, with whose it is in the first columns. The
columns follow from the record that the check declares; no row says nothing, and a dash says none.
"""

from collections.abc import Iterator
from typing import Any

from tender_desk.workbook.declared_cells import item_of, kind_of
from tender_desk.workbook.kinds import TEXT
from tender_desk.workbook.layout import ANY, GROSS, NET, WHO, Column, KeyPath, Table, parent
from tender_engine.declared import Check, Declarations
from tender_engine.formats import fields
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Shape
from tender_engine.terms import StageId

__all__ = ["asked_tables", "known_tables", "list_tables"]

_TAXES = {fields.GROSS: GROSS, fields.NET: NET}
_OF_BIDDER = (parent("Peserta", WHO),)
_OF_MEMBER = (*_OF_BIDDER, Column("Anggota KSO", ("member",), TEXT, 14, ("KSO", "Kode")))
_NOTE = (
    "Satu baris satu butir. Tanpa baris: {empty}. Tanda - pada kolom {first}, tanpa isi lain: tidak"
    " ada satu pun."
)


def list_tables(declared: Declarations) -> Iterator[Table]:
    """The sheets of lists that a document may ask, and of those that may be known of a bidder."""
    yield from asked_tables(declared)
    yield from known_tables(declared)


def asked_tables(declared: Declarations) -> Iterator[Table]:
    """The sheets of what a document asks."""
    for check in declared.checks:
        for name, key, record in _lists(check, check.demand):
            path = ("tender", "requirements", check.stage.value, *key)
            titles = (f"{name} Diminta", f"{name} yang diminta")
            yield _table(titles, "tidak diminta", path, record, ())


def known_tables(declared: Declarations, stage: StageId | None = None) -> Iterator[Table]:
    """The sheets of what is known of bidders, of those who are members of a KSO as well."""
    for check in declared.checks:
        if stage not in (None, check.stage):
            continue
        below = () if check.on_business else ("facts", check.stage.value)
        whose = ("members", ANY) if check.of_each else ()
        for name, key, record in _lists(check, check.fact):
            path = ("participants", ANY, *whose, *below, *key)
            parents = _OF_MEMBER if check.of_each else _OF_BIDDER
            yield _table((name, f"{name} peserta"), "belum diketahui", path, record, parents)


def _lists(check: Check[Any, Any], shape: Shape | None) -> Iterator[tuple[str, KeyPath, Record]]:
    """Each list of records of a check: what it is called, its key, and what an item is."""
    if isinstance(shape, Record):
        for part in shape.keys:
            if (item := item_of(part.shape)) is not None:
                yield _capital(part.title), (check.key, part.name), item
    elif shape is not None and (item := item_of(shape)) is not None:
        yield check.name, (check.key,), item


def _table(
    titles: tuple[str, str], empty: str, path: KeyPath, record: Record, parents: tuple[Column, ...]
) -> Table:
    columns = tuple(_column(key) for key in record.keys)
    return Table(
        titles[0],
        titles[1],
        _NOTE.format(first=columns[0].title, empty=empty),
        path,
        columns,
        parents,
        loose="id" not in (key.name for key in record.keys),
        rare=True,
        tells_none=True,
    )


def _column(key: Key) -> Column:
    kind, width = kind_of(key.shape)
    title = _capital(key.title or key.name)
    tax = _TAXES.get(key.about, "")
    return Column(title, (key.name,), kind, width, needed=key.required, tax=tax)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
