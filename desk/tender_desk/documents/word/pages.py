"""The page that a letterhead gives: how much room it leaves, and whether it is one page at all."""

from typing import TYPE_CHECKING, Any

from tender_desk.documents.fitting import Page

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

__all__ = ["A4", "LEAST_HEIGHT", "LEAST_WIDTH", "has_room", "is_one_page", "page_of", "sheet_of"]

A4, _MARGIN, _SPACE = (595.3, 841.9), 72.0, 36.0
# The least room for text, in millimetres: so wide that the NIP of who signs stands on one line.
LEAST_WIDTH, LEAST_HEIGHT = 140, 120
_MILLIMETRE = 72 / 25.4
# How wide letters run against plain ones: in common fonts, and in those that are not known.
_SLIM, _WIDE = 1.1, 1.3
_SLIM_FONTS = frozenset(
    {"", "aptos", "arial", "calibri", "cambria", "carlito", "helvetica", "liberation sans"}
    | {"liberation serif", "tahoma", "times new roman"}
)


def page_of(document: "Document") -> Page:
    """The page that a record is written on: the one of the letterhead."""
    letters = _SLIM if _font_of(document) in _SLIM_FONTS else _WIDE
    return Page(_width(document.sections[0]), letters)


def sheet_of(document: "Document") -> dict[str, float]:
    """The paper of the letterhead and its margins, all in points."""
    section = document.sections[0]
    gutter = _points(section.gutter, 0)
    return {
        "wide": _points(section.page_width, A4[0]),
        "high": _points(section.page_height, A4[1]),
        "left": _points(section.left_margin, _MARGIN) + gutter,
        "right": _points(section.right_margin, _MARGIN),
        "top": abs(_points(section.top_margin, _MARGIN)),
        "bottom": abs(_points(section.bottom_margin, _MARGIN)),
        "header": _points(section.header_distance, _MARGIN / 2),
        "footer": _points(section.footer_distance, _MARGIN / 2),
    }


def is_one_page(document: "Document") -> bool:
    """Whether all sections have the page, the head and the foot of the first.

    A record follows the last one: on another page, or without its head, it would lose the
    letterhead, and nobody can tell which of two is meant.
    """
    first, *others = document.sections
    return all(_page(other) == _page(first) and not _own_parts(other) for other in others)


def has_room(document: "Document") -> bool:
    """Whether the margins and columns leave the least width and height, to the millimetre."""
    section = document.sections[0]
    wide, high = (round(room / _MILLIMETRE) for room in (_width(section), _height(section)))
    return wide >= LEAST_WIDTH and high >= LEAST_HEIGHT


def _page(section: "Section") -> tuple[Any, ...]:
    """What decides where text stands: paper, margins, columns, and a first page of its own."""
    return (
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
        section.gutter,
        _columns(section),
        section.different_first_page_header_footer,
    )


def _own_parts(section: "Section") -> list[Any]:
    """The heads and feet that are not those of the section before."""
    return list(section._sectPr.xpath("./w:headerReference | ./w:footerReference"))


def _columns(section: "Section") -> tuple[int, float]:
    """How many columns text stands in, and the points between two of them."""
    from docx.oxml.simpletypes import ST_TwipsMeasure

    numbers: list[str] = section._sectPr.xpath("./w:cols/@w:num")
    spaces: list[str] = section._sectPr.xpath("./w:cols/@w:space")
    space = _points(ST_TwipsMeasure.convert_from_xml(spaces[0]), 0) if spaces else _SPACE
    return int(numbers[0]) if numbers else 1, space


def _width(section: "Section") -> float:
    """The points that a line has, in one of the columns where there are more."""
    wide = _points(section.page_width, A4[0])
    margins = (section.left_margin, section.right_margin)
    room = wide - sum(_points(side, _MARGIN) for side in margins) - _points(section.gutter, 0)
    number, space = _columns(section)
    return (room - space * (number - 1)) / number


def _height(section: "Section") -> float:
    """The points between the upper and the lower margin; a negative one only fixes its place."""
    margins = (section.top_margin, section.bottom_margin)
    return _points(section.page_height, A4[1]) - sum(abs(_points(m, _MARGIN)) for m in margins)


def _points(length: Any, otherwise: float) -> float:
    return otherwise if length is None else float(length.pt)


def _font_of(document: "Document") -> str:
    """The font of running text, in lower case; empty where the theme sets it."""
    styles = document.styles.element
    normal = "./w:style[@w:type='paragraph'][@w:default='1' or @w:default='true']"
    named = styles.xpath(
        f"{normal}/w:rPr/w:rFonts/@w:ascii | ./w:docDefaults/w:rPrDefault/w:rPr/w:rFonts/@w:ascii"
    )
    return str(named[-1]).casefold() if named else ""
