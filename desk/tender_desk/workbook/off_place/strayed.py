"""Sheets whose content is that of another: the parts of the file were exchanged, or a copy renamed.

Every sheet that the program makes has its title in its first cell. Whoever has deleted it is not
held to it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from tender_desk.ooxml.guard import HostileFileError, rows_of
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.matrices.heads import NAME, TITLE, is_matrix
from tender_desk.workbook.reading.sheet_cells import title_key

__all__ = ["Strayed", "sheet_titled", "strayed"]


@frozen
class Strayed:
    """A sheet by its name, and the name of the one whose title it has."""

    sheet: str
    other: str


def strayed(sheets: Mapping[str, Any], layout: Layout) -> Iterator[Strayed]:
    """The sheets that are read and have another's title, and those that have the title of one lost.

    A sheet of the panel's own may be a copy of another, as long as that one still has its title.
    """
    titles = _titles(layout)
    held = {title: _named(sheet, titles) for title, sheet in sheets.items()}
    kinds = {title: _kind(title, titles) for title in held}
    lost = {kinds[title] for title, other in held.items() if other != kinds[title]}
    for title, other in held.items():
        if other and other != kinds[title] and (kinds[title] or other in lost):
            yield Strayed(title, other)


def sheet_titled(sheet: Any, layout: Layout) -> str:
    """The name of the sheet whose title stands in the first cell of this one; empty for none."""
    return _named(sheet, _titles(layout))


def _named(sheet: Any, titles: Mapping[str, str]) -> str:
    first = _first_text(sheet)
    return next((name for name, title in titles.items() if title_key(title) == first), "")


def _titles(layout: Layout) -> Mapping[str, str]:
    """The title of each sheet that is read, by its name."""
    known = {sheet.name: sheet.title for sheet in layout.sheets}
    return {**known, names.REST: names.REST_HEAD[0], names.SPSE: names.SPSE_HEAD[0], NAME: TITLE}


def _kind(title: str, titles: Mapping[str, str]) -> str:
    """The name under which a sheet is read; empty for what never is."""
    if title.startswith(f"{PRICES.name} "):
        return PRICES.name
    if is_matrix(title):
        return NAME
    return title if title in titles and title != PRICES.name else ""


def _first_text(sheet: Any) -> str:
    """What stands in the first cell that holds anything."""
    try:
        for _, cells in rows_of(sheet):
            return title_key(cells[0].value)
    except HostileFileError:
        pass  # told where the sheet is read; one of the panel's own is not
    return ""
