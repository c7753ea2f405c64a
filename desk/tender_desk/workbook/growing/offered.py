"""Drop-downs of a workbook whose hidden list of words was deleted: each gets its words back.

Excel then writes `#REF!` where the words were named, in the sheet or in an extension of it. What a
cell may hold is known by the head of its column, or by the name of its row on a form. A drop-down
of a cell that is none of ours stays as it is.
"""

import string
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, column_letter, column_number
from tender_desk.workbook.drawn.wordlists import WordLists
from tender_desk.workbook.growing.container import MAIN, Container
from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.plain import plain_sheet
from tender_desk.workbook.growing.sheet import SheetXml
from tender_desk.workbook.kinds import FLAG, Kind
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.layout import Form, Table
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    CRITERION,
    STAGE,
    WORDS,
    is_matrix,
    parted,
)
from tender_desk.workbook.reading.sheet_cells import is_own, title_key

__all__ = ["offered_anew"]

_LOST = ("#REF!", f"{names.WORDS}!", f"'{names.WORDS}'!")
_ROWS, _COLUMNS = 1_048_576, 16_384
# In the words of an extension, where Excel keeps what names another sheet.
_CELLS = "http://schemas.microsoft.com/office/excel/2006/main"


@frozen
class _Block:
    """Cells from one corner to the other."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, area: str) -> "_Block":
        """As a sheet names it: `B5`, `B5:C9`, `B:C`, `5:9`."""
        first, _, last = area.replace("$", "").partition(":")
        top, left = _corner(first, 1, 1)
        bottom, right = _corner(last or first, _ROWS, _COLUMNS)
        return cls(top, left, bottom, right)

    def common(self, other: "_Block") -> "_Block | None":
        """The cells that are of both."""
        found = _Block(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )
        return found if found.top <= found.bottom and found.left <= found.right else None

    def without(self, other: "_Block") -> Iterator["_Block"]:
        """The rest, where `other` is a part of it."""
        pieces = (
            _Block(self.top, self.left, other.top - 1, self.right),
            _Block(other.bottom + 1, self.left, self.bottom, self.right),
            _Block(other.top, self.left, other.bottom, other.left - 1),
            _Block(other.top, other.right + 1, other.bottom, self.right),
        )
        return (one for one in pieces if one.top <= one.bottom and one.left <= one.right)

    @property
    def name(self) -> str:
        """As a sheet names it."""
        first, last = cell_name(self.top, self.left), cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


# Cells that take words, and what tells where in the lists these stand.
_Held: TypeAlias = tuple[_Block, Callable[[WordLists], str]]


def offered_anew(data: bytes, layout: Layout) -> bytes:
    """The workbook `data`, its list of words and what takes words from it as they were.

    The very bytes where the list is there, or nothing looks for it.
    """
    container = Container(data)
    if names.WORDS.casefold() in map(str.casefold, container.titles):
        return data
    words, found = WordLists(), False
    for title, part in container.worksheets():
        if any(lost.encode() in container.read(part) for lost in _LOST):
            sheet = SheetXml(container.read(part), container.shared)
            if _offer(sheet, [*_held(title, sheet, layout)], words):
                container.write(part, sheet.xml())
                found = True
    if not found:
        return data
    container.hide(names.WORDS, plain_sheet(words.rows()))
    return container.packed()


def _offer(sheet: SheetXml, held: list[_Held], words: WordLists) -> bool:
    """Give the drop-downs that lost their words those of what stands below them."""
    new: list[Any] = []
    for lost in sheet.offered():
        if not any(name in "".join(lost.itertext()) for name in _LOST):
            continue
        by_words: dict[str, list[str]] = {}
        left = [_Block.of(area) for area in _areas(lost).split()]
        for block, offer in held:
            rest: list[_Block] = []
            for area in left:
                if common := area.common(block):
                    by_words.setdefault(offer(words), []).append(common.name)
                    rest += area.without(common)
                else:
                    rest.append(area)
            left = rest
        new += [_offering(lost, where, at) for where, at in by_words.items()]
        if by_words:
            _keep(lost, [area.name for area in left])
    sheet.validate(new)
    return bool(new)


def _areas(offered: Any) -> str:
    """The cells of a drop-down: its own word on them, or its child's in an extension."""
    own: str | None = offered.get("sqref")
    return own or "".join(child.text or "" for child in offered.iterchildren(f"{{{_CELLS}}}sqref"))


def _offering(lost: Any, reference: str, areas: list[str]) -> Any:
    """The same drop-down with other words, for other cells."""
    new = lost.makeelement(f"{{{MAIN}}}dataValidation", dict(lost.attrib))
    new.set("type", "list")
    new.set("sqref", " ".join(areas))
    formula = new.makeelement(f"{{{MAIN}}}formula1")
    formula.text = reference
    new.append(formula)
    return new


def _keep(lost: Any, areas: list[str]) -> None:
    """Leave a drop-down to those cells alone; without any it goes, and what held it alone."""
    if areas and lost.get("sqref"):
        lost.set("sqref", " ".join(areas))
    elif areas:
        next(lost.iterchildren(f"{{{_CELLS}}}sqref")).text = " ".join(areas)
    while not areas and lost is not None:
        holder = lost.getparent()
        holder.remove(lost)
        if "count" in holder.attrib:
            holder.set("count", str(len(holder)))
        lost = None if len(holder) or holder.getparent() is None else holder


def _held(title: str, sheet: SheetXml, layout: Layout) -> Iterator[_Held]:
    """The cells of a sheet that take words, and what tells where these stand."""
    if is_matrix(title):
        yield from _in_matrix(sheet)
    name = PRICES.name if title.startswith(f"{PRICES.name} ") else title
    for form in layout.forms:
        if form.name == name:
            yield from _in_rows(sheet, form)
    for table in (*layout.tables, PRICES):
        if table.name == name:
            yield from _in_columns(sheet, table)


def _in_matrix(sheet: SheetXml) -> Iterator[_Held]:
    known = dict.fromkeys(map(title_key, (STAGE, CRITERION, WORDS)))
    head, at = heads_in(sheet.texts(TOP), known)
    for key, column in at.items():
        if key not in known and not is_own(key) and parted(key)[0] == ANSWER_PART:
            yield _below(head, column), _all_of(ANSWER)


def _in_columns(sheet: SheetXml, table: Table) -> Iterator[_Held]:
    columns = {title_key(one.title): one for one in (*table.parents, *table.columns)}
    head, at = heads_in(sheet.texts(TOP), columns)
    for row, texts in sheet.texts(head):
        for text in texts:
            if text.value == names.IN_ORDER:
                yield _Block(row, text.column + 1, row, text.column + 1), _all_of(FLAG)
    for key, column in columns.items():
        if key in at and column.kind.terms:
            yield _below(head, at[key]), _all_of(column.kind)


def _in_rows(sheet: SheetXml, form: Form) -> Iterator[_Held]:
    headers = [title_key(header) for header in form.headers]
    head, at = heads_in(sheet.texts(TOP), dict.fromkeys(headers))
    fields = {title_key(field.title): field for field in form.fields}
    named, value = at.get(headers[0]), at.get(headers[1])
    if named is None or value is None:
        return
    rows: dict[str, str] = {}
    for row, texts in sheet.texts(_ROWS):
        said = next((text.value for text in texts if text.column == named), "")
        field = fields.get(title_key(said))
        if row > head and field is not None and field.kind is not None:
            rows[field.title] = f"${column_letter(value)}${row}"
            if terms := field.kind.terms:
                offer = partial(WordLists.offered, words=terms, fewer=field.fewer, rows={**rows})
                yield _Block(row, value, row, value), offer


def _all_of(kind: Kind) -> Callable[[WordLists], str]:
    return lambda lists: lists.reference(kind.terms)


def _below(head: int, column: int) -> _Block:
    return _Block(head + 1, column, _ROWS, column)


def _corner(cell: str, row: int, column: int) -> tuple[int, int]:
    """The row and column of a cell; the given ones where only the other is named."""
    letters, digits = cell.rstrip(string.digits), cell.lstrip(string.ascii_uppercase)
    return int(digits or row), column_number(letters) if letters else column
