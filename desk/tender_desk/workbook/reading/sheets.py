"""Which sheet of a workbook is which: by its name, or, if it was renamed, by what stands on it.

A renamed sheet is told, and read all the same: what other sheets say of it would else be told as
well, once in every row that names anything of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.ooxml.guard import HostileFileError, rows_of
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.layout import Form, Sheet, Table
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.matrices.heads import BY, CRITERION, NAME, STAGE, WORDS, is_matrix
from tender_desk.workbook.off_place.strayed import sheet_titled
from tender_desk.workbook.reading.sheet_cells import nearest, shown_title, title_key

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
        if title in known or is_matrix(title) or title.startswith((prices, *_NEVER_READ)):
            continue
        name = _read_as(sheet, title, lost, layout)
        if name in lost:
            lost.remove(name)
        # What has its own sheet already is hardly meant.
        near = name if name in known else _of_one(sheet, name) or nearest(title, lost)
        near = near or nearest(title, [*known, f"{prices}{_SOMEBODY}"])
        yield Unknown(title, near, name)


def known_sheets(
    sheets: Mapping[str, Numbered], unknown: Collection[Unknown]
) -> tuple[dict[str, Numbered], list[Numbered], list[Numbered]]:
    """The sheets by the names under which they are read, those of prices, and the matrices."""
    several = {one.title: one.name for one in unknown if one.name in (PRICES.name, NAME)}
    named = [one for one in unknown if one.name and one.title not in several]
    renamed = {one.name: sheets[one.title] for one in named}
    prices, matrices = list[Numbered](), list[Numbered]()
    for title, numbered in sheets.items():
        if title.startswith(f"{PRICES.name} ") or several.get(title) == PRICES.name:
            prices.append(numbered)
        elif is_matrix(title) or title in several:
            matrices.append(numbered)
    return {**renamed, **sheets}, prices, matrices


def _read_as(sheet: Any, title: str, lost: Collection[str], layout: Layout) -> str:
    """What a sheet is, by its title and by the heads of its columns; empty for a stranger."""
    first = sheet_titled(sheet, layout)
    if first in (PRICES.name, NAME) or first in lost:
        return first
    if NAME.casefold() in title.casefold() and _has_heads(sheet, (STAGE, CRITERION, WORDS), 3):
        return NAME
    near = nearest(title, lost)
    own = {sheet.name: sheet for sheet in layout.sheets if sheet is not PRICES}
    return near if near in own and _has_heads(sheet, _heads(own[near]), _HEADS) else ""


def _names(layout: Layout) -> tuple[str, ...]:
    """What a sheet may be called, but for those of prices."""
    own = (sheet.name for sheet in layout.sheets if sheet is not PRICES)
    return (*own, names.GUIDE, names.SPSE, names.REST, names.WORDS)


def _of_one(sheet: Any, name: str) -> str:
    """The name that a sheet of prices or a matrix should have: with the code that it names."""
    label = {PRICES.name: names.ABOUT, NAME: BY}.get(name)
    rows = islice(rows_of(sheet), names.HEADER_ROW - 1) if label else ()
    for _, cells in rows:
        for known, said in pairwise(cells):
            if title_key(known.value) == title_key(label):
                joint = name == NAME and any(sign in f"{said.value}" for sign in ";,")
                return name if joint else f"{name} {said.value}"[:_LONGEST]
    return ""


def _heads(meant: Sheet) -> Sequence[str]:
    return meant.headers if isinstance(meant, Form) else _titles(meant)


def _has_heads(sheet: Any, heads: Sequence[str], least: int) -> bool:
    """Whether one of the first rows has so many of these heads."""
    known = {title_key(head) for head in heads}
    try:
        for _, cells in islice(rows_of(sheet), _ROWS):
            if sum(title_key(shown_title(cell.value)) in known for cell in cells) >= least:
                return True
    except HostileFileError:
        pass  # told where the sheet is read, if it is
    return False


def _titles(table: Table) -> list[str]:
    return [column.title for column in (*table.parents, *table.columns)]
