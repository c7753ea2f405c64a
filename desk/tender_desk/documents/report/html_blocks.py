"""The blocks of a record as HTML: running text, labels, and tables that scroll in their own box."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from tender_desk.documents.blocks import Align, Block, Pairs, Paragraph, Subheading, Table
from tender_desk.documents.report.html import Element, el

__all__ = ["boxed", "folded", "sheet", "table_of", "titled", "under"]

_SIDES = {Align.LEFT: None, Align.RIGHT: "r", Align.CENTRE: "c"}


def sheet(blocks: Iterable[Block]) -> Iterator[Element]:
    """Each block, under its subheading."""
    caption = ""
    for block in blocks:
        if isinstance(block, Subheading):
            caption = block.text
        yield table_of(block, caption) if isinstance(block, Table) else _DRAWN[type(block)](block)


def under(title: str, *content: Element | None, id: str, note: str = "") -> Element:  # noqa: A002
    """A section of the page under its heading."""
    said = el("p", note, class_="note") if note else None
    return el("section", el("h2", title), said, *content, id=id)


def folded(title: str, blocks: Iterable[Block], *, open: bool = False) -> Element | None:  # noqa: A002
    """What stands folded behind its title until somebody opens it; nothing where nothing is."""
    content = list(sheet(blocks))
    if not content:
        return None
    return el("details", el("summary", title), *content, class_="fold", open="" if open else None)


def table_of(table: Table, caption: str = "") -> Element:
    """A table under its headers, in a box that scrolls where the screen is narrower."""
    heads = [
        el("th", title, scope="col", class_=_SIDES[side])
        for title, side in zip(table.headers, table.align, strict=True)
    ]
    rows = [_row(row, table.align) for row in table.rows]
    said = titled(caption) if caption else None
    drawn = el("table", said, el("thead", el("tr", *heads)), el("tbody", *rows))
    return boxed(drawn, caption or ", ".join(filter(None, table.headers)))


def titled(caption: str) -> Element:
    """The caption of a table whose title stands above it already: only to be read aloud."""
    return el("caption", caption, class_="unseen")


def boxed(table: Element, label: str) -> Element:
    """A table in the box that scrolls, which a keyboard reaches too."""
    return el("div", table, class_="scroll", tabindex="0", role="region", aria_label=label)


def _row(cells: tuple[str, ...], align: tuple[Align, ...]) -> Element:
    pairs = zip(cells, align, strict=True)
    return el("tr", *(el("td", cell, class_=_SIDES[side]) for cell, side in pairs))


def _pairs(block: Pairs) -> Element:
    """Labels with all that stands under each."""
    items: list[Element] = []
    for label, group in groupby(block.items, key=lambda item: item[0]):
        items += [el("dt", label), *(el("dd", said) for _, said in group)]
    return el("dl", *items)


_DRAWN: dict[type, Callable[[Any], Element]] = {
    Paragraph: lambda block: el("p", block.text, class_="strong" if block.strong else None),
    Subheading: lambda block: el("h3", block.text),
    Pairs: _pairs,
}
