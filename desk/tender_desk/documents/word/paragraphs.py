"""Small parts of a Word document: paragraphs and tables as elements, with what each has to have."""

from collections.abc import Iterable
from copy import deepcopy
from functools import lru_cache
from typing import Any

from attrs import frozen

from tender_desk.documents.blocks import Align
from tender_desk.documents.fitting import PADDING

__all__ = ["Style", "cell", "element", "paragraph", "row", "table_of", "twips"]

_SIDES = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "center"}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@frozen
class Style:
    """How a paragraph stands: its letters in points (none: as the letterhead has them), its side.

    `keep` holds it on the page of what follows, `fresh` begins a page; `level` makes it a heading
    in Word's outline, and `indent` moves it in from the left, in points. A `flat` one has no height
    that anybody sees.
    """

    size: float | None = None
    side: Align = Align.LEFT
    bold: bool = False
    keep: bool = False
    before: float = 0
    after: float = 0
    level: int | None = None
    grey: bool = False
    indent: float = 0
    fresh: bool = False
    flat: bool = False


def twips(points: float) -> str:
    """Points in Word's twentieths."""
    return str(round(points * 20))


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """The element `w:tag`; an attribute `val` becomes `w:val`."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def paragraph(text: str, style: Style) -> Any:
    """A paragraph with one run; a line feed in `text` is a line break, a tab a tab."""
    made = element("p", deepcopy(_paragraph_properties(style)))
    if text:
        run = made.add_r()
        run.insert(0, deepcopy(_run_properties(style)))
        run.text = text
    return made


@lru_cache(maxsize=64)
def _paragraph_properties(style: Style) -> Any:
    parts = [element("keepNext")] if style.keep else []
    parts += [element("pageBreakBefore")] if style.fresh else []
    parts.append(
        element(
            "spacing",
            before=twips(style.before),
            after=twips(style.after),
            line="20" if style.flat else "240",
            lineRule="exact" if style.flat else "auto",
        )
    )
    parts.append(element("ind", left=twips(style.indent), right="0", firstLine="0"))
    parts.append(element("jc", val=_SIDES[style.side]))
    if style.level is not None:
        parts.append(element("outlineLvl", val=str(style.level)))
    return element("pPr", *parts)


@lru_cache(maxsize=64)
def _run_properties(style: Style) -> Any:
    parts = [element("b")] if style.bold else []
    parts += [element("color", val="595959")] if style.grey else []
    if style.size is not None:
        half = str(round(style.size * 2))
        parts += [element("sz", val=half), element("szCs", val=half)]
    parts.append(element("lang", val="id-ID"))
    return element("rPr", *parts)


def cell(
    paragraphs: Iterable[Any], width: float, *, shaded: bool = False, low: bool = False
) -> Any:
    """A cell of a table, `width` points wide; in a `low` one the text stands at the bottom."""
    properties = [element("tcW", w=twips(width), type="dxa")]
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill="E7E6E6"))
    if low:
        properties.append(element("vAlign", val="bottom"))
    return element("tc", element("tcPr", *properties), *paragraphs)


def row(cells: Iterable[Any], *, head: bool = False, whole: bool = True, height: float = 0) -> Any:
    """A row; a `head` is repeated on each page, a `whole` one is not split between two."""
    properties = [element("cantSplit")] if whole or head else []
    if height:
        properties.append(element("trHeight", val=twips(height), hRule="atLeast"))
    if head:
        properties.append(element("tblHeader"))
    return element("tr", element("trPr", *properties), *cells)


def table_of(rows: Iterable[Any], widths: Iterable[float], *, ruled: bool = True) -> Any:
    """A table of fixed columns, with lines around its cells where it is `ruled`."""
    widths = tuple(widths)
    line = {"val": "single", "sz": "4", "space": "0", "color": "7F7F7F"}
    edges = [element(edge, **line) for edge in _EDGES] if ruled else []
    side, low = twips(PADDING), twips(2)
    margins = [
        element(name, w=size, type="dxa")
        for name, size in (("top", low), ("left", side), ("bottom", low), ("right", side))
    ]
    properties = element(
        "tblPr",
        element("tblW", w=twips(sum(widths)), type="dxa"),
        element("tblInd", w="0", type="dxa"),
        *([element("tblBorders", *edges)] if ruled else []),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid, *rows)
