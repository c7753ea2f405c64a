"""How sheets break over pages of A4 on its side, so that what is printed can be read.

Notes at the head of a sheet stand in cells of their own, one line each, and are never merged:
merged cells hinder whoever pastes, sorts or deletes columns. So a line has to end where its page
does: LibreOffice and Excel cut what runs on, or make all pages of the sheet smaller for it.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from openpyxl.worksheet.page import PageMargins

__all__ = ["first_page", "on_paper", "pages_across", "two_lines"]

# The widths of columns that stand side by side on a page: at full size, and at about 70 percent,
# below which it is hard to read.
_FULL, _MOST = 142, 208
# Notes are in smaller signs than those that widths are told in.
_SIGNS = 1.12


def on_paper(sheet: Any, pages: int) -> None:
    """Let a sheet be printed `pages` wide, and as long as it is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    # Those that Excel calls narrow.
    sheet.page_margins = PageMargins(0.25, 0.25, 0.5, 0.5, 0.3, 0.3)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0


def pages_across(widths: Sequence[int], kept: int) -> int:
    """On how many pages columns stand, of which the first `kept` stand on each.

    >>> pages_across([8, 90, 90], 1), pages_across([8, 90, 90, 90, 90], 1)
    (1, 2)
    """
    return len(_pages(widths, kept, _MOST))


def first_page(widths: Sequence[int], kept: int, pages: int) -> int:
    """How wide the first of so many pages is: what one alone holds at full size, or its columns.

    >>> first_page([8, 40], 1, 1), first_page([8, 90, 90, 90, 90], 1, 2)
    (142, 188)
    """
    if pages == 1:
        return max(sum(widths), _FULL)
    rooms = range(_FULL, _MOST)
    fitting = (found for room in rooms if len(found := _pages(widths, kept, room)) <= pages)
    return next(fitting, _pages(widths, kept, _MOST))[0]


def two_lines(note: str, first: int, second: int) -> tuple[str, str]:
    """A note broken at a word where the `first` width ends, if the rest goes into the `second`.

    >>> two_lines("satu baris satu peserta", 12, 12)
    ('satu baris', 'satu peserta')
    >>> two_lines("satu baris satu peserta", 12, 0)
    ('satu baris satu peserta', '')
    """
    line, *_ = wrap(note, int(first * _SIGNS)) or [""]
    rest = note[len(line) :].strip()
    return (line, rest) if len(rest) <= second * _SIGNS else (note, "")


def _pages(widths: Sequence[int], kept: int, room: int) -> list[int]:
    """How wide each page is where each holds `room`."""
    pages = [0]
    for width in widths:
        if pages[-1] + width > room and pages[-1]:
            pages.append(sum(widths[:kept]))
        pages[-1] += width
    return pages
