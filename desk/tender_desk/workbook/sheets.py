"""Which sheet of a workbook is which: by its name, or, if it was renamed, by what stands on it.

A renamed sheet is told, and read all the same: what other sheets say of it would else be told as
well, once in every row that names anything of it.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice, pairwise
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.ooxml.guard import HostileFileError, rows_of
from tender_desk.workbook import names
from tender_desk.workbook.layout import Form, Sheet, Table
from tender_desk.workbook.sheet_cells import nearest, shown_title, title_key
from tender_desk.workbook.strayed import sheet_titled
from tender_desk.workbook.tables import PRICES, Layout

__all__ = ["Unknown", "known_sheets", "unknown_sheets"]

# A sheet with its number in the workbook.
Numbered: TypeAlias = tuple[Any, int]

_NEVER_READ = (names.OWN, names.FOUND_SHEET)
_SOMEBODY = "p1"
# So many heads of its columns make a sheet known, among the first rows.
_HEADS, _ROWS = 2, 12
_LONGEST = 31


@frozen
class Unknown:
    """A sheet whose name nobody knows: the name that is meant, or most like it, and what it is.

    `name` is empty where nothing on the sheet tells that it is the one that is missing.
    """

    title: str
    near: str
    name: str


def unknown_sheets(sheets: Mapping[str, Numbered], layout: Layout) -> Iterator[Unknown]:
    """The sheets with names that nobody knows; of two that may be the same lost one the first."""
    known = _names(layout)
    lost = [name for name in known if name not in sheets]
    prices = f"{PRICES.name} "
    for title, (sheet, _) in sheets.items():
        if title in known or title.startswith((prices, *_NEVER_READ)):
            continue
        name = _read_as(sheet, title, lost, layout)
        if name in lost:
            lost.remove(name)
        # What has its own sheet already is hardly meant.
        near = name if name in known else _of_prices(sheet, name) or nearest(title, lost)
        near = near or nearest(title, [*known, f"{prices}{_SOMEBODY}"])
        yield Unknown(title, near, name)


def known_sheets(
    sheets: Mapping[str, Numbered], unknown: Collection[Unknown]
) -> tuple[dict[str, Numbered], list[Numbered]]:
    """The sheets by the names under which they are read, and those of prices."""
    priced = {one.title for one in unknown if one.name == PRICES.name}
    named = [one for one in unknown if one.name and one.title not in priced]
    renamed = {one.name: sheets[one.title] for one in named}
    prices = [
        numbered
        for title, numbered in sheets.items()
        if title.startswith(f"{PRICES.name} ") or title in priced
    ]
    return {**renamed, **sheets}, prices


def _read_as(sheet: Any, title: str, lost: Collection[str], layout: Layout) -> str:
    """What a sheet is, by its title and by the heads of its columns; empty for a stranger."""
    first = sheet_titled(sheet, layout)
    if first == PRICES.name or first in lost:
        return first
    near = nearest(title, lost)
    own = {sheet.name: sheet for sheet in layout.sheets if sheet is not PRICES}
    return near if near in own and _has_heads(sheet, own[near]) else ""


def _names(layout: Layout) -> tuple[str, ...]:
    """What a sheet may be called, but for those of prices."""
    own = (sheet.name for sheet in layout.sheets if sheet is not PRICES)
    return (*own, names.GUIDE, names.REST, names.WORDS)


def _of_prices(sheet: Any, name: str) -> str:
    """The name that a sheet of prices should have: with the code of the participant it names."""
    rows = islice(rows_of(sheet), names.HEADER_ROW - 1) if name == PRICES.name else ()
    for _, cells in rows:
        for label, said in pairwise(cells):
            if title_key(label.value) == title_key(names.ABOUT):
                return f"{name} {said.value}"[:_LONGEST]
    return ""


def _has_heads(sheet: Any, meant: Sheet) -> bool:
    heads = meant.headers if isinstance(meant, Form) else _titles(meant)
    known = {title_key(head) for head in heads}
    try:
        for _, cells in islice(rows_of(sheet), _ROWS):
            if sum(title_key(shown_title(cell.value)) in known for cell in cells) >= _HEADS:
                return True
    except HostileFileError:
        pass  # told where the sheet is read, if it is
    return False


def _titles(table: Table) -> list[str]:
    return [column.title for column in (*table.parents, *table.columns)]
