"""A sheet of bare texts, as XML."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tender_desk.ooxml.addresses import cell_name
from tender_desk.workbook.growing.container import MAIN

__all__ = ["plain_sheet"]


def plain_sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """The part of a sheet with these texts from its first cell on, none of them with a look."""
    told = []
    for number, texts in enumerate(rows, 1):
        cells = (
            f'<c r="{cell_name(number, column)}" t="inlineStr"><is>'
            f'<t xml:space="preserve">{escape(text)}</t></is></c>'
            for column, text in enumerate(texts, 1)
        )
        told.append(f'<row r="{number}">{"".join(cells)}</row>')
    data = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(told)}</sheetData></worksheet>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{data}'.encode()
