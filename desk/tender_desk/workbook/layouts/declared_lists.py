"""Sheets of the workbook for named checks that ask or know a list of several things.

Such as the jobs that a bidder has done: one row an item, with whose it is in the first columns. The
columns follow from the record that the check declares; no row says nothing, and a dash says none.
"""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from tender_desk.workbook.kinds import NAMES, TEXT
from tender_desk.workbook.kinds.moments import ENDLESS
from tender_desk.workbook.layouts.declared_cells import item_of, kind_of, tax_of
from tender_desk.workbook.layouts.layout import ANY, WHO, Column, KeyPath, Table, parent
from tender_engine.declared import Check, Declarations
from tender_engine.formats.containers import ById, ListOf
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import BusinessId, Date, Shape
from tender_rules.stages.papers import PAPERS

__all__ = ["list_tables"]

_OF_BIDDER = (parent("Peserta", WHO),)
_OF_MEMBER = (*_OF_BIDDER, Column("Anggota KSO", ("member",), TEXT, 14, ("KSO", "Kode")))
_ASKED, _CODE = " Diminta", "Kode"
# What names the sheets, where the check's own name is too long there.
_SHORT = {PAPERS.key: "Surat Izin"}
_NOTE = (
    "Satu baris satu butir. Tanpa baris: {empty}. Tanda - pada kolom {first}, tanpa isi lain: tidak"
    " ada satu pun."
)
_NOTE_BY_KEY = (
    "Satu baris satu butir yang diminta. Tanpa baris: belum diketahui. Tanda - pada kolom {first},"
    " tanpa isi lain: tidak disampaikan."
)


def list_tables(declared: Declarations) -> Iterator[Table]:
    """The sheets of lists that a document may ask, and of those that may be known of a bidder."""
    yield from _asked_tables(declared)
    yield from _known_tables(declared)


def _asked_tables(declared: Declarations) -> Iterator[Table]:
    """The sheets of what a document asks."""
    for check in declared.checks:
        for name, key, record in _lists(check, check.demand):
            path = ("tender", "requirements", check.stage.value, *key)
            titles = (f"{name}{_ASKED}", f"{name} yang diminta")
            yield _table(titles, "tidak diminta", path, record, ())


def _known_tables(declared: Declarations) -> Iterator[Table]:
    """The sheets of what is known of bidders, of those who are members of a KSO as well."""
    for check in declared.checks:
        below = () if check.on_business else ("facts", check.stage.value)
        whose = ("members", ANY) if check.of_each else ()
        for name, key, record in _lists(check, check.fact):
            path = ("participants", ANY, *whose, *below, *key)
            parents = _OF_MEMBER if check.of_each else _OF_BIDDER
            made = _table((name, f"{name} peserta"), "belum diketahui", path, record, parents)
            made = evolve(made, partial=_needs_more(check.fact, key[-1]))
            yield _by_key(made, f"{name}{_ASKED}") if isinstance(check.fact, ById) else made


def _needs_more(fact: Shape | None, listed: str) -> bool:
    """Whether a fact of which a list is a part has to say something beside it."""
    keys = fact.keys if isinstance(fact, Record) else ()
    return any(key.required and key.name != listed for key in keys)


def _lists(check: Check[Any, Any], shape: Shape | None) -> Iterator[tuple[str, KeyPath, Record]]:
    """Each list of records of a check: what it is called, its key, and what an item is."""
    if isinstance(shape, Record):
        for part in shape.keys:
            if (item := item_of(part.shape)) is not None:
                yield _capital(part.title), (check.key, part.name), item
    elif shape is not None and (item := item_of(shape)) is not None:
        yield _SHORT.get(check.key, check.name), (check.key,), item


def _by_key(table: Table, asked: str) -> Table:
    """The same where each item answers one of those that the document asks, by its code."""
    code = Column(_CODE, ("code",), TEXT, 10, (asked, _CODE), needed=True)
    note = _NOTE_BY_KEY.format(first=table.columns[0].title)
    columns = (code, *table.columns)
    return evolve(table, note=note, columns=columns, loose=False, keyed=True)


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
        called=("title",) if "title" in (key.name for key in record.keys) else (),
        loose="id" not in (key.name for key in record.keys),
        rare=True,
        tells_none=True,
    )


def _column(key: Key) -> Column:
    kind, width = kind_of(key.shape)
    if key.nullable and key.shape is Date:
        kind = ENDLESS
    title = _capital(key.title or key.name)
    members = isinstance(key.shape, ListOf) and isinstance(key.shape.item, BusinessId)
    return Column(
        title,
        (key.name,),
        NAMES if members else kind,
        width,
        _OF_MEMBER[-1].source if members else None,
        needed=key.required,
        tax=tax_of(key),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
