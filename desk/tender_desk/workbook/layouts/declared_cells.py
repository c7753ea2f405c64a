"""Rows and columns of the workbook that follow from the named checks of a rulebook.

Their kinds follow from the shapes of the format; widths, and words that would be too long, are the
sheet's own.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from tender_desk.workbook import kinds
from tender_desk.workbook.kinds import FLAG, NUMBER, TEXT, WHOLE, Kind, Listed
from tender_desk.workbook.kinds.moments import DATE, TIME
from tender_desk.workbook.kinds.weights import WEIGHT
from tender_desk.workbook.layouts.layout import GROSS, NET, Column, Field, KeyPath, column
from tender_engine.declared import Check, Declarations
from tender_engine.formats import fields
from tender_engine.formats.containers import ById, ListOf
from tender_engine.formats.either import BoolOr
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice, Date, Flag, Id, Number, Shape, Text, Time, Whole
from tender_engine.formats.weights import Weight
from tender_engine.terms import StageId
from tender_rules.stages.administration import BID_BOND

__all__ = [
    "asked_fields",
    "clause_fields",
    "columns_at",
    "columns_of_business",
    "columns_of_each",
    "item_of",
    "kind_of",
    "tax_of",
]

_KINDS: tuple[tuple[type, Kind, int], ...] = (
    (Flag, FLAG, 12),
    (Whole, WHOLE, 14),
    (Number, NUMBER, 18),
    (Weight, WEIGHT, 12),
    (Text, TEXT, 24),
    (Id, TEXT, 10),
)
_MOMENTS = ((Date, DATE, 14), (Time, TIME, 18))
# What heads the columns of a fact's parts, where the check's own name is too long there.
_SHORT = {BID_BOND.key: "Jaminan"}
_ONLY_ITS_CLAUSE = "hanya klausulnya"
_ASKED: KeyPath = ("tender", "requirements")
_TAXES = {fields.GROSS: GROSS, fields.NET: NET}
_CLAUSE = "clause"


def asked_fields(declared: Declarations, stage: StageId) -> Iterator[Field]:
    """A row for each check that a document may ask at `stage`, and for each part of one."""
    base, group = (*_ASKED, stage.value), stage.value.replace("_", " ")
    for check in declared.at(stage):
        title = _counted(check, check.asked_as or check.name)
        # The clause of an object stands beside the first of its cells, where any other does.
        beside: KeyPath | None = (*base, "clauses", check.key)
        note = check.hint
        for part, key, (kind, _), _ in _cells(check.key, check.demand):
            if key == (check.key, _CLAUSE):
                continue
            head = title if key == (check.key,) else f"{check.asked_as or check.name}: {part}"
            yield Field(head, (*base, *key), kind, note, group, beside)
            beside, note = None, ""


def clause_fields(declared: Declarations, stage: StageId) -> Iterator[Field]:
    """A row for each check at `stage` of which a document can only give the clause."""
    base, group = (*_ASKED, stage.value), stage.value.replace("_", " ")
    for check in declared.at(stage):
        if check.demand is None and check.beside is None:
            clause = (*base, "clauses", check.key)
            yield Field(check.asked_as or check.name, None, None, _ONLY_ITS_CLAUSE, group, clause)


def columns_of_business(declared: Declarations) -> Iterator[Column]:
    """The columns of what stands at a business itself."""
    for check in declared.on_business:
        yield from _columns(check, "")


def columns_at(declared: Declarations, stage: StageId) -> Iterator[Column]:
    """The columns of what is known of a bidder at `stage`."""
    checks = [check for check in declared.at(stage) if not check.on_business]
    for check in sorted(checks, key=lambda check: check.order):
        yield from _columns(check, f"facts.{stage}.")


# Whether there is what the cells beside say more of.
_THERE = kinds.Flag("ada")


def columns_of_each(declared: Declarations) -> Iterator[Column]:
    """The columns of what is known of each member of a KSO beside what stands at it itself."""
    for check in declared.checks:
        if check.of_each and not check.on_business:
            yield from _columns(check, f"facts.{check.stage}.")


def _columns(check: Check[Any, Any], under: str) -> Iterator[Column]:
    own = check.known_as or check.name
    for part, key, (kind, width), tax in _cells(check.key, check.fact):
        whole = key == (check.key,)
        kind = kinds.Flag(check.so) if kind is FLAG and check.so else kind
        title = _counted(check, own) if whole else f"{_SHORT.get(check.key, own)}: {part}"
        yield column(title, under + ".".join(key), kind, width, tax=tax)


def _counted(check: Check[Any, Any], title: str) -> str:
    return f"{title} ({check.unit})" if check.unit else title


def _cells(
    key: str, shape: Shape | None
) -> Iterable[tuple[str, tuple[str, ...], tuple[Kind, int], str]]:
    """The name, the key and the kind of each cell that a value of `shape` takes, and its PPN."""
    if shape is None:
        return
    if isinstance(shape, BoolOr):
        yield "", (key,), (_THERE, 12), ""
        shape = shape.shape
    if isinstance(shape, Record):
        for part in shape.keys:
            if item_of(part.shape) is None:
                yield part.title or part.name, (key, part.name), kind_of(part.shape), tax_of(part)
    elif item_of(shape) is None:
        yield "", (key,), kind_of(shape), ""


def tax_of(key: Key) -> str:
    """Whether PPN is in the amounts of `key`, in the words over a column; nothing of no amount."""
    return _TAXES.get(key.about, "")


def item_of(shape: Shape) -> Record | None:
    """What the items of a list are that take a row each, on a sheet of theirs: `declared_lists`.

    So are the values of an object whose keys are ids, and `false` says of one that there is none.
    """
    item: object = None
    if isinstance(shape, ListOf):
        item = shape.item
    elif isinstance(shape, ById):
        item = shape.shape.shape if isinstance(shape.shape, BoolOr) else shape.shape
    return item if isinstance(item, Record) else None


def kind_of(shape: Shape) -> tuple[Kind, int]:
    """What a cell for `shape` holds, and how wide it is.

    Raises:
        TypeError: a cell cannot hold it.
    """
    if isinstance(shape, Choice):
        return kinds.Choice(shape.terms, phrases=[shape.said]), 12
    if isinstance(shape, ListOf):
        kind, width = kind_of(shape.item)
        return Listed(kind, codes=isinstance(shape.item, Id)), width
    for moment, kind, width in _MOMENTS:
        if shape is moment:
            return kind, width
    for made, kind, width in _KINDS:
        if isinstance(shape, made):
            return kind, width
    raise TypeError(f"no cell holds a {type(shape).__name__}")
